import {
  type CalibrationPoint,
  type CleanPoint,
  clean,
  fitLine,
  READING_FLOOR,
} from "./calibration-readings.ts";
import { valueAt } from "./conversion.ts";
import { type CurvePoint, type Geometry, toleranceOf } from "./geometry.ts";
import { type GeometryProblem, validateGeometry } from "./geometry-problems.ts";

/** What is known of a location before its sensor is calibrated. */
export type CalibrationDraft =
  | { kind: "containers"; capacityContainers: number; piecesPerContainer: number }
  | { kind: "fill-height"; capacityPieces: number }
  | { kind: "weight"; capacityPieces: number }
  /** By sensors that measure a distance; the points are of one position: 0 pieces and `piecesPerPosition`. */
  | { kind: "presence"; positions: number; piecesPerPosition: number };

export type CalibrationFit = {
  points: (CleanPoint & {
    /** What the geometry makes of the counted pieces, mm or grams. */
    expected: number;
    /** Measured less expected, mm or grams. */
    residual: number;
    /** The same in pieces; positive: the sensor shows more than was counted. */
    residualPieces: number;
  })[];
  verdict: "good" | "usable" | "poor";
  /** Why, as a person reads it. */
  reason: string;
};
export type Calibration = { geometry: Geometry; fit: CalibrationFit } | { problems: GeometryProblem[] };

/** Fewest readings at a point. */
export const FEWEST_READINGS = 3;

/**
 * Geometry from points that a person took (empty, one container, full, or any counted amounts; several readings each),
 * and how well it fits them. Points that contradict each other, or too few, are refused with the point named: its
 * `field` is `points` or `points[index]`.
 */
export function calibrate(draft: CalibrationDraft, points: readonly CalibrationPoint[]): Calibration {
  const capacity = capacityOfDraft(draft);
  const floor = draft.kind === "weight" ? READING_FLOOR.weight : READING_FLOOR.distance;
  const cleaned = points.map((point) => clean(point, floor));
  const problems = pointProblems(draft, points, cleaned, capacity);
  if (problems.length > 0) return { problems };
  const sorted = merged(cleaned as CleanPoint[]);
  const contradiction = contradictionIn(sorted, draft.kind === "weight");
  if (contradiction) return { problems: [{ field: "points", message: contradiction }] };
  if (draft.kind === "presence") return presence(draft, sorted);
  const geometry = fitted(draft, sorted, capacity);
  const absurd = validateGeometry(geometry);
  return absurd.length > 0 ? { problems: absurd } : { geometry, fit: fitOf(geometry, sorted) };
}

type Fitted = Extract<Geometry, { kind: "containers" | "fill-height" | "weight" }>;

function fitted(
  draft: Exclude<CalibrationDraft, { kind: "presence" }>,
  points: readonly CleanPoint[],
  capacity: number,
): Fitted {
  const { at, slope } = fitLine(points);
  if (draft.kind === "weight")
    return { ...draft, tareGrams: Math.max(0, rounded(at, 1)), pieceGrams: rounded(slope, 100) };
  if (draft.kind === "containers") {
    const containerDepthMm = rounded(-slope * draft.piecesPerContainer, 10);
    return { ...draft, emptyDistanceMm: rounded(at, 1), containerDepthMm };
  }
  const straight: Fitted = {
    ...draft,
    emptyDistanceMm: rounded(at, 1),
    fullDistanceMm: Math.max(0, rounded(at + slope * capacity, 1)),
  };
  const [empty, full] = [points[0]!, points.at(-1)!];
  const isWhole = empty.pieces === 0 && full.pieces === capacity;
  const worst = Math.max(
    ...points.map((point) => Math.abs(point.measured - valueAt(straight, point.pieces))),
  );
  if (points.length < 3 || !isWhole || worst <= toleranceOf(straight) / 2) return straight;
  const curve: CurvePoint[] = points.map(({ pieces, measured }) => ({
    height: rounded((empty.measured - measured) / (empty.measured - full.measured), 10_000),
    content: pieces / capacity,
  }));
  const ends = { emptyDistanceMm: rounded(empty.measured, 1), fullDistanceMm: rounded(full.measured, 1) };
  return { ...draft, ...ends, curve };
}

/** Half-way between free and taken. */
function presence(
  draft: Extract<CalibrationDraft, { kind: "presence" }>,
  [free, taken]: readonly CleanPoint[],
): Calibration {
  const gap = free!.measured - taken!.measured;
  const presentBelowMm = rounded((free!.measured + taken!.measured) / 2, 1);
  const geometry: Geometry = { ...draft, presentBelowMm };
  const noise = Math.max(free!.noise, taken!.noise);
  const verdict =
    gap >= 100 && gap >= 12 * noise ? "good" : gap >= 50 && gap >= 8 * noise ? "usable" : "poor";
  const reason = `free and taken are ${Math.round(gap)} mm apart, single readings scatter by ${noise.toFixed(1)} mm`;
  const points = [free!, taken!].map((point) => ({
    ...point,
    expected: point.measured,
    residual: 0,
    residualPieces: 0,
  }));
  const absurd = validateGeometry(geometry);
  return absurd.length > 0 ? { problems: absurd } : { geometry, fit: { points, verdict, reason } };
}

function fitOf(geometry: Fitted, points: readonly CleanPoint[]): CalibrationFit {
  const isWeight = geometry.kind === "weight";
  const unit = isWeight ? "g" : "mm";
  const sign = isWeight ? 1 : -1;
  const rows = points.map((point) => {
    const expected = valueAt(geometry, point.pieces);
    const residual = point.measured - expected;
    return { ...point, expected, residual, residualPieces: (sign * residual) / perPiece(geometry) };
  });
  const worst = rows.reduce((a, b) => (Math.abs(b.residual) > Math.abs(a.residual) ? b : a));
  const noise = Math.max(...points.map((point) => point.noise));
  // Of a lane, half a container decides; of the others, the tolerance is what one sees.
  const limit = geometry.kind === "containers" ? geometry.containerDepthMm / 4 : toleranceOf(geometry);
  const off = Math.abs(worst.residual);
  const apart = `at ${worst.pieces} pieces it shows ${Math.round(worst.measured)} ${unit} where ${Math.round(worst.expected)} ${unit} fit`;
  const scatter = `single readings scatter by ${noise.toFixed(1)} ${unit}`;
  if (off > limit)
    return { points: rows, verdict: "poor", reason: `${apart}: count again, or check how it is mounted` };
  if (noise > limit / 2)
    return { points: rows, verdict: "poor", reason: `${scatter}: check how it is mounted` };
  const hasCurve = geometry.kind === "fill-height" && geometry.curve !== undefined;
  if (points.length < 3)
    return {
      points: rows,
      verdict: "usable",
      reason: "two amounts fit any straight line: a third would show how well",
    };
  if (hasCurve && points.length < 5)
    return {
      points: rows,
      verdict: "usable",
      reason:
        "the bin is not straight: the level between the counted amounts is a guess, more amounts make it better",
    };
  if (off > limit / 2) return { points: rows, verdict: "usable", reason: apart };
  if (noise > limit / 4) return { points: rows, verdict: "usable", reason: scatter };
  const most = Math.max(...rows.map((row) => Math.abs(row.residual)));
  return {
    points: rows,
    verdict: "good",
    reason: `all amounts fit to ${most.toFixed(1)} ${unit}, ${scatter}`,
  };
}

function perPiece(geometry: Fitted): number {
  if (geometry.kind === "weight") return geometry.pieceGrams;
  if (geometry.kind === "containers") return geometry.containerDepthMm / geometry.piecesPerContainer;
  return (geometry.emptyDistanceMm - geometry.fullDistanceMm) / geometry.capacityPieces;
}

function pointProblems(
  draft: CalibrationDraft,
  points: readonly CalibrationPoint[],
  cleaned: readonly (CleanPoint | null)[],
  capacity: number,
): GeometryProblem[] {
  const problems: GeometryProblem[] = [];
  for (const [index, point] of points.entries()) {
    const message = pointProblem(draft, point, cleaned[index]!, capacity);
    if (message) problems.push({ field: `points[${index}]`, message });
  }
  if (problems.length === 0 && new Set(points.map(({ pieces }) => pieces)).size < 2)
    problems.push({
      field: "points",
      message: "at least two different amounts are needed, for instance empty and full",
    });
  return problems;
}

function pointProblem(
  draft: CalibrationDraft,
  { pieces, readings }: CalibrationPoint,
  cleaned: CleanPoint | null,
  capacity: number,
): string | null {
  if (!Number.isInteger(pieces) || pieces < 0 || pieces > capacity)
    return `the pieces must be a whole number from 0 to ${capacity}`;
  if (draft.kind === "containers" && pieces % draft.piecesPerContainer !== 0)
    return `count full containers: ${pieces} pieces are not a multiple of ${draft.piecesPerContainer}`;
  if (draft.kind === "presence" && pieces !== 0 && pieces !== draft.piecesPerPosition)
    return `a position is free (0 pieces) or taken (${draft.piecesPerPosition})`;
  if (readings.length < FEWEST_READINGS)
    return `at least ${FEWEST_READINGS} readings are needed, there are ${readings.length}`;
  return cleaned ? null : "fewer than half of the readings agree: nothing may move while they are taken";
}

/** By pieces; points of the same amount are one. */
function merged(points: readonly CleanPoint[]): CleanPoint[] {
  const byPieces = new Map<number, CleanPoint[]>();
  for (const point of points) byPieces.set(point.pieces, [...(byPieces.get(point.pieces) ?? []), point]);
  return [...byPieces.values()]
    .map((same) => {
      const used = same.reduce((sum, each) => sum + each.used, 0);
      const measured = same.reduce((sum, each) => sum + each.measured * each.used, 0) / used;
      const spread = Math.max(...same.map((each) => Math.abs(each.measured - measured)));
      return {
        pieces: same[0]!.pieces,
        measured,
        noise: Math.max(spread, ...same.map((each) => each.noise)),
        used,
        dropped: same.reduce((sum, each) => sum + each.dropped, 0),
      };
    })
    .sort((a, b) => a.pieces - b.pieces);
}

/** More pieces must be nearer, or heavier. */
function contradictionIn(points: readonly CleanPoint[], isWeight: boolean): string | null {
  for (let index = 1; index < points.length; index++) {
    const [less, more] = [points[index - 1]!, points[index]!];
    const rise = isWeight ? more.measured - less.measured : less.measured - more.measured;
    if (rise > 0) continue;
    const unit = isWeight ? "g" : "mm";
    const how = isWeight ? "no heavier" : "no nearer";
    return `${more.pieces} pieces (${Math.round(more.measured)} ${unit}) are ${how} than ${less.pieces} pieces (${Math.round(less.measured)} ${unit})`;
  }
  return null;
}

function capacityOfDraft(draft: CalibrationDraft): number {
  switch (draft.kind) {
    case "containers":
      return draft.capacityContainers * draft.piecesPerContainer;
    case "presence":
      return draft.piecesPerPosition;
    default:
      return draft.capacityPieces;
  }
}

const rounded = (value: number, parts: number) => Math.round(value * parts) / parts;
