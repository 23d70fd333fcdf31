import { createSocket } from "node:dgram";
import { once } from "node:events";
import { ensureCertificate, openGatewayAuthority } from "@refill/certificates";
import { loginConfig } from "@refill/database";
import { type GatewayCredentials, serveDelivery } from "@refill/protocol";
import { type KeyVault, sealer } from "@refill/vault";
import pg from "pg";
import type { Logger } from "pino";
import { Registry } from "./devices/registry.ts";
import { shardCount } from "./devices/shard.ts";
import { Answers } from "./downlink/answer.ts";
import { Multicast } from "./downlink/multicast.ts";
import { DownlinkQueue } from "./downlink/queue.ts";
import { Transmitter } from "./downlink/transmitter.ts";
import { connectMqttGateways } from "./gateways/chirpstack/mqtt-gateways.ts";
import type { Gateway } from "./gateways/gateway.ts";
import { Gateways } from "./gateways/gateways.ts";
import { issueCredentials } from "./gateways/station/credentials.ts";
import { readFirmware } from "./gateways/station/firmware-store.ts";
import { serveStations } from "./gateways/station/station-server.ts";
import { UdpGateways } from "./gateways/udp.ts";
import { FrameLog } from "./operations/frame-log.ts";
import { makeMetrics } from "./operations/metrics.ts";
import { Requests } from "./operations/requests.ts";
import { type Health, serveStatusPages } from "./operations/status-pages.ts";
import { CommitQueue } from "./store/commit-queue.ts";
import { Delivery } from "./store/delivery.ts";
import { rotateMessageKey } from "./store/key-rotation.ts";
import { MessageKeys } from "./store/message-seal.ts";
import { Joins } from "./uplink/join.ts";
import { Receiver } from "./uplink/receiver.ts";
import { Uplinks } from "./uplink/uplink.ts";

export interface NetworkServer {
  udpPort: number;
  stationPort: number;
  deliveryPort: number;
  httpPort: number;
  stop(): Promise<void>;
}

export const version = "0.1.0";

/** Datagrams wait in the kernel while this process is busy: 8 MB are some seconds of a large plant. */
const receiveBufferBytes = 8 * 1024 * 1024;
const flushGatewaysMs = 2_000;
/** Gateways ask for downlinks every ten seconds or so; before, there is no way to them. */
const kickAfterMs = 15_000;

export async function startNetworkServer(options: {
  databaseUrl: string;
  vault: KeyVault;
  udp: { host: string; port: number };
  /** Basics Station; `publicHost` is what gateways reach it by. */
  station: { host: string; port: number; publicHost: string };
  /** Broker of gateways with ChirpStack's software; undefined: there are none. */
  mqttUrl?: string | undefined;
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
  const seal = await MessageKeys.open(vault);
  const sealDevices = sealer(await vault.getOrCreateKey("network/session-key", 32), "network");
  const shards = Array.from({ length: shardCount }, (_, shard) => shard);
  const registry = new Registry(sealDevices);
  const gateways = new Gateways(sealDevices);
  const frames = new FrameLog(registry);
  const transmitter = new Transmitter(metrics);
  const queue = new DownlinkQueue({ pool, sealer: sealDevices, log });
  const multicast = new Multicast({ pool, sealer: sealDevices, registry, gateways, transmitter });
  await registry.load(pool, shards);
  await gateways.load(pool);
  await queue.load(shards);
  await multicast.load();

  const socket = createSocket({ type: "udp4", recvBufferSize: receiveBufferBytes });
  const commits = new CommitQueue({ pool, metrics, log });
  const delivery = new Delivery({ pool, seal, commits, metrics, log });
  const answers = new Answers({ registry, gateways, commits, queue, transmitter, frames });
  const joins = new Joins({ registry, commits, transmitter, metrics, frames });
  const uplinks = new Uplinks({ registry, commits, delivery, answers, queue, joins, seal, metrics, frames });
  const receiver = new Receiver({ registry, commits, uplinks, metrics, frames });
  const udp = new UdpGateways({ socket, gateways, receiver });
  const requests = new Requests({
    pool,
    registry,
    gateways,
    queue,
    answers,
    multicast,
    commits,
    seal,
    frames,
    rotateKey: () => rotateMessageKey(pool, seal, log),
    renewCredentials,
  });
  for (const device of registry.byId.values())
    if (device.storedBefore - 1 > device.deliveredSequence) delivery.fellBehind(device);
  // Devices that listen between their uplinks get what waited for them over the restart.
  const kicking = setTimeout(() => {
    for (const deviceId of [...queue.devicesWaiting()]) {
      const device = registry.find(deviceId);
      if (device) answers.kick(device);
    }
  }, kickAfterMs);

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
    "Gateways that send and that nobody registered, at most 1,000",
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

  const authority = await openGatewayAuthority(vault, new Date());
  const { publicHost } = options.station;
  await ensureCertificate(
    vault,
    authority,
    "tls/station",
    { name: "Refill for gateways", hosts: [...new Set([publicHost, "localhost", "127.0.0.1"])] },
    new Date(),
  );
  const renew = async (gateway: Gateway) => {
    const fresh = await issueCredentials(authority, gateway.gatewayEui, new Date(), gateway.credentials);
    await gateways.keepCredentials(pool, gateway, fresh);
    return fresh;
  };
  const stations = await serveStations({
    ...options.station,
    tls: { cert: await secret("tls/station-certificate"), key: await secret("tls/station-key") },
    authority,
    gateways,
    receiver,
    renew,
    settle: (gateway) => {
      const { before: _, ...credentials } = gateway.credentials!;
      return gateways.keepCredentials(pool, gateway, credentials);
    },
    firmwareFor: (model) => readFirmware(pool, sealDevices, model),
    log,
  });

  const mqtt = options.mqttUrl
    ? connectMqttGateways({ url: options.mqttUrl, gateways, receiver, log })
    : undefined;

  socket.on("message", (bytes, from) => udp.take(bytes, from));
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
    stationPort: stations.port,
    deliveryPort: server.port,
    httpPort: pages.port,
    async stop() {
      clearInterval(flushing);
      socket.removeAllListeners("message");
      clearTimeout(kicking);
      receiver.flush();
      answers.stop();
      multicast.stop();
      await commits.end();
      udp.close();
      await stations.close();
      await mqtt?.close();
      delivery.end();
      await server.close();
      await gateways.flush(pool).catch(() => {});
      socket.close();
      await pages.close();
      await pool.end();
    },
  };

  /** By an admin's wish: what the gateway had before is no longer taken. */
  async function renewCredentials(gateway: Gateway): Promise<GatewayCredentials> {
    const { before: _, ...credentials } = await renew(gateway);
    await gateways.keepCredentials(pool, gateway, credentials);
    const { certificate, key, token } = credentials;
    const { lnsUri, cupsUri } = stations;
    return { lnsUri, cupsUri, caCertificate: authority.certificate, certificate, key, token };
  }

  async function secret(name: string): Promise<string> {
    const value = await vault.getSecret(name);
    if (!value)
      throw new Error(`the key vault has no ${name}: start Refill by its command line, which makes it`);
    return value;
  }

  async function health(): Promise<Health> {
    const checks: Record<string, string> = {
      udp: "ok",
      ...(mqtt ? { mqtt: mqtt.isConnected ? "ok" : "the broker can't be reached; tried again" } : {}),
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
