import { setImmediate } from "node:timers/promises";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound } from "../refusal.ts";
import { locationsAtOnce, readDemand } from "./demand-history.ts";
import { type DemandItem, demandItems, summedItems } from "./demand-items.ts";
import { Demand, DemandQuery, PartDemand } from "./schema.ts";

/** Of a part; with more the answer would take too long. */
const mostLocations = 100;

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
      return { locationId: location.id, period, items: demandItems(demand.get(location.id) ?? [], period) };
    },
  );

  app.get(
    "/parts/:id/demand",
    {
      schema: {
        tags: ["planning"],
        summary: "What was used of a part by day or week, of all its storage locations together",
        description: `Of a part with more than ${mostLocations} storage locations, the first ${mostLocations} by name are summed; \`locations\` says of how many.`,
        params: IdParameter,
        querystring: DemandQuery,
        response: { 200: PartDemand, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const part = set.get("part", request.params.id);
      if (!part) throw notFound("part");
      const { period = "day" } = request.query as { period?: "day" | "week" };
      const all = [...set.all("location")]
        .filter(({ partId }) => partId === part.id)
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, mostLocations);
      const each: DemandItem[][] = [];
      for (let index = 0; index < all.length; index += locationsAtOnce) {
        const batch = all.slice(index, index + locationsAtOnce);
        const demand = await readDemand(store, set, batch, Date.now());
        for (const { id } of batch) each.push(demandItems(demand.get(id) ?? [], period));
        await setImmediate();
      }
      return { partId: part.id, period, locations: all.length, items: summedItems(each) };
    },
  );
}
