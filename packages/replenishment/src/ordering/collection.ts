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
export type Gathered<N> = {
  /** One purchase order; empty: none yet. */
  place: N[];
  /** Why the others wait, as a person will read it, and when to look again; `until` null: only a change can help. */
  wait: { needs: N[]; reason: string; until: number | null } | null;
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
  const wait = (reason: string, until: number | null): Gathered<N> => ({
    place: [],
    wait: { needs: all, reason, until },
  });
  const due = all.filter(({ placeAt }) => placeAt !== null && placeAt <= at);
  const isUrgent = due.some((need) => need.isUrgent);
  if (due.length === 0) {
    const next = Math.min(...all.map(({ placeAt }) => placeAt ?? Number.POSITIVE_INFINITY));
    if (next === Number.POSITIVE_INFINITY) return wait(NEVER, null);
    return wait(waitingFor(calendar, at), next);
  }
  // The moment may have passed while nothing ran: the next one counts then.
  const open = isUrgent ? afterBlackouts(calendar, at) : nextOrderingTime(calendar, at);
  if (open === null) return wait(NEVER, null);
  if (open > at)
    return wait("nothing is ordered from this supplier now: the next ordering time counts", open);
  const value = sum(all);
  if (isUrgent || value === null || value >= minimumOrderValue) return { place: all, wait: null };
  const latest = Math.min(...all.map(({ approvedAt }) => approvedAt)) + maximumWaitDays * 86_400_000;
  if (latest <= at) return { place: all, wait: null };
  return wait(
    `${money(value)} together, below the supplier's minimum order value of ${money(minimumOrderValue)}: waits for more, at most ${maximumWaitDays} days`,
    latest,
  );
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

/** What keeps orders whose time has not come, in words. */
function waitingFor(calendar: SupplyCalendar, at: number): string {
  const blackout = blackoutAt(calendar, at);
  if (blackout) return `nothing is ordered for the site until ${blackout.to}: ${blackout.reason}`;
  if (nextOrderingTime(calendar, at) !== at) return "waits for the supplier's next ordering time";
  return "waits for others to the same supplier";
}
