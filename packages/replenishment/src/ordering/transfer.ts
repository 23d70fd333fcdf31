/** Orders that a store of one's own fills: what they reserve there, and how a shortage is shared. */
import { isOpen, type LifecycleOrder, onOrder } from "./order-lifecycle.ts";

/**
 * Pieces that a transfer reserves at its source: from its placing until it ships, also more than is there. Then the
 * source's inventory position falls below what it has, and it is replenished in time itself.
 */
export function reservedAtSource(order: LifecycleOrder): number {
  const isWaiting = isOpen(order.state) && order.placedAt !== null && order.shippedAt === null;
  return isWaiting ? onOrder(order) : 0;
}

/**
 * Pieces of a transfer that have left its source: what was shipped, or what has arrived where that is more or nobody said
 * that it was shipped.
 */
export function leftSource(order: LifecycleOrder): number {
  const shipped = order.shippedAt === null ? 0 : (order.confirmedQuantity ?? order.quantity);
  return Math.max(shipped, order.receivedQuantity ?? 0, order.piecesSeen);
}

/** Pieces that can still be promised, from 0: on hand − reserved. An unknown level promises nothing. */
export function availableToPromise({
  onHand,
  reserved,
}: {
  onHand: number | null;
  reserved: number;
}): number {
  return onHand === null ? 0 : Math.max(0, onHand - reserved);
}

/** `quantity`: pieces to pick now, 0: it waits until the source has been refilled. `isShort`: less than was ordered. */
export type Picking<O> = { order: O; quantity: number; isShort: boolean };

/**
 * Divides what the source has among the transfers that wait there: urgent ones first, then the oldest; whole packs. One
 * that is picked short ships with what there is (`ship` with its quantity): the rest is ordered again by its location.
 * `available`: pieces on hand less the reservations that are no transfers.
 */
export function allocate<O extends LifecycleOrder>(
  transfers: readonly O[],
  available: number,
  packSizeOf: (order: O) => number = () => 1,
): Picking<O>[] {
  let left = Math.max(0, available);
  const waiting = transfers.filter((order) => reservedAtSource(order) > 0);
  waiting.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.placedAt! - b.placedAt!);
  return waiting.map((order) => {
    const wanted = reservedAtSource(order);
    const pack = Math.max(1, packSizeOf(order));
    // The last pieces of an order are no whole pack when they were not ordered as such.
    const quantity = left >= wanted ? wanted : Math.floor(left / pack) * pack;
    left -= quantity;
    return { order, quantity, isShort: quantity < wanted };
  });
}

/** Whether locations would refill each other in a circle. `sourceOf`: the location that a location is refilled from. */
export function isSourceCircular(
  locationId: string,
  sourceOf: (locationId: string) => string | null,
): boolean {
  const passed = new Set<string>([locationId]);
  for (let next = sourceOf(locationId); next !== null; next = sourceOf(next)) {
    if (passed.has(next)) return true;
    passed.add(next);
  }
  return false;
}
