import type { Device, Location, Part } from "../api/client.ts";
import type { SiteFloor } from "./site-floor.ts";

export interface Hit {
  location: Location;
  part: Part | undefined;
  /** By which device it was found, where it was. */
  device: Device | undefined;
}
export interface Hits {
  list: readonly Hit[];
  locationIds: ReadonlySet<string>;
  rackIds: ReadonlySet<string>;
}

/**
 * What a search finds on a floor: locations by their name, their part's number or name, the name or DevEUI of a sensor, or the
 * name of their rack. All words have to be found.
 */
export function hitsOf(
  floor: SiteFloor,
  { part, device }: { part: ReadonlyMap<string, Part>; device: ReadonlyMap<string, Device> },
  search: string,
): Hits | undefined {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const list: Hit[] = [];
  for (const location of floor.locations) {
    const own = part.get(location.partId);
    const rack = location.rackId === null ? undefined : floor.racks.get(location.rackId)?.rack;
    const text =
      `${location.name}\n${own?.number ?? ""}\n${own?.name ?? ""}\n${rack?.name ?? ""}`.toLowerCase();
    const rest = words.filter((word) => !text.includes(word));
    if (rest.length === 0) {
      list.push({ location, part: own, device: undefined });
      continue;
    }
    const watching = location.deviceIds
      .map((id) => device.get(id))
      .find(
        (each) => each && rest.every((word) => `${each.name}\n${each.devEui}`.toLowerCase().includes(word)),
      );
    if (watching) list.push({ location, part: own, device: watching });
  }
  return {
    list,
    locationIds: new Set(list.map(({ location }) => location.id)),
    rackIds: new Set(list.flatMap(({ location }) => location.rackId ?? [])),
  };
}
