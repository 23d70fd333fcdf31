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
import {
  cycleServiceOf,
  demandOverLeadTime,
  fillRateOf,
  reorderPointForCycleService,
  reorderPointForFillRate,
  safetyStockOf,
} from "./safety-stock.ts";

const constant = (mean: number) => ({ mean, deviation: 0 });

function normalOver(perDay: [number, number], days: [number, number]): Demand {
  const [mean, deviation] = perDay;
  const { mean: all, variance } = demandOverLeadTime(
    { mean, deviation },
    { mean: days[0], deviation: days[1] },
  );
  return normalDemand(all, variance);
}

describe("safety stock for cycle service", () => {
  it("covers demand that varies: 30 ± 5 a day over 10 days, 95 %, gives a reorder point of 326.01", () => {
    const demand = normalOver([30, 5], [10, 0]);
    expect(reorderPointForCycleService(demand, 0.95)).toBeCloseTo(326.01, 2);
  });

  it("covers demand and lead time that both vary: 30 ± 3 a day over 7 ± 4 days, 90 %, gives 154.12", () => {
    const demand = normalOver([30, 3], [7, 4]);
    expect(safetyStockOf(demand, reorderPointForCycleService(demand, 0.9))).toBeCloseTo(154.12, 2);
  });

  it("is that of Chopra, Meindl (2016), Supply Chain Management, examples 12-2, 12-4 and 12-6", () => {
    const weeks = normalOver([2500, 500], [2, 0]);
    expect(Math.sqrt(weeks.variance)).toBeCloseTo(707, 0);
    expect(cycleServiceOf(weeks, 6000)).toBeCloseTo(0.92, 2);
    expect(safetyStockOf(weeks, reorderPointForCycleService(weeks, 0.9))).toBeCloseTo(906, 0);
    const both = normalOver([2500, 500], [7, 7]);
    expect(Math.sqrt(both.variance)).toBeCloseTo(17_550, -1);
    expect(safetyStockOf(both, reorderPointForCycleService(both, 0.9))).toBeCloseTo(22_491, -1);
  });

  it("is the exact discrete one for demand in whole pieces", () => {
    // P(X ≤ 9) = 0.9161 and P(X ≤ 10) = 0.9574 for a mean of 6: Poisson tables.
    expect(reorderPointForCycleService(poissonDemand(6), 0.91)).toBe(9);
    expect(reorderPointForCycleService(poissonDemand(6), 0.95)).toBe(10);
    // Nine times nothing and once 20: nothing is needed for 90 %, all for more.
    const seldom = empiricalDemand([0, 0, 0, 0, 0, 0, 0, 0, 0, 20]);
    expect(reorderPointForCycleService(seldom, 0.9)).toBe(0);
    expect(reorderPointForCycleService(seldom, 0.91)).toBe(20);
  });
});

describe("safety stock for a fill rate", () => {
  it("is that of Chopra, Meindl (2016), examples 12-3 and 12-5", () => {
    const demand = normalOver([2500, 500], [2, 0]);
    expect(fillRateOf(demand, 6000, 10_000)).toBeCloseTo(0.9975, 4);
    const point = reorderPointForFillRate(demand, 10_000, 0.975, 0);
    expect(safetyStockOf(demand, point)).toBeCloseTo(67, 0);
  });

  it("is that of Silver, Pyke, Thomas (2017), chapter 6: 50 ± 11.4 gallons, 200 a time, 99 %, gives 57", () => {
    const demand = normalDemand(50, 11.4 ** 2);
    expect(reorderPointForFillRate(demand, 200, 0.99)).toBe(57);
    expect((reorderPointForFillRate(demand, 200, 0.99, 0) - 50) / 11.4).toBeCloseTo(0.58, 2);
  });

  it("is the lowest in steps with which the rate is reached, for any demand", () => {
    const demand = fc.oneof(
      fc.double({ min: 0.01, max: 300, noNaN: true }).map(poissonDemand),
      fc
        .tuple(fc.double({ min: 0.1, max: 100, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }))
        .map(([mean, ratio]) => negativeBinomialDemand(mean, mean * ratio)),
      fc
        .tuple(fc.double({ min: 1, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true }))
        .map(([mean, ratio]) => gammaDemand(mean, mean * ratio)),
      fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 }).map(empiricalDemand),
    );
    fc.assert(
      fc.property(
        demand,
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.01, max: 0.9999, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (demand, quantity, rate, step) => {
          const point = reorderPointForFillRate(demand, quantity, rate, step);
          expect(point % step).toBe(0);
          expect(fillRateOf(demand, point, quantity)).toBeGreaterThanOrEqual(rate);
          if (point > 0) expect(fillRateOf(demand, point - step, quantity)).toBeLessThan(rate);
          const exact = reorderPointForFillRate(demand, quantity, rate, 0);
          expect(exact).toBeLessThanOrEqual(point + 1e-6);
          expect(fillRateOf(demand, exact, quantity)).toBeGreaterThanOrEqual(rate - 1e-9);
        },
      ),
    );
  });

  it("is what Poisson demand shows when it is played", () => {
    // Every state of the position (r + 1 … r + Q) is as likely; what is served at once is what finds stock.
    const [mean, point, quantity] = [4, 5, 3];
    const demand = poissonDemand(mean);
    let served = 0;
    for (let position = point + 1; position <= point + quantity; position += 1)
      served += demand.cdf(position - 1) / quantity;
    expect(fillRateOf(demand, point, quantity)).toBeCloseTo(served, 12);
  });
});

describe("safety stock of absurd figures", () => {
  it("stays bounded", () => {
    const bad = [Number.NaN, -5, Number.NEGATIVE_INFINITY];
    for (const value of bad) {
      expect(demandOverLeadTime(constant(value), constant(7))).toEqual({ mean: 0, variance: 0 });
      expect(demandOverLeadTime({ mean: 2, deviation: value }, constant(7))).toEqual({
        mean: 14,
        variance: 0,
      });
      expect(reorderPointForCycleService(poissonDemand(6), value)).toBe(0);
      expect(reorderPointForFillRate(poissonDemand(6), 10, value)).toBe(0);
      expect(Number.isFinite(reorderPointForFillRate(poissonDemand(6), value, 0.99))).toBe(true);
    }
    for (const demand of [certainDemand(0), certainDemand(7), poissonDemand(1e7), gammaDemand(1, 1e9)]) {
      expect(Number.isFinite(reorderPointForCycleService(demand, 1))).toBe(true);
      expect(Number.isFinite(reorderPointForFillRate(demand, 5, 1))).toBe(true);
    }
    expect(reorderPointForFillRate(certainDemand(7), 5, 1)).toBe(7);
  });
});
