import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { floorPlanRoutes } from "./floor-plan-routes.ts";
import { applyLayout } from "./layout.ts";
import { Layout, LayoutInput } from "./layout-schema.ts";

/** How a site is laid out. Single places are fields of areas, racks, locations and gateways. */
export function floorRoutes(app: ApiServer, api: Api): void {
  floorPlanRoutes(app, api);
  app.put(
    "/sites/:id/layout",
    {
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        tags: ["floor"],
        summary: "Put many areas, racks, locations and gateways of a site in their places, all or none",
        description:
          "What is left out stays where it is. The places that were there before, sent again, take it back. `version` of an item is compared like If-Match.",
        params: IdParameter,
        body: LayoutInput,
        response: { 200: Layout, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      return api.store.change(accountId, actor, (change) =>
        applyLayout(change, request.params.id, request.body),
      );
    },
  );
}
