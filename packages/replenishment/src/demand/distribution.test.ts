import { describe, expect, it } from "vitest";
import {
  certainDemand,
  type Demand,
  empiricalDemand,
  gammaDemand,
  negativeBinomialDemand,
  normalDemand,
  poissonDemand,
} from "./distribution.ts";

describe("distributions of demand", () => {
  it("know the standard normal distribution", () => {
    // Abramowitz, Stegun (1964), table 26.1.
    const demand = normalDemand(100, 1);
    expect(demand.cdf(101)).toBeCloseTo(0.8413447460685429, 12);
    expect(demand.cdf(97)).toBeCloseTo(0.0013498980316301, 12);
    expect(demand.quantile(0.975)).toBeCloseTo(101.95996398454005, 9);
    // Silver, Pyke, Thomas (2017), table of G(k): G(1) = 0.08332, G(2) = 0.00849.
    expect(demand.loss(101)).toBeCloseTo(0.08332, 5);
    expect(demand.loss(102)).toBeCloseTo(0.00849, 5);
  });

  it("know Poisson", () => {
    const demand = poissonDemand(6);
    expect(demand.cdf(0)).toBeCloseTo(Math.exp(-6), 14);
    expect(demand.cdf(6)).toBeCloseTo(0.6063027824, 9);
    expect(demand.quantile(0.95)).toBe(10);
    expect(demand.loss(0)).toBeCloseTo(6, 12);
  });

  it("have a gamma distribution that is the exponential one at variance = mean²", () => {
    const demand = gammaDemand(10, 100);
    expect(demand.cdf(25)).toBeCloseTo(1 - Math.exp(-2.5), 12);
    expect(demand.quantile(0.98)).toBeCloseTo(-10 * Math.log(0.02), 6);
    expect(demand.loss(30)).toBeCloseTo(10 * Math.exp(-3), 10);
  });

  it("have a negative binomial that is the geometric one with one success", () => {
    // p = 0.2: mean 4, variance 20.
    const demand = negativeBinomialDemand(4, 20);
    expect(demand.cdf(3)).toBeCloseTo(1 - 0.8 ** 4, 12);
    expect(demand.loss(5)).toBeCloseTo(4 * 0.8 ** 5, 10);
  });

  it("agree with themselves: the loss is what the distribution function leaves", () => {
    const demands: Demand[] = [
      poissonDemand(0.3),
      poissonDemand(900),
      negativeBinomialDemand(20, 300),
      negativeBinomialDemand(1500, 40_000),
      empiricalDemand([0, 0, 0, 4, 9, 9, 30]),
    ];
    for (const demand of demands) {
      const from = Math.floor(demand.mean);
      const to = Math.ceil(demand.mean + 14 * Math.sqrt(demand.variance) + 40);
      let left = 0;
      for (let x = from; x < to; x += 1) left += 1 - demand.cdf(x);
      expect(demand.loss(from)).toBeCloseTo(left, 6);
      for (const p of [0.01, 0.5, 0.9, 0.999]) {
        const x = demand.quantile(p);
        expect(demand.cdf(x)).toBeGreaterThanOrEqual(p - 1e-12);
        if (x >= 1) expect(demand.cdf(x - 1)).toBeLessThan(p);
      }
    }
  });

  it("have exact sums: of Poisson demands, and of negative binomial ones with the same variance ratio", () => {
    const convolved = (a: Demand, b: Demand, x: number) => {
      let sum = 0;
      for (let k = 0; k <= x; k += 1) sum += (a.cdf(k) - a.cdf(k - 1)) * b.cdf(x - k);
      return sum;
    };
    for (const x of [0, 3, 11, 30, 60]) {
      expect(convolved(poissonDemand(4), poissonDemand(7.5), x)).toBeCloseTo(poissonDemand(11.5).cdf(x), 12);
      expect(convolved(negativeBinomialDemand(4, 12), negativeBinomialDemand(7, 21), x)).toBeCloseTo(
        negativeBinomialDemand(11, 33).cdf(x),
        12,
      );
    }
  });

  it("don't depend on what was asked before", () => {
    const asked = negativeBinomialDemand(300, 2000);
    const fresh = () => negativeBinomialDemand(300, 2000);
    asked.cdf(3);
    asked.loss(500.5);
    asked.quantile(0.9999);
    for (const x of [0, 2.5, 250, 300, 420, 700]) {
      expect(asked.cdf(x)).toBe(fresh().cdf(x));
      expect(asked.loss(x)).toBe(fresh().loss(x));
    }
    for (const p of [0, 0.2, 0.9, 0.9999, 1]) expect(asked.quantile(p)).toBe(fresh().quantile(p));
  });

  it("are the limits of each other: gamma of many counts, normal of large shapes", () => {
    const counts = negativeBinomialDemand(1500, 60_000);
    const gamma = gammaDemand(1500, 60_000);
    for (const p of [0.1, 0.5, 0.9, 0.99]) expect(counts.quantile(p) / gamma.quantile(p)).toBeCloseTo(1, 2);
    expect(gammaDemand(1e6, 1e6).cdf(1_001_000)).toBeCloseTo(normalDemand(1e6, 1e6).cdf(1_001_000), 3);
  });

  it("stay bounded for absurd figures", () => {
    for (const demand of [
      poissonDemand(0),
      poissonDemand(1e7),
      negativeBinomialDemand(5, 1),
      negativeBinomialDemand(0.001, 1e9),
      gammaDemand(1e7, 1),
      gammaDemand(0, 5),
      gammaDemand(1e-200, 5),
      normalDemand(10, 0),
      certainDemand(3),
    ]) {
      for (const value of [demand.cdf(5), demand.quantile(0), demand.quantile(1), demand.loss(5)]) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
