import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind, Records, StorageLocation } from "../accounts/records.ts";
import { versionChanged } from "../api/versions.ts";
import { type FieldProblem, notFound, refuseFields } from "../refusal.ts";
import type { Layout, LayoutInput } from "./layout-schema.ts";

/**
 * Puts areas, racks, locations and gateways where the layout says; what it does not name stays. All or nothing: throws a 422
 * refusal when a record is not of the site, and a 412 one when a record is at another version than the layout says.
 */
export function applyLayout(change: AccountChange, siteId: string, input: LayoutInput): Layout {
  if (!change.get("site", siteId)) throw notFound("site");
  const { areas = [], racks = [], locations = [], gateways = [] } = input;
  refuseFields([
    ...strangers("areas", areas, (id) => change.get("area", id)?.siteId === siteId),
    ...strangers("racks", racks, (id) => siteOfRack(change, id) === siteId),
    ...strangers("locations", locations, (id) => change.get("location", id)?.siteId === siteId),
    ...strangers("gateways", gateways, (id) => change.get("gateway", id) !== undefined),
    ...rackProblems(change, siteId, locations),
    ...gatewayProblems(siteId, gateways),
  ]);
  const known = <K extends "area" | "rack" | "location" | "gateway">(
    kind: K,
    { id, version }: { id: string; version?: number },
  ): Records[K] => {
    const record = change.get(kind, id)!;
    if (version !== undefined && version !== record.version)
      throw versionChanged(`${nouns[kind]} ${record.name}`, record.version);
    return record;
  };
  return {
    areas: areas.map((item) => change.put("area", { ...known("area", item), place: item.place })),
    racks: racks.map((item) => {
      const rack = known("rack", item);
      return change.put("rack", {
        ...rack,
        place: item.place,
        shelves: item.shelves === undefined ? rack.shelves : item.shelves,
      });
    }),
    locations: locations.map((item) => change.put("location", placed(change, known("location", item), item))),
    gateways: gateways.map((item) => change.put("gateway", { ...known("gateway", item), place: item.place })),
  };
}

const nouns = {
  area: "area",
  rack: "rack",
  location: "storage location",
  gateway: "gateway",
} as const satisfies {
  [K in Kind]?: string;
};
type Placed<L extends keyof LayoutInput> = NonNullable<LayoutInput[L]>;

function siteOfRack(change: AccountChange, rackId: string): string | undefined {
  const rack = change.get("rack", rackId);
  return rack && change.get("area", rack.areaId)?.siteId;
}

function strangers(
  list: string,
  items: readonly { id: string }[],
  isOfSite: (id: string) => boolean,
): FieldProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const field = `${list}[${index}].id`;
    if (seen.has(id)) return [{ field, message: "comes twice" }];
    seen.add(id);
    return isOfSite(id) ? [] : [{ field, message: "there is no such record in this site" }];
  });
}

function rackProblems(change: AccountChange, siteId: string, locations: Placed<"locations">): FieldProblem[] {
  return locations.flatMap(({ id, rackId, place }, index) => {
    const next = rackId === undefined ? (change.get("location", id)?.rackId ?? null) : rackId;
    if (rackId && siteOfRack(change, rackId) !== siteId)
      return [{ field: `locations[${index}].rackId`, message: "there is no such rack in this site" }];
    if (place && next === null)
      return [{ field: `locations[${index}].place`, message: "needs a rack: give rackId, too" }];
    return [];
  });
}

function gatewayProblems(siteId: string, gateways: Placed<"gateways">): FieldProblem[] {
  return gateways.flatMap(({ place }, index) =>
    place && place.siteId !== siteId
      ? [{ field: `gateways[${index}].place.siteId`, message: "is another site than the layout's" }]
      : [],
  );
}

/** Of another rack, it is in that one's area. */
function placed(
  change: AccountChange,
  location: StorageLocation,
  { place, rackId }: Placed<"locations">[number],
): StorageLocation {
  if (rackId === undefined || rackId === location.rackId) return { ...location, place };
  const areaId = rackId === null ? location.areaId : change.get("rack", rackId)!.areaId;
  return { ...location, place, rackId, areaId };
}
