import type { Demand, LeadTimeDemand } from "../demand/index.ts";
import { orderMoment } from "./below-reorder-point.ts";

/** What a location has to cover. */
export interface Need {
  overLeadTime: LeadTimeDemand;
  /** Pieces. */
  ratePerDay: number;
  /** How far that may be off: standard deviation, pieces a day. */
  rateDeviation: number;
  /** Of one day's demand, pieces². */
  variancePerDay: number;
  /** CV² of the sizes of single demands, where these are rare and about alike; left out: sizes vary widely, or demand is frequent. */
  sizeVariation?: number;
  /** Days between two looks at the stock; 0: every withdrawal is seen at once. */
  reviewDays: number;
}

/**
 * How a policy orders, in pieces: `up-to` lifts the position to `reorderPoint + step`; `multiple` orders `step`, or as many
 * times as are needed.
 */
export interface OrderSize {
  kind: "up-to" | "multiple";
  step: number;
  /** Every order is a multiple of it, ≥ 1, … */
  unit: number;
  /** … at least this, … */
  minimum: number;
  /** … and never lifts the position above this. */
  capacity: number;
}

/** What is to be expected of a policy. */
export interface Expected {
  /** Pieces on hand, averaged over time. */
  averageStock: number;
  /** Share of the demand that is served from the shelf at once, 0…1. */
  fillRate: number;
  /** Share of the order cycles without a stock-out, 0…1. */
  cycleService: number;
  stockOutsPerYear: number;
  ordersPerYear: number;
  /** Pieces. */
  averageOrder: number;
}

export interface OrderCycle {
  expected(reorderPoint: number): Expected;
  fillRate(reorderPoint: number): number;
  cycleService(reorderPoint: number): number;
  /** Demand from when the reorder point is reached until the order arrives, in pieces. */
  toCover: Demand;
}

const DAYS_PER_YEAR = 365;

/**
 * From one order to the next. An order covers the demand of its lead time, and what the position is already below the
 * reorder point when it is made.
 *
 * Source: shares of demand and cycles served from the losses at the begin and the end of a cycle, Silver, Pyke, Thomas (2017),
 * Inventory and Production Management in Supply Chains, chapter 6.
 */
export function orderCycle(need: Need, size: OrderSize, reorderPoint = 0): OrderCycle {
  const lead = need.overLeadTime.demand;
  const { below, lift, delay } = orderMoment(need, size, reorderPoint);
  const order = lift + below.mean;
  const toCover = need.overLeadTime.ofMoments(lead.mean + below.mean, lead.variance + below.variance);
  const ordersPerYear = (need.ratePerDay * DAYS_PER_YEAR) / order;
  return {
    toCover,
    fillRate,
    cycleService,
    expected(point) {
      const service = cycleService(point);
      return {
        averageStock: averageStock(point),
        fillRate: fillRate(point),
        cycleService: service,
        stockOutsPerYear: ordersPerYear * (1 - service),
        ordersPerYear,
        averageOrder: order,
      };
    },
  };

  function fillRate(point: number): number {
    const missing = toCover.loss(point) - lead.loss(point + lift);
    return Math.min(1, Math.max(0, 1 - missing / order));
  }

  function cycleService(point: number): number {
    return toCover.cdf(point);
  }

  function averageStock(point: number): number {
    const highest = point + lift;
    const lowest = point - delay;
    // The position is anywhere between reorder point + 1 and highest; Simpson's rule for what is missing meanwhile.
    const position = (highest + Math.min(highest, lowest + 1)) / 2;
    const missing = (lead.loss(lowest + 1) + 4 * lead.loss(position) + lead.loss(highest)) / 6;
    return Math.max(0, position - lead.mean + missing);
  }
}
