import { randomUUID } from "node:crypto";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeExpired } from "../accounts/answer-expiry.ts";
import {
  type Answer,
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
let other: Awaited<ReturnType<ApplicationUnderTest["startAnother"]>>;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let schema: string;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  customer = await app.createCustomer("idempotent");
  schema = `account_${customer.accountId.replaceAll("-", "")}`;
  other = await app.startAnother();
});
afterAll(async () => {
  await other?.stop();
  await app?.stop();
});

function post(
  path: string,
  body: unknown,
  idempotencyKey: string,
  more: { key?: string; baseUrl?: string } = {},
) {
  return app.request("POST", `/api/v1${path}`, {
    key: customer.adminKey,
    body,
    headers: { "idempotency-key": idempotencyKey },
    ...more,
  });
}
const list = async (path: string) =>
  (await app.request("GET", `/api/v1${path}`, { key: customer.adminKey })).body.items as {
    id: string;
    name: string;
  }[];
const isReplayed = ({ headers }: Answer) => headers.get("idempotent-replayed") === "true";
const typeOf = ({ body }: Answer) => (body.type as string).replace("urn:refill:problem:", "");

test("a POST that is sent again is answered the same, and nothing is done twice", async () => {
  const { ids, body } = lane();
  await app.request("POST", "/api/v1/import", { key: customer.adminKey, body });
  const order = { locationId: ids.location, quantity: 20 };
  const key = randomUUID();
  const first = await post("/orders", order, key);
  expect([first.status, isReplayed(first)]).toEqual([201, false]);
  // The order went on meanwhile: the answer is the one that was given then.
  await app.request("POST", `/api/v1/orders/${first.body.id}/confirm`, { key: customer.adminKey, body: {} });
  for (const again of [await post("/orders", order, key), await post("/orders", order, `"${key}"`)]) {
    expect([again.status, again.body, again.headers.get("location"), isReplayed(again)]).toEqual([
      201,
      first.body,
      first.headers.get("location"),
      true,
    ]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
  }
  const elsewhere = await post("/orders", order, key, { baseUrl: other.baseUrl });
  expect([elsewhere.body, isReplayed(elsewhere)]).toEqual([first.body, true]);
  expect(await list("/orders")).toHaveLength(1);
});

test("a key stands for one request; another one with it is refused and does nothing", async () => {
  const key = randomUUID();
  expect((await post("/sites", { name: "Hall A" }, key)).status).toBe(201);
  for (const refused of [
    await post("/sites", { name: "Hall B" }, key),
    await post(
      "/suppliers",
      { name: "Hall A", leadTimeDays: 1, dispatch: { kind: "email", address: "a@b.c" } },
      key,
    ),
    await post("/sites/bulk", { items: [{ create: { name: "Hall B" } }] }, key),
  ])
    expect([refused.status, typeOf(refused)]).toEqual([422, "idempotency-key-reused"]);
  // Another one's key is another key.
  const made = await app.request("POST", "/api/v1/api-keys", {
    key: customer.adminKey,
    body: { name: "ERP", role: "admin" },
  });
  const theirs = await post("/sites", { name: "Hall C" }, key, { key: made.body.key });
  expect([theirs.status, isReplayed(theirs)]).toEqual([201, false]);
  for (const malformed of ["", "x".repeat(256)])
    expect((await post("/sites", { name: "Hall D" }, malformed)).status).toBe(400);
  expect((await list("/sites?q=hall")).map(({ name }) => name)).not.toContain("Hall B");
});

test("a refused request may be sent again with its key", async () => {
  const key = randomUUID();
  const body = { name: "Bolts", leadTimeDays: 1, dispatch: { kind: "email", address: "a@b.example" } };
  const { body: known } = await app.request("POST", "/api/v1/suppliers", { key: customer.adminKey, body });
  expect((await post("/suppliers", body, key)).status).toBe(409);
  await app.request("PATCH", `/api/v1/suppliers/${known.id}`, {
    key: customer.adminKey,
    body: { name: "Nuts" },
  });
  const made = await post("/suppliers", body, key);
  expect([made.status, isReplayed(made)]).toEqual([201, false]);
});

test("sent many times at once, to two processes, it is done once", async () => {
  const before = (await list("/api-keys")).length;
  const body = { name: "Many", role: "user" };
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      post("/api-keys", body, key, index % 2 === 0 ? {} : { baseUrl: other.baseUrl }),
    ),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect([answer.status, typeOf(answer)]).toEqual([409, "idempotency-key-running"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(isReplayed(await post("/api-keys", body, key))).toBe(true);
  expect(await list("/api-keys")).toHaveLength(before + 1);
});

test("a secret in a kept answer lies sealed, and opens what it is for", async () => {
  const key = randomUUID();
  const body = { name: "Secret", role: "user" };
  const first = await post("/api-keys", body, key);
  const again = await post("/api-keys", body, key);
  expect(again.body.key).toBe(first.body.key);
  expect((await app.request("GET", "/api/v1/sites", { key: again.body.key })).status).toBe(200);
  const { rows } = await app.owner.query(`select * from ${schema}.idempotency`);
  const stored = rows.map((row) => Object.values(row).map(String).join(" ")).join("\n");
  for (const text of [first.body.key, key, "Secret"]) expect(stored).not.toContain(text);
});

test("a change and its kept answer are there both or not at all", async () => {
  const key = randomUUID();
  await app.owner.query(
    `alter table ${schema}.idempotency add constraint only_running check (state = 'running') not valid`,
  );
  const failed = await post("/sites", { name: "Both or none" }, key);
  expect(failed.status).toBe(500);
  expect(await list("/sites?q=both")).toEqual([]);
  await app.owner.query(`alter table ${schema}.idempotency drop constraint only_running`);
  const made = await post("/sites", { name: "Both or none" }, key);
  expect([made.status, isReplayed(made)]).toEqual([201, false]);
  expect(await list("/sites?q=both")).toHaveLength(1);
});

test("what acts on the radio is not sent twice: who repeats it is told that it runs, and then that nobody knows", async () => {
  const { body: device } = await app.request("POST", "/api/v1/devices", {
    key: customer.adminKey,
    body: {
      devEui: "a84041fffe00aa01",
      joinEui: "24e124c0002a0001",
      appKey: "00112233445566778899aabbccddeeff",
      name: "Radio",
      profile: "milesight-em310-udl",
    },
  });
  const path = `/devices/${device.id}/downlinks`;
  const body = { fPort: 85, payload: "ff" };
  const asked = () => app.requests.filter(({ name }) => name === "enqueue-downlink").length;
  app.answers.set("enqueue-downlink", () => new Promise(() => {}));
  const key = randomUUID();
  const first = post(path, body, key, { baseUrl: other.baseUrl });
  await until(() => asked() === 1);
  for (const baseUrl of [app.baseUrl, other.baseUrl]) {
    const again = await post(path, body, key, { baseUrl });
    expect([again.status, typeOf(again)]).toEqual([409, "idempotency-key-running"]);
  }
  const age = (interval: string) =>
    app.owner.query(
      `update ${schema}.idempotency set created_at = now() - interval '${interval}' where state = 'running'`,
    );
  // Had its process died, nobody would answer any more.
  await age("5 minutes");
  const late = await post(path, body, key);
  expect([late.status, typeOf(late)]).toEqual([409, "idempotency-outcome-unknown"]);
  expect(late.body.detail).toContain("downlinks");
  await age("0 minutes");
  // When the network server is lost before it answered, the same is known at once.
  await other.loseNetworkServer();
  const silent = await first;
  expect([silent.status, typeOf(silent)]).toEqual([503, "network-server-silent"]);
  expect(typeOf(await post(path, body, key))).toBe("idempotency-outcome-unknown");
  expect(asked()).toBe(1);
  // One that was surely not sent may be sent again.
  const refused = await post(path, body, randomUUID(), { baseUrl: other.baseUrl });
  expect([refused.status, typeOf(refused)]).toEqual([503, "network-server-away"]);

  app.answers.set("enqueue-downlink", () => null);
  app.answers.set("downlinks", () => {
    const enqueued = app.requests.findLast(({ name }) => name === "enqueue-downlink") as {
      downlinkId: string;
    };
    const times = { createdAt: 1, changedAt: 1, expiresAt: null };
    return [
      {
        downlinkId: enqueued.downlinkId,
        fPort: 85,
        payload: "/w==",
        confirmed: false,
        state: "queued",
        ...times,
      },
    ];
  });
  const next = randomUUID();
  const sent = await post(path, body, next);
  const repeated = await post(path, body, next);
  expect([sent.status, repeated.body, isReplayed(repeated), asked()]).toEqual([201, sent.body, true, 2]);
});

test("a key is free again after a day, and what was kept is gone", async () => {
  const key = randomUUID();
  expect((await post("/sites", { name: "Yesterday" }, key)).status).toBe(201);
  await app.owner.query(`update ${schema}.idempotency set created_at = now() - interval '25 hours'`);
  const today = await post("/sites", { name: "Today" }, key);
  expect([today.status, isReplayed(today)]).toEqual([201, false]);
  await removeExpired(app.accounts.regions, pino({ level: "silent" }));
  const { rows } = await app.owner.query(`select count(*)::int as n from ${schema}.idempotency`);
  expect(rows).toEqual([{ n: 1 }]);
  expect(isReplayed(await post("/sites", { name: "Today" }, key))).toBe(true);
});

test("every POST but those of public pages and of a person's own takes a key", async () => {
  const { body } = await app.request("GET", "/api/v1/openapi.json");
  for (const [path, { post: operation }] of Object.entries<{
    post?: { parameters?: { name: string }[]; "x-refill-permission"?: string };
  }>(body.paths)) {
    // It only draws what is there.
    if (path === "/api/v1/labels") continue;
    if (!operation || ["public", "own"].includes(operation["x-refill-permission"]!)) continue;
    const names = (operation.parameters ?? []).map(({ name }) => name);
    expect([path, names]).toEqual([path, expect.arrayContaining(["idempotency-key"])]);
  }
});
