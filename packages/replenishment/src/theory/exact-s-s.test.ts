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
import { costOfOrderUpTo, exactOrderUpTo, type ReviewedStock } from "./exact-s-s.ts";

const example = { holdingCost: 1, backorderCost: 4, orderCost: 5, demand: poissonDemand(6) };

describe("the exact (s, S) policy", () => {
  it("is that of Snyder, Shen (2019), example 4.7 and problem 4.31", () => {
    const best = exactOrderUpTo(example)!;
    expect([best.reorderPoint, best.orderUpTo]).toEqual([4, 10]);
    expect(best.cost).toBeCloseTo(8.034111561471644, 9);
    expect(costOfOrderUpTo(example, 4, 10)).toBeCloseTo(8.034111561471644, 9);
    expect(costOfOrderUpTo(example, 6, 18)).toBeCloseTo(10.193798671644046, 9);
    const problem = { holdingCost: 40, backorderCost: 125, orderCost: 150, demand: poissonDemand(4) };
    const found = exactOrderUpTo(problem)!;
    expect([found.reorderPoint, found.orderUpTo]).toEqual([2, 7]);
    expect(found.cost).toBeCloseTo(223.5748295669688, 8);
    expect(costOfOrderUpTo(problem, 4, 10)).toBeCloseTo(262.2755613772775, 8);
  });

  // Zheng, Federgruen (1991), table 1: holding 1, waiting 9, order 64, Poisson demand.
  it.each([
    [10, 6, 40, 35.022],
    [15, 10, 49, 42.698],
    [20, 14, 62, 49.173],
    [25, 19, 56, 54.262],
    [30, 23, 66, 57.819],
    [35, 28, 77, 61.215],
    [40, 33, 87, 64.512],
    [45, 37, 97, 67.776],
    [50, 42, 108, 70.975],
    [55, 47, 118, 74.149],
    [60, 52, 129, 77.306],
    [65, 56, 75, 78.518],
    [70, 62, 81, 79.037],
    [75, 67, 86, 79.554],
    [21, 15, 65, 50.406],
    [22, 16, 68, 51.632],
    [23, 17, 52, 52.757],
    [24, 18, 54, 53.518],
    [51, 43, 110, 71.611],
    [52, 44, 112, 72.246],
    [59, 51, 126, 76.679],
    [61, 52, 131, 77.929],
    [63, 54, 73, 78.287],
    [64, 55, 74, 78.402],
  ])("for a mean of %i a period is (%i, %i)", (mean, reorderPoint, orderUpTo, cost) => {
    const best = exactOrderUpTo({
      holdingCost: 1,
      backorderCost: 9,
      orderCost: 64,
      demand: poissonDemand(mean),
    })!;
    expect([best.reorderPoint, best.orderUpTo]).toEqual([reorderPoint, orderUpTo]);
    expect(best.cost).toBeCloseTo(cost, 3);
  });

  it("costs least of all (s, S) for any demand in whole pieces", () => {
    const demand: fc.Arbitrary<Demand> = fc.oneof(
      fc.double({ min: 0.2, max: 8, noNaN: true }).map(poissonDemand),
      fc
        .tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 1, max: 6, noNaN: true }))
        .map(([mean, ratio]) => negativeBinomialDemand(mean, mean * ratio)),
      fc
        .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
        .filter((values) => values.some((value) => value > 0))
        .map(empiricalDemand),
    );
    fc.assert(
      fc.property(
        demand,
        demand,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (demand, lead, orderCost, backorderCost) => {
          const stock = { holdingCost: 1, backorderCost, orderCost, demand, overLeadTime: lead };
          const best = exactOrderUpTo(stock)!;
          expect(costOfOrderUpTo(stock, best.reorderPoint, best.orderUpTo)).toBeCloseTo(best.cost, 8);
          for (let s = best.reorderPoint - 6; s <= best.reorderPoint + 6; s += 1)
            for (let S = s + 1; S <= best.orderUpTo + 12; S += 1)
              expect(costOfOrderUpTo(stock, s, S)).toBeGreaterThanOrEqual(best.cost - 1e-9);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is what a long play of it costs", () => {
    // Demand 0, 1 or 5, a third each; the lead time is nothing. The chain of positions, until it is steady.
    const stock: ReviewedStock = { ...example, demand: empiricalDemand([0, 1, 5]) };
    const { reorderPoint, orderUpTo, cost } = exactOrderUpTo(stock)!;
    const lowest = reorderPoint - 5;
    let shares = new Map([[orderUpTo, 1]]);
    let sum = 0;
    for (let round = 0; round < 400; round += 1) {
      const next = new Map<number, number>();
      sum = 0;
      for (const [position, share] of shares) {
        const after = position <= reorderPoint ? orderUpTo : position;
        if (after !== position) sum += share * stock.orderCost;
        for (const demand of [0, 1, 5]) {
          const left = after - demand;
          sum += (share / 3) * (left >= 0 ? left : -4 * left);
          next.set(left, (next.get(left) ?? 0) + share / 3);
        }
      }
      shares = next;
    }
    expect([...shares.keys()].every((position) => position >= lowest)).toBe(true);
    expect(sum).toBeCloseTo(cost, 9);
  });

  it("is found in lots where demand is large, within a hundredth of the cost", () => {
    for (const demand of [
      poissonDemand(1900),
      normalDemand(40_000, 9000 ** 2),
      gammaDemand(1e6, 1e12),
      certainDemand(5000),
    ]) {
      const stock = { holdingCost: 0.01, backorderCost: 0.2, orderCost: 900, demand };
      const best = exactOrderUpTo(stock)!;
      expect(best.orderUpTo).toBeGreaterThan(best.reorderPoint);
      // One period's demand at least, and never worse than ordering every period.
      const everyPeriod =
        900 + 0.01 * (demand.quantile(0.95) - demand.mean) + 0.21 * demand.loss(demand.quantile(0.95));
      expect(best.cost).toBeLessThanOrEqual(everyPeriod * 1.01);
      expect(best.cost).toBeGreaterThan(0);
    }
    const poisson = { holdingCost: 0.01, backorderCost: 0.2, orderCost: 900, demand: poissonDemand(1900) };
    const { reorderPoint, orderUpTo, cost } = exactOrderUpTo(poisson)!;
    expect(costOfOrderUpTo(poisson, reorderPoint, orderUpTo) / cost).toBeCloseTo(1, 2);
  });

  it("is none without demand or costs", () => {
    for (const field of ["holdingCost", "backorderCost", "orderCost"] as const)
      for (const value of [0, -1, Number.NaN])
        expect(exactOrderUpTo({ ...example, [field]: value })).toBeNull();
    expect(exactOrderUpTo({ ...example, demand: poissonDemand(0) })).toBeNull();
    expect(costOfOrderUpTo({ ...example, demand: poissonDemand(0) }, 1, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(costOfOrderUpTo(example, 2, 2)).toBe(Number.POSITIVE_INFINITY);
  });
});
