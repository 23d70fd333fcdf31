import { certainDemand, type Demand, gammaDemand } from "../demand/index.ts";

/** What is to be expected of a stock in the next days. */
export interface StockOutlookInput {
  /** Pieces on hand now; less than 0 counts as 0. */
  onHand: number;
  /** Pieces that are expected to be used a day. */
  ratePerDay: number;
  /** Of the demand over `days`, as it was planned with; `days` 0: it does not vary. */
  overDays: { days: number; standardDeviation: number };
  /** What is to come, and in how many days from now. */
  incoming: readonly { afterDays: number; pieces: number }[];
}
export interface StockOutlookPoint {
  /** Days from now. */
  days: number;
  /** Pieces: there are fewer only with the chance of 10 %, 50 %, and 90 %. */
  low: number;
  expected: number;
  high: number;
}

/**
 * The stock at the end of each of the next `days` days, if nothing is ordered beside what is to come. Uses of different days
 * are taken as independent, so the variance grows with the time; demand is gamma distributed, see `gammaDemand`. What is
 * wanted while nothing is there is not made up for later.
 */
export function stockOutlook(
  { onHand, ratePerDay, overDays, incoming }: StockOutlookInput,
  days: number,
): StockOutlookPoint[] {
  const variancePerDay = overDays.days > 0 ? overDays.standardDeviation ** 2 / overDays.days : 0;
  const rate = Math.max(0, ratePerDay);
  const start = Math.max(0, onHand);
  const coming = [...incoming].sort((a, b) => a.afterDays - b.afterDays);
  const points: StockOutlookPoint[] = [{ days: 0, low: start, expected: start, high: start }];
  for (let day = 1; day <= days; day += 1) {
    const stock = (chance: number) => stockAfter(day, (span) => demandOver(span).quantile(chance));
    points.push({ days: day, low: stock(0.9), expected: stock(0.5), high: stock(0.1) });
  }
  return points;

  function demandOver(span: number): Demand {
    const mean = rate * span;
    const variance = variancePerDay * span;
    return variance > 0 ? gammaDemand(mean, variance) : certainDemand(mean);
  }

  /** From one receipt to the next: what was used before it can't have been more than was there. */
  function stockAfter(day: number, used: (span: number) => number): number {
    let stock = start;
    let gone = 0;
    for (const { afterDays, pieces } of coming) {
      if (afterDays > day) break;
      const soFar = used(Math.max(0, afterDays));
      stock = Math.max(0, stock - (soFar - gone)) + pieces;
      gone = soFar;
    }
    return Math.max(0, stock - (used(day) - gone));
  }
}
