import {
  type CarriedLevel,
  carriedOut,
  carryInto,
  DAY_MS,
  HOUR_MS,
  summariseDay,
  sumOfDay,
} from "@refill/replenishment";
import type { StorageLocation } from "../accounts/records.ts";
import { holdMsOf } from "../inventory/stock.ts";
import { openDay } from "../measurements/day-row.ts";
import { readSealedDays } from "../measurements/repository.ts";
import type { Work } from "../measurements/sum-days.ts";
import { readOrdersOfDay } from "./order-days.ts";
import { addLocation, emptyDay, type SiteDay, sealSiteDays } from "./site-day.ts";
import { unitPriceOf } from "./unit-price.ts";

/** Days (UTC) that are kept for the overview: two years. */
export const mostOverviewDays = 730;
const locationsAtOnce = 250;
const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Makes the days of the account that are summed and have no figures, the latest first, from the sums of their locations.
 * Gives true when all is done.
 */
export async function makeOverviewDays(work: Work): Promise<boolean> {
  const { store, accountId, until } = work;
  const { rows } = await store.query(accountId, (tx) =>
    tx.query<{ day: Date }>(
      `select day from generate_series($1::timestamptz, $2::timestamptz, interval '24 hours') as day
       where not exists (select 1 from overview_day where at = day) and (
         exists (select 1 from measurement_day where at = day)
         or exists (select 1 from order_event where at >= day and at < day + interval '24 hours'))
       order by day desc`,
      [iso(until - mostOverviewDays * DAY_MS), iso(until - DAY_MS)],
    ),
  );
  for (const { day } of rows) if (!(await makeDay(work, day.getTime()))) return false;
  return true;
}

async function makeDay({ store, accountId, isOver, rest }: Work, day: number): Promise<boolean> {
  // Another process may have made locations a moment ago.
  const set = await store.readNow(accountId);
  const sites = new Map<string, SiteDay>();
  const siteOf = (siteId: string) => {
    const known = sites.get(siteId) ?? emptyDay();
    sites.set(siteId, known);
    return known;
  };
  // A level of a button reaches over a whole day.
  const isLong = (location: StorageLocation) => holdMsOf(location) > 24 * HOUR_MS;
  const groups = Map.groupBy(set.all("location"), isLong);
  for (const [long, locations] of groups) {
    const from = day - (long ? 2 : 1) * DAY_MS;
    for (let index = 0; index < locations.length; index += locationsAtOnce) {
      if (isOver()) return false;
      const batch = locations.slice(index, index + locationsAtOnce);
      await addBatch(batch, from);
      await rest();
    }
  }
  await store.query(accountId, async (tx) => {
    for (const [siteId, { placed, onTime, late }] of await readOrdersOfDay(tx, set, day)) {
      const site = siteOf(siteId);
      Object.assign(site, { placed, onTime, late });
    }
    await tx.query(
      "insert into overview_day (at, sealed) values ($1, $2) on conflict (at) do update set sealed = excluded.sealed",
      [iso(day), sealSiteDays(set.sealer, day, sites)],
    );
  });
  return true;

  async function addBatch(locations: readonly StorageLocation[], from: number): Promise<void> {
    const ids = locations.map(({ id }) => id);
    const rows = await store.query(accountId, (tx) => readSealedDays(tx, ids, from, day + DAY_MS));
    for (const location of locations) {
      const own = rows.get(location.id);
      // Where nothing measures, or nothing did yet, nothing is missing.
      if (!own && (location.deviceIds.length === 0 || location.createdAt >= day + DAY_MS)) continue;
      addLocation(siteOf(location.siteId), sumOf(location, own), unitPriceOf(set, location));
    }
  }

  function sumOf(location: StorageLocation, rows: ReadonlyMap<number, Buffer> | undefined) {
    const holdMs = holdMsOf(location);
    let carried: CarriedLevel | null = null;
    for (const before of [day - 2 * DAY_MS, day - DAY_MS]) {
      const row = rows?.get(before);
      if (row) carried = carriedOut(openDay(set.sealer, location.id, before, row), carried);
    }
    const row = rows?.get(day);
    const summary = row ? openDay(set.sealer, location.id, day, row) : summariseDay(day, [], holdMs);
    return sumOfDay(carryInto(summary, carried, holdMs));
  }
}
