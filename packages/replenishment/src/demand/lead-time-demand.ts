import {
  certainDemand,
  type Demand,
  empiricalDemand,
  gammaDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
  sortedDemand,
} from "./distribution.ts";
import type { Forecast } from "./forecast-choice.ts";
import type { DemandSeries } from "./history.ts";

/** Days from the order to the stock on the shelf. */
export interface LeadTimeSpread {
  meanDays: number;
  /** Standard deviation; 0: always the same. */
  sdDays: number;
  /** Days, as measured; from three on they are taken as they are, instead of mean and deviation. */
  samples?: readonly number[];
}

export type DemandFamily = "certain" | "normal" | "gamma" | "poisson" | "negative-binomial" | "empirical";

export interface LeadTimeDemand {
  family: DemandFamily;
  demand: Demand;
  /** Of the lead time, as it was taken. */
  days: number;
  /** A distribution of the same shape with other moments, e.g. over the lead time and a review. */
  ofMoments(mean: number, variance: number): Demand;
}

export const MOST_LEAD_TIME_DAYS = 730;
/** Lead times that tell more than a mean and a deviation. */
const LEAST_SAMPLES = 3;
/** Observed demand is taken as it is when it has at least so many separate stretches of the lead time and demands. */
const LEAST_STRETCHES = 20;
const LEAST_DEMANDS = 12;
/** Squared distance of the distribution functions from which on no formula fits. */
const WORST_FIT = 0.004;
const MOST_WINDOWS = 64;
const DRAWS = 400;
/** What was seen keeps its shape up to so many times its variance: sums of more have shorter tails than a stretched one. */
const MOST_STRETCH = 2.5;
/** By how much (share of the distance) a less simple family must fit better. */
const LEAST_GAIN = 0.1;

/**
 * The demand over a lead time that varies itself. Mean and variance come from the forecast and its errors; the family is
 * the one that fits the demand that was seen in stretches as long as the lead time. Where none fits, such stretches are
 * drawn from the history (bootstrap).
 *
 * Sources: for both varying, E[L]·Var(D) + E[D]²·Var(L), e.g. Silver, Pyke, Thomas (2017), Inventory and Production
 * Management in Supply Chains, section 6.10; bootstrap after Willemain, Smart, Schwarz (2004), International Journal of
 * Forecasting 20, 375–387, with stretches instead of single periods, so that what follows upon each other stays together.
 *
 * `random`: seeded, gives numbers in [0, 1).
 */
export function leadTimeDemand(
  forecast: Forecast,
  series: DemandSeries,
  leadTime: LeadTimeSpread,
  random: () => number,
): LeadTimeDemand {
  const lengths = lengthsOf(leadTime);
  const { mean, variance } = momentsOver(forecast, lengths);
  const shape = forecast.ratePerDay > 0 ? shapeOf(forecast, series, lengths, random) : NO_SHAPE;
  // Without a lead time or without variation nothing is uncertain, but what comes on top of it (a review) may be.
  const ofMoments = (m: number, v: number) =>
    m > 0 && v > 0 ? shape.make(m, v) : certainDemand(Math.max(0, m));
  const family = mean > 0 && variance > 0 ? shape.family(mean, variance) : "certain";
  return { family, demand: ofMoments(mean, variance), days: lengths.mean, ofMoments };
}

/** What a demand looks like, whatever its moments (which are above 0). */
interface Shape {
  family(mean: number, variance: number): DemandFamily;
  make(mean: number, variance: number): Demand;
}

const NO_SHAPE: Shape = { family: () => "certain", make: certainDemand };

function shapeOf(forecast: Forecast, series: DemandSeries, lengths: Lengths, random: () => number): Shape {
  const days = Math.max(lengths.mean, series.periodDays);
  const stretches = stretchesOf(series, Math.max(1, Math.round(days / series.periodDays)));
  const fit = bestFit(stretches.sums);
  const isSeenEnough =
    stretches.separate >= LEAST_STRETCHES && forecast.classification.demands >= LEAST_DEMANDS;
  if (isSeenEnough && fit.distance > WORST_FIT) {
    const draws = drawn(series, lengths, random);
    const seen = sortedDemand(draws);
    const isLike = (v: number) => v < MOST_STRETCH * seen.variance && v * MOST_STRETCH > seen.variance;
    if (seen.variance > 0)
      return {
        family: (m, v) => (isLike(v) ? "empirical" : byFormula(m, v)),
        make: (m, v) => (isLike(v) ? scaled(draws, seen, m, v) : make(byFormula(m, v), m, v)),
      };
  }
  return { family: byFormula, make: (m, v) => make(byFormula(m, v), m, v) };

  function byFormula(m: number, v: number): DemandFamily {
    return familyFor(fit.isCounted, fit.isNormal, m, v);
  }
}

interface Lengths {
  mean: number;
  variance: number;
  samples: readonly number[] | null;
}

/** Lead times that can't be (negative, not a number) are 0, those above two years are two years. */
function lengthsOf({ meanDays, sdDays, samples }: LeadTimeSpread): Lengths {
  const mean = heldDays(meanDays);
  const good = samples?.filter((days) => days >= 0).map(heldDays) ?? [];
  if (good.length < LEAST_SAMPLES) return { mean, variance: heldDays(sdDays) ** 2, samples: null };
  const average = good.reduce((sum, days) => sum + days, 0) / good.length;
  const squares = good.reduce((sum, days) => sum + (days - average) ** 2, 0);
  return { mean: average, variance: squares / (good.length - 1), samples: good };
}

/** Days that are planned with: the mean of the samples, where there are enough of them. */
export function leadTimeDays(leadTime: LeadTimeSpread): number {
  return lengthsOf(leadTime).mean;
}

/** Whether the lead time is such as can be: enough samples, or a mean from 0 to two years. */
export function isLeadTimeUsable({ meanDays, samples }: LeadTimeSpread): boolean {
  const isSampled =
    (samples?.filter((days) => days >= 0 && days <= MOST_LEAD_TIME_DAYS).length ?? 0) >= LEAST_SAMPLES;
  return isSampled || (meanDays >= 0 && meanDays <= MOST_LEAD_TIME_DAYS);
}

function heldDays(days: number): number {
  return days > 0 ? Math.min(days, MOST_LEAD_TIME_DAYS) : 0;
}

function momentsOver(forecast: Forecast, { mean, variance }: Lengths): { mean: number; variance: number } {
  return {
    mean: forecast.ahead(mean),
    variance: forecast.varianceAhead(mean) + forecast.ratePerDay ** 2 * variance,
  };
}

/** Sums of so many periods that follow each other, wholly known; `separate`: how many that don't overlap there would be. */
function stretchesOf({ values }: DemandSeries, periods: number): { sums: Float64Array; separate: number } {
  const all: number[] = [];
  let sum = 0;
  let since = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (Number.isNaN(value)) {
      since = 0;
      sum = 0;
      continue;
    }
    sum += value;
    since += 1;
    if (since > periods) sum -= values[index - periods]!;
    if (since >= periods) all.push(sum);
  }
  const step = Math.max(1, all.length / MOST_WINDOWS);
  const kept = Float64Array.from(
    { length: Math.floor(all.length / step) },
    (_, index) => all[Math.floor(index * step)]!,
  );
  return { sums: kept.sort(), separate: all.length / periods };
}

/** Which formula comes closest to what was seen, both with the moments of what was seen. */
function bestFit(sums: Float64Array): { isCounted: boolean; isNormal: boolean; distance: number } {
  const seen = empiricalDemand(sums.length > 0 ? sums : [0]);
  const { mean, variance } = seen;
  if (sums.length < 8 || !(mean > 0)) return { isCounted: mean < 50, isNormal: false, distance: 0 };
  if (!(variance > 0)) return { isCounted: false, isNormal: true, distance: 0 };
  const isSteady = mean * mean > 4 * variance;
  const candidates: { isCounted: boolean; isNormal: boolean; demand: Demand }[] = [];
  if (mean < 500 && variance > 0.7 * mean)
    candidates.push({ isCounted: true, isNormal: false, demand: negativeBinomialDemand(mean, variance) });
  if (isSteady) candidates.push({ isCounted: false, isNormal: true, demand: normalDemand(mean, variance) });
  if (mean > 10 || candidates.length === 0)
    candidates.push({ isCounted: false, isNormal: false, demand: gammaDemand(mean, variance) });
  let best = { isCounted: true, isNormal: false, distance: Number.POSITIVE_INFINITY };
  for (const { demand, ...kind } of candidates) {
    const distance = distanceOf(sums, demand);
    if (distance < best.distance * (1 - LEAST_GAIN)) best = { ...kind, distance };
  }
  return best;
}

/**
 * Mean squared difference of the distribution functions at what was seen (as Cramér and von Mises have it); the upper end,
 * on which stock depends, counts up to five times. Half a piece is added, since pieces are whole.
 */
function distanceOf(sorted: Float64Array, demand: Demand): number {
  const count = sorted.length;
  let sum = 0;
  let weights = 0;
  for (let index = 0; index < count; index += 1) {
    if (index + 1 < count && sorted[index + 1] === sorted[index]) continue;
    const share = (index + 1) / count;
    const weight = 1 / (1.25 - share);
    sum += weight * (share - demand.cdf(sorted[index]! + 0.5)) ** 2;
    weights += weight;
  }
  return sum / weights;
}

/** Which formula holds for these moments: a normal distribution that reaches far below zero is none of demand. */
function familyFor(isCounted: boolean, isNormal: boolean, mean: number, variance: number): DemandFamily {
  if (!(variance > 0)) return "certain";
  if (isCounted) return variance > mean * 1.001 ? "negative-binomial" : "poisson";
  return isNormal && mean * mean > 4 * variance ? "normal" : "gamma";
}

function make(family: DemandFamily, mean: number, variance: number): Demand {
  switch (family) {
    case "normal":
      return normalDemand(mean, variance);
    case "gamma":
      return gammaDemand(mean, variance);
    case "poisson":
      return poissonDemand(mean);
    case "negative-binomial":
      return negativeBinomialDemand(mean, variance);
    default:
      return certainDemand(Math.max(0, mean));
  }
}

/** Demands of stretches of the history, rising, each as long as a lead time. Of a period that is needed in part, all or nothing falls into it. */
function drawn({ values, periodDays }: DemandSeries, lengths: Lengths, random: () => number): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const draws = new Float64Array(DRAWS);
  const deviation = Math.sqrt(lengths.variance);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const days = lengths.samples
      ? lengths.samples[Math.floor(random() * lengths.samples.length)]!
      : deviation > 0
        ? // Uniform with the same deviation: bounded, and never below zero by much.
          Math.max(0, lengths.mean + deviation * Math.sqrt(3) * (2 * random() - 1))
        : lengths.mean;
    let left = days / periodDays;
    let at = Math.floor(random() * known.length);
    let sum = 0;
    for (; left >= 1; left -= 1) {
      sum += known[at]!;
      at = at + 1 === known.length ? 0 : at + 1;
    }
    if (left > 0 && random() < left) sum += known[at]!;
    draws[draw] = sum;
  }
  return draws.sort();
}

function scaled(draws: Float64Array, seen: Demand, mean: number, variance: number): Demand {
  const stretch = Math.sqrt(variance / seen.variance);
  return sortedDemand(draws.map((value) => Math.max(0, mean + (value - seen.mean) * stretch)));
}
