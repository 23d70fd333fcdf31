import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, StorageLocation } from "../accounts/records.ts";
import { ownerOf, watchedDevice } from "../accounts/unique-keys.ts";
import type { DeviceInput } from "../api/schemas.ts";
import { putLocation } from "../inventory/location.ts";
import type { LocationInput } from "../inventory/location-schema.ts";
import { inputOf } from "../inventory/stock.ts";
import { notFound, Refusal } from "../refusal.ts";
import { putDevice, removeDevice } from "./device.ts";
import type { ReplacementInput } from "./device-schema.ts";
import type { NetworkWork } from "./network-work.ts";

/**
 * Puts another device into the place of one: its name, its location and the position there. What the location was
 * calibrated to stays; its level is unknown until the new device has measured. Gives the new device's id.
 */
export function replaceDevice(
  change: AccountChange,
  before: Device,
  input: ReplacementInput,
  work: NetworkWork,
): string {
  if (before.retiredAt !== null)
    throw new Refusal(409, "device-retired", `${before.name} is out of service already.`);
  const location = ownerOf(change, watchedDevice, before.id);
  const remove = input.before === "remove";
  const name = input.name ?? before.name;
  // Frees a place within the customer's limit for the new one.
  const retired = change.put("device", {
    ...before,
    name: `${before.name} (until ${new Date(change.at).toISOString().slice(0, 10)})`.slice(0, 200),
    retiredAt: change.at,
  });
  const next = input.deviceId
    ? freeDevice(change, input.deviceId, before)
    : newDevice(change, before, input, work);
  change.put("device", { ...next, name, replacesId: remove ? null : before.id });
  if (location) watchBy(change, location, before.id, next.id);
  if (remove) {
    removeDevice(change, retired);
    work.removedDevices.push(before.id);
  }
  return next.id;
}

/**
 * Puts the device before back, while the one in its place was never heard: so nothing that it said is lost. One that the
 * replacement registered goes again; one that was there stays, and watches nothing.
 */
export function undoReplacement(change: AccountChange, device: Device, work: NetworkWork): Device {
  const before = device.replacesId === null ? undefined : change.get("device", device.replacesId);
  if (!before)
    throw new Refusal(
      409,
      "replacement-final",
      "There is no replacement to take back: the device before is not kept, or this one took no other's place.",
    );
  const heardAt = change.get("deviceState", device.id)?.lastSeenAt ?? 0;
  if (before.retiredAt === null || heardAt >= before.retiredAt)
    throw new Refusal(
      409,
      "replacement-final",
      `${device.name} was heard in its new place: replace it by ${before.name} instead, once that is in service again.`,
    );
  const location = ownerOf(change, watchedDevice, device.id);
  const wasRegisteredFor = device.createdAt === before.retiredAt;
  change.put("device", { ...before, name: device.name, retiredAt: null });
  if (location) watchBy(change, location, device.id, before.id);
  if (wasRegisteredFor) {
    removeDevice(change, device);
    work.removedDevices.push(device.id);
  } else change.put("device", { ...device, name: device.devEui, replacesId: null });
  return change.get("device", before.id)!;
}

function watchBy(change: AccountChange, location: StorageLocation, from: string, to: string): void {
  const deviceIds = location.deviceIds.map((id) => (id === from ? to : id));
  putLocation(change, location.id, { ...inputOf(location), deviceIds } as LocationInput);
}

function freeDevice(change: AccountChange, id: string, before: Device): Device {
  const device = change.get("device", id);
  if (!device) throw fieldRefused("deviceId", "there is no such device");
  if (id === before.id) throw fieldRefused("deviceId", "is the device itself");
  if (device.retiredAt !== null) throw fieldRefused("deviceId", `${device.name} is out of service`);
  const user = ownerOf(change, watchedDevice, id);
  if (user) throw fieldRefused("deviceId", `${device.name} watches ${user.name}`);
  return device;
}

function newDevice(
  change: AccountChange,
  before: Device,
  { device }: ReplacementInput,
  work: NetworkWork,
): Device {
  if (!device) throw fieldRefused("device", "is missing, or deviceId instead of it");
  const { joinEui, name, profile, region, macVersion, deviceClass, allowsCounterReset, radio } = before;
  const input = { joinEui, name, profile, region, macVersion, deviceClass, radio, ...device } as DeviceInput;
  const isPersonalised = input.personalised !== undefined;
  const made = putDevice(change, randomUUID(), {
    ...input,
    allowsCounterReset: isPersonalised && allowsCounterReset,
  });
  work.newDevices.push(made);
  return change.get("device", made.id)!;
}

function fieldRefused(field: string, message: string): Refusal {
  return new Refusal(422, "invalid", `${field}: ${message}`, [{ field, message }]);
}

/** The device that a replacement is of. */
export function replaceable(change: AccountChange, id: string): Device {
  const device = change.get("device", id);
  if (!device) throw notFound("device");
  return device;
}
