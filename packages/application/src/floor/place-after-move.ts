import { isDeepStrictEqual } from "node:util";

/**
 * Where a record lies after a change: as it says, or nowhere when it has gone to another site (or rack) and the change only
 * carried its former place along, which meant another plan.
 */
export function placeAfterMove<P>(
  before: { place: P | null } | undefined,
  { place = null }: { place?: P | null },
  isSamePlan: boolean,
): P | null {
  if (!before || isSamePlan) return place;
  return isDeepStrictEqual(before.place, place) ? null : place;
}
