/** The network server's own processes with a Postgres, and the application's side of the contract in this process. */
import { chmodSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureCertificates } from "@refill/certificates";
import { type EmbeddedPostgres, migrate, openOwner, startEmbeddedPostgres } from "@refill/database";
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
  /** The first is the owner of the devices at the start. */
  readonly servers: readonly Program[];
  readonly udpPort: number;
  request(request: Request): Promise<unknown>;
  register(devices: readonly DeviceRegistration[], gateways: readonly GatewayRegistration[]): Promise<void>;
  /** Value of a metric, of all processes together; 0 while it has none. */
  metric(name: string): Promise<number>;
  /** Every metric whose name begins so, by its labels. */
  metrics(name: string): Promise<Record<string, number>>;
  /** What Postgres does by itself within minutes after so many rows came in; measured beside it, it would be noise. */
  tidyUp(): Promise<void>;
  /** Starts the network server anew, which must be one process; seconds until it takes frames. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

export async function startNetworkRig(
  onDeliver: (messages: UplinkMessage[]) => void,
  processes = 1,
): Promise<NetworkRig> {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  const log = openLog(logPath);
  const logFile = openSync(logPath, "a");
  const keys = join(folder, "keys");
  const vault = await openLocalVault(keys);
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, "postgres"), vault, log });
  await migrate(postgres, vault);
  await ensureCertificates(vault, new Date());
  const start = (first?: Program) =>
    startProgram({
      name: "network-server",
      file: program,
      nodeOptions: networkServerNodeOptions,
      environment: (ready) => ({
        REFILL_KEYS: keys,
        DATABASE_URL: postgres.url,
        REFILL_REGION: postgres.region,
        REFILL_UDP_HOST: "127.0.0.1",
        REFILL_SHARES_PORTS: processes === 1 ? "no" : "yes",
        REFILL_UDP_PORT: String((ready ?? first?.ready)?.udpPort ?? 0),
        REFILL_STATION_PORT: String((ready ?? first?.ready)?.stationPort ?? 0),
        REFILL_DELIVERY_PORT: String(ready?.deliveryPort ?? 0),
        REFILL_NETWORK_HTTP_PORT: String(ready?.httpPort ?? 0),
      }),
      log,
      logFile,
    });
  let servers = [await start()];
  while (servers.length < processes) servers.push(await start(servers[0]));
  let connection = await connect();

  async function connect() {
    const secret = async (name: string) => (await vault.getSecret(`tls/${name}`))!;
    const made = connectToNetworkServer({
      tls: {
        ca: await secret("ca-certificate"),
        cert: await secret("application-certificate"),
        key: await secret("application-key"),
      },
      addresses: servers.map(({ ready }) => ({ host: "127.0.0.1", port: Number(ready.deliveryPort) })),
      onDeliver: async (messages) => onDeliver(messages),
    });
    while (!made.isConnected()) await new Promise((resolve) => setTimeout(resolve, 20));
    return made;
  }

  async function metrics(name: string): Promise<Record<string, number>> {
    const sums: Record<string, number> = {};
    for (const { ready } of servers) {
      const text = await (await fetch(`http://127.0.0.1:${ready.httpPort}/metrics`)).text();
      for (const line of text.split("\n")) {
        if (!line.startsWith(`${name} `) && !line.startsWith(`${name}{`)) continue;
        const at = line.lastIndexOf(" ");
        const labels = line.slice(name.length, at);
        sums[labels] = (sums[labels] ?? 0) + Number(line.slice(at + 1));
      }
    }
    return sums;
  }

  return {
    postgres,
    vault,
    get servers() {
      return servers;
    },
    get udpPort() {
      return Number(servers[0]!.ready.udpPort);
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
    async tidyUp() {
      const owner = openOwner(postgres, vault);
      await owner.query("vacuum (analyze) network.device");
      await owner.query("vacuum (analyze) network.counter");
      await owner.end();
    },
    async restart() {
      await connection.close();
      for (const server of servers) await server.stop();
      const startedAt = performance.now();
      servers = [await start()];
      const seconds = (performance.now() - startedAt) / 1000;
      connection = await connect();
      return seconds;
    },
    async stop() {
      await connection.close();
      for (const server of servers) await server.stop();
      await postgres.stop();
      if (!process.env.REFILL_TEST_KEEP) rmSync(folder, { recursive: true, force: true });
    },
  };
}
