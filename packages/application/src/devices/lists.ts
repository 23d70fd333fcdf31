import { Type } from "typebox";
import type { Device, Gateway } from "../accounts/records.ts";
import { byText, createdFilters, filter, foldedOf, type ListRules, stampSorts } from "../api/list-rules.ts";
import * as schemas from "../api/schemas.ts";
import { lifeOf } from "../inventory/stock.ts";
import { isSignalWeak, weakBelowDb } from "./signal.ts";

/** How devices and gateways are listed. */

const byName = { name: byText(({ name }: { name: string }) => name) };

export const deviceList: ListRules<"device"> = {
  searched: "name and DevEUI",
  searchedText: (device) => foldedOf(device, ({ name, devEui }) => `${name}\n${devEui}`),
  sorts: { ...byName, devEui: byText(({ devEui }) => devEui), ...stampSorts },
  filters: {
    devEui: filter<Device, string>(
      schemas.DeviceInput.properties.devEui,
      ({ devEui }, eui) => devEui === eui.toLowerCase(),
    ),
    profile: filter<Device, string>(schemas.DeviceProfile, ({ profile }, asked) => profile === asked),
    region: filter<Device, string>(schemas.LorawanRegion, ({ region }, asked) => region === asked),
    isAssigned: filter<Device, boolean>(
      Type.Boolean({ description: "Whether it watches a location" }),
      ({ id }, is, set) => set.locationByDevice.has(id) === is,
    ),
    state: filter<Device, readonly string[]>(
      Type.Array(schemas.DeviceLife, { minItems: 1, maxItems: 4 }),
      (device, states, set, now) => states.includes(lifeOf(device, set.get("deviceState", device.id), now)),
    ),
    isBatteryLow: filter<Device, boolean>(
      Type.Boolean({ description: "20 % and below, until it is at 30 % again" }),
      ({ id }, is, set) => (set.get("deviceState", id)?.isBatteryLow ?? false) === is,
    ),
    isSignalWeak: filter<Device, boolean>(
      Type.Boolean({ description: `Less than ${weakBelowDb} dB above what its spreading factor needs` }),
      ({ id }, is, set) => isSignalWeak(set.get("deviceState", id)) === is,
    ),
    heardBy: filter<Device, string>(
      Type.String({
        pattern: "^[0-9a-fA-F]{16}$",
        description: "EUI of a gateway that heard it within a week",
      }),
      ({ id }, eui, set) =>
        (set.get("deviceState", id)?.gateways ?? []).some(
          ({ gatewayEui }) => gatewayEui === eui.toLowerCase(),
        ),
    ),
    isOnOneGateway: filter<Device, boolean>(
      Type.Boolean({ description: "Only one gateway heard it within a week" }),
      ({ id }, is, set) => (set.get("deviceState", id)?.gateways.length === 1) === is,
    ),
    ...createdFilters,
  },
};

export const gatewayList: ListRules<"gateway"> = {
  searched: "name and EUI",
  searchedText: (gateway) => foldedOf(gateway, ({ name, gatewayEui }) => `${name}\n${gatewayEui}`),
  sorts: { ...byName, gatewayEui: byText(({ gatewayEui }) => gatewayEui), ...stampSorts },
  filters: {
    gatewayEui: filter<Gateway, string>(
      schemas.GatewayInput.properties.gatewayEui,
      ({ gatewayEui }, eui) => gatewayEui === eui.toLowerCase(),
    ),
    region: filter<Gateway, string>(schemas.LorawanRegion, ({ region }, asked) => region === asked),
    ...createdFilters,
  },
};
