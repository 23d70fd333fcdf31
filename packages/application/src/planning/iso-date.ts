import { DAY_MS } from "@refill/replenishment";

/** A day (days since 1 January 1970) as the REST API shows it: `2027-01-31`. */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
