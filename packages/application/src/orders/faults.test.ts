import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

/** What people get wrong or change while orders are under way. */

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let plants = 0;
/** A lane of ten containers of ten pieces that reorders at 30 up to 90. */
async function plant(more: { supplier?: object; location?: object; part?: object } = {}) {
  const own = await app.createCustomer(`faults-${++plants}`);
  const { ids, body } = lane();
  Object.assign(body.suppliers[0]!, more.supplier);
  Object.assign(body.parts[0]!, more.part);
  Object.assign(body.locations[0]!, more.location);
  const call = async (method: string, path: string, body?: object) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body ? { body } : {}) });
  const made = await call("POST", "/import", body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const location = `/locations/${ids.location}`;
  const get = async (path: string) => (await call("GET", path)).body;
  let sequence = 0;
  return {
    ids,
    call,
    get,
    location,
    see: (...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each))),
    /** As `see`, of another time, ms. */
    seeAt: (at: number, ...pieces: number[]) =>
      app.deliver(
        pieces.map((each, index) => reading(own.accountId, ids.device, ++sequence, each, at + index)),
      ),
    /** The first messages again, as a network server that was restored sends them. */
    seeAgain: (...pieces: number[]) =>
      app.deliver(pieces.map((each, index) => reading(own.accountId, ids.device, index + 1, each))),
    count: (counted: number) => call("POST", `${location}/stock-takes`, { counted }),
    orders: async () => (await get("/orders")).items,
    until: (id: string, state: string) =>
      until(async () => {
        const order = await get(`/orders/${id}`);
        return order.state === state && order;
      }),
  };
}
const unwatched = { deviceIds: [] };

test("what people book in at a shelf without a sensor lies there, and a delivery that was too small is ordered again at once", async () => {
  const { call, count, orders, get, location, until } = await plant({ location: unwatched });
  await count(20);
  const [first] = await orders();
  await until(first.id, "dispatched");
  await call("POST", `/orders/${first.id}/receive`, { quantity: 5, isLast: true });
  expect((await get(location)).level.onHand).toBe(25);
  const [second] = await orders();
  expect(second).toMatchObject({ number: 2, quantity: 70 });
  await until(second.id, "dispatched");
  await call("POST", `/orders/${second.id}/receive`, {});
  expect(await get(location)).toMatchObject({ level: { onHand: 95 }, onOrder: 0, inventoryPosition: 95 });
  // Used up on the day of the delivery, it is ordered again, and not only when the delivery is a day old.
  await count(0);
  expect(await orders()).toMatchObject([{ number: 3, quantity: 90 }, {}, {}]);
});

test("a button's location that is emptied on the day of its delivery orders again", async () => {
  const geometry = { kind: "button", capacityPieces: 90 };
  const { call, count, orders, get, location, until } = await plant({ location: { ...unwatched, geometry } });
  await count(0);
  const [first] = await orders();
  await until(first.id, "dispatched");
  await call("POST", `/orders/${first.id}/receive`, {});
  expect(await get(location)).toMatchObject({ level: { onHand: 90 }, inventoryPosition: 90 });
  await count(0);
  expect(await orders()).toMatchObject([{ number: 2, quantity: 90 }, { number: 1 }]);
});

test("a supplier with an open order stays until that is closed, also when no part names it any more", async () => {
  const { ids, call, see, orders, until, get } = await plant();
  await see(80, 80, 30, 30);
  const [order] = await orders();
  await until(order.id, "dispatched");
  const supplier = `/suppliers/${ids.supplier}`;
  expect((await call("DELETE", supplier)).body.detail).toContain("part M6-20");
  expect((await call("PATCH", `/parts/${ids.part}`, { supplies: [] })).status).toBe(200);
  const refused = await call("DELETE", supplier);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("open order 1")]);
  // What is under way can still be confirmed and received.
  expect((await call("POST", `/orders/${order.id}/confirm`, { date: "2027-02-01" })).status).toBe(200);
  expect((await call("POST", `/orders/${order.id}/receive`, {})).status).toBe(200);
  expect((await call("DELETE", supplier)).status).toBe(204);
  expect(await get(`/orders/${order.id}`)).toMatchObject({ state: "received", supplierId: ids.supplier });
  await see(0, 0);
  expect(await orders()).toHaveLength(1);
});

test("an order that no ordering day would ever let go says so, and goes as soon as the calendar has one", async () => {
  const start = Date.now();
  // Ordered on one day of the week, and every one of these is a holiday.
  const holidays = Array.from({ length: 60 }, (_, week) =>
    new Date(start + week * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const calendar = { timeZone: "UTC", orderingDays: [1, 2, 3, 4, 5, 6, 7], cutOff: null, holidays };
  const never = { ...calendar, orderingDays: [new Date(start).getUTCDay() || 7] };
  const { ids, call, see, orders, until } = await plant({ supplier: { calendar: never } });
  await see(80, 80, 30, 30);
  const [order] = await orders();
  expect(order).toMatchObject({
    state: "approved",
    placeAt: null,
    waitsFor: expect.stringContaining("ordering days and holidays"),
  });
  const supplier = `/suppliers/${ids.supplier}`;
  const none = await call("PATCH", supplier, { calendar: { ...calendar, orderingDays: [], holidays: [] } });
  expect([none.status, none.body.errors[0].field]).toEqual([422, "calendar.orderingDays"]);
  expect((await call("PATCH", supplier, { calendar: { ...calendar, holidays: [] } })).status).toBe(200);
  expect(await until(order.id, "dispatched")).toMatchObject({ waitsFor: null });
});

test("an order that waited for a blackout goes when that is called off", async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { ids, call, see, orders, until } = await plant();
  const site = `/sites/${ids.site}`;
  await call("PATCH", site, { blackouts: [{ from: day(-1), to: day(3), reason: "stock-taking" }] });
  await see(80, 80, 20, 20);
  const [order] = await orders();
  expect(order).toMatchObject({ state: "approved" });
  expect((await call("PATCH", site, { blackouts: [] })).status).toBe(200);
  await until(order.id, "dispatched");
});

test("an order that waits to go out stays while its part is blocked, and goes when that is over", async () => {
  const { ids, call, see, orders, get, until } = await plant({ supplier: { collectionMinutes: 60 } });
  await see(80, 80, 30, 30);
  const [{ id }] = await orders();
  const part = `/parts/${ids.part}`;
  expect((await call("PATCH", part, { isBlocked: true })).status).toBe(200);
  expect((await call("PATCH", `/suppliers/${ids.supplier}`, { collectionMinutes: 0 })).status).toBe(200);
  expect(await get(`/orders/${id}`)).toMatchObject({
    state: "approved",
    waitsFor: expect.stringContaining("part is blocked"),
  });
  await call("PATCH", part, { isBlocked: false });
  expect(await until(id, "dispatched")).toMatchObject({ waitsFor: null });
});

test("with a lead time of zero an order is due by the end of its day, and not late before", async () => {
  const { see, orders, until } = await plant({ supplier: { leadTimeDays: 0 } });
  await see(80, 80, 30, 30);
  const order = await until((await orders())[0].id, "dispatched");
  const placedDay = order.placedAt.slice(0, 10);
  expect(order.dueAt).toBe(new Date(Date.parse(placedDay) + 86_400_000).toISOString());
  expect(order.isLate).toBe(false);
});

test("a policy changed while an order is open: one that waits grows with it, one that went out stays, and there is no second", async () => {
  const { call, see, orders, location, get, until } = await plant({ part: { needsApproval: true } });
  await see(80, 80, 30, 30);
  const [order] = await orders();
  expect(order).toMatchObject({ state: "proposed", quantity: 60 });
  const change = (policy: object | null) => call("PATCH", location, { policy });
  await change({ kind: "min-max", minimum: 50, maximum: 100 });
  expect(await orders()).toMatchObject([{ state: "proposed", quantity: 70 }]);
  // Less is needed now, but a person may have seen the quantity.
  await change({ kind: "reorder-point", reorderPoint: 40, quantity: 20 });
  expect(await orders()).toMatchObject([{ state: "proposed", quantity: 70 }]);
  await call("POST", `/orders/${order.id}/approve`);
  await until(order.id, "dispatched");
  for (const [policy, level] of [
    [{ kind: "kanban", cards: 10, piecesPerCard: 10 }, 20],
    [{ kind: "min-max", minimum: 99, maximum: 100 }, 10],
    [null, 0],
  ] as const) {
    expect((await change(policy)).status).toBe(200);
    await see(level, level);
    expect(await orders()).toMatchObject([{ state: "dispatched", quantity: 70 }]);
  }
  expect(await get(location)).toMatchObject({ onOrder: 70 });
});

test("quantities that are negative, broken, in another unit or absurdly large are refused with their field, and change nothing", async () => {
  const { ids, call, see, orders, until, get, location } = await plant();
  await see(80, 80, 30, 30);
  const { id } = await until((await orders())[0].id, "dispatched");
  const before = [await get(location), await orders()];
  const part = `/parts/${ids.part}`;
  const supply = { supplierId: ids.supplier, packSize: 10 };
  const attempts: [method: string, path: string, body: object, field: string][] = [];
  for (const wrong of [-5, 2.5, "40", "40 kg", 1e12, null]) {
    attempts.push(
      ["POST", "/orders", { locationId: ids.location, quantity: wrong }, "quantity"],
      ["POST", `/orders/${id}/receive`, { quantity: wrong }, "quantity"],
      ["POST", `/orders/${id}/confirm`, { quantity: wrong }, "quantity"],
      ["POST", `/orders/${id}/ship`, { quantity: wrong }, "quantity"],
      ["POST", `${location}/stock-takes`, { counted: wrong }, "counted"],
      [
        "POST",
        "/reservations",
        { locationId: ids.location, quantity: wrong, reason: "test", until: null },
        "quantity",
      ],
      ["PATCH", location, { safetyStock: wrong }, "safetyStock"],
      ["PATCH", part, { supplies: [{ ...supply, packSize: wrong }] }, "supplies[0].packSize"],
      ["PATCH", part, { supplies: [{ ...supply, minimumOrderQuantity: wrong }] }, "minimumOrderQuantity"],
      ["PATCH", part, { supplies: [{ ...supply, orderMultiple: wrong }] }, "orderMultiple"],
    );
  }
  for (const wrong of [-1, "3 days", 1e6])
    attempts.push(["PATCH", `/suppliers/${ids.supplier}`, { leadTimeDays: wrong }, "leadTimeDays"]);
  for (const [method, path, body, field] of attempts) {
    const answer = await call(method, path, body);
    const what = `${method} ${path} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`;
    expect([400, 422], what).toContain(answer.status);
    expect(answer.body.errors[0].field, what).toContain(field);
  }
  expect([await get(location), await orders()]).toEqual(before);
});

test("messages that come late, again or out of their turn neither order nor receive, and make no sensor silent", async () => {
  const { see, seeAt, seeAgain, orders, get, location, until } = await plant();
  await see(80, 80, 80);
  await seeAt(Date.now() - 5 * 3_600_000, 0, 0, 0, 0);
  await seeAgain(0, 0, 0);
  expect(await get(location)).toMatchObject({ state: "ok", level: { onHand: 80, unknownSince: null } });
  expect(await orders()).toEqual([]);
  await see(30, 30);
  const { id } = await until((await orders())[0].id, "dispatched");
  await seeAt(Date.now() - 5 * 3_600_000, 100, 100, 100, 100);
  await seeAgain(100, 100, 100);
  expect(await get(`/orders/${id}`)).toMatchObject({ state: "dispatched", piecesSeen: 0 });
  expect(await orders()).toHaveLength(1);
  expect(await get(location)).toMatchObject({ state: "low", level: { onHand: 30 }, onOrder: 60 });
});
