import { DAY_MS, type DaySummary, dayOf, sumOfDay } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { holdMsOf } from "../inventory/stock.ts";
import { summarise } from "../measurements/history.ts";
import { asOfOneMoment, readDays, readStretches, unsummed } from "../measurements/repository.ts";

/** Whole days before today that are looked at. */
const windowDays = 28;
const locationsAtOnce = 25;
const freshForMs = 10 * 60_000;
const mostKept = 200_000;

interface Kept {
  perDay: number | null;
  /** ms. */
  madeAt: number;
}

/** Pieces a day that leave each location, as of the last ten minutes; null where nothing is known. */
export function openConsumption(store: AccountStore): {
  of(
    set: WorkingSet,
    locations: readonly StorageLocation[],
    now: number,
  ): Promise<ReadonlyMap<string, number | null>>;
} {
  const kept = new Map<string, Kept>();
  // Ids are the customers' own: two accounts may have the same.
  const keyOf = (set: WorkingSet, locationId: string) => `${set.accountId}/${locationId}`;

  return {
    async of(set, locations, now) {
      const answer = new Map<string, number | null>();
      const missing: StorageLocation[] = [];
      for (const location of locations) {
        const known = kept.get(keyOf(set, location.id));
        if (known && now - known.madeAt < freshForMs) answer.set(location.id, known.perDay);
        else missing.push(location);
      }
      for (let index = 0; index < missing.length; index += locationsAtOnce) {
        const batch = missing.slice(index, index + locationsAtOnce);
        for (const [id, perDay] of await readConsumption(store, set, batch, now)) {
          answer.set(id, perDay);
          kept.delete(keyOf(set, id));
          kept.set(keyOf(set, id), { perDay, madeAt: now });
        }
      }
      // The oldest are first.
      for (const key of kept.keys()) {
        if (kept.size <= mostKept) break;
        kept.delete(key);
      }
      return answer;
    },
  };
}

async function readConsumption(
  store: AccountStore,
  set: WorkingSet,
  locations: readonly StorageLocation[],
  now: number,
): Promise<Map<string, number | null>> {
  const today = dayOf(now);
  const from = today - windowDays * DAY_MS;
  return store.query(set.accountId, async (tx) => {
    await asOfOneMoment(tx);
    const ids = locations.map(({ id }) => id);
    const summed = await readDays(tx, set.sealer, ids, from, today);
    const stretches = ids.flatMap((id) => unsummed(id, summed.get(id), from, today + DAY_MS));
    const raw = Map.groupBy(await readStretches(tx, set.sealer, stretches), ({ locationId }) => locationId);
    return new Map(
      locations.map((location) => {
        const holdMs = holdMsOf(location);
        const days = [
          ...(summed.get(location.id)?.values() ?? []),
          ...summarise(raw.get(location.id) ?? [], holdMs, now),
        ];
        return [location.id, perDay(days, { from, now, holdMs })];
      }),
    );
  });
}

/**
 * What left, by the time from which to which the level was known. What left during an outage is seen after it, so that
 * time counts as well.
 */
export function perDay(
  days: readonly DaySummary[],
  { from, now, holdMs }: { from: number; now: number; holdMs: number },
): number | null {
  let consumption = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    consumption += sumOfDay(day).consumption;
    if (day.firstKnownAt !== null) first = Math.min(first, day.firstKnownAt);
    if (day.lastKnownAt !== null) last = Math.max(last, day.lastKnownAt);
  }
  // Also known before: the first reading's consumption began there.
  const begins = first - from <= holdMs ? from : first;
  const ends = now - last <= holdMs ? now : last;
  const elapsed = ends - begins;
  return elapsed >= DAY_MS ? (consumption / elapsed) * DAY_MS : null;
}
