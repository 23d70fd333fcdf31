import { isContradiction, viewOf } from "./combine.ts";
import { isPlausible } from "./conversion.ts";
import { capacityOf, type Geometry, roleOf } from "./geometry.ts";
import { initialTrack, type LevelState, type Track, type UnknownReason } from "./level-state.ts";
import { type Signal, signalOf } from "./signal.ts";
import { moved } from "./stock-take.ts";
import { noteRaw } from "./stuck.ts";
import { compensated } from "./temperature.ts";
import { fail, follow, settle } from "./track.ts";

/** What one message of a sensor says. A field is absent when the message did not carry it. */
export type Reading = {
  /** ms since 1970. A reading that is not newer than its sensor's last one changes nothing. */
  at: number;
  /** Id of the device. */
  sensor: string;
  distanceMm?: number | undefined;
  /** One scale's own weight, its carrier included. */
  weightGrams?: number | undefined;
  present?: boolean | undefined;
  /** Why the sensor measured nothing. */
  fault?: string | undefined;
  /** The sensor hangs askew (a lid is open): what it measures does not count. */
  tilted?: boolean | undefined;
  /**
   * Of the air in front of an ultrasonic sensor that does not correct its distance by it; leave it out for every other
   * sensor.
   */
  temperatureC?: number | undefined;
  /** Absent: as before. */
  batteryLow?: boolean | undefined;
  button?: string | undefined;
};

export type StockLevel = {
  /** Pieces. */
  onHand: number;
  /** 1: the last readings agree; less while readings contradict or fail. */
  confidence: number;
  /** Two sensors of the same stock disagree for longer than a change needs to be confirmed; the lower one counts. */
  problem?: "contradiction";
};
export type LevelChange = { kind: "withdrawal" | "refill"; pieces: number };
/** `change` is what the level moved by, so levels and changes always add up. */
export type Observation = { state: LevelState; level: StockLevel | null; change?: LevelChange };

/** What is known of the level: null before the first confirmation and while the sensors cannot be believed. */
export function levelOf(state: LevelState): StockLevel | null {
  const { onHand, unknown, confidence } = state;
  if (onHand === null || unknown !== null) return null;
  if (!isContradiction(state)) return { onHand, confidence };
  return { onHand, confidence: confidence / 2, problem: "contradiction" };
}

/** Why the level is unknown; null when it is known. */
export function unknownReason(state: LevelState): UnknownReason | null {
  return state.unknown ?? (state.onHand === null ? "never-measured" : null);
}

/**
 * Takes one reading into account. Pure; `state` is not changed. `sensors`: ids of the location's devices, in the order
 * of the positions for `presence`; a reading of another one changes nothing.
 */
export function observe(
  state: LevelState,
  geometry: Geometry,
  sensors: readonly string[],
  reading: Reading,
): Observation {
  const { at, sensor } = reading;
  const before = state.sensors[sensor];
  if (!sensors.includes(sensor) || (before && at <= before.lastAt)) return { state, level: levelOf(state) };
  const track: Track = { ...(before ?? initialTrack(at)), lastAt: at };
  if (reading.batteryLow !== undefined) track.isBatteryLow = reading.batteryLow;
  const next: LevelState = {
    ...state,
    sensors: { ...known(state, sensors), [sensor]: track },
    lastAt: Math.max(at, state.lastAt ?? at),
  };
  if (geometry.kind === "button") {
    if (reading.button === undefined) return { state: next, level: levelOf(next) };
    return arriveAt({ ...next, confidence: 1, unknown: null, count: null }, 0, at);
  }
  const value = valueIn(reading, geometry, sensors.length, track);
  if (value === "nothing") return { state: next, level: levelOf(next) };
  if (value === "fault") fail(track);
  else take(next, track, value, signalOf(geometry, sensors.length), otherOf(geometry, sensors, sensor));
  return conclude(next, track, geometry, sensors, at);
}

/**
 * Pieces that people booked in. Where no sensor sees the stock (`button`) they lie there from now on. The sensors' own
 * view wins elsewhere: there it is remembered, and when they do not see any change for days they count as stuck.
 * `at`: ms since 1970.
 */
export function restock(state: LevelState, geometry: Geometry, pieces: number, at: number): Observation {
  if (geometry.kind === "button") {
    const onHand = Math.min(capacityOf(geometry), (state.onHand ?? 0) + pieces);
    return arriveAt({ ...state, confidence: 1, unknown: null }, onHand, at);
  }
  const isSeen = state.refilledAt !== null && at - state.refilledAt < WEEK_MS;
  const hasRoom = state.onHand !== null && state.onHand + pieces <= capacityOf(geometry);
  if (isSeen || !hasRoom || state.awaited) return { state, level: levelOf(state) };
  const next = { ...state, awaited: { at, readings: 0 } };
  return { state: next, level: levelOf(next) };
}
const WEEK_MS = 7 * 86_400_000;

/**
 * Pieces as people counted them: they hold until the sensors see a change, then move with what these see. `pieces`:
 * 0 … capacity. What differs is no consumption and no receipt. Late readings from before the count may still come: what
 * they confirm first is compared with the count (`moved`). `at`: ms since 1970.
 */
export function correct(state: LevelState, geometry: Geometry, pieces: number, at: number): LevelState {
  const onHand = Math.min(capacityOf(geometry), Math.max(0, Math.round(pieces)));
  const sensors: LevelState["sensors"] = {};
  for (const [id, track] of Object.entries(state.sensors))
    sensors[id] = { ...track, faults: 0, unsettled: 0, pending: [], repeat: null };
  return {
    ...state,
    onHand,
    sensors,
    count: geometry.kind === "button" ? null : { pieces: onHand, seen: state.seen, isFresh: true },
    lastAt: Math.max(at, state.lastAt ?? at),
    awaited: null,
    disagreements: 0,
    unknown: null,
    confidence: 1,
  };
}

/** The tracks of the location's own sensors. */
function known(state: LevelState, sensors: readonly string[]): LevelState["sensors"] {
  const ids = Object.keys(state.sensors);
  if (ids.every((id) => sensors.includes(id))) return state.sensors;
  return Object.fromEntries(Object.entries(state.sensors).filter(([id]) => sensors.includes(id)));
}

/** The sensor that sees the same stock as this one. */
function otherOf(geometry: Geometry, sensors: readonly string[], sensor: string): string | undefined {
  return roleOf(geometry) === "same" ? sensors.find((each) => each !== sensor) : undefined;
}

/** What is measured in the unit of the track (`Track`); `nothing` when the message is about something else. */
function valueIn(
  reading: Reading,
  geometry: Exclude<Geometry, { kind: "button" }>,
  sensors: number,
  track: Track,
): number | "fault" | "nothing" {
  const { fault, tilted, present, weightGrams } = reading;
  const distanceMm =
    reading.distanceMm === undefined ? undefined : compensated(reading.distanceMm, reading.temperatureC);
  const isMeasured =
    geometry.kind === "weight"
      ? weightGrams !== undefined
      : geometry.kind === "presence"
        ? present !== undefined || (distanceMm !== undefined && geometry.presentBelowMm !== undefined)
        : distanceMm !== undefined;
  if (fault !== undefined || (isMeasured && tilted)) return "fault";
  if (!isMeasured) return "nothing";
  if (geometry.kind === "presence") {
    if (present !== undefined) return present ? 1 : 0;
    return distanceMm! > 0 ? presence(distanceMm!, geometry.presentBelowMm!, track.value) : "fault";
  }
  const raw = geometry.kind === "weight" ? weightGrams! : distanceMm!;
  if (geometry.kind === "weight" && sensors > 1) return partOf(raw, geometry, sensors);
  if (!isPlausible(geometry, geometry.kind === "weight" ? raw - track.drift : raw + track.drift))
    return "fault";
  noteRaw(track, raw);
  return geometry.kind === "weight" ? raw - geometry.tareGrams : geometry.emptyDistanceMm - raw;
}

/** One scale of several: how the tare is spread over them is not known, and cancels out in the sum. */
function partOf(
  grams: number,
  { tareGrams, pieceGrams, capacityPieces }: Extract<Geometry, { kind: "weight" }>,
  scales: number,
): number | "fault" {
  const load = pieceGrams * capacityPieces;
  const slack = 0.1 * load + pieceGrams;
  if (!(grams >= -slack && grams <= tareGrams + load + slack)) return "fault";
  return grams - tareGrams / scales;
}

/** Whatever is within a twentieth of the limit leaves the position as it is. */
function presence(distanceMm: number, belowMm: number, before: number | null): number {
  if (before !== null && Math.abs(distanceMm - belowMm) <= belowMm / 20) return before;
  return distanceMm < belowMm ? 1 : 0;
}

function take(
  next: LevelState,
  track: Track,
  value: number,
  signal: Signal,
  other: string | undefined,
): void {
  const second = other === undefined ? undefined : next.sensors[other];
  const isWith = second !== undefined && isNear(track.value, second.value, signal);
  const witnesses = follow(track, value, signal, isWith ? second.pending : []);
  if (!witnesses || !isWith || track.value === null) return;
  // What both have seen once is confirmed for both.
  if (!second.pending.some((each) => witnesses.includes(each))) return;
  const copy = { ...second };
  settle(copy, track.value);
  next.sensors[other!] = copy;
}

function isNear(a: number | null, b: number | null, { tolerance }: Signal): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= tolerance;
}

/** From the sensors' tracks to the level. */
function conclude(
  next: LevelState,
  track: Track,
  geometry: Exclude<Geometry, { kind: "button" }>,
  sensors: readonly string[],
  at: number,
): Observation {
  if (next.awaited) next.awaited = { ...next.awaited, readings: next.awaited.readings + 1 };
  const view = viewOf(next, geometry, sensors, at);
  next.disagreements = view.disagree ? next.disagreements + 1 : 0;
  next.confidence = view.confidence;
  next.unknown = next.onHand === null ? null : view.unknown;
  if (view.pieces === null || view.unknown !== null) return { state: next, level: levelOf(next) };
  const isChanged = view.pieces !== next.seen;
  next.seen = view.pieces;
  if (!next.count) return arriveAt(next, view.pieces, at);
  if (!isChanged && next.count.seen !== null) {
    if (next.count.isFresh && track.pending.length === 0) next.count = { ...next.count, isFresh: false };
    return { state: next, level: levelOf(next) };
  }
  const { onHand, count } = moved(next.count, view.pieces, geometry);
  next.count = count;
  return arriveAt(next, onHand, at);
}

/** `state` is the caller's own. */
function arriveAt(state: LevelState, onHand: number, at: number): Observation {
  const difference = state.onHand === null ? 0 : onHand - state.onHand;
  state.onHand = onHand;
  if (difference !== 0) state.awaited = null;
  if (difference > 0) state.refilledAt = at;
  const level = levelOf(state);
  if (difference === 0) return { state, level };
  return {
    state,
    level,
    change: { kind: difference < 0 ? "withdrawal" : "refill", pieces: Math.abs(difference) },
  };
}
