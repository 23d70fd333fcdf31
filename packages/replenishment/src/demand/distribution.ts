/** Distributions of the demand over a time, in pieces. */
import {
  gammaRatio,
  logGamma,
  standardNormalCdf,
  standardNormalDensity,
  standardNormalQuantile,
} from "./special-functions.ts";

export interface Demand {
  mean: number;
  variance: number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** The smallest x with P(X ≤ x) ≥ p; `p` is held within 0…1 − 10⁻⁹. */
  quantile(p: number): number;
  /** E[(X − x)⁺], pieces that are missing on average where x are there. */
  loss(x: number): number;
}

const MOST_PROBABILITY = 1 - 1e-9;
/** Counts with a higher mean are taken as gamma distributed: nobody sees the single piece any more. */
const MOST_COUNTED = 2000;

/** Always `value`. */
export function certainDemand(value: number): Demand {
  return {
    mean: value,
    variance: 0,
    cdf: (x) => (x >= value ? 1 : 0),
    quantile: () => value,
    loss: (x) => Math.max(0, value - x),
  };
}

/** Below zero there is no demand: quantiles are at least 0. The loss is that of the whole normal distribution. */
export function normalDemand(mean: number, variance: number): Demand {
  if (!(variance > 0)) return certainDemand(mean);
  const deviation = Math.sqrt(variance);
  return {
    mean,
    variance,
    cdf: (x) => standardNormalCdf((x - mean) / deviation),
    quantile: (p) => Math.max(0, mean + deviation * standardNormalQuantile(held(p))),
    loss(x) {
      const z = (x - mean) / deviation;
      return Math.max(0, deviation * (standardNormalDensity(z) - z * standardNormalCdf(-z)));
    },
  };
}

export function gammaDemand(mean: number, variance: number): Demand {
  if (!(mean > 0) || !(variance > 0)) return certainDemand(Math.max(0, mean));
  const shape = (mean * mean) / variance;
  const scale = variance / mean;
  // So rare that nothing can be calculated with it any more.
  if (!(shape > 1e-15)) return certainDemand(mean);
  // With a shape like this, gamma and normal are the same to within a millionth.
  if (shape > 1e7) return normalDemand(mean, variance);
  const cdf = (x: number) => (x <= 0 ? 0 : gammaRatio(shape, x / scale));
  return {
    mean,
    variance,
    cdf,
    quantile: (p) => bisect(cdf, held(p), mean, Math.sqrt(variance)),
    loss(x) {
      if (x <= 0) return mean - x;
      const z = x / scale;
      const ratio = gammaRatio(shape, z);
      // P(a + 1, z) = P(a, z) − z^a e^−z / Γ(a + 1)
      const next = ratio - Math.exp(shape * Math.log(z) - z - logGamma(shape + 1));
      return Math.max(0, mean * (1 - next) - x * (1 - ratio));
    },
  };
}

export function poissonDemand(mean: number): Demand {
  return countedDemand(mean, mean);
}

/** Single pieces that come in lots; where the variance is not above the mean, Poisson. */
export function negativeBinomialDemand(mean: number, variance: number): Demand {
  return countedDemand(mean, Math.max(mean, variance));
}

/** `values`: observed or drawn, each as likely; at least one. */
export function empiricalDemand(values: ArrayLike<number>): Demand {
  return sortedDemand(Float64Array.from(values).sort());
}

/** The same of values that rise already. */
export function sortedDemand(sorted: Float64Array): Demand {
  const count = sorted.length;
  /** Sum of the values from each place on. */
  const rest = new Float64Array(count + 1);
  for (let index = count - 1; index >= 0; index -= 1) rest[index] = rest[index + 1]! + sorted[index]!;
  const mean = rest[0]! / count;
  let squares = 0;
  for (const value of sorted) squares += (value - mean) ** 2;
  /** How many values are ≤ x. */
  const rank = (x: number) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! <= x) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    mean,
    variance: squares / Math.max(1, count - 1),
    cdf: (x) => rank(x) / count,
    quantile: (p) => sorted[Math.max(0, Math.ceil(held(p) * count - 1e-9) - 1)]!,
    loss(x) {
      const place = rank(x);
      return (rest[place]! - (count - place) * x) / count;
    },
  };
}

/**
 * Poisson (variance = mean) or negative binomial (variance > mean), summed from 0 upwards as far as is asked for: most who
 * ask want to know about a stock, which is far below where nothing is left.
 */
function countedDemand(mean: number, variance: number): Demand {
  if (!(mean > 0)) return certainDemand(0);
  const length = Math.ceil(mean + 12 * Math.sqrt(variance) + (12 * variance) / mean + 12);
  if (!(mean <= MOST_COUNTED) || length > 20 * MOST_COUNTED) return gammaDemand(mean, variance);
  const table = tableOf(mean, variance, length);
  return {
    mean,
    variance,
    cdf(x) {
      if (x < 0) return 0;
      return x >= length ? 1 : table.upTo(Math.floor(x)).below[Math.floor(x)]!;
    },
    quantile(p) {
      const wanted = held(p);
      let high = Math.min(length - 1, Math.ceil(mean + 2 * Math.sqrt(variance)));
      while (high < length - 1 && table.upTo(high).below[high]! < wanted)
        high = Math.min(length - 1, 2 * high);
      const { below } = table.upTo(high);
      let low = 0;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (below[middle]! >= wanted) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    loss(x) {
      if (x <= 0) return mean - x;
      if (x >= length - 1) return 0;
      const whole = Math.floor(x);
      const { missing } = table.upTo(whole + 1);
      return missing[whole]! + (x - whole) * (missing[whole + 1]! - missing[whole]!);
    },
  };
}

/** `below[k]`: P(X ≤ k). `missing[k]`: E[(X − k)⁺]. */
interface CountTable {
  below: Float64Array;
  missing: Float64Array;
}

/** `upTo(k)`: with entries from 0 to k at least; k < `length`. */
function tableOf(mean: number, variance: number, length: number): { upTo(k: number): CountTable } {
  const isPoisson = variance <= mean * (1 + 1e-9);
  const success = mean / variance;
  // p(k + 1) / p(k) = (first + k · step) / (k + 1)
  const step = isPoisson ? 0 : 1 - success;
  const first = isPoisson ? mean : ((mean * mean) / (variance - mean)) * step;
  const atZero = isPoisson ? -mean : ((mean * mean) / (variance - mean)) * Math.log(success);
  // Where p(0) can't be represented, everything is summed from the mode outwards.
  const whole = atZero > -600 ? null : chancesFromMode(first, step, Math.floor(mean), length);
  let chance = Math.exp(atZero);
  let reached = 0;
  let left = mean;
  let filled = 0;
  const table: CountTable = { below: new Float64Array(0), missing: new Float64Array(0) };
  return {
    upTo(k) {
      if (k >= filled) extend(k + 1);
      return table;
    },
  };

  function extend(wanted: number): void {
    if (wanted > table.below.length) {
      const size = Math.min(length, Math.max(wanted + 16, 64, 2 * table.below.length));
      table.below = grown(table.below, size);
      table.missing = grown(table.missing, size);
    }
    const { below, missing } = table;
    for (; filled < wanted; filled += 1) {
      missing[filled] = left > 0 ? left : 0;
      reached += whole ? whole[filled]! : chance;
      if (reached > 1) reached = 1;
      below[filled] = reached;
      left -= 1 - reached;
      chance *= (first + filled * step) / (filled + 1);
    }
  }
}

/** Probabilities from 0 on, in proportion to that of the mode, then normed. */
function chancesFromMode(first: number, step: number, mode: number, length: number): Float64Array {
  const chances = new Float64Array(length);
  chances[mode] = 1;
  let sum = 1;
  for (let k = mode; k + 1 < length; k += 1) {
    chances[k + 1] = (chances[k]! * (first + k * step)) / (k + 1);
    sum += chances[k + 1]!;
  }
  for (let k = mode; k > 0; k -= 1) {
    chances[k - 1] = (chances[k]! * k) / (first + (k - 1) * step);
    sum += chances[k - 1]!;
  }
  for (let k = 0; k < length; k += 1) chances[k]! /= sum;
  return chances;
}

function grown(values: Float64Array, size: number): Float64Array {
  const larger = new Float64Array(size);
  larger.set(values);
  return larger;
}

function held(p: number): number {
  return Math.min(Math.max(p, 0), MOST_PROBABILITY);
}

function bisect(cdf: (x: number) => number, p: number, mean: number, deviation: number): number {
  let low = 0;
  let high = mean + 2 * deviation;
  while (cdf(high) < p) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
