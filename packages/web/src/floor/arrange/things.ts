import type { Area, Gateway, Rack } from "../../api/client.ts";
import { type Point, snapped } from "../plan-geometry.ts";
import type { SiteFloor } from "../site-floor.ts";
import {
  areaMoved,
  areaPlace,
  type Draft,
  gatewayPlace,
  rackPlace,
  type Thing,
  turned,
  withArea,
  withGateway,
  withRack,
} from "./draft.ts";

export interface Things {
  floor: SiteFloor;
  gateways: readonly Gateway[];
}
export type Found =
  | { kind: "area"; record: Area; racks: readonly Rack[] }
  | { kind: "rack"; record: Rack; area: Area }
  | { kind: "gateway"; record: Gateway };

/** The record that a thing on the plan stands for; undefined: it was removed meanwhile. */
export function found({ floor, gateways }: Things, { kind, id }: Thing): Found | undefined {
  switch (kind) {
    case "area": {
      const own = floor.areas.find(({ area }) => area.id === id);
      return own && { kind, record: own.area, racks: own.racks.map(({ rack }) => rack) };
    }
    case "rack": {
      const own = floor.racks.get(id);
      return own && { kind, record: own.rack, area: own.area };
    }
    case "gateway": {
      const own = gateways.find((gateway) => gateway.id === id);
      return own && { kind, record: own };
    }
  }
}

/** The upper left corner of an area or rack, the middle of a gateway; null: it is not on the plan. */
export function placeOf(draft: Draft, all: Things, thing: Thing): Point | null {
  const own = found(all, thing);
  switch (own?.kind) {
    case "area":
      return areaPlace(draft, own.record);
    case "rack":
      return rackPlace(draft, own.record);
    case "gateway":
      return gatewayPlace(draft, own.record);
    default:
      return null;
  }
}

/** To a place on the grid; an area takes its racks along. */
export function moved(draft: Draft, all: Things, thing: Thing, to: Point, step: number): Draft {
  const own = found(all, thing);
  const at = { x: snapped(to.x, step), y: snapped(to.y, step) };
  if (own?.kind === "area") return areaMoved(draft, own.record, own.racks, to, step);
  if (own?.kind === "rack") {
    const place = rackPlace(draft, own.record);
    if (!place || (place.x === at.x && place.y === at.y)) return draft;
    return withRack(draft, own.record.id, { ...place, ...at });
  }
  if (own?.kind === "gateway") {
    const place = gatewayPlace(draft, own.record);
    if (!place || (place.x === at.x && place.y === at.y)) return draft;
    return withGateway(draft, own.record.id, { ...place, ...at });
  }
  return draft;
}

/** A rack by a quarter, clockwise; other things have no front. */
export function turnedIn(draft: Draft, all: Things, thing: Thing, step: number): Draft {
  const own = found(all, thing);
  const place = own?.kind === "rack" ? rackPlace(draft, own.record) : null;
  return own && place ? withRack(draft, own.record.id, turned(place, step)) : draft;
}

/** Off the plan; the record itself stays. */
export function removed(draft: Draft, { kind, id }: Thing): Draft {
  if (kind === "area") return withArea(draft, id, null);
  return kind === "rack" ? withRack(draft, id, null) : withGateway(draft, id, null);
}
