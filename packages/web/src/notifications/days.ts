/** A day so many days after another one, `YYYY-MM-DD`. */
export function dayAfter(date: string, count: number): string {
  const at = new Date(`${date}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
