import { openSync } from "node:fs";
import { join } from "node:path";
import { type DataFolderLock, lockDataFolder } from "../data-folder-lock.ts";
import { ensureDemonstration, startDemonstrationSignIn } from "../demonstration.ts";
import { type Deployment, startDeployment } from "../deployment.ts";
import { openLog } from "../log.ts";
import { readSettings, type Settings } from "../settings.ts";
import { buildWebWhenStale } from "../web-build.ts";

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
  // Before the application starts, which serves what was built.
  await buildWebWhenStale(() => console.log("Building the web page (once) …"));
  const deployment = await startDeployment({
    ...settings,
    stationHost: settings.stationHost ?? (settings.baseUrl && new URL(settings.baseUrl).hostname),
    log,
    logFile: openSync(logPath, "a", 0o600),
    onStarting: (stop) => stops.push(stop),
    onDatabases: (regions) => lock.describe({ regions, demonstration: settings.demonstration }),
  });
  const { application, regions, baseUrl, udpPort } = deployment;
  lock.describe({
    httpPort: Number(application.ready.httpPort),
    networkHttpPorts: regions.flatMap(({ networkServers }) =>
      networkServers.map(({ ready }) => Number(ready.httpPort)),
    ),
    deliveryPorts: Object.fromEntries(
      regions.map(({ database, networkServers }) => [
        database.region,
        networkServers.map(({ ready }) => Number(ready.deliveryPort)),
      ]),
    ),
    udpPort,
  });
  const registrationToken = settings.demonstration ? await startPlant(deployment, settings) : undefined;
  log.info({ baseUrl, udpPort, demonstration: settings.demonstration }, "Refill is up");
  printWelcome(settings.baseUrl ?? baseUrl, settings, deployment, registrationToken);
}

/** The demonstration's customer and its virtual plant; gives the first admin's registration token while it is unused. */
async function startPlant(deployment: Deployment, settings: Settings): Promise<string | undefined> {
  const { accountId, apiKey, registrationToken } = await ensureDemonstration(
    deployment.controlPlane,
    deployment.vault,
  );
  // Under another name than this machine's own, browsers would not find the demonstration's provider.
  if (settings.baseUrl === undefined) await startDemonstrationSignIn(deployment, accountId);
  await deployment.run("factory", "refill/src/factory-process.ts", () => ({
    REFILL_BASE_URL: deployment.baseUrl,
    REFILL_API_KEY: apiKey,
    REFILL_UDP_PORT: String(deployment.udpPort),
    REFILL_FACTORY_SPEED: String(settings.factorySpeed),
    REFILL_FACTORY_LOCATIONS: String(settings.factoryLocations),
    REFILL_FACTORY_STATE: join(settings.dataFolder, "factory.sealed"),
  }));
  return registrationToken;
}

function printWelcome(
  baseUrl: string,
  settings: Settings,
  deployment: Deployment,
  registrationToken: string | undefined,
): void {
  const { udpPort } = deployment;
  const lines = ["", "  Refill is running.", "", `  Open            ${baseUrl}`];
  if (settings.demonstration && settings.baseUrl === undefined)
    lines.push("                  and sign in with one click as the demonstration's admin or user");
  if (registrationToken) {
    lines.push(
      `  First admin     ${baseUrl}/register#${registrationToken}`,
      "                  (registration link, for a passkey of your own: works once, for 7 days)",
    );
  } else if (settings.demonstration) {
    lines.push("  Another admin   npx refill registration-link create --customer demo");
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
    `    1. Point your LoRaWAN gateway's Semtech UDP packet forwarder to this machine, port ${udpPort},`,
    `       or give it Basics Station's files from its page (port ${deployment.stationPort}).`,
    ...deployment.regions
      .slice(1)
      .map(
        (other) =>
          `       Gateways of customers in ${other.database.region}: ports ${other.udpPort} and ${other.stationPort}.`,
      ),
    "    2. Adopt the gateway on the page Gateways, and add each sensor on the page Devices: by hand, QR code or the",
    "       vendor's CSV file. The same by the API or npx refill device add, gateway add.",
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
