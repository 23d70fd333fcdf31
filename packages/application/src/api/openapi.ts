import type { Regions } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import pino from "pino";
import { AccountStore } from "../accounts/account-store.ts";
import { openCredentials } from "../accounts/credentials.ts";
import { makeMetrics } from "../monitoring/metrics.ts";
import type { Network } from "../network.ts";
import { standardPlan } from "../webhooks/retry-plan.ts";
import { openAccess } from "./access.ts";
import type { Api } from "./api.ts";
import { makeHttpServer } from "./http-server.ts";

/** The OpenAPI 3.1 document without a running application: the routes are made, and none is called. */
export async function openApiDocument(version: string): Promise<object> {
  const never = () => Promise.reject(new Error("this server only describes itself"));
  const vault = new Proxy({} as KeyVault, { get: () => never });
  const unserved = () => {
    throw new Error("this server only describes itself");
  };
  const regions: Regions = { names: [], of: unserved, regionOf: never, remember() {}, close: never };
  const store = new AccountStore({ regions, vault, writeJobs: never });
  const log = pino({ level: "silent" });
  const access = openAccess({ store, log });
  const app = await makeHttpServer(
    {
      store,
      access,
      vault,
      credentials: openCredentials(regions),
      network: new Proxy({} as Network, { get: () => never }),
      metrics: makeMetrics(),
      baseUrl: () => "",
      isSecure: false,
      regions,
      flows: new Proxy({} as Api["flows"], { get: () => never }),
      finder: new Proxy({} as Api["finder"], { get: () => never }),
      mailer: undefined,
      hasPrivateProviders: false,
      lookUpTxt: never,
      health: never,
      connections: new Map(),
      jobs: new Proxy({} as Api["jobs"], { get: () => never }),
      service: new Proxy({} as Api["service"], { get: () => never }),
      isDemonstration: false,
      webhooks: { plan: standardPlan, writeJobs: never },
      log,
    },
    { log, webFolder: undefined, version },
  );
  await app.ready();
  const document = app.swagger();
  await app.close();
  await access.stop();
  return document;
}
