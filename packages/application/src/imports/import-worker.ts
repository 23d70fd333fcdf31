import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { DataImport, ImportLine } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";
import { chunksOf, readAllLines, readChunk } from "./import-chunks.ts";
import { chunkCount } from "./import-progress.ts";
import { importKind } from "./kinds/all.ts";
import { countsOf, nothingCounted, previewLines, readingOf } from "./preview.ts";
import { runLine } from "./run-line.ts";
import { undoLine } from "./undo-line.ts";

/** Jobs that apply or take back an import; their data is {@link ImportJob}. */
export const importQueue = "data-import";
export interface ImportJob {
  accountId: string;
  importId: string;
}
/** A job whose process died is noticed after ten to fifteen seconds; it goes on behind the last chunk that was committed. */
export const importQueueOptions = {
  retryLimit: 30,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 30 * 60,
};

interface Work {
  store: AccountStore;
  log: Logger;
  /** Webhooks to private networks are allowed (the demonstration). */
  mayReachPrivate: boolean;
  isStopping?: () => boolean;
}

/** Does the jobs from now on, one at a time for each region. */
export async function startImports(
  options: { bosses: ReadonlyMap<string, PgBoss> } & Omit<Work, "isStopping">,
): Promise<{ stop(): void }> {
  let isStopping = false;
  for (const [region, boss] of options.bosses)
    await boss.work<ImportJob>(importQueue, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
      if (!job) return;
      options.store.regions.remember(job.data.accountId, region);
      await doImport(job.data, { ...options, isStopping: () => isStopping });
    });
  return {
    stop() {
      isStopping = true;
    },
  };
}

/** Does an {@link ImportJob}. Throws when it is to be taken up again: also when `isStopping` says so. */
export async function doImport({ accountId, importId }: ImportJob, work: Work): Promise<void> {
  const { store, log, isStopping = () => false } = work;
  try {
    for (;;) {
      if (isStopping()) throw new Error("Refill is being stopped; the import goes on after its start");
      const set = await store.readNow(accountId);
      const now = set.get("dataImport", importId);
      if (now?.state === "undoing") await undoChunk(work, accountId, now);
      else if (now?.state === "applying" && now.isAllOrNothing) await applyAll(work, accountId, now);
      else if (now?.state === "applying") await applyChunk(work, accountId, now);
      else break;
    }
    log.info({ accountId, importId }, "an import is done");
  } catch (error) {
    // The customer is gone.
    if (error instanceof Refusal && error.status === 404) return;
    throw error;
  }
}

/** The chunk's good lines in one change, with how far the import is. */
async function applyChunk(
  { store, mayReachPrivate }: Work,
  accountId: string,
  at: DataImport,
): Promise<void> {
  const { sealer } = await store.read(accountId);
  const lines = await store.query(accountId, (tx) => readChunk(tx, sealer, at.id, at.chunksDone));
  await store.change(accountId, at.actor, async (change) => {
    const now = stillAt(change, at);
    if (!now) return;
    const run = { kind: importKind(now.kind), reading: readingOf(now), seen: new Map(), mayReachPrivate };
    const results: ImportLine[] = [];
    for (const line of lines ?? []) results.push(await runOne(change, run, line));
    if (lines) change.importChunks.push({ importId: now.id, sequence: now.chunksDone, lines: results });
    // What the preview counted is replaced by what came of it, chunk by chunk.
    const counts = now.chunksDone === 0 ? nothingCounted : now.counts;
    putProgress(change, now, { counts: added(counts, countsOf(results)), state: "applied" });
  });
}

/** What was wrong in the preview stays undone; so does what is refused only now. */
async function runOne(
  change: AccountChange,
  run: Parameters<typeof runLine>[1],
  line: ImportLine,
): Promise<ImportLine> {
  if (line.outcome === "error") return line;
  let result: ImportLine = line;
  try {
    await change.attempt(() => {
      result = runLine(change, run, line);
      if (result.outcome === "error") throw new LineRefused();
    });
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error;
  }
  return result;
}
class LineRefused extends Error {}

/** Everything in one change, or nothing: then the import is ready again, with what is wrong. */
async function applyAll({ store, mayReachPrivate }: Work, accountId: string, at: DataImport): Promise<void> {
  const { sealer } = await store.read(accountId);
  const lines = await store.query(accountId, (tx) => readAllLines(tx, sealer, at.id));
  try {
    await store.change(accountId, at.actor, (change) => {
      const now = stillAt(change, at);
      if (!now) return;
      const run = { kind: importKind(now.kind), reading: readingOf(now), seen: new Map(), mayReachPrivate };
      const results = lines.map((line) => runLine(change, run, line));
      const counts = countsOf(results);
      if (counts.error > 0) throw new LineRefused();
      change.importChunks.push(...chunksOf(now.id, results));
      change.put("dataImport", {
        ...now,
        counts,
        state: "applied",
        chunksDone: chunkCount(now),
        finishedAt: change.at,
      });
    });
  } catch (error) {
    if (!(error instanceof LineRefused)) throw error;
    const set = await store.readNow(accountId);
    const preview = await previewLines(set, at.actor, at, lines, mayReachPrivate);
    await store.change(accountId, at.actor, (change) => {
      const now = stillAt(change, at);
      if (!now) return;
      change.importChunks.push(...chunksOf(now.id, preview.lines));
      const { error: bad } = preview.counts;
      const problem = `Nothing was imported: since the preview ${bad} ${bad === 1 ? "line" : "lines"} came to be in error.`;
      change.put("dataImport", { ...now, counts: preview.counts, state: "ready", problem, startedAt: null });
    });
  }
}

/** From the last chunk to the first: what came later may refer to what came before. */
async function undoChunk({ store, mayReachPrivate }: Work, accountId: string, at: DataImport): Promise<void> {
  const sequence = chunkCount(at) - 1 - at.chunksDone;
  const { sealer } = await store.read(accountId);
  const lines = await store.query(accountId, (tx) => readChunk(tx, sealer, at.id, sequence));
  await store.change(accountId, at.actor, async (change) => {
    const now = stillAt(change, at);
    if (!now) return;
    const results: ImportLine[] = [];
    for (const line of [...(lines ?? [])].reverse())
      results.push(await undoLine(change, importKind(now.kind), line, mayReachPrivate));
    if (lines) change.importChunks.push({ importId: now.id, sequence, lines: results.reverse() });
    const left = results.filter(({ undoProblem }) => undoProblem !== null).length;
    putProgress(change, now, {
      state: "undone",
      ...(left > 0 ? { problem: leftWords(now.problem, left) } : {}),
    });
  });
}

function leftWords(before: string | null, more: number): string {
  const count = Number(/^(\d+)/.exec(before ?? "")?.[1] ?? 0) + more;
  return `${count} ${count === 1 ? "line" : "lines"} could not be taken back; each says why.`;
}

/** `state`: when this was the last chunk. */
function putProgress(
  change: AccountChange,
  now: DataImport,
  { state, ...more }: Partial<DataImport> & { state: DataImport["state"] },
): void {
  const chunksDone = now.chunksDone + 1;
  const isLast = chunksDone >= chunkCount(now);
  change.put("dataImport", {
    ...now,
    ...more,
    chunksDone,
    ...(isLast ? { state, finishedAt: change.at } : {}),
  });
}

/** The import as it is; undefined when another process did this step meanwhile. */
function stillAt(change: AccountChange, { id, state, chunksDone }: DataImport): DataImport | undefined {
  const now = change.get("dataImport", id);
  return now?.state === state && now.chunksDone === chunksDone ? now : undefined;
}

function added(a: DataImport["counts"], b: DataImport["counts"]): DataImport["counts"] {
  return {
    new: a.new + b.new,
    changed: a.changed + b.changed,
    same: a.same + b.same,
    error: a.error + b.error,
  };
}
