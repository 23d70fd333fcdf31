/** The life of a replenishment order: proposed → placed → dispatched → confirmed → received | cancelled. */

export type OrderState = "proposed" | "placed" | "dispatched" | "confirmed" | "received" | "cancelled";

/** What the lifecycle needs of an order; everything else on it passes through unchanged. */
export type LifecycleOrder = {
  state: OrderState;
  /** Pieces ordered. */
  quantity: number;
  /** Pieces the supplier promised. */
  confirmedQuantity?: number | null;
  /** Day the supplier promised, ISO 8601 date. */
  confirmedDate?: string | null;
  receivedQuantity?: number | null;
  /** Pieces of this order that the sensor has seen arrive so far. */
  piecesSeen?: number;
};

/** `at`: ms since 1970. `cause`: who or what, as a person will read it. */
export type OrderEvent = { at: number; cause: string } & (
  | { kind: "place" }
  | { kind: "dispatch" }
  | { kind: "confirm"; quantity?: number | undefined; date?: string | undefined }
  | { kind: "receive"; quantity?: number | undefined }
  | { kind: "cancel" }
);
export type OrderRecord = { at: number; state: OrderState; cause: string };
export type OrderRefusal = "closed" | "not-in-this-state" | "quantity" | "date";
export type Transition<O> = { order: O; record: OrderRecord } | { refused: OrderRefusal };

export const openStates: readonly OrderState[] = ["proposed", "placed", "dispatched", "confirmed"];

/**
 * From which states an event is possible. A confirmation or receipt may overtake the record of the dispatch (the mail
 * went out, the process died before it noted so); a supplier may confirm again with another date.
 */
const possible: Readonly<Record<OrderEvent["kind"], readonly OrderState[]>> = {
  place: ["proposed"],
  dispatch: ["placed"],
  confirm: ["placed", "dispatched", "confirmed"],
  receive: ["placed", "dispatched", "confirmed"],
  cancel: ["proposed", "placed", "dispatched", "confirmed"],
};

export function isOpen(state: OrderState): boolean {
  return openStates.includes(state);
}

/** Pieces still to come: promised or ordered, less what has been seen; 0 once closed. */
export function onOrder(order: LifecycleOrder): number {
  if (!isOpen(order.state)) return 0;
  return Math.max(0, due(order) - (order.piecesSeen ?? 0));
}

/** The order after the event and the record to keep of it, or why the event is impossible. Pure. */
export function transition<O extends LifecycleOrder>(order: O, event: OrderEvent): Transition<O> {
  if (!isOpen(order.state)) return { refused: "closed" };
  if (!possible[event.kind].includes(order.state)) return { refused: "not-in-this-state" };
  const step = (state: OrderState, changes: Partial<LifecycleOrder> = {}): Transition<O> => ({
    order: { ...order, ...changes, state },
    record: { at: event.at, state, cause: event.cause },
  });
  switch (event.kind) {
    case "place":
      return step("placed");
    case "dispatch":
      return step("dispatched");
    case "confirm": {
      const quantity = event.quantity ?? order.confirmedQuantity ?? order.quantity;
      if (!isCount(quantity)) return { refused: "quantity" };
      if (event.date !== undefined && !isDate(event.date)) return { refused: "date" };
      return step("confirmed", {
        confirmedQuantity: quantity,
        confirmedDate: event.date ?? order.confirmedDate ?? null,
      });
    }
    case "receive": {
      const quantity = event.quantity ?? due(order);
      if (!isCount(quantity)) return { refused: "quantity" };
      return step("received", { receivedQuantity: quantity });
    }
    case "cancel":
      return step("cancelled");
  }
}

/** Share of the due pieces that must be seen before a refill counts as the delivery. */
const SHARE_SEEN = 0.5;

/**
 * A refill that the sensor saw. Refills of a dispatched or confirmed order add up; once half of the due pieces have
 * been seen (people take parts while others refill, so it is seldom all) the order is received with what was seen.
 * Before that the order comes back with its `piecesSeen` and without a record. An order that has not gone out yet
 * cannot have arrived: refused.
 */
export function receiveByRefill<O extends LifecycleOrder>(
  order: O,
  piecesSeen: number,
  at: number,
): { order: O; record: OrderRecord | null } | { refused: OrderRefusal } {
  if (!isOpen(order.state)) return { refused: "closed" };
  if (order.state !== "dispatched" && order.state !== "confirmed") return { refused: "not-in-this-state" };
  if (!isCount(piecesSeen)) return { refused: "quantity" };
  const total = (order.piecesSeen ?? 0) + piecesSeen;
  const seen: O = { ...order, piecesSeen: total };
  if (total < SHARE_SEEN * due(order)) return { order: seen, record: null };
  const cause = `refill of ${total} pieces seen by the sensor`;
  return transition(seen, { kind: "receive", at, cause, quantity: total });
}

function due(order: LifecycleOrder): number {
  return order.confirmedQuantity ?? order.quantity;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
