import { isOpen } from "@refill/replenishment";
import { Type } from "typebox";
import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { sendCsv, wantsCsv } from "../api/csv.ts";
import {
  decodeCursor,
  defaultPageSize,
  encodeCursor,
  largestPageSize,
  Page,
  pageQuery,
} from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { changeOrder } from "./order-service.ts";
import { purchaseOrderView } from "./purchase-order.ts";
import { findPurchaseOrders, type PurchaseOrderQuery } from "./purchase-order-list.ts";
import { PurchaseOrder, PurchaseOrderReceipt, purchaseOrderStates } from "./schema.ts";
import { linesOf } from "./supplier-confirmation.ts";

const tags = ["orders"];
const Query = Type.Object(
  {
    ...pageQuery,
    supplierId: Type.Optional(schemas.Id),
    siteId: Type.Optional(schemas.Id),
    state: Type.Optional(
      Type.Array(Type.Enum([...purchaseOrderStates, "open", "closed"], { type: "string" }), {
        minItems: 1,
        maxItems: 9,
        description: "One or more; open and closed stand for several",
      }),
    ),
    placedFrom: Type.Optional(
      Type.String({ format: "date-time", description: "Placed at this time or later" }),
    ),
    placedTo: Type.Optional(
      Type.String({ format: "date-time", description: "Placed at this time or earlier" }),
    ),
  },
  { additionalProperties: false },
);

/** What went to suppliers at once: listed, read, and received with all its lines. */
export function purchaseOrderRoutes(app: ApiServer, api: Api): void {
  const { store } = api;

  app.get(
    "/purchase-orders",
    {
      schema: {
        tags,
        summary: "List purchase orders, newest first",
        description:
          "With `Accept: text/csv` all of them as one CSV file for spreadsheets, a row each: `limit` and `cursor` do not count then.",
        querystring: Query,
        response: { 200: Page(PurchaseOrder), ...refusals },
      },
    },
    async (request, reply) => {
      const { limit = defaultPageSize, cursor, ...filter } = request.query;
      const query = filter as PurchaseOrderQuery;
      const set = await store.read(request.principal.accountId);
      reply.header("vary", "accept");
      if (wantsCsv(request)) return sendCsv(reply, "purchase-orders", columns, await rowsOf(api, set, query));
      const below = cursor === undefined ? null : decodeCursor(cursor, ["integer"])[0];
      const found = await findPurchaseOrders(api, set, query, { below, limit: limit + 1 });
      const items = found.slice(0, limit).map((lines) => purchaseOrderView(set, newest(set, lines)));
      const last = items.at(-1);
      const nextCursor = last && found.length > limit ? encodeCursor([last.number]) : null;
      return { items, nextCursor } as never;
    },
  );

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
      return purchaseOrderView(set, await readLines(api, set, request.params.id)) as never;
    },
  );

  app.post(
    "/purchase-orders/:id/receive",
    {
      schema: {
        tags,
        summary: "Record what arrived of a purchase order: all that is still to come, or line by line",
        params: IdParameter,
        body: PurchaseOrderReceipt,
        response: { 200: PurchaseOrder, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor, name } = request.principal;
      const { id } = request.params;
      await readLines(api, await store.read(accountId), id);
      await store.change(accountId, actor, (change) => {
        const lines = [...change.all("order")].filter(({ purchaseOrder }) => purchaseOrder?.id === id);
        const open = lines.filter(({ state }) => isOpen(state));
        const received = request.body.lines ?? open.map((line) => ({ orderId: line.id }));
        for (const [index, { orderId }] of received.entries()) {
          const field = `lines[${index}].orderId`;
          if (!lines.some((line) => line.id === orderId))
            refuseFields([{ field, message: "is no line of this purchase order" }]);
          if (received.findIndex((line) => line.orderId === orderId) < index)
            refuseFields([{ field, message: "is named twice" }]);
        }
        const cause = `received by ${name}`;
        for (const { orderId, ...receipt } of received)
          changeOrder(change, orderId, { kind: "receive", at: change.at, cause, ...receipt });
      });
      const set = await store.read(accountId);
      return purchaseOrderView(set, await readLines(api, set, id)) as never;
    },
  );
}

/** Its lines by number, also when it was closed long ago. */
export async function readLines(api: Api, set: WorkingSet, id: string): Promise<Order[]> {
  const lines = await api.store.query(set.accountId, (tx) =>
    queryOrders(
      tx,
      set.sealer,
      "select id, sealed from replenishment_order where purchase_order_id = $1 order by sequence",
      [id],
    ),
  );
  if (lines.length === 0) throw notFound("purchase order");
  const current = newest(set, lines);
  return current.some(({ purchaseOrder }) => purchaseOrder?.id === id) ? current : linesOf(set, id);
}

/** As memory has them, which may be newer. */
function newest(set: WorkingSet, lines: readonly Order[]): Order[] {
  return lines.map((line) => set.get("order", line.id) ?? line);
}

const columns = [
  "number",
  "state",
  "supplier",
  "site",
  "lines",
  "value",
  "currency",
  "placedAt",
  "dispatchedAt",
  "dueAt",
  "isLate",
  "dispatchProblem",
  "id",
] as const;

async function rowsOf(api: Api, set: WorkingSet, query: PurchaseOrderQuery) {
  const rows: Record<(typeof columns)[number], unknown>[] = [];
  for (let below: number | null = null; ; ) {
    const found = await findPurchaseOrders(api, set, query, { below, limit: largestPageSize });
    for (const lines of found) {
      const { lines: shown, siteId, supplierId, ...view } = purchaseOrderView(set, newest(set, lines));
      rows.push({
        ...view,
        supplier: set.get("supplier", supplierId ?? "")?.name ?? "",
        site: set.get("site", siteId ?? "")?.name ?? "",
        lines: shown.length,
        currency: settingsOf(set).currency,
      });
    }
    if (found.length < largestPageSize) return rows;
    below = found.at(-1)![0]!.purchaseOrder!.number;
  }
}
