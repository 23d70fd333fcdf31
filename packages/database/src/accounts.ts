import { randomUUID } from "node:crypto";
import { type KeyVault, ringSealer, type Sealer } from "@refill/vault";
import pg from "pg";
import { createAccountKeys, customerKeyName } from "./account-keys.ts";
import { accountRole } from "./account-role.ts";
import { ownerConfig } from "./logins.ts";
import { applyAccountSteps } from "./migrate.ts";
import type { RegionDatabase } from "./region.ts";

export type CustomerState = "active" | "suspended" | "closing" | "closed";

/** What a customer may use; null: no limit of its own. */
export interface Quota {
  devices: number | null;
  requestsPerMinute: number | null;
  storageMb: number | null;
}
export const noQuota: Quota = { devices: null, requestsPerMinute: null, storageMb: null };

export interface NewCustomer {
  slug: string;
  name?: string;
  isDemonstration?: boolean;
  /** Of those who run the service. */
  isService?: boolean;
  quota?: Partial<Quota>;
}

/** The owner's connections, for making and closing accounts; the programs themselves never have them. */
export function openOwner(database: RegionDatabase, vault: KeyVault): pg.Pool {
  const pool = new pg.Pool({ ...ownerConfig(database, vault), max: 4 });
  pool.on("error", () => {});
  return pool;
}

/**
 * Makes a customer's storage account in the owner's region: customer key in the vault, data keys, role, schema and
 * tables in one transaction. Throws Postgres' unique violation (23505) when the slug is taken; then nothing was made.
 */
export async function provisionAccount(
  owner: pg.Pool,
  vault: KeyVault,
  region: string,
  customer: NewCustomer,
): Promise<{ accountId: string }> {
  const accountId = randomUUID();
  const role = accountRole(accountId);
  const client = await owner.connect();
  let isDecided = false;
  try {
    const { ring, rows } = await createAccountKeys(vault, accountId);
    const seal = ringSealer(ring);
    const sealed = sealCustomer(seal, accountId, { name: customer.name ?? customer.slug });
    seal.wipe();
    const quota = { ...noQuota, ...customer.quota };
    await client.query("begin");
    await client.query(
      `insert into directory.customer (id, slug, region, is_demonstration, is_service, sealed, device_limit, request_limit, storage_limit)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        accountId,
        customer.slug,
        region,
        customer.isDemonstration ?? false,
        customer.isService ?? false,
        sealed,
        quota.devices,
        quota.requestsPerMinute,
        quota.storageMb,
      ],
    );
    for (const { generation, wrapped } of rows)
      await client.query(
        "insert into directory.data_key (account_id, generation, wrapped) values ($1, $2, $3)",
        [accountId, generation, wrapped],
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
    if (!isDecided) await vault.destroyWrappingKey(customerKeyName(accountId)).catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Suspends or resumes a customer. The account's revision goes on with it, so that every program sees it with its next
 * look, and no change that began before is committed.
 */
export async function setCustomerState(
  owner: pg.Pool,
  accountId: string,
  from: readonly CustomerState[],
  to: CustomerState,
): Promise<boolean> {
  return inOwnTransaction(owner, async (client) => {
    const changed = await client.query(
      "update directory.customer set state = $2, state_since = now() where id = $1 and state = any($3)",
      [accountId, to, from],
    );
    if (changed.rowCount !== 1) return false;
    await nextRevision(client, accountId);
    return true;
  });
}

export async function setQuota(owner: pg.Pool, accountId: string, quota: Quota): Promise<void> {
  await inOwnTransaction(owner, async (client) => {
    await client.query(
      "update directory.customer set device_limit = $2, request_limit = $3, storage_limit = $4 where id = $1",
      [accountId, quota.devices, quota.requestsPerMinute, quota.storageMb],
    );
    await nextRevision(client, accountId);
  });
}

async function nextRevision(client: pg.PoolClient, accountId: string): Promise<void> {
  await client.query(`update ${accountRole(accountId)}.account_revision set revision = revision + 1`);
}

export async function inOwnTransaction<T>(
  owner: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** The `sealed` column of `directory.customer`. */
export function sealCustomer(seal: Sealer, accountId: string, facts: { name: string }): Buffer {
  return seal.seal("customer", accountId, { v: 1, ...facts });
}

export function openCustomer(seal: Sealer, accountId: string, sealed: Uint8Array): { name: string } {
  return seal.open("customer", accountId, sealed) as { name: string };
}
