import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gammaDemand,
  type LeadTimeDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
} from "../demand/index.ts";
import { type Need, type OrderSize, orderCycle } from "./order-cycle.ts";

function need(
  mean: number,
  variance: number,
  ofMoments: LeadTimeDemand["ofMoments"],
  days: number,
  reviewDays: number,
): Need {
  return {
    overLeadTime: { family: "negative-binomial", demand: ofMoments(mean, variance), days, ofMoments },
    ratePerDay: mean / days,
    rateDeviation: 0,
    variancePerDay: variance / days,
    reviewDays,
  };
}

const FREE = { unit: 1, minimum: 0, capacity: 1e9 };

describe("an order cycle", () => {
  it("serves by the loss at its begin and end (Silver, Pyke, Thomas 2017, section 6.7)", () => {
    // Lead time demand 100 ± 20, quantity 500, reorder point 120: k = 1, so missing are 20 · G(1) = 20 · 0.08332 a cycle.
    const cycle = orderCycle(need(100, 400, normalDemand, 10, 0), { kind: "multiple", step: 500, ...FREE });
    const undershoot = cycle.toCover.mean - 100;
    expect(undershoot).toBeLessThan(3);
    const point = 120 + undershoot;
    expect(cycle.fillRate(point)).toBeCloseTo(1 - (20 * 0.08332) / 500, 3);
    expect(cycle.cycleService(point)).toBeCloseTo(0.8413, 2);
    const { ordersPerYear, averageOrder, stockOutsPerYear } = cycle.expected(point);
    expect(averageOrder).toBeCloseTo(500, 0);
    expect(ordersPerYear).toBeCloseTo((10 * 365) / 500, 1);
    expect(stockOutsPerYear).toBeCloseTo(7.3 * 0.1587, 1);
    // Half the quantity and the safety stock.
    expect(cycle.expected(point).averageStock).toBeCloseTo(250 + 20, -1);
  });

  it("of single pieces looked at all the time has next to no undershoot", () => {
    const { toCover } = orderCycle(need(2, 2, poissonDemand, 10, 0), { kind: "up-to", step: 50, ...FREE });
    expect(toCover.mean).toBeCloseTo(2, 1);
  });

  it("covers the demand between two looks as well: half of it on average", () => {
    const { toCover } = orderCycle(need(100, 100, negativeBinomialDemand, 10, 7), {
      kind: "up-to",
      step: 5000,
      ...FREE,
    });
    expect(toCover.mean).toBeGreaterThan(100 + 33);
    expect(toCover.mean).toBeLessThan(100 + 40);
  });

  const anyNeed = fc
    .tuple(
      fc.double({ min: 0.5, max: 400, noNaN: true }),
      fc.double({ min: 1, max: 8, noNaN: true }),
      fc.constantFrom(negativeBinomialDemand, gammaDemand),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 1, 7),
    )
    .map(([mean, spread, family, days, review]) => need(mean, mean * spread, family, days, review));

  it("never serves less with a higher reorder point", () => {
    fc.assert(
      fc.property(
        anyNeed,
        fc.constantFrom<OrderSize["kind"]>("up-to", "multiple"),
        fc.integer({ min: 1, max: 600 }),
        fc.nat(400),
        (given, kind, step, point) => {
          const cycle = orderCycle(given, { kind, step, ...FREE });
          expect(cycle.fillRate(point + 1)).toBeGreaterThanOrEqual(cycle.fillRate(point) - 1e-9);
          expect(cycle.cycleService(point + 1)).toBeGreaterThanOrEqual(cycle.cycleService(point) - 1e-9);
          expect(cycle.expected(point + 1).averageStock).toBeGreaterThanOrEqual(
            cycle.expected(point).averageStock - 0.02,
          );
        },
      ),
    );
  });

  it("never serves less with orders twice as large, where one lasts for its lead time and several looks", () => {
    // With few looks it can be otherwise: what is ordered at every look never falls as low as what is ordered at every other one.
    fc.assert(
      fc.property(
        anyNeed,
        fc.constantFrom<OrderSize["kind"]>("up-to", "multiple"),
        fc.double({ min: 1, max: 30, noNaN: true }),
        fc.nat(400),
        (given, kind, looks, point) => {
          const { mean, variance } = given.overLeadTime.demand;
          const leastStep = Math.max(
            mean + 3 * Math.sqrt(variance),
            8 * given.ratePerDay * Math.max(1, given.reviewDays),
          );
          const step = Math.ceil(looks * leastStep);
          const rate = (size: number) => orderCycle(given, { kind, step: size, ...FREE }).fillRate(point);
          expect(rate(2 * step)).toBeGreaterThanOrEqual(rate(step) - 0.003);
        },
      ),
    );
  });
});
