import type { KeyVault } from "@refill/vault";
import type pg from "pg";

/**
 * The logins of the programs. `refill_owner` migrates, makes and closes accounts. `refill_application` inherits nothing:
 * it reads an account only inside a transaction that begins with `set local role`. `refill_network` reaches the schema
 * `network` only.
 */
export type Login = "refill_owner" | "refill_application" | "refill_network";

/** The database of `url` with this login and its password from the vault, for whoever takes a URL only. Keep it secret. */
export async function urlWithLogin(url: string, login: Login, vault: KeyVault): Promise<string> {
  const own = new URL(url);
  own.username = login;
  own.password = await passwordOf(vault, login);
  return own.href;
}

/** How to connect to `url` as this login; what `url` says of user and password does not count, its options do. */
export async function loginConfig(url: string, login: Login, vault: KeyVault): Promise<pg.ClientConfig> {
  return {
    connectionString: await urlWithLogin(url, login, vault),
    application_name: login,
    keepAlive: true,
    connectionTimeoutMillis: 15_000,
  };
}

/**
 * The application's login as the role `refill_jobs` from the first statement on, which owns the schema `jobs`
 * and sees nothing else: for the job queue's own connections.
 */
export async function jobsConfig(url: string, vault: KeyVault): Promise<pg.ClientConfig> {
  return {
    ...(await loginConfig(url, "refill_application", vault)),
    application_name: "refill_jobs",
    options: "-c role=refill_jobs",
  };
}

/** The owner's connection: the user that DATABASE_URL names with its password, or else `refill_owner`. */
export async function ownerConfig(url: string, vault: KeyVault): Promise<pg.ClientConfig> {
  if (new URL(url).password === "") return loginConfig(url, "refill_owner", vault);
  return { connectionString: url, application_name: "refill_owner", keepAlive: true };
}

/** The random password of a Postgres login; lies in the vault only. */
export async function passwordOf(vault: KeyVault, login: Login | "postgres"): Promise<string> {
  return (await vault.getOrCreateKey(`postgres/${login}`, 32)).toString("hex");
}
