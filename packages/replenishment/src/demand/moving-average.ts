import type { Forecaster } from "./forecaster.ts";

export interface MovingAverageParameters {
  /** Known periods that are averaged, ≥ 1; Infinity: all. */
  window: number;
}

/** The average of the last known periods. Missing periods are passed over. */
export function movingAverage({ window }: MovingAverageParameters): Forecaster {
  const ring = Number.isFinite(window) ? new Float64Array(window) : null;
  let sum = 0;
  let count = 0;
  return {
    learn(value) {
      if (Number.isNaN(value)) return;
      if (ring) {
        const slot = count % window;
        sum += value - ring[slot]!;
        ring[slot] = value;
      } else sum += value;
      count += 1;
    },
    ahead(periods) {
      return count === 0 ? 0 : Math.max(0, (sum / Math.min(count, window)) * periods);
    },
  };
}
