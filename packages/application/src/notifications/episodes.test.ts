import { setTimeout } from "node:timers/promises";
import type { Sealer } from "@refill/vault";
import { expect, test } from "vitest";
import { AccountChange } from "../accounts/account-change.ts";
import { systemActor } from "../accounts/actor.ts";
import { WorkingSet } from "../accounts/working-set.ts";
import { forgetOld, hasOld, keptMs, type Raised, raise, raisedBy, resolve } from "./episodes.ts";
import { kindOf } from "./kinds.ts";

/** An account in memory whose changes are committed at the times that a test says. */
function account() {
  const set = new WorkingSet({
    accountId: "account",
    customerName: "Acme",
    region: "EU",
    state: "active",
    quota: { devices: null, requestsPerMinute: null, storageMb: null },
    isDemonstration: false,
    isService: false,
    sealer: {} as Sealer,
    revision: 0,
    auditHead: { sequence: 0, hash: Buffer.alloc(32) },
  });
  return {
    set,
    /** Gives how many were told with it. */
    at(time: number, work: (change: AccountChange) => void): number {
      const change = new AccountChange(set, systemActor, time);
      work(change);
      const told = raisedBy(change).length;
      for (const [id, notification] of change.overlay.notification)
        if (notification) set.set("notification", notification);
        else set.delete("notification", id);
      set.revision += 1;
      return told;
    },
  };
}

const empty = (id = "a"): Raised => ({
  kind: "location-empty",
  subject: { kind: "location", id, name: id },
  siteId: null,
  facts: {},
});
const rearmMs = kindOf("location-empty").rearmMs;

test("while its reason lasts it is told once", () => {
  const { at, set } = account();
  expect(at(1, (change) => raise(change, empty()))).toBe(1);
  expect(at(2, (change) => raise(change, empty()))).toBe(0);
  expect([...set.all("notification")]).toMatchObject([{ raisedAt: 1, raisedIn: 1, resolvedAt: null }]);
});

test("what comes and goes is told once, and again only after it was over for its time", () => {
  const { at, set } = account();
  let now = 1;
  at(now, (change) => raise(change, empty()));
  for (let times = 1; times <= 5; times++) {
    now += 60_000;
    at(now, (change) => resolve(change, "location-empty", "a"));
    now += rearmMs - 1;
    expect(at(now, (change) => raise(change, empty()))).toBe(0);
  }
  expect([...set.all("notification")]).toMatchObject([{ returned: 5, resolvedAt: null }]);
  at(now, (change) => resolve(change, "location-empty", "a"));
  expect(at(now + rearmMs, (change) => raise(change, empty()))).toBe(1);
  expect(set.records.notification.size).toBe(2);
});

test("of several of one subject the last one counts, whatever order they are read in", async () => {
  const { at, set } = account();
  at(1, (change) => raise(change, empty()));
  at(2, (change) => resolve(change, "location-empty", "a"));
  // Ids of the same millisecond have no order; in truth hours lie between the two.
  await setTimeout(2);
  at(rearmMs + 3, (change) => raise(change, empty()));
  const again = account();
  const stored = [...set.all("notification")].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const notification of stored) again.set.set("notification", notification);
  again.at(rearmMs + 4, (change) => resolve(change, "location-empty", "a"));
  expect([...again.set.all("notification")].every(({ resolvedAt }) => resolvedAt !== null)).toBe(true);
});

test("one kind and subject does not hold up another, and what only happens is told each time", () => {
  const { at } = account();
  const joined: Raised = {
    kind: "member-joined",
    subject: { kind: "member", id: "m", name: "Eva" },
    siteId: null,
    facts: {},
  };
  expect(at(1, (change) => raise(change, empty("a")))).toBe(1);
  expect(at(2, (change) => raise(change, empty("b")))).toBe(1);
  expect(at(3, (change) => raise(change, { ...empty("a"), kind: "level-unknown" }))).toBe(1);
  expect(at(4, (change) => raise(change, joined))).toBe(1);
  expect(at(5, (change) => raise(change, joined))).toBe(1);
});

test("what is over is forgotten after 30 days, and what lasts never", () => {
  const { at, set } = account();
  at(1, (change) => raise(change, empty("a")));
  at(1, (change) => raise(change, empty("b")));
  at(2, (change) => resolve(change, "location-empty", "a"));
  expect([hasOld(set, 1 + keptMs), hasOld(set, 2 + keptMs)]).toEqual([false, true]);
  at(2 + keptMs, (change) => expect(forgetOld(change, 10)).toBe(1));
  expect([...set.all("notification")].map(({ subject }) => subject.id)).toEqual(["b"]);
});

test("at most two thousand that are over are kept", () => {
  const { at, set } = account();
  for (let batch = 0; batch < 6; batch++) {
    const ids = Array.from({ length: 500 }, (_, n) => `${batch}-${n}`);
    at(batch * 10 + 1, (change) => {
      for (const id of ids) raise(change, empty(id));
    });
    at(batch * 10 + 2, (change) => {
      for (const id of ids) resolve(change, "location-empty", id);
    });
  }
  expect(set.records.notification.size).toBeLessThanOrEqual(2_500);
  // The oldest left.
  expect([...set.all("notification")].some(({ subject }) => subject.id === "0-0")).toBe(false);
});
