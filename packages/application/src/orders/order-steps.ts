import type { OrderEvent } from "@refill/replenishment";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountChange } from "../accounts/account-change.ts";
import { queryOrders } from "../accounts/read-account.ts";
import type { Order, StoryDetails } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api } from "../api/api.ts";
import { Representations, sendText } from "../api/representation.ts";
import { expectVersion } from "../api/versions.ts";
import { notFound } from "../refusal.ts";
import { orderClosed } from "./order-events.ts";
import { changeOrder } from "./order-service.ts";
import { orderView, versionOf } from "./order-view.ts";
import { Order as OrderSchema } from "./schema.ts";

type Step = OrderEvent extends infer Event ? (Event extends OrderEvent ? Omit<Event, "at"> : never) : never;

/** How requests that name one order answer, and how they change it. */
export function orderSteps(api: Api) {
  const { store } = api;
  const representations = new Representations<Order>(OrderSchema);
  const textOf = (reply: FastifyReply) => {
    const stringify = representations.stringify(reply);
    return (order: Order) => representations.text(order, [], () => orderView(order), stringify);
  };
  const send = (request: FastifyRequest, reply: FastifyReply, order: Order) =>
    sendText(request, reply, textOf(reply)(order), versionOf(order));

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
  const take = (request: FastifyRequest, reply: FastifyReply, event: Step, details: StoryDetails = {}) =>
    step(request, reply, (change, id) =>
      changeOrder(change, id, { ...event, at: Date.now() } as OrderEvent, details),
    );
  return { textOf, send, step, take };
}

/** Closed orders beyond those held in memory. */
export async function readOldOrder({ store }: Api, set: WorkingSet, id: string): Promise<Order | undefined> {
  const orders = await store.query(set.accountId, (tx) =>
    queryOrders(tx, set.sealer, "select id, sealed from replenishment_order where id = $1", [id]),
  );
  return orders[0];
}
