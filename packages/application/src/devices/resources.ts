import type { GatewayStatus } from "@refill/protocol";
import type { Device } from "../accounts/records.ts";
import { ownerOf, watchedDevice } from "../accounts/unique-keys.ts";
import type { Api } from "../api/api.ts";
import type { Resource } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { canWatch } from "../inventory/location.ts";
import { lifeOf } from "../inventory/stock.ts";
import { refuseFields } from "../refusal.ts";
import { putDevice, putGateway, removeDevice, retireDevice } from "./device.ts";
import { viewOfDevice } from "./device-view.ts";
import { deviceList, gatewayList } from "./lists.ts";
import { gatewayView } from "./views.ts";

export function deviceResource({ log }: Api): Resource<"device", schemas.DeviceInput> {
  return {
    path: "/devices",
    noun: "device",
    kind: "device",
    actsOutside: true,
    schema: schemas.Device,
    create: schemas.DeviceInput,
    update: schemas.DeviceChange,
    list: deviceList,
    hasBulk: true,
    inputOf: ({ id: _id, activation: _activation, ...input }) => input,
    put(change, id, input, work) {
      const before = change.get("device", id);
      if (!before) {
        const device = putDevice(change, id, input);
        work.newDevices.push(device);
        return change.get("device", id)!;
      }
      const location = ownerOf(change, watchedDevice, id);
      const { isRetired, ...changed } = input as typeof input & { isRetired?: boolean };
      const current = isRetired === undefined ? before : retireDevice(change, before, isRetired);
      const next = { ...current, ...changed, retiredAt: current.retiredAt } as Device;
      if (location && !canWatch(next.profile, location.geometry))
        refuseFields([
          { field: "profile", message: `does not fit the geometry of ${location.name}, which it watches` },
        ]);
      const isRadioSame =
        next.deviceClass === before.deviceClass &&
        next.allowsCounterReset === before.allowsCounterReset &&
        JSON.stringify(next.radio) === JSON.stringify(before.radio);
      if (!isRadioSame) work.changedDevices.push(next);
      if (next.allowsCounterReset !== before.allowsCounterReset)
        log.warn(
          { accountId: change.base.accountId, deviceId: id, allowsCounterReset: next.allowsCounterReset },
          "whether a device may begin its frame counter anew was changed",
        );
      return change.put("device", next);
    },
    remove(change, device, work) {
      removeDevice(change, device);
      work.removedDevices.push(device.id);
    },
    view: (set, device, now) => viewOfDevice(set, device, now),
    dependsOn: (set, device, now) => {
      const state = set.get("deviceState", device.id);
      const history = set.get("deviceHistory", device.id);
      return [state, history, set.locationByDevice.get(device.id), lifeOf(device, state, now)];
    },
  };
}

export function gatewayResource({ network }: Api): Resource<"gateway", schemas.GatewayInput> {
  return {
    path: "/gateways",
    noun: "gateway",
    kind: "gateway",
    actsOutside: true,
    schema: schemas.Gateway,
    create: schemas.GatewayInput,
    update: schemas.GatewayChange,
    list: gatewayList,
    hasBulk: true,
    inputOf: ({ id: _id, ...input }) => input,
    put(change, id, input, work) {
      const before = change.get("gateway", id);
      const gateway = putGateway(change, id, input);
      const isSame = before?.region === gateway.region && before.channelBlock === gateway.channelBlock;
      if (!isSame) work.gateways.push(gateway);
      return gateway;
    },
    remove(change, { id }, work) {
      change.remove("gateway", id);
      work.removedGateways.push(id);
    },
    facts: (set) => network.gatewayStatus(set.accountId),
    view: (_set, gateway, _now, statuses) =>
      gatewayView(gateway, (statuses as ReadonlyMap<string, GatewayStatus> | undefined)?.get(gateway.id)),
  };
}
