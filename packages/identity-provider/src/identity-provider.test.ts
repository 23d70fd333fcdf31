import { execFile } from "node:child_process";
import { createPublicKey, verify, type webcrypto } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import * as client from "openid-client";
import { afterEach, expect, test } from "vitest";
import {
  type IdentityProviderOptions,
  newProviderKeys,
  type Person,
  type ProviderClient,
  startIdentityProvider,
} from "./index.ts";
import { BoundedStore } from "./store.ts";

const maria: Person = {
  id: "maria",
  name: "Maria Berger",
  email: "maria.berger@example.com",
  emailVerified: true,
  groups: ["refill-admins", "purchasing"],
  amr: ["pwd", "mfa"],
  acr: "urn:example:two-factors",
  claims: { tid: "tenant-1", hd: "example.com" },
};
const ivo: Person = {
  id: "ivo",
  name: `Ivo <script>alert("1")</script> & 'Lang'`,
  email: `"><img src=x>@example.com`,
  emailVerified: false,
  groups: ["<b>users</b>"],
};
const redirectUri = "http://localhost:9/callback";
const afterLogout = "http://localhost:9/bye";
const refill: ProviderClient = {
  clientId: "refill",
  clientSecret: "a secret: with + signs/",
  redirectUris: [redirectUri],
  postLogoutRedirectUris: [afterLogout],
};
const keys = await newProviderKeys();
const scope = "openid profile email groups";

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
});

test("signs in by click, with all claims as configured in the id token and the userinfo", async () => {
  const { config, browser } = await start();
  const request = await newRequest(config);
  const shown = await browser.open(request.url);
  expect(shown.status).toBe(200);
  expect(shown.html).toContain("Maria Berger");
  const answer = await browser.choose(shown, "maria");
  const before = Math.floor(Date.now() / 1000);
  const tokens = await redeem(config, request, answer);
  expect(tokens.claims()).toMatchObject({
    sub: "maria",
    name: "Maria Berger",
    preferred_username: "maria.berger@example.com",
    email: "maria.berger@example.com",
    email_verified: true,
    groups: ["refill-admins", "purchasing"],
    amr: ["pwd", "mfa"],
    acr: "urn:example:two-factors",
    tid: "tenant-1",
    hd: "example.com",
    nonce: request.nonce,
  });
  expect(Math.abs(tokens.claims()!.auth_time! - before)).toBeLessThanOrEqual(2);
  expect(header(tokens.id_token!).alg).toBe("ES256");
  expect(answer.searchParams.get("iss")).toBe(config.serverMetadata().issuer);
  const info = await client.fetchUserInfo(config, tokens.access_token, "maria");
  expect(info).toMatchObject({ email: "maria.berger@example.com", tid: "tenant-1" });
});

test("tells in the id token only what the scopes ask for", async () => {
  const { config, browser } = await start();
  const tokens = await signIn(config, browser, { scope: "openid email", login_hint: "ivo" });
  const claims = tokens.claims()!;
  expect(claims).toMatchObject({ sub: "ivo", email: ivo.email, email_verified: false });
  for (const absent of ["groups", "name", "amr", "acr", "tid"]) expect(claims).not.toHaveProperty(absent);
});

test("discovery tells the issuer, PKCE, back-channel logout and the issuer in answers", async () => {
  const { config, provider } = await start();
  expect(config.serverMetadata()).toMatchObject({
    issuer: provider.issuer,
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    end_session_endpoint: `${provider.issuer}/session/end`,
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    scopes_supported: ["openid", "profile", "email", "groups"],
  });
});

test.each(["maria", "maria.berger@example.com", "Maria.Berger@Example.com"])(
  "signs %s in by login_hint without a page",
  async (login_hint) => {
    const { config, browser } = await start();
    const tokens = await signIn(config, browser, { login_hint });
    expect(tokens.claims()?.sub).toBe("maria");
  },
);

test("takes the client's secret in the body, too, and no wrong one", async () => {
  const { browser, provider } = await start();
  const byPost = await discover(provider.issuer, client.ClientSecretPost(refill.clientSecret));
  expect((await signIn(byPost, browser, { login_hint: "maria" })).claims()?.sub).toBe("maria");
  const wrong = await discover(provider.issuer, client.ClientSecretPost("wrong"));
  await expect(signIn(wrong, browser, { login_hint: "maria" })).rejects.toMatchObject({
    error: "invalid_client",
  });
});

test("shows the page for an unknown login_hint", async () => {
  const { config, browser } = await start();
  const shown = await browser.open((await newRequest(config, { login_hint: "nobody" })).url);
  expect(shown).toMatchObject({ status: 200 });
  expect(shown.html).toContain("Choose who signs in.");
});

test("prompt=login and max_age=0 mean a new sign-in, by click or by hint, with a new auth_time", async () => {
  const { config, browser } = await start();
  const first = await signIn(config, browser, { login_hint: "ivo" });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const again = await signIn(config, browser);
  expect(again.claims()).toMatchObject({ sub: "ivo", auth_time: first.claims()?.auth_time });
  for (const asking of [{ prompt: "login" }, { max_age: "0" }] as Record<string, string>[]) {
    const hinted = await signIn(config, browser, { ...asking, login_hint: "ivo" });
    expect(hinted.claims()?.auth_time).toBeGreaterThan(first.claims()!.auth_time!);
    // Within the same second, too.
    const request = await newRequest(config, asking);
    const shown = await browser.open(request.url);
    expect(shown.html).toContain("Choose who signs in.");
    const tokens = await redeem(config, request, await browser.choose(shown, "ivo"));
    expect(tokens.claims()?.auth_time).toBeGreaterThan(first.claims()!.auth_time!);
  }
});

test("asks again once the last sign-in is longer ago than max_age", async () => {
  const { config, browser } = await start();
  await signIn(config, browser, { login_hint: "maria" });
  await signIn(config, browser, { max_age: "60" });
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const shown = await browser.open((await newRequest(config, { max_age: "1" })).url);
  expect(shown.html).toContain("Choose who signs in.");
});

test("looks people and clients up at each request", async () => {
  const people = [{ ...maria }];
  const clients = new Map<string, ProviderClient>();
  const { config, browser } = await start({ people, clients: (clientId) => clients.get(clientId) });
  const { url } = await newRequest(config, { login_hint: "maria" });
  expect(await browser.open(url)).toMatchObject({ status: 400, left: undefined });
  clients.set("refill", refill);
  expect((await signIn(config, browser, { login_hint: "maria" })).claims()?.sub).toBe("maria");
  people[0] = { ...maria, groups: ["stores"], claims: { department: "Stores" } };
  expect((await signIn(config, browser)).claims()).toMatchObject({
    groups: ["stores"],
    department: "Stores",
    sid: expect.any(String),
  });
  people[0] = { ...ivo };
  expect((await signIn(config, browser, { login_hint: "ivo" })).claims()?.sub).toBe("ivo");
  people[0] = { ...maria };
  expect((await browser.open((await newRequest(config)).url)).html).toContain("Choose who signs in.");
  clients.delete("refill");
  expect((await browser.open((await newRequest(config)).url)).status).toBe(400);
});

test("prompt=none never shows a page", async () => {
  const { config, browser } = await start();
  const without = await browser.open((await newRequest(config, { prompt: "none" })).url);
  expect(without.left?.searchParams.get("error")).toBe("login_required");
  await signIn(config, browser, { login_hint: "maria" });
  expect((await signIn(config, browser, { prompt: "none" })).claims()?.sub).toBe("maria");
});

test("prompt=select_account shows the page, prompt=consent none", async () => {
  const { config, browser } = await start();
  await signIn(config, browser, { login_hint: "maria" });
  expect((await signIn(config, browser, { prompt: "consent" })).claims()?.sub).toBe("maria");
  const request = await newRequest(config, { prompt: "select_account", login_hint: "maria" });
  const shown = await browser.open(request.url);
  expect(shown.status).toBe(200);
  const answer = await browser.choose(shown, "ivo");
  expect((await redeem(config, request, answer)).claims()?.sub).toBe("ivo");
});

test("refuses a request without PKCE, a wrong verifier and a code for the second time", async () => {
  const { config, browser } = await start();
  const bare = await newRequest(config, { login_hint: "maria" });
  bare.url.searchParams.delete("code_challenge");
  bare.url.searchParams.delete("code_challenge_method");
  expect((await browser.open(bare.url)).left?.searchParams.get("error")).toBe("invalid_request");

  const request = await newRequest(config, { login_hint: "maria" });
  const { left } = await browser.open(request.url);
  const wrong = { ...request, verifier: client.randomPKCECodeVerifier() };
  await expect(redeem(config, wrong, left!)).rejects.toMatchObject({ error: "invalid_grant" });

  const used = await newRequest(config, { login_hint: "maria" });
  const answer = (await browser.open(used.url)).left!;
  await redeem(config, used, answer);
  await expect(redeem(config, used, answer)).rejects.toMatchObject({ error: "invalid_grant" });
});

test("refuses a wrong redirect URI with a page", async () => {
  const { config, browser } = await start();
  const { url } = await newRequest(config, { login_hint: "maria" });
  url.searchParams.set("redirect_uri", "http://localhost:9/callback/<b>");
  const refused = await browser.open(url);
  expect(refused.status).toBe(400);
  expect(refused.html).toContain("<h1>That did not work</h1>");
  expect(refused.html).not.toMatch(/<b>|at \S+\.js/);
});

test("takes a choice only from the browser that was asked", async () => {
  const { config, browser, provider } = await start();
  const shown = await browser.open((await newRequest(config)).url);
  const stranger = new Browser(provider.issuer);
  const refused = await stranger.submit(shown, new URLSearchParams({ person: "maria" }));
  expect(refused).toMatchObject({ status: 400, left: undefined });
  expect(refused.html).toContain("This sign-in is no longer valid");
  expect((await browser.submit(shown, new URLSearchParams({ person: "nobody" }))).status).toBe(400);
  expect((await browser.open(new URL(`${shown.url.pathname}/sign-in`, shown.url))).status).toBe(405);
});

test("the page has no markup of people, and a policy without scripts", async () => {
  const { config, browser } = await start({ title: `<i>"Title"</i>` });
  const shown = await browser.open((await newRequest(config)).url);
  expect(shown.html).not.toMatch(/<script|<img|<b>|<i>/);
  expect(shown.html).toContain("Ivo &#60;script&#62;");
  expect(shown.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/localhost:9; base-uri 'none'; frame-ancestors 'none'$/,
  );
});

test("logout with an id token leads back without a question", async () => {
  const { config, browser } = await start();
  const tokens = await signIn(config, browser, { login_hint: "maria" });
  const logout = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token!,
    post_logout_redirect_uri: afterLogout,
    state: "s 1",
  });
  const { left } = await browser.open(logout);
  expect(left?.href).toBe(`${afterLogout}?state=s+1`);
  expect((await browser.open((await newRequest(config)).url)).html).toContain("Choose who signs in.");
  // Signed out already, e.g. after a restart of the provider.
  expect((await browser.open(logout)).left?.href).toBe(`${afterLogout}?state=s+1`);
  const elsewhere = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token!,
    post_logout_redirect_uri: "http://localhost:9/elsewhere",
  });
  expect((await browser.open(elsewhere)).status).toBe(400);
});

test("logout without a fitting id token asks", async () => {
  const { config, browser, provider } = await start();
  const other = await signIn(config, new Browser(provider.issuer), { login_hint: "ivo" });
  await signIn(config, browser, { login_hint: "maria" });
  const back = { post_logout_redirect_uri: afterLogout };
  for (const given of [{}, { id_token_hint: other.id_token! }] as Record<string, string>[]) {
    const asked = await browser.open(client.buildEndSessionUrl(config, { ...back, ...given }));
    expect(asked.html).toContain("Sign out?");
    expect(asked.html).not.toContain("<script");
  }
  const asked = await browser.open(client.buildEndSessionUrl(config, back));
  const secret = /name="xsrf" value="(\w+)"/.exec(asked.html)![1]!;
  const answer = await browser.submit(asked, new URLSearchParams({ xsrf: secret, logout: "yes" }));
  expect(answer.left?.href).toBe(afterLogout);
});

test("logout tells the client by the back channel, with the sid of its id token", async () => {
  const told = await listenForLogout();
  const { config, browser } = await start({
    clients: [{ ...refill, backChannelLogoutUri: told.address }],
  });
  const tokens = await signIn(config, browser, { login_hint: "maria" });
  const { sid } = tokens.claims()!;
  expect(sid).toEqual(expect.any(String));
  await browser.open(client.buildEndSessionUrl(config, { id_token_hint: tokens.id_token! }));
  expect(told.tokens).toHaveLength(1);
  await expectSigned(config, told.tokens[0]!);
  expect(header(told.tokens[0]!).typ).toBe("logout+jwt");
  expect(payload(told.tokens[0]!)).toMatchObject({
    iss: config.serverMetadata().issuer,
    aud: "refill",
    sub: "maria",
    sid,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  });
});

test("who signs in as someone else in the same browser is signed out as who they were", async () => {
  const told = await listenForLogout();
  const { config, browser } = await start({
    clients: [{ ...refill, backChannelLogoutUri: told.address }],
  });
  const first = await signIn(config, browser, { login_hint: "maria" });
  const second = await signIn(config, browser, { login_hint: "ivo" });
  expect(second.claims()?.sub).toBe("ivo");
  expect(second.claims()?.sid).not.toBe(first.claims()?.sid);
  expect(told.tokens.map((token) => payload(token).sid)).toEqual([first.claims()?.sid]);
});

test("keys given at the start keep id tokens of before verifiable after a restart", async () => {
  const kept = await newProviderKeys();
  const first = await start({ keys: kept });
  const { id_token } = await signIn(first.config, first.browser, { login_hint: "maria" });
  await first.provider.stop();
  // This process has to notice that its kept connections are closed.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await start({ keys: kept, port: first.provider.port });
  await expectSigned(second.config, id_token!);
  const logout = client.buildEndSessionUrl(second.config, {
    id_token_hint: id_token!,
    post_logout_redirect_uri: afterLogout,
  });
  expect((await first.browser.open(logout)).left?.href).toBe(afterLogout);
});

test("signs with RS256 if it has no other key", async () => {
  const { config, browser } = await start({ keys: { keys: [keys.keys[1]!] } });
  client.enableNonRepudiationChecks(config);
  const tokens = await signIn(config, browser, { login_hint: "maria" });
  expect(header(tokens.id_token!).alg).toBe("RS256");
});

test("lies in id tokens for hostile tests, well signed", async () => {
  for (const given of [keys, { keys: [keys.keys[1]!] }]) {
    const honest = await start({ keys: given, alterIdToken: (claims) => ({ ...claims, more: 1 }) });
    client.enableNonRepudiationChecks(honest.config);
    const tokens = await signIn(honest.config, honest.browser, { login_hint: "maria" });
    expect(tokens.claims()).toMatchObject({ sub: "maria", more: 1 });
  }
  const { config, browser } = await start({ alterIdToken: (claims) => ({ ...claims, nonce: "other" }) });
  await expect(signIn(config, browser, { login_hint: "maria" })).rejects.toMatchObject({
    cause: { cause: { claim: "nonce" } },
  });
});

test("works below a path, by whatever address it is called", async () => {
  const { provider } = await start({ issuer: "https://demonstration.example/identity/" });
  expect(provider.issuer).toBe("https://demonstration.example/identity");
  for (const path of ["/identity/.well-known/openid-configuration", "/.well-known/openid-configuration"]) {
    const answer = await fetch(`http://127.0.0.1:${provider.port}${path}`);
    expect(await answer.json()).toMatchObject({
      issuer: provider.issuer,
      token_endpoint: `${provider.issuer}/token`,
    });
  }
  const begin = await fetch(
    `http://127.0.0.1:${provider.port}/identity/auth?${new URLSearchParams({
      client_id: "refill",
      response_type: "code",
      scope: "openid",
      redirect_uri: redirectUri,
      code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
      code_challenge_method: "S256",
    })}`,
    { redirect: "manual" },
  );
  const place = begin.headers.get("location")!;
  expect(place).toMatch(/^\/identity\/interaction\//);
  const cookies = begin.headers.getSetCookie();
  expect(cookies.every((cookie) => /; secure; httponly/i.test(cookie))).toBe(true);
  expect(cookies[0]).toContain(`path=${place};`);
  const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
  const shown = await fetch(`http://127.0.0.1:${provider.port}${place}`, { headers: { cookie } });
  expect(await shown.text()).toContain(`action="${place}/sign-in"`);
});

test("shows a page for what is not there, and says when its port is taken", async () => {
  const { provider } = await start();
  const missing = await fetch(`${provider.issuer}/nothing`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain("<h1>Not found</h1>");
  await expect(start({ port: provider.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await expect(start({ clients: [{ ...refill, redirectUris: [] }] })).rejects.toThrow();
});

test("says nothing on the console", async () => {
  const script = `
    const { startIdentityProvider } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
    const provider = await startIdentityProvider({ port: 0, title: "", people: [], clients: [] });
    await fetch(provider.issuer + "/auth");
    await provider.stop();`;
  const said = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(said).toEqual({ stdout: "", stderr: "" });
});

test("remembers a bounded number of entries, the longest unused is forgotten", async () => {
  const store = new BoundedStore(2);
  const exp = Math.floor(Date.now() / 1000) + 100;
  await store.upsert("a", { uid: "uid-a", exp });
  await store.upsert("b", { uid: "uid-b", exp });
  expect(await store.findByUid("uid-a")).toBeDefined();
  await store.upsert("c", { exp, grantId: "g" });
  expect(await store.findByUid("uid-b")).toBeUndefined();
  expect(await store.find("a")).toBeDefined();
  await store.revokeByGrantId("g");
  expect(await store.find("c")).toBeUndefined();
  await store.upsert("d", { exp: 1 });
  await store.find("a");
  await store.upsert("e", { exp });
  expect(await store.find("d")).toBeUndefined();
  expect(await store.find("a")).toBeDefined();
});

interface Page {
  url: URL;
  status: number;
  html: string;
  headers: Headers;
  /** Where the browser was sent away from the provider. */
  left: URL | undefined;
}

/** Follows redirections at the provider, with cookies as browsers keep them. */
class Browser {
  readonly #issuer: string;
  readonly #cookies = new Map<string, { path: string; pair: string }>();

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  async open(url: URL, init: RequestInit = {}): Promise<Page> {
    const cookie = [...this.#cookies.values()]
      .filter(({ path }) => path === "/" || url.pathname === path || url.pathname.startsWith(`${path}/`))
      .map(({ pair }) => pair);
    const response = await fetch(url, {
      redirect: "manual",
      ...init,
      headers: { accept: "text/html", cookie: cookie.join("; ") },
    });
    response.headers.getSetCookie().forEach((line) => {
      this.#keep(line);
    });
    const html = await response.text();
    const location = response.headers.get("location");
    const page = { url, status: response.status, html, headers: response.headers };
    if (!location) return { ...page, left: undefined };
    const next = new URL(location, url);
    return next.href.startsWith(`${this.#issuer}/`) ? this.open(next) : { ...page, left: next };
  }

  submit({ url, html }: Page, body: URLSearchParams): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)![1]!;
    return this.open(new URL(action, url), { method: "POST", body });
  }

  async choose(page: Page, person: string): Promise<URL> {
    return (await this.submit(page, new URLSearchParams({ person }))).left!;
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const path = attributes.find((one) => one.startsWith("path="))?.slice(5) ?? "/";
    const key = `${pair.split("=")[0]} ${path}`;
    if (attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one))) this.#cookies.delete(key);
    else this.#cookies.set(key, { path, pair });
  }
}

async function start(options: Partial<IdentityProviderOptions> = {}) {
  const provider = await startIdentityProvider({
    port: 0,
    title: "Demonstration",
    people: [maria, ivo],
    clients: [refill],
    keys,
    ...options,
  });
  running.push(provider);
  const config = provider.issuer.startsWith("http:") ? await discover(provider.issuer) : undefined;
  return { provider, config: config!, browser: new Browser(provider.issuer) };
}

function discover(issuer: string, authentication = client.ClientSecretBasic(refill.clientSecret)) {
  return client.discovery(new URL(issuer), refill.clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
  });
}

async function newRequest(config: client.Configuration, parameters: Record<string, string> = {}) {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...parameters,
  });
  return { url, verifier, state, nonce };
}

type SignInRequest = Awaited<ReturnType<typeof newRequest>>;

function redeem(config: client.Configuration, { verifier, state, nonce }: SignInRequest, answer: URL) {
  return client.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
}

/** Expects no page. */
async function signIn(config: client.Configuration, browser: Browser, parameters?: Record<string, string>) {
  const request = await newRequest(config, parameters);
  const { left, html } = await browser.open(request.url);
  if (!left) throw new Error(`a page was shown: ${html}`);
  return redeem(config, request, left);
}

async function listenForLogout() {
  const tokens: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const body = (await request.toArray()).join("");
    tokens.push(new URLSearchParams(body).get("logout_token") ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running.push({
    stop: async () => {
      server.close().closeAllConnections();
    },
  });
  return { tokens, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/logout` };
}

async function expectSigned(config: client.Configuration, token: string) {
  const answer = await fetch(config.serverMetadata().jwks_uri!);
  const { keys: published } = (await answer.json()) as { keys: (webcrypto.JsonWebKey & { kid: string })[] };
  expect(published.every((key) => key.d === undefined)).toBe(true);
  const key = published.find(({ kid }) => kid === header(token).kid)!;
  const signed = token.slice(0, token.lastIndexOf("."));
  const signature = Buffer.from(token.split(".")[2]!, "base64url");
  const publicKey = createPublicKey({ key, format: "jwk" });
  const isGood = verify(
    "sha256",
    Buffer.from(signed),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    signature,
  );
  expect(isGood).toBe(true);
}

function header(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[0]!, "base64url").toString());
}

function payload(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString());
}
