import { setImmediate } from "node:timers/promises";
import type { AccountTransaction } from "@refill/database";
import {
  type CarriedLevel,
  carriedOut,
  carryInto,
  DAY_MS,
  type DaySummary,
  dayOf,
  summariseDay,
} from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { AccountStore } from "../accounts/account-store.ts";
import type { ImportedUse, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { holdMsOf } from "../inventory/stock.ts";
import { openDay } from "../measurements/day-row.ts";
import { summarise } from "../measurements/history.ts";
import {
  asOfOneMoment,
  readSealedDays,
  readStretches,
  type Stretch,
  unsummed,
} from "../measurements/repository.ts";
import { beginOf, type KnownDay, readImportedUse, type SeenDay, withImportedUse } from "./imported-use.ts";

/** 104 weeks. */
export const demandDays = 728;
/** Of so many locations at most the history is read at once: some 15,000 rows. */
export const locationsAtOnce = 20;
/** Of days that are not summed yet, readings of so many are held at once. */
const rawDaysAtOnce = 31;
const openedAtOnce = 100;
const iso = (ms: number) => new Date(ms).toISOString();

type Transaction = Pick<AccountTransaction, "query">;
type SealedDays = ReadonlyMap<number, Buffer>;

/**
 * What left each location by day (UTC): whole days until yesterday, oldest first, from the first day of which something is
 * known on, at most {@link demandDays}. Days of which nothing is known are there with the share 0. Where the sensors knew
 * nothing, what the customer brought of the day counts.
 * Throws RangeError for more than {@link locationsAtOnce} locations.
 */
export async function readDemand(
  store: AccountStore,
  set: WorkingSet,
  locations: readonly StorageLocation[],
  now: number,
): Promise<Map<string, KnownDay[]>> {
  if (locations.length > locationsAtOnce) throw new RangeError("too many locations at once");
  const until = dayOf(now);
  const from = until - demandDays * DAY_MS;
  return store.query(set.accountId, async (tx) => {
    await asOfOneMoment(tx);
    const ids = locations.map(({ id }) => id);
    const summed = await readSealedDays(tx, ids, from, until);
    const unread = await daysWithReadings(
      tx,
      ids.flatMap((id) => unsummed(id, summed.get(id), from, until)),
    );
    const importedOf = await readImportedUse(tx, set.sealer, ids);
    const demand = new Map<string, KnownDay[]>();
    for (const location of locations) {
      const raw = await readRawDays(tx, set.sealer, location, unread.get(location.id) ?? [], now);
      const sealed = summed.get(location.id) ?? new Map();
      const imported = importedOf.get(location.id);
      const seen = await useByDay(set.sealer, location, { sealed, raw, imported, from, until });
      demand.set(location.id, withImportedUse(seen, imported));
    }
    return demand;
  });
}

/** Usually none, or yesterday: all others are summed. */
async function daysWithReadings(
  tx: Transaction,
  stretches: readonly Stretch[],
): Promise<Map<string, number[]>> {
  const { rows } = await tx.query<{ location_id: string; day: Date }>(
    `select distinct s.location_id, date_trunc('day', m.at, 'UTC') as day
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as s (location_id, begins, ends)
     cross join lateral (
       select at from measurement where location_id = s.location_id and at >= s.begins and at < s.ends offset 0
     ) as m order by 1, 2`,
    [
      stretches.map(({ locationId }) => locationId),
      stretches.map(({ from }) => iso(from)),
      stretches.map(({ to }) => iso(to)),
    ],
  );
  const days = new Map<string, number[]>();
  for (const { location_id, day } of rows)
    days.set(location_id, [...(days.get(location_id) ?? []), day.getTime()]);
  return days;
}

async function readRawDays(
  tx: Transaction,
  sealer: Sealer,
  location: StorageLocation,
  days: readonly number[],
  now: number,
): Promise<Map<number, DaySummary>> {
  const summaries = new Map<number, DaySummary>();
  for (let index = 0; index < days.length; index += rawDaysAtOnce) {
    const stretches = days
      .slice(index, index + rawDaysAtOnce)
      .map((day) => ({ locationId: location.id, from: day, to: day + DAY_MS }));
    const readings = await readStretches(tx, sealer, stretches);
    for (const summary of summarise(readings, holdMsOf(location), now)) summaries.set(summary.day, summary);
  }
  return summaries;
}

/** A day is opened, counted and forgotten before the next one. */
async function useByDay(
  sealer: Sealer,
  location: StorageLocation,
  known: {
    sealed: SealedDays;
    raw: ReadonlyMap<number, DaySummary>;
    imported: ImportedUse | undefined;
    from: number;
    until: number;
  },
): Promise<SeenDay[]> {
  const { sealed, raw, imported, from, until } = known;
  const importedFrom = imported ? Math.max(from, beginOf(imported)) : Number.POSITIVE_INFINITY;
  const first = Math.min(importedFrom, ...sealed.keys(), ...raw.keys());
  const holdMs = holdMsOf(location);
  const days: SeenDay[] = [];
  let carried: CarriedLevel | null = null;
  let isAfterGap = true;
  let opened = 0;
  for (let day = first; day < until; day += DAY_MS) {
    const row = sealed.get(day);
    const summary =
      raw.get(day) ?? (row ? openDay(sealer, location.id, day, row) : summariseDay(day, [], holdMs));
    const use = useOf(carryInto(summary, carried, holdMs), isAfterGap);
    days.push(use);
    isAfterGap = use.isGapAtEnd;
    carried = carriedOut(summary, carried);
    if (++opened % openedAtOnce === 0) await setImmediate();
  }
  return days;
}

/**
 * Hours in which the location stood empty do not show what would have been taken, so they count as not known. What is
 * found gone by the first reading after hours of which nothing was known left in them.
 */
export function useOf(
  { day, hours }: Pick<DaySummary, "day" | "hours">,
  isAfterGap: boolean,
): SeenDay & { isGapAtEnd: boolean } {
  let isGap = isAfterGap;
  let knownMs = 0;
  let seenMs = 0;
  let consumption = 0;
  let ofGap = 0;
  for (const hour of hours) {
    consumption += hour.consumption;
    if (isGap) ofGap += hour.consumption;
    knownMs += hour.knownMs;
    if (hour.pieceMs > 0) seenMs += hour.knownMs;
    isGap = hour.knownMs === 0 && (isGap || hour.count === 0);
  }
  return {
    day: { day: day / DAY_MS, consumption, knownShare: Math.min(1, seenMs / DAY_MS), ofGap },
    levelShare: Math.min(1, knownMs / DAY_MS),
    isGapAtEnd: isGap,
  };
}
