/** When a supplier takes orders for a site, and when what was ordered is due. All days and times are the calendar's zone. */
import { dayAt, isDay, isTimeZone, zoned } from "./day.ts";
import { areWeekdays, isTimeOfDay, type Problem, type Weekday } from "./policy.ts";

/** Both days included, `YYYY-MM-DD`. */
export type Blackout = { from: string; to: string; reason: string };

export type SupplyCalendar = {
  /** IANA, e.g. `Europe/Berlin`. */
  timeZone: string;
  orderingDays: readonly Weekday[];
  /** `HH:MM`: until then, that minute included, an order counts for its day. null: until midnight. */
  cutOff: string | null;
  /** Days on which the supplier neither takes orders nor delivers. */
  holidays: readonly string[];
  /** Nothing is ordered for the site in these. */
  blackouts: readonly Blackout[];
};

/** How far ahead an ordering day is looked for. */
const DAYS_AHEAD = 400;

/**
 * When can be ordered: `at` itself when it is open then, else the beginning of the next ordering day; ms since 1970.
 * null: never within 400 days, e.g. a calendar without an ordering day.
 */
export function nextOrderingTime(calendar: SupplyCalendar, at: number): number | null {
  const last = lastOrderingTime(calendar, at);
  if (last !== null && at <= last) return at;
  const today = zoned(calendar.timeZone, at).toPlainDate();
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
    const day = today.add({ days: ahead });
    if (isOrderingDay(calendar, day)) return day.toZonedDateTime(calendar.timeZone).epochMilliseconds;
  }
  return null;
}

/**
 * The last moment of the ordering day in which `at` lies, which may be over: its cut-off, or the day's end. ms since
 * 1970; null: nothing is ordered on that day. A cut-off that a clock change skips is as much later (02:30 → 03:30); one
 * that comes twice is the first.
 */
export function lastOrderingTime(calendar: SupplyCalendar, at: number): number | null {
  const day = zoned(calendar.timeZone, at).toPlainDate();
  if (!isOrderingDay(calendar, day)) return null;
  if (calendar.cutOff === null)
    return day.add({ days: 1 }).toZonedDateTime(calendar.timeZone).epochMilliseconds - 1;
  const plainTime = Temporal.PlainTime.from(calendar.cutOff);
  return day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime }).epochMilliseconds + 59_999;
}

/** The end of a blackout in which `at` lies, `at` itself outside of one; null: it lasts longer than 400 days. */
export function afterBlackouts(calendar: SupplyCalendar, at: number): number | null {
  const anyTime = { ...calendar, orderingDays: [1, 2, 3, 4, 5, 6, 7], cutOff: null, holidays: [] } as const;
  return nextOrderingTime(anyTime, at);
}

/**
 * When an order is due: after `leadTimeDays` of 24 hours; from one day on, moved to the next day that is no holiday, at
 * the same time of day. 0: at once. ms since 1970. Throws RangeError for a negative lead time.
 */
export function dueTime(calendar: SupplyCalendar, placedAt: number, leadTimeDays: number): number {
  if (!(leadTimeDays >= 0)) throw new RangeError(`lead time must be 0 days or more, not ${leadTimeDays}`);
  const due = placedAt + Math.round(leadTimeDays * 86_400_000);
  if (leadTimeDays < 1 || calendar.holidays.length === 0) return due;
  const time = zoned(calendar.timeZone, due);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const moved = time.add({ days: ahead });
    if (!calendar.holidays.includes(moved.toPlainDate().toString())) return moved.epochMilliseconds;
  }
  return due;
}

/** What is wrong with a calendar, a field each; empty when it can be used. */
export function validateCalendar(calendar: SupplyCalendar): Problem[] {
  const problems: Problem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const { timeZone, orderingDays, cutOff, holidays, blackouts } = calendar;
  if (!isTimeZone(timeZone)) wrong("timeZone", "must be a time zone such as Europe/Berlin");
  if (orderingDays.length === 0) wrong("orderingDays", "choose at least one day, or nothing is ever ordered");
  else if (!areWeekdays(orderingDays))
    wrong("orderingDays", "must be days from 1 (Monday) to 7 (Sunday), each once");
  if (cutOff !== null && !isTimeOfDay(cutOff)) wrong("cutOff", "must be a time of day such as 11:30");
  const noDay = holidays.find((day) => !isDay(day));
  if (noDay !== undefined) wrong("holidays", `"${noDay}" must be a day such as 2027-12-25`);
  const noPeriod = blackouts.find(({ from, to }) => !isDay(from) || !isDay(to) || from > to);
  if (noPeriod)
    wrong(
      "blackouts",
      `"${noPeriod.from}" to "${noPeriod.to}" must be two days, the first not after the last`,
    );
  return problems;
}

function isOrderingDay(calendar: SupplyCalendar, day: Temporal.PlainDate): boolean {
  if (!calendar.orderingDays.includes(day.dayOfWeek as Weekday)) return false;
  const iso = day.toString();
  if (calendar.holidays.includes(iso)) return false;
  return !calendar.blackouts.some(({ from, to }) => from <= iso && iso <= to);
}

/** The blackout in which `at` (ms since 1970) lies, by the calendar's time zone. */
export function blackoutAt({ blackouts, timeZone }: SupplyCalendar, at: number): Blackout | undefined {
  const today = dayAt(timeZone, at);
  return blackouts.find(({ from, to }) => from <= today && today <= to);
}
