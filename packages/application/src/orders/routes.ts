import { Type } from "typebox";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { sendCsv, wantsCsv } from "../api/csv.ts";
import { fieldsQuery, type ListQuery, listQuery } from "../api/list-rules.ts";
import { largestPageSize, Page } from "../api/paging.ts";
import { fieldsOf, only, pageText, sendText } from "../api/representation.ts";
import { IdParameter, refusals, unchanged } from "../api/resource-routes.ts";
import { IfMatch, IfNoneMatch } from "../api/versions.ts";
import { notFound } from "../refusal.ts";
import { reasonInWords } from "./cancel-reason.ts";
import { personOf, withNote } from "./order-events.ts";
import { findOrders, orderList } from "./order-list.ts";
import { orderByHand, sendAgain } from "./order-service.ts";
import { orderSteps, readOldOrder } from "./order-steps.ts";
import { orderColumns, orderRow } from "./order-table.ts";
import { versionOf } from "./order-view.ts";
import {
  Confirmation,
  OrderInput,
  Order as OrderSchema,
  Reason,
  Receipt,
  Remark,
  Shipment,
} from "./schema.ts";

const tags = ["orders"];
const answer = { 200: OrderSchema, ...refusals };

export function orderRoutes(app: ApiServer, api: Api): void {
  const { store } = api;

  const { textOf, send, step, take } = orderSteps(api);

  app.get(
    "/orders",
    {
      schema: {
        tags,
        summary: "List orders, newest first",
        description:
          "With a filter that only opened records can answer a page may hold fewer orders than its limit, also none: go on to nextCursor. With `Accept: text/csv` all of them as one CSV file for spreadsheets, with names: `limit`, `cursor` and `fields` do not count then.",
        querystring: listQuery(orderList),
        headers: IfNoneMatch,
        response: { 200: Page(OrderSchema), ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const query = request.query as ListQuery;
      const fields = fieldsOf(OrderSchema, query.fields);
      const set = await store.read(request.principal.accountId);
      reply.header("vary", "accept");
      if (wantsCsv(request)) return sendCsv(reply, "orders", orderColumns, await rowsOf(api, set, query));
      const { records, nextCursor } = await findOrders(api, set, query);
      const text = textOf(reply);
      const items = records.map((order) => only(text(order), fields));
      return sendText(request, reply, pageText(items, nextCursor));
    },
  );

  app.get(
    "/orders/:id",
    {
      schema: {
        tags,
        summary: "Read an order",
        params: IdParameter,
        querystring: Type.Object(fieldsQuery, { additionalProperties: false }),
        headers: IfNoneMatch,
        response: { ...answer, ...unchanged },
      },
    },
    async (request, reply) => {
      const fields = fieldsOf(OrderSchema, request.query.fields);
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      const order = set.get("order", id) ?? (await readOldOrder(api, set, id));
      if (!order) throw notFound("order");
      return sendText(request, reply, only(textOf(reply)(order), fields), versionOf(order));
    },
  );

  app.post(
    "/orders",
    {
      schema: {
        tags,
        summary: "Order by hand for a location that has no open order",
        body: OrderInput,
        response: { 201: OrderSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { locationId, quantity } = request.body;
      const { accountId, actor, name } = request.principal;
      const order = await store.change(accountId, actor, (change) => {
        const location = change.get("location", locationId);
        if (!location) throw notFound("storage location");
        return orderByHand(change, location, quantity, `ordered by ${name}`, change.at);
      });
      reply.code(201).header("location", `/api/v1/orders/${order.id}`);
      return send(request, reply, order);
    },
  );

  const steps = { tags, params: IdParameter, headers: IfMatch, response: answer };
  app.post(
    "/orders/:id/approve",
    { schema: { ...steps, summary: "Approve an order that waits for it" } },
    async (request, reply) => {
      await take(request, reply, { kind: "approve", cause: `approved by ${request.principal.name}` });
      return reply;
    },
  );
  app.post(
    "/orders/:id/reject",
    {
      schema: {
        ...steps,
        summary: "Reject an order that waits for approval; the location orders again when its stock changes",
        body: Reason,
      },
    },
    async (request, reply) => {
      const cause = `rejected by ${request.principal.name}: ${reasonInWords(request.body)}`;
      await take(request, reply, { kind: "reject", cause }, request.body);
      return reply;
    },
  );
  app.post(
    "/orders/:id/ship",
    { schema: { ...steps, summary: "Record that the order is on its way", body: Shipment } },
    async (request, reply) => {
      const cause = `sent on its way, as ${request.principal.name} says`;
      await take(request, reply, { kind: "ship", cause, ...request.body });
      return reply;
    },
  );
  app.post(
    "/orders/:id/confirm",
    { schema: { ...steps, summary: "Record what the supplier promised", body: Confirmation } },
    async (request, reply) => {
      const cause = `confirmed by ${request.principal.name}`;
      await take(request, reply, { kind: "confirm", cause, ...request.body });
      return reply;
    },
  );
  app.post(
    "/orders/:id/receive",
    { schema: { ...steps, summary: "Record what arrived, all or a part of it", body: Receipt } },
    async (request, reply) => {
      const cause = `received by ${request.principal.name}`;
      await take(request, reply, { kind: "receive", cause, ...request.body });
      return reply;
    },
  );
  app.post(
    "/orders/:id/cancel",
    {
      schema: {
        ...steps,
        summary: "Cancel an open order; the location orders again when its stock changes",
        body: Reason,
      },
    },
    async (request, reply) => {
      const cause = `cancelled by ${request.principal.name}: ${reasonInWords(request.body)}`;
      await take(request, reply, { kind: "cancel", cause }, request.body);
      return reply;
    },
  );
  app.post(
    "/orders/:id/remarks",
    { schema: { ...steps, summary: "Add a remark to the order's story", body: Remark } },
    async (request, reply) => {
      const { actor } = request.principal;
      const note = request.body.text.trim();
      await step(request, reply, (change, id) => {
        const told = { at: change.at, kind: "remark" as const, by: personOf(actor), details: { note } };
        return change.put("order", withNote(change.get("order", id)!, { ...told, cause: `remark: ${note}` }));
      });
      return reply;
    },
  );
  app.post(
    "/orders/:id/dispatch",
    { schema: { ...steps, summary: "Send an order again that could not be sent to its supplier" } },
    async (request, reply) => {
      await step(request, reply, sendAgain);
      return reply;
    },
  );
}

/** All that the query asks for. */
async function rowsOf(api: Api, set: WorkingSet, query: ListQuery) {
  const rows: ReturnType<typeof orderRow>[] = [];
  for (let cursor: string | undefined; ; ) {
    const asked: ListQuery = { ...query, limit: largestPageSize };
    const { records, nextCursor } = await findOrders(
      api,
      set,
      cursor === undefined ? asked : { ...asked, cursor },
    );
    for (const order of records) rows.push(orderRow(set, order));
    if (nextCursor === null) return rows;
    cursor = nextCursor;
  }
}
