import { inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../../application-under-test.ts";
import type { BrowserUnderTest } from "../browser-under-test.ts";
import { makeIdentityProvider, type ResponseFacts } from "../saml/identity-provider-under-test.ts";
import { readSignOut, signOutRequestUrl } from "../saml/index.ts";
import { connectionToken } from "./connection.ts";

/** Sign-in with a SAML provider, as browsers go through it. */
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const rules = [
  { attribute: "groups", value: "Stores", role: "user", privileges: ["acknowledge-orders"] },
  { attribute: "groups", value: "Admins", role: "admin", privileges: [] },
];

async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const admin = await app.member(own.accountId, "admin", "First Admin");
  const call = admin.browser.api.bind(admin.browser);
  const idp = await makeIdentityProvider();
  const xml = idp.metadata("https://idp.acme.example/sso", "https://idp.acme.example/slo");
  const { body: read } = await call("POST", "/connections/metadata", { xml });
  const settings = { kind: "saml", ...read, metadataUrl: null, requiresSignedResponse: true };
  const made = await call("POST", "/connections", { name: "AD FS", settings, admitsByRules: true, rules });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id, addresses } = made.body;
  const token = connectionToken(await app.accounts.store.readNow(own.accountId), id);
  const requestOf = (url: string) => {
    const { searchParams } = new URL(url);
    const request = inflateRawSync(Buffer.from(searchParams.get("SAMLRequest")!, "base64")).toString();
    return { requestId: / ID="([^"]+)"/.exec(request)![1]!, relayState: searchParams.get("RelayState")! };
  };
  const factsFor = (url: string, more: Partial<ResponseFacts> = {}): ResponseFacts => ({
    consumerUrl: addresses.samlConsumer,
    audience: addresses.samlEntityId,
    requestId: requestOf(url).requestId,
    attributes: { groups: ["Stores"], displayName: ["Ivo Lang"] },
    ...more,
  });
  /** As the provider's page posts it: the browser keeps its cookies back, then our own page sends it again. */
  const post = async (browser: BrowserUnderTest, SAMLResponse: string, RelayState: string) => {
    const stranger = app.browser();
    const body = new URLSearchParams({ SAMLResponse, RelayState });
    const relay = await stranger.call("POST", addresses.samlConsumer, { body });
    expect(relay.status).toBe(200);
    const fields = [...String(relay.body).matchAll(/name="(\w+)" value="([^"]*)"/g)];
    const again = new URLSearchParams(
      fields.map(([, name, value]) => [name!, value!.replaceAll("&#43;", "+")]),
    );
    const answer = await browser.call("POST", addresses.samlConsumer, { body: again });
    return answer.headers.get("location");
  };
  const begin = async (browser: BrowserUnderTest, more: object = {}) =>
    (await browser.api("POST", `/sign-in/connections/${token}`, more)).body.url as string;
  const signIn = async (browser: BrowserUnderTest, more: Partial<ResponseFacts> = {}, with_: object = {}) => {
    const url = await begin(browser, with_);
    return post(browser, idp.respond(factsFor(url, more)), requestOf(url).relayState);
  };
  const switchOn = async () => {
    const { url } = (await call("POST", `/connections/${id}/test`)).body;
    const where = await post(admin.browser, idp.respond(factsFor(url)), requestOf(url).relayState);
    expect(where).toBe(`/settings/sign-in/${id}`);
    expect((await call("PATCH", `/connections/${id}`, { isEnabled: true })).body.isEnabled).toBe(true);
  };
  const whoIs = async (browser: BrowserUnderTest) =>
    (await browser.api("GET", "/session")).body.member ?? null;
  return {
    ...own,
    admin,
    call,
    id,
    idp,
    addresses,
    begin,
    post,
    signIn,
    switchOn,
    whoIs,
    factsFor,
    requestOf,
    settings,
  };
}

test("an admin imports the provider's metadata, tests, switches on; people sign in and have the role of their group", async () => {
  const { call, id, switchOn, signIn, whoIs, addresses } = await plant("saml");
  expect((await call("PATCH", `/connections/${id}`, { isEnabled: true })).status).toBe(409);
  await switchOn();
  const { body } = await call("GET", `/connections/${id}`);
  expect(body.test).toMatchObject({ problem: null, seen: { email: "ivo@acme.example", name: "Ivo Lang" } });
  expect(JSON.stringify(body)).not.toContain("PRIVATE KEY");
  const browser = app.browser();
  expect(await signIn(browser, {}, { returnTo: "/orders" })).toBe("/orders");
  expect(await whoIs(browser)).toMatchObject({
    name: "Ivo Lang",
    role: "user",
    privileges: ["acknowledge-orders"],
  });
  const metadata = await app.browser().call("GET", addresses.samlEntityId);
  expect([metadata.status, metadata.body]).toEqual([200, expect.stringContaining(addresses.samlConsumer)]);
  const broken = await call("POST", "/connections/metadata", { xml: "<a/>" });
  expect([broken.status, broken.body.errors[0].field]).toEqual([422, "xml"]);
});

test("an assertion counts once, for the browser and the request that it answers", async () => {
  const { idp, switchOn, begin, post, whoIs, factsFor, requestOf } = await plant("saml-replay");
  await switchOn();
  const refused = "/sign-in?problem=sign-in-refused";
  const first = app.browser();
  const url = await begin(first);
  const { relayState } = requestOf(url);
  const response = idp.respond(factsFor(url));
  const flow = [...first.cookies].find(([name]) => name.includes("flow"))!;
  // In a browser that began nothing, and in one that began something else.
  expect(await post(app.browser(), response, relayState)).toBe("/sign-in?problem=sign-in-over");
  const other = app.browser();
  await begin(other);
  expect(await post(other, response, relayState)).toBe(refused);
  expect(await post(first, response, relayState)).toBe("/");
  const replay = app.browser();
  replay.cookies.set(...flow);
  expect(await post(replay, response, relayState)).toBe("/sign-in?problem=sign-in-over");
  // The assertion itself in an answer to a request of one's own.
  const thief = app.browser();
  const own = await begin(thief);
  expect(await post(thief, response, requestOf(own).relayState)).toBe(refused);
  expect(await post(thief, idp.respond(factsFor(own)), "another")).toBe("/sign-in?problem=sign-in-over");
  const wrongState = app.browser();
  const third = await begin(wrongState);
  expect(await post(wrongState, idp.respond(factsFor(third)), "another")).toBe(refused);
  for (const browser of [other, replay, thief, wrongState]) expect(await whoIs(browser)).toBeNull();
});

test("a test that fails tells the admin why; a visitor learns nothing", async () => {
  const { call, id, idp, admin, post, begin, factsFor, requestOf, switchOn } = await plant("saml-reasons");
  const { url } = (await call("POST", `/connections/${id}/test`)).body;
  const wrong = idp.respond(factsFor(url, { audience: "https://other.example" }));
  expect(await post(admin.browser, wrong, requestOf(url).relayState)).toBe(`/settings/sign-in/${id}`);
  expect((await call("GET", `/connections/${id}`)).body.test.problem).toContain("audience");
  await switchOn();
  const browser = app.browser();
  const next = await begin(browser);
  const forged = idp.respond(factsFor(next, { audience: "https://other.example" }));
  expect(await post(browser, forged, requestOf(next).relayState)).toBe("/sign-in?problem=sign-in-refused");
  const [entry] = (await call("GET", "/audit-entries?action=sign-in.refused")).body.items;
  expect(entry).toMatchObject({
    target: { id },
    detail: { reason: expect.stringContaining("audience") },
  });
});

test("signing out leads to the provider, and the provider's sign-out ends the session here", async () => {
  const { idp, addresses, switchOn, signIn, whoIs, settings } = await plant("saml-sign-out");
  await switchOn();
  const browser = app.browser();
  await signIn(browser);
  const { url } = (await browser.api("POST", "/session/end")).body;
  expect(url).toMatch(/^https:\/\/idp\.acme\.example\/slo\?SAMLRequest=/);
  expect(await whoIs(browser)).toBeNull();
  const again = app.browser();
  await signIn(again);
  const theirs = {
    entityId: idp.entityId,
    consumerUrl: "https://idp.acme.example/x",
    signOutUrl: settings.signOutUrl,
    privateKey: idp.privateKey,
    certificate: idp.certificate,
  };
  const us = {
    entityId: addresses.samlEntityId,
    signInUrl: addresses.samlSignOut,
    signOutUrl: addresses.samlSignOut,
    certificates: [],
  };
  const session = { nameId: "ivo@acme.example", nameIdFormat: null, sessionIndex: "s1", relayState: "there" };
  const asked = await signOutRequestUrl(theirs, us, session);
  expect(
    (await app.browser().call("GET", asked.replace(/Signature=[^&]{8}/, "Signature=AAAAAAAA"))).headers.get(
      "location",
    ),
  ).toContain("problem");
  expect(await whoIs(again)).not.toBeNull();
  const answer = (await app.browser().call("GET", asked)).headers.get("location")!;
  expect(await whoIs(again)).toBeNull();
  const metadata = (await app.browser().call("GET", addresses.samlEntityId)).body as string;
  const certificate = `-----BEGIN CERTIFICATE-----\n${/<ds:X509Certificate>([^<]+)/.exec(metadata)![1]}\n-----END CERTIFICATE-----`;
  const read = await readSignOut(
    theirs,
    { ...us, certificates: [certificate] },
    { binding: "redirect", query: new URL(answer).search.slice(1) },
  );
  expect(read.kind).toBe("response");
});
