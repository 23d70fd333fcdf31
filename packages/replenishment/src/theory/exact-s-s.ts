import type { Demand } from "../demand/index.ts";
import { economicOrderQuantityWithBackorders } from "./economic-order-quantity.ts";
import { arePositive } from "./positive.ts";
import { kept, lowest, type StockCosts, stockCost } from "./stock-cost.ts";

/** A stock that is looked at once a period: what it costs, by period. */
export interface ReviewedStock extends StockCosts {
  /** Of a period, in pieces, independent of the other periods. */
  demand: Demand;
  /** Of a lead time and one period; left out: what is ordered is there at once. */
  overLeadTime?: Demand;
  /** Of an order, in the account's currency. */
  orderCost: number;
}

export interface OrderUpToPolicy {
  /** s, pieces: ordered when the position is at or below it, … */
  reorderPoint: number;
  /** … up to this, S. */
  orderUpTo: number;
  /** Of a period: orders, stock, and what is waited for. */
  cost: number;
}

/** So many levels are looked at one by one; where more lie between s and S, they are looked at in lots. */
const MOST_LEVELS = 1000;
/** Pieces in a period; less is none. */
const LEAST_DEMAND = 1e-9;

/**
 * The (s, S) policy with the lowest cost; exact for demand in whole pieces with orders of up to some hundred pieces, else to
 * within some pieces. s may be below 0, when waiting is cheap. null: there is no demand, or a figure is not above 0.
 *
 * Source: Zheng, Federgruen (1991), Operations Research 39, 654–665; Snyder, Shen (2019), Fundamentals of Supply Chain Theory,
 * 2nd ed., section 4.4.
 */
export function exactOrderUpTo(stock: ReviewedStock): OrderUpToPolicy | null {
  const { demand, overLeadTime = demand, orderCost, holdingCost, backorderCost } = stock;
  const rough = economicOrderQuantityWithBackorders({ ...stock, demandRate: demand.mean });
  if (rough === null) return null;
  const spread = Math.sqrt(demand.variance) + Math.sqrt(overLeadTime.variance);
  const unit = Math.max(1, Math.ceil((1.5 * rough.quantity + 2 * spread) / MOST_LEVELS));
  if (!(demand.loss(0) - demand.loss(unit) > LEAST_DEMAND)) return null;
  const cost = stockCost(stock, overLeadTime);
  const ofLevel = (level: number) => cost(level * unit);
  const ratio = backorderCost / (holdingCost + backorderCost);
  const best = lowest(ofLevel, Math.ceil(overLeadTime.quantile(ratio) / unit));
  const at = kept(ofLevel, best);
  const visits = visitsBelow(demand, unit);
  const averageOf = (s: number, S: number) => {
    let sum = orderCost;
    for (let below = 0; below < S - s; below += 1) sum += visits.at(below) * at(S - below);
    return sum / visits.until(S - s);
  };

  let orderUpTo = best;
  let reorderPoint = best;
  let sum = orderCost;
  let average = Number.POSITIVE_INFINITY;
  do {
    sum += visits.at(best - reorderPoint) * at(reorderPoint);
    reorderPoint -= 1;
    average = sum / visits.until(best - reorderPoint);
  } while (average > at(reorderPoint));
  for (let S = best + 1; at(S) <= average; S += 1) {
    const improved = averageOf(reorderPoint, S);
    if (improved >= average) continue;
    orderUpTo = S;
    average = improved;
    while (average <= at(reorderPoint + 1)) {
      reorderPoint += 1;
      average = averageOf(reorderPoint, S);
    }
  }
  return { reorderPoint: reorderPoint * unit, orderUpTo: orderUpTo * unit, cost: average };
}

/** Cost of a period with an (s, S) policy, s < S, in whole pieces; Infinity where there is no demand. */
export function costOfOrderUpTo(stock: ReviewedStock, reorderPoint: number, orderUpTo: number): number {
  if (!arePositive(stock.demand.mean) || !(orderUpTo > reorderPoint)) return Number.POSITIVE_INFINITY;
  const cost = stockCost(stock, stock.overLeadTime ?? stock.demand);
  const visits = visitsBelow(stock.demand, 1);
  let sum = stock.orderCost;
  for (let below = 0; below < orderUpTo - reorderPoint; below += 1)
    sum += visits.at(below) * cost(orderUpTo - below);
  return sum / visits.until(orderUpTo - reorderPoint);
}

/**
 * How many periods, on average, the position is so many lots of `unit` pieces below S between two orders (`at`), and how
 * many periods it is less than so many below (`until`). Grown as far as it is asked for.
 *
 * A demand between two multiples of the unit counts for both in parts, so that its mean is kept; whole pieces are exact
 * with unit 1.
 */
function visitsBelow(demand: Demand, unit: number) {
  const missing = (step: number) => demand.loss(step * unit);
  const chances = [1 - (missing(0) - missing(1)) / unit];
  let lastChance = Number.POSITIVE_INFINITY;
  const moved = 1 - chances[0]!;
  const visits = [1 / moved];
  const sums = [0, 1 / moved];
  function grow(): void {
    const step = visits.length;
    if (step <= lastChance) {
      const left = missing(step);
      chances.push(Math.max(0, (missing(step - 1) - 2 * left + missing(step + 1)) / unit));
      if (!(left > 0)) lastChance = step + 1;
    }
    let sum = 0;
    const most = Math.min(step, chances.length - 1);
    for (let by = 1; by <= most; by += 1) sum += chances[by]! * visits[step - by]!;
    visits.push(sum / moved);
    sums.push(sums[step]! + visits[step]!);
  }
  return {
    at(step: number): number {
      while (visits.length <= step) grow();
      return visits[step]!;
    },
    until(step: number): number {
      while (sums.length <= step) grow();
      return sums[step]!;
    },
  };
}
