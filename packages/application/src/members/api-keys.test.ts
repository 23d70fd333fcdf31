import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operatorActor } from "../accounts/actor.ts";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";
import { startApplication } from "../server.ts";
import { createApiKey } from "./api-key.ts";
import { checkSourceAddresses, isAllowedSource } from "./source-addresses.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { trustedProxies: "127.0.0.1" } });
});
afterAll(() => app.stop());

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const make = async (more: object = {}) =>
    (await call("POST", "/api-keys", { name: "ERP", role: "user", ...more })).body;
  const use = (key: string, headers: Record<string, string> = {}) =>
    app.request("GET", "/api/v1/sites", { key, headers });
  const refusals = async () =>
    (await call("GET", "/audit-entries?action=access.refused")).body.items.map(
      (entry: { detail: object; actor: object }) => ({ ...entry.detail, from: entry.actor }),
    );
  return { ...own, call, make, use, refusals };
}

test("a key shows what it is and when and from where it was used last, also after a restart, but never itself", async () => {
  const { call, make, use } = await customer("uses");
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const made = await make({ expiresAt, sourceAddresses: ["203.0.113.0/24", "2001:db8::/32"] });
  expect(made).toMatchObject({ lastUsedAt: null, lastUsedFrom: null, isOperators: false });
  expect((await use(made.key, { "x-forwarded-for": "203.0.113.9" })).status).toBe(200);
  const read = async () => (await call("GET", `/api-keys/${made.id}`)).body;
  const seen = await read();
  expect(seen).toMatchObject({
    name: "ERP",
    role: "user",
    expiresAt,
    sourceAddresses: ["203.0.113.0/24", "2001:db8::/32"],
    lastUsedFrom: "203.0.113.9",
    lastUsedAt: expect.any(String),
  });
  expect(seen.key).toBeUndefined();
  await app.restart();
  expect(await read()).toEqual(seen);
  const trail = (await call("GET", "/audit-entries")).body.items as { action: string }[];
  expect(trail.map(({ action }) => action)).toEqual([
    "api-key.created",
    "api-key.created",
    "api-key.created",
  ]);
});

test("name, role, expiry and source addresses of a key can be changed; what makes no sense is refused with its field", async () => {
  const { call, make, use } = await customer("changes");
  const { id, key } = await make();
  const changed = await call("PATCH", `/api-keys/${id}`, {
    name: "SAP",
    role: "admin",
    sourceAddresses: ["::1"],
  });
  expect(changed.body).toMatchObject({ name: "SAP", role: "admin", sourceAddresses: ["::1"] });
  expect((await use(key)).body.type).toBe("urn:refill:problem:source-address");
  await call("PATCH", `/api-keys/${id}`, { sourceAddresses: [] });
  expect((await use(key)).status).toBe(200);
  const past = new Date(Date.now() - 1000).toISOString();
  for (const [body, status, field] of [
    [{ expiresAt: past }, 422, "expiresAt"],
    [{ sourceAddresses: ["10.0.0.0/8", "10.0.0.0/33"] }, 422, "sourceAddresses[1]"],
    [{ sourceAddresses: ["the plant"] }, 422, "sourceAddresses[0]"],
    [{ sourceAddresses: Array.from({ length: 51 }, () => "10.0.0.1") }, 400, "sourceAddresses"],
    [{ role: "owner" }, 400, "role"],
    [{ hash: "00" }, 400, "hash"],
  ] as const) {
    const refused = await call("PATCH", `/api-keys/${id}`, body);
    expect(refused.body).toMatchObject({ status, errors: [{ field }] });
  }
  expect((await call("PATCH", `/api-keys/${crypto.randomUUID()}`, { name: "x" })).status).toBe(404);
});

test("of two admins who change one key at once, the second is told that it was changed meanwhile", async () => {
  const { make, adminKey } = await customer("two-admins");
  const { id } = await make();
  const path = `/api/v1/api-keys/${id}`;
  const etag = (await app.request("GET", path, { key: adminKey })).headers.get("etag")!;
  const change = (name: string) =>
    app.request("PATCH", path, { key: adminKey, body: { name }, headers: { "if-match": etag } });
  expect((await change("ERP, north")).body).toMatchObject({ name: "ERP, north", version: 2 });
  const second = await change("ERP, south");
  expect([second.status, second.body.type]).toEqual([412, "urn:refill:problem:version-changed"]);
});

test("keys are listed page by page", async () => {
  const { call, make } = await customer("pages");
  for (let n = 0; n < 3; n++) await make({ name: `key ${n}` });
  const names: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await call("GET", `/api-keys?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    expect(page.body.items.length).toBeLessThanOrEqual(2);
    names.push(...page.body.items.map(({ name }: { name: string }) => name));
    cursor = page.body.nextCursor;
  }
  expect(names.sort()).toEqual(["admin", "key 0", "key 1", "key 2", "user"]);
  expect((await call("GET", "/api-keys?cursor=nonsense")).status).toBe(422);
});

test("an expired, a revoked and a wrongly used key are refused, and the audit trail says who tried what from where", async () => {
  const { call, make, use, refusals, userKey } = await customer("refused");
  const expiring = await make({ expiresAt: new Date(Date.now() + 2_000).toISOString() });
  const bound = await make({ sourceAddresses: ["192.0.2.7"] });
  const revoked = await make();
  await until(async () => (await use(expiring.key)).status === 401);
  expect((await use(expiring.key)).body.type).toBe("urn:refill:problem:api-key-expired");
  const elsewhere = await use(bound.key, { "x-forwarded-for": "198.51.100.4" });
  expect([elsewhere.status, elsewhere.body.type]).toEqual([403, "urn:refill:problem:source-address"]);
  expect((await call("DELETE", `/api-keys/${revoked.id}`)).status).toBe(204);
  expect((await use(revoked.key)).body.type).toBe("urn:refill:problem:api-key-revoked");
  expect((await call("GET", `/api-keys/${revoked.id}`)).status).toBe(404);
  expect((await call("DELETE", `/api-keys/${revoked.id}`)).status).toBe(404);
  const write = await app.request("POST", "/api/v1/sites", { key: userKey, body: { name: "Hall" } });
  expect([write.status, write.body.type]).toEqual([403, "urn:refill:problem:role"]);
  const seen = await refusals();
  expect(seen).toContainEqual({
    reason: "source-address",
    attempts: 1,
    method: "GET",
    route: "/api/v1/sites",
    from: { kind: "api-key", id: bound.id, name: "ERP", address: "198.51.100.4" },
  });
  for (const [reason, method] of [
    ["expired", "GET"],
    ["revoked", "GET"],
    ["role", "POST"],
  ])
    expect(seen).toContainEqual(expect.objectContaining({ reason, method, attempts: 1 }));
  const trail = (await call("GET", `/audit-entries?targetId=${revoked.id}`)).body.items;
  expect(trail.map(({ action }: { action: string }) => action)).toEqual([
    "access.refused",
    "api-key.revoked",
    "api-key.created",
  ]);
  expect(await app.request("GET", "/metrics")).toMatchObject({
    body: expect.stringContaining('refill_refused_requests_total{reason="revoked"} 1'),
  });
});

test("many refused attempts become a few entries that say how many they were", async () => {
  const { call, make, use, refusals } = await customer("many");
  const { id, key } = await make();
  await call("DELETE", `/api-keys/${id}`);
  for (let n = 0; n < 20; n++) expect((await use(key)).status).toBe(401);
  expect(await refusals()).toHaveLength(3);
  await app.restart();
  const all = (await refusals()) as { attempts: number }[];
  expect(all).toHaveLength(4);
  expect(all.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(20);
});

test("a token that nobody knows is counted and logged without the token", async () => {
  const lines: string[] = [];
  const { default: pino } = await import("pino");
  const other = await otherProcess({
    log: pino({ level: "warn" }, { write: (line) => void lines.push(line) }),
  });
  const token = `rfk_eu_${"A".repeat(43)}`;
  const answer = await fetch(`${other.url}/api/v1/sites`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(401);
  const metrics = await (await fetch(`${other.url}/metrics`)).text();
  expect(metrics).toContain('refill_refused_requests_total{reason="unknown-token"} 1');
  await other.stop();
  const told = lines.filter((line) => line.includes("nobody knows"));
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain("AAAA");
});

test("a key that one process revokes opens nothing there from then on, and in another process within about two seconds; its live events end", async () => {
  const { call, make, use } = await customer("processes");
  const other = await otherProcess();
  const { id, key } = await make();
  const there = async () =>
    (await fetch(`${other.url}/api/v1/sites`, { headers: { authorization: `Bearer ${key}` } })).status;
  expect([(await use(key)).status, await there()]).toEqual([200, 200]);
  const live = await openStream(`${app.baseUrl}/api/v1/events`, key);
  const liveThere = await openStream(`${other.url}/api/v1/events`, key);
  await call("DELETE", `/api-keys/${id}`);
  expect((await use(key)).status).toBe(401);
  await live.ended;
  // The next look at the account, not the ten seconds for which the directory's answer is remembered.
  await until(async () => (await there()) === 401);
  await liveThere.ended;
  await other.stop();
});

test("a key of an operator's command is shown as such: it can be revoked, not changed", async () => {
  const { call, accountId } = await customer("operated");
  const { store, credentials } = app.accounts;
  const { apiKey, key } = await createApiKey(store, credentials, accountId, operatorActor("root"), {
    name: "root (command line)",
    role: "admin",
    isOperators: true,
  });
  expect((await call("GET", `/api-keys/${apiKey.id}`)).body).toMatchObject({ isOperators: true });
  const refused = await call("PATCH", `/api-keys/${apiKey.id}`, { name: "mine" });
  expect([refused.status, refused.body.type]).toEqual([409, "urn:refill:problem:operators-key"]);
  const made = await app.request("POST", "/api/v1/sites", { key, body: { name: "Hall" } });
  expect(made.status).toBe(201);
  const [entry] = (await call("GET", "/audit-entries?actorKind=operator&action=site")).body.items;
  expect(entry).toMatchObject({
    action: "site.created",
    actor: { kind: "operator", name: expect.any(String) },
  });
  expect((await call("DELETE", `/api-keys/${apiKey.id}`)).status).toBe(204);
});

test("X-Forwarded-For is believed from a trusted proxy only", async () => {
  const { call, make } = await customer("proxies");
  const { id, key } = await make({ sourceAddresses: ["203.0.113.5"] });
  const untrusting = await otherProcess({ trustedProxies: undefined });
  const ask = async (url: string, forwarded: string) =>
    (
      await fetch(`${url}/api/v1/sites`, {
        headers: { authorization: `Bearer ${key}`, "x-forwarded-for": forwarded },
      })
    ).status;
  expect(await ask(app.baseUrl, "203.0.113.5")).toBe(200);
  // What a client writes itself stands left of what the proxy saw.
  expect(await ask(app.baseUrl, "203.0.113.5, 198.51.100.1")).toBe(403);
  expect(await ask(app.baseUrl, "unknown")).toBe(403);
  expect(await ask(untrusting.url, "203.0.113.5")).toBe(403);
  const entries = (await call("GET", `/audit-entries?action=access.refused&targetId=${id}`)).body.items;
  const from = entries.map(({ actor }: { actor: { address: string } }) => actor.address).sort();
  expect(from).toEqual(["127.0.0.1", "198.51.100.1", "unknown"]);
  // Metrics are for this machine, whoever a proxy on it speaks for.
  const metrics = async (headers: Record<string, string>) =>
    (await fetch(`${untrusting.url}/metrics`, { headers })).status;
  expect([await metrics({}), await metrics({ "x-forwarded-for": "198.51.100.1" })]).toEqual([200, 404]);
  await untrusting.stop();
});

test("source addresses are addresses and networks of both families", () => {
  const cases: [string[], string, boolean][] = [
    [["192.0.2.0/24"], "192.0.2.255", true],
    [["192.0.2.77/24"], "192.0.2.1", true],
    [["192.0.2.0/24"], "192.0.3.1", false],
    [["192.0.2.1"], "192.0.2.1", true],
    [["::ffff:192.0.2.0/120"], "192.0.2.9", true],
    [["::ffff:192.0.2.1"], "192.0.2.1", true],
    [["2001:db8::/32"], "2001:db8:ffff::1", true],
    [["2001:db8::/32"], "2001:db9::1", false],
    [["::/0"], "192.0.2.1", false],
    [["0.0.0.0/0"], "192.0.2.1", true],
    [["0.0.0.0/0"], "2001:db8::1", false],
    [[], "anything", true],
    [["0.0.0.0/0", "::/0"], "unknown", false],
  ];
  for (const [sources, address, isAllowed] of cases)
    expect([sources, address, isAllowedSource(sources, address)]).toEqual([sources, address, isAllowed]);
  for (const text of [
    "",
    "1.2.3",
    "10.0.0.0/-1",
    "10.0.0.0/33",
    "::1/129",
    "fe80::1%eth0",
    "a.example",
    "::ffff:1.2.3.4/90",
  ])
    expect(() => checkSourceAddresses([text])).toThrow(/must be an IPv4/);
});

/** A second application beside the first, on the same data. */
async function otherProcess(more: Partial<Parameters<typeof startApplication>[0]> = {}) {
  const { default: pino } = await import("pino");
  const other = await startApplication({
    regions: [{ ...app.postgres, networkServer: [{ host: "127.0.0.1", port: await closedPort() }] }],
    vault: app.vault,
    http: { host: "127.0.0.1", port: 0 },
    isDemonstration: true,
    log: pino({ level: "silent" }),
    ...more,
  });
  return { url: `http://127.0.0.1:${other.httpPort}`, stop: () => other.stop() };
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function openStream(url: string, key: string): Promise<{ ended: Promise<void> }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    httpRequest(url, { headers: { authorization: `Bearer ${key}` } }, resolve)
      .on("error", reject)
      .end(),
  );
  expect(response.statusCode).toBe(200);
  response.resume();
  return {
    ended: new Promise((resolve) => {
      response.on("error", () => {}).on("close", () => resolve());
    }),
  };
}
