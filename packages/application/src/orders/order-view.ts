import { undoableStep } from "@refill/replenishment";
import type { Order, StoryEvent } from "../accounts/records.ts";
import { stepsOf } from "./order-events.ts";
import { orderValueOf } from "./placement.ts";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Each step of an order's life is an event of it, so their number is its version. */
export function versionOf({ events }: Order): number {
  return events.length;
}

/** The order as the REST API shows it. */
export function orderView(order: Order) {
  const { events, bundle, wait, sendingSince: _sending, sendAttempts: _attempts, ...shown } = order;
  return {
    ...shown,
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
    bundle: bundle && { id: bundle.id, goesAt: iso(bundle.goesAt) },
    wait: wait && ("until" in wait ? { ...wait, until: iso(wait.until) } : wait),
    undoable: undoableStep(order, stepsOf(order)),
    events: events.map(eventView),
  };
}

function eventView({ at, state, kind, by, cause, details }: StoryEvent) {
  const { goesAt, dueAt, ...others } = details;
  return {
    at: iso(at),
    state,
    kind,
    by,
    cause,
    details: {
      ...others,
      ...(goesAt === undefined ? {} : { goesAt: iso(goesAt) }),
      ...(dueAt === undefined ? {} : { dueAt: iso(dueAt) }),
    },
  };
}
