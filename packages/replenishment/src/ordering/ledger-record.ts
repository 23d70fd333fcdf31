/** What a location's ledger holds, and what can happen to it. */
import type { LifecycleOrder, OrderEvent, OrderRecord, OrderRefusal } from "./order-lifecycle.ts";
import type { Policy } from "./policy.ts";
import type { Supply } from "./supply.ts";

/** How the location orders; any of it may change while an order is open. */
export type LedgerRules = {
  /** null: people order. */
  policy: Policy | null;
  /** Pieces. */
  safetyStock: number;
  supply: Supply;
  /** Most pieces that the location holds. */
  capacity: number;
  minimumHoursBetweenOrders: number;
  /** IANA; of the site. */
  timeZone: string;
  /** A person approves each order. */
  needsApproval: boolean;
  /** No sensor watches it: what people book in lies there. */
  isUnwatched: boolean;
  isSuspended: boolean;
  isBlocked: boolean;
  /** `YYYY-MM-DD`, see `blockOf`. */
  phaseIn: string | null;
  phaseOut: string | null;
};

export type LedgerOrder = LifecycleOrder & {
  /** From 1. */
  number: number;
  createdAt: number;
  events: readonly OrderRecord[];
};

/** Plain data: may be stored and read back as JSON. Times are ms since 1970, quantities pieces. */
export type Ledger = {
  rules: LedgerRules;
  /** As it was known last; null: never. */
  onHand: number | null;
  /** Whether `onHand` still holds: nothing is ordered by a level that nobody knows. */
  isKnown: boolean;
  reservations: Readonly<Record<string, { quantity: number; until: number | null }>>;
  open: LedgerOrder | null;
  /** The one that was closed last. */
  last: LedgerOrder | null;
  nextNumber: number;
  hasSignal: boolean;
  /** The level at which somebody decided against an order; null: nobody has since it changed. */
  heldAt: number | null;
  /** When a periodic policy was looked at last. */
  reviewedAt: number;
  /** Of the messages that were taken into account. */
  lastSequence: number;
  /** Everything that moved since the first level, none below 0 but `corrected`. */
  totals: {
    /** The first level that was known. */
    first: number;
    refilled: number;
    withdrawn: number;
    /** By counts, and by people who booked in where no sensor sees it. */
    corrected: number;
    /** Of `refilled`, what belongs to no order. */
    unassigned: number;
  };
};

type Step = OrderEvent extends infer Event ? (Event extends OrderEvent ? Omit<Event, "at"> : never) : never;
export type LedgerEvent = { at: number } /**
 * A message: the level that it leads to, null when it is not known any more; `isPressed`: the button, or a scanned card.
 * `sequence`: from 1; one that is not above the last one's came before and changes nothing.
 */ & (
  | { kind: "level"; sequence: number; onHand: number | null; isPressed?: boolean }
  /** A stock take. */
  | { kind: "count"; onHand: number }
  /** An order by hand. */
  | { kind: "order"; quantity: number; cause: string }
  /** Something happens to the order of that number. */
  | { kind: "step"; number: number; step: Step }
  /** `quantity` 0: given back. */
  | { kind: "reserve"; id: string; quantity: number; until: number | null }
  | { kind: "rules"; rules: Partial<LedgerRules> }
  /** Only time has passed: a review, the end of a block. */
  | { kind: "look" }
);
export type LedgerRefusal = OrderRefusal | "repeated" | "figures" | "order-open" | "no-such-order";
