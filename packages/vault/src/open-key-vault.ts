import type { KeyVault } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";

export async function openKeyVault(options: {
  address: string;
  keysFolder: string;
  environment: Record<string, string | undefined>;
  holdMs: number;
}): Promise<KeyVault & { status(): { isAway: boolean; awaySince: number | null } }> {
  const vault = await openLocalVault(options.keysFolder);
  return Object.assign(vault, { status: () => ({ isAway: false, awaySince: null }) });
}
