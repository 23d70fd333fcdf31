import type { AddressInfo } from "node:net";
import { connectApplication } from "@refill/database";
import { type Address, connectToNetworkServer } from "@refill/protocol";
import type { KeyVault } from "@refill/vault";
import type { Logger } from "pino";
import { AccountStore } from "./accounts/account-store.ts";
import { openCredentials } from "./accounts/credentials.ts";
import type { Api } from "./api/api.ts";
import { makeHttpServer } from "./api/http-server.ts";
import { openMailer } from "./dispatch/mail.ts";
import { makeMetrics } from "./monitoring/metrics.ts";
import { openNetwork } from "./network.ts";
import { openJobQueue, startDispatcher } from "./orders/dispatcher.ts";
import { takeBatch } from "./telemetry/delivery.ts";

export interface Application {
  httpPort: number;
  stop(): Promise<void>;
}

export const version = "0.1.0";

/** Starts the application; everything it needs of other programs may come and go, it goes on by itself. */
export async function startApplication(options: {
  databaseUrl: string;
  vault: KeyVault;
  http: { host: string; port: number };
  /** Address under which people reach it; undefined: http://localhost and its port. */
  baseUrl?: string | undefined;
  /** Each process of it. */
  networkServer: readonly Address[];
  smtp?: { url: string; from: string } | undefined;
  webFolder?: string | undefined;
  /** Built-in mailbox and webhooks to this machine, for customers marked as demonstration. */
  isDemonstration: boolean;
  log: Logger;
}): Promise<Application> {
  const { databaseUrl, vault, log } = options;
  const metrics = makeMetrics();
  const database = await connectApplication(databaseUrl, vault);
  const queue = await openJobQueue(databaseUrl, vault, log);
  const store = new AccountStore({ database, vault, writeJobs: queue.writeJobs });
  const credentials = openCredentials(database);
  const connection = connectToNetworkServer({
    tls: {
      ca: await secret("tls/ca-certificate"),
      cert: await secret("tls/application-certificate"),
      key: await secret("tls/application-key"),
    },
    addresses: options.networkServer,
    onDeliver: async (messages) => {
      try {
        await takeBatch(messages, { store, metrics, log });
      } catch (error) {
        log.error(
          { reason: (error as Error).message, messages: messages.length },
          "a batch of messages was not committed; it comes again",
        );
        throw error;
      }
    },
    onConnection: (isConnected, reason) => {
      metrics.networkServerConnected.set(isConnected ? 1 : 0);
      if (isConnected) log.info("connected to the network server");
      else log.warn({ reason }, "no connection to the network server; messages wait there");
    },
  });
  const mailer = options.smtp && openMailer({ smtpUrl: options.smtp.url, from: options.smtp.from });
  let httpPort = options.http.port;
  const baseUrl = () => options.baseUrl ?? `http://localhost:${httpPort}`;
  const api: Api = {
    store,
    credentials,
    metrics,
    network: openNetwork(connection),
    baseUrl,
    isSecure: options.baseUrl?.startsWith("https:") ?? false,
    isDemonstration: options.isDemonstration,
    log,
  };
  const app = await makeHttpServer(api, { log, webFolder: options.webFolder, health, version });
  await app.listen({ host: options.http.host, port: options.http.port });
  httpPort = (app.server.address() as AddressInfo).port;
  await startDispatcher({
    boss: queue.boss,
    store,
    credentials,
    database,
    metrics,
    log,
    mailer,
    baseUrl,
    isDemonstration: options.isDemonstration,
  });

  return {
    httpPort,
    async stop() {
      await app.close();
      await connection.close();
      await queue.boss.stop({ graceful: true, timeout: 10_000 });
      mailer?.close();
      await database.close();
    },
  };

  async function secret(name: string): Promise<string> {
    const value = await vault.getSecret(name);
    if (!value)
      throw new Error(`the key vault has no ${name}: start Refill by its command line, which makes it`);
    return value;
  }

  async function health() {
    const checks: Record<string, string> = {
      networkServer: connection.isConnected() ? "ok" : "not connected: messages wait there",
      postgres: "ok",
    };
    try {
      await database.inDirectory((tx) => tx.query("select 1"));
    } catch (error) {
      checks.postgres = `no answer: ${(error as Error).message}`;
    }
    const isOk = Object.values(checks).every((check) => check === "ok");
    return { status: isOk ? "ok" : "degraded", checks, version };
  }
}
