import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { DataImport, ImportLine } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound, Refusal } from "../refusal.ts";
import { type DecimalSign, decimalSignOf } from "./cell-values.ts";
import { checkedMapping, mappingOf } from "./column-mapping.ts";
import { chunksOf, readAllLines } from "./import-chunks.ts";
import type { ImportKindName } from "./import-kind.ts";
import { type ImportJob, importQueue } from "./import-worker.ts";
import { importKind } from "./kinds/all.ts";
import { previewLines } from "./preview.ts";
import { readTable } from "./read-table.ts";

const lifeMs = 30 * 24 * 60 * 60 * 1000;
const mostKept = 20;
const mostProblems = 100;

export interface ImportRequest {
  kind: ImportKindName;
  text: string;
  fileName?: string | undefined;
  mapping?: readonly (string | null)[] | undefined;
  decimalSign?: DecimalSign | undefined;
}

/** Reads a file and keeps what each of its lines would do; nothing else of the account changes. */
export async function createImport(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  { kind, text, fileName, mapping: wanted, decimalSign }: ImportRequest,
  mayReachPrivate: boolean,
): Promise<DataImport> {
  const { columns, delimiter, lines } = readTable(text);
  const { fields } = importKind(kind);
  const mapping = wanted ? checkedMapping(wanted, columns, fields) : mappingOf(columns, fields);
  const how = {
    kind,
    columns,
    mapping,
    decimalSign: decimalSign ?? decimalSignOf(numbersOf(mapping, fields, lines), delimiter),
  };
  const preview = await previewLines(await store.read(accountId), actor, how, lines, mayReachPrivate);
  const id = randomUUID();
  return store.change(accountId, actor, (change) => {
    forgetOld(change);
    change.importChunks.push(...chunksOf(id, preview.lines));
    return change.put("dataImport", {
      id,
      ...how,
      fileName: fileName ?? null,
      delimiter,
      state: "ready",
      by: actor.name,
      actor,
      counts: preview.counts,
      lines: lines.length,
      isAllOrNothing: false,
      chunksDone: 0,
      problem: null,
      createdAt: change.at,
      startedAt: null,
      finishedAt: null,
      expiresAt: change.at + lifeMs,
    });
  });
}

/** Looks at the lines anew: with columns that mean something else, or since other records are there now. */
export async function previewAgain(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
  wanted: { mapping?: readonly (string | null)[] | undefined; decimalSign?: DecimalSign | undefined },
  mayReachPrivate: boolean,
): Promise<DataImport> {
  const set = await store.read(accountId);
  const before = findImport(set, id, Date.now());
  refuseUnless(before, "ready");
  const { fields } = importKind(before.kind);
  const how = {
    kind: before.kind,
    columns: before.columns,
    mapping: wanted.mapping ? checkedMapping(wanted.mapping, before.columns, fields) : before.mapping,
    decimalSign: wanted.decimalSign ?? before.decimalSign,
  };
  const lines = await store.query(accountId, (tx) => readAllLines(tx, set.sealer, id));
  const preview = await previewLines(set, actor, how, lines, mayReachPrivate);
  return store.change(accountId, actor, (change) => {
    const now = findImport(change, id, change.at);
    refuseUnless(now, "ready");
    change.importChunks.push(...chunksOf(id, preview.lines));
    return change.put("dataImport", { ...now, ...how, counts: preview.counts, problem: null });
  });
}

/** Leaves the job that does what the good lines say, or, all or nothing, what all of them say. */
export function beginApplying(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
  isAllOrNothing: boolean,
): Promise<DataImport> {
  return store.change(accountId, actor, (change) => {
    const before = findImport(change, id, change.at);
    refuseUnless(before, "ready");
    const { counts } = before;
    if (isAllOrNothing && counts.error > 0)
      throw new Refusal(
        409,
        "import-has-errors",
        `${counts.error} of ${before.lines} lines are in error: correct them, or import the good ones only.`,
      );
    if (counts.new + counts.changed === 0)
      throw new Refusal(409, "import-empty", "No line of this import would change anything.");
    enqueue(change, id);
    return change.put("dataImport", {
      ...before,
      state: "applying",
      isAllOrNothing,
      actor,
      by: actor.name,
      chunksDone: 0,
      problem: null,
      startedAt: change.at,
      finishedAt: null,
    });
  });
}

/** Leaves the job that takes an import back. Refused when anything else changed one of its records since. */
export async function beginUndoing(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<DataImport> {
  const set = await store.readNow(accountId);
  const known = findImport(set, id, Date.now());
  refuseUnless(known, "applied");
  const { kind, remove } = importKind(known.kind);
  if (remove === null)
    throw new Refusal(
      409,
      "import-final",
      "Stock counts can't be taken back, since sensors may have seen changes after them: count again.",
    );
  const lines = await store.query(accountId, (tx) => readAllLines(tx, set.sealer, id));
  return store.change(accountId, actor, (change) => {
    const before = findImport(change, id, change.at);
    refuseUnless(before, "applied");
    refuseChanged(change, kind, lines);
    enqueue(change, id);
    return change.put("dataImport", {
      ...before,
      state: "undoing",
      actor,
      by: actor.name,
      chunksDone: 0,
      problem: null,
      startedAt: change.at,
      finishedAt: null,
    });
  });
}

function refuseChanged(
  change: AccountChange,
  kind: ReturnType<typeof importKind>["kind"],
  lines: readonly ImportLine[],
): void {
  const changed = lines.filter(({ applied, recordId }) => {
    if (!applied || recordId === null) return false;
    return (change.get(kind, recordId) as { version?: number } | undefined)?.version !== applied.version;
  });
  if (changed.length === 0) return;
  throw new Refusal(
    409,
    "import-changed",
    `${changed.length} of its records were changed or removed since, first of all ${changed[0]!.title}: correct them one by one.`,
    changed.slice(0, mostProblems).map(({ line, title }) => ({
      field: `line ${line}`,
      message: `${title} was changed or removed since the import`,
    })),
  );
}

export function removeImport(change: AccountChange, id: string): void {
  const known = findImport(change, id, change.at);
  if (known.state === "applying" || known.state === "undoing")
    throw new Refusal(409, "import-state", "The import is at work: wait until it is done.");
  change.remove("dataImport", id);
}

export function findImport(account: Pick<AccountChange, "get">, id: string, now: number): DataImport {
  const found = account.get("dataImport", id);
  if (!found || found.expiresAt <= now) throw notFound("import");
  return found;
}

/** The newest first. */
export function importsOf(set: WorkingSet, now: number): DataImport[] {
  return [...set.all("dataImport")]
    .filter(({ expiresAt }) => expiresAt > now)
    .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

const words = {
  ready: "was not applied yet",
  applying: "is being applied",
  applied: "is applied already",
  undoing: "is being taken back",
  undone: "was taken back",
} as const;
function refuseUnless({ state }: DataImport, wanted: DataImport["state"]): void {
  if (state === wanted) return;
  throw new Refusal(409, "import-state", `The import ${words[state]}.`);
}

function enqueue(change: AccountChange, importId: string): void {
  const job: ImportJob = { accountId: change.base.accountId, importId };
  change.enqueue(importQueue, job);
}

/** Those that are over, and the oldest beyond so many; none that is at work. */
function forgetOld(change: AccountChange): void {
  const kept = [...change.all("dataImport")]
    .filter(({ state }) => state !== "applying" && state !== "undoing")
    .sort((a, b) => b.createdAt - a.createdAt);
  for (const [index, { id, expiresAt }] of kept.entries())
    if (index >= mostKept - 1 || expiresAt <= change.at) change.remove("dataImport", id);
}

function* numbersOf(
  mapping: readonly (string | null)[],
  fields: ReturnType<typeof importKind>["fields"],
  lines: readonly { cells: readonly string[] }[],
): Generator<string> {
  const columns = mapping.flatMap((name, index) => {
    const field = fields.find((each) => each.name === name);
    return field && (field.value === "number" || /^price\d?$/.test(field.name)) ? [index] : [];
  });
  for (const { cells } of lines)
    for (const index of columns) for (const part of cells[index]!.split(/[|:=]/)) yield part;
}
