/** Lines and cells of files that people and ERP systems write; what is wrong with one is said in words. */
import { dayNumber } from "../iso-day.ts";

export interface LineProblem {
  /** From 1, as editors count them. */
  line: number;
  message: string;
}

const MOST_PIECES = 1e12;

/** Those that hold anything. */
export function rowsOf(text: string): { line: number; text: string }[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((row, index) => ({ line: index + 1, text: row }))
    .filter(({ text: row }) => row.trim() !== "");
}

/** A comma may stand in a number, so it is looked for last. */
export function separatorOf(row: string): string {
  return [";", "\t"].find((separator) => row.includes(separator)) ?? ",";
}

/** Cells may stand in quotes, in which the separator is none and `""` is a quote. */
export function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let index = 0; index < row.length; index += 1) {
    const sign = row[index]!;
    if (sign === '"') {
      if (isQuoted && row[index + 1] === '"') {
        cell += sign;
        index += 1;
      } else isQuoted = !isQuoted;
    } else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/** Days since 1 January 1970, or what is wrong. */
export function readDay(cell: string): number | string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const iso = german
    ? `${german[3]}-${german[2]!.padStart(2, "0")}-${german[1]!.padStart(2, "0")}`
    : cell.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, "$1");
  return dayNumber(iso) ?? `"${shown(cell)}" is no date: write it as 2027-03-31 or 31.03.2027`;
}

/** Whole pieces, NaN for an empty cell, or what is wrong. */
export function readPieces(cell: string): number | string {
  if (cell === "") return Number.NaN;
  const text = cell.replace(/^\+/, "");
  if (/^-/.test(text))
    return `"${shown(cell)}" is below 0: leave returns out, or take them off the day's quantity`;
  // 1.200 may be 1200 or 1.2: guessing would be wrong by a factor of a thousand.
  if (/^\d{1,3}[.,]\d{3}$/.test(text))
    return `"${shown(cell)}" can be read in two ways: write it without a separator of thousands, e.g. ${text.replace(/[.,]/, "")}`;
  const plain = /^\d{1,3}(\.\d{3})+(,0+)?$/.test(text)
    ? text.replace(/,0+$/, "").replaceAll(".", "")
    : /^\d{1,3}(,\d{3})+(\.0+)?$/.test(text)
      ? text.replace(/\.0+$/, "").replaceAll(",", "")
      : text.replace(/^(\d+)[.,]0+$/, "$1");
  if (/^\d+[.,]\d+$/.test(plain)) return `"${shown(cell)}" is not a whole number of pieces`;
  if (!/^\d+$/.test(plain)) return `"${shown(cell)}" is no quantity: write whole pieces such as 12`;
  const pieces = Number(plain);
  return pieces <= MOST_PIECES
    ? pieces
    : `"${shown(cell)}" is more than can be: at most 1000000000000 pieces`;
}

function shown(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}
