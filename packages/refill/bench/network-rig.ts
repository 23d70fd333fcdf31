/** The network server's own process with a Postgres, and the application's side of the contract in this process. */
import { chmodSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureCertificates } from "@refill/certificates";
import { type EmbeddedPostgres, migrate, startEmbeddedPostgres } from "@refill/database";
import {
  connectToNetworkServer,
  type DeviceRegistration,
  type GatewayRegistration,
  type Request,
  type UplinkMessage,
} from "@refill/protocol";
import { type KeyVault, openLocalVault } from "@refill/vault";
import { openLog } from "../src/log.ts";
import { networkServerNodeOptions, type Program, startProgram } from "../src/program.ts";

const program = fileURLToPath(new URL("../../network-server/src/main.ts", import.meta.url));
const mostAtOnce = 5_000;

export interface NetworkRig {
  postgres: EmbeddedPostgres;
  vault: KeyVault;
  readonly server: Program;
  readonly udpPort: number;
  request(request: Request): Promise<unknown>;
  register(devices: readonly DeviceRegistration[], gateways: readonly GatewayRegistration[]): Promise<void>;
  /** Value of a metric; 0 while it has none. */
  metric(name: string): Promise<number>;
  /** Every metric whose name begins so, by its labels. */
  metrics(name: string): Promise<Record<string, number>>;
  /** Starts the network server anew; seconds until it takes frames. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

export async function startNetworkRig(onDeliver: (messages: UplinkMessage[]) => void): Promise<NetworkRig> {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  const log = openLog(logPath);
  const logFile = openSync(logPath, "a");
  const keys = join(folder, "keys");
  const vault = await openLocalVault(keys);
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, "postgres"), vault, log });
  await migrate({ url: postgres.url, vault });
  await ensureCertificates(vault, new Date());
  const url = new URL(postgres.url);
  url.username = "";
  url.password = "";
  const start = () =>
    startProgram({
      name: "network-server",
      file: program,
      nodeOptions: networkServerNodeOptions,
      environment: (ready) => ({
        REFILL_KEYS: keys,
        DATABASE_URL: url.href,
        REFILL_UDP_HOST: "127.0.0.1",
        REFILL_UDP_PORT: String(ready?.udpPort ?? 0),
        REFILL_STATION_PORT: String(ready?.stationPort ?? 0),
        REFILL_DELIVERY_PORT: String(ready?.deliveryPort ?? 0),
        REFILL_NETWORK_HTTP_PORT: String(ready?.httpPort ?? 0),
      }),
      log,
      logFile,
    });
  let server = await start();
  let connection = await connect();

  async function connect() {
    const secret = async (name: string) => (await vault.getSecret(`tls/${name}`))!;
    const made = connectToNetworkServer({
      tls: {
        ca: await secret("ca-certificate"),
        cert: await secret("application-certificate"),
        key: await secret("application-key"),
      },
      host: "127.0.0.1",
      port: Number(server.ready.deliveryPort),
      onDeliver: async (messages) => onDeliver(messages),
    });
    while (!made.isConnected()) await new Promise((resolve) => setTimeout(resolve, 20));
    return made;
  }

  async function metrics(name: string): Promise<Record<string, number>> {
    const text = await (await fetch(`http://127.0.0.1:${server.ready.httpPort}/metrics`)).text();
    return Object.fromEntries(
      text
        .split("\n")
        .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
        .map((line) => {
          const at = line.lastIndexOf(" ");
          return [line.slice(name.length, at), Number(line.slice(at + 1))];
        }),
    );
  }

  return {
    postgres,
    vault,
    get server() {
      return server;
    },
    get udpPort() {
      return Number(server.ready.udpPort);
    },
    request: (request) => connection.request(request),
    async register(devices, gateways) {
      if (gateways.length > 0)
        await connection.request({ name: "register-gateways", gateways: [...gateways] });
      for (let from = 0; from < devices.length; from += mostAtOnce)
        await connection.request({
          name: "register-devices",
          devices: devices.slice(from, from + mostAtOnce),
        });
    },
    metrics,
    async metric(name) {
      return (await metrics(name))[""] ?? 0;
    },
    async restart() {
      await connection.close();
      await server.stop();
      const startedAt = performance.now();
      server = await start();
      const seconds = (performance.now() - startedAt) / 1000;
      connection = await connect();
      return seconds;
    },
    async stop() {
      await connection.close();
      await server.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
