import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  certainDemand,
  type Demand,
  empiricalDemand,
  gammaDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
} from "../demand/index.ts";
import { costOfReorderPolicy, exactReorderPolicy } from "./exact-r-q.ts";

const example = {
  holdingCost: 20,
  backorderCost: 150,
  orderCost: 100,
  demandRate: 1.5,
  overLeadTime: poissonDemand(3),
};

describe("the exact (r, Q) policy", () => {
  it("is that of Snyder, Shen (2019), example 5.8 and problem 5.2", () => {
    const best = exactReorderPolicy(example)!;
    expect([best.reorderPoint, best.quantity]).toEqual([3, 5]);
    expect(best.cost).toBeCloseTo(107.9235806331498, 8);
    expect(costOfReorderPolicy(example, 8, 12)).toBeCloseTo(242.5281637662021, 8);
    const problem = {
      holdingCost: 4,
      backorderCost: 28,
      orderCost: 4,
      demandRate: 12,
      overLeadTime: poissonDemand(6),
    };
    const found = exactReorderPolicy(problem)!;
    expect([found.reorderPoint, found.quantity]).toEqual([6, 7]);
    expect(found.cost).toBeCloseTo(28.241312842169155, 9);
    expect(costOfReorderPolicy(problem, 3, 9)).toBeCloseTo(34.264154469469503, 9);
  });

  it("costs least of all (r, Q) for any demand", () => {
    const overLeadTime: fc.Arbitrary<Demand> = fc.oneof(
      fc.double({ min: 0.1, max: 12, noNaN: true }).map(poissonDemand),
      fc
        .tuple(fc.double({ min: 0.2, max: 8, noNaN: true }), fc.double({ min: 1, max: 6, noNaN: true }))
        .map(([mean, ratio]) => negativeBinomialDemand(mean, mean * ratio)),
      fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 6 }).map(empiricalDemand),
      fc.double({ min: 1, max: 50, noNaN: true }).map((variance) => normalDemand(12, variance)),
    );
    fc.assert(
      fc.property(
        overLeadTime,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        (overLeadTime, orderCost, backorderCost, demandRate) => {
          const stock = { holdingCost: 2, backorderCost, orderCost, demandRate, overLeadTime };
          const best = exactReorderPolicy(stock)!;
          expect(costOfReorderPolicy(stock, best.reorderPoint, best.quantity)).toBeCloseTo(best.cost, 8);
          for (let r = best.reorderPoint - 6; r <= best.reorderPoint + 6; r += 1)
            for (let quantity = 1; quantity <= best.quantity + 12; quantity += 1)
              expect(costOfReorderPolicy(stock, r, quantity)).toBeGreaterThanOrEqual(best.cost - 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is found in lots where quantities are large, within a thousandth of the cost", () => {
    for (const overLeadTime of [
      poissonDemand(1500),
      gammaDemand(30_000, 9000 ** 2),
      normalDemand(1e6, 1e10),
      certainDemand(70_000),
    ]) {
      const stock = {
        holdingCost: 0.02,
        backorderCost: 0.4,
        orderCost: 3000,
        demandRate: overLeadTime.mean * 4,
        overLeadTime,
      };
      const best = exactReorderPolicy(stock)!;
      expect(best.quantity).toBeGreaterThan(1000);
      const cost = costOfReorderPolicy(stock, best.reorderPoint, best.quantity);
      expect(Math.abs(cost / best.cost - 1)).toBeLessThan(1e-3);
      for (const [r, quantity] of [
        [0.95, 1],
        [1.05, 1],
        [1, 0.9],
        [1, 1.1],
      ] as const) {
        const other = costOfReorderPolicy(
          stock,
          Math.round(best.reorderPoint * r),
          Math.round(best.quantity * quantity),
        );
        expect(other).toBeGreaterThan(best.cost * (1 - 1e-4));
      }
    }
  });

  it("is none where a figure is not above 0", () => {
    for (const field of ["holdingCost", "backorderCost", "orderCost", "demandRate"] as const)
      for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
        expect(exactReorderPolicy({ ...example, [field]: value })).toBeNull();
    expect(costOfReorderPolicy(example, 3, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it("needs no stock for what is wanted after the lead time only", () => {
    const none = exactReorderPolicy({ ...example, overLeadTime: certainDemand(0) })!;
    expect(none.reorderPoint).toBeLessThan(0);
    expect(none.cost).toBeLessThan(exactReorderPolicy(example)!.cost);
  });
});
