/**
 * What planning achieves against min/max by the usual rule, and against the exact optimum where that is known:
 * `node bench/outcome.ts [items of each kind]`.
 */
import { optimumAndPlan } from "../src/simulation/optimum-under-test.ts";
import {
  atFigure,
  byRule,
  type Item,
  mixedStoreroom,
  type Outcome,
  outcomeOf,
  planned,
  storeroom,
} from "../src/simulation/storeroom-under-test.ts";

const count = Number(process.argv[2] ?? 20);
const target = 0.98;
const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
const number = (value: number) => value.toFixed(0).padStart(5);

console.log(`The whole storeroom, ${count} parts of each class by day and as many by week`);
againstRule(mixedStoreroom(count));
for (const kind of ["smooth", "erratic", "intermittent", "lumpy"] as const)
  for (const periodDays of [1, 7] as const) {
    console.log(`Only ${kind} by ${periodDays === 1 ? "day" : "week"}, with a factor of its own`);
    againstRule(storeroom(kind, periodDays, count));
  }

console.log("Poisson demand: cost above that of the exact optimum");
for (const ratePerDay of [0.3, 1.5, 6, 20])
  for (const leadTimeDays of [3, 10, 21])
    for (const orderCost of [5, 20]) {
      const runs = [1, 2, 3].map((seed) => optimumAndPlan({ ratePerDay, leadTimeDays, orderCost, seed }));
      const more = runs.map(({ optimum, plan }) => plan.cost.perYear / optimum.cost.perYear - 1);
      const note = runs[0]!.isOverlapping ? "  (the optimum's orders overlap)" : "";
      console.log(
        `  ${ratePerDay} a day, ${leadTimeDays} days, order ${orderCost}: ${more.map(percent).join("")}${note}`,
      );
    }

function againstRule(items: readonly Item[]): void {
  const ours = outcomeOf(items, (item) => planned(item, target));
  line("planned for 98 %", ours);
  for (const quantity of ["economic", "month"] as const) {
    line(
      `rule × 1.5, ${quantity}`,
      outcomeOf(items, (item) => byRule(item, 1.5, quantity)),
    );
    for (const [figure, wanted] of [
      ["fillRate", ours.fillRate],
      ["fillRate", target],
      ["wellServed", ours.wellServed],
    ] as const) {
      const rule = atFigure(figure, items, wanted, [0, 12], (item, factor) => byRule(item, factor, quantity));
      const less = (of: (outcome: Outcome) => number) => percent(1 - of(ours) / of(rule.outcome));
      line(
        `rule × ${rule.setting.toFixed(2)}, ${quantity}`,
        rule.outcome,
        `planned has less stock ${less((outcome) => outcome.averageStock)}, value ${less((outcome) => outcome.stockValue)}, cost ${less((outcome) => outcome.costPerYear)}`,
      );
    }
  }
}

function line(
  name: string,
  { fillRate, wellServed, averageStock, stockValue, costPerYear }: Outcome,
  more = "",
): void {
  console.log(
    `  ${name.padEnd(22)} fill rate ${percent(fillRate)}, 95 % in ${percent(wellServed)}  stock ${number(averageStock)}  value ${number(stockValue)}  cost a year ${number(costPerYear)}  ${more}`,
  );
}
