import { randomUUID } from "node:crypto";
import { type KeyVault, sealer } from "@refill/vault";
import pg from "pg";
import { accountRole, dataKeyName } from "./account-role.ts";
import { ownerConfig } from "./logins.ts";
import { applyAccountSteps } from "./migrate.ts";

/** The owner's connections, for making and closing accounts; the programs themselves never have them. */
export async function openOwner(url: string, vault: KeyVault): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...(await ownerConfig(url, vault)), max: 4 });
  pool.on("error", () => {});
  return pool;
}

/**
 * Makes a customer's storage account: AES-256 data key in the vault, role, schema and tables in one transaction.
 * Throws Postgres' unique violation (23505) when the slug is taken; then nothing was made.
 */
export async function provisionAccount(
  owner: pg.Pool,
  vault: KeyVault,
  customer: { slug: string; region: string; name?: string; isDemonstration?: boolean },
): Promise<{ accountId: string }> {
  const accountId = randomUUID();
  const role = accountRole(accountId);
  const client = await owner.connect();
  let isDecided = false;
  try {
    const key = await vault.getOrCreateKey(dataKeyName(accountId), 32);
    const sealed = sealer(key, accountId).seal("customer", accountId, {
      v: 1,
      name: customer.name ?? customer.slug,
    });
    await client.query("begin");
    await client.query(
      "insert into directory.customer (id, slug, region, is_demonstration, sealed) values ($1, $2, $3, $4, $5)",
      [accountId, customer.slug, customer.region, customer.isDemonstration ?? false, sealed],
    );
    await client.query(`create role ${role} nologin; grant ${role} to refill_application; create schema ${role};
      grant usage on schema ${role} to ${role}`);
    await applyAccountSteps(client, accountId);
    isDecided = true;
    await client.query("commit");
    return { accountId };
  } catch (error) {
    await client.query("rollback").catch(() => {});
    // When the connection breaks while it commits, the account may be there: then its key must stay.
    if (!isDecided) await vault.destroyKey(dataKeyName(accountId));
    throw error;
  } finally {
    client.release();
  }
}

/** Destroys the account's key first, so that every copy of its data is unreadable from then on; then drops its data. */
export async function closeAccount(owner: pg.Pool, vault: KeyVault, accountId: string): Promise<void> {
  const role = accountRole(accountId);
  await vault.destroyKey(dataKeyName(accountId));
  const client = await owner.connect();
  try {
    await client.query(`begin; drop schema if exists ${role} cascade; drop role if exists ${role}`);
    await client.query("delete from directory.credential where account_id = $1", [accountId]);
    await client.query("delete from network.device where account_id = $1", [accountId]);
    await client.query("delete from network.gateway where account_id = $1", [accountId]);
    await client.query("update directory.customer set state = 'closed', sealed = null where id = $1", [
      accountId,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** The customer's name, from the `sealed` column of `directory.customer`. */
export function openCustomer(dataKey: Buffer, accountId: string, sealed: Uint8Array): { name: string } {
  return sealer(dataKey, accountId).open("customer", accountId, sealed) as { name: string };
}
