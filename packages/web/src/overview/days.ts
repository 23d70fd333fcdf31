import { dateFormat, isoDayOf } from "../language/formats.ts";
import { t } from "../language/language.ts";

const short = { weekday: "short", day: "numeric", month: "short" } as const;
const dates = dateFormat({ ...short, timeZone: "UTC" });
const moments = dateFormat(short);

/** "today", "tomorrow" or "Thu, 27 Nov": of a day as ISO 8601, as of `now` (ms). */
export function dayWords(date: string, now: number): string {
  if (date === isoDayOf(now)) return t("today");
  if (date === isoDayOf(now + 86_400_000)) return t("tomorrow");
  return dates(`${date}T00:00:00Z`);
}

/** The same of a moment. */
export function momentWords(iso: string, now: number): string {
  const date = isoDayOf(iso);
  const isNear = date === isoDayOf(now) || date === isoDayOf(now + 86_400_000);
  return isNear ? dayWords(date, now) : moments(iso);
}
