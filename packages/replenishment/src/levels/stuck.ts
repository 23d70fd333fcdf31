import type { Track } from "./level-state.ts";

const LEARNING = 1 / 64;
const DAY_MS = 86_400_000;
/** Readings before a sensor's noise is known well enough. */
const HEARD_AT_LEAST = 64;
/** e⁻⁶⁰: by chance no sensor of any customer repeats itself like that. */
const CERTAINTY = 60;

/** Notes the value as it came (whole millimetres or grams). Changes `track`. */
export function noteRaw(track: Track, value: number): void {
  const raw = Math.round(value);
  const before = track.repeat;
  if (!before) {
    track.repeat = { raw, times: 1, share: 0.9, heard: 1 };
  } else if (before.raw === raw) {
    track.repeat = { ...before, times: before.times + 1 };
  } else {
    // What a run of repeats says of the sensor's noise is known when it has ended.
    const kept = (1 - LEARNING) ** (before.times - 1);
    const share = (1 - (1 - before.share) * kept) * (1 - LEARNING);
    track.repeat = { raw, times: 1, share, heard: Math.min(HEARD_AT_LEAST, before.heard + before.times) };
  }
}

/**
 * A sensor that used to show noise, and now repeats one value to the millimetre so often that it cannot be chance,
 * measures nothing any more.
 */
export function isStuck({ repeat }: Track): boolean {
  if (!repeat || repeat.heard < HEARD_AT_LEAST) return false;
  return repeat.times >= 24 && -repeat.times * Math.log(Math.min(1, repeat.share + 0.05)) > CERTAINTY;
}

/**
 * Goods were booked in three days ago or earlier, and the sensors, which have reported many times since, have seen
 * neither them nor any other change.
 */
export function isReceiptUnseen(awaited: { at: number; readings: number } | null, now: number): boolean {
  return awaited !== null && awaited.readings >= 24 && now - awaited.at >= 3 * DAY_MS;
}
