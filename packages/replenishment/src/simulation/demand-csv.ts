/** Demand as a file: `date,quantity`, a line each. Errors name their line and say what to write. */
import { isoDay } from "../iso-day.ts";
import { cellsOf, type LineProblem, readDay, readPieces, rowsOf, separatorOf } from "./csv-cells.ts";

export interface DemandFile {
  /** Days since 1 January 1970. */
  firstDay: number;
  /** Pieces a day from the first to the last date; NaN: missing. */
  demand: Float64Array;
  /** Days in between that the file does not name. */
  unnamedDays: number;
}

const MOST_DAYS = 7305;
const DATE_NAMES = ["date", "day", "datum", "tag"];
const QUANTITY_NAMES = ["quantity", "qty", "pieces", "demand", "consumption", "menge", "stück", "verbrauch"];

/**
 * Separated by `;`, `,` or tabs. With a header, the columns date and quantity may stand anywhere (also in German); without
 * one they are the first and the second. Dates: 2027-03-31 or 31.03.2027. Quantities: whole pieces from 0, also as `12,0` or
 * `1.200,00`; empty: not known. Rows of the same day are summed. `gaps`: what a day means that the file does not name.
 *
 * Either all problems or the demand; never both.
 */
export function parseDemandCsv(
  text: string,
  gaps: "zero" | "missing" = "zero",
): { file: DemandFile } | { problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const byDay = new Map<number, number>();
  const rows = rowsOf(text);
  const separator = separatorOf(rows[0]?.text ?? "");
  const first = rows.length > 0 ? cellsOf(rows[0]!.text, separator) : [];
  const columns = columnsOf(first);
  const isHeader = columns !== null || !/\d/.test(rows[0]?.text ?? "");
  if (isHeader && rows.length > 0 && columns === null)
    return {
      problems: [
        { line: rows[0]!.line, message: "the header has no columns date and quantity: name them so" },
      ],
    };
  const { date, quantity } = columns ?? { date: 0, quantity: 1 };
  for (const { line, text: row } of isHeader ? rows.slice(1) : rows) {
    const cells = cellsOf(row, separator);
    if (cells.length <= Math.max(date, quantity)) {
      problems.push({
        line,
        message: "must have a date and a quantity, separated by a comma or a semicolon",
      });
      continue;
    }
    const day = readDay(cells[date]!);
    const pieces = readPieces(cells[quantity]!);
    if (typeof day === "string") problems.push({ line, message: day });
    if (typeof pieces === "string") problems.push({ line, message: pieces });
    if (typeof day === "string" || typeof pieces === "string") continue;
    const before = byDay.get(day);
    // What is known of a day counts, even if another row knows nothing.
    byDay.set(day, before === undefined || Number.isNaN(before) ? pieces : before + (pieces || 0));
  }
  if (problems.length > 0) return { problems };
  if (byDay.size === 0)
    return {
      problems: [{ line: Math.max(1, rows.length), message: "the file has no demand: write a line a day" }],
    };
  return fileOf(byDay, gaps);
}

function fileOf(
  byDay: ReadonlyMap<number, number>,
  gaps: "zero" | "missing",
): { file: DemandFile } | { problems: LineProblem[] } {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const day of byDay.keys()) {
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }
  const length = lastDay - firstDay + 1;
  if (length > MOST_DAYS) {
    const message = `the dates go from ${isoDay(firstDay)} to ${isoDay(lastDay)}: at most 20 years can be replayed`;
    return { problems: [{ line: 1, message }] };
  }
  const demand = new Float64Array(length).fill(gaps === "zero" ? 0 : Number.NaN);
  for (const [day, pieces] of byDay) demand[day - firstDay] = pieces;
  return { file: { firstDay, demand, unnamedDays: length - byDay.size } };
}

function columnsOf(cells: readonly string[]): { date: number; quantity: number } | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const date = names.findIndex((name) => DATE_NAMES.includes(name));
  const quantity = names.findIndex((name) => QUANTITY_NAMES.includes(name));
  return date >= 0 && quantity >= 0 ? { date, quantity } : null;
}
