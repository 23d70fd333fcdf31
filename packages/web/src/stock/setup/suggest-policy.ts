/** On top of what is used while a delivery comes: half of it, until planning knows how much the use varies. */
const safetyShare = 0.5;
/** One order lasts about so long. */
const orderDays = 7;

/**
 * Numbers to begin with, for a location of which nothing is known but a guess. `perDay`: pieces that are used a day;
 * `packSize`, `capacity`: pieces. `isTight`: the location holds less than would be needed.
 */
export function suggestPolicy({
  perDay,
  leadTimeDays,
  packSize,
  capacity,
}: {
  perDay: number;
  leadTimeDays: number;
  packSize: number;
  capacity: number;
}): { minimum: number; maximum: number; isTight: boolean } {
  const wanted = Math.ceil(perDay * Math.max(1, leadTimeDays) * (1 + safetyShare));
  const packs = Math.max(1, Math.ceil((perDay * orderDays) / packSize));
  const most = Math.max(1, capacity);
  // A whole pack has to fit in above the minimum.
  const minimum = Math.max(0, Math.min(wanted, most - Math.min(packSize, most)));
  const maximum = Math.min(most, minimum + packs * packSize);
  return {
    minimum,
    maximum: Math.max(maximum, minimum + 1),
    isTight: wanted > minimum || minimum + packs * packSize > most,
  };
}
