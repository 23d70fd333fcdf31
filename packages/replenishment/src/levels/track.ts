import { medianOf } from "../median.ts";
import type { Track } from "./level-state.ts";
import type { Signal } from "./signal.ts";
import {
  agreementOf,
  bounded,
  deviation,
  gridWidth,
  isOnGrid,
  noiseAtFirst,
  strideCeiling,
  strideFloor,
} from "./track-limits.ts";
import { isAsBefore, RECENT, witnessesOf } from "./track-witnesses.ts";
import { forgetDrift, learnDrift } from "./zero-drift.ts";

/** Weight of one reading in what is learned of a sensor. */
const LEARNING = 1 / 64;
/** Weight of one reading in the mean around the known value. */
const SMOOTHING = 0.4;
const MOST_PENDING = 12;
/** Readings for which what stood before a sensor, and was taken for a refill, may stay. */
const OCCLUSION = 16;

/**
 * Takes one value of a sensor into its track. Changes `track` and returns the pending values that confirmed it together
 * with this one, when it was confirmed as something new; else null. `others`: pending values of a second sensor that
 * sees the same stock.
 *
 * A value becomes the known one by confirmation, N of M: two of the last five readings that agree, three where the
 * sensor errs often or shows what cannot be. So one hand before the sensor, or one echo, moves nothing, and a wrong
 * reading between two right ones does not hide what they say. Consumption of the usual size needs no exact agreement:
 * of two readings that both show less, the fuller one is believed, so a stock that sinks steadily is followed with a
 * delay of one reading. (Running medians: J. W. Tukey, Exploratory Data Analysis, 1977, ch. 7; N of M:
 * J. V. Harrington, Detection of repeated signals in noise by binary integration, IRE Trans. IT-1, 1955.)
 */
export function follow(
  track: Track,
  value: number,
  signal: Signal,
  others: readonly number[],
): readonly number[] | null {
  track.faults = 0;
  const seen = value - track.drift;
  if (track.value === null) return begin(track, seen, signal, others);
  track.occluded = Math.max(1, track.occluded * (1 - LEARNING / 64));
  track.stride = Math.max(strideFloor(signal), (track.stride ?? 0) * (1 - LEARNING / 4));
  if (track.former)
    track.former =
      track.former.readings < OCCLUSION ? { ...track.former, readings: track.former.readings + 1 } : null;
  if (isSame(track, seen, signal)) {
    // Within reach of the known container, but beside it: it says nothing against what else was seen.
    if (track.pending.length > 0 && !isOnGrid(track, seen, signal)) {
      track.pending = track.pending.slice(1);
      return null;
    }
    doubt(track, errorsIn(track, signal));
    noteOcclusion(track, track.pending.filter((each) => each > track.value!).length);
    stay(track, seen, signal);
    return null;
  }
  const candidates = others.length === 0 ? track.pending : [...track.pending, ...others];
  const witnesses = witnessesOf(track, seen, signal, candidates);
  if (!witnesses) {
    if (track.pending.length === MOST_PENDING) doubt(track, 1);
    track.pending = [...track.pending.slice(1 - MOST_PENDING), seen];
    track.unsettled += 1;
    return null;
  }
  doubt(track, Math.max(0, candidates.length - witnesses.length));
  arrive(track, seen, witnesses, signal);
  return witnesses;
}

/** Takes a reading without a usable value into the track. */
export function fail(track: Track): void {
  track.faults += 1;
  track.unsettled += 1;
  doubt(track, 1);
}

/** `value` becomes the known one. */
export function settle(track: Track, value: number): void {
  track.value = value;
  track.mean = value;
  track.pending = [];
  track.unsettled = 0;
}

/** The first level: two values that agree, or the middle one of five. */
function begin(
  track: Track,
  seen: number,
  signal: Signal,
  others: readonly number[],
): readonly number[] | null {
  const candidates = [...track.pending, ...others];
  const closeness = signal.grid === null ? signal.tolerance : signal.grid * 0.3;
  const witnesses = candidates.filter((each) => Math.abs(each - seen) <= closeness);
  if (witnesses.length === 0 && track.pending.length < RECENT) {
    track.pending = [...track.pending, seen];
    track.unsettled += 1;
    return null;
  }
  const among = witnesses.length > 0 ? [...witnesses, seen] : [...track.pending, seen];
  settle(track, snap(medianOf(among), signal));
  return witnesses;
}

/** The same stock as known: near enough, except that an emptied location is never taken for a filled one. */
function isSame(track: Track, seen: number, signal: Signal): boolean {
  const known = track.value!;
  if (signal.grid === null && signal.hasEnds && seen <= 0 && known > 0) return false;
  return seen >= known - lowerLimit(track, signal) && seen <= known + signal.tolerance;
}

/** Less is looked at closely sooner than more is. */
function lowerLimit(track: Track, signal: Signal): number {
  if (signal.grid !== null) return signal.tolerance;
  return bounded(2.5 * deviation(track, signal), signal.tolerance / 2, signal.tolerance);
}

/** Pending values that cannot have come of noise at the edge of what counts as the same. */
function errorsIn(track: Track, signal: Signal): number {
  const edge = signal.tolerance * 2;
  return track.pending.filter((each) => signal.grid !== null || Math.abs(each - track.value!) > edge).length;
}

function stay(track: Track, seen: number, signal: Signal): void {
  const known = track.value!;
  track.pending = [];
  track.unsettled = 0;
  const error = Math.abs(seen - (signal.grid === null ? track.mean : known));
  if (signal.grid === null || error <= gridWidth(track, signal))
    track.noise = (track.noise ?? noiseAtFirst(signal)) * (1 - 2 * LEARNING) + error * 2 * LEARNING;
  track.mean += SMOOTHING * (seen - track.mean);
  learnDrift(track, seen, signal);
  if (signal.grid === null && known - track.mean > signal.deadband) track.value = Math.max(0, track.mean);
}

function arrive(track: Track, seen: number, witnesses: readonly number[], signal: Signal): void {
  const known = track.value!;
  const all = [...witnesses, seen];
  const arrived =
    seen < known ? lowerOf(track, all, signal) : signal.grid === null ? medianOf(all) : Math.min(...all);
  const value = snap(arrived < known ? arrived : forgetDrift(track, arrived, signal), signal);
  if (value < known) track.stride = Math.min(strideCeiling(signal), Math.max(track.stride!, known - value));
  const isMore = value > known;
  if (!isMore && isAsBefore(track, seen, signal)) noteOcclusion(track, track.former!.readings);
  track.former = isMore ? { value: known, readings: witnesses.length } : formerAfter(track, value);
  // What came down before a refill that is none is remembered beyond it.
  const lower = isMore ? track.pending.filter((each) => each < known).slice(-2) : [];
  settle(track, value);
  track.pending = lower;
  if (seen < known && !isSame(track, seen, signal)) track.pending = [seen];
}

/** So many readings in a row showed more, and then it was gone. */
function noteOcclusion(track: Track, readings: number): void {
  track.occluded = Math.min(MOST_PENDING - 3, Math.max(track.occluded, readings));
}

/** What is taken while something stands before the sensor is missing when that has gone. */
function formerAfter({ former, value: known }: Track, value: number): Track["former"] {
  if (!former || value <= former.value) return null;
  return { ...former, value: former.value - (known! - value) };
}

/** Of values that all show less, their mean where they agree and it is clear that there is less; else the fullest. */
function lowerOf(track: Track, all: readonly number[], signal: Signal): number {
  const fullest = Math.max(...all);
  const isClear = fullest < track.value! - 2 * signal.tolerance;
  const isTight = fullest - Math.min(...all) <= agreementOf(track, signal);
  if (signal.grid !== null || !isClear || !isTight) return fullest;
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function doubt(track: Track, wrong: number): void {
  track.doubt *= 1 - LEARNING;
  for (let count = 0; count < wrong; count++) track.doubt += LEARNING * (1 - track.doubt);
}

/** A whole number of containers within the location; other values only within it. */
function snap(value: number, { grid, span, hasEnds }: Signal): number {
  const snapped = grid === null ? value : Math.round(value / grid) * grid;
  return hasEnds || grid !== null ? Math.min(span, Math.max(0, snapped)) : snapped;
}
