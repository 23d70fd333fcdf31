import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyVault, openLocalVault, sealer } from "@refill/vault";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountRole, dataKeyName } from "./account-role.ts";
import { closeAccount, openCustomer, openOwner, provisionAccount } from "./accounts.ts";
import { type ApplicationDatabase, connectApplication } from "./connections.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { jobsConfig, loginConfig, passwordOf, urlWithLogin } from "./logins.ts";
import { migrate } from "./migrate.ts";

const quiet = { info() {}, error() {} };
let folder: string;
let vault: KeyVault;
let postgres: EmbeddedPostgres;
let owner: pg.Pool;
let application: ApplicationDatabase;
let ours: string;
let theirs: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "refill-database-"));
  // Postgres runs as another system user where the tests run as root, and must be able to enter its folder.
  chmodSync(folder, 0o755);
  vault = await openLocalVault(join(folder, "keys"));
  postgres = await startEmbeddedPostgres({ dataFolder: join(folder, "postgres"), vault, log: quiet });
  await migrate({ url: postgres.url, vault });
  owner = await openOwner(postgres.url, vault);
  application = await connectApplication(postgres.url, vault, 4);
  ours = (await provisionAccount(owner, vault, { slug: "ours", region: "EU" })).accountId;
  theirs = (await provisionAccount(owner, vault, { slug: "theirs", region: "EU" })).accountId;
});

afterAll(async () => {
  await application?.close();
  await owner?.end();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a transaction of one customer can't read another's account, the control plane or the network server's tables", async () => {
  for (const table of [
    `${accountRole(theirs)}.part`,
    "directory.credential",
    "directory.customer",
    "network.device",
  ]) {
    await expect(application.inAccount(ours, (tx) => tx.query(`select * from ${table}`))).rejects.toThrow(
      /permission denied/,
    );
  }
});

test("the application's own login reads no account outside of such a transaction", async () => {
  const client = new pg.Client(await loginConfig(postgres.url, "refill_application", vault));
  await client.connect();
  await expect(client.query(`select * from ${accountRole(ours)}.part`)).rejects.toThrow(/permission denied/);
  await expect(client.query("select * from directory.customer")).rejects.toThrow(/permission denied/);
  await client.end();
});

test("the network server's login reaches its own tables only", async () => {
  const client = new pg.Client(await loginConfig(postgres.url, "refill_network", vault));
  await client.connect();
  expect((await client.query("select count(*)::int as n from network.device")).rows).toEqual([{ n: 0 }]);
  await expect(client.query(`set role ${accountRole(ours)}`)).rejects.toThrow(/permission denied/);
  await expect(client.query("select * from directory.customer")).rejects.toThrow(/permission denied/);
  await client.end();
});

test("every column of an account is an id, a reference, a time, a sequence, a state, a keyed hash or sealed", async () => {
  const columns = await owner.query(
    "select table_name, column_name, data_type from information_schema.columns where table_schema = $1",
    [accountRole(ours)],
  );
  expect(columns.rows.length).toBeGreaterThan(50);
  const kinds: Array<[RegExp, RegExp]> = [
    [/^(id|.*_id)$/, /^uuid$/],
    [/^(at|.*_at)$/, /^timestamp with time zone$/],
    [/^(revision|sequence|last_sequence)$/, /^(bigint|integer)$/],
    [/^state$/, /^text$/],
    [/^(sealed|.*_hash)$/, /^bytea$/],
    [/^is_only$/, /^boolean$/],
  ];
  const others = columns.rows.filter(
    (column) => !kinds.some(([name, type]) => name.test(column.column_name) && type.test(column.data_type)),
  );
  expect(others).toEqual([]);
});

test("a work that fails leaves nothing behind", async () => {
  const before = await countParts();
  await expect(
    application.inAccount(ours, async (tx) => {
      await tx.query("insert into part (id, sealed) values (gen_random_uuid(), $1)", [Buffer.from("x")]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  expect(await countParts()).toBe(before);
});

test("content can't be found in the data folder, in tables or write-ahead log, nor without the key", async () => {
  const key = await vault.getOrCreateKey(dataKeyName(ours), 32);
  const id = randomUUID();
  const part = { id, sealed: sealer(key, ours).seal("part", id, { name: "Hexagon screw M6x20" }) };
  await application.inAccount(ours, (tx) =>
    tx.query("insert into part (id, sealed) values ($1, $2)", [part.id, part.sealed]),
  );
  await checkpoint();
  const read = await application.inAccount(ours, (tx) =>
    tx.query<{ sealed: Buffer }>("select sealed from part where id = $1", [part.id]),
  );
  expect(sealer(key, ours).open("part", part.id, read.rows[0]!.sealed)).toMatchObject({
    name: "Hexagon screw M6x20",
  });
  let searched = 0;
  for (const entry of readdirSync(join(folder, "postgres"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    searched += bytes.length;
    expect(bytes.includes("Hexagon screw")).toBe(false);
  }
  expect(searched).toBeGreaterThan(1_000_000);
});

test("a taken customer name is refused and leaves neither role nor key", async () => {
  const roles = async () =>
    (await owner.query("select count(*)::int as n from pg_roles where rolname like 'account_%'")).rows[0].n;
  const before = await roles();
  await expect(provisionAccount(owner, vault, { slug: "ours", region: "EU" })).rejects.toMatchObject({
    code: "23505",
  });
  expect(await roles()).toBe(before);
});

test("a closed account's key and data are gone", async () => {
  const { accountId } = await provisionAccount(owner, vault, { slug: "leaving", region: "EU" });
  await closeAccount(owner, vault, accountId);
  expect(await vault.getKey(dataKeyName(accountId))).toBeUndefined();
  await expect(application.inAccount(accountId, (tx) => tx.query("select 1"))).rejects.toThrow();
});

test("nothing but the embedded server itself works as superuser", async () => {
  const roles = await owner.query(
    "select rolname, rolsuper, rolinherit from pg_roles where rolname like 'refill\\_%' and rolcanlogin order by rolname",
  );
  expect(roles.rows).toEqual([
    { rolname: "refill_application", rolsuper: false, rolinherit: false },
    { rolname: "refill_network", rolsuper: false, rolinherit: false },
    { rolname: "refill_owner", rolsuper: false, rolinherit: true },
  ]);
});

test("the job queue's connections own the schema of jobs and see no customer", async () => {
  const client = new pg.Client(await jobsConfig(postgres.url, vault));
  await client.connect();
  await client.query("create table jobs.probe (id int); insert into jobs.probe values (1)");
  await expect(client.query(`select * from ${accountRole(ours)}.part`)).rejects.toThrow(/permission denied/);
  await expect(client.query("select * from directory.customer")).rejects.toThrow(/permission denied/);
  await application.inAccount(ours, async (tx) => {
    await tx.query("select * from part");
    await tx.switchToJobs();
    await tx.query("insert into jobs.probe values (2)");
    await tx.query("savepoint before");
    await expect(tx.query(`select * from ${accountRole(ours)}.part`)).rejects.toThrow(/permission denied/);
    await tx.query("rollback to before");
  });
  expect((await client.query("select count(*)::int as n from jobs.probe")).rows).toEqual([{ n: 2 }]);
  await client.query("drop table jobs.probe");
  await client.end();
});

test("a URL with its login connects without anything else", async () => {
  const client = new pg.Client(await urlWithLogin(postgres.url, "refill_network", vault));
  await client.connect();
  expect((await client.query("select current_user as login")).rows).toEqual([{ login: "refill_network" }]);
  await client.end();
});

test("many accounts are made at once, each with its name sealed", async () => {
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      provisionAccount(owner, vault, { slug: `many-${n}`, region: "EU", name: `Customer № ${n}` }),
    ),
  );
  const { accountId } = made[7]!;
  const found = await application.inDirectory((tx) =>
    tx.query<{ id: string; sealed: Buffer }>("select id, sealed from directory.customer where slug = $1", [
      "many-7",
    ]),
  );
  expect(found.rows[0]!.id).toBe(accountId);
  const key = (await vault.getKey(dataKeyName(accountId)))!;
  expect(openCustomer(key, accountId, found.rows[0]!.sealed)).toMatchObject({ name: "Customer № 7" });
});

test.runIf(process.getuid?.() === 0)(
  "as root, a data folder that Postgres' system user can't enter is named",
  async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    await expect(
      startEmbeddedPostgres({ dataFolder: join(closed, "postgres"), vault, log: quiet }),
    ).rejects.toThrow(`can't enter ${closed}: chmod o+x ${closed}`);
  },
);

test("five programs that migrate a new database at once make one, also in a data folder with a very long path", async () => {
  const long = join(folder, "a-long-name-".repeat(12), "postgres");
  mkdirSync(join(long, ".."), { recursive: true });
  const other = await startEmbeddedPostgres({ dataFolder: long, vault, log: quiet });
  const program = `import { openLocalVault } from "@refill/vault"; import { migrate } from ${JSON.stringify(join(import.meta.dirname, "migrate.ts"))};
    await migrate({ url: process.argv[1], vault: await openLocalVault(process.argv[2]) });`;
  const codes = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const child = spawn(
        process.execPath,
        ["--input-type=module-typescript", "-e", program, other.url, join(folder, "keys")],
        { cwd: import.meta.dirname, stdio: ["ignore", "inherit", "inherit"] },
      );
      return (await once(child, "close"))[0];
    }),
  );
  await other.stop();
  expect(codes).toEqual([0, 0, 0, 0, 0]);
});

test("a killed Postgres is started again, and what was committed is there", async () => {
  const before = await countParts();
  const killed = postgres.pid()!;
  await application.inAccount(ours, (tx) =>
    tx.query("insert into part (id, sealed) values (gen_random_uuid(), $1)", [Buffer.from("x")]),
  );
  process.kill(killed, "SIGKILL");
  await eventually(async () => {
    expect(postgres.pid()).toBeGreaterThan(0);
    expect(postgres.pid()).not.toBe(killed);
    expect(await countParts()).toBe(before + 1);
  });
});

async function countParts(): Promise<number> {
  const result = await application.inAccount(ours, (tx) =>
    tx.query<{ n: number }>("select count(*)::int as n from part"),
  );
  return result.rows[0]!.n;
}

/** Runs `check` again until it passes, at most 30 s. */
async function eventually(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Writes all that is in memory to the tables' files, as superuser. */
async function checkpoint(): Promise<void> {
  const url = new URL(postgres.url);
  url.username = "postgres";
  url.password = await passwordOf(vault, "postgres");
  const client = new pg.Client(url.href);
  await client.connect();
  await client.query("checkpoint");
  await client.end();
}
