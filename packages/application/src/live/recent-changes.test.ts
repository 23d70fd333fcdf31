import { expect, test } from "vitest";
import { RecentChanges } from "./recent-changes.ts";

const limits = { records: 3, bytes: 10_000, idleMs: 60_000 };

test("what changed after a revision is given once each, the latest last", () => {
  const recent = new RecentChanges(limits);
  recent.begin("a", 5);
  recent.add("a", 6, ["site 1"]);
  recent.add("a", 7, ["site 2"]);
  recent.add("a", 8, ["site 1"]);
  expect(recent.since("a", 5)).toEqual(["site 2", "site 1"]);
  expect(recent.since("a", 7)).toEqual(["site 1"]);
  expect(recent.since("a", 8)).toEqual([]);
  expect([recent.since("a", 4), recent.since("a", 9), recent.since("b", 5)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what time brought about is given to who is at the same revision, too", () => {
  const recent = new RecentChanges(limits);
  recent.begin("a", 5);
  recent.addUnrevised("a", ["device 1"]);
  expect(recent.since("a", 5)).toEqual(["device 1"]);
  recent.add("a", 6, []);
  expect(recent.since("a", 6)).toEqual([]);
});

test("a gap in the revisions, and more records than are remembered, leave nothing to go on from", () => {
  const recent = new RecentChanges(limits);
  recent.begin("a", 5);
  expect(recent.add("a", 7, ["site 1"])).toBe(false);
  expect([recent.since("a", 5), recent.since("a", 7)]).toEqual([undefined, []]);
  recent.add("a", 8, ["site 1"]);
  recent.add("a", 9, ["site 2", "site 3", "site 4"]);
  expect(recent.since("a", 7)).toBeUndefined();
  expect(recent.since("a", 8)).toEqual(["site 2", "site 3", "site 4"]);
});

test("of too much memory, accounts without readers are forgotten first", () => {
  const recent = new RecentChanges({ records: 100, bytes: 2_000, idleMs: 60_000 });
  for (const account of ["read", "left"]) {
    recent.begin(account, 1);
    recent.add(account, 2, ["site 1", "site 2", "site 3"]);
  }
  recent.end("left");
  recent.begin("more", 1);
  recent.tidy();
  expect([recent.has("left"), recent.has("read"), recent.since("read", 1)?.length]).toEqual([false, true, 3]);
  expect(recent.bytes()).toBeLessThanOrEqual(2_000);
});

test("after its time, an account without readers is forgotten", () => {
  const recent = new RecentChanges({ ...limits, idleMs: -1 });
  recent.begin("a", 5);
  recent.tidy();
  expect(recent.has("a")).toBe(true);
  recent.end("a");
  recent.tidy();
  expect(recent.has("a")).toBe(false);
});
