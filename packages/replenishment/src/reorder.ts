/** The (s, S) policy: when the inventory position is at or below the minimum, order up to the maximum. */

/** Pieces. Reorder at or below `minimum`, up to `maximum`. */
export type Policy = { minimum: number; maximum: number };
export type Packing = { packSize: number; minimumOrderQuantity: number };

export type NoOrder = "open-order" | "level-unknown" | "above-minimum" | "no-room" | "invalid-policy";
export type Decision = { order: { quantity: number; cause: string } } | { none: NoOrder };

export type Situation = {
  /** Inventory position in pieces; null when the level is unknown. */
  position: number | null;
  policy: Policy;
  part: Packing;
  /** Most pieces that the location can hold. */
  capacity: number;
  /** Pieces; null when unknown. */
  onHand: number | null;
  /** An order of this location is still open: then there is never another one. */
  openOrder: boolean;
};

/** On hand + on order − reserved, in pieces. */
export function inventoryPosition(stock: { onHand: number; onOrder: number; reserved: number }): number {
  return stock.onHand + stock.onOrder - stock.reserved;
}

/** What is wrong with a policy, a field each; empty when it can be used. */
export function validatePolicy(policy: Policy, capacity: number): { field: string; message: string }[] {
  const problems: { field: string; message: string }[] = [];
  if (!Number.isInteger(policy.minimum) || policy.minimum < 0) {
    problems.push({ field: "minimum", message: "must be a whole number of pieces from 0" });
  }
  if (!Number.isInteger(policy.maximum) || policy.maximum < 1) {
    problems.push({ field: "maximum", message: "must be a whole number of pieces from 1" });
  } else if (policy.maximum > capacity) {
    problems.push({ field: "maximum", message: `must not exceed the capacity of ${capacity} pieces` });
  } else if (policy.minimum >= policy.maximum) {
    problems.push({ field: "minimum", message: "must be below maximum" });
  }
  return problems;
}

/**
 * Whether to order, how much and why. The quantity reaches `maximum`, is at least the minimum order quantity, is whole
 * packs (rounded up), and never more than fits (then rounded down to whole packs).
 */
export function decide({ position, policy, part, capacity, onHand, openOrder }: Situation): Decision {
  if (openOrder) return { none: "open-order" };
  if (position === null || onHand === null) return { none: "level-unknown" };
  if (!(policy.minimum < policy.maximum) || !(part.packSize > 0)) return { none: "invalid-policy" };
  if (position > policy.minimum) return { none: "above-minimum" };
  const packs = (pieces: number) => Math.ceil(pieces / part.packSize) * part.packSize;
  const wanted = packs(Math.max(policy.maximum - position, part.minimumOrderQuantity));
  const room = Math.floor((capacity - Math.max(onHand, position)) / part.packSize) * part.packSize;
  const quantity = Math.min(wanted, room);
  if (quantity <= 0 || quantity < part.minimumOrderQuantity) return { none: "no-room" };
  const bounded = quantity < wanted ? `, no more than fits (${capacity})` : "";
  return {
    order: {
      quantity,
      cause: `inventory position ${position} at or below minimum ${policy.minimum}, ordered up to ${policy.maximum}${bounded}`,
    },
  };
}
