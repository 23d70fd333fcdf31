/**
 * Days of consumption → demand by day or by week. What was not known is missing (NaN), never zero: a sensor that was out
 * for a week must not look like a week without use.
 */
import { dayNumber } from "../iso-day.ts";

/** A day of a location. */
export interface DayOfUse {
  /** `YYYY-MM-DD`, or days since 1 January 1970. */
  day: string | number;
  /** Pieces that left while the level was known, ≥ 0. */
  consumption: number;
  /**
   * Share of the day in which the use could be seen, 0…1. Time in which the location stood empty counts as not known as
   * well: nobody knows what would have been taken.
   */
  knownShare: number;
  /** Pieces of `consumption` that left in the unknown stretch just before: the first reading after it found them gone. */
  ofGap?: number;
}

/** Demand by period, oldest first. 104 weeks take 416 bytes. */
export interface DemandSeries {
  periodDays: 1 | 7;
  /** The first period's first day, days since 1 January 1970. */
  firstDay: number;
  /** Pieces a period; NaN: missing. */
  values: Float32Array;
}

/** A day, or a week's usual use, of which less was known is missing; of which more was known is scaled up to the whole. */
export const LEAST_KNOWN_SHARE = 0.5;
/** From so many weeks on, weeks tell more than days: they have no weekends. */
const WEEKS_FOR_WEEKS = 26;
/** 20 years. Days further apart than this are a wrong clock. */
const MOST_DAYS = 7305;

/**
 * `days`: in any order. A day that is named twice is summed (consumption) and known as far as its better half. Days
 * that are not named are missing. What can't be (not finite, negative consumption or share, no date) is missing as well.
 * Weeks end with the last day, so that each holds every weekday once and the last one is whole; days before the first
 * whole week are left out. Only the last 20 years are kept.
 *
 * `period`: `auto` takes weeks from half a year on.
 */
export function seriesOf(days: readonly DayOfUse[], period: "auto" | "day" | "week" = "auto"): DemandSeries {
  const known = days.map(readDay).filter((day) => day !== null);
  if (known.length === 0)
    return { periodDays: period === "week" ? 7 : 1, firstDay: 0, values: new Float32Array(0) };
  const last = known.reduce((most, { day }) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const first = known.reduce(
    (least, { day }) => (day > last - MOST_DAYS ? Math.min(least, day) : least),
    Number.POSITIVE_INFINITY,
  );
  const length = last - first + 1;
  const consumption = new Float64Array(length);
  const share = new Float64Array(length);
  const ofGap = new Float64Array(length);
  for (const day of known) {
    const index = day.day - first;
    if (index < 0) continue;
    consumption[index]! += day.consumption - day.ofGap;
    ofGap[index]! += day.ofGap;
    share[index] = Math.max(share[index]!, day.knownShare);
  }
  spreadOverGaps(consumption, share, ofGap);
  const byDay: DemandSeries = { periodDays: 1, firstDay: first, values: new Float32Array(length) };
  const isByWeek = period === "week" || (period === "auto" && length >= WEEKS_FOR_WEEKS * 7);
  if (isByWeek) return weeksOfShares(first, consumption, share);
  for (let index = 0; index < length; index += 1) {
    byDay.values[index] =
      share[index]! < LEAST_KNOWN_SHARE ? Number.NaN : consumption[index]! / share[index]!;
  }
  return byDay;
}

/** Days → weeks that end with the last day. A series by week is given back as it is. */
export function weeksOf(series: DemandSeries): DemandSeries {
  if (series.periodDays === 7) return series;
  const length = series.values.length;
  const consumption = new Float64Array(length);
  const share = new Float64Array(length);
  for (let index = 0; index < length; index += 1) {
    const value = series.values[index]!;
    if (Number.isNaN(value)) continue;
    consumption[index] = value;
    share[index] = 1;
  }
  return weeksOfShares(series.firstDay, consumption, share);
}

/** A series of what is known already, e.g. of a file. Values that are negative or not finite are missing. */
export function seriesOfValues(values: ArrayLike<number>, periodDays: 1 | 7, firstDay = 0): DemandSeries {
  const kept = Float32Array.from({ length: values.length }, (_, index) => {
    const value = values[index]!;
    return value >= 0 && value < Number.POSITIVE_INFINITY ? value : Number.NaN;
  });
  return { periodDays, firstDay, values: kept };
}

function readDay({
  day,
  consumption,
  knownShare,
  ofGap = 0,
}: DayOfUse): Required<DayOfUse & { day: number }> | null {
  const number = typeof day === "number" ? day : dayNumber(day);
  if (number === null || !Number.isInteger(number)) return null;
  const isGood = consumption >= 0 && Number.isFinite(consumption) && knownShare >= 0;
  if (!isGood) return { day: number, consumption: 0, knownShare: 0, ofGap: 0 };
  const gap = ofGap > 0 ? Math.min(ofGap, consumption) : 0;
  return { day: number, consumption, knownShare: Math.min(knownShare, 1), ofGap: gap };
}

/** What left in a stretch that was not known is spread evenly over it; its days are known by that. */
function spreadOverGaps(consumption: Float64Array, share: Float64Array, ofGap: Float64Array): void {
  for (let index = 0; index < ofGap.length; index += 1) {
    if (ofGap[index] === 0) continue;
    let begin = index;
    while (begin > 0 && share[begin - 1]! < LEAST_KNOWN_SHARE) begin -= 1;
    const isOwn = begin === index && share[index]! >= LEAST_KNOWN_SHARE;
    if (isOwn) {
      // The stretch lay within the day itself.
      consumption[index]! += ofGap[index]!;
      share[index] = 1;
      continue;
    }
    const end = share[index]! < LEAST_KNOWN_SHARE ? index + 1 : index;
    let unknown = 0;
    for (let day = begin; day < end; day += 1) unknown += 1 - share[day]!;
    for (let day = begin; day < end; day += 1) {
      consumption[day]! += (ofGap[index]! * (1 - share[day]!)) / unknown;
      share[day] = 1;
    }
  }
}

/**
 * A week is scaled by how much of its *usual* use was known: a week whose Sunday is missing where nothing is ever used on
 * Sundays is whole.
 */
function weeksOfShares(firstDay: number, consumption: Float64Array, share: Float64Array): DemandSeries {
  const length = consumption.length;
  const weeks = Math.floor(length / 7);
  const skipped = length - weeks * 7;
  const usual = usualWeek(consumption, share, skipped);
  const values = new Float32Array(weeks);
  for (let week = 0; week < weeks; week += 1) {
    let used = 0;
    let known = 0;
    for (let day = 0; day < 7; day += 1) {
      const index = skipped + week * 7 + day;
      used += consumption[index]!;
      known += share[index]! * usual[day]!;
    }
    values[week] = known < LEAST_KNOWN_SHARE ? Number.NaN : used / known;
  }
  return { periodDays: 7, firstDay: firstDay + skipped, values };
}

/** Share of a week's use that falls on each of its days; sums to 1. */
function usualWeek(consumption: Float64Array, share: Float64Array, skipped: number): Float64Array {
  const used = new Float64Array(7);
  const known = new Float64Array(7);
  let total = 0;
  let totalKnown = 0;
  for (let index = skipped; index < consumption.length; index += 1) {
    const day = (index - skipped) % 7;
    used[day]! += consumption[index]!;
    known[day]! += share[index]!;
    total += consumption[index]!;
    totalKnown += share[index]!;
  }
  const usual = new Float64Array(7).fill(1 / 7);
  if (total <= 0) return usual;
  // Two days of average use are added to each weekday, so that a short history says little about weekdays.
  const average = total / totalKnown;
  let sum = 0;
  for (let day = 0; day < 7; day += 1) {
    usual[day] = (used[day]! + 2 * average) / (known[day]! + 2);
    sum += usual[day]!;
  }
  for (let day = 0; day < 7; day += 1) usual[day]! /= sum;
  return usual;
}
