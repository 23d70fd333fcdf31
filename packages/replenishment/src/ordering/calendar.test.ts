import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterBlackouts,
  dueTime,
  lastOrderingTime,
  nextOrderingTime,
  type SupplyCalendar,
  validateCalendar,
} from "./calendar.ts";
import type { Weekday } from "./policy.ts";

const weekdays: SupplyCalendar = {
  timeZone: "Europe/Berlin",
  orderingDays: [1, 2, 3, 4, 5],
  cutOff: "11:30",
  holidays: ["2027-05-06"],
  blackouts: [{ from: "2027-08-02", to: "2027-08-15", reason: "plant holidays" }],
};
/** Local time in Berlin. */
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).epochMilliseconds;
const local = (time: number | null) =>
  time === null
    ? null
    : Temporal.Instant.fromEpochMilliseconds(time)
        .toZonedDateTimeISO("Europe/Berlin")
        .toPlainDateTime()
        .toString({ smallestUnit: "minute" });

describe("when can be ordered", () => {
  test.each([
    ["2027-05-03T00:00", "2027-05-03T00:00", "at once on an ordering day"],
    ["2027-05-03T11:30", "2027-05-03T11:30", "the cut-off's minute counts"],
    ["2027-05-03T11:31", "2027-05-04T00:00", "after the cut-off the next day counts"],
    ["2027-05-07T12:00", "2027-05-10T00:00", "not at the weekend"],
    ["2027-05-05T12:00", "2027-05-07T00:00", "not on a holiday"],
    ["2027-07-30T12:00", "2027-08-16T00:00", "not in a blackout"],
    ["2027-08-10T08:00", "2027-08-16T00:00", "not from within a blackout"],
  ])("%s → %s: %s", (from, to) => {
    expect(local(nextOrderingTime(weekdays, at(from)))).toBe(to);
  });
  test("without a cut-off until midnight", () => {
    const calendar = { ...weekdays, cutOff: null };
    expect(local(nextOrderingTime(calendar, at("2027-05-03T23:59:59.999")))).toBe("2027-05-03T23:59");
    expect(local(lastOrderingTime(calendar, at("2027-05-03T01:00")))).toBe("2027-05-03T23:59");
  });
  test("never by a calendar without an ordering day, nor by one of holidays only", () => {
    expect(nextOrderingTime({ ...weekdays, orderingDays: [] }, at("2027-05-03T08:00"))).toBeNull();
    const always = [{ from: "2020-01-01", to: "2099-12-31", reason: "closed" }];
    expect(nextOrderingTime({ ...weekdays, blackouts: always }, at("2027-05-03T08:00"))).toBeNull();
    expect(afterBlackouts({ ...weekdays, blackouts: always }, at("2027-05-03T08:00"))).toBeNull();
  });
  test("outside of blackouts only, for what is urgent", () => {
    expect(local(afterBlackouts(weekdays, at("2027-05-09T23:00")))).toBe("2027-05-09T23:00");
    expect(local(afterBlackouts(weekdays, at("2027-08-15T23:00")))).toBe("2027-08-16T00:00");
  });
  test("the day counts where the supplier's calendar is", () => {
    const tokyo = { ...weekdays, timeZone: "Asia/Tokyo", cutOff: "12:00" };
    const sundayInBerlin = at("2027-05-09T18:00"); // Monday 01:00 in Tokyo
    expect(nextOrderingTime(tokyo, sundayInBerlin)).toBe(sundayInBerlin);
  });
});

describe("clock changes", () => {
  const sundays = { ...weekdays, orderingDays: [7] as const, cutOff: "02:30" };
  test("a cut-off that is skipped is as much later", () => {
    expect(local(lastOrderingTime(sundays, at("2027-03-28T01:00")))).toBe("2027-03-28T03:30");
  });
  test("a cut-off that comes twice is the first", () => {
    const first = Temporal.Instant.from("2027-10-31T00:30:00Z").epochMilliseconds;
    expect(lastOrderingTime(sundays, at("2027-10-31T01:00"))).toBe(first + 59_999);
    expect(local(nextOrderingTime(sundays, first + 3_600_000))).toBe("2027-11-07T00:00");
  });
  test("a day begins where midnight is skipped", () => {
    // In Beirut the clocks went from 00:00 to 01:00 on 26 March 2028's rule of last Sundays in March.
    const beirut = { ...weekdays, timeZone: "Asia/Beirut", orderingDays: [7] as const, cutOff: null };
    const saturday = Temporal.ZonedDateTime.from("2027-03-27T12:00[Asia/Beirut]").epochMilliseconds;
    const open = nextOrderingTime(beirut, saturday)!;
    const day = Temporal.Instant.fromEpochMilliseconds(open).toZonedDateTimeISO("Asia/Beirut");
    expect(day.toPlainDate().toString()).toBe("2027-03-28");
    expect(day.equals(day.startOfDay())).toBe(true);
  });
  test("whatever the time, the next ordering time is open, not before, and its own next one", () => {
    const calendars = fc.record({
      timeZone: fc.constantFrom(
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Beirut",
        "UTC",
      ),
      orderingDays: fc.uniqueArray(
        fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
        { minLength: 1 },
      ),
      cutOff: fc.option(fc.constantFrom("00:00", "02:30", "11:30", "23:59")),
      holidays: fc.constant(["2027-03-28", "2027-03-29"]),
      blackouts: fc.constant([]),
    });
    const times = fc.integer({ min: Date.UTC(2027, 2, 1), max: Date.UTC(2027, 11, 1) });
    fc.assert(
      fc.property(calendars, times, (calendar, time) => {
        const next = nextOrderingTime(calendar, time)!;
        expect(next).toBeGreaterThanOrEqual(time);
        expect(nextOrderingTime(calendar, next)).toBe(next);
        expect(lastOrderingTime(calendar, next)).toBeGreaterThanOrEqual(next);
        expect(next - time).toBeLessThan(16 * 86_400_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe("when it is due", () => {
  test("after its lead time, fractions of a day too", () => {
    expect(local(dueTime(weekdays, at("2027-05-03T10:00"), 2))).toBe("2027-05-05T10:00");
    expect(local(dueTime(weekdays, at("2027-05-03T10:00"), 0.25))).toBe("2027-05-03T16:00");
  });
  test("at once with a lead time of zero, also on a holiday", () => {
    expect(local(dueTime(weekdays, at("2027-05-06T10:00"), 0))).toBe("2027-05-06T10:00");
  });
  test("not on a holiday, but at the same time of the next day", () => {
    expect(local(dueTime(weekdays, at("2027-05-03T10:00"), 3))).toBe("2027-05-07T10:00");
  });
  test("a negative lead time is refused", () => {
    expect(() => dueTime(weekdays, 0, -1)).toThrow(RangeError);
    expect(() => dueTime(weekdays, 0, Number.NaN)).toThrow(RangeError);
  });
});

describe("a calendar is refused with the field named", () => {
  test.each<[Partial<SupplyCalendar>, string]>([
    [{ timeZone: "Berlin" }, "timeZone"],
    [{ timeZone: "+02:00" }, "timeZone"],
    [{ orderingDays: [] }, "orderingDays"],
    [{ orderingDays: [0 as Weekday] }, "orderingDays"],
    [{ orderingDays: [1, 1] }, "orderingDays"],
    [{ cutOff: "25:00" }, "cutOff"],
    [{ holidays: ["2027-02-29"] }, "holidays"],
    [{ blackouts: [{ from: "2027-02-02", to: "2027-02-01", reason: "" }] }, "blackouts"],
  ])("%j", (wrong, field) => {
    expect(validateCalendar({ ...weekdays, ...wrong }).map((problem) => problem.field)).toEqual([field]);
  });
  test("a sound one is not", () => {
    expect(validateCalendar(weekdays)).toEqual([]);
  });
});
