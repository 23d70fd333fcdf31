import { dueTime, type PriceBreak, type Supply, type SupplyCalendar } from "@refill/replenishment";
import type { Order, Part, StorageLocation, Supplier } from "../accounts/records.ts";
import type { Account } from "../inventory/stock.ts";

/** From where a location's part comes, and on what terms. */
export type Sourcing = Supply & {
  supplierId: string | null;
  sourceLocationId: string | null;
  prices: readonly PriceBreak[];
};

/** Undefined: nobody supplies the part. */
export function sourcingOf(location: StorageLocation, part: Part): Sourcing | undefined {
  const { source } = location;
  if (source.kind === "location")
    return {
      supplierId: null,
      sourceLocationId: source.locationId,
      packSize: source.packSize,
      minimumOrderQuantity: 0,
      orderMultiple: 1,
      prices: [],
    };
  const supply = part.supplies[0];
  return supply && { ...supply, sourceLocationId: null };
}

/** When the supplier takes orders for a site. */
export function calendarOf(
  account: Pick<Account, "get">,
  supplier: Supplier,
  siteId: string,
): SupplyCalendar {
  return { ...supplier.calendar, blackouts: account.get("site", siteId)?.blackouts ?? [] };
}

const always: SupplyCalendar = {
  timeZone: "UTC",
  orderingDays: [1, 2, 3, 4, 5, 6, 7],
  cutOff: null,
  holidays: [],
  blackouts: [],
};

/** What says when an order should be there. */
export function leadTimeRules(
  account: Pick<Account, "get">,
  order: Pick<Order, "locationId" | "partId" | "supplierId">,
): { calendar: SupplyCalendar; leadTimeDays: number } {
  const location = account.get("location", order.locationId);
  const supplier = order.supplierId === null ? undefined : account.get("supplier", order.supplierId);
  if (!location || !supplier) {
    const source = location?.source;
    return { calendar: always, leadTimeDays: source?.kind === "location" ? source.leadTimeDays : 0 };
  }
  const supply = account
    .get("part", order.partId)
    ?.supplies.find(({ supplierId }) => supplierId === supplier.id);
  return {
    calendar: calendarOf(account, supplier, location.siteId),
    leadTimeDays: supply?.leadTimeDays ?? supplier.leadTimeDays,
  };
}

/** When an open order should be there, ms; of one that has not been placed as if it were now, or when it will be. */
export function expectedAt(account: Pick<Account, "get">, order: Order): number {
  if (order.dueAt !== null) return order.dueAt;
  const { calendar, leadTimeDays } = leadTimeRules(account, order);
  return dueTime(calendar, order.placeAt ?? order.createdAt, leadTimeDays);
}
