import {
  type AccountStore,
  type Credentials,
  createApiKey,
  createRegistrationLink,
  openAccounts,
  removeApiKey,
} from "@refill/application";
import { openOwner, provisionAccount } from "@refill/database";
import { type KeyVault, openLocalVault } from "@refill/vault";
import { CommandRefused } from "./command-refused.ts";
import { type RunningInstance, runningInstance } from "./data-folder-lock.ts";
import { readSettings } from "./settings.ts";

export interface Customer {
  accountId: string;
  isDemonstration: boolean;
}

/** What the operator's commands do to customers and their first keys. */
export interface ControlPlane {
  findCustomer(slug: string): Promise<Customer | undefined>;
  /** Throws {@link CommandRefused} when there is none. */
  requireCustomer(slug: string): Promise<string>;
  createCustomer(customer: {
    slug: string;
    name: string;
    region: string;
    demonstration: boolean;
  }): Promise<string>;
  /** The link's token; it works once, for 7 days. */
  createRegistrationLink(accountId: string): Promise<string>;
  createApiKey(accountId: string, facts: { name: string; role: "admin" | "user" }): Promise<string>;
  /** For one command. */
  createTemporaryKey(accountId: string): Promise<{ id: string; key: string }>;
  removeApiKey(accountId: string, id: string): Promise<void>;
  hasMembers(accountId: string): Promise<boolean>;
  serverVersion(): Promise<string>;
  readonly vault: KeyVault;
  /** As its owner. */
  readonly database: { query(text: string, values: unknown[]): Promise<unknown> };
  close(): Promise<void>;
}

/** The vault's secret with the address of the database and its owner's login. */
export const ownerUrlName = "postgres/owner-url";

export async function openControlPlane(url: string, vault: KeyVault): Promise<ControlPlane> {
  const owner = await openOwner(url, vault);
  const accounts = await openAccounts(url, vault);
  const { store, credentials }: { store: AccountStore; credentials: Credentials } = accounts;

  async function findCustomer(slug: string): Promise<Customer | undefined> {
    const { rows } = await owner.query<{ id: string; is_demonstration: boolean }>(
      "select id, is_demonstration from directory.customer where slug = $1 and state = 'active'",
      [slug],
    );
    return rows[0] && { accountId: rows[0].id, isDemonstration: rows[0].is_demonstration };
  }

  return {
    findCustomer,
    vault,
    database: owner,
    async createTemporaryKey(accountId) {
      const { apiKey, key } = await createApiKey(store, credentials, accountId, {
        name: "command line (for one command)",
        role: "admin",
      });
      return { id: apiKey.id, key };
    },
    removeApiKey: (accountId, id) => removeApiKey(store, credentials, accountId, id),
    async requireCustomer(slug) {
      const customer = await findCustomer(slug);
      if (customer) return customer.accountId;
      const { rows } = await owner.query<{ slug: string }>(
        "select slug from directory.customer where state = 'active' order by slug limit 20",
      );
      const known = rows.map((row) => row.slug).join(", ");
      throw new CommandRefused(
        `There is no customer "${slug}". ${known ? `There is: ${known}.` : "Create one: npx refill account create --customer NAME"}`,
      );
    },
    async createCustomer({ slug, name, region, demonstration }) {
      const { accountId } = await provisionAccount(owner, vault, {
        slug,
        name,
        region,
        isDemonstration: demonstration,
      });
      return accountId;
    },
    createRegistrationLink: (accountId) => createRegistrationLink(store, credentials, accountId, "admin"),
    async createApiKey(accountId, facts) {
      const { key } = await createApiKey(store, credentials, accountId, facts);
      return key;
    },
    async hasMembers(accountId) {
      const set = await store.readNow(accountId);
      return set.records.member.size > 0;
    },
    async serverVersion() {
      const { rows } = await owner.query<{ server_version: string }>("show server_version");
      return rows[0]!.server_version;
    },
    async close() {
      await accounts.close();
      await owner.end();
    },
  };
}

/** Runs `work` beside the running Refill of this data folder, or refuses with what to do. */
export async function withRunningInstance(
  work: (controlPlane: ControlPlane, baseUrl: string, instance: RunningInstance) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env);
  const instance = runningInstance(settings.dataFolder);
  if (!instance?.databaseUrl)
    throw new CommandRefused(
      `Refill is not running on ${settings.dataFolder}. Start it first: npm start (or set REFILL_DATA to the folder of the running one).`,
    );
  const vault = await openLocalVault(settings.keysFolder);
  const url = await vault.getSecret(ownerUrlName);
  if (!url)
    throw new CommandRefused(
      `${settings.keysFolder} is not the key vault of the Refill that runs on ${settings.dataFolder}: set REFILL_KEYS.`,
    );
  const controlPlane = await openControlPlane(url, vault);
  try {
    await work(
      controlPlane,
      settings.baseUrl ?? `http://localhost:${instance.httpPort ?? settings.httpPort}`,
      instance,
    );
  } finally {
    await controlPlane.close();
  }
}
