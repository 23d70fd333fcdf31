import { type Static, Type } from "typebox";
import { closed, Id, Nullable, Text, Time } from "../api/schemas.ts";
import { importKindNames } from "./import-kind.ts";

/** Imports of CSV files, as they cross the wire. */

export const ImportKindName = Type.Enum([...importKindNames], { type: "string" });
export const DecimalSign = Type.Enum([".", ","], {
  type: "string",
  description: "Of the file's numbers; left out: found out from them",
});
const Labels = Type.Object({ en: Type.String(), de: Type.String() });
export const ImportField = Type.Object(
  {
    name: Type.String(),
    label: Labels,
    value: Type.Enum(["text", "number", "date", "yes-no", "list"], { type: "string" }),
    isRequired: Type.Boolean({ description: "A new record needs it" }),
    units: Type.Array(Type.String(), {
      description: "That may stand behind the number; the first is meant without",
    }),
  },
  { description: "What a column can hold" },
);
export const ImportKind = Type.Object(
  { kind: ImportKindName, fields: Type.Array(ImportField) },
  { $id: "ImportKind", description: "What can be imported, and from which columns" },
);

const counted = (description: string) => Type.Integer({ description });
export const DataImport = Type.Object(
  {
    id: Id,
    kind: ImportKindName,
    fileName: Nullable(Type.String()),
    delimiter: Type.Enum([",", ";", "\t"], { type: "string" }),
    decimalSign: Type.Enum([".", ","], { type: "string" }),
    columns: Type.Array(
      Type.Object({
        header: Type.String(),
        field: Nullable(Type.String({ description: "What it holds; null: it is left out" })),
        sample: Type.Array(Type.String(), { description: "What stands in it first" }),
      }),
    ),
    state: Type.Enum(["ready", "applying", "applied", "undoing", "undone"], {
      type: "string",
      description: "Ready: so far it is a preview, and nothing was changed",
    }),
    isAllOrNothing: Type.Boolean(),
    lines: Type.Object({
      total: Type.Integer(),
      done: counted("Applied, or taken back, so far"),
      new: counted("That make a record"),
      changed: counted("That change one"),
      same: counted("That say what is there already"),
      error: counted("With a problem: they do nothing"),
    }),
    by: Type.String({ description: "Who did the last step" }),
    problem: Nullable(Type.String({ description: "Why it was not done as a whole" })),
    canUndo: Type.Boolean(),
    createdAt: Time,
    startedAt: Nullable(Time),
    finishedAt: Nullable(Time),
    expiresAt: Time,
  },
  { $id: "DataImport", description: "A CSV file that brings records: a preview first, then what came of it" },
);
export const ImportLine = Type.Object(
  {
    line: Type.Integer({ description: "As an editor counts them, from 1" }),
    cells: Type.Array(Type.String()),
    outcome: Type.Enum(["new", "changed", "same", "error"], { type: "string" }),
    title: Type.String({ description: "What people call its record" }),
    recordId: Nullable(Id),
    changes: Type.Array(
      Type.Object({ field: Type.String(), from: Nullable(Type.String()), to: Nullable(Type.String()) }),
    ),
    problems: Type.Array(
      Type.Object({
        field: Nullable(Type.String({ description: "Null: the line as a whole" })),
        code: Type.Enum(
          [
            "missing",
            "no-number",
            "no-date",
            "no-yes-or-no",
            "not-understood",
            "unknown-reference",
            "ambiguous",
            "twice",
            "refused",
          ],
          { type: "string" },
        ),
        message: Type.String({ description: "What is wrong, and what to do" }),
        value: Nullable(Type.String({ description: "What stands there" })),
      }),
    ),
    undoProblem: Nullable(Type.String({ description: "Why it could not be taken back" })),
  },
  { $id: "ImportLine" },
);

const Mapping = Type.Array(Nullable(Type.String({ maxLength: 60 })), {
  maxItems: 100,
  description: "The field of each column, in their order; null: left out",
});
export const ImportQuery = Type.Object(
  {
    kind: ImportKindName,
    fileName: Type.Optional(Text(200)),
    decimalSign: Type.Optional(DecimalSign),
    mapping: Type.Optional(
      Type.Array(Type.String({ maxLength: 60 }), {
        maxItems: 100,
        description:
          "The field of each column, in their order, an empty one for what is left out: mapping=number&mapping=&mapping=name. Without it the headers decide",
      }),
    ),
  },
  closed,
);
export const ImportChange = Type.Object(
  { mapping: Type.Optional(Mapping), decimalSign: Type.Optional(DecimalSign) },
  closed,
);
export const ApplyInput = Type.Object(
  {
    allOrNothing: Type.Optional(
      Type.Boolean({
        default: false,
        description: "Otherwise each good line is taken, whatever the others are",
      }),
    ),
  },
  closed,
);
export const Language = Type.Enum(["en", "de"], { type: "string", default: "en" });
export const importRunSchemas = [ImportKind, DataImport, ImportLine];
export type ImportQuery = Static<typeof ImportQuery>;
export type ImportChange = Static<typeof ImportChange>;
