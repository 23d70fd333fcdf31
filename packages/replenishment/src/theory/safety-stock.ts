import type { Demand } from "../demand/index.ts";
import { bisect } from "./bisect.ts";

/** Mean and standard deviation. */
export interface Spread {
  mean: number;
  deviation: number;
}

const HIGHEST_SERVICE = 1 - 1e-9;
const MOST_DOUBLINGS = 60;

/**
 * Mean (pieces) and variance (pieces²) of the demand over a lead time when both vary, independently of each other and from
 * day to day: E[L]·E[D] and E[L]·Var(D) + E[D]²·Var(L).
 *
 * `perDay`: pieces; `days`: the lead time. What is below 0 or no number counts as 0.
 *
 * Source: Silver, Pyke, Thomas (2017), Inventory and Production Management in Supply Chains, section 6.10.
 */
export function demandOverLeadTime(perDay: Spread, days: Spread): { mean: number; variance: number } {
  const mean = notNegative(perDay.mean);
  const length = notNegative(days.mean);
  return {
    mean: mean * length,
    variance: length * notNegative(perDay.deviation) ** 2 + mean ** 2 * notNegative(days.deviation) ** 2,
  };
}

/**
 * The lowest reorder point, in pieces, with which this share of the order cycles has no stock-out (cycle service, α, P1).
 *
 * `service`: 0…1, held below 1 − 10⁻⁹. With demand in whole pieces the answer is exact.
 */
export function reorderPointForCycleService(overLeadTime: Demand, service: number): number {
  return Math.max(0, overLeadTime.quantile(heldService(service)));
}

/**
 * The lowest reorder point with which this share of the demand is served from the shelf at once (fill rate, β, P2), where
 * `quantity` pieces are ordered whenever the position is at or below it. At least 0, and a multiple of `step` pieces; with
 * `step` 0 it need not be whole.
 *
 * `fillRate`: 0…1, held below 1 − 10⁻⁹. `quantity`: above 0; what is less counts as one piece.
 *
 * Source: what is missing at the end of a cycle less what was missing already at its begin, Silver, Pyke, Thomas (2017),
 * chapter 6; Hadley, Whitin (1963), Analysis of Inventory Systems, chapter 4.
 */
export function reorderPointForFillRate(
  overLeadTime: Demand,
  quantity: number,
  fillRate: number,
  step = 1,
): number {
  const service = heldService(fillRate);
  const reaches = (point: number) => fillRateOf(overLeadTime, point, quantity) - service;
  if (reaches(0) >= 0) return 0;
  let high = Math.max(step, overLeadTime.mean, 1);
  for (let doubling = 0; doubling < MOST_DOUBLINGS && reaches(high) < 0; doubling += 1) high *= 2;
  if (!(step > 0)) return bisect(reaches, 0, high);
  let below = 0;
  let steps = Math.ceil(high / step);
  while (steps - below > 1) {
    const middle = Math.floor((below + steps) / 2);
    if (reaches(middle * step) >= 0) steps = middle;
    else below = middle;
  }
  return steps * step;
}

/** Share of the demand that is served from the shelf at once, 0…1; see `reorderPointForFillRate`. */
export function fillRateOf(overLeadTime: Demand, reorderPoint: number, quantity: number): number {
  const order = quantity > 0 ? quantity : 1;
  const missing = overLeadTime.loss(reorderPoint) - overLeadTime.loss(reorderPoint + order);
  return Math.min(1, Math.max(0, 1 - missing / order));
}

/** Share of the order cycles without a stock-out, 0…1. */
export function cycleServiceOf(overLeadTime: Demand, reorderPoint: number): number {
  return overLeadTime.cdf(reorderPoint);
}

/** What is left on average, in pieces, when an order arrives; below 0: on average something is missing then. */
export function safetyStockOf(overLeadTime: Demand, reorderPoint: number): number {
  return reorderPoint - overLeadTime.mean;
}

function heldService(service: number): number {
  return service > 0 ? Math.min(service, HIGHEST_SERVICE) : 0;
}

function notNegative(value: number): number {
  return value > 0 ? value : 0;
}
