/** ABC by the value of a year's consumption, XYZ by how much the consumption varies. */

export interface Consumption {
  id: string;
  /** Of a year: pieces × price, in the account's currency. Where it is not known or not finite: 0. */
  valuePerYear: number;
  /** Standard deviation ÷ mean of the consumption by week (or day); null: nothing was used. */
  variation: number | null;
  /** Days since something was used last; null: never. */
  daysSinceUse: number | null;
}

export type ValueClass = "A" | "B" | "C";
export type VariationClass = "X" | "Y" | "Z";
/** `non-mover`: not used for so long; `slow`: used, but not lately. */
export type Movement = "moving" | "slow" | "non-mover";

export interface Ranked {
  id: string;
  value: ValueClass;
  variation: VariationClass;
  movement: Movement;
  /** Of the value of all, 0…1. */
  shareOfValue: number;
}

export interface RankLimits {
  /** Share of all value at which A ends, and B. */
  a: number;
  b: number;
  /** Variation up to which it is X, and Y. */
  x: number;
  y: number;
  slowDays: number;
  nonMoverDays: number;
}

export const RANK_LIMITS: RankLimits = { a: 0.8, b: 0.95, x: 0.5, y: 1, slowDays: 90, nonMoverDays: 365 };

/**
 * In the order in which they are given. The part with which a limit is reached still belongs to the better class, so the
 * only part there is is an A. Without any value all are C; equal values rank by id, so that nothing jumps.
 */
export function rank(parts: readonly Consumption[], limits: RankLimits = RANK_LIMITS): Ranked[] {
  const values = parts.map(({ valuePerYear }) =>
    valuePerYear > 0 && Number.isFinite(valuePerYear) ? valuePerYear : 0,
  );
  const total = values.reduce((sum, value) => sum + value, 0);
  const order = parts
    .map((_, index) => index)
    .sort((a, b) => values[b]! - values[a]! || (parts[a]!.id < parts[b]!.id ? -1 : 1));
  const classes = new Array<ValueClass>(parts.length).fill("C");
  let reached = 0;
  for (const index of order) {
    if (values[index] === 0) break;
    // A sum of many values misses the limit by less than a billionth.
    if (reached < limits.a * total * (1 - 1e-9)) classes[index] = "A";
    else if (reached < limits.b * total * (1 - 1e-9)) classes[index] = "B";
    reached += values[index]!;
  }
  return parts.map(({ id, variation, daysSinceUse }, index) => ({
    id,
    value: classes[index]!,
    variation: variationClass(variation, limits),
    movement: movementOf(daysSinceUse, limits),
    shareOfValue: total > 0 ? values[index]! / total : 0,
  }));
}

function variationClass(variation: number | null, { x, y }: RankLimits): VariationClass {
  if (variation === null || !(variation <= y)) return "Z";
  return variation <= x ? "X" : "Y";
}

function movementOf(daysSinceUse: number | null, { slowDays, nonMoverDays }: RankLimits): Movement {
  if (daysSinceUse === null || !(daysSinceUse < nonMoverDays)) return "non-mover";
  return daysSinceUse < slowDays ? "moving" : "slow";
}
