import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@refill/database";
import { openLocalVault } from "@refill/vault";
import { afterAll, expect, test } from "vitest";
import { startDeployment } from "../packages/refill/src/deployment.ts";
import { openLog } from "../packages/refill/src/log.ts";

const folder = mkdtempSync(join(tmpdir(), "refill-own-postgres-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("with a Postgres of one's own, its password reaches neither the programs nor the data folder", async () => {
  // Somebody else's Postgres, with a login and password of its own.
  const theirs = await openLocalVault(join(folder, "theirs"));
  mkdirSync(join(folder, "server"), { mode: 0o755 });
  const log = openLog(join(folder, "server.log"));
  const server = await startEmbeddedPostgres({ dataFolder: join(folder, "server"), vault: theirs, log });
  const password = JSON.parse((await theirs.getSecret("postgres/eu/postgres"))!).password;
  const databaseUrl = server.url.replace("postgres://", `postgres://postgres:${password}@`);

  const dataFolder = join(folder, "data");
  mkdirSync(dataFolder);
  const logPath = join(dataFolder, "refill.log");
  const deployment = await startDeployment({
    dataFolder,
    keysFolder: join(folder, "keys"),
    regions: [{ region: "EU", databaseUrl, udpPort: 0, stationPort: 0 }],
    httpPort: 0,
    smtpUrl: undefined,
    demonstration: false,
    log: openLog(logPath),
    logFile: openSync(logPath, "a"),
    environment: { REFILL_UDP_HOST: "127.0.0.1" },
  });
  try {
    const accountId = await deployment.controlPlane.createCustomer({
      slug: "acme",
      name: "Acme",
      region: "EU",
      demonstration: false,
    });
    const key = await deployment.controlPlane.createApiKey(accountId, { name: "test", role: "user" });
    const answer = await fetch(`${deployment.baseUrl}/api/v1/overview`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect([answer.status, ((await answer.json()) as { demonstration: boolean }).demonstration]).toEqual([
      200,
      false,
    ]);
    for (const program of [...deployment.networkServers, deployment.application])
      expect(readFileSync(`/proc/${program.pid()}/environ`, "utf8")).not.toContain(password);
  } finally {
    await deployment.stop();
    await server.stop();
  }
  for (const where of ["data", "keys"])
    for (const entry of readdirSync(join(folder, where), { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(readFileSync(join(entry.parentPath, entry.name), "latin1")).not.toContain(password);
});
