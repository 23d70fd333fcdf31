/**
 * Parts as a storeroom has them, and what two ways to set min/max give: as planned here, and by the usual rule. Both see the
 * first two years, and are judged on the two years after them.
 */
import { seededRandom, seriesOfValues } from "../demand/index.ts";
import { orderUnit, type Policy } from "../ordering/index.ts";
import { planLocation } from "../planning/index.ts";
import { economicOrderQuantity } from "../theory/index.ts";
import { type GeneratedClass, generateDemand } from "./generate-demand.ts";
import { simulate } from "./simulate.ts";
import type { SimulatedPolicy, Simulation, SimulationInput } from "./simulation.ts";

export interface Item {
  /** By which it is planned, pieces a day. */
  history: Float64Array;
  /** The same part afterwards; days at its begin are a warm-up. */
  judged: SimulationInput;
}

export interface Outcome {
  /** Averages over the items. */
  fillRate: number;
  /** Share of the items that reach {@link WELL_SERVED}. */
  wellServed: number;
  averageStock: number;
  stockValue: number;
  costPerYear: number;
}

/** Fill rate of an item that nobody complains about. */
const WELL_SERVED = 0.95;
const PLANNED_DAYS = 728;
const WARM_UP_DAYS = 56;
const JUDGED_DAYS = 728;

/**
 * Lead times of 3 to 30 days that vary by up to 30 %, prices of 0.50 to 50, packs of 1, 5 or 10 where a demand takes more
 * than that. Orders cost 5, holding 20 % a year.
 */
export function storeroom(kind: GeneratedClass, periodDays: 1 | 7, count: number): Item[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = 1000 * CLASSES.indexOf(kind) + index;
    const random = seededRandom(seed + 77);
    const days = PLANNED_DAYS + WARM_UP_DAYS + JUDGED_DAYS;
    const { demand, size } = generateDemand({ class: kind, seed, days, periodDays });
    const meanDays = Math.round(3 + 27 * random());
    const sdDays = 0.3 * random() * meanDays;
    const unitPrice = 0.5 * 100 ** random();
    const packSize = [1, 1, 5, 10][Math.floor(random() * 4)]!;
    return {
      history: demand.slice(0, PLANNED_DAYS),
      judged: {
        demand: demand.slice(PLANNED_DAYS),
        warmUpDays: WARM_UP_DAYS,
        leadTime: { meanDays, sdDays },
        supply: { packSize: packSize < size ? packSize : 1, minimumOrderQuantity: 0, orderMultiple: 1 },
        capacity: 1_000_000,
        costs: { unitPrice, holdingRate: 0.2, orderCost: 5 },
        unmet: "backordered",
        seed,
      },
    };
  });
}

const CLASSES: readonly GeneratedClass[] = ["smooth", "erratic", "intermittent", "lumpy"];

/** So many of each class by day, and as many by week. */
export function mixedStoreroom(count: number, kinds: readonly GeneratedClass[] = CLASSES): Item[] {
  return kinds.flatMap((kind) => [...storeroom(kind, 1, count), ...storeroom(kind, 7, count)]);
}

/** As the product plans it. */
export function planned({ history, judged }: Item, fillRate: number): SimulatedPolicy {
  const { leadTime, supply, capacity, costs } = judged;
  const plan = planLocation({
    id: "item",
    history: seriesOfValues(history, 1),
    leadTime,
    // The replay looks once a day.
    reviewDays: 1,
    unitPrice: costs.unitPrice,
    holdingRate: costs.holdingRate,
    orderCost: costs.orderCost,
    service: { measure: "fill-rate", level: fillRate },
    supply,
    capacity,
    policy: null,
    safetyStock: 0,
  });
  return { policy: plan.recommended!.policy, safetyStock: 0 };
}

/** Reorder at the lead time's demand × `factor`, 1.5 as a rule; order an economic quantity, or a month's demand. */
export function byRule(
  { history, judged }: Item,
  factor: number,
  quantity: "economic" | "month",
): SimulatedPolicy {
  const { leadTime, costs, supply } = judged;
  const perDay = history.reduce((sum, pieces) => sum + pieces, 0) / history.length;
  const economic = economicOrderQuantity({
    demandRate: perDay * 365,
    orderCost: costs.orderCost,
    holdingCost: costs.unitPrice! * costs.holdingRate,
  })!.quantity;
  const minimum = Math.round(perDay * leadTime.meanDays * factor);
  const wanted = Math.max(orderUnit(supply), Math.round(quantity === "economic" ? economic : perDay * 30), 1);
  const policy: Policy = { kind: "min-max", minimum, maximum: minimum + wanted };
  return { policy, safetyStock: 0 };
}

export function outcomeOf(items: readonly Item[], policyOf: (item: Item) => SimulatedPolicy): Outcome {
  const runs = items.map((item) => simulate(item.judged, policyOf(item)));
  const mean = (of: (run: Simulation) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / Math.max(1, runs.length);
  return {
    fillRate: mean((run) => run.fillRate),
    wellServed: mean((run) => (run.fillRate >= WELL_SERVED ? 1 : 0)),
    averageStock: mean((run) => run.averageStock),
    stockValue: mean((run) => run.stockValue!),
    costPerYear: mean((run) => run.cost.perYear),
  };
}

/** The lowest setting (of a service level, of the rule's factor) at which the items reach this figure. */
export function atFigure(
  figure: "fillRate" | "wellServed",
  items: readonly Item[],
  wanted: number,
  [from, to]: readonly [number, number],
  policyOf: (item: Item, setting: number) => SimulatedPolicy,
): { setting: number; outcome: Outcome } {
  let low = from;
  let high = to;
  for (let round = 0; round < 9; round += 1) {
    const middle = (low + high) / 2;
    if (outcomeOf(items, (item) => policyOf(item, middle))[figure] >= wanted) high = middle;
    else low = middle;
  }
  return { setting: high, outcome: outcomeOf(items, (item) => policyOf(item, high)) };
}
