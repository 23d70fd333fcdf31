/**
 * How a distance becomes a count. `containers`: a lane or stack of equal containers in front of (or under) the sensor,
 * each one brings the surface nearer by its depth. `fill-height`: loose parts, the surface rises evenly.
 * `button`: nothing is measured; a press reports the location empty.
 */
export type Geometry =
  | {
      kind: "containers";
      /** Sensor to the end of the empty lane. */
      emptyDistanceMm: number;
      containerDepthMm: number;
      capacityContainers: number;
      piecesPerContainer: number;
    }
  | { kind: "fill-height"; emptyDistanceMm: number; fullDistanceMm: number; capacityPieces: number }
  | { kind: "button"; capacityPieces: number };

export type GeometryProblem = { field: string; message: string };

/** Longest distance that any supported sensor can see, with room to spare. */
const FARTHEST_MM = 50_000;
const MOST_PIECES = 10_000_000;

/** What is wrong with a geometry, a field each; empty when it can be used. Takes anything, as it came from outside. */
export function validateGeometry(geometry: Geometry): GeometryProblem[] {
  const problems: GeometryProblem[] = [];
  const distance = (field: string, value: unknown, minimum: number) => {
    if (typeof value === "number" && value >= minimum && value <= FARTHEST_MM) return true;
    problems.push({ field, message: `must be a number of millimetres from ${minimum} to ${FARTHEST_MM}` });
    return false;
  };
  const count = (field: string, value: unknown) => {
    if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_PIECES) return true;
    problems.push({ field, message: `must be a whole number from 1 to ${MOST_PIECES}` });
    return false;
  };
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
      if (containerDepthMm * capacityContainers > emptyDistanceMm) {
        problems.push({
          field: "capacityContainers",
          message: `${capacityContainers} containers of ${containerDepthMm} mm do not fit into ${emptyDistanceMm} mm`,
        });
      } else if (capacityContainers * piecesPerContainer > MOST_PIECES) {
        problems.push({ field: "piecesPerContainer", message: `more than ${MOST_PIECES} pieces in all` });
      }
      break;
    }
    case "fill-height": {
      const { emptyDistanceMm, fullDistanceMm, capacityPieces } = geometry;
      const sound = [
        distance("emptyDistanceMm", emptyDistanceMm, 1),
        distance("fullDistanceMm", fullDistanceMm, 0),
        count("capacityPieces", capacityPieces),
      ].every(Boolean);
      if (sound && emptyDistanceMm - fullDistanceMm < 10) {
        problems.push({
          field: "fullDistanceMm",
          message: "must be at least 10 mm nearer than emptyDistanceMm",
        });
      }
      break;
    }
    case "button":
      count("capacityPieces", geometry.capacityPieces);
      break;
    default:
      problems.push({ field: "kind", message: "must be containers, fill-height or button" });
  }
  return problems;
}

/** Most pieces that the location can hold. */
export function capacityOf(geometry: Geometry): number {
  return geometry.kind === "containers"
    ? geometry.capacityContainers * geometry.piecesPerContainer
    : geometry.capacityPieces;
}

/**
 * Pieces at a distance: containers rounded to the nearest, a fill height proportionally; 0 … capacity.
 * Undefined when the surface cannot be stock: farther than the empty location or nearer than the full one (a hand, an
 * echo, a moved sensor), beyond half a container or a tenth of the fill height.
 */
export function piecesAt(geometry: Geometry, distanceMm: number): number | undefined {
  if (geometry.kind === "button" || !Number.isFinite(distanceMm) || distanceMm < 0) return undefined;
  const risen = geometry.emptyDistanceMm - distanceMm;
  if (geometry.kind === "containers") {
    const containers = risen / geometry.containerDepthMm;
    if (containers < -0.5 || containers > geometry.capacityContainers + 0.5) return undefined;
    const whole = Math.min(geometry.capacityContainers, Math.max(0, Math.round(containers)));
    return whole * geometry.piecesPerContainer;
  }
  const fraction = risen / (geometry.emptyDistanceMm - geometry.fullDistanceMm);
  if (fraction < -0.1 || fraction > 1.1) return undefined;
  return Math.round(Math.min(1, Math.max(0, fraction)) * geometry.capacityPieces);
}

/** A distance at which exactly this many pieces lie. */
export function distanceAt(geometry: Exclude<Geometry, { kind: "button" }>, pieces: number): number {
  if (geometry.kind === "containers") {
    return geometry.emptyDistanceMm - (pieces / geometry.piecesPerContainer) * geometry.containerDepthMm;
  }
  const span = geometry.emptyDistanceMm - geometry.fullDistanceMm;
  return geometry.emptyDistanceMm - (pieces / geometry.capacityPieces) * span;
}

/**
 * How far a reading may lie from the known surface and still tell of the same stock, in mm: two thirds of a container
 * (so that noise at a half does not flip the count), or 2 % of the fill height and at least 10 mm.
 */
export function toleranceMm(geometry: Exclude<Geometry, { kind: "button" }>): number {
  if (geometry.kind === "containers") return (geometry.containerDepthMm * 2) / 3;
  return Math.max(10, 0.02 * (geometry.emptyDistanceMm - geometry.fullDistanceMm));
}
