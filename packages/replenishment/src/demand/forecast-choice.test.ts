import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseForecast } from "./forecast-choice.ts";
import { seriesOfValues } from "./history.ts";
import { movingAverage } from "./moving-average.ts";
import { seededRandom } from "./random.ts";
import { courseOf, tryOut } from "./rolling-origin.ts";
import { simpleSmoothing } from "./simple-smoothing.ts";

/** About normally distributed, mean 0, deviation 1. */
function noise(random: () => number): number {
  let sum = -6;
  for (let index = 0; index < 12; index += 1) sum += random();
  return sum;
}

function weeks(count: number, at: (week: number, random: () => number) => number, seed = 1) {
  const random = seededRandom(seed);
  return seriesOfValues(
    Array.from({ length: count }, (_, week) => Math.max(0, at(week, random))),
    7,
  );
}

describe("the rolling-origin test", () => {
  it("judges forecasts that were made before what they are compared with", () => {
    // The last value of 8; from period 4 on, the demand of 2 periods: 4+5 of 3+3, 5+6 of 4+4, … so 3 less each time.
    const trial = tryOut(movingAverage({ window: 1 }), courseOf([0, 1, 2, 3, 4, 5, 6, 7], 2));
    expect(trial.cumulated).toBe(9);
    expect(trial.training).toEqual({ squares: 3, count: 3 });
    // Periods 2 to 7 are each one more than the one before.
    expect(trial.late).toEqual({ squares: 6, count: 6 });
  });

  it("leaves out missing periods and scales a horizon of which half is known", () => {
    const missing = Number.NaN;
    const course = courseOf([1, 1, 1, 1, missing, 6, missing, missing, 2, 2, 2, 2], 2);
    expect(course.cumulated[4]).toBe(12);
    expect(course.cumulated[6]).toBeNaN();
    expect(course.cumulated[8]).toBe(4);
    expect(course.cumulated[11]).toBeNaN();
  });

  it("does not judge a horizon longer than a quarter of what there is", () => {
    expect(courseOf(new Array(12).fill(1), 50).horizon).toBe(3);
    expect(courseOf([1], 50).horizon).toBe(1);
  });

  it("has no error where nothing could be compared", () => {
    const missing = new Array(6).fill(Number.NaN);
    expect(tryOut(simpleSmoothing({ alpha: 0.2 }), courseOf([1, 2, 3, ...missing], 2)).cumulated).toBeNull();
  });
});

describe("the choice of a method", () => {
  it("expects what is used steadily, by a calm method", () => {
    const forecast = chooseForecast(
      weeks(104, (_, random) => 70 + 5 * noise(random)),
      14,
    );
    expect(forecast.classification.class).toBe("smooth");
    expect(["simple-smoothing", "moving-average"]).toContain(forecast.method);
    expect(forecast.ratePerDay).toBeCloseTo(10, 0);
    expect(forecast.ahead(14)).toBeCloseTo(14 * forecast.ratePerDay, 6);
    // Of a week, the deviation is 5; that of two weeks is larger, and includes that the level is not known exactly.
    expect(Math.sqrt(forecast.varianceAhead(7))).toBeGreaterThan(4);
    expect(Math.sqrt(forecast.varianceAhead(7))).toBeLessThan(7.5);
    expect(forecast.varianceAhead(14)).toBeGreaterThan(2 * forecast.varianceAhead(7));
  });

  it("sees a trend", () => {
    const forecast = chooseForecast(
      weeks(104, (week, random) => 20 + week + noise(random)),
      28,
    );
    expect(forecast.method).toBe("trend-smoothing");
    expect(forecast.ahead(7)).toBeGreaterThan(120);
    expect(forecast.ahead(28)).toBeGreaterThan(4 * forecast.ahead(7));
  });

  it("sees a season of weekdays in days", () => {
    const random = seededRandom(3);
    const week = [20, 22, 18, 20, 30, 2, 1];
    const days = Array.from({ length: 140 }, (_, day) => Math.max(0, week[day % 7]! + noise(random)));
    const forecast = chooseForecast(seriesOfValues(days, 1), 2);
    expect(forecast.method).toBe("seasonal-smoothing");
    expect(forecast.ahead(1)).toBeGreaterThan(16);
    expect(forecast.ahead(7)).toBeCloseTo(113, -1);
    // The sixth and seventh day add almost nothing.
    expect(forecast.ahead(7) - forecast.ahead(5)).toBeLessThan(8);
  });

  it("sees a season of the year in three years of weeks", () => {
    const forecast = chooseForecast(
      weeks(156, (week, random) => 50 + 40 * Math.sin((2 * Math.PI * week) / 52) + 3 * noise(random)),
      28,
    );
    expect(forecast.method).toBe("seasonal-smoothing");
    // A quarter after the season's begin is its height.
    expect(forecast.ahead(13 * 7) / 13).toBeGreaterThan(60);
  });

  it("takes a method for intermittent demand where demand is intermittent, and comes near its rate", () => {
    const forecast = chooseForecast(
      weeks(208, (_, random) => (random() < 0.25 ? 4 + Math.floor(3 * random()) : 0)),
      14,
    );
    expect(["intermittent", "lumpy"]).toContain(forecast.classification.class);
    expect(forecast.ratePerDay * 7).toBeGreaterThan(0.8);
    expect(forecast.ratePerDay * 7).toBeLessThan(1.8);
  });

  it("expects less of a part that is used no more, but not in the first week", () => {
    const used = (_week: number, random: () => number) => (random() < 0.5 ? 5 + Math.floor(5 * random()) : 0);
    const before = chooseForecast(weeks(78, used), 14).ratePerDay;
    const after = chooseForecast(
      weeks(104, (week, random) => (week < 78 ? used(week, random) : 0)),
      14,
    );
    expect(before * 7).toBeGreaterThan(2);
    expect(after.ratePerDay).toBeLessThan(0.35 * before);
  });

  it("is not misled by an outage", () => {
    const steady = weeks(104, (_, random) => 70 + 5 * noise(random));
    const values = Float32Array.from(steady.values).fill(Number.NaN, 80, 95);
    const forecast = chooseForecast({ ...steady, values }, 14);
    expect(forecast.ratePerDay).toBeCloseTo(10, 0);
    expect(Math.sqrt(forecast.varianceAhead(7))).toBeLessThan(8);
  });

  it("prefers no method by chance: of noise the simplest is mostly taken", () => {
    const methods = Array.from(
      { length: 20 },
      (_, seed) =>
        chooseForecast(
          weeks(104, (_week, random) => 50 + 10 * noise(random), seed),
          14,
        ).method,
    );
    const simple = methods.filter((method) => method === "simple-smoothing" || method === "moving-average");
    expect(simple.length).toBeGreaterThanOrEqual(17);
  });

  it("expects nothing where nothing was used, and the average where little is known", () => {
    expect(
      chooseForecast(
        weeks(104, () => 0),
        14,
      ),
    ).toMatchObject({ method: null, ratePerDay: 0, error: null });
    expect(chooseForecast(seriesOfValues([], 7), 14)).toMatchObject({ method: null, ratePerDay: 0 });
    const few = chooseForecast(seriesOfValues([14, Number.NaN, 7, 21], 7), 14);
    expect(few).toMatchObject({ method: "moving-average", error: null });
    expect(few.ratePerDay).toBeCloseTo(2, 10);
    // Three weeks say little about the mean: of 4 weeks, 49 · (4 + 16/3).
    expect(few.varianceAhead(28)).toBeCloseTo(49 * (4 + 16 / 3), 6);
  });

  it("gives the same answer again, is never negative, and never more sure of more time", () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 130 }),
        fc.constantFrom<1 | 7>(1, 7),
        fc.double({ min: -5, max: 400 }),
        (values, periodDays, horizon) => {
          const series = seriesOfValues(values, periodDays);
          const forecast = chooseForecast(series, horizon);
          const again = chooseForecast(series, horizon);
          expect(again.method).toBe(forecast.method);
          expect(again.parameters).toEqual(forecast.parameters);
          expect(again.ratePerDay).toBe(forecast.ratePerDay);
          expect(forecast.ratePerDay).toBeGreaterThanOrEqual(0);
          let [pieces, variance] = [0, 0];
          for (const days of [0, 0.5, 1, 7, 10, 90]) {
            expect(forecast.ahead(days)).toBeGreaterThanOrEqual(pieces - 1e-9);
            expect(forecast.varianceAhead(days)).toBeGreaterThanOrEqual(variance);
            pieces = forecast.ahead(days);
            variance = forecast.varianceAhead(days);
          }
          expect(Number.isFinite(pieces) && Number.isFinite(variance)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("covers what it says: in nine of ten cases, the demand lies below the 90 % of a normal distribution", () => {
    let below = 0;
    const rounds = 200;
    for (let seed = 0; seed < rounds; seed += 1) {
      const all = weeks(108, (_, random) => 60 + 15 * noise(random), seed + 1);
      const forecast = chooseForecast({ ...all, values: all.values.slice(0, 104) }, 28);
      const demand = all.values.slice(104).reduce((sum, value) => sum + value, 0);
      if (demand <= forecast.ahead(28) + 1.2816 * Math.sqrt(forecast.varianceAhead(28))) below += 1;
    }
    expect(below / rounds).toBeGreaterThan(0.86);
    expect(below / rounds).toBeLessThan(0.985);
  });
});
