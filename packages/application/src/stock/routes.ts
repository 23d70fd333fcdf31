import type { FastifyReply, FastifyRequest } from "fastify";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { sendCsv, wantsCsv } from "../api/csv.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import { LocationStock, PartStock, StockQuery } from "./schema.ts";
import { type After, type StockFilter, stockByLocation, stockByPart } from "./stock-list.ts";

const description =
  "With `Accept: text/csv` all of it as one CSV file for spreadsheets: `limit` and `cursor` do not count then.";

/** What lies where, for people and spreadsheets. */
export function stockRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/stock",
    {
      schema: {
        tags: ["stock"],
        summary: "Stock by part, by part number",
        description,
        querystring: StockQuery,
        response: { 200: Page(PartStock), ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const key = ({ partNumber, partId }: { partNumber: string; partId: string }) => [partNumber, partId];
      return answer(request, reply, set, "stock", Object.keys(PartStock.properties), stockByPart, key);
    },
  );
  app.get(
    "/stock/locations",
    {
      schema: {
        tags: ["stock"],
        summary: "Stock by storage location, by its name, with part and site in the same line",
        description,
        querystring: StockQuery,
        response: { 200: Page(LocationStock), ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const key = ({ locationName, locationId }: { locationName: string; locationId: string }) => [
        locationName,
        locationId,
      ];
      const fields = Object.keys(LocationStock.properties);
      return answer(request, reply, set, "stock-by-location", fields, stockByLocation, key);
    },
  );
}

function answer<Item extends object>(
  request: FastifyRequest<{ Querystring: StockFilter & { limit?: number; cursor?: string } }>,
  reply: FastifyReply,
  set: WorkingSet,
  name: string,
  fields: readonly string[],
  list: (set: WorkingSet, filter: StockFilter, after: After, now: number) => Generator<Item>,
  keyOf: (item: Item) => string[],
) {
  const { limit = defaultPageSize, cursor, ...filter } = request.query;
  const now = Date.now();
  reply.header("vary", "accept");
  if (wantsCsv(request))
    return sendCsv(reply, name, fields as (keyof Item & string)[], list(set, filter, null, now));
  const after: After = cursor === undefined ? null : decodeCursor(cursor, ["string", "string"]);
  const items: Item[] = [];
  for (const item of list(set, filter, after, now)) {
    if (items.length === limit) return { items, nextCursor: encodeCursor(keyOf(items.at(-1)!)) };
    items.push(item);
  }
  return { items, nextCursor: null };
}
