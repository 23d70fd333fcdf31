import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, decide, inventoryPosition, type Situation } from "./decide.ts";
import { orderUpToOf, type Policy, reorderPointOf } from "./policy.ts";
import { orderUnit } from "./supply.ts";

const hour = 3_600_000;
const low: Situation = {
  at: 1_000 * hour,
  onHand: 20,
  onOrder: 0,
  reserved: 0,
  policy: { kind: "min-max", minimum: 40, maximum: 140 },
  safetyStock: 0,
  supply: { packSize: 20, minimumOrderQuantity: 20, orderMultiple: 1 },
  capacity: 140,
  openOrder: null,
  lastOrderedAt: null,
  minimumHoursBetweenOrders: 0,
  signal: false,
  isReview: false,
  block: null,
};
const single = { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 };

/** The quantity, or why there is none. */
const quantity = (changes: Partial<Situation>) => {
  const decision = decide({ ...low, ...changes });
  if ("order" in decision) return decision.order.quantity;
  return "grow" in decision ? `to ${decision.grow.quantity}` : decision.none;
};
const cause = (changes: Partial<Situation>) => {
  const decision = decide({ ...low, ...changes });
  return "order" in decision ? decision.order.cause : decision;
};

describe("min/max on the inventory position", () => {
  test("at the minimum it orders up to the maximum, and says why", () => {
    expect(decide({ ...low, onHand: 40 })).toMatchObject({
      order: {
        quantity: 100,
        isUrgent: false,
        cause: "inventory position 40 at or below minimum 40, ordered up to 140",
      },
    });
  });
  test("above the minimum it does not", () => {
    expect(quantity({ onHand: 41 })).toBe("above-reorder-point");
  });
  test("what is on order counts, what is reserved does not", () => {
    expect(inventoryPosition({ onHand: 20, onOrder: 100, reserved: 30 })).toBe(90);
    expect(quantity({ onHand: 60, reserved: 20, supply: single })).toBe(80);
  });
  test("an unknown level orders nothing", () => {
    expect(quantity({ onHand: null })).toBe("level-unknown");
  });
});

describe("reorder point with a fixed quantity", () => {
  const policy: Policy = { kind: "reorder-point", reorderPoint: 50, quantity: 40 };
  test("orders the quantity", () => {
    expect(quantity({ policy, onHand: 50, supply: single })).toBe(40);
    expect(quantity({ policy, onHand: 51, supply: single })).toBe("above-reorder-point");
  });
  test("orders as many times the quantity as lift the position above the reorder point", () => {
    expect(quantity({ policy, onHand: 10, supply: single })).toBe(80);
    expect(cause({ policy, onHand: 10, supply: single })).toBe(
      "inventory position 10 at or below reorder point 50, ordered 2 × 40",
    );
  });
});

describe("periodic review", () => {
  const policy: Policy = { kind: "periodic", reorderPoint: 60, maximum: 140, days: [1, 4], at: "07:00" };
  test("orders up to the maximum at a review, and not between two", () => {
    expect(quantity({ policy, onHand: 60, isReview: true })).toBe(80);
    expect(quantity({ policy, onHand: 60 })).toBe("no-review");
    expect(quantity({ policy, onHand: 61, isReview: true })).toBe("above-reorder-point");
  });
  test("below the safety stock it does not wait for the review", () => {
    expect(decide({ ...low, policy, onHand: 19, safetyStock: 20 })).toMatchObject({
      order: { quantity: 120, isUrgent: true },
    });
  });
});

describe("kanban and two bins", () => {
  const kanban: Policy = { kind: "kanban", cards: 7, piecesPerCard: 20 };
  test("each emptied container is ordered, one that is in use is not", () => {
    expect(quantity({ policy: kanban, onHand: 121 })).toBe("above-reorder-point");
    expect(quantity({ policy: kanban, onHand: 120 })).toBe(20);
    expect(quantity({ policy: kanban, onHand: 75 })).toBe(60);
    expect(cause({ policy: kanban, onHand: 75 })).toBe("3 of 7 containers emptied, ordered 3 × 20");
  });
  test("never more cards than there are, however much is reserved", () => {
    expect(quantity({ policy: kanban, onHand: 0, reserved: 500, capacity: 1_000 })).toBe(140);
  });
  test("an emptied bin is ordered while the other one is used", () => {
    const policy: Policy = { kind: "two-bin", piecesPerBin: 70 };
    expect(quantity({ policy, onHand: 140, supply: single })).toBe("above-reorder-point");
    expect(quantity({ policy, onHand: 70, supply: single })).toBe(70);
    expect(quantity({ policy, onHand: 0, supply: single })).toBe(140);
    expect(cause({ policy, onHand: 70, supply: single })).toBe("one bin emptied, ordered 70");
  });
});

describe("button or card", () => {
  const policy: Policy = { kind: "event", quantity: 40 };
  test("orders its quantity when it was used, whatever the level", () => {
    expect(quantity({ policy, onHand: 0 })).toBe("no-signal");
    expect(quantity({ policy, onHand: 100, signal: true })).toBe(40);
    expect(quantity({ policy, onHand: 101, signal: true })).toBe(20);
  });
});

describe("quantities", () => {
  test("are rounded up to whole packs where they fit", () => {
    const supply = { packSize: 50, minimumOrderQuantity: 1, orderMultiple: 1 };
    expect(quantity({ supply, capacity: 200 })).toBe(150);
    expect(cause({ supply, capacity: 200 })).toContain("ordered up to 140, rounded up to 150");
  });
  test("reach the minimum order quantity, in whole packs", () => {
    expect(
      quantity({ supply: { packSize: 50, minimumOrderQuantity: 130, orderMultiple: 1 }, capacity: 500 }),
    ).toBe(150);
  });
  test("are a multiple of pack and order multiple", () => {
    const supply = { packSize: 20, minimumOrderQuantity: 0, orderMultiple: 30 };
    expect(orderUnit(supply)).toBe(60);
    expect(quantity({ supply, capacity: 500 })).toBe(120);
  });
  test("never exceed what fits", () => {
    const supply = { packSize: 50, minimumOrderQuantity: 50, orderMultiple: 1 };
    expect(quantity({ supply })).toBe(100);
    expect(cause({ supply })).toContain("no more than fits (140)");
  });
  test("reserved pieces take their room until they are gone", () => {
    expect(quantity({ onHand: 130, reserved: 120, supply: single })).toBe(10);
  });
  test.each([
    [{ packSize: 1, minimumOrderQuantity: 130, orderMultiple: 1 }],
    [{ packSize: 200, minimumOrderQuantity: 1, orderMultiple: 1 }],
    [{ packSize: 200, minimumOrderQuantity: 0, orderMultiple: 1 }],
    [{ packSize: 11, minimumOrderQuantity: 0, orderMultiple: 13 }],
  ])("when not even the smallest order fits, nothing is ordered: %j", (supply) => {
    expect(quantity({ supply })).toBe("no-room");
  });
});

describe("at most one open signal", () => {
  const open = { quantity: 60, canGrow: false, isUrgent: false };
  test("there is no second one, however low the stock", () => {
    expect(quantity({ onHand: 0, onOrder: 60, openOrder: open })).toBe("open-order");
  });
  test("one that has not gone out grows with the need, and never shrinks", () => {
    const openOrder = { ...open, canGrow: true };
    expect(quantity({ onHand: 20, onOrder: 60, openOrder })).toBe("to 120");
    expect(quantity({ onHand: 40, onOrder: 100, openOrder: { ...openOrder, quantity: 100 } })).toBe(
      "open-order",
    );
    expect(quantity({ onHand: 90, onOrder: 60, openOrder })).toBe("open-order");
    expect(quantity({ onHand: 140, onOrder: 60, openOrder })).toBe("open-order");
  });
  test("and becomes urgent when the safety stock is touched", () => {
    const openOrder = { quantity: 120, canGrow: true, isUrgent: false };
    expect(decide({ ...low, onOrder: 120, openOrder, safetyStock: 21 })).toMatchObject({
      grow: { quantity: 120, isUrgent: true },
    });
    expect(quantity({ onOrder: 120, openOrder: { ...openOrder, isUrgent: true }, safetyStock: 21 })).toBe(
      "open-order",
    );
  });
});

describe("urgent", () => {
  test("is what leaves less available than the safety stock", () => {
    expect(decide({ ...low, safetyStock: 20 })).toMatchObject({ order: { isUrgent: false } });
    expect(decide({ ...low, safetyStock: 20, reserved: 1 })).toMatchObject({ order: { isUrgent: true } });
    expect(cause({ safetyStock: 20, reserved: 1 })).toContain("urgent: 19 available, safety stock 20");
  });
});

describe("minimum time between orders", () => {
  const between = { minimumHoursBetweenOrders: 8 };
  test("holds back, urgent or not", () => {
    expect(quantity({ ...between, lastOrderedAt: low.at - 8 * hour + 1 })).toBe("too-soon");
    expect(quantity({ ...between, lastOrderedAt: low.at - hour, safetyStock: 100 })).toBe("too-soon");
    expect(quantity({ ...between, lastOrderedAt: low.at - 8 * hour })).toBe(120);
  });
  test("an order of a clock that was wrong does not hold back for years", () => {
    expect(quantity({ ...between, lastOrderedAt: low.at + 20_000 * hour })).toBe(120);
    expect(quantity({ ...between, lastOrderedAt: low.at + hour })).toBe("too-soon");
  });
});

describe("nothing is ordered", () => {
  const blocks: Block[] = ["part-blocked", "phased-out", "not-phased-in", "suspended", "held"];
  test.each(blocks)("while the location is %s, also when it is empty or unknown", (block) => {
    expect(quantity({ block, onHand: 0 })).toBe(block);
    expect(quantity({ block, onHand: null })).toBe(block);
  });
  const policies: Policy[] = [
    { kind: "min-max", minimum: 40, maximum: 40 },
    { kind: "min-max", minimum: Number.NaN, maximum: 40 },
    { kind: "min-max", minimum: -1, maximum: 40 },
    { kind: "reorder-point", reorderPoint: 40, quantity: 0 },
    { kind: "reorder-point", reorderPoint: 40, quantity: -5 },
    { kind: "kanban", cards: 0, piecesPerCard: 20 },
    { kind: "kanban", cards: 3, piecesPerCard: 0.5 },
    { kind: "two-bin", piecesPerBin: 0 },
    { kind: "event", quantity: 0 },
  ];
  test.each(policies)("by a policy that makes no sense: %j", (policy) => {
    expect(quantity({ policy, signal: true, isReview: true })).toBe("invalid-policy");
  });
  test.each([
    [{ onHand: -1 }],
    [{ onHand: Number.NaN }],
    [{ onHand: 1.5 }],
    [{ onOrder: -20 }],
    [{ reserved: -20 }],
    [{ capacity: Number.POSITIVE_INFINITY }],
    [{ safetyStock: -1 }],
  ])("on impossible figures: %j", (wrong) => {
    expect(quantity(wrong)).toBe("invalid-figures");
  });
  test.each([
    [{ packSize: 0, minimumOrderQuantity: 0, orderMultiple: 1 }],
    [{ packSize: 1, minimumOrderQuantity: -1, orderMultiple: 1 }],
    [{ packSize: 1, minimumOrderQuantity: 0, orderMultiple: 0 }],
    [{ packSize: 2.5, minimumOrderQuantity: 0, orderMultiple: 1 }],
  ])("in impossible packs: %j", (supply) => {
    expect(quantity({ supply })).toBe("invalid-supply");
  });
});

const count = (max: number) => fc.integer({ min: 0, max });
const from1 = (max: number) => fc.integer({ min: 1, max });
const policies: fc.Arbitrary<Policy> = fc.oneof(
  fc.record({ kind: fc.constant("min-max" as const), minimum: count(300), maximum: count(500) }),
  fc.record({ kind: fc.constant("reorder-point" as const), reorderPoint: count(300), quantity: count(200) }),
  fc.record({
    kind: fc.constant("periodic" as const),
    reorderPoint: count(300),
    maximum: count(500),
    days: fc.constant([1 as const]),
    at: fc.constant("06:00"),
  }),
  fc.record({ kind: fc.constant("kanban" as const), cards: count(10), piecesPerCard: count(60) }),
  fc.record({ kind: fc.constant("two-bin" as const), piecesPerBin: count(200) }),
  fc.record({ kind: fc.constant("event" as const), quantity: count(200) }),
);
const situations = fc.record<Situation>({
  at: fc.constant(low.at),
  onHand: fc.option(count(500), { freq: 20 }),
  onOrder: count(200),
  reserved: count(100),
  policy: policies,
  safetyStock: count(100),
  supply: fc.record({ packSize: from1(60), minimumOrderQuantity: count(200), orderMultiple: from1(6) }),
  capacity: count(600),
  openOrder: fc.option(fc.record({ quantity: from1(200), canGrow: fc.boolean(), isUrgent: fc.boolean() }), {
    freq: 1,
  }),
  lastOrderedAt: fc.constant(null),
  minimumHoursBetweenOrders: count(10),
  signal: fc.boolean(),
  isReview: fc.boolean(),
  block: fc.constant(null),
});

describe("whatever the numbers", () => {
  test("an order is whole units, at least the minimum order, fits, has a need and a cause", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const decision = decide(situation);
        if (!("order" in decision)) return;
        const { onHand, onOrder, reserved, policy, supply } = situation;
        const position = inventoryPosition({ onHand: onHand!, onOrder, reserved });
        expect(situation.openOrder).toBeNull();
        if (policy.kind !== "event") expect(position).toBeLessThanOrEqual(reorderPointOf(policy));
        const { quantity: ordered } = decision.order;
        expect(ordered % supply.packSize).toBe(0);
        expect(ordered % supply.orderMultiple).toBe(0);
        expect(ordered).toBeGreaterThan(0);
        expect(ordered).toBeGreaterThanOrEqual(supply.minimumOrderQuantity);
        expect(onHand! + onOrder + ordered).toBeLessThanOrEqual(situation.capacity);
        const target = Math.max(orderUpToOf(policy) - position, orderUpToOf(policy));
        const largest = Math.max(
          policy.kind === "event" ? policy.quantity : target,
          supply.minimumOrderQuantity,
        );
        expect(ordered).toBeLessThan(largest + orderUnit(supply));
        expect(decision.order.cause).not.toBe("");
      }),
      { numRuns: 3000 },
    );
  });
  test("an open order never shrinks, and grows no further than a new one would be", () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { openOrder } = situation;
        const decision = decide(situation);
        if (!("grow" in decision)) return;
        expect(openOrder?.canGrow).toBe(true);
        expect(decision.grow.quantity).toBeGreaterThanOrEqual(openOrder!.quantity);
        const without = decide({
          ...situation,
          openOrder: null,
          onOrder: Math.max(0, situation.onOrder - openOrder!.quantity),
        });
        if (decision.grow.quantity > openOrder!.quantity)
          expect(without).toMatchObject({ order: { quantity: decision.grow.quantity } });
      }),
      { numRuns: 3000 },
    );
  });
});
