import { capacityOf, initialLevel, validateGeometry, validatePolicy } from "@refill/replenishment";
import { profiles } from "@refill/sensors";
import type { AccountChange } from "../accounts/account-change.ts";
import type { StorageLocation } from "../accounts/records.ts";
import { claim, locationName, ownerOf, watchedDevice } from "../accounts/unique-keys.ts";
import type { LocationInput } from "../api/schemas.ts";
import { reorderIfNeeded } from "../orders/order-service.ts";
import { type FieldProblem, Refusal, refuseFields } from "../refusal.ts";
import { refuseTakenName } from "./catalogue.ts";

/** Makes or changes a storage location. A new geometry or sensor makes the level unknown until it is measured again. */
export function putLocation(change: AccountChange, id: string, input: LocationInput): StorageLocation {
  refuseFields(problemsOf(change, id, input));
  const before = change.get("location", id);
  const draft = { id, ...input };
  refuseTakenName(change, locationName, draft, "name", "location of this site");
  claim(change, watchedDevice, draft);
  const location = change.put("location", draft);
  if (!before) return location;
  const isMeasuredAnew =
    before.deviceId !== location.deviceId ||
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

function problemsOf(change: AccountChange, id: string, input: LocationInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!change.get("site", input.siteId)) problems.push({ field: "siteId", message: "there is no such site" });
  if (!change.get("part", input.partId)) problems.push({ field: "partId", message: "there is no such part" });
  if (input.deviceId !== null) {
    const device = change.get("device", input.deviceId);
    const other = ownerOf(change, watchedDevice, input.deviceId);
    if (!device) problems.push({ field: "deviceId", message: "there is no such device" });
    else if (other && other.id !== id)
      problems.push({ field: "deviceId", message: `the device watches ${other.name} already` });
    else if ((profiles[device.profile].measures === "button") !== (input.geometry.kind === "button"))
      problems.push({
        field: "geometry.kind",
        message:
          input.geometry.kind === "button"
            ? "a button geometry needs a button, not a distance sensor"
            : "a button needs the geometry button",
      });
  }
  for (const { field, message } of validateGeometry(input.geometry))
    problems.push({ field: `geometry.${field}`, message });
  if (problems.length === 0)
    for (const { field, message } of validatePolicy(input.policy, capacityOf(input.geometry)))
      problems.push({ field: `policy.${field}`, message });
  return problems;
}

export function removeLocation(change: AccountChange, location: StorageLocation): void {
  const order = change.openOrderOf(location.id);
  if (order)
    throw new Refusal(
      409,
      "order-open",
      `Order ${order.number} of this location is open: cancel it or receive it first.`,
    );
  change.remove("location", location.id);
}
