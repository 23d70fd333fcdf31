import { type CoursePoint, isoDay, type Simulation } from "@refill/replenishment";

const WIDTH = 960;
const PANEL = 240;
const LEFT = 64;
const RIGHT = 16;
const TOP = 36;
const BOTTOM = 28;

/** Both courses below each other on the same scales: the stock as an area, the inventory position as a line. */
export function svgPlot(title: string, panels: readonly { title: string; run: Simulation }[]): string {
  const highest = Math.max(
    1,
    ...panels.flatMap(({ run }) => run.course.flatMap(({ highest, position }) => [highest, position])),
  );
  const height = panels.length * PANEL + 32;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...panels.map(({ title, run }, index) => panel(title, run.course, highest, index * PANEL)),
    legend(height - 14),
    "</svg>",
    "",
  ].join("\n");
}

function panel(title: string, course: readonly CoursePoint[], highest: number, top: number): string {
  const [y0, y1] = [top + PANEL - BOTTOM, top + TOP];
  const first = course[0]?.day ?? 0;
  const last = course.at(-1);
  const days = Math.max(1, last ? last.day + last.days - first : 1);
  const x = (day: number) => round(LEFT + ((day - first) / days) * (WIDTH - LEFT - RIGHT));
  const y = (pieces: number) => round(y0 - (Math.max(0, pieces) / highest) * (y0 - y1));
  const steps = (of: (point: CoursePoint) => number) =>
    course.map((point) => `${x(point.day)},${y(of(point))} ${x(point.day + point.days)},${y(of(point))}`);
  const area = [`${x(first)},${y0}`, ...steps(({ lowest }) => lowest), `${x(first + days)},${y0}`];
  const grid = [0, 0.5, 1].map((share) => {
    const pieces = Math.round(share * highest);
    return `<path d="M${LEFT} ${y(pieces)}H${WIDTH - RIGHT}" stroke="#ddd"/><text x="${LEFT - 6}" y="${y(pieces) + 4}" text-anchor="end">${pieces}</text>`;
  });
  const missing = course
    .filter(({ unmet }) => unmet > 0)
    .map(
      ({ day, days, unmet }) =>
        `<rect x="${x(day)}" y="${y0}" width="${Math.max(2, round(x(day + days) - x(day)))}" height="6" fill="#c62828"><title>${isoDay(day)}: ${unmet} missing</title></rect>`,
    );
  return [
    `<g><text x="${LEFT}" y="${top + 22}" font-size="14" font-weight="bold">${escaped(title)}</text>`,
    ...grid,
    `<polygon points="${area.join(" ")}" fill="#90caf9"/>`,
    `<polyline points="${steps(({ position }) => position).join(" ")}" fill="none" stroke="#1565c0"/>`,
    ...missing,
    `<text x="${LEFT}" y="${y0 + 20}">${isoDay(first)}</text>`,
    `<text x="${WIDTH - RIGHT}" y="${y0 + 20}" text-anchor="end">${isoDay(first + days - 1)}</text></g>`,
  ].join("\n");
}

function legend(y: number): string {
  return [
    `<rect x="${LEFT}" y="${y - 10}" width="12" height="10" fill="#90caf9"/><text x="${LEFT + 18}" y="${y}">stock</text>`,
    `<path d="M${LEFT + 70} ${y - 4}h16" stroke="#1565c0"/><text x="${LEFT + 92}" y="${y}">inventory position</text>`,
    `<rect x="${LEFT + 220}" y="${y - 8}" width="12" height="6" fill="#c62828"/><text x="${LEFT + 238}" y="${y}">pieces missing</text>`,
  ].join("");
}

const round = (value: number) => Math.round(value * 100) / 100;
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
