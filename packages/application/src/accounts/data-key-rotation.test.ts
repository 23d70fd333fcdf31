import { accountRole } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { sealedTables } from "./sealed-rows.ts";
import { recordOfContent } from "./tables.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { resealGraceMs: 500 } });
});
afterAll(() => app.stop());

async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const { ids, body } = lane();
  const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(made.status).toBe(201);
  const get = (path: string) => app.request("GET", `/api/v1${path}`, { key: own.adminKey });
  const post = (path: string, body: unknown = {}) =>
    app.request("POST", `/api/v1${path}`, { key: own.adminKey, body });
  return { ...own, ids, get, post };
}

async function generationsIn(accountId: string): Promise<number[]> {
  const found = new Set<number>();
  for (const { name } of sealedTables) {
    const { rows } = await app.owner.query<{ generation: number }>(
      `select distinct get_byte(sealed, 1) * 256 + get_byte(sealed, 2) as generation from ${accountRole(accountId)}.${name}`,
    );
    for (const { generation } of rows) found.add(generation);
  }
  return [...found].sort();
}

test("a data key is changed while messages come and people write; all of it stays readable, and the old key is destroyed", async () => {
  const { accountId, ids, get, post } = await plant("rotating");
  let sequence = 0;
  let isOver = false;
  const deliver = (pieces: number) => app.deliver([reading(accountId, ids.device, ++sequence, pieces)]);
  for (const pieces of [80, 80, 30, 30]) await deliver(pieces);
  await until(async () => (await get("/orders?state=dispatched")).body.items.length === 1);
  const traffic = (async () => {
    for (let n = 0; !isOver; n++) {
      await deliver(n % 2 === 0 ? 30 : 20);
      expect((await post("/sites", { name: `Hall ${n + 2}` })).status).toBe(201);
    }
  })();
  const begun = await post("/account/key-rotations");
  expect(begun.body).toMatchObject({ generation: 2, state: "running" });
  expect((await post("/account/key-rotations")).body.type).toBe("urn:refill:problem:key-rotation-running");
  await until(async () => (await get(`/account/key-rotations/${begun.body.id}`)).body.state === "done");
  isOver = true;
  await traffic;
  expect(await generationsIn(accountId)).toEqual([2]);
  const keys = await app.owner.query(
    "select generation from directory.data_key where account_id = $1 order by generation",
    [accountId],
  );
  expect(keys.rows).toEqual([{ generation: 0 }, { generation: 2 }]);
  // From nothing but the database and the vault.
  await app.restart();
  const { items } = (await get(`/locations/${ids.location}/measurements`)).body;
  expect(items.length).toBeGreaterThan(0);
  expect((await get("/orders")).body.items[0].events[0].cause).toContain("minimum");
  expect((await get("/mailbox")).body.items).toHaveLength(1);
  expect((await get("/session")).body.customer.name).toBe("Customer rotating");
  await deliver(20);
  expect((await get("/account/key-rotations")).body.items).toHaveLength(1);
});

test("every table that has sealed rows is sealed anew", async () => {
  const { accountId } = await app.createCustomer("catalogue");
  const { rows } = await app.owner.query<{ table_name: string }>(
    "select table_name from information_schema.columns where table_schema = $1 and column_name = 'sealed'",
    [accountRole(accountId)],
  );
  expect(sealedTables.map(({ name }) => name).sort()).toEqual(rows.map((row) => row.table_name).sort());
});

test("two sealed records of one table that change places are found out", async () => {
  const own = await plant("swapped");
  await own.post("/sites", { name: "Hall 2" });
  const site = `${accountRole(own.accountId)}.site`;
  await app.owner.query(`update ${site} a set sealed = b.sealed from ${site} b where a.id <> b.id`);
  await app.owner.query(`update ${accountRole(own.accountId)}.account_revision set revision = revision + 1`);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  expect((await own.get("/sites")).status).toBe(500);
});

test("a record of an earlier version is upgraded step by step when it is read; a newer one is refused", () => {
  const steps = [
    ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, name: title }),
    (content: Record<string, unknown>) => ({ ...content, name: String(content.name).toUpperCase() }),
  ];
  expect(recordOfContent("site", "1", { v: 1, title: "hall" }, steps)).toEqual({ id: "1", name: "HALL" });
  expect(recordOfContent("site", "1", { v: 2, name: "hall" }, steps)).toEqual({ id: "1", name: "HALL" });
  expect(recordOfContent("site", "1", { v: 3, name: "hall" }, steps)).toEqual({ id: "1", name: "hall" });
  expect(() => recordOfContent("site", "1", { v: 4, name: "hall" }, steps)).toThrow(/newer Refill/);
});
