import { openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrate, startEmbeddedPostgres } from "@refill/database";
import { openLocalVault } from "@refill/vault";
import { ensureCertificates } from "../certificate-authority.ts";
import { openControlPlane } from "../control-plane.ts";
import { type DataFolderLock, lockDataFolder } from "../data-folder-lock.ts";
import { ensureDemonstration } from "../demonstration.ts";
import { openLog } from "../log.ts";
import { type Program, startProgram } from "../program.ts";
import { readSettings, type Settings } from "../settings.ts";
import { buildWebWhenStale } from "../web-build.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));
/** Ctrl-C in a terminal may arrive twice (from the terminal and from npm); later than this it means "at once". */
const secondSignalMs = 2000;

/** Starts everything on this machine and runs until SIGINT or SIGTERM. */
export async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const lock = lockDataFolder(settings.dataFolder);
  const stops: Array<() => Promise<void>> = [async () => lock.release()];
  const stopped = stopOnSignal(stops);
  try {
    await bringUp(settings, lock, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
  await stopped;
}

async function bringUp(
  settings: Settings,
  lock: DataFolderLock,
  stops: Array<() => Promise<void>>,
): Promise<void> {
  const logPath = join(settings.dataFolder, "refill.log");
  const log = openLog(logPath);
  const logFile = openSync(logPath, "a", 0o600);
  const vault = await openLocalVault(settings.keysFolder);
  const building = buildWebWhenStale();
  building.catch(() => {});

  const databaseUrl = settings.databaseUrl ?? (await embedded());
  async function embedded(): Promise<string> {
    const dataFolder = join(settings.dataFolder, "postgres");
    const postgres = await startEmbeddedPostgres({ dataFolder, vault, log });
    stops.push(() => postgres.stop());
    return postgres.url;
  }
  await migrate({ url: databaseUrl, vault });
  await ensureCertificates(vault, new Date());
  lock.describe({ databaseUrl, demonstration: settings.demonstration });

  const controlPlane = await openControlPlane(databaseUrl, vault);
  stops.push(() => controlPlane.close());
  const demonstration = settings.demonstration ? await ensureDemonstration(controlPlane, vault) : undefined;
  await building;

  const shared = {
    REFILL_DATA: settings.dataFolder,
    REFILL_KEYS: settings.keysFolder,
    DATABASE_URL: databaseUrl,
    REFILL_FACTORY: settings.demonstration ? "on" : "off",
  };
  const run = async (
    name: string,
    file: string,
    environment: Parameters<typeof startProgram>[0]["environment"],
  ) => {
    const program = await startProgram({ name, file: join(packages, file), environment, log, logFile });
    stops.push(() => program.stop());
    return program;
  };
  const networkServer = await run("network-server", "network-server/src/main.ts", (ready) => ({
    ...shared,
    REFILL_UDP_PORT: String(ready?.udpPort ?? settings.udpPort),
    REFILL_DELIVERY_PORT: String(ready?.deliveryPort ?? 0),
    REFILL_NETWORK_HTTP_PORT: String(ready?.httpPort ?? 0),
  }));
  const application = await run("application", "application/src/main.ts", (ready) => ({
    ...shared,
    REFILL_HTTP_PORT: String(ready?.httpPort ?? settings.httpPort),
    REFILL_DELIVERY_PORT: String(networkServer.ready.deliveryPort),
    ...(settings.smtpUrl ? { REFILL_SMTP_URL: settings.smtpUrl } : {}),
  }));
  const baseUrl = `http://localhost:${application.ready.httpPort}`;
  lock.describe({
    httpPort: Number(application.ready.httpPort),
    networkHttpPort: Number(networkServer.ready.httpPort),
    udpPort: Number(networkServer.ready.udpPort),
  });
  let plant: Program | undefined;
  if (demonstration) {
    plant = await run("factory", "refill/src/factory-process.ts", () => ({
      REFILL_BASE_URL: baseUrl,
      REFILL_API_KEY: demonstration.apiKey,
      REFILL_UDP_PORT: String(networkServer.ready.udpPort),
      REFILL_FACTORY_SPEED: String(settings.factorySpeed),
      REFILL_FACTORY_LOCATIONS: String(settings.factoryLocations),
      REFILL_FACTORY_STATE: join(settings.dataFolder, "factory.sealed"),
    }));
  }
  log.info(
    { baseUrl, udpPort: networkServer.ready.udpPort, demonstration: plant !== undefined },
    "Refill is up",
  );
  printWelcome(baseUrl, settings, Number(networkServer.ready.udpPort), demonstration?.registrationToken);
}

function printWelcome(
  baseUrl: string,
  settings: Settings,
  udpPort: number,
  registrationToken: string | undefined,
): void {
  const lines = ["", "  Refill is running.", "", `  Open            ${baseUrl}`];
  if (registrationToken) {
    lines.push(
      `  First admin     ${baseUrl}/register#${registrationToken}`,
      "                  (registration link: works once, for 7 days)",
    );
  } else if (settings.demonstration) {
    lines.push("  Another browser npx refill registration-link create --customer demo");
  } else {
    lines.push("  First customer  npx refill account create --customer NAME");
  }
  if (settings.demonstration) {
    lines.push(
      "  Virtual plant   sends; the first order appears within a minute (REFILL_FACTORY=off starts without it)",
    );
  }
  lines.push(
    "",
    "  Real hardware",
    `    1. Point your LoRaWAN gateway's Semtech UDP packet forwarder to this machine, port ${udpPort}.`,
    "    2. Register the gateway (its EUI) and each sensor (DevEUI, JoinEUI, AppKey) by the API:",
    `       ${baseUrl}/api/v1/openapi.json; npx refill api-key create --customer NAME --role admin`,
    "    3. Switch the sensor on: it joins and appears under Devices.",
    "",
    `  Data ${settings.dataFolder}   Keys ${settings.keysFolder}   Log ${join(settings.dataFolder, "refill.log")}`,
    "  Is anything wrong? npx refill doctor      Stop: Ctrl-C",
    "",
  );
  console.log(lines.join("\n"));
}

function stopOnSignal(stops: Array<() => Promise<void>>): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = () => {
      if (firstAt !== undefined) {
        if (Date.now() - firstAt > secondSignalMs) process.exit(1);
        return;
      }
      firstAt = Date.now();
      console.log("\nStopping …");
      stopAll(stops).then(() => {
        console.log("Stopped. Nothing is lost; npm start goes on where it was.");
        resolve();
        process.exit(0);
      });
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}

/** Last started, first stopped. */
async function stopAll(stops: Array<() => Promise<void>>): Promise<void> {
  for (const stop of stops.splice(0).reverse()) {
    await stop().catch((error) => console.error(`while stopping: ${error.message}`));
  }
}
