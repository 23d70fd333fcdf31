import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockDataFolder } from "../packages/refill/src/data-folder-lock.ts";
import { type Deployment, startDeployment } from "../packages/refill/src/deployment.ts";
import { openLog } from "../packages/refill/src/log.ts";

/** Everything as `npm start` runs it, without the virtual plant, in a folder of its own. */
export async function startDeploymentUnderTest(
  options: { demonstration?: boolean; folder?: string; regions?: string[] } = {},
) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "refill-deployment-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  const deployment: Deployment = await startDeployment({
    dataFolder: join(folder, "data"),
    keysFolder: join(folder, "keys"),
    ...(options.regions
      ? {
          regions: options.regions.map((region) => ({
            region,
            databaseUrl: undefined,
            udpPort: 0,
            stationPort: 0,
          })),
        }
      : {}),
    httpPort: 0,
    smtpUrl: undefined,
    demonstration: options.demonstration ?? true,
    log: openLog(logPath),
    logFile: openSync(logPath, "a"),
    environment: { REFILL_UDP_HOST: "127.0.0.1" },
  });
  // For the command line, as `npm start` leaves it.
  const lock = lockDataFolder(join(folder, "data"));
  lock.describe({
    regions: deployment.regions.map(({ database }) => database),
    httpPort: Number(deployment.application.ready.httpPort),
    deliveryPorts: Object.fromEntries(
      deployment.regions.map(({ database, networkServers }) => [
        database.region,
        networkServers.map(({ ready }) => Number(ready.deliveryPort)),
      ]),
    ),
  });
  return {
    folder,
    deployment,
    log: () => readFileSync(logPath, "utf8"),
    async createCustomer(slug: string) {
      const accountId = await deployment.controlPlane.createCustomer({
        slug,
        name: `Customer ${slug}`,
        region: "EU",
        demonstration: options.demonstration ?? true,
      });
      const key = await deployment.controlPlane.createApiKey(accountId, { name: "test", role: "admin" });
      return { accountId, key };
    },
    async call<T>(key: string, method: string, path: string, body?: unknown): Promise<T> {
      const response = await fetch(`${deployment.baseUrl}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      return (text ? JSON.parse(text) : undefined) as T;
    },
    async stop() {
      await deployment.stop();
      if (!process.env.REFILL_TEST_KEEP) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until `check` gives something true and does not throw; the test's own time limit ends it otherwise. */
export async function until<T>(
  check: () => T | Promise<T>,
  everyMs = 100,
): Promise<Exclude<NonNullable<T>, false>> {
  for (;;) {
    try {
      const value = await check();
      if (value) return value as Exclude<NonNullable<T>, false>;
    } catch {
      // A program that is just being started again; the next round asks anew.
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
