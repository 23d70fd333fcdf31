import type { AccountTransaction } from "@refill/database";
import type { ValueClass, VariationClass } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";

/** A planning of all locations of the account. */
export interface Run {
  id: string;
  state: "waiting" | "running" | "done" | "failed";
  /** ms. */
  createdAt: number;
  /** All locations up to this one, by id, are planned; null: none is. */
  plannedUntil: string | null;
  content: RunContent;
}
export interface RunContent {
  /** Who asked for it, as a person reads it; null: it is the nightly one. */
  by: string | null;
  startedAt: number | null;
  /** When something was last done of it. */
  touchedAt: number;
  finishedAt: number | null;
  /** Locations there were when it began, and those done. */
  total: number;
  planned: number;
  proposals: ProposalCounts;
  /** Why it failed, in words. */
  problem: string | null;
  matrix: readonly MatrixCell[];
}
export interface ProposalCounts {
  created: number;
  kept: number;
  withdrawn: number;
  /** By planning itself. */
  applied: number;
}
/** Locations of one class of value and of variation. */
export interface MatrixCell {
  value: ValueClass;
  variation: VariationClass;
  locations: number;
  /** Of what is used in a year, and of the stock as it lies on average now; in the account's currency. */
  valuePerYear: number;
  stockValue: number;
}

type Transaction = Pick<AccountTransaction, "query">;
const table = "planning_run";
const keptRuns = 100;
/** After so long without any progress nobody is at it any more. */
const lostAfterMs = 60 * 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

interface Row {
  id: string;
  state: Run["state"];
  created_at: Date;
  last_location_id: string | null;
  sealed: Buffer;
}

export function newRun(id: string, by: string | null, now: number): Run {
  return {
    id,
    state: "waiting",
    createdAt: now,
    plannedUntil: null,
    content: {
      by,
      startedAt: null,
      touchedAt: now,
      finishedAt: null,
      total: 0,
      planned: 0,
      proposals: { created: 0, kept: 0, withdrawn: 0, applied: 0 },
      problem: null,
      matrix: [],
    },
  };
}

/**
 * Enters the run, and gives it; or the one that waits or runs already, since there is one at a time. A run that went on
 * before is given as it was left.
 */
export async function enterRun(tx: Transaction, sealer: Sealer, run: Run): Promise<Run> {
  const known = await readRun(tx, sealer, run.id);
  if (known) return known;
  const present = await readPresentRun(tx, sealer);
  if (present && run.createdAt - present.content.touchedAt < lostAfterMs) return present;
  if (present) await writeRun(tx, sealer, lost(present, run.createdAt));
  const { rowCount } = await tx.query(
    "insert into planning_run (id, state, created_at, sealed) values ($1, $2, $3, $4) on conflict do nothing",
    [run.id, run.state, iso(run.createdAt), seal(sealer, run)],
  );
  await tx.query(
    "delete from planning_run where id in (select id from planning_run order by created_at desc, id offset $1)",
    [keptRuns],
  );
  // Somebody else entered one at this moment.
  return rowCount === 1 ? run : ((await readPresentRun(tx, sealer)) ?? run);
}

export async function writeRun(tx: Transaction, sealer: Sealer, run: Run): Promise<void> {
  await tx.query("update planning_run set state = $2, last_location_id = $3, sealed = $4 where id = $1", [
    run.id,
    run.state,
    run.plannedUntil,
    seal(sealer, run),
  ]);
}

export async function readRun(tx: Transaction, sealer: Sealer, id: string): Promise<Run | undefined> {
  const { rows } = await tx.query<Row>("select * from planning_run where id = $1", [id]);
  return rows[0] && open(sealer, rows[0]);
}

/** Newest first. */
export async function readRuns(tx: Transaction, sealer: Sealer): Promise<Run[]> {
  const { rows } = await tx.query<Row>("select * from planning_run order by created_at desc, id");
  return rows.map((row) => open(sealer, row));
}

/** The last one that was finished. */
export async function readLastRun(tx: Transaction, sealer: Sealer): Promise<Run | undefined> {
  const { rows } = await tx.query<Row>(
    "select * from planning_run where state = 'done' order by created_at desc, id limit 1",
  );
  return rows[0] && open(sealer, rows[0]);
}

async function readPresentRun(tx: Transaction, sealer: Sealer): Promise<Run | undefined> {
  const { rows } = await tx.query<Row>("select * from planning_run where state in ('waiting', 'running')");
  return rows[0] && open(sealer, rows[0]);
}

function lost(run: Run, at: number): Run {
  const problem = "It was interrupted and not taken up again; the next one plans everything anew.";
  return { ...run, state: "failed", content: { ...run.content, finishedAt: at, problem } };
}

function seal(sealer: Sealer, { id, content }: Run): Buffer {
  return sealer.seal(table, id, { v: 1, ...content });
}

function open(sealer: Sealer, { id, state, created_at, last_location_id, sealed }: Row): Run {
  const { v: _version, ...content } = sealer.open(table, id, sealed) as { v: number };
  return {
    id,
    state,
    createdAt: created_at.getTime(),
    plannedUntil: last_location_id,
    content: content as unknown as RunContent,
  };
}

/** The run as the REST API shows it. */
export function runView({ id, state, createdAt, content }: Run, now: number) {
  const { by, startedAt, finishedAt, total, planned, proposals, problem } = content;
  return {
    id,
    state,
    by,
    createdAt: iso(createdAt),
    startedAt: startedAt === null ? null : iso(startedAt),
    finishedAt: finishedAt === null ? null : iso(finishedAt),
    durationSeconds: startedAt === null ? null : ((finishedAt ?? now) - startedAt) / 1000,
    locations: { total, planned },
    proposals,
    problem,
  };
}
