import { type AuditHead, auditAnchorName } from "@refill/database";
import type { KeyVault } from "@refill/vault";

/** What the account's trail was known to end with when it was noted in the key vault last; undefined before the first time. */
export function readAnchor(
  vault: Pick<KeyVault, "getSecret">,
  accountId: string,
): Promise<AuditHead | undefined> {
  return readNamedAnchor(vault, auditAnchorName(accountId));
}

/** The same of any trail; `name`: of the note in the vault. */
export async function readNamedAnchor(
  vault: Pick<KeyVault, "getSecret">,
  name: string,
): Promise<AuditHead | undefined> {
  const text = await vault.getSecret(name);
  if (text === undefined) return undefined;
  const { sequence, hash } = JSON.parse(text) as { sequence: number; hash: string };
  return { sequence, hash: Buffer.from(hash, "hex") };
}
