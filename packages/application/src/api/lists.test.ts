import { randomUUID } from "node:crypto";
import { proposedOrder } from "@refill/replenishment";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import type { Order } from "../accounts/records.ts";
import { closedOrdersHeld } from "../accounts/working-set.ts";
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
afterAll(() => app?.stop());

type Item = { id: string; name: string; number: number };

async function customer() {
  const own = await app.createCustomer(`lists-${randomUUID().slice(0, 8)}`);
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request("GET", `/api/v1${path}`, { key: own.adminKey, headers });
  const post = (path: string, body: unknown) =>
    app.request("POST", `/api/v1${path}`, { key: own.adminKey, body });
  const remove = (path: string) => app.request("DELETE", `/api/v1${path}`, { key: own.adminKey });
  /** Follows the pages to the end; `between` runs after each. */
  async function all(path: string, between: () => Promise<unknown> = async () => {}): Promise<Item[]> {
    const items: Item[] = [];
    let cursor = "";
    for (;;) {
      const { status, body } = await get(`${path}${path.includes("?") ? "&" : "?"}${cursor}`);
      expect([status, body.detail]).toEqual([200, undefined]);
      items.push(...body.items);
      if (body.nextCursor === null) return items;
      cursor = `cursor=${body.nextCursor}`;
      await between();
    }
  }
  return { ...own, get, post, remove, all };
}
const names = (items: Item[]) => items.map(({ name }) => name);

test("a list read page by page has everything once that was there all the time, whatever is added and removed meanwhile", async () => {
  const { all, post, remove, adminKey } = await customer();
  const items = Array.from({ length: 60 }, (_, index) => ({ create: { name: `Site ${index}` } }));
  const made = await app.request("POST", "/api/v1/sites/bulk", { key: adminKey, body: { items } });
  const ids: string[] = made.body.items.map((item: Item) => item.id);
  let added = 0;
  const gone = new Set<string>();
  const read = await all("/sites?limit=7&sort=-name", async () => {
    await post("/sites", { name: `A new one ${added}` });
    await post("/sites", { name: `Site ${added++}.5` });
    const next = ids[added * 5]!;
    gone.add(next);
    await remove(`/sites/${next}`);
  });
  const readIds = read.map(({ id }) => id);
  expect(new Set(readIds).size).toBe(readIds.length);
  expect(readIds).toEqual(expect.arrayContaining(ids.filter((id) => !gone.has(id))));
});

test("lists are sorted as people sort: without case and accents, numbers by their value; both ways", async () => {
  const { all, post } = await customer();
  for (const name of ["B-1", "a-10", "Ärmel", "A-2", "b-003"]) await post("/sites", { name });
  const sorted = ["A-2", "a-10", "Ärmel", "B-1", "b-003"];
  expect(names(await all("/sites?limit=2"))).toEqual(sorted);
  expect(names(await all("/sites?limit=2&sort=-name"))).toEqual(sorted.toReversed());
  expect(names(await all("/sites?sort=createdAt&limit=1"))).toEqual(["B-1", "a-10", "Ärmel", "A-2", "b-003"]);
});

test("locations are found by words, references and state", async () => {
  const { get, post, accountId, adminKey } = await customer();
  const { ids, body } = lane({ name: "Müllerstraße 4" });
  await app.request("POST", "/api/v1/import", { key: adminKey, body });
  const { id: _id, ...second } = body.locations[0]!;
  const bare = await post("/locations", { ...second, name: "B-02", deviceIds: [] });
  expect(bare.status).toBe(201);
  await app.deliver([1, 2].map((sequence) => reading(accountId, ids.device, sequence, 20)));
  const found = async (query: string) => names((await get(`/locations?${query}`)).body.items);
  expect(await found("q=muller")).toEqual(["Müllerstraße 4"]);
  expect(await found("q=HEXAGON%20m6")).toEqual(["B-02", "Müllerstraße 4"]);
  expect(await found("q=strasse%20m6-20")).toEqual(["Müllerstraße 4"]);
  expect(await found("q=nowhere")).toEqual([]);
  expect(await found("state=low")).toEqual(["Müllerstraße 4"]);
  expect(await found("state=low&state=unknown")).toEqual(["B-02", "Müllerstraße 4"]);
  expect(await found(`deviceId=${ids.device}`)).toEqual(["Müllerstraße 4"]);
  expect(await found(`siteId=${ids.site}&hasDevice=false`)).toEqual(["B-02"]);
  expect(await found(`supplierId=${ids.supplier}&hasOpenOrder=true`)).toEqual(["Müllerstraße 4"]);
  expect(await found(`partId=${randomUUID()}`)).toEqual([]);
  expect(await found("createdFrom=2999-01-01T00:00:00Z")).toEqual([]);
  expect(names((await get("/devices?state=active&isAssigned=true")).body.items)).toEqual(["Sensor 1"]);
  expect(names((await get(`/devices?q=${body.devices[0]!.devEui.slice(3, 9)}`)).body.items)).toEqual([
    "Sensor 1",
  ]);
});

test("an answer has only the fields that were asked for; what a list does not know is refused by name", async () => {
  const { get, post } = await customer();
  const { body: site } = await post("/sites", { name: "Hall" });
  expect((await get("/sites?fields=id,name")).body.items).toEqual([{ id: site.id, name: "Hall" }]);
  expect((await get(`/sites/${site.id}?fields=version`)).body).toEqual({ version: 1 });
  const refused: [string, string][] = [
    ["fields=id,colour", "fields"],
    ["fields=", "fields"],
    ["sort=colour", "sort"],
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["limit=ten", "limit"],
    ["limit=5&limit=6", "limit"],
    ["cursor=nonsense", "cursor"],
    ["colour=red", "colour"],
    ["createdFrom=yesterday", "createdFrom"],
  ];
  for (const [query, field] of refused) {
    const { status, body } = await get(`/sites?${query}`);
    expect([query, status >= 400 && status < 500]).toEqual([query, true]);
    expect(body.errors.map((each: { field: string }) => each.field)).toContain(field);
  }
  const { body: page } = await get("/sites?limit=1");
  expect(page.nextCursor).toBeNull();
  await post("/sites", { name: "Hall 2" });
  const { nextCursor } = (await get("/sites?limit=1&sort=name")).body;
  // A cursor belongs to its order.
  expect((await get(`/sites?limit=1&sort=-name&cursor=${nextCursor}`)).status).toBe(422);
});

test("a list that is as it was is not sent again", async () => {
  const { get, post } = await customer();
  await post("/sites", { name: "Hall" });
  const first = await get("/sites");
  const etag = first.headers.get("etag")!;
  expect(etag).toMatch(/^"[\w-]+"$/);
  const same = await get("/sites", { "if-none-match": etag });
  expect([same.status, same.body]).toEqual([304, ""]);
  await post("/sites", { name: "Hall 2" });
  expect((await get("/sites", { "if-none-match": `"other", ${etag}` })).status).toBe(200);
});

test("every order is reached by paging on, also those that are no longer in memory", async () => {
  const { all, get, accountId, adminKey } = await customer();
  const { ids, body } = lane();
  await app.request("POST", "/api/v1/import", { key: adminKey, body });
  const count = closedOrdersHeld + 250;
  await app.accounts.store.change(accountId, systemActor, (change) => {
    for (let index = 0; index < count; index++) {
      const at = Date.now() - (count - index) * 1000;
      const order: Order = {
        id: randomUUID(),
        number: change.nextOrderNumber(),
        locationId: index === 10 ? ids.location : randomUUID(),
        partId: index % 100 === 0 ? ids.part : randomUUID(),
        supplierId: ids.supplier,
        ...proposedOrder(20),
        // One that has been open for very long.
        state: index === 10 ? "dispatched" : index % 2 === 0 ? "received" : "cancelled",
        sourceLocationId: null,
        purchaseOrder: null,
        unitPrice: null,
        createdAt: at,
        updatedAt: at,
        approvalReason: null,
        approvedAt: null,
        placeAt: null,
        waitsFor: null,
        dueAt: null,
        lateSince: null,
        chasedAt: null,
        chases: 0,
        dispatchProblem: null,
        approval: null,
        wait: null,
        bundle: null,
        sendingSince: null,
        sendAttempts: 0,
        events: [{ at, state: "proposed", cause: "test", kind: "propose", by: null, details: {} }],
      };
      change.put("order", order);
    }
  });
  // Another process' change is seen after two seconds at most.
  await until(async () => (await get("/orders?limit=1")).body.items.length > 0);
  const numbers = async (query: string) => (await all(`/orders?${query}`)).map(({ number }) => number);
  const ascending = Array.from({ length: count }, (_, index) => index + 1);
  expect(await numbers("limit=300")).toEqual(ascending.toReversed());
  expect(await numbers("limit=170&sort=number")).toEqual(ascending);
  expect(await numbers("limit=1000&state=received&sort=number")).toEqual(
    ascending.filter((number) => number % 2 === 1 && number !== 11),
  );
  expect(await numbers("state=open")).toEqual([11]);
  expect(await numbers(`partId=${ids.part}&sort=number`)).toEqual(
    ascending.filter((number) => number % 100 === 1),
  );
  expect((await numbers("q=m6-20")).length).toBe(13);
  const { items } = (await get("/orders?sort=number&limit=1")).body;
  const old = await get(`/orders/${items[0].id}`);
  expect(old.body).toMatchObject({ number: 1, version: 1 });
  // What is over can't be done again, wherever it lies.
  const receive = await app.request("POST", `/api/v1/orders/${items[0].id}/receive`, {
    key: adminKey,
    body: {},
  });
  expect([receive.status, receive.body.type]).toEqual([409, "urn:refill:problem:order-closed"]);
});

test("numbers and truth values of a query are described as such", async () => {
  const { body } = await app.request("GET", "/api/v1/openapi.json");
  const parameters = body.paths["/api/v1/locations"].get.parameters as { name: string; schema: object }[];
  const schemaOf = (name: string) => parameters.find((parameter) => parameter.name === name)?.schema;
  expect(schemaOf("limit")).toMatchObject({ type: "integer", minimum: 1, maximum: 1000 });
  expect(schemaOf("hasDevice")).toMatchObject({ type: "boolean" });
  expect(schemaOf("sort")).toMatchObject({ enum: expect.arrayContaining(["name", "-createdAt"]) });
});

test("a cursor that no list made is refused or reads on, and times at the ends of what is allowed are taken", async () => {
  const { get, post } = await customer();
  const { ids, body } = lane();
  expect((await post("/import", body)).status).toBe(201);
  const webhook = await post("/webhooks", { url: "https://erp.example/refill" });
  const absurd: (string | number)[] = [-6e13, 1e300, 0.5, -1, 9e15, "", "x", "\0", "0000-01-01T00:00:00Z"];
  const keys = [...absurd.map((part) => [part]), ...absurd.map((part) => [part, "x"])];
  keys.push(
    ...absurd.flatMap((part) => [
      ["x", part],
      [part, part],
      [part, 0.5, "x"],
      [0, part, "x"],
    ]),
  );
  keys.push(
    ...absurd.flatMap((part) => [
      ["-number", part, "x"],
      ["number", part, "x"],
    ]),
  );
  const paths = [
    `/locations/${ids.location}/measurements?resolution=raw`,
    `/locations/${ids.location}/measurements?resolution=hour`,
    `/locations/${ids.location}/measurements?resolution=day&limit=1`,
    `/devices/${ids.device}/measurements?limit=1`,
    `/webhooks/${webhook.body.id}/deliveries?limit=1`,
    ...["/orders?sort=-number", "/orders?sort=number", "/audit-entries?limit=1", "/exports?limit=1"],
    ...[
      "/stock?limit=1",
      "/stock/locations?limit=1",
      "/planning/locations?limit=1",
      "/account/key-rotations?limit=1",
    ],
  ];
  for (const path of paths)
    for (const key of keys) {
      const cursor = Buffer.from(JSON.stringify(key)).toString("base64url");
      const { status } = await get(`${path}&cursor=${cursor}`);
      expect([200, 422], `${path} ${JSON.stringify(key)}`).toContain(status);
    }
  for (const path of [...paths.slice(0, 4), "/audit-entries?limit=1"])
    for (const range of ["from=0000-01-01T00:00:00Z", "from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z"]) {
      const { status } = await get(`${path}&${range}`);
      expect([200, 400, 422], `${path} ${range}`).toContain(status);
    }
});
