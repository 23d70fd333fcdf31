import { expect, test } from "vitest";
import { blockOf } from "./block.ts";

const free = {
  isSuspended: false,
  isBlocked: false,
  phaseIn: null,
  phaseOut: null,
  isHeld: false,
  today: "2027-03-28",
};

test("nothing keeps a location from ordering by itself", () => {
  expect(blockOf(free)).toBeNull();
});

test("a part is ordered from its first day on, and no more from its last", () => {
  expect(blockOf({ ...free, phaseIn: "2027-03-29" })).toBe("not-phased-in");
  expect(blockOf({ ...free, phaseIn: "2027-03-28" })).toBeNull();
  expect(blockOf({ ...free, phaseOut: "2027-03-28" })).toBe("phased-out");
  expect(blockOf({ ...free, phaseOut: "2027-03-29" })).toBeNull();
});

test("a part whose last day lies before its first is never ordered", () => {
  const never = { ...free, phaseIn: "2027-06-01", phaseOut: "2027-05-01" };
  for (const today of ["2027-04-30", "2027-05-15", "2027-06-02"])
    expect(blockOf({ ...never, today })).not.toBeNull();
});

test("of several reasons the one that lasts longest is told", () => {
  const all = { ...free, isSuspended: true, isBlocked: true, isHeld: true, phaseIn: "2027-04-01" };
  expect(blockOf({ ...all, phaseOut: "2027-01-01" })).toBe("phased-out");
  expect(blockOf(all)).toBe("part-blocked");
  expect(blockOf({ ...all, isBlocked: false })).toBe("not-phased-in");
  expect(blockOf({ ...free, isSuspended: true, isHeld: true })).toBe("suspended");
  expect(blockOf({ ...free, isHeld: true })).toBe("held");
});
