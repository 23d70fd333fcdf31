import type { OrderEvent } from "@refill/replenishment";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { fieldsQuery, type ListQuery, listQuery } from "../api/list-rules.ts";
import { Page } from "../api/paging.ts";
import { fieldsOf, only, pageText, Representations, sendText } from "../api/representation.ts";
import { IdParameter, refusals, unchanged } from "../api/resource-routes.ts";
import { expectVersion, IfMatch, IfNoneMatch } from "../api/versions.ts";
import { notFound } from "../refusal.ts";
import { orderClosed } from "./order-events.ts";
import { findOrders, orderList } from "./order-list.ts";
import { changeOrder, orderByHand, sendAgain } from "./order-service.ts";
import { orderView, versionOf } from "./order-view.ts";
import { purchaseOrderView, readPurchaseOrder } from "./purchase-order.ts";
import {
  Confirmation,
  OrderInput,
  Order as OrderSchema,
  PurchaseOrder,
  Reason,
  Receipt,
  Shipment,
} from "./schema.ts";

type Step = OrderEvent extends infer Event ? (Event extends OrderEvent ? Omit<Event, "at"> : never) : never;

const tags = ["orders"];
const answer = { 200: OrderSchema, ...refusals };

export function orderRoutes(app: ApiServer, api: Api): void {
  const { store } = api;

  const representations = new Representations<Order>(OrderSchema);
  const textOf = (reply: FastifyReply) => {
    const stringify = representations.stringify(reply);
    return (order: Order) => representations.text(order, [], () => orderView(order), stringify);
  };
  const send = (request: FastifyRequest, reply: FastifyReply, order: Order) =>
    sendText(request, reply, textOf(reply)(order), versionOf(order));

  app.get(
    "/orders",
    {
      schema: {
        tags,
        summary: "List orders, newest first",
        description:
          "With q or partId a page may hold fewer orders than its limit, also none: go on to nextCursor.",
        querystring: listQuery(orderList),
        headers: IfNoneMatch,
        response: { 200: Page(OrderSchema), ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const query = request.query as ListQuery;
      const fields = fieldsOf(OrderSchema, query.fields);
      const set = await store.read(request.principal.accountId);
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

  /** A step on an order as it was read, unless somebody was faster. */
  async function step(
    request: FastifyRequest,
    reply: FastifyReply,
    take: (change: AccountChange, id: string) => Order,
  ): Promise<void> {
    const { accountId, actor } = request.principal;
    const { id } = request.params as { id: string };
    const set = await store.read(accountId);
    if (!set.get("order", id) && (await readOldOrder(api, set, id))) throw orderClosed();
    const order = await store.change(accountId, actor, (change) => {
      const before = change.get("order", id);
      if (!before) throw notFound("order");
      expectVersion(request, "order", versionOf(before));
      return take(change, id);
    });
    send(request, reply, order);
  }
  const take = (request: FastifyRequest, reply: FastifyReply, event: Step) =>
    step(request, reply, (change, id) => changeOrder(change, id, { ...event, at: Date.now() } as OrderEvent));

  app.get(
    "/purchase-orders/:id",
    {
      schema: {
        tags,
        summary: "Read what went to a supplier at once, with its lines",
        params: IdParameter,
        response: { 200: PurchaseOrder, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      return purchaseOrderView(await readPurchaseOrder(api, set, request.params.id)) as never;
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
      const cause = `rejected by ${request.principal.name}: ${request.body.reason}`;
      await take(request, reply, { kind: "reject", cause });
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
      const cause = `cancelled by ${request.principal.name}: ${request.body.reason}`;
      await take(request, reply, { kind: "cancel", cause });
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

/** Closed orders beyond those held in memory. */
async function readOldOrder({ store }: Api, set: WorkingSet, id: string): Promise<Order | undefined> {
  const orders = await store.query(set.accountId, (tx) =>
    queryOrders(tx, set.sealer, "select id, sealed from replenishment_order where id = $1", [id]),
  );
  return orders[0];
}
