import { DAY_MS, dueTime, onOrder, reorderPointOf } from "@refill/replenishment";
import type { Order, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, policyOf, stockOf } from "../inventory/stock.ts";
import { expectedAt, leadTimeRules, sourcingOf } from "../orders/supply.ts";

/** A location that is empty, or will be before its refill comes. */
export interface RunOut {
  location: StorageLocation;
  /** Pieces. */
  onHand: number;
  /** Pieces that are used a day; null: not known. */
  perDay: number | null;
  /** ms; when it will be empty; null: it is. */
  emptyAt: number | null;
  order: Order | undefined;
  /** ms; when the order comes, or would if it were placed now; null: nobody supplies the part, or the order is overdue. */
  refillAt: number | null;
  /** Days it will stand empty; null: until who knows when. */
  daysShort: number | null;
}

/** An order that is overdue, or a location that nobody supplies, is told of so many days before it is empty. */
const warnedMs = 14 * DAY_MS;
/** Beyond, an expected day says nothing. */
const mostDays = 10_000;

/**
 * The account's, or a site's, by urgency: those that stand empty, the longest wait first; then by the day on which they
 * will be. `perDayOf`: pieces that a location uses a day; null: not known, then it counts only once it is empty.
 */
export function findRunOuts(
  set: WorkingSet,
  perDayOf: (location: StorageLocation) => number | null,
  { siteId, now }: { siteId: string | undefined; now: number },
): RunOut[] {
  const found: RunOut[] = [];
  for (const location of set.all("location")) {
    if (siteId !== undefined && location.siteId !== siteId) continue;
    const order = openOrderOf(set, location.id);
    const { onHand } = stockOf(set, location, order, now);
    if (onHand === null) continue;
    const perDay = perDayOf(location);
    const days = onHand === 0 ? 0 : perDay === null || perDay <= 0 ? null : onHand / perDay;
    if (days === null || days > mostDays) continue;
    const emptyAt = onHand === 0 ? null : now + days * DAY_MS;
    const refillAt = refillOf(set, location, order, now);
    const isShort = refillAt === null ? now + warnedMs > (emptyAt ?? now) : refillAt > (emptyAt ?? now);
    if (!isShort) continue;
    const daysShort = refillAt === null ? null : (refillAt - (emptyAt ?? now)) / DAY_MS;
    found.push({ location, onHand, perDay, emptyAt, order, refillAt, daysShort });
  }
  const short = ({ daysShort }: RunOut) => daysShort ?? mostDays;
  return found.sort(
    (a, b) =>
      (a.emptyAt ?? 0) - (b.emptyAt ?? 0) ||
      short(b) - short(a) ||
      (a.location.name < b.location.name ? -1 : 1),
  );
}

function refillOf(
  set: WorkingSet,
  location: StorageLocation,
  order: Order | undefined,
  now: number,
): number | null {
  if (order) {
    const at = expectedAt(set, order);
    return at < now || onOrder(order) === 0 ? null : at;
  }
  const part = set.get("part", location.partId);
  const sourcing = part && sourcingOf(location, part);
  if (!sourcing) return null;
  const { supplierId } = sourcing;
  const rules = leadTimeRules(set, { locationId: location.id, partId: location.partId, supplierId });
  return dueTime(rules.calendar, now, rules.leadTimeDays);
}

/** Of the locations that `isWanted`, those with the least stock for their reorder point, at most `most`. */
export function lowest(
  set: WorkingSet,
  isWanted: (location: StorageLocation) => boolean,
  most: number,
  now: number,
): StorageLocation[] {
  const found: { location: StorageLocation; share: number }[] = [];
  for (const location of set.all("location")) {
    const policy = policyOf(set, location);
    if (!policy || !isWanted(location)) continue;
    const { onHand } = stockOf(set, location, openOrderOf(set, location.id), now);
    if (onHand) found.push({ location, share: onHand / Math.max(1, reorderPointOf(policy)) });
  }
  return found
    .sort((a, b) => a.share - b.share)
    .slice(0, most)
    .map(({ location }) => location);
}
