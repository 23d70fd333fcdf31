import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  carriedOut,
  carryInto,
  DAY_MS,
  HOUR_MS,
  type LevelReading,
  meanOf,
  summariseDay,
  sumOfDay,
} from "./day-summary.ts";

const day = Date.UTC(2026, 2, 29);
const minute = 60_000;
const holdMs = 3 * HOUR_MS;

/** Times in minutes of the day. */
function readings(...levels: [minutes: number, onHand: number | null, moved?: number][]): LevelReading[] {
  return levels.map(([minutes, onHand, moved = 0], index) => ({
    at: day + minutes * minute,
    sequence: index + 1,
    onHand,
    consumption: Math.max(0, -moved),
    receipts: Math.max(0, moved),
  }));
}

describe("a day and its hours", () => {
  test("a level holds until the next reading, and counts by the time for which it held", () => {
    const { hours } = summariseDay(day, readings([600, 100], [645, 40, -60], [660, 40], [700, null]), holdMs);
    expect(hours[10]).toMatchObject({ min: 40, max: 100, first: 100, last: 40, count: 2, consumption: 60 });
    expect(meanOf(hours[10]!)).toBe(0.75 * 100 + 0.25 * 40);
    expect(hours[11]).toMatchObject({ count: 2, knownMs: 40 * minute, last: 40 });
    expect(hours[12]).toMatchObject({ count: 0, knownMs: 0, min: null, first: null });
  });
  test("an outage is missing: a level does not hold longer than a silent sensor's is believed", () => {
    const summary = summariseDay(day, readings([0, 50], [600, 30, -20]), holdMs);
    expect(sumOfDay(summary)).toMatchObject({ knownMs: 2 * holdMs, consumption: 20, min: 30, max: 50 });
    expect(summary.hours[5]).toMatchObject({ knownMs: 0, min: null });
  });
  test("of readings at the same time, the one with the higher sequence is the last", () => {
    const [a, b] = readings([60, 10], [60, 20]) as [LevelReading, LevelReading];
    const summary = summariseDay(day, [b, a], holdMs);
    expect(summary.hours[1]).toMatchObject({ min: 10, max: 20, first: 10, last: 20 });
    expect(summary.last).toEqual({ at: day + 60 * minute, onHand: 20 });
    expect(meanOf(summary.hours[1]!)).toBe(20);
  });
  test("the level of the day before fills the time until the first reading, and no more than it holds", () => {
    const own = summariseDay(day, readings([120, 30]), holdMs);
    const carried = { at: day - HOUR_MS, onHand: 90 };
    const filled = carryInto(own, carried, holdMs);
    expect(filled.hours[0]).toMatchObject({ first: 90, last: 90, count: 0, knownMs: HOUR_MS });
    expect(filled.hours[2]).toEqual(own.hours[2]);
    expect(sumOfDay(filled).knownMs).toBe(2 * HOUR_MS + holdMs);
    const tooOld = carryInto(own, { ...carried, at: day - holdMs + 30 * minute }, holdMs);
    expect(tooOld.hours[0]!.knownMs).toBe(30 * minute);
    expect(carryInto(own, { at: day - HOUR_MS, onHand: null }, holdMs)).toEqual(own);
    expect(carryInto(own, null, holdMs)).toEqual(own);
  });
  test("a day without readings carries on what came into it", () => {
    const empty = summariseDay(day, [], holdMs);
    const carried = { at: day - minute, onHand: 7 };
    expect(carriedOut(empty, carried)).toBe(carried);
    expect(sumOfDay(carryInto(empty, carried, 37 * HOUR_MS)).knownMs).toBe(DAY_MS);
  });
  test("today's level does not reach into the future", () => {
    const now = day + 90 * minute;
    const summary = summariseDay(day, readings([60, 10]), holdMs, now);
    expect(sumOfDay(summary).knownMs).toBe(30 * minute);
    const carried = { at: day - minute, onHand: 5 };
    expect(sumOfDay(carryInto(summariseDay(day, [], holdMs, now), carried, holdMs, now)).knownMs).toBe(
      90 * minute,
    );
  });
});

describe("whatever the readings are", () => {
  const anyReading = fc.record({
    minutes: fc.integer({ min: 0, max: 1439 }),
    onHand: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }),
    consumption: fc.integer({ min: 0, max: 50 }),
    receipts: fc.integer({ min: 0, max: 50 }),
  });
  const anyDay = fc.array(anyReading, { maxLength: 40 }).map((all) =>
    all.map(
      ({ minutes, ...rest }, index): LevelReading => ({
        at: day + minutes * minute,
        sequence: index,
        ...rest,
      }),
    ),
  );
  const anyCarried = fc.option(
    fc.record({
      at: fc.integer({ min: 1, max: 6 * 60 }).map((minutes) => day - minutes * minute),
      onHand: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }),
    }),
    { nil: null },
  );

  /** The level in each minute of the day, by looking it up: slow, and plain to see. */
  function minuteByMinute(
    all: readonly LevelReading[],
    carried: { at: number; onHand: number | null } | null,
  ) {
    const inOrder = [...all].sort((a, b) => a.at - b.at || a.sequence - b.sequence);
    return Array.from({ length: 1440 }, (_, index) => {
      const now = day + index * minute;
      const latest = inOrder.findLast(({ at }) => at <= now) ?? carried;
      return latest && latest.onHand !== null && now - latest.at < holdMs ? latest.onHand : null;
    });
  }

  test("each hour's mean and known time are those of its minutes, and the hours add up to the day", () => {
    fc.assert(
      fc.property(anyDay, anyCarried, (all, carried) => {
        const summary = carryInto(summariseDay(day, all, holdMs), carried, holdMs);
        const minutes = minuteByMinute(all, carried);
        const total = sumOfDay(summary);
        for (const [index, hour] of summary.hours.entries()) {
          const known = minutes.slice(index * 60, index * 60 + 60).filter((level) => level !== null);
          expect(hour.knownMs).toBe(known.length * minute);
          expect(hour.pieceMs).toBe(known.reduce((sum, level) => sum + level, 0) * minute);
          if (hour.min !== null) expect(hour.min).toBeLessThanOrEqual(Math.min(...known, hour.max!));
        }
        const sum = (pick: (hour: (typeof summary.hours)[number]) => number) =>
          summary.hours.reduce((before, hour) => before + pick(hour), 0);
        expect(total.count).toBe(all.length);
        expect(total.consumption).toBe(all.reduce((before, each) => before + each.consumption, 0));
        expect(total.receipts).toBe(sum(({ receipts }) => receipts));
        expect(total.pieceMs).toBe(sum(({ pieceMs }) => pieceMs));
        const levels = summary.hours.flatMap(({ min, max }) => [min, max]).filter((level) => level !== null);
        expect(total.min).toBe(levels.length > 0 ? Math.min(...levels) : null);
        expect(total.max).toBe(levels.length > 0 ? Math.max(...levels) : null);
      }),
    );
  });
  test("the order in which readings come does not matter", () => {
    fc.assert(
      fc.property(anyDay, (all) => {
        expect(summariseDay(day, all.toReversed(), holdMs)).toEqual(summariseDay(day, all, holdMs));
      }),
    );
  });
});
