import { expect, test } from "vitest";
import { nextDigest, quietUntil } from "./times.ts";

const zone = "Europe/Berlin";
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const local = (time: number) =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone).toPlainDateTime().toString();

test("a digest comes on its days at its time of day, and never at the moment that was asked about", () => {
  const weekdays = { days: [1, 2, 3, 4, 5], at: "07:00" };
  // 2026-11-27 is a Friday.
  expect(local(nextDigest(weekdays, zone, at("2026-11-27T06:59")))).toBe("2026-11-27T07:00:00");
  expect(local(nextDigest(weekdays, zone, at("2026-11-27T07:00")))).toBe("2026-11-30T07:00:00");
  expect(local(nextDigest({ days: [5], at: "07:00" }, zone, at("2026-11-27T07:00")))).toBe(
    "2026-12-04T07:00:00",
  );
});

test("across clock changes a digest stays at its time of day", () => {
  const daily = { days: [1, 2, 3, 4, 5, 6, 7], at: "07:00" };
  const spring = nextDigest(daily, zone, at("2027-03-27T07:00"));
  expect([local(spring), spring - at("2027-03-27T07:00")]).toEqual(["2027-03-28T07:00:00", 23 * 3_600_000]);
  const autumn = nextDigest(daily, zone, at("2027-10-30T07:00"));
  expect([local(autumn), autumn - at("2027-10-30T07:00")]).toEqual(["2027-10-31T07:00:00", 25 * 3_600_000]);
});

test("a time that the clocks skip is as much later, one that comes twice is the first, and none is told twice", () => {
  const night = { days: [1, 2, 3, 4, 5, 6, 7], at: "02:30" };
  const skipped = nextDigest(night, zone, at("2027-03-27T12:00"));
  expect(local(skipped)).toBe("2027-03-28T03:30:00");
  expect(nextDigest(night, zone, skipped - 1)).toBe(skipped);
  expect(local(nextDigest(night, zone, skipped))).toBe("2027-03-29T02:30:00");
  const twice = nextDigest(night, zone, at("2027-10-30T12:00"));
  expect(twice).toBe(Temporal.Instant.from("2027-10-31T00:30:00Z").epochMilliseconds);
  expect(local(nextDigest(night, zone, twice))).toBe("2027-11-01T02:30:00");
});

test("quiet hours go over midnight, end exactly, and are none where there are none", () => {
  const night = { from: "20:00", to: "06:00" };
  expect(quietUntil(night, zone, at("2026-11-27T19:59"))).toBeUndefined();
  expect(local(quietUntil(night, zone, at("2026-11-27T20:00"))!)).toBe("2026-11-28T06:00:00");
  expect(local(quietUntil(night, zone, at("2026-11-28T05:59"))!)).toBe("2026-11-28T06:00:00");
  expect(quietUntil(night, zone, at("2026-11-28T06:00"))).toBeUndefined();
  const noon = { from: "12:00", to: "13:00" };
  expect(local(quietUntil(noon, zone, at("2026-11-27T12:30"))!)).toBe("2026-11-27T13:00:00");
  expect(quietUntil(noon, zone, at("2026-11-27T13:30"))).toBeUndefined();
  expect(quietUntil(null, zone, at("2026-11-27T03:00"))).toBeUndefined();
});

test("a night in which the clocks change is as long as it is", () => {
  const night = { from: "20:00", to: "06:00" };
  for (const [evening, hours] of [
    ["2027-03-27T20:00", 9],
    ["2027-10-30T20:00", 11],
  ] as const)
    expect(quietUntil(night, zone, at(evening))! - at(evening)).toBe(hours * 3_600_000);
});
