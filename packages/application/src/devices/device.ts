import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, Gateway } from "../accounts/records.ts";
import type { DeviceInput, GatewayInput } from "../api/schemas.ts";
import { inUse } from "../inventory/catalogue.ts";
import { type Account, lifeOf } from "../inventory/stock.ts";
import { Refusal } from "../refusal.ts";

/** The device to keep, and beside it the root key, which goes to the network server only. */
export function putDevice(
  change: AccountChange,
  id: string,
  input: DeviceInput,
): Device & { appKey: string } {
  const { appKey, ...content } = input;
  const device = {
    ...content,
    id,
    devEui: input.devEui.toLowerCase(),
    joinEui: input.joinEui.toLowerCase(),
  } as Device;
  refuseTaken(change, "device", "devEui", id, device.devEui);
  change.put("device", device);
  return { ...device, appKey };
}

export function removeDevice(change: AccountChange, device: Device): void {
  const user = [...change.all("location")].find(({ deviceId }) => deviceId === device.id);
  if (user) throw inUse("device", `storage location ${user.name}`);
  change.remove("device", device.id);
}

export function putGateway(change: AccountChange, id: string, input: GatewayInput): Gateway {
  const gateway = { ...input, id, gatewayEui: input.gatewayEui.toLowerCase() };
  refuseTaken(change, "gateway", "gatewayEui", id, gateway.gatewayEui);
  change.put("gateway", gateway);
  return gateway;
}

const taken = new WeakMap<AccountChange, Map<string, string>>();

/** The network server refuses a taken EUI too; this one names the field before anything is sent. */
function refuseTaken(
  change: AccountChange,
  kind: "device" | "gateway",
  field: "devEui" | "gatewayEui",
  id: string,
  eui: string,
): void {
  let known = taken.get(change);
  if (!known) {
    known = new Map();
    for (const device of change.all("device")) known.set(device.devEui, device.id);
    for (const gateway of change.all("gateway")) known.set(`gateway ${gateway.gatewayEui}`, gateway.id);
    taken.set(change, known);
  }
  const key = kind === "device" ? eui : `gateway ${eui}`;
  const owner = known.get(key);
  known.set(key, id);
  if (owner === undefined || owner === id) return;
  const message = `${eui} is registered already`;
  throw new Refusal(409, `${kind}-eui-taken`, `${field}: ${message}`, [{ field, message }]);
}

/** The device as the REST API shows it. */
export function deviceView(account: Account, device: Device, locationId: string | null, now: number) {
  const state = account.get("deviceState", device.id);
  return {
    ...device,
    locationId,
    batteryPercent: state?.batteryPercent ?? null,
    lastSeenAt: state ? new Date(state.lastSeenAt).toISOString() : null,
    rssiDbm: state?.rssiDbm ?? null,
    snrDb: state?.snrDb ?? null,
    spreadingFactor: state?.spreadingFactor ?? null,
    frameCounter: state?.frameCounter ?? null,
    overwritten: state?.overwritten ?? 0,
    state: lifeOf(device, state, now),
  };
}
