import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { type KeyVault, PurgedLater } from "@refill/vault";
import type pg from "pg";
import { auditAnchorName, customerKeyName } from "./account-keys.ts";
import { accountRole } from "./account-role.ts";
import { inOwnTransaction, setCustomerState } from "./accounts.ts";
import { appendService, serviceSealer } from "./service-trail.ts";

/** What shows that a customer's data was destroyed; signed by Refill's own key (Ed25519). */
export interface ClosingRecord {
  format: 1;
  customer: string;
  accountId: string;
  region: string;
  /** ISO 8601. */
  openedAt: string;
  keyDestroyedAt: string;
  /** A vault that keeps destroyed keys for a while: until then its administrator could restore this one. */
  keyPurgedAt?: string;
  closedAt: string;
  by: string;
  /** In the order in which it was done. */
  destroyed: { what: string; count: number }[];
}
export interface SignedClosing {
  record: ClosingRecord;
  /** Base64 of the signature over the record's JSON. */
  signature: string;
  /** PEM. */
  publicKey: string;
}

const signingKeyName = "service/closing-signature-key";

/**
 * Closes a customer for good. Its customer key is destroyed first, so that every copy of its data, also in backups, is
 * unreadable from then on; then its data are dropped, and a signed record stays. Interrupted, it can be run again.
 */
export async function closeAccount(
  owner: pg.Pool,
  vault: KeyVault,
  accountId: string,
  by: string,
): Promise<SignedClosing> {
  await setCustomerState(owner, accountId, ["active", "suspended"], "closing");
  const { rows } = await owner.query<{
    slug: string;
    region: string;
    state: string;
    created_at: Date;
    key_destroyed_at: Date | null;
  }>("select slug, region, state, created_at, key_destroyed_at from directory.customer where id = $1", [
    accountId,
  ]);
  const customer = rows[0];
  if (customer?.state !== "closing") throw new Error(`account ${accountId} is closed already, or never was`);
  const purgedAt = await destroy(() => vault.destroyWrappingKey(customerKeyName(accountId)));
  await destroy(() => vault.destroyKey(auditAnchorName(accountId)));
  await owner.query(
    "update directory.customer set key_destroyed_at = coalesce(key_destroyed_at, now()) where id = $1",
    [accountId],
  );
  const seal = await serviceSealer(vault);
  const signingKey = await openSigningKey(vault);
  return inOwnTransaction(owner, async (client) => {
    const found = await client.query<{ key_destroyed_at: Date }>(
      "select key_destroyed_at from directory.customer where id = $1 for update",
      [accountId],
    );
    const destroyed = [
      { what: "customer key in the key vault", count: 1 },
      ...(await dropData(client, accountId)),
    ];
    const record: ClosingRecord = {
      format: 1,
      customer: customer.slug,
      accountId,
      region: customer.region,
      openedAt: customer.created_at.toISOString(),
      keyDestroyedAt: found.rows[0]!.key_destroyed_at.toISOString(),
      ...(purgedAt ? { keyPurgedAt: purgedAt.toISOString() } : {}),
      closedAt: new Date().toISOString(),
      by,
      destroyed,
    };
    const signed = signRecord(record, signingKey);
    await client.query(
      `update directory.customer set state = 'closed', state_since = now(), sealed = null, slug = 'closed-' || id, closing = $2
       where id = $1`,
      [accountId, JSON.stringify(signed)],
    );
    await appendService(client, seal, {
      action: "account.closed",
      by,
      accountId,
      detail: { customer: customer.slug, signature: signed.signature },
    });
    return signed;
  });
}

/** Gives the time until which the vault keeps what is disabled now, where it does. */
async function destroy(work: () => Promise<void>): Promise<Date | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof PurgedLater)) throw error;
    return error.purgedAt;
  }
}

async function dropData(
  client: pg.PoolClient,
  accountId: string,
): Promise<{ what: string; count: number }[]> {
  const role = accountRole(accountId);
  const done: { what: string; count: number }[] = [];
  const remove = async (what: string, text: string) => {
    const { rowCount } = await client.query(text, [accountId]);
    done.push({ what, count: rowCount ?? 0 });
  };
  await remove("data keys", "delete from directory.data_key where account_id = $1");
  const tables = await client.query("select 1 from pg_tables where schemaname = $1", [role]);
  await client.query(`drop schema if exists ${role} cascade`);
  done.push({ what: "tables of the storage account", count: tables.rowCount ?? 0 });
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
  if (rowCount) await client.query(`drop role ${role}`);
  done.push({ what: "role of the storage account", count: rowCount ?? 0 });
  await client.query("delete from directory.history where account_id = $1", [accountId]);
  await remove("API keys, sessions and links", "delete from directory.credential where account_id = $1");
  await remove("devices with their stored messages", "delete from network.device where account_id = $1");
  await remove("gateways", "delete from network.gateway where account_id = $1");
  await remove("multicast groups", "delete from network.multicast_group where account_id = $1");
  return done;
}

async function openSigningKey(vault: KeyVault): Promise<string> {
  const present = await vault.getSecret(signingKeyName);
  if (present) return present;
  const { privateKey } = generateKeyPairSync("ed25519");
  await vault.setSecret(signingKeyName, privateKey.export({ type: "pkcs8", format: "pem" }) as string);
  return (await vault.getSecret(signingKeyName))!;
}

function signRecord(record: ClosingRecord, signingKey: string): SignedClosing {
  const key = createPrivateKey(signingKey);
  return {
    record,
    signature: sign(null, Buffer.from(JSON.stringify(record)), key).toString("base64"),
    publicKey: createPublicKey(key).export({ type: "spki", format: "pem" }) as string,
  };
}

/**
 * Whether a closing record is as it was signed; with the vault, also whether the signature is this Refill's.
 * Source: RFC 8032 (Ed25519).
 */
export async function isGenuineClosing(signed: SignedClosing, vault?: KeyVault): Promise<boolean> {
  try {
    const signature = Buffer.from(signed.signature, "base64");
    const key = createPublicKey(signed.publicKey);
    if (!verify(null, Buffer.from(JSON.stringify(signed.record)), key, signature)) return false;
    if (!vault) return true;
    const own = await vault.getSecret(signingKeyName);
    return own !== undefined && createPublicKey(createPrivateKey(own)).equals(key);
  } catch {
    return false;
  }
}
