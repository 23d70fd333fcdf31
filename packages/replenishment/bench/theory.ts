/** Microseconds for each formula of inventory theory, over parts that differ. `node theory.ts` */
import {
  type Demand,
  empiricalDemand,
  gammaDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
  seededRandom,
} from "../src/demand/index.ts";
import {
  allUnitsQuantity,
  economicOrderQuantity,
  exactOrderUpTo,
  exactReorderPolicy,
  jointCycle,
  lotPlan,
  newsvendor,
  reorderByBackorders,
  reorderByLoss,
  reorderPointForCycleService,
  reorderPointForFillRate,
} from "../src/theory/index.ts";

const PARTS = 2000;
const newsvendorCosts = { overageCost: 1, underageCost: 40 };
const costs = { holdingCost: 0.2, backorderCost: 8, orderCost: 10 };
const random = seededRandom(2026);
const means = Float64Array.from({ length: PARTS }, () => 10 ** (2.5 * random() - 0.5));

const families: Record<string, (mean: number) => Demand> = {
  normal: (mean) => normalDemand(mean, mean * 4),
  poisson: poissonDemand,
  "negative binomial": (mean) => negativeBinomialDemand(mean, mean * 4),
  gamma: (mean) => gammaDemand(mean, mean * 4),
  empirical: (mean) =>
    empiricalDemand(Float64Array.from({ length: 400 }, (_, index) => (mean * index) / 200)),
};

console.log(`${PARTS} parts, means of 0.3 to 100 pieces; microseconds each, distribution made anew`);
for (const [family, make] of Object.entries(families)) {
  measure(`${family}: quantile`, (mean) => make(mean).quantile(0.98));
  measure(`${family}: cycle service`, (mean) => reorderPointForCycleService(make(mean), 0.98));
  measure(`${family}: fill rate`, (mean) => reorderPointForFillRate(make(mean), 1 + mean, 0.98));
  measure(`${family}: newsvendor`, (mean) => newsvendor({ demand: make(mean), ...newsvendorCosts })!.cost);
  measure(`${family}: exact (r, Q)`, (mean) => exactReorderPolicy(stockOf(mean, make(mean)))!.cost);
  measure(`${family}: exact (s, S)`, (mean) => exactOrderUpTo({ ...costs, demand: make(mean) })!.cost);
  measure(
    `${family}: (r, Q) by backorders`,
    (mean) => reorderByBackorders(stockOf(mean, make(mean)))!.quantity,
  );
  measure(`${family}: (r, Q) by loss`, (mean) => reorderByLoss(stockOf(mean, make(mean)))!.quantity);
}
const large = (mean: number) => gammaDemand(mean * 1000, mean * mean * 1e5);
measure(
  "gamma × 1000: exact (r, Q)",
  (mean) => exactReorderPolicy(stockOf(mean * 1000, large(mean)))!.cost,
  200,
);
measure("gamma × 1000: exact (s, S)", (mean) => exactOrderUpTo({ ...costs, demand: large(mean) })!.cost, 50);
measure("economic order quantity", (mean) => economicOrderQuantity(ownCosts(mean))!.quantity);
measure("all-units discounts", (mean) => allUnitsQuantity(discounts(mean))!.quantity);
measure("lots for 52 periods", (mean) => lotPlan(lotsOf(mean), { orderCost: 60, holdingCost: 0.1 }).cost);
measure("joint cycle of 20 parts", (mean) => jointCycle(itemsOf(mean), 40)!.cost);

function measure(name: string, formula: (mean: number) => number, parts = PARTS): void {
  let sum = 0;
  for (let part = 0; part < Math.min(parts, 300); part += 1) sum += formula(means[part]!);
  const begun = performance.now();
  for (let part = 0; part < parts; part += 1) sum += formula(means[part]!);
  const each = ((performance.now() - begun) / parts) * 1000;
  // The sum is looked at, so that nothing is left out.
  console.log(
    `${name.padEnd(38)} ${each.toFixed(1).padStart(9)}${Number.isFinite(sum) ? "" : " not finite"}`,
  );
}

function stockOf(mean: number, overLeadTime: Demand) {
  return { ...costs, demandRate: mean / 2, overLeadTime };
}

function ownCosts(mean: number) {
  return { demandRate: mean * 52, orderCost: 10, holdingCost: 0.4 };
}

function discounts(mean: number) {
  const prices = [1, 100, 500].map((fromQuantity, index) => ({ fromQuantity, price: 2 - index * 0.2 }));
  return { demandRate: mean * 52, orderCost: 10, holdingRate: 0.2, prices };
}

function lotsOf(mean: number): number[] {
  return Array.from({ length: 52 }, (_, period) => Math.round(mean * (1 + (period % 5) / 3)));
}

function itemsOf(mean: number) {
  return Array.from({ length: 20 }, (_, index) => ({
    demandRate: mean * (1 + index),
    holdingCost: 0.3,
    itemCost: 2 + (index % 7),
  }));
}
