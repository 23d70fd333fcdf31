import type { AccountTransaction, AuditRow } from "@refill/database";
import { isOpen, type OrderState } from "@refill/replenishment";
import type { AccountChange } from "./account-change.ts";
import { inlined } from "./inlined.ts";
import { keepAnswer } from "./kept-answers.ts";
import type { Kind } from "./records.ts";
import { columnsOf, kinds, rowOf, tables } from "./tables.ts";
import { writeUnheld } from "./unheld-rows.ts";
import { unnest } from "./unnest.ts";

/** Another process changed the account since its working set was read. */
export class StaleWorkingSet extends Error {}

interface Batch {
  names: readonly string[];
  types: readonly string[];
  rows: unknown[][];
}

/** Written in one statement with the revision: every message has them, so that round trips stay few. */
const telemetryKinds: readonly Kind[] = ["deviceState", "deviceHistory", "level", "apiKeyUse", "sessionUse"];
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Only what every message brings: then one statement writes it all. With a late message it is not enough: the day's sums,
 * which may be written at this moment, are seen by a statement that begins after the revision was taken.
 */
export function isTelemetryOnly(change: AccountChange): boolean {
  return (
    lateDays(change).length === 0 &&
    change.additions.every((added) => added === change.measurements || added.length === 0) &&
    change.keptAnswer === undefined &&
    kinds.every((kind) => telemetryKinds.includes(kind) || change.overlay[kind].size === 0)
  );
}

const nextRevision =
  "revision as (update account_revision set revision = revision + 1 where revision = $1 returning revision)";
const nextRevisionWithTrail =
  "revision as (update account_revision set revision = revision + 1, audit_sequence = $2, audit_hash = $3 where revision = $1 returning revision)";

/**
 * The statement for a change that {@link isTelemetryOnly}, without parameters. It fails with Postgres' 22012 (division
 * by zero) when the account is not at the change's revision any more.
 */
export function telemetryStatement(change: AccountChange): string {
  const values: unknown[] = [change.base.revision];
  const parts = [nextRevision, ...telemetryParts(change, values)];
  return inlined(`with ${parts.join(", ")} select 1 / count(*) from revision`, values);
}

/**
 * Writes a change with its entries of the audit trail; throws {@link StaleWorkingSet} when the account is not at the
 * change's revision any more, AlreadyAnswered when another request had its Idempotency-Key.
 */
export async function writeChange(
  transaction: AccountTransaction,
  change: AccountChange,
  trail: readonly AuditRow[],
): Promise<void> {
  const { base } = change;
  await expectRevision(transaction, base.revision, trail.at(-1));
  if (change.keptAnswer) await keepAnswer(transaction, base.sealer, change.keptAnswer);
  await writeTrail(transaction, trail);
  const others = kinds.filter((kind) => !telemetryKinds.includes(kind));
  // Removals first, and closed orders before new ones, so that unique indexes see no record twice.
  for (const kind of [...others].reverse()) await removeRows(transaction, change, kind);
  for (const kind of others) await writeKind(transaction, change, kind);
  await writeEvents(transaction, change);
  const values: unknown[] = [];
  const parts = telemetryParts(change, values);
  if (parts.length > 0) await transaction.query(`with ${parts.join(", ")} select 1`, values);
  await writeUnheld(transaction, change);
}

function telemetryParts(change: AccountChange, values: unknown[]): string[] {
  const parts: string[] = [];
  for (const kind of telemetryKinds) {
    const rows = changedRows(change, kind);
    if (rows.length > 0)
      parts.push(
        `${kind.toLowerCase()} as (${upsert(kind, { ...columnsOf(kind), rows }, values)} returning 1)`,
      );
  }
  if (change.measurements.length > 0)
    parts.push(`measured as (${insertMeasurements(change, values)} returning 1)`);
  parts.push(...forgetDays(change, values));
  return parts;
}

/**
 * A day's sums are made again when a message of that day comes after its end, but for days whose messages are not kept any
 * more: the message is all that is left of them beside their sums.
 */
function forgetDays(change: AccountChange, values: unknown[]): string[] {
  const days = lateDays(change);
  if (days.length === 0) return [];
  const from = unnest(["uuid", "timestamptz"], days, values);
  return [
    `late as (select location_id, at from ${from} as l (location_id, at) where not exists (
       select 1 from measurement_day d where d.location_id = l.location_id and d.at = l.at and not exists (
         select 1 from measurement m
         where m.location_id = l.location_id and m.at >= l.at and m.at < l.at + interval '24 hours')))`,
    `forgotten as (delete from measurement_day d using late where d.location_id = late.location_id and d.at = late.at returning 1)`,
    `marked as (insert into measurement_late (location_id, at) select location_id, at from late on conflict do nothing returning 1)`,
  ];
}

function lateDays(change: AccountChange): unknown[][] {
  const today = change.at - (change.at % dayMs);
  const days = new Map<string, unknown[]>();
  for (const { locationId, at } of change.measurements)
    if (locationId !== null && at < today) {
      const day = new Date(at - (at % dayMs)).toISOString();
      days.set(`${locationId}/${day}`, [locationId, day]);
    }
  return [...days.values()];
}

async function expectRevision(
  transaction: AccountTransaction,
  revision: number,
  head: AuditRow | undefined,
): Promise<void> {
  const { rows } = await transaction.query<{ n: number }>(
    `with ${head ? nextRevisionWithTrail : nextRevision} select count(*)::int as n from revision`,
    head ? [revision, head.sequence, head.hash] : [revision],
  );
  if (rows[0]!.n !== 1) throw new StaleWorkingSet();
}

async function writeTrail(transaction: AccountTransaction, trail: readonly AuditRow[]): Promise<void> {
  if (trail.length === 0) return;
  const rows = trail.map(({ sequence, at, hash, sealed }) => [
    sequence,
    new Date(at).toISOString(),
    hash,
    sealed,
  ]);
  const values: unknown[] = [];
  const from = unnest(["bigint", "timestamptz", "bytea", "bytea"], rows, values);
  await transaction.query(
    `insert into audit_entry (sequence, at, entry_hash, sealed) select * from ${from}`,
    values,
  );
}

function changedRows(change: AccountChange, kind: Kind): unknown[][] {
  const rows: unknown[][] = [];
  for (const record of change.overlay[kind].values())
    if (record) rows.push(rowOf(kind, record, change.base.sealer));
  return rows;
}

async function removeRows(transaction: AccountTransaction, change: AccountChange, kind: Kind): Promise<void> {
  const ids = [...change.overlay[kind]].filter(([, record]) => record === undefined).map(([id]) => id);
  if (ids.length === 0) return;
  if (kind === "location")
    for (const history of ["measurement", "measurement_day", "measurement_late", "stock_take"])
      await transaction.query(`delete from ${history} where location_id = any($1::uuid[])`, [ids]);
  await transaction.query(`delete from ${tables[kind].name} where ${tables[kind].key} = any($1::uuid[])`, [
    ids,
  ]);
}

async function writeKind(transaction: AccountTransaction, change: AccountChange, kind: Kind): Promise<void> {
  const rows = changedRows(change, kind);
  if (rows.length === 0) return;
  const columns = columnsOf(kind);
  const state = columns.names.indexOf("state");
  // A closed order makes room for the location's next one.
  const first = rows.filter((row) => kind === "order" && !isOpen(row[state] as OrderState));
  const rest = first.length === 0 ? rows : rows.filter((row) => !first.includes(row));
  for (const batch of [first, rest]) {
    if (batch.length === 0) continue;
    const values: unknown[] = [];
    await transaction.query(upsert(kind, { ...columns, rows: batch }, values), values);
  }
}

async function writeEvents(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  const rows: unknown[][] = [];
  for (const order of change.overlay.order.values()) {
    if (!order) continue;
    const known = change.base.get("order", order.id)?.events.length ?? 0;
    for (let index = known; index < order.events.length; index++) {
      const { at, state, ...told } = order.events[index]!;
      const rowId = `${order.id}/${index + 1}`;
      rows.push([
        order.id,
        index + 1,
        new Date(at).toISOString(),
        state,
        change.base.sealer.seal("order_event", rowId, { v: 1, ...told }),
      ]);
    }
  }
  if (rows.length === 0) return;
  const values: unknown[] = [];
  const from = unnest(["uuid", "integer", "timestamptz", "text", "bytea"], rows, values);
  await transaction.query(
    `insert into order_event (order_id, sequence, at, state, sealed) select * from ${from}`,
    values,
  );
}

function insertMeasurements(change: AccountChange, values: unknown[]): string {
  const rows = change.measurements.map((row) => [
    row.deviceId,
    row.sequence,
    row.locationId,
    new Date(row.at).toISOString(),
    change.base.sealer.seal("measurement", `${row.deviceId}/${row.sequence}`, { v: 1, ...row.content }),
  ]);
  const from = unnest(["uuid", "bigint", "uuid", "timestamptz", "bytea"], rows, values);
  return `insert into measurement (device_id, sequence, location_id, at, sealed) select * from ${from} on conflict do nothing`;
}

function upsert(kind: Kind, { names, types, rows }: Batch, values: unknown[]): string {
  const { name, key } = tables[kind];
  const from = unnest(types, rows, values);
  const set = names.slice(1).map((column) => `${column} = excluded.${column}`);
  return `insert into ${name} (${names.join(", ")}) select * from ${from} on conflict (${key}) do update set ${set.join(", ")}`;
}
