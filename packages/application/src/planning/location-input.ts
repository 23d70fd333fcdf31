import {
  capacityOf,
  type DayOfUse,
  type LocationToPlan,
  seriesOf,
  type Weekday,
} from "@refill/replenishment";
import type { PlanningSettings, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, policyOf, stockOf } from "../inventory/stock.ts";
import { sourcingOf } from "../orders/supply.ts";
import type { LeadTimes } from "./lead-times.ts";

/** Nobody supplies the part: what is used is planned, but no order. */
const noSupply = { packSize: 0, minimumOrderQuantity: 0, orderMultiple: 0 };

/** What planning has to know of a location. */
export function locationToPlan(
  set: WorkingSet,
  location: StorageLocation,
  known: {
    settings: PlanningSettings;
    demand: readonly DayOfUse[];
    leadTimes: LeadTimes;
    now: number;
  },
): LocationToPlan {
  const { settings, demand, leadTimes, now } = known;
  const part = set.get("part", location.partId);
  const sourcing = part && sourcingOf(location, part);
  const { onHand } = stockOf(set, location, openOrderOf(set, location.id), now);
  // A transfer has no price: what lies there has the one that was paid for it.
  const prices = part?.supplies[0]?.prices ?? [];
  const { geometry } = location;
  return {
    id: location.id,
    history: seriesOf(demand, "auto"),
    leadTime: sourcing ? leadTimes.of(set, location, sourcing) : { meanDays: 0, sdDays: 0 },
    reviewDays: sourcing?.supplierId ? waitDays(set, sourcing.supplierId) : 0,
    unitPrice: prices[0]?.price ?? null,
    prices: sourcing?.prices ?? [],
    holdingRate: settings.holdingRate,
    orderCost: settings.orderCost,
    service: { measure: settings.serviceMeasure, level: settings.serviceLevel },
    supply: sourcing ?? noSupply,
    capacity: capacityOf(geometry),
    policy: policyOf(set, location),
    safetyStock: location.safetyStock,
    onHand,
    ...(geometry.kind === "containers" ? { piecesPerContainer: geometry.piecesPerContainer } : {}),
  };
}

/** By how many days an order is late, in the mean, since the supplier does not take orders every day; and is collected. */
function waitDays(set: WorkingSet, supplierId: string): number {
  const supplier = set.get("supplier", supplierId);
  if (!supplier) return 0;
  const days = [...new Set<Weekday>(supplier.calendar.orderingDays)].sort((a, b) => a - b);
  const gaps = days.map((day, index) => (days[index + 1] ?? days[0]! + 7) - day);
  const between = gaps.reduce((sum, gap) => sum + gap * gap, 0) / 7;
  return Math.max(0, between - 1) + supplier.collectionMinutes / (24 * 60);
}
