import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certainDemand, normalDemand, poissonDemand } from "./distribution.ts";
import { MOST_DAYS_AHEAD, runOut } from "./run-out.ts";

describe("run-out", () => {
  it("is the day by whose end a certain demand has taken all", () => {
    expect(runOut(10, (days) => certainDemand(2 * days))).toEqual({
      earliestDays: 5,
      expectedDays: 5,
      latestDays: 5,
    });
    expect(runOut(11, (days) => certainDemand(2 * days)).expectedDays).toBe(6);
  });

  it("has an interval from the chances: normal demand of 10 ± 3 a day", () => {
    // 100 pieces: P(demand of n days ≥ 100) = Φ((10n − 100) / 3√n): 0.133 on day 9, 0.5 on day 10, 0.842 on day 11, 0.973 on day 12.
    const { earliestDays, expectedDays, latestDays } = runOut(100, (days) =>
      normalDemand(10 * days, 9 * days),
    );
    expect([earliestDays, expectedDays, latestDays]).toEqual([9, 10, 12]);
    const wide = runOut(100, (days) => normalDemand(10 * days, 9 * days), 0.01, 0.99);
    expect([wide.earliestDays, wide.latestDays]).toEqual([9, 13]);
  });

  it("counts single pieces: one piece is gone with the first demand", () => {
    // P(at least one of 0.1 a day within n days) = 1 − e^(−0.1 n): 10 % on day 2, 50 % on day 7, 90 % on day 24.
    expect(runOut(1, (days) => poissonDemand(0.1 * days))).toEqual({
      earliestDays: 2,
      expectedDays: 7,
      latestDays: 24,
    });
  });

  it("is today for an empty location, and unknown where it lasts for years", () => {
    const today = { earliestDays: 0, expectedDays: 0, latestDays: 0 };
    for (const onHand of [0, -4, Number.NaN]) expect(runOut(onHand, () => certainDemand(1))).toEqual(today);
    expect(runOut(5, () => certainDemand(0))).toEqual({
      earliestDays: null,
      expectedDays: null,
      latestDays: null,
    });
    expect(runOut(MOST_DAYS_AHEAD + 1, (days) => certainDemand(days)).expectedDays).toBeNull();
    expect(runOut(MOST_DAYS_AHEAD, (days) => certainDemand(days)).expectedDays).toBe(MOST_DAYS_AHEAD);
  });

  it("is later with more pieces, and its ends are in order", () => {
    const rank = (days: number | null) => days ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        (pieces, rate) => {
          const of = (onHand: number) => runOut(onHand, (days) => poissonDemand(rate * days));
          const less = of(pieces);
          const more = of(pieces + 1);
          expect(rank(less.earliestDays)).toBeLessThanOrEqual(rank(less.expectedDays));
          expect(rank(less.expectedDays)).toBeLessThanOrEqual(rank(less.latestDays));
          expect(rank(less.earliestDays)).toBeLessThanOrEqual(rank(more.earliestDays));
          expect(rank(less.latestDays)).toBeLessThanOrEqual(rank(more.latestDays));
        },
      ),
      { numRuns: 40 },
    );
  });
});
