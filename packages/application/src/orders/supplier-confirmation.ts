import { Type } from "typebox";
import type { Actor } from "../accounts/actor.ts";
import { newToken } from "../accounts/credentials.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { addressOf } from "../api/address.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { Refusal } from "../refusal.ts";
import { changeOrder } from "./order-service.ts";

/**
 * The token of an order's confirmation link: made from the account's key, so that every attempt to send the order
 * carries the same one and nothing needs to be stored but its hash in the directory.
 */
export function confirmationToken(set: WorkingSet, orderId: string): string {
  return newToken("supplier", set.region, set.sealer.lookupHash("supplier confirmation", orderId));
}

/** Public routes behind the link in the order's message: one order, and nothing else of the account. */
export function supplierConfirmationRoutes(app: ApiServer, { store, credentials }: Api): void {
  const tags = ["supplier-confirmation"];
  const params = Type.Object({ token: Type.String({ maxLength: 100 }) });

  async function find(token: string): Promise<{ set: WorkingSet; order: Order }> {
    const found = await credentials.find("supplier", token);
    const set = found && (await store.read(found.accountId));
    const order = set && [...set.all("order")].find(({ id }) => confirmationToken(set, id) === token);
    if (!order)
      throw new Refusal(
        404,
        "not-found",
        "This confirmation link is not valid (any more). Ask your customer.",
      );
    return { set, order };
  }

  app.get(
    "/supplier-confirmation/:token",
    {
      schema: {
        tags,
        summary: "The order behind a confirmation link",
        security: [],
        params,
        response: { 200: schemas.SupplierOrder, ...refusals },
      },
    },
    async (request) => {
      const { set, order } = await find(request.params.token);
      return supplierView(set, order);
    },
  );

  app.post(
    "/supplier-confirmation/:token",
    {
      schema: {
        tags,
        summary: "The supplier confirms quantity and day",
        security: [],
        params,
        body: schemas.Confirmation,
        response: { 200: schemas.SupplierOrder, ...refusals },
      },
    },
    async (request) => {
      const { set, order } = await find(request.params.token);
      const supplier = set.get("supplier", order.supplierId)?.name ?? "the supplier";
      const actor: Actor = {
        kind: "supplier",
        id: order.supplierId,
        name: supplier,
        address: addressOf(request.ip),
      };
      const next = await store.change(set.accountId, actor, (change) =>
        changeOrder(change, order.id, {
          kind: "confirm",
          at: Date.now(),
          cause: `confirmed by ${supplier}`,
          ...request.body,
        }),
      );
      return supplierView(set, next);
    },
  );
}

function supplierView(set: WorkingSet, order: Order) {
  const part = set.get("part", order.partId);
  return {
    number: order.number,
    state: order.state,
    customerName: set.customerName,
    supplierName: set.get("supplier", order.supplierId)?.name ?? "",
    partNumber: part?.number ?? "",
    partName: part?.name ?? "",
    unit: part?.unit ?? "",
    quantity: order.quantity,
    createdAt: new Date(order.createdAt).toISOString(),
    confirmedQuantity: order.confirmedQuantity,
    confirmedDate: order.confirmedDate,
  };
}
