/** Days as `YYYY-MM-DD` (ISO 8601) and as numbers: days since 1 January 1970. */

const DAY_MS = 86_400_000;

export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** null: there is no such day. 30 February is not read as 2 March. */
export function dayNumber(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) || isoDay(at / DAY_MS) !== text ? null : at / DAY_MS;
}
