import fc from "fast-check";
import { expect, test } from "vitest";
import { stockOutlook } from "./stock-outlook.ts";

const steady = { onHand: 100, ratePerDay: 10, overDays: { days: 4, standardDeviation: 0 }, incoming: [] };

test("a steady use empties the stock on the day on which it must, and it stays empty", () => {
  const points = stockOutlook(steady, 12);
  expect(points.map(({ expected }) => expected)).toEqual([100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0, 0, 0]);
  expect(points.every(({ low, high, expected }) => low === expected && high === expected)).toBe(true);
});

test("what comes is there from its day on; what was wanted while nothing was there is not made up for", () => {
  const points = stockOutlook({ ...steady, onHand: 20, incoming: [{ afterDays: 4, pieces: 50 }] }, 6);
  expect(points.map(({ expected }) => expected)).toEqual([20, 10, 0, 0, 50, 40, 30]);
});

test("the interval holds eight of ten outcomes, and widens with the time", () => {
  const points = stockOutlook(
    { onHand: 1000, ratePerDay: 10, overDays: { days: 5, standardDeviation: 20 }, incoming: [] },
    20,
  );
  const width = (day: number) => points[day]!.high - points[day]!.low;
  expect(width(20)).toBeGreaterThan(width(5));
  // 2 × 1.2816 standard deviations, where gamma and normal are near.
  expect(width(20)).toBeCloseTo(2 * 1.2816 * 40, -1);
});

test("whatever is expected, levels are ordered and never below zero", () => {
  fc.assert(
    fc.property(
      fc.record({
        onHand: fc.integer({ min: -5, max: 5000 }),
        ratePerDay: fc.double({ min: 0, max: 200, noNaN: true }),
        overDays: fc.record({
          days: fc.double({ min: 0, max: 60, noNaN: true }),
          standardDeviation: fc.double({ min: 0, max: 500, noNaN: true }),
        }),
        incoming: fc.array(
          fc.record({
            afterDays: fc.integer({ min: -3, max: 40 }),
            pieces: fc.integer({ min: 0, max: 900 }),
          }),
          { maxLength: 4 },
        ),
      }),
      (input) => {
        for (const { low, expected, high } of stockOutlook(input, 30)) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(expected).toBeGreaterThanOrEqual(low - 1e-6);
          expect(high).toBeGreaterThanOrEqual(expected - 1e-6);
        }
      },
    ),
    { numRuns: 200 },
  );
});
