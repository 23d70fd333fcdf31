import { randomUUID } from "node:crypto";
import { provisionAccount } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { gatewayUnderTest, networkStatusUnderTest } from "./network-status-under-test.ts";

/** Operators of the service: people of an account of their own, whom a customer lets in or not. */
let app: ApplicationUnderTest;
let serviceId: string;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  const facts = { slug: "operators", name: "Operators", isService: true };
  serviceId = (await provisionAccount(app.owner, app.vault, "EU", facts)).accountId;
});
afterAll(() => app.stop());

async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const maria = await app.member(own.accountId, "admin", "Maria");
  const call = maria.browser.api.bind(maria.browser);
  expect((await call("POST", "/sites", { name: "Hall 1" })).status).toBe(201);
  const entries = async (action: string) => (await call("GET", `/audit-entries?action=${action}`)).body.items;
  return { ...own, maria, call, entries };
}

test("operators see who the customers are and how the service does, and nothing of a customer's content", async () => {
  const { accountId } = await plant("seen");
  const olga = await app.member(serviceId, "user", "Olga");
  expect((await olga.browser.api("GET", "/session")).body).toMatchObject({
    kind: "operator",
    permissions: expect.arrayContaining(["operate"]),
  });
  const { body } = await olga.browser.api("GET", "/operation/customers");
  expect(body.items).toContainEqual(
    expect.objectContaining({ accountId, slug: "seen", region: "EU", access: null }),
  );
  expect(body.items.map(({ slug }: { slug: string }) => slug)).not.toContain("operators");
  expect(JSON.stringify(body)).not.toMatch(/Customer seen|Hall 1|Maria/);
  expect((await olga.browser.api("GET", "/operation/health")).body).toMatchObject({
    status: "ok",
    processes: expect.any(Array),
  });
  const visit = await olga.browser.api("POST", `/operation/customers/${accountId}/visit`);
  expect(visit.body.type).toBe("urn:refill:problem:access-over");
  expect((await olga.browser.api("GET", "/sites")).body.items).toEqual([]);
});

test("no member of a customer, whatever the role, is an operator, and no key is", async () => {
  const { maria, accountId, adminKey } = await plant("not-operators");
  for (const [method, path] of [
    ["GET", "/operation/customers"],
    ["GET", "/operation/health"],
    ["POST", `/operation/customers/${accountId}/visit`],
  ] as const) {
    expect((await maria.browser.api(method, path)).body.type).toBe("urn:refill:problem:operators-only");
    expect((await app.request(method, `/api/v1${path}`, { key: adminKey })).status).toBe(403);
  }
});

test("who was let in looks, changes nothing, is seen in the trail, and is out when the customer or the clock says so", async () => {
  const { accountId, call, entries } = await plant("visited");
  const olga = await app.member(serviceId, "admin", "Olga");
  const operate = olga.browser.api.bind(olga.browser);
  const path = `/operation/customers/${accountId}`;
  expect((await operate("POST", `${path}/access`, { reason: "Ticket 17: levels look wrong" })).status).toBe(
    204,
  );
  const [asked] = (await call("GET", "/operator-access")).body.items;
  expect(asked).toMatchObject({
    state: "asked",
    operatorName: "Olga",
    reason: "Ticket 17: levels look wrong",
  });
  expect((await operate("POST", `${path}/visit`)).status).toBe(409);
  expect((await call("POST", `/operator-access/${asked.id}/grant`, { hours: 999 })).status).toBe(400);
  expect((await call("POST", `/operator-access/${asked.id}/grant`, { hours: 4 })).body).toMatchObject({
    state: "granted",
    grantedBy: "Maria",
  });
  // Another operator was not meant.
  const otto = await app.member(serviceId, "admin", "Otto");
  expect((await otto.browser.api("POST", `${path}/visit`)).status).toBe(409);
  expect((await operate("POST", `${path}/visit`)).status).toBe(204);
  expect((await operate("GET", "/session")).body).toMatchObject({
    kind: "visitor",
    customer: { name: "Customer visited" },
    permissions: ["read"],
    visitUntil: expect.any(String),
  });
  expect((await operate("GET", "/sites")).body.items).toMatchObject([{ name: "Hall 1" }]);
  for (const [method, where] of [
    ["POST", "/sites"],
    ["GET", "/audit-entries"],
    ["GET", "/profile"],
    ["POST", "/profile/passkey-options"],
    ["GET", "/operation/customers"],
  ] as const)
    expect((await operate(method, where, method === "POST" ? { name: "x" } : undefined)).status).toBe(403);
  expect((await entries("session.started"))[0]).toMatchObject({ actor: { kind: "operator", name: "Olga" } });
  expect((await entries("operator-access")).map(({ action }: { action: string }) => action)).toEqual([
    "operator-access.granted",
    "operator-access.asked-for",
  ]);
  expect((await call("DELETE", `/operator-access/${asked.id}`)).status).toBe(204);
  expect((await operate("GET", "/sites")).status).toBe(401);
  expect((await operate("POST", `${path}/visit`)).status).toBe(401);
});

test("a visit ends by its operator, who is in the console again, and by itself when its time is over", async () => {
  const { accountId, call } = await plant("ends");
  const olga = await app.member(serviceId, "user", "Olga");
  const operate = olga.browser.api.bind(olga.browser);
  const { body: access } = await call("POST", "/operator-access", {
    hours: 1,
    reason: "Look at our devices, please",
  });
  expect((await operate("POST", `/operation/customers/${accountId}/visit`)).status).toBe(204);
  expect((await operate("POST", "/session/end")).status).toBe(200);
  expect((await operate("GET", "/session")).body.kind).toBe("operator");
  expect((await operate("POST", `/operation/customers/${accountId}/visit`)).status).toBe(204);
  await app.accounts.store.readNow(accountId);
  await app.accounts.store.change(accountId, systemActor, (change) => {
    change.put("operatorAccess", { ...change.get("operatorAccess", access.id)!, until: Date.now() - 1 });
  });
  await until(async () => (await operate("GET", "/sites")).status === 401);
});

/** An operator with her browser. */
async function operator(name: string) {
  const { browser } = await app.member(serviceId, "user", name);
  const call = browser.api.bind(browser);
  const trail = async (query = "") => (await call("GET", `/operation/trail${query}`)).body.items;
  return { browser, call, trail };
}

test("a suspended customer is refused at once and goes on when it is resumed; both trails say who did it and why", async () => {
  const own = await plant("paused");
  const olga = await operator("Olga Pauses");
  const path = `/operation/customers/${own.accountId}`;
  const state = (to: string) =>
    olga.call("PUT", `${path}/state`, { state: to, reason: "Invoice 4711 is open" });
  expect((await olga.call("PUT", `${path}/state`, { state: "suspended" })).status).toBe(400);
  expect((await state("suspended")).status).toBe(204);
  expect((await own.call("GET", "/sites")).status).toBe(403);
  expect((await app.request("GET", "/api/v1/sites", { key: own.adminKey })).status).toBe(403);
  expect((await olga.call("GET", path)).body).toMatchObject({ state: "suspended", members: 1 });
  expect((await state("active")).status).toBe(204);
  expect((await own.call("GET", "/sites")).status).toBe(200);
  expect(await olga.trail(`?accountId=${own.accountId}`)).toMatchObject([
    {
      action: "account.resumed",
      actor: { kind: "operator", name: "Olga Pauses" },
      target: { name: "paused" },
    },
    { action: "account.suspended", detail: { reason: "Invoice 4711 is open" } },
  ]);
  expect((await own.entries("account.suspended"))[0]).toMatchObject({
    actor: { kind: "operator", name: "Olga Pauses" },
    detail: { reason: "Invoice 4711 is open" },
  });
  expect((await own.entries("account")).length).toBe(2);
});

test("a limit holds from the next request on", async () => {
  const own = await plant("limited");
  const olga = await operator("Olga Limits");
  const path = `/operation/customers/${own.accountId}`;
  const quota = { devices: 0, requestsPerMinute: null, storageMb: 500, reason: "Trial" };
  expect((await olga.call("PUT", `${path}/quota`, quota)).status).toBe(204);
  expect((await olga.call("GET", path)).body.quota).toEqual({
    devices: 0,
    requestsPerMinute: null,
    storageMb: 500,
  });
  const { body } = lane({ devEui: "00aa00aa00aa00aa" });
  const device = { ...body.devices[0], id: undefined };
  expect((await own.call("POST", "/devices", device)).body.type).toBe("urn:refill:problem:quota-devices");
  const bad = await olga.call("PUT", `${path}/quota`, { ...quota, requestsPerMinute: 0 });
  expect(bad.status).toBe(400);
  expect((await olga.trail("?action=account.quota"))[0].detail).toMatchObject({ after: { storageMb: 500 } });
});

test("a registration link is for a customer without members only, and makes its first admin", async () => {
  const { accountId } = await app.createCustomer("fresh");
  const olga = await operator("Olga Links");
  const path = `/operation/customers/${accountId}/registration-link`;
  const { status, body } = await olga.call("POST", path, { reason: "First admin" });
  expect(status).toBe(201);
  const browser = app.browser();
  const registered = await browser.register(body.link.split("#")[1], "Frida", "frida@people.example");
  expect(registered.status).toBe(201);
  expect((await browser.api("GET", "/session")).body.permissions).toContain("admin");
  const again = await olga.call("POST", path, { reason: "Once more" });
  expect(again.body.type).toBe("urn:refill:problem:customer-has-members");
});

test("keys are changed from the console while the customer works", async () => {
  const own = await plant("rotated");
  const olga = await operator("Olga Keys");
  const path = `/operation/customers/${own.accountId}`;
  const before = (await olga.call("GET", path)).body;
  expect(before).toMatchObject({ customerKeyVersion: 1, dataKeys: [{ generation: 1 }], keyRotation: null });
  const order = (level: string) => olga.call("POST", `${path}/key-rotation`, { level, reason: "Yearly" });
  expect((await order("customer")).status).toBe(204);
  expect((await olga.call("GET", path)).body.customerKeyVersion).toBe(2);
  expect((await order("data")).status).toBe(204);
  expect((await own.call("GET", "/sites")).body.items).toMatchObject([{ name: "Hall 1" }]);
  expect((await olga.call("GET", path)).body.keyRotation).toMatchObject({ generation: 2 });
  expect((await order("root")).status).toBe(400);
});

test("fleet, network, jobs and health tell how the service does, in numbers", async () => {
  const own = await plant("counted");
  const { ids, body } = lane({ devEui: "00bb00bb00bb00bb" });
  const sites = [{ ...body.sites[0], name: "Hall 2" }];
  expect((await own.call("POST", "/import", { ...body, sites })).status).toBe(201);
  const traffic = {
    accountId: own.accountId,
    devices: 1,
    neverHeard: 0,
    lastUplinkAt: Date.now(),
    messagesLastHour: 3,
    overwritten: 2,
    undelivered: 0,
    gateways: 1,
    gatewaysConnected: 0,
  };
  app.answers.set("network-status", () => networkStatusUnderTest([traffic]));
  app.answers.set("all-gateways", () => [gatewayUnderTest(own.accountId, ids.gateway)]);
  await app.deliver([reading(own.accountId, ids.device, 1, 80, Date.now())]);
  const olga = await operator("Olga Looks");
  const counted = await until(async () => {
    const { items } = (await olga.call("GET", "/operation/customers")).body;
    const found = items.find(({ slug }: { slug: string }) => slug === "counted");
    return found?.traffic?.gateways === 1 && found;
  });
  expect(counted).toMatchObject({
    traffic: { messagesLastHour: 3, overwritten: 2 },
    troubles: [{ kind: "gateways-away", severity: "alarm", count: 1 }],
    memoryBytes: expect.any(Number),
  });
  expect((await olga.call("GET", `/operation/customers/${own.accountId}`)).body.numbers).toMatchObject({
    devices: 1,
    silentDevices: 0,
    weakBatteries: 0,
    lateOrders: 0,
    storageBytes: expect.any(Number),
  });
  expect((await olga.call("GET", "/operation/network")).body.items).toMatchObject([
    { region: "EU", isConnected: true, status: { gateways: 1, refused: [{ reason: "mic", count: 7 }] } },
  ]);
  expect((await olga.call("GET", "/operation/gateways")).body.items).toMatchObject([
    { customer: "counted", isConnected: false, protocol: "semtech-udp" },
  ]);
  const health = (await olga.call("GET", "/operation/health")).body;
  expect(health).toMatchObject({
    status: "ok",
    databases: [{ region: "EU", version: expect.any(String), schema: { accountsBehind: 0 } }],
    keyVault: { kind: "local", isAway: false },
  });
  expect(health.processes.map(({ name }: { name: string }) => name)).toContain("application");
  expect(health.certificates.map(({ name }: { name: string }) => name)).toContain("application");
  const jobs = (await olga.call("GET", "/operation/jobs")).body;
  expect(jobs.schedules.map(({ name }: { name: string }) => name)).toEqual([
    "nightly-planning",
    "history-upkeep",
  ]);
  expect(jobs.queues.length).toBeGreaterThan(3);
});

test("a job that failed says why without content, is tried again or given up, and that stands in the trail", async () => {
  const own = await plant("jobs");
  const olga = await operator("Olga Jobs");
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids)
    await app.owner.query(
      `insert into jobs.job (id, name, data, state, retry_limit, retry_count, completed_on, output)
       values ($1, 'dispatch-order', $2, 'failed', 3, 3, now(), $3)`,
      [
        id,
        { accountId: own.accountId, purchaseOrderId: randomUUID() },
        { message: "550 orders@bolts.example is unknown" },
      ],
    );
  const list = async () =>
    (await olga.call("GET", `/operation/jobs?accountId=${own.accountId}&state=failed`)).body.items;
  expect(await list()).toMatchObject([
    { customer: "jobs", reason: "550 <address> is unknown", attempts: 4 },
    { customer: "jobs" },
  ]);
  const act = (id: string, what: string) =>
    olga.call("POST", `/operation/jobs/EU/${id}/${what}`, { reason: "The mail server is mended" });
  expect((await act(ids[0]!, "retry")).status).toBe(204);
  expect((await act(ids[1]!, "cancel")).status).toBe(204);
  expect(await list()).toEqual([]);
  expect((await act(ids[1]!, "cancel")).status).toBe(404);
  expect((await olga.trail("?action=job")).map(({ action }: { action: string }) => action)).toEqual([
    "job.cancelled",
    "job.retried",
  ]);
});
