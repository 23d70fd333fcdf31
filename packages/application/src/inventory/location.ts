import {
  capacityOf,
  type Geometry,
  initialLevel,
  isSourceCircular,
  sensorCountOf,
  validateGeometry,
  validatePolicy,
} from "@refill/replenishment";
import { type ProfileName, profiles, type Quantity } from "@refill/sensors";
import type { AccountChange } from "../accounts/account-change.ts";
import type { StorageLocation } from "../accounts/records.ts";
import { claim, locationName, ownerOf, watchedDevice } from "../accounts/unique-keys.ts";
import { placeAfterMove } from "../floor/place-after-move.ts";
import { reorderIfNeeded } from "../orders/reorder.ts";
import { type FieldProblem, Refusal, refuseFields } from "../refusal.ts";
import { inUse, refuseTakenName } from "./catalogue.ts";
import type { LocationInput } from "./location-schema.ts";

/** Makes or changes a storage location. A new geometry or sensor makes the level unknown until it is measured again. */
export function putLocation(change: AccountChange, id: string, input: LocationInput): StorageLocation {
  refuseFields(problemsOf(change, id, input));
  const before = change.get("location", id);
  const isSameRack = before?.rackId === (input.rackId ?? null);
  const place = placeAfterMove(before, input, isSameRack);
  const draft = { id, ...defaults, ...input, place, photos: before?.photos ?? [] };
  if (draft.place && !draft.rackId)
    refuseFields([{ field: "place", message: "needs a rack: give rackId, too, or leave it null" }]);
  refuseTakenName(change, locationName, draft, "name", "location of this site");
  claim(change, watchedDevice, draft);
  const location = change.put("location", draft);
  if (!before) return location;
  const isMeasuredAnew =
    String(before.deviceIds) !== String(location.deviceIds) ||
    JSON.stringify(before.geometry) !== JSON.stringify(location.geometry);
  const level = change.get("level", id);
  if (level && isMeasuredAnew) {
    change.put("level", {
      id,
      state: initialLevel(),
      measuredAt: level.measuredAt,
      unknownSince: change.at,
      heldAt: null,
    });
  } else {
    if (level?.heldAt != null) change.put("level", { ...level, heldAt: null });
    reorderIfNeeded(change, location, change.at);
  }
  return location;
}

const defaults = {
  areaId: null,
  rackId: null,
  safetyStock: 0,
  minimumHoursBetweenOrders: 0,
  source: { kind: "supplier" as const },
};

function problemsOf(change: AccountChange, id: string, input: LocationInput): FieldProblem[] {
  const problems = [
    ...placeProblems(change, input),
    ...sensorProblems(change, id, input),
    ...sourceProblems(change, id, input),
    ...validateGeometry(input.geometry).map(({ field, message }) => ({
      field: `geometry.${field}`,
      message,
    })),
  ];
  if (problems.length > 0) return problems;
  const capacity = capacityOf(input.geometry);
  const policy = input.policy ?? change.get("part", input.partId)!.policy;
  if (policy)
    for (const { field, message } of validatePolicy(policy, capacity, input.safetyStock))
      problems.push({
        field: field === "safetyStock" ? field : `policy.${field}`,
        message: input.policy ? message : `${message} (the part's policy)`,
      });
  return problems;
}

function placeProblems(
  change: AccountChange,
  { siteId, areaId, rackId, partId }: LocationInput,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!change.get("site", siteId)) problems.push({ field: "siteId", message: "there is no such site" });
  if (!change.get("part", partId)) problems.push({ field: "partId", message: "there is no such part" });
  const area = areaId ? change.get("area", areaId) : undefined;
  const rack = rackId ? change.get("rack", rackId) : undefined;
  if (areaId && area?.siteId !== siteId)
    problems.push({ field: "areaId", message: "there is no such area in this site" });
  if (rackId && (!rack || rack.areaId !== areaId))
    problems.push({ field: "rackId", message: "there is no such rack in this area" });
  return problems;
}

function sensorProblems(
  change: AccountChange,
  id: string,
  { deviceIds, geometry }: LocationInput,
): FieldProblem[] {
  const { least, most } = sensorCountOf(geometry);
  if (deviceIds.length > most || (deviceIds.length > 0 && deviceIds.length < least)) {
    const wanted = least === most ? `${least}` : `up to ${most}`;
    return [{ field: "deviceIds", message: `this geometry needs ${wanted}, or none` }];
  }
  for (const [index, deviceId] of deviceIds.entries()) {
    const field = `deviceIds[${index}]`;
    const device = change.get("device", deviceId);
    const other = ownerOf(change, watchedDevice, deviceId);
    if (!device) return [{ field, message: "there is no such device" }];
    if (device.retiredAt !== null)
      return [{ field, message: `${device.name} is out of service: take it into service again first` }];
    if (other && other.id !== id) return [{ field, message: `the device watches ${other.name} already` }];
    if (canWatch(device.profile, geometry)) continue;
    const message = `needs a device that measures ${quantitiesOf(geometry).join(" or ")}; ${device.name} measures ${profiles[device.profile].measures.join(", ")}`;
    return [{ field: "geometry.kind", message }];
  }
  return [];
}

/** Whether a device of this type tells what the geometry is reckoned from. */
export function canWatch(profile: ProfileName, geometry: Geometry): boolean {
  return quantitiesOf(geometry).some((quantity) => profiles[profile].measures.includes(quantity));
}

function quantitiesOf(geometry: Geometry): Quantity[] {
  switch (geometry.kind) {
    case "presence":
      return geometry.presentBelowMm === undefined ? ["presence"] : ["distance"];
    case "weight":
    case "button":
      return [geometry.kind];
    default:
      return ["distance"];
  }
}

function sourceProblems(
  change: AccountChange,
  id: string,
  { source, partId }: LocationInput,
): FieldProblem[] {
  if (source?.kind !== "location") return [];
  const field = "source.locationId";
  const from = change.get("location", source.locationId);
  if (!from) return [{ field, message: "there is no such storage location" }];
  if (from.partId !== partId) return [{ field, message: `${from.name} holds another part` }];
  const sourceOf = (locationId: string) => {
    const next = locationId === id ? source : change.get("location", locationId)?.source;
    return next?.kind === "location" ? next.locationId : null;
  };
  if (isSourceCircular(id, sourceOf))
    return [{ field, message: `${from.name} is itself refilled from this location` }];
  return [];
}

export function removeLocation(change: AccountChange, location: StorageLocation): void {
  const order = change.openOrderOf(location.id);
  if (order)
    throw new Refusal(
      409,
      "order-open",
      `Order ${order.number} of this location is open: cancel it or receive it first.`,
    );
  for (const other of change.all("location"))
    if (other.source.kind === "location" && other.source.locationId === location.id)
      throw inUse("storage location", `storage location ${other.name}, which is refilled from it`);
  for (const reservation of [...change.all("reservation")])
    if (reservation.locationId === location.id) change.remove("reservation", reservation.id);
  for (const proposal of [...change.all("proposal")])
    if (proposal.locationId === location.id) change.remove("proposal", proposal.id);
  change.remove("location", location.id);
}
