import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockOf } from "./block.ts";
import { type LifecycleOrder, type OrderEvent, proposedOrder, transition } from "./order-lifecycle.ts";
import { allocate, availableToPromise, isSourceCircular, reservedAtSource } from "./transfer.ts";

const transfer = (quantity: number, changes: Partial<LifecycleOrder> = {}): LifecycleOrder => ({
  ...proposedOrder(quantity),
  state: "placed",
  placedAt: 1,
  ...changes,
});
const after = (order: LifecycleOrder, event: Partial<OrderEvent>): LifecycleOrder => {
  const result = transition(order, { at: 5, cause: "test", ...event } as OrderEvent);
  if ("refused" in result) throw new Error(result.refused);
  return result.order;
};

describe("a transfer reserves at its source", () => {
  test("from its placing until it ships", () => {
    const approved = { ...proposedOrder(60), state: "approved" as const };
    expect(reservedAtSource(approved)).toBe(0);
    const placed = after(approved, { kind: "place" });
    expect(reservedAtSource(placed)).toBe(60);
    expect(reservedAtSource(after(placed, { kind: "cancel" }))).toBe(0);
    const shipped = after(placed, { kind: "ship" });
    expect(reservedAtSource(shipped)).toBe(0);
    expect(reservedAtSource(after(shipped, { kind: "receive", quantity: 20 }))).toBe(0);
  });
  test("less once a part of it was taken without saying so", () => {
    expect(reservedAtSource(after(transfer(60), { kind: "receive", quantity: 20 }))).toBe(40);
  });
  test("what is left can be promised", () => {
    expect(availableToPromise({ onHand: 100, reserved: 60 })).toBe(40);
    expect(availableToPromise({ onHand: 40, reserved: 60 })).toBe(0);
    expect(availableToPromise({ onHand: null, reserved: 0 })).toBe(0);
  });
});

describe("a shortage is shared", () => {
  test("urgent ones first, then the oldest, in whole packs", () => {
    const [old, recent, urgent] = [
      transfer(40, { placedAt: 1 }),
      transfer(40, { placedAt: 2 }),
      transfer(40, { placedAt: 3, isUrgent: true }),
    ];
    const picks = allocate([recent, urgent, old], 95, () => 10);
    expect(picks).toEqual([
      { order: urgent, quantity: 40, isShort: false },
      { order: old, quantity: 40, isShort: false },
      { order: recent, quantity: 10, isShort: true },
    ]);
  });
  test("one picked short ships with what there is, and is no longer waited for", () => {
    const short = after(transfer(40), { kind: "ship", quantity: 10 });
    expect(after(short, { kind: "receive" })).toMatchObject({ state: "received", receivedQuantity: 10 });
  });
  test("never more is picked than there is or than was ordered", () => {
    const transfers = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 100 }), placedAt: fc.nat(9), isUrgent: fc.boolean() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        transfers,
        fc.integer({ min: -20, max: 400 }),
        fc.integer({ min: 1, max: 12 }),
        (all, available, pack) => {
          const picks = allocate(
            all.map(({ quantity, ...rest }) => transfer(quantity, rest)),
            available,
            () => pack,
          );
          const total = picks.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(total).toBeLessThanOrEqual(Math.max(0, available));
          for (const { order, quantity, isShort } of picks) {
            expect(quantity).toBeLessThanOrEqual(order.quantity);
            expect(isShort).toBe(quantity < order.quantity);
            if (isShort) expect(quantity % pack).toBe(0);
          }
        },
      ),
    );
  });
});

test("locations that refill each other are found", () => {
  const sources: Record<string, string | null> = { a: "b", b: "c", c: null, x: "y", y: "x", z: "x", s: "s" };
  const isCircular = (id: string) => isSourceCircular(id, (each) => sources[each] ?? null);
  expect(["a", "b", "c", "x", "z", "s"].filter(isCircular)).toEqual(["x", "z", "s"]);
});

describe("what keeps a location from ordering", () => {
  const free = {
    isSuspended: false,
    isBlocked: false,
    phaseIn: null,
    phaseOut: null,
    isHeld: false,
    today: "2027-05-03",
  };
  test("nothing, as a rule", () => {
    expect(blockOf(free)).toBeNull();
    expect(blockOf({ ...free, phaseIn: "2027-05-03", phaseOut: "2027-05-04" })).toBeNull();
  });
  test.each([
    [{ phaseOut: "2027-05-03" }, "phased-out"],
    [{ phaseIn: "2027-05-04" }, "not-phased-in"],
    [{ isBlocked: true }, "part-blocked"],
    [{ isSuspended: true }, "suspended"],
    [{ isHeld: true }, "held"],
    [{ isHeld: true, isBlocked: true, phaseOut: "2027-01-01" }, "phased-out"],
  ])("%j", (changes, block) => {
    expect(blockOf({ ...free, ...changes })).toBe(block);
  });
});
