/** Two replays side by side, as a table of text. */
import { type Comparison, policyInWords, type SimulatedPolicy, type Simulation } from "@refill/replenishment";

export interface Side {
  title: string;
  chosen: SimulatedPolicy;
  run: Simulation;
}

const TITLE_WIDTH = 26;
const WIDTH = 18;

export function figuresOf(present: Side, proposed: Side, { difference }: Comparison): string {
  const a = present.run;
  const b = proposed.run;
  const rows: [string, string, string, string][] = [
    ["", present.title, proposed.title, "difference"],
    ["Fill rate", percent(a.fillRate), percent(b.fillRate), points(difference.fillRate)],
    [
      "Cycles without shortage",
      percent(a.cycleService),
      percent(b.cycleService),
      points(difference.cycleService),
    ],
    [
      "Days with a shortage",
      whole(a.stockOutDays),
      whole(b.stockOutDays),
      signed(difference.stockOutDays, 0),
    ],
    [
      "Average stock",
      fixed(a.averageStock, 1),
      fixed(b.averageStock, 1),
      `${signed(difference.averageStock, 1)}${share(difference.averageStockShare)}`,
    ],
    [
      "Highest stock",
      whole(a.maximumStock),
      whole(b.maximumStock),
      signed(b.maximumStock - a.maximumStock, 0),
    ],
    ["Average stock value", amount(a.stockValue), amount(b.stockValue), amountChange(difference.stockValue)],
    ["Orders", whole(a.orders), whole(b.orders), signed(difference.orders, 0)],
    [
      "Ordered pieces",
      whole(a.orderedQuantity),
      whole(b.orderedQuantity),
      signed(difference.orderedQuantity, 0),
    ],
    costRow("Cost: orders", "orders"),
    costRow("Cost: stock", "holding"),
    costRow("Cost: shortage", "shortage"),
    costRow("Cost: total", "total"),
    costRow("Cost a year", "perYear"),
  ];
  const policies = [present, proposed].map(({ title, chosen }) => {
    const safety = chosen.safetyStock > 0 ? `, safety stock ${chosen.safetyStock}` : "";
    return `${`${title}:`.padEnd(10)} ${policyInWords(chosen.policy)}${safety}`;
  });
  const table = rows.map(
    ([title, ...cells]) => title.padEnd(TITLE_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join(""),
  );
  return [...policies, "", ...table.map((row) => row.trimEnd())].join("\n");

  function costRow(title: string, part: keyof Simulation["cost"]): [string, string, string, string] {
    const isUnknown = a.stockValue === null && part !== "orders" && part !== "shortage";
    const [before, after] = [a.cost[part], b.cost[part]];
    return isUnknown
      ? [title, "–", "–", "–"]
      : [title, amount(before), amount(after), amountChange(after - before)];
  }
}

const fixed = (value: number, digits: number) => value.toFixed(digits);
const whole = (value: number) => fixed(value, 0);
const percent = (value: number | null) => (value === null ? "–" : `${fixed(100 * value, 2)} %`);
const amount = (value: number | null) => (value === null ? "–" : fixed(value, 2));
const amountChange = (value: number | null) => (value === null ? "–" : signed(value, 2));
const points = (value: number | null) => (value === null ? "–" : `${signed(100 * value, 2)} points`);
const share = (value: number | null) => (value === null ? "" : ` (${signed(100 * value, 0)} %)`);

function signed(value: number, digits: number): string {
  const text = fixed(Math.abs(value), digits);
  return Number(text) === 0 ? text : `${value < 0 ? "−" : "+"}${text}`;
}
