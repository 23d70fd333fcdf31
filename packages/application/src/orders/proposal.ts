import { randomUUID } from "node:crypto";
import {
  type ApprovalCause,
  approvalCause,
  approvalReason,
  orderValue,
  priceAt,
  proposedOrder,
  type Why,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, StorageLocation, StoryEvent } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import { applyEvent, personOf } from "./order-events.ts";
import { placeWhenDue } from "./placement.ts";
import type { Sourcing } from "./supply.ts";

interface Wanted {
  /** Pieces. */
  quantity: number;
  isUrgent: boolean;
  cause: string;
  /** Undefined: a person orders. */
  why?: Why;
}

/** A new order; it is approved at once unless a person has to, and placed when its supplier's calendar says so. */
export function propose(
  change: AccountChange,
  location: StorageLocation,
  sourcing: Sourcing,
  { quantity, isUrgent, cause, why }: Wanted,
  at: number,
): Order {
  const approval = causeToAsk(change, location.partId, sourcing, quantity);
  const reason = approvalReason(approval);
  const by = why ? null : personOf(change.actor);
  const order: Order = {
    ...proposedOrder(quantity, isUrgent),
    id: randomUUID(),
    number: change.nextOrderNumber(),
    locationId: location.id,
    partId: location.partId,
    supplierId: sourcing.supplierId,
    sourceLocationId: sourcing.sourceLocationId,
    purchaseOrder: null,
    unitPrice: priceAt(sourcing.prices, quantity),
    createdAt: at,
    updatedAt: at,
    approvalReason: reason,
    approval,
    approvedAt: null,
    placeAt: null,
    ...(approval === null ? { waitsFor: null, wait: null } : waitForApproval(approval)),
    bundle: null,
    dueAt: null,
    lateSince: null,
    chasedAt: null,
    chases: 0,
    dispatchProblem: null,
    sendingSince: null,
    sendAttempts: 0,
    events: [
      {
        at,
        state: "proposed",
        cause,
        kind: "propose",
        by,
        details: { quantity, isUrgent, ...(why ? { why } : { isByHand: true }) },
      },
    ],
  };
  change.put("order", order);
  return reason === null ? approve(change, order, { cause: "no approval needed", by: null }, at) : order;
}

/** The order's quantity is raised; one that would need a person's approval by that stays as it is once approved. */
export function grow(
  change: AccountChange,
  order: Order,
  { quantity, isUrgent, cause, why }: Wanted,
  at: number,
): void {
  const prices = pricesOf(change, order);
  const approval = causeToAsk(change, order.partId, { supplierId: order.supplierId, prices }, quantity);
  if (order.state === "approved" && approval !== null && order.approval === null) return;
  const details = why ? { why } : {};
  const grown = applyEvent(order, { kind: "grow", at, cause, quantity, isUrgent }, { by: null, details });
  const next = change.put("order", {
    ...grown,
    unitPrice: priceAt(prices, quantity),
    approval,
    approvalReason: approvalReason(approval),
  });
  if (next.state === "approved") placeWhenDue(change, next, at);
}

export function approve(
  change: AccountChange,
  order: Order,
  { cause, by }: { cause: string; by: StoryEvent["by"] },
  at: number,
): Order {
  const approved = applyEvent(order, { kind: "approve", at, cause }, { by });
  const put = change.put("order", { ...approved, approvedAt: at, waitsFor: null, wait: null });
  return placeWhenDue(change, put, at);
}

/** What an order that a person has to approve says of that. */
export function waitForApproval(approval: ApprovalCause): Pick<Order, "waitsFor" | "wait"> {
  return { waitsFor: `a person's approval: ${approvalReason(approval)}`, wait: { code: "approval" } };
}

function pricesOf(change: AccountChange, { partId, supplierId }: Order) {
  const supplies = change.get("part", partId)?.supplies ?? [];
  return supplies.find((supply) => supply.supplierId === supplierId)?.prices ?? [];
}

function causeToAsk(
  change: AccountChange,
  partId: string,
  { supplierId, prices }: Pick<Sourcing, "supplierId" | "prices">,
  quantity: number,
): ApprovalCause | null {
  // What moves within the house is not bought.
  if (supplierId === null) return null;
  const account = { accountId: change.base.accountId, get: change.get.bind(change) };
  return approvalCause({
    value: orderValue(prices, quantity),
    limits: [settingsOf(account).approvalAbove, change.get("supplier", supplierId)?.approvalAbove ?? null],
    needsApproval: change.get("part", partId)?.needsApproval ?? false,
  });
}
