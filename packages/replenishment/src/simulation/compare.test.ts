import { expect, test } from "vitest";
import { compare } from "./compare.ts";
import { generateDemand } from "./generate-demand.ts";
import { simulate } from "./simulate.ts";
import type { SimulationInput } from "./simulation.ts";

const input: SimulationInput = {
  demand: generateDemand({ class: "smooth", seed: 4, days: 364, periodDays: 1, size: 10 }).demand,
  leadTime: { meanDays: 5, sdDays: 2 },
  supply: { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 },
  capacity: 1000,
  costs: { unitPrice: 3, holdingRate: 0.2, orderCost: 8 },
  unmet: "lost",
};
const present = { policy: { kind: "min-max", minimum: 90, maximum: 300 }, safetyStock: 20 } as const;
const proposed = { policy: { kind: "min-max", minimum: 70, maximum: 200 }, safetyStock: 20 } as const;

test("figures side by side and their difference, over the same demand", () => {
  const both = compare(input, present, proposed);
  expect(both.present).toEqual(simulate(input, present));
  expect(both.proposed).toEqual(simulate(input, proposed));
  expect(both.present.demand).toBe(both.proposed.demand);
  expect(both.difference.averageStock).toBeCloseTo(
    both.proposed.averageStock - both.present.averageStock,
    10,
  );
  expect(both.difference.averageStockShare).toBeLessThan(-0.25);
  expect(both.difference.stockValue).toBeCloseTo(3 * both.difference.averageStock, 10);
  expect(both.difference.orders).toBeGreaterThan(0);
});

test("the same policy twice makes no difference; without a price or receipts some figures are not known", () => {
  const same = compare(input, present, present).difference;
  expect(Object.values(same).every((value) => value === 0)).toBe(true);
  const none = compare(
    { ...input, demand: [], costs: { ...input.costs, unitPrice: null } },
    present,
    proposed,
  );
  expect(none.difference).toMatchObject({ cycleService: null, stockValue: null, averageStockShare: null });
});
