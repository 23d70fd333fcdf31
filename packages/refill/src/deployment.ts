import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureCertificates } from "@refill/certificates";
import { type EmbeddedPostgres, migrate, type RegionDatabase, startEmbeddedPostgres } from "@refill/database";
import { type KeyVault, openKeyVault } from "@refill/vault";
import type { Logger } from "pino";
import { type ControlPlane, openControlPlane, ownerUrlName } from "./control-plane.ts";
import { applicationNodeOptions, networkServerNodeOptions, type Program, startProgram } from "./program.ts";
import type { RegionSettings } from "./settings.ts";
import { startUpkeep } from "./upkeep.ts";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** A region's Postgres and network server. */
export interface RunningRegion {
  /** With the owner's password where DATABASE_URL has one: a secret. */
  database: RegionDatabase;
  /** Undefined where DATABASE_URL names another one. */
  postgres: EmbeddedPostgres | undefined;
  /** Its processes. */
  networkServers: readonly Program[];
  udpPort: number;
  stationPort: number;
}

/** Postgres, network server and application on this machine, each restarted when it dies. */
export interface Deployment {
  vault: KeyVault;
  controlPlane: ControlPlane;
  /** The first is the primary one. */
  regions: readonly RunningRegion[];
  /** Of the primary region. */
  postgres: EmbeddedPostgres | undefined;
  /** Of the primary region. */
  networkServers: readonly Program[];
  application: Program;
  baseUrl: string;
  /** Of the primary region. */
  udpPort: number;
  stationPort: number;
  /** Starts a further program that is stopped with the rest. */
  run(
    name: string,
    file: string,
    environment: Parameters<typeof startProgram>[0]["environment"],
    nodeOptions?: readonly string[],
  ): Promise<Program>;
  stop(): Promise<void>;
}

const oneRegion: readonly RegionSettings[] = [
  { region: "EU", databaseUrl: undefined, udpPort: 0, stationPort: 0 },
];

/** `onDatabases` is told as soon as the databases can be reached, before the programs start. */
export async function startDeployment(options: {
  dataFolder: string;
  keysFolder: string;
  /** Default: the local one. */
  vault?: string;
  vaultHoldMinutes?: number;
  accountMemoryMb?: number;
  passwordDays?: number;
  trustedProxies?: string | undefined;
  /** Default: one with an embedded Postgres, on any free ports. */
  regions?: readonly RegionSettings[];
  httpPort: number;
  stationHost?: string | undefined;
  networkProcesses?: number;
  mqttUrl?: string | undefined;
  hasPrivateProviders?: boolean;
  smtpUrl: string | undefined;
  demonstration: boolean;
  log: Logger;
  logFile: number;
  onDatabases?(databases: RegionDatabase[]): void;
  /** Gets what stops everything, also while it is still starting. */
  onStarting?(stop: () => Promise<void>): void;
  /** More settings for both programs. */
  environment?: Record<string, string>;
}): Promise<Deployment> {
  const { dataFolder, keysFolder, log, logFile } = options;
  const stops: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await starting.catch(() => {});
    // Last started, first stopped; what fails to stop does not keep the rest running.
    for (const each of stops.splice(0).reverse())
      await each().catch((error) => log.error({ reason: error.message }, "something did not stop cleanly"));
  };
  const keep = async (stopOne: () => Promise<void>) => {
    stops.push(stopOne);
    if (isStopping) throw new Error("stopped while it was starting");
  };
  const starting = bringUp();
  options.onStarting?.(stop);
  try {
    return await starting;
  } catch (error) {
    await stop();
    throw error;
  }

  async function bringUp(): Promise<Deployment> {
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
    const vaultOptions = {
      address: options.vault ?? "local",
      keysFolder,
      environment: process.env,
      holdMs: (options.vaultHoldMinutes ?? 15) * 60_000,
    };
    const vault = await openKeyVault(vaultOptions);
    await keep(() => vault.close());
    const settings = options.regions ?? oneRegion;
    const databases: { database: RegionDatabase; postgres: EmbeddedPostgres | undefined }[] = [];
    for (const [index, each] of settings.entries()) databases.push(await openDatabase(each, index, vault));
    await ensureCertificates(vault, new Date());
    options.onDatabases?.(databases.map(({ database }) => withoutLogin(database)));
    const controlPlane = openControlPlane(
      databases.map(({ database }) => database),
      vault,
    );
    await keep(() => controlPlane.close());

    const shared = {
      ...options.environment,
      REFILL_DATA: dataFolder,
      REFILL_KEYS: keysFolder,
      REFILL_VAULT: vaultOptions.address,
      REFILL_VAULT_HOLD_MINUTES: String(options.vaultHoldMinutes ?? 15),
      REFILL_FACTORY: options.demonstration ? "on" : "off",
    };
    const run: Deployment["run"] = async (name, file, environment, nodeOptions = []) => {
      const program = await startProgram({
        name,
        file: join(packages, file),
        nodeOptions,
        environment: (ready) => ({ ...shared, ...environment(ready) }),
        log,
        logFile,
      });
      await keep(() => program.stop());
      return program;
    };
    const regions: RunningRegion[] = [];
    for (const [index, each] of settings.entries())
      regions.push(await startNetworkServers(each, databases[index]!, run));
    const application = await run(
      "application",
      "application/src/main.ts",
      (ready) => ({
        REFILL_HTTP_PORT: String(ready?.httpPort ?? options.httpPort),
        REFILL_REGION_MAP: JSON.stringify(
          regions.map(({ database, networkServers }) => ({
            ...withoutLogin(database),
            networkServer: networkServers.map((server) => ({
              host: "127.0.0.1",
              port: Number(server.ready.deliveryPort),
            })),
          })),
        ),
        REFILL_ACCOUNT_MEMORY_MB: String(options.accountMemoryMb ?? 512),
        ...(options.trustedProxies ? { REFILL_TRUSTED_PROXIES: options.trustedProxies } : {}),
        ...(options.smtpUrl ? { REFILL_SMTP_URL: options.smtpUrl } : {}),
        REFILL_PRIVATE_PROVIDERS: options.hasPrivateProviders ? "on" : "off",
      }),
      applicationNodeOptions(options.accountMemoryMb ?? 512),
    );
    const upkeep = startUpkeep({
      databases: databases.map(({ database, postgres }) => ({
        database,
        isEmbedded: postgres !== undefined,
      })),
      controlPlane,
      vault,
      passwordDays: options.passwordDays ?? 30,
      log,
    });
    await keep(() => upkeep.stop());
    const [primary] = regions;
    return {
      vault,
      controlPlane,
      regions,
      application,
      baseUrl: `http://localhost:${application.ready.httpPort}`,
      ...primary!,
      run,
      stop,
    };
  }

  async function openDatabase(
    { region, databaseUrl }: RegionSettings,
    index: number,
    vault: KeyVault,
  ): Promise<{ database: RegionDatabase; postgres: EmbeddedPostgres | undefined }> {
    let postgres: EmbeddedPostgres | undefined;
    if (databaseUrl === undefined) {
      const folder = index === 0 ? "postgres" : `postgres-${region.toLowerCase()}`;
      const own = await startEmbeddedPostgres({ region, dataFolder: join(dataFolder, folder), vault, log });
      await keep(() => own.stop());
      postgres = own;
    }
    const database = { region, url: databaseUrl ?? postgres!.url };
    await migrate(database, vault);
    // The owner's password is for making customers: commands find it in the vault, and the programs never see it.
    await vault.setSecret(ownerUrlName(region), database.url);
    return { database, postgres };
  }

  async function startNetworkServers(
    { region, udpPort, stationPort }: RegionSettings,
    { database, postgres }: { database: RegionDatabase; postgres: EmbeddedPostgres | undefined },
    run: Deployment["run"],
  ): Promise<RunningRegion> {
    const networkServers: Program[] = [];
    const processes = options.networkProcesses ?? 1;
    const isOnly = (options.regions ?? oneRegion).length === 1;
    for (let number = 1; number <= processes; number++) {
      const parts = ["network-server", isOnly ? "" : region.toLowerCase(), processes === 1 ? "" : number];
      const name = parts.filter((part) => part !== "").join("-");
      const first = networkServers[0]?.ready;
      networkServers.push(
        await run(
          name,
          "network-server/src/main.ts",
          (ready) => ({
            REFILL_REGION: region,
            DATABASE_URL: withoutLogin(database).url,
            REFILL_UDP_PORT: String((ready ?? first)?.udpPort ?? udpPort),
            REFILL_STATION_PORT: String((ready ?? first)?.stationPort ?? stationPort),
            REFILL_STATION_HOST: options.stationHost ?? hostname(),
            REFILL_PROGRAM: name,
            REFILL_SHARES_PORTS: processes === 1 ? "no" : "yes",
            ...(options.mqttUrl ? { REFILL_MQTT_URL: options.mqttUrl } : {}),
            REFILL_DELIVERY_PORT: String(ready?.deliveryPort ?? 0),
            REFILL_NETWORK_HTTP_PORT: String(ready?.httpPort ?? 0),
          }),
          networkServerNodeOptions,
        ),
      );
    }
    const { ready } = networkServers[0]!;
    return {
      database,
      postgres,
      networkServers,
      udpPort: Number(ready.udpPort),
      stationPort: Number(ready.stationPort),
    };
  }
}

function withoutLogin({ region, url: text }: RegionDatabase): RegionDatabase {
  const url = new URL(text);
  url.username = "";
  url.password = "";
  return { region, url: url.href };
}
