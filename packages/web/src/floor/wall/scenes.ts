import type { Location } from "../../api/client.ts";
import type { AreaOnFloor, RackOnFloor, SiteFloor } from "../site-floor.ts";
import { isLaidOut } from "../use-site-floor.ts";

/** What a wall screen shows at a time. */
export type Scene =
  | { kind: "map" }
  | {
      kind: "list";
      what: "empty" | "low" | "coming" | "unknown";
      locations: readonly Location[];
      page: number;
      pages: number;
    }
  | { kind: "area"; area: AreaOnFloor["area"]; racks: readonly RackOnFloor[]; page: number; pages: number };

/** So many rows, and racks from the front, can be read from across a hall. */
const rowsAtOnce = 10;
const racksAtOnce = 6;

/** All scenes of a site in their order: the map, what wants something, then the areas with their racks. */
export function scenesOf(floor: SiteFloor): Scene[] {
  const lists = (["empty", "low", "coming", "unknown"] as const).flatMap((what) => {
    const locations = floor.locations.filter(({ state, onOrder }) =>
      what === "coming" ? onOrder > 0 : state === what,
    );
    return paged(locations, rowsAtOnce).map(
      (some, page, all): Scene => ({ kind: "list", what, locations: some, page, pages: all.length }),
    );
  });
  const areas = floor.areas.flatMap(({ area, racks }) =>
    paged(
      racks.filter(({ locations }) => locations.length > 0),
      racksAtOnce,
    ).map((some, page, all): Scene => ({ kind: "area", area, racks: some, page, pages: all.length })),
  );
  return [...(isLaidOut(floor) ? [{ kind: "map" } as const] : []), ...lists, ...areas];
}

function paged<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let from = 0; from < items.length; from += size) pages.push(items.slice(from, from + size));
  return pages;
}

/** The same scene later, when what it shows has changed: another rack or page of it. */
export function sceneName(scene: Scene): string {
  if (scene.kind === "map") return "map";
  return scene.kind === "list" ? `${scene.what} ${scene.page}` : `${scene.area.id} ${scene.page}`;
}
