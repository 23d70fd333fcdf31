import { type AuditRow, openEntry } from "@refill/database";
import { SealBroken, type Sealer } from "@refill/vault";
import type { AuditContent } from "./audit-entries.ts";

/**
 * Where a trail is read from: an account's transaction, or any connection that may read the account's schema, which it then
 * names (the operator's, whose search path is another).
 */
export interface TrailSource {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
  schema?: string;
  /** Where the head lies; default: beside the account's revision. */
  head?: { table: string; sequence: string; hash: string };
}

export interface TrailFilter {
  /** ms since 1970, both inclusive. */
  from?: number;
  to?: number;
  actorKind?: string;
  actorId?: string;
  /** The action or the beginning of it, e.g. `api-key.`. */
  action?: string;
  targetKind?: string;
  targetId?: string;
  /** Anywhere in the entry, in capitals or not. */
  text?: string;
}

export interface TrailEntry extends AuditContent {
  sequence: number;
  /** ms since 1970. */
  at: number;
  /** Hexadecimal. */
  hash: string;
}

/** Rows that are read and opened at once. */
const rowsAtOnce = 500;

/**
 * The newest entries that fit the filter, newest first: at most `limit`, from below the number `before` on. Content is sealed, so a
 * filter opens row by row, at most `mostRows`; `next` is where to go on, null when the trail's begin was reached.
 */
export async function readTrail(
  source: TrailSource,
  seal: Sealer,
  options: { filter?: TrailFilter; before?: number | undefined; limit: number; mostRows?: number },
): Promise<{ entries: TrailEntry[]; next: number | null }> {
  const { filter = {}, limit, mostRows = 10_000 } = options;
  const entries: TrailEntry[] = [];
  let before = options.before ?? null;
  for (let read = 0; read < mostRows; ) {
    const wanted = Math.min(rowsAtOnce, mostRows - read, hasContentFilter(filter) ? rowsAtOnce : limit + 1);
    const rows = await readRows(source, "desc", before, filter, wanted);
    for (const [index, row] of rows.entries()) {
      // One more than the page: then there is a next one.
      if (entries.length === limit) return { entries, next: rows[index - 1]?.sequence ?? before };
      const entry = entryOf(seal, row);
      if (fits(entry, filter)) entries.push(entry);
    }
    if (rows.length < wanted) return { entries, next: null };
    read += rows.length;
    before = rows.at(-1)!.sequence;
  }
  return { entries, next: before };
}

/** One entry; undefined when the trail has none of this number. */
export async function readEntry(
  source: TrailSource,
  seal: Sealer,
  sequence: number,
): Promise<TrailEntry | undefined> {
  const { rows } = await source.query<RowInTable>(
    `select ${columns} from ${tableOf(source)} where sequence = $1`,
    [sequence],
  );
  return rows[0] && entryOf(seal, rowOf(rows[0]));
}

/**
 * All entries up to the number `last` that fit the filter, oldest first, batch by batch. `seal` is asked for with each batch: keys may
 * leave the memory meanwhile.
 */
export async function* trailEntries(
  source: TrailSource,
  seal: () => Promise<Sealer>,
  { filter = {}, last }: { filter?: TrailFilter; last: number },
): AsyncGenerator<TrailEntry[]> {
  for await (const rows of trailRows(source, { filter, last })) {
    const sealer = await seal();
    const entries = rows.map((row) => entryOf(sealer, row)).filter((entry) => fits(entry, filter));
    if (entries.length > 0) yield entries;
  }
}

/** The rows as they lie there, oldest first, batch by batch. */
export async function* trailRows(
  source: TrailSource,
  { filter = {}, last }: { filter?: TrailFilter; last: number },
): AsyncGenerator<AuditRow[]> {
  for (let from: number | null = null; ; ) {
    const rows: AuditRow[] = (await readRows(source, "asc", from, filter, rowsAtOnce)).filter(
      ({ sequence }) => sequence <= last,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) return;
    from = rows.at(-1)!.sequence;
  }
}

export function tableOf({ schema }: TrailSource, table = "audit_entry"): string {
  return schema === undefined ? table : `${schema}.${table}`;
}

interface RowInTable {
  sequence: string;
  at: Date;
  entry_hash: Buffer;
  sealed: Buffer;
}
const columns = "sequence, at, entry_hash, sealed";

async function readRows(
  source: TrailSource,
  order: "asc" | "desc",
  beyond: number | null,
  { from, to }: TrailFilter,
  most: number,
): Promise<AuditRow[]> {
  const time = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
  const { rows } = await source.query<RowInTable>(
    `select ${columns} from ${tableOf(source)}
     where ($1::bigint is null or sequence ${order === "asc" ? ">" : "<"} $1)
       and ($2::timestamptz is null or at >= $2) and ($3::timestamptz is null or at <= $3)
     order by sequence ${order} limit $4`,
    [beyond, time(from), time(to), most],
  );
  return rows.map(rowOf);
}

function rowOf({ sequence, at, entry_hash: hash, sealed }: RowInTable): AuditRow {
  return { sequence: Number(sequence), at: at.getTime(), hash, sealed };
}

function entryOf(seal: Sealer, row: AuditRow): TrailEntry {
  return { sequence: row.sequence, at: row.at, ...contentOf(seal, row), hash: row.hash.toString("hex") };
}

/** An entry that somebody damaged is shown as that, and hides no other. */
function contentOf(seal: Sealer, row: AuditRow): AuditContent {
  try {
    return openEntry(seal, row) as AuditContent;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    const actor = { kind: "system" as const, id: null, name: "unknown", address: null };
    return { v: 1, action: "unreadable", actor, target: null, before: null, after: null, detail: null };
  }
}

function hasContentFilter({ from: _from, to: _to, ...content }: TrailFilter): boolean {
  return Object.values(content).some((value) => value !== undefined);
}

function fits(
  entry: TrailEntry,
  { actorKind, actorId, action, targetKind, targetId, text }: TrailFilter,
): boolean {
  return (
    (actorKind === undefined || entry.actor.kind === actorKind) &&
    (actorId === undefined || entry.actor.id === actorId) &&
    (action === undefined || entry.action.startsWith(action)) &&
    (targetKind === undefined || entry.target?.kind === targetKind) &&
    (targetId === undefined || entry.target?.id === targetId) &&
    (text === undefined || textOf(entry).includes(text.toLowerCase()))
  );
}

function textOf({ action, actor, target, before, after, detail }: TrailEntry): string {
  return JSON.stringify([action, actor, target, before, after, detail]).toLowerCase();
}
