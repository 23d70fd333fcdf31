import { DAY_MS, dayOf, HOUR_MS, type LevelReading, summariseDay } from "@refill/replenishment";
import type { ApplicationUnderTest } from "../application-under-test.ts";
import { sealDay } from "../measurements/day-row.ts";

/**
 * For tests: summed days of a location until yesterday, as the upkeep would have made them: `use[i]` pieces left on each of
 * them, at noon; null: nothing was heard on that day. The location is filled up to `full` every night.
 */
export async function writeHistory(
  app: ApplicationUnderTest,
  accountId: string,
  locationId: string,
  use: readonly (number | null)[],
  full = 100,
): Promise<void> {
  const { store } = app.accounts;
  const { sealer } = await store.read(accountId);
  const first = dayOf(Date.now()) - use.length * DAY_MS;
  const rows: { at: string; sealed: Buffer }[] = [];
  for (const [index, pieces] of use.entries()) {
    if (pieces === null) continue;
    const day = first + index * DAY_MS;
    const readings: LevelReading[] = Array.from({ length: 24 }, (_, hour) => ({
      at: day + hour * HOUR_MS,
      sequence: hour,
      onHand: hour < 12 ? full : full - pieces,
      consumption: hour === 12 ? pieces : 0,
      receipts: 0,
    }));
    const sealed = sealDay(sealer, locationId, summariseDay(day, readings, 3 * HOUR_MS));
    rows.push({ at: new Date(day).toISOString(), sealed });
  }
  await store.query(accountId, (tx) =>
    tx.query(
      `insert into measurement_day (location_id, at, sealed)
       select $1, * from unnest($2::timestamptz[], $3::bytea[])`,
      [locationId, rows.map(({ at }) => at), rows.map(({ sealed }) => sealed)],
    ),
  );
}
