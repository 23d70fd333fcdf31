import { DAY_MS, dayOf } from "@refill/replenishment";
import { rawMeasurementDays, rawMeasurementDaysOf } from "../accounts/settings.ts";
import type { Progress } from "./progress.ts";
import type { Work } from "./sum-days.ts";

const locationsAtOnce = 500;
const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Removes raw measurements that are older than the account keeps them, day by day; those of a day without sums stay until
 * it has them. `today`: begin of the day, ms. Gives true when all is done.
 */
export async function removeOldMeasurements(work: Work, progress: Progress, today: number): Promise<boolean> {
  const { store, accountId } = work;
  if (progress.rawSince === null) return true;
  const end = Math.min(today - (await rawDays()) * DAY_MS, work.until);
  // A message may come later than its day's were removed.
  progress.rawSince = Math.min(progress.rawSince, await firstBefore(progress.rawSince));
  for (let day = progress.rawSince; day < end; day += DAY_MS) {
    if (!(await removeDay(day))) return false;
    // A day of which something is left, e.g. since a late message came meanwhile, is gone through again next time.
    if (progress.rawSince === day && !(await isLeft(day))) progress.rawSince = day + DAY_MS;
  }
  return true;

  async function firstBefore(day: number): Promise<number> {
    const { rows } = await store.query(accountId, (tx) =>
      tx.query<{ at: Date | null }>("select min(at) as at from measurement where at < $1", [iso(day)]),
    );
    return rows[0]!.at ? dayOf(rows[0]!.at.getTime()) : day;
  }

  /** Without opening the account, as long as it has no settings. */
  async function rawDays(): Promise<number> {
    const { rows } = await store.query(accountId, (tx) => tx.query("select 1 from setting limit 1"));
    if (rows.length === 0) return rawMeasurementDays.default;
    return rawMeasurementDaysOf(await store.read(accountId));
  }

  async function removeDay(day: number): Promise<boolean> {
    for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
      if (work.isOver()) return false;
      const { ids, removed } = await store.query(accountId, async (tx) => {
        // No message of this day comes between: see writeDays.
        await tx.query("select from account_revision for share");
        const found = await tx.query<{ location_id: string }>(
          `select location_id from measurement_day d where at = $1 and location_id > $2
           and not exists (select 1 from measurement_late l where l.location_id = d.location_id and l.at = d.at)
           order by location_id limit $3`,
          [iso(day), after, locationsAtOnce],
        );
        const ids = found.rows.map(({ location_id }) => location_id);
        if (ids.length === 0) return { ids, removed: 0 };
        const { rowCount } = await tx.query(
          "delete from measurement where location_id = any($1::uuid[]) and at >= $2 and at < $3",
          [ids, iso(day), iso(day + DAY_MS)],
        );
        return { ids, removed: rowCount ?? 0 };
      });
      work.readingsRemoved += removed;
      await work.rest();
      if (ids.length < locationsAtOnce) break;
      after = ids.at(-1)!;
    }
    // Of locations that are gone.
    const orphans = await store.query(accountId, (tx) =>
      tx.query(
        `delete from measurement m where at >= $1 and at < $2
         and not exists (select 1 from storage_location l where l.id = m.location_id)`,
        [iso(day), iso(day + DAY_MS)],
      ),
    );
    work.readingsRemoved += orphans.rowCount ?? 0;
    return true;
  }

  async function isLeft(day: number): Promise<boolean> {
    const { rows } = await store.query(accountId, (tx) =>
      tx.query("select 1 from measurement where at >= $1 and at < $2 limit 1", [iso(day), iso(day + DAY_MS)]),
    );
    return rows.length > 0;
  }
}
