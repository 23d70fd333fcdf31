import type { AccountTransaction } from "@refill/database";
import type { Sealer } from "@refill/vault";
import { tables } from "./tables.ts";

/** A table of the account with sealed rows: its key in order, and how a row is named when it is sealed. */
interface SealedTable {
  name: string;
  key: readonly [column: string, type: string][];
  rowId(key: readonly string[]): string;
}

const joined = (key: readonly string[]) => key.join("/");
const others: readonly SealedTable[] = [
  {
    name: "order_event",
    key: [
      ["order_id", "uuid"],
      ["sequence", "integer"],
    ],
    rowId: joined,
  },
  {
    name: "measurement",
    key: [
      ["device_id", "uuid"],
      ["sequence", "bigint"],
    ],
    rowId: joined,
  },
  {
    name: "measurement_day",
    key: [
      ["location_id", "uuid"],
      ["at", "timestamptz"],
    ],
    rowId: ([locationId, at]) => dayRowId(locationId!, Date.parse(at!)),
  },
  {
    name: "overview_day",
    key: [["at", "timestamptz"]],
    rowId: ([at]) => overviewDayRowId(Date.parse(at!)),
  },
  { name: "audit_entry", key: [["sequence", "bigint"]], rowId: joined },
  { name: "mailbox_message", key: [["id", "uuid"]], rowId: joined },
  { name: "stock_take", key: [["id", "uuid"]], rowId: joined },
  { name: "consumption_history", key: [["location_id", "uuid"]], rowId: joined },
  { name: "forecast", key: [["location_id", "uuid"]], rowId: joined },
  { name: "planning_run", key: [["id", "uuid"]], rowId: joined },
  { name: "part_picture", key: [["part_id", "uuid"]], rowId: joined },
  { name: "location_photo", key: [["id", "uuid"]], rowId: joined },
  { name: "floor_plan", key: [["site_id", "uuid"]], rowId: joined },
  {
    name: "idempotency",
    key: [["key_hash", "bytea"]],
    rowId: ([hash]) => hash!.replace(/^\\x/, ""),
  },
  {
    name: "data_import_chunk",
    key: [
      ["import_id", "uuid"],
      ["sequence", "integer"],
    ],
    rowId: joined,
  },
  { name: "webhook_event", key: [["id", "uuid"]], rowId: joined },
  { name: "webhook_delivery", key: [["id", "uuid"]], rowId: joined },
];

/** Every table that has a column `sealed`. */
export const sealedTables: readonly SealedTable[] = [
  ...Object.values(tables).map(
    ({ name, key }): SealedTable => ({ name, key: [[key, "uuid"]], rowId: ([id]) => id! }),
  ),
  ...others,
];

/** How the sums of a location's day are named when they are sealed; `day`: ms of its begin. */
export function dayRowId(locationId: string, day: number): string {
  return `${locationId}/${new Date(day).toISOString()}`;
}

/** How an account's day is named when it is sealed; `day`: ms of its begin. */
export function overviewDayRowId(day: number): string {
  return new Date(day).toISOString();
}

/** Where a walk through all rows stands: the table's index, and the last key in it. */
export interface Place {
  table: number;
  after: readonly string[] | null;
}
export const atTheBeginning: Place = { table: 0, after: null };

/**
 * Seals up to `most` rows anew that another data key than the newest sealed, from `place` on. Rows that change meanwhile are left as they
 * are: who changed them sealed them. Gives where to go on, or null when all tables are through.
 */
export async function sealSomeAnew(
  tx: Pick<AccountTransaction, "query">,
  seal: Sealer,
  place: Place,
  most: number,
): Promise<{ next: Place | null; rows: number }> {
  const table = sealedTables[place.table];
  if (!table) return { next: null, rows: 0 };
  const columns = table.key.map(([column]) => column).join(", ");
  const keyTexts = table.key.map(([column, type]) =>
    type === "timestamptz" ? `to_json(${column})#>>'{}'` : `${column}::text`,
  );
  const newest = Buffer.alloc(2);
  newest.writeUInt16BE(seal.generation);
  const values: unknown[] = [newest, most, ...(place.after ?? [])];
  const after = place.after
    ? `and (${columns}) > (${table.key.map(([, type], index) => `$${index + 3}::${type}`).join(", ")})`
    : "";
  const { rows } = await tx.query<{ key: string[]; sealed: Buffer }>(
    `select array[${keyTexts.join(", ")}] as key, sealed from ${table.name}
     where substring(sealed from 2 for 2) <> $1 ${after} order by ${columns} limit $2`,
    values,
  );
  if (rows.length > 0) await writeAnew(tx, seal, table, rows);
  const isThrough = rows.length < most;
  return {
    next: isThrough ? { table: place.table + 1, after: null } : { ...place, after: rows.at(-1)!.key },
    rows: rows.length,
  };
}

async function writeAnew(
  tx: Pick<AccountTransaction, "query">,
  seal: Sealer,
  { name, key, rowId }: SealedTable,
  rows: readonly { key: string[]; sealed: Buffer }[],
): Promise<void> {
  const anew = rows.map((row) => {
    const id = rowId(row.key);
    return seal.seal(name, id, seal.open(name, id, row.sealed));
  });
  const parameters = key.map(([, type], index) => `$${index + 3}::${type}[]`);
  const names = key.map((_, index) => `key_${index}`);
  const same = key.map(([column], index) => `t.${column} = n.key_${index}`);
  await tx.query(
    `update ${name} t set sealed = n.anew from unnest($1::bytea[], $2::bytea[], ${parameters.join(", ")})
     as n (anew, before, ${names.join(", ")}) where ${same.join(" and ")} and t.sealed = n.before`,
    [anew, rows.map(({ sealed }) => sealed), ...key.map((_, index) => rows.map((row) => row.key[index]))],
  );
}

/** About how many sealed rows the account has, from Postgres' statistics. */
export async function countSealedRows(tx: Pick<AccountTransaction, "query">): Promise<number> {
  const { rows } = await tx.query<{ n: string }>(
    `select coalesce(sum(greatest(reltuples, 0)), 0)::bigint as n from pg_class
     where relnamespace = current_schema()::regnamespace and relname = any($1)`,
    [sealedTables.map(({ name }) => name)],
  );
  return Number(rows[0]!.n);
}

/** Rows that another data key than the newest sealed. */
export async function countOldRows(tx: Pick<AccountTransaction, "query">, seal: Sealer): Promise<number> {
  const newest = Buffer.alloc(2);
  newest.writeUInt16BE(seal.generation);
  let count = 0;
  for (const { name } of sealedTables) {
    const { rows } = await tx.query<{ n: string }>(
      `select count(*) as n from ${name} where substring(sealed from 2 for 2) <> $1`,
      [newest],
    );
    count += Number(rows[0]!.n);
  }
  return count;
}
