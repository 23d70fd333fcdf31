import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { Page, pageOf, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound } from "../refusal.ts";
import { coverageOf, devicesHeardBy } from "./coverage.ts";
import * as schemas from "./gateway-schema.ts";

const dayMs = 86_400_000;
const tags = ["gateways"];

/** How gateways do over time, and what they hear. */
export function gatewayRoutes(app: ApiServer, { store, network }: Api): void {
  app.get(
    "/gateways/:id/history",
    {
      schema: {
        tags,
        summary: "A gateway's hours, oldest first: uplinks, refused ones, downlinks, use of the duty cycle",
        params: IdParameter,
        querystring: Type.Object(
          {
            days: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 30, default: 7, description: "So many days back" }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ items: Type.Array(schemas.GatewayHour) }), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      if (!(await store.read(accountId)).get("gateway", id)) throw notFound("gateway");
      const from = Date.now() - (request.query.days ?? 7) * dayMs;
      const hours = await network.gatewayHistory(accountId, id, from);
      return { items: hours.map(({ at, ...hour }) => ({ at: new Date(at).toISOString(), ...hour })) };
    },
  );
  app.get(
    "/gateways/:id/devices",
    {
      schema: {
        tags,
        summary: "The devices that a gateway heard within a week, those first that no other gateway hears",
        params: IdParameter,
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.HeardDevice), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const gateway = set.get("gateway", request.params.id);
      if (!gateway) throw notFound("gateway");
      return pageOf(devicesHeardBy(set, gateway, Date.now()), request.query, ({ deviceId }) => deviceId);
    },
  );
  app.get(
    "/gateways/coverage",
    {
      schema: {
        tags,
        summary: "How many devices each gateway hears, and how many hang on one gateway only",
        response: { 200: schemas.Coverage, ...refusals },
      },
    },
    async (request) => coverageOf(await store.read(request.principal.accountId), Date.now()),
  );
}
