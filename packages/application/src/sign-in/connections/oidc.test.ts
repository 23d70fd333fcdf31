import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  type IdentityProvider,
  type Person,
  startIdentityProvider,
} from "../../../../identity-provider/src/index.ts";
import { systemActor } from "../../accounts/actor.ts";
import { hashOf } from "../../accounts/credentials.ts";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../../application-under-test.ts";
import type { BrowserUnderTest } from "../browser-under-test.ts";
import { connectionToken } from "./connection.ts";

/** Sign-in with a real OpenID provider, as browsers go through it. */
let app: ApplicationUnderTest;
let txt: Record<string, string[]> = {};
const providers: IdentityProvider[] = [];
beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: { lookUpTxt: async (name) => txt[name] ?? [] },
  });
});
afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.stop();
});
afterAll(() => app.stop());

const maria: Person = {
  id: "maria",
  name: "Maria Berger",
  email: "maria@acme.example",
  emailVerified: true,
  groups: ["Stores", "Refill admins"],
};
const ivo: Person = {
  id: "ivo",
  name: "Ivo Lang",
  email: "ivo@acme.example",
  emailVerified: true,
  groups: ["Stores"],
};

/** A customer with an admin, a provider, and a connection to it that is on. */
async function plant(
  slug: string,
  options: {
    people?: Person[];
    facts?: object;
    settings?: object;
    alterIdToken?: (claims: Record<string, unknown>) => Record<string, unknown>;
  } = {},
) {
  const own = await app.createCustomer(slug);
  const admin = await app.member(own.accountId, "admin", "First Admin");
  const call = admin.browser.api.bind(admin.browser);
  // The addresses of our side are known once the connection is there, and it is there once the provider answers.
  const client = {
    clientId: "refill",
    clientSecret: "a-secret",
    redirectUris: [] as string[],
    postLogoutRedirectUris: [`${app.pageUrl}/sign-in`],
  };
  const clients = [client as typeof client & { backChannelLogoutUri?: string }];
  const people = options.people ?? [maria, ivo];
  const { alterIdToken } = options;
  const start = (known: typeof clients) =>
    startIdentityProvider({
      port: 0,
      title: "Acme",
      people,
      clients: known,
      ...(alterIdToken ? { alterIdToken } : {}),
    });
  const { accountId } = own;
  let provider = await start([]);
  const settings = (issuer: string) => ({
    kind: "oidc",
    provider: "other",
    issuer,
    clientId: "refill",
    clientSecret: "a-secret",
    tenant: null,
    ...options.settings,
  });
  const made = await call("POST", "/connections", {
    name: "Acme",
    settings: settings(provider.issuer),
    ...options.facts,
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id, addresses } = made.body;
  await provider.stop();
  client.redirectUris.push(addresses.oidcCallback);
  clients[0]!.backChannelLogoutUri = addresses.oidcBackChannel;
  provider = await start(clients);
  providers.push(provider);
  const moved = await call("PATCH", `/connections/${id}`, { settings: settings(provider.issuer) });
  if (moved.status !== 200) throw new Error(JSON.stringify(moved.body));
  const token = connectionToken(await app.accounts.store.readNow(accountId), id);
  /** Until the page's own address comes, as a browser follows redirects. */
  const follow = async (browser: BrowserUnderTest, url: string): Promise<string> => {
    const hint = new URL(url).searchParams.get("login_hint") ?? "";
    for (let next = url, step = 0; step < 20; step++) {
      const isAsked = new URL(next).pathname.startsWith("/interaction/");
      let answer = await browser.call("GET", next);
      // Who is asked anew clicks.
      if (isAsked && answer.status === 200)
        answer = await browser.call("POST", `${next}/sign-in`, {
          body: new URLSearchParams({ person: hint }),
        });
      const location = answer.headers.get("location");
      if (!location) throw new Error(`no way on from ${next}: ${answer.status}`);
      next = new URL(location, next).href;
      if (next.startsWith(app.pageUrl) && !next.includes("/callback")) return next.slice(app.pageUrl.length);
    }
    throw new Error("too many redirects");
  };
  const begin = async (browser: BrowserUnderTest, hint: string, more: object = {}) =>
    (await browser.api("POST", `/sign-in/connections/${token}`, { hint, ...more })).body.url as string;
  const signIn = async (browser: BrowserUnderTest, hint: string, more: object = {}) =>
    follow(browser, await begin(browser, hint, more));
  const switchOn = async () => {
    const { url } = (await call("POST", `/connections/${id}/test`)).body;
    await follow(admin.browser, `${url}&login_hint=maria`);
    const on = await call("PATCH", `/connections/${id}`, { isEnabled: true });
    expect(on.status).toBe(200);
  };
  const whoIs = async (browser: BrowserUnderTest) =>
    (await browser.api("GET", "/session")).body.member ?? null;
  return {
    ...own,
    admin,
    call,
    id,
    token,
    provider,
    client,
    follow,
    begin,
    signIn,
    switchOn,
    whoIs,
    settings,
  };
}

test("a connection is tested before it is switched on; what the provider said of the person is shown, and the secret never", async () => {
  const { call, id, follow, admin, settings } = await plant("test-first");
  const early = await call("PATCH", `/connections/${id}`, { isEnabled: true });
  expect(early.body.type).toBe("urn:refill:problem:connection-untested");
  const { url } = (await call("POST", `/connections/${id}/test`)).body;
  expect(await follow(admin.browser, `${url}&login_hint=maria`)).toBe(`/settings/sign-in/${id}`);
  const { body } = await call("GET", `/connections/${id}`);
  expect(body.test).toMatchObject({
    problem: null,
    seen: {
      email: "maria@acme.example",
      name: "Maria Berger",
      attributes: { groups: ["Stores", "Refill admins"] },
    },
  });
  expect(JSON.stringify(body)).not.toContain("a-secret");
  expect((await call("PATCH", `/connections/${id}`, { isEnabled: true })).body.isEnabled).toBe(true);
  const moved = await call("PATCH", `/connections/${id}`, {
    settings: { ...settings(body.settings.issuer), clientId: "other" },
  });
  expect(moved.body).toMatchObject({ isEnabled: false, test: null });
  expect(JSON.stringify((await call("GET", "/audit-entries?targetKind=connection")).body)).not.toContain(
    "a-secret",
  );
});

test("who is invited registers with the provider, and only under the invited address; later the provider alone suffices", async () => {
  const { call, switchOn, signIn, whoIs } = await plant("invited");
  await switchOn();
  const { items } = (await call("POST", "/invitations", { emails: ["ivo@acme.example"], role: "user" })).body;
  const registration = items[0].link.split("#")[1];
  const other = app.browser();
  expect(await signIn(other, "maria", { registration })).toBe("/sign-in?problem=invitation-for-another");
  const browser = app.browser();
  expect(await signIn(browser, "ivo", { registration, returnTo: "/orders" })).toBe("/orders");
  expect(await whoIs(browser)).toMatchObject({ name: "Ivo Lang", role: "user", isEmailConfirmed: true });
  const again = app.browser();
  expect(await signIn(again, "ivo")).toBe("/");
  expect((await whoIs(again)).id).toBe((await whoIs(browser)).id);
});

test("who is not invited stays out; with rules, the first that fits gives the role, at each sign-in anew", async () => {
  const people = [{ ...maria }, { ...ivo }];
  const { call, id, switchOn, signIn, whoIs } = await plant("rules", { people });
  await switchOn();
  expect(await signIn(app.browser(), "ivo")).toBe("/sign-in?problem=not-invited");
  const rules = [
    { attribute: "groups", value: "Refill admins", role: "admin", privileges: [] },
    { attribute: "groups", value: "Stores", role: "user", privileges: ["acknowledge-orders"] },
  ];
  expect((await call("PATCH", `/connections/${id}`, { admitsByRules: true, rules })).body.isEnabled).toBe(
    true,
  );
  const browser = app.browser();
  expect(await signIn(browser, "ivo")).toBe("/");
  expect(await whoIs(browser)).toMatchObject({
    role: "user",
    origin: "sign-on",
    privileges: ["acknowledge-orders"],
  });
  const other = app.browser();
  await signIn(other, "maria");
  expect(await whoIs(other)).toMatchObject({ role: "admin" });
  people[0]!.groups = ["Stores"];
  await signIn(app.browser(), "maria");
  expect(await whoIs(other)).toMatchObject({ role: "user" });
  people[1]!.groups = [];
  await signIn(app.browser(), "ivo");
  expect(await whoIs(browser)).toMatchObject({ role: "user" });
});

test("an address that the provider does not vouch for makes nobody that member", async () => {
  const people = [maria, { ...ivo, emailVerified: false }];
  const { admin, call, switchOn, signIn, whoIs } = await plant("unverified", { people });
  await switchOn();
  const { items } = (await call("POST", "/invitations", { emails: [ivo.email], role: "admin" })).body;
  const victim = app.browser();
  await victim.register(items[0].link.split("#")[1], "Ivo", ivo.email);
  const browser = app.browser();
  expect(await signIn(browser, "ivo")).toBe("/sign-in?problem=not-invited");
  expect(await whoIs(browser)).toBeNull();
  expect(await whoIs(admin.browser)).toMatchObject({ name: "First Admin" });
});

test("where the account requires a second factor, the provider's counts, and otherwise it is asked or set up here", async () => {
  const people: Person[] = [
    { ...maria, amr: ["pwd", "otp"] },
    { ...ivo, amr: ["pwd"] },
  ];
  const rules = [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }];
  const { call, switchOn, signIn, whoIs } = await plant("mfa", {
    people,
    facts: { admitsByRules: true, rules },
  });
  await switchOn();
  const weak = app.browser();
  expect(await signIn(weak, "ivo")).toBe("/");
  expect((await call("PATCH", "/account", { requiresSecondFactor: true })).status).toBe(200);
  const strong = app.browser();
  expect(await signIn(strong, "maria")).toBe("/");
  const browser = app.browser();
  expect(await signIn(browser, "ivo", { returnTo: "/orders" })).toBe("/sign-in");
  expect(await whoIs(browser)).toBeNull();
  expect((await browser.api("GET", "/sign-in")).body).toMatchObject({
    state: "enrolment",
    memberName: "Ivo Lang",
  });
  expect((await browser.api("POST", "/sign-in/second-factor", { code: "123456" })).status).toBe(401);
  const { secret } = (await browser.api("POST", "/sign-in/enrolment/authenticator")).body;
  const { Secret, TOTP } = await import("otpauth");
  const code = (at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  expect((await browser.api("POST", "/sign-in/enrolment", { code: "000000" })).status).toBe(422);
  const enrolled = await browser.api("POST", "/sign-in/enrolment", { code: code(Date.now()) });
  expect(enrolled.body).toEqual({ state: "signed-in", returnTo: "/orders" });
  const next = app.browser();
  await signIn(next, "ivo");
  expect((await next.api("GET", "/sign-in")).body).toMatchObject({
    state: "second-factor",
    hasAuthenticator: true,
  });
  expect((await next.api("POST", "/sign-in/enrolment/authenticator")).status).toBe(401);
  expect((await next.api("POST", "/sign-in/second-factor", { code: "000000" })).status).toBe(422);
  expect((await next.api("POST", "/sign-in/second-factor", { code: code(Date.now() + 30_000) })).status).toBe(
    200,
  );
  expect(await whoIs(next)).toMatchObject({ name: "Ivo Lang" });
});

test("a verified domain can require its provider: then no passkey lets its members in, and their address leads there", async () => {
  const { call, id, token, switchOn, signIn, whoIs } = await plant("domain", {
    facts: {
      admitsByRules: true,
      rules: [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }],
    },
  });
  await switchOn();
  const { body: domain } = await call("POST", "/domains", { name: "Acme.example" });
  expect(domain).toMatchObject({ name: "acme.example", verifiedAt: null });
  const path = `/domains/${domain.id}`;
  expect((await call("POST", `${path}/verify`)).body.type).toBe("urn:refill:problem:domain-unverified");
  expect((await call("PATCH", path, { requiredConnectionId: id })).status).toBe(409);
  txt = { [domain.record.name]: ["v=spf1", domain.record.value] };
  expect((await call("POST", `${path}/verify`)).body.verifiedAt).toEqual(expect.any(String));
  const other = await app.createCustomer("domain-thief");
  const stolen = await app.request("POST", "/api/v1/domains", {
    key: other.adminKey,
    body: { name: "acme.example" },
  });
  txt = { [domain.record.name]: [domain.record.value, stolen.body.record.value] };
  const claimed = await app.request("POST", `/api/v1/domains/${stolen.body.id}/verify`, {
    key: other.adminKey,
  });
  expect(claimed.body.type).toBe("urn:refill:problem:domain-taken");

  const { items } = (await call("POST", "/invitations", { emails: ["eva@acme.example"], role: "user" })).body;
  const eva = app.browser();
  expect((await eva.register(items[0].link.split("#")[1], "Eva", "eva@acme.example")).status).toBe(201);
  expect((await call("PATCH", path, { requiredConnectionId: id })).body.requiredConnectionId).toBe(id);
  expect((await eva.signIn()).body).toMatchObject({
    type: "urn:refill:problem:sign-on-required",
    detail: expect.stringContaining("Acme"),
  });
  expect((await eva.api("POST", "/profile/passkey-options")).status).toBe(403);
  expect((await call("PATCH", `/connections/${id}`, { isEnabled: false })).body.type).toBe(
    "urn:refill:problem:connection-in-use",
  );
  const anyone = app.browser();
  const ways = async (email: string) => (await anyone.api("POST", "/sign-in/ways", { email })).body.items;
  expect(await ways("whoever@ACME.example")).toEqual([{ token, name: "Acme", kind: "oidc" }]);
  expect(await ways("eva@elsewhere.example")).toEqual([]);
  expect(await signIn(anyone, "ivo")).toBe("/");
  expect(await whoIs(anyone)).toMatchObject({ name: "Ivo Lang" });
  expect((await call("DELETE", path)).status).toBe(204);
  expect((await eva.signIn()).status).toBe(200);
  expect(await ways("whoever@acme.example")).toEqual([]);
});

test("signing out ends the provider's session too, and the provider's log-out ends ours", async () => {
  const { call, switchOn, signIn, whoIs, provider } = await plant("sign-out");
  await switchOn();
  await call("POST", "/invitations", { emails: [ivo.email], role: "user" });
  await call("PATCH", `/connections/${(await call("GET", "/connections")).body.items[0].id}`, {
    admitsByRules: true,
    rules: [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }],
  });
  const first = app.browser();
  await signIn(first, "ivo");
  const { url } = (await first.api("POST", "/session/end")).body;
  expect(url).toContain(provider.issuer);
  const back = await first.call("GET", url);
  expect(back.headers.get("location")).toMatch(/\/sign-in/);
  expect(await whoIs(first)).toBeNull();
  const second = app.browser();
  await signIn(second, "ivo");
  // The same person signs out at the provider itself, from the same browser.
  const set = await app.accounts.store.readNow(await plantAccount("sign-out"));
  const session = [...set.all("session")].find(({ provider: own }) => own?.idToken)!;
  await second.call("GET", `${provider.issuer}/session/end?id_token_hint=${session.provider!.idToken}`);
  await until(async () => (await whoIs(second)) === null);
});

async function plantAccount(slug: string): Promise<string> {
  const { rows } = await app.owner.query("select id from directory.customer where slug = $1", [slug]);
  return rows[0].id;
}

test("answers that were forged, mixed up, replayed or begun elsewhere let nobody in", async () => {
  let alter: (claims: Record<string, unknown>) => Record<string, unknown> = (claims) => claims;
  const { call, id, switchOn, begin, follow, whoIs, provider, admin } = await plant("forged", {
    facts: {
      admitsByRules: true,
      rules: [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }],
    },
    alterIdToken: (claims) => alter(claims),
  });
  await switchOn();
  const refused = "/sign-in?problem=sign-in-refused";
  for (const [what, change] of Object.entries<typeof alter>({
    nonce: (claims) => ({ ...claims, nonce: "another" }),
    "no nonce": ({ nonce: _nonce, ...claims }) => claims,
    audience: (claims) => ({ ...claims, aud: "somebody-else" }),
    issuer: (claims) => ({ ...claims, iss: "https://evil.example" }),
    expired: (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600 }),
    "no subject": ({ sub: _sub, ...claims }) => claims,
  })) {
    alter = change;
    const browser = app.browser();
    expect([what, await follow(browser, await begin(browser, "ivo"))]).toEqual([what, refused]);
    expect(await whoIs(browser)).toBeNull();
  }
  alter = (claims) => claims;
  /** The callback's address with its code, before anybody goes there. */
  const callback = async (browser: BrowserUnderTest, url: string) => {
    for (let next = url; ; ) {
      const answer = await browser.call("GET", next);
      next = new URL(answer.headers.get("location")!, next).href;
      if (next.startsWith(app.pageUrl)) return new URL(next);
    }
  };
  const attempt = async (browser: BrowserUnderTest, url: URL) => {
    const answer = await browser.call("GET", url.href);
    return [answer.headers.get("location"), (await whoIs(browser)) === null];
  };
  const ours = app.browser();
  const good = await callback(ours, await begin(ours, "ivo"));
  const with_ = (url: URL, name: string, value: string) => {
    const next = new URL(url);
    next.searchParams.set(name, value);
    return next;
  };
  // Somebody else's answer in a browser that began nothing, or something else: log-in CSRF.
  expect(await attempt(app.browser(), good)).toEqual(["/sign-in?problem=sign-in-over", true]);
  const victim = app.browser();
  await begin(victim, "ivo");
  expect(await attempt(victim, good)).toEqual([refused, true]);
  const twice = app.browser();
  const second = await callback(twice, await begin(twice, "ivo"));
  const flow = [...twice.cookies].find(([name]) => name.includes("flow"))!;
  expect(await attempt(twice, second)).toEqual(["/", false]);
  const replay = app.browser();
  replay.cookies.set(...flow);
  expect(await attempt(replay, second)).toEqual(["/sign-in?problem=sign-in-over", true]);
  for (const [name, value] of [
    ["state", "another"],
    ["iss", "https://evil.example"],
    ["code", "another"],
  ] as const) {
    const browser = app.browser();
    const url = with_(await callback(browser, await begin(browser, "ivo")), name, value);
    expect([name, ...(await attempt(browser, url))]).toEqual([name, refused, true]);
  }
  // The answer of this connection's provider, at the address of another one of the same account.
  const other = await call("POST", "/connections", {
    name: "Other",
    settings: {
      kind: "oidc",
      provider: "other",
      issuer: provider.issuer,
      clientId: "x",
      clientSecret: "x",
      tenant: null,
    },
  });
  const mixed = app.browser();
  const own = await callback(mixed, await begin(mixed, "ivo"));
  const elsewhere = new URL(`${other.body.addresses.oidcCallback}${own.search}`);
  expect(await attempt(mixed, elsewhere)).toEqual([refused, true]);
  expect(
    (await call("GET", `/audit-entries?action=sign-in.refused&targetId=${id}`)).body.items.length,
  ).toBeGreaterThan(2);
  expect(await whoIs(admin.browser)).toMatchObject({ role: "admin" });
});

test("nobody is led to another site after signing in", async () => {
  const { switchOn, signIn } = await plant("redirects", {
    facts: {
      admitsByRules: true,
      rules: [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }],
    },
  });
  await switchOn();
  for (const returnTo of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/%0d%0aLocation:https://evil.example",
    "javascript:alert(1)",
    "/../..//evil.example",
    "\t//evil.example",
  ]) {
    const where = await signIn(app.browser(), "ivo", { returnTo });
    expect([returnTo, new URL(where, app.pageUrl).origin]).toEqual([returnTo, app.pageUrl]);
    expect(where.startsWith("//")).toBe(false);
  }
  expect(await signIn(app.browser(), "ivo", { returnTo: "/orders?state=open#top" })).toBe(
    "/orders?state=open#top",
  );
});

test("only people of the tenant or domain that the connection names come in", async () => {
  const people: Person[] = [
    { ...maria, claims: { hd: "acme.example" } },
    { ...ivo, claims: { hd: "evil.example" } },
  ];
  const { switchOn, signIn } = await plant("tenant", {
    people,
    settings: { provider: "google", tenant: "acme.example" },
    facts: {
      admitsByRules: true,
      rules: [{ attribute: "groups", value: "Stores", role: "user", privileges: [] }],
    },
  });
  await switchOn();
  expect(await signIn(app.browser(), "maria")).toBe("/");
  expect(await signIn(app.browser(), "ivo")).toBe("/sign-in?problem=sign-in-refused");
});

test("a dangerous action is confirmed by signing in anew with the provider, by the same person only", async () => {
  const { accountId, call, id, switchOn, signIn, follow } = await plant("confirm", {
    facts: {
      admitsByRules: true,
      rules: [{ attribute: "groups", value: "Refill admins", role: "admin", privileges: [] }],
    },
  });
  await switchOn();
  await call("PATCH", `/connections/${id}`, {
    rules: [
      { attribute: "groups", value: "Refill admins", role: "admin", privileges: [] },
      { attribute: "groups", value: "Stores", role: "user", privileges: [] },
    ],
  });
  const browser = app.browser();
  await signIn(browser, "maria");
  const { accounts } = app;
  const forget = async () => {
    await accounts.store.readNow(accountId);
    await accounts.store.change(accountId, systemActor, (change) => {
      for (const each of [...change.all("session")]) change.put("session", { ...each, confirmedAt: 0 });
    });
  };
  const make = async () => (await browser.api("POST", "/api-keys", { name: "k", role: "user" })).status;
  await forget();
  await until(async () => (await make()) === 403);
  const confirm = async (who: string) => {
    const { url } = (
      await browser.api("POST", "/session/confirmation/sign-on", { returnTo: "/settings/api-keys" })
    ).body;
    expect(new URL(url).searchParams.get("prompt")).toBe("login");
    return follow(browser, `${url}&login_hint=${who}`);
  };
  expect(await confirm("ivo")).toBe("/sign-in?problem=sign-in-refused");
  // The provider has told that Maria is not signed in there any more.
  await until(async () => (await make()) === 401);
  await signIn(browser, "maria");
  await forget();
  await until(async () => (await make()) === 403);
  expect(await confirm("maria")).toBe("/settings/api-keys");
  expect(await make()).toBe(201);
});

test("a log-out token that was forged, is for another client, or comes twice, ends nothing", async () => {
  const { call, id } = await plant("logout-tokens");
  const { addresses } = (await call("GET", `/connections/${id}`)).body;
  const { SignJWT, generateKeyPair } = await import("jose");
  const { privateKey } = await generateKeyPair("ES256");
  const forged = await new SignJWT({
    sub: "ivo",
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  })
    .setProtectedHeader({ alg: "ES256", typ: "logout+jwt" })
    .setIssuedAt()
    .setJti("1")
    .setAudience("refill")
    .sign(privateKey);
  const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${forged.split(".")[1]}.`;
  for (const logout_token of [forged, none, "", "a.b.c"]) {
    const body = new URLSearchParams({ logout_token });
    expect((await app.browser().call("POST", addresses.oidcBackChannel, { body })).status).toBe(400);
  }
  expect(hashOf("x")).toHaveLength(64);
});

test("a provider in a private network, or without TLS, is asked only where the operator allows it", async () => {
  const outside = await startApplicationUnderTest({ isDemonstration: false });
  try {
    const own = await outside.createCustomer("outside");
    for (const issuer of [
      "http://localhost:1",
      "https://127.0.0.1:1",
      "https://169.254.169.254",
      "https://10.0.0.1",
    ]) {
      const made = await outside.request("POST", "/api/v1/connections", {
        key: own.adminKey,
        body: {
          name: "Inside",
          settings: {
            kind: "oidc",
            provider: "other",
            issuer,
            clientId: "x",
            clientSecret: "x",
            tenant: null,
          },
        },
      });
      expect([issuer, made.status, made.body.type]).toEqual([
        issuer,
        422,
        "urn:refill:problem:provider-refused",
      ]);
    }
    expect((await outside.request("GET", "/api/v1/sign-in")).body.demonstration).toEqual([]);
  } finally {
    await outside.stop();
  }
});
