import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isOpen,
  type LifecycleOrder,
  type OrderEvent,
  type OrderState,
  onOrder,
  receiveByRefill,
  transition,
} from "./order-lifecycle.ts";

const order = (state: OrderState, more: Partial<LifecycleOrder> = {}): LifecycleOrder => ({
  state,
  quantity: 100,
  confirmedQuantity: null,
  confirmedDate: null,
  receivedQuantity: null,
  ...more,
});
const event = (kind: OrderEvent["kind"], more: object = {}) =>
  ({ kind, at: 5, cause: "test", ...more }) as OrderEvent;

describe("the life of an order", () => {
  test("proposed → placed → dispatched → confirmed → received, each step with its time and cause", () => {
    let current = order("proposed");
    const records: unknown[] = [];
    const steps = ["place", "dispatch", "confirm", "receive"] as const;
    steps.forEach((kind, index) => {
      const result = transition(current, { kind, at: index, cause: `because of ${kind}` });
      if ("refused" in result) throw new Error(result.refused);
      current = result.order;
      records.push(result.record);
    });
    expect(records).toEqual([
      { at: 0, state: "placed", cause: "because of place" },
      { at: 1, state: "dispatched", cause: "because of dispatch" },
      { at: 2, state: "confirmed", cause: "because of confirm" },
      { at: 3, state: "received", cause: "because of receive" },
    ]);
    expect(current).toMatchObject({ state: "received", quantity: 100, receivedQuantity: 100 });
  });
  const allowed: Record<OrderEvent["kind"], OrderState[]> = {
    place: ["proposed"],
    dispatch: ["placed"],
    confirm: ["placed", "dispatched", "confirmed"],
    receive: ["placed", "dispatched", "confirmed"],
    cancel: ["proposed", "placed", "dispatched", "confirmed"],
  };
  const states: OrderState[] = ["proposed", "placed", "dispatched", "confirmed", "received", "cancelled"];
  test.each(Object.keys(allowed) as OrderEvent["kind"][])("%s happens only where it may", (kind) => {
    const possible = states.filter((state) => "order" in transition(order(state), event(kind)));
    expect(possible).toEqual(allowed[kind]);
  });
  test("a closed order is never opened again, whatever happens", () => {
    const kinds = fc.constantFrom("place", "dispatch", "confirm", "receive", "cancel");
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 12 }), (events) => {
        let current = order("proposed");
        let closed = false;
        for (const kind of events) {
          const result = transition(current, event(kind as OrderEvent["kind"]));
          if (closed) expect(result).toEqual({ refused: "closed" });
          if ("order" in result) current = result.order;
          closed = !isOpen(current.state);
        }
        if (closed) expect(onOrder(current)).toBe(0);
      }),
    );
  });
  test("what else is on the order stays on it", () => {
    const result = transition({ ...order("proposed"), id: "a", note: "b" }, event("place"));
    expect(result).toMatchObject({ order: { id: "a", note: "b", state: "placed" } });
  });
});

describe("the supplier's confirmation", () => {
  test("may promise another quantity and a date; what is on order follows", () => {
    const result = transition(order("dispatched"), event("confirm", { quantity: 80, date: "2027-02-28" }));
    expect(result).toMatchObject({ order: { confirmedQuantity: 80, confirmedDate: "2027-02-28" } });
    if ("order" in result) expect(onOrder(result.order)).toBe(80);
  });
  test("may change the date later and keeps the quantity", () => {
    const confirmed = order("confirmed", { confirmedQuantity: 80, confirmedDate: "2027-02-28" });
    expect(transition(confirmed, event("confirm", { date: "2027-03-05" }))).toMatchObject({
      order: { confirmedQuantity: 80, confirmedDate: "2027-03-05" },
    });
  });
  test.each([
    [{ quantity: 0 }, "quantity"],
    [{ quantity: -5 }, "quantity"],
    [{ quantity: 1.5 }, "quantity"],
    [{ date: "tomorrow" }, "date"],
    [{ date: "2027-02-30" }, "date"],
    [{ date: "2027-13-01" }, "date"],
  ])("%j is refused and changes nothing", (wrong, refused) => {
    expect(transition(order("dispatched"), event("confirm", wrong))).toEqual({ refused });
  });
});

describe("the refill that the sensor sees receives the order", () => {
  test("with what was seen", () => {
    expect(receiveByRefill(order("confirmed"), 90, 7)).toEqual({
      order: { ...order("received"), receivedQuantity: 90, piecesSeen: 90 },
      record: { at: 7, state: "received", cause: "refill of 90 pieces seen by the sensor" },
    });
  });
  test("also when it arrives in parts, and a few parts put back do not close it", () => {
    const first = receiveByRefill(order("dispatched"), 20, 1);
    if ("refused" in first) throw new Error(first.refused);
    expect(first.record).toBeNull();
    expect(onOrder(first.order)).toBe(80);
    expect(receiveByRefill(first.order, 40, 2)).toMatchObject({ order: { receivedQuantity: 60 } });
  });
  test.each([
    ["proposed", "not-in-this-state"],
    ["placed", "not-in-this-state"],
    ["received", "closed"],
    ["cancelled", "closed"],
  ] as const)("an order that is %s is not received by it", (state, refused) => {
    expect(receiveByRefill(order(state), 100, 1)).toEqual({ refused });
  });
});
