import type { DemonstrationPlan, PlantPlan } from "@refill/factory";
import { type Call, listAll } from "./call-api.ts";

type Location = PlantPlan["locations"][number];
/** The API takes 5,000 records of a kind at once; a location may have two devices. */
const locationsAtOnce = 2_000;

/**
 * Imports all of the plant that the customer does not have yet, and gives the locations that were new. A store comes before
 * the locations that it refills.
 */
export async function importPlant(
  call: Call,
  plan: PlantPlan,
  floorPlans: DemonstrationPlan["floorPlans"] = new Map(),
): Promise<Location[]> {
  const there = await idsOf(call, "locations");
  const missing = plan.locations.filter(({ id }) => !there.has(id));
  if (missing.length === 0) return [];
  for (let from = 0; from < missing.length; from += locationsAtOnce) {
    const locations = missing.slice(from, from + locationsAtOnce);
    const devices = new Set(locations.flatMap(({ deviceIds }) => deviceIds));
    const racks = new Set(locations.map(({ rackId }) => rackId));
    await call("POST", "/import", {
      sites: await unknown(call, "sites", plan.sites),
      areas: await unknown(call, "areas", plan.areas ?? []),
      racks: await unknown(
        call,
        "racks",
        (plan.racks ?? []).filter(({ id }) => racks.has(id)),
      ),
      suppliers: await unknown(call, "suppliers", plan.suppliers),
      parts: await unknown(call, "parts", plan.parts),
      gateways: await unknown(call, "gateways", plan.gateways),
      devices: await unknown(
        call,
        "devices",
        plan.devices.filter(({ id }) => devices.has(id)),
      ),
      locations,
    });
  }
  for (const [siteId, { png, widthMetres }] of floorPlans) {
    const site = await call<{ floorPlan: object | null }>("GET", `/sites/${siteId}`);
    if (site.floorPlan === null)
      await call("PUT", `/sites/${siteId}/floor-plan`, { data: png.toString("base64"), widthMetres });
  }
  return missing;
}

async function unknown<R extends { id: string }>(call: Call, list: string, records: readonly R[]) {
  const there = await idsOf(call, list);
  return records.filter(({ id }) => !there.has(id));
}

async function idsOf(call: Call, list: string): Promise<Set<string>> {
  const records = await listAll<{ id: string }>(call, `/${list}?fields=id`);
  return new Set(records.map(({ id }) => id));
}
