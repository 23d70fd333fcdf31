import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { Regions } from "@refill/database";
import type { NetworkServerConnection } from "@refill/protocol";
import type { KeyVault } from "@refill/vault";
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from "fastify";
import type { Logger } from "pino";
import type { AccountFinder } from "../accounts/account-finder.ts";
import type { AccountStore, JobWriter } from "../accounts/account-store.ts";
import type { Credentials } from "../accounts/credentials.ts";
import type { Mailer } from "../dispatch/mail.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import type { Network } from "../network.ts";
import type { JobBook } from "../operation/job-book.ts";
import type { ServiceFacts } from "../operation/service-facts.ts";
import type { TxtLookup } from "../sign-in/connections/domain-routes.ts";
import type { Flows } from "../sign-in/flow.ts";
import type { DeliveryPlan } from "../webhooks/retry-plan.ts";
import type { Access } from "./access.ts";
import type { Principal } from "./authentication.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Set for every route below /api/v1 that is not public. */
    principal: Principal;
  }
}

export type ApiServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What the routes work with. */
export interface Api {
  store: AccountStore;
  credentials: Credentials;
  vault: KeyVault;
  access: Access;
  network: Network;
  /** The regions' network servers as they are connected. */
  connections: ReadonlyMap<string, NetworkServerConnection>;
  regions: Regions;
  flows: Flows;
  finder: AccountFinder;
  /** Undefined: no mail server is configured. */
  mailer: Mailer | undefined;
  /** Customers' identity providers may lie in private networks, as those of a plant that runs Refill itself. */
  hasPrivateProviders: boolean;
  lookUpTxt: TxtLookup;
  health(): Promise<{ status: string; checks: Record<string, string>; version: string }>;
  jobs: JobBook;
  /** What operators see of this process. */
  service: ServiceFacts;
  metrics: Metrics;
  /** Address under which people reach the web page, without a slash at its end. */
  baseUrl(): string;
  /** People reach the web page by HTTPS: the session's cookie is for that only. */
  isSecure: boolean;
  /** Built-in mailbox, webhooks to this machine: only while the virtual plant runs. */
  isDemonstration: boolean;
  webhooks: { plan: DeliveryPlan; writeJobs: JobWriter };
  /** Who changed what about security goes here, too. */
  log: Logger;
}
