import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { createApiKey, removeApiKey } from "../members/api-key.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

interface LiveEvent {
  event: string;
  id: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every kind
  data: any;
}

/** A reader as a browser is one, but for its reconnecting by itself. */
async function listen(headers: Record<string, string>, query = "") {
  const controller = new AbortController();
  const response = await fetch(`${app.baseUrl}/api/v1/events${query}`, {
    headers,
    signal: controller.signal,
  });
  const events: LiveEvent[] = [];
  let lastEventId: string | undefined;
  let isEnded = false;
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (let text = ""; ; ) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text.slice(0, end))?.[1];
        const [event, data, id] = [field("event"), field("data"), field("id")];
        lastEventId = id ?? lastEventId;
        if (event && data) events.push({ event, id, data: JSON.parse(data) });
        text = text.slice(end + 2);
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      isEnded = true;
    });
  const self = {
    status: response.status,
    events,
    kinds: () => events.map(({ event }) => event),
    lastEventId: () => lastEventId,
    isEnded: () => isEnded,
    next: (check: (event: LiveEvent) => boolean) => until(() => events.find(check)),
    async close() {
      controller.abort();
      await reading;
    },
  };
  if (response.status === 200) await self.next(({ event }) => event === "ready");
  return self;
}

async function plant() {
  const own = await app.createCustomer(`live-${Math.random().toString(36).slice(2, 10)}`);
  const { ids, body } = lane();
  const headers = { authorization: `Bearer ${own.adminKey}` };
  const request = (method: string, path: string, sent?: unknown) =>
    app.request(method, `/api/v1${path}`, { headers, body: sent });
  expect((await request("POST", "/import", body)).status).toBe(201);
  let sequence = 0;
  return {
    ...own,
    ids,
    headers,
    request,
    see: (...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each))),
    listen: (more: Record<string, string> = {}, query = "") => listen({ ...headers, ...more }, query),
  };
}

test("each kind of resource is told as the REST API shows it, and what is removed by its id", async () => {
  const { listen, request, ids, see } = await plant();
  const live = await listen();
  const changes = [
    ["sites", "site", { name: "Hall 9" }],
    ["parts", "part", { name: "Screw" }],
    ["suppliers", "supplier", { leadTimeDays: 9 }],
    ["gateways", "gateway", { name: "Cellar" }],
    ["devices", "device", { name: "Sensor 9" }],
    ["locations", "location", { name: "A-09" }],
  ] as const;
  for (const [path, kind, body] of changes) {
    const { body: changed } = await request("PATCH", `/${path}/${ids[kind]}`, body);
    const { data, id } = await live.next(({ event }) => event === kind);
    expect(data).toEqual(changed);
    expect(id === undefined || /^\d+$/.test(id)).toBe(true);
  }
  await see(80, 80, 30, 30);
  const order = await live.next(({ event, data }) => event === "order" && data.state === "dispatched");
  expect(order.data).toEqual((await request("GET", "/orders")).body.items[0]);
  await live.next(({ event, data }) => event === "location" && data.onOrder === 60);
  await request("DELETE", `/gateways/${ids.gateway}`);
  const removed = await live.next(({ event }) => event === "removed");
  expect(removed.data).toEqual({ kind: "gateway", id: ids.gateway });
  // The device's view names its location, so it changes with it.
  await request("PATCH", `/locations/${ids.location}`, { deviceIds: [] });
  await live.next(({ event, data }) => event === "device" && data.locationId === null);
  expect(live.kinds()).not.toContain("refresh");
  await live.close();
});

test("a location is told when what is promised of it changes, or the policy that it has of its part", async () => {
  const { listen, request, ids, see } = await plant();
  await see(80, 80);
  const live = await listen();
  const toldOf = async (fields: object) => {
    const told = await live.next(
      ({ event, data }) =>
        event === "location" &&
        data.id === ids.location &&
        Object.entries(fields).every(([name, value]) => data[name] === value),
    );
    live.events.length = 0;
    return told.data;
  };
  const promise = { locationId: ids.location, quantity: 5, reason: "a big order", until: null };
  const { body: reservation } = await request("POST", "/reservations", promise);
  expect((await toldOf({ reserved: 5 })).inventoryPosition).toBe(75);
  expect((await request("DELETE", `/reservations/${reservation.id}`)).status).toBe(204);
  await toldOf({ reserved: 0 });
  const shelf = await request("POST", "/locations", {
    ...(await request("GET", `/locations/${ids.location}?fields=siteId,partId,geometry,policy`)).body,
    name: "A shelf that is refilled from there",
    deviceIds: [],
    source: { kind: "location", locationId: ids.location, packSize: 10, leadTimeDays: 0 },
  });
  expect(shelf.status, JSON.stringify(shelf.body)).toBe(201);
  const order = await request("POST", "/orders", { locationId: shelf.body.id, quantity: 20 });
  expect(order.status, JSON.stringify(order.body)).toBe(201);
  await toldOf({ reserved: 20 });
  expect((await request("PATCH", `/locations/${ids.location}`, { policy: null })).status).toBe(200);
  await toldOf({ reorderPoint: null });
  const policy = { kind: "min-max", minimum: 20, maximum: 90 };
  expect((await request("PATCH", `/parts/${ids.part}`, { policy })).status).toBe(200);
  await toldOf({ reorderPoint: 20 });
  await live.close();
});

test("a reader whose connection broke goes on from where it was: each record once, as it is now", async () => {
  const { listen, request, ids } = await plant();
  const first = await listen();
  await request("PATCH", `/sites/${ids.site}`, { name: "Hall 2" });
  await first.next(({ event }) => event === "site");
  await first.close();
  for (const name of ["Hall 3", "Hall 4", "Hall 5"]) await request("PATCH", `/sites/${ids.site}`, { name });
  const { body: made } = await request("POST", "/sites", { name: "Short-lived" });
  await request("DELETE", `/sites/${made.id}`);
  for (const more of ["header", "query"]) {
    const at = first.lastEventId()!;
    const again =
      more === "header" ? await listen({ "last-event-id": at }) : await listen({}, `?lastEventId=${at}`);
    expect(again.events.map(({ event, data }) => [event, data])).toEqual([
      ["site", expect.objectContaining({ id: ids.site, name: "Hall 5" })],
      ["removed", { kind: "site", id: made.id }],
      ["ready", {}],
    ]);
    const current = await listen({ "last-event-id": again.lastEventId()! });
    expect(current.kinds()).toEqual(["ready"]);
    await again.close();
    await current.close();
  }
});

test("who can't go on is told to read everything anew", async () => {
  const { listen, request, ids } = await plant();
  for (const id of ["0", "999999999", "nonsense", "-1"]) {
    const live = await listen({ "last-event-id": id });
    expect([id, live.kinds()]).toEqual([id, ["refresh", "ready"]]);
    await live.close();
  }
  // Also after a restart, where nothing is remembered.
  const before = await listen();
  await request("PATCH", `/sites/${ids.site}`, { name: "Hall 2" });
  await before.next(({ event }) => event === "site");
  await app.restart();
  await until(() => before.isEnded());
  await request("PATCH", `/sites/${ids.site}`, { name: "Hall 3" });
  const after = await listen({ "last-event-id": before.lastEventId()! });
  expect(after.kinds()).toEqual(["refresh", "ready"]);
  await after.close();
});

test("very many changes at once are one refresh", async () => {
  const { listen, request } = await plant();
  const live = await listen();
  const sites = Array.from({ length: 600 }, (_, n) => ({ id: crypto.randomUUID(), name: `Yard ${n}` }));
  expect((await request("POST", "/import", { sites })).status).toBe(201);
  await live.next(({ event }) => event === "refresh");
  expect(live.kinds()).toEqual(["ready", "refresh"]);
  await live.close();
});

test("another process' change is told as a refresh within some seconds", async () => {
  const { listen, accountId, ids, request } = await plant();
  const live = await listen();
  await app.accounts.store.change(accountId, systemActor, (change) => {
    change.put("site", { ...change.get("site", ids.site)!, name: "Renamed elsewhere" });
  });
  await live.next(({ event }) => event === "refresh");
  await request("PATCH", `/sites/${ids.site}`, { name: "Renamed here" });
  await live.next(({ event }) => event === "site");
  await live.close();
});

test("a reader is cut off when its key is revoked here or elsewhere, when it expires, and when the customer is suspended", async () => {
  const { accountId, request, headers } = await plant();
  const { store, credentials } = app.accounts;
  const made = (await request("POST", "/api-keys", { name: "ERP", role: "user" })).body;
  const elsewhere = await createApiKey(store, credentials, accountId, systemActor, {
    name: "x",
    role: "user",
  });
  const expiring = await createApiKey(store, credentials, accountId, systemActor, {
    name: "y",
    role: "user",
    expiresAt: Date.now() + 4_000,
  });
  const by = (key: string) => listen({ authorization: `Bearer ${key}` });
  const [here, there, soon] = [await by(made.key), await by(elsewhere.key), await by(expiring.key)];
  const staying = await listen(headers);
  await request("DELETE", `/api-keys/${made.id}`);
  await until(() => here.isEnded());
  await removeApiKey(store, credentials, accountId, systemActor, elsewhere.apiKey.id);
  await until(() => there.isEnded());
  await until(() => soon.isEnded());
  expect(staying.isEnded()).toBe(false);
  await app.owner.query("update directory.customer set state = 'suspended' where id = $1", [accountId]);
  await app.owner.query(
    `update account_${accountId.replaceAll("-", "")}.account_revision set revision = revision + 1`,
  );
  await until(() => staying.isEnded());
});

test("a session's reader is cut off when the session ends", async () => {
  const { accountId } = await plant();
  const { browser } = await app.member(accountId, "user");
  const cookie = browser.sessionCookie;
  const live = await listen({ cookie });
  await app.request("POST", "/api/v1/session/end", { headers: { cookie, "x-refill-request": "1" } });
  await until(() => live.isEnded());
});

test("a key reads at most 20 streams; those that are closed make room", async () => {
  const { listen } = await plant();
  const streams = await Promise.all(Array.from({ length: 20 }, () => listen()));
  const refused = await listen();
  expect(refused.status).toBe(429);
  await streams[0]!.close();
  await until(async () => {
    const next = await listen();
    if (next.status === 200) streams.push(next);
    return next.status === 200;
  });
  await Promise.all(streams.map((stream) => stream.close()));
});

test("a Postgres that is killed ends no stream, and what comes after is told", async () => {
  const { listen, request, ids } = await plant();
  const live = await listen();
  process.kill(app.postgres.pid()!, "SIGKILL");
  await until(
    async () => (await request("PATCH", `/sites/${ids.site}`, { name: "After the fall" })).status === 200,
  );
  await live.next(
    ({ event, data }) => event === "refresh" || (event === "site" && data.name === "After the fall"),
  );
  expect(live.isEnded()).toBe(false);
  await live.close();
});

test("readers that leave while they are admitted leave nothing behind", async () => {
  const { listen: open, headers } = await plant();
  for (let round = 0; round < 6; round++)
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const controller = new AbortController();
        setTimeout(() => controller.abort(), n % 10);
        await fetch(`${app.baseUrl}/api/v1/events`, { headers, signal: controller.signal }).catch(() => {});
        controller.abort();
      }),
    );
  const stays = await open();
  expect(stays.status).toBe(200);
  const readers = async () => {
    const metrics = await (await fetch(`${app.baseUrl}/metrics`)).text();
    return Number(/^refill_live_readers(?:\{.*\})? (\d+)$/m.exec(metrics)![1]);
  };
  await until(async () => (await readers()) === 1);
  await stays.close();
  await until(async () => (await readers()) === 0);
});
