import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { notFound } from "../refusal.ts";
import { StockTake, StockTakeInput } from "./location-schema.ts";
import { openStockTake, type StockTakeRowRead, stockTakeView, takeStock } from "./stock-take.ts";

export function stockTakeRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["locations"];
  app.post(
    "/locations/:id/stock-takes",
    {
      schema: {
        tags,
        summary: "Enter what was counted at a location",
        params: IdParameter,
        body: StockTakeInput,
        response: { 201: StockTake, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, name } = request.principal;
      const row = await store.change(accountId, actor, (change) => {
        const location = change.get("location", request.params.id);
        if (!location) throw notFound("storage location");
        return takeStock(change, location, request.body, name);
      });
      return reply.code(201).send(stockTakeView(row) as never);
    },
  );

  app.get(
    "/locations/:id/stock-takes",
    {
      schema: {
        tags,
        summary: "What was counted at a location, newest first",
        params: IdParameter,
        querystring: Type.Object(pageQuery, closed),
        response: { 200: Page(StockTake), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      if (!set.get("location", id)) throw notFound("storage location");
      const { limit = defaultPageSize, cursor } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, ["moment", "uuid"]);
      const rows = await store.query(set.accountId, async (tx) => {
        const found = await tx.query<StockTakeRowRead>(
          `select id, location_id, at, sealed from stock_take
           where location_id = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
           order by at desc, id desc limit $4`,
          [id, after && new Date(after[0]).toISOString(), after?.[1] ?? null, limit + 1],
        );
        return found.rows;
      });
      const takes = rows.slice(0, limit).map((row) => openStockTake(set.sealer, row));
      const last = takes.at(-1);
      return {
        items: takes.map(stockTakeView) as never,
        nextCursor: rows.length > limit ? encodeCursor([last!.at, last!.id]) : null,
      };
    },
  );
}
