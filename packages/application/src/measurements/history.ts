import {
  type CarriedLevel,
  carriedOut,
  carryInto,
  DAY_MS,
  type DaySummary,
  dayOf,
  HOUR_MS,
  type LevelReading,
  type LevelSum,
  meanOf,
  summariseDay,
  sumOfDay,
} from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { holdMsOf } from "../inventory/stock.ts";
import { asOfOneMoment, type Measurement, readDays, readStretches, unsummed } from "./repository.ts";

/** An hour or a day of a location. */
export interface Period {
  /** ms of its begin. */
  start: number;
  lengthMs: number;
  sum: LevelSum;
}

/** Days that are read at once, and of those without sums. */
const mostDays = 370;
const mostRawDays = 31;

/**
 * The location's hours or days that begin from `from` on and before `to`, oldest first, at most `limit`; those of which
 * nothing is known are missing. Days without sums are summed here, so that the answer is the same, only slower.
 */
export async function readPeriods(
  store: AccountStore,
  set: WorkingSet,
  location: StorageLocation,
  options: {
    resolution: "hour" | "day";
    from: number | null;
    to: number | null;
    limit: number;
    now: number;
  },
): Promise<Period[]> {
  const { resolution, limit, now } = options;
  const end = Math.min(options.to ?? now, now);
  const holdMs = holdMsOf(location);
  return store.query(set.accountId, async (tx) => {
    await asOfOneMoment(tx);
    // Nothing is looked for before the first reading, whatever is asked for: it would be thousands of empty windows.
    const first = await firstDay(location.id);
    if (first === null) return [];
    const from = Math.max(options.from ?? first, first);
    const periods: Period[] = [];
    let carried: CarriedLevel | null = null;
    // What was known before the first day may reach into it.
    let day = dayOf(from - holdMs);
    while (day < end && periods.length < limit) {
      const missing = (limit - periods.length) / (resolution === "hour" ? 24 : 1);
      const days = Math.min(mostDays, Math.ceil(missing) + Math.ceil(holdMs / DAY_MS) + 1);
      const ends = Math.min(day + days * DAY_MS, dayOf(end - 1) + DAY_MS);
      for (const summary of await readSummaries(day, ends)) {
        const until = Math.min(summary.day + DAY_MS, now);
        const filled: DaySummary = carryInto(summary, carried, holdMs, until);
        carried = carriedOut(summary, carried);
        for (const period of periodsOf(filled, resolution))
          if (period.start >= from && period.start < end && isKnown(period.sum)) periods.push(period);
      }
      day = ends;
    }
    return periods.slice(0, limit);

    /** All days of the window in which there may be a level. */
    async function readSummaries(begins: number, ends: number): Promise<DaySummary[]> {
      const summed = (await readDays(tx, set.sealer, [location.id], begins, ends)).get(location.id);
      const byDay = new Map(summed);
      for (const stretch of unsummed(location.id, summed, begins, ends))
        for (let at = stretch.from; at < stretch.to; at += mostRawDays * DAY_MS) {
          const part = { ...stretch, from: at, to: Math.min(stretch.to, at + mostRawDays * DAY_MS) };
          for (const summary of summarise(await readStretches(tx, set.sealer, [part]), holdMs, now))
            byDay.set(summary.day, summary);
        }
      const all: DaySummary[] = [];
      for (let at = begins; at < ends; at += DAY_MS) all.push(byDay.get(at) ?? summariseDay(at, [], holdMs));
      return all;
    }

    async function firstDay(locationId: string): Promise<number | null> {
      const { rows } = await tx.query<{ at: Date | null }>(
        `select least(
           (select min(at) from measurement_day where location_id = $1),
           (select min(at) from measurement where location_id = $1)) as at`,
        [locationId],
      );
      return rows[0]!.at && dayOf(rows[0]!.at.getTime());
    }
  });
}

/** One location's readings, by day. */
export function summarise(measurements: readonly Measurement[], holdMs: number, now: number): DaySummary[] {
  const byDay = Map.groupBy(measurements as readonly LevelReading[], ({ at }) => dayOf(at));
  return [...byDay].map(([day, readings]) =>
    summariseDay(day, readings, holdMs, Math.min(day + DAY_MS, now)),
  );
}

function periodsOf(summary: DaySummary, resolution: "hour" | "day"): Period[] {
  const { day, hours } = summary;
  if (resolution === "day") return [{ start: day, lengthMs: DAY_MS, sum: sumOfDay(summary) }];
  return hours.map((sum, index) => ({ start: day + index * HOUR_MS, lengthMs: HOUR_MS, sum }));
}

function isKnown({ count, knownMs }: LevelSum): boolean {
  return count > 0 || knownMs > 0;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The period as the REST API shows it. */
export function periodView({ start, lengthMs, sum }: Period, now: number) {
  const { min, max, first, last, count, consumption, receipts, knownMs } = sum;
  const mean = meanOf(sum);
  const elapsed = Math.min(lengthMs, Math.max(now - start, 1));
  return {
    at: new Date(start).toISOString(),
    min,
    max,
    mean: mean === null ? null : rounded(mean),
    first,
    last,
    count,
    consumption,
    receipts,
    coverage: Math.min(1, rounded(knownMs / elapsed)),
  };
}
