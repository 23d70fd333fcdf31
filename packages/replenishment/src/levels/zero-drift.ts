import type { Track } from "./level-state.ts";
import type { Signal } from "./signal.ts";

/** Weight of one reading: an error in the zero is learned within some twenty. */
const LEARNING = 0.05;
/** How much faster where the location is known to be empty or full, which seldom lasts. */
const AT_ENDS = 3;

/**
 * Learns how far a sensor's zero has moved, from a reading of the known stock. `seen`: with the drift known so far taken
 * out. Only where it is certain that the sensor moved and not the stock:
 * - containers stand on a grid, so what remains beside it is the sensor's (tolerances of their places average out);
 * - what seems empty or full is so, and beyond that there is no stock;
 * - what rises without a step is no refill. (What sinks without a step may be consumption: it is followed, since stock
 *   must not be counted that may not be there.)
 * Compare zero-tracking of scales, OIML R 76-1:2006, §4.5.7.
 */
export function learnDrift(track: Track, seen: number, signal: Signal): void {
  const error = driftIn(track, seen, signal);
  if (error !== 0) move(track, LEARNING * error, signal);
}

/**
 * After a refill to `value`: where there is no grid, what was learned of the zero no longer holds for sure, and is
 * learned anew while the location is full. Changes `track` and returns the value without the drift.
 */
export function forgetDrift(track: Track, value: number, signal: Signal): number {
  if (signal.grid !== null) return value;
  const found = value + track.drift;
  track.drift = 0;
  return found;
}

function move(track: Track, by: number, signal: Signal): void {
  const most = signal.grid === null ? signal.tolerance : 0.4 * signal.grid;
  const drift = Math.min(most, Math.max(-most, track.drift + by));
  track.mean -= drift - track.drift;
  track.drift = drift;
}

function driftIn(track: Track, seen: number, signal: Signal): number {
  const known = track.value!;
  if (signal.isPosition) return 0;
  if (signal.grid !== null) {
    const error = seen - known;
    return Math.abs(error) <= signal.grid / 4 ? error : 0;
  }
  if (signal.hasEnds && known <= 0) return AT_ENDS * track.mean;
  if (signal.hasEnds && track.mean > signal.span) return AT_ENDS * (track.mean - signal.span);
  const risen = track.mean - known - signal.deadband;
  return risen > 0 ? risen : 0;
}
