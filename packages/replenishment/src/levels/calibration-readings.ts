import { medianOf } from "../median.ts";

/** What a person counted, and what the sensor showed then: mm, or grams of all scales together. */
export type CalibrationPoint = { pieces: number; readings: readonly number[] };

/** A point after the wrong readings were dropped. */
export type CleanPoint = {
  pieces: number;
  /** Mean of the readings that agree, mm or grams. */
  measured: number;
  /** Their standard deviation. */
  noise: number;
  used: number;
  dropped: number;
};

/** What no sensor resolves, mm or grams: so far from the others a reading may always be. */
export const READING_FLOOR = { distance: 10, weight: 5 } as const;

/**
 * Which of a point's readings agree with the others: what is more than three scaled median absolute deviations from the
 * median, and more than `floor` (mm or grams), does not; neither does what is no number.
 * (F. R. Hampel, The influence curve and its role in robust estimation, JASA 69, 1974; the limit of three as in
 * C. Leys et al., Detecting outliers, J. Exp. Soc. Psychol. 49, 2013.)
 */
export function agreeing(readings: readonly number[], floor: number): boolean[] {
  const finite = readings.filter(Number.isFinite);
  if (finite.length === 0) return readings.map(() => false);
  const middle = medianOf(finite);
  const scale = 1.4826 * medianOf(finite.map((each) => Math.abs(each - middle)));
  return readings.map((each) => Math.abs(each - middle) <= Math.max(floor, 3 * scale));
}

/** Drops a point's outliers, see {@link agreeing}. Null when fewer than two readings are left, or fewer than half. */
export function clean({ pieces, readings }: CalibrationPoint, floor: number): CleanPoint | null {
  const agrees = agreeing(readings, floor);
  const kept = readings.filter((_, index) => agrees[index]);
  if (kept.length < 2 || kept.length * 2 < readings.length) return null;
  const measured = kept.reduce((sum, each) => sum + each, 0) / kept.length;
  const squares = kept.reduce((sum, each) => sum + (each - measured) ** 2, 0);
  const noise = Math.sqrt(squares / (kept.length - 1));
  return { pieces, measured, noise, used: kept.length, dropped: readings.length - kept.length };
}

/**
 * Straight line through the points by least squares: measured = at + slope · pieces. At least two different counts are
 * needed.
 */
export function fitLine(points: readonly CleanPoint[]): { at: number; slope: number } {
  const meanPieces = points.reduce((sum, { pieces }) => sum + pieces, 0) / points.length;
  const meanMeasured = points.reduce((sum, { measured }) => sum + measured, 0) / points.length;
  let squares = 0;
  let products = 0;
  for (const { pieces, measured } of points) {
    squares += (pieces - meanPieces) ** 2;
    products += (pieces - meanPieces) * (measured - meanMeasured);
  }
  const slope = products / squares;
  return { at: meanMeasured - slope * meanPieces, slope };
}
