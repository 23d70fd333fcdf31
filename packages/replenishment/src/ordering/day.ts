/** Days as people write them in calendars: ISO 8601, `YYYY-MM-DD`. */
import { dayNumber } from "../iso-day.ts";

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== null;
}

/** The day it is in a time zone (IANA). `at`: ms since 1970. Throws RangeError for an unknown zone or an impossible time. */
export function dayAt(timeZone: string, at: number): string {
  return zoned(timeZone, at).toPlainDate().toString();
}

/** ms since 1970 at which the day is over there; a day of a clock change has 23 or 25 hours. */
export function endOfDay(timeZone: string, day: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

export function zoned(timeZone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

export function isTimeZone(timeZone: string): boolean {
  try {
    // An offset such as "+02:00" is no zone: it knows nothing of clock changes.
    return /^[A-Za-z]/.test(timeZone) && zoned(timeZone, 0) !== null;
  } catch {
    return false;
  }
}
