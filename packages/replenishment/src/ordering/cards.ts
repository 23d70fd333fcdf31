/** The cards of a kanban loop, or the bins of two: what each one's container is doing, by level and orders. */
import type { LifecycleOrder } from "./order-lifecycle.ts";
import { onOrder } from "./order-lifecycle.ts";
import type { Policy } from "./policy.ts";
import { notYetSeen } from "./receipt.ts";

/** `unknown`: at the location, which nobody can see at present. */
export type CardState = "full" | "in-transit" | "ordered" | "empty" | "unknown";

/**
 * A state for each card, fullest first; their number is always that of the cards. A container that has been broken is
 * full until its last piece is taken. null: the policy has no cards.
 */
export function cardsOf({
  policy,
  onHand,
  open,
  last,
  at,
}: {
  policy: Policy;
  /** Pieces; null: not known. */
  onHand: number | null;
  /** The open order, and the one that was received last, whose containers may still be on their way to their place. */
  open: LifecycleOrder | null;
  last: LifecycleOrder | null;
  at: number;
}): CardState[] | null {
  const loop = loopOf(policy);
  if (loop === null) return null;
  const containers = (pieces: number) => Math.ceil(Math.max(0, pieces) / loop.pieces);
  const cards: CardState[] = [];
  const add = (state: CardState, count: number) => {
    for (let left = Math.min(count, loop.cards - cards.length); left > 0; left--) cards.push(state);
  };
  const putAway = (open === null ? 0 : notYetSeen(open, at)) + (last === null ? 0 : notYetSeen(last, at));
  const coming = open === null ? 0 : onOrder(open);
  const isUnderWay = open?.state === "in-transit";
  if (onHand !== null) add("full", containers(onHand));
  add("in-transit", containers(putAway) + (isUnderWay ? containers(coming) : 0));
  if (!isUnderWay) add("ordered", containers(coming));
  add(onHand === null ? "unknown" : "empty", loop.cards);
  return cards;
}

function loopOf(policy: Policy): { cards: number; pieces: number } | null {
  if (policy.kind === "kanban") return { cards: policy.cards, pieces: policy.piecesPerCard };
  return policy.kind === "two-bin" ? { cards: 2, pieces: policy.piecesPerBin } : null;
}
