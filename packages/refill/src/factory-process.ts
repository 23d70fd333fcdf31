import { readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type PlantMemory,
  planDemonstration,
  playSuppliers,
  runPlant,
  type StationFiles,
  StationGateway,
  VirtualGateway,
} from "@refill/factory";
import { openLocalVault, sealer } from "@refill/vault";
import pino from "pino";
import { bringPast } from "./bring-past.ts";
import { apiCaller } from "./call-api.ts";
import { importPlant } from "./import-plant.ts";

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

const call = apiCaller(baseUrl, apiKey);
const { plan, sharesAtStart, floorPlans } = planDemonstration({ seed, locations });
const imported = new Set((await ensureImported()).map(({ id }) => id));
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
  sharesAtStart,
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
void ensurePast();
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

/** The application may only just be starting. */
async function ensureImported() {
  for (let attempt = 1; ; attempt++) {
    try {
      return await importPlant(call, plan, floorPlans);
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const untilMeasuredMs = 90_000;

/** Nobody waits for it: the plant runs, and orders are made, without. */
async function ensurePast(): Promise<void> {
  try {
    const isNew = (id: string) => imported.has(id);
    if (!(await bringPast(call, { plan, sharesAtStart }, { seed, isNew }))) return;
    log.info("the plant's past consumption is known, and planning was asked for");
    // When stock runs out is only known once the sensors have told what there is.
    await new Promise((resolve) => setTimeout(resolve, untilMeasuredMs).unref());
    await call("POST", "/planning/runs", {});
  } catch (error) {
    log.warn(
      { reason: (error as Error).message },
      "the plant's past consumption could not be brought: the next start tries again",
    );
  }
}

/** Made anew for each connection: nothing of them has to be kept. */
async function stationFiles(gatewayId: string): Promise<StationFiles> {
  const { token: _, ...files } = await call<StationFiles>(
    "POST",
    `/gateways/${gatewayId}/station-credentials`,
    {},
  );
  return files;
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
