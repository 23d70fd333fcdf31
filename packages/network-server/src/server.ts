import { announceProcess, loginConfig, type RegionDatabase } from "@refill/database";
import { protocolVersion } from "@refill/protocol";
import type { KeyVault } from "@refill/vault";
import pg from "pg";
import type { Logger } from "pino";
import { makeMetrics } from "./operations/metrics.ts";
import { type Health, serveStatusPages } from "./operations/status-pages.ts";
import { type Owner, requiredSecret, startOwner } from "./owner.ts";
import { openDoors } from "./processes/doors.ts";
import { becomeOwner, type Owned, type Place } from "./processes/ownership.ts";
import { Relay, serveDatagrams } from "./processes/relay.ts";

export interface NetworkServer {
  udpPort: number;
  stationPort: number;
  deliveryPort: number;
  httpPort: number;
  /** Whether this process owns the devices; the others pass on to it what reaches them. */
  readonly isOwner: boolean;
  stop(): Promise<void>;
}

export const version = "0.1.0";

/**
 * One process of the network server. Of those that run against one database one owns the devices, and the rest stand by:
 * what reaches them goes to the owner, and when it ends one of them becomes the owner. Resolves when frames are dealt with.
 */
export async function startNetworkServer(options: {
  database: RegionDatabase;
  vault: KeyVault;
  udp: { host: string; port: number };
  /** Basics Station; `publicHost` is what gateways reach it by. */
  station: { host: string; port: number; publicHost: string };
  /** Several processes on this machine have the same ports for gateways. */
  sharesPorts?: boolean;
  /** Broker of gateways with ChirpStack's software; undefined: there are none. */
  mqttUrl?: string | undefined;
  /** Both on loopback; 0: any free one. */
  deliveryPort: number;
  httpPort: number;
  /** It was the owner and another process is now, or it could not become it: it must end at once. */
  onLost(reason: string): void;
  /** Of this process, among several; default: network-server. */
  name?: string;
  log: Logger;
}): Promise<NetworkServer> {
  const { vault, log } = options;
  const metrics = makeMetrics();
  const tls = {
    ca: await requiredSecret(vault, "tls/ca-certificate"),
    cert: await requiredSecret(vault, "tls/network-server-certificate"),
    key: await requiredSecret(vault, "tls/network-server-key"),
  };
  const config = loginConfig(options.database, "refill_network", vault);
  const relay = new Relay({ tls, metrics, log });
  let owner: Owner | undefined;
  let owned: Owned | undefined;
  let datagrams: Awaited<ReturnType<typeof serveDatagrams>> | undefined;
  const doors = await openDoors({
    udp: options.udp,
    station: options.station,
    deliveryPort: options.deliveryPort,
    isShared: options.sharesPorts ?? false,
    handler: relay,
    log,
  });
  const pages = await serveStatusPages({ port: options.httpPort, metrics, health }).catch((error) => {
    doors.close();
    throw error;
  });
  // Apart from the owner's connections, each of which holds the ownership.
  const told = new pg.Pool({ ...config, max: 1, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  told.on("error", () => {});
  const presence = announceProcess(
    (text, values) => told.query(text, values),
    "network.process",
    () => ({
      name: options.name ?? "network-server",
      role: owner ? "owner" : "standby",
      version,
      protocolVersion,
    }),
  );
  metrics.gauge("refill_owner", "1: this process owns the devices; 0: it stands by", () => (owner ? 1 : 0));

  const stopping = new AbortController();
  const { promise: ready, resolve: isReady, reject: failed } = Promise.withResolvers<void>();
  ready.catch(() => {});
  let isUp = false;
  let stopped: Promise<void> | undefined;
  const owning = own().then(isReady, (error) => {
    if (stopping.signal.aborted) return;
    if (isUp) options.onLost(error.message);
    else failed(error);
  });
  try {
    await ready;
    isUp = true;
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    udpPort: doors.udpPort,
    stationPort: doors.stationPort,
    deliveryPort: doors.deliveryPort,
    httpPort: pages.port,
    get isOwner() {
      return owner !== undefined;
    },
    stop,
  };

  async function own(): Promise<void> {
    owned = await becomeOwner({
      config,
      signal: stopping.signal,
      log,
      onOther(place) {
        // What this process said of itself before it ended is no way to the owner.
        const isOther = place !== undefined && place.deliveryPort !== doors.deliveryPort;
        relay.toward(isOther ? place : undefined);
        if (relay.isConnected) isReady();
      },
      onLost: () => options.onLost("another process owns the devices now"),
    });
    const started = performance.now();
    const starting = await startOwner({
      pool: owned.pool,
      vault,
      tls,
      station: { publicHost: options.station.publicHost, publicPort: doors.stationPort },
      mqttUrl: options.mqttUrl,
      sendDatagram: doors.sendDatagram,
      version,
      metrics,
      log,
    });
    datagrams = await serveDatagrams({ tls, take: starting.takeDatagram, log });
    owner = starting;
    doors.handler = owner;
    const held = relay.release();
    for (const { bytes, from, arrivedAt } of held) owner.takeDatagram(bytes, from, arrivedAt);
    const place: Place = {
      deliveryPort: doors.deliveryPort,
      stationPort: doors.ownStationPort,
      datagramPort: datagrams.port,
    };
    await owned.publish(place);
    log.info(
      { loadedInMs: Math.round(performance.now() - started), held: held.length },
      "this process owns the devices",
    );
  }

  function stop(): Promise<void> {
    stopped ??= end();
    return stopped;
  }

  async function end(): Promise<void> {
    stopping.abort();
    doors.shut();
    await owning;
    await datagrams?.close();
    await owner?.stop();
    await presence.stop();
    await told.end();
    relay.release();
    doors.close();
    await pages.close();
    await owned?.end();
  }

  async function health(): Promise<Health> {
    const checks = owner
      ? { udp: "ok", ...(await owner.checks()) }
      : { owner: relay.isConnected ? "ok" : "no process owns the devices yet" };
    const isOk = Object.values(checks).every((check) => check === "ok");
    return { status: isOk ? "ok" : "degraded", role: owner ? "owner" : "standby", checks, version };
  }
}
