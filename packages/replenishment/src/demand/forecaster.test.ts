import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { croston, syntetosBoylan } from "./croston.ts";
import type { Forecaster } from "./forecaster.ts";
import { movingAverage } from "./moving-average.ts";
import { seededRandom } from "./random.ts";
import { seasonalSmoothing } from "./seasonal-smoothing.ts";
import { simpleSmoothing } from "./simple-smoothing.ts";
import { teunterSyntetosBabai } from "./teunter-syntetos-babai.ts";
import { trendSmoothing } from "./trend-smoothing.ts";

function taught<F extends Forecaster>(forecaster: F, values: readonly number[]): F {
  for (const value of values) forecaster.learn(value);
  return forecaster;
}

/** The forecasts of the single periods ahead. */
function path(forecaster: Forecaster, periods: number): number[] {
  return Array.from({ length: periods }, (_, index) => forecaster.ahead(index + 1) - forecaster.ahead(index));
}

describe("forecasting methods and published examples", () => {
  it("simple smoothing: Algerian exports (Hyndman, Athanasopoulos, fpp3, section 8.1)", () => {
    // First rows of the book's table: α = 0.84, level 39.54 before 1960.
    const exports = [39.04, 46.24, 19.79, 24.68];
    const forecaster = simpleSmoothing({ alpha: 0.84, level: 39.54 });
    const levels = exports.map((value) => taught(forecaster, [value]).ahead(1));
    expect(levels[0]).toBeCloseTo(39.12, 2);
    expect(levels[1]).toBeCloseTo(45.1, 1);
    expect(levels[2]).toBeCloseTo(23.84, 2);
    expect(levels[3]).toBeCloseTo(24.55, 2);
    expect(forecaster.ahead(5)).toBeCloseTo(5 * forecaster.ahead(1), 10);
  });

  it("simple smoothing that begins with the first value: a first weight of 1", () => {
    // 99, then 88: the second weight is ½, later ones α = 0.3.
    const forecaster = taught(simpleSmoothing({ alpha: 0.3 }), [99, 88, 50, 58]);
    const third = 93.5 + (50 - 93.5) / 3;
    expect(forecaster.ahead(1)).toBeCloseTo(third + 0.3 * (58 - third), 10);
  });

  it("Holt's trend: Australian population (fpp3, section 8.2)", () => {
    // α = 0.9999, β* = 0.3267, level 10.05 and trend 0.22 before 1960; table of the book.
    const population = [10.28, 10.48, 10.74, 10.95, 11.17];
    const forecaster = trendSmoothing({
      alpha: 0.9999,
      beta: 0.3267,
      damping: 1,
      start: { level: 10.05, trend: 0.22 },
    });
    const forecasts = population.map((value) => {
      const forecast = forecaster.ahead(1);
      forecaster.learn(value);
      return forecast;
    });
    [10.28, 10.5, 10.71, 10.96, 11.17].forEach((expected, index) => {
      expect(forecasts[index]).toBeCloseTo(expected, 1);
    });
    // A line goes on with its slope.
    const [first, second, third] = path(forecaster, 3);
    expect(third! - second!).toBeCloseTo(second! - first!, 10);
  });

  it("a damped trend comes to rest at level + φ / (1 − φ) · trend (fpp3, section 8.2)", () => {
    const forecaster = trendSmoothing({
      alpha: 0.5,
      beta: 0.5,
      damping: 0.9,
      start: { level: 100, trend: 10 },
    });
    expect(path(forecaster, 2)[0]).toBeCloseTo(109, 10);
    expect(path(forecaster, 2)[1]).toBeCloseTo(100 + 9 + 8.1, 10);
    expect(path(forecaster, 200)[199]).toBeCloseTo(100 + 90, 5);
  });

  it("Holt–Winters follows the equations of fpp3, section 8.3", () => {
    const [alpha, beta, gamma] = [0.3, 0.2, 0.4];
    const seasons = [1.5, -0.3, -1.5, 0.3];
    const values = [11.8, 9.3, 8.7, 10.1, 12.1, 9.6];
    const forecaster = taught(
      seasonalSmoothing({
        season: 4,
        alpha,
        beta,
        gamma,
        damping: 1,
        start: { level: 9.8, trend: 0.1, seasons },
      }),
      values,
    );
    // The same, written out as in the book: ℓ, b, s by time.
    const s = [...seasons];
    let level = 9.8;
    let trend = 0.1;
    values.forEach((y, t) => {
      const before = level;
      level = alpha * (y - s[t]!) + (1 - alpha) * (before + trend);
      s.push(gamma * (y - before - trend) + (1 - gamma) * s[t]!);
      trend = beta * (level - before) + (1 - beta) * trend;
    });
    path(forecaster, 4).forEach((forecast, index) => {
      expect(forecast).toBeCloseTo(level + (index + 1) * trend + s[values.length + index]!, 9);
    });
  });

  it("Holt–Winters finds a season that repeats itself", () => {
    const season = [5, 20, 10, 1];
    const forecaster = taught(
      seasonalSmoothing({ season: 4, alpha: 0.1, beta: 0.02, gamma: 0.2, damping: 0.95 }),
      [...season, ...season, ...season, ...season],
    );
    path(forecaster, 4).forEach((forecast, index) => {
      expect(forecast).toBeCloseTo(season[index]!, 6);
    });
  });

  it("Croston (1972): size and interval are smoothed when there is a demand only", () => {
    // 3 after 1 period, 6 after 3, 9 after 2; the first weights are averages: sizes 3, 4.5, 6; intervals 1, 2, 2.
    const forecaster = taught(croston({ alpha: 0.2 }), [3, 0, 0, 6, 0, 9]);
    expect(forecaster.ahead(1)).toBeCloseTo(6 / 2, 10);
    // From then on with α: size 6 + 0.2 · (1 − 6) = 5 …
    const later = taught(croston({ alpha: 0.5 }), [3, 0, 0, 6, 0, 1]);
    // … here size 4.5 + 0.5 · (1 − 4.5) = 2.75, interval 2 + 0.5 · (2 − 2) = 2.
    expect(later.ahead(4)).toBeCloseTo((2.75 / 2) * 4, 10);
    // Periods without demand change nothing.
    expect(taught(later, [0, 0, 0, 0]).ahead(4)).toBeCloseTo((2.75 / 2) * 4, 10);
  });

  it("Syntetos, Boylan (2005) is Croston times 1 − α/2", () => {
    const values = [0, 4, 0, 0, 2, 7, 0, 1];
    for (const alpha of [0.05, 0.2, 0.5])
      expect(taught(syntetosBoylan({ alpha }), values).ahead(3)).toBeCloseTo(
        (1 - alpha / 2) * taught(croston({ alpha }), values).ahead(3),
        10,
      );
  });

  it("Croston overestimates as Syntetos and Boylan (2001, 2005) derive, their correction does not", () => {
    // Bernoulli demand of mean size μ every p periods: bias ≈ α / (2 − α) · μ · (p − 1) / p².
    const [alpha, p, mean] = [0.2, 4, 10];
    const random = seededRandom(5);
    const plain = croston({ alpha });
    const corrected = syntetosBoylan({ alpha });
    let sum = 0;
    let sumCorrected = 0;
    const rounds = 60_000;
    for (let round = 0; round < rounds; round += 1) {
      const value = random() < 1 / p ? 1 + Math.floor(random() * (2 * mean - 1)) : 0;
      plain.learn(value);
      corrected.learn(value);
      // Judged at any time, as stock is.
      sum += plain.ahead(1);
      sumCorrected += corrected.ahead(1);
    }
    const bias = ((alpha / (2 - alpha)) * mean * (p - 1)) / p ** 2;
    expect(sum / rounds - mean / p).toBeGreaterThan(0.7 * bias);
    expect(sum / rounds - mean / p).toBeLessThan(1.3 * bias);
    expect(Math.abs(sumCorrected / rounds - mean / p)).toBeLessThan(0.3 * bias);
  });

  it("Teunter, Syntetos, Babai (2011): the probability of a demand falls by 1 − β in each period without one", () => {
    const values = [5, 0, 5, 0, 5, 0, 5, 0, 5, 0, 5, 0];
    const forecaster = taught(teunterSyntetosBabai({ alpha: 0.1, beta: 0.1 }), values);
    const before = forecaster.ahead(1);
    taught(forecaster, new Array(10).fill(0));
    expect(forecaster.ahead(1)).toBeCloseTo(before * 0.9 ** 10, 9);
  });

  it("moving average: the last known periods", () => {
    const values = [100, 2, 4, Number.NaN, 6];
    expect(taught(movingAverage({ window: 3 }), values).ahead(1)).toBeCloseTo(4, 10);
    expect(taught(movingAverage({ window: Number.POSITIVE_INFINITY }), values).ahead(2)).toBeCloseTo(56, 10);
    expect(taught(movingAverage({ window: 10 }), values).ahead(1)).toBeCloseTo(28, 10);
  });
});

const METHODS: readonly [string, () => Forecaster][] = [
  ["moving average", () => movingAverage({ window: 5 })],
  ["simple smoothing", () => simpleSmoothing({ alpha: 0.3 })],
  ["trend smoothing", () => trendSmoothing({ alpha: 0.3, beta: 0.2, damping: 0.95 })],
  [
    "seasonal smoothing",
    () => seasonalSmoothing({ season: 4, alpha: 0.3, beta: 0.1, gamma: 0.2, damping: 0.95 }),
  ],
  ["Croston", () => croston({ alpha: 0.2 })],
  ["Syntetos–Boylan", () => syntetosBoylan({ alpha: 0.2 })],
  ["Teunter–Syntetos–Babai", () => teunterSyntetosBabai({ alpha: 0.2, beta: 0.1 })],
];

describe.each(METHODS)("%s", (name, make) => {
  it("expects nothing before anything was learned", () => {
    expect(make().ahead(10)).toBe(0);
    expect(taught(make(), [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]).ahead(10)).toBe(0);
  });

  it("expects what never changes", () => {
    const bias = name === "Syntetos–Boylan" ? 0.9 : 1;
    expect(taught(make(), new Array(40).fill(7)).ahead(3)).toBeCloseTo(21 * bias, 6);
  });

  it("is not pulled towards zero by an outage", () => {
    const values = Array.from({ length: 40 }, (_, index) => (index >= 20 && index < 30 ? Number.NaN : 7));
    const bias = name === "Syntetos–Boylan" ? 0.9 : 1;
    expect(taught(make(), values).ahead(3)).toBeCloseTo(21 * bias, 6);
  });

  it("is never negative or undefined, and more time never takes less", () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.integer({ min: 0, max: 100_000 }));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 60 }),
        fc.float({ min: 0, max: 50, noNaN: true }),
        (values, ahead) => {
          const forecaster = taught(make(), values);
          const expected = forecaster.ahead(ahead);
          expect(Number.isFinite(expected)).toBe(true);
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(forecaster.ahead(ahead + 0.5)).toBeGreaterThanOrEqual(expected);
        },
      ),
    );
  });
});
