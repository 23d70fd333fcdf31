import { expect, test } from "vitest";
import { classify, seededRandom, seriesOfValues, weeksOf } from "../demand/index.ts";
import { gammaDraw, poissonDraw } from "./draw.ts";
import { type GeneratedClass, generateDemand, generatePoissonDemand } from "./generate-demand.ts";

const classes: GeneratedClass[] = ["smooth", "erratic", "intermittent", "lumpy"];

test.each(classes)(
  "%s demand is of its class, by day and by week, and the same for the same seed",
  (kind) => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const byDay = generateDemand({ class: kind, seed, days: 364, periodDays: 1 });
      expect(classify(byDay.demand).class).toBe(kind);
      const byWeek = generateDemand({ class: kind, seed, days: 728, periodDays: 7 });
      expect(classify(weeksOf(seriesOfValues(byWeek.demand, 1)).values).class).toBe(kind);
      expect(
        byWeek.demand.every((pieces, day) => Number.isInteger(pieces) && (day % 7 < 5 || pieces === 0)),
      ).toBe(true);
      expect(generateDemand({ class: kind, seed, days: 728, periodDays: 7 })).toEqual(byWeek);
    }
  },
);

test("demand may grow, and have a season", () => {
  const wanted = { class: "smooth", seed: 3, days: 730, periodDays: 1, size: 100 } as const;
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const growing = generateDemand({ ...wanted, trend: 1 }).demand;
  expect(sum(growing.subarray(365)) / sum(growing.subarray(0, 365))).toBeCloseTo(2.5 / 1.5, 1);
  const seasonal = generateDemand({ ...wanted, season: { share: 0.5, periodDays: 365 } }).demand;
  expect(sum(seasonal.subarray(0, 182)) / sum(seasonal.subarray(182, 365))).toBeGreaterThan(1.7);
});

test("demand that can't be is refused", () => {
  expect(() => generateDemand({ class: "smooth", seed: 1, days: 7, periodDays: 1 })).toThrow("8 periods");
  expect(() => generateDemand({ class: "lumpy", seed: 1, days: 365, periodDays: 1, size: 1 })).not.toThrow(
    TypeError,
  );
});

test("draws have the moments of their distribution", () => {
  const random = seededRandom(9);
  const of = (draw: () => number) => {
    const values = Array.from({ length: 40_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
  };
  for (const [shape, scale] of [
    [0.4, 5],
    [3, 2],
  ] as const) {
    const { mean, variance } = of(() => gammaDraw(shape, scale, random));
    expect(mean / (shape * scale)).toBeCloseTo(1, 1);
    expect(variance / (shape * scale * scale)).toBeCloseTo(1, 1);
  }
  const { mean, variance } = of(() => poissonDraw(4, random));
  expect(mean).toBeCloseTo(4, 1);
  expect(variance / 4).toBeCloseTo(1, 1);
  expect(poissonDraw(0, random)).toBe(0);
  expect(generatePoissonDemand(0.5, 30, 1)).toEqual(generatePoissonDemand(0.5, 30, 1));
});
