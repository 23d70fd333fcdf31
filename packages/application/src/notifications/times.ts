import type { DigestTimes, QuietHours } from "../accounts/records.ts";

/**
 * When a digest is due next after `after`, ms since 1970. A time of day that a clock change skips is as much later; one that
 * comes twice is the first.
 */
export function nextDigest({ days, at }: DigestTimes, timeZone: string, after: number): number {
  const today = dateAt(timeZone, after);
  const plainTime = Temporal.PlainTime.from(at);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = today.add({ days: ahead });
    if (!days.includes(day.dayOfWeek)) continue;
    const time = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    if (time > after) return time;
  }
  throw new RangeError("a digest needs a day of the week");
}

/** When the quiet hours that `at` lies in are over, ms since 1970; undefined: it lies in none. */
export function quietUntil(quiet: QuietHours | null, timeZone: string, at: number): number | undefined {
  if (!quiet) return undefined;
  const today = dateAt(timeZone, at);
  // Those that began yesterday may still last.
  for (const day of [today.subtract({ days: 1 }), today]) {
    const on = (date: Temporal.PlainDate, time: string) =>
      date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
    const from = on(day, quiet.from);
    const to = on(quiet.to > quiet.from ? day : day.add({ days: 1 }), quiet.to);
    if (from <= at && at < to) return to;
  }
  return undefined;
}

function dateAt(timeZone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
