import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
let key: string;
let accountId: string;
const { ids, body } = lane();
beforeAll(async () => {
  app = await startApplicationUnderTest();
  ({ adminKey: key, accountId } = await app.createCustomer("versions"));
  await app.request("POST", "/api/v1/import", { key, body });
});
afterAll(() => app?.stop());

const ask = (method: string, path: string, sent?: unknown, headers: Record<string, string> = {}) =>
  app.request(method, `/api/v1${path}`, { key, body: sent, headers });

test("of two people who change the same record, the second one learns of it, and nothing is lost", async () => {
  const path = `/parts/${ids.part}`;
  const read = await ask("GET", path);
  const etag = read.headers.get("etag")!;
  expect(etag).toMatch(/^"1\.[\w-]+"$/);
  const first = await ask("PATCH", path, { name: "Screw, long" }, { "if-match": etag });
  expect([first.status, first.body.version]).toEqual([200, 2]);
  expect(first.headers.get("etag")).toMatch(/^"2\./);
  const second = await ask("PATCH", path, { unit: "boxes" }, { "if-match": etag });
  expect([second.status, second.body.type, second.body.version]).toEqual([
    412,
    "urn:refill:problem:version-changed",
    2,
  ]);
  expect((await ask("DELETE", path, undefined, { "if-match": etag })).status).toBe(412);
  expect((await ask("GET", path)).body).toMatchObject({ name: "Screw, long", unit: "pcs", version: 2 });
  expect(
    (await ask("PATCH", path, { unit: "boxes" }, { "if-match": `"x", W/${first.headers.get("etag")}` }))
      .status,
  ).toBe(200);
  expect((await ask("PATCH", path, { unit: "pcs" }, { "if-match": "*" })).status).toBe(200);
  for (const malformed of ["2", '"2', '"a" "b"', ""])
    expect([
      malformed,
      (await ask("PATCH", path, { unit: "pcs" }, { "if-match": malformed })).status,
    ]).toEqual([malformed, 400]);
});

test("of two that change at once with the same ETag, one succeeds", async () => {
  const path = `/sites/${ids.site}`;
  const etag = (await ask("GET", path)).headers.get("etag")!;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      ask("PATCH", path, { name: `Hall ${index}` }, { "if-match": etag }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
});

test("a stock that moved meanwhile is another representation, and no obstacle to a change", async () => {
  const path = `/locations/${ids.location}`;
  const before = await ask("GET", path);
  const etag = before.headers.get("etag")!;
  expect((await ask("GET", path, undefined, { "if-none-match": etag })).status).toBe(304);
  await app.deliver([1, 2].map((sequence) => reading(accountId, ids.device, sequence, 80)));
  const after = await ask("GET", path, undefined, { "if-none-match": etag });
  expect([after.status, after.body.level.onHand, after.body.version]).toEqual([200, 80, before.body.version]);
  expect(
    (
      await ask(
        "PATCH",
        path,
        { policy: { kind: "min-max", minimum: 20, maximum: 90 } },
        { "if-match": etag },
      )
    ).status,
  ).toBe(200);
});

test("records tell when they were made and changed; a change that changes nothing is none", async () => {
  const made = await ask("POST", "/sites", { name: "New hall" });
  expect(made.body).toMatchObject({ version: 1, createdAt: made.body.updatedAt });
  expect(Date.parse(made.body.createdAt)).toBeGreaterThan(Date.now() - 60_000);
  const same = await ask("PATCH", `/sites/${made.body.id}`, { name: "New hall" });
  expect(same.body).toEqual(made.body);
});

test("an order's step is refused when the order went on since it was read", async () => {
  const made = await ask("POST", "/orders", { locationId: ids.location, quantity: 20 });
  const path = `/orders/${made.body.id}`;
  const etag = made.headers.get("etag")!;
  expect(etag).toMatch(new RegExp(`^"${made.body.version}\\.`));
  const confirmed = await ask("POST", `${path}/confirm`, { quantity: 20 });
  expect(confirmed.body.version).toBeGreaterThan(made.body.version);
  const late = await ask("POST", `${path}/cancel`, { reason: "not-needed" }, { "if-match": etag });
  expect([late.status, late.body.version]).toEqual([412, (await ask("GET", path)).body.version]);
  const current = (await ask("GET", path)).headers.get("etag")!;
  expect(
    (await ask("POST", `${path}/cancel`, { reason: "not-needed" }, { "if-match": current })).status,
  ).toBe(200);
});
