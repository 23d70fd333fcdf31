import type { Measurement, MeasurementPeriod } from "./client.ts";

export interface LevelPoint {
  at: string;
  onHand: number | null;
  /** 0 … 1: how sure the level is; of an hour, in what share of it the level was known. Null: not known. */
  sureness: number | null;
  /** Pieces that came since the point before. */
  receipts: number;
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
      const { at, onHand, confidence, receipts } = item;
      points.push({ at, onHand, sureness: onHand === null ? null : confidence, receipts });
      continue;
    }
    const start = Date.parse(item.at);
    const next = items[index + 1];
    const isMoved = item.last !== item.first || item.min !== item.max;
    const sureness = item.coverage;
    points.push({ at: item.at, onHand: item.first, sureness, receipts: isMoved ? 0 : item.receipts });
    if (isMoved)
      points.push({
        at: new Date(start + hourMs / 2).toISOString(),
        onHand: item.last,
        sureness,
        receipts: item.receipts,
      });
    if (next && Date.parse(next.at) > start + hourMs)
      points.push({
        at: new Date(start + hourMs).toISOString(),
        onHand: null,
        sureness: null,
        receipts: 0,
      });
  }
  return points;
}
