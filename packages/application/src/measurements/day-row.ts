import { type DaySummary, emptySum, type LevelSum } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import { dayRowId } from "../accounts/sealed-rows.ts";

/** Times are ms since the day's begin. */
interface Packed {
  v: 1;
  first: number | null;
  known: readonly [number, number] | null;
  last: readonly [number, number | null] | null;
  /** 0: nothing in that hour. */
  hours: readonly (0 | readonly (number | null)[])[];
}

const table = "measurement_day";
const fields = [
  "min",
  "max",
  "first",
  "last",
  "count",
  "knownMs",
  "pieceMs",
  "emptyMs",
  "consumption",
  "receipts",
] as const satisfies readonly (keyof LevelSum)[];

/** A location's day as it lies in `measurement_day`: some hundred bytes, bound to location and day. */
export function sealDay(seal: Sealer, locationId: string, summary: DaySummary): Buffer {
  const { day, firstAt, firstKnownAt, lastKnownAt, last } = summary;
  const packed: Packed = {
    v: 1,
    first: firstAt === null ? null : firstAt - day,
    known: firstKnownAt === null || lastKnownAt === null ? null : [firstKnownAt - day, lastKnownAt - day],
    last: last && [last.at - day, last.onHand],
    hours: summary.hours.map((hour) =>
      hour.count === 0 && hour.knownMs === 0 ? 0 : fields.map((field) => hour[field]),
    ),
  };
  return seal.seal(table, dayRowId(locationId, day), packed);
}

/** Throws SealBroken for a row of another location or day. */
export function openDay(seal: Sealer, locationId: string, day: number, sealed: Uint8Array): DaySummary {
  const { first, known, last, hours } = seal.open(table, dayRowId(locationId, day), sealed) as Packed;
  return {
    day,
    firstAt: first === null ? null : day + first,
    firstKnownAt: known && day + known[0],
    lastKnownAt: known && day + known[1],
    last: last && { at: day + last[0], onHand: last[1] },
    hours: hours.map((hour) => (hour === 0 ? emptySum() : unpack(hour))),
  };
}

function unpack([min, max, first, last, count, knownMs, pieceMs, emptyMs, consumption, receipts]: readonly (
  | number
  | null
)[]): LevelSum {
  return {
    min: min!,
    max: max!,
    first: first!,
    last: last!,
    count: count!,
    knownMs: knownMs!,
    pieceMs: pieceMs!,
    emptyMs: emptyMs!,
    consumption: consumption!,
    receipts: receipts!,
  };
}
