import { DAY_MS } from "@refill/replenishment";
import type { StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import { stockOf } from "../inventory/stock.ts";
import { ordered } from "../stock/stock-list.ts";
import { openConsumption } from "./consumption.ts";
import { LocationPlan, PlanningQuery } from "./schema.ts";

/** How long stock will last, as far as it is known. */
export function planningRoutes(app: ApiServer, { store }: Api): void {
  const consumption = openConsumption(store);
  app.get(
    "/planning/locations",
    {
      schema: {
        tags: ["planning"],
        summary: "Consumption, days of stock and next refill of each storage location, by its name",
        querystring: PlanningQuery,
        response: { 200: Page(LocationPlan), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { limit = defaultPageSize, cursor, siteId, partId } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, ["string", "string"]);
      const isWanted = ({ id, name, ...location }: StorageLocation) =>
        (after === null || name > after[0] || (name === after[0] && id > after[1])) &&
        (siteId === undefined || location.siteId === siteId) &&
        (partId === undefined || location.partId === partId);
      const found: StorageLocation[] = [];
      for (const location of ordered(set).locations) {
        if (isWanted(location)) found.push(location);
        if (found.length > limit) break;
      }
      const page = found.slice(0, limit);
      const now = Date.now();
      const perDay = await consumption.of(set, page, now);
      const last = page.at(-1);
      return {
        items: page.map((location) => planOf(set, location, perDay.get(location.id) ?? null, now)),
        nextCursor: found.length > limit ? encodeCursor([last!.name, last!.id]) : null,
      };
    },
  );
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Beyond, a day says nothing any more, and may be no date at all. */
const mostDays = 10_000;

function planOf(set: WorkingSet, location: StorageLocation, perDay: number | null, now: number) {
  const order = set.get("order", set.openOrderByLocation.get(location.id) ?? "");
  const { onHand, position } = stockOf(set, location, order, now);
  const days = onHand === null || perDay === null || perDay === 0 ? null : onHand / perDay;
  const leadTimeDays = order && set.get("supplier", order.supplierId)?.leadTimeDays;
  return {
    locationId: location.id,
    locationName: location.name,
    siteId: location.siteId,
    partId: location.partId,
    policy: location.policy,
    onHand,
    inventoryPosition: position,
    consumptionPerDay: perDay === null ? null : rounded(perDay),
    daysOfStock: days === null ? null : rounded(days),
    runOutDate: days === null || days > mostDays ? null : isoDate(now + days * DAY_MS),
    openOrderId: order?.id ?? null,
    nextRefillDate:
      order?.confirmedDate ??
      (order && leadTimeDays !== undefined ? isoDate(order.createdAt + leadTimeDays * DAY_MS) : null),
  };
}
