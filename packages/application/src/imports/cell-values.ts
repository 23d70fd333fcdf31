import { type Dimension, dimensions } from "./fields.ts";

export type DecimalSign = "." | ",";

/**
 * Whether a file's numbers have a decimal comma or a point. `1,234` alone tells neither: a file with semicolons is from a
 * country with commas then.
 */
export function decimalSignOf(cells: Iterable<string>, delimiter: string): DecimalSign {
  let [points, commas] = [0, 0];
  for (const cell of cells) {
    const text = cell.replace(/[^\d.,]/g, "");
    if (/^\d{1,3}(\.\d{3})+,\d+$|^\d+,(\d{1,2}|\d{4,})$|^0,\d+$/.test(text)) commas += 1;
    else if (/^\d{1,3}(,\d{3})+\.\d+$|^\d+\.(\d{1,2}|\d{4,})$|^0\.\d+$/.test(text)) points += 1;
  }
  if (points !== commas) return commas > points ? "," : ".";
  return delimiter === ";" ? "," : ".";
}

/**
 * A number as people write it: with thousands' signs, and a unit of its dimension behind it, which it is reckoned from.
 * `factor`: of the unit in the column's header. Undefined: it is none.
 */
export function readNumber(
  cell: string,
  { sign, dimension, factor }: { sign: DecimalSign; dimension: Dimension | undefined; factor: number },
): number | undefined {
  const match = /^[€$£]?\s*([+-]?[\d.,'’\u00a0\u202f ]*\d)\s*([\p{L}"€$£.]*)$/u.exec(cell.trim());
  if (!match) return undefined;
  const digits = match[1]!.replace(/['’\u00a0\u202f ]/g, "");
  const pattern =
    sign === "," ? /^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/ : /^[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
  if (!pattern.test(digits)) return undefined;
  const plain = sign === "," ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "");
  const unit = match[2]!.toLowerCase().replace(/\.$/, "");
  const factors: Readonly<Record<string, number>> = dimension ? dimensions[dimension] : {};
  const own = unit === "" || !dimension ? factor : factors[unit];
  if (own === undefined) return undefined;
  // 0.1 × 1000 is 100.00000000000001 in binary fractions.
  return own === 1 ? Number(plain) : Number((Number(plain) * own).toPrecision(12));
}

/** ISO 8601, or as in Germany (31.1.2027); undefined: it is no day. */
export function readDate(cell: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell);
  const [year, month, day] = iso ? iso.slice(1) : german ? german.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  try {
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(date, { overflow: "reject" }).toString();
  } catch {
    return undefined;
  }
}

const yes = ["yes", "y", "ja", "j", "true", "wahr", "1", "x", "✓"];
const no = ["no", "n", "nein", "false", "falsch", "0", "-", "–"];
export function readYesNo(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}

const dayNames: Readonly<Record<string, number>> = {
  mo: 1,
  mon: 1,
  monday: 1,
  montag: 1,
  di: 2,
  tue: 2,
  tuesday: 2,
  dienstag: 2,
  mi: 3,
  wed: 3,
  wednesday: 3,
  mittwoch: 3,
  do: 4,
  thu: 4,
  thursday: 4,
  donnerstag: 4,
  fr: 5,
  fri: 5,
  friday: 5,
  freitag: 5,
  sa: 6,
  sat: 6,
  saturday: 6,
  samstag: 6,
  so: 7,
  sun: 7,
  sunday: 7,
  sonntag: 7,
};

/** `Mo-Fr`, `Mon, Wed, Fri`, `1,2,3` or `[1,2,3]`; 1 = Monday. Undefined: a part of it is no weekday. */
export function readWeekdays(cell: string): number[] | undefined {
  const found = new Set<number>();
  for (const part of listItems(cell.replace(/[[\]]/g, ""))) {
    const [from, to = from] = part.split(/[-–]|\bbis\b|\bto\b/).map(dayOf);
    if (from === undefined || to === undefined) return undefined;
    for (let day = from; ; day = (day % 7) + 1) {
      found.add(day);
      if (day === to) break;
    }
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
}

function dayOf(word: string): number | undefined {
  const key = word.trim().toLowerCase().replace(/\.$/, "");
  return /^[1-7]$/.test(key) ? Number(key) : dayNames[key];
}

/** What stands in one cell one after the other. */
export function listItems(cell: string): string[] {
  return cell
    .split(/[,;|\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** 24-hour time of day, `HH:MM`. */
export function readTimeOfDay(cell: string): string | undefined {
  const match = /^(\d{1,2})[:.](\d{2})(?::00)?(?:\s*(?:uhr|h))?$/i.exec(cell);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${match[2]}`;
}
