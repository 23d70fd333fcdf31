import type { DataImport, ImportLine } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { byteOrderMark, csvCell } from "../api/csv.ts";
import type { ImportField } from "./fields.ts";
import type { ImportKindName } from "./import-kind.ts";
import { importKind } from "./kinds/all.ts";
import { textOf } from "./run-line.ts";

/** Files for people's spreadsheets: to begin with, to go on with, and to correct. */

type Language = "en" | "de";
/** A German Excel takes semicolons for columns, and commas for decimals. */
const signs = { en: { delimiter: ",", decimal: "." }, de: { delimiter: ";", decimal: "," } } as const;

/** The columns that most need, with an example line. */
export function templateFile(kind: ImportKindName, language: Language): string {
  const fields = importKind(kind).fields.filter(({ isRequired, example }) => isRequired || example !== "");
  const example = fields.map((field) =>
    language === "de" ? (field.exampleDe ?? field.example) : field.example,
  );
  return fileOf([fields.map(({ label }) => label[language]), example], signs[language].delimiter);
}

/** All records that are there, so that an import of the file changes nothing; columns that are empty in all are left out. */
export function recordsFile(set: WorkingSet, kind: ImportKindName, language: Language): string {
  const { fields, kind: recordKind, cells } = importKind(kind);
  const records = [...set.all(recordKind)].map((record) => cells(set, record as never));
  const isUsed = ({ name, isRequired }: ImportField) =>
    isRequired || records.some((record) => textOf(record[name]) !== null);
  const used = fields.filter(isUsed);
  const { delimiter, decimal } = signs[language];
  const lines = records.map((record) =>
    used.map(({ name, value }) => {
      const text = textOf(record[name]) ?? "";
      const isNumber = value === "number" || /^price\d?$/.test(name);
      return isNumber ? text.replaceAll(".", decimal) : text;
    }),
  );
  return fileOf([used.map(({ label }) => label[language]), ...lines], delimiter);
}

/** The lines in error as they came, with what is wrong: corrected, they are imported again. */
export function errorFile(
  { columns, delimiter, kind }: DataImport,
  lines: readonly ImportLine[],
  language: Language,
): string {
  const labels = new Map(importKind(kind).fields.map(({ name, label }) => [name, label[language]]));
  const header = [
    ...columns,
    language === "de" ? "Zeile" : "Line",
    language === "de" ? "Problem" : "Problem",
  ];
  const bad = lines.filter(({ outcome, undoProblem }) => outcome === "error" || undoProblem !== null);
  const rows = bad.map(({ line, cells, problems, undoProblem }) => [
    ...cells,
    String(line),
    [
      ...problems.map(({ field, message }) =>
        field ? `${labels.get(field) ?? field}: ${message}` : message,
      ),
      ...(undoProblem ? [undoProblem] : []),
    ].join("; "),
  ]);
  return fileOf([header, ...rows], delimiter);
}

function fileOf(rows: readonly (readonly string[])[], delimiter: string): string {
  return byteOrderMark + rows.map((cells) => `${cells.map(csvCell).join(delimiter)}\r\n`).join("");
}
