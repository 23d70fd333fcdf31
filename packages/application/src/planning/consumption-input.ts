import { setImmediate } from "node:timers/promises";
import { DAY_MS } from "@refill/replenishment";
import type { Static } from "typebox";
import type { ImportedUse } from "../accounts/records.ts";
import type { FieldProblem } from "../refusal.ts";
import { type ConsumptionInput, mostDays } from "./consumption-schema.ts";
import { isoDate } from "./iso-date.ts";

type Input = Static<typeof ConsumptionInput>;
type Days = Input["items"][number]["days"];
/** So many at most are told. */
const mostProblems = 100;
/** Locations that are read before others get their turn. */
const readAtOnce = 10;

/**
 * The consumption by location that a customer sent, and what is wrong with it, by field. `today`: days since 1970 (UTC).
 */
export async function consumptionOf(
  { items, gaps = "zero" }: Input,
  today: number,
): Promise<{ useOf: ReadonlyMap<string, ImportedUse>; problems: readonly FieldProblem[] }> {
  const useOf = new Map<string, ImportedUse>();
  const problems: FieldProblem[] = [];
  for (const [index, { locationId, days }] of items.entries()) {
    const field = `items[${index}]`;
    if (useOf.has(locationId))
      problems.push({
        field: `${field}.locationId`,
        message: "is named twice: send all of its days together",
      });
    useOf.set(locationId, useByDay(days, { gaps, today, field: `${field}.days`, problems }));
    if (problems.length >= mostProblems) break;
    if ((index + 1) % readAtOnce === 0) await setImmediate();
  }
  return { useOf, problems: problems.slice(0, mostProblems) };
}

function useByDay(
  days: Days,
  {
    gaps,
    today,
    field,
    problems,
  }: { gaps: "zero" | "unknown"; today: number; field: string; problems: FieldProblem[] },
): ImportedUse {
  const nothing: ImportedUse = { firstDay: today, use: [] };
  const byDay = new Map<number, number>();
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  const before = problems.length;
  for (const [index, { date, quantity }] of days.entries()) {
    const day = Date.parse(date) / DAY_MS;
    const refuse = (message: string) => problems.push({ field: `${field}[${index}].date`, message });
    if (day > today) refuse(`lies in the future: the last day can be ${isoDate(today)} (UTC)`);
    else if (byDay.has(day)) refuse(`${date} is named twice: send the sum of the day`);
    byDay.set(day, quantity);
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }
  if (problems.length > before) return nothing;
  const length = lastDay - firstDay + 1;
  if (length > mostDays) {
    const message = `go from ${isoDate(firstDay)} to ${isoDate(lastDay)}: send the last ${mostDays} days at most`;
    problems.push({ field, message });
    return nothing;
  }
  const use = new Array<number | null>(length).fill(gaps === "zero" ? 0 : null);
  for (const [day, quantity] of byDay) use[day - firstDay] = quantity;
  return { firstDay, use };
}
