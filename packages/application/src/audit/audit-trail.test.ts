import { accountRole } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";
import { scanTurns } from "./scan-turns.ts";
import { readTrail } from "./trail.ts";
import { readHead, verifyTrail } from "./verification.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

interface Entry {
  sequence: number;
  at: string;
  action: string;
  actor: { kind: string; id: string | null; name: string; address: string | null };
  target: { kind: string; id: string | null; name: string } | null;
  before: object | null;
  after: object | null;
  detail: object | null;
  hash: string;
}

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const trail = async (query = "") => (await call("GET", `/audit-entries${query}`)).body.items as Entry[];
  const table = `${accountRole(own.accountId)}.audit_entry`;
  return { ...own, call, trail, table };
}

test("the trail says newest first who changed what from where, with what it was and what it became", async () => {
  const { call, trail, adminKey, userKey } = await customer("who");
  const made = await call("POST", "/sites", { name: "Hall 1" });
  await call("PATCH", `/sites/${made.body.id}`, { name: "Hall 2" });
  await call("DELETE", `/sites/${made.body.id}`);
  const [removed, changed, created] = await trail();
  expect(created).toMatchObject({ action: "site.created", before: null, after: { name: "Hall 1" } });
  expect(changed).toMatchObject({
    action: "site.changed",
    actor: { kind: "api-key", name: "admin", address: "127.0.0.1" },
    target: { kind: "site", id: made.body.id, name: "Hall 2" },
    before: { name: "Hall 1" },
    after: { name: "Hall 2" },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(removed).toMatchObject({ action: "site.removed", after: null });
  expect((await call("GET", `/audit-entries/${changed!.sequence}`)).body).toEqual(changed);
  expect((await call("GET", "/audit-entries/999")).status).toBe(404);
  expect((await call("GET", "/audit-entries/0")).status).toBe(400);
  for (const path of [
    "/audit-entries",
    "/audit-entries/1",
    "/audit-entries/export",
    "/audit-trail/verification",
  ])
    expect((await app.request("GET", `/api/v1${path}`, { key: userKey })).status).toBe(403);
  expect(JSON.stringify(await trail())).not.toContain(adminKey);
});

test("the trail is read page by page, and filtered by time, person, action, target and text", async () => {
  const { call, trail, accountId } = await customer("filters");
  const ids: string[] = [];
  for (let n = 1; n <= 5; n++) ids.push((await call("POST", "/sites", { name: `Hall ${n}` })).body.id);
  await app.accounts.store.change(accountId, systemActor, (change) =>
    change.note({ action: "part.checked", detail: { colour: "Vermilion" } }),
  );
  const all = await trail();
  expect(all.map(({ sequence }) => sequence)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  const pages: number[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body } = await call("GET", `/audit-entries?limit=3${cursor ? `&cursor=${cursor}` : ""}`);
    pages.push(body.items.map(({ sequence }: Entry) => sequence));
    cursor = body.nextCursor;
  }
  expect(pages).toEqual([
    [8, 7, 6],
    [5, 4, 3],
    [2, 1],
  ]);
  const sequences = async (query: string) => (await trail(query)).map(({ sequence }) => sequence);
  expect(await sequences(`?targetId=${ids[1]}`)).toEqual([4]);
  expect(await sequences("?targetKind=site&limit=2")).toEqual([7, 6]);
  expect(await sequences("?action=site.created&actorKind=system")).toEqual([]);
  expect(await sequences("?action=part")).toEqual([8]);
  expect(await sequences("?actorKind=system")).toEqual([8, 2, 1]);
  expect(await sequences("?q=vermilion")).toEqual([8]);
  const adminId = all.find(({ action }) => action === "site.created")!.actor.id;
  expect(await sequences(`?actorId=${adminId}&q=hall%203`)).toEqual([5]);
  const at = all.find(({ sequence }) => sequence === 4)!.at;
  expect(await sequences(`?to=${at}`)).toEqual(expect.arrayContaining([4, 3, 2, 1]));
  expect(await sequences("?from=2100-01-01T00:00:00Z")).toEqual([]);
  expect((await call("GET", "/audit-entries?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z")).status).toBe(
    422,
  );
  expect((await call("GET", "/audit-entries?cursor=WyJ4Il0")).status).toBe(422);
});

test("a changed secret is told as changed without itself, and a changed address is not taken for one", async () => {
  const { call, trail } = await customer("secrets");
  const dispatch = { kind: "email", address: "orders@screws.example" };
  const { id } = (await call("POST", "/suppliers", { name: "Screws", leadTimeDays: 2, dispatch })).body;
  const change = async (to: object) => {
    expect((await call("PATCH", `/suppliers/${id}`, { dispatch: to })).status).toBe(200);
    return (await trail("?limit=1"))[0]!;
  };
  const moved = await change({ kind: "email", address: "sales@screws.example" });
  expect(moved).toMatchObject({ action: "supplier.changed", detail: null });
  const signed = await change({ kind: "webhook", url: "https://screws.example/orders" });
  expect(signed).toMatchObject({ action: "supplier.changed", detail: { secret: "changed" } });
  expect(JSON.stringify(await trail())).not.toContain("whsec_");
});

test("a search in a long trail hands out where to go on, and finds what is far back in the end", async () => {
  const { accountId } = await customer("long");
  const { store } = app.accounts;
  await store.change(accountId, systemActor, (change) => {
    for (let n = 0; n < 1_500; n++) change.note({ action: n === 0 ? "needle.found" : "hay.found" });
  });
  const { sealer } = await store.readNow(accountId);
  const source = {
    query: <Row>(text: string, values?: unknown[]) =>
      store.query(accountId, (tx) => tx.query(text, values) as unknown as Promise<{ rows: Row[] }>),
  };
  const options = { filter: { action: "needle" }, limit: 10, mostRows: 700 };
  const first = await readTrail(source, sealer, options);
  expect(first).toEqual({ entries: [], next: 1502 - 700 + 1 });
  const second = await readTrail(source, sealer, { ...options, before: first.next! });
  const third = await readTrail(source, sealer, { ...options, before: second.next! });
  expect([second.entries.length, third.entries.length, third.next]).toEqual([0, 1, null]);
});

test("searches of one customer's trail take turns; too many at once are refused", async () => {
  const inTurn = scanTurns();
  let running = 0;
  let most = 0;
  const scan = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => inTurn("a", scan)));
  expect(all.filter(({ status }) => status === "rejected")).toHaveLength(2);
  expect(most).toBe(1);
  await inTurn("a", scan);
});

test("the whole trail is exported as NDJSON and CSV with its hashes, which stands in it itself", async () => {
  const { call, adminKey } = await customer("export");
  await call("POST", "/sites", { name: '=HYPERLINK("http://evil.example")' });
  const fetched = await fetch(`${app.baseUrl}/api/v1/audit-entries/export`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  expect(fetched.headers.get("content-type")).toContain("application/x-ndjson");
  expect(fetched.headers.get("content-disposition")).toMatch(/attachment; filename="audit-trail-.*\.ndjson"/);
  const entries = (await fetched.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Entry);
  expect(entries.map(({ sequence, action }) => [sequence, action])).toEqual([
    [1, "api-key.created"],
    [2, "api-key.created"],
    [3, "site.created"],
    [4, "audit-trail.exported"],
  ]);
  expect(entries[3]!.detail).toEqual({ format: "ndjson" });
  const csv = (await call("GET", "/audit-entries/export?format=csv&action=site")).body as string;
  const [head, line] = csv.split("\r\n");
  expect(head).toMatch(/^sequence,at,action,actorKind,.*,hash$/);
  expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(line).toContain(entries[2]!.hash);
  expect((await call("GET", "/audit-entries?action=audit-trail")).body.items).toHaveLength(2);
});

test("verification finds an entry that was changed, removed, added or cut off behind the head", async () => {
  const { call, table } = await customer("verified");
  for (let n = 0; n < 3; n++) await call("POST", "/sites", { name: `Hall ${n}` });
  const verify = async () => (await call("GET", "/audit-trail/verification")).body;
  expect(await verify()).toMatchObject({
    isIntact: true,
    entries: 5,
    head: { sequence: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    fault: null,
  });
  const { rows } = await app.owner.query(`select * from ${table} order by sequence`);
  const restore = async () => {
    await app.owner.query(`delete from ${table}`);
    for (const row of rows)
      await app.owner.query(`insert into ${table} values ($1, $2, $3, $4)`, [
        row.sequence,
        row.at,
        row.entry_hash,
        row.sealed,
      ]);
  };
  for (const [statement, fault] of [
    [`update ${table} set at = at - interval '1 hour' where sequence = 3`, { sequence: 3, kind: "changed" }],
    [
      `update ${table} set sealed = sealed || '\\x00' where sequence = 2`,
      { sequence: 2, kind: "unreadable" },
    ],
    [`delete from ${table} where sequence = 4`, { sequence: 4, kind: "missing" }],
    [`delete from ${table} where sequence = 5`, { sequence: 5, kind: "missing" }],
    [
      `insert into ${table} select 6, at, entry_hash, sealed from ${table} where sequence = 5`,
      { sequence: 6, kind: "too-many" },
    ],
    [
      `insert into ${table} select -6, at, entry_hash, sealed from ${table} where sequence = 5`,
      { sequence: 1, kind: "missing" },
    ],
  ] as const) {
    await app.owner.query(statement);
    expect([statement, await verify()]).toEqual([
      statement,
      expect.objectContaining({ isIntact: false, fault }),
    ]);
    if (fault.kind === "unreadable")
      expect((await call("GET", "/audit-entries")).body.items[3]).toMatchObject({ action: "unreadable" });
    await restore();
  }
  expect(await verify()).toMatchObject({ isIntact: true });
});

test("whoever cuts trail and head alike is found out by the anchor in the key vault", async () => {
  const { call, table, accountId } = await customer("anchored");
  await call("POST", "/sites", { name: "Hall" });
  // As the operator's command line reads it, with the owner's connection.
  const source = {
    query: <Row>(text: string, values?: unknown[]) =>
      app.owner.query(text, values) as unknown as Promise<{ rows: Row[] }>,
    schema: accountRole(accountId),
  };
  const anchor = await readHead(source);
  const { sealer } = await app.accounts.store.readNow(accountId);
  expect(await verifyTrail(source, async () => sealer, anchor)).toMatchObject({
    entries: 3,
    fault: undefined,
  });
  await app.vault.setSecret(
    `account/${accountId}/audit-anchor`,
    JSON.stringify({ sequence: anchor.sequence, hash: anchor.hash.toString("hex") }),
  );
  const { rows } = await app.owner.query(`select entry_hash from ${table} where sequence = 2`);
  await app.owner.query(`delete from ${table} where sequence = 3`);
  await app.owner.query(
    `update ${source.schema}.account_revision set audit_sequence = 2, audit_hash = $1, revision = revision + 1`,
    [rows[0].entry_hash],
  );
  expect((await call("GET", "/audit-trail/verification")).body).toMatchObject({
    isIntact: false,
    entries: 2,
    anchor: { sequence: 3 },
    fault: { sequence: 3, kind: "missing" },
  });
});
