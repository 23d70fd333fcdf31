import { setImmediate } from "node:timers/promises";
import type { AccountTransaction } from "@refill/database";
import { DAY_MS, type DaySummary } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { MeasurementContent } from "../accounts/records.ts";
import { openDay, sealDay } from "./day-row.ts";

type Transaction = Pick<AccountTransaction, "query">;

/** A raw measurement, opened. */
export interface Measurement {
  deviceId: string;
  sequence: number;
  locationId: string | null;
  /** ms since 1970. */
  at: number;
  onHand: number | null;
  /** 0 … 1; null: not known. */
  confidence: number | null;
  distanceMm: number | null;
  fault: string | null;
  weightGrams: number | null;
  present: boolean | null;
  button: string | null;
  temperatureC: number | null;
  batteryPercent: number | null;
  rssiDbm: number | null;
  snrDb: number | null;
  consumption: number;
  receipts: number;
}

/** A part of a location's time, ms: from `from` until before `to`. */
export interface Stretch {
  locationId: string;
  from: number;
  to: number;
}

export interface MeasurementRowRead {
  device_id: string;
  sequence: string;
  location_id: string | null;
  at: Date;
  sealed: Buffer;
}

/** Rows that are opened before others get their turn. */
const openedAtOnce = 250;
const iso = (ms: number) => new Date(ms).toISOString();

/** One transaction sees all of it as of one moment. */
export async function asOfOneMoment(tx: Transaction): Promise<void> {
  await tx.query("set transaction isolation level repeatable read, read only");
}

export async function readStretches(
  tx: Transaction,
  seal: Sealer,
  stretches: readonly Stretch[],
): Promise<Measurement[]> {
  if (stretches.length === 0) return [];
  // `offset 0` keeps it one look into the index for each stretch, whatever Postgres expects of the table.
  const { rows } = await tx.query<MeasurementRowRead>(
    `select m.* from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as s (location_id, begins, ends)
     cross join lateral (
       select device_id, sequence, location_id, at, sealed from measurement
       where location_id = s.location_id and at >= s.begins and at < s.ends offset 0
     ) as m`,
    [
      stretches.map(({ locationId }) => locationId),
      stretches.map(({ from }) => iso(from)),
      stretches.map(({ to }) => iso(to)),
    ],
  );
  return openMeasurements(seal, rows);
}

/** Gives others their turn between parts of it. */
export async function openMeasurements(
  seal: Sealer,
  rows: readonly MeasurementRowRead[],
): Promise<Measurement[]> {
  const opened: Measurement[] = [];
  for (const row of rows) {
    const content = seal.open(
      "measurement",
      `${row.device_id}/${row.sequence}`,
      row.sealed,
    ) as MeasurementContent;
    opened.push({
      deviceId: row.device_id,
      sequence: Number(row.sequence),
      locationId: row.location_id,
      at: row.at.getTime(),
      onHand: content.onHand,
      confidence: content.confidence ?? null,
      distanceMm: content.distanceMm,
      fault: content.fault,
      weightGrams: content.weightGrams ?? null,
      present: content.present ?? null,
      button: content.button ?? null,
      temperatureC: content.temperatureC ?? null,
      batteryPercent: content.batteryPercent ?? null,
      rssiDbm: content.rssiDbm ?? null,
      snrDb: content.snrDb ?? null,
      consumption: content.consumption ?? 0,
      receipts: content.receipts ?? 0,
    });
    if (opened.length % openedAtOnce === 0) await setImmediate();
  }
  return opened;
}

/** The days of these locations that are summed, from `from` until before `to`. */
export async function readDays(
  tx: Transaction,
  seal: Sealer,
  locationIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, Map<number, DaySummary>>> {
  const sealed = await readSealedDays(tx, locationIds, from, to);
  const byLocation = new Map<string, Map<number, DaySummary>>();
  let opened = 0;
  for (const [locationId, rows] of sealed) {
    const days = new Map<number, DaySummary>();
    byLocation.set(locationId, days);
    for (const [day, row] of rows) {
      days.set(day, openDay(seal, locationId, day, row));
      if (++opened % openedAtOnce === 0) await setImmediate();
    }
  }
  return byLocation;
}

/** The same, for who opens one after the other: an opened day takes many times as much memory. */
export async function readSealedDays(
  tx: Transaction,
  locationIds: readonly string[],
  from: number,
  to: number,
): Promise<Map<string, Map<number, Buffer>>> {
  const { rows } = await tx.query<{ location_id: string; at: Date; sealed: Buffer }>(
    "select location_id, at, sealed from measurement_day where location_id = any($1::uuid[]) and at >= $2 and at < $3",
    [locationIds, iso(from), iso(to)],
  );
  const byLocation = new Map<string, Map<number, Buffer>>();
  for (const { location_id, at, sealed } of rows) {
    const days = byLocation.get(location_id) ?? new Map<number, Buffer>();
    byLocation.set(location_id, days);
    days.set(at.getTime(), sealed);
  }
  return byLocation;
}

/** The stretches from `from` until before `to` whose days are not among `days`. */
export function unsummed(
  locationId: string,
  days: ReadonlyMap<number, unknown> | undefined,
  from: number,
  to: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = from; day < to; day += DAY_MS) {
    if (days?.has(day)) continue;
    const last = stretches.at(-1);
    if (last?.to === day) last.to = day + DAY_MS;
    else stretches.push({ locationId, from: day, to: day + DAY_MS });
  }
  return stretches;
}

export interface SummedDay {
  locationId: string;
  summary: DaySummary;
  /** Readings that went into it. */
  readings: number;
}

/**
 * Writes sums, but not of a day that got a reading since they were made; gives how many were right. A change with a late
 * message takes the account's revision first and then forgets the day's sums, so while it is locked here none comes
 * in between.
 */
export async function writeDays(tx: Transaction, seal: Sealer, days: readonly SummedDay[]): Promise<number> {
  await tx.query("select from account_revision for share");
  const { rows } = await tx.query<{ n: number }>(
    `with summed as (
       select * from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::bytea[]) as s (location_id, at, readings, sealed)
     ), right_ones as (
       select * from summed s where readings = (
         select count(*) from measurement m
         where m.location_id = s.location_id and m.at >= s.at and m.at < s.at + interval '24 hours')
     ), written as (
       insert into measurement_day (location_id, at, sealed)
       select location_id, at, sealed from right_ones where readings > 0
       on conflict (location_id, at) do update set sealed = excluded.sealed
     ), done as (
       delete from measurement_late l using right_ones r where l.location_id = r.location_id and l.at = r.at
     ), overview as (
       -- A level reaches into the next day, that of a button into the one after it.
       delete from overview_day o using (
         select distinct at + days * interval '24 hours' as at from right_ones cross join generate_series(0, 2) as days
       ) as changed where o.at = changed.at
     )
     select count(*)::int as n from right_ones`,
    [
      days.map(({ locationId }) => locationId),
      days.map(({ summary }) => iso(summary.day)),
      days.map(({ readings }) => readings),
      days.map(({ locationId, summary }) => sealDay(seal, locationId, summary)),
    ],
  );
  return rows[0]!.n;
}
