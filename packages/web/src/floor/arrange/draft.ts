import type { Area, Gateway, Rack } from "../../api/client.ts";
import { type AreaPlace, type GatewayPlace, type RackPlace, snapped } from "../plan-geometry.ts";

/** What somebody is arranging: the places that are not saved yet, over those that are. */
export interface Draft {
  areas: ReadonlyMap<string, AreaPlace | null>;
  racks: ReadonlyMap<string, RackPlace | null>;
  /** How many shelves a rack has; null: as many as its locations need. */
  shelves: ReadonlyMap<string, number | null>;
  gateways: ReadonlyMap<string, GatewayPlace | null>;
}
export const nothingArranged: Draft = {
  areas: new Map(),
  racks: new Map(),
  shelves: new Map(),
  gateways: new Map(),
};

/** A thing on the plan. */
export interface Thing {
  kind: "area" | "rack" | "gateway";
  id: string;
}

/** A draft, and those before and after it that undo and redo bring back. */
export interface History {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
}
export const newHistory: History = { past: [], now: nothingArranged, future: [] };
const mostSteps = 200;

export function arranged({ past, now }: History, next: Draft): History {
  return { past: [...past, now].slice(-mostSteps), now: next, future: [] };
}
export function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}
export function redone(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.now], now: next, future };
}

export function areaPlace({ areas }: Draft, area: Area): AreaPlace | null {
  const place = areas.get(area.id);
  return place === undefined ? area.place : place;
}
export function rackPlace({ racks }: Draft, rack: Rack): RackPlace | null {
  const place = racks.get(rack.id);
  return place === undefined ? rack.place : place;
}
export function shelvesOf({ shelves }: Draft, rack: Rack): number | null {
  const count = shelves.get(rack.id);
  return count === undefined ? rack.shelves : count;
}
export function gatewayPlace({ gateways }: Draft, gateway: Gateway): GatewayPlace | null {
  const place = gateways.get(gateway.id);
  return place === undefined ? gateway.place : place;
}

export function withArea(draft: Draft, id: string, place: AreaPlace | null): Draft {
  return { ...draft, areas: new Map(draft.areas).set(id, place) };
}
export function withRack(draft: Draft, id: string, place: RackPlace | null): Draft {
  return { ...draft, racks: new Map(draft.racks).set(id, place) };
}
export function withShelves(draft: Draft, id: string, count: number | null): Draft {
  return { ...draft, shelves: new Map(draft.shelves).set(id, count) };
}
export function withGateway(draft: Draft, id: string, place: GatewayPlace | null): Draft {
  return { ...draft, gateways: new Map(draft.gateways).set(id, place) };
}

/** An area to another place, and its racks with it; `racks`: those of the area. On the grid, and never off the plan. */
export function areaMoved(
  draft: Draft,
  area: Area,
  racks: readonly Rack[],
  to: { x: number; y: number },
  step: number,
): Draft {
  const place = areaPlace(draft, area);
  if (!place) return draft;
  const by = { x: snapped(to.x, step) - place.x, y: snapped(to.y, step) - place.y };
  if (by.x === 0 && by.y === 0) return draft;
  let next = withArea(draft, area.id, { ...place, x: rounded(place.x + by.x), y: rounded(place.y + by.y) });
  for (const rack of racks) {
    const own = rackPlace(draft, rack);
    if (own)
      next = withRack(next, rack.id, {
        ...own,
        x: Math.max(0, rounded(own.x + by.x)),
        y: Math.max(0, rounded(own.y + by.y)),
      });
  }
  return next;
}

/** A quarter turn clockwise about the middle of the space that it takes. */
export function turned(place: RackPlace, step: number): RackPlace {
  const isAlong = place.rotation % 180 === 0;
  const [wide, high] = isAlong ? [place.width, place.depth] : [place.depth, place.width];
  const middle = { x: place.x + wide / 2, y: place.y + high / 2 };
  return {
    ...place,
    rotation: ((place.rotation + 90) % 360) as RackPlace["rotation"],
    x: snapped(middle.x - high / 2, step),
    y: snapped(middle.y - wide / 2, step),
  };
}

function rounded(metres: number): number {
  return Math.round(metres * 1000) / 1000;
}
