import { isOpen, type OrderEvent } from "@refill/replenishment";
import { Type } from "typebox";
import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { changeOrder, orderView, placeOrder, sendAgain } from "./order-service.ts";

const tags = ["orders"];
const answer = { 200: schemas.Order, ...refusals };

export function orderRoutes(app: ApiServer, api: Api): void {
  const { store } = api;

  app.get(
    "/orders",
    {
      schema: {
        tags,
        summary: "List orders, newest first: all open ones and the newest 1,000 closed ones",
        querystring: Type.Object(
          {
            state: Type.Optional(Type.Enum([...schemas.orderStates, "open", "closed"], { type: "string" })),
            locationId: Type.Optional(schemas.Id),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ items: Type.Array(schemas.Order) }), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { state, locationId } = request.query;
      const items = [...set.all("order")].filter(
        (order) =>
          (locationId === undefined || order.locationId === locationId) &&
          (state === undefined ||
            order.state === state ||
            (state === "open" && isOpen(order.state)) ||
            (state === "closed" && !isOpen(order.state))),
      );
      return { items: items.sort((a, b) => b.number - a.number).map(orderView) };
    },
  );

  app.get(
    "/orders/:id",
    { schema: { tags, summary: "Read an order", params: IdParameter, response: answer } },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      const order = set.get("order", id) ?? (await readOldOrder(api, set, id));
      if (!order) throw notFound("order");
      return orderView(order);
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
      return reply.code(201).header("location", `/api/v1/orders/${order.id}`).send(orderView(order));
    },
  );

  const step = (principal: Principal, id: string, event: OrderEvent) =>
    store.change(principal.accountId, principal.actor, (change) => orderView(changeOrder(change, id, event)));

  app.post(
    "/orders/:id/confirm",
    {
      schema: {
        tags,
        summary: "Record what the supplier promised",
        params: IdParameter,
        body: schemas.Confirmation,
        response: answer,
      },
    },
    (request) =>
      step(request.principal, request.params.id, {
        kind: "confirm",
        at: Date.now(),
        cause: `confirmed by ${request.principal.name}`,
        ...request.body,
      }),
  );

  app.post(
    "/orders/:id/receive",
    {
      schema: {
        tags,
        summary: "Record the receipt where no sensor sees it",
        params: IdParameter,
        body: schemas.Receipt,
        response: answer,
      },
    },
    (request) =>
      step(request.principal, request.params.id, {
        kind: "receive",
        at: Date.now(),
        cause: `received by ${request.principal.name}`,
        ...request.body,
      }),
  );

  app.post(
    "/orders/:id/cancel",
    {
      schema: {
        tags,
        summary: "Cancel an open order; the location orders again when its stock changes",
        params: IdParameter,
        body: schemas.Cancellation,
        response: answer,
      },
    },
    (request) =>
      step(request.principal, request.params.id, {
        kind: "cancel",
        at: Date.now(),
        cause: `cancelled by ${request.principal.name}: ${request.body.reason}`,
      }),
  );

  app.post(
    "/orders/:id/dispatch",
    {
      schema: {
        tags,
        summary: "Send an order again that could not be sent to its supplier",
        params: IdParameter,
        response: answer,
      },
    },
    (request) =>
      store.change(request.principal.accountId, request.principal.actor, (change) =>
        orderView(sendAgain(change, request.params.id)),
      ),
  );
}

/** Closed orders beyond those held in memory. */
async function readOldOrder({ store }: Api, set: WorkingSet, id: string): Promise<Order | undefined> {
  const orders = await store.query(set.accountId, (tx) =>
    queryOrders(tx, set.sealer, "select id, sealed from replenishment_order where id = $1", [id]),
  );
  return orders[0];
}
