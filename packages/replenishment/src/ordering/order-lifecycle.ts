/**
 * The life of a replenishment order, the open signal of one location:
 * proposed → approved → placed → dispatched → confirmed → in-transit → partly-received → received,
 * or rejected or cancelled. Steps that nobody reports are left out: a supplier that never confirms, a mail that went out
 * before that was noted.
 */
import { isCount, promiseOf, promiseOfSeveral } from "./promise.ts";

export type OrderState =
  | "proposed"
  | "approved"
  | "placed"
  | "dispatched"
  | "confirmed"
  | "in-transit"
  | "partly-received"
  | "received"
  | "cancelled"
  | "rejected";

/** A part of an order that comes by itself. `quantity`: pieces; `date`: ISO 8601 day. */
export type Delivery = { quantity: number; date: string };

/** What the life needs of an order; everything else on it passes through unchanged. Times are ms since 1970. */
export type LifecycleOrder = {
  state: OrderState;
  /** Pieces ordered. */
  quantity: number;
  isUrgent: boolean;
  /** Pieces that the supplier promised, or that it says it shipped; null: not said, then those ordered count. */
  confirmedQuantity: number | null;
  /** Day that the supplier promised, of several deliveries the last one's. */
  confirmedDate: string | null;
  /**
   * Deliveries by day, when there are several: as the buyer asks for them, then their sum is `quantity`, or as the supplier
   * promised, then it is `confirmedQuantity`.
   */
  deliveries: readonly Delivery[];
  /** Pieces that arrived as people or papers say; null: nobody said. */
  receivedQuantity: number | null;
  /** Pieces of this order that the sensor has seen arrive. People take some while others refill: often a few less. */
  piecesSeen: number;
  placedAt: number | null;
  dispatchedAt: number | null;
  /** The first confirmation. */
  confirmedAt: number | null;
  /** When it left the supplier or the store that it comes from. */
  shippedAt: number | null;
  /** When pieces of it arrived last; null: none has. */
  receivedAt: number | null;
};

/** `at`: ms since 1970. `cause`: who or what, as a person will read it. */
export type OrderEvent = { at: number; cause: string } & (
  | { kind: "approve" }
  | { kind: "reject" }
  /** Its quantity before it has gone out; pieces, the new total, never less. */
  | { kind: "grow"; quantity: number; isUrgent?: boolean | undefined }
  /** Before it has gone out, it is asked for in several deliveries; their sum is the order's quantity. */
  | { kind: "split"; deliveries: readonly Delivery[] }
  /** It belongs to a purchase order now, which is to be sent; a transfer reserves at its source. */
  | { kind: "place" }
  /** It has not been sent yet, and waits again for others to the same supplier. */
  | { kind: "recall" }
  /** It has been sent. */
  | { kind: "dispatch" }
  /** `deliveries` stand for both other fields. Anything not given stays as it was. */
  | {
      kind: "confirm";
      quantity?: number | undefined;
      date?: string | undefined;
      deliveries?: readonly Delivery[] | undefined;
    }
  /** It is on its way. `quantity`: pieces by the delivery note, when not those promised. */
  | { kind: "ship"; quantity?: number | undefined }
  /**
   * Pieces that came this time; not given: all that had not come yet. `isLast`: nothing more will come (true), or more
   * will (false); not given: nothing more when all has come. 0 with `isLast` closes what came in part.
   */
  | { kind: "receive"; quantity?: number | undefined; isLast?: boolean | undefined }
  /** Of an order that came in part, the rest: then it is received with what came. */
  | { kind: "cancel" }
);
export type OrderEventKind = OrderEvent["kind"];
/**
 * What is kept of a step. `before`, of one that can be taken back: the fields that it changed as they were, and the pieces seen until then. `see`: what the
 * sensor did; `propose`: the order's beginning; `undo`: a step that was taken back.
 */
export type OrderRecord = {
  at: number;
  state: OrderState;
  cause: string;
  kind: OrderEventKind | "propose" | "see" | "undo";
  before?: Partial<LifecycleOrder> | undefined;
};
export type OrderRefusal = "closed" | "not-in-this-state" | "quantity" | "date" | "deliveries";
export type Transition<O> = { order: O; record: OrderRecord } | { refused: OrderRefusal };

/** What people enter, and may enter wrongly: it can be taken back. What has left the house can not. */
export const undoableKinds = ["approve", "reject", "confirm", "ship", "receive", "cancel"] as const;
export type UndoableKind = (typeof undoableKinds)[number];

export const orderStates: readonly OrderState[] = [
  "proposed",
  "approved",
  "placed",
  "dispatched",
  "confirmed",
  "in-transit",
  "partly-received",
  "received",
  "cancelled",
  "rejected",
];
export const openStates: readonly OrderState[] = orderStates.slice(0, 7);
const withSupplier: readonly OrderState[] = openStates.slice(2);

/** From which states an event is possible. Later news may overtake earlier ones; a supplier may confirm again. */
const possible: Readonly<Record<OrderEventKind, readonly OrderState[]>> = {
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
  cancel: openStates,
};

/** A new order as it begins: proposed. Pieces, from 1. */
export function proposedOrder(quantity: number, isUrgent = false): LifecycleOrder {
  return {
    state: "proposed",
    quantity,
    isUrgent,
    confirmedQuantity: null,
    confirmedDate: null,
    deliveries: [],
    receivedQuantity: null,
    piecesSeen: 0,
    placedAt: null,
    dispatchedAt: null,
    confirmedAt: null,
    shippedAt: null,
    receivedAt: null,
  };
}

export function isOpen(state: OrderState): boolean {
  return openStates.includes(state);
}

/** Nobody outside knows of it yet, so its quantity may still grow. */
export function canGrow(state: OrderState): boolean {
  return possible.grow.includes(state);
}

/** The supplier, or the store that it comes from, may know of it: pieces of it can arrive. */
export function hasGoneOut(state: OrderState): boolean {
  return withSupplier.includes(state) && state !== "placed";
}

/** Pieces that the supplier is to deliver in all. */
export function dueQuantity(order: LifecycleOrder): number {
  return order.confirmedQuantity ?? order.quantity;
}

/** Pieces that have arrived, by the better of both accounts: what people said, and what the sensor saw. */
export function arrivedQuantity(order: LifecycleOrder): number {
  return Math.max(order.receivedQuantity ?? 0, order.piecesSeen);
}

/** Pieces still to come; 0 once closed. */
export function onOrder(order: LifecycleOrder): number {
  return isOpen(order.state) ? Math.max(0, dueQuantity(order) - arrivedQuantity(order)) : 0;
}

/** The order after the event and the record to keep of it, or why the event is impossible. Pure. */
export function transition<O extends LifecycleOrder>(order: O, event: OrderEvent): Transition<O> {
  // What the sensor saw arrive may still be booked by its paper, once.
  const isBooking = event.kind === "receive" && order.state === "received" && order.receivedQuantity === null;
  if (!isOpen(order.state) && !isBooking) return { refused: "closed" };
  if (!isBooking && !possible[event.kind].includes(order.state)) return { refused: "not-in-this-state" };
  const changes = changesBy(order, event);
  if (typeof changes === "string") return { refused: changes };
  const next: O = { ...order, ...changes };
  const { at, cause, kind } = event;
  const record: OrderRecord = { at, state: next.state, cause, kind };
  const isUndoable = (undoableKinds as readonly string[]).includes(kind);
  return { order: next, record: isUndoable ? { ...record, before: asBefore(order, changes) } : record };
}

type Changes = Partial<LifecycleOrder>;

function asBefore(order: LifecycleOrder, changes: Changes): Changes {
  const names = Object.keys(changes) as (keyof LifecycleOrder)[];
  return { ...Object.fromEntries(names.map((name) => [name, order[name]])), piecesSeen: order.piecesSeen };
}

function changesBy(order: LifecycleOrder, event: OrderEvent): Changes | OrderRefusal {
  switch (event.kind) {
    case "approve":
      return { state: "approved" };
    case "reject":
      return { state: "rejected" };
    case "grow":
      if (!isCount(event.quantity) || event.quantity < order.quantity) return "quantity";
      return { quantity: event.quantity, isUrgent: event.isUrgent ?? order.isUrgent, ...grown(order, event) };
    case "split": {
      const wanted = promiseOfSeveral(event.deliveries);
      if (typeof wanted === "string") return wanted;
      if (wanted.deliveries.length < 2 || wanted.confirmedQuantity !== order.quantity) return "deliveries";
      return { deliveries: wanted.deliveries };
    }
    case "place":
      return { state: "placed", placedAt: event.at };
    case "recall":
      return { state: "approved", placedAt: null };
    case "dispatch":
      return { state: "dispatched", dispatchedAt: event.at };
    case "confirm":
      return confirm(order, event);
    case "ship":
      if (event.quantity !== undefined && !isCount(event.quantity)) return "quantity";
      return {
        state: "in-transit",
        shippedAt: event.at,
        ...(event.quantity === undefined ? {} : { confirmedQuantity: event.quantity, deliveries: [] }),
      };
    case "receive":
      return receive(order, event);
    case "cancel":
      return { state: order.state === "partly-received" ? "received" : "cancelled" };
  }
}

/** Of an order that is asked for in several deliveries, what more is needed comes with the last one. */
function grown({ quantity, deliveries }: LifecycleOrder, to: { quantity: number }): Changes {
  const last = deliveries.at(-1);
  if (!last) return {};
  const more = { ...last, quantity: last.quantity + to.quantity - quantity };
  return { deliveries: [...deliveries.slice(0, -1), more] };
}

function confirm(order: LifecycleOrder, event: OrderEvent & { kind: "confirm" }): Changes | OrderRefusal {
  const promise =
    event.deliveries === undefined ? promiseOf(order, event) : promiseOfSeveral(event.deliveries);
  if (typeof promise === "string") return promise;
  const received = order.receivedQuantity ?? 0;
  // A promise below what was received already is a mistake of somebody's.
  if (promise.confirmedQuantity < received) return "quantity";
  return {
    ...promise,
    state: stateByPromise(order.state, promise.confirmedQuantity - received),
    confirmedAt: order.confirmedAt ?? event.at,
  };
}

/** A promise of no more than what came closes the order: the supplier keeps the rest. */
function stateByPromise(state: OrderState, stillToCome: number): OrderState {
  if (state === "partly-received") return stillToCome > 0 ? state : "received";
  return state === "in-transit" ? state : "confirmed";
}

function receive(order: LifecycleOrder, event: OrderEvent & { kind: "receive" }): Changes | OrderRefusal {
  const before = order.receivedQuantity ?? 0;
  const isClosing = event.quantity === 0 && event.isLast === true;
  if (isClosing) {
    if (order.state !== "partly-received") return "quantity";
    return { state: "received" };
  }
  const rest = dueQuantity(order) - before;
  if (event.quantity === undefined && rest <= 0 && order.state !== "received")
    return { state: event.isLast === false ? order.state : "received" };
  const quantity = event.quantity ?? rest;
  if (!isCount(quantity) || !isCount(before + quantity)) return "quantity";
  const receivedQuantity = before + quantity;
  if (order.state === "received") return { receivedQuantity };
  const isAll = event.isLast ?? receivedQuantity >= dueQuantity(order);
  return { receivedQuantity, receivedAt: event.at, state: isAll ? "received" : "partly-received" };
}
