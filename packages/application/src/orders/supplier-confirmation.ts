import { Type } from "typebox";
import type { Actor } from "../accounts/actor.ts";
import { newToken } from "../accounts/credentials.ts";
import { derived } from "../accounts/derived.ts";
import type { Order } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { addressOf } from "../api/address.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { Refusal, refuseFields } from "../refusal.ts";
import { changeOrder } from "./order-service.ts";
import { SupplierConfirmation, SupplierOrder } from "./schema.ts";

/** The orders of a purchase order, by number. */
export function linesOf(set: WorkingSet, purchaseOrderId: string): Order[] {
  const lines = [...set.all("order")].filter(({ purchaseOrder }) => purchaseOrder?.id === purchaseOrderId);
  return lines.sort((a, b) => a.number - b.number);
}

/**
 * The token of a purchase order's confirmation link: made from the account's key, so that every attempt to send the order
 * carries the same one and nothing needs to be stored but its hash in the directory.
 */
export function confirmationToken(set: WorkingSet, purchaseOrderId: string): string {
  return newToken("supplier", set.region, set.sealer.lookupHash("supplier confirmation", purchaseOrderId));
}

/** Public routes behind the link in the order's message: one order, and nothing else of the account. */
export function supplierConfirmationRoutes(app: ApiServer, { store, credentials }: Api): void {
  const tags = ["supplier-confirmation"];
  const params = Type.Object({ token: Type.String({ maxLength: 100 }) });

  async function find(token: string): Promise<{ set: WorkingSet; lines: Order[] }> {
    const found = await credentials.find("supplier", token);
    const set = found && (await store.read(found.accountId));
    const id = set && purchaseOrderOf(set, token);
    if (!id)
      throw new Refusal(
        404,
        "not-found",
        "This confirmation link is not valid (any more). Ask your customer.",
      );
    return { set, lines: linesOf(set, id) };
  }

  app.get(
    "/supplier-confirmation/:token",
    {
      schema: {
        tags,
        summary: "The order behind a confirmation link",
        security: [],
        params,
        response: { 200: SupplierOrder, ...refusals },
      },
    },
    async (request) => {
      const { set, lines } = await find(request.params.token);
      return supplierView(set, lines);
    },
  );

  app.post(
    "/supplier-confirmation/:token",
    {
      schema: {
        tags,
        summary: "The supplier confirms quantities and days, all lines or none",
        security: [],
        params,
        body: SupplierConfirmation,
        response: { 200: SupplierOrder, ...refusals },
      },
    },
    async (request) => {
      const { set, lines } = await find(request.params.token);
      const { supplierId } = lines[0]!;
      const supplier = set.get("supplier", supplierId ?? "")?.name ?? "the supplier";
      const actor: Actor = {
        kind: "supplier",
        id: supplierId,
        name: supplier,
        address: addressOf(request.ip),
      };
      const confirmed: NonNullable<typeof request.body.lines> =
        request.body.lines ??
        lines
          .filter(({ state }) => ["placed", "dispatched"].includes(state))
          .map(({ id }) => ({ orderId: id }));
      for (const [index, { orderId }] of confirmed.entries()) {
        const field = `lines[${index}].orderId`;
        if (!lines.some(({ id }) => id === orderId))
          refuseFields([{ field, message: "is no line of this order" }]);
        if (confirmed.findIndex((line) => line.orderId === orderId) < index)
          refuseFields([{ field, message: "is named twice" }]);
      }
      await store.change(set.accountId, actor, (change) => {
        for (const { orderId, ...promise } of confirmed)
          changeOrder(change, orderId, {
            kind: "confirm",
            at: change.at,
            cause: `confirmed by ${supplier}`,
            ...promise,
          });
      });
      const now = await store.read(set.accountId);
      return supplierView(now, linesOf(now, lines[0]!.purchaseOrder!.id));
    },
  );
}

function purchaseOrderOf(set: WorkingSet, token: string): string | undefined {
  return derived(set, "order", "confirmation links", (before: Links | undefined) => {
    const links: Links = { tokenOf: new Map(), idOf: new Map() };
    for (const { purchaseOrder } of set.all("order")) {
      if (!purchaseOrder || links.tokenOf.has(purchaseOrder.id)) continue;
      const { id } = purchaseOrder;
      const own = before?.tokenOf.get(id) ?? confirmationToken(set, id);
      links.tokenOf.set(id, own);
      links.idOf.set(own, id);
    }
    return links;
  }).idOf.get(token);
}

/** Tokens of purchase orders, and back: a token takes some microseconds to make, and an account has thousands. */
interface Links {
  tokenOf: Map<string, string>;
  idOf: Map<string, string>;
}

function supplierView(set: WorkingSet, lines: readonly Order[]) {
  const [first] = lines;
  const site = set.get("location", first!.locationId)?.siteId;
  return {
    number: first!.purchaseOrder!.number,
    customerName: set.customerName,
    supplierName: set.get("supplier", first!.supplierId ?? "")?.name ?? "",
    siteName: (site && set.get("site", site)?.name) ?? "",
    currency: settingsOf(set).currency,
    createdAt: new Date(first!.placedAt ?? first!.createdAt).toISOString(),
    lines: lines.map((line) => {
      const part = set.get("part", line.partId);
      const theirs = part?.supplies.find(({ supplierId }) => supplierId === line.supplierId)?.partNumber;
      const { id, number, state, quantity, unitPrice, isUrgent } = line;
      const { confirmedQuantity, confirmedDate, deliveries } = line;
      return {
        orderId: id,
        number,
        state,
        partNumber: theirs || (part?.number ?? ""),
        partName: part?.name ?? "",
        unit: part?.unit ?? "",
        quantity,
        unitPrice,
        isUrgent,
        confirmedQuantity,
        confirmedDate,
        deliveries: [...deliveries],
      };
    }),
  };
}
