import { type Forecaster, gainOf } from "./forecaster.ts";

export interface TrendSmoothingParameters {
  /** Weight of the newest period for the level, 0…1. */
  alpha: number;
  /** Weight of the newest step of the level for the trend (β* of the source), 0…1. */
  beta: number;
  /** What is left of the trend from period to period, 0…1; 1: Holt's linear trend. */
  damping: number;
  /** Level and trend before the first period. */
  start?: { level: number; trend: number };
}

/**
 * Holt's exponential smoothing with a damped trend. In a missing period the level goes on with its trend.
 *
 * Source: Hyndman, Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), section 8.2.
 */
export function trendSmoothing({ alpha, beta, damping, start }: TrendSmoothingParameters): Forecaster {
  let level = start?.level ?? 0;
  let trend = start?.trend ?? 0;
  let count = 0;
  return {
    learn(value) {
      if (count === 0 && !start) {
        if (Number.isNaN(value)) return;
        level = value;
        count = 1;
        return;
      }
      const before = level;
      const step = damping * trend;
      level = before + step;
      if (Number.isNaN(value)) {
        trend = step;
        return;
      }
      count += 1;
      level += (start ? alpha : gainOf(alpha, count)) * (value - level);
      trend = beta * (level - before) + (1 - beta) * step;
    },
    ahead(periods) {
      return sumAhead(level, trend, damping, periods);
    },
  };
}

/** Sum of a line with a damped slope over the next periods; a line that falls below zero stays there. */
function sumAhead(level: number, trend: number, damping: number, periods: number): number {
  let sum = 0;
  let reach = 0;
  let weight = 1;
  for (let left = periods; left > 0; left -= 1) {
    weight *= damping;
    reach += weight;
    sum += Math.max(0, level + reach * trend) * Math.min(left, 1);
  }
  return sum;
}
