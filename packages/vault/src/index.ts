export { type KeyVault, VaultRefused } from "./key-vault.ts";
export { openLocalVault } from "./local-vault.ts";
export { SealBroken, type Sealer, sealer } from "./sealer.ts";
