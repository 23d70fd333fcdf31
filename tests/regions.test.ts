import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accountRole } from "@refill/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lane } from "../packages/application/src/application-under-test.ts";
import { startDeploymentUnderTest, until } from "./deployment-under-test.ts";

/** Two regions, each with a Postgres and a network server of its own; operators work by the command line. */
let refill: Awaited<ReturnType<typeof startDeploymentUnderTest>>;
beforeAll(async () => {
  refill = await startDeploymentUnderTest({ regions: ["EU", "US"] });
});
afterAll(() => refill.stop());

async function command(...args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "..", "packages/refill/src/main.ts"), ...args],
    {
      env: {
        ...process.env,
        REFILL_DATA: join(refill.folder, "data"),
        REFILL_KEYS: join(refill.folder, "keys"),
      },
    },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const [code] = await once(child, "close");
  return { code, output };
}

async function createCustomer(slug: string, region: string): Promise<{ accountId: string; key: string }> {
  const made = await command("account", "create", "--customer", slug, "--region", region, "--json");
  const key = await command("api-key", "create", "--customer", slug, "--role", "admin");
  return { accountId: JSON.parse(made.output).accountId, key: key.output.trim() };
}

const status = async (key: string, path: string) =>
  (
    await fetch(`${refill.deployment.baseUrl}/api/v1${path}`, {
      headers: { authorization: `Bearer ${key}` },
    })
  ).status;

async function hasSchema(region: string, accountId: string): Promise<boolean> {
  const { rowCount } = await refill.deployment.controlPlane
    .owner(region)
    .query("select 1 from pg_namespace where nspname = $1", [accountRole(accountId)]);
  return rowCount === 1;
}

test("an account lies in the region that was chosen, and works while another region's Postgres is gone", async () => {
  const eu = await createCustomer("euro", "EU");
  const us = await createCustomer("dollar", "US");
  expect(us.key).toMatch(/^rfk_us_/);
  expect([await hasSchema("EU", us.accountId), await hasSchema("US", us.accountId)]).toEqual([false, true]);
  await refill.call(us.key, "POST", "/import", lane().body);
  const { regions } = refill.deployment;
  const devices = async (region: number) =>
    (
      await refill.deployment.controlPlane
        .owner(regions[region]!.database.region)
        .query("select account_id from network.device")
    ).rows.map((row) => row.account_id);
  expect([await devices(0), await devices(1)]).toEqual([[], [us.accountId]]);

  const postgres = regions[1]!.postgres!.pid()!;
  process.kill(postgres, "SIGSTOP");
  try {
    await refill.call(eu.key, "POST", "/import", lane().body);
    expect(await refill.call<{ items: unknown[] }>(eu.key, "GET", "/locations")).toMatchObject({
      items: [{ name: "A-01-1" }],
    });
  } finally {
    process.kill(postgres, "SIGCONT");
  }
  await until(async () => (await status(us.key, "/locations")) === 200);
  expect((await command("account", "create", "--customer", "nowhere", "--region", "MARS")).output).toContain(
    "--region takes a region that is served here: EU, US",
  );
});

test("a suspended customer is refused until it is resumed", async () => {
  const { key } = await createCustomer("late-payer", "US");
  expect(await status(key, "/sites")).toBe(200);
  expect((await command("account", "suspend", "--customer", "late-payer")).code).toBe(0);
  await until(async () => (await status(key, "/sites")) === 403);
  expect((await command("account", "suspend", "--customer", "late-payer")).output).toContain(
    "is suspended, not active",
  );
  expect((await command("account", "resume", "--customer", "late-payer")).code).toBe(0);
  await until(async () => (await status(key, "/sites")) === 200);
});

test("a closed customer's key is destroyed first, then its data, and a signed record stays", async () => {
  const { accountId, key } = await createCustomer("leaving", "US");
  const { body } = lane();
  await refill.call(key, "POST", "/import", body);
  const warned = await command("account", "close", "--customer", "leaving");
  expect([warned.code, warned.output]).toEqual([1, expect.stringContaining("--confirm leaving")]);
  expect(await status(key, "/sites")).toBe(200);
  const record = join(refill.folder, "closing.json");
  const closed = await command(
    "account",
    "close",
    "--customer",
    "leaving",
    "--confirm",
    "leaving",
    "--record",
    record,
  );
  expect([closed.code, closed.output]).toEqual([0, expect.stringContaining("is closed")]);
  expect(await status(key, "/sites")).toBe(401);
  expect(await hasSchema("US", accountId)).toBe(false);
  const { record: said } = JSON.parse(readFileSync(record, "utf8"));
  expect(said.keyDestroyedAt < said.closedAt).toBe(true);
  expect((await command("account", "verify-closing", record)).output).toContain("Genuine");
  // The network server has forgotten its devices: another customer can register the same ones.
  const next = await createCustomer("successor", "US");
  await refill.call(next.key, "POST", "/import", body);
});

test("keys of every level and all passwords are changed while it runs", async () => {
  const { key } = await createCustomer("careful", "EU");
  await refill.call(key, "POST", "/import", lane().body);
  for (const args of [
    ["key", "rotate", "--level", "customer", "--customer", "careful"],
    ["key", "rotate", "--level", "root"],
    ["password", "rotate"],
  ]) {
    const done = await command(...args);
    expect([args.join(" "), done.code, done.output]).toEqual([args.join(" "), 0, expect.any(String)]);
    expect(await status(key, "/locations")).toBe(200);
  }
  const rotation = await refill.call<{ generation: number }>(key, "POST", "/account/key-rotations", {});
  expect(rotation.generation).toBe(2);
  expect(await status(key, "/locations")).toBe(200);
  expect(refill.log()).not.toMatch(/"level":(50|60)/);
});

test("a removed or changed entry of an audit trail is found, also when the trail was cut and its end set back", async () => {
  const { accountId, key } = await createCustomer("honest", "US");
  for (const name of ["Hall 1", "Hall 2", "Hall 3"]) await refill.call(key, "POST", "/sites", { name });
  const listed = await command("audit", "list", "--customer", "honest", "--limit", "5");
  expect(listed.output).toMatch(/site\.created Hall 3 {2}by API key command line \(127\.0\.0\.1\)/);
  expect((await command("audit", "list", "--service", "--action", "account.created")).output).toContain(
    "honest",
  );
  const sound = await command("audit", "verify");
  expect([sound.code, sound.output]).toEqual([0, expect.stringMatching(/ok +honest +\d+ entries/)]);
  const file = join(refill.folder, "trail.ndjson");
  await command("audit", "export", "--customer", "honest", "--file", file);
  const last = JSON.parse(readFileSync(file, "utf8").trim().split("\n").at(-1)!);
  expect(last).toMatchObject({ action: "site.created", after: { name: "Hall 3" } });

  const owner = refill.deployment.controlPlane.owner("US");
  const schema = accountRole(accountId);
  const { rows } = await owner.query(`select * from ${schema}.audit_entry where sequence = $1`, [
    last.sequence,
  ]);
  const verify = async () => (await command("audit", "verify", "--customer", "honest")).output;
  const setHead = (sequence: number) =>
    owner.query(
      `update ${schema}.account_revision set audit_sequence = $1,
       audit_hash = (select entry_hash from ${schema}.audit_entry where sequence = $1)`,
      [sequence],
    );
  // Whoever has the whole database cuts the trail and sets its end back.
  await owner.query(`delete from ${schema}.audit_entry where sequence = $1`, [last.sequence]);
  await setHead(last.sequence - 1);
  expect(await verify()).toContain(`WRONG  honest`);
  expect(await verify()).toContain(`entry ${last.sequence} is missing`);
  await owner.query(
    `insert into ${schema}.audit_entry (sequence, at, entry_hash, sealed) values ($1, $2, $3, $4)`,
    [rows[0].sequence, rows[0].at, rows[0].entry_hash, rows[0].sealed],
  );
  await setHead(last.sequence);
  expect(await verify()).toContain("ok     honest");
  await owner.query(`update ${schema}.audit_entry set at = at + interval '1 day' where sequence = 2`);
  expect(await verify()).toContain("entry 2 was changed");
});
