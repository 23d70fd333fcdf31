import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { applyEvent, personOf, withNote } from "./order-events.ts";
import { placeGroups, putWithDueTime } from "./placement.ts";
import { isBeingSent, recall } from "./purchase-order-lines.ts";
import { sourcingOf } from "./supply.ts";

/** Pieces that are to come by `date`; the rest by `restDate`, a later day. */
export interface TwoDeliveries {
  quantity: number;
  date: string;
  restDate: string;
}

/**
 * A location has one open order at most, so that an order is not made two: it is asked for in two deliveries, as the
 * supplier will read in its message. Only before it has gone out; afterwards what the supplier promises counts.
 */
export function splitDeliveries(change: AccountChange, orderId: string, wanted: TwoDeliveries): Order {
  const order = expectUnsent(change, orderId);
  const { quantity, date, restDate } = wanted;
  const location = change.get("location", order.locationId);
  const part = change.get("part", order.partId);
  const packSize = (location && part && sourcingOf(location, part)?.packSize) ?? 1;
  const rest = order.quantity - quantity;
  refuseFields([
    ...(rest < 1
      ? [{ field: "quantity", message: `must be less than the ${order.quantity} that are ordered` }]
      : []),
    ...(quantity % packSize === 0
      ? []
      : [{ field: "quantity", message: `must be whole packs of ${packSize}` }]),
    ...(restDate > date ? [] : [{ field: "restDate", message: `must be a day after ${date}` }]),
  ]);
  const deliveries = [
    { quantity, date },
    { quantity: rest, date: restDate },
  ];
  const cause = `in two deliveries, as ${change.actor.name} wants it: ${quantity} by ${date}, ${rest} by ${restDate}`;
  const event = { kind: "split" as const, at: change.at, cause, deliveries };
  return putWithDueTime(change, applyEvent(order, event, { by: personOf(change.actor) }));
}

/**
 * The order goes to its supplier in a purchase order of its own, at that time (ms; what has passed: now), whatever others
 * wait for the same supplier.
 */
export function sendAlone(change: AccountChange, orderId: string, goesAt: number): Order {
  const order = expectUnsent(change, orderId);
  const { at } = change;
  const waiting = order.state === "placed" ? recall(change, order) : order;
  const bundle = { id: randomUUID(), goesAt: Math.max(goesAt, at) };
  const cause = `goes alone, as ${change.actor.name} wants it`;
  const note = {
    at,
    kind: "alone" as const,
    cause,
    by: personOf(change.actor),
    details: { goesAt: bundle.goesAt },
  };
  change.put("order", { ...withNote(waiting, note), bundle });
  placeGroups(change, [order], at);
  return change.get("order", orderId)!;
}

function expectUnsent(change: AccountChange, orderId: string): Order {
  const order = change.get("order", orderId);
  if (!order) throw notFound("order");
  if (order.supplierId === null)
    throw new Refusal(
      409,
      "order-is-transfer",
      "The order comes from a location of yours: no supplier gets it.",
    );
  if (isBeingSent(order, change.at))
    throw new Refusal(
      409,
      "order-being-sent",
      `Order ${order.number} is being sent at this moment: try again in two minutes.`,
    );
  if (!["proposed", "approved", "placed"].includes(order.state))
    throw new Refusal(
      409,
      "order-not-in-this-state",
      "The order has gone out: enter what the supplier promises instead, in one delivery or several.",
    );
  return order;
}
