import type { PlannedGeometry } from "./plan.ts";
import type { Random } from "./random.ts";

/** What lies in a storage location of the virtual plant, and what its sensor sees of it. */
export class Shelf {
  readonly geometry: PlannedGeometry;
  readonly capacity: number;
  pieces: number;

  constructor(geometry: PlannedGeometry, pieces: number) {
    this.geometry = geometry;
    this.capacity =
      geometry.kind === "containers"
        ? geometry.capacityContainers * geometry.piecesPerContainer
        : geometry.capacityPieces;
    this.pieces = Math.min(this.capacity, Math.max(0, pieces));
  }

  take(pieces: number): void {
    this.pieces = Math.max(0, this.pieces - pieces);
  }

  put(pieces: number): void {
    this.pieces = Math.min(this.capacity, this.pieces + pieces);
  }

  /** Distance to the stock in mm, as it is; undefined for a button. An opened container still stands in its place. */
  distanceMm(): number | undefined {
    const { geometry } = this;
    if (geometry.kind === "button") return undefined;
    if (geometry.kind === "containers") {
      const containers = Math.ceil(this.pieces / geometry.piecesPerContainer);
      return geometry.emptyDistanceMm - containers * geometry.containerDepthMm;
    }
    const span = geometry.emptyDistanceMm - geometry.fullDistanceMm;
    return geometry.emptyDistanceMm - (this.pieces / geometry.capacityPieces) * span;
  }

  /** The same as a sensor measures it: noise of some millimetres, now and then a hand, an echo, or nothing at all. */
  measure(dice: Random): { distanceMm?: number; fault?: boolean } {
    const distance = this.distanceMm();
    if (distance === undefined) return {};
    if (dice.chance(0.01)) return { fault: true };
    if (dice.chance(0.02)) return { distanceMm: 110 + dice.next() * 0.5 * Math.max(0, distance - 110) };
    if (dice.chance(0.01)) return { distanceMm: distance + 300 + 500 * dice.next() };
    return { distanceMm: Math.max(105, dice.normal(distance, 3)) };
  }
}
