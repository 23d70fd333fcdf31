import { randomUUID } from "node:crypto";
import {
  capacityOf,
  decide,
  isOpen,
  levelOf,
  type OrderEvent,
  receiveByRefill,
  restock,
  transition,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, StorageLocation } from "../accounts/records.ts";
import { stockOf } from "../inventory/stock.ts";
import { notFound, Refusal } from "../refusal.ts";

/** Jobs that send a placed order to its supplier; their data is {@link DispatchJob}. */
export const dispatchQueue = "dispatch-order";
/** Attempts over about two days, with a pause that doubles up to an hour; a job whose process died is tried again soon. */
export const dispatchQueueOptions = {
  retryLimit: 55,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
};
export interface DispatchJob {
  accountId: string;
  orderId: string;
}

/** Orders when the policy says so: at most one open order a location, and none while a cancellation holds it back. */
export function reorderIfNeeded(change: AccountChange, location: StorageLocation, now: number): void {
  const part = change.get("part", location.partId);
  // A suspended customer's stock is kept, but nothing is bought in its name.
  if (!part || change.base.state !== "active") return;
  const openOrder = change.openOrderOf(location.id);
  const stock = stockOf(change, location, openOrder, now);
  const level = change.get("level", location.id);
  if (level?.heldAt !== null && level?.heldAt === stock.onHand) return;
  const decision = decide({
    position: stock.position,
    policy: location.policy,
    part,
    capacity: capacityOf(location.geometry),
    onHand: stock.onHand,
    openOrder: openOrder !== undefined,
  });
  if ("order" in decision) placeOrder(change, location, decision.order.quantity, decision.order.cause, now);
}

/** Proposes and places an order, and leaves the job that sends it. */
export function placeOrder(
  change: AccountChange,
  location: StorageLocation,
  quantity: number,
  cause: string,
  now: number,
): Order {
  const part = change.get("part", location.partId);
  if (!part) throw notFound("part");
  const proposed: Order = {
    id: randomUUID(),
    number: change.nextOrderNumber(),
    state: "proposed",
    locationId: location.id,
    partId: part.id,
    supplierId: part.supplierId,
    quantity,
    createdAt: now,
    updatedAt: now,
    confirmedQuantity: null,
    confirmedDate: null,
    receivedQuantity: null,
    piecesSeen: 0,
    dispatchProblem: null,
    events: [{ at: now, state: "proposed", cause }],
  };
  const placed = applyEvent(proposed, { kind: "place", at: now, cause: "no approval needed" });
  change.put("order", placed);
  const job: DispatchJob = { accountId: change.base.accountId, orderId: placed.id };
  change.enqueue(dispatchQueue, job);
  return placed;
}

const refusals = {
  closed: "The order is closed: it was received or cancelled.",
  "not-in-this-state": "The order's state does not allow this.",
  quantity: "quantity: must be a whole number of pieces from 1.",
  date: "date: must be a day such as 2027-01-31.",
};

/** The order after the event, with its record appended; throws a 409 refusal when it is impossible. */
export function applyEvent(order: Order, event: OrderEvent): Order {
  const result = transition(order, event);
  if ("refused" in result) {
    const isField = result.refused === "quantity" || result.refused === "date";
    throw new Refusal(isField ? 422 : 409, `order-${result.refused}`, refusals[result.refused]);
  }
  return { ...result.order, updatedAt: event.at, events: [...order.events, result.record] };
}

/** A person's (or the supplier's) step. Receiving fills locations that no sensor watches; cancelling holds back the next. */
export function changeOrder(change: AccountChange, orderId: string, event: OrderEvent): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  const next = applyEvent(order, event);
  change.put("order", next);
  const location = change.get("location", order.locationId);
  const level = location && change.get("level", location.id);
  if (event.kind === "receive" && location && level) {
    const { state, change: moved } = restock(level.state, location.geometry, next.receivedQuantity ?? 0);
    const restocked = (level.restocked ?? 0) + (moved?.pieces ?? 0);
    if (state !== level.state)
      change.put("level", {
        ...level,
        state,
        measuredAt: event.at,
        unknownSince: null,
        heldAt: null,
        ...(restocked > 0 ? { restocked } : {}),
      });
  }
  if (event.kind === "cancel" && level)
    change.put("level", { ...level, heldAt: levelOf(level.state)?.onHand ?? null });
  return next;
}

/** The sensor saw pieces arrive: they receive the location's open order when it has gone out. */
export function receiveSeen(change: AccountChange, locationId: string, pieces: number, at: number): void {
  const order = change.openOrderOf(locationId);
  if (!order) return;
  const seen = receiveByRefill(order, pieces, at);
  if ("refused" in seen) return;
  const events = seen.record ? [...order.events, seen.record] : order.events;
  change.put("order", { ...seen.order, updatedAt: at, events });
}

/** Leaves a new job for an order that could not be sent. */
export function sendAgain(change: AccountChange, orderId: string): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  if (order.state !== "placed" || !isOpen(order.state))
    throw new Refusal(
      409,
      "order-not-in-this-state",
      "Only an order that has not been sent can be sent again.",
    );
  const cleared = change.put("order", { ...order, dispatchProblem: null });
  const job: DispatchJob = { accountId: change.base.accountId, orderId };
  change.enqueue(dispatchQueue, job);
  return cleared;
}

const iso = (ms: number) => new Date(ms).toISOString();

export function orderClosed(): Refusal {
  return new Refusal(409, "order-closed", refusals.closed);
}

/** Each step of an order's life is an event of it, so their number is its version. */
export function versionOf({ events }: Order): number {
  return events.length;
}

/** The order as the REST API shows it. */
export function orderView(order: Order) {
  return {
    ...order,
    version: versionOf(order),
    createdAt: iso(order.createdAt),
    updatedAt: iso(order.updatedAt),
    events: order.events.map((event) => ({ ...event, at: iso(event.at) })),
  };
}
