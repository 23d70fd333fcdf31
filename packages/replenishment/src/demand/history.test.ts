import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayOfUse, seriesOf, seriesOfValues, weeksOf } from "./history.ts";

const MONDAY = "2026-01-05";

function days(uses: readonly (number | null)[], first = 20_000): DayOfUse[] {
  return uses.map((use, index) => ({
    day: first + index,
    consumption: use ?? 0,
    knownShare: use === null ? 0 : 1,
  }));
}

describe("demand by day", () => {
  it("takes a day on which nothing was used as zero, and one that was not known as missing", () => {
    expect([...seriesOf(days([3, 0, null, 5])).values]).toEqual([3, 0, Number.NaN, 5]);
  });

  it("takes days that nobody names as missing", () => {
    const series = seriesOf([
      { day: MONDAY, consumption: 4, knownShare: 1 },
      { day: "2026-01-08", consumption: 0, knownShare: 1 },
    ]);
    expect([...series.values]).toEqual([4, Number.NaN, Number.NaN, 0]);
    expect(series.firstDay).toBe(Date.parse(MONDAY) / 86_400_000);
  });

  it("scales a day up of which at least half was known; less is missing", () => {
    const series = seriesOf([
      { day: 1, consumption: 6, knownShare: 0.5 },
      { day: 2, consumption: 6, knownShare: 0.49 },
      { day: 3, consumption: 6, knownShare: 0.75 },
    ]);
    expect([...series.values]).toEqual([12, Number.NaN, 8]);
  });

  it("sums a day that is named twice, whatever the order", () => {
    const series = seriesOf([
      { day: 2, consumption: 1, knownShare: 1 },
      { day: 1, consumption: 2, knownShare: 1 },
      { day: 1, consumption: 3, knownShare: 0.2 },
    ]);
    expect([...series.values]).toEqual([5, 1]);
  });

  it("spreads what was found gone after an outage over the outage", () => {
    const series = seriesOf([
      { day: 1, consumption: 2, knownShare: 1 },
      { day: 2, consumption: 0, knownShare: 0 },
      { day: 3, consumption: 0, knownShare: 0 },
      { day: 4, consumption: 9, knownShare: 1, ofGap: 8 },
    ]);
    expect([...series.values]).toEqual([2, 4, 4, 1]);
  });

  it("leaves to a day what was found gone after an outage within it", () => {
    const series = seriesOf([
      { day: 1, consumption: 2, knownShare: 1 },
      { day: 2, consumption: 9, knownShare: 0.6, ofGap: 3 },
    ]);
    expect([...series.values]).toEqual([2, 9]);
  });

  it("takes what can't be as missing", () => {
    const series = seriesOf([
      { day: 1, consumption: 1, knownShare: 1 },
      { day: 2, consumption: -4, knownShare: 1 },
      { day: 3, consumption: Number.NaN, knownShare: 1 },
      { day: 4, consumption: Number.POSITIVE_INFINITY, knownShare: 1 },
      { day: 5, consumption: 3, knownShare: Number.NaN },
      { day: 6, consumption: 3, knownShare: 7 },
      { day: "yesterday", consumption: 3, knownShare: 1 },
      { day: "2026-02-30", consumption: 3, knownShare: 1 },
      { day: 7.5, consumption: 3, knownShare: 1 },
    ]);
    const missing = Number.NaN;
    expect([...series.values]).toEqual([1, missing, missing, missing, missing, 3]);
  });

  it("has an empty series of no days", () => {
    expect(seriesOf([])).toEqual({ periodDays: 1, firstDay: 0, values: new Float32Array(0) });
    expect(seriesOf([], "week").periodDays).toBe(7);
  });

  it("is not led astray by a wrong clock of long ago", () => {
    const series = seriesOf([{ day: "1970-01-01", consumption: 5, knownShare: 1 }, ...days([1, 2])]);
    expect([...series.values]).toEqual([1, 2]);
  });
});

describe("demand by week", () => {
  it("ends with the last day and leaves out days before the first whole week", () => {
    const series = seriesOf(days([9, 9, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]), "week");
    expect(series).toEqual({ periodDays: 7, firstDay: 20_002, values: Float32Array.of(7, 14) });
  });

  it("is chosen from half a year on", () => {
    expect(seriesOf(days(new Array(181).fill(1))).periodDays).toBe(1);
    expect(seriesOf(days(new Array(182).fill(1))).periodDays).toBe(7);
  });

  it("misses a week of an outage, and scales one of which most was known", () => {
    const uses: (number | null)[] = new Array(70).fill(2);
    uses.fill(null, 14, 21);
    uses.fill(null, 28, 30);
    const { values } = seriesOf(days(uses), "week");
    expect(values[2]).toBeNaN();
    expect(values[4]).toBeCloseTo(14, 3);
  });

  it("does not count a Sunday as lost where nothing is used on Sundays", () => {
    const uses: (number | null)[] = Array.from({ length: 70 }, (_, index) => (index % 7 === 6 ? 0 : 5));
    uses[34] = null;
    const { values } = seriesOf(days(uses), "week");
    // Of the two average days that each weekday starts with, a little remains.
    expect(values[4]).toBeGreaterThanOrEqual(30);
    expect(values[4]).toBeLessThan(31);
  });

  it("can be made of days later on, and stays what it is", () => {
    const uses = Array.from({ length: 30 }, (_, index) => (index % 5 === 0 ? null : index % 3));
    const byDay = seriesOf(days(uses), "day");
    const byWeek = seriesOf(days(uses), "week");
    expect(weeksOf(byDay)).toEqual(byWeek);
    expect(weeksOf(byWeek)).toBe(byWeek);
  });

  it("never makes a use out of an outage, nor loses one: what is known of a steady use gives the same rate", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 28, maxLength: 200 }), (known) => {
        const { values } = seriesOf(days(known.map((isKnown) => (isKnown ? 3 : null))), "week");
        for (const value of values) if (!Number.isNaN(value)) expect(value).toBeCloseTo(21, 3);
      }),
    );
  });
});

describe("demand of known values", () => {
  it("takes negative and infinite values as missing", () => {
    const { values } = seriesOfValues([1, -1, Number.POSITIVE_INFINITY, Number.NaN, 0], 7);
    expect([...values]).toEqual([1, Number.NaN, Number.NaN, Number.NaN, 0]);
  });

  it("is compact: 104 weeks take 416 bytes", () => {
    expect(seriesOfValues(new Array(104).fill(1), 7).values.byteLength).toBe(416);
  });
});
