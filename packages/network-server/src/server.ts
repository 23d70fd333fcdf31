import { createSocket } from "node:dgram";
import { once } from "node:events";
import { loginConfig } from "@refill/database";
import { serveDelivery } from "@refill/protocol";
import { type KeyVault, sealer } from "@refill/vault";
import pg from "pg";
import type { Logger } from "pino";
import { CommitQueue } from "./commit-queue.ts";
import { Delivery } from "./delivery.ts";
import { Downlinks } from "./downlink.ts";
import { Gateways } from "./gateways.ts";
import { messageSeal } from "./message-seal.ts";
import { makeMetrics } from "./metrics.ts";
import { Registry } from "./registry.ts";
import { Requests } from "./requests.ts";
import { type Health, serveStatusPages } from "./status-pages.ts";
import { UdpReceiver } from "./udp.ts";
import { Uplinks } from "./uplink.ts";

export interface NetworkServer {
  udpPort: number;
  deliveryPort: number;
  httpPort: number;
  stop(): Promise<void>;
}

export const version = "0.1.0";

/** Datagrams wait in the kernel while this process is busy: 8 MB are some seconds of a large plant. */
const receiveBufferBytes = 8 * 1024 * 1024;
const flushGatewaysMs = 2_000;

export async function startNetworkServer(options: {
  databaseUrl: string;
  vault: KeyVault;
  udp: { host: string; port: number };
  /** Both on loopback; 0: any free one. */
  deliveryPort: number;
  httpPort: number;
  log: Logger;
}): Promise<NetworkServer> {
  const { vault, log } = options;
  const metrics = makeMetrics();
  const pool = new pg.Pool({ ...(await loginConfig(options.databaseUrl, "refill_network", vault)), max: 4 });
  // An idle connection that Postgres ended is replaced by the pool; queries under way get their own errors.
  pool.on("error", () => {});
  const seal = messageSeal(await vault.getOrCreateKey("network/message-key", 16));
  const registry = new Registry(sealer(await vault.getOrCreateKey("network/session-key", 32), "network"));
  const gateways = new Gateways();
  await registry.load(pool);
  await gateways.load(pool);

  const socket = createSocket({ type: "udp4", recvBufferSize: receiveBufferBytes });
  const commits = new CommitQueue({ pool, registry, metrics, log });
  const delivery = new Delivery({ pool, seal, commits, metrics, log });
  const downlinks = new Downlinks({ gateways, metrics, socket });
  const uplinks = new Uplinks({ registry, commits, delivery, downlinks, seal, metrics });
  const receiver = new UdpReceiver({ socket, gateways, registry, commits, uplinks, metrics });
  const requests = new Requests({ pool, registry, gateways });
  for (const device of registry.byId.values())
    if (device.storedBefore - 1 > device.deliveredSequence) delivery.fellBehind(device);

  metrics.gauge("refill_devices", "Registered devices", () => registry.byId.size);
  metrics.gauge("refill_commit_queue_length", "Frames that wait for their commit", () => commits.length);
  metrics.gauge(
    "refill_ready_messages",
    "Stored messages in memory that wait for the application",
    () => delivery.readyLength,
  );
  metrics.gauge(
    "refill_devices_behind",
    "Devices with messages that wait in their rings",
    () => delivery.devicesBehind,
  );
  metrics.gauge(
    "refill_unknown_gateways",
    "Gateways that send and that nobody registered, at most 100",
    () => gateways.unknown.size,
  );

  const server = await serveDelivery({
    tls: {
      ca: await secret("tls/ca-certificate"),
      cert: await secret("tls/network-server-certificate"),
      key: await secret("tls/network-server-key"),
    },
    host: "127.0.0.1",
    port: options.deliveryPort,
    onSubscriber: (subscriber) => {
      log.info({ devicesBehind: delivery.devicesBehind }, "the application is connected");
      delivery.subscribe(subscriber);
    },
    onRequest: async (request) => {
      try {
        return await requests.answer(request);
      } catch (error) {
        log.warn({ request: request.name, reason: (error as Error).message }, "a request was not fulfilled");
        throw error;
      }
    },
    onRefusedConnection: (reason) =>
      log.warn({ reason }, "a connection of the application ended or was refused"),
  });
  const pages = await serveStatusPages({ port: options.httpPort, metrics, health });

  socket.on("message", (bytes, from) => receiver.take(bytes, from));
  socket.on("error", (error) => log.error({ reason: error.message }, "the UDP socket failed"));
  socket.bind(options.udp.port, options.udp.host);
  await once(socket, "listening");
  const flushing = setInterval(() => {
    gateways
      .flush(pool)
      .catch((error) => log.error({ reason: error.message }, "gateway counts are not written yet"));
  }, flushGatewaysMs);

  return {
    udpPort: socket.address().port,
    deliveryPort: server.port,
    httpPort: pages.port,
    async stop() {
      clearInterval(flushing);
      socket.removeAllListeners("message");
      receiver.collecting.flush();
      await commits.end();
      delivery.end();
      await server.close();
      await gateways.flush(pool).catch(() => {});
      socket.close();
      await pages.close();
      await pool.end();
    },
  };

  async function secret(name: string): Promise<string> {
    const value = await vault.getSecret(name);
    if (!value)
      throw new Error(`the key vault has no ${name}: start Refill by its command line, which makes it`);
    return value;
  }

  async function health(): Promise<Health> {
    const checks: Record<string, string> = {
      udp: "ok",
      application: delivery.isConnected ? "ok" : "not connected: messages wait in the rings",
      postgres: commits.isFailing ? "messages can't be committed; tried again" : "ok",
    };
    try {
      await pool.query("select 1");
    } catch (error) {
      checks.postgres = `no answer: ${(error as Error).message}`;
    }
    const isOk = Object.values(checks).every((check) => check === "ok");
    return { status: isOk ? "ok" : "degraded", checks, version };
  }
}
