/** How long a supplier takes, measured from the orders that arrived. */
import { medianOf } from "../median.ts";
import type { LifecycleOrder } from "./order-lifecycle.ts";

export type LeadTime = {
  /** Orders that count. */
  samples: number;
  /** Days of 24 hours. */
  mean: number;
  /** Days; of the sample, n − 1. null: a single sample has none. */
  standardDeviation: number | null;
  median: number;
  /** Orders left out since theirs is out of all proportion, e.g. one that was closed months late. */
  outliers: number;
};

/** The latest orders that count; suppliers change. */
const LATEST = 50;
/** Fewer samples cannot tell what is out of proportion. */
const FEWEST_FOR_OUTLIERS = 5;

/** null where no order tells it. Only received orders of which pieces arrived count. */
export function leadTimeOf(orders: readonly LifecycleOrder[]): {
  fromPlacement: LeadTime | null;
  fromConfirmation: LeadTime | null;
} {
  const received = orders
    .filter(({ state, receivedAt }) => state === "received" && receivedAt !== null)
    .sort((a, b) => b.receivedAt! - a.receivedAt!);
  return {
    fromPlacement: measure(received, ({ placedAt }) => placedAt),
    fromConfirmation: measure(received, ({ confirmedAt }) => confirmedAt),
  };
}

/** An arrival before its beginning was booked late, or by a wrong clock: it tells nothing. */
function measure(
  received: readonly LifecycleOrder[],
  since: (order: LifecycleOrder) => number | null,
): LeadTime | null {
  const days: number[] = [];
  for (const order of received) {
    const from = since(order);
    if (from === null || order.receivedAt! < from) continue;
    days.push((order.receivedAt! - from) / 86_400_000);
    if (days.length === LATEST) break;
  }
  if (days.length === 0) return null;
  const kept = withoutOutliers(days);
  const mean = average(kept);
  const squares = kept.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return {
    samples: kept.length,
    mean,
    standardDeviation: kept.length > 1 ? Math.sqrt(squares / (kept.length - 1)) : null,
    median: medianOf(kept),
    outliers: days.length - kept.length,
  };
}

/**
 * Modified z-score above 3.5: B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, 1993, ch. 3; with the mean
 * absolute deviation where the median one is 0. Less than half a day is no deviation of a lead time.
 */
function withoutOutliers(days: readonly number[]): readonly number[] {
  if (days.length < FEWEST_FOR_OUTLIERS) return days;
  const median = medianOf(days);
  const deviations = days.map((each) => Math.abs(each - median));
  const byMedian = 1.4826 * medianOf(deviations);
  const scale = Math.max(byMedian > 0 ? byMedian : 1.253314 * average(deviations), 0.5);
  return days.filter((each) => Math.abs(each - median) / scale <= 3.5);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
