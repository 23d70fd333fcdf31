import type { CurvePoint, Geometry } from "./geometry.ts";

export type GeometryProblem = { field: string; message: string };

/** Longest distance that any supported sensor can see, with room to spare. */
const FARTHEST_MM = 50_000;
/** Forty tonnes: more than any floor scale under a storage location carries. */
const HEAVIEST_GRAMS = 40_000_000;
const MOST_PIECES = 10_000_000;
const MOST_POSITIONS = 16;
const MOST_CURVE_POINTS = 50;

/** What is wrong with a geometry, a field each; empty when it can be used. Takes anything, as it came from outside. */
export function validateGeometry(geometry: Geometry): GeometryProblem[] {
  const found: GeometryProblem[] = [];
  const refuse = (field: string, message: string) => {
    found.push({ field, message });
    return false;
  };
  const number = (field: string, value: unknown, minimum: number, maximum: number, unit: string) =>
    (typeof value === "number" && value >= minimum && value <= maximum) ||
    refuse(field, `must be a number of ${unit} from ${minimum} to ${maximum}`);
  const distance = (field: string, value: unknown, minimum: number) =>
    number(field, value, minimum, FARTHEST_MM, "millimetres");
  const count = (field: string, value: unknown, maximum = MOST_PIECES) =>
    (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maximum) ||
    refuse(field, `must be a whole number from 1 to ${maximum}`);
  switch (geometry?.kind) {
    case "containers": {
      const { emptyDistanceMm, containerDepthMm, capacityContainers, piecesPerContainer } = geometry;
      const sound = [
        distance("emptyDistanceMm", emptyDistanceMm, 1),
        distance("containerDepthMm", containerDepthMm, 10),
        count("capacityContainers", capacityContainers),
        count("piecesPerContainer", piecesPerContainer),
      ].every(Boolean);
      if (!sound) break;
      if (containerDepthMm * capacityContainers > emptyDistanceMm)
        refuse(
          "capacityContainers",
          `${capacityContainers} containers of ${containerDepthMm} mm do not fit into ${emptyDistanceMm} mm`,
        );
      else if (capacityContainers * piecesPerContainer > MOST_PIECES)
        refuse("piecesPerContainer", `more than ${MOST_PIECES} pieces in all`);
      break;
    }
    case "fill-height": {
      const { emptyDistanceMm, fullDistanceMm, capacityPieces, curve } = geometry;
      const sound = [
        distance("emptyDistanceMm", emptyDistanceMm, 1),
        distance("fullDistanceMm", fullDistanceMm, 0),
        count("capacityPieces", capacityPieces),
      ].every(Boolean);
      if (sound && emptyDistanceMm - fullDistanceMm < 10)
        refuse("fullDistanceMm", "must be at least 10 mm nearer than emptyDistanceMm");
      const problem = curve === undefined ? null : curveProblem(curve);
      if (problem) refuse("curve", problem);
      break;
    }
    case "weight": {
      const { tareGrams, pieceGrams, capacityPieces } = geometry;
      const sound = [
        number("tareGrams", tareGrams, 0, HEAVIEST_GRAMS, "grams"),
        number("pieceGrams", pieceGrams, 0.01, HEAVIEST_GRAMS, "grams"),
        count("capacityPieces", capacityPieces),
      ].every(Boolean);
      if (sound && tareGrams + pieceGrams * capacityPieces > HEAVIEST_GRAMS)
        refuse("capacityPieces", `more than ${HEAVIEST_GRAMS / 1_000_000} tonnes in all`);
      break;
    }
    case "presence": {
      const { positions, piecesPerPosition, presentBelowMm } = geometry;
      const sound = [
        count("positions", positions, MOST_POSITIONS),
        count("piecesPerPosition", piecesPerPosition),
        presentBelowMm === undefined || distance("presentBelowMm", presentBelowMm, 1),
      ].every(Boolean);
      if (sound && positions * piecesPerPosition > MOST_PIECES)
        refuse("piecesPerPosition", `more than ${MOST_PIECES} pieces in all`);
      break;
    }
    case "button":
      count("capacityPieces", geometry.capacityPieces);
      break;
    default:
      refuse("kind", "must be containers, fill-height, weight, presence or button");
  }
  return found;
}

function curveProblem(curve: unknown): string | null {
  if (!Array.isArray(curve) || curve.length < 2 || curve.length > MOST_CURVE_POINTS)
    return `must have from 2 to ${MOST_CURVE_POINTS} points`;
  const points = curve as (CurvePoint | null)[];
  const isShare = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;
  if (!points.every((point) => isShare(point?.height) && isShare(point?.content)))
    return "each point must have a height and a content from 0 to 1";
  const [first, last] = [points[0]!, points.at(-1)!];
  if (first.height !== 0 || first.content !== 0 || last.height !== 1 || last.content !== 1)
    return "must begin at height 0 with content 0 and end at height 1 with content 1";
  for (let index = 1; index < points.length; index++) {
    const [before, point] = [points[index - 1]!, points[index]!];
    if (point.height - before.height < 0.001) return "each point must be higher than the one before";
    if (point.content < before.content) return "the content must not fall with the height";
  }
  return null;
}
