import { describe, expect, test } from "vitest";
import { cardsOf } from "./cards.ts";
import { type LifecycleOrder, type OrderState, proposedOrder } from "./order-lifecycle.ts";

const policy = { kind: "kanban", cards: 5, piecesPerCard: 20 } as const;
const open = (quantity: number, state: OrderState, changes: Partial<LifecycleOrder> = {}) => ({
  ...proposedOrder(quantity),
  state,
  ...changes,
});
const states = (
  onHand: number | null,
  order: LifecycleOrder | null = null,
  last: LifecycleOrder | null = null,
) => cardsOf({ policy, onHand, open: order, last, at: 1_000 })?.join(" ");

describe("the cards of a loop", () => {
  test("a container is full until its last piece is taken", () => {
    expect(states(100)).toBe("full full full full full");
    expect(states(41)).toBe("full full full empty empty");
    expect(states(40)).toBe("full full empty empty empty");
  });
  test("its card is on order, then on its way", () => {
    expect(states(40, open(40, "proposed"))).toBe("full full ordered ordered empty");
    expect(states(40, open(60, "in-transit"))).toBe("full full in-transit in-transit in-transit");
    expect(states(60, open(60, "partly-received", { piecesSeen: 20 }))).toBe(
      "full full full ordered ordered",
    );
  });
  test("what was received and is being put away is on its way", () => {
    const last = open(60, "received", { receivedQuantity: 60, receivedAt: 500 });
    expect(states(40, null, last)).toBe("full full in-transit in-transit in-transit");
  });
  test("nobody knows of those at a location that cannot be seen", () => {
    expect(states(null, open(40, "dispatched"))).toBe("ordered ordered unknown unknown unknown");
  });
  test("there are always as many as there are, whatever lies there", () => {
    expect(states(500, open(40, "dispatched"))).toBe("full full full full full");
    expect(states(0)).toBe("empty empty empty empty empty");
  });
  test("two bins are a loop of two, other policies have none", () => {
    const common = { onHand: 30, open: null, last: null, at: 0 };
    expect(cardsOf({ policy: { kind: "two-bin", piecesPerBin: 30 }, ...common })).toEqual(["full", "empty"]);
    expect(cardsOf({ policy: { kind: "event", quantity: 30 }, ...common })).toBeNull();
  });
});
