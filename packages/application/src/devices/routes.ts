import { profiles } from "@refill/sensors";
import type { Device, Gateway } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { resourceRoutes } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { refuseFields } from "../refusal.ts";
import { deviceView, putDevice, putGateway, removeDevice } from "./device.ts";

export function deviceRoutes(app: ApiServer, api: Api): void {
  const { network } = api;
  resourceRoutes<"device", schemas.DeviceInput>(app, api, {
    path: "/devices",
    noun: "device",
    kind: "device",
    schema: schemas.Device,
    create: schemas.DeviceInput,
    update: schemas.DeviceChange,
    inputOf: ({ id: _id, ...input }: Device) => input,
    async put(change, id, input) {
      const before = change.get("device", id);
      if (before) {
        const location = [...change.all("location")].find(({ deviceId }) => deviceId === id);
        const next = { ...before, ...input } as Device;
        if (location && profiles[next.profile].measures !== profiles[before.profile].measures)
          refuseFields([
            { field: "profile", message: `does not fit the geometry of ${location.name}, which it watches` },
          ]);
        change.put("device", next);
        return next;
      }
      const { appKey, ...device } = putDevice(change, id, input);
      await network.registerDevices(change.base.accountId, [{ ...device, appKey }]);
      return device;
    },
    async remove(change, device) {
      removeDevice(change, device);
      await network.removeDevices(change.base.accountId, [device.id]);
    },
    undo: (accountId, id) => network.removeDevices(accountId, [id]),
    view: viewOfDevice,
  });
  resourceRoutes<"gateway", schemas.GatewayInput>(app, api, {
    path: "/gateways",
    noun: "gateway",
    kind: "gateway",
    schema: schemas.Gateway,
    create: schemas.GatewayInput,
    update: schemas.GatewayChange,
    inputOf: ({ id: _id, ...input }: Gateway) => input,
    async put(change, id, input) {
      const isNew = change.get("gateway", id) === undefined;
      const gateway = putGateway(change, id, input);
      if (isNew) await network.registerGateways(change.base.accountId, [gateway]);
      return gateway;
    },
    async remove(change, { id }) {
      change.remove("gateway", id);
      await network.removeGateway(change.base.accountId, id);
    },
    undo: (accountId, id) => network.removeGateway(accountId, id),
    view: (_set, gateway) => ({ ...gateway, lastSeenAt: null, uplinks: null, downlinks: null }),
    async list(set) {
      const statuses = await network.gatewayStatus(set.accountId);
      return [...set.all("gateway")].map((gateway) => {
        const status = statuses?.get(gateway.id);
        return {
          ...gateway,
          lastSeenAt: status?.lastSeenAt ? new Date(status.lastSeenAt).toISOString() : null,
          uplinks: status?.uplinks ?? null,
          downlinks: status?.downlinks ?? null,
        };
      });
    },
  });
}

export function viewOfDevice(set: WorkingSet, device: Device) {
  return deviceView(set, device, set.locationByDevice.get(device.id) ?? null, Date.now());
}
