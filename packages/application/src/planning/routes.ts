import { DAY_MS } from "@refill/replenishment";
import type { Proposal, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { openOrderOf, policyOf, stockOf } from "../inventory/stock.ts";
import { expectedAt } from "../orders/supply.ts";
import { notFound } from "../refusal.ts";
import { ordered } from "../stock/stock-list.ts";
import { openConsumption } from "./consumption.ts";
import { consumptionRoutes } from "./consumption-routes.ts";
import { demandRoutes } from "./demand-routes.ts";
import { readForecasts } from "./forecast.ts";
import { outlookRoutes } from "./outlook-routes.ts";
import { forecastSummary, planDetails } from "./plan-view.ts";
import { proposalRoutes } from "./proposal-routes.ts";
import { planningRunRoutes } from "./run-routes.ts";
import { LocationPlan, LocationPlanDetails, PlanningQuery } from "./schema.ts";
import { simulationRoutes } from "./simulation-routes.ts";
import { slowMoverRoutes } from "./slow-mover-routes.ts";

/** How long stock will last, as far as it is known. */
export function planningRoutes(app: ApiServer, api: Api): void {
  const { store } = api;
  planningRunRoutes(app, api);
  proposalRoutes(app, api);
  demandRoutes(app, api);
  outlookRoutes(app, api);
  consumptionRoutes(app, api);
  simulationRoutes(app, api);
  slowMoverRoutes(app, api);
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
      const ids = page.map(({ id }) => id);
      const forecasts = await store.query(set.accountId, (tx) => readForecasts(tx, set.sealer, ids));
      const last = page.at(-1);
      return {
        items: page.map((location) => {
          const forecast = forecasts.get(location.id);
          return {
            ...planOf(set, location, perDay.get(location.id) ?? null, now),
            forecast: forecast ? forecastSummary(forecast) : null,
          };
        }) as never,
        nextCursor: found.length > limit ? encodeCursor([last!.name, last!.id]) : null,
      };
    },
  );

  app.get(
    "/planning/locations/:id",
    {
      schema: {
        tags: ["planning"],
        summary: "Read everything that planning made of a storage location",
        params: IdParameter,
        response: { 200: LocationPlanDetails, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      const location = set.get("location", id);
      if (!location) throw notFound("storage location");
      const now = Date.now();
      const perDay = (await consumption.of(set, [location], now)).get(id) ?? null;
      const forecasts = await store.query(set.accountId, (tx) => readForecasts(tx, set.sealer, [id]));
      const forecast = forecasts.get(id);
      return {
        ...planOf(set, location, perDay, now),
        plan: forecast ? planDetails(forecast) : null,
      } as never;
    },
  );
}

const openProposal = ({ state, locationId }: Proposal) => (state === "open" ? [locationId] : []);
const rounded = (value: number) => Math.round(value * 100) / 100;
const isoDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Beyond, a day says nothing any more, and may be no date at all. */
const mostDays = 10_000;

function planOf(set: WorkingSet, location: StorageLocation, perDay: number | null, now: number) {
  const order = openOrderOf(set, location.id);
  const { onHand, position } = stockOf(set, location, order, now);
  const days = onHand === null || perDay === null || perDay === 0 ? null : onHand / perDay;
  return {
    locationId: location.id,
    locationName: location.name,
    siteId: location.siteId,
    partId: location.partId,
    policy: policyOf(set, location),
    onHand,
    inventoryPosition: position,
    consumptionPerDay: perDay === null ? null : rounded(perDay),
    daysOfStock: days === null ? null : rounded(days),
    runOutDate: days === null || days > mostDays ? null : isoDate(now + days * DAY_MS),
    proposalId: set.idsBy("proposal", "open by location", openProposal).get(location.id) ?? null,
    openOrderId: order?.id ?? null,
    nextRefillDate: order ? (order.confirmedDate ?? isoDate(expectedAt(set, order))) : null,
  };
}
