/**
 * Readings → stock level. The level follows the median of three: the confirmed surface and the last two readings. So
 * it moves only as far as two readings in a row agree on: one hand in front of the sensor or one echo moves nothing,
 * steady consumption is followed with a delay of one reading.
 * (Median filter: J. W. Tukey, Exploratory Data Analysis, 1977, ch. 7 "running medians of 3".)
 */
import { capacityOf, distanceAt, type Geometry, piecesAt, toleranceMm } from "./geometry.ts";

/** Plain data: may be stored and read back as JSON. */
export type LevelState = {
  /** Confirmed pieces; null until the first confirmation. */
  onHand: number | null;
  /** Confirmed distance of the surface; null for buttons and before the first confirmation. */
  surfaceMm: number | null;
  /** Readings that differ from the confirmed surface and wait for a second one, oldest first; at most two. */
  pendingMm: number[];
  /** Readings in a row that told no distance, or an impossible one. */
  faultsInRow: number;
  /** Time of the last reading taken into account, ms since 1970. */
  lastAt: number | null;
};

export type Reading = {
  /** ms since 1970. A reading with the time of the one before is that one delivered again, and changes nothing. */
  at: number;
  distanceMm?: number | undefined;
  /** Why the sensor gave no distance. */
  fault?: string | undefined;
  /** The sensor hangs askew (a lid is open): its distance does not count. */
  tilted?: boolean | undefined;
  button?: string | undefined;
};

export type StockLevel = {
  /** Pieces. */
  onHand: number;
  /** 1: the last reading agrees; less while readings contradict or fail. */
  confidence: number;
};
export type LevelChange = { kind: "withdrawal" | "refill"; pieces: number };
export type Observation = { state: LevelState; level: StockLevel | null; change?: LevelChange };

/** Failed readings in a row after which the level counts as unknown. */
export const FAULTS_UNTIL_UNKNOWN = 3;

export function initialLevel(): LevelState {
  return { onHand: null, surfaceMm: null, pendingMm: [], faultsInRow: 0, lastAt: null };
}

/** What is known of the level: null before the first confirmation and after too many failed readings. */
export function levelOf(state: LevelState): StockLevel | null {
  if (state.onHand === null || state.faultsInRow >= FAULTS_UNTIL_UNKNOWN) return null;
  const doubts = state.faultsInRow + state.pendingMm.length;
  return { onHand: state.onHand, confidence: 1 / (1 + doubts) };
}

/** Takes one reading into account. Pure; `state` is not changed. */
export function observe(state: LevelState, geometry: Geometry, reading: Reading): Observation {
  if (reading.at === state.lastAt) return { state, level: levelOf(state) };
  const next: LevelState = { ...state, pendingMm: [...state.pendingMm], lastAt: reading.at };
  if (geometry.kind === "button") {
    if (reading.button === undefined) return { state: next, level: levelOf(next) };
    return settle(next, 0, null);
  }
  if (reading.distanceMm === undefined && reading.fault === undefined) {
    return { state: next, level: levelOf(next) };
  }
  const distanceMm = reading.distanceMm;
  const usable = reading.fault === undefined && reading.tilted !== true && distanceMm !== undefined;
  if (!usable || piecesAt(geometry, distanceMm) === undefined) {
    next.faultsInRow += 1;
    return { state: next, level: levelOf(next) };
  }
  next.faultsInRow = 0;
  return next.surfaceMm === null ? begin(next, geometry, distanceMm) : follow(next, geometry, distanceMm);
}

/**
 * Pieces put in by hand where no sensor sees them (a `button` location). The sensor's own view wins elsewhere: then
 * nothing changes.
 */
export function restock(state: LevelState, geometry: Geometry, pieces: number): Observation {
  if (geometry.kind !== "button") return { state, level: levelOf(state) };
  return settle({ ...state }, Math.min(capacityOf(geometry), (state.onHand ?? 0) + pieces), null);
}

type Measured = Exclude<Geometry, { kind: "button" }>;

/** No level yet: the second reading confirms the first; if they differ, the middle one of three counts. */
function begin(next: LevelState, geometry: Measured, distanceMm: number): Observation {
  const known = [...next.pendingMm, distanceMm];
  const before = next.pendingMm.at(-1);
  if (before !== undefined && Math.abs(distanceMm - before) <= toleranceMm(geometry)) {
    return arrive(next, geometry, distanceMm);
  }
  if (known.length >= 3) return arrive(next, geometry, known.sort((a, b) => a - b)[1]!);
  next.pendingMm = known;
  return { state: next, level: null };
}

function follow(next: LevelState, geometry: Measured, distanceMm: number): Observation {
  const surfaceMm = next.surfaceMm!;
  if (isSame(next, geometry, distanceMm)) {
    next.pendingMm = [];
    return { state: next, level: levelOf(next) };
  }
  const before = next.pendingMm.at(-1);
  const sameSide =
    before !== undefined && Math.sign(before - surfaceMm) === Math.sign(distanceMm - surfaceMm);
  if (!sameSide) {
    next.pendingMm = [distanceMm];
    return { state: next, level: levelOf(next) };
  }
  const nearer = Math.abs(before - surfaceMm) < Math.abs(distanceMm - surfaceMm) ? before : distanceMm;
  const observation = arrive(next, geometry, nearer);
  if (nearer !== distanceMm && !isSame(observation.state, geometry, distanceMm)) {
    observation.state.pendingMm = [distanceMm];
    observation.level = levelOf(observation.state);
  }
  return observation;
}

/** The same stock as confirmed: within the tolerance, except that an emptied location is never taken for a filled one. */
function isSame(state: LevelState, geometry: Measured, distanceMm: number): boolean {
  if (piecesAt(geometry, distanceMm) === state.onHand) return true;
  if (geometry.kind === "fill-height" && distanceMm >= geometry.emptyDistanceMm) return state.onHand === 0;
  return Math.abs(distanceMm - state.surfaceMm!) <= toleranceMm(geometry);
}

function arrive(next: LevelState, geometry: Measured, distanceMm: number): Observation {
  const pieces = piecesAt(geometry, distanceMm)!;
  return settle(next, pieces, geometry.kind === "containers" ? distanceAt(geometry, pieces) : distanceMm);
}

function settle(next: LevelState, onHand: number, surfaceMm: number | null): Observation {
  const difference = next.onHand === null ? 0 : onHand - next.onHand;
  const state = { ...next, onHand, surfaceMm, pendingMm: [], faultsInRow: 0 };
  const level = levelOf(state);
  if (difference === 0) return { state, level };
  return {
    state,
    level,
    change: { kind: difference < 0 ? "withdrawal" : "refill", pieces: Math.abs(difference) },
  };
}
