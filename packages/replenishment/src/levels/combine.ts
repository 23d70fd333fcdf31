import { isPlausible, nearestPieces } from "./conversion.ts";
import { capacityOf, type Geometry, type Measured, resolutionOf, roleOf } from "./geometry.ts";
import type { LevelState, Track, UnknownReason } from "./level-state.ts";
import { isReceiptUnseen, isStuck } from "./stuck.ts";

/** Failed readings in a row after which a sensor tells nothing. */
export const FAULTS_UNTIL_UNKNOWN = 3;
/** Readings in a row that confirm nothing, however different, after which a sensor tells nothing. */
const UNSETTLED_UNTIL_UNKNOWN = 16;
/** Readings at which two sensors disagree: each has had three, one more than a change needs. */
const CONTRADICTION_AFTER = 6;
/** A battery is near its end, and this share of the readings is wrong. */
const ERRATIC = 0.15;
/** Of two sensors that see the same stock, one that has been silent for longer than this beside the other is left out. */
const SILENT_MS = 6 * 3_600_000;

type Sensed = Exclude<Geometry, { kind: "button" }>;

/** What all sensors of a location show together. */
export type View = {
  /** Null: not known yet. */
  pieces: number | null;
  unknown: LevelState["unknown"];
  disagree: boolean;
  /** 0 … 1, without regard to contradiction. */
  confidence: number;
};

export function viewOf(state: LevelState, geometry: Sensed, sensors: readonly string[], now: number): View {
  const tracks = sensors.map((sensor) => state.sensors[sensor]);
  const view =
    roleOf(geometry) === "parts" ? sumOf(tracks, geometry) : lowestOf(tracks, geometry as Measured, now);
  if (view.unknown === null && isReceiptUnseen(state.awaited, now)) return { ...view, unknown: "stuck" };
  return view;
}

/** Has the contradiction lasted for longer than a change needs to be confirmed by each sensor? */
export function isContradiction({ disagreements }: LevelState): boolean {
  return disagreements >= CONTRADICTION_AFTER;
}

/** Each sensor has its part: all are needed. */
function sumOf(tracks: readonly (Track | undefined)[], geometry: Sensed): View {
  let sum = 0;
  let confidence = 1;
  let unknown: View["unknown"] = null;
  let isComplete = tracks.length > 0;
  for (const track of tracks) {
    if (!track || track.value === null) isComplete = false;
    if (!track) continue;
    sum += track.value ?? 0;
    unknown ??= troubleOf(track);
    confidence = Math.min(confidence, confidenceOf(track));
  }
  const view = { disagree: false, confidence };
  if (!isComplete) return { ...view, pieces: null, unknown };
  if (geometry.kind !== "weight") {
    const pieces = geometry.kind === "presence" ? sum * geometry.piecesPerPosition : sum;
    return { ...view, pieces: Math.min(capacityOf(geometry), pieces), unknown };
  }
  const grams = geometry.tareGrams + sum;
  // Each scale alone shows what it could, together they show what cannot be.
  if (!isPlausible(geometry, grams)) return { ...view, pieces: null, unknown: unknown ?? "contradiction" };
  return { ...view, pieces: nearestPieces(geometry, grams), unknown };
}

/** All see the same stock: the one that shows least counts, since stock must not be counted that may not be there. */
function lowestOf(tracks: readonly (Track | undefined)[], geometry: Measured, now: number): View {
  let lowest: number | null = null;
  let highest: number | null = null;
  let unknown: View["unknown"] = null;
  let confidence = 0;
  for (const track of tracks) {
    if (!track || (tracks.length > 1 && now - track.lastAt > SILENT_MS)) continue;
    const trouble = troubleOf(track);
    unknown ??= trouble;
    if (trouble || track.value === null) continue;
    const base = geometry.kind === "weight" ? geometry.tareGrams : geometry.emptyDistanceMm;
    const pieces = nearestPieces(
      geometry,
      geometry.kind === "weight" ? base + track.value : base - track.value,
    );
    confidence = lowest === null ? confidenceOf(track) : Math.min(confidence, confidenceOf(track));
    lowest = Math.min(lowest ?? pieces, pieces);
    highest = Math.max(highest ?? pieces, pieces);
  }
  if (lowest === null || highest === null) return { pieces: null, unknown, disagree: false, confidence };
  const slack =
    geometry.kind === "containers"
      ? 0
      : Math.max(2 * resolutionOf(geometry), Math.round(0.05 * capacityOf(geometry)));
  return { pieces: lowest, unknown: null, disagree: highest - lowest > slack, confidence };
}

function troubleOf(track: Track): Exclude<UnknownReason, "never-measured" | "contradiction"> | null {
  if (track.isBatteryLow && track.doubt > ERRATIC) return "battery";
  if (track.faults >= FAULTS_UNTIL_UNKNOWN || track.unsettled >= UNSETTLED_UNTIL_UNKNOWN) return "faults";
  return isStuck(track) ? "stuck" : null;
}

function confidenceOf(track: Track): number {
  return 1 / (1 + track.faults + track.pending.length);
}
