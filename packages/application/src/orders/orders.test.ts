import { randomUUID } from "node:crypto";
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
/** A lane of ten containers of ten pieces that reorders at 30 up to 90, and what a test says of its records. */
async function plant(
  more: { supplier?: object; supply?: object; part?: object; location?: object; site?: object } = {},
) {
  const own = await app.createCustomer(`orders-${++plants}`);
  const { ids, body } = lane();
  Object.assign(body.sites[0]!, more.site);
  Object.assign(body.suppliers[0]!, more.supplier);
  Object.assign(body.parts[0]!.supplies[0]!, more.supply);
  Object.assign(body.parts[0]!, more.part);
  Object.assign(body.locations[0]!, more.location);
  const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  let sequence = 0;
  let last = 0;
  const next = () => {
    last = Math.max(last + 1, Date.now());
    return last;
  };
  const call = async (method: string, path: string, body?: object) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body ? { body } : {}) });
  const get = async (path: string) => (await call("GET", path)).body;
  return {
    ...own,
    ids,
    call,
    get,
    /** The sensor reports so many pieces, one message each. */
    see: (...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each, next()))),
    orders: async () => (await get("/orders")).items,
    location: (id = ids.location) => get(`/locations/${id}`),
    until: (id: string, state: string) =>
      until(async () => {
        const order = await get(`/orders/${id}`);
        return order.state === state && order;
      }),
    /** Another location of the same part, without a sensor. */
    async shelf(name: string, over: object = {}) {
      const location = {
        ...body.locations[0]!,
        id: undefined,
        name,
        deviceIds: [],
        ...over,
      };
      const answer = await call("POST", "/locations", location);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body.id as string;
    },
  };
}
const count = (pieces: number) => ({ counted: pieces });

test("an order above the supplier's value waits for approval; approved it goes out, rejected it holds back the next", async () => {
  const { see, orders, call, until, get } = await plant({
    supplier: { approvalAbove: 100 },
    supply: {
      prices: [
        { fromQuantity: 1, price: 3 },
        { fromQuantity: 50, price: 2 },
      ],
    },
  });
  await see(80, 80, 30, 30);
  const [order] = await orders();
  expect(order).toMatchObject({
    state: "proposed",
    quantity: 60,
    unitPrice: 2,
    value: 120,
    approvalReason: expect.stringContaining("above 100.00"),
  });
  const rejected = await call("POST", `/orders/${order.id}/reject`, {
    reason: "other",
    note: "stock-taking week",
  });
  expect(rejected.body).toMatchObject({ state: "rejected" });
  await see(30, 30);
  expect(await orders()).toHaveLength(1);
  await see(20, 20);
  const [next] = await orders();
  expect(next).toMatchObject({ state: "proposed", quantity: 70 });
  // It has not gone out, so it follows the stock.
  await see(10, 10);
  expect(await get(`/orders/${next.id}`)).toMatchObject({ state: "proposed", quantity: 80 });
  await call("POST", `/orders/${next.id}/approve`);
  expect((await until(next.id, "dispatched")).events.at(-3)).toMatchObject({
    state: "approved",
    cause: "approved by API key admin",
  });
  expect((await call("POST", `/orders/${next.id}/approve`)).status).toBe(409);
});

test("needs of several locations go to the supplier as one purchase order, which is confirmed line by line", async () => {
  const { ids, call, shelf, orders, get, until, see } = await plant({ supplier: { collectionMinutes: 60 } });
  const second = await shelf("A-01-2");
  await see(80, 80, 30, 30);
  await call("POST", `/locations/${second}/stock-takes`, count(10));
  const waiting = await orders();
  expect(waiting).toMatchObject([{ state: "approved" }, { state: "approved" }]);
  expect(waiting[0].waitsFor).toContain("waits for others");
  expect(Date.parse(waiting[0].placeAt)).toBeGreaterThan(Date.now());
  // Below its safety stock a location can't wait, and takes the others along.
  const third = await shelf("A-01-3", { safetyStock: 20 });
  await call("POST", `/locations/${third}/stock-takes`, count(10));
  const placed = await orders();
  expect(
    new Set(placed.map((order: { purchaseOrder: { id: string } }) => order.purchaseOrder?.id)).size,
  ).toBe(1);
  for (const { id } of placed) await until(id, "dispatched");
  const { items: mails } = await get("/mailbox");
  expect(mails).toHaveLength(1);
  expect(mails[0].subject).toContain("Urgent: order 1");
  expect(mails[0].text).toContain("A-01-3");
  const purchase = await get(`/purchase-orders/${placed[0].purchaseOrder.id}`);
  expect(purchase).toMatchObject({ number: 1, supplierId: ids.supplier, lines: [{}, {}, {}] });
  const token = /\/supplier\/confirm#(\S+)/.exec(mails[0].text)![1]!;
  const lines = purchase.lines.map(({ id, quantity }: { id: string; quantity: number }) => ({
    orderId: id,
    deliveries: [
      { quantity: 10, date: "2027-01-15" },
      { quantity: quantity - 10, date: "2027-01-20" },
    ],
  }));
  const wrong = await app.request("POST", `/api/v1/supplier-confirmation/${token}`, {
    body: { lines: [...lines, { orderId: randomUUID() }] },
  });
  expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, "lines[3].orderId"]);
  const confirmed = await app.request("POST", `/api/v1/supplier-confirmation/${token}`, { body: { lines } });
  expect(confirmed.body.lines).toMatchObject(
    lines.map(() => ({ state: "confirmed", confirmedDate: "2027-01-20" })),
  );
  // What came in part is received in part, and late when the second part does not come.
  const [own] = purchase.lines.filter(({ locationId }: { locationId: string }) => locationId === second);
  const part = await call("POST", `/orders/${own.id}/receive`, { quantity: 10 });
  expect(part.body).toMatchObject({ state: "partly-received", receivedQuantity: 10 });
  expect(part.body.dueAt).toBe("2027-01-21T00:00:00.000Z");
  const rest = await call("POST", `/orders/${own.id}/receive`, {});
  expect(rest.body).toMatchObject({ state: "received", receivedQuantity: own.quantity });
});

test("an order waits for the supplier's next ordering day, and says so", async () => {
  const today = new Date().getUTCDay() || 7;
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== today && day !== (today % 7) + 1);
  const { see, orders } = await plant({
    supplier: { calendar: { timeZone: "UTC", orderingDays: days, cutOff: "14:00", holidays: [] } },
  });
  await see(80, 80, 30, 30);
  const [order] = await orders();
  expect(order).toMatchObject({ state: "approved", waitsFor: expect.stringContaining("ordering time") });
  expect(Date.parse(order.placeAt)).toBeGreaterThan(Date.now());
  const nowhere = await plant({
    supplier: { calendar: { timeZone: "UTC", orderingDays: [], cutOff: null, holidays: [] } },
  }).catch((error: Error) => error.message);
  expect(nowhere).toContain("suppliers[0].calendar.orderingDays");
});

test("a time at which an account's orders are looked at is noted once, however often something waits for it", async () => {
  const today = new Date().getUTCDay() || 7;
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== today && day !== (today % 7) + 1);
  const calendar = { timeZone: "UTC", orderingDays: days, cutOff: "14:00", holidays: [] };
  const { accountId, ids, see, call, orders } = await plant({ supplier: { calendar } });
  await see(80, 80, 30, 30);
  expect(await orders()).toMatchObject([{ state: "approved" }]);
  for (const name of ["Bolts", "Bolts Ltd", "Bolts & Sons"])
    expect((await call("PATCH", `/suppliers/${ids.supplier}`, { name })).status).toBe(200);
  const looks = await app.accounts.store.regions.of("EU").inDirectory(async (tx) => {
    await tx.switchToJobs();
    const { rows } = await tx.query<{ at: Date }>(
      "select start_after as at from job where name = 'order-time' and data->>'accountId' = $1",
      [accountId],
    );
    return rows.map(({ at }) => at.getTime());
  });
  expect(looks).toHaveLength(1);
});

test("a shop-floor location is refilled from the central store, whose own order follows from what it has to give", async () => {
  const { ids, see, shelf, call, orders, location } = await plant();
  await see(40, 40);
  const floor = await shelf("Line 1", {
    source: { kind: "location", locationId: ids.location, packSize: 10, leadTimeDays: 0.1 },
    policy: { kind: "two-bin", piecesPerBin: 20 },
  });
  await call("POST", `/locations/${floor}/stock-takes`, count(20));
  const transfer = (await orders()).find((order: { locationId: string }) => order.locationId === floor);
  expect(transfer).toMatchObject({
    state: "placed",
    supplierId: null,
    sourceLocationId: ids.location,
    quantity: 20,
  });
  // 40 − 20 promised = 20: the store is below its minimum of 30 and orders what it has room for.
  expect(await location()).toMatchObject({ reserved: 20, onOrder: 60, inventoryPosition: 80 });
  const circle = await call("PATCH", `/locations/${ids.location}`, {
    source: { kind: "location", locationId: floor, packSize: 1, leadTimeDays: 0 },
  });
  expect([circle.status, circle.body.errors[0].field]).toEqual([422, "source.locationId"]);
  expect((await call("DELETE", `/locations/${ids.location}`)).status).toBe(409);
  await call("POST", `/orders/${transfer.id}/ship`, {});
  expect(await location()).toMatchObject({ reserved: 0 });
  expect((await call("POST", `/orders/${transfer.id}/receive`, {})).body).toMatchObject({
    state: "received",
  });
});

test("what is reserved is ordered again; a reservation that is over counts no more", async () => {
  const { ids, see, call, orders, location } = await plant();
  await see(80, 80);
  const made = await call("POST", "/reservations", {
    locationId: ids.location,
    quantity: 60,
    reason: "order 4711",
    until: null,
  });
  expect(made.status).toBe(201);
  expect(await location()).toMatchObject({ reserved: 60, level: { onHand: 80 } });
  expect(await orders()).toMatchObject([{ quantity: 20 }]);
  await call("PATCH", `/reservations/${made.body.id}`, { until: "2026-01-01T00:00:00Z" });
  expect(await location()).toMatchObject({ reserved: 0, inventoryPosition: 100 });
});

test("a count holds until the sensor sees a change, is told with its reason, and more than fits is refused", async () => {
  const { ids, see, call, get, location, userKey } = await plant();
  await see(80, 80);
  const path = `/locations/${ids.location}/stock-takes`;
  expect((await call("POST", path, count(101))).body.errors[0]).toMatchObject({ field: "counted" });
  const made = await call("POST", path, { counted: 77, reason: "damage", note: "one box was wet" });
  expect(made.body).toMatchObject({ counted: 77, before: 80, reason: "damage", by: "API key admin" });
  await see(80);
  expect((await location()).level.onHand).toBe(77);
  await see(60, 60);
  expect((await location()).level.onHand).toBe(60);
  await call("POST", path, count(59));
  expect((await get(path)).items).toMatchObject([{ counted: 59 }, { counted: 77, note: "one box was wet" }]);
  const first = await get(`${path}?limit=1`);
  expect((await get(`${path}?limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ counted: 77 }]);
  const madeUp = Buffer.from(JSON.stringify(["now-ish", "x"])).toString("base64url");
  expect((await call("GET", `${path}?cursor=${madeUp}`)).body).toMatchObject({
    status: 422,
    errors: [{ field: "cursor" }],
  });
  const refused = await app.request("POST", `/api/v1${path}`, { key: userKey, body: count(1) });
  expect(refused.status).toBe(403);
});

test("a blocked or phased-out part, a part without a supplier and a blackout order nothing", async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  for (const part of [{ isBlocked: true }, { phaseOut: day(-1) }, { phaseIn: day(2) }, { supplies: [] }]) {
    const { see, orders } = await plant({ part });
    await see(80, 80, 20, 20);
    expect(await orders(), JSON.stringify(part)).toEqual([]);
  }
  const { see, orders, ids, call } = await plant({
    site: { blackouts: [{ from: day(-1), to: day(3), reason: "stock-taking" }] },
  });
  await see(80, 80, 20, 20);
  const reason = `nothing is ordered for the site until ${day(3)}: stock-taking`;
  expect(await orders()).toMatchObject([{ state: "approved", waitsFor: reason }]);
  // As soon as nothing keeps the part back any more, it is ordered.
  const blocked = await plant({ part: { isBlocked: true } });
  await blocked.see(80, 80, 20, 20);
  await blocked.call("PATCH", `/parts/${blocked.ids.part}`, { isBlocked: false });
  expect(await blocked.orders()).toMatchObject([{ quantity: 70 }]);
  const inUse = await call("DELETE", `/suppliers/${ids.supplier}`);
  expect(inUse.status).toBe(409);
});

test("a location without a policy of its own has its part's; one that does not fit is refused with the location's name", async () => {
  const { ids, see, orders, call } = await plant({
    part: { policy: { kind: "kanban", cards: 4, piecesPerCard: 20 } },
    location: { policy: null },
  });
  await see(80, 80, 50, 50);
  expect(await orders()).toMatchObject([
    { quantity: 20, events: [{ cause: expect.stringContaining("1 of 4") }, {}, {}] },
  ]);
  const tooMuch = await call("PATCH", `/parts/${ids.part}`, {
    policy: { kind: "reorder-point", reorderPoint: 80, quantity: 50 },
  });
  expect(tooMuch.body.errors[0]).toMatchObject({
    field: "policy.quantity",
    message: expect.stringContaining("A-01-1"),
  });
});

test("areas and racks order the places of a site; what is used stays", async () => {
  const { ids, call } = await plant();
  const area = (await call("POST", "/areas", { siteId: ids.site, name: "North" })).body;
  const rack = (await call("POST", "/racks", { areaId: area.id, name: "R1" })).body;
  const placed = await call("PATCH", `/locations/${ids.location}`, { areaId: area.id, rackId: rack.id });
  expect(placed.body).toMatchObject({ areaId: area.id, rackId: rack.id });
  expect((await call("DELETE", `/racks/${rack.id}`)).status).toBe(409);
  expect((await call("DELETE", `/areas/${area.id}`)).status).toBe(409);
  expect((await call("POST", "/areas", { siteId: ids.site, name: "north" })).status).toBe(409);
  const lost = await call("PATCH", `/locations/${ids.location}`, { areaId: null });
  expect(lost.body.errors[0].field).toBe("rackId");
  const list = await call("GET", `/locations?rackId=${rack.id}`);
  expect(list.body.items).toHaveLength(1);
});

test("a periodic policy orders at its review time and not before", async () => {
  const policy = {
    kind: "periodic",
    reorderPoint: 30,
    maximum: 90,
    days: [1, 2, 3, 4, 5, 6, 7],
    at: "06:00",
  };
  const { accountId, ids, see, orders } = await plant({
    site: { timeZone: "Europe/Berlin" },
    location: { policy },
  });
  await see(80, 80, 20, 20);
  expect(await orders()).toEqual([]);
  const nextDay = Date.now() + 86_400_000;
  await app.deliver([reading(accountId, ids.device, 5, 20, nextDay)]);
  expect(await orders()).toMatchObject([{ quantity: 70 }]);
});

test("the cards of a kanban loop are full, ordered, in transit or empty", async () => {
  const policy = { kind: "kanban", cards: 5, piecesPerCard: 20 };
  const { see, orders, until, call, location } = await plant({ location: { policy } });
  await see(100, 100);
  expect((await location()).cards).toEqual({ full: 5, inTransit: 0, ordered: 0, empty: 0, unknown: 0 });
  await see(60, 60);
  const [order] = await orders();
  expect(order).toMatchObject({
    quantity: 40,
    events: [{ cause: expect.stringContaining("2 of 5") }, {}, {}],
  });
  expect((await location()).cards).toMatchObject({ full: 3, ordered: 2 });
  await until(order.id, "dispatched");
  await call("POST", `/orders/${order.id}/ship`, {});
  expect((await location()).cards).toMatchObject({ full: 3, ordered: 0, inTransit: 2 });
  await see(40, 40);
  expect((await location()).cards).toMatchObject({ full: 2, inTransit: 2, empty: 1 });
  await see(80, 80, 80);
  expect(await orders()).toMatchObject([{ quantity: 20 }, { state: "received" }]);
});

test("a store without a sensor has less when a transfer leaves it, shipped or not said to be", async () => {
  const { call, get, location } = await plant();
  const own = { ...(await location()), deviceIds: [], policy: null };
  const made = async (name: string, more: object = {}) => {
    const { siteId, partId, geometry, deviceIds, policy } = own;
    const body = { siteId, partId, geometry, deviceIds, policy, name, ...more };
    return (await call("POST", "/locations", body)).body.id as ReturnType<typeof randomUUID>;
  };
  const store = await made("Store");
  const source = { kind: "location", locationId: store, packSize: 10, leadTimeDays: 1 };
  const line = await made("Line", { source, policy: { kind: "min-max", minimum: 30, maximum: 60 } });
  await call("POST", `/locations/${store}/stock-takes`, count(90));
  await call("POST", `/locations/${line}/stock-takes`, count(20));
  const transfer = async () => (await get(`/orders?locationId=${line}&state=open`)).items[0];
  const first = await transfer();
  expect(first).toMatchObject({ quantity: 40, sourceLocationId: store });
  expect(await location(store)).toMatchObject({ level: { onHand: 90 }, reserved: 40 });
  await call("POST", `/orders/${first.id}/ship`, { quantity: 30 });
  expect(await location(store)).toMatchObject({ level: { onHand: 60 }, reserved: 0 });
  await call("POST", `/orders/${first.id}/receive`, {});
  expect(await location(line)).toMatchObject({ level: { onHand: 50 } });
  expect(await location(store)).toMatchObject({ level: { onHand: 60 } });
  await call("POST", `/locations/${line}/stock-takes`, count(30));
  const second = await transfer();
  await call("POST", `/orders/${second.id}/receive`, { quantity: 10 });
  await call("POST", `/orders/${second.id}/receive`, {});
  expect(await location(store)).toMatchObject({ level: { onHand: 60 - second.quantity }, reserved: 0 });
});

test("who counts what was known before does not order anew what was rejected", async () => {
  const { see, call, orders, ids } = await plant({ part: { needsApproval: true } });
  await see(80, 80, 20, 20);
  const [order] = await orders();
  await call("POST", `/orders/${order.id}/reject`, { reason: "other", note: "enough on the line" });
  await call("POST", `/locations/${ids.location}/stock-takes`, count(20));
  expect(await orders()).toMatchObject([{ state: "rejected" }]);
  await call("POST", `/locations/${ids.location}/stock-takes`, count(18));
  expect(await orders()).toHaveLength(2);
});
