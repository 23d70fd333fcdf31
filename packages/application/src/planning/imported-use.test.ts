import { seriesOf } from "@refill/replenishment";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type SeenDay, withImportedUse } from "./imported-use.ts";

/** Days from the tenth on: pieces and what is known of each; `ofGap` of them left before. */
const seen = (...days: [consumption: number, share: number, ofGap?: number][]): SeenDay[] =>
  days.map(([consumption, share, ofGap = 0], index) => ({
    day: { day: 10 + index, consumption, knownShare: share, ofGap },
    levelShare: share,
  }));
const valuesOf = (days: readonly SeenDay[], firstDay: number, use: (number | null)[]) => [
  ...seriesOf(withImportedUse(days, { firstDay, use }), "day").values,
];

test("what is found gone after a gap is not counted again where the customer told of it", () => {
  const days = seen([5, 1], [0, 0], [0, 0], [0, 0], [32, 1, 30], [5, 1]);
  expect(valuesOf(days, 11, [10, 10, 10])).toEqual([5, 10, 10, 10, 2, 5]);
  // Of one of the days nothing was said: the rest left on it.
  expect(valuesOf(days, 11, [10, null, 10])).toEqual([5, 10, 10, 10, 2, 5]);
  expect(valuesOf(days, 11, [20, 20, 20])).toEqual([5, 20, 20, 20, 2, 5]);
});

test("an empty shelf that the sensors saw hides what would have been used, whatever was booked", () => {
  const days = seen([5, 1], [0, 0], [5, 1]).map((day) => ({ ...day, levelShare: 1 }));
  expect(valuesOf(days, 10, [9, 0, 9])).toEqual([5, Number.NaN, 5]);
});

test("a day of which less than half was seen is as the customer said", () => {
  expect(valuesOf(seen([5, 1], [2, 0.3], [5, 0.6]), 10, [9, 9, 9])).toEqual([5, 9, Math.fround(5 / 0.6)]);
});

test("each day is there once, and those that the sensors knew are as they were", () => {
  const day = fc.tuple(fc.nat(50), fc.constantFrom(0, 0.25, 0.5, 1), fc.nat(50));
  const told = fc.array(fc.option(fc.nat(50)), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1 }),
      fc.integer({ min: 0, max: 30 }),
      told,
      (days, firstDay, use) => {
        const before = seen(
          ...days.map(([pieces, share, gap]) => [pieces, share, Math.min(gap, pieces)] as never),
        );
        const after = withImportedUse(before, { firstDay, use });
        expect(after.map((each) => each.day)).toEqual(before.map((each) => each.day.day));
        for (const [index, each] of after.entries()) {
          expect(each.consumption).toBeGreaterThanOrEqual(each.ofGap! - 1e-9);
          expect(each.ofGap).toBeGreaterThanOrEqual(0);
          const { day: known, levelShare } = before[index]!;
          if (levelShare < 0.5) continue;
          expect(each.isImported).toBeUndefined();
          expect(each.consumption - each.ofGap!).toBeCloseTo(known.consumption - known.ofGap!, 6);
        }
      },
    ),
  );
});
