import { capacityOf, type Geometry } from "./geometry.ts";
import type { Count } from "./level-state.ts";

/**
 * Pieces on hand when the sensors show `seen` after people counted, and the count as it is still of use (null: the
 * sensors' own view holds again). The count holds until the sensors see a change, then moves with it:
 * - where containers or positions are seen, by as many pieces; the rest of an opened container goes with it;
 * - where a height or weight is seen, in proportion, so that empty stays empty and full stays full.
 */
export function moved(
  count: Count,
  seen: number,
  geometry: Geometry,
): { onHand: number; count: Count | null } {
  const capacity = capacityOf(geometry);
  if (count.seen === null || count.seen === seen) return { onHand: count.pieces, count: { ...count, seen } };
  // The first thing that is seen after the count may be what people counted already.
  if (count.isFresh && Math.abs(count.pieces - seen) < Math.abs(count.pieces - count.seen))
    return { onHand: count.pieces, count: { pieces: count.pieces, seen, isFresh: false } };
  if (seen <= 0 || seen >= capacity) return { onHand: seen, count: null };
  const unit =
    geometry.kind === "containers"
      ? geometry.piecesPerContainer
      : geometry.kind === "presence"
        ? geometry.piecesPerPosition
        : null;
  const pieces =
    unit === null
      ? inProportion(count.pieces, count.seen, seen, capacity)
      : byPieces(count.pieces, count.seen, seen, unit);
  const onHand = Math.min(capacity, Math.max(0, Math.round(pieces)));
  return { onHand, count: onHand === seen ? null : { pieces: onHand, seen, isFresh: false } };
}

function byPieces(counted: number, before: number, seen: number, unit: number): number {
  const difference = counted - before;
  return seen + (seen < before ? Math.trunc(difference / unit) * unit : difference);
}

function inProportion(counted: number, before: number, seen: number, capacity: number): number {
  if (seen < before) return (seen * counted) / before;
  return counted + ((seen - before) * (capacity - counted)) / (capacity - before);
}
