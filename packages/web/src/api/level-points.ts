import type { Measurement, MeasurementPeriod } from "./client.ts";

export interface LevelPoint {
  at: string;
  onHand: number | null;
}

const hourMs = 3_600_000;

/**
 * Readings or hours → points of a line with steps. An hour is drawn from its first to its last level; after an hour that is
 * missing, or not wholly known, the line breaks.
 */
export function pointsOf(items: readonly (Measurement | MeasurementPeriod)[]): LevelPoint[] {
  const points: LevelPoint[] = [];
  for (const [index, item] of items.entries()) {
    if (!("coverage" in item)) {
      points.push({ at: item.at, onHand: item.onHand });
      continue;
    }
    const start = Date.parse(item.at);
    const next = items[index + 1];
    points.push({ at: item.at, onHand: item.first });
    if (item.last !== item.first || item.min !== item.max)
      points.push({ at: new Date(start + hourMs / 2).toISOString(), onHand: item.last });
    if (next && Date.parse(next.at) > start + hourMs)
      points.push({ at: new Date(start + hourMs).toISOString(), onHand: null });
  }
  return points;
}
