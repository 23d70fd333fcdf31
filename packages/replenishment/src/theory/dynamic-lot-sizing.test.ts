import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lotPlan } from "./dynamic-lot-sizing.ts";

describe("lots for a known demand by period", () => {
  it.each([
    // Snyder, Shen (2019), example 3.9, problems 3.27 and 3.29.
    { demands: [90, 120, 80, 70], orderCost: 500, holdingCost: 2, lots: [210, 0, 150, 0], cost: 1380 },
    { demands: [150, 100, 80, 200], orderCost: 120, holdingCost: 0.8, lots: [150, 180, 0, 200], cost: 424 },
    {
      demands: [730, 580, 445, 650, 880],
      orderCost: 100,
      holdingCost: 0.1,
      lots: [1310, 0, 1095, 0, 880],
      cost: 423,
    },
  ])("are those that are published: cost $cost", ({ demands, orderCost, holdingCost, lots, cost }) => {
    const plan = lotPlan(demands, { orderCost, holdingCost });
    expect(plan.quantities).toEqual(lots);
    expect(plan.cost).toBeCloseTo(cost, 9);
  });

  it("are those of Wagner, Whitin (1958), table 1, with order costs that change", () => {
    const plan = lotPlan([69, 29, 36, 61, 61, 26, 34, 67, 45, 67, 79, 56], {
      orderCost: [85, 102, 102, 101, 98, 114, 105, 86, 119, 110, 98, 114],
      holdingCost: 1,
    });
    expect(plan.cost).toBe(864);
    expect(plan.quantities).toEqual([98, 0, 97, 0, 121, 0, 0, 112, 0, 67, 135, 0]);
  });

  it("cost least of all ways to order", () => {
    const figures = (count: number, max: number) =>
      fc.array(fc.integer({ min: 0, max }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(figures(7, 40), figures(7, 60), figures(7, 3), (demands, orderCost, holdingCost) => {
        const plan = lotPlan(demands, { orderCost, holdingCost });
        expect(costOf(plan.quantities)).toBeCloseTo(plan.cost, 9);
        let least = Number.POSITIVE_INFINITY;
        for (let ways = 0; ways < 2 ** 7; ways += 1) {
          const quantities = new Array<number>(7).fill(0);
          let order = -1;
          let isMet = true;
          for (const [period, demand] of demands.entries()) {
            if (ways & (1 << period)) order = period;
            if (order >= 0) quantities[order]! += demand;
            else if (demand > 0) isMet = false;
          }
          if (isMet) least = Math.min(least, costOf(quantities));
        }
        expect(plan.cost).toBeCloseTo(least, 9);

        function costOf(quantities: number[]): number {
          let stock = 0;
          let cost = 0;
          for (const [period, quantity] of quantities.entries()) {
            if (quantity > 0) cost += orderCost[period]!;
            stock += quantity - demands[period]!;
            expect(stock).toBeGreaterThanOrEqual(0);
            cost += stock * holdingCost[period]!;
          }
          return cost;
        }
      }),
    );
  });

  it("are nothing for no demand, and bad figures count as 0", () => {
    expect(lotPlan([], { orderCost: 5, holdingCost: 1 })).toEqual({ quantities: [], cost: 0 });
    expect(lotPlan([0, 0, 0], { orderCost: 5, holdingCost: 1 })).toEqual({ quantities: [0, 0, 0], cost: 0 });
    expect(lotPlan([0, -4, 7], { orderCost: 5, holdingCost: Number.NaN }).cost).toBe(5);
  });
});
