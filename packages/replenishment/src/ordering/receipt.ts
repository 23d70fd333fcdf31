/** Deliveries as the sensor sees them, beside what people and papers say. */
import {
  arrivedQuantity,
  dueQuantity,
  hasGoneOut,
  isOpen,
  type LifecycleOrder,
  type OrderRecord,
  type OrderRefusal,
} from "./order-lifecycle.ts";

/** Share of the pieces of a delivery that must be seen before a refill counts as it. */
const SHARE_SEEN = 0.5;

/** Hours in which received pieces are brought to their place, or the rest of a refill follows its first part. */
export const PUT_AWAY_HOURS = 24;
/** Hours in which the rest of a delivery of which the sensor has seen half may still be on its way to its place. */
export const REST_HOURS = 2;

/**
 * A refill that the sensor saw. Refills add up; once half of what was still to come has been seen (people take parts
 * while others refill, so it is seldom all) the order is received. Of an order that comes in several deliveries, half
 * of the last one must have been seen; before, it is received in part. A refill of less comes back without a record. An
 * order that has not gone out yet cannot have arrived: refused.
 */
export function receiveByRefill<O extends LifecycleOrder>(
  order: O,
  pieces: number,
  at: number,
): { order: O; record: OrderRecord | null } | { refused: OrderRefusal } {
  if (!isOpen(order.state)) return { refused: "closed" };
  if (!hasGoneOut(order.state)) return { refused: "not-in-this-state" };
  const piecesSeen = order.piecesSeen + pieces;
  if (!Number.isSafeInteger(pieces) || pieces <= 0 || !Number.isSafeInteger(piecesSeen))
    return { refused: "quantity" };
  const seen: O = { ...order, piecesSeen, receivedAt: at };
  const cause = `refill of ${piecesSeen} pieces seen by the sensor`;
  if (piecesSeen >= seenUntilReceived(order)) {
    return { order: { ...seen, state: "received" }, record: { at, state: "received", cause, kind: "see" } };
  }
  const first = order.deliveries[0]?.quantity;
  if (first !== undefined && order.state !== "partly-received" && piecesSeen >= SHARE_SEEN * first) {
    return {
      order: { ...seen, state: "partly-received" },
      record: { at, state: "partly-received", cause, kind: "see" },
    };
  }
  return { order: seen, record: null };
}

/** Pieces seen in all at which the last delivery counts as arrived. */
function seenUntilReceived(order: LifecycleOrder): number {
  const due = dueQuantity(order);
  const last = order.deliveries.at(-1)?.quantity ?? due;
  const before = Math.max(order.receivedQuantity ?? 0, due - last);
  return before >= due ? before + 1 : before + SHARE_SEEN * (due - before);
}

/**
 * Pieces that have arrived but were not put where the sensor sees them: they are on hand for no sensor and on order with
 * no supplier, and count for the inventory position all the same, or they would be ordered twice. What people booked in
 * counts for {@link PUT_AWAY_HOURS}; after that it has been used elsewhere or was taken while others refilled. The rest of
 * what only the sensor saw is a guess, and counts for {@link REST_HOURS}.
 */
export function notYetSeen(order: LifecycleOrder, at: number): number {
  const { state, receivedQuantity, receivedAt, piecesSeen } = order;
  if (receivedAt === null || (state !== "partly-received" && state !== "received")) return 0;
  if (receivedQuantity !== null)
    return isWithin(PUT_AWAY_HOURS, receivedAt, at) ? Math.max(0, receivedQuantity - piecesSeen) : 0;
  // Of an order in parts the rest is still on order.
  if (state !== "received" || !isWithin(REST_HOURS, receivedAt, at)) return 0;
  return Math.max(0, dueQuantity(order) - piecesSeen);
}

/**
 * Divides a refill that the sensor saw between the order that was received last, whose pieces are still being put away,
 * and the open one. Either may be null. Returns both as they are then; `record` is the open one's. `unassigned`: pieces
 * that belong to no order, e.g. brought from another place.
 */
export function assignRefill<O extends LifecycleOrder>(
  { last, open }: { last: O | null; open: O | null },
  pieces: number,
  at: number,
): { last: O | null; open: O | null; record: OrderRecord | null; unassigned: number } {
  const isOpenOut = open !== null && hasGoneOut(open.state);
  const expected = last === null ? 0 : stillPutAway(last, at, isOpenOut);
  const ofLast = Math.min(expected, pieces);
  const after = ofLast > 0 ? { ...last!, piecesSeen: last!.piecesSeen + ofLast } : last;
  const rest = pieces - ofLast;
  if (rest === 0 || open === null) return { last: after, open, record: null, unassigned: rest };
  const received = receiveByRefill(open, rest, at);
  if ("refused" in received) return { last: after, open, record: null, unassigned: rest };
  return { last: after, open: received.order, record: received.record, unassigned: 0 };
}

/**
 * Pieces of a closed order that may still be put away. What a paper says was received lies somewhere; that more comes of
 * what the sensor saw is a guess, which gives way to an open order.
 */
function stillPutAway(last: LifecycleOrder, at: number, isOpenOut: boolean): number {
  if (last.state !== "received" || last.receivedAt === null) return 0;
  if (last.receivedQuantity !== null) return notYetSeen(last, at);
  if (isOpenOut || !isWithin(PUT_AWAY_HOURS, last.receivedAt, at)) return 0;
  return Math.max(0, dueQuantity(last) - arrivedQuantity(last));
}

function isWithin(hours: number, receivedAt: number, at: number): boolean {
  return Math.abs(at - receivedAt) < hours * 3_600_000;
}

/** What the sensor saw less what people or papers said, in pieces; null while either is missing. */
export function seenBesidePaper(order: LifecycleOrder): number | null {
  return order.receivedQuantity === null || order.piecesSeen === 0
    ? null
    : order.piecesSeen - order.receivedQuantity;
}
