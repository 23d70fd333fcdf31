import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { startReceiver, verify } from "./receiver-under-test.ts";

const hour = 3_600_000;
const closing: (() => unknown)[] = [];
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({
    webhookPlan: { retryAfterMs: [50, 50, 50], withinMs: 1_000, lookMs: 300 },
  });
});
afterAll(async () => {
  for (const close of closing) await close();
  await app.stop();
});

async function receiver(...answer: Parameters<typeof startReceiver>) {
  const own = await startReceiver(...answer);
  closing.push(own.close);
  return own;
}

async function plant() {
  const own = await app.createCustomer(`plant-${Math.random().toString(36).slice(2, 10)}`);
  const { ids, body } = lane();
  const request = (method: string, path: string, sent?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, body: sent });
  let sequence = 0;
  return {
    ...own,
    ids,
    request,
    get: async (path: string) => (await request("GET", path)).body,
    fill: () => request("POST", "/import", body),
    see: (...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each))),
    seeAt: (at: number, ...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each, at + sequence))),
    async webhook(input: object) {
      const made = await request("POST", "/webhooks", input);
      expect(made.status).toBe(201);
      return made.body as { id: string; secret: string };
    },
    deliveries: async (id: string, query = "") =>
      (await request("GET", `/webhooks/${id}/deliveries${query}`)).body.items,
  };
}

test("a webhook is made, read, changed and removed; its secret is shown once", async () => {
  const { request, get } = await plant();
  const made = await request("POST", "/webhooks", {
    url: "https://erp.example/hook",
    events: ["order.placed"],
  });
  expect(made.body).toMatchObject({ enabled: true, description: "", events: ["order.placed"] });
  expect(made.body.secret).toMatch(/^whsec_/);
  const path = `/webhooks/${made.body.id}`;
  expect(made.headers.get("location")).toBe(`/api/v1${path}`);
  const { secret, ...rest } = made.body;
  expect(await get(path)).toEqual(rest);
  expect((await get("/webhooks")).items).toEqual([rest]);
  const changed = await request("PATCH", path, { description: "ERP", enabled: false });
  expect(changed.body).toMatchObject({ description: "ERP", enabled: false, events: ["order.placed"] });
  for (const [body, field] of [
    [{ url: "ftp://erp.example" }, "url"],
    [{ url: "https://user:pw@erp.example" }, "url"],
    [{ events: ["order.lost"] }, "events[0]"],
    [{ secret: "whsec_x" }, "secret"],
  ] as const) {
    const refused = await request("PATCH", path, body);
    expect([400, 422]).toContain(refused.status);
    expect(refused.body.errors[0].field).toBe(field);
  }
  expect((await request("DELETE", path)).status).toBe(204);
  expect((await request("GET", path)).status).toBe(404);
});

test("an account has at most 20 webhooks, and another account's are not found", async () => {
  const { request, webhook } = await plant();
  for (let n = 0; n < 20; n++) await webhook({ url: `https://erp.example/${n}` });
  const refused = await request("POST", "/webhooks", { url: "https://erp.example/21" });
  expect([refused.status, refused.body.type]).toEqual([409, "urn:refill:problem:too-many-webhooks"]);
  const other = await plant();
  const { id } = await other.webhook({ url: "https://erp.example" });
  const calls = [
    ["GET", ""],
    ["GET", "/deliveries"],
    ["POST", "/test"],
    ["POST", "/rotate-secret"],
    ["POST", "/replay", { since: new Date(0).toISOString() }],
  ] as const;
  for (const [method, path, body] of calls)
    expect([path, (await request(method, `/webhooks/${id}${path}`, body)).status]).toEqual([path, 404]);
});

test("every type of event is listed with its schema", async () => {
  const { get } = await plant();
  const { items } = await get("/webhook-event-types");
  const placed = items.find(({ type }: { type: string }) => type === "order.placed");
  expect(placed.description).toContain("placed");
  expect(placed.schema.properties.data.properties.quantity).toMatchObject({ type: "integer" });
  expect(items.map(({ type }: { type: string }) => type)).toContain("device.battery-low");
});

test("what happens is sent, signed, as the REST API shows it", async () => {
  const { url, received, of } = await receiver();
  const { webhook, fill, see, get, ids, request } = await plant();
  const { secret, id } = await webhook({ url });
  await fill();
  await until(() => received.length === 6);
  expect(received.map(({ type }) => type).sort()).toEqual([
    "device.created",
    "gateway.created",
    "location.created",
    "part.created",
    "site.created",
    "supplier.created",
  ]);
  expect(of("part.created")[0]!.data).toEqual(await get(`/parts/${ids.part}`));
  await see(80, 80);
  await until(() => of("location.ok").length === 1);
  expect(of("location.ok")[0]!.data).toEqual(await get(`/locations/${ids.location}`));
  expect(of("device.active")).toHaveLength(1);
  await see(30, 30);
  await until(() => of("order.dispatched").length === 1);
  expect(of("order.placed")[0]!.data).toMatchObject({ number: 1, quantity: 60, state: "placed" });
  const { items } = await get("/orders");
  expect(of("order.dispatched")[0]!.data).toEqual(items[0]);
  expect(of("location.low")[0]!.data).toMatchObject({ state: "low", level: { onHand: 30 } });
  await request("POST", `/orders/${items[0].id}/confirm`, { quantity: 60 });
  await request("POST", `/orders/${items[0].id}/confirm`, { quantity: 50 });
  await see(80, 80);
  await until(() => of("order.received").length === 1);
  await until(() => of("order.confirmed").length === 2);
  await request("PATCH", `/locations/${ids.location}`, {
    policy: { kind: "min-max", minimum: 85, maximum: 90 },
  });
  await until(() => of("location.low").length === 2);
  await until(() => of("location.changed").length === 1);
  await request("PATCH", `/locations/${ids.location}`, { policy: null });
  await until(() => of("location.ok").length === 3);
  const policy = { kind: "min-max", minimum: 85, maximum: 90 };
  await request("PATCH", `/parts/${ids.part}`, { policy });
  await until(() => of("location.low").length === 3);
  expect(of("location.low")[2]!.data).toMatchObject({ reorderPoint: 85 });
  await request("DELETE", `/gateways/${ids.gateway}`);
  await until(() => of("gateway.removed").length === 1);
  expect(of("gateway.removed")[0]!.data).toMatchObject({ id: ids.gateway, name: "Roof" });
  for (const each of received) verify(secret, each);
  expect(() => verify(secret, { ...received[0]!, body: `${received[0]!.body} ` })).toThrow();
  expect(new Set(received.map((each) => each.id)).size).toBe(received.length);
  const removed = await request("DELETE", `/webhooks/${id}`);
  expect(removed.status).toBe(204);
});

test("a webhook gets the types that it asks for, and none while it is off", async () => {
  const { url, received } = await receiver();
  const { webhook, request, fill } = await plant();
  await webhook({ url, events: ["site.created", "site.removed"] });
  const off = await webhook({ url, enabled: false });
  await fill();
  const site = await request("POST", "/sites", { name: "Hall 2" });
  await request("PATCH", `/sites/${site.body.id}`, { name: "Hall 3" });
  await request("DELETE", `/sites/${site.body.id}`);
  await until(() => received.length === 3);
  expect(received.map(({ type }) => type).sort()).toEqual(["site.created", "site.created", "site.removed"]);
  expect((await request("GET", `/webhooks/${off.id}/deliveries`)).body.items).toEqual([]);
});

test("a receiver that fails is tried again with the same id, over a restart too, and each attempt is in the log", async () => {
  let status = 500;
  const { url, received } = await receiver(() => status);
  const { webhook, request, deliveries } = await plant();
  const { id } = await webhook({ url, events: ["site.created"] });
  const patient = await startApplicationUnderTest({
    webhookPlan: { retryAfterMs: [2_000, 2_000], lookMs: 300 },
  });
  closing.push(() => patient.stop());
  const own = await patient.createCustomer("patient");
  const ask = (method: string, path: string, body?: unknown) =>
    patient.request(method, `/api/v1${path}`, { key: own.adminKey, body });
  const slow = (await ask("POST", "/webhooks", { url, events: ["part.created", "site.created"] })).body.id;
  await ask("POST", "/sites", { name: "Hall 2" });
  await until(() => received.length === 1);
  await patient.restart();
  status = 200;
  const [sent] = await until(async () => {
    const { items } = (await ask("GET", `/webhooks/${slow}/deliveries?state=delivered`)).body;
    return items.length === 1 && items;
  });
  expect(sent).toMatchObject({ eventType: "site.created", attemptCount: 2, nextAttemptAt: null });
  const full = (await ask("GET", `/webhooks/${slow}/deliveries/${sent.id}`)).body;
  expect(full.attempts).toMatchObject([
    { status: 500, error: expect.stringContaining("answered 500") },
    { status: 200, error: null },
  ]);
  expect(full.payload).toMatchObject({ type: "site.created", data: { name: "Hall 2" } });
  expect(new Set(received.map((each) => each.id))).toEqual(new Set([sent.eventId]));
  status = 503;
  received.length = 0;
  await request("POST", "/sites", { name: "Hall 2" });
  const [failed] = await until(async () => {
    const items = await deliveries(id, "?state=failed");
    return items.length === 1 && items;
  });
  expect(failed).toMatchObject({ attemptCount: 4, lastAttempt: { status: 503 } });
  expect((await request("GET", `/webhooks/${id}`)).body.failingSince).toEqual(expect.any(String));
});

test("410 Gone switches the webhook off, and the audit trail says why", async () => {
  const { url, received } = await receiver(() => 410);
  const { webhook, request, accountId } = await plant();
  const { id } = await webhook({ url });
  await request("POST", "/sites", { name: "Hall 2" });
  const off = await until(async () => {
    const { body } = await request("GET", `/webhooks/${id}`);
    return body.enabled === false && body;
  });
  expect(off.disabledReason).toContain("410 Gone");
  await request("POST", "/sites", { name: "Hall 3" });
  expect(received).toHaveLength(1);
  const set = await app.accounts.store.readNow(accountId);
  const { rows } = await app.accounts.store.query(accountId, (tx) =>
    tx.query<{ sequence: string; sealed: Buffer }>(
      "select sequence, sealed from audit_entry order by sequence desc limit 5",
    ),
  );
  const entries = rows.map(({ sequence, sealed }) => set.sealer.open("audit_entry", sequence, sealed));
  expect(JSON.stringify(entries)).toContain("410 Gone");
  expect(JSON.stringify(entries)).not.toContain("whsec_");
  const on = await request("PATCH", `/webhooks/${id}`, { enabled: true });
  expect(on.body).toMatchObject({ enabled: true, disabledReason: null });
});

test("a redirect is not followed, and a receiver that hangs is given up and holds up nobody", async () => {
  const target = await receiver();
  const redirecting = await receiver((_received, response) => {
    response.writeHead(302, { location: target.url }).end();
    return undefined;
  });
  const hanging = await receiver(() => undefined);
  const quick = await receiver();
  const { webhook, request, deliveries } = await plant();
  const events = ["site.created"];
  const [redirected, hung] = [
    await webhook({ url: redirecting.url, events }),
    await webhook({ url: hanging.url, events }),
  ];
  await webhook({ url: quick.url, events });
  const sites = Array.from({ length: 12 }, (_, n) => ({ id: crypto.randomUUID(), name: `Yard ${n}` }));
  expect((await request("POST", "/import", { sites })).status).toBe(201);
  await until(() => quick.received.length === 12);
  // The slow one has had no more than its share meanwhile.
  expect(hanging.received.length).toBeLessThan(12);
  const [first] = await until(async () => {
    const items = await deliveries(redirected.id, "?state=failed");
    return items.length === 12 && items;
  });
  expect(first.lastAttempt).toMatchObject({
    status: 302,
    error: expect.stringContaining("redirects are not followed"),
  });
  expect(target.received).toEqual([]);
  const [given] = await until(async () => {
    const items = await deliveries(hung.id);
    return (
      items.some((item: { lastAttempt: object | null }) => item.lastAttempt) &&
      items.filter((item: { lastAttempt: object | null }) => item.lastAttempt)
    );
  });
  expect(given.lastAttempt).toMatchObject({ status: null, error: expect.stringContaining("within 1 s") });
  await request("DELETE", `/webhooks/${hung.id}`);
});

test("after a rotation both secrets sign", async () => {
  const { url, received } = await receiver();
  const { webhook, request } = await plant();
  const { id, secret } = await webhook({ url, events: ["site.created"] });
  const rotated = (await request("POST", `/webhooks/${id}/rotate-secret`)).body;
  expect(rotated.secret).not.toBe(secret);
  expect(Date.parse(rotated.oldSecretUntil) - Date.now()).toBeGreaterThan(23 * hour);
  await request("POST", "/sites", { name: "Hall 2" });
  await until(() => received.length === 1);
  verify(secret, received[0]!);
  verify(rotated.secret, received[0]!);
  expect(received[0]!.headers["webhook-signature"]!.split(" ")).toHaveLength(2);
});

test("a test is sent at once, and says what the receiver said", async () => {
  let status = 200;
  const { url, received } = await receiver(() => status);
  const { webhook, request } = await plant();
  const { id, secret } = await webhook({ url, enabled: false });
  const good = await request("POST", `/webhooks/${id}/test`);
  expect(good.body).toMatchObject({ delivered: true, status: 200, error: null, answer: "answer 200" });
  verify(secret, received[0]!);
  expect(received[0]!.type).toBe("webhook.test");
  status = 418;
  const bad = await request("POST", `/webhooks/${id}/test`);
  expect(bad.body).toMatchObject({ delivered: false, status: 418, answer: "answer 418" });
  await request("PATCH", `/webhooks/${id}`, { url: "http://127.0.0.1:1/" });
  expect((await request("POST", `/webhooks/${id}/test`)).body).toMatchObject({
    delivered: false,
    status: null,
    error: expect.stringContaining("ECONNREFUSED"),
  });
});

test("what was sent or failed is sent again: one event, the failed ones, or all of a time", async () => {
  let status = 500;
  const { url, received } = await receiver(({ data }) => (data.name === "Good" ? 200 : status));
  const { webhook, request, deliveries } = await plant();
  const { id } = await webhook({ url, events: ["site.created"] });
  const since = new Date(Date.now() - 1000).toISOString();
  for (const name of ["Good", "Bad"]) await request("POST", "/sites", { name });
  const [failed] = await until(async () => {
    const items = await deliveries(id, "?state=failed");
    return items.length === 1 && (await deliveries(id, "?state=delivered")).length === 1 && items;
  });
  status = 200;
  const count = received.length;
  const again = await request("POST", `/webhooks/${id}/deliveries/${failed.id}/replay`);
  expect(again.body).toMatchObject({ id: failed.id, state: "waiting" });
  await until(() => received.length === count + 1);
  expect(received.at(-1)!.id).toBe(failed.eventId);
  const delivered = await until(async () => {
    const items = await deliveries(id, "?state=delivered");
    return items.length === 2 && items;
  });
  expect(delivered.find((item: { id: string }) => item.id === failed.id).attemptCount).toBe(5);
  const none = await request("POST", `/webhooks/${id}/replay`, { since, onlyFailed: true });
  expect(none.body).toEqual({ replayed: 0, continueAt: null });
  const all = await request("POST", `/webhooks/${id}/replay`, { since });
  expect(all.body).toEqual({ replayed: 2, continueAt: null });
  await until(() => received.length === count + 3);
  // A webhook that is made later can be told of what was before.
  const later = await receiver();
  const second = await webhook({ url: later.url, events: ["site.created"] });
  const told = await request("POST", `/webhooks/${second.id}/replay`, { since });
  expect(told.body.replayed).toBe(2);
  await until(() => later.received.length === 2);
  expect(new Set(later.received.map((each) => each.id))).toEqual(new Set(received.map((each) => each.id)));
});

test("deliveries come in pages, newest first", async () => {
  const { url } = await receiver();
  const { webhook, request, get } = await plant();
  const { id } = await webhook({ url, events: ["site.created"] });
  const sites = Array.from({ length: 103 }, (_, n) => ({ id: crypto.randomUUID(), name: `Hall ${n}` }));
  await request("POST", "/import", { sites });
  await request("POST", "/sites", { name: "Newest" });
  const first = await get(`/webhooks/${id}/deliveries`);
  const second = await get(`/webhooks/${id}/deliveries?cursor=${first.nextCursor}`);
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([100, 4, null]);
  expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(104);
  const newest = await get(`/webhooks/${id}/deliveries/${first.items[0].id}`);
  expect(newest.payload.data.name).toBe("Newest");
  expect((await request("GET", `/webhooks/${id}/deliveries?cursor=abc`)).status).toBe(422);
});

test("a silence is told once, after a restart too, and so is its end", async () => {
  const { url, of } = await receiver();
  const { webhook, fill, seeAt, see, ids, request, accountId } = await plant();
  await fill();
  await webhook({ url, events: ["device.silent", "device.active", "location.unknown", "location.ok"] });
  await seeAt(Date.now() - 4 * hour, 80, 80);
  await until(() => of("device.silent").length === 1);
  expect(of("location.ok")[0]!.data).toMatchObject({ state: "ok", level: { onHand: 80 } });
  expect(of("device.silent")[0]!.data).toMatchObject({ id: ids.device, state: "silent" });
  await until(() => of("location.unknown").length === 1);
  expect(of("location.unknown")[0]!.data).toMatchObject({ id: ids.location, state: "unknown" });
  await app.restart();
  // The next look finds another device, and says nothing more of the first.
  const { body: second } = await request("POST", "/devices", {
    devEui: crypto.randomUUID().replaceAll("-", "").slice(0, 16),
    joinEui: "24e124c0002a0001",
    appKey: "5572404c696e6b4c6f52613230313823",
    name: "Sensor 2",
    profile: "milesight-em310-udl",
  });
  await app.deliver([reading(accountId, second.id, 1, 50, Date.now() - 5 * hour)]);
  await until(() => of("device.silent").some(({ data }) => data.id === second.id));
  expect([of("device.silent").length, of("location.unknown").length]).toEqual([2, 1]);
  await see(80);
  await until(() => of("device.active").length === 3 && of("location.ok").length === 2);
});

test("without a webhook nothing is kept of events", async () => {
  const { fill, see, accountId } = await plant();
  await fill();
  await see(80, 80, 30, 30);
  const { rows } = await app.accounts.store.query(accountId, (tx) =>
    tx.query<{ n: number }>("select count(*)::int as n from webhook_event"),
  );
  expect(rows[0]!.n).toBe(0);
});
