import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KeyGone, type KeyVault, openLocalVault, ringSealer } from "@refill/vault";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customerKeyName, openAccountKeys, type WrappedKey } from "./account-keys.ts";
import { accountRole } from "./account-role.ts";
import { openCustomer, openOwner, provisionAccount } from "./accounts.ts";
import { closeAccount, isGenuineClosing } from "./closing.ts";
import { type ApplicationDatabase, connectApplication } from "./connections.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { jobsConfig, loginConfig, rotatePassword } from "./logins.ts";
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
  await migrate(postgres, vault);
  owner = openOwner(postgres, vault);
  application = connectApplication(postgres, vault, 4);
  ours = (await provisionAccount(owner, vault, "EU", { slug: "ours" })).accountId;
  theirs = (await provisionAccount(owner, vault, "EU", { slug: "theirs" })).accountId;
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
  const client = new pg.Client(loginConfig(postgres, "refill_application", vault));
  await client.connect();
  await expect(client.query(`select * from ${accountRole(ours)}.part`)).rejects.toThrow(/permission denied/);
  await expect(client.query("select * from directory.customer")).rejects.toThrow(/permission denied/);
  await client.end();
});

test("the network server's login reaches its own tables only", async () => {
  const client = new pg.Client(loginConfig(postgres, "refill_network", vault));
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
    [/^(revision|sequence|last_sequence|audit_sequence)$/, /^(bigint|integer)$/],
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
  const seal = await sealerOf(ours);
  const id = randomUUID();
  const part = { id, sealed: seal.seal("part", id, { name: "Hexagon screw M6x20" }) };
  await application.inAccount(ours, (tx) =>
    tx.query("insert into part (id, sealed) values ($1, $2)", [part.id, part.sealed]),
  );
  await checkpoint();
  const read = await application.inAccount(ours, (tx) =>
    tx.query<{ sealed: Buffer }>("select sealed from part where id = $1", [part.id]),
  );
  expect(seal.open("part", part.id, read.rows[0]!.sealed)).toMatchObject({
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
  await expect(provisionAccount(owner, vault, "EU", { slug: "ours" })).rejects.toMatchObject({
    code: "23505",
  });
  expect(await roles()).toBe(before);
});

test("a closed account's key and data are gone", async () => {
  const { accountId } = await provisionAccount(owner, vault, "EU", { slug: "leaving" });
  const { rows } = await owner.query<WrappedKey>(
    "select generation, wrapped from directory.data_key where account_id = $1",
    [accountId],
  );
  expect(rows).toHaveLength(2);
  const closing = await closeAccount(owner, vault, accountId, "olga");
  await expect(vault.unwrap(customerKeyName(accountId), rows[1]!.wrapped)).rejects.toThrow(KeyGone);
  await expect(application.inAccount(accountId, (tx) => tx.query("select 1"))).rejects.toThrow();
  expect(closing.record).toMatchObject({ customer: "leaving", accountId, region: "EU", by: "olga" });
  expect(await isGenuineClosing(closing, vault)).toBe(true);
  const forged = { ...closing, record: { ...closing.record, closedAt: "2020-01-01T00:00:00.000Z" } };
  expect(await isGenuineClosing(forged)).toBe(false);
  // The name is free again.
  await provisionAccount(owner, vault, "EU", { slug: "leaving" });
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
  const client = new pg.Client(jobsConfig(postgres, vault));
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

test("passwords are changed while connections are made all the time, and none is refused", async () => {
  let isOver = false;
  let made = 0;
  const connecting = (async () => {
    while (!isOver) {
      const config = loginConfig(postgres, "refill_network", vault);
      const client = new config.Client(config);
      await client.connect();
      await client.end();
      made++;
    }
  })();
  const before = await vault.getSecret("postgres/eu/refill_network");
  await rotatePassword(postgres, "refill_network", vault);
  isOver = true;
  await connecting;
  expect(made).toBeGreaterThan(0);
  expect(await vault.getSecret("postgres/eu/refill_network")).not.toBe(before);
  const { password } = JSON.parse(before!) as { password: string };
  const old = new pg.Client({ ...loginConfig(postgres, "refill_network", vault), password });
  await expect(old.connect()).rejects.toMatchObject({ code: "28P01" });
});

test("a password whose change was cut off, before or after Postgres took it, is settled by the next one", async () => {
  const login = "refill_network";
  const announce = (password: string) =>
    vault.setSecret(`postgres/eu/${login}-next`, JSON.stringify({ password, since: "2026-01-01" }));
  await announce("a1".repeat(32));
  await rotatePassword(postgres, login, vault);
  await announce("b2".repeat(32));
  await owner.query(`alter role ${login} password '${"b2".repeat(32)}'`);
  await rotatePassword(postgres, login, vault);
  const client = new pg.Client(loginConfig(postgres, login, vault));
  await client.connect();
  await client.end();
  // Postgres' own superuser changes its password the same way.
  await rotatePassword(postgres, "postgres", vault);
});

test("many accounts are made at once, each with its name sealed", async () => {
  const made = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      provisionAccount(owner, vault, "EU", { slug: `many-${n}`, name: `Customer № ${n}` }),
    ),
  );
  await Promise.all(
    made.map(({ accountId }) => application.inAccount(accountId, (tx) => tx.query("select 1"))),
  );
  // However many there are, the application has its four connections.
  const { rows } = await owner.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where usename = 'refill_application'",
  );
  expect(rows[0]!.n).toBeLessThanOrEqual(4);
  const { accountId } = made[7]!;
  const found = await application.inDirectory((tx) =>
    tx.query<{ id: string; sealed: Buffer }>("select id, sealed from directory.customer where slug = $1", [
      "many-7",
    ]),
  );
  expect(found.rows[0]!.id).toBe(accountId);
  expect(openCustomer(await sealerOf(accountId), accountId, found.rows[0]!.sealed)).toMatchObject({
    name: "Customer № 7",
  });
});

test("accounts that are made while others are read all the time can be used at once", async () => {
  let isOver = false;
  const reading = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) await application.inAccount(ours, (tx) => tx.query("select 1"));
    }),
  );
  const failures: string[] = [];
  for (let n = 0; n < 60; n++) {
    const { accountId } = await provisionAccount(owner, vault, "EU", { slug: `busy-${n}` });
    await application
      .inAccount(accountId, (tx) => tx.query("select count(*) from part"))
      .catch((error) => failures.push(error.message));
  }
  isOver = true;
  await reading;
  expect(failures).toEqual([]);
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
  const keys = await openLocalVault(join(folder, "other-keys"));
  const other = await startEmbeddedPostgres({ dataFolder: long, vault: keys, log: quiet });
  const program = `import { openLocalVault } from "@refill/vault"; import { migrate } from ${JSON.stringify(join(import.meta.dirname, "migrate.ts"))};
    await migrate({ region: "EU", url: process.argv[1] }, await openLocalVault(process.argv[2]));`;
  const codes = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const child = spawn(
        process.execPath,
        ["--input-type=module-typescript", "-e", program, other.url, join(folder, "other-keys")],
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

async function sealerOf(accountId: string) {
  const { rows } = await owner.query<WrappedKey>(
    "select generation, wrapped from directory.data_key where account_id = $1",
    [accountId],
  );
  return ringSealer(await openAccountKeys(vault, accountId, rows));
}

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
  const client = new pg.Client(loginConfig(postgres, "postgres", vault));
  await client.connect();
  await client.query("checkpoint");
  await client.end();
}
