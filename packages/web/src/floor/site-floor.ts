import type { Area, Gateway, Location, Rack, Site } from "../api/client.ts";

export type State = Location["state"];
/** The worst first: what a rack is coloured by. */
export const statesByNeed: readonly State[] = ["empty", "low", "unknown", "ok"];

export interface RackOnFloor {
  rack: Rack;
  area: Area;
  locations: readonly Location[];
  counts: Readonly<Record<State, number>>;
  /** Null: nothing lies in it. */
  worst: State | null;
  /** Locations for which an order is open. */
  coming: number;
}
export interface AreaOnFloor {
  area: Area;
  racks: readonly RackOnFloor[];
  /** In the area and in no rack. */
  loose: readonly Location[];
}
export interface SiteFloor {
  site: Site;
  areas: readonly AreaOnFloor[];
  racks: ReadonlyMap<string, RackOnFloor>;
  /** In no area. */
  loose: readonly Location[];
  locations: readonly Location[];
  gateways: readonly Gateway[];
  counts: Readonly<Record<State, number>>;
  coming: number;
}

/** A site with all that stands in it, by area and rack; one pass over the lists. */
export function siteFloorOf(
  site: Site,
  all: {
    areas: readonly Area[];
    racks: readonly Rack[];
    locations: readonly Location[];
    gateways: readonly Gateway[];
  },
): SiteFloor {
  const own = all.locations.filter(({ siteId }) => siteId === site.id);
  const inRack = Map.groupBy(own, ({ rackId }) => rackId);
  const racksOf = Map.groupBy(all.racks, ({ areaId }) => areaId);
  const loose = Map.groupBy((inRack.get(null) ?? []).sort(byPlaceName), ({ areaId }) => areaId);
  const areas = all.areas
    .filter(({ siteId }) => siteId === site.id)
    .sort(byPlaceName)
    .map((area): AreaOnFloor => {
      const racks = [...(racksOf.get(area.id) ?? [])]
        .sort(byPlaceName)
        .map((rack) => rackOnFloor(rack, area, inRack.get(rack.id) ?? nothing));
      return { area, racks, loose: loose.get(area.id) ?? [] };
    });
  const unplaced = loose.get(null) ?? [];
  const locations = [
    ...areas.flatMap(({ racks, loose: inArea }) => [...racks.flatMap((each) => each.locations), ...inArea]),
    ...unplaced,
  ];
  return {
    site,
    areas,
    racks: new Map(areas.flatMap(({ racks }) => racks.map((each) => [each.rack.id, each]))),
    loose: unplaced,
    locations,
    gateways: all.gateways.filter(({ place }) => place?.siteId === site.id),
    ...sumsOf(locations),
  };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
export function byPlaceName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name);
}

const nothing: readonly Location[] = [];
/** By rack: as it was last, and the locations in the order of their list. */
const known = new WeakMap<Rack, { given: readonly Location[]; made: RackOnFloor }>();

/** The same as before while nothing in it has changed: then it is not drawn anew. */
function rackOnFloor(rack: Rack, area: Area, given: readonly Location[]): RackOnFloor {
  const last = known.get(rack);
  const isSame =
    last?.made.area === area &&
    last.given.length === given.length &&
    given.every((location, index) => location === last.given[index]);
  if (isSame) return last.made;
  const locations = [...given].sort(byPlaceName);
  const { counts, coming } = sumsOf(locations);
  const worst = statesByNeed.find((state) => counts[state] > 0) ?? null;
  const made = { rack, area, locations, counts, coming, worst };
  known.set(rack, { given, made });
  return made;
}

export function sumsOf(locations: readonly Location[]): { counts: Record<State, number>; coming: number } {
  const counts = { empty: 0, low: 0, unknown: 0, ok: 0 };
  let coming = 0;
  for (const { state, onOrder } of locations) {
    counts[state] += 1;
    if (onOrder > 0) coming += 1;
  }
  return { counts, coming };
}
