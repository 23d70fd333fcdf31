import { arePositive } from "./positive.ts";

/** Costs in the account's currency, all of the same unit of time. */
export interface OrderCosts {
  /** Pieces in a unit of time. */
  demandRate: number;
  /** Of an order, whatever its size. */
  orderCost: number;
  /** Of a piece that lies for a unit of time. */
  holdingCost: number;
}

/**
 * The order quantity (pieces, not rounded) with the lowest cost of orders and stock, and that cost in a unit of time.
 * null: one of the figures is not above 0, so that there is no lowest cost.
 *
 * Source: Harris (1913); Snyder, Shen (2019), Fundamentals of Supply Chain Theory, 2nd ed., section 3.2.
 */
export function economicOrderQuantity(costs: OrderCosts): { quantity: number; cost: number } | null {
  const { demandRate, orderCost, holdingCost } = costs;
  if (!arePositive(demandRate, orderCost, holdingCost)) return null;
  const quantity = Math.sqrt((2 * orderCost * demandRate) / holdingCost);
  return { quantity, cost: quantity * holdingCost };
}

/** Cost of orders and stock in a unit of time when `quantity` pieces, above 0, are ordered each time. */
export function costOfOrderQuantity(costs: OrderCosts, quantity: number): number {
  return (costs.orderCost * costs.demandRate) / quantity + (costs.holdingCost * quantity) / 2;
}

/**
 * The same where demand may wait for the next order, at `backorderCost` a piece and unit of time. `waiting`: share of the
 * order that has been waited for when it arrives, 0…1.
 *
 * Source: Snyder, Shen (2019), section 3.5.
 */
export function economicOrderQuantityWithBackorders(
  costs: OrderCosts & { backorderCost: number },
): { quantity: number; waiting: number; cost: number } | null {
  const { demandRate, orderCost, holdingCost, backorderCost } = costs;
  if (!arePositive(demandRate, orderCost, holdingCost, backorderCost)) return null;
  const both = holdingCost + backorderCost;
  return {
    quantity: Math.sqrt((2 * orderCost * demandRate * both) / (holdingCost * backorderCost)),
    waiting: holdingCost / both,
    cost: Math.sqrt((2 * orderCost * demandRate * holdingCost * backorderCost) / both),
  };
}
