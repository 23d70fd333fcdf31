import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";

/** A directory service as Microsoft Entra ID and others call it. */
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const admin = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const { key } = (await admin("POST", "/api-keys", { name: "Entra", role: "user", purpose: "provisioning" }))
    .body;
  const scim = (method: string, path: string, body?: unknown) =>
    app.request(method, `/scim/v2${path}`, {
      key,
      headers: { "content-type": "application/scim+json" },
      ...(body === undefined ? {} : { body }),
    });
  const create = async (name: string, more: object = {}) =>
    (
      await scim("POST", "/Users", {
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
        externalId: `id-${name}`,
        userName: `${name}@acme.example`,
        active: true,
        emails: [{ primary: true, type: "work", value: `${name}@acme.example` }],
        name: { givenName: name, familyName: "Lang" },
        ...more,
      })
    ).body;
  const patch = (path: string, ...Operations: object[]) =>
    scim("PATCH", path, { schemas: [patchSchema], Operations });
  return { ...own, admin, key, scim, create, patch };
}

test("a user is made, found again by name, changed, and removed; the member is the same", async () => {
  const { scim, create, patch, admin } = await plant("users");
  const made = await create("ivo");
  expect(made).toMatchObject({
    userName: "ivo@acme.example",
    displayName: "ivo Lang",
    active: true,
    meta: { resourceType: "User", location: expect.stringMatching(/\/scim\/v2\/Users\//) },
  });
  const found = await scim("GET", `/Users?filter=${encodeURIComponent('userName eq "IVO@acme.example"')}`);
  expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: made.id }] });
  expect(found.headers.get("content-type")).toContain("application/scim+json");
  const none = await scim("GET", `/Users?filter=${encodeURIComponent('externalId eq "nobody"')}`);
  expect(none.body).toMatchObject({ totalResults: 0, Resources: [] });
  const renamed = await patch(
    `/Users/${made.id}`,
    { op: "Replace", path: "displayName", value: "Ivo the Great" },
    { op: "Add", path: 'emails[type eq "work"].value', value: "great@acme.example" },
    {
      op: "Replace",
      path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
      value: "x",
    },
  );
  expect(renamed.body).toMatchObject({
    displayName: "Ivo the Great",
    emails: [{ value: "great@acme.example" }],
  });
  expect((await admin("GET", `/members/${made.id}`)).body).toMatchObject({
    name: "Ivo the Great",
    origin: "provisioning",
    role: "user",
  });
  expect((await scim("DELETE", `/Users/${made.id}`)).status).toBe(204);
  expect((await scim("GET", `/Users/${made.id}`)).status).toBe(404);
  expect((await admin("GET", `/members/${made.id}`)).status).toBe(404);
});

test("who is set inactive is out at once, and comes back when active again", async () => {
  const { accountId, scim, patch } = await plant("inactive");
  const ivo = await app.member(accountId, "user", "Ivo");
  // Invited before the directory came: found by address, and linked.
  const made = (await scim("POST", "/Users", { userName: ivo.email, emails: [{ value: ivo.email }] })).body;
  expect(made.id).toBe(ivo.id);
  const status = async () => (await ivo.browser.api("GET", "/session")).status;
  expect(await status()).toBe(200);
  expect(
    (await patch(`/Users/${ivo.id}`, { op: "Replace", path: "active", value: "False" })).body.active,
  ).toBe(false);
  expect(await status()).toBe(401);
  expect((await patch(`/Users/${ivo.id}`, { op: "replace", value: { active: true } })).body.active).toBe(
    true,
  );
  expect((await ivo.browser.signIn()).status).toBe(200);
});

test("groups give roles and privileges by the connections' rules", async () => {
  const { admin, create, scim, patch } = await plant("groups");
  const rules = [
    { attribute: "groups", value: "Refill admins", role: "admin", privileges: [] },
    { attribute: "groups", value: "Stores", role: "user", privileges: ["acknowledge-orders"] },
  ];
  const { body: idp } = await admin("POST", "/connections", {
    name: "AD FS",
    rules,
    settings: {
      kind: "saml",
      entityId: "https://idp.example",
      signInUrl: "https://idp.example/sso",
      signOutUrl: null,
      certificates: [(await app.vault.getSecret("tls/ca-certificate"))!],
      metadataUrl: null,
      requiresSignedResponse: true,
    },
  });
  expect(idp.rules).toHaveLength(2);
  const [ivo, eva] = [await create("ivo"), await create("eva")];
  const roleOf = async ({ id }: { id: string }) => {
    const { role, privileges } = (await admin("GET", `/members/${id}`)).body;
    return [role, ...privileges];
  };
  const stores = (
    await scim("POST", "/Groups", { displayName: "Stores", members: [{ value: ivo.id }, { value: eva.id }] })
  ).body;
  expect(await roleOf(ivo)).toEqual(["user", "acknowledge-orders"]);
  const admins = (await scim("POST", "/Groups", { displayName: "Refill admins", externalId: "g1" })).body;
  await patch(`/Groups/${admins.id}`, { op: "Add", path: "members", value: [{ value: eva.id }] });
  expect(await roleOf(eva)).toEqual(["admin"]);
  const found = await scim(
    "GET",
    `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "Refill admins"')}`,
  );
  expect(found.body.Resources[0].members).toBeUndefined();
  expect((await scim("GET", `/Users/${eva.id}`)).body.groups).toHaveLength(2);
  await app.member(
    (await app.owner.query("select id from directory.customer where slug = 'groups'")).rows[0].id,
    "admin",
  );
  await patch(`/Groups/${admins.id}`, { op: "Remove", path: `members[value eq "${eva.id}"]` });
  expect(await roleOf(eva)).toEqual(["user", "acknowledge-orders"]);
  await patch(`/Groups/${stores.id}`, { op: "replace", path: "members", value: [] });
  expect(await roleOf(ivo)).toEqual(["user"]);
  expect((await scim("DELETE", `/Groups/${stores.id}`)).status).toBe(204);
});

test("names and ids are unique; the last admin stays; other members are invisible", async () => {
  const { accountId, create, scim, patch } = await plant("unique");
  await create("ivo");
  const again = await scim("POST", "/Users", {
    userName: "Ivo@acme.example",
    emails: [{ value: "x@acme.example" }],
  });
  expect(again.body).toMatchObject({ status: "409", scimType: "uniqueness" });
  await scim("POST", "/Groups", { displayName: "A" });
  expect((await scim("POST", "/Groups", { displayName: "a" })).status).toBe(409);
  const maria = await app.member(accountId, "admin", "Maria");
  expect((await scim("GET", `/Users/${maria.id}`)).status).toBe(404);
  expect((await scim("GET", "/Users")).body.totalResults).toBe(1);
  const linked = (await scim("POST", "/Users", { userName: maria.email })).body;
  expect(linked.id).toBe(maria.id);
  expect((await patch(`/Users/${maria.id}`, { op: "replace", path: "active", value: false })).status).toBe(
    409,
  );
  expect((await scim("DELETE", `/Users/${maria.id}`)).status).toBe(409);
});

test("lists come in pages, and what the service can do is told", async () => {
  const { create, scim } = await plant("pages");
  for (let n = 0; n < 5; n++) await create(`p${n}`);
  const { body } = await scim("GET", "/Users?startIndex=3&count=2");
  expect(body).toMatchObject({ totalResults: 5, startIndex: 3, itemsPerPage: 2 });
  expect((await scim("GET", "/ServiceProviderConfig")).body).toMatchObject({ patch: { supported: true } });
  expect((await scim("GET", "/Schemas")).body.totalResults).toBe(2);
  expect((await scim("GET", "/ResourceTypes/User")).body.endpoint).toBe("/Users");
  for (const filter of ['userName sw "a"', "userName eq", 'password eq "x"', 'userName eq "a" or id eq "b"'])
    expect((await scim("GET", `/Users?filter=${encodeURIComponent(filter)}`)).body.scimType).toBe(
      "invalidFilter",
    );
});

test("keys for the REST API, other customers' ids and hostile bodies get nothing", async () => {
  const { adminKey, create, scim } = await plant("hostile");
  expect((await app.request("GET", "/scim/v2/Users", { key: adminKey })).status).toBe(403);
  expect((await app.request("GET", "/scim/v2/Users")).status).toBe(401);
  const other = await plant("hostile-other");
  const theirs = await other.create("eva");
  for (const method of ["GET", "DELETE", "PUT"])
    expect(
      (await scim(method, `/Users/${theirs.id}`, method === "PUT" ? { userName: "x@y.example" } : undefined))
        .status,
    ).toBe(404);
  const group = await scim("POST", "/Groups", { displayName: "G", members: [{ value: theirs.id }] });
  expect(group.body).toMatchObject({ status: "400", scimType: "invalidValue" });
  const own = await create("ivo");
  const bodies: unknown[] = [
    null,
    [],
    "x",
    5,
    {},
    { userName: 5 },
    { userName: {} },
    { userName: "a".repeat(10_000) },
    { userName: "x@y.example", emails: "x" },
    { userName: "x@y.example", emails: [null] },
    { userName: "x@y.example", emails: [{ value: "no address" }] },
    { userName: "x@y.example", active: "perhaps" },
    { userName: "nothing like an address" },
    { Operations: "x" },
    { Operations: [{}] },
    { Operations: [{ op: "add", path: 5 }] },
    { Operations: Array.from({ length: 101 }, () => ({ op: "add" })) },
    { Operations: [{ op: "replace", value: [1] }] },
    { Operations: [{ op: "replace", path: "members", value: 5 }] },
    { displayName: 5 },
    { displayName: "x", members: [5] },
    { displayName: "x", members: { a: 1 } },
    { displayName: "x", members: Array.from({ length: 5_001 }, (_, n) => ({ value: String(n) })) },
  ];
  for (const body of bodies)
    for (const [method, path] of [
      ["POST", "/Users"],
      ["PUT", `/Users/${own.id}`],
      ["PATCH", `/Users/${own.id}`],
      ["POST", "/Groups"],
      ["PATCH", "/Groups/nothing"],
    ] as const) {
      const { status } = await scim(method, path, JSON.stringify(body));
      expect([method, JSON.stringify(body).slice(0, 60), status < 500]).toEqual([
        method,
        JSON.stringify(body).slice(0, 60),
        true,
      ]);
    }
  const polluted = await scim(
    "POST",
    "/Users",
    '{"__proto__": {"userName": "x@y.example"}, "constructor": {"prototype": 1}}',
  );
  expect(polluted.status).toBe(400);
  expect((await scim("GET", `/Users/${own.id}`)).body.emails[0].value).toBe("ivo@acme.example");
});
