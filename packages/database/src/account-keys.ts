import { randomBytes } from "node:crypto";
import type { KeyRing, KeyVault } from "@refill/vault";

/** A data key as it lies in `directory.data_key`: sealed by the customer key. Generation 0 is the look-up key. */
export interface WrappedKey {
  generation: number;
  wrapped: Buffer;
}

/** The name of the customer key in the key vault; it seals the account's data keys and never leaves the vault. */
export function customerKeyName(accountId: string): string {
  return `account/${accountId}`;
}

/** The name in the key vault of what the account's audit trail was known to end with. */
export function auditAnchorName(accountId: string): string {
  return `account/${accountId}/audit-anchor`;
}

/** A customer key in the vault, and a look-up key and the first data key sealed by it. */
export async function createAccountKeys(
  vault: KeyVault,
  accountId: string,
): Promise<{ ring: KeyRing; rows: WrappedKey[] }> {
  await vault.createWrappingKey(customerKeyName(accountId));
  const [lookupKey, dataKey] = [randomBytes(32), randomBytes(32)];
  const rows = await Promise.all(
    [lookupKey, dataKey].map(async (key, generation) => ({
      generation,
      wrapped: await vault.wrap(customerKeyName(accountId), key),
    })),
  );
  return { ring: { scope: accountId, generation: 1, keys: new Map([[1, dataKey]]), lookupKey }, rows };
}

/** Opens the account's keys; throws KeyGone when its customer key was destroyed, VaultAway when the vault is. */
export async function openAccountKeys(
  vault: KeyVault,
  accountId: string,
  rows: readonly WrappedKey[],
): Promise<KeyRing> {
  const opened = await Promise.all(
    rows.map(
      async ({ generation, wrapped }) =>
        [generation, alone(await vault.unwrap(customerKeyName(accountId), wrapped))] as const,
    ),
  );
  const keys = new Map(opened);
  const lookupKey = keys.get(0);
  keys.delete(0);
  if (!lookupKey || keys.size === 0) throw new Error(`account ${accountId} lacks its keys`);
  return { scope: accountId, generation: Math.max(...keys.keys()), keys, lookupKey };
}

/** The key in memory of its own: small buffers share slabs of some 64 kB, which each key would keep. */
function alone(key: Buffer): Buffer {
  const own = Buffer.alloc(key.length);
  key.copy(own);
  key.fill(0);
  return own;
}

/** A new data key of the account's next generation. */
export async function nextDataKey(
  vault: KeyVault,
  accountId: string,
  generation: number,
): Promise<WrappedKey> {
  if (generation > 0xffff) throw new RangeError("an account has at most 65,535 generations of its data key");
  const key = randomBytes(32);
  const wrapped = await vault.wrap(customerKeyName(accountId), key);
  key.fill(0);
  return { generation, wrapped };
}

/**
 * A new version of the customer key, while everything runs: the data keys are sealed by it, then the versions before it
 * open nothing any more. Interrupted, it can be run again.
 */
export async function rotateCustomerKey(
  owner: { query(text: string, values: unknown[]): Promise<{ rows: WrappedKey[] }> },
  vault: KeyVault,
  accountId: string,
): Promise<number> {
  const name = customerKeyName(accountId);
  const version = await vault.rotateWrappingKey(name);
  const { rows } = await owner.query(
    "select generation, wrapped from directory.data_key where account_id = $1",
    [accountId],
  );
  for (const { generation, wrapped } of rows) {
    const key = await vault.unwrap(name, wrapped);
    const anew = await vault.wrap(name, key);
    key.fill(0);
    // A data key that was destroyed meanwhile stays away.
    await owner.query(
      "update directory.data_key set wrapped = $3 where account_id = $1 and generation = $2 returning generation, wrapped",
      [accountId, generation, anew],
    );
  }
  // A data key may have been made meanwhile, with the version before: only when none is left that is retired.
  const left = await owner.query("select generation, wrapped from directory.data_key where account_id = $1", [
    accountId,
  ]);
  const known = new Set(rows.map(({ generation }) => generation));
  if (left.rows.some(({ generation }) => !known.has(generation)))
    return rotateCustomerKey(owner, vault, accountId);
  await vault.retireWrappingKeyVersions(name);
  return version;
}
