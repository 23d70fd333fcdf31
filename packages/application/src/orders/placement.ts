import { randomUUID } from "node:crypto";
import {
  type Gathered,
  gather,
  gatherMerged,
  type Need,
  orderValue,
  placementTime,
  waitReason,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import { applyEvent, withDueTime } from "./order-events.ts";
import { calendarOf } from "./supply.ts";

/** Jobs that send a purchase order to its supplier. */
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
  purchaseOrderId: string;
  /** The line that the supplier is asked for, since it is late. */
  chased?: string;
}

/** Jobs that look at an account's orders when a time has come: to be placed, or late. */
export const orderTimeQueue = "order-time";
export const orderTimeQueueOptions = {
  policy: "short" as const,
  retryLimit: 20,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
};
export interface OrderTimeJob {
  accountId: string;
}

/** For so long orders wait at most for their supplier's minimum order value. */
const mostDaysForValue = 14;

/** Places an approved order now, with others of its supplier, or says when. */
export function placeWhenDue(change: AccountChange, order: Order, at: number): Order {
  if (order.supplierId === null) return placeTransfer(change, order, at);
  putWithPlaceTime(change, order, at);
  placeGroups(change, [order], at);
  return change.get("order", order.id)!;
}

/** When the supplier's calendar lets it go. */
function putWithPlaceTime(change: AccountChange, order: Order, at: number): void {
  const supplier = change.get("supplier", order.supplierId ?? "");
  const location = change.get("location", order.locationId);
  if (!supplier || !location || order.bundle !== null) return;
  const placeAt = placementTime({
    calendar: calendarOf(change, supplier, location.siteId),
    approvedAt: order.approvedAt ?? at,
    isUrgent: order.isUrgent,
    collectionMinutes: supplier.collectionMinutes,
  });
  if (order.placeAt !== placeAt) change.put("order", { ...order, placeAt });
}

/** Each supplier and site of these orders once, since each takes a look through all of the account's. */
export function placeGroups(change: AccountChange, orders: readonly Order[], at: number): void {
  const groups = new Map<string, { supplierId: string; siteId: string }>();
  for (const { supplierId, locationId } of orders) {
    const siteId = change.get("location", locationId)?.siteId;
    if (supplierId !== null && siteId !== undefined)
      groups.set(`${supplierId} ${siteId}`, { supplierId, siteId });
  }
  for (const { supplierId, siteId } of groups.values()) placeGathered(change, supplierId, siteId, at);
}

/** Places what is due of one supplier and site, as one purchase order; the others are told why they wait. */
function placeGathered(change: AccountChange, supplierId: string, siteId: string, at: number): void {
  const supplier = change.get("supplier", supplierId);
  if (!supplier) return;
  const needs: OrderNeed[] = [];
  /** Of each bundle, how many wait for a person's approval. */
  const unapproved = new Map<string, number>();
  for (const order of [...change.all("order")]) {
    const isOfBoth =
      order.supplierId === supplierId && change.get("location", order.locationId)?.siteId === siteId;
    if (!isOfBoth) continue;
    if (order.state === "proposed" && order.bundle !== null)
      unapproved.set(order.bundle.id, (unapproved.get(order.bundle.id) ?? 0) + 1);
    if (order.state !== "approved") continue;
    if (change.get("part", order.partId)?.isBlocked) {
      const words = "its part is blocked: unblock it, or cancel the order";
      putWaiting(change, order, { code: "part-blocked" }, words);
      continue;
    }
    needs.push({
      order,
      approvedAt: order.approvedAt ?? order.createdAt,
      placeAt: order.placeAt,
      isUrgent: order.isUrgent,
      value: orderValueOf(order),
    });
  }
  const calendar = calendarOf(change, supplier, siteId);
  const { minimumOrderValue } = supplier;
  for (const [id, group] of Map.groupBy(needs, ({ order }) => order.bundle?.id ?? null)) {
    const gathered =
      id === null
        ? gather(group, { calendar, minimumOrderValue, at, maximumWaitDays: mostDaysForValue })
        : gatherMerged(group, {
            calendar,
            goesAt: group[0]!.order.bundle!.goesAt,
            unapproved: unapproved.get(id) ?? 0,
            at,
          });
    placeOrWait(change, gathered, at);
  }
}

type OrderNeed = Need & { order: Order };

function placeOrWait(change: AccountChange, { place, wait }: Gathered<OrderNeed>, at: number): void {
  placeTogether(
    change,
    place.map(({ order }) => order),
    at,
  );
  if (!wait) return;
  for (const { order } of wait.needs)
    putWaiting(change, order, wait.cause, waitReason(wait.cause), order.bundle ? wait.until : order.placeAt);
  if (wait.until !== null) lookAgain(change, wait.until);
}

/** Most orders wait for the same as before: they are not written anew. */
function putWaiting(
  change: AccountChange,
  order: Order,
  wait: Order["wait"],
  waitsFor: string,
  placeAt = order.placeAt,
): void {
  if (order.waitsFor !== waitsFor || order.placeAt !== placeAt)
    change.put("order", { ...order, wait, waitsFor, placeAt });
}

/** A supplier's calendar or terms, a site's blackouts or a part's block are others now: what waits for them is looked at. */
export function placeWaiting(
  change: AccountChange,
  isConcerned: (order: Order) => boolean,
  at: number,
): void {
  const waiting = [...change.all("order")].filter(
    (order) => order.state === "approved" && order.supplierId !== null && isConcerned(order),
  );
  for (const order of waiting) putWithPlaceTime(change, order, at);
  placeGroups(change, waiting, at);
}

function placeTogether(change: AccountChange, orders: readonly Order[], at: number): void {
  if (orders.length === 0) return;
  const purchaseOrder = { id: randomUUID(), number: Math.min(...orders.map(({ number }) => number)) };
  const others = orders.length - 1;
  const cause = others === 0 ? "placed" : `placed together with ${others} other${others === 1 ? "" : "s"}`;
  for (const order of orders) {
    const numbers = orders.map(({ number }) => number).filter((number) => number !== order.number);
    const details = { orders: numbers.slice(0, mostNumbersTold) };
    const placed = applyEvent(order, { kind: "place", at, cause }, { by: null, details });
    putWithDueTime(change, { ...placed, ...placedNow, purchaseOrder });
  }
  const job: DispatchJob = { accountId: change.base.accountId, purchaseOrderId: purchaseOrder.id };
  change.enqueue(dispatchQueue, job);
}

/** What waited waits no more. */
const placedNow = { placeAt: null, waitsFor: null, wait: null, bundle: null };
/** A story that names more says nothing more. */
const mostNumbersTold = 50;

/** A transfer reserves at its source. */
function placeTransfer(change: AccountChange, order: Order, at: number): Order {
  const source = change.get("location", order.sourceLocationId ?? "");
  const cause = source ? `to be picked at ${source.name}` : "to be picked";
  const placed = applyEvent(order, { kind: "place", at, cause }, { by: null });
  return putWithDueTime(change, { ...placed, ...placedNow });
}

/** The order with its due time as it follows from what is known, and a job for when that has passed. */
export function putWithDueTime(change: AccountChange, order: Order): Order {
  const next = change.put("order", withDueTime(change, order));
  if (next.dueAt !== null && next.dueAt !== change.base.get("order", order.id)?.dueAt)
    lookAgain(change, next.dueAt + 1000);
  return next;
}

/** One look of the account a time: each leaves those for what still waits, so that they would double otherwise. */
export function lookAgain(change: AccountChange, startAfter: number): void {
  const { accountId } = change.base;
  const job: OrderTimeJob = { accountId };
  change.enqueue(orderTimeQueue, job, { startAfter, singletonKey: `${accountId}/${startAfter}` });
}

/** Places everything that is due by now. */
export function placeDue(change: AccountChange, at: number): void {
  placeGroups(
    change,
    [...change.all("order")].filter(({ state }) => state === "approved"),
    at,
  );
}

/** In the account's currency; null: the price is not known. */
export function orderValueOf({ quantity, unitPrice }: Order): number | null {
  return unitPrice === null ? null : orderValue([{ fromQuantity: 1, price: unitPrice }], quantity);
}
