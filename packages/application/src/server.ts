import type { AddressInfo } from "node:net";
import { announceProcess, connectRegions, type RegionDatabase } from "@refill/database";
import {
  type Address,
  connectToNetworkServer,
  type NetworkServerConnection,
  protocolVersion,
} from "@refill/protocol";
import type { KeyVault } from "@refill/vault";
import type { Logger } from "pino";
import { openAccountFinder } from "./accounts/account-finder.ts";
import { AccountStore, type VaultStatus } from "./accounts/account-store.ts";
import { startAnswerExpiry } from "./accounts/answer-expiry.ts";
import { openCredentials } from "./accounts/credentials.ts";
import { type ResealJob, resealQueue, resealQueueOptions, sealAnew } from "./accounts/data-key-rotation.ts";
import { openAccess } from "./api/access.ts";
import type { Api } from "./api/api.ts";
import { makeHttpServer } from "./api/http-server.ts";
import type { RequestLimits } from "./api/limits.ts";
import { openMailer } from "./dispatch/mail.ts";
import { importQueue, importQueueOptions, startImports } from "./imports/import-worker.ts";
import { openJobQueues } from "./job-queue.ts";
import { startHistoryUpkeep } from "./measurements/upkeep.ts";
import { makeMetrics } from "./monitoring/metrics.ts";
import { openNetwork } from "./network.ts";
import { notificationQueues, startNotifications } from "./notifications/start.ts";
import { type NotificationPlan, standardNotificationPlan } from "./notifications/tell.ts";
import { watchRefusedSignIns } from "./operation/refused-sign-ins.ts";
import { RequestHistory } from "./operation/request-history.ts";
import { startDispatcher } from "./orders/dispatcher.ts";
import { watchOrderTimes } from "./orders/order-times.ts";
import {
  dispatchQueue,
  dispatchQueueOptions,
  orderTimeQueue,
  orderTimeQueueOptions,
} from "./orders/placement.ts";
import { planQueue, planQueueOptions } from "./planning/plan-account.ts";
import { startPlanning } from "./planning/schedule.ts";
import { lookUpTxt, type TxtLookup } from "./sign-in/connections/domain-routes.ts";
import { openFlows } from "./sign-in/flow.ts";
import { mailQueue, mailQueueOptions, startPersonMails } from "./sign-in/mails.ts";
import { takeBatch } from "./telemetry/delivery.ts";
import { type DeliveryPlan, standardPlan } from "./webhooks/retry-plan.ts";
import { startWebhooks, webhookQueues } from "./webhooks/start.ts";

export interface Application {
  httpPort: number;
  stop(): Promise<void>;
}

export const version = "0.1.0";

export interface ServedRegion extends RegionDatabase {
  /** Each process of the region's network server. */
  networkServer: readonly Address[];
}

/** Starts the application; everything it needs of other programs may come and go, it goes on by itself. */
export async function startApplication(options: {
  regions: readonly ServedRegion[];
  vault: KeyVault;
  vaultStatus?: () => VaultStatus;
  /** Accounts in memory while the vault is away, ms. */
  holdMs?: number;
  /** Of opened records, MB. */
  memoryMb?: number;
  /** An account that nobody used leaves the memory, ms. */
  idleMs?: number;
  /** How long a data key that was replaced is kept at least, ms. */
  resealGraceMs?: number;
  http: { host: string; port: number };
  /** Address under which people reach it; undefined: http://localhost and its port. */
  baseUrl?: string | undefined;
  /** Proxies whose word of the client's address is taken, as Fastify's `trustProxy`; default: none. */
  trustedProxies?: string | undefined;
  /** Requests a minute; default: see api/limits.ts. */
  limits?: Partial<RequestLimits> | undefined;
  smtp?: { url: string; from: string } | undefined;
  webFolder?: string | undefined;
  /** Whose disk operators see the free space of. */
  dataFolder?: string | undefined;
  /** As REFILL_VAULT has it; default: local. */
  vaultAddress?: string;
  /** Built-in mailbox and webhooks to this machine, for customers marked as demonstration. */
  isDemonstration: boolean;
  /** Where customers' webhooks are tried at other times than the standard's. */
  webhookPlan?: Partial<DeliveryPlan>;
  /** People are told at other times than the standard's. */
  notificationPlan?: Partial<NotificationPlan>;
  /** Past days are summed, and old measurements removed, so often, ms; default: 5 minutes. */
  historyEveryMs?: number;
  /** Accounts whose turn of the night has come are put into the queue so often, ms; default: 5 minutes. */
  planningEveryMs?: number;
  /** Identity providers of customers may lie in private networks. */
  hasPrivateProviders?: boolean;
  /** TXT records of domains; default: the name service. */
  lookUpTxt?: TxtLookup;
  log: Logger;
}): Promise<Application> {
  const { vault, log } = options;
  const metrics = makeMetrics();
  const regions = connectRegions(options.regions, vault);
  const queues = await openJobQueues({
    databases: options.regions,
    vault,
    log,
    queues: {
      [dispatchQueue]: dispatchQueueOptions,
      [orderTimeQueue]: orderTimeQueueOptions,
      [resealQueue]: resealQueueOptions,
      [mailQueue]: mailQueueOptions,
      [planQueue]: planQueueOptions,
      [importQueue]: importQueueOptions,
      ...webhookQueues,
      ...notificationQueues,
    },
  });
  const { vaultStatus, holdMs, memoryMb, idleMs } = options;
  const store = new AccountStore({
    regions,
    vault,
    writeJobs: queues.writeJobs,
    ...(vaultStatus ? { vaultStatus } : {}),
    ...(holdMs === undefined ? {} : { holdMs }),
    ...(memoryMb === undefined ? {} : { memoryMb }),
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  metrics.memoryOf(() => store.memory());
  const credentials = openCredentials(regions);
  const access = openAccess({ store, log, limits: options.limits });
  const tls = {
    ca: await secret("tls/ca-certificate"),
    cert: await secret("tls/application-certificate"),
    key: await secret("tls/application-key"),
  };
  const connections = new Map(
    options.regions.map(({ region, networkServer }) => [region, connect(region, networkServer)]),
  );
  const isSecure = options.baseUrl?.startsWith("https:") ?? false;
  const flows = await openFlows({ vault, regions, isSecure });
  const finder = await openAccountFinder({ regions, vault, store, log });
  const mailer = options.smtp && openMailer({ smtpUrl: options.smtp.url, from: options.smtp.from });
  let httpPort = options.http.port;
  const baseUrl = () => options.baseUrl ?? `http://localhost:${httpPort}`;
  const api: Api = {
    store,
    vault,
    credentials,
    access,
    metrics,
    network: openNetwork(connections, (accountId) => regions.regionOf(accountId)),
    baseUrl,
    isSecure,
    regions,
    flows,
    finder,
    mailer,
    hasPrivateProviders: options.hasPrivateProviders ?? false,
    lookUpTxt: options.lookUpTxt ?? lookUpTxt,
    health,
    connections,
    jobs: queues.book,
    service: {
      requests: new RequestHistory(),
      refusedSignIns: watchRefusedSignIns(store),
      certificates: { application: tls.cert },
      dataFolder: options.dataFolder,
      vaultAddress: options.vaultAddress ?? "local",
      vaultStatus: vaultStatus ?? (() => ({ isAway: false, awaySince: null })),
    },
    isDemonstration: options.isDemonstration,
    webhooks: { plan: { ...standardPlan, ...options.webhookPlan }, writeJobs: queues.writeJobs },
    log,
  };
  const app = await makeHttpServer(api, {
    log,
    webFolder: options.webFolder,
    version,
    trustedProxies: options.trustedProxies,
  });
  const webhooks = await startWebhooks({
    bosses: queues.byRegion,
    store,
    metrics,
    log,
    isDemonstration: options.isDemonstration,
    ...api.webhooks,
  });
  await startNotifications({
    bosses: queues.byRegion,
    store,
    network: api.network,
    mailer,
    baseUrl,
    isDemonstration: options.isDemonstration,
    plan: { ...standardNotificationPlan, ...options.notificationPlan },
    log,
  });
  await app.listen({ host: options.http.host, port: options.http.port });
  httpPort = (app.server.address() as AddressInfo).port;
  await startDispatcher({
    bosses: queues.byRegion.values(),
    store,
    credentials,
    metrics,
    log,
    mailer,
    baseUrl,
    isDemonstration: options.isDemonstration,
  });
  await watchOrderTimes({ bosses: queues.byRegion.values(), store });
  await startPersonMails({
    bosses: queues.byRegion.values(),
    store,
    log,
    mailer,
    baseUrl,
    isDemonstration: options.isDemonstration,
  });
  for (const boss of queues.byRegion.values())
    await boss.work<ResealJob>(resealQueue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
      const { resealGraceMs: graceMs } = options;
      if (job) await sealAnew(job.data, { store, log, ...(graceMs === undefined ? {} : { graceMs }) });
    });

  const historyUpkeep = startHistoryUpkeep({
    store,
    log,
    registry: metrics.registry,
    ...(options.historyEveryMs === undefined ? {} : { everyMs: options.historyEveryMs }),
  });
  const planning = await startPlanning({
    bosses: queues.byRegion,
    store,
    writeJobs: queues.writeJobs,
    log,
    registry: metrics.registry,
    ...(options.planningEveryMs === undefined ? {} : { everyMs: options.planningEveryMs }),
  });
  const imports = await startImports({
    bosses: queues.byRegion,
    store,
    log,
    mayReachPrivate: options.isDemonstration,
  });
  const answerExpiry = startAnswerExpiry(regions, log);
  const primary = regions.of(options.regions[0]!.region);
  const presence = announceProcess(
    (text, values) => primary.inDirectory((tx) => tx.query(text, values)),
    "directory.process",
    () => ({ name: "application", role: "serving", version, protocolVersion }),
  );

  return {
    httpPort,
    async stop() {
      await app.close();
      await presence.stop();
      await access.stop();
      await historyUpkeep.stop();
      await planning.stop();
      imports.stop();
      await answerExpiry.stop();
      await Promise.all([...connections.values()].map((connection) => connection.close()));
      await webhooks.stop();
      await queues.stop();
      mailer?.close();
      store.close();
      await regions.close();
    },
  };

  function connect(region: string, addresses: readonly Address[]): NetworkServerConnection {
    return connectToNetworkServer({
      tls,
      addresses,
      onDeliver: async (messages) => {
        try {
          await takeBatch(messages, { region, store, metrics, log });
        } catch (error) {
          log.error(
            { region, reason: (error as Error).message, messages: messages.length },
            "a batch of messages was not committed; it comes again",
          );
          throw error;
        }
      },
      onConnection: (isConnected, reason) => {
        metrics.networkServerConnected.set({ region }, isConnected ? 1 : 0);
        if (isConnected) log.info({ region }, "connected to the network server");
        else log.warn({ region, reason }, "no connection to the network server; messages wait there");
      },
    });
  }

  async function secret(name: string): Promise<string> {
    const value = await vault.getSecret(name);
    if (!value)
      throw new Error(`the key vault has no ${name}: start Refill by its command line, which makes it`);
    return value;
  }

  async function health() {
    const checks: Record<string, string> = {};
    const of = (what: string, region: string) => (options.regions.length === 1 ? what : `${what} ${region}`);
    for (const { region } of options.regions) {
      checks[of("networkServer", region)] = connections.get(region)?.isConnected()
        ? "ok"
        : "not connected: messages wait there";
      try {
        await regions.of(region).inDirectory((tx) => tx.query("select 1"));
        checks[of("postgres", region)] = "ok";
      } catch (error) {
        checks[of("postgres", region)] = `no answer: ${(error as Error).message}`;
      }
    }
    checks.keyVault = vaultStatus?.().isAway
      ? "no answer: what is in memory is read, nothing is changed"
      : "ok";
    const isOk = Object.values(checks).every((check) => check === "ok");
    return { status: isOk ? "ok" : "degraded", checks, version };
  }
}
