import { setCustomerState, setQuota } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";
import { putDevice } from "../devices/device.ts";
import { defaultLimits } from "./limits.ts";
import type { DeviceInput } from "./schemas.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: {
      limits: { ...defaultLimits, failuresPerAddress: 5, publicPerAddress: 7 },
      trustedProxies: "127.0.0.1",
    },
  });
});
afterAll(() => app.stop());

async function customer(slug: string, quota: Partial<Parameters<typeof setQuota>[2]> = {}) {
  const own = await app.createCustomer(slug);
  await setQuota(app.owner, own.accountId, {
    devices: null,
    requestsPerMinute: null,
    storageMb: null,
    ...quota,
  });
  const call = (method: string, path: string, body?: unknown, from = "192.0.2.1") =>
    app.request(method, `/api/v1${path}`, {
      key: own.adminKey,
      headers: { "x-forwarded-for": from },
      ...(body === undefined ? {} : { body }),
    });
  return { ...own, call };
}

function device() {
  const { id: _, ...body } = lane().body.devices[0]!;
  return body as DeviceInput;
}

test("every answer tells the limits and what is left; beyond them come 429 and when to come again", async () => {
  const generous = await customer("generous");
  const { headers } = await generous.call("GET", "/sites");
  expect(headers.get("ratelimit-policy")).toBe('"key";q=3000;w=60, "account";q=6000;w=60');
  expect(headers.get("ratelimit")).toMatch(/^"key";r=\d+;t=\d+, "account";r=\d+;t=\d+$/);

  const { call, userKey } = await customer("limited", { requestsPerMinute: 4 });
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++) statuses.push((await call("GET", "/sites")).status);
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  const refused = await call("GET", "/sites");
  expect(refused.body).toMatchObject({ type: "urn:refill:problem:too-many-requests", status: 429 });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.headers.get("ratelimit")).toContain('"account";r=0;');
  // Keys share what the account has; another customer is not touched by it.
  expect((await app.request("GET", "/api/v1/sites", { key: userKey })).status).toBe(429);
  expect((await generous.call("GET", "/sites")).status).toBe(200);
});

test("an address that tries unknown tokens is held up; those who are known there are served on", async () => {
  const { call, userKey } = await customer("neighbours");
  const at = "198.51.100.7";
  expect((await call("GET", "/sites", undefined, at)).status).toBe(200);
  const guess = async (n: number) =>
    (
      await app.request("GET", "/api/v1/sites", {
        key: `rfk_eu_${String(n).repeat(43)}`,
        headers: { "x-forwarded-for": at },
      })
    ).status;
  // At once, so that none waits for what became of another.
  const statuses = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(guess));
  expect(statuses.sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  expect((await call("GET", "/sites", undefined, at)).status).toBe(200);
  const elsewhere = await app.request("GET", "/api/v1/sites", {
    key: userKey,
    headers: { "x-forwarded-for": "198.51.100.8" },
  });
  expect(elsewhere.status).toBe(200);
});

test("routes that need no key are limited by address", async () => {
  const headers = { "x-forwarded-for": "203.0.113.1" };
  const statuses: number[] = [];
  for (let n = 0; n < 4; n++) {
    statuses.push((await app.request("GET", `/api/v1/registration/rfr_x`, { headers })).status);
    statuses.push((await app.request("GET", `/api/v1/supplier-confirmation/rfc_x`, { headers })).status);
  }
  expect(statuses).toEqual([410, 404, 410, 404, 410, 404, 410, 429]);
});

test("live events count as one request, however long they are read", async () => {
  const { adminKey, call } = await customer("live", { requestsPerMinute: 3 });
  const controller = new AbortController();
  const live = await fetch(`${app.baseUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${adminKey}` },
    signal: controller.signal,
  });
  expect(live.status).toBe(200);
  const statuses = [await call("GET", "/sites"), await call("GET", "/sites"), await call("GET", "/sites")];
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
  controller.abort();
});

test("devices beyond the quota are refused on every way, and the answer says how many there may be and whom to ask", async () => {
  const { call } = await customer("devices", { devices: 2 });
  expect((await call("POST", "/devices", device())).status).toBe(201);
  const csv = (count: number) =>
    [
      "DevEUI,AppKey,JoinEUI",
      ...Array.from({ length: count }, device).map(
        ({ devEui, appKey, joinEui }) => `${devEui},${appKey},${joinEui}`,
      ),
    ].join("\n");
  const ways = [
    await call("POST", "/devices/file?profile=milesight-em310-udl", { csv: csv(2) }),
    await call("POST", "/import", { devices: [1, 2].map(() => lane().body.devices[0]) }),
  ];
  expect((await call("GET", "/devices")).body.items).toHaveLength(1);
  const made = await call("POST", "/devices", device());
  expect(made.status).toBe(201);
  ways.push(await call("POST", "/devices", device()));
  for (const { status, body } of ways) {
    expect([status, body.type]).toEqual([403, "urn:refill:problem:quota-devices"]);
    expect(body.detail).toMatch(/may have 2 devices .* ask whoever runs Refill/);
  }
  // What is there can be changed, and makes room when it is removed.
  expect((await call("PATCH", `/devices/${made.body.id}`, { name: "renamed" })).status).toBe(200);
  expect((await call("DELETE", `/devices/${made.body.id}`)).status).toBe(204);
  expect((await call("POST", "/devices", device())).status).toBe(201);
  expect((await call("GET", "/account")).body).toMatchObject({
    quota: { devices: 2 },
    usage: { devices: 2 },
  });
});

test("what a part of a change takes back does not count for the quota", async () => {
  const { accountId } = await customer("attempts", { devices: 1 });
  const { store } = app.accounts;
  await store.readNow(accountId);
  await store.change(accountId, systemActor, async (change) => {
    const put = () => putDevice(change, crypto.randomUUID(), device());
    await expect(
      change.attempt(() => {
        put();
        put();
      }),
    ).rejects.toThrow(/may have 1 device and would have 2/);
    expect(change.count("device")).toBe(0);
    const { id } = put();
    change.remove("device", id);
    expect(change.count("device")).toBe(0);
    put();
    expect(put).toThrow(/ask whoever runs Refill/);
  });
});

test("an account that is full creates nothing more; it goes on removing, changing and taking messages", async () => {
  const { call, accountId } = await customer("full");
  const { ids, body } = lane();
  expect((await call("POST", "/import", body)).status).toBe(201);
  const spare = await call("POST", "/sites", { name: "Hall 2" });
  // Random bytes, which no storage makes smaller.
  await app.owner.query(
    `insert into account_${accountId.replaceAll("-", "")}.mailbox_message (id, sealed)
     select gen_random_uuid(), decode(string_agg(md5(random()::text), ''), 'hex') from generate_series(1, 100000) n group by n % 100`,
  );
  await setQuota(app.owner, accountId, { devices: null, requestsPerMinute: null, storageMb: 1 });
  await app.accounts.store.readNow(accountId);
  await app.restart();
  for (const [path, sent] of [
    ["/sites", { name: "Hall 3" }],
    ["/import", { sites: [{ id: crypto.randomUUID(), name: "Hall 4" }] }],
    ["/devices", device()],
  ] as const) {
    const refused = await call("POST", path, sent);
    expect([path, refused.status, refused.body.type]).toEqual([
      path,
      403,
      "urn:refill:problem:quota-storage",
    ]);
    expect(refused.body.detail).toMatch(/may take 1 MB and takes \d+\..*ask whoever runs Refill/);
  }
  expect((await call("PATCH", `/sites/${spare.body.id}`, { name: "Hall two" })).status).toBe(200);
  expect((await call("DELETE", `/sites/${spare.body.id}`)).status).toBe(204);
  await app.deliver([1, 2].map((sequence) => reading(accountId, ids.device, sequence, 20)));
  expect((await call("GET", "/orders")).body.items).toHaveLength(1);
  const { usage } = (await call("GET", "/account")).body;
  expect(usage.storageBytes).toBeGreaterThan(2 ** 20);
});

test("a suspended customer reads and writes nothing, and reads again when it is resumed; attempts are audited", async () => {
  const { call, accountId, registrationToken } = await customer("suspended");
  const token = await registrationToken();
  await setCustomerState(app.owner, accountId, ["active"], "suspended");
  await app.restart();
  for (const answer of [await call("GET", "/sites"), await call("POST", "/sites", { name: "Hall" })])
    expect([answer.status, answer.body.type]).toEqual([403, "urn:refill:problem:account-suspended"]);
  const headers = { "x-forwarded-for": "203.0.113.99" };
  expect((await app.request("GET", `/api/v1/registration/${token}`, { headers })).status).toBe(403);
  await setCustomerState(app.owner, accountId, ["suspended"], "active");
  await app.restart();
  expect((await call("GET", "/sites")).body.items).toEqual([]);
  const { items } = (await call("GET", "/audit-entries?action=access.refused&q=suspended")).body;
  expect(items.map(({ detail }: { detail: object }) => detail)).toEqual([
    { reason: "suspended", attempts: 1, method: "POST", route: "/api/v1/sites" },
    { reason: "suspended", attempts: 1, method: "GET", route: "/api/v1/sites" },
  ]);
});

test("the account tells who and where it is, what it may use and uses; its own setting is changed and audited", async () => {
  const { call, userKey } = await customer("account", { requestsPerMinute: 500, storageMb: 100 });
  const { body } = await call("GET", "/account");
  expect(body).toMatchObject({
    customerName: "Customer account",
    region: "EU",
    state: "active",
    quota: { devices: null, requestsPerMinute: 500, storageMb: 100 },
    usage: { devices: 0, storageBytes: expect.any(Number), requestsLastMinute: 1 },
    encryption: { generation: 1 },
    rawMeasurementDays: 400,
  });
  expect((await call("PATCH", "/account", { rawMeasurementDays: 90 })).body.rawMeasurementDays).toBe(90);
  for (const wrong of [{ rawMeasurementDays: 29 }, { rawMeasurementDays: 3651 }, { region: "US" }])
    expect((await call("PATCH", "/account", wrong)).status).toBe(400);
  const byUser = await app.request("PATCH", "/api/v1/account", {
    key: userKey,
    body: { rawMeasurementDays: 60 },
  });
  expect(byUser.status).toBe(403);
  expect((await call("GET", "/account")).body.rawMeasurementDays).toBe(90);
  const { items } = (await call("GET", "/audit-entries?targetKind=setting")).body;
  expect(items).toMatchObject([{ action: "setting.changed", after: { rawMeasurementDays: 90 } }]);
});
