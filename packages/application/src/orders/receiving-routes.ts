import { hasGoneOut, isOpen } from "@refill/replenishment";
import { Type } from "typebox";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { folded } from "../api/folded.ts";
import { refusals } from "../api/resource-routes.ts";
import { orderView } from "./order-view.ts";
import { Receivable } from "./schema.ts";

const most = 100;
type Meaning = "order" | "purchase-order" | "location" | "part" | "device" | "supplier" | null;

/** What somebody who holds goods or a paper in hands can receive by what is scanned or typed. */
export function receivingRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/receiving",
    {
      schema: {
        tags: ["orders"],
        summary: "Find open orders by a scanned or typed code",
        description:
          "The number of an order or purchase order; a link or id of one, of a location, part or device, as QR codes have it; a part's number, also the supplier's; the name of a location or supplier.",
        querystring: Type.Object(
          { code: Type.String({ minLength: 1, maxLength: 500 }) },
          { additionalProperties: false },
        ),
        response: { 200: Receivable, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { meaning, orders } = findReceivable(set, request.query.code);
      const soonest = orders.sort(
        (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || a.number - b.number,
      );
      return { meaning, orders: soonest.slice(0, most).map(orderView) } as never;
    },
  );
}

function findReceivable(set: WorkingSet, code: string): { meaning: Meaning; orders: Order[] } {
  const text = code.trim();
  const open = [...set.all("order")].filter(
    ({ state }) => isOpen(state) && (hasGoneOut(state) || state === "placed"),
  );
  const those = (meaning: Meaning, has: (order: Order) => boolean) => ({ meaning, orders: open.filter(has) });
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase();
  if (id !== undefined) return byId(set, open, id);
  // "PO 17", "Order 17", "#17"; a bare number is first of all an order's.
  const number = /^(?:\D{0,20}\s|[#-]|[a-z]{2,4}-?)?#?(\d{1,12})$/i.exec(text)?.[1];
  if (number !== undefined) {
    const own = open.filter((order) => order.number === Number(number));
    const together = open.filter((order) => order.purchaseOrder?.number === Number(number));
    if (together.length > 0)
      return { meaning: together.length > own.length ? "purchase-order" : "order", orders: together };
    if (own.length > 0) return { meaning: "order", orders: own };
  }
  return byName(set, text, those);
}

function byId(set: WorkingSet, open: Order[], id: string): { meaning: Meaning; orders: Order[] } {
  const ways: [Meaning, (order: Order) => boolean][] = [
    ["order", (order) => order.id === id],
    ["purchase-order", (order) => order.purchaseOrder?.id === id],
    ["location", (order) => order.locationId === id],
    ["part", (order) => order.partId === id],
    ["device", (order) => order.locationId === set.locationByDevice.get(id)],
  ];
  for (const [meaning, has] of ways) {
    const orders = open.filter(has);
    if (orders.length > 0) return { meaning, orders };
  }
  for (const kind of ["order", "location", "part", "device"] as const)
    if (set.get(kind, id)) return { meaning: kind, orders: [] };
  return { meaning: null, orders: [] };
}

type Those = (meaning: Meaning, has: (order: Order) => boolean) => { meaning: Meaning; orders: Order[] };

/** Exactly the name or number, but for case and accents. */
function byName(set: WorkingSet, text: string, those: Those): { meaning: Meaning; orders: Order[] } {
  const wanted = folded(text);
  const is = (name: string) => folded(name) === wanted;
  const parts = new Set(
    [...set.all("part")]
      .filter(({ number, supplies }) => is(number) || supplies.some(({ partNumber }) => is(partNumber)))
      .map(({ id }) => id),
  );
  if (parts.size > 0) return those("part", ({ partId }) => parts.has(partId));
  const locations = new Set([...set.all("location")].filter(({ name }) => is(name)).map(({ id }) => id));
  if (locations.size > 0) return those("location", ({ locationId }) => locations.has(locationId));
  const suppliers = new Set([...set.all("supplier")].filter(({ name }) => is(name)).map(({ id }) => id));
  if (suppliers.size > 0) return those("supplier", ({ supplierId }) => suppliers.has(supplierId ?? ""));
  return { meaning: null, orders: [] };
}
