import {
  blockOf,
  canGrow,
  capacityOf,
  type Decision,
  dayAt,
  decide,
  isReviewDue,
  notYetSeen,
  type Policy,
  reviewAfter,
} from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Level, Order, Part, Site, StorageLocation } from "../accounts/records.ts";
import { isFilledByHand, policyOf, type Stock, stockOf } from "../inventory/stock.ts";
import { lookAgain } from "./placement.ts";
import { grow, propose } from "./proposal.ts";
import { type Sourcing, sourcingOf } from "./supply.ts";

/** Orders when the policy says so: at most one open order a location, which grows until it has gone out. */
export function reorderIfNeeded(change: AccountChange, location: StorageLocation, at: number): void {
  const part = change.get("part", location.partId);
  const site = change.get("site", location.siteId);
  const policy = policyOf(change, location);
  const sourcing = part && sourcingOf(location, part);
  // Without a policy or a supplier, people order.
  if (!part || !site || !policy || !sourcing) return;
  const open = change.openOrderOf(location.id);
  const stock = stockOf(change, location, open, at);
  const level = change.get("level", location.id);
  const isReview =
    policy.kind === "periodic" &&
    isReviewDue(policy, site.timeZone, level?.reviewedAt ?? location.updatedAt, at);
  const decision = decideFor(change, { location, part, site, policy, sourcing, stock, level, isReview }, at);
  if (level && isReview && stock.onHand !== null) change.put("level", { ...level, reviewedAt: at });
  if (policy.kind === "periodic") lookAtNextReview(change, location.id, policy, site.timeZone, at);
  if ("none" in decision) return;
  if ("grow" in decision) {
    grow(change, open!, decision.grow, at);
    return;
  }
  const current = change.get("level", location.id);
  if (current?.hasSignal) change.put("level", { ...current, hasSignal: false });
  reorderSourceOf(change, propose(change, location, sourcing, decision.order, at), at);
}

/** Time alone brings a review; locations that are reviewed at once share the job. */
function lookAtNextReview(
  change: AccountChange,
  locationId: string,
  policy: Policy & { kind: "periodic" },
  timeZone: string,
  at: number,
): void {
  const level = change.get("level", locationId);
  const next = reviewAfter(policy, timeZone, at);
  if (!level || next === null || level.nextReviewAt === next) return;
  change.put("level", { ...level, nextReviewAt: next });
  lookAgain(change, next + 1000);
}

/** What a transfer reserves may bring its source to its own reorder point. */
export function reorderSourceOf(change: AccountChange, { sourceLocationId }: Order, at: number): void {
  const source = sourceLocationId === null ? undefined : change.get("location", sourceLocationId);
  if (source) reorderIfNeeded(change, source, at);
}

interface Circumstances {
  location: StorageLocation;
  part: Part;
  site: Site;
  policy: Policy;
  sourcing: Sourcing;
  stock: Stock;
  level: Level | undefined;
  isReview: boolean;
}

function decideFor(
  change: AccountChange,
  { location, part, site, policy, sourcing, stock, level, isReview }: Circumstances,
  at: number,
): Decision {
  const open = change.openOrderOf(location.id);
  const last = change.lastClosedOrderOf(location.id);
  // What people booked in and nobody has put away yet is neither on hand nor on order, and is there all the same.
  const underWay = isFilledByHand(location)
    ? 0
    : (last ? notYetSeen(last, at) : 0) + (open ? notYetSeen(open, at) : 0);
  return decide({
    at,
    onHand: stock.onHand,
    onOrder: stock.onOrder + underWay,
    reserved: stock.reserved,
    policy,
    safetyStock: location.safetyStock,
    supply: sourcing,
    capacity: capacityOf(location.geometry),
    openOrder: open
      ? { quantity: open.quantity, canGrow: canGrow(open.state), isUrgent: open.isUrgent }
      : null,
    lastOrderedAt: last?.createdAt ?? null,
    minimumHoursBetweenOrders: location.minimumHoursBetweenOrders,
    signal: level?.hasSignal ?? false,
    isReview,
    block: blockOf({
      // A suspended customer's stock is kept, but nothing is bought in its name.
      isSuspended: change.base.state !== "active",
      isBlocked: part.isBlocked,
      phaseIn: part.phaseIn,
      phaseOut: part.phaseOut,
      isHeld: level?.heldAt != null && level.heldAt === stock.onHand,
      today: dayAt(site.timeZone, at),
    }),
  });
}
