import { parse } from "csv-parse/sync";
import { Refusal } from "../refusal.ts";

export const mostLines = 20_000;
const mostColumns = 100;
const mostInALine = 100_000;

export interface TableLine {
  /** As an editor counts them, from 1. */
  line: number;
  cells: readonly string[];
}
export interface Table {
  delimiter: Delimiter;
  columns: readonly string[];
  lines: readonly TableLine[];
}
export type Delimiter = "," | ";" | "\t";

/**
 * A CSV file's columns and lines (RFC 4180), with commas, semicolons or tabs, whichever its first line has most of. Empty
 * lines are passed over. Throws a 422 refusal for what is no table.
 */
export function readTable(text: string): Table {
  // Excel says so in a first line of its own.
  const told = /^sep=([,;\t])\r?\n/.exec(text);
  const body = (told ? text.slice(told[0].length) : text).replace(/\r\n?/g, "\n");
  const delimiter = (told?.[1] as Delimiter | undefined) ?? delimiterOf(body);
  const [header, ...records] = recordsOf(body, delimiter);
  const offset = told ? 1 : 0;
  if (!header || records.length === 0)
    throw new Refusal(
      422,
      "file-empty",
      "The file has no line below its first one, which names the columns.",
    );
  const columns = header.record.map((cell) => cell.trim());
  if (columns.length > mostColumns)
    throw new Refusal(422, "file-malformed", `A file has at most ${mostColumns} columns; this one more.`);
  if (records.length > mostLines)
    throw new Refusal(
      422,
      "file-too-long",
      `A file has at most ${mostLines.toLocaleString("en")} lines; this one has ${records.length.toLocaleString("en")}. Divide it.`,
    );
  return {
    delimiter,
    columns,
    // A record ends in its line, and may have begun in one before.
    lines: records.map(({ record, info }) => ({
      line: info.lines + offset - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0),
      cells: columns.map((_, index) => shown(record[index] ?? "")),
    })),
  };
}

function delimiterOf(text: string): Delimiter {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiters: Delimiter[] = [",", ";", "\t"];
  return delimiters.sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

function recordsOf(text: string, delimiter: Delimiter): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: mostInALine,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    throw new Refusal(422, "file-malformed", `The file is no CSV: ${(error as Error).message}.`);
  }
}

/** Without the apostrophe that the export puts before what a spreadsheet would take for a formula. */
function shown(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}
