import type { Device, Gateway, HeardBy } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

const weekMs = 7 * 86_400_000;

/** Which gateways hear which devices, from what each device's messages of the last week came by. `now`: ms. */
export function coverageOf(set: WorkingSet, now: number) {
  const idByEui = new Map<string, string>();
  const counts = new Map<string, { devices: number; best: number; only: number }>();
  for (const { id, gatewayEui } of set.all("gateway")) {
    idByEui.set(gatewayEui, id);
    counts.set(id, { devices: 0, best: 0, only: 0 });
  }
  let onOneGateway = 0;
  let unheard = 0;
  for (const device of set.all("device")) {
    if (device.retiredAt !== null) continue;
    const heard = heardLately(set, device, now);
    if (heard.length === 0) unheard += 1;
    if (heard.length === 1) onOneGateway += 1;
    for (const [index, { gatewayEui }] of heard.entries()) {
      const count = counts.get(idByEui.get(gatewayEui) ?? "");
      if (!count) continue;
      count.devices += 1;
      if (index === 0) count.best += 1;
      if (heard.length === 1) count.only += 1;
    }
  }
  const gateways = [...counts].map(([gatewayId, count]) => ({ gatewayId, ...count }));
  return { gateways, onOneGateway, unheard };
}

/** The devices that a gateway heard within a week: those first that hang on it alone, then by signal, the weakest first. */
export function devicesHeardBy(set: WorkingSet, { gatewayEui }: Gateway, now: number) {
  const found = [...set.all("device")].flatMap((device) => {
    const heard = device.retiredAt === null ? heardLately(set, device, now) : [];
    const own = heard.find((each) => each.gatewayEui === gatewayEui);
    if (!own) return [];
    const other = heard.find((each) => each !== own);
    const { rssiDbm, snrDb, lastHeardAt } = own;
    return [
      {
        deviceId: device.id,
        name: device.name,
        locationId: set.locationByDevice.get(device.id) ?? null,
        rssiDbm,
        snrDb,
        lastHeardAt: new Date(lastHeardAt).toISOString(),
        isBest: heard[0] === own,
        other: other ? { ...other, lastHeardAt: new Date(other.lastHeardAt).toISOString() } : null,
      },
    ];
  });
  return found.sort(
    (a, b) =>
      Number(a.other !== null) - Number(b.other !== null) ||
      a.rssiDbm - b.rssiDbm ||
      (a.deviceId < b.deviceId ? -1 : 1),
  );
}

function heardLately(set: WorkingSet, { id }: Device, now: number): HeardBy[] {
  const gateways = set.get("deviceState", id)?.gateways ?? [];
  return gateways.filter(({ lastHeardAt }) => lastHeardAt > now - weekMs);
}
