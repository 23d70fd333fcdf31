import type { Random, Shelf } from "@refill/factory";
import type { Geometry } from "@refill/replenishment";
import type { ProfileName } from "@refill/sensors";

/** The locations on which the estimator is tried: each kind in many sizes. */

export const trialKinds = ["lane", "twice-watched lane", "bin", "scale", "two scales", "presence"] as const;
export type TrialKind = (typeof trialKinds)[number];

export type Place = { geometry: Geometry; sensors: number; profile: ProfileName; scales: number };

export function placeOf(kind: TrialKind, dice: Random): Place {
  switch (kind) {
    case "lane":
    case "twice-watched lane": {
      const capacityContainers = dice.integer(5, 9);
      const containerDepthMm = dice.pick([200, 300, 400]);
      const geometry: Geometry = {
        kind: "containers",
        emptyDistanceMm: capacityContainers * containerDepthMm + 150,
        containerDepthMm,
        capacityContainers,
        piecesPerContainer: dice.integer(4, 200),
      };
      return { geometry, sensors: kind === "lane" ? 1 : 2, profile: "dragino-llds12", scales: 1 };
    }
    case "bin": {
      const geometry: Geometry = {
        kind: "fill-height",
        emptyDistanceMm: dice.integer(60, 110) * 10,
        fullDistanceMm: 150,
        capacityPieces: dice.integer(40, 4000),
      };
      return { geometry, sensors: 1, profile: "milesight-em310-udl", scales: 1 };
    }
    case "scale":
    case "two scales": {
      const pieceGrams = dice.pick([3, 20, 150, 900]);
      const capacityPieces = dice.integer(30, 500);
      const geometry: Geometry = { kind: "weight", tareGrams: 1500, pieceGrams, capacityPieces };
      const scales = kind === "scale" ? 1 : 2;
      return { geometry, sensors: scales, profile: "cayenne-lpp", scales };
    }
    case "presence": {
      const positions = dice.integer(2, 4);
      const geometry: Geometry = { kind: "presence", positions, piecesPerPosition: dice.integer(10, 200) };
      return { geometry, sensors: positions, profile: "milesight-em300-mcs", scales: 1 };
    }
  }
}

export function shelfGeometry(geometry: Geometry): ConstructorParameters<typeof Shelf>[0] {
  return geometry as ConstructorParameters<typeof Shelf>[0];
}

/** In which steps the truth can be seen. */
export function unitOf(geometry: Geometry): number {
  if (geometry.kind === "containers") return geometry.piecesPerContainer;
  return geometry.kind === "presence" ? geometry.piecesPerPosition : 1;
}
