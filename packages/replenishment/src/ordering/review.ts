/** When a periodic policy is looked at. */
import { zoned } from "./day.ts";
import type { Policy, Weekday } from "./policy.ts";

type Periodic = Policy & { kind: "periodic" };

/**
 * Whether a review time has come since the last review. `lastReviewedAt`: ms since 1970, when the policy was looked at
 * last or was made; a review that nobody could make then (the level was unknown, the program stood still) is made later,
 * several of them once.
 */
export function isReviewDue(policy: Periodic, timeZone: string, lastReviewedAt: number, at: number): boolean {
  const last = reviewBefore(policy, timeZone, at);
  return last !== null && last > lastReviewedAt;
}

/** The last review time at or before `at`, ms since 1970; null: the policy has no days. */
export function reviewBefore(policy: Periodic, timeZone: string, at: number): number | null {
  return find(policy, timeZone, at, -1, (time) => time <= at);
}

/** The next review time after `at`, ms since 1970; null: the policy has no days. */
export function reviewAfter(policy: Periodic, timeZone: string, at: number): number | null {
  return find(policy, timeZone, at, 1, (time) => time > at);
}

/** A time of day that a clock change skips is as much later; one that comes twice is the first. */
function find(
  policy: Periodic,
  timeZone: string,
  at: number,
  direction: 1 | -1,
  isFound: (time: number) => boolean,
): number | null {
  const today = zoned(timeZone, at).toPlainDate();
  const plainTime = Temporal.PlainTime.from(policy.at);
  for (let days = 0; days <= 7; days++) {
    const day = today.add({ days: days * direction });
    if (!policy.days.includes(day.dayOfWeek as Weekday)) continue;
    const time = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    if (isFound(time)) return time;
  }
  return null;
}
