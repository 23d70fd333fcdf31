import { poissonDemand, seriesOfValues } from "../demand/index.ts";
import { planLocation } from "../planning/index.ts";
import { exactOrderUpTo } from "../theory/index.ts";
import { generatePoissonDemand } from "./generate-demand.ts";
import { simulate } from "./simulate.ts";
import type { SimulatedPolicy, Simulation, SimulationInput } from "./simulation.ts";

const PRICE = 5;
const HOLDING_RATE = 0.2;
/** Waiting costs so many times as much as lying. */
const BACKORDER_TIMES = 60;
const PLANNED_DAYS = 728;
const JUDGED_DAYS = 100_000;

/**
 * The exact (s, S) policy, which knows the true rate and what waiting costs, and the one planned from two years of demand for
 * the fill rate that the exact one reaches; both replayed over the same demand. The exact one may order again while an order
 * is under way, the planned one not.
 */
export function optimumAndPlan({
  ratePerDay,
  leadTimeDays,
  orderCost,
  seed,
}: {
  ratePerDay: number;
  leadTimeDays: number;
  orderCost: number;
  seed: number;
}): { optimum: Simulation; plan: Simulation; exactCostPerYear: number; isOverlapping: boolean } {
  const holdingCost = (PRICE * HOLDING_RATE) / 365;
  const backorderCost = BACKORDER_TIMES * holdingCost;
  const exact = exactOrderUpTo({
    demand: poissonDemand(ratePerDay),
    overLeadTime: poissonDemand(ratePerDay * leadTimeDays),
    orderCost,
    holdingCost,
    backorderCost,
  })!;
  const input: SimulationInput = {
    demand: generatePoissonDemand(ratePerDay, JUDGED_DAYS, seed),
    leadTime: { meanDays: leadTimeDays, sdDays: 0 },
    supply: { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 },
    capacity: 1_000_000,
    costs: { unitPrice: PRICE, holdingRate: HOLDING_RATE, orderCost, backorderCost },
    unmet: "backordered",
  };
  const optimum = simulate(
    { ...input, ordersMayOverlap: true },
    minMax(Math.max(0, exact.reorderPoint), exact.orderUpTo),
  );
  const { recommended } = planLocation({
    id: "item",
    history: seriesOfValues(generatePoissonDemand(ratePerDay, PLANNED_DAYS, seed + 1000), 1),
    leadTime: input.leadTime,
    reviewDays: 1,
    unitPrice: PRICE,
    holdingRate: HOLDING_RATE,
    orderCost,
    service: { measure: "fill-rate", level: optimum.fillRate },
    supply: input.supply,
    capacity: input.capacity,
    policy: null,
    safetyStock: 0,
  });
  return {
    optimum,
    plan: simulate(input, { policy: recommended!.policy, safetyStock: 0 }),
    exactCostPerYear: exact.cost * 365,
    isOverlapping: exact.orderUpTo - exact.reorderPoint < ratePerDay * leadTimeDays,
  };
}

function minMax(minimum: number, maximum: number): SimulatedPolicy {
  return { policy: { kind: "min-max", minimum, maximum }, safetyStock: 0 };
}
