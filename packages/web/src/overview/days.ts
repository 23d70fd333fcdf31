import { locale, t } from "../language/language.ts";
import { person } from "../language/person.ts";

const zone = person.timeZone === null ? {} : { timeZone: person.timeZone };
const short = { weekday: "short", day: "numeric", month: "short" } as const;
const dates = new Intl.DateTimeFormat(locale, { ...short, timeZone: "UTC" });
const moments = new Intl.DateTimeFormat(locale, { ...short, ...zone });
/** Sweden writes days as ISO 8601 does. */
const isoDates = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", ...zone });

/** The day of a moment in the person's time zone, ISO 8601. */
export function isoDayOf(moment: number | string): string {
  return isoDates.format(new Date(moment));
}

/** "today", "tomorrow" or "Thu, 27 Nov": of a day as ISO 8601, as of `now` (ms). */
export function dayWords(date: string, now: number): string {
  if (date === isoDayOf(now)) return t("today");
  if (date === isoDayOf(now + 86_400_000)) return t("tomorrow");
  return dates.format(new Date(`${date}T00:00:00Z`));
}

/** The same of a moment. */
export function momentWords(iso: string, now: number): string {
  const date = isoDayOf(iso);
  const isNear = date === isoDayOf(now) || date === isoDayOf(now + 86_400_000);
  return isNear ? dayWords(date, now) : moments.format(new Date(iso));
}
