/** Whether a location orders now, how much and why. */
import { isUsable, orderUpToOf, type Policy, reorderPointOf } from "./policy.ts";
import { isSupplyUsable, orderUnit, type Supply } from "./supply.ts";

/** What keeps a location from ordering whatever its stock. */
export type Block = "part-blocked" | "phased-out" | "not-phased-in" | "suspended" | "held";

export type Situation = {
  /** ms since 1970. */
  at: number;
  /** Pieces that the location has; null: not known, then nothing is ordered. */
  onHand: number | null;
  /** Pieces that are still to come, those of `openOrder` among them. */
  onOrder: number;
  /** Pieces on hand that are promised to somebody. */
  reserved: number;
  policy: Policy;
  /** Pieces; when less is available, the order is urgent and a periodic policy does not wait for its review. 0: none. */
  safetyStock: number;
  supply: Supply;
  /** Most pieces that the location holds. */
  capacity: number;
  /** The location's open signal, at most one. `canGrow`: it has not gone out yet, and its quantity may still be raised. */
  openOrder: null | { quantity: number; canGrow: boolean; isUrgent: boolean };
  /** ms since 1970: when this location's last order was made; null: never. */
  lastOrderedAt: number | null;
  /** Hours, 0: none. Holds for urgent orders too: a level that jumps up and down must not order again and again. */
  minimumHoursBetweenOrders: number;
  /** A button was pressed or a card scanned since the last order. Only an `event` policy looks at it. */
  signal: boolean;
  /** A review time of a `periodic` policy has come since its last review. */
  isReview: boolean;
  block: Block | null;
};

/** Why nothing is ordered. `invalid-…`: settings or figures that no order may be made from. */
export type NoOrder =
  | Block
  | "level-unknown"
  | "open-order"
  | "above-reorder-point"
  | "no-signal"
  | "no-review"
  | "too-soon"
  | "no-room"
  | "invalid-policy"
  | "invalid-supply"
  | "invalid-figures";

/** The figures behind a decision, in pieces, for those who say it in a language of their own. */
export type Why = {
  policy: Policy["kind"];
  position: number;
  reorderPoint: number;
  orderUpTo: number;
  /** On hand less what is promised. */
  available: number;
  safetyStock: number;
  /** What the policy alone asks for, before packs, minimum and room. */
  wanted: number;
  /** It would have been more, had there been room for it: what the location holds; null: all of it fits. */
  capacity: number | null;
};
type Quantity = {
  /** Pieces. */
  quantity: number;
  isUrgent: boolean;
  /** Why and how much, as a person will read it. */
  cause: string;
  why: Why;
};
export type Decision =
  | { order: Quantity }
  /** The open order becomes this: `quantity` is its new total, never less than before. */
  | { grow: Quantity }
  | { none: NoOrder };

/** On hand + on order − reserved, in pieces. Below 0 when more is promised than there is. */
export function inventoryPosition(stock: { onHand: number; onOrder: number; reserved: number }): number {
  return stock.onHand + stock.onOrder - stock.reserved;
}

/**
 * The policy's quantity is raised to the minimum order quantity and rounded up to whole packs and multiples, but never
 * more than fits beside what is there and what is coming (then rounded down). An open order that has not gone out is
 * decided anew, as if it were not there, and only grows.
 */
export function decide(situation: Situation): Decision {
  const { onHand, policy, openOrder } = situation;
  if (situation.block !== null) return { none: situation.block };
  if (!isUsable(policy)) return { none: "invalid-policy" };
  if (!isSupplyUsable(situation.supply)) return { none: "invalid-supply" };
  if (onHand === null) return { none: "level-unknown" };
  if (!isSound(onHand, situation)) return { none: "invalid-figures" };
  if (openOrder !== null && !openOrder.canGrow) return { none: "open-order" };

  const coming = Math.max(0, situation.onOrder - (openOrder?.quantity ?? 0));
  const position = onHand + coming - situation.reserved;
  const available = onHand - situation.reserved;
  const isUrgent = available < situation.safetyStock;
  const reason = noNeed(situation, position, isUrgent);
  if (reason !== null) return { none: openOrder === null ? reason : "open-order" };

  const unit = orderUnit(situation.supply);
  const wanted =
    Math.ceil(Math.max(wantedBy(policy, position), situation.supply.minimumOrderQuantity) / unit) * unit;
  const room = Math.floor((situation.capacity - onHand - coming) / unit) * unit;
  const quantity = Math.min(wanted, room);
  const isPossible = quantity > 0 && quantity >= situation.supply.minimumOrderQuantity;
  if (openOrder === null) {
    if (!isPossible) return { none: "no-room" };
    const cause = causeOf(situation, position, quantity, wanted, isUrgent);
    return { order: { quantity, isUrgent, cause, why: whyOf(situation, position, quantity, wanted) } };
  }
  const total = isPossible ? Math.max(quantity, openOrder.quantity) : openOrder.quantity;
  const becomesUrgent = isUrgent && !openOrder.isUrgent;
  if (total === openOrder.quantity && !becomesUrgent) return { none: "open-order" };
  const cause = causeOf(situation, position, total, wanted, isUrgent);
  const why = whyOf(situation, position, total, wanted);
  return { grow: { quantity: total, isUrgent: isUrgent || openOrder.isUrgent, cause, why } };
}

function whyOf(
  { policy, onHand, reserved, safetyStock, capacity }: Situation,
  position: number,
  quantity: number,
  wanted: number,
): Why {
  return {
    policy: policy.kind,
    position,
    reorderPoint: reorderPointOf(policy),
    orderUpTo: orderUpToOf(policy),
    available: onHand! - reserved,
    safetyStock,
    wanted: wantedBy(policy, position),
    capacity: quantity < wanted ? capacity : null,
  };
}

/** Why the policy does not order at this position; null: it does. */
function noNeed(situation: Situation, position: number, isUrgent: boolean): NoOrder | null {
  const { policy, openOrder } = situation;
  if (policy.kind === "event") {
    if (!situation.signal) return "no-signal";
  } else if (position > reorderPointOf(policy)) return "above-reorder-point";
  if (policy.kind === "periodic" && !situation.isReview && !isUrgent) return "no-review";
  // A growing order is no new one, so no time need have passed.
  return openOrder === null && isTooSoon(situation) ? "too-soon" : null;
}

/** A last order in the future is one of a clock that was wrong: it holds back as long as one of the past would. */
function isTooSoon({ at, lastOrderedAt, minimumHoursBetweenOrders }: Situation): boolean {
  return lastOrderedAt !== null && Math.abs(at - lastOrderedAt) < minimumHoursBetweenOrders * 3_600_000;
}

/** Pieces that the policy asks for, before rounding; above 0. */
function wantedBy(policy: Policy, position: number): number {
  switch (policy.kind) {
    case "min-max":
    case "periodic":
      return policy.maximum - position;
    case "reorder-point":
      return timesOf(policy.reorderPoint, policy.quantity, position) * policy.quantity;
    case "kanban":
      return emptied(policy.cards, policy.piecesPerCard, position) * policy.piecesPerCard;
    case "two-bin":
      return emptied(2, policy.piecesPerBin, position) * policy.piecesPerBin;
    case "event":
      return policy.quantity;
  }
}

/** How often `quantity` must be ordered for the position to be above the reorder point. */
function timesOf(reorderPoint: number, quantity: number, position: number): number {
  return Math.floor((reorderPoint - position) / quantity) + 1;
}

/** Containers whose pieces are neither there nor on their way; a broken one is still in use. */
function emptied(containers: number, pieces: number, position: number): number {
  return Math.min(containers, Math.floor((containers * pieces - position) / pieces));
}

function causeOf(
  situation: Situation,
  position: number,
  quantity: number,
  wanted: number,
  isUrgent: boolean,
): string {
  const { policy, capacity, safetyStock, onHand, reserved } = situation;
  let cause = causeByPolicy(policy, position);
  if (quantity < wanted) cause += `, no more than fits (${capacity})`;
  else if (quantity > wantedBy(policy, position)) cause += `, rounded up to ${quantity}`;
  if (isUrgent) cause += `; urgent: ${onHand! - reserved} available, safety stock ${safetyStock}`;
  return cause;
}

function causeByPolicy(policy: Policy, position: number): string {
  const at = `inventory position ${position} at or below`;
  switch (policy.kind) {
    case "min-max":
      return `${at} minimum ${policy.minimum}, ordered up to ${policy.maximum}`;
    case "periodic":
      return `${at} reorder point ${policy.reorderPoint}, ordered up to ${policy.maximum}`;
    case "reorder-point": {
      const times = timesOf(policy.reorderPoint, policy.quantity, position);
      return `${at} reorder point ${policy.reorderPoint}, ordered ${times === 1 ? "" : `${times} × `}${policy.quantity}`;
    }
    case "kanban": {
      const cards = emptied(policy.cards, policy.piecesPerCard, position);
      return `${cards} of ${policy.cards} containers emptied, ordered ${cards} × ${policy.piecesPerCard}`;
    }
    case "two-bin": {
      const bins = emptied(2, policy.piecesPerBin, position);
      return `${bins === 1 ? "one bin" : "both bins"} emptied, ordered ${bins === 1 ? "" : "2 × "}${policy.piecesPerBin}`;
    }
    case "event":
      return `button pressed or card scanned, ordered ${orderUpToOf(policy)}`;
  }
}

function isSound(
  onHand: number,
  { onOrder, reserved, capacity, safetyStock, openOrder }: Situation,
): boolean {
  return (
    isPieces(onHand) &&
    isPieces(onOrder) &&
    isPieces(reserved) &&
    isPieces(capacity) &&
    isPieces(safetyStock) &&
    (openOrder === null || isPieces(openOrder.quantity))
  );
}

function isPieces(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
