import { driftAt, type Noise, temperatureAt, usualNoise } from "./noise.ts";
import { type PlannedGeometry, plannedCapacity } from "./planned-storage.ts";
import type { Random } from "./random.ts";

/** All that a shelf can be watched by. */
export type ShelfGeometry = PlannedGeometry;

export interface ShelfOptions {
  noise?: Noise;
  /** Scales under it, at least 1; a shelf of another kind has as many sensors as its kind needs. */
  scales?: number;
}

/** What a sensor would tell if it were perfect. */
export interface Truth {
  distanceMm?: number;
  weightGrams?: number;
  present?: boolean;
}

export type Fault = keyof Truth;

/** What it tells. */
export interface Measured extends Truth {
  /** Nothing came back; which number is missing. */
  fault?: Fault;
  temperatureC: number;
  /** What was between the stock and this message, for whoever compares it with the truth. */
  disturbance: "fault" | "outlier" | "occlusion" | null;
}

const nearestMm = 105;
/** The scale's own limit: four times what lies on it when full. */
const mostOnScale = 4;

/** What lies in a storage location of the virtual plant, and what its sensors see of it. */
export class Shelf {
  readonly geometry: ShelfGeometry;
  readonly capacity: number;
  /** Sensors that watch it, numbered from 0: one of each position, or scale. */
  readonly sensors: number;
  pieces: number;
  /** Whoever took the last part has pressed, and nothing has come since. */
  hasPressed = false;
  readonly #noise: Noise;
  /** By sensor: what stands before it, and for how many messages yet. */
  readonly #occlusions = new Map<number, { size: number; messages: number }>();
  readonly #phases: number[] = [];

  constructor(
    geometry: ShelfGeometry,
    pieces: number,
    { noise = usualNoise, scales = 1 }: ShelfOptions = {},
  ) {
    this.geometry = geometry;
    this.capacity = plannedCapacity(geometry);
    this.sensors =
      geometry.kind === "presence" ? geometry.positions : geometry.kind === "weight" ? scales : 1;
    this.pieces = Math.min(this.capacity, Math.max(0, pieces));
    this.#noise = noise;
  }

  take(pieces: number): void {
    this.pieces = Math.max(0, this.pieces - pieces);
  }

  put(pieces: number): void {
    this.pieces = Math.min(this.capacity, this.pieces + pieces);
    this.hasPressed = false;
  }

  /** Whether whoever is there presses the button now: once, when it is empty. */
  press(): boolean {
    if (this.geometry.kind !== "button" || this.pieces > 0 || this.hasPressed) return false;
    this.hasPressed = true;
    return true;
  }

  /** As it is, without noise; empty for a button. An opened container still stands in its place. */
  truth(sensor = 0): Truth {
    const { geometry, pieces } = this;
    switch (geometry.kind) {
      case "button":
        return {};
      case "containers": {
        const containers = Math.ceil(pieces / geometry.piecesPerContainer);
        return { distanceMm: geometry.emptyDistanceMm - containers * geometry.containerDepthMm };
      }
      case "fill-height": {
        const span = geometry.emptyDistanceMm - geometry.fullDistanceMm;
        return { distanceMm: geometry.emptyDistanceMm - (pieces / geometry.capacityPieces) * span };
      }
      case "presence": {
        const present = sensor < Math.ceil(pieces / geometry.piecesPerPosition);
        const { presentBelowMm } = geometry;
        return presentBelowMm === undefined
          ? { present }
          : { distanceMm: present ? Math.max(nearestMm, presentBelowMm / 2) : presentBelowMm * 2 };
      }
      case "weight": {
        // Each scale carries its share of the carriers; the last one is emptied first.
        const mostPieces = Math.ceil(geometry.capacityPieces / this.sensors);
        const here = Math.min(mostPieces, Math.max(0, pieces - sensor * mostPieces));
        return { weightGrams: geometry.tareGrams / this.sensors + here * geometry.pieceGrams };
      }
    }
  }

  /**
   * The same as a sensor measures it and a gateway hears it; undefined when the frame was lost. `at`: seconds.
   */
  measure(dice: Random, { sensor = 0, at = 0 }: { sensor?: number; at?: number } = {}): Measured | undefined {
    const noise = this.#noise;
    const temperatureC = Math.round(temperatureAt(noise, at) * 10) / 10;
    const occlusion = this.#occlusionOf(sensor, dice);
    if (noise.lostFrames > 0 && dice.chance(noise.lostFrames)) return undefined;
    const told = (truth: Truth, disturbance: Measured["disturbance"]): Measured => ({
      ...truth,
      temperatureC,
      disturbance,
    });
    const truth = this.truth(sensor);
    if (this.geometry.kind === "button") return told({}, null);
    if (dice.chance(noise.faults)) return { fault: faultOf(truth), temperatureC, disturbance: "fault" };
    if (dice.chance(noise.outliers)) return told(this.#outlier(truth, dice), "outlier");
    if (occlusion !== undefined) return told(this.#occluded(truth, occlusion, dice), "occlusion");
    return told(this.#noisy(truth, dice, at, sensor), null);
  }

  #noisy(truth: Truth, dice: Random, at: number, sensor: number): Truth {
    if (truth.present !== undefined) return truth;
    this.#phases[sensor] ??= dice.next();
    const noise = this.#noise;
    const drift = driftAt(noise, at, this.#phases[sensor]);
    if (truth.distanceMm !== undefined)
      return { distanceMm: Math.max(nearestMm, dice.normal(truth.distanceMm + drift.mm, noise.deviationMm)) };
    const full = this.#fullGrams();
    return {
      weightGrams: Math.round(
        dice.normal(truth.weightGrams! + drift.share * full, noise.deviationShare * full),
      ),
    };
  }

  /** A hand is twice as frequent as an echo, somebody leaning on the scale as a bin lifted off it. */
  #outlier({ distanceMm, weightGrams, present }: Truth, dice: Random): Truth {
    const showsMore = dice.chance(2 / 3);
    if (present !== undefined) return { present: !present };
    if (distanceMm !== undefined)
      return {
        distanceMm: showsMore
          ? nearestMm + 5 + dice.next() * 0.5 * Math.max(0, distanceMm - nearestMm - 5)
          : distanceMm + 300 + 500 * dice.next(),
      };
    const full = this.#fullGrams();
    const grams = showsMore ? weightGrams! + full * (0.1 + dice.next()) : weightGrams! * dice.next();
    return { weightGrams: Math.round(Math.min(mostOnScale * full, grams)) };
  }

  /** Who or what stands there moves a little; a thing that was laid on a scale lies still. */
  #occluded({ distanceMm, weightGrams }: Truth, size: number, dice: Random): Truth {
    if (distanceMm !== undefined) {
      const surface = distanceMm - size * Math.max(0, distanceMm - nearestMm);
      return { distanceMm: Math.max(nearestMm, dice.normal(surface, 15)) };
    }
    if (weightGrams === undefined) return { present: true };
    return { weightGrams: Math.round(weightGrams + size * 0.5 * this.#fullGrams()) };
  }

  /** How much of the way to the stock is taken (0 to 1), when something stands there. */
  #occlusionOf(sensor: number, dice: Random): number | undefined {
    const { begins, messages } = this.#noise.occlusions;
    if (begins === 0) return undefined;
    let occlusion = this.#occlusions.get(sensor);
    if (!occlusion && dice.chance(begins)) {
      occlusion = { size: 0.3 + 0.7 * dice.next(), messages: dice.integer(...messages) };
      this.#occlusions.set(sensor, occlusion);
    }
    if (!occlusion) return undefined;
    if (--occlusion.messages <= 0) this.#occlusions.delete(sensor);
    return occlusion.size;
  }

  /** On one scale. */
  #fullGrams(): number {
    const { geometry, sensors } = this;
    if (geometry.kind !== "weight") return 0;
    return (geometry.tareGrams + geometry.capacityPieces * geometry.pieceGrams) / sensors;
  }
}

function faultOf(truth: Truth): Fault {
  if (truth.distanceMm !== undefined) return "distanceMm";
  return truth.weightGrams === undefined ? "present" : "weightGrams";
}
