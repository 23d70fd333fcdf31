import type { Demand } from "../demand/index.ts";
import { economicOrderQuantityWithBackorders } from "./economic-order-quantity.ts";
import { arePositive } from "./positive.ts";
import { kept, lowest, type StockCosts, stockCost } from "./stock-cost.ts";

/** A stock that is always watched: what it costs, all in the same unit of time. */
export interface WatchedStock extends StockCosts {
  /** Pieces in a unit of time. */
  demandRate: number;
  /** Demand of a lead time, in pieces. */
  overLeadTime: Demand;
  /** Of an order (of each Q, where demand comes in lots), in the account's currency. */
  orderCost: number;
}

export interface ReorderPolicy {
  /** Pieces: ordered when the position is at or below it. */
  reorderPoint: number;
  quantity: number;
  /** In a unit of time: orders, stock, and what is waited for. */
  cost: number;
}

/** So many quantities are looked at one by one; where the best one is larger, it is looked for in lots. */
const MOST_CELLS = 4000;

/**
 * The (r, Q) policy with the lowest cost, exact where demand comes piece by piece (Poisson), or in lots and as many Q are
 * ordered as lift the position above r. Quantities of more than some thousand pieces are found to within a few. The reorder
 * point may be below 0, when waiting is cheap. null: a figure is not above 0.
 *
 * Source: Federgruen, Zheng (1992), Operations Research 40, 808–813; Snyder, Shen (2019), Fundamentals of Supply Chain
 * Theory, 2nd ed., chapter 5.
 */
export function exactReorderPolicy(stock: WatchedStock): ReorderPolicy | null {
  const { demandRate, overLeadTime, orderCost, holdingCost, backorderCost } = stock;
  const rough = economicOrderQuantityWithBackorders(stock);
  if (rough === null) return null;
  const unit = Math.max(1, Math.ceil((rough.quantity + Math.sqrt(overLeadTime.variance)) / MOST_CELLS));
  const cost = stockCost(stock, overLeadTime);
  // A cell's positions are from cell × unit + 1 to (cell + 1) × unit.
  const ofCell = (cell: number) => unit * cost(cell * unit + (unit + 1) / 2);
  const median = overLeadTime.quantile(backorderCost / (holdingCost + backorderCost));
  const start = lowest(ofCell, Math.floor(median / unit) - 1);
  const at = kept(ofCell, start);
  let low = start;
  let high = start;
  let sum = orderCost * demandRate + at(start);
  let average = sum / unit;
  for (;;) {
    const down = at(low - 1);
    const up = at(high + 1);
    const next = Math.min(down, up);
    if (next / unit >= average) break;
    if (down < up) low -= 1;
    else high += 1;
    sum += next;
    average = sum / ((high - low + 1) * unit);
  }
  return { reorderPoint: low * unit, quantity: (high - low + 1) * unit, cost: average };
}

/** Cost of an (r, Q) policy in whole pieces, Q ≥ 1, in a unit of time; Infinity where a figure is not above 0. */
export function costOfReorderPolicy(stock: WatchedStock, reorderPoint: number, quantity: number): number {
  if (!arePositive(stock.demandRate, quantity)) return Number.POSITIVE_INFINITY;
  const cost = stockCost(stock, stock.overLeadTime);
  let sum = stock.orderCost * stock.demandRate;
  for (let position = reorderPoint + 1; position <= reorderPoint + quantity; position += 1)
    sum += cost(position);
  return sum / quantity;
}
