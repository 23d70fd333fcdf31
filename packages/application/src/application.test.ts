import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "./accounts/actor.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "./application-under-test.ts";

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  customer = await app.createCustomer("acme");
});
afterAll(() => app.stop());

async function plant(options: Parameters<typeof lane>[0] = {}) {
  const own = await app.createCustomer(`plant-${Math.random().toString(36).slice(2, 10)}`);
  const { ids, body } = lane(options);
  const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(made.body).toMatchObject({ created: { locations: 1, devices: 1 } });
  const get = async (path: string) =>
    (await app.request("GET", `/api/v1${path}`, { key: own.adminKey })).body;
  const post = (path: string, body: unknown) =>
    app.request("POST", `/api/v1${path}`, { key: own.adminKey, body });
  let sequence = 0;
  const see = (...pieces: number[]) =>
    app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each)));
  const location = () => get(`/locations/${ids.location}`);
  const orders = async () => (await get("/orders")).items;
  return { ...own, ids, body, get, post, see, location, orders };
}

test("two agreeing readings become a level; a hand in front of the sensor changes nothing", async () => {
  const { see, location, orders, get, ids } = await plant();
  expect(await location()).toMatchObject({ level: null, state: "unknown" });
  await see(80, 80);
  expect(await location()).toMatchObject({ level: { onHand: 80 }, state: "ok", inventoryPosition: 80 });
  await see(10, 80);
  expect(await location()).toMatchObject({ level: { onHand: 80 }, state: "ok" });
  expect(await orders()).toEqual([]);
  const { items } = await get(`/locations/${ids.location}/measurements`);
  expect(items.map((item: { onHand: number | null }) => item.onHand)).toEqual([null, 80, 80, 80]);
  expect(await get("/devices")).toMatchObject({
    items: [{ batteryPercent: 97, spreadingFactor: 7, rssiDbm: -71, state: "active", frameCounter: 4 }],
  });
});

test("a level at its minimum is ordered once, dispatched by e-mail, confirmed by the supplier's link, received by the sensor", async () => {
  const { see, location, orders, get } = await plant();
  await see(80, 80, 30, 30);
  const [order] = await orders();
  expect(order).toMatchObject({ number: 1, quantity: 60 });
  expect(await location()).toMatchObject({ state: "low", onOrder: 60, inventoryPosition: 90 });
  await see(20, 20);
  expect(await orders()).toHaveLength(1);
  const dispatched = await until(async () => {
    const now = await get(`/orders/${order.id}`);
    return now.state === "dispatched" && now;
  });
  expect(dispatched.events.map((event: { state: string }) => event.state)).toEqual([
    "proposed",
    "approved",
    "placed",
    "dispatched",
  ]);
  expect(dispatched.events[0].cause).toContain("at or below minimum 30");
  const { items } = await get("/mailbox");
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ to: "orders@bolts.example" });
  const token = /\/supplier\/confirm#(\S+)/.exec(items[0].text)![1]!;
  const seen = await app.request("GET", `/api/v1/supplier-confirmation/${token}`);
  expect(seen.body).toMatchObject({
    number: 1,
    supplierName: "Bolt Brothers",
    siteName: "Hall 1",
    lines: [{ orderId: order.id, number: 1, quantity: 60, partNumber: "M6-20" }],
  });
  const confirmed = await app.request("POST", `/api/v1/supplier-confirmation/${token}`, {
    body: { lines: [{ orderId: order.id, quantity: 60, date: "2027-01-15" }] },
  });
  expect(confirmed.body.lines).toMatchObject([{ state: "confirmed", confirmedDate: "2027-01-15" }]);
  await see(80, 80);
  expect(await get(`/orders/${order.id}`)).toMatchObject({ state: "received", piecesSeen: 60 });
  expect(await location()).toMatchObject({ state: "ok", onOrder: 0, level: { onHand: 80 } });
});

test("messages that come again change nothing, also after a restart", async () => {
  const { accountId, ids, location, orders, see } = await plant();
  await see(80, 80, 20, 20);
  const before = await location();
  const again = [1, 2, 3, 4].map((sequence) => reading(accountId, ids.device, sequence, 90));
  await app.deliver(again);
  expect(await location()).toEqual(before);
  await app.restart();
  await app.deliver(again);
  expect((await location()).level.onHand).toBe(20);
  expect(await orders()).toHaveLength(1);
});

test("a cancelled order is not made anew until the stock changes", async () => {
  const { see, orders, post, get } = await plant();
  await see(80, 80, 30, 30);
  const [order] = await orders();
  const cancelled = await post(`/orders/${order.id}/cancel`, {
    reason: "part-discontinued",
    note: "model change",
  });
  expect(cancelled.body).toMatchObject({ state: "cancelled" });
  expect(cancelled.body.events.at(-1).cause).toBe(
    "cancelled by API key admin: the part is discontinued: model change",
  );
  await see(30, 30);
  expect(await orders()).toHaveLength(1);
  await see(20, 20);
  expect(await orders()).toHaveLength(2);
  expect((await post(`/orders/${order.id}/receive`, {})).status).toBe(409);
  expect((await get("/orders?state=open")).items).toHaveLength(1);
  expect((await get("/orders?state=cancelled")).items).toHaveLength(1);
});

test("live readers are told of levels and orders as they are committed", async () => {
  const { see, adminKey, ids } = await plant();
  const controller = new AbortController();
  const response = await fetch(`${app.baseUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${adminKey}` },
    signal: controller.signal,
  });
  const events: { event: string; data: { id?: string; state?: string } }[] = [];
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    let text = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (event && data) events.push({ event, data: JSON.parse(data) });
      }
    }
  })().catch(() => {});
  await until(() => events.some(({ event }) => event === "ready"));
  await see(80, 80, 30, 30);
  await until(() => events.some(({ event, data }) => event === "order" && data.state === "dispatched"));
  expect(events).toContainEqual({
    event: "location",
    data: expect.objectContaining({ id: ids.location, state: "low", onOrder: 60 }),
  });
  expect(events.some(({ event, data }) => event === "device" && data.id === ids.device)).toBe(true);
  controller.abort();
  await reading;
});

test("nobody without a key or session reads anything, and a user's key only reads", async () => {
  for (const headers of [{}, { authorization: "Bearer rfk_wrong" }, { cookie: "refill_session=rfs_wrong" }]) {
    const answer = await app.request("GET", "/api/v1/locations", {
      headers: headers as Record<string, string>,
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  }
  const body = { name: "Hall" };
  expect((await app.request("POST", "/api/v1/sites", { key: customer.userKey, body })).status).toBe(403);
  expect((await app.request("GET", "/api/v1/sites", { key: customer.userKey })).status).toBe(200);
});

test("another customer's id is answered like one that does not exist", async () => {
  const theirs = await plant();
  await theirs.see(80, 80, 30, 30);
  const [order] = await theirs.orders();
  const key = customer.adminKey;
  const paths = [
    ["sites", theirs.ids.site],
    ["suppliers", theirs.ids.supplier],
    ["parts", theirs.ids.part],
    ["locations", theirs.ids.location],
    ["devices", theirs.ids.device],
    ["gateways", theirs.ids.gateway],
    ["orders", order.id],
  ];
  for (const [path, id] of paths) {
    const unknown = await app.request("GET", `/api/v1/${path}/${crypto.randomUUID()}`, { key });
    const foreign = await app.request("GET", `/api/v1/${path}/${id}`, { key });
    expect([path, foreign.status, foreign.body]).toEqual([path, 404, unknown.body]);
    if (path === "orders") continue;
    const body = path === "gateways" ? { name: "x" } : { name: "x" };
    expect((await app.request("PATCH", `/api/v1/${path}/${id}`, { key, body })).status).toBe(404);
    expect((await app.request("DELETE", `/api/v1/${path}/${id}`, { key })).status).toBe(404);
  }
  expect(
    (await app.request("GET", `/api/v1/locations/${theirs.ids.location}/measurements`, { key })).status,
  ).toBe(404);
  for (const step of ["confirm", "receive", "dispatch"])
    expect(
      (
        await app.request("POST", `/api/v1/orders/${order.id}/${step}`, {
          key,
          ...(step === "dispatch" ? {} : { body: {} }),
        })
      ).status,
    ).toBe(404);
  const stolen = {
    ...theirs.body.locations[0]!,
    id: undefined,
    name: "theirs",
  };
  const refused = await app.request("POST", "/api/v1/locations", { key, body: stolen });
  expect(refused.status).toBe(422);
  expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual([
    "siteId",
    "partId",
    "deviceIds[0]",
  ]);
});

test("bad input is refused with the field named, and nothing changes", async () => {
  const { ids, body, adminKey: key, get } = await plant();
  const location = { ...body.locations[0]!, id: undefined, deviceIds: [] };
  const { geometry } = location;
  const cases: [string, object | string, number, string][] = [
    ["/sites", {}, 400, "name"],
    ["/sites", { name: "  " }, 400, "name"],
    ["/sites", { name: 7 }, 400, "name"],
    ["/sites", { name: "Hall", colour: "red" }, 400, "colour"],
    ["/sites", "{not json", 400, ""],
    [
      "/suppliers",
      { ...body.suppliers[0]!, id: undefined, dispatch: { kind: "email", address: "nobody" } },
      400,
      "dispatch.address",
    ],
    ["/suppliers", { ...body.suppliers[0]!, id: undefined, leadTimeDays: -1 }, 400, "leadTimeDays"],
    [
      "/parts",
      { ...body.parts[0]!, id: undefined, supplies: [{ supplierId: ids.supplier, packSize: 0 }] },
      400,
      "supplies[0].packSize",
    ],
    [
      "/parts",
      { ...body.parts[0]!, id: undefined, supplies: [{ supplierId: crypto.randomUUID() }] },
      422,
      "supplies[0].supplierId",
    ],
    ["/devices", { ...body.devices[0]!, id: undefined, appKey: "12" }, 400, "appKey"],
    ["/devices", { ...body.devices[0]!, id: undefined }, 409, "devEui"],
    ["/devices", { ...body.devices[0]!, id: undefined, profile: "toaster" }, 400, "profile"],
    [
      "/locations",
      { ...location, policy: { kind: "min-max", minimum: 90, maximum: 30 } },
      422,
      "policy.minimum",
    ],
    [
      "/locations",
      { ...location, policy: { kind: "min-max", minimum: 1, maximum: 1000 } },
      422,
      "policy.maximum",
    ],
    [
      "/locations",
      { ...location, geometry: { ...geometry, containerDepthMm: 500 } },
      422,
      "geometry.capacityContainers",
    ],
    [
      "/locations",
      { ...location, geometry: { ...geometry, emptyDistanceMm: "far" } },
      400,
      "geometry.emptyDistanceMm",
    ],
    ["/locations", { ...location, deviceIds: [ids.device] }, 422, "deviceIds[0]"],
    ["/orders", { locationId: ids.location, quantity: 15 }, 422, "quantity"],
    ["/orders", { locationId: ids.location, quantity: 1e12 }, 400, "quantity"],
  ];
  const before = await Promise.all(
    ["/sites", "/suppliers", "/parts", "/devices", "/locations", "/orders"].map(get),
  );
  for (const [path, sent, status, field] of cases) {
    const answer = await app.request("POST", `/api/v1${path}`, {
      key,
      body: sent,
      ...(typeof sent === "string" ? { headers: { "content-type": "application/json" } } : {}),
    });
    expect([path, field, answer.status, answer.body.detail]).toEqual([
      path,
      field,
      status,
      expect.any(String),
    ]);
    if (field) expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect(answer.body).toMatchObject({ type: expect.stringMatching(/^urn:refill:problem:/), status });
  }
  // Neither the id nor anything else that a change's schema does not name.
  for (const [path, id] of [
    ["sites", ids.site],
    ["suppliers", ids.supplier],
    ["parts", ids.part],
    ["locations", ids.location],
    ["devices", ids.device],
    ["gateways", ids.gateway],
  ])
    for (const field of ["id", "createdAt", "version"]) {
      const sent = { name: "x", [field]: crypto.randomUUID() };
      const answer = await app.request("PATCH", `/api/v1/${path}/${id}`, { key, body: sent });
      expect([path, answer.status, answer.body.errors]).toEqual([
        path,
        400,
        [{ field, message: "is not known here" }],
      ]);
    }
  const after = await Promise.all(
    ["/sites", "/suppliers", "/parts", "/devices", "/locations", "/orders"].map(get),
  );
  expect(after).toEqual(before);
  expect((await app.request("GET", "/api/v1/locations/not-an-id", { key })).status).toBe(400);
  expect((await app.request("GET", "/api/v1/nothing", { key })).status).toBe(404);
  expect((await app.request("GET", "/api/v1/orders?state=lost", { key })).status).toBe(400);
});

test("an import is all or nothing, and names the record that is wrong", async () => {
  const own = await app.createCustomer("importer");
  const { body } = lane();
  const wrong = {
    ...body,
    locations: [{ ...body.locations[0]!, policy: { kind: "min-max", minimum: 50, maximum: 20 } }],
  };
  const refused = await app.request("POST", "/api/v1/import", { key: own.adminKey, body: wrong });
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].field).toBe("locations[0].policy.minimum");
  expect((await app.request("GET", "/api/v1/sites", { key: own.adminKey })).body.items).toEqual([]);
  const { body: taken } = lane({ devEui: "ffffffffffffff01" });
  app.takenEuis.add("ffffffffffffff01");
  const conflict = await app.request("POST", "/api/v1/import", { key: own.adminKey, body: taken });
  expect(conflict.status).toBe(409);
  expect((await app.request("GET", "/api/v1/devices", { key: own.adminKey })).body.items).toEqual([]);
  const done = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(done.status).toBe(201);
  expect((await app.request("POST", "/api/v1/import", { key: own.adminKey, body })).status).toBe(409);
  expect(
    JSON.stringify((await app.request("GET", "/api/v1/devices", { key: own.adminKey })).body),
  ).not.toContain(body.devices[0]!.appKey);
});

test("records are created, changed and removed one by one; what is in use stays", async () => {
  const { adminKey: key, ids, get } = await plant();
  const made = await app.request("POST", "/api/v1/sites", { key, body: { name: "Hall 2" } });
  expect(made.status).toBe(201);
  expect(made.headers.get("location")).toBe(`/api/v1/sites/${made.body.id}`);
  const changed = await app.request("PATCH", `/api/v1/sites/${made.body.id}`, {
    key,
    body: { name: "Hall 3" },
  });
  expect(changed.body).toMatchObject({ id: made.body.id, name: "Hall 3", version: 2 });
  expect((await app.request("DELETE", `/api/v1/sites/${made.body.id}`, { key })).status).toBe(204);
  expect((await app.request("GET", `/api/v1/sites/${made.body.id}`, { key })).status).toBe(404);
  for (const path of [
    `/sites/${ids.site}`,
    `/parts/${ids.part}`,
    `/suppliers/${ids.supplier}`,
    `/devices/${ids.device}`,
  ])
    expect([path, (await app.request("DELETE", `/api/v1${path}`, { key })).status]).toEqual([path, 409]);
  expect((await app.request("DELETE", `/api/v1/locations/${ids.location}`, { key })).status).toBe(204);
  expect((await app.request("DELETE", `/api/v1/devices/${ids.device}`, { key })).status).toBe(204);
  expect(app.requests).toContainEqual(
    expect.objectContaining({ name: "remove-devices", deviceIds: [ids.device] }),
  );
  expect(await get("/locations")).toEqual({ items: [], nextCursor: null });
});

test("a webhook supplier's secret is shown once", async () => {
  const key = customer.adminKey;
  const body = {
    name: "Hooks",
    leadTimeDays: 1,
    dispatch: { kind: "webhook", url: "http://127.0.0.1:9/orders" },
  };
  const made = await app.request("POST", "/api/v1/suppliers", { key, body });
  expect(made.body.webhookSecret).toMatch(/^whsec_/);
  const read = await app.request("GET", `/api/v1/suppliers/${made.body.id}`, { key });
  expect(read.body.webhookSecret).toBeUndefined();
});

test("a registration link works once, begins a session that reads and writes, and ends", async () => {
  const token = await customer.registrationToken();
  const path = `/api/v1/registration/${token}`;
  expect((await app.request("GET", path)).body).toMatchObject({
    customerName: "Customer acme",
    role: "admin",
    email: null,
  });
  const browser = app.browser();
  expect((await browser.register(token, "Ada", "not an address")).status).toBe(400);
  const made = await browser.register(token, "Ada", "ada@acme.example");
  expect(made.status).toBe(201);
  expect(made.headers.getSetCookie().join()).toMatch(
    /refill_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict/,
  );
  expect((await app.browser().register(token, "Eve", "eve@acme.example")).status).toBe(410);
  expect((await app.request("GET", path)).status).toBe(410);
  expect((await browser.api("GET", "/session")).body).toMatchObject({
    member: { name: "Ada", role: "admin" },
    customer: { name: "Customer acme" },
  });
  const body = { name: "Hall" };
  const cookie = browser.sessionCookie;
  const forged = await app.request("POST", "/api/v1/sites", { headers: { cookie }, body });
  expect(forged.status).toBe(403);
  expect((await browser.api("POST", "/sites", body)).status).toBe(201);
  expect((await browser.api("POST", "/session/end")).status).toBe(200);
  expect((await app.request("GET", "/api/v1/session", { headers: { cookie } })).status).toBe(401);
});

test("a revoked API key opens nothing from then on", async () => {
  const made = await app.request("POST", "/api/v1/api-keys", {
    key: customer.adminKey,
    body: { name: "ERP", role: "user" },
  });
  expect(made.body.key).toMatch(/^rfk_/);
  expect((await app.request("GET", "/api/v1/sites", { key: made.body.key })).status).toBe(200);
  const list = await app.request("GET", "/api/v1/api-keys", { key: customer.adminKey });
  expect(JSON.stringify(list.body)).not.toContain(made.body.key);
  await app.request("DELETE", `/api/v1/api-keys/${made.body.id}`, { key: customer.adminKey });
  expect((await app.request("GET", "/api/v1/sites", { key: made.body.key })).status).toBe(401);
});

test("OpenAPI 3.1 describes every resource; health and metrics answer", async () => {
  const { body } = await app.request("GET", "/api/v1/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  for (const path of ["/sites", "/suppliers", "/parts", "/locations", "/devices", "/gateways", "/orders"])
    expect(Object.keys(body.paths)).toContain(`/api/v1${path}`);
  expect(Object.keys(body.components.schemas)).toContain("Location");
  expect((await app.request("GET", "/health")).body).toMatchObject({ status: "ok" });
  expect((await app.request("GET", "/metrics")).body).toContain("refill_uplink_to_stock_seconds");
});

test("another process' changes are seen, and its revision is respected", async () => {
  const { adminKey, accountId, see, location, ids } = await plant();
  await see(80, 80);
  const before = await app.accounts.store.readNow(accountId);
  await app.accounts.store.change(accountId, systemActor, (change) => {
    change.put("location", { ...before.get("location", ids.location)!, name: "Renamed" });
  });
  await see(70, 70);
  expect(await location()).toMatchObject({ name: "Renamed", level: { onHand: 70 } });
  expect(adminKey).toMatch(/^rfk_/);
});

test("one customer's broken account does not hold up the messages of others", async () => {
  const [broken, sound] = [await plant(), await plant()];
  await broken.see(80, 80);
  const schema = `account_${broken.accountId.replaceAll("-", "")}`;
  await app.owner.query(`update ${schema}.part set sealed = sealed || '\\x00'`);
  await app.owner.query(`update ${schema}.account_revision set revision = revision + 1`);
  await app.deliver([
    reading(broken.accountId, broken.ids.device, 3, 50),
    reading(sound.accountId, sound.ids.device, 1, 60),
    reading(sound.accountId, sound.ids.device, 2, 60),
  ]);
  expect((await sound.location()).level.onHand).toBe(60);
  expect((await app.request("GET", "/metrics")).body).toContain(
    'refill_messages_total{outcome="account-broken"} 1',
  );
  // Who asks for it is told that Refill failed, and nothing of the inside.
  const answer = await app.request("GET", "/api/v1/locations", { key: broken.adminKey });
  expect([answer.status, answer.body.type]).toEqual([500, "urn:refill:problem:internal"]);
});
