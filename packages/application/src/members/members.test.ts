import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const invite = async (body: { emails: string[] } & Record<string, unknown>) => {
    const made = await call("POST", "/invitations", { role: "user", ...body });
    const [first] = made.body.items ?? [];
    return { made, id: first?.id as string, token: tokenOf(first?.link ?? "") };
  };
  /** A new member with a session. */
  const join = async (role: "admin" | "user", name: string) => {
    const member = await app.member(own.accountId, role, name);
    return { ...member, as: member.browser.api.bind(member.browser) };
  };
  return { ...own, call, invite, join };
}

function tokenOf(link: string): string {
  return link.slice(link.indexOf("#") + 1);
}

test("an invitation is for one address, shown once, mailed, works once, and is listed without its link", async () => {
  const { call, invite } = await customer("invited");
  const { made, id, token } = await invite({ emails: ["uma@acme.example"], privileges: ["place-orders"] });
  expect(made.status).toBe(201);
  expect(made.body.items).toMatchObject([
    { role: "user", email: "uma@acme.example", state: "open", usedAt: null, privileges: ["place-orders"] },
  ]);
  expect(made.body.items[0].link).toMatch(/\/register#rfr_eu_/);
  const listed = await call("GET", "/invitations");
  expect(listed.body.items).toMatchObject([{ id, state: "open" }]);
  expect(JSON.stringify(listed.body)).not.toContain("rfr_");
  const [mail] = await until(async () => {
    const { items } = (await call("GET", "/mailbox")).body;
    return items.length > 0 && items;
  });
  expect(mail).toMatchObject({ to: "uma@acme.example", text: expect.stringContaining(token) });
  expect((await app.request("GET", `/api/v1/registration/${token}`)).body).toMatchObject({
    role: "user",
    email: "uma@acme.example",
    hasPasskeys: true,
  });
  const eve = app.browser();
  const refused = await eve.register(token, "Eve", "eve@acme.example");
  expect([refused.status, refused.body.errors]).toEqual([409, [expect.objectContaining({ field: "email" })]]);
  const uma = app.browser();
  expect((await uma.register(token, "Uma", "Uma@acme.example")).status).toBe(201);
  expect((await app.browser().register(token, "Uma", "uma@acme.example")).status).toBe(410);
  expect((await call("GET", "/invitations")).body.items).toMatchObject([{ id, state: "used" }]);
  expect((await call("GET", "/members")).body).toMatchObject({
    items: [{ name: "Uma", role: "user", privileges: ["place-orders"], state: "active" }],
    nextCursor: null,
  });
});

test("many are invited at once; who is a member is named, and then nobody is invited", async () => {
  const { call, invite } = await customer("many");
  const emails = Array.from({ length: 20 }, (_, n) => `p${n}@acme.example`);
  const { made } = await invite({ emails });
  expect(made.body.items).toHaveLength(20);
  await app.browser().register(tokenOf(made.body.items[3].link), "Three", "p3@acme.example");
  const again = await invite({ emails: ["p50@acme.example", "P3@acme.example"] });
  expect(again.made.body).toMatchObject({ status: 409, errors: [{ field: "emails[1]" }] });
  expect((await call("GET", "/invitations?limit=100")).body.items).toHaveLength(20);
  for (const emails of [[], ["nonsense"], Array.from({ length: 101 }, (_, n) => `q${n}@acme.example`)])
    expect((await invite({ emails })).made.status).toBe(400);
});

test("an invitation is sent again with a new link, replaced by another one, and withdrawn", async () => {
  const { call, invite } = await customer("again");
  const status = async (token: string) => (await app.request("GET", `/api/v1/registration/${token}`)).status;
  const { id, token } = await invite({ emails: ["ivo@acme.example"] });
  const sent = await call("POST", `/invitations/${id}/send`);
  const second = tokenOf(sent.body.link);
  expect([await status(token), await status(second)]).toEqual([410, 200]);
  const { token: third, id: thirdId } = await invite({ emails: ["ivo@acme.example"] });
  expect([await status(second), await status(third)]).toEqual([410, 200]);
  expect((await call("GET", "/invitations")).body.items).toHaveLength(1);
  expect((await call("DELETE", `/invitations/${thirdId}`)).status).toBe(204);
  expect(await status(third)).toBe(410);
  expect((await call("POST", `/invitations/${thirdId}/send`)).status).toBe(404);
});

test("a user reads, an admin grants privileges one by one, and each opens just what it names", async () => {
  const { call, join } = await customer("privileges");
  const ivo = await join("user", "Ivo");
  expect((await ivo.as("GET", "/sites")).status).toBe(200);
  const site = () => ivo.as("POST", "/sites", { name: `Hall ${Math.random()}` });
  expect((await site()).body.type).toBe("urn:refill:problem:role");
  const grant = (privileges: string[]) => call("PATCH", `/members/${ivo.id}`, { privileges });
  expect((await grant(["manage-inventory"])).body.privileges).toEqual(["manage-inventory"]);
  expect((await site()).status).toBe(201);
  expect((await ivo.as("POST", "/devices", {})).status).toBe(403);
  expect((await ivo.as("PATCH", `/members/${ivo.id}`, { role: "admin" })).status).toBe(403);
  expect((await ivo.as("GET", "/session")).body).toMatchObject({
    role: "user",
    permissions: ["read", "own", "manage-inventory"],
  });
  expect((await grant([])).status).toBe(200);
  expect((await site()).status).toBe(403);
  expect((await grant(["everything"])).status).toBe(400);
  const { body } = await ivo.as("GET", "/roles");
  expect(body.privileges).toContainEqual(
    expect.objectContaining({
      name: "manage-inventory",
      operations: expect.arrayContaining(["POST /api/v1/sites"]),
    }),
  );
});

test("the last admin can't be removed, demoted or suspended, also not by itself", async () => {
  const { call, join } = await customer("last-admin");
  const maria = await join("admin", "Maria");
  const path = `/members/${maria.id}`;
  for (const attempt of [
    () => call("DELETE", path),
    () => call("PATCH", path, { role: "user" }),
    () => call("PATCH", path, { state: "suspended" }),
    () => maria.as("PATCH", path, { role: "user" }),
  ])
    expect((await attempt()).body.type).toBe("urn:refill:problem:last-admin");
  const otto = await join("admin", "Otto");
  expect((await call("PATCH", `/members/${otto.id}`, { state: "suspended" })).status).toBe(200);
  expect((await call("DELETE", path)).body.type).toBe("urn:refill:problem:last-admin");
  expect((await call("PATCH", `/members/${otto.id}`, { state: "active" })).status).toBe(200);
  expect((await call("DELETE", path)).status).toBe(204);
});

test("who is suspended or removed is out at once in every browser, and can't come back by passkey", async () => {
  const { call, join } = await customer("out");
  await join("admin", "Maria");
  const ivo = await join("user", "Ivo");
  const other = app.browser();
  other.authenticator = ivo.browser.authenticator;
  expect((await other.signIn()).status).toBe(200);
  expect((await call("PATCH", `/members/${ivo.id}`, { state: "suspended" })).body.state).toBe("suspended");
  for (const browser of [ivo.browser, other]) expect((await browser.api("GET", "/session")).status).toBe(401);
  expect((await other.signIn()).body.type).toBe("urn:refill:problem:sign-in-refused");
  await call("PATCH", `/members/${ivo.id}`, { state: "active" });
  expect((await other.signIn()).status).toBe(200);
  expect((await call("DELETE", `/members/${ivo.id}`)).status).toBe(204);
  expect((await other.api("GET", "/session")).status).toBe(401);
  expect((await other.signIn()).status).toBe(401);
  const trail = (await call("GET", `/audit-entries?targetId=${ivo.id}`)).body.items;
  expect(trail.map(({ action }: { action: string }) => action)).toEqual([
    "member.removed",
    "member.changed",
    "member.changed",
    "member.created",
  ]);
});

test("a member who lost the way in gets a link for a new passkey, and stays who they are", async () => {
  const { call, join } = await customer("lost");
  const ivo = await join("user", "Ivo");
  const made = await call("POST", `/members/${ivo.id}/sign-in-link`);
  expect(made.body).toMatchObject({ email: ivo.email, isForMember: true });
  const fresh = app.browser();
  const entered = await fresh.register(tokenOf(made.body.link), "Somebody", ivo.email);
  expect(entered.body).toMatchObject({ id: ivo.id, name: "Ivo" });
  expect((await fresh.api("GET", "/profile")).body.passkeys).toBe(2);
});

test("a link without an address, made by an operator, is bound to who registers first, and makes nobody a member who is one", async () => {
  const { call, join, registrationToken } = await customer("first");
  const ivo = await join("user", "Ivo");
  const token = await registrationToken();
  const refused = await app.browser().register(token, "Eve", ivo.email);
  expect(refused.body.type).toBe("urn:refill:problem:email-taken");
  expect((await app.browser().register(token, "Maria", "maria@acme.example")).status).toBe(201);
  const emails = (await call("GET", "/invitations")).body.items.map(({ email }: { email: string }) => email);
  expect(emails).toContain("maria@acme.example");
});
