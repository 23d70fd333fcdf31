/**
 * One location's stock and orders as they follow from its history. The product does not call it: the application keeps the
 * same in its records and takes the same steps (`decide`, `transition`, `assignRefill`, …) within its changes. Here they
 * stand together without a database, so that tests can put any history to them and ask what must hold whatever happens. The
 * same history always gives the same state.
 */
import { blockOf } from "./block.ts";
import { dayAt } from "./day.ts";
import { type Decision, decide, inventoryPosition } from "./decide.ts";
import type { Ledger, LedgerEvent, LedgerOrder, LedgerRefusal, LedgerRules } from "./ledger-record.ts";
import {
  canGrow,
  isOpen,
  type OrderEvent,
  type OrderRecord,
  onOrder,
  proposedOrder,
  transition,
} from "./order-lifecycle.ts";
import type { Policy } from "./policy.ts";
import { assignRefill, notYetSeen } from "./receipt.ts";
import { isReviewDue } from "./review.ts";

/** Nothing is known of the level yet. `at`: ms since 1970, when the rules begin. */
export function newLedger(rules: LedgerRules, at: number): Ledger {
  return {
    rules,
    onHand: null,
    isKnown: false,
    reservations: {},
    open: null,
    last: null,
    nextNumber: 1,
    hasSignal: false,
    heldAt: null,
    reviewedAt: at,
    lastSequence: 0,
    totals: { first: 0, refilled: 0, withdrawn: 0, corrected: 0, unassigned: 0 },
  };
}

/** The state after the event, or why it is impossible; then nothing changes. Pure. */
export function record(ledger: Ledger, event: LedgerEvent): { ledger: Ledger } | { refused: LedgerRefusal } {
  const next = after(ledger, event);
  if (typeof next === "string") return { refused: next };
  return { ledger: reorder(next, event.at) };
}

/** What there is to decide on at a time; `position` null: the level is not known. */
export function ledgerStock(
  ledger: Ledger,
  at: number,
): { onHand: number | null; onOrder: number; reserved: number; position: number | null } {
  const { open, last, rules } = ledger;
  const onHand = ledger.isKnown ? ledger.onHand : null;
  // What people booked in and nobody has put away yet is neither on hand nor with the supplier, and is there all the same.
  const putAway = rules.isUnwatched
    ? 0
    : (open ? notYetSeen(open, at) : 0) + (last ? notYetSeen(last, at) : 0);
  const coming = (open ? onOrder(open) : 0) + putAway;
  let reserved = 0;
  for (const { quantity, until } of Object.values(ledger.reservations))
    if (until === null || until > at) reserved += quantity;
  const position = onHand === null ? null : inventoryPosition({ onHand, onOrder: coming, reserved });
  return { onHand, onOrder: coming, reserved, position };
}

function after(ledger: Ledger, event: LedgerEvent): Ledger | LedgerRefusal {
  switch (event.kind) {
    case "level":
      return measure(ledger, event);
    case "count":
      return count(ledger, event.onHand);
    case "order":
      if (ledger.open) return "order-open";
      if (!isPieces(event.quantity) || event.quantity === 0) return "quantity";
      return propose(ledger, event.quantity, false, event.cause, event.at);
    case "step":
      return step(ledger, event);
    case "reserve": {
      if (!isPieces(event.quantity)) return "figures";
      const { [event.id]: _before, ...others } = ledger.reservations;
      const { quantity, until } = event;
      return {
        ...ledger,
        reservations: quantity === 0 ? others : { ...others, [event.id]: { quantity, until } },
      };
    }
    case "rules":
      // Somebody looked at it, so what was decided against may be decided anew.
      return { ...ledger, rules: { ...ledger.rules, ...event.rules }, heldAt: null };
    case "look":
      return ledger;
  }
}

function measure(ledger: Ledger, event: LedgerEvent & { kind: "level" }): Ledger | LedgerRefusal {
  const { onHand, at } = event;
  if (event.sequence <= ledger.lastSequence) return "repeated";
  if (onHand !== null && !isWithin(onHand, ledger.rules.capacity)) return "figures";
  const heard = {
    ...ledger,
    lastSequence: event.sequence,
    hasSignal: ledger.hasSignal || event.isPressed === true,
    isKnown: onHand !== null,
  };
  if (onHand === null) return heard;
  if (ledger.onHand === null) return { ...heard, onHand, totals: { ...ledger.totals, first: onHand } };
  const moved = onHand - ledger.onHand;
  if (moved === 0) return heard;
  const seen = { ...heard, onHand, heldAt: null };
  const { totals } = ledger;
  if (moved < 0) return { ...seen, totals: { ...totals, withdrawn: totals.withdrawn - moved } };
  const { last, open, record, unassigned } = assignRefill(ledger, moved, at);
  const assigned = {
    ...seen,
    last,
    totals: {
      ...totals,
      refilled: totals.refilled + moved,
      unassigned: totals.unassigned + unassigned,
    },
  };
  return open === null ? assigned : withOrder(assigned, open, record);
}

function count(ledger: Ledger, onHand: number): Ledger | LedgerRefusal {
  if (!isWithin(onHand, ledger.rules.capacity)) return "figures";
  const { totals } = ledger;
  const moved =
    ledger.onHand === null
      ? { ...totals, first: onHand }
      : { ...totals, corrected: totals.corrected + onHand - ledger.onHand };
  return { ...ledger, onHand, isKnown: true, heldAt: null, totals: moved };
}

function step(ledger: Ledger, { at, number, step }: LedgerEvent & { kind: "step" }): Ledger | LedgerRefusal {
  const before = [ledger.open, ledger.last].find((order) => order?.number === number);
  if (!before) return "no-such-order";
  const result = transition(before, { ...step, at } as OrderEvent);
  if ("refused" in result) return result.refused;
  const { order } = result;
  const next = withOrder(ledger, order, result.record);
  if (step.kind === "receive") {
    const pieces = (order.receivedQuantity ?? 0) - (before.receivedQuantity ?? 0);
    return fill(next, pieces);
  }
  return isOpen(order.state) ? next : { ...next, heldAt: next.onHand, hasSignal: false };
}

function fill(ledger: Ledger, pieces: number): Ledger {
  const { rules, totals } = ledger;
  const before = ledger.onHand;
  // How much lies there where nothing was counted yet, a delivery does not tell.
  if (!rules.isUnwatched || pieces === 0 || before === null) return ledger;
  const onHand = Math.max(before, Math.min(rules.capacity, before + pieces));
  const corrected = totals.corrected + onHand - before;
  return { ...ledger, onHand, isKnown: true, heldAt: null, totals: { ...totals, corrected } };
}

function withOrder(ledger: Ledger, order: LedgerOrder, record: OrderRecord | null): Ledger {
  const next = record === null ? order : { ...order, events: [...order.events, record] };
  if (isOpen(next.state)) return { ...ledger, open: next };
  return { ...ledger, open: ledger.open?.number === next.number ? null : ledger.open, last: next };
}

function propose(ledger: Ledger, quantity: number, isUrgent: boolean, cause: string, at: number): Ledger {
  const proposed: LedgerOrder = {
    ...proposedOrder(quantity, isUrgent),
    number: ledger.nextNumber,
    createdAt: at,
    events: [{ at, state: "proposed", cause, kind: "propose" }],
  };
  const next = { ...ledger, open: proposed, nextNumber: ledger.nextNumber + 1, hasSignal: false };
  return ledger.rules.needsApproval
    ? next
    : stepOf(next, { kind: "approve", at, cause: "no approval needed" });
}

/** At most one open order, which grows until it has gone out. */
function reorder(ledger: Ledger, at: number): Ledger {
  const { policy, timeZone } = ledger.rules;
  if (policy === null) return ledger;
  const isReview = policy.kind === "periodic" && isReviewDue(policy, timeZone, ledger.reviewedAt, at);
  const decision = decideFor(ledger, policy, isReview, at);
  const reviewed = isReview && ledger.isKnown ? { ...ledger, reviewedAt: at } : ledger;
  if ("none" in decision) return reviewed;
  if ("grow" in decision) return stepOf(reviewed, { kind: "grow", at, ...decision.grow });
  const { quantity, isUrgent, cause } = decision.order;
  return propose(reviewed, quantity, isUrgent, cause, at);
}

function decideFor(ledger: Ledger, policy: Policy, isReview: boolean, at: number): Decision {
  const { rules, open, last } = ledger;
  const { onHand, onOrder, reserved } = ledgerStock(ledger, at);
  return decide({
    at,
    onHand,
    onOrder,
    reserved,
    policy,
    safetyStock: rules.safetyStock,
    supply: rules.supply,
    capacity: rules.capacity,
    openOrder: open && { quantity: open.quantity, canGrow: canGrow(open.state), isUrgent: open.isUrgent },
    lastOrderedAt: last?.createdAt ?? null,
    minimumHoursBetweenOrders: rules.minimumHoursBetweenOrders,
    signal: ledger.hasSignal,
    isReview,
    block: blockOf({
      ...rules,
      isHeld: ledger.heldAt !== null && ledger.heldAt === onHand,
      today: dayAt(rules.timeZone, at),
    }),
  });
}

/** A step that the open order's state allows. */
function stepOf(ledger: Ledger, event: OrderEvent): Ledger {
  const result = transition(ledger.open!, event);
  return "refused" in result ? ledger : withOrder(ledger, result.order, result.record);
}

function isWithin(onHand: number, capacity: number): boolean {
  return isPieces(onHand) && onHand <= capacity;
}

function isPieces(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
