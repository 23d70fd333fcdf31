import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCertificates } from "@refill/certificates";
import { migrate, openOwner, startEmbeddedPostgres } from "@refill/database";
import type { RegionName } from "@refill/lorawan";
import {
  type Address,
  connectToNetworkServer,
  type DeviceRegistration,
  type DeviceSession,
  type FrameRecord,
  type GatewayCredentials,
  type NetworkServerConnection,
  type Request,
  type UplinkMessage,
} from "@refill/protocol";
import { openLocalVault } from "@refill/vault";
import pino from "pino";
import { random } from "../../factory/src/random.ts";
import { SensorRadio } from "../../factory/src/sensor.ts";
import { type NetworkServer, startNetworkServer } from "./server.ts";

export const accountId = "11111111-1111-4111-8111-111111111111";
export const otherAccount = "22222222-2222-4222-8222-222222222222";

/** Waits for a condition; the test's own time limit ends it. */
export async function until<T>(check: () => T | Promise<T>): Promise<Exclude<NonNullable<T>, false>> {
  for (;;) {
    const value = await check();
    if (value) return value as Exclude<NonNullable<T>, false>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export type DeviceUnderTest = DeviceRegistration & { sensor: SensorRadio };
export type NetworkUnderTest = Awaited<ReturnType<typeof startNetworkUnderTest>>;

/** For tests: the network server with a real Postgres, and the application's side of the contract in the test's hand. */
export async function startNetworkUnderTest(seed: string, options: { mqttUrl?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "refill-network-"));
  chmodSync(folder, 0o755);
  const log = pino({ level: process.env.REFILL_TEST_LOG ?? "silent" });
  const dice = random(seed);
  const vault = await openLocalVault(join(folder, "keys"));
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, "postgres"), vault, log });
  await migrate(postgres, vault);
  await ensureCertificates(vault, new Date());
  const owner = openOwner(postgres, vault);
  const received: UplinkMessage[] = [];
  let server = await start(0, 0, 0);
  let application: NetworkServerConnection | undefined = await connect();

  async function start(
    udp: number,
    delivery: number,
    station: number,
    onLost: (reason: string) => void = (reason) => {
      throw new Error(reason);
    },
  ): Promise<NetworkServer> {
    return startNetworkServer({
      database: postgres,
      vault,
      udp: { host: "127.0.0.1", port: udp },
      station: { host: "127.0.0.1", port: station, publicHost: "localhost" },
      deliveryPort: delivery,
      httpPort: 0,
      mqttUrl: options.mqttUrl,
      onLost,
      log,
    });
  }

  async function connect(addresses?: Address[]): Promise<NetworkServerConnection> {
    const material = async (name: string) => (await vault.getSecret(`tls/${name}`))!;
    const connection = connectToNetworkServer({
      tls: {
        ca: await material("ca-certificate"),
        cert: await material("application-certificate"),
        key: await material("application-key"),
      },
      addresses: addresses ?? [{ host: "127.0.0.1", port: server.deliveryPort }],
      onDeliver: async (messages) => {
        received.push(...messages);
      },
    });
    await until(() => connection.isConnected());
    return connection;
  }

  async function metric(name: string): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${server.httpPort}/metrics`)).text();
    const line = text.split("\n").find((each) => each.startsWith(`${name} `));
    return line ? Number(line.split(" ")[1]) : 0;
  }

  const request = (what: Request) => application!.request(what);

  return {
    dice,
    vault,
    database: postgres,
    owner,
    received,
    request,
    metric,
    get server() {
      return server;
    },
    async health(): Promise<{ status: string; checks: Record<string, string> }> {
      return (await fetch(`http://127.0.0.1:${server.httpPort}/health`)).json() as never;
    },
    refused: (reason: string) => metric(`refill_frames_refused_total{reason="${reason}"}`),
    of: (device: { deviceId: string }) => received.filter(({ deviceId }) => deviceId === device.deviceId),

    /** Registers a device that joins, unless `change` says otherwise, and gives its radio. */
    async device(change: Partial<DeviceRegistration> = {}): Promise<DeviceUnderTest> {
      const macVersion = change.macVersion ?? "1.0.3";
      const registration: DeviceRegistration = {
        accountId,
        deviceId: dice.uuid(),
        devEui: dice.hex(8),
        joinEui: "24e124c0002a0001",
        regionName: "EU868",
        macVersion,
        activation: {
          kind: "otaa",
          appKey: dice.hex(16),
          ...(macVersion === "1.1" ? { nwkKey: dice.hex(16) } : {}),
        },
        deviceClass: "A",
        allowsCounterReset: false,
        radio: {},
        ...change,
      };
      await request({ name: "register-devices", devices: [registration] });
      const { activation } = registration;
      const sensor = new SensorRadio({
        devEui: registration.devEui,
        joinEui: registration.joinEui,
        macVersion,
        regionName: registration.regionName,
        ...(activation.kind === "otaa"
          ? { appKey: activation.appKey, ...(activation.nwkKey ? { nwkKey: activation.nwkKey } : {}) }
          : { session: { devAddr: activation.devAddr, keys: activation.keys } }),
      });
      return { ...registration, sensor };
    },

    async gateway(regionName: RegionName = "EU868", account = accountId) {
      const gateway = { accountId: account, gatewayId: dice.uuid(), gatewayEui: dice.hex(8), regionName };
      await request({ name: "register-gateways", gateways: [gateway] });
      return gateway;
    },

    async credentials(gateway: { accountId: string; gatewayId: string }): Promise<GatewayCredentials> {
      return (await request({
        name: "renew-gateway-credentials",
        accountId: gateway.accountId,
        gatewayId: gateway.gatewayId,
      })) as GatewayCredentials;
    },

    async facts(device: DeviceRegistration): Promise<DeviceSession> {
      const found = await request({
        name: "device-sessions",
        accountId: device.accountId,
        deviceIds: [device.deviceId],
      });
      return (found as DeviceSession[])[0]!;
    },

    async frames(of: { deviceId?: string; gatewayId?: string }, after = 0): Promise<FrameRecord[]> {
      return (await request({ name: "frames", accountId, ...of, after })) as FrameRecord[];
    },

    async restart() {
      const { udpPort, deliveryPort, stationPort } = server;
      await server.stop();
      server = await start(udpPort, deliveryPort, stationPort);
      if (application) await until(() => application?.isConnected());
    },

    /** Over the first of these processes that takes the connection; none: the application is away. */
    async reconnect(through: readonly NetworkServer[] = [server]) {
      await application?.close();
      application = undefined;
      if (through.length === 0) return;
      application = await connect(
        through.map(({ deliveryPort }) => ({ host: "127.0.0.1", port: deliveryPort })),
      );
    },

    /** A further process with the same database, on ports of its own. */
    another: (onLost?: (reason: string) => void) => start(0, 0, 0, onLost),

    async stop() {
      await application?.close();
      await server.stop();
      await owner.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
