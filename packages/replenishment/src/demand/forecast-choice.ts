import { type Classification, classify } from "./demand-class.ts";
import { type Candidate, candidatesFor, type Gain } from "./forecast-candidates.ts";
import type { ForecastMethod } from "./forecaster.ts";
import type { DemandSeries } from "./history.ts";
import { type Course, courseOf, type Trial, tryOut } from "./rolling-origin.ts";

/** What is expected, and how sure it is. */
export interface Forecast {
  classification: Classification;
  /** null: nothing was ever used, or nothing is known. */
  method: ForecastMethod | null;
  /** The method's, by name. */
  parameters: Readonly<Record<string, number>>;
  /** Pieces a day, averaged over the horizon. */
  ratePerDay: number;
  /** How far the rate itself may be off, whatever is used later on: standard deviation, pieces a day. */
  rateDeviation: number;
  /**
   * Root mean squared scaled error of the demand cumulated over the horizon: 1 is as good as "as in the period before" is
   * for single periods. null: too short to be tested.
   */
  error: number | null;
  /** Days of a period of the forecast. */
  periodDays: 1 | 7;
  /** Variance of the error of the next period, pieces². */
  errorVariance: number;
  /** Expected pieces in the next `days` (fractions too). */
  ahead(days: number): number;
  /** Variance of the error of that, pieces²: of the demand itself and of the forecast. */
  varianceAhead(days: number): number;
}

/** By how much (share of the mean squared error) a less simple method must be better to be taken. */
const LEAST_GAIN = 0.03;
/** Share of the variance. */
const MOST_UNCERTAINTY = 0.6;

/**
 * Classifies a series, tries the methods that suit its class on its own past, and takes the best; of two that are about as
 * good, the simpler one. The same series always gets the same answer.
 *
 * `horizonDays`: what the stock has to cover, usually lead time and review time. A method's parameters are chosen on the
 * first half, the method on the second one; then its parameters are chosen anew on everything.
 */
export function chooseForecast(series: DemandSeries, horizonDays: number): Forecast {
  const { values, periodDays } = series;
  const classification = classify(values);
  const horizon = Math.max(1, Math.ceil((horizonDays > 0 ? Math.min(horizonDays, 3650) : 0) / periodDays));
  if (classification.demands === 0) return nothingExpected(series, classification);
  if (classification.class === "too-short") return averageOfFew(series, classification);
  const course = courseOf(values, horizon);
  const { candidate, trial } = choose(candidatesFor(classification, series), course);
  const seen = trial.late.count > 0 ? trial.late.squares / trial.late.count : classification.variance;
  const errorVariance = seen * uncertaintyOfVariance(values, classification);
  const periods = course.horizon;
  return {
    classification,
    method: candidate.method,
    parameters: candidate.parameters,
    ratePerDay: trial.forecaster.ahead(periods) / (periods * periodDays),
    // A level that moves by a share of every error is off by about as large a share of their variance.
    rateDeviation: Math.sqrt(errorVariance * candidate.gain.level) / periodDays,
    error: scaledError(trial.cumulated, course, classification),
    periodDays,
    errorVariance,
    ahead: (days) => trial.forecaster.ahead(days / periodDays),
    varianceAhead: (days) => errorVariance * growth(candidate.gain, days / periodDays),
  };
}

function choose(methods: Candidate[][], course: Course): { candidate: Candidate; trial: Trial } {
  let best: { candidate: Candidate; trial: Trial } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const grid of methods) {
    const trials = grid.map((candidate) => ({ candidate, trial: tryOut(candidate.make(), course) }));
    const judged = leastOf(trials, ({ trial }) => trial.training.squares);
    const error = judged.trial.cumulated ?? judged.trial.training.squares;
    if (best !== null && error >= least * (1 - LEAST_GAIN)) continue;
    least = error;
    best = leastOf(trials, ({ trial }) => trial.late.squares);
  }
  return best!;
}

/** The first of the least. */
function leastOf<T extends object>(items: readonly T[], size: (item: T) => number): T {
  let best = items[0]!;
  for (const item of items) if (size(item) < size(best)) best = item;
  return best;
}

/**
 * Σ over the next periods of (1 + Σ gains of the periods between)²: how many times the variance of one period's error
 * the error of the cumulated demand has.
 *
 * Source: Hyndman, Koehler, Ord, Snyder (2008), Forecasting with Exponential Smoothing, section 6.3 (lead-time demand); for
 * simple smoothing Graves (1999), Manufacturing & Service Operations Management 1, 50–61.
 */
function growth({ level, trend, damping }: Gain, periods: number): number {
  let sum = 0;
  let reach = 0;
  let weight = 1;
  // The innovation of the last of the periods counts once, that of the first one in all after it, too.
  let effect = 1;
  for (let left = periods; left > 0; left -= 1) {
    sum += effect * effect * Math.min(left, 1);
    weight *= damping;
    reach += weight;
    effect += level + trend * reach;
  }
  return sum;
}

/**
 * Source: Hyndman, Koehler (2006), "Another look at measures of forecast accuracy", International Journal of Forecasting 22,
 * 679–688, with squares (as in the M5 competition), which don't favour forecasts of zero.
 */
function scaledError(cumulated: number | null, course: Course, { mean }: Classification): number | null {
  if (cumulated === null) return null;
  let squares = 0;
  let count = 0;
  let before = Number.NaN;
  for (let index = 0; index < course.values.length; index += 1) {
    const value = course.values[index]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(before)) {
      squares += (value - before) ** 2;
      count += 1;
    }
    before = value;
  }
  const naive = count > 0 ? (squares / count) * course.horizon : 0;
  // A demand that never changes: the mean is the only scale there is.
  const scale = naive > 0 ? naive : (mean * course.horizon) ** 2;
  return Math.sqrt(cumulated / scale);
}

/**
 * What was seen is a sample: rare large demands may be missing in it, and a stock that is set by its variance would fall
 * short more often than it exceeds. The variance of a sample variance is σ⁴ (excess kurtosis + 2) / n; twice its relative
 * size is added, at most {@link MOST_UNCERTAINTY}. Tested by simulation over demand with light and heavy tails.
 */
function uncertaintyOfVariance(
  values: ArrayLike<number>,
  { mean, variance, knownPeriods }: Classification,
): number {
  if (!(variance > 0)) return 1;
  let fourth = 0;
  for (let index = 0; index < values.length; index += 1) {
    const square = (values[index]! - mean) ** 2;
    if (square >= 0) fourth += square * square;
  }
  const excess = Math.max(0, fourth / knownPeriods / (variance * variance) - 3);
  return 1 + Math.min(MOST_UNCERTAINTY, (2 * (excess + 2)) / knownPeriods);
}

function nothingExpected({ periodDays }: DemandSeries, classification: Classification): Forecast {
  return {
    classification,
    method: null,
    parameters: {},
    ratePerDay: 0,
    rateDeviation: 0,
    error: null,
    periodDays,
    errorVariance: 0,
    ahead: () => 0,
    varianceAhead: () => 0,
  };
}

/** The average, and at least the variance of random single demands: what a handful of periods can't show. */
function averageOfFew({ periodDays }: DemandSeries, classification: Classification): Forecast {
  const { mean, variance, knownPeriods } = classification;
  const errorVariance = Math.max(variance, mean);
  return {
    classification,
    method: "moving-average",
    parameters: { window: knownPeriods },
    ratePerDay: mean / periodDays,
    rateDeviation: Math.sqrt(errorVariance / knownPeriods) / periodDays,
    error: null,
    periodDays,
    errorVariance,
    ahead: (days) => (mean * days) / periodDays,
    varianceAhead: (days) => {
      const periods = days / periodDays;
      return errorVariance * (periods + (periods * periods) / knownPeriods);
    },
  };
}
