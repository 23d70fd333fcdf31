import type { Area, Rack } from "../../api/client.ts";
import { type AreaPlace, type Box, boundsOf, type RackPlace, spaceOf } from "../plan-geometry.ts";
import { areaPlace, type Draft, rackPlace, withArea, withRack } from "./draft.ts";

/** How large a rack is of which nobody said so, in metres. */
export const usualRack = { width: 2.4, depth: 0.8 };
const gap = 2;
const edge = 1;
const nameHeight = 1.6;
const aisle = 2.6;

/** Gives every area and rack that has no place one: racks in rows in their area, areas below what is on the plan. */
export function placeAll(
  draft: Draft,
  floor: readonly { area: Area; racks: readonly Rack[] }[],
  floorPlan: { widthMetres: number } | null,
): Draft {
  let next = draft;
  const taken = floor.flatMap(({ area }) => areaPlace(draft, area) ?? []);
  const bounds = boundsOf(taken);
  const width = Math.max(floorPlan?.widthMetres ?? 0, bounds ? bounds.x + bounds.width : 0, 40);
  let x = gap;
  let y = bounds ? bounds.y + bounds.height + gap : gap;
  let tallest = 0;
  for (const { area, racks } of floor) {
    const missing = racks.filter((rack) => rackPlace(draft, rack) === null);
    let place = areaPlace(next, area);
    if (!place) {
      const size = sizeFor(missing.length);
      if (x > gap && x + size.width > width) {
        x = gap;
        y += tallest + gap;
        tallest = 0;
      }
      place = { x, y, ...size };
      x += size.width + gap;
      tallest = Math.max(tallest, size.height);
      next = withArea(next, area.id, place);
    }
    next = inRows(next, place, racks, missing);
  }
  return next;
}

function sizeFor(racks: number): { width: number; height: number } {
  const inRow = Math.max(2, Math.ceil(Math.sqrt(racks * 1.5)));
  const rows = Math.max(1, Math.ceil(racks / inRow));
  return {
    width: inRow * usualRack.width + 2 * edge,
    height: Math.ceil((nameHeight + rows * usualRack.depth + (Math.floor(rows / 2) + 1) * aisle) * 2) / 2,
  };
}

/** Where nothing stands yet; what finds no room stays without a place. */
function inRows(draft: Draft, area: AreaPlace, racks: readonly Rack[], missing: readonly Rack[]): Draft {
  let next = draft;
  const taken = racks.flatMap((rack) => {
    const place = rackPlace(draft, rack);
    return place ? [spaceOf(place)] : [];
  });
  const left = [...missing];
  for (let row = 0; left.length > 0; row++) {
    // The first row looks down to an aisle; behind it stand pairs, back to back.
    const y = round(area.y + nameHeight + row * usualRack.depth + Math.ceil(row / 2) * aisle);
    if (y + usualRack.depth > area.y + area.height) break;
    for (let x = area.x + edge; x + usualRack.width <= area.x + area.width; x += usualRack.width) {
      const place: RackPlace = { x: round(x), y, ...usualRack, rotation: row % 2 === 0 ? 0 : 180 };
      const space = spaceOf(place);
      if (taken.some((other) => overlaps(space, other))) continue;
      const rack = left.shift();
      if (!rack) return next;
      taken.push(space);
      next = withRack(next, rack.id, place);
    }
  }
  return next;
}

function overlaps(a: Box, b: Box): boolean {
  const slack = 0.01;
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  );
}

function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}
