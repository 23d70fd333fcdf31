import type { KeyVault } from "@refill/vault";
import type pg from "pg";
import { accountRole } from "./account-role.ts";
import { ownerConfig, settlePassword } from "./logins.ts";
import { accountSteps } from "./migrations/account.ts";
import { controlPlaneSteps } from "./migrations/control-plane.ts";
import type { RegionDatabase } from "./region.ts";

/** Steps that an account has when it is as this program expects it. */
export const newestAccountStep = accountSteps.length;

/** "refill" in ASCII: programs that start at once migrate one after the other. */
const advisoryLock = 0x726566696c6cn;

/**
 * Brings logins, control plane and every account to the newest step, each step in a transaction of its own account;
 * safe when several programs start at once. Throws with the step's name when one fails; finished ones stay.
 */
export async function migrate(database: RegionDatabase, vault: KeyVault): Promise<void> {
  const config = ownerConfig(database, vault);
  const client = new config.Client(config);
  await client.connect();
  try {
    const version = Number((await client.query("show server_version_num")).rows[0].server_version_num);
    if (version < 150_000)
      throw new Error(`Refill needs Postgres 15 or newer; DATABASE_URL names version ${version / 10_000}.`);
    await client.query("select pg_advisory_lock($1)", [advisoryLock]);
    await ensureLogins(client, database.region, vault);
    await migrateControlPlane(client);
    await migrateAccounts(client);
  } finally {
    await client.end();
  }
}

async function ensureLogins(client: pg.Client, region: string, vault: KeyVault): Promise<void> {
  for (const login of ["refill_application", "refill_network"] as const) {
    const present = await client.query("select 1 from pg_roles where rolname = $1", [login]);
    const password = client.escapeLiteral(await settlePassword(vault, region, login));
    await client.query(
      `${present.rowCount ? "alter" : "create"} role ${login} login noinherit password ${password}`,
    );
  }
}

async function migrateControlPlane(client: pg.Client): Promise<void> {
  await client.query("create schema if not exists migration");
  await client.query(
    "create table if not exists migration.control_plane (step integer primary key, applied_at timestamptz not null default now())",
  );
  const done = Number(
    (await client.query("select coalesce(max(step), 0) as step from migration.control_plane")).rows[0].step,
  );
  for (const [index, sql] of controlPlaneSteps.entries()) {
    const step = index + 1;
    if (step <= done) continue;
    await inTransaction(client, `control plane, step ${step}`, async () => {
      await client.query(sql);
      await client.query("insert into migration.control_plane (step) values ($1)", [step]);
    });
  }
}

async function migrateAccounts(client: pg.Client): Promise<void> {
  const behind = await client.query(
    "select id from directory.customer where schema_version < $1 and state not in ('closing', 'closed') order by id",
    [accountSteps.length],
  );
  for (const { id } of behind.rows) {
    await inTransaction(client, `account ${id}`, () => applyAccountSteps(client, id));
  }
}

/** Within the caller's transaction. */
export async function applyAccountSteps(client: pg.Client | pg.PoolClient, accountId: string): Promise<void> {
  const role = accountRole(accountId);
  const present = await client.query(
    "select schema_version from directory.customer where id = $1 for update",
    [accountId],
  );
  await client.query(`set local search_path to ${role}`);
  for (const sql of accountSteps.slice(present.rows[0].schema_version)) await client.query(sql);
  await client.query(`grant select, insert, update, delete on all tables in schema ${role} to ${role}`);
  // The audit trail is only ever appended to; sealing it anew with the next data key does not change what it says.
  await client.query(`revoke update, delete on ${role}.audit_entry from ${role}`);
  await client.query(`grant update (sealed) on ${role}.audit_entry to ${role}`);
  await client.query("set local search_path to default");
  await client.query("update directory.customer set schema_version = $2 where id = $1", [
    accountId,
    accountSteps.length,
  ]);
}

async function inTransaction(client: pg.Client, what: string, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(`Migration failed (${what}): ${(error as Error).message}`, { cause: error });
  }
}
