import type { PriceBreak } from "../ordering/index.ts";
import { costOfOrderQuantity, economicOrderQuantity } from "./economic-order-quantity.ts";
import { arePositive } from "./positive.ts";

export interface DiscountCosts {
  /** Pieces in a unit of time. */
  demandRate: number;
  /** Of an order, in the account's currency. */
  orderCost: number;
  /** Cost of holding stock for a unit of time, as a share of its value. */
  holdingRate: number;
  /** A piece, by quantity of the order; rising quantities. What the first costs counts for all below, too. */
  prices: readonly PriceBreak[];
}

export interface DiscountedQuantity {
  /** Pieces; not rounded, where it is no price break. */
  quantity: number;
  /** Orders, stock and the parts themselves, in a unit of time. */
  cost: number;
  /** The price break in whose range the quantity is. */
  priceBreak: PriceBreak;
}

/**
 * The order quantity with the lowest cost of orders, stock and parts where all pieces of an order have the price of its
 * quantity. null: without demand, order cost, holding rate or a price above 0 there is none.
 *
 * Source: Snyder, Shen (2019), Fundamentals of Supply Chain Theory, 2nd ed., section 3.4.1.
 */
export function allUnitsQuantity(costs: DiscountCosts): DiscountedQuantity | null {
  const { demandRate, orderCost, holdingRate } = costs;
  return cheapest(costs, ({ from, next, priceBreak }) => {
    const own = { demandRate, orderCost, holdingCost: holdingRate * priceBreak.price };
    const best = economicOrderQuantity(own);
    if (best === null) return null;
    // A price that rises with the quantity is avoided by one piece less.
    const quantity = best.quantity < next ? Math.max(best.quantity, from) : Math.max(from, next - 1);
    return { quantity, cost: priceBreak.price * demandRate + costOfOrderQuantity(own, quantity), priceBreak };
  });
}

/**
 * The same where only the pieces beyond a price break have its price.
 *
 * Source: Snyder, Shen (2019), section 3.4.2.
 */
export function incrementalQuantity(costs: DiscountCosts): DiscountedQuantity | null {
  const { demandRate, orderCost, holdingRate } = costs;
  return cheapest(costs, ({ from, next, paidBefore, priceBreak }) => {
    const { price } = priceBreak;
    // What an order costs more than its quantity at this price.
    const extra = paidBefore - price * from;
    const best = economicOrderQuantity({
      demandRate,
      orderCost: orderCost + extra,
      holdingCost: holdingRate * price,
    });
    // Where prices fall, the best quantity is never at a break.
    const quantity = Math.min(Math.max(best?.quantity ?? from, from), next);
    if (!arePositive(price, quantity)) return null;
    const paid = (extra + price * quantity) / quantity;
    const cost =
      demandRate * paid + (orderCost * demandRate) / quantity + (holdingRate * paid * quantity) / 2;
    return { quantity, cost, priceBreak };
  });
}

interface PriceRange {
  /** Pieces: from … below next. */
  from: number;
  next: number;
  /** What the pieces below `from` cost, each at the price of its own range. */
  paidBefore: number;
  priceBreak: PriceBreak;
}

function cheapest(
  { demandRate, orderCost, holdingRate, prices }: DiscountCosts,
  quantityIn: (range: PriceRange) => DiscountedQuantity | null,
): DiscountedQuantity | null {
  if (!arePositive(demandRate, orderCost, holdingRate)) return null;
  let best: DiscountedQuantity | null = null;
  let paidBefore = 0;
  for (const [index, priceBreak] of prices.entries()) {
    const from = index === 0 ? 0 : priceBreak.fromQuantity;
    const next = prices[index + 1]?.fromQuantity ?? Number.POSITIVE_INFINITY;
    const candidate = quantityIn({ from, next, paidBefore, priceBreak });
    if (candidate && (best === null || candidate.cost < best.cost)) best = candidate;
    paidBefore += (next - from) * priceBreak.price;
  }
  return best;
}
