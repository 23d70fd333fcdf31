import type { MacVersion, RegionName } from "@refill/lorawan";
import type { DeviceRegistration } from "@refill/protocol";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, Draft, Gateway, Records } from "../accounts/records.ts";
import {
  claim,
  devEui,
  gatewayEui,
  ownerOf,
  type UniqueKey,
  watchedDevice,
} from "../accounts/unique-keys.ts";
import type { DeviceInput, GatewayInput } from "../api/schemas.ts";
import { inUse } from "../inventory/catalogue.ts";
import { EuiTaken } from "../network.ts";
import { Refusal, refuseFields } from "../refusal.ts";

export type Activation = DeviceRegistration["activation"];
export type NewDevice = Device & { keys: Activation };

/** The device to keep, and beside it its keys, which go to the network server only. */
export function putDevice(change: AccountChange, id: string, input: DeviceInput): NewDevice {
  const keys = activationOf(input);
  const device = {
    id,
    devEui: input.devEui.toLowerCase(),
    joinEui: input.joinEui.toLowerCase(),
    name: input.name,
    profile: input.profile as Device["profile"],
    region: (input.region ?? "EU868") as RegionName,
    macVersion: (input.macVersion ?? "1.0.3") as MacVersion,
    deviceClass: (input.deviceClass ?? "A") as Device["deviceClass"],
    activation: keys.kind,
    allowsCounterReset: input.allowsCounterReset ?? false,
    radio: input.radio ?? {},
    retiredAt: null,
    replacesId: null,
  };
  refuseTaken(change, devEui, device, device.devEui);
  if (!change.get("device", id)) refuseBeyondQuota(change);
  return { ...change.put("device", device), keys };
}

/** Here every way to a new device passes: one by one, by a file, an import or in bulk. */
function refuseBeyondQuota(change: AccountChange): void {
  const most = change.base.quota.devices;
  if (most === null || change.count("device") < most) return;
  // Those that are out of service don't count.
  let present = 0;
  for (const { retiredAt } of change.all("device")) if (retiredAt === null) present += 1;
  if (present < most) return;
  throw new Refusal(
    403,
    "quota-devices",
    `Your account may have ${most} ${most === 1 ? "device" : "devices"} and would have ${present + 1}. Remove devices that you do not use, or ask whoever runs Refill for more.`,
  );
}

/** The keys that fit the version, or a refusal that names the field. */
function activationOf({ appKey, nwkKey, personalised, macVersion }: DeviceInput): Activation {
  const is11 = macVersion === "1.1";
  const refuse = (field: string, message: string): never => {
    throw new Refusal(422, "invalid", `${field}: ${message}`, [{ field, message }]);
  };
  if (personalised) {
    if (appKey || nwkKey) refuse("personalised", "stands instead of root keys, not beside them");
    const { devAddr, appSKey, nwkSKey, fNwkSIntKey, sNwkSIntKey, nwkSEncKey, ...counters } = personalised;
    const common = { kind: "abp" as const, devAddr: devAddr.toLowerCase(), ...counters };
    const low = (text: string) => text.toLowerCase();
    if (is11) {
      if (!fNwkSIntKey || !sNwkSIntKey || !nwkSEncKey)
        return refuse("personalised", "LoRaWAN 1.1 needs fNwkSIntKey, sNwkSIntKey and nwkSEncKey");
      return {
        ...common,
        keys: {
          fNwkSIntKey: low(fNwkSIntKey),
          sNwkSIntKey: low(sNwkSIntKey),
          nwkSEncKey: low(nwkSEncKey),
          appSKey: low(appSKey),
        },
      };
    }
    if (!nwkSKey) return refuse("personalised.nwkSKey", "LoRaWAN 1.0.x needs the NwkSKey");
    return { ...common, keys: { nwkSKey: low(nwkSKey), appSKey: low(appSKey) } };
  }
  if (!appKey) return refuse("appKey", "is missing: the device joins with it");
  if (is11 && !nwkKey) refuse("nwkKey", "is missing: LoRaWAN 1.1 devices have one beside the AppKey");
  if (!is11 && nwkKey) refuse("nwkKey", "is for LoRaWAN 1.1 only");
  return {
    kind: "otaa",
    appKey: appKey.toLowerCase(),
    ...(nwkKey ? { nwkKey: nwkKey.toLowerCase() } : {}),
  };
}

/** Out of service: it is kept with what it said, but is not missed, not counted and watches nothing. */
export function retireDevice(change: AccountChange, device: Device, isRetired: boolean): Device {
  if (isRetired === (device.retiredAt !== null)) return device;
  if (!isRetired) {
    refuseBeyondQuota(change);
    return change.put("device", { ...device, retiredAt: null });
  }
  const user = ownerOf(change, watchedDevice, device.id);
  if (user) throw inUse("device", `storage location ${user.name}: take it away there first, or replace it`);
  return change.put("device", { ...device, retiredAt: change.at });
}

export function removeDevice(change: AccountChange, device: Device): void {
  const user = ownerOf(change, watchedDevice, device.id);
  if (user) throw inUse("device", `storage location ${user.name}`);
  change.remove("device", device.id);
}

export function putGateway(change: AccountChange, id: string, input: GatewayInput): Gateway {
  const gateway = {
    id,
    name: input.name,
    gatewayEui: input.gatewayEui.toLowerCase(),
    region: (input.region ?? "EU868") as RegionName,
    channelBlock: input.channelBlock ?? null,
    place: input.place ?? null,
  };
  if (gateway.place && !change.get("site", gateway.place.siteId))
    refuseFields([{ field: "place.siteId", message: "there is no such site" }]);
  refuseTaken(change, gatewayEui, gateway, gateway.gatewayEui);
  return change.put("gateway", gateway);
}

/** The network server refuses a taken EUI too; this one names the field before anything is sent. */
function refuseTaken<K extends "device" | "gateway">(
  change: AccountChange,
  unique: UniqueKey<K>,
  draft: Draft<Records[K]>,
  eui: string,
): void {
  if (!claim(change, unique, draft)) return;
  throw unique.kind === "device"
    ? new EuiTaken("dev-eui-taken", "devEui", [eui])
    : new EuiTaken("gateway-eui-taken", "gatewayEui", [eui]);
}
