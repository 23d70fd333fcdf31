import type { Forecaster } from "./forecaster.ts";

export interface SeasonalSmoothingParameters {
  /** Periods of a season, ≥ 2. */
  season: number;
  /** Weights of the newest period for level, trend (β* of the source) and season, 0…1. */
  alpha: number;
  beta: number;
  gamma: number;
  /** What is left of the trend from period to period, 0…1. */
  damping: number;
  /** Before the first period; `seasons[0]` is that of the first one. Without it, the first season is where it starts from. */
  start?: { level: number; trend: number; seasons: readonly number[] };
}

/**
 * Holt–Winters exponential smoothing with an additive season and a damped trend. In a missing period level and trend go
 * on and the season stays. Until the first season is over, the forecast is the average.
 *
 * Source: Hyndman, Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), section 8.3.
 */
export function seasonalSmoothing(parameters: SeasonalSmoothingParameters): Forecaster {
  const { season, alpha, beta, gamma, damping, start } = parameters;
  const seasons = new Float64Array(season);
  let level = start?.level ?? 0;
  let trend = start?.trend ?? 0;
  /** Periods passed, missing ones too. */
  let passed = 0;
  let first: { sum: number; count: number } | null = start ? null : { sum: 0, count: 0 };
  if (start) seasons.set(start.seasons);
  return {
    learn(value) {
      const slot = passed % season;
      passed += 1;
      if (first) {
        learnFirst(first, slot, value);
        return;
      }
      const before = level;
      const expected = level + damping * trend;
      trend *= damping;
      level = expected;
      if (Number.isNaN(value)) return;
      level += alpha * (value - seasons[slot]! - expected);
      trend = beta * (level - before) + (1 - beta) * trend;
      seasons[slot]! += gamma * (value - expected - seasons[slot]!);
    },
    ahead(periods) {
      if (first) return first.count === 0 ? 0 : Math.max(0, (first.sum / first.count) * periods);
      let sum = 0;
      let reach = 0;
      let weight = 1;
      let slot = passed % season;
      for (let left = periods; left > 0; left -= 1) {
        weight *= damping;
        reach += weight;
        sum += Math.max(0, level + reach * trend + seasons[slot]!) * Math.min(left, 1);
        slot = slot + 1 === season ? 0 : slot + 1;
      }
      return sum;
    },
  };

  function learnFirst(begun: { sum: number; count: number }, slot: number, value: number): void {
    seasons[slot] = value;
    if (!Number.isNaN(value)) {
      begun.sum += value;
      begun.count += 1;
    }
    if (passed < season) return;
    level = begun.count === 0 ? 0 : begun.sum / begun.count;
    for (let index = 0; index < season; index += 1) {
      seasons[index] = Number.isNaN(seasons[index]!) ? 0 : seasons[index]! - level;
    }
    first = null;
  }
}
