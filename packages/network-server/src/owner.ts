import { ensureCertificate, openGatewayAuthority } from "@refill/certificates";
import { type GatewayCredentials, serveDelivery, type TlsMaterial } from "@refill/protocol";
import { type KeyVault, sealer } from "@refill/vault";
import type pg from "pg";
import type { Logger } from "pino";
import { Registry } from "./devices/registry.ts";
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
import type { Metrics } from "./operations/metrics.ts";
import { networkStatus } from "./operations/network-status.ts";
import { Requests } from "./operations/requests.ts";
import { Traffic } from "./operations/traffic.ts";
import type { Doors, Handler } from "./processes/doors.ts";
import { CommitQueue } from "./store/commit-queue.ts";
import { Delivery } from "./store/delivery.ts";
import { KeyRotation } from "./store/key-rotation.ts";
import { MessageKeys } from "./store/message-seal.ts";
import { Joins } from "./uplink/join.ts";
import { Receiver } from "./uplink/receiver.ts";
import { Uplinks } from "./uplink/uplink.ts";

/** Everything that knows devices: what reaches any of the processes is dealt with here. */
export interface Owner extends Handler {
  /** By part, `ok` or what is wrong. */
  checks(): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

const flushGatewaysMs = 2_000;
/** Stations connect anew, and forwarders whose address is not known ask for downlinks, within ten seconds or so. */
const kickAfterMs = 15_000;

export async function startOwner(options: {
  pool: pg.Pool;
  vault: KeyVault;
  tls: TlsMaterial;
  /** Name or address, and port, by which gateways with Basics Station reach this server. */
  station: { publicHost: string; publicPort: number };
  mqttUrl: string | undefined;
  /** To gateways with Semtech UDP. */
  sendDatagram: Doors["sendDatagram"];
  version: string;
  metrics: Metrics;
  log: Logger;
}): Promise<Owner> {
  const { pool, vault, metrics, log } = options;
  const ownerSince = Date.now();
  const seal = await MessageKeys.open(vault);
  const sealDevices = sealer(await vault.getOrCreateKey("network/session-key", 32), "network");
  const registry = new Registry(sealDevices);
  const gateways = new Gateways(sealDevices);
  const frames = new FrameLog(registry);
  const transmitter = new Transmitter(metrics);
  const queue = new DownlinkQueue({ pool, sealer: sealDevices, log });
  const multicast = new Multicast({ pool, sealer: sealDevices, registry, gateways, transmitter });
  await registry.load(pool);
  await gateways.load(pool);
  await queue.load();
  await multicast.load();

  const commits = new CommitQueue({ pool, metrics, log });
  const traffic = new Traffic(metrics);
  const delivery = new Delivery({ pool, seal, commits, metrics, traffic, log });
  const rotation = new KeyRotation({ pool, keys: seal, commits, log });
  rotation.resume();
  const answers = new Answers({ registry, gateways, commits, queue, transmitter, frames });
  const joins = new Joins({ registry, commits, transmitter, metrics, frames });
  const uplinks = new Uplinks({ registry, commits, delivery, answers, queue, joins, seal, metrics, frames });
  const receiver = new Receiver({ registry, commits, uplinks, metrics, frames });
  const udp = new UdpGateways({ gateways, receiver, send: options.sendDatagram });
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
    rotateKey: () => rotation.rotate(),
    networkStatus: () =>
      networkStatus({
        pool,
        registry,
        gateways,
        commits,
        delivery,
        metrics,
        traffic,
        version: options.version,
        ownerSince,
        checks,
        certificates: async () => ({
          "network server": options.tls.cert,
          "internal authority": options.tls.ca,
          "gateway authority": authority.certificate,
          "for gateways": await requiredSecret(vault, "tls/station-certificate"),
        }),
      }),
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

  const server = serveDelivery({
    tls: options.tls,
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
  const stations = serveStations({
    ...options.station,
    tls: {
      cert: await requiredSecret(vault, "tls/station-certificate"),
      key: await requiredSecret(vault, "tls/station-key"),
    },
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

  const flushing = setInterval(() => {
    gateways
      .flush(pool)
      .catch((error) => log.error({ reason: error.message }, "gateway counts are not written yet"));
  }, flushGatewaysMs);

  return {
    takeDatagram: (bytes, from, arrivedAt) => udp.take(bytes, from, arrivedAt),
    acceptStation: (socket) => stations.accept(socket),
    acceptApplication: (socket) => server.accept(socket),
    checks,
    async stop() {
      clearInterval(flushing);
      clearTimeout(kicking);
      traffic.stop();
      receiver.flush();
      answers.stop();
      multicast.stop();
      await commits.end();
      udp.close();
      stations.close();
      await mqtt?.close();
      delivery.end();
      await server.close();
      await gateways.flush(pool).catch(() => {});
    },
  };

  async function checks(): Promise<Record<string, string>> {
    return {
      ...(mqtt ? { mqtt: mqtt.isConnected ? "ok" : "the broker can't be reached; tried again" } : {}),
      application: delivery.isConnected ? "ok" : "not connected: messages wait in the rings",
      postgres: commits.isFailing ? "messages can't be committed; tried again" : await answerOf(pool),
    };
  }

  /** By an admin's wish: what the gateway had before is no longer taken. */
  async function renewCredentials(gateway: Gateway): Promise<GatewayCredentials> {
    const { before: _, ...credentials } = await renew(gateway);
    await gateways.keepCredentials(pool, gateway, credentials);
    const { certificate, key, token } = credentials;
    const { lnsUri, cupsUri } = stations;
    return { lnsUri, cupsUri, caCertificate: authority.certificate, certificate, key, token };
  }
}

async function answerOf(pool: pg.Pool): Promise<string> {
  try {
    await pool.query("select 1");
    return "ok";
  } catch (error) {
    return `no answer: ${(error as Error).message}`;
  }
}

export async function requiredSecret(vault: KeyVault, name: string): Promise<string> {
  const value = await vault.getSecret(name);
  if (!value)
    throw new Error(`the key vault has no ${name}: start Refill by its command line, which makes it`);
  return value;
}
