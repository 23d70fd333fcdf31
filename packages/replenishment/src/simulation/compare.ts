import { simulate } from "./simulate.ts";
import type { SimulatedPolicy, Simulation, SimulationInput } from "./simulation.ts";

/** Proposed − present. */
export interface Difference {
  /** Points of a share: 0.01 is one per cent of the demand more. */
  fillRate: number;
  cycleService: number | null;
  stockOutDays: number;
  averageStock: number;
  /** Share of the present average stock, −0.25: a quarter less; null: there is none at present. */
  averageStockShare: number | null;
  stockValue: number | null;
  orders: number;
  orderedQuantity: number;
  cost: number;
  costPerYear: number;
}

export interface Comparison {
  present: Simulation;
  proposed: Simulation;
  difference: Difference;
}

/**
 * Both policies over the same demand and the same lead times. Without a `startStock`, each begins with what it orders up to.
 */
export function compare(
  input: SimulationInput,
  present: SimulatedPolicy,
  proposed: SimulatedPolicy,
): Comparison {
  const before = simulate(input, present);
  const after = simulate(input, proposed);
  return {
    present: before,
    proposed: after,
    difference: {
      fillRate: after.fillRate - before.fillRate,
      cycleService:
        after.cycleService === null || before.cycleService === null
          ? null
          : after.cycleService - before.cycleService,
      stockOutDays: after.stockOutDays - before.stockOutDays,
      averageStock: after.averageStock - before.averageStock,
      averageStockShare: before.averageStock > 0 ? after.averageStock / before.averageStock - 1 : null,
      stockValue:
        after.stockValue === null || before.stockValue === null ? null : after.stockValue - before.stockValue,
      orders: after.orders - before.orders,
      orderedQuantity: after.orderedQuantity - before.orderedQuantity,
      cost: after.cost.total - before.cost.total,
      costPerYear: after.cost.perYear - before.cost.perYear,
    },
  };
}
