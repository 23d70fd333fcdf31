/**
 * What every forecasting method gives: it learns one period after the other, and says at any time how much will be used in
 * the next ones.
 */
export interface Forecaster {
  /** `value`: pieces of the next period; NaN: missing, the time goes on. */
  learn(value: number): void;
  /** Expected pieces in the next `periods` together (fractions are allowed), ≥ 0; 0 before anything was learned. */
  ahead(periods: number): number;
}

export type ForecastMethod =
  | "moving-average"
  | "simple-smoothing"
  | "trend-smoothing"
  | "seasonal-smoothing"
  | "croston"
  | "syntetos-boylan"
  | "teunter-syntetos-babai";

/**
 * Weight of the newest value of `count`: at least `alpha`, but an average as long as there are few values. So the first
 * value does not weigh for years where `alpha` is small.
 */
export function gainOf(alpha: number, count: number): number {
  return Math.max(alpha, 1 / count);
}
