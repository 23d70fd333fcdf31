import type { Demand } from "./distribution.ts";

/** Whole days from now; null: not within {@link MOST_DAYS_AHEAD} days. */
export interface RunOut {
  /** With the chance `early` (e.g. 10 %) the stock is gone by then … */
  earliestDays: number | null;
  /** … even chances … */
  expectedDays: number | null;
  /** … and it lasts longer than this only with the chance 1 − `late`. */
  latestDays: number | null;
}

export const MOST_DAYS_AHEAD = 730;

/**
 * When what is on hand will be gone if nothing comes.
 *
 * `onHand`: pieces; 0 or less: it is gone today (0 days). `demandOver`: distribution of the demand of the next so many days.
 * `early`, `late`: chances, 0…1.
 */
export function runOut(
  onHand: number,
  demandOver: (days: number) => Demand,
  early = 0.1,
  late = 0.9,
): RunOut {
  if (!(onHand > 0)) return { earliestDays: 0, expectedDays: 0, latestDays: 0 };
  const demands = new Map<number, Demand>();
  return { earliestDays: dayOf(early), expectedDays: dayOf(0.5), latestDays: dayOf(late) };

  /** The first day by whose end the stock is gone with at least this chance. */
  function dayOf(chance: number): number | null {
    if (isGoneBy(MOST_DAYS_AHEAD) < chance) return null;
    let low = 0;
    let high = MOST_DAYS_AHEAD;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isGoneBy(middle) >= chance) high = middle;
      else low = middle;
    }
    return high;
  }

  function isGoneBy(days: number): number {
    let demand = demands.get(days);
    if (!demand) {
      demand = demandOver(days);
      demands.set(days, demand);
    }
    // All pieces are gone when at least `onHand` were wanted.
    return 1 - demand.cdf(onHand - 1e-9);
  }
}
