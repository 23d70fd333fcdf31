/** What was used of many locations, as a file: `location,date,quantity`, a line a booking or a day. Errors name their line. */
import { cellsOf, type LineProblem, readDay, readPieces, rowsOf, separatorOf } from "./csv-cells.ts";

/** What the file says of a location. */
export interface LocationUse {
  /** As the file names it. */
  location: string;
  /** The first line that names it. */
  line: number;
  /** Pieces by day (days since 1 January 1970), with the first line of the day. */
  days: ReadonlyMap<number, { quantity: number; line: number }>;
}

const NAMES = {
  location: ["location", "storage location", "locationid", "location id", "lagerplatz", "lagerort", "platz"],
  date: ["date", "day", "datum", "tag"],
  quantity: ["quantity", "qty", "pieces", "demand", "consumption", "menge", "stück", "verbrauch"],
};
type Column = keyof typeof NAMES;

/**
 * Separated by `;`, `,` or tabs. With a header, the columns location, date and quantity may stand anywhere (also in German);
 * without one they are the first three. Dates: 2027-03-31 or 31.03.2027. Quantities: whole pieces from 0. Lines of the same
 * location and day are summed.
 *
 * Either all problems or the locations in the order of the file; never both.
 */
export function parseConsumptionCsv(
  text: string,
): { locations: LocationUse[] } | { problems: LineProblem[] } {
  const rows = rowsOf(text);
  const separator = separatorOf(rows[0]?.text ?? "");
  const header = rows[0] ? columnsOf(cellsOf(rows[0].text, separator)) : null;
  const columns = header ?? { location: 0, date: 1, quantity: 2 };
  const least = Math.max(...Object.values(columns)) + 1;
  const problems: LineProblem[] = [];
  const byName = new Map<string, LocationUse & { days: Map<number, { quantity: number; line: number }> }>();
  for (const { line, text: row } of header ? rows.slice(1) : rows) {
    const cells = cellsOf(row, separator);
    const say = (message: string) => problems.push({ line, message });
    if (cells.length < least) {
      say("must have a location, a date and a quantity, separated by commas or semicolons");
      continue;
    }
    const location = cells[columns.location]!;
    const day = readDay(cells[columns.date]!);
    const quantity = readPieces(cells[columns.quantity]!);
    if (location === "") say("names no location");
    if (typeof day === "string") say(day);
    if (typeof quantity === "string") say(quantity);
    else if (Number.isNaN(quantity))
      say("has no quantity: write 0 when nothing was used, or leave the line out");
    if (location === "" || typeof day === "string" || !(Number(quantity) >= 0)) continue;
    const known = byName.get(location) ?? { location, line, days: new Map() };
    byName.set(location, known);
    const before = known.days.get(day);
    known.days.set(day, {
      quantity: (before?.quantity ?? 0) + Number(quantity),
      line: before?.line ?? line,
    });
  }
  if (problems.length === 0 && byName.size === 0)
    problems.push({
      line: Math.max(1, rows.length),
      message: "the file has no consumption: write a line a day",
    });
  return problems.length > 0 ? { problems } : { locations: [...byName.values()] };
}

function columnsOf(cells: readonly string[]): Record<Column, number> | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const placeOf = (column: Column) => names.findIndex((name) => NAMES[column].includes(name));
  const found = { location: placeOf("location"), date: placeOf("date"), quantity: placeOf("quantity") };
  return Object.values(found).every((place) => place >= 0) ? found : null;
}
