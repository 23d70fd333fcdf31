import { expect, test } from "vitest";
import { isReviewDue, reviewAfter, reviewBefore } from "./review.ts";

const policy = { kind: "periodic", reorderPoint: 10, maximum: 50, days: [1, 4], at: "07:00" } as const;
const zone = "Europe/Berlin";
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;

test("a review comes at its days and time, once", () => {
  const monday = at("2027-05-03T07:00");
  expect(reviewBefore(policy, zone, monday)).toBe(monday);
  expect(reviewBefore(policy, zone, monday - 1)).toBe(at("2027-04-29T07:00"));
  expect(reviewAfter(policy, zone, monday)).toBe(at("2027-05-06T07:00"));
  expect(isReviewDue(policy, zone, monday - 1, monday)).toBe(true);
  expect(isReviewDue(policy, zone, monday, monday + 5)).toBe(false);
});
test("what was missed is made up once", () => {
  const later = at("2027-05-20T12:00");
  expect(isReviewDue(policy, zone, at("2027-05-03T07:00"), later)).toBe(true);
  expect(isReviewDue(policy, zone, later, later + 60_000)).toBe(false);
});
test("clock changes neither leave out a review nor double one", () => {
  const sundays = { ...policy, days: [7], at: "02:30" } as const;
  expect(reviewAfter(sundays, zone, at("2027-03-27T12:00"))).toBe(at("2027-03-28T03:30"));
  const first = reviewAfter(sundays, zone, at("2027-10-30T12:00"))!;
  expect(first).toBe(Temporal.Instant.from("2027-10-31T00:30:00Z").epochMilliseconds);
  expect(reviewAfter(sundays, zone, first)).toBe(at("2027-11-07T02:30"));
});
test("a policy without days is never reviewed", () => {
  const never = { ...policy, days: [] };
  expect(reviewAfter(never, zone, 0)).toBeNull();
  expect(isReviewDue(never, zone, 0, 1e12)).toBe(false);
});
