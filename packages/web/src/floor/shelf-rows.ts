import type { Location, Rack } from "../api/client.ts";
import { byPlaceName } from "./site-floor.ts";

export interface ShelfRow {
  /** From 1, below. */
  shelf: number;
  /** By slot, from the left; several may share one. */
  slots: readonly { slot: number; locations: readonly Location[] }[];
}

/**
 * A rack's shelves from top to bottom, as one stands in front of it. Locations without a place follow their names: those that
 * are called alike up to the last hyphen (A-01-2: A-01) lie on one shelf, the first of them below.
 */
export function shelfRows(rack: Pick<Rack, "shelves">, locations: readonly Location[]): ShelfRow[] {
  const byShelf = new Map<number, Map<number, Location[]>>();
  const put = (shelf: number, slot: number, location: Location) => {
    const slots = byShelf.get(shelf) ?? new Map<number, Location[]>();
    byShelf.set(shelf, slots);
    slots.set(slot, [...(slots.get(slot) ?? []), location]);
  };
  for (const location of locations)
    if (location.place) put(location.place.shelf, location.place.slot, location);
  const unplaced = locations.filter(({ place }) => place === null);
  const groups = Map.groupBy([...unplaced].sort(byPlaceName), shelfNameOf);
  // They lie above what has a place, so that they take nobody's.
  const first = Math.max(0, ...byShelf.keys());
  for (const [index, group] of [...groups.values()].entries())
    for (const [position, location] of group.entries()) put(first + index + 1, position + 1, location);

  const count = Math.max(rack.shelves ?? 1, ...byShelf.keys());
  return Array.from({ length: count }, (_, index) => {
    const shelf = count - index;
    const slots = [...(byShelf.get(shelf) ?? [])].sort(([a], [b]) => a - b);
    return { shelf, slots: slots.map(([slot, own]) => ({ slot, locations: own })) };
  });
}

/** How many slots the widest of them has; at least one. */
export function slotCount(rows: readonly ShelfRow[]): number {
  return Math.max(1, ...rows.map(({ slots }) => slots.at(-1)?.slot ?? 0));
}

function shelfNameOf({ name }: Location): string {
  return name.includes("-") ? name.slice(0, name.lastIndexOf("-")) : "";
}
