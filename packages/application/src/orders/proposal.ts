import { randomUUID } from "node:crypto";
import { approvalReason, orderValue, priceAt, proposedOrder } from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, StorageLocation } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import { applyEvent } from "./order-events.ts";
import { placeWhenDue } from "./placement.ts";
import type { Sourcing } from "./supply.ts";

interface Wanted {
  /** Pieces. */
  quantity: number;
  isUrgent: boolean;
  cause: string;
}

/** A new order; it is approved at once unless a person has to, and placed when its supplier's calendar says so. */
export function propose(
  change: AccountChange,
  location: StorageLocation,
  sourcing: Sourcing,
  { quantity, isUrgent, cause }: Wanted,
  at: number,
): Order {
  const reason = reasonToAsk(change, location.partId, sourcing, quantity);
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
    approvedAt: null,
    placeAt: null,
    waitsFor: reason === null ? null : `a person's approval: ${reason}`,
    dueAt: null,
    lateSince: null,
    chasedAt: null,
    chases: 0,
    dispatchProblem: null,
    events: [{ at, state: "proposed", cause }],
  };
  change.put("order", order);
  return reason === null ? approve(change, order, "no approval needed", at) : order;
}

/** The order's quantity is raised; one that would need a person's approval by that stays as it is once approved. */
export function grow(
  change: AccountChange,
  order: Order,
  { quantity, isUrgent, cause }: Wanted,
  at: number,
): void {
  const prices = pricesOf(change, order);
  const reason = reasonToAsk(change, order.partId, { supplierId: order.supplierId, prices }, quantity);
  if (order.state === "approved" && reason !== null && order.approvalReason === null) return;
  const grown = applyEvent(order, { kind: "grow", at, cause, quantity, isUrgent });
  const next = change.put("order", {
    ...grown,
    unitPrice: priceAt(prices, quantity),
    approvalReason: reason,
  });
  if (next.state === "approved") placeWhenDue(change, next, at);
}

export function approve(change: AccountChange, order: Order, cause: string, at: number): Order {
  const approved = applyEvent(order, { kind: "approve", at, cause });
  return placeWhenDue(change, change.put("order", { ...approved, approvedAt: at, waitsFor: null }), at);
}

function pricesOf(change: AccountChange, { partId, supplierId }: Order) {
  const supplies = change.get("part", partId)?.supplies ?? [];
  return supplies.find((supply) => supply.supplierId === supplierId)?.prices ?? [];
}

function reasonToAsk(
  change: AccountChange,
  partId: string,
  { supplierId, prices }: Pick<Sourcing, "supplierId" | "prices">,
  quantity: number,
): string | null {
  // What moves within the house is not bought.
  if (supplierId === null) return null;
  const account = { accountId: change.base.accountId, get: change.get.bind(change) };
  return approvalReason({
    value: orderValue(prices, quantity),
    limits: [settingsOf(account).approvalAbove, change.get("supplier", supplierId)?.approvalAbove ?? null],
    needsApproval: change.get("part", partId)?.needsApproval ?? false,
  });
}
