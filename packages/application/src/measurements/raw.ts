import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type Measurement, type MeasurementRowRead, openMeasurements } from "./repository.ts";

/** From `from` until before `to` (ms; null: open), at most `limit`. */
interface Range {
  from: number | null;
  to: number | null;
  limit: number;
}

const bound = (ms: number | null, open: "-infinity" | "infinity") =>
  ms === null ? open : new Date(ms).toISOString();

/** By time; readings of the same time by sequence and device. */
export async function readLocationPage(
  store: AccountStore,
  set: WorkingSet,
  locationId: string,
  { from, to, limit, after }: Range & { after: { at: number; sequence: number; deviceId: string } | null },
): Promise<Measurement[]> {
  const begins = after ? Math.max(after.at, from ?? after.at) : from;
  const values: unknown[] = [locationId, bound(begins, "-infinity"), bound(to, "infinity"), limit];
  if (after) values.push(bound(after.at, "-infinity"), after.sequence, after.deviceId);
  const { rows } = await store.query(set.accountId, (tx) =>
    tx.query<MeasurementRowRead>(
      `select device_id, sequence, location_id, at, sealed from measurement
       where location_id = $1 and at >= $2 and at < $3
       ${after ? "and (at, sequence, device_id) > ($5::timestamptz, $6::bigint, $7::uuid)" : ""}
       order by at, sequence, device_id limit $4`,
      values,
    ),
  );
  return openMeasurements(set.sealer, rows);
}

/** By sequence, which is the order of time. */
export async function readDevicePage(
  store: AccountStore,
  set: WorkingSet,
  deviceId: string,
  { from, to, limit, after }: Range & { after: number },
): Promise<Measurement[]> {
  const { rows } = await store.query(set.accountId, (tx) =>
    tx.query<MeasurementRowRead>(
      `select device_id, sequence, location_id, at, sealed from measurement
       where device_id = $1 and sequence > $2 and at >= $3 and at < $4 order by sequence limit $5`,
      [deviceId, after, bound(from, "-infinity"), bound(to, "infinity"), limit],
    ),
  );
  return openMeasurements(set.sealer, rows);
}
