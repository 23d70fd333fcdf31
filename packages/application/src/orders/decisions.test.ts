import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let plants = 0;
// biome-ignore lint/suspicious/noExplicitAny: records as the REST API shows them
type Shown = any;

/** A lane that orders at 30 up to 90, and shelves without sensors that order up to 90 when they are counted. */
async function plant(supplier: object = {}) {
  const own = await app.createCustomer(`decisions-${++plants}`);
  const { ids, body } = lane();
  Object.assign(body.suppliers[0]!, supplier);
  Object.assign(body.parts[0]!.supplies[0]!, { prices: [{ fromQuantity: 1, price: 2 }] });
  const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const call = (method: string, path: string, sent?: object, headers: Record<string, string> = {}) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, headers, ...(sent ? { body: sent } : {}) });
  const get = async (path: string): Promise<Shown> => (await call("GET", path)).body;
  let sequence = 0;
  return {
    ...own,
    ids,
    call,
    get,
    see: (...pieces: number[]) =>
      app.deliver(
        pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each, Date.now() + sequence)),
      ),
    until: (id: string, state: string) =>
      until(async () => {
        const order = await get(`/orders/${id}`);
        return order.state === state && order;
      }),
    /** Another location of the part, which has an order for so many pieces. */
    async ordered(name: string, quantity: number): Promise<Shown> {
      const location = { ...body.locations[0]!, id: undefined, name, deviceIds: [], policy: null };
      const answer = await call("POST", "/locations", location);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const order = await call("POST", "/orders", { locationId: answer.body.id, quantity });
      expect(order.status, JSON.stringify(order.body)).toBe(201);
      return order.body;
    },
  };
}
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

test("orders that a person merges go out as one purchase order, once the last of them is approved", async () => {
  const { call, get, ordered, until } = await plant({ collectionMinutes: 60, approvalAbove: 150 });
  const small = await ordered("A", 20);
  const large = await ordered("B", 90);
  expect([small.state, large.state]).toEqual(["approved", "proposed"]);
  expect(large).toMatchObject({
    approval: { code: "value-above", value: 180, limit: 150 },
    wait: { code: "approval" },
  });
  expect(small.wait).toEqual({ code: "others" });
  const merged = await call("POST", "/orders/merge", { ids: [small.id, large.id] });
  expect(merged.status, JSON.stringify(merged.body)).toBe(200);
  expect(merged.body.orders[0]).toMatchObject({
    state: "approved",
    wait: { code: "approval-of-others", others: 1 },
  });
  await call("POST", "/orders/approve", { ids: [large.id] });
  const sent = await until(small.id, "dispatched");
  expect((await until(large.id, "dispatched")).purchaseOrder).toEqual(sent.purchaseOrder);
  expect(sent.events).toMatchObject([
    { kind: "propose", by: { kind: "api-key" }, details: { quantity: 20, isByHand: true } },
    { kind: "approve", by: null },
    { kind: "merge", by: { name: "admin" }, details: { orders: [large.number] } },
    { kind: "place", by: null, details: { orders: [large.number] } },
    { kind: "dispatch", details: { way: "email", to: "orders@bolts.example", attempts: 1 } },
  ]);
  const list = await get("/purchase-orders?state=open");
  expect(list.items).toMatchObject([
    { number: small.number, state: "dispatched", value: 220, lines: [{}, {}] },
  ]);
  const third = await ordered("C", 10);
  const late = await call("POST", "/orders/merge", { ids: [third.id, small.id] });
  expect([late.status, late.body.errors[0].field]).toEqual([422, "ids[1]"]);
  expect(late.body.errors[0].message).toContain("has been sent");
});

test("merged orders wait for the time that was chosen; a rejected one holds up the others no more", async () => {
  const { call, get, ordered, until } = await plant({ collectionMinutes: 60, approvalAbove: 150 });
  const [one, two, three] = [await ordered("A", 20), await ordered("B", 30), await ordered("C", 90)];
  const goesAt = soon();
  await call("POST", "/orders/merge", { ids: [one.id, two.id, three.id], goesAt });
  const done = await call("POST", "/orders/reject", { ids: [three.id, one.id], reason: "too-expensive" });
  expect(done.body).toMatchObject({
    done: [three.id],
    refused: [{ id: one.id, code: "order-not-in-this-state" }],
  });
  const waiting = await get(`/orders/${one.id}`);
  expect(waiting).toMatchObject({ placeAt: goesAt, wait: { code: "chosen-time", until: goesAt } });
  expect((await call("POST", `/orders/${one.id}/split`, {})).body.bundle).toBeNull();
  await until(one.id, "dispatched");
  expect((await get(`/orders/${two.id}`)).state).toBe("approved");
  const far = await call("POST", "/orders/merge", { ids: [one.id, two.id], goesAt: "2999-01-01T00:00:00Z" });
  expect(far.body.errors[0].field).toBe("goesAt");
});

test("an order in two deliveries tells the supplier so, and is confirmed like that when it says nothing else", async () => {
  const { call, get, ordered, until } = await plant({ collectionMinutes: 60 });
  const order = await ordered("A", 60);
  const path = `/orders/${order.id}/split`;
  for (const [body, field] of [
    [{ quantity: 60, date: "2030-01-10", restDate: "2030-02-10" }, "quantity"],
    [{ quantity: 25, date: "2030-01-10", restDate: "2030-02-10" }, "quantity"],
    [{ quantity: 20, date: "2030-01-10", restDate: "2030-01-10" }, "restDate"],
    [{ quantity: 20, date: "2030-01-10" }, "restDate"],
    [{ date: "2030-01-10" }, "date"],
  ] as const)
    expect((await call("POST", path, body)).body.errors?.[0].field, JSON.stringify(body)).toBe(field);
  const split = await call("POST", path, { quantity: 20, date: "2030-01-10", restDate: "2030-02-10" });
  expect(split.body.deliveries).toEqual([
    { quantity: 20, date: "2030-01-10" },
    { quantity: 40, date: "2030-02-10" },
  ]);
  await call("POST", path, {});
  await until(order.id, "dispatched");
  const { items } = await get("/mailbox");
  expect(items[0].text).toContain("20 by 2030-01-10, 40 by 2030-02-10");
  const confirmed = await call("POST", `/orders/${order.id}/confirm`, {});
  expect(confirmed.body).toMatchObject({
    confirmedQuantity: 60,
    confirmedDate: "2030-02-10",
    deliveries: [{}, {}],
  });
  expect((await call("POST", path, {})).body.detail).toContain("has gone out");
});

test("what was entered wrongly is undone with its effect, until something is built on it", async () => {
  const { call, get, ordered, until } = await plant();
  const order = await ordered("A", 60);
  await call("POST", `/locations/${order.locationId}/stock-takes`, { counted: 10 });
  await until(order.id, "dispatched");
  const onHand = async () => (await get(`/locations/${order.locationId}`)).level.onHand;
  const received = await call("POST", `/orders/${order.id}/receive`, { quantity: 60 });
  expect([received.body.state, received.body.undoable, await onHand()]).toEqual(["received", "receive", 70]);
  const stale = await call("POST", `/orders/${order.id}/receive/undo`, undefined, { "if-match": '"1"' });
  expect(stale.status).toBe(412);
  const undone = await call("POST", `/orders/${order.id}/receive/undo`);
  expect(undone.body).toMatchObject({
    state: "dispatched",
    receivedQuantity: null,
    receivedAt: null,
    undoable: null,
  });
  expect(await onHand()).toBe(10);
  expect(undone.body.events.at(-1)).toMatchObject({ kind: "undo", details: { undone: "receive" } });
  expect((await call("POST", `/orders/${order.id}/receive/undo`)).body.type).toContain("order-not-last");
  const cancelled = await call("POST", `/orders/${order.id}/cancel`, { reason: "other", note: "a mistake" });
  expect(cancelled.body.events.at(-1)).toMatchObject({
    kind: "cancel",
    cause: "cancelled by API key admin: a mistake",
    details: { reason: "other", note: "a mistake" },
  });
  expect((await call("POST", `/orders/${order.id}/cancel/undo`)).body.state).toBe("dispatched");
  await call("POST", `/orders/${order.id}/cancel`, { reason: "ordered-twice" });
  await call("POST", "/orders", { locationId: order.locationId, quantity: 10 });
  const late = await call("POST", `/orders/${order.id}/cancel/undo`);
  expect([late.status, late.body.type]).toEqual([409, expect.stringContaining("order-open")]);
  const other = await ordered("B", 10);
  expect((await call("POST", `/orders/${other.id}/cancel`, { reason: "other" })).body.errors[0].field).toBe(
    "note",
  );
});

test("goods are found by number, link, part or place, and a purchase order is received as a whole", async () => {
  const { ids, call, get, ordered, until } = await plant({ collectionMinutes: 60 });
  const [one, two] = [await ordered("Shelf A", 20), await ordered("Shelf B", 30)];
  await call("POST", "/orders/merge", { ids: [one.id, two.id] });
  const { purchaseOrder } = await until(two.id, "dispatched");
  await until(one.id, "dispatched");
  const find = async (code: string) => {
    const { meaning, orders } = await get(`/receiving?code=${encodeURIComponent(code)}`);
    return [meaning, ...orders.map(({ number }: Shown) => number)];
  };
  const both = [one.number, two.number];
  expect(await find(String(purchaseOrder.number))).toEqual(["purchase-order", ...both]);
  expect(await find(`Order ${two.number}`)).toEqual(["order", two.number]);
  expect(await find(`https://refill.example/purchase-orders/${purchaseOrder.id}`)).toEqual([
    "purchase-order",
    ...both,
  ]);
  expect(await find(`https://refill.example/locations/${two.locationId}`)).toEqual(["location", two.number]);
  expect(await find("shelf a")).toEqual(["location", one.number]);
  expect(await find((await get(`/parts/${ids.part}`)).number)).toEqual(["part", ...both]);
  expect(await find("nothing like it")).toEqual([null]);
  const path = `/purchase-orders/${purchaseOrder.id}/receive`;
  const foreign = await call("POST", path, { lines: [{ orderId: ids.part }] });
  expect(foreign.body.errors[0].field).toBe("lines[0].orderId");
  const part = await call("POST", path, { lines: [{ orderId: one.id, quantity: 5 }] });
  expect(part.body).toMatchObject({ state: "partly-received", lines: [{ receivedQuantity: 5 }, {}] });
  const all = await call("POST", path, {});
  expect(all.body).toMatchObject({ state: "received", dueAt: null, lines: [{ receivedQuantity: 20 }, {}] });
  expect((await get("/purchase-orders?state=open")).items).toEqual([]);
  expect(
    (await get(`/purchase-orders?state=received&supplierId=${ids.supplier}&siteId=${ids.site}`)).items,
  ).toHaveLength(1);
  expect((await get(`/purchase-orders?placedFrom=${soon()}`)).items).toEqual([]);
  const csv = await app.request("GET", "/api/v1/purchase-orders", {
    key: (await app.createCustomer(`decisions-csv-${++plants}`)).adminKey,
    headers: { accept: "text/csv" },
  });
  expect(csv.status).toBe(200);
});

test("a remark stands in the story and keeps nothing from being undone", async () => {
  const { call, ordered, until } = await plant();
  const order = await ordered("A", 20);
  await until(order.id, "dispatched");
  await call("POST", `/orders/${order.id}/confirm`, {});
  const empty = await call("POST", `/orders/${order.id}/remarks`, { text: "  " });
  expect(empty.status).toBe(400);
  const remarked = await call("POST", `/orders/${order.id}/remarks`, { text: " Leave it at gate 3 " });
  expect(remarked.body.events.at(-1)).toMatchObject({
    kind: "remark",
    details: { note: "Leave it at gate 3" },
  });
  expect(remarked.body.undoable).toBe("confirm");
});

test("orders are filtered by site and due time", async () => {
  const { ids, call, get, ordered, until } = await plant();
  const order = await ordered("A", 20);
  await until(order.id, "dispatched");
  await call("POST", `/orders/${order.id}/confirm`, { date: "2031-05-05" });
  const found = async (query: string) => (await get(`/orders?${query}`)).items.length;
  expect(await found(`siteId=${ids.site}&dueFrom=2031-05-01T00:00:00Z&dueTo=2031-05-31T00:00:00Z`)).toBe(1);
  expect(await found(`siteId=${ids.part}`)).toBe(0);
  expect(await found("dueTo=2031-05-01T00:00:00Z")).toBe(0);
  expect(await found("isLate=true")).toBe(0);
  expect(await found(`purchaseOrderId=${(await get(`/orders/${order.id}`)).purchaseOrder.id}`)).toBe(1);
});
