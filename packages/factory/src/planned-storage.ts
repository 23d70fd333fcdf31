import type { Random } from "./random.ts";
import type { SpecialPlace } from "./special-places.ts";

export type PlannedGeometry =
  | {
      kind: "containers";
      emptyDistanceMm: number;
      containerDepthMm: number;
      capacityContainers: number;
      piecesPerContainer: number;
    }
  | { kind: "fill-height"; emptyDistanceMm: number; fullDistanceMm: number; capacityPieces: number }
  | {
      kind: "weight";
      /** All empty carriers together. */
      tareGrams: number;
      pieceGrams: number;
      capacityPieces: number;
    }
  | {
      kind: "presence";
      /** Bins, or places of a lane: two of a two-bin shelf. A sensor watches each. */
      positions: number;
      piecesPerPosition: number;
      /** When distance sensors watch: nearer than this, something stands there. */
      presentBelowMm?: number;
    }
  | { kind: "button"; capacityPieces: number };

export type PlannedPolicy =
  | { kind: "min-max"; minimum: number; maximum: number }
  | { kind: "reorder-point"; reorderPoint: number; quantity: number }
  | { kind: "periodic"; reorderPoint: number; maximum: number; days: number[]; at: string }
  | { kind: "kanban"; cards: number; piecesPerCard: number }
  | { kind: "two-bin"; piecesPerBin: number }
  | { kind: "event"; quantity: number };

export interface StorageToPlan {
  index: number;
  special: SpecialPlace | undefined;
  packSize: number;
  pieceGrams: number;
  /** A card or bin of one pack can be ordered by itself. */
  canOrderSinglePacks: boolean;
}

/** How a location stores and is measured, and when it is refilled. Most are lanes of containers with a minimum. */
export function planStorage(
  storage: StorageToPlan,
  dice: Random,
): { geometry: PlannedGeometry; policy: PlannedPolicy; safetyStock: number } {
  const geometry = planGeometry(storage, dice);
  const policy = planPolicy(geometry, storage);
  // A tenth, where the policy begins to order above it.
  const hasSafetyStock =
    storage.index % 6 === 1 && (policy.kind === "min-max" || policy.kind === "reorder-point");
  const isSpecial = policy.kind === "periodic";
  return {
    geometry,
    policy,
    safetyStock: hasSafetyStock || isSpecial ? Math.floor(plannedCapacity(geometry) * 0.1) : 0,
  };
}

/** Pieces. */
export function plannedCapacity(geometry: PlannedGeometry): number {
  switch (geometry.kind) {
    case "containers":
      return geometry.capacityContainers * geometry.piecesPerContainer;
    case "presence":
      return geometry.positions * geometry.piecesPerPosition;
    default:
      return geometry.capacityPieces;
  }
}

function planGeometry(
  { index, special, packSize, pieceGrams }: StorageToPlan,
  dice: Random,
): PlannedGeometry {
  switch (special?.kind) {
    case "two-bin":
      return { kind: "presence", positions: 2, piecesPerPosition: packSize };
    case "scale":
      return { kind: "weight", tareGrams: 1_800, pieceGrams, capacityPieces: packSize * dice.integer(6, 10) };
    case "store":
      return {
        kind: "containers",
        emptyDistanceMm: 36 * 300 + 150,
        containerDepthMm: 300,
        capacityContainers: 36,
        piecesPerContainer: packSize,
      };
    case undefined:
      if (index % 20 === 19) return { kind: "button", capacityPieces: packSize * 2 };
      if (index % 5 === 4) {
        const capacityPieces = packSize * dice.integer(4, 8);
        const emptyDistanceMm = dice.integer(60, 110) * 10;
        return { kind: "fill-height", emptyDistanceMm, fullDistanceMm: 150, capacityPieces };
      }
  }
  const capacityContainers = dice.integer(5, 9);
  const containerDepthMm = dice.pick([200, 300, 400]);
  return {
    kind: "containers",
    emptyDistanceMm: capacityContainers * containerDepthMm + 150,
    containerDepthMm,
    capacityContainers,
    piecesPerContainer: packSize,
  };
}

function planPolicy(
  geometry: PlannedGeometry,
  { index, special, packSize, canOrderSinglePacks }: StorageToPlan,
): PlannedPolicy {
  const capacity = plannedCapacity(geometry);
  const low = Math.max(1, Math.round(capacity * 0.3));
  if (geometry.kind === "button") return { kind: "event", quantity: capacity };
  if (geometry.kind === "presence") return { kind: "two-bin", piecesPerBin: geometry.piecesPerPosition };
  if (special?.kind === "periodic")
    return { kind: "periodic", reorderPoint: low, maximum: capacity, days: [1, 2, 3, 4, 5], at: "10:00" };
  if (special === undefined) {
    if (geometry.kind === "containers" && index % 12 === 10 && canOrderSinglePacks)
      return { kind: "kanban", cards: geometry.capacityContainers, piecesPerCard: packSize };
    if (index % 8 === 5) {
      const packs = Math.floor((capacity * 0.6) / packSize);
      return { kind: "reorder-point", reorderPoint: low, quantity: packs * packSize };
    }
  }
  return { kind: "min-max", minimum: low, maximum: capacity };
}
