import {
  type AccountStore,
  type Credentials,
  createApiKey,
  createRegistrationLink,
  type DemonstrationProvider,
  demonstrationAddresses,
  openAccounts,
  operatorActor,
  putDemonstrationConnection,
  removeApiKey,
} from "@refill/application";
import {
  type CustomerState,
  openOwner,
  provisionAccount,
  type Quota,
  type RegionDatabase,
  recordService,
} from "@refill/database";
import { type KeyVault, openKeyVault } from "@refill/vault";
import type pg from "pg";
import { CommandRefused } from "./command-refused.ts";
import { type RunningInstance, runningInstance } from "./data-folder-lock.ts";
import { operatorName } from "./operator-name.ts";
import { readSettings } from "./settings.ts";
import { anchorTrails } from "./trails.ts";

/** No customer's. */
const serviceSlug = "operators";

export interface Customer {
  accountId: string;
  slug: string;
  region: string;
  state: CustomerState;
  isDemonstration: boolean;
  /** The account of those who run the service. */
  isService: boolean;
  createdAt: Date;
  quota: Quota;
}

/** What the operator's commands do to customers and their first keys. */
export interface ControlPlane {
  readonly regions: readonly string[];
  readonly vault: KeyVault;
  readonly store: AccountStore;
  /** The owner's connections to a region's database. */
  owner(region: string): pg.Pool;
  listCustomers(): Promise<Customer[]>;
  findCustomer(slug: string): Promise<Customer | undefined>;
  /** Throws {@link CommandRefused} when there is none. */
  requireCustomer(slug: string): Promise<Customer>;
  createCustomer(customer: {
    slug: string;
    name: string;
    region: string;
    demonstration: boolean;
    quota?: Partial<Quota>;
  }): Promise<string>;
  /** The account of those who run the service, made when it is not there yet. */
  ensureService(): Promise<Customer>;
  /** The link's token; it works once, for 7 days, for this address, or for whoever registers first. */
  createRegistrationLink(accountId: string, email?: string): Promise<string>;
  demonstrationAddresses(accountId: string, baseUrl: string): ReturnType<typeof demonstrationAddresses>;
  putDemonstrationConnection(accountId: string, id: string, provider: DemonstrationProvider): Promise<void>;
  createApiKey(accountId: string, facts: { name: string; role: "admin" | "user" }): Promise<string>;
  /** For one command, in the operator's name. */
  createTemporaryKey(accountId: string): Promise<{ id: string; key: string }>;
  removeApiKey(accountId: string, id: string): Promise<void>;
  hasMembers(accountId: string): Promise<boolean>;
  serverVersion(region: string): Promise<string>;
  /** Appends to the region's trail of what operators did. */
  record(
    region: string,
    entry: { action: string; accountId: string | null; detail?: Record<string, unknown> },
  ): Promise<void>;
  /** Notes in the key vault what each audit trail of the region ends with now. */
  anchorTrails(region: string): Promise<void>;
  close(): Promise<void>;
}

/** The vault's secret with the address of a region's database and its owner's login. */
export function ownerUrlName(region: string): string {
  return `postgres/${region.toLowerCase()}/owner-url`;
}

export function openControlPlane(databases: readonly RegionDatabase[], vault: KeyVault): ControlPlane {
  const owners = new Map(databases.map((database) => [database.region, openOwner(database, vault)]));
  const accounts = openAccounts(databases, vault);
  const { store, credentials }: { store: AccountStore; credentials: Credentials } = accounts;
  const by = operatorName();
  const actor = operatorActor(by);

  function owner(region: string): pg.Pool {
    const found = owners.get(region);
    if (!found)
      throw new CommandRefused(
        `The region ${region} is not served here; there is: ${[...owners.keys()].join(", ")} (REFILL_REGIONS).`,
      );
    return found;
  }

  async function listCustomers(): Promise<Customer[]> {
    const lists = await Promise.all([...owners.values()].map(customersOf));
    return lists
      .flat()
      .filter(({ isService }) => !isService)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  async function findCustomer(slug: string): Promise<Customer | undefined> {
    return (await listCustomers()).find((customer) => customer.slug === slug);
  }

  return {
    regions: [...owners.keys()],
    vault,
    store,
    owner,
    listCustomers,
    findCustomer,
    async createTemporaryKey(accountId) {
      const { apiKey, key } = await createApiKey(store, credentials, accountId, actor, {
        name: `${by} (command line)`,
        role: "admin",
        expiresAt: Date.now() + 24 * 60 * 60 * 1000,
        isOperators: true,
      });
      return { id: apiKey.id, key };
    },
    removeApiKey: (accountId, id) => removeApiKey(store, credentials, accountId, actor, id),
    async requireCustomer(slug) {
      const customers = await listCustomers();
      const customer = customers.find((each) => each.slug === slug);
      if (customer) return customer;
      const known = customers
        .filter(({ state, isService }) => state !== "closed" && !isService)
        .slice(0, 20)
        .map((each) => each.slug)
        .join(", ");
      throw new CommandRefused(
        `There is no customer "${slug}". ${known ? `There is: ${known}.` : "Create one: npx refill account create --customer NAME"}`,
      );
    },
    async createCustomer({ slug, name, region, demonstration, quota }) {
      const { accountId } = await provisionAccount(owner(region), vault, region, {
        slug,
        name,
        isDemonstration: demonstration,
        ...(quota ? { quota } : {}),
      });
      accounts.regions.remember(accountId, region);
      await recordService(owner(region), vault, {
        action: "account.created",
        by,
        accountId,
        detail: { customer: slug, region },
      });
      return accountId;
    },
    async ensureService() {
      const [region] = [...owners.keys()];
      const known = (await customersOf(owner(region!))).find(({ isService }) => isService);
      if (known) return known;
      const facts = { slug: serviceSlug, name: "Operators", isService: true };
      await provisionAccount(owner(region!), vault, region!, facts);
      return (await customersOf(owner(region!))).find(({ isService }) => isService)!;
    },
    createRegistrationLink: (accountId, email) =>
      createRegistrationLink(store, credentials, accountId, actor, "admin", email ?? null),
    demonstrationAddresses: (accountId, baseUrl) => demonstrationAddresses(store, accountId, baseUrl),
    putDemonstrationConnection: (accountId, id, provider) =>
      putDemonstrationConnection(store, credentials, accountId, actor, id, provider),
    async createApiKey(accountId, facts) {
      const { key } = await createApiKey(store, credentials, accountId, actor, facts);
      return key;
    },
    async hasMembers(accountId) {
      const set = await store.readNow(accountId);
      return set.records.member.size > 0;
    },
    async serverVersion(region) {
      const { rows } = await owner(region).query<{ server_version: string }>("show server_version");
      return rows[0]!.server_version;
    },
    record: (region, entry) => recordService(owner(region), vault, { ...entry, by }),
    anchorTrails: (region) => anchorTrails(owner(region), vault, region),
    async close() {
      await accounts.close();
      await Promise.all([...owners.values()].map((each) => each.end()));
    },
  };
}

async function customersOf(owner: pg.Pool): Promise<Customer[]> {
  const { rows } = await owner.query<{
    id: string;
    slug: string;
    region: string;
    state: CustomerState;
    is_demonstration: boolean;
    is_service: boolean;
    created_at: Date;
    device_limit: number | null;
    request_limit: number | null;
    storage_limit: number | null;
  }>(
    `select id, slug, region, state, is_demonstration, is_service, created_at, device_limit, request_limit, storage_limit
     from directory.customer order by slug`,
  );
  return rows.map((row) => ({
    accountId: row.id,
    slug: row.slug,
    region: row.region,
    state: row.state,
    isDemonstration: row.is_demonstration,
    isService: row.is_service,
    createdAt: row.created_at,
    quota: {
      devices: row.device_limit,
      requestsPerMinute: row.request_limit,
      storageMb: row.storage_limit,
    },
  }));
}

/** Runs `work` beside the running Refill of this data folder, or refuses with what to do. */
export async function withRunningInstance(
  work: (controlPlane: ControlPlane, baseUrl: string, instance: RunningInstance) => Promise<void>,
): Promise<void> {
  const settings = readSettings(process.env);
  const instance = runningInstance(settings.dataFolder);
  if (!instance?.regions)
    throw new CommandRefused(
      `Refill is not running on ${settings.dataFolder}. Start it first: npm start (or set REFILL_DATA to the folder of the running one).`,
    );
  const vault = await openKeyVault({
    address: settings.vault,
    keysFolder: settings.keysFolder,
    environment: process.env,
    holdMs: 0,
  });
  const databases = await Promise.all(
    instance.regions.map(async ({ region }) => {
      const url = await vault.getSecret(ownerUrlName(region));
      if (!url)
        throw new CommandRefused(
          `${settings.keysFolder} is not the key vault of the Refill that runs on ${settings.dataFolder}: set REFILL_KEYS.`,
        );
      return { region, url };
    }),
  );
  const controlPlane = openControlPlane(databases, vault);
  try {
    await work(
      controlPlane,
      settings.baseUrl ?? `http://localhost:${instance.httpPort ?? settings.httpPort}`,
      instance,
    );
  } finally {
    await controlPlane.close();
    await vault.close();
  }
}
