import { X509Certificate } from "node:crypto";
import { knownProcesses } from "@refill/database";
import { type AccountTraffic, type NetworkStatus, protocolVersion } from "@refill/protocol";
import type pg from "pg";
import type { Registry } from "../devices/registry.ts";
import type { Gateways } from "../gateways/gateways.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import type { Delivery } from "../store/delivery.ts";
import type { Metrics } from "./metrics.ts";
import type { Traffic } from "./traffic.ts";

/** A forwarder by UDP says nothing when it goes: it asks for downlinks every ten seconds or so while it is there. */
const goneAfterMs = 2 * 60_000;

export interface StatusSources {
  pool: pg.Pool;
  registry: Registry;
  gateways: Gateways;
  commits: CommitQueue;
  delivery: Delivery;
  metrics: Metrics;
  traffic: Traffic;
  version: string;
  checks(): Promise<Record<string, string>>;
  /** PEM, by what it is for. */
  certificates(): Promise<Record<string, string>>;
  /** ms since 1970. */
  ownerSince: number;
}

/** How this region's network server does, and for whom: numbers only, no message and no key. */
export async function networkStatus(sources: StatusSources): Promise<NetworkStatus> {
  const { pool, registry, gateways, commits, delivery, metrics, traffic } = sources;
  const { refused, downlinksMissed } = await traffic.reasons();
  const unreadable = (await metrics.unreadable.get()).values[0]?.value ?? 0;
  const processes = await knownProcesses((text, values) => pool.query(text, values), "network.process").catch(
    // While Postgres is away the rest is worth the more.
    () => [],
  );
  const certificates = Object.entries(await sources.certificates()).map(([name, pem]) => ({
    name,
    validUntil: new X509Certificate(pem).validToDate.getTime(),
  }));
  return {
    version: sources.version,
    protocolVersion,
    ownerSince: sources.ownerSince,
    checks: await sources.checks(),
    processes,
    devices: registry.byId.size,
    waitingForCommit: commits.length,
    readyMessages: delivery.readyLength,
    devicesBehind: delivery.devicesBehind,
    unknownGateways: gateways.unknown.size,
    refused,
    downlinksMissed,
    unreadable,
    delivery: traffic.delivery(),
    minutes: traffic.minutes(),
    certificates,
    accounts: trafficByAccount(sources),
  };
}

function trafficByAccount({ registry, gateways, traffic }: StatusSources): AccountTraffic[] {
  const now = Date.now();
  const accounts = new Map<string, AccountTraffic>();
  const of = (accountId: string): AccountTraffic => {
    let account = accounts.get(accountId);
    if (!account) {
      account = {
        accountId,
        devices: 0,
        neverHeard: 0,
        lastUplinkAt: null,
        messagesLastHour: traffic.messagesLastHour(accountId, now),
        overwritten: 0,
        undelivered: 0,
        gateways: 0,
        gatewaysConnected: 0,
      };
      accounts.set(accountId, account);
    }
    return account;
  };
  for (const device of registry.byId.values()) {
    const account = of(device.accountId);
    account.devices += 1;
    account.overwritten += device.overwritten;
    account.undelivered += Math.max(0, device.storedBefore - 1 - device.deliveredSequence);
    if (device.lastUplinkAt === null) account.neverHeard += 1;
    else account.lastUplinkAt = Math.max(account.lastUplinkAt ?? 0, device.lastUplinkAt);
  }
  for (const { accountId, link, lastSeenAt } of gateways.byEui.values()) {
    const account = of(accountId);
    account.gateways += 1;
    if (link && lastSeenAt !== null && lastSeenAt > now - goneAfterMs) account.gatewaysConnected += 1;
  }
  return [...accounts.values()];
}
