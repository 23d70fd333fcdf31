/** What is known of a location's stock, between readings. Plain data: may be stored and read back as JSON. */
export type LevelState = {
  /** Confirmed pieces, people's counts taken into account; null until the first confirmation. */
  onHand: number | null;
  /** Confirmed pieces as the sensors alone show them. */
  seen: number | null;
  /** Each sensor's own view, by device id. */
  sensors: { [sensor: string]: Track };
  /** The last count by people, as long as it differs from what the sensors show. */
  count: Count | null;
  /** Readings in a row at which two sensors of the same stock disagreed. */
  disagreements: number;
  /** When the sensors last saw pieces arrive. */
  refilledAt: number | null;
  /** Goods were booked in that no sensor has seen: since when, and the readings since then. */
  awaited: { at: number; readings: number } | null;
  /** Why the level cannot be told although it was known; null while it can. */
  unknown: Exclude<UnknownReason, "never-measured"> | null;
  /** 0 … 1. */
  confidence: number;
  /** Time of the newest reading taken into account, ms since 1970. */
  lastAt: number | null;
};

/** People counted `pieces` when the sensors showed `seen`. */
export type Count = {
  pieces: number;
  seen: number | null;
  /** No sensor has confirmed since the count that what it shows is still the same. */
  isFresh: boolean;
};

/**
 * One sensor's view. Values are in its own unit and grow with the stock: millimetres above the empty location, grams
 * above the tare, or 1 and 0 for a taken and a free position.
 */
export type Track = {
  /** Time of its last reading, ms since 1970. */
  lastAt: number;
  /** Confirmed; null before the first confirmation. */
  value: number | null;
  /** Where the readings around `value` have been lately. */
  mean: number;
  /** Readings that differ from `value` and are not confirmed, oldest first. */
  pending: number[];
  /** What was confirmed before the last refill, and the readings since; null when that was long ago. */
  former: { value: number; readings: number } | null;
  /** For how many readings something stood before the sensor at most, lately. */
  occluded: number;
  /** Readings in a row that told nothing, or something impossible. */
  faults: number;
  /** Readings in a row that confirmed nothing. */
  unsettled: number;
  /** By how much the sensor shows too much, because its zero has moved. */
  drift: number;
  /** Mean deviation of single readings from the surface; null until measured. */
  noise: number | null;
  /** The largest step of consumption lately. */
  stride: number | null;
  /** Share of readings lately that were wrong, 0 … 1. */
  doubt: number;
  isBatteryLow: boolean;
  /** The value as it came, for how many readings in a row, and how often a reading repeats the one before. */
  repeat: { raw: number; times: number; share: number; heard: number } | null;
};

export type UnknownReason = "never-measured" | "faults" | "stuck" | "battery" | "contradiction";

export function initialLevel(): LevelState {
  return {
    onHand: null,
    seen: null,
    sensors: {},
    count: null,
    disagreements: 0,
    refilledAt: null,
    awaited: null,
    unknown: null,
    confidence: 0,
    lastAt: null,
  };
}

/** `at`: of its first reading. */
export function initialTrack(at: number): Track {
  return {
    lastAt: at,
    value: null,
    mean: 0,
    pending: [],
    former: null,
    occluded: 1,
    faults: 0,
    unsettled: 0,
    drift: 0,
    noise: null,
    stride: null,
    doubt: 0.01,
    isBatteryLow: false,
    repeat: null,
  };
}
