import { type LevelSum, meanOf } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import { overviewDayRowId } from "../accounts/sealed-rows.ts";

/** A day (UTC), or the present, of a site's locations that have a sensor. */
export interface SiteDay {
  /** Locations whose level was known some time, and those whose level never was. */
  known: number;
  unknown: number;
  /** Of the known ones' mean stock, in the account's currency as of the day it was made; and how many have no price. */
  value: number;
  withoutPrice: number;
  /** Locations that were empty some time. */
  stockOuts: number;
  /** Location-time, ms: with a known level, and empty. */
  knownMs: number;
  emptyMs: number;
  /** Orders that were placed; that came in time, and late. */
  placed: number;
  onTime: number;
  late: number;
}

export type SiteDays = ReadonlyMap<string, SiteDay>;
const table = "overview_day";
const fields = [
  "known",
  "unknown",
  "value",
  "withoutPrice",
  "stockOuts",
  "knownMs",
  "emptyMs",
  "placed",
  "onTime",
  "late",
] as const satisfies readonly (keyof SiteDay)[];

interface Packed {
  v: 1;
  sites: Readonly<Record<string, readonly number[]>>;
}

export function emptyDay(): SiteDay {
  return {
    known: 0,
    unknown: 0,
    value: 0,
    withoutPrice: 0,
    stockOuts: 0,
    knownMs: 0,
    emptyMs: 0,
    placed: 0,
    onTime: 0,
    late: 0,
  };
}

/** Adds a location's day. `price`: of a piece, null: not known. */
export function addLocation(day: SiteDay, sum: LevelSum, price: number | null): void {
  const mean = meanOf(sum);
  if (mean === null) {
    day.unknown += 1;
    return;
  }
  day.known += 1;
  if (price === null) day.withoutPrice += 1;
  else day.value += mean * price;
  if (sum.min === 0) day.stockOuts += 1;
  day.knownMs += sum.knownMs;
  day.emptyMs += sum.emptyMs;
}

export function addDays(a: SiteDay, b: SiteDay): SiteDay {
  const sum = emptyDay();
  for (const field of fields) sum[field] = a[field] + b[field];
  return sum;
}

/** An account's day as it lies in `overview_day`: some hundred bytes, bound to the day. */
export function sealSiteDays(seal: Sealer, day: number, sites: SiteDays): Buffer {
  const packed: Packed = {
    v: 1,
    sites: Object.fromEntries(
      [...sites].map(([id, site]) => [id, fields.map((field) => Math.round(site[field] * 100) / 100)]),
    ),
  };
  return seal.seal(table, overviewDayRowId(day), packed);
}

/** Throws SealBroken for a row of another day. */
export function openSiteDays(seal: Sealer, day: number, sealed: Uint8Array): Map<string, SiteDay> {
  const { sites } = seal.open(table, overviewDayRowId(day), sealed) as Packed;
  return new Map(
    Object.entries(sites).map(([id, values]) => {
      const site = emptyDay();
      for (const [index, field] of fields.entries()) site[field] = values[index] ?? 0;
      return [id, site];
    }),
  );
}
