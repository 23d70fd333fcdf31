/**
 * The level estimator against the virtual plant's truth: shelves of a kind live for thousands of messages, whose payloads
 * are encoded, decoded and observed as in operation. Follows from the seed; knows no clock but for measuring its speed.
 */
import { encodePayload, heavyNoise, type Noise, type Random, random, Shelf } from "@refill/factory";
import {
  capacityOf,
  type Geometry,
  initialLevel,
  type LevelState,
  observe,
  type Reading,
  resolutionOf,
} from "@refill/replenishment";
import { decode, type ProfileName } from "@refill/sensors";
import { placeOf, shelfGeometry, type TrialKind, trialKinds, unitOf } from "./estimator-places.ts";

export type { TrialKind } from "./estimator-places.ts";

export type Trial = {
  kind: TrialKind;
  seed: string;
  shelves: number;
  messagesPerShelf: number;
  noise?: Noise;
};

export type TrialResult = {
  messages: number;
  /** The level came down to the reorder point although there was more by over one container, or the resolution. */
  falseOrders: number;
  /** The stock sank to the reorder point (and, where it is not counted by containers, by the resolution below it). */
  crossings: number;
  /** By how many undisturbed messages it took until the level showed it; 0: with a disturbed one, or before. */
  seenWith: Record<number, number>;
  /** The same counting every message that came, disturbed or not. */
  seenWithAny: Record<number, number>;
  refills: number;
  /** The level rose to the refilled stock. */
  refillsSeen: number;
  /** The level rose by more than the resolution though nothing had come. */
  falseRefills: number;
  /** Share of the messages after which the level was unknown. */
  unknownShare: number;
  /** Mean difference between level and truth, pieces as a share of the capacity. */
  meanError: number;
  /** Of observe alone, µs; NaN unless timed. */
  medianMicroseconds: number;
};

const minute = 60;
const hour = 60 * minute;
/** A refill is looked for in so many undisturbed messages; then it counts as missed. */
const refillPatience = 24;

export function tryEstimator(trial: Trial, { isTimed = false } = {}): TrialResult {
  const result: TrialResult = {
    messages: 0,
    falseOrders: 0,
    crossings: 0,
    seenWith: {},
    seenWithAny: {},
    refills: 0,
    refillsSeen: 0,
    falseRefills: 0,
    unknownShare: 0,
    meanError: 0,
    medianMicroseconds: Number.NaN,
  };
  const times: number[] = [];
  for (let index = 0; index < trial.shelves; index++)
    new ShelfTrial(
      trial,
      random(`${trial.seed}/${trial.kind}/${index}`),
      result,
      isTimed ? times : null,
    ).run();
  result.unknownShare /= result.messages;
  result.meanError /= result.messages;
  if (isTimed) result.medianMicroseconds = times.sort((a, b) => a - b)[times.length >> 1]!;
  return result;
}

/** Share of the crossings that were seen at the latest with so many undisturbed messages. */
export function seenAtLatest({ seenWith, crossings }: TrialResult, messages: number): number {
  let seen = 0;
  for (const [count, times] of Object.entries(seenWith)) if (Number(count) <= messages) seen += times;
  return seen / crossings;
}

/** The figures of each kind, of some million messages in all, as they are printed. */
export function measureEstimator(messages: number): Record<string, object> {
  const messagesPerShelf = 2000;
  const shelves = Math.max(1, Math.round(messages / trialKinds.length / messagesPerShelf));
  const figures: Record<string, object> = {};
  for (const kind of trialKinds) {
    const result = tryEstimator({ kind, seed: "bench", shelves, messagesPerShelf }, { isTimed: true });
    const share = (part: number) => Number((part * 100).toFixed(3));
    figures[kind] = {
      messages: result.messages,
      "false orders per 100,000 messages": Number(((result.falseOrders / result.messages) * 1e5).toFixed(2)),
      crossings: result.crossings,
      "seen at the latest with the 2nd undisturbed message, %": share(seenAtLatest(result, 2)),
      "with the 3rd, %": share(seenAtLatest(result, 3)),
      "with the 4th, %": share(seenAtLatest(result, 4)),
      refills: result.refills,
      "refills seen, %": share(result.refillsSeen / result.refills),
      "taken for a refill, per 100,000 messages": Number(
        ((result.falseRefills / result.messages) * 1e5).toFixed(1),
      ),
      "unknown, %": share(result.unknownShare),
      "mean error, % of capacity": share(result.meanError),
      "observe, median µs": Number(result.medianMicroseconds.toFixed(2)),
    };
  }
  return figures;
}

class ShelfTrial {
  readonly #trial: Trial;
  readonly #dice: Random;
  readonly #result: TrialResult;
  readonly #times: number[] | null;
  readonly #geometry: Geometry;
  readonly #shelf: Shelf;
  readonly #sensors: string[];
  readonly #profile: ProfileName;
  readonly #reorderPoint: number;
  readonly #resolution: number;
  /** True pieces at or below which the sensors can tell that the reorder point is crossed. */
  readonly #crossingPoint: number;
  #state: LevelState = initialLevel();
  #lastKnown: number | null = null;
  #crossing: { undisturbed: number; all: number; sensor: number | null } | null = null;
  #refill: { undisturbed: number } | null = null;
  #sinceRefill = 0;

  constructor(trial: Trial, dice: Random, result: TrialResult, times: number[] | null) {
    this.#trial = trial;
    this.#dice = dice;
    this.#result = result;
    this.#times = times;
    const { geometry, sensors, profile, scales } = placeOf(trial.kind, dice);
    this.#geometry = geometry;
    this.#sensors = Array.from({ length: sensors }, (_, index) => `sensor-${index}`);
    this.#profile = profile;
    const capacity = capacityOf(geometry);
    this.#shelf = new Shelf(shelfGeometry(geometry), capacity, { noise: trial.noise ?? heavyNoise, scales });
    this.#resolution = resolutionOf(geometry);
    const unit = unitOf(geometry);
    this.#reorderPoint = Math.max(unit, Math.round((capacity * dice.integer(20, 45)) / 100 / unit) * unit);
    this.#crossingPoint = unit > 1 ? this.#reorderPoint : this.#reorderPoint - this.#resolution;
  }

  run(): void {
    const dice = this.#dice;
    const { capacity } = this.#shelf;
    const takenPieces = Math.max(1, Math.round(capacity / 40));
    const secondsBetweenTakes = (dice.integer(40, 120) * hour * takenPieces) / capacity;
    const untilNextTake = () => -Math.log(1 - dice.next()) * secondsBetweenTakes;
    let nextTake = untilNextTake();
    let delivery: number | null = null;
    const nextReport = this.#sensors.map(() => dice.next() * 20 * minute);
    for (let sent = 0; sent < this.#trial.messagesPerShelf; sent++) {
      const sensor = nextReport.indexOf(Math.min(...nextReport));
      const at = nextReport[sensor]!;
      const before = this.#seen();
      let events = 0;
      while (Math.min(nextTake, delivery ?? Number.POSITIVE_INFINITY) <= at) {
        events += 1;
        if (delivery !== null && delivery <= nextTake) {
          this.#putAway();
          delivery = null;
          continue;
        }
        this.#shelf.take(dice.integer(1, takenPieces * 2 - 1));
        nextTake += untilNextTake();
      }
      if (events > 0) this.#moved(before);
      if (delivery === null && this.#seen() <= this.#reorderPoint) delivery = at + dice.integer(4, 30) * hour;
      this.#report(sensor, at);
      nextReport[sensor] = at + 20 * minute * (0.9 + 0.2 * dice.next());
    }
    // Came too late to be judged.
    if (this.#refill) this.#result.refills -= 1;
  }

  /** What is really there, as whole containers where those are seen. */
  #seen(): number {
    const unit = unitOf(this.#geometry);
    return Math.ceil(this.#shelf.pieces / unit) * unit;
  }

  #moved(before: number): void {
    const seen = this.#seen();
    if (seen > this.#crossingPoint) this.#crossing = null;
    else if (before > this.#crossingPoint) {
      this.#crossing = { undisturbed: 0, all: 0, sensor: this.#witness() };
    }
  }

  /** The sensor that sees the piece at the reorder point; null: all do. */
  #witness(): number | null {
    const geometry = this.#geometry;
    if (geometry.kind === "presence") return Math.round(this.#reorderPoint / geometry.piecesPerPosition);
    if (geometry.kind !== "weight") return null;
    return Math.floor(this.#crossingPoint / Math.ceil(geometry.capacityPieces / this.#sensors.length));
  }

  #putAway(): void {
    this.#shelf.put(this.#shelf.capacity);
    this.#result.refills += 1;
    this.#refill = { undisturbed: 0 };
    if (this.#crossing && this.#crossing.undisturbed > 2) this.#seenAt(this.#crossing);
    this.#crossing = null;
  }

  #report(sensor: number, at: number): void {
    const measured = this.#shelf.measure(this.#dice, { sensor, at });
    if (!measured) return;
    const { disturbance, ...told } = measured;
    const { fPort, payload } = encodePayload(this.#profile, { batteryPercent: 80, ...told });
    const decoded = decode(this.#profile, fPort, payload);
    if (!("measurement" in decoded)) throw new Error(`payload refused: ${decoded.refused}`);
    const { distanceMm, weightGrams, present, distanceFault, weightFault } = decoded.measurement;
    const reading: Reading = {
      at: Math.round(at * 1000),
      sensor: this.#sensors[sensor]!,
      distanceMm,
      weightGrams,
      present,
      fault: distanceFault ?? weightFault,
    };
    const begun = this.#times ? performance.now() : 0;
    const { state, level, change } = observe(this.#state, this.#geometry, this.#sensors, reading);
    this.#times?.push((performance.now() - begun) * 1000);
    this.#state = state;
    const isUndisturbed = disturbance === null;
    const rise = change?.kind === "refill" ? change.pieces : 0;
    this.#judge(level?.onHand ?? null, isUndisturbed, sensor, rise);
  }

  #judge(onHand: number | null, isUndisturbed: boolean, sensor: number, rise: number): void {
    const result = this.#result;
    const truth = this.#seen();
    result.messages += 1;
    if (onHand === null) result.unknownShare += 1;
    else result.meanError += Math.abs(onHand - truth) / this.#shelf.capacity;
    const wasAbove = this.#lastKnown !== null && this.#lastKnown > this.#reorderPoint;
    const isLow = onHand !== null && onHand <= this.#reorderPoint;
    if (isLow && wasAbove && truth > this.#reorderPoint + this.#resolution) result.falseOrders += 1;
    if (rise > this.#resolution && !this.#refill && this.#sinceRefill > 2 * refillPatience)
      result.falseRefills += 1;
    this.#sinceRefill = this.#refill ? 0 : this.#sinceRefill + 1;
    this.#lastKnown = onHand ?? this.#lastKnown;
    if (this.#refill) {
      if (isUndisturbed) this.#refill.undisturbed += 1;
      const isSeen = onHand !== null && onHand > this.#reorderPoint && onHand >= truth - 2 * this.#resolution;
      if (isSeen) result.refillsSeen += 1;
      if (isSeen || this.#refill.undisturbed > refillPatience * this.#sensors.length) this.#refill = null;
    }
    const crossing = this.#crossing;
    if (!crossing) return;
    if (crossing.sensor === null || crossing.sensor === sensor) {
      crossing.all += 1;
      if (isUndisturbed) crossing.undisturbed += 1;
    }
    if (!isLow) return;
    this.#seenAt(crossing);
    this.#crossing = null;
  }

  #seenAt({ undisturbed, all }: { undisturbed: number; all: number }): void {
    const { seenWith, seenWithAny } = this.#result;
    this.#result.crossings += 1;
    seenWith[undisturbed] = (seenWith[undisturbed] ?? 0) + 1;
    seenWithAny[all] = (seenWithAny[all] ?? 0) + 1;
  }
}
