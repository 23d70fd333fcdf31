import { dueAtOf, type OrderEvent, transition } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import type { Account } from "../inventory/stock.ts";
import { Refusal } from "../refusal.ts";
import { leadTimeRules } from "./supply.ts";

const refusals = {
  closed: "The order is closed: it was received, cancelled or rejected.",
  "not-in-this-state": "The order's state does not allow this.",
  quantity: "quantity: must be a whole number of pieces from 1, and not less than what was received.",
  date: "date: must be a day such as 2027-01-31.",
  deliveries: "deliveries: must be one or more, each of a whole number of pieces from 1.",
};

/** The order after the event, with its record appended; throws a 409 refusal when it is impossible. */
export function applyEvent(order: Order, event: OrderEvent): Order {
  const result = transition(order, event);
  if ("refused" in result) {
    const isField = result.refused !== "closed" && result.refused !== "not-in-this-state";
    throw new Refusal(isField ? 422 : 409, `order-${result.refused}`, refusals[result.refused]);
  }
  return { ...result.order, updatedAt: event.at, events: [...order.events, result.record] };
}

/** By the supplier's promise, or else its lead time. A new promise that is not over yet makes it late no more. */
export function withDueTime(account: Pick<Account, "get">, order: Order): Order {
  const dueAt = dueAtOf(order, leadTimeRules(account, order));
  const isStillLate = dueAt !== null && order.lateSince !== null && dueAt < order.updatedAt;
  return { ...order, dueAt, lateSince: isStillLate ? order.lateSince : null };
}

export function orderClosed(): Refusal {
  return new Refusal(409, "order-closed", refusals.closed);
}
