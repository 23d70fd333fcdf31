/**
 * A location's readings of one day (UTC) → its 24 hours and their sum. Between two readings the level is the earlier
 * one's; it holds for at most `holdMs`, after which a silent sensor's level is not known any more. A day is summed from
 * its own readings alone: until its first one, the level of the day before is filled in by {@link carryInto}, so that a
 * late reading changes no day but its own.
 */

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

export interface LevelReading {
  /** ms since 1970. */
  at: number;
  /** Tells the order of readings of the same time. */
  sequence: number;
  /** Pieces; null: not known from here on. */
  onHand: number | null;
  /** Pieces that left, or came, since the reading before. */
  consumption: number;
  receipts: number;
}

/** Of a stretch of time. All levels in pieces; null where the level was never known. */
export interface LevelSum {
  min: number | null;
  max: number | null;
  first: number | null;
  last: number | null;
  /** Readings. */
  count: number;
  /** ms in which the level was known. */
  knownMs: number;
  /** Level × time in pieces × ms: divided by `knownMs`, the mean. */
  pieceMs: number;
  /** ms in which nothing was there. */
  emptyMs: number;
  consumption: number;
  receipts: number;
}

/** A level at a time, as it goes on after it. */
export interface CarriedLevel {
  at: number;
  onHand: number | null;
}

export interface DaySummary {
  /** ms since 1970 of its begin, 0:00 UTC. */
  day: number;
  hours: readonly LevelSum[];
  /** Time of the first reading, ms; null: there is none. */
  firstAt: number | null;
  /** Times of the first and the last reading with a known level. */
  firstKnownAt: number | null;
  lastKnownAt: number | null;
  last: CarriedLevel | null;
}

/** The begin of the day (UTC) in which `at` lies. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

export function emptySum(): LevelSum {
  return {
    min: null,
    max: null,
    first: null,
    last: null,
    count: 0,
    knownMs: 0,
    pieceMs: 0,
    emptyMs: 0,
    consumption: 0,
    receipts: 0,
  };
}

/**
 * `readings`: of this day, in any order. `until`: where the day ends at present, so that today's last level does not
 * reach into the future.
 */
export function summariseDay(
  day: number,
  readings: readonly LevelReading[],
  holdMs: number,
  until: number = day + DAY_MS,
): DaySummary {
  const hours = Array.from({ length: 24 }, emptySum);
  const sorted = [...readings].sort((a, b) => a.at - b.at || a.sequence - b.sequence);
  let firstKnownAt: number | null = null;
  let lastKnownAt: number | null = null;
  for (const [index, { at, onHand, consumption, receipts }] of sorted.entries()) {
    if (dayOf(at) !== day) throw new RangeError("a reading of another day");
    const hour = hours[Math.floor((at - day) / HOUR_MS)]!;
    hour.count += 1;
    hour.consumption += consumption;
    hour.receipts += receipts;
    if (onHand === null) continue;
    firstKnownAt ??= at;
    lastKnownAt = at;
    addLevel(hour, onHand);
    hold(hours, day, onHand, at, Math.min(sorted[index + 1]?.at ?? day + DAY_MS, at + holdMs, until));
  }
  const last = sorted.at(-1);
  return {
    day,
    hours,
    firstAt: sorted[0]?.at ?? null,
    firstKnownAt,
    lastKnownAt,
    last: last ? { at: last.at, onHand: last.onHand } : null,
  };
}

/** The day with the level that was carried into it, until its first reading. */
export function carryInto(
  summary: DaySummary,
  carried: CarriedLevel | null,
  holdMs: number,
  until: number = summary.day + DAY_MS,
): DaySummary {
  const { day, firstAt } = summary;
  if (!carried || carried.onHand === null) return summary;
  const end = Math.min(firstAt ?? day + DAY_MS, carried.at + holdMs, until);
  if (end <= day) return summary;
  const before = Array.from({ length: Math.ceil((end - day) / HOUR_MS) }, emptySum);
  hold(before, day, carried.onHand, day, end);
  const hours = summary.hours.map((hour, index) => (before[index] ? addSums(before[index], hour) : hour));
  return { ...summary, hours };
}

/** What goes on after the day. */
export function carriedOut(summary: DaySummary, carried: CarriedLevel | null): CarriedLevel | null {
  return summary.last ?? carried;
}

export function sumOfDay({ hours }: Pick<DaySummary, "hours">): LevelSum {
  return hours.reduce(addSums, emptySum());
}

/** Time-weighted, in pieces; null: the level was never known. */
export function meanOf({ knownMs, pieceMs, last }: LevelSum): number | null {
  return knownMs > 0 ? pieceMs / knownMs : last;
}

/** Two stretches of time, the earlier one first. */
export function addSums(a: LevelSum, b: LevelSum): LevelSum {
  return {
    min: a.min === null ? b.min : b.min === null ? a.min : Math.min(a.min, b.min),
    max: a.max === null ? b.max : b.max === null ? a.max : Math.max(a.max, b.max),
    first: a.first ?? b.first,
    last: b.last ?? a.last,
    count: a.count + b.count,
    knownMs: a.knownMs + b.knownMs,
    pieceMs: a.pieceMs + b.pieceMs,
    emptyMs: a.emptyMs + b.emptyMs,
    consumption: a.consumption + b.consumption,
    receipts: a.receipts + b.receipts,
  };
}

function addLevel(hour: LevelSum, onHand: number): void {
  hour.min = Math.min(hour.min ?? onHand, onHand);
  hour.max = Math.max(hour.max ?? onHand, onHand);
  hour.first ??= onHand;
  hour.last = onHand;
}

function hold(hours: readonly LevelSum[], day: number, onHand: number, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const index = Math.floor((at - day) / HOUR_MS);
    const end = Math.min(to, day + (index + 1) * HOUR_MS);
    const hour = hours[index]!;
    addLevel(hour, onHand);
    hour.knownMs += end - at;
    hour.pieceMs += onHand * (end - at);
    if (onHand === 0) hour.emptyMs += end - at;
    at = end;
  }
}
