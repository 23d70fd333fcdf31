/** The storage locations of a plant that show something special. */

export type SpecialPlace =
  /** A store of the house's own, from which others are refilled. */
  | { kind: "store" }
  | { kind: "refilled-from-store" /** Index of the store. */; store: number }
  /** A contact under each of two bins. */
  | { kind: "two-bin" }
  | { kind: "scale" }
  /** Two distance sensors look at the same lane. */
  | { kind: "two-sensors" }
  /** Looked at on working days only. */
  | { kind: "periodic" };

/** They come again in each so many locations. */
const period = 120;
const storeAt = 26;
const places = new Map<number, SpecialPlace["kind"]>([
  [28, "periodic"],
  [52, "two-bin"],
  [53, "scale"],
  [55, "two-sensors"],
  [101, "two-bin"],
  [103, "scale"],
]);
const refilledAt = new Set([38, 50, 62]);
/** What lies there, by position in the list of goods; the others have the part of their turn. */
const partAt = new Map([
  [storeAt, 8],
  [38, 8],
  [50, 8],
  [62, 8],
  [28, 11],
  [52, 4],
  [53, 0],
  [55, 13],
  [101, 5],
  [103, 3],
]);

/** What is special at a location, by its index; the first 26 have nothing special. */
export function specialPlace(index: number): SpecialPlace | undefined {
  const within = index % period;
  if (within === storeAt) return { kind: "store" };
  if (refilledAt.has(within)) return { kind: "refilled-from-store", store: index - within + storeAt };
  const kind = places.get(within);
  return kind && ({ kind } as SpecialPlace);
}

/** Position of a location's part in the list of so many goods. */
export function partOfPlace(index: number, goods: number): number {
  return partAt.get(index % period) ?? index % goods;
}

/**
 * Shares of the capacity that lie there when the plant starts, so that within minutes something of each kind happens: an
 * order at once, one that waits for approval (15), some that are collected (17, 18, 20), a pressed button (19),
 * transfers (38, 50, 62), an emptied bin (52). Where a container counts until it is empty, 0.16 lies below each minimum,
 * and a little more than two containers soon does.
 */
export const sharesAtStart: ReadonlyMap<number, number> = new Map([
  [3, 0.16],
  [15, 0.16],
  [17, 0.16],
  [18, 0.16],
  [19, 0.04],
  [20, 0.16],
  [storeAt, 0.9],
  [38, 0.16],
  [50, 0.235],
  [62, 0.27],
  [52, 0.53],
  [53, 0.32],
  [55, 0.18],
]);
