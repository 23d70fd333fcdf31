import { type Demand, normalDemand } from "../demand/index.ts";
import { bisect } from "./bisect.ts";
import { economicOrderQuantity, economicOrderQuantityWithBackorders } from "./economic-order-quantity.ts";
import type { WatchedStock } from "./exact-r-q.ts";
import { arePositive } from "./positive.ts";
import { stockCost } from "./stock-cost.ts";

/** Pieces, not rounded. */
export interface RoughPolicy {
  reorderPoint: number;
  quantity: number;
}

const MOST_ROUNDS = 100;

/**
 * The economic order quantity with backorders, and the reorder point that is best for it. Close to the best for any demand.
 * null, here and below: a figure is not above 0.
 *
 * Source: Snyder, Shen (2019), Fundamentals of Supply Chain Theory, 2nd ed., chapter 5; Zheng (1992), Management
 * Science 38, 87–103: at most 12.5 % above the lowest cost.
 */
export function reorderByBackorders(stock: WatchedStock): RoughPolicy | null {
  const best = economicOrderQuantityWithBackorders(stock);
  return best && { quantity: best.quantity, reorderPoint: bestReorderPoint(stock, best.quantity) };
}

/**
 * The economic order quantity, and the reorder point of the newsvendor: a lead time's demand with its safety stock.
 *
 * Source: Snyder, Shen (2019), chapter 5.
 */
export function reorderBySafetyStock(stock: WatchedStock): RoughPolicy | null {
  const { overLeadTime, holdingCost, backorderCost } = stock;
  const best = economicOrderQuantity(stock);
  if (best === null || !arePositive(backorderCost)) return null;
  return {
    quantity: best.quantity,
    reorderPoint: overLeadTime.quantile(backorderCost / (holdingCost + backorderCost)),
  };
}

/**
 * As if nothing were missing any more when an order has arrived, for a demand over the lead time that is normal (other
 * demand counts by its mean and variance).
 *
 * Source: Hadley, Whitin (1963), Analysis of Inventory Systems; Snyder, Shen (2019), chapter 5 (loss function).
 */
export function reorderByLoss(stock: WatchedStock): RoughPolicy | null {
  const { demandRate, orderCost, holdingCost, backorderCost } = stock;
  const first = economicOrderQuantity(stock);
  if (first === null || !arePositive(backorderCost)) return null;
  const both = holdingCost + backorderCost;
  const overLeadTime = normalOf(stock.overLeadTime);
  return settled(first.quantity, (quantity) => {
    const reorderPoint = whereLossIs(overLeadTime, (holdingCost * quantity) / both);
    const squares = secondLoss(overLeadTime, reorderPoint);
    return {
      reorderPoint,
      quantity: Math.sqrt((2 * (orderCost * demandRate + both * squares)) / holdingCost),
    };
  });
}

/**
 * Where each missing piece costs `backorderCost` once, however long it is missing: by the expected inventory level.
 * null also where a missing piece costs less than holding half an order for it.
 *
 * Source: Hadley, Whitin (1963), chapter 4; Snyder, Shen (2019), chapter 5.
 */
export function reorderByMissingPieces(stock: WatchedStock): RoughPolicy | null {
  const { demandRate, overLeadTime, orderCost, holdingCost, backorderCost } = stock;
  const first = economicOrderQuantity(stock);
  if (first === null || !(holdingCost * first.quantity < backorderCost * demandRate)) return null;
  return settled(first.quantity, (quantity) => {
    const risk = Math.min(1, (holdingCost * quantity) / (backorderCost * demandRate));
    const reorderPoint = overLeadTime.quantile(1 - risk);
    const missing = overLeadTime.loss(reorderPoint);
    return {
      reorderPoint,
      quantity: Math.sqrt((2 * demandRate * (orderCost + backorderCost * missing)) / holdingCost),
    };
  });
}

/** The reorder point with the lowest cost for this quantity: both ends of the position cost the same. */
export function bestReorderPoint(stock: WatchedStock, quantity: number): number {
  const { overLeadTime, holdingCost, backorderCost } = stock;
  const cost = stockCost(stock, overLeadTime);
  const best = overLeadTime.quantile(backorderCost / (holdingCost + backorderCost));
  const reach = quantity + 10 * Math.sqrt(overLeadTime.variance) + 1;
  return bisect((point) => cost(point + quantity) - cost(point), best - reach, best + reach);
}

/**
 * Cost of an (r, Q) policy in a unit of time: orders, stock, and what is waited for, where the demand over the lead time is
 * normal (other demand counts by its mean and variance).
 *
 * Source: Zheng (1992); Snyder, Shen (2019), chapter 5.
 */
export function normalCostOf(stock: WatchedStock, { reorderPoint, quantity }: RoughPolicy): number {
  const { demandRate, orderCost, holdingCost, backorderCost } = stock;
  const overLeadTime = normalOf(stock.overLeadTime);
  const highest = reorderPoint + quantity;
  const held = holdingCost * (reorderPoint + quantity / 2 - overLeadTime.mean);
  const missing = secondLoss(overLeadTime, reorderPoint) - secondLoss(overLeadTime, highest);
  return (orderCost * demandRate + (holdingCost + backorderCost) * missing) / quantity + held;
}

function normalOf({ mean, variance }: Demand): Demand {
  return normalDemand(mean, variance);
}

/** ½·E[((X − x)⁺)²] of a normal X: the loss, summed from x on. */
function secondLoss(demand: Demand, x: number): number {
  return ((1 - demand.cdf(x)) * demand.variance - (x - demand.mean) * demand.loss(x)) / 2;
}

function whereLossIs(demand: Demand, loss: number): number {
  const reach = loss + 10 * Math.sqrt(demand.variance) + 1;
  return bisect((x) => loss - demand.loss(x), demand.mean - reach, demand.mean + reach);
}

/** Repeats a step from quantity to policy until the quantity stays the same. */
function settled(first: number, step: (quantity: number) => RoughPolicy): RoughPolicy {
  let policy = step(first);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = step(policy.quantity);
    const isSettled = Math.abs(next.quantity - policy.quantity) <= 1e-9 * policy.quantity;
    policy = next;
    if (isSettled) break;
  }
  return policy;
}
