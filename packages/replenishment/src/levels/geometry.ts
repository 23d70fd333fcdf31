/**
 * How a location is measured. Distances in mm from the sensor's face, weights in grams, contents in pieces.
 * A location has one or more sensors; what several of them mean depends on the kind (`roleOf`).
 */
export type Geometry =
  | ContainersGeometry
  | FillHeightGeometry
  | WeightGeometry
  | PresenceGeometry
  | ButtonGeometry;

/*
 * `correctsByTemperature`: the sensor is an ultrasonic one that reports the air's temperature and does not correct its
 * distance by it, so Refill does.
 */

/** A lane or stack of equal containers in front of, or under, the sensor: each brings the surface nearer by its depth. */
export type ContainersGeometry = {
  kind: "containers";
  /** Sensor to the end of the empty lane. */
  emptyDistanceMm: number;
  containerDepthMm: number;
  capacityContainers: number;
  piecesPerContainer: number;
  correctsByTemperature?: boolean;
};

/** Loose parts under the sensor: the more, the nearer. */
export type FillHeightGeometry = {
  kind: "fill-height";
  emptyDistanceMm: number;
  fullDistanceMm: number;
  capacityPieces: number;
  /**
   * How the content grows with the height, for bins that are not straight: from 0, 0 to 1, 1, straight between the
   * points. Without it the bin is straight.
   */
  curve?: readonly CurvePoint[];
  correctsByTemperature?: boolean;
};
export type CurvePoint = {
  /** Of the way from the empty to the full distance, 0 … 1. */
  height: number;
  /** Of the capacity, 0 … 1. */
  content: number;
};

/** One or more scales, whose weights are added up. */
export type WeightGeometry = {
  kind: "weight";
  /** What the scales of the location show together when it is empty. */
  tareGrams: number;
  pieceGrams: number;
  capacityPieces: number;
};

/** Places (bins, cards, containers in a lane), each watched by a sensor of its own, which tells if it is taken. */
export type PresenceGeometry = {
  kind: "presence";
  positions: number;
  piecesPerPosition: number;
  /** Where the sensors measure a distance: nearer than this something stands there. */
  presentBelowMm?: number;
};

/** Those of a measured quantity: a distance in mm, or the sum of the scales in grams. */
export type Measured = ContainersGeometry | FillHeightGeometry | WeightGeometry;

/** Nothing is measured: a press, or a scanned card, reports the location empty. */
export type ButtonGeometry = { kind: "button"; capacityPieces: number };

/** Most pieces that the location can hold. */
export function capacityOf(geometry: Geometry): number {
  switch (geometry.kind) {
    case "containers":
      return geometry.capacityContainers * geometry.piecesPerContainer;
    case "presence":
      return geometry.positions * geometry.piecesPerPosition;
    default:
      return geometry.capacityPieces;
  }
}

/**
 * Smallest difference in pieces that the sensors can tell for sure: a container or position, or one and a half times
 * what the tolerance of a fill height or weight hides (`toleranceOf`), since the zero moves as well.
 */
export function resolutionOf(geometry: Geometry): number {
  switch (geometry.kind) {
    case "containers":
      return geometry.piecesPerContainer;
    case "presence":
      return geometry.piecesPerPosition;
    case "button":
      return geometry.capacityPieces;
    default: {
      const pieces =
        ((1.5 * toleranceOf(geometry)) / spanOf(geometry)) * geometry.capacityPieces * steepestOf(geometry);
      return Math.max(1, Math.ceil(pieces));
    }
  }
}

/** From the empty to the full location: mm, or grams. */
export function spanOf(geometry: Measured): number {
  switch (geometry.kind) {
    case "containers":
      return geometry.containerDepthMm * geometry.capacityContainers;
    case "fill-height":
      return geometry.emptyDistanceMm - geometry.fullDistanceMm;
    case "weight":
      return geometry.pieceGrams * geometry.capacityPieces;
  }
}

/**
 * How far a measured value may lie from the known one and still tell of the same stock. Distances: two thirds of a
 * container (so that noise at a half does not flip the count), or 2 % of the fill height and at least 15 mm. Weights:
 * three quarters of a piece, 0.5 % of the capacity, at least 5 g.
 */
export function toleranceOf(geometry: Measured): number {
  switch (geometry.kind) {
    case "containers":
      return (geometry.containerDepthMm * 2) / 3;
    case "fill-height":
      return Math.max(15, 0.02 * (geometry.emptyDistanceMm - geometry.fullDistanceMm));
    case "weight":
      return Math.max(5, 0.75 * geometry.pieceGrams, 0.005 * geometry.capacityPieces * geometry.pieceGrams);
  }
}

/** What more than one sensor at a location does: each has its part of the stock, or all see the same stock. */
export function roleOf(geometry: Geometry): "parts" | "same" {
  return geometry.kind === "weight" || geometry.kind === "presence" ? "parts" : "same";
}

/** Most sensors that a location of this geometry can have, and fewest. */
export function sensorCountOf(geometry: Geometry): { least: number; most: number } {
  if (geometry.kind === "presence") return { least: geometry.positions, most: geometry.positions };
  if (geometry.kind === "weight") return { least: 1, most: 8 };
  return { least: 1, most: 2 };
}

function steepestOf(geometry: FillHeightGeometry | WeightGeometry): number {
  if (geometry.kind === "weight" || !geometry.curve) return 1;
  let steepest = 0;
  geometry.curve.forEach((point, index, all) => {
    const before = all[index - 1];
    if (before)
      steepest = Math.max(steepest, (point.content - before.content) / (point.height - before.height));
  });
  return steepest;
}
