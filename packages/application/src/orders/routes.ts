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
import * as schemas from "../api/schemas.ts";
import { expectVersion, IfMatch, IfNoneMatch } from "../api/versions.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { findOrders, orderList } from "./order-list.ts";
import { changeOrder, orderClosed, orderView, placeOrder, sendAgain, versionOf } from "./order-service.ts";

type Step = OrderEvent extends infer Event ? (Event extends OrderEvent ? Omit<Event, "at"> : never) : never;

const tags = ["orders"];
const answer = { 200: schemas.Order, ...refusals };

export function orderRoutes(app: ApiServer, api: Api): void {
  const { store } = api;

  const representations = new Representations<Order>(schemas.Order);
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
        response: { 200: Page(schemas.Order), ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const query = request.query as ListQuery;
      const fields = fieldsOf(schemas.Order, query.fields);
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
      const fields = fieldsOf(schemas.Order, request.query.fields);
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
        body: schemas.OrderInput,
        response: { 201: schemas.Order, ...refusals },
      },
    },
    async (request, reply) => {
      const { locationId, quantity } = request.body;
      const { accountId, actor, name } = request.principal;
      const order = await store.change(accountId, actor, (change) => {
        const location = change.get("location", locationId);
        if (!location) throw notFound("storage location");
        const open = change.openOrderOf(locationId);
        if (open)
          throw new Refusal(409, "order-open", `Order ${open.number} of this location is open already.`);
        const { packSize } = change.get("part", location.partId)!;
        if (quantity % packSize !== 0)
          refuseFields([{ field: "quantity", message: `must be whole packs of ${packSize}` }]);
        return placeOrder(change, location, quantity, `ordered by ${name}`, Date.now());
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

  const steps = { tags, params: IdParameter, headers: IfMatch, response: answer };
  app.post(
    "/orders/:id/confirm",
    { schema: { ...steps, summary: "Record what the supplier promised", body: schemas.Confirmation } },
    async (request, reply) => {
      const cause = `confirmed by ${request.principal.name}`;
      await take(request, reply, { kind: "confirm", cause, ...request.body });
      return reply;
    },
  );
  app.post(
    "/orders/:id/receive",
    { schema: { ...steps, summary: "Record the receipt where no sensor sees it", body: schemas.Receipt } },
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
        body: schemas.Cancellation,
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
