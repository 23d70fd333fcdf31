import { reorderPointOf } from "@refill/replenishment";
import type { Device, Rack, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { policyOf } from "../inventory/stock.ts";
import { type FieldProblem, refuseFields } from "../refusal.ts";
import type { Label } from "./label-sheet.ts";
import { type DocumentLanguage, documentWords } from "./words.ts";

export interface LabelledIds {
  locationIds: readonly string[];
  deviceIds: readonly string[];
  rackIds: readonly string[];
}

/**
 * What stands on the labels of these records, in their order. `baseUrl`: where people reach the web page. Refuses ids that the
 * account does not have.
 */
export function labelsOf(
  set: WorkingSet,
  { locationIds, deviceIds, rackIds }: LabelledIds,
  {
    baseUrl,
    language,
    showsReorderPoint,
  }: { baseUrl: string; language: DocumentLanguage; showsReorderPoint: boolean },
): Label[] {
  const words = documentWords[language];
  const locations = locationIds.map((id) => set.get("location", id));
  const devices = deviceIds.map((id) => set.get("device", id));
  const racks = rackIds.map((id) => set.get("rack", id));
  refuseFields([
    ...missing(locations, "locationIds", "storage location"),
    ...missing(devices, "deviceIds", "device"),
    ...missing(racks, "rackIds", "rack"),
  ]);
  return [
    ...locations.map((location) => locationLabel(location!)),
    ...devices.map((device) => deviceLabel(device!)),
    ...racks.map((rack) => rackLabel(rack!)),
  ];

  function locationLabel(location: StorageLocation): Label {
    const part = set.get("part", location.partId);
    return {
      title: location.name,
      subtitle: part?.number ?? "",
      lines: [part?.name ?? "", ...(showsReorderPoint ? [reorderLine(location)] : []), placeOf(location)],
      link: `${baseUrl}/l/${location.id}`,
    };
  }

  function reorderLine(location: StorageLocation): string {
    const policy = policyOf(set, location);
    const unit = set.get("part", location.partId)?.unit ?? "";
    if (policy === null) return "";
    if (policy.kind === "event") return words.ordersWhenEmpty;
    return words.reorderAt(`${reorderPointOf(policy).toLocaleString(words.locale)} ${unit}`);
  }

  function placeOf({ siteId, areaId, rackId }: StorageLocation): string {
    const places = [
      set.get("site", siteId),
      areaId ? set.get("area", areaId) : undefined,
      rackId ? set.get("rack", rackId) : undefined,
    ];
    return places.flatMap((place) => place?.name ?? []).join(" · ");
  }

  function deviceLabel(device: Device): Label {
    const locationId = set.locationByDevice.get(device.id);
    const location = locationId === undefined ? undefined : set.get("location", locationId);
    return {
      title: device.name,
      subtitle: device.devEui.toUpperCase().replace(/(.{4})(?=.)/g, "$1 "),
      lines: [location ? words.watches(location.name) : ""],
      link: `${baseUrl}/d/${device.id}`,
    };
  }

  function rackLabel(rack: Rack): Label {
    const area = set.get("area", rack.areaId);
    const site = area && set.get("site", area.siteId);
    return {
      title: rack.name,
      subtitle: area?.name ?? "",
      lines: [site?.name ?? ""],
      link: `${baseUrl}/r/${rack.id}`,
    };
  }
}

/** Problems named at most: a wrong list of thousands is one mistake. */
const mostNamed = 20;

function missing(records: readonly unknown[], field: string, noun: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, record] of records.entries())
    if (!record && problems.length < mostNamed)
      problems.push({ field: `${field}[${index}]`, message: `there is no such ${noun}` });
  return problems;
}
