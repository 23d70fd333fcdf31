import type { Demand } from "../demand/index.ts";
import { arePositive } from "./positive.ts";

export interface NewsvendorCosts {
  demand: Demand;
  /** Of a piece that is left over, in the account's currency. */
  overageCost: number;
  /** Of a piece that is missing. */
  underageCost: number;
}

/**
 * The stock with which one period is begun at the lowest expected cost, and that cost. With demand in whole pieces the
 * answer is whole and exact. null: a cost is not above 0.
 *
 * Source: the smallest stock that suffices with the chance underage ÷ (underage + overage), Snyder, Shen (2019),
 * Fundamentals of Supply Chain Theory, 2nd ed., section 4.3.
 */
export function newsvendor(costs: NewsvendorCosts): { quantity: number; cost: number } | null {
  const { demand, overageCost, underageCost } = costs;
  if (!arePositive(overageCost, underageCost)) return null;
  const quantity = demand.quantile(underageCost / (underageCost + overageCost));
  return { quantity, cost: newsvendorCost(costs, quantity) };
}

/** Expected cost of a period that is begun with `quantity` pieces. */
export function newsvendorCost(
  { demand, overageCost, underageCost }: NewsvendorCosts,
  quantity: number,
): number {
  const missing = demand.loss(quantity);
  return overageCost * (quantity - demand.mean + missing) + underageCost * missing;
}
