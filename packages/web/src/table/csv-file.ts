import { language } from "../language/language.ts";
import type { Column } from "./column.ts";

/** A list as a CSV file, as spreadsheets of the person's language read it: in German with semicolons and decimal commas. */
export function downloadCsv<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const text = csvOf(columns, rows, language === "de" ? { separator: ";", point: "," } : undefined);
  const link = document.createElement("a");
  // The mark at the beginning tells Excel that it is UTF-8.
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** RFC 4180. */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { separator, point } = { separator: ",", point: "." },
): string {
  const cell = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return String(value).replace(".", point);
    // A text that a spreadsheet would take for a formula is one no longer.
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (cells: (string | number | null)[]) => cells.map(cell).join(separator);
  return [
    line(columns.map(({ name }) => name)),
    ...rows.map((row) => line(columns.map(({ value }) => value(row)))),
    "",
  ].join("\r\n");
}
