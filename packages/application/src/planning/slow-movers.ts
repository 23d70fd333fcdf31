import type { Part, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, stockOf } from "../inventory/stock.ts";
import { unitPriceOf } from "../overview/unit-price.ts";
import { daysWithoutUse, type Rate, type Rates } from "./rates.ts";

const daysPerYear = 365;
const daysPerMonth = daysPerYear / 12;
const rounded = (value: number) => Math.round(value * 100) / 100;

export type SlowMover = NonNullable<ReturnType<typeof slowMoverAt>>;

/** Locations in which something lies of which nothing has been used for so many days: the most value first. */
export function slowMovers(
  set: WorkingSet,
  rates: Rates,
  { days, siteId, now }: { days: number; siteId: string | undefined; now: number },
): SlowMover[] {
  const found: SlowMover[] = [];
  for (const location of set.all("location")) {
    const rate = rates.get(location.id);
    const part = set.get("part", location.partId);
    if (!rate || !part || (siteId !== undefined && location.siteId !== siteId)) continue;
    if (daysWithoutUse(rate, now) < days) continue;
    const slow = slowMoverAt(set, { location, part, rate, now });
    if (slow) found.push(slow);
  }
  const boundIn = ({ value }: SlowMover) => value ?? -1;
  return found.sort((a, b) => boundIn(b) - boundIn(a) || (a.locationId < b.locationId ? -1 : 1));
}

function slowMoverAt(
  set: WorkingSet,
  { location, part, rate, now }: { location: StorageLocation; part: Part; rate: Rate; now: number },
) {
  const { onHand } = stockOf(set, location, openOrderOf(set, location.id), now);
  if (onHand === null || onHand === 0) return null;
  const unitPrice = unitPriceOf(set, location);
  return {
    locationId: location.id,
    locationName: location.name,
    siteId: location.siteId,
    siteName: set.get("site", location.siteId)?.name ?? "",
    partId: part.id,
    partNumber: part.number,
    partName: part.name,
    unit: part.unit,
    onHand,
    unitPrice,
    value: unitPrice === null ? null : rounded(onHand * unitPrice),
    daysWithoutUse: daysWithoutUse(rate, now),
    isUseKnown: rate.daysSinceUse !== null,
    usePerYear: rounded(rate.perDay * daysPerYear),
    monthsOfCover: rate.perDay > 0 ? rounded(onHand / rate.perDay / daysPerMonth) : null,
  };
}
