import { DAY_MS, dayOf, summariseDay } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import { holdMsOf } from "../inventory/stock.ts";
import type { Progress } from "./progress.ts";
import { readStretches, type Stretch, type SummedDay, writeDays } from "./repository.ts";

/** What a visit of an account may take, and what it has done. */
export interface Work {
  store: AccountStore;
  accountId: string;
  /** Days that begin before are summed, ms. */
  until: number;
  /** Whether to leave off here; what is done stays done. */
  isOver(): boolean;
  /** Called after each batch: gives the others their turn. */
  rest(): Promise<void>;
  /** Counts. */
  daysSummed: number;
  readingsRemoved: number;
}

/** Locations whose days are summed together; at 72 readings a day some 7,000. */
const locationsAtOnce = 100;
const iso = (ms: number) => new Date(ms).toISOString();

/** Sums the days from where the last visit ended, then those of which messages came late. Gives true when all is done. */
export async function sumDays(work: Work, progress: Progress): Promise<boolean> {
  const { store, accountId, until } = work;
  progress.rawSince ??= await firstRawDay();
  progress.summedUntil ??= Math.min(progress.rawSince, until);
  for (let day: number = progress.summedUntil; day < until; day += DAY_MS) {
    if (!(await sumDay(day))) return false;
    progress.summedUntil = day + DAY_MS;
  }
  return sumLate();

  /** Of an account without any, today. */
  async function firstRawDay(): Promise<number> {
    const { rows } = await store.query(accountId, (tx) =>
      tx.query<{ at: Date | null }>("select min(at) as at from measurement"),
    );
    return rows[0]!.at ? dayOf(rows[0]!.at.getTime()) : until;
  }

  /** Of the locations that have readings and no sums. */
  async function sumDay(day: number): Promise<boolean> {
    const { rows } = await store.query(accountId, (tx) =>
      tx.query<{ id: string }>(
        `select distinct location_id as id from measurement m where at >= $1 and at < $2
         and exists (select 1 from storage_location l where l.id = m.location_id)
         and not exists (select 1 from measurement_day d where d.location_id = m.location_id and d.at = $1)
         order by id`,
        [iso(day), iso(day + DAY_MS)],
      ),
    );
    for (let index = 0; index < rows.length; index += locationsAtOnce) {
      if (work.isOver()) return false;
      const ids = rows.slice(index, index + locationsAtOnce).map(({ id }) => id);
      await sum(ids.map((locationId) => ({ locationId, from: day, to: day + DAY_MS })));
    }
    return true;
  }

  async function sumLate(): Promise<boolean> {
    for (let after = ["00000000-0000-0000-0000-000000000000", iso(0)]; ; ) {
      const { rows } = await store.query(accountId, (tx) =>
        tx.query<{ location_id: string; at: Date }>(
          `select location_id, at from measurement_late where at < $1 and (location_id, at) > ($2::uuid, $3::timestamptz)
           order by location_id, at limit $4`,
          [iso(until), ...after, locationsAtOnce],
        ),
      );
      const last = rows.at(-1);
      if (!last) return true;
      if (work.isOver()) return false;
      await sum(
        rows.map(({ location_id, at }) => ({
          locationId: location_id,
          from: at.getTime(),
          to: at.getTime() + DAY_MS,
        })),
      );
      after = [last.location_id, last.at.toISOString()];
    }
  }

  /** Each stretch is a location's day. What changes meanwhile is marked as late, and summed another time. */
  async function sum(stretches: readonly Stretch[]): Promise<void> {
    let set = await store.read(accountId);
    // Made a moment ago by another process.
    if (stretches.some(({ locationId }) => !set.get("location", locationId)))
      set = await store.readNow(accountId);
    const measurements = await store.query(accountId, (tx) => readStretches(tx, set.sealer, stretches));
    const key = (locationId: string | null, day: number) => `${locationId}/${day}`;
    const byDay = Map.groupBy(measurements, ({ locationId, at }) => key(locationId, dayOf(at)));
    const days: SummedDay[] = [];
    for (const { locationId, from } of stretches) {
      const location = set.get("location", locationId);
      if (!location) continue;
      const readings = byDay.get(key(locationId, from)) ?? [];
      const summary = summariseDay(from, readings, holdMsOf(location));
      days.push({ locationId, summary, readings: readings.length });
    }
    work.daysSummed += await store.query(accountId, (tx) => writeDays(tx, set.sealer, days));
    await work.rest();
  }
}
