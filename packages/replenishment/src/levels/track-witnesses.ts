import type { Track } from "./level-state.ts";
import type { Signal } from "./signal.ts";
import { agreementOf, isOnGrid, reachOf, stillnessOf } from "./track-limits.ts";

/** Share of wrong readings above which two readings that agree by chance are too likely. */
const TRUSTED_DOUBT = 0.02;
/** Of the values that wait for confirmation, so many may confirm that there is less. */
export const RECENT = 4;
/** Readings in a row that show more than known, after which it is no hand and no forklift any more. */
const LONG = 7;
/** Two readings in a row that agree to this share of the whole range do so by chance too seldom to wait for a third. */
const SHARP = 0.01;

/**
 * The candidates (values that wait for confirmation, oldest first) that confirm `seen`, which differs from what is known;
 * null when they are too few.
 */
export function witnessesOf(
  track: Track,
  seen: number,
  signal: Signal,
  candidates: readonly number[],
): readonly number[] | null {
  const sameSide = candidates.filter((each) => each < track.value! === seen < track.value!);
  if (sameSide.length === 0) return null;
  if (signal.isPosition) return sameSide.length >= positionNeeds(track) ? sameSide : null;
  return seen < track.value!
    ? witnessesOfLess(track, seen, signal, sameSide.slice(-RECENT))
    : witnessesOfMore(track, seen, signal, sameSide);
}

function witnessesOfLess(
  track: Track,
  seen: number,
  signal: Signal,
  lower: readonly number[],
): readonly number[] | null {
  const known = track.value!;
  const isClean = isOnGrid(track, seen, signal);
  const reach = reachOf(track, signal);
  if (known - seen <= reach && isClean) {
    const near = lower.filter((each) => known - each <= reach && isOnGrid(track, each, signal));
    if (near.length > 0) return near;
  }
  const width = agreementOf(track, signal);
  const agreeing = lower.filter((each) => seen - each <= width && each - seen <= width + track.stride!);
  const isTrusted =
    isClean && (track.doubt <= TRUSTED_DOUBT || known - seen <= reach || isAsBefore(track, seen, signal));
  const last = lower.at(-1);
  const isSharp = signal.grid === null && width < SHARP * signal.span && last === track.pending.at(-1);
  const needed = isTrusted || (isSharp && Math.abs(seen - last!) <= width) ? 1 : 2;
  if (agreeing.length >= needed) return agreeing;
  return lower.length >= RECENT ? lower : null;
}

/**
 * More than known may be a refill, or something that stands before the sensor, or lies on the scale, for a while. A
 * sensor that errs seldom is believed at once; of another, what it shows must be as still as stock is, and on the
 * grid, and must stay longer than anything that stood there lately; or it must stay for long.
 */
function witnessesOfMore(
  track: Track,
  seen: number,
  signal: Signal,
  higher: readonly number[],
): readonly number[] | null {
  const isTrusted = track.doubt <= TRUSTED_DOUBT;
  const width = agreementOf(track, signal);
  // One scale of several must not be late by much: until it shows its refill, the others' stock alone counts.
  const isAlone = signal.grid !== null || signal.hasEnds;
  const least = isAlone && track.occluded > 1.5 ? Math.ceil(track.occluded * 1.2) : 1;
  const needed = isTrusted ? 1 : signal.grid === null ? 3 : 2;
  const stillness =
    signal.grid === null ? (isTrusted ? width : stillnessOf(track, signal)) : signal.grid * 0.3;
  const still = isOnGrid(track, seen, signal)
    ? higher
        .filter((each) => Math.abs(seen - each) <= stillness && isOnGrid(track, each, signal))
        .slice(-needed)
    : [];
  if (
    higher.length >= least &&
    still.length >= needed &&
    Math.max(...still) - Math.min(...still) <= stillness
  )
    return still;
  const loose = higher.filter((each) => seen - each <= width && each - seen <= width + 2 * track.stride!);
  return track.unsettled >= Math.max(LONG, least) && loose.length >= LONG / 2 ? loose : null;
}

/** The last refill was none: something stood before the sensor, and has gone. */
export function isAsBefore({ former, stride }: Track, seen: number, { tolerance }: Signal): boolean {
  return (
    former !== null && seen <= former.value + tolerance && seen >= former.value - 2 * stride! - tolerance
  );
}

/** Bounces of a contact agree by chance as often as it errs: the more it does, the more are needed. */
function positionNeeds(track: Track): number {
  return track.doubt <= TRUSTED_DOUBT ? 1 : track.doubt <= 2 * TRUSTED_DOUBT ? 2 : 3;
}
