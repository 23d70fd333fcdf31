import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arrivedQuantity,
  canGrow,
  hasGoneOut,
  isOpen,
  type LifecycleOrder,
  type OrderEvent,
  type OrderEventKind,
  type OrderState,
  onOrder,
  orderStates,
  proposedOrder,
  transition,
} from "./order-lifecycle.ts";

const order = (state: OrderState, more: Partial<LifecycleOrder> = {}): LifecycleOrder => ({
  ...proposedOrder(100),
  state,
  ...more,
});
const event = (kind: OrderEventKind, more: object = {}) =>
  ({
    kind,
    at: 5,
    cause: "test",
    ...(kind === "grow" ? { quantity: 100 } : {}),
    ...(kind === "split" ? { deliveries: inTwo } : {}),
    ...more,
  }) as OrderEvent;
const inTwo = [
  { quantity: 70, date: "2027-02-01" },
  { quantity: 30, date: "2027-03-01" },
];
const after = (before: LifecycleOrder, ...events: OrderEvent[]): LifecycleOrder =>
  events.reduce((current, each) => {
    const result = transition(current, each);
    if ("refused" in result) throw new Error(`${each.kind}: ${result.refused}`);
    return result.order;
  }, before);

describe("the life of an order", () => {
  test("each step with its time and cause", () => {
    let current = order("proposed");
    const records: unknown[] = [];
    const steps = ["approve", "place", "dispatch", "confirm", "ship", "receive"] as const;
    steps.forEach((kind, index) => {
      const result = transition(current, { kind, at: index, cause: `because of ${kind}` });
      if ("refused" in result) throw new Error(result.refused);
      current = result.order;
      records.push(result.record);
    });
    expect(records).toMatchObject([
      { at: 0, state: "approved", cause: "because of approve" },
      { at: 1, state: "placed", cause: "because of place" },
      { at: 2, state: "dispatched", cause: "because of dispatch" },
      { at: 3, state: "confirmed", cause: "because of confirm" },
      { at: 4, state: "in-transit", cause: "because of ship" },
      { at: 5, state: "received", cause: "because of receive" },
    ]);
    expect(current).toMatchObject({
      quantity: 100,
      receivedQuantity: 100,
      placedAt: 1,
      dispatchedAt: 2,
      confirmedAt: 3,
      receivedAt: 5,
    });
  });
  const withSupplier: OrderState[] = ["placed", "dispatched", "confirmed", "in-transit", "partly-received"];
  const allowed: Record<OrderEventKind, OrderState[]> = {
    approve: ["proposed"],
    reject: ["proposed"],
    grow: ["proposed", "approved"],
    split: ["proposed", "approved", "placed"],
    place: ["approved"],
    recall: ["placed"],
    dispatch: ["placed"],
    confirm: withSupplier,
    ship: ["placed", "dispatched", "confirmed"],
    receive: withSupplier,
    cancel: ["proposed", "approved", ...withSupplier],
  };
  test.each(Object.keys(allowed) as OrderEventKind[])("%s happens only where it may", (kind) => {
    const possible = orderStates.filter(
      (state) => "order" in transition(order(state, { receivedQuantity: 1 }), event(kind)),
    );
    expect(possible).toEqual(allowed[kind]);
  });
  test("a closed order is never opened again, whatever happens", () => {
    const kinds = fc.constantFrom(...(Object.keys(allowed) as OrderEventKind[]));
    const more = fc.record(
      { quantity: fc.integer({ min: -2, max: 150 }), isLast: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, more), { maxLength: 15 }), (events) => {
        let current = order("proposed");
        let closed: OrderState | null = null;
        for (const [kind, changes] of events) {
          const result = transition(current, event(kind, changes));
          if ("order" in result) current = result.order;
          if (closed !== null) expect(current.state).toBe(closed);
          closed = isOpen(current.state) ? null : current.state;
        }
        if (closed !== null) expect(onOrder(current)).toBe(0);
        expect(onOrder(current)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  test("what else is on the order stays on it", () => {
    const result = transition({ ...order("proposed"), id: "a", note: "b" }, event("approve"));
    expect(result).toMatchObject({ order: { id: "a", note: "b", state: "approved" } });
  });
  test("it grows as long as nobody outside knows of it", () => {
    expect(orderStates.filter(canGrow)).toEqual(["proposed", "approved"]);
    expect(after(order("approved"), event("grow", { quantity: 120, isUrgent: true }))).toMatchObject({
      state: "approved",
      quantity: 120,
      isUrgent: true,
    });
    expect(transition(order("approved"), event("grow", { quantity: 99 }))).toEqual({ refused: "quantity" });
  });
  test("pieces of it can arrive once it has gone out", () => {
    expect(orderStates.filter(hasGoneOut)).toEqual([
      "dispatched",
      "confirmed",
      "in-transit",
      "partly-received",
    ]);
  });
});

describe("the supplier's confirmation", () => {
  test("may promise another quantity and a date; what is on order follows", () => {
    const confirmed = after(order("dispatched"), event("confirm", { quantity: 80, date: "2027-02-28" }));
    expect(confirmed).toMatchObject({ confirmedQuantity: 80, confirmedDate: "2027-02-28" });
    expect(onOrder(confirmed)).toBe(80);
  });
  test("may change the date later and keeps the quantity and the time of the first", () => {
    const first = after(order("dispatched"), event("confirm", { quantity: 80, date: "2027-02-28" }));
    expect(after(first, event("confirm", { date: "2027-03-05", at: 9 }))).toMatchObject({
      confirmedQuantity: 80,
      confirmedDate: "2027-03-05",
      confirmedAt: 5,
    });
  });
  const split = [
    { quantity: 40, date: "2027-03-05" },
    { quantity: 60, date: "2027-03-01" },
  ];
  test("may promise several deliveries, kept by day", () => {
    expect(after(order("dispatched"), event("confirm", { deliveries: split }))).toMatchObject({
      confirmedQuantity: 100,
      confirmedDate: "2027-03-05",
      deliveries: [split[1], split[0]],
    });
  });
  test("a single promise later stands for the several", () => {
    const confirmed = after(order("dispatched"), event("confirm", { deliveries: split }));
    expect(after(confirmed, event("confirm"))).toMatchObject({ deliveries: [split[1], split[0]] });
    expect(after(confirmed, event("confirm", { date: "2027-03-07" }))).toMatchObject({
      deliveries: [],
      confirmedQuantity: 100,
    });
  });
  test("on the way or in part there, it changes the promise and not the state", () => {
    expect(after(order("in-transit"), event("confirm", { date: "2027-03-05" })).state).toBe("in-transit");
    const part = after(order("dispatched"), event("receive", { quantity: 60 }));
    expect(after(part, event("confirm", { quantity: 90 })).state).toBe("partly-received");
    expect(after(part, event("confirm", { quantity: 60 })).state).toBe("received");
    expect(transition(part, event("confirm", { quantity: 50 }))).toEqual({ refused: "quantity" });
  });
  test.each([
    [{ quantity: 0 }, "quantity"],
    [{ quantity: -5 }, "quantity"],
    [{ quantity: 1.5 }, "quantity"],
    [{ date: "tomorrow" }, "date"],
    [{ date: "2027-02-30" }, "date"],
    [{ date: "2027-13-01" }, "date"],
    [{ deliveries: [] }, "deliveries"],
    [{ deliveries: [{ quantity: 0, date: "2027-03-01" }] }, "deliveries"],
    [{ deliveries: [{ quantity: 5, date: "2027-02-29" }] }, "date"],
  ])("%j is refused and changes nothing", (wrong, refused) => {
    expect(transition(order("dispatched"), event("confirm", wrong))).toEqual({ refused });
  });
});

describe("receipts by people", () => {
  test("in parts add up until all has come", () => {
    const part = after(order("confirmed"), event("receive", { quantity: 60, at: 6 }));
    expect(part).toMatchObject({ state: "partly-received", receivedQuantity: 60, receivedAt: 6 });
    expect(onOrder(part)).toBe(40);
    expect(after(part, event("receive", { quantity: 40, at: 7 }))).toMatchObject({
      state: "received",
      receivedQuantity: 100,
      receivedAt: 7,
    });
    expect(after(part, event("receive"))).toMatchObject({ state: "received", receivedQuantity: 100 });
  });
  test("the last one closes, though less came", () => {
    expect(after(order("confirmed"), event("receive", { quantity: 60, isLast: true }))).toMatchObject({
      state: "received",
      receivedQuantity: 60,
    });
    const part = after(order("confirmed"), event("receive", { quantity: 60, at: 6 }));
    expect(after(part, event("receive", { quantity: 0, isLast: true, at: 9 }))).toMatchObject({
      state: "received",
      receivedQuantity: 60,
      receivedAt: 6,
    });
    expect(after(part, event("cancel"))).toMatchObject({ state: "received", receivedQuantity: 60 });
  });
  test("more than ordered is taken as it is", () => {
    const over = after(order("confirmed"), event("receive", { quantity: 130 }));
    expect(over).toMatchObject({ state: "received", quantity: 100, receivedQuantity: 130 });
    expect(arrivedQuantity(over)).toBe(130);
  });
  test("more can be said to come, though all has", () => {
    const open = after(order("confirmed"), event("receive", { quantity: 100, isLast: false }));
    expect(open.state).toBe("partly-received");
    expect(onOrder(open)).toBe(0);
    expect(after(open, event("receive")).receivedQuantity).toBe(100);
  });
  test("the delivery note counts, where it says something else than the promise", () => {
    const shipped = after(order("confirmed"), event("ship", { quantity: 90 }));
    expect(onOrder(shipped)).toBe(90);
    expect(after(shipped, event("receive")).receivedQuantity).toBe(90);
  });
  test.each([[{ quantity: 0 }], [{ quantity: -1 }], [{ quantity: 2.5 }], [{ quantity: 0, isLast: true }]])(
    "%j is refused and changes nothing",
    (wrong) => {
      expect(transition(order("confirmed"), event("receive", wrong))).toEqual({ refused: "quantity" });
    },
  );
});

describe("an order that is asked for in two deliveries", () => {
  test("is promised like that when the supplier says nothing else, and grows in the last one", () => {
    const split = after(order("approved"), event("split"), event("grow", { quantity: 120 }));
    expect(split.deliveries).toEqual([inTwo[0], { quantity: 50, date: "2027-03-01" }]);
    const confirmed = after(split, event("place"), event("dispatch"), event("confirm"));
    expect(confirmed).toMatchObject({ confirmedQuantity: 120, confirmedDate: "2027-03-01" });
    expect(confirmed.deliveries).toHaveLength(2);
    expect(after(split, event("place"), event("confirm", { date: "2027-02-10" })).deliveries).toEqual([]);
  });
  test("adds up to what is ordered, on two days", () => {
    for (const deliveries of [
      [inTwo[0]!],
      [inTwo[0]!, inTwo[0]!],
      [inTwo[0]!, { quantity: 30, date: "soon" }],
      [],
    ])
      expect(transition(order("approved"), event("split", { deliveries }))).toHaveProperty("refused");
  });
  test("one that was not sent yet can be called back", () => {
    expect(after(order("placed", { placedAt: 3 }), event("recall"))).toMatchObject({
      state: "approved",
      placedAt: null,
    });
  });
});
