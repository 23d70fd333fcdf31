import { seriesOf } from "@refill/replenishment";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound } from "../refusal.ts";
import { readDemand } from "./demand-history.ts";
import type { KnownDay } from "./imported-use.ts";
import { isoDate } from "./iso-date.ts";
import { Demand, DemandQuery } from "./schema.ts";

/** What planning plans with. */
export function demandRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/locations/:id/demand",
    {
      schema: {
        tags: ["planning"],
        summary: "What was used of a location by day or week, with what is missing since nothing was seen",
        params: IdParameter,
        querystring: DemandQuery,
        response: { 200: Demand, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const location = set.get("location", request.params.id);
      if (!location) throw notFound("storage location");
      const { period = "day" } = request.query as { period?: "day" | "week" };
      const demand = await readDemand(store, set, [location], Date.now());
      return { locationId: location.id, period, items: itemsOf(demand.get(location.id) ?? [], period) };
    },
  );
}

function itemsOf(days: readonly KnownDay[], period: "day" | "week") {
  const { firstDay, periodDays, values } = seriesOf(days, period);
  const dayOf = new Map(days.map((known) => [known.day, known]));
  return Array.from(values, (value, index) => {
    const first = firstDay + index * periodDays;
    let knownDays = 0;
    let isImported = false;
    for (let day = first; day < first + periodDays; day += 1) {
      knownDays += dayOf.get(day)?.knownShare ?? 0;
      isImported ||= dayOf.get(day)?.isImported ?? false;
    }
    const isMissing = Number.isNaN(value);
    return {
      date: isoDate(first),
      quantity: isMissing ? null : Math.round(value * 1000) / 1000,
      knownShare: Math.round((knownDays / periodDays) * 1000) / 1000,
      isMissing,
      isImported,
    };
  });
}
