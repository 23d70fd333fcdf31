import { DAY_MS, HOUR_MS, type LevelReading, seriesOf, summariseDay } from "@refill/replenishment";
import { expect, test } from "vitest";
import { useOf } from "./demand-history.ts";

const holdMs = 3 * HOUR_MS;
/** Readings of a day by hour: pieces on hand, and what left since the reading before. */
const dayWith = (day: number, ...readings: [hour: number, onHand: number, consumption: number][]) =>
  summariseDay(
    day * DAY_MS,
    readings.map(
      ([hour, onHand, consumption], sequence): LevelReading => ({
        at: day * DAY_MS + hour * HOUR_MS,
        sequence,
        onHand,
        consumption,
        receipts: 0,
      }),
    ),
    holdMs,
  );
const hourly = (from: number, to: number, onHand: number) =>
  Array.from({ length: to - from }, (_, index): [number, number, number] => [from + index, onHand, 0]);

test("time in which a location stood empty shows nothing of what would have been used", () => {
  const day = dayWith(0, ...hourly(0, 12, 5), [12, 0, 5], ...hourly(13, 24, 0));
  expect(useOf(day, false).day).toEqual({ day: 0, consumption: 5, knownShare: 0.5, ofGap: 0 });
});

test("what is found gone after an outage is spread over the outage, and a day without use is zero", () => {
  const days = [
    dayWith(0, ...hourly(0, 24, 50)),
    dayWith(1),
    dayWith(2),
    dayWith(3, [0, 40, 10], ...hourly(1, 24, 40)),
    dayWith(4, ...hourly(0, 24, 40)),
  ];
  let isGap = true;
  const uses = days.map((day) => {
    const { day: use, isGapAtEnd } = useOf(day, isGap);
    isGap = isGapAtEnd;
    return use;
  });
  expect(uses[3]).toMatchObject({ consumption: 10, ofGap: 10, knownShare: 1 });
  expect([...seriesOf(uses, "day").values]).toEqual([0, 5, 5, 0, 0]);
});

test("a sensor that never comes back leaves its days missing", () => {
  const uses = [dayWith(0, ...hourly(0, 24, 50)), dayWith(1), dayWith(2)].map((day) => useOf(day, false).day);
  expect([...seriesOf(uses, "day").values]).toEqual([0, Number.NaN, Number.NaN]);
});

test("the first reading after some hours without one tells what left in them", () => {
  const day = dayWith(0, ...hourly(0, 6, 50), [18, 38, 12], ...hourly(19, 24, 38));
  const { day: use, isGapAtEnd } = useOf(day, false);
  // Until 8 h by the last reading, and from 18 h on.
  expect(use).toEqual({ day: 0, consumption: 12, knownShare: 14 / 24, ofGap: 12 });
  expect(isGapAtEnd).toBe(false);
  expect([...seriesOf([use], "day").values]).toEqual([12]);
});
