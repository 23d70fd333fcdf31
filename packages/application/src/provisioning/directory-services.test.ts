import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";

/** What directory services send beside the plain ways, and what must not get past the checks. */
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const admin = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const { key } = (
    await admin("POST", "/api-keys", { name: "Entra", role: "admin", purpose: "provisioning" })
  ).body;
  const scim = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(method, `/scim/v2${path}`, {
      key,
      headers: { "content-type": "application/scim+json", ...headers },
      ...(body === undefined ? {} : { body }),
    });
  const create = async (name: string) =>
    (await scim("POST", "/Users", { userName: `${name}@acme.example`, displayName: `${name} Lang` })).body;
  const patch = (path: string, ...Operations: object[]) =>
    scim("PATCH", path, { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });
  return { ...own, admin, key, scim, create, patch };
}
const filtered = (text: string) => `filter=${encodeURIComponent(text)}`;

test("a filter that is not JSON inside, or given twice, is refused", async () => {
  const { scim, create } = await plant("filters");
  await create("ivo");
  for (const text of ['userName eq "\\q"', 'userName eq "a\nb"', 'userName eq "\\u00"', "id eq true and"])
    expect([text, (await scim("GET", `/Users?${filtered(text)}`)).body.scimType]).toEqual([
      text,
      "invalidFilter",
    ]);
  const twice = await scim("GET", `/Users?${filtered('userName eq "x"')}&${filtered('id eq "y"')}`);
  expect(twice.status).toBe(400);
});

test("a user is found by displayName and by a name with its schema", async () => {
  const { scim, create } = await plant("found");
  const ivo = await create("ivo");
  for (const text of [
    'displayName eq "ivo lang"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ivo@acme.example"',
    'emails[type eq "work"].value eq "ivo@acme.example"',
    `userName eq "ivo@acme.example" and id eq "${ivo.id}"`,
  ])
    expect([text, (await scim("GET", `/Users?${filtered(text)}`)).body.totalResults]).toEqual([text, 1]);
});

test("If-Match is honoured by DELETE, too", async () => {
  const { scim, create } = await plant("matches");
  const ivo = await create("ivo");
  const group = (await scim("POST", "/Groups", { displayName: "G" })).body;
  const old = { "if-match": 'W/"77"' };
  expect((await scim("DELETE", `/Users/${ivo.id}`, undefined, old)).status).toBe(412);
  expect((await scim("DELETE", `/Groups/${group.id}`, undefined, old)).status).toBe(412);
  expect((await scim("DELETE", `/Users/${ivo.id}`, undefined, { "if-match": ivo.meta.version })).status).toBe(
    204,
  );
});

test("attributes leaves a group's members out unless it names them", async () => {
  const { scim } = await plant("attributes");
  const { id } = (await scim("POST", "/Groups", { displayName: "G" })).body;
  expect((await scim("GET", `/Groups/${id}?attributes=displayName`)).body.members).toBeUndefined();
  expect((await scim("GET", `/Groups/${id}?attributes=displayName,members`)).body.members).toEqual([]);
});

test("only the work address is the member's; names come in parts; one patch is one version", async () => {
  const { create, patch } = await plant("patches");
  const ivo = await create("ivo");
  const at = `/Users/${ivo.id}`;
  const home = { op: "Add", path: 'emails[type eq "home"].value', value: "home@private.example" };
  expect((await patch(at, home)).body.emails[0].value).toBe("ivo@acme.example");
  const work = { op: "Replace", path: 'emails[type eq "work"]', value: { value: "ivo@acme.example" } };
  expect((await patch(at, work)).status).toBe(200);
  const parts = [
    { op: "Replace", path: "name.givenName", value: "Eva" },
    { op: "Replace", path: "name.familyName", value: "Kurz" },
  ];
  const named = (await patch(at, ...parts)).body;
  expect(named.displayName).toBe("Eva Kurz");
  expect(
    (await patch(at, { op: "replace", path: "name", value: { formatted: "Eva K" } })).body.displayName,
  ).toBe("Eva K");
  const before = Number(/\d+/.exec(ivo.meta.version)![0]);
  expect(Number(/\d+/.exec(named.meta.version)![0])).toBe(before + 1);
});

test("a removal without a path changes nothing", async () => {
  const { scim, create, patch } = await plant("removals");
  const ivo = await create("ivo");
  expect((await patch(`/Users/${ivo.id}`, { op: "remove", value: { active: false } })).status).toBe(400);
  expect((await scim("GET", `/Users/${ivo.id}`)).body.active).toBe(true);
  const group = (await scim("POST", "/Groups", { displayName: "G" })).body;
  for (const value of ["x", 5, null, [1]])
    expect((await patch(`/Groups/${group.id}`, { op: "replace", value })).status).toBe(400);
});

test("a change of one user leaves the others' roles as an admin set them", async () => {
  const { admin, create, patch } = await plant("roles");
  const [ivo, eva] = [await create("ivo"), await create("eva")];
  await admin("PATCH", `/members/${ivo.id}`, { privileges: ["acknowledge-orders"] });
  await patch(`/Users/${eva.id}`, { op: "replace", path: "displayName", value: "Eva" });
  expect((await admin("GET", `/members/${ivo.id}`)).body.privileges).toEqual(["acknowledge-orders"]);
});

test("a replaced user needs a userName; a member of a group must be there", async () => {
  const { scim, create, patch } = await plant("needs");
  const ivo = await create("ivo");
  expect((await scim("PUT", `/Users/${ivo.id}`, {})).status).toBe(400);
  const group = (await scim("POST", "/Groups", { displayName: "G" })).body;
  const nobody = { op: "add", path: "members", value: [{ value: "nobody" }] };
  expect((await patch(`/Groups/${group.id}`, nobody)).body).toMatchObject({
    status: "400",
    scimType: "invalidValue",
  });
});

test("bodies that are large or deep are refused, or answered at once", async () => {
  const { scim, create, patch } = await plant("large");
  const { id } = await create("ivo");
  const many = Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`a${n}`, 0]));
  expect((await patch(`/Users/${id}`, { op: "replace", value: many })).status).toBe(400);
  const group = (await scim("POST", "/Groups", { displayName: "G" })).body;
  const ids = Array.from({ length: 5_000 }, (_, n) => n.toString(36));
  const began = performance.now();
  const { status } = await patch(
    `/Groups/${group.id}`,
    { op: "add", path: "members", value: ids.map((each) => `z${each}`) },
    ...Array.from({ length: 15 }, () => ({ op: "remove", path: "members", value: ids })),
  );
  expect(status).toBe(400);
  expect(performance.now() - began).toBeLessThan(5_000);
  const deep = [
    "[".repeat(300_000) + "]".repeat(300_000),
    `{"userName":${'{"a":'.repeat(90_000)}1${"}".repeat(90_000)}}`,
    '{"userName":"q@y.example","displayName":"q","name":{"__proto__":{"formatted":"x"}}}',
  ];
  for (const body of deep)
    for (const path of ["/Users", "/Groups"]) expect((await scim("POST", path, body)).status).toBe(400);
});

test("who asks without a key is told how", async () => {
  const answer = await app.request("GET", "/scim/v2/Users");
  expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
});
