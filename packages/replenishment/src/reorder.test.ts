import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide, inventoryPosition, type Situation, validatePolicy } from "./reorder.ts";

const low: Situation = {
  position: 20,
  policy: { minimum: 40, maximum: 140 },
  part: { packSize: 20, minimumOrderQuantity: 20 },
  capacity: 140,
  onHand: 20,
  openOrder: false,
};

describe("min/max on the inventory position", () => {
  test("at the minimum it orders up to the maximum, and says why", () => {
    expect(decide({ ...low, position: 40, onHand: 40 })).toEqual({
      order: { quantity: 100, cause: "inventory position 40 at or below minimum 40, ordered up to 140" },
    });
  });
  test("above the minimum it does not", () => {
    expect(decide({ ...low, position: 41, onHand: 41 })).toEqual({ none: "above-minimum" });
  });
  test("what is on order counts, what is reserved does not", () => {
    expect(inventoryPosition({ onHand: 20, onOrder: 100, reserved: 30 })).toBe(90);
  });
  test("while an order is open there is no second one, however low the stock", () => {
    expect(decide({ ...low, onHand: 0, position: 0, openOrder: true })).toEqual({ none: "open-order" });
  });
  test("an unknown level orders nothing", () => {
    expect(decide({ ...low, position: null, onHand: null })).toEqual({ none: "level-unknown" });
  });
});

describe("quantities", () => {
  const quantity = (changes: Partial<Situation>) => {
    const decision = decide({ ...low, ...changes });
    return "order" in decision ? decision.order.quantity : decision.none;
  };
  test("are rounded up to whole packs where they fit", () => {
    expect(quantity({ part: { packSize: 50, minimumOrderQuantity: 1 }, capacity: 200 })).toBe(150);
  });
  test("reach the minimum order quantity, in whole packs", () => {
    expect(quantity({ part: { packSize: 50, minimumOrderQuantity: 130 }, capacity: 500 })).toBe(150);
  });
  test("never exceed what fits", () => {
    expect(quantity({ part: { packSize: 50, minimumOrderQuantity: 50 }, capacity: 140 })).toBe(100);
  });
  test("when not even the minimum order quantity fits, nothing is ordered", () => {
    expect(quantity({ part: { packSize: 1, minimumOrderQuantity: 130 } })).toBe("no-room");
    expect(quantity({ part: { packSize: 200, minimumOrderQuantity: 1 } })).toBe("no-room");
    expect(quantity({ part: { packSize: 200, minimumOrderQuantity: 0 } })).toBe("no-room");
  });
  test("a policy without room between minimum and maximum orders nothing", () => {
    expect(quantity({ policy: { minimum: 40, maximum: 40 } })).toBe("invalid-policy");
    expect(quantity({ policy: { minimum: Number.NaN, maximum: 40 } })).toBe("invalid-policy");
  });
  test("whatever the numbers: whole packs, at least the minimum order, never more than fits, always a cause", () => {
    const count = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.record({
          onHand: count(500),
          onOrder: count(200),
          reserved: count(100),
          minimum: count(300),
          maximum: count(500),
          packSize: fc.integer({ min: 1, max: 60 }),
          minimumOrderQuantity: count(200),
          capacity: count(600),
        }),
        ({ onHand, onOrder, reserved, minimum, maximum, packSize, minimumOrderQuantity, capacity }) => {
          const position = inventoryPosition({ onHand, onOrder, reserved });
          const decision = decide({
            position,
            policy: { minimum, maximum },
            part: { packSize, minimumOrderQuantity },
            capacity,
            onHand,
            openOrder: false,
          });
          if (!("order" in decision)) return;
          const { quantity: ordered, cause } = decision.order;
          expect(position).toBeLessThanOrEqual(minimum);
          expect(ordered % packSize).toBe(0);
          expect(ordered).toBeGreaterThan(0);
          expect(ordered).toBeGreaterThanOrEqual(minimumOrderQuantity);
          expect(onHand + ordered).toBeLessThanOrEqual(capacity);
          expect(cause).not.toBe("");
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a policy is refused with the field named", () => {
  test.each([
    [{ minimum: -1, maximum: 10 }, "minimum"],
    [{ minimum: 1.5, maximum: 10 }, "minimum"],
    [{ minimum: 10, maximum: 10 }, "minimum"],
    [{ minimum: 1, maximum: 101 }, "maximum"],
    [{ minimum: 0, maximum: 0 }, "maximum"],
  ])("%j", (policy, field) => {
    expect(validatePolicy(policy, 100).map((problem) => problem.field)).toEqual([field]);
  });
  test("a sound one is not", () => {
    expect(validatePolicy({ minimum: 0, maximum: 100 }, 100)).toEqual([]);
  });
});
