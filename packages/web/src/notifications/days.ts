import { person } from "../language/person.ts";

const days = new Intl.DateTimeFormat("en-CA", {
  dateStyle: "short",
  ...(person.timeZone === null ? {} : { timeZone: person.timeZone }),
});

/** The day in the person's time zone, `YYYY-MM-DD`. */
export function dayOf(iso: string): string {
  return days.format(new Date(iso));
}

export function dayAfter(date: string, count: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
