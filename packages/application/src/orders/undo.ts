import { correct, isOpen, levelOf, takeBack, type UndoableKind } from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import { isFilledByHand } from "../inventory/stock.ts";
import { notFound, Refusal } from "../refusal.ts";
import { personOf, stepsOf } from "./order-events.ts";
import { takeFromSource } from "./order-service.ts";
import { placeGroups, placeWhenDue, putWithDueTime } from "./placement.ts";
import { waitForApproval } from "./proposal.ts";
import { recall } from "./purchase-order-lines.ts";
import { reorderSourceOf } from "./reorder.ts";

const refusals = {
  "not-last": "Something else has happened to the order since, so this can't be undone.",
  seen: "The sensor has seen pieces of the order arrive since, so this can't be undone. Count the location instead.",
};

/** What people entered wrongly is taken back with its effects, as long as nothing was built on it. */
export function undoStep(change: AccountChange, orderId: string, kind: UndoableKind): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  const { at } = change;
  const cause = `undone by ${change.actor.name}: ${kind}`;
  const result = takeBack(order, stepsOf(order), { kind, at, cause });
  if ("refused" in result) throw new Refusal(409, `order-${result.refused}`, refusals[result.refused]);
  if (!isOpen(order.state)) expectNewest(change, order);
  const record = { ...result.record, by: personOf(change.actor), details: { undone: kind } };
  const before: Order = { ...result.order, updatedAt: at, events: [...order.events, record] };
  const next = putWithDueTime(change, { ...before, ...waitingAgain(before) });
  const pieces = (order.receivedQuantity ?? 0) - (next.receivedQuantity ?? 0);
  if (pieces > 0) takeOut(change, next.locationId, pieces);
  if (!isOpen(order.state)) release(change, next.locationId);
  takeFromSource(change, order, next, at);
  reorderSourceOf(change, next, at);
  return sendOn(change, change.get("order", orderId)!);
}

/** A location has one open order at most, and what came later was ordered because this one was closed. */
function expectNewest(change: AccountChange, order: Order): void {
  const open = change.openOrderOf(order.locationId);
  const later = open ?? change.lastClosedOrderOf(order.locationId);
  if (!later || later.id === order.id) return;
  const what = open ? "is open now: cancel it first" : "was made since";
  throw new Refusal(409, "order-open", `Order ${later.number} of this location ${what}.`);
}

function waitingAgain(order: Order): Partial<Order> {
  if (order.state !== "proposed") return {};
  const words = order.approval ? waitForApproval(order.approval) : {};
  return { approvedAt: null, placeAt: null, ...words };
}

/** What was booked in where no sensor looks does not lie there; elsewhere it is not waited for any more. */
function takeOut(change: AccountChange, locationId: string, pieces: number): void {
  const location = change.get("location", locationId);
  const level = change.get("level", locationId);
  if (!location || !level) return;
  const onHand = levelOf(level.state)?.onHand;
  if (!isFilledByHand(location)) {
    change.put("level", { ...level, state: { ...level.state, awaited: null } });
    return;
  }
  if (onHand === undefined) return;
  const { restocked = 0, ...others } = level;
  const left = Math.max(0, restocked - pieces);
  change.put("level", {
    ...others,
    state: correct(level.state, location.geometry, onHand - pieces, change.at),
    measuredAt: change.at,
    ...(left > 0 ? { restocked: left } : {}),
  });
}

/** Nobody has decided against ordering there. */
function release(change: AccountChange, locationId: string): void {
  const level = change.get("level", locationId);
  if (level && level.heldAt !== null) change.put("level", { ...level, heldAt: null });
}

/** It goes out when its time comes, in a purchase order of its own time: the one that it was in may have been sent. */
function sendOn(change: AccountChange, order: Order): Order {
  if (order.state === "proposed") {
    // Those that it was merged with wait for it again.
    if (order.bundle !== null) placeGroups(change, [order], change.at);
    return change.get("order", order.id)!;
  }
  const isUnsent = order.state === "placed" && order.purchaseOrder !== null;
  if (!isUnsent && order.state !== "approved") return order;
  return placeWhenDue(change, isUnsent ? recall(change, order) : order, change.at);
}
