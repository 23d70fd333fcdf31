import { readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type PlantMemory,
  planPlant,
  playSuppliers,
  runPlant,
  type StationFiles,
  StationGateway,
  VirtualGateway,
} from "@refill/factory";
import { openLocalVault, sealer } from "@refill/vault";
import pino from "pino";

/** The virtual plant as a process of its own: sends real frames to the network server and plays the suppliers. */
const log = pino({ base: { program: "factory" } }, pino.destination(2));
const seed = "demonstration";
const saveEveryMs = 5_000;

const baseUrl = required("REFILL_BASE_URL");
const apiKey = required("REFILL_API_KEY");
const stateFile = required("REFILL_FACTORY_STATE");
const speed = Number(required("REFILL_FACTORY_SPEED"));
const locations = Number(required("REFILL_FACTORY_LOCATIONS"));
const vault = await openLocalVault(required("REFILL_KEYS"));
// The plant's sensors hold radio keys, so what it remembers is sealed like everything else.
const seal = sealer(await vault.getOrCreateKey("demonstration/plant-key", 32), "factory");

const plan = planPlant({ seed, locations });
await ensureImported();
const server = { host: "127.0.0.1", port: Number(required("REFILL_UDP_PORT")) };
const [roof, ...others] = plan.gateways;
const plant = runPlant({
  plan,
  seed,
  // One with a packet forwarder, and one with Basics Station, as plants have both.
  gateways: [
    await VirtualGateway.start(roof!.gatewayEui, server),
    ...others.map(
      ({ id, gatewayEui }) => new StationGateway(gatewayEui, () => stationFiles(id), server.host),
    ),
  ],
  speed,
  memory: remembered(),
});
const suppliers = playSuppliers({
  baseUrl,
  apiKey,
  plan,
  plant,
  onProblem: (reason) =>
    log.warn({ reason }, "the virtual suppliers could not reach the application; tried again"),
});
const saving = setInterval(save, saveEveryMs);
log.info({ locations, speed }, "the virtual plant sends");
console.log(JSON.stringify({ ready: true }));
const stop = () => {
  clearInterval(saving);
  suppliers.stop();
  plant.stop();
  save();
  process.exit(0);
};
process.on("SIGTERM", stop).on("SIGINT", stop);
// Who started this program is gone.
process.on("disconnect", stop);
if (process.connected === false) stop();

/** All of the plant that the customer does not have yet, in one import. */
async function ensureImported(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const ids = await knownLocations();
      const missing = plan.locations.filter(({ id }) => !ids.has(id));
      if (missing.length === 0) return;
      const devices = new Set(missing.map(({ deviceId }) => deviceId));
      const body = {
        ...(ids.size === 0 ? plan : {}),
        devices: plan.devices.filter(({ id }) => devices.has(id)),
        locations: missing,
      };
      const made = await call("POST", "/import", body);
      if (made.ok) return;
      throw new Error(`the import of the virtual plant was refused: ${await made.text()}`);
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function knownLocations(): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let next: string | null = ""; next !== null; ) {
    const answer = await call("GET", `/locations?fields=id&limit=1000${next}`);
    if (!answer.ok) throw new Error(`the list of locations was refused: ${await answer.text()}`);
    const page = (await answer.json()) as { items: { id: string }[]; nextCursor: string | null };
    for (const { id } of page.items) ids.add(id);
    next = page.nextCursor && `&cursor=${page.nextCursor}`;
  }
  return ids;
}

/** Made anew for each connection: nothing of them has to be kept. */
async function stationFiles(gatewayId: string): Promise<StationFiles> {
  const made = await call("POST", `/gateways/${gatewayId}/station-credentials`, {});
  if (!made.ok) throw new Error(`the station's files were refused: ${await made.text()}`);
  const { token: _, ...files } = (await made.json()) as StationFiles;
  return files;
}

function call(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${apiKey}`,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

function remembered(): PlantMemory | undefined {
  try {
    return seal.open("plant", seed, readFileSync(stateFile)) as PlantMemory;
  } catch {
    // The first start, or the file is gone: the sensors join anew.
    return undefined;
  }
}

function save(): void {
  writeFileSync(`${stateFile}.new`, seal.seal("plant", seed, plant.memory()), { mode: 0o600 });
  renameSync(`${stateFile}.new`, stateFile);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
