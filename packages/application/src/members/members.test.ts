import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const invite = async (body: object) => {
    const made = await call("POST", "/invitations", body);
    return { made, id: made.body.id as string, token: tokenOf(made.body.link) };
  };
  const register = (token: string, name: string, email: string) =>
    app.request("POST", `/api/v1/registration/${token}`, { body: { name, email } });
  /** A new member with a session. */
  const join = async (role: "admin" | "user", name: string) => {
    const { token } = await invite({ role });
    const answer = await register(token, name, `${name.toLowerCase()}@acme.example`);
    const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
    const as = (method: string, path: string, body?: unknown) =>
      app.request(method, `/api/v1${path}`, {
        headers: { cookie, "x-refill-request": "1" },
        ...(body === undefined ? {} : { body }),
      });
    return { id: answer.body.id as string, cookie, as };
  };
  return { ...own, call, invite, register, join };
}

function tokenOf(link: string): string {
  return link.slice(link.indexOf("#") + 1);
}

test("an invitation's link is shown once, works once, and is listed without it; members are listed", async () => {
  const { call, invite, register } = await customer("invited");
  const { made, id, token } = await invite({ role: "user" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ role: "user", email: null, state: "open", usedAt: null });
  expect(made.body.link).toMatch(/\/register#rfr_eu_/);
  const listed = await call("GET", "/invitations");
  expect(listed.body.items).toMatchObject([{ id, state: "open" }]);
  expect(JSON.stringify(listed.body)).not.toContain("rfr_");
  expect((await app.request("GET", `/api/v1/registration/${token}`)).body).toMatchObject({ role: "user" });
  expect((await register(token, "Uma", "uma@acme.example")).status).toBe(201);
  expect((await register(token, "Eve", "eve@acme.example")).status).toBe(410);
  expect((await call("GET", "/invitations")).body.items).toMatchObject([{ id, state: "used" }]);
  expect((await call("GET", "/members")).body).toMatchObject({
    items: [{ name: "Uma", email: "uma@acme.example", role: "user", createdAt: expect.any(String) }],
    nextCursor: null,
  });
});

test("an invitation for an address takes no other one, and tells the page which it is for", async () => {
  const { invite, register } = await customer("bound");
  const { token } = await invite({ role: "admin", email: "Ada@acme.example" });
  expect((await app.request("GET", `/api/v1/registration/${token}`)).body.email).toBe("Ada@acme.example");
  const refused = await register(token, "Eve", "eve@acme.example");
  expect(refused.body).toMatchObject({
    type: "urn:refill:problem:invitation-for-another",
    errors: [{ field: "email" }],
  });
  expect((await register(token, "Ada", "ada@ACME.example")).status).toBe(201);
});

test("a link for a user makes nobody that member who has the address already, nor takes a role away", async () => {
  const { call, invite, register, join } = await customer("impostor");
  const ada = await join("admin", "Ada");
  const { token } = await invite({ role: "user" });
  const refused = await register(token, "Not Ada", "ada@acme.example");
  expect([refused.status, refused.body.type]).toEqual([409, "urn:refill:problem:email-taken"]);
  const own = await invite({ role: "user", email: "ada@acme.example" });
  expect((await register(own.token, "Ada L.", "ada@acme.example")).body).toMatchObject({
    id: ada.id,
    role: "admin",
  });
  expect((await call("GET", `/members/${ada.id}`)).body).toMatchObject({ name: "Ada L.", role: "admin" });
});

test("a withdrawn invitation opens nothing", async () => {
  const { call, invite, register } = await customer("withdrawn");
  const { id, token } = await invite({ role: "user" });
  expect((await call("DELETE", `/invitations/${id}`)).status).toBe(204);
  expect((await register(token, "Uma", "uma@acme.example")).status).toBe(410);
  expect((await call("DELETE", `/invitations/${id}`)).status).toBe(404);
  expect((await call("POST", "/invitations", { role: "user", email: "nobody" })).status).toBe(400);
});

test("a member's role takes effect with the next request; the last admin can't be removed or made a user", async () => {
  const { call, join } = await customer("roles");
  const ada = await join("admin", "Ada");
  const uma = await join("user", "Uma");
  expect((await uma.as("POST", "/sites", { name: "Hall" })).status).toBe(403);
  expect((await uma.as("POST", "/invitations", { role: "admin" })).status).toBe(403);
  for (const answer of [
    await call("PATCH", `/members/${ada.id}`, { role: "user" }),
    await call("DELETE", `/members/${ada.id}`),
    await ada.as("DELETE", `/members/${ada.id}`),
  ])
    expect([answer.status, answer.body.type]).toEqual([409, "urn:refill:problem:last-admin"]);
  expect(
    (await call("PATCH", `/members/${uma.id}`, { role: "admin", name: "Uma Thorn" })).body,
  ).toMatchObject({
    role: "admin",
    name: "Uma Thorn",
    email: "uma@acme.example",
  });
  expect((await uma.as("POST", "/sites", { name: "Hall" })).status).toBe(201);
  expect((await call("PATCH", `/members/${ada.id}`, { role: "user" })).status).toBe(200);
  expect((await ada.as("POST", "/sites", { name: "Hall" })).status).toBe(403);
  expect((await call("PATCH", `/members/${ada.id}`, { email: "x@y.example" })).status).toBe(400);
  expect((await call("GET", `/members/${crypto.randomUUID()}`)).status).toBe(404);
});

test("who is removed is out at once, with every session, and stands in the trail as having been there", async () => {
  const { call, join } = await customer("removed");
  await join("admin", "Ada");
  const uma = await join("user", "Uma");
  expect((await uma.as("GET", "/session")).status).toBe(200);
  const live = await fetch(`${app.baseUrl}/api/v1/events`, { headers: { cookie: uma.cookie } });
  expect(live.status).toBe(200);
  expect((await call("DELETE", `/members/${uma.id}`)).status).toBe(204);
  expect((await uma.as("GET", "/session")).status).toBe(401);
  await expect(live.text()).rejects.toThrow();
  expect((await call("GET", `/members/${uma.id}`)).status).toBe(404);
  const { items } = (await call("GET", "/audit-entries?q=uma&limit=2")).body;
  expect(items).toMatchObject([
    { action: "session.ended", target: { name: "Uma" }, actor: { name: "admin" } },
    { action: "member.removed", target: { id: uma.id, name: "Uma" } },
  ]);
});

test("sign-ins and their ends read well in the audit trail", async () => {
  const { call, join } = await customer("sessions");
  const ada = await join("admin", "Ada");
  expect((await ada.as("POST", "/session/end")).status).toBe(204);
  expect((await ada.as("GET", "/session")).status).toBe(401);
  const actions = (await call("GET", "/audit-entries")).body.items as {
    action: string;
    actor: { kind: string; name: string; address: string };
    target: { name: string };
  }[];
  expect(actions.map(({ action, actor, target }) => [action, actor.name, target.name]).slice(0, 5)).toEqual([
    ["session.ended", "Ada", "Ada"],
    ["session.started", "Ada", "Ada"],
    ["invitation.used", "Ada", "admin"],
    ["member.created", "Ada", "Ada"],
    ["invitation.created", "admin", "admin"],
  ]);
  expect(actions[1]!.actor).toMatchObject({ kind: "member", address: "127.0.0.1" });
  expect(JSON.stringify(actions)).not.toMatch(/rf[rs]_eu_/);
});
