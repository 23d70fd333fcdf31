import { dueAtOf, type OrderEvent, type OrderRecord, transition } from "@refill/replenishment";
import type { Actor } from "../accounts/actor.ts";
import type { Order, StoryDetails, StoryEvent, StoryKind } from "../accounts/records.ts";
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

/** Who did it, and what its figures do not tell already. */
export interface Told {
  by: StoryEvent["by"];
  details?: StoryDetails;
}

/** The order after the event, with its record appended; throws a 409 refusal when it is impossible. */
export function applyEvent(order: Order, event: OrderEvent, { by, details }: Told): Order {
  const result = transition(order, event);
  if ("refused" in result) {
    const isField = result.refused !== "closed" && result.refused !== "not-in-this-state";
    throw new Refusal(isField ? 422 : 409, `order-${result.refused}`, refusals[result.refused]);
  }
  const record: StoryEvent = { ...result.record, by, details: { ...figuresOf(event), ...details } };
  return { ...result.order, updatedAt: event.at, events: [...order.events, record] };
}

/** The order with a note in its story that changes nothing of it. */
export function withNote(order: Order, note: Omit<StoryEvent, "state" | "before">): Order {
  return { ...order, updatedAt: note.at, events: [...order.events, { ...note, state: order.state }] };
}

/** As the story names who does something; null: Refill itself. */
export function personOf({ kind, name }: Actor): StoryEvent["by"] {
  return kind === "system" ? null : { kind, name };
}

const figures = ["quantity", "date", "deliveries", "isLast", "isUrgent"] as const;

function figuresOf(event: OrderEvent): StoryDetails {
  const values = event as unknown as Record<string, unknown>;
  return Object.fromEntries(
    figures.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
  );
}

/** The order's steps, without what else its story tells, and without those that nobody took. */
export function stepsOf({ events }: Order): OrderRecord[] {
  const steps: OrderRecord[] = [];
  for (const { kind, by, before, at, state, cause } of events) {
    if (isNote(kind)) continue;
    steps.push(by === null ? { at, state, cause, kind } : { at, state, cause, kind, before });
  }
  return steps;
}

const notes = ["late", "remind", "fail", "merge", "alone", "remark"] as const;
type NoteKind = (typeof notes)[number];

function isNote(kind: StoryKind): kind is NoteKind {
  return notes.includes(kind as NoteKind);
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
