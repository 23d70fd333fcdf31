import { type UndoableKind, undoableKinds } from "@refill/replenishment";
import { Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { IfMatch } from "../api/versions.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { reasonInWords } from "./cancel-reason.ts";
import { mergeOrders } from "./merge.ts";
import { changeOrder } from "./order-service.ts";
import { orderSteps } from "./order-steps.ts";
import { orderView } from "./order-view.ts";
import { Many, ManyDone, ManyWithReason, Merge, Order as OrderSchema, Split } from "./schema.ts";
import { sendAlone, splitDeliveries } from "./split.ts";
import { undoStep } from "./undo.ts";

const tags = ["orders"];
const furthestDays = 90;

const undoSummaries: Readonly<Record<UndoableKind, string>> = {
  approve: "Take back an approval, as long as the order has not been placed",
  reject: "Take back a rejection, as long as no later order was made",
  confirm: "Take back the last confirmation",
  ship: "Take back that the order is on its way",
  receive: "Take back the last receipt, with its effect on the stock",
  cancel: "Take back a cancellation, as long as no later order was made",
};

/** What a buyer decides: about many orders at once, what goes together and what alone, and what was a mistake. */
export function decisionRoutes(app: ApiServer, api: Api): void {
  const { store } = api;
  const { step } = orderSteps(api);

  const decideMany = (
    principal: { accountId: string; actor: AccountChange["actor"] },
    ids: readonly string[],
    take: (change: AccountChange, order: Order) => void,
  ) =>
    store.change(principal.accountId, principal.actor, async (change) => {
      const done: string[] = [];
      const refused: { id: string; code: string; detail: string }[] = [];
      for (const id of ids) {
        try {
          await change.attempt(() => {
            const order = change.get("order", id);
            if (!order) throw notFound("order that is open");
            take(change, order);
          });
          done.push(id);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused.push({ id, code: error.code, detail: error.message });
        }
      }
      return { done, refused };
    });

  app.post(
    "/orders/approve",
    {
      schema: {
        tags,
        summary: "Approve many orders: each by itself, so that one that is refused holds up no other",
        body: Many,
        response: { 200: ManyDone, ...refusals },
      },
    },
    async ({ principal, body }) =>
      decideMany(principal, body.ids, (change, { id }) =>
        changeOrder(change, id, { kind: "approve", at: change.at, cause: `approved by ${principal.name}` }),
      ),
  );

  for (const [kind, done] of [
    ["reject", "rejected"],
    ["cancel", "cancelled"],
  ] as const)
    app.post(
      `/orders/${kind}`,
      {
        schema: {
          tags,
          summary: `${kind === "reject" ? "Reject" : "Cancel"} many orders for one reason, each by itself`,
          body: ManyWithReason,
          response: { 200: ManyDone, ...refusals },
        },
      },
      async ({ principal, body: { ids, ...decided } }) => {
        const cause = `${done} by ${principal.name}: ${reasonInWords(decided)}`;
        return decideMany(principal, ids, (change, { id }) =>
          changeOrder(change, id, { kind, at: change.at, cause }, decided),
        );
      },
    );

  app.post(
    "/orders/merge",
    {
      schema: {
        tags,
        summary: "Merge orders of one supplier and site that have not gone out into one purchase order",
        description:
          "They go out together, now or at `goesAt`, whatever collection window and minimum order value; those that a person has to approve are waited for. All or none.",
        body: Merge,
        response: { 200: Type.Object({ orders: Type.Array(OrderSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { ids, goesAt } = request.body;
      const orders = await store.change(accountId, actor, (change) =>
        mergeOrders(change, ids, timeOf(goesAt, change.at)),
      );
      return { orders: orders.map(orderView) } as never;
    },
  );

  app.post(
    "/orders/:id/split",
    {
      schema: {
        tags,
        summary: "Ask for an order in two deliveries, or let it go alone",
        description:
          "Before the order has gone out. A location has one open order at most, so both deliveries are of this order. Without a quantity the order leaves what it would go out with, and gets a purchase order of its own.",
        params: IdParameter,
        headers: IfMatch,
        body: Split,
        response: { 200: OrderSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { quantity, date, restDate, goesAt } = request.body;
      if (quantity === undefined) {
        refuseGiven({ date, restDate }, "stands only beside a quantity");
        await step(request, reply, (change, id) => sendAlone(change, id, timeOf(goesAt, change.at)));
        return reply;
      }
      refuseGiven({ goesAt }, "stands only without a quantity");
      if (date === undefined || restDate === undefined) {
        const message = "say by which day it should come";
        return refuseFields([{ field: date === undefined ? "date" : "restDate", message }]) as never;
      }
      await step(request, reply, (change, id) => splitDeliveries(change, id, { quantity, date, restDate }));
      return reply;
    },
  );

  for (const kind of undoableKinds)
    app.post(
      `/orders/:id/${kind}/undo`,
      {
        schema: {
          tags,
          summary: undoSummaries[kind],
          description:
            "Only the order's last step, which `undoable` names, and before the sensor has seen pieces arrive.",
          params: IdParameter,
          headers: IfMatch,
          response: { 200: OrderSchema, ...refusals },
        },
      },
      async (request, reply) => {
        await step(request, reply, (change, id) => undoStep(change, id, kind));
        return reply;
      },
    );
}

function refuseGiven(fields: Record<string, unknown>, message: string): void {
  refuseFields(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field]) => ({ field, message })),
  );
}

/** ms since 1970. */
function timeOf(goesAt: string | undefined, now: number): number {
  if (goesAt === undefined) return now;
  const time = Date.parse(goesAt);
  if (!(time <= now + furthestDays * 86_400_000))
    refuseFields([{ field: "goesAt", message: `must be within the next ${furthestDays} days` }]);
  return time;
}
