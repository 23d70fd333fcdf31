import { locale } from "./language.ts";
import { person } from "./person.ts";

/** Formats take milliseconds to make: each is made when it is needed first, and once. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Writes moments (ms, ISO 8601 or Date) in the person's time zone, or in that of `options`. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: number | string | Date) => string {
  const zone = person.timeZone === null ? {} : { timeZone: person.timeZone };
  const format = lazily(() => new Intl.DateTimeFormat(locale, { ...zone, ...options }));
  return (at) => format().format(typeof at === "string" ? new Date(at) : at);
}

/** Sweden writes days as ISO 8601 does. */
const isoDays = lazily(
  () =>
    new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short",
      ...(person.timeZone === null ? {} : { timeZone: person.timeZone }),
    }),
);
/** The day of a moment (ms or ISO 8601) in the person's time zone, `YYYY-MM-DD`. */
export function isoDayOf(moment: number | string): string {
  return isoDays().format(new Date(moment));
}
