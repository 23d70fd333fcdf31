import { mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureCertificates } from "@refill/certificates";
import { type EmbeddedPostgres, migrate, startEmbeddedPostgres } from "@refill/database";
import { type KeyVault, openLocalVault } from "@refill/vault";
import type { Logger } from "pino";
import { type ControlPlane, openControlPlane, ownerUrlName } from "./control-plane.ts";
import { networkServerNodeOptions, type Program, startProgram } from "./program.ts";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** Postgres, network server and application on this machine, each restarted when it dies. */
export interface Deployment {
  /** The owner's, with its password where DATABASE_URL has one: a secret. */
  databaseUrl: string;
  vault: KeyVault;
  controlPlane: ControlPlane;
  /** Undefined where DATABASE_URL names another one. */
  postgres: EmbeddedPostgres | undefined;
  /** Its processes. */
  networkServers: readonly Program[];
  application: Program;
  baseUrl: string;
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

/** `onDatabase` is told as soon as the database can be reached, before the programs start. */
export async function startDeployment(options: {
  dataFolder: string;
  keysFolder: string;
  databaseUrl: string | undefined;
  httpPort: number;
  udpPort: number;
  /** Default: any free one. */
  stationPort?: number;
  stationHost?: string | undefined;
  networkProcesses?: number;
  mqttUrl?: string | undefined;
  smtpUrl: string | undefined;
  demonstration: boolean;
  log: Logger;
  logFile: number;
  onDatabase?(url: string): void;
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
    const vault = await openLocalVault(keysFolder);
    let postgres: EmbeddedPostgres | undefined;
    if (options.databaseUrl === undefined) {
      const own = await startEmbeddedPostgres({ dataFolder: join(dataFolder, "postgres"), vault, log });
      await keep(() => own.stop());
      postgres = own;
    }
    const databaseUrl = options.databaseUrl ?? postgres!.url;
    await migrate({ url: databaseUrl, vault });
    await ensureCertificates(vault, new Date());
    // The owner's password is for making customers: commands find it in the vault, and the programs never see it.
    await vault.setSecret(ownerUrlName, databaseUrl);
    const plainUrl = withoutLogin(databaseUrl);
    options.onDatabase?.(plainUrl);
    const controlPlane = await openControlPlane(databaseUrl, vault);
    await keep(() => controlPlane.close());

    const shared = {
      ...options.environment,
      REFILL_DATA: dataFolder,
      REFILL_KEYS: keysFolder,
      DATABASE_URL: plainUrl,
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
    const networkServers: Program[] = [];
    const processes = options.networkProcesses ?? 1;
    for (let number = 1; number <= processes; number++) {
      const name = processes === 1 ? "network-server" : `network-server-${number}`;
      const first = networkServers[0]?.ready;
      networkServers.push(
        await run(
          name,
          "network-server/src/main.ts",
          (ready) => ({
            REFILL_UDP_PORT: String((ready ?? first)?.udpPort ?? options.udpPort),
            REFILL_STATION_PORT: String((ready ?? first)?.stationPort ?? options.stationPort ?? 0),
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
    const application = await run("application", "application/src/main.ts", (ready) => ({
      REFILL_HTTP_PORT: String(ready?.httpPort ?? options.httpPort),
      REFILL_DELIVERY_PORTS: networkServers.map(({ ready }) => ready.deliveryPort).join(),
      ...(options.smtpUrl ? { REFILL_SMTP_URL: options.smtpUrl } : {}),
    }));
    return {
      databaseUrl,
      vault,
      controlPlane,
      postgres,
      networkServers,
      application,
      baseUrl: `http://localhost:${application.ready.httpPort}`,
      udpPort: Number(networkServers[0]!.ready.udpPort),
      stationPort: Number(networkServers[0]!.ready.stationPort),
      run,
      stop,
    };
  }
}

function withoutLogin(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = "";
  url.password = "";
  return url.href;
}
