/** A day of a calendar file, and what it is called there. */
export interface CalendarDay {
  date: string;
  name: string;
}

const mostDays = 400;
const mostEvents = 5_000;

/**
 * The whole days of an iCalendar file (RFC 5545) within `from` and `to`, both included, ISO 8601: events without a time of
 * day, over several days and every year. `ignored`: events that are at a time of day, or repeat in another way.
 */
export function daysOfCalendar(
  text: string,
  from: string,
  to: string,
): { days: CalendarDay[]; ignored: number; isCalendar: boolean } {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n");
  const found = new Map<string, string>();
  let ignored = 0;
  let event: Map<string, string> | undefined;
  let events = 0;
  for (const line of lines) {
    if (/^BEGIN:VEVENT$/i.test(line)) event = new Map();
    else if (/^END:VEVENT$/i.test(line) && event) {
      const days = events < mostEvents ? daysOfEvent(event, from, to) : undefined;
      events += 1;
      if (!days) ignored += 1;
      for (const date of days ?? []) if (!found.has(date)) found.set(date, nameOf(event));
      event = undefined;
    } else if (event) {
      const [, name, value] = /^([A-Za-z-]+)[^:]*:(.*)$/.exec(line) ?? [];
      if (name && value !== undefined && !event.has(name.toUpperCase())) event.set(name.toUpperCase(), value);
    }
  }
  const days = [...found].map(([date, name]) => ({ date, name })).sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    days: days.slice(0, mostDays),
    ignored,
    isCalendar: lines.some((line) => /^BEGIN:VCALENDAR/i.test(line)),
  };
}

/** Undefined: it is none that takes whole days. */
function daysOfEvent(event: ReadonlyMap<string, string>, from: string, to: string): string[] | undefined {
  if (event.get("STATUS")?.toUpperCase() === "CANCELLED") return [];
  const begin = dayOf(event.get("DTSTART"));
  if (!begin) return undefined;
  const end = dayOf(event.get("DTEND")) ?? begin.add({ days: 1 });
  const length = Math.min(Math.max(1, begin.until(end, { largestUnit: "days" }).days), mostDays);
  const rule = event.get("RRULE");
  if (rule === undefined) return stretch(begin, length, from, to);
  const parts = new Map(rule.split(";").map((part) => part.toUpperCase().split("=") as [string, string]));
  const [least, most] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  // BYMONTH and BYMONTHDAY of an annual day say what its first day says.
  const isAnnual =
    parts.get("FREQ") === "YEARLY" &&
    [...parts.keys()].every((key) =>
      ["FREQ", "INTERVAL", "UNTIL", "COUNT", "BYMONTH", "BYMONTHDAY", "WKST"].includes(key),
    );
  if (!isAnnual) return undefined;
  const every = Number(parts.get("INTERVAL") ?? 1);
  if (!(every >= 1)) return undefined;
  const until = dayOf(parts.get("UNTIL")?.slice(0, 8));
  const times = Number(parts.get("COUNT") ?? Number.POSITIVE_INFINITY);
  const days: string[] = [];
  for (let index = 0; index < Math.min(times, 500); index++) {
    const next = begin.add({ years: index * every });
    if (next.year > most.year || (until && Temporal.PlainDate.compare(next, until) > 0)) break;
    // 29 February comes in leap years only.
    if (next.day === begin.day && next.year >= least.year - 1) days.push(...stretch(next, length, from, to));
  }
  return days;
}

function stretch(begin: Temporal.PlainDate, length: number, from: string, to: string): string[] {
  return Array.from({ length }, (_, index) => begin.add({ days: index }).toString()).filter(
    (day) => day >= from && day <= to,
  );
}

function dayOf(value: string | undefined): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(value?.trim() ?? "") ?? [];
  try {
    return year
      ? Temporal.PlainDate.from(
          { year: Number(year), month: Number(month), day: Number(day) },
          { overflow: "reject" },
        )
      : undefined;
  } catch {
    return undefined;
  }
}

function nameOf(event: ReadonlyMap<string, string>): string {
  const escaped = event.get("SUMMARY") ?? "";
  return escaped
    .replace(/\\n/gi, " ")
    .replace(/\\([,;\\])/g, "$1")
    .slice(0, 200);
}
