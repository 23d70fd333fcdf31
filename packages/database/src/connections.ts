import type { KeyVault } from "@refill/vault";
import pg from "pg";
import { accountRole } from "./account-role.ts";
import { loginConfig } from "./logins.ts";
import type { RegionDatabase } from "./region.ts";

/** A transaction that runs as one account's role: Postgres refuses whatever is not that account's. */
export interface AccountTransaction {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>;
  /** From here to the end the transaction may write references into the job queue, and nothing of the account. */
  switchToJobs(): Promise<void>;
}

export interface ApplicationDatabase {
  /** Runs `work` in one transaction as the account's role, and commits it; an exception rolls it back. */
  inAccount<T>(accountId: string, work: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  /**
   * One statement without parameters as the account's role, in one transaction and one round trip: for what happens
   * with every message. The text must hold nothing that came from outside unchecked.
   */
  runInAccount(accountId: string, statement: string): Promise<void>;
  /** The same as the directory's role. */
  inDirectory<T>(work: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The application's connections to one region: at most `connections`, however many accounts there are. */
export function connectApplication(
  database: RegionDatabase,
  vault: KeyVault,
  connections = 12,
): ApplicationDatabase {
  const pool = new pg.Pool({
    ...loginConfig(database, "refill_application", vault),
    max: connections,
    // So that a password that was changed for a reason is not in use for ever.
    maxLifetimeSeconds: 3_600,
  });
  // An idle connection that Postgres ended is replaced by the pool; work under way gets its own exception.
  pool.on("error", () => {});

  /**
   * Runs `work` on a connection; an exception rolls back, and a connection that broke is not used again. Work whose
   * connection does not know of the role yet is run again on another one: nothing of it was done.
   */
  async function onClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const client = await pool.connect();
      let broken: Error | undefined;
      const onError = (error: Error) => {
        broken = error;
      };
      client.on("error", onError);
      try {
        return await work(client);
      } catch (error) {
        if (isRoleUnseen(error)) broken = error as Error;
        else
          await client.query("rollback").catch((failure) => {
            broken = failure;
          });
        if (!isRoleUnseen(error) || attempt >= connections) throw error;
      } finally {
        client.off("error", onError);
        client.release(broken);
      }
    }
  }

  function asRole<T>(role: string, work: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return onClient(async (client) => {
      await client.query(beginAs(role));
      const result = await work({
        query: (text, values) => client.query(text, values),
        switchToJobs: async () => {
          await client.query("set local role refill_jobs; set local search_path to jobs");
        },
      });
      await client.query("commit");
      return result;
    });
  }

  return {
    runInAccount: (accountId, statement) =>
      onClient(async (client) => {
        await client.query(`${beginAs(accountRole(accountId))}; ${statement}; commit`);
      }),
    inAccount: (accountId, work) => asRole(accountRole(accountId), work),
    inDirectory: (work) => asRole("refill_directory", work),
    close: () => pool.end(),
  };
}

/**
 * A connection of Postgres keeps in memory which roles its login is a member of. When an account is made at the moment
 * at which this list is, the list may lack the new role and stay so (acl.c, roles_is_member_of: an invalidation that
 * arrives while the list is made is lost). A new connection makes its own.
 */
function isRoleUnseen(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === "42501" && /^permission denied to set role/.test(message ?? "");
}

function beginAs(role: string): string {
  return `begin; set local role ${role}; set local search_path to ${role === "refill_directory" ? "directory" : role}`;
}
