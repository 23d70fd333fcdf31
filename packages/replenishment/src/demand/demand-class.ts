/**
 * What kind of demand a series has, from how often there is demand and how much its size varies.
 *
 * Source: Syntetos, Boylan, Croston (2005), "On the categorization of demand patterns", Journal of the Operational Research
 * Society 56, 495–503.
 */

export type DemandClass =
  /** Nothing was used in all that is known. */
  | "none"
  /** Fewer than {@link LEAST_PERIODS} known periods: no telling. */
  | "too-short"
  | "smooth"
  | "erratic"
  | "intermittent"
  | "lumpy";

export interface Classification {
  class: DemandClass;
  /** Average interval between demands, in periods, ≥ 1; null without demand. */
  interval: number | null;
  /** Squared coefficient of variation of the sizes of demands that are not zero (ADI and CV² of the paper); null without demand. */
  sizeVariation: number | null;
  knownPeriods: number;
  /** Known periods with demand. */
  demands: number;
  /** Pieces a period over all that is known; 0 where nothing is known. */
  mean: number;
  /** Of the known periods, zeros among them (sample variance); 0 for fewer than two. */
  variance: number;
}

export const INTERVAL_LIMIT = 1.32;
export const SIZE_VARIATION_LIMIT = 0.49;
export const LEAST_PERIODS = 8;

/** `values`: pieces a period; NaN is missing and changes nothing. */
export function classify(values: ArrayLike<number>): Classification {
  let known = 0;
  let demands = 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (!(value >= 0)) continue;
    known += 1;
    if (value === 0) continue;
    demands += 1;
    sum += value;
    squares += value * value;
  }
  const mean = known > 0 ? sum / known : 0;
  const variance = known > 1 ? Math.max(0, (squares - known * mean * mean) / (known - 1)) : 0;
  const interval = demands > 0 ? known / demands : null;
  const size = sum / demands;
  const sizeVariation = demands > 0 ? Math.max(0, squares / demands - size * size) / (size * size) : null;
  return { class: classOf(), interval, sizeVariation, knownPeriods: known, demands, mean, variance };

  function classOf(): DemandClass {
    if (known < LEAST_PERIODS) return "too-short";
    if (interval === null || sizeVariation === null) return "none";
    if (interval < INTERVAL_LIMIT) return sizeVariation < SIZE_VARIATION_LIMIT ? "smooth" : "erratic";
    return sizeVariation < SIZE_VARIATION_LIMIT ? "intermittent" : "lumpy";
  }
}
