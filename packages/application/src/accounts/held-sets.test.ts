import { randomBytes } from "node:crypto";
import { emptyTrail, noQuota } from "@refill/database";
import { ringSealer, SealerWiped } from "@refill/vault";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HeldSets } from "./held-sets.ts";
import { WorkingSet } from "./working-set.ts";

const minute = 60_000;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function openSet(accountId: string, bytes = 1_000): WorkingSet {
  const sealer = ringSealer({
    scope: accountId,
    generation: 1,
    keys: new Map([[1, randomBytes(32)]]),
    lookupKey: randomBytes(32),
  });
  const set = new WorkingSet({
    accountId,
    customerName: accountId,
    region: "EU",
    state: "active",
    quota: noQuota,
    isDemonstration: false,
    isService: false,
    sealer,
    revision: 1,
    auditHead: emptyTrail,
  });
  set.bytes = bytes;
  return set;
}

test("an account that nobody uses leaves the memory, and its keys are overwritten soon after", async () => {
  const held = new HeldSets({ bytes: 1e9, idleMs: 10 * minute });
  const [idle, busy] = [openSet("idle"), openSet("busy")];
  held.put(idle);
  held.put(busy);
  for (let passed = 0; passed < 11; passed++) {
    await vi.advanceTimersByTimeAsync(minute);
    held.get("busy");
  }
  expect([held.get("idle"), held.get("busy")?.set]).toEqual([undefined, busy]);
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(() => idle.sealer.seal("part", "1", {})).toThrow(SealerWiped);
  expect(busy.sealer.seal("part", "1", {}).length).toBeGreaterThan(0);
  held.close();
  expect(() => busy.sealer.seal("part", "1", {})).toThrow(SealerWiped);
});

test("accounts in memory stay within their bound: those not used for longest leave first, the one just asked for stays", async () => {
  const held = new HeldSets({ bytes: 10_000, idleMs: 60 * minute });
  for (let n = 0; n < 30; n++) {
    held.put(openSet(`account-${n}`));
    await vi.advanceTimersByTimeAsync(1_000);
    held.get("account-0");
  }
  expect(held.size()).toEqual({ accounts: 10, bytes: 10_000 });
  expect(held.get("account-0")).toBeDefined();
  expect(held.get("account-1")).toBeUndefined();
  held.put(openSet("huge", 50_000));
  expect(held.size()).toEqual({ accounts: 1, bytes: 50_000 });
  held.close();
});
