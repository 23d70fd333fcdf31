import { randomBytes } from "node:crypto";
import type { KeyVault } from "@refill/vault";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import type { RegionDatabase } from "./region.ts";

/**
 * The logins of the programs. `refill_owner` migrates, makes and closes accounts. `refill_application` inherits nothing:
 * it reads an account only inside a transaction that begins with `set local role`. `refill_network` reaches the schema
 * `network` only.
 */
export type Login = "refill_owner" | "refill_application" | "refill_network";

interface Password {
  password: string;
  /** ISO 8601. */
  since: string;
}

/** Whoever read a password before its rotation was announced has this long to connect with it. */
const settleMs = 2_000;
const waitForRotationMs = 15_000;
const invalidPassword = "28P01";

const secretName = (region: string, login: Login | "postgres") => `postgres/${region.toLowerCase()}/${login}`;
const nextName = (region: string, login: Login | "postgres") => `${secretName(region, login)}-next`;

/** How to connect: for a pool, or for `new config.Client(config)`. */
export type LoginConfig = pg.ClientConfig & { Client: typeof pg.Client };

/**
 * How to connect to the region's database as this login. The password is asked of the vault for each connection, and none
 * is begun while it changes; what the address says of user and password does not count, its options do.
 */
export function loginConfig(
  { region, url }: RegionDatabase,
  login: Login | "postgres",
  vault: KeyVault,
): LoginConfig {
  const { user: _user, password: _password, ...rest } = parseIntoClientConfig(url);
  return {
    ...rest,
    user: login,
    password: () => currentPassword(vault, region, login),
    Client: waitingClient(() => rotationIsOver(vault, region, login)),
    application_name: login,
    keepAlive: true,
    connectionTimeoutMillis: 20_000,
  };
}

/**
 * The application's login as the role `refill_jobs` from the first statement on, which owns the schema `jobs`
 * and sees nothing else: for the job queue's own connections.
 */
export function jobsConfig(database: RegionDatabase, vault: KeyVault): LoginConfig {
  return {
    ...loginConfig(database, "refill_application", vault),
    application_name: "refill_jobs",
    options: "-c role=refill_jobs",
  };
}

/** The owner's connection: the user that the address names with its password, or else `refill_owner`. */
export function ownerConfig(database: RegionDatabase, vault: KeyVault): LoginConfig {
  if (new URL(database.url).password === "") return loginConfig(database, "refill_owner", vault);
  return {
    connectionString: database.url,
    Client: HeardClient,
    application_name: "refill_owner",
    keepAlive: true,
  };
}

/** The password of a login, made at random the first time. Callers see to it that only one of them is first. */
export async function ensurePassword(
  vault: KeyVault,
  region: string,
  login: Login | "postgres",
): Promise<string> {
  const present = await read(vault, secretName(region, login));
  if (present) return present.password;
  return (await write(vault, secretName(region, login), randomBytes(32).toString("hex"))).password;
}

/** Since when the login has its password; undefined when it has none. */
export async function passwordSince(
  vault: KeyVault,
  region: string,
  login: Login | "postgres",
): Promise<Date | undefined> {
  const present = await read(vault, secretName(region, login));
  return present && new Date(present.since);
}

/**
 * Gives the login a new password while it is in use: connections stay, new ones wait until it is done. It is announced in
 * the vault before Postgres takes it, so that an interrupted rotation can be finished.
 */
export async function rotatePassword(
  database: RegionDatabase,
  login: Login | "postgres",
  vault: KeyVault,
): Promise<void> {
  await finishRotation(database, login, vault);
  const config = loginConfig(database, login, vault);
  const client = new config.Client(config);
  await client.connect();
  try {
    const name = nextName(database.region, login);
    const { password } = await write(vault, name, randomBytes(32).toString("hex"));
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    await take(client, database.region, login, vault, password);
  } finally {
    await client.end();
  }
}

/** A rotation that was interrupted reached Postgres or not: whichever password holds, the announced one does then. */
export async function finishRotation(
  database: RegionDatabase,
  login: Login | "postgres",
  vault: KeyVault,
): Promise<void> {
  const { region } = database;
  const next = await read(vault, nextName(region, login));
  if (!next) return;
  const before = await read(vault, secretName(region, login));
  for (const password of [next.password, before?.password ?? ""]) {
    const client = new HeardClient({ ...loginConfig(database, login, vault), password });
    try {
      await client.connect();
    } catch (error) {
      if ((error as { code?: string }).code === invalidPassword) continue;
      throw error;
    }
    try {
      return await take(client, region, login, vault, next.password);
    } finally {
      await client.end();
    }
  }
  throw new Error(`neither password of ${login} in ${region} holds: restart Refill, which sets it`);
}

/** Any login may change its own password. */
async function take(
  client: pg.Client,
  region: string,
  login: Login | "postgres",
  vault: KeyVault,
  password: string,
): Promise<void> {
  await client.query(`alter role ${login} password ${client.escapeLiteral(password)}`);
  await write(vault, secretName(region, login), password);
  await vault.destroyKey(nextName(region, login));
}

/**
 * A client whose loss ends no program. pg tells of a lost connection by an event as well as by the queries that fail, and
 * an event that nobody hears at that moment is an uncaught exception; a pool listens only from when the connection is
 * made until it is handed out, and one can break in the same packet in which it was made.
 */
export class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on("error", () => {});
  }
}

/**
 * A client that begins to connect when `isReady` resolves. Postgres reads a login's password at the beginning of a
 * connection, so a client may not wait later.
 */
function waitingClient(isReady: () => Promise<void>): typeof pg.Client {
  const Base = HeardClient as unknown as new (config?: pg.ClientConfig) => { connect(): Promise<pg.Client> };
  class WaitingClient extends Base {
    /** With a callback as the pool calls it, or without. */
    override connect(callback?: (error?: Error) => void): Promise<pg.Client> {
      const connected = isReady().then(() => super.connect());
      if (callback) connected.then(() => callback(), callback);
      return connected;
    }
  }
  return WaitingClient as unknown as typeof pg.Client;
}

async function rotationIsOver(vault: KeyVault, region: string, login: Login | "postgres"): Promise<void> {
  const until = Date.now() + waitForRotationMs;
  while ((await vault.getSecret(nextName(region, login))) !== undefined) {
    if (Date.now() > until)
      throw new Error(
        `the password of ${login} in ${region} is being changed, and that did not end: restart Refill`,
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function currentPassword(vault: KeyVault, region: string, login: Login | "postgres"): Promise<string> {
  const present = await read(vault, secretName(region, login));
  if (!present)
    throw new Error(
      `the key vault has no password of ${login} in ${region}: start Refill by its command line`,
    );
  return present.password;
}

/** At the start: what a rotation announced is taken as the password from now on. */
export async function settlePassword(
  vault: KeyVault,
  region: string,
  login: Login | "postgres",
): Promise<string> {
  const next = await read(vault, nextName(region, login));
  if (next) {
    await write(vault, secretName(region, login), next.password);
    await vault.destroyKey(nextName(region, login));
  }
  return ensurePassword(vault, region, login);
}

async function read(vault: KeyVault, name: string): Promise<Password | undefined> {
  const text = await vault.getSecret(name);
  return text === undefined ? undefined : (JSON.parse(text) as Password);
}

async function write(vault: KeyVault, name: string, password: string): Promise<Password> {
  const value = { password, since: new Date().toISOString() };
  await vault.setSecret(name, JSON.stringify(value));
  return value;
}
