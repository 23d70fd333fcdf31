import { setImmediate } from "node:timers/promises";
import { AccountChange } from "../accounts/account-change.ts";
import type { Actor } from "../accounts/actor.ts";
import type { DataImport, ImportLine } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { importKind } from "./kinds/all.ts";
import type { Reading } from "./line-reader.ts";
import { runLine } from "./run-line.ts";

/** Lines that are looked at before others get their turn. */
const linesAtOnce = 50;
export const nothingCounted = { new: 0, changed: 0, same: 0, error: 0 };

export function readingOf(of: Pick<DataImport, "kind" | "columns" | "mapping" | "decimalSign">): Reading {
  const { columns, mapping, decimalSign } = of;
  return { columns, mapping, decimalSign, fields: importKind(of.kind).fields };
}

/** What each line would do, tried out in a change that is never committed. */
export async function previewLines(
  set: WorkingSet,
  actor: Actor,
  of: Pick<DataImport, "kind" | "columns" | "mapping" | "decimalSign">,
  lines: readonly Pick<ImportLine, "line" | "cells">[],
  mayReachPrivate: boolean,
): Promise<{ lines: ImportLine[]; counts: DataImport["counts"] }> {
  const change = new AccountChange(set, actor, Date.now());
  const run = {
    kind: importKind(of.kind),
    reading: readingOf(of),
    seen: new Map<string, number>(),
    mayReachPrivate,
  };
  const results: ImportLine[] = [];
  for (const [index, each] of lines.entries()) {
    // What was done is told only when it was.
    results.push({ ...runLine(change, run, each), applied: null });
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
  }
  return { lines: results, counts: countsOf(results) };
}

export function countsOf(lines: readonly ImportLine[]): DataImport["counts"] {
  const counts = { ...nothingCounted };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
}
