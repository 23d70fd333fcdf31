import { describe, expect, test } from "vitest";
import { dayAt, endOfDay, isDay, isTimeZone } from "./day.ts";

test.each(["2027-01-01", "2028-02-29", "2027-12-31"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
});
test.each([
  "2027-02-29",
  "2027-13-01",
  "2027-00-10",
  "2027-1-1",
  "27-01-01",
  "2027-01-01T00:00",
  "",
  "today",
])("%j is none", (text) => {
  expect(isDay(text)).toBe(false);
});

test.each(["Europe/Berlin", "UTC", "America/New_York", "Asia/Kathmandu"])("%s is a time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});
test.each(["Europe/Nowhere", "+02:00", "", "Berlin time"])("%j is none", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});

describe("the day it is", () => {
  test("is the zone's: New Year comes to Auckland first", () => {
    const at = Date.parse("2026-12-31T11:00:00Z");
    expect(dayAt("Pacific/Auckland", at)).toBe("2027-01-01");
    expect(dayAt("America/New_York", at)).toBe("2026-12-31");
  });
  test("ends after 23 hours when clocks go forward, and after 25 when they go back", () => {
    const hours = (day: string) => {
      const begin = endOfDay("Europe/Berlin", Temporal.PlainDate.from(day).subtract({ days: 1 }).toString());
      return (endOfDay("Europe/Berlin", day) - begin) / 3_600_000;
    };
    expect([hours("2027-03-27"), hours("2027-03-28"), hours("2027-10-31")]).toEqual([24, 23, 25]);
  });
  test("ends where the next one begins, also when midnight is skipped", () => {
    const end = endOfDay("Africa/Cairo", "2027-04-29");
    expect(dayAt("Africa/Cairo", end - 1)).toBe("2027-04-29");
    expect(dayAt("Africa/Cairo", end)).toBe("2027-04-30");
  });
  test("of an unknown zone or an impossible time is refused", () => {
    expect(() => dayAt("Europe/Nowhere", 0)).toThrow(RangeError);
    expect(() => dayAt("UTC", Number.NaN)).toThrow(RangeError);
    expect(() => dayAt("UTC", 1e20)).toThrow(RangeError);
  });
});
