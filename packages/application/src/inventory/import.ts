import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind } from "../accounts/records.ts";
import type { Api } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { putDevice, putGateway } from "../devices/device.ts";
import { NetworkWork } from "../devices/network-work.ts";
import { tellImported } from "../notifications/from-changes.ts";
import { type FieldProblem, Refusal, refuseFields } from "../refusal.ts";
import { putArea, putPart, putRack, putSite, putSupplier } from "./catalogue.ts";
import type { Import } from "./import-schema.ts";
import { putLocation } from "./location.ts";

/** Creates all records or none. A refusal names the record, e.g. `locations[3].policy.minimum`. */
export async function importAll(
  { store, network, isDemonstration }: Api,
  { accountId, actor }: Principal,
  input: Import,
): Promise<Record<keyof Import, number>> {
  const {
    sites = [],
    areas = [],
    racks = [],
    suppliers = [],
    parts = [],
    gateways = [],
    devices = [],
    locations = [],
  } = input;
  const counts = {
    sites: sites.length,
    areas: areas.length,
    racks: racks.length,
    suppliers: suppliers.length,
    parts: parts.length,
    gateways: gateways.length,
    devices: devices.length,
    locations: locations.length,
  };
  await store.change(accountId, actor, async (change) => {
    refuseKnown(change, input);
    const work = new NetworkWork();
    each("sites", sites, ({ id, ...site }) => putSite(change, id, site));
    each("areas", areas, ({ id, ...area }) => putArea(change, id, area));
    each("racks", racks, ({ id, ...rack }) => putRack(change, id, rack));
    each("suppliers", suppliers, ({ id, ...supplier }) => putSupplier(change, id, supplier, isDemonstration));
    each("parts", parts, ({ id, ...part }) => putPart(change, id, part));
    work.gateways.push(
      ...each("gateways", gateways, ({ id, ...gateway }) => putGateway(change, id, gateway)),
    );
    work.newDevices.push(...each("devices", devices, ({ id, ...device }) => putDevice(change, id, device)));
    each("locations", locations, ({ id, ...location }) => putLocation(change, id, location));
    await work.run(network, change);
    const records = Object.values(counts).reduce((sum, each) => sum + each, 0);
    if (records > 0) tellImported(change, { id: randomUUID(), name: actor.name, records, refused: 0 });
  });
  return counts;
}

const kindOf: Record<keyof Import, Kind> = {
  sites: "site",
  areas: "area",
  racks: "rack",
  suppliers: "supplier",
  parts: "part",
  gateways: "gateway",
  devices: "device",
  locations: "location",
};

/** An import only creates: an id that is there, or comes twice, is refused. */
function refuseKnown(change: AccountChange, input: Import): void {
  const problems: FieldProblem[] = [];
  for (const [list, records] of Object.entries(input) as [keyof Import, { id: string }[]][]) {
    const seen = new Set<string>();
    for (const [index, { id }] of records.entries()) {
      if (seen.has(id) || change.get(kindOf[list], id))
        problems.push({ field: `${list}[${index}].id`, message: "is in use already" });
      seen.add(id);
    }
  }
  if (problems.length > 0)
    throw new Refusal(
      409,
      "id-taken",
      `${problems[0]!.field}: ${problems[0]!.message}`,
      problems.slice(0, 100),
    );
}

function each<Item, Result>(list: string, items: readonly Item[], put: (item: Item) => Result): Result[] {
  return items.map((item, index) => {
    try {
      return put(item);
    } catch (error) {
      if (!(error instanceof Refusal) || error.errors.length === 0) throw error;
      const errors = error.errors.map(({ field, message }) => ({
        field: `${list}[${index}].${field}`,
        message,
      }));
      if (error.status === 422) refuseFields(errors);
      throw new Refusal(error.status, error.code, `${errors[0]!.field}: ${errors[0]!.message}`, errors);
    }
  });
}
