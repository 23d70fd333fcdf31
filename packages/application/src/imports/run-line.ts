import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { AccountChange } from "../accounts/account-change.ts";
import type { ImportLine } from "../accounts/records.ts";
import { malformed } from "../api/problems.ts";
import { strictValidator, type Validator } from "../api/validation.ts";
import { Refusal } from "../refusal.ts";
import type { CellValue, ImportKind, ImportKindName } from "./import-kind.ts";
import { LineReader, type Reading } from "./line-reader.ts";

export interface LineRun {
  kind: ImportKind;
  reading: Reading;
  /** Which line brought which record, by its id. */
  seen: Map<string, number>;
  mayReachPrivate: boolean;
}

/**
 * Does what a line says within the change, and tells what that was. A line with anything wrong does nothing; what a
 * refusal left in the change, its caller takes back.
 */
export function runLine(
  change: AccountChange,
  { kind, reading, seen, mayReachPrivate }: LineRun,
  { line, cells }: Pick<ImportLine, "line" | "cells">,
): ImportLine {
  const reader = new LineReader(reading, cells);
  const result: ImportLine = {
    line,
    cells,
    outcome: "error",
    title: "",
    recordId: null,
    changes: [],
    problems: [],
    applied: null,
    undoProblem: null,
  };
  try {
    const known = kind.find(change, reader);
    const input = kind.read(change, reader, known);
    const before = known ? kind.cells(change, known) : undefined;
    if (known) {
      result.title = kind.title(known);
      const other = seen.get(known.id);
      if (other !== undefined)
        reader.refuse(
          null,
          "twice",
          `says something of what line ${other} is about, too: join the two lines`,
        );
    }
    if (reader.problems.length === 0) checkShape(kind, reader, input);
    if (reader.problems.length > 0) return { ...result, problems: reader.problems };
    const isCount = kind.remove === null;
    if (known && !isCount && isDeepStrictEqual(kind.inputOf(known), input)) {
      seen.set(known.id, line);
      return { ...result, outcome: "same", recordId: known.id };
    }
    const id = known?.id ?? reader.text("id") ?? randomUUID();
    const record = kind.put(change, id, input, mayReachPrivate);
    seen.set(id, line);
    const changes = before ? differences(before, kind.cells(change, record)) : [];
    return {
      ...result,
      // A count is one, also of what was known; a record may be the same in all that it shows.
      outcome: !known || isCount ? "new" : record === known ? "same" : "changed",
      title: kind.title(record),
      recordId: id,
      changes,
      applied: isCount
        ? null
        : { version: (record as { version: number }).version, before: known ? kind.inputOf(known) : null },
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    addRefusal(kind, reader, error);
    return { ...result, problems: reader.problems };
  }
}

const validators = new Map<ImportKindName, Validator>();
function checkShape(kind: ImportKind, reader: LineReader, input: object): void {
  let validate = validators.get(kind.name);
  if (!validate) {
    validate = strictValidator(kind.schema);
    validators.set(kind.name, validate);
  }
  if (!validate(input)) addRefusal(kind, reader, malformed(validate.errors ?? [], ""));
}

function addRefusal(kind: ImportKind, reader: LineReader, { message, errors }: Refusal): void {
  if (errors.length === 0) reader.refuse(null, "refused", message);
  for (const { field, message: why } of errors) {
    const name = kind.fieldOf(field);
    const isColumn = name !== null && kind.fields.some((each) => each.name === name);
    reader.refuse(isColumn ? name : null, "refused", isColumn ? why : `${field}: ${why}`);
  }
}

function differences(
  before: Readonly<Record<string, CellValue>>,
  after: Readonly<Record<string, CellValue>>,
): ImportLine["changes"] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [from, to] = [textOf(before[field]), textOf(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

export function textOf(value: CellValue | undefined): string | null {
  if (value === null || value === undefined || value === "") return null;
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
