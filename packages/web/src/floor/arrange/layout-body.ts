import type { Area, Gateway, Rack } from "../../api/client.ts";
import type { AreaPlace, GatewayPlace, RackPlace } from "../plan-geometry.ts";
import { areaPlace, type Draft, gatewayPlace, rackPlace, shelvesOf } from "./draft.ts";

/** What the API is told of a layout: of each thing that was moved, where it is now. */
export interface LayoutBody {
  areas: { id: string; version?: number; place: AreaPlace | null }[];
  racks: { id: string; version?: number; place: RackPlace | null; shelves: number | null }[];
  gateways: { id: string; version?: number; place: GatewayPlace | null }[];
}
interface Records {
  areas: readonly Area[];
  racks: readonly Rack[];
  gateways: readonly Gateway[];
}

/** What the draft changes, with the versions that were seen; nothing else is said. */
export function layoutOf(draft: Draft, { areas, racks, gateways }: Records): LayoutBody {
  return {
    areas: areas
      .filter((area) => !isSame(areaPlace(draft, area), area.place))
      .map((area) => ({ id: area.id, version: area.version, place: areaPlace(draft, area) })),
    racks: racks
      .filter(
        (rack) => !isSame(rackPlace(draft, rack), rack.place) || shelvesOf(draft, rack) !== rack.shelves,
      )
      .map((rack) => ({
        id: rack.id,
        version: rack.version,
        place: rackPlace(draft, rack),
        shelves: shelvesOf(draft, rack),
      })),
    gateways: gateways
      .filter((gateway) => !isSame(gatewayPlace(draft, gateway), gateway.place))
      .map((gateway) => ({ id: gateway.id, version: gateway.version, place: gatewayPlace(draft, gateway) })),
  };
}

/** What takes a layout back: where its things were before. */
export function formerLayout(body: LayoutBody, { areas, racks, gateways }: Records): LayoutBody {
  const moved = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
  const [ofAreas, ofRacks] = [moved(body.areas), moved(body.racks)];
  const here = new Set(body.gateways.map(({ id }) => id));
  return {
    areas: areas.filter(({ id }) => ofAreas.has(id)).map(({ id, place }) => ({ id, place })),
    racks: racks
      .filter(({ id }) => ofRacks.has(id))
      .map(({ id, place, shelves }) => ({ id, place, shelves })),
    gateways: gateways.filter(({ id }) => here.has(id)).map(({ id, place }) => ({ id, place })),
  };
}

/** The same, whatever was changed meanwhile. */
export function withoutVersions({ areas, racks, gateways }: LayoutBody): LayoutBody {
  const free = <T extends { version?: number }>({ version: _version, ...item }: T) => item;
  return { areas: areas.map(free), racks: racks.map(free), gateways: gateways.map(free) } as LayoutBody;
}

export function countOf({ areas, racks, gateways }: LayoutBody): number {
  return areas.length + racks.length + gateways.length;
}

function isSame(a: object | null, b: object | null): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  const [first, second] = [Object.entries(a), b as Record<string, unknown>];
  return first.every(([key, value]) => second[key] === value);
}
