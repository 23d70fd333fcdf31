import { describe, expect, test } from "vitest";
import {
  type LifecycleOrder,
  type OrderState,
  onOrder,
  proposedOrder,
  transition,
} from "./order-lifecycle.ts";
import {
  assignRefill,
  notYetSeen,
  PUT_AWAY_HOURS,
  REST_HOURS,
  receiveByRefill,
  seenBesidePaper,
} from "./receipt.ts";

const order = (state: OrderState, more: Partial<LifecycleOrder> = {}): LifecycleOrder => ({
  ...proposedOrder(100),
  state,
  ...more,
});
const seen = (before: LifecycleOrder, pieces: number, at = 1): LifecycleOrder => {
  const result = receiveByRefill(before, pieces, at);
  if ("refused" in result) throw new Error(result.refused);
  return result.order;
};
const received = (before: LifecycleOrder, quantity: number, at = 1): LifecycleOrder => {
  const result = transition(before, { kind: "receive", quantity, at, cause: "delivery note" });
  if ("refused" in result) throw new Error(result.refused);
  return result.order;
};

describe("the refill that the sensor sees receives the order", () => {
  test("with what was seen, beside what nobody has said yet", () => {
    expect(receiveByRefill(order("confirmed"), 90, 7)).toEqual({
      order: order("received", { piecesSeen: 90, receivedAt: 7 }),
      record: { at: 7, state: "received", cause: "refill of 90 pieces seen by the sensor", kind: "see" },
    });
  });
  test("also when it arrives in parts, and a few parts put back do not close it", () => {
    const first = receiveByRefill(order("dispatched"), 20, 1);
    if ("refused" in first) throw new Error(first.refused);
    expect(first.record).toBeNull();
    expect(onOrder(first.order)).toBe(80);
    expect(seen(first.order, 40)).toMatchObject({ state: "received", piecesSeen: 60 });
  });
  test("of several deliveries each one counts", () => {
    const split = order("confirmed", {
      confirmedQuantity: 100,
      deliveries: [
        { quantity: 60, date: "2027-03-01" },
        { quantity: 40, date: "2027-03-05" },
      ],
    });
    const first = seen(split, 55);
    expect(first.state).toBe("partly-received");
    expect(onOrder(first)).toBe(45);
    expect(seen(first, 38).state).toBe("received");
  });
  test("after a part that people received, half of the rest closes it", () => {
    const part = received(order("confirmed"), 60);
    const putAway = seen(part, 60);
    expect(putAway.state).toBe("partly-received");
    expect(seen(putAway, 25).state).toBe("received");
  });
  test.each([
    ["proposed", "not-in-this-state"],
    ["approved", "not-in-this-state"],
    ["placed", "not-in-this-state"],
    ["received", "closed"],
    ["cancelled", "closed"],
    ["rejected", "closed"],
  ] as const)("an order that is %s is not received by it", (state, refused) => {
    expect(receiveByRefill(order(state), 100, 1)).toEqual({ refused });
  });
  test.each([0, -3, 1.5, Number.NaN])("%d pieces are refused", (pieces) => {
    expect(receiveByRefill(order("dispatched"), pieces, 1)).toEqual({ refused: "quantity" });
  });
});

describe("what people received and the sensor has not seen yet", () => {
  const booked = received(order("confirmed"), 100, 1_000);
  const later = 1_000 + PUT_AWAY_HOURS * 3_600_000;
  test("counts until it is put away, for a day at most", () => {
    expect(notYetSeen(booked, 2_000)).toBe(100);
    expect(notYetSeen(booked, later)).toBe(0);
    const put = assignRefill({ last: booked, open: null }, 70, 3_000);
    expect(put).toMatchObject({ last: { state: "received", piecesSeen: 70 }, unassigned: 0 });
    expect(notYetSeen(put.last!, 4_000)).toBe(30);
  });
  test("is not taken for the next order's delivery", () => {
    const put = assignRefill({ last: booked, open: order("dispatched") }, 100, 2_000);
    expect(put).toMatchObject({ last: { piecesSeen: 100 }, open: { state: "dispatched", piecesSeen: 0 } });
  });
  test("what is more than it receives the open order", () => {
    const put = assignRefill({ last: booked, open: order("dispatched") }, 190, 2_000);
    expect(put).toMatchObject({ open: { state: "received", piecesSeen: 90 }, record: { state: "received" } });
  });
});

describe("the rest of a refill whose first part received the order", () => {
  const last = seen(order("confirmed"), 60, 1_000);
  test("may still be on its way to its place for two hours, and is not ordered again meanwhile", () => {
    expect(last.state).toBe("received");
    expect(notYetSeen(last, 2_000)).toBe(40);
    expect(notYetSeen(last, 1_000 + REST_HOURS * 3_600_000)).toBe(0);
    const put = assignRefill({ last, open: null }, 30, 2_000);
    expect(notYetSeen(put.last!, 3_000)).toBe(10);
  });
  test("belongs to it", () => {
    expect(assignRefill({ last, open: null }, 40, 2_000)).toMatchObject({
      last: { piecesSeen: 100 },
      unassigned: 0,
    });
  });
  test("unless a newer order may have arrived", () => {
    expect(assignRefill({ last, open: order("dispatched", { quantity: 40 }) }, 40, 2_000)).toMatchObject({
      last: { piecesSeen: 60 },
      open: { state: "received" },
    });
  });
});

describe("what the sensor saw beside what the paper said", () => {
  test("the paper of an order that the sensor received is booked once, and opens nothing", () => {
    const bySensor = seen(order("confirmed"), 90, 7);
    const booked = received(bySensor, 100, 9);
    expect(booked).toMatchObject({ state: "received", receivedQuantity: 100, piecesSeen: 90, receivedAt: 7 });
    expect(seenBesidePaper(bySensor)).toBeNull();
    expect(seenBesidePaper(booked)).toBe(-10);
    expect(transition(booked, { kind: "receive", at: 10, cause: "again" })).toEqual({ refused: "closed" });
  });
});
