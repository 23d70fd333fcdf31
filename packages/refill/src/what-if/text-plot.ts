import { type CoursePoint, isoDay, type Simulation } from "@refill/replenishment";

const COLUMNS = 72;
const ROWS = 10;

interface Column {
  lowest: number;
  highest: number;
  isMissing: boolean;
  isOrdered: boolean;
}

/**
 * Stock over time in signs that every terminal has: `#` up to the lowest stock of a column's days, `:` from there up to the
 * highest; below, `o` where something was ordered and `!` where pieces were missing. `highest`: of the scale, so that two
 * plots can be compared.
 */
export function textPlot(title: string, { course }: Simulation, highest: number): string {
  const columns = columnsOf(course);
  const top = Math.max(1, highest);
  const width = String(top).length;
  const heightOf = (pieces: number) => Math.round((pieces / top) * ROWS);
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const row = ROWS - index;
    const label = row === ROWS ? String(top) : row === ROWS / 2 ? String(Math.round(top / 2)) : "";
    const signs = columns.map(({ lowest, highest }) =>
      heightOf(lowest) >= row ? "#" : heightOf(highest) >= row ? ":" : " ",
    );
    return `${label.padStart(width)} |${signs.join("").trimEnd()}`;
  });
  const marks = columns.map(({ isMissing, isOrdered }) => (isMissing ? "!" : isOrdered ? "o" : "-"));
  const first = course[0];
  const last = course.at(-1);
  const dates =
    first && last
      ? `${isoDay(first.day)}${isoDay(last.day + last.days - 1).padStart(Math.max(11, columns.length - 10))}`
      : "";
  return [
    `${title}: stock over time  (o ordered, ! pieces missing)`,
    ...lines,
    `${"0".padStart(width)} +${marks.join("")}`,
    `${" ".repeat(width + 2)}${dates}`,
  ].join("\n");
}

function columnsOf(course: readonly CoursePoint[]): Column[] {
  const count = Math.min(COLUMNS, course.length);
  return Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * course.length) / count);
    const to = Math.max(from + 1, Math.floor(((column + 1) * course.length) / count));
    const points = course.slice(from, to);
    return {
      lowest: Math.min(...points.map(({ lowest }) => lowest)),
      highest: Math.max(...points.map(({ highest }) => highest)),
      isMissing: points.some(({ unmet }) => unmet > 0),
      isOrdered: points.some(({ ordered }) => ordered > 0),
    };
  });
}
