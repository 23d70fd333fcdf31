export { type HoldingOptions, type HoldingVault, holdingVault, type VaultStatus } from "./holding-vault.ts";
export { KeyGone, type KeyVault, PurgedLater, VaultAway, VaultRefused } from "./key-vault.ts";
export { openLocalVault } from "./local-vault.ts";
export { openKeyVault } from "./open-key-vault.ts";
export { rotateRootKey } from "./root-key-rotation.ts";
export {
  generationOf,
  type KeyRing,
  ringSealer,
  SealBroken,
  type Sealer,
  SealerWiped,
  sealer,
} from "./sealer.ts";
