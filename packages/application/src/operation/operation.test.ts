import { provisionAccount } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";

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
    jobs: expect.any(Array),
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
