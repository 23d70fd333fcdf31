import type { Track } from "./level-state.ts";
import type { Signal } from "./signal.ts";

/** How far a sensor's values may lie apart, from what was learned of its noise and of consumption. */

/** Does it stand where a container stands? Anything does where there is no grid. */
export function isOnGrid(track: Track, value: number, signal: Signal): boolean {
  if (signal.grid === null) return true;
  return Math.abs(value - Math.round(value / signal.grid) * signal.grid) <= gridWidth(track, signal);
}

/** How far from its place a container may seem: five standard deviations, if that tells anything. */
export function gridWidth(track: Track, signal: Signal): number {
  return bounded(5 * deviation(track, signal) + 4, 8, signal.grid! * 0.14);
}

/** How far apart two readings of the same stock may be: five standard deviations of their difference. */
export function agreementOf(track: Track, signal: Signal): number {
  if (signal.grid !== null) return signal.grid * 0.3;
  return bounded(7 * deviation(track, signal), signal.tolerance * 0.7, signal.tolerance * 1.5);
}

/** Range of four readings of the same stock, exceeded by one set in 40 (H. L. Harter, 1960, tables of the range). */
export function stillnessOf(track: Track, signal: Signal): number {
  return bounded(4 * deviation(track, signal), signal.tolerance / 4, signal.tolerance * 1.5);
}

/** Standard deviation from the mean one; their ratio is √(π/2) where errors are normal. */
export function deviation(track: Track, signal: Signal): number {
  return 1.25 * (track.noise ?? noiseAtFirst(signal));
}
export const noiseAtFirst = ({ grid, tolerance }: Signal) => (grid === null ? tolerance / 4 : grid * 0.03);

/** What consumption can take from one confirmed reading to the next but one. */
export function reachOf(track: Track, signal: Signal): number {
  return signal.grid === null ? 3 * track.stride! + signal.tolerance : 2 * track.stride! + signal.grid * 0.2;
}
export const strideFloor = ({ grid, tolerance, span }: Signal) => grid ?? Math.max(tolerance, 0.025 * span);
export const strideCeiling = ({ grid, span }: Signal) => (grid === null ? 0.1 * span : 2 * grid);

export const bounded = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most));
