/** Merges the approved orders of one supplier and delivery site into purchase orders. */
import {
  afterBlackouts,
  blackoutAt,
  lastOrderingTime,
  nextOrderingTime,
  type SupplyCalendar,
} from "./calendar.ts";

/** Minutes before the cut-off at which is ordered at the latest, so that the order is there in time. */
export const CUT_OFF_MARGIN_MINUTES = 5;

/**
 * When an approved order goes to its supplier, ms since 1970: after the collection window, in which others join it, but
 * before the cut-off of its day. An urgent one goes at once, on any day and after the cut-off, but not in a blackout.
 * null: never within 400 days.
 */
export function placementTime({
  calendar,
  approvedAt,
  isUrgent,
  collectionMinutes,
}: {
  calendar: SupplyCalendar;
  /** ms since 1970. */
  approvedAt: number;
  isUrgent: boolean;
  /** 0: no window. */
  collectionMinutes: number;
}): number | null {
  if (isUrgent) return afterBlackouts(calendar, approvedAt);
  const open = nextOrderingTime(calendar, approvedAt);
  if (open === null) return null;
  const last = lastOrderingTime(calendar, open)! - CUT_OFF_MARGIN_MINUTES * 60_000;
  return Math.max(open, Math.min(open + collectionMinutes * 60_000, last));
}

const NEVER =
  "nothing can be ordered within 400 days: look at the supplier's ordering days and holidays, and at the site's blackouts";

/** An approved order that waits to be placed; everything else on it passes through. */
export type Need = {
  approvedAt: number;
  /** {@link placementTime}; null: never. */
  placeAt: number | null;
  isUrgent: boolean;
  /** In the account's currency; null: its price is not known. */
  value: number | null;
};
/** Why an order waits to be placed; times are ms since 1970, days `YYYY-MM-DD`, values in the account's currency. */
export type WaitCause =
  | { code: "never" }
  | { code: "not-ordered-now"; until: number }
  | { code: "blackout"; lastDay: string; why: string }
  | { code: "ordering-time" }
  | { code: "others" }
  | { code: "minimum-value"; value: number; minimum: number; mostDays: number }
  /** Merged by a person: it goes at that time. */
  | { code: "chosen-time"; until: number }
  /** Merged by a person with others that nobody has approved yet. */
  | { code: "approval-of-others"; others: number };

export type Gathered<N> = {
  /** One purchase order; empty: none yet. */
  place: N[];
  /** Why the others wait, as a person will read it, and when to look again; `until` null: only a change can help. */
  wait: { needs: N[]; reason: string; cause: WaitCause; until: number | null } | null;
};

/**
 * What to place now of the needs of one supplier and site. As soon as one of them is due, all go with it. An urgent one
 * takes all along, whatever their value; else they wait until they reach the minimum order value, the oldest at most
 * `maximumWaitDays`. A value that is not known holds nothing back.
 */
export function gather<N extends Need>(
  needs: readonly N[],
  {
    calendar,
    minimumOrderValue,
    at,
    maximumWaitDays,
  }: { calendar: SupplyCalendar; minimumOrderValue: number; at: number; maximumWaitDays: number },
): Gathered<N> {
  if (needs.length === 0) return { place: [], wait: null };
  const all = [...needs];
  const wait = (cause: WaitCause, until: number | null): Gathered<N> => waiting(all, cause, until);
  const due = all.filter(({ placeAt }) => placeAt !== null && placeAt <= at);
  const isUrgent = due.some((need) => need.isUrgent);
  if (due.length === 0) {
    const next = Math.min(...all.map(({ placeAt }) => placeAt ?? Number.POSITIVE_INFINITY));
    if (next === Number.POSITIVE_INFINITY) return wait({ code: "never" }, null);
    return wait(waitingFor(calendar, at), next);
  }
  // The moment may have passed while nothing ran: the next one counts then.
  const open = isUrgent ? afterBlackouts(calendar, at) : nextOrderingTime(calendar, at);
  if (open === null) return wait({ code: "never" }, null);
  if (open > at) return wait({ code: "not-ordered-now", until: open }, open);
  const value = sum(all);
  if (isUrgent || value === null || value >= minimumOrderValue) return { place: all, wait: null };
  const latest = Math.min(...all.map(({ approvedAt }) => approvedAt)) + maximumWaitDays * 86_400_000;
  if (latest <= at) return { place: all, wait: null };
  return wait(
    { code: "minimum-value", value, minimum: minimumOrderValue, mostDays: maximumWaitDays },
    latest,
  );
}

/**
 * The same of needs that a person merged, so that they go together at a time of one's choice: neither for others nor for
 * the minimum order value do they wait, but for each other's approval, and for the end of a blackout. An urgent one takes
 * those along that are approved.
 */
export function gatherMerged<N extends Need>(
  needs: readonly N[],
  {
    calendar,
    goesAt,
    unapproved,
    at,
  }: {
    calendar: SupplyCalendar;
    /** ms since 1970; what has passed: now. */
    goesAt: number;
    /** How many of those that were merged wait for a person's approval. */
    unapproved: number;
    at: number;
  },
): Gathered<N> {
  if (needs.length === 0) return { place: [], wait: null };
  const all = [...needs];
  const isUrgent = all.some((need) => need.isUrgent);
  if (unapproved > 0 && !isUrgent)
    return waiting(all, { code: "approval-of-others", others: unapproved }, null);
  const chosen = isUrgent ? at : Math.max(at, goesAt);
  const open = afterBlackouts(calendar, chosen);
  if (open === null) return waiting(all, { code: "never" }, null);
  if (open <= at) return { place: all, wait: null };
  const blackout = blackoutAt(calendar, chosen);
  const cause: WaitCause = blackout
    ? { code: "blackout", lastDay: blackout.to, why: blackout.reason }
    : { code: "chosen-time", until: open };
  return waiting(all, cause, open);
}

function waiting<N>(needs: N[], cause: WaitCause, until: number | null): Gathered<N> {
  return { place: [], wait: { needs, reason: waitReason(cause), cause, until } };
}

/** Why an order waits, in words. */
export function waitReason(cause: WaitCause): string {
  switch (cause.code) {
    case "never":
      return NEVER;
    case "not-ordered-now":
      return "nothing is ordered from this supplier now: the next ordering time counts";
    case "blackout":
      return `nothing is ordered for the site until ${cause.lastDay}: ${cause.why}`;
    case "ordering-time":
      return "waits for the supplier's next ordering time";
    case "others":
      return "waits for others to the same supplier";
    case "minimum-value":
      return `${money(cause.value)} together, below the supplier's minimum order value of ${money(cause.minimum)}: waits for more, at most ${cause.mostDays} days`;
    case "chosen-time":
      return `goes out at ${new Date(cause.until).toISOString().slice(0, 16).replace("T", " ")} UTC, as was chosen`;
    case "approval-of-others":
      return `waits for the approval of ${cause.others} other${cause.others === 1 ? "" : "s"} that it goes with`;
  }
}

function sum(needs: readonly Need[]): number | null {
  let total = 0;
  for (const { value } of needs) {
    if (value === null) return null;
    total += value;
  }
  // 114.99999999999999 is 115.
  return Math.round(total * 1e6) / 1e6;
}

function money(value: number): string {
  return value.toFixed(2);
}

/** What keeps orders whose time has not come. */
function waitingFor(calendar: SupplyCalendar, at: number): WaitCause {
  const blackout = blackoutAt(calendar, at);
  if (blackout) return { code: "blackout", lastDay: blackout.to, why: blackout.reason };
  return { code: nextOrderingTime(calendar, at) !== at ? "ordering-time" : "others" };
}
