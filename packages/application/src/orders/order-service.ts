import {
  assignRefill,
  correct,
  isOpen,
  leftSource,
  levelOf,
  type OrderEvent,
  restock,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, StorageLocation, StoryDetails } from "../accounts/records.ts";
import { isFilledByHand } from "../inventory/stock.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { applyEvent, personOf } from "./order-events.ts";
import { type DispatchJob, dispatchQueue, placeGroups, putWithDueTime } from "./placement.ts";
import { approve, propose } from "./proposal.ts";
import { reorderIfNeeded, reorderSourceOf } from "./reorder.ts";
import { sourcingOf } from "./supply.ts";

/** What people and suppliers do with orders, and what the sensors see of them. */

/** An order by hand, for a location that has no open one. */
export function orderByHand(
  change: AccountChange,
  location: StorageLocation,
  quantity: number,
  cause: string,
  at: number,
): Order {
  const open = change.openOrderOf(location.id);
  if (open) throw new Refusal(409, "order-open", `Order ${open.number} of this location is open already.`);
  const part = change.get("part", location.partId);
  const sourcing = part && sourcingOf(location, part);
  if (!sourcing)
    throw new Refusal(
      409,
      "no-supplier",
      `Part ${part?.number ?? ""} has no supplier: add one to the part first.`,
    );
  for (const [field, unit] of [
    ["packs", sourcing.packSize],
    ["multiples", sourcing.orderMultiple],
  ] as const)
    if (quantity % unit !== 0)
      refuseFields([{ field: "quantity", message: `must be whole ${field} of ${unit}` }]);
  const order = propose(change, location, sourcing, { quantity, isUrgent: false, cause }, at);
  reorderSourceOf(change, order, at);
  return order;
}

/** A person's (or the supplier's) step. Receiving fills locations that no sensor watches; cancelling holds back the next. */
export function changeOrder(
  change: AccountChange,
  orderId: string,
  event: OrderEvent,
  details: StoryDetails = {},
): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  if (event.kind === "approve") {
    const approved = approve(change, order, { cause: event.cause, by: personOf(change.actor) }, event.at);
    reorderSourceOf(change, approved, event.at);
    return approved;
  }
  const told = { by: personOf(change.actor), details };
  const next = putWithDueTime(change, cleared(applyEvent(order, event, told)));
  const location = change.get("location", order.locationId);
  if (location && event.kind === "receive") {
    fill(change, location, next, order, event.at);
    // What came may be less than what is needed.
    reorderIfNeeded(change, location, event.at);
  }
  if (location && !isOpen(next.state) && event.kind !== "receive") hold(change, location);
  // Those that it was merged with do not wait for its approval any more.
  if (order.bundle !== null && !isOpen(next.state)) placeGroups(change, [next], event.at);
  takeFromSource(change, order, next, event.at);
  // What is not reserved there any more, or has left, may change what the source orders.
  reorderSourceOf(change, next, event.at);
  return next;
}

/** A closed order waits for nothing. */
function cleared(order: Order): Order {
  return isOpen(order.state) ? order : { ...order, placeAt: null, waitsFor: null, wait: null, bundle: null };
}

/**
 * Where no sensor sees it, what people book in lies there from now on; how much that is, only a first count tells. Where
 * a sensor does, the level remembers that something should be seen.
 */
function fill(
  change: AccountChange,
  location: StorageLocation,
  next: Order,
  before: Order,
  at: number,
): void {
  const level = change.get("level", location.id);
  const pieces = (next.receivedQuantity ?? 0) - (before.receivedQuantity ?? 0);
  if (!level || pieces <= 0) return;
  const { geometry } = location;
  if (!isFilledByHand(location)) {
    const { state } = restock(level.state, geometry, pieces, at);
    if (state !== level.state) change.put("level", { ...level, state });
    return;
  }
  const isButton = geometry.kind === "button";
  const onHand = levelOf(level.state)?.onHand;
  if (!isButton && onHand === undefined) return;
  const { state, change: moved } = isButton
    ? restock(level.state, geometry, pieces, at)
    : { state: correct(level.state, geometry, onHand! + pieces, at), change: undefined };
  const restocked = (level.restocked ?? 0) + (moved?.pieces ?? 0);
  change.put("level", {
    ...level,
    state,
    measuredAt: at,
    unknownSince: null,
    heldAt: null,
    ...(restocked > 0 ? { restocked } : {}),
  });
}

/** Where no sensor sees a transfer leave, its source has so much less from now on. */
export function takeFromSource(change: AccountChange, before: Order, next: Order, at: number): void {
  const source = next.sourceLocationId === null ? undefined : change.get("location", next.sourceLocationId);
  const level = source && change.get("level", source.id);
  const onHand = level && levelOf(level.state)?.onHand;
  const pieces = leftSource(next) - leftSource(before);
  if (!source || onHand === undefined || pieces === 0 || !isFilledByHand(source)) return;
  const state = correct(level!.state, source.geometry, onHand - pieces, at);
  change.put("level", { ...level!, state, measuredAt: at, heldAt: null });
}

/** Somebody decided against it: the location does not order again until its stock changes. */
function hold(change: AccountChange, location: StorageLocation): void {
  const level = change.get("level", location.id);
  if (level)
    change.put("level", { ...level, heldAt: levelOf(level.state)?.onHand ?? null, hasSignal: false });
}

/**
 * The sensor saw pieces arrive: they are the open order's when it has gone out, or those that were booked in before and
 * are put away now.
 */
export function receiveSeen(change: AccountChange, locationId: string, pieces: number, at: number): void {
  const last = change.lastClosedOrderOf(locationId) ?? null;
  const open = change.openOrderOf(locationId) ?? null;
  const seen = assignRefill({ last, open }, pieces, at);
  if (seen.last && seen.last !== last) change.put("order", { ...seen.last, updatedAt: at });
  if (!seen.open || seen.open === open) return;
  const { piecesSeen } = seen.open;
  const events = seen.record
    ? [...seen.open.events, { ...seen.record, by: null, details: { pieces: piecesSeen } }]
    : seen.open.events;
  const order = putWithDueTime(change, { ...seen.open, updatedAt: at, events });
  takeFromSource(change, open!, order, at);
  if (!isOpen(order.state)) reorderSourceOf(change, order, at);
}

/** Leaves a new job for an order that could not be sent. */
export function sendAgain(change: AccountChange, orderId: string): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  if (order.state !== "placed" || !order.purchaseOrder)
    throw new Refusal(
      409,
      "order-not-in-this-state",
      "Only an order that has not been sent can be sent again.",
    );
  const { id } = order.purchaseOrder;
  for (const line of [...change.all("order")])
    if (line.purchaseOrder?.id === id && line.dispatchProblem !== null)
      change.put("order", { ...line, dispatchProblem: null });
  const job: DispatchJob = { accountId: change.base.accountId, purchaseOrderId: id };
  change.enqueue(dispatchQueue, job);
  return change.get("order", orderId)!;
}

/** Looks at a location again after something that its orders depend on has changed. */
export function reorderAt(change: AccountChange, locationId: string, at: number): void {
  const location = change.get("location", locationId);
  if (location) reorderIfNeeded(change, location, at);
}
