import type { Order } from "../accounts/records.ts";
import { orderValueOf } from "./placement.ts";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Each step of an order's life is an event of it, so their number is its version. */
export function versionOf({ events }: Order): number {
  return events.length;
}

/** The order as the REST API shows it. */
export function orderView(order: Order) {
  return {
    ...order,
    value: orderValueOf(order),
    version: versionOf(order),
    createdAt: iso(order.createdAt),
    updatedAt: iso(order.updatedAt),
    placeAt: iso(order.placeAt),
    approvedAt: iso(order.approvedAt),
    placedAt: iso(order.placedAt),
    dispatchedAt: iso(order.dispatchedAt),
    confirmedAt: iso(order.confirmedAt),
    shippedAt: iso(order.shippedAt),
    receivedAt: iso(order.receivedAt),
    dueAt: iso(order.dueAt),
    isLate: order.lateSince !== null,
    chasedAt: iso(order.chasedAt),
    events: order.events.map((event) => ({ ...event, at: iso(event.at) })),
  };
}
