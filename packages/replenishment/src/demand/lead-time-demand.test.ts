import { describe, expect, it } from "vitest";
import { chooseForecast } from "./forecast-choice.ts";
import { type DemandSeries, seriesOfValues } from "./history.ts";
import { isLeadTimeUsable, type LeadTimeSpread, leadTimeDays, leadTimeDemand } from "./lead-time-demand.ts";
import { seededRandom } from "./random.ts";

function series(count: number, draw: (random: () => number) => number, periodDays: 1 | 7 = 7, seed = 11) {
  const random = seededRandom(seed);
  return seriesOfValues(
    Array.from({ length: count }, () => draw(random)),
    periodDays,
  );
}

function over(history: DemandSeries, leadTime: LeadTimeSpread, seed = 1) {
  return leadTimeDemand(chooseForecast(history, leadTime.meanDays), history, leadTime, seededRandom(seed));
}

/** Poisson distributed, by multiplying (Knuth). */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

function normal(random: () => number): number {
  let sum = -6;
  for (let index = 0; index < 12; index += 1) sum += random();
  return sum;
}

const STEADY = series(104, (random) => Math.max(0, Math.round(700 + 60 * normal(random))));

describe("demand over the lead time", () => {
  it("has mean and variance of both demand and lead time: E[L]·Var(D) + E[D]²·Var(L)", () => {
    const forecast = chooseForecast(STEADY, 14);
    const fixed = leadTimeDemand(forecast, STEADY, { meanDays: 14, sdDays: 0 }, seededRandom(1));
    const varying = leadTimeDemand(forecast, STEADY, { meanDays: 14, sdDays: 3 }, seededRandom(1));
    expect(fixed.demand.mean).toBeCloseTo(forecast.ahead(14), 6);
    expect(fixed.demand.variance).toBeCloseTo(forecast.varianceAhead(14), 6);
    expect(varying.demand.mean).toBeCloseTo(fixed.demand.mean, 6);
    expect(varying.demand.variance - fixed.demand.variance).toBeCloseTo(forecast.ratePerDay ** 2 * 9, 3);
    // 100 a day ± 3 days: the lead time alone needs 300 pieces of deviation.
    expect(Math.sqrt(varying.demand.variance)).toBeGreaterThan(290);
  });

  it("takes three or more measured lead times as they are", () => {
    const samples = [10, 14, 18];
    const sampled = over(STEADY, { meanDays: 99, sdDays: 50, samples });
    const given = over(STEADY, { meanDays: 14, sdDays: 4 });
    expect(sampled.days).toBe(14);
    expect(leadTimeDays({ meanDays: 99, sdDays: 50, samples })).toBe(14);
    // The horizon of the forecast differs, so only about the same.
    expect(sampled.demand.mean / given.demand.mean).toBeCloseTo(1, 1);
    expect(over(STEADY, { meanDays: 7, sdDays: 0, samples: [1, 2] }).days).toBe(7);
    // Samples that can't be don't count.
    expect(over(STEADY, { meanDays: 7, sdDays: 0, samples: [1, 2, -3, Number.NaN] }).days).toBe(7);
  });

  it("is near the demand that a simulation of varying lead times sees", () => {
    const random = seededRandom(8);
    const history = series(208, (draw) => poisson(6, draw));
    const { demand } = over(history, { meanDays: 14, sdDays: 3.5, samples: [7, 14, 14, 21] });
    const rounds = 20_000;
    let below = 0;
    const at = demand.quantile(0.95);
    for (let round = 0; round < rounds; round += 1) {
      const weeks = [1, 2, 2, 3][Math.floor(random() * 4)]!;
      if (poisson(6 * weeks, random) <= at) below += 1;
    }
    expect(below / rounds).toBeGreaterThan(0.92);
    expect(below / rounds).toBeLessThan(0.995);
  });

  it("chooses the family by fit", () => {
    expect(over(STEADY, { meanDays: 14, sdDays: 0 }).family).toBe("normal");
    const counts = over(
      series(104, (random) => poisson(2, random)),
      { meanDays: 7, sdDays: 0 },
    );
    expect(["poisson", "negative-binomial"]).toContain(counts.family);
    const lots = over(
      series(104, (random) => (random() < 0.3 ? 1 + Math.floor(-6 * Math.log(1 - random())) : 0)),
      { meanDays: 14, sdDays: 0 },
    );
    expect(["negative-binomial", "empirical"]).toContain(lots.family);
  });

  it("draws from the history where no formula fits, and keeps mean and variance", () => {
    // Either nothing or a whole pallet.
    const history = series(156, (random) => (random() < 0.4 ? 480 : 0));
    const forecast = chooseForecast(history, 7);
    const { family, demand } = leadTimeDemand(forecast, history, { meanDays: 7, sdDays: 0 }, seededRandom(4));
    expect(family).toBe("empirical");
    expect(demand.mean / forecast.ahead(7)).toBeCloseTo(1, 0);
    expect(demand.variance / forecast.varianceAhead(7)).toBeGreaterThan(0.7);
    expect(demand.variance / forecast.varianceAhead(7)).toBeLessThan(1.4);
    // The median of pallet or nothing is nothing, or near to it; a normal distribution would say about 190.
    expect(demand.quantile(0.5)).toBeLessThan(60);
    expect(demand.quantile(0.9)).toBeGreaterThan(400);
  });

  it("is the same for the same seed", () => {
    const history = series(156, (random) => (random() < 0.4 ? 480 : 0));
    const [one, two, other] = [5, 5, 6].map(
      (seed) => over(history, { meanDays: 10, sdDays: 2 }, seed).demand,
    );
    const levels = [0.1, 0.5, 0.8, 0.95];
    expect(levels.map((p) => one!.quantile(p))).toEqual(levels.map((p) => two!.quantile(p)));
    expect(levels.map((p) => one!.loss(500 * p))).not.toEqual(levels.map((p) => other!.loss(500 * p)));
  });

  it("is certain of a lead time of zero, but not of what comes on top of it", () => {
    const { family, demand, ofMoments } = over(STEADY, { meanDays: 0, sdDays: 0 });
    expect(family).toBe("certain");
    expect(demand).toMatchObject({ mean: 0, variance: 0 });
    expect(ofMoments(100, 400).quantile(0.975)).toBeGreaterThan(130);
  });

  it("is certain of a demand that never changes", () => {
    const { demand, ofMoments } = over(
      series(52, () => 7),
      { meanDays: 14, sdDays: 0 },
    );
    expect(demand.quantile(0.999)).toBeCloseTo(14, 6);
    expect(ofMoments(3, 0).mean).toBe(3);
    // With a lead time that varies it is not.
    expect(
      over(
        series(52, () => 7),
        { meanDays: 14, sdDays: 5 },
      ).demand.quantile(0.95),
    ).toBeGreaterThan(18);
  });

  it("holds lead times that can't be", () => {
    for (const meanDays of [-3, Number.NaN]) {
      expect(over(STEADY, { meanDays, sdDays: Number.NaN }).demand.mean).toBe(0);
      expect(isLeadTimeUsable({ meanDays, sdDays: 0 })).toBe(false);
    }
    for (const meanDays of [5000, Number.POSITIVE_INFINITY]) {
      const { days, demand } = over(STEADY, { meanDays, sdDays: 0 });
      expect(days).toBe(730);
      expect(Number.isFinite(demand.quantile(0.99))).toBe(true);
      expect(isLeadTimeUsable({ meanDays, sdDays: 0 })).toBe(false);
    }
    expect(isLeadTimeUsable({ meanDays: Number.NaN, sdDays: 0, samples: [3, 4, 5] })).toBe(true);
  });

  it("expects nothing where nothing is used", () => {
    const nothing = over(
      series(52, () => 0),
      { meanDays: 14, sdDays: 5 },
    );
    expect(nothing).toMatchObject({ family: "certain", demand: { mean: 0, variance: 0 } });
    expect(nothing.ofMoments(0, 0).quantile(0.9)).toBe(0);
  });
});
