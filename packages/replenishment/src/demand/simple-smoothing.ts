import { type Forecaster, gainOf } from "./forecaster.ts";

export interface SimpleSmoothingParameters {
  /** Weight of the newest period, 0…1. */
  alpha: number;
  /** Level before the first period; without it, the first periods are averaged. */
  level?: number;
}

/**
 * Simple exponential smoothing. Missing periods leave the level as it is.
 *
 * Source: Hyndman, Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), section 8.1.
 */
export function simpleSmoothing({ alpha, level: given }: SimpleSmoothingParameters): Forecaster {
  let level = given ?? 0;
  let count = 0;
  return {
    learn(value) {
      if (Number.isNaN(value)) return;
      count += 1;
      level += (given === undefined ? gainOf(alpha, count) : alpha) * (value - level);
    },
    ahead(periods) {
      return Math.max(0, level * periods);
    },
  };
}
