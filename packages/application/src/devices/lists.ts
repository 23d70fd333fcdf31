import { Type } from "typebox";
import type { Device, Gateway } from "../accounts/records.ts";
import { byText, createdFilters, filter, foldedOf, type ListRules, stampSorts } from "../api/list-rules.ts";
import * as schemas from "../api/schemas.ts";
import { lifeOf } from "../inventory/stock.ts";

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
      Type.Array(schemas.DeviceLife, { minItems: 1, maxItems: 3 }),
      (device, states, set, now) => states.includes(lifeOf(device, set.get("deviceState", device.id), now)),
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
