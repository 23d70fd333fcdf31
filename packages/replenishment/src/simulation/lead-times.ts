import { gammaDemand, type LeadTimeSpread, seededRandom } from "../demand/index.ts";

/**
 * Days that an order of a day takes, by the day's number. It depends on the day and the seed only: two policies that order on
 * the same day wait equally long (common random numbers). From three samples on, one of them; else gamma distributed, which
 * is never negative; without deviation always the mean.
 */
export function leadTimesOf(
  { meanDays, sdDays, samples }: LeadTimeSpread,
  seed: number,
): (day: number) => number {
  const seen = samples?.filter((days) => days >= 0 && Number.isFinite(days)) ?? [];
  const chance = (day: number) => seededRandom(seed * 1_000_003 + day)();
  if (seen.length >= 3) return (day) => seen[Math.floor(chance(day) * seen.length)]!;
  if (!(sdDays > 0) || meanDays === 0) return () => meanDays;
  const spread = gammaDemand(meanDays, sdDays * sdDays);
  return (day) => spread.quantile(chance(day));
}
