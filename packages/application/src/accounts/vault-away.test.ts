import { renameSync } from "node:fs";
import { join } from "node:path";
import { accountRole } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

const holdMs = 4_000;
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { holdMs } });
});
afterAll(() => app.stop());

/** The vault's folder is not mounted, say. */
async function setVault(state: "away" | "back"): Promise<void> {
  const [here, elsewhere] = [join(app.folder, "keys"), join(app.folder, "keys-elsewhere")];
  if (state === "away") renameSync(here, elsewhere);
  else renameSync(elsewhere, here);
  await app.vault.check().catch(() => {});
  expect(app.vault.status().isAway).toBe(state === "away");
}

test("while the key vault is away, what is in memory is read and messages are taken for a while, nothing is changed by people, and nothing is written unsealed", async () => {
  const own = await app.createCustomer("warm");
  const cold = await app.createCustomer("cold");
  const { ids, body } = lane();
  expect((await app.request("POST", "/api/v1/import", { key: own.adminKey, body })).status).toBe(201);
  const get = (path: string, key = own.adminKey) => app.request("GET", `/api/v1${path}`, { key });
  const post = () => app.request("POST", "/api/v1/sites", { key: own.adminKey, body: { name: "Hall 2" } });
  let sequence = 0;
  const deliver = (pieces: number) => app.deliver([reading(own.accountId, ids.device, ++sequence, pieces)]);
  await deliver(80);
  await deliver(80);

  await setVault("away");
  expect((await get(`/locations/${ids.location}`)).body.level.onHand).toBe(80);
  const refused = await post();
  expect([refused.status, refused.body.type, refused.body.detail]).toEqual([
    503,
    "urn:refill:problem:key-vault-away",
    expect.stringContaining("Nothing was changed"),
  ]);
  expect(refused.headers.get("retry-after")).toBeTruthy();
  await deliver(60);
  await deliver(60);
  expect((await get(`/locations/${ids.location}`)).body.level.onHand).toBe(60);
  expect((await get("/sites", cold.adminKey)).body.type).toBe("urn:refill:problem:key-vault-away");
  expect((await app.request("GET", "/health")).body.checks.keyVault).toContain("no answer");

  // Longer than keys are held: what was open is closed, and messages wait at the network server.
  await until(async () => (await get("/sites")).status === 503);
  let isTaken = false;
  const waiting = deliver(50).then(
    () => {
      isTaken = true;
    },
    () => {},
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isTaken).toBe(false);

  await setVault("back");
  expect((await post()).status).toBe(201);
  expect((await get("/sites", cold.adminKey)).status).toBe(200);
  await waiting;
  if (!isTaken) sequence -= 1;
  await deliver(50);
  await deliver(50);
  expect((await get(`/locations/${ids.location}`)).body.level.onHand).toBe(50);
  const { rows } = await app.owner.query<{ sealed: Buffer }>(
    `select sealed from ${accountRole(own.accountId)}.measurement union all select sealed from ${accountRole(own.accountId)}.site`,
  );
  for (const { sealed } of rows) {
    expect(sealed[0]).toBe(1);
    expect(sealed.includes("onHand") || sealed.includes("Hall")).toBe(false);
  }
});
