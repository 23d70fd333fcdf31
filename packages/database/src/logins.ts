import type { KeyVault } from "@refill/vault";
import type pg from "pg";
import { passwordOf } from "./embedded-postgres.ts";

/**
 * The logins of the programs. `refill_application` inherits nothing: it reads an account only inside a transaction that
 * begins with `set local role`. `refill_network` reaches the schema `network` only.
 */
export type Login = "postgres" | "refill_application" | "refill_network";

/** How to connect to `url` (which holds no password) as this login. */
export async function loginConfig(url: string, login: Login, vault: KeyVault): Promise<pg.ClientConfig> {
  const parsed = new URL(url.replace(/^postgres(ql)?:\/\/%2F/i, "postgres://socket/%2F"));
  const isSocket = parsed.hostname === "socket";
  const own = isSocket ? /^postgres(?:ql)?:\/\/([^:/]+)(?::(\d+))?\/([^?]+)/.exec(url) : undefined;
  return {
    host: own ? decodeURIComponent(own[1]!) : parsed.hostname,
    port: Number(own ? own[2] : parsed.port) || 5432,
    database: own ? own[3]! : decodeURIComponent(parsed.pathname.slice(1)),
    user: login,
    password: await passwordOf(vault, login),
    application_name: `refill ${login}`,
  };
}

/** The owner's connection: what DATABASE_URL says with its password, or the embedded Postgres' superuser. */
export async function ownerConfig(url: string, vault: KeyVault): Promise<pg.ClientConfig> {
  if (URL.canParse(url) && new URL(url).password !== "")
    return { connectionString: url, application_name: "refill owner" };
  return loginConfig(url, "postgres", vault);
}
