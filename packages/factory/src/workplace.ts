import { lifeOf } from "./life.ts";
import type { PlantPlan } from "./plan.ts";
import { type Random, random } from "./random.ts";
import { Shelf } from "./shelf.ts";
import { type StockMemory, StockSensor } from "./stock-sensor.ts";

type PlannedLocation = PlantPlan["locations"][number];
type PlannedDevice = PlantPlan["devices"][number];

export interface WorkplaceMemory {
  pieces: number;
  hasPressed: boolean;
  /** By device. */
  sensors: Record<string, StockMemory>;
}

export interface WorkplaceOptions {
  seed: string;
  location: PlannedLocation;
  /** In the location's order. */
  devices: readonly PlannedDevice[];
  /** Seconds of the plant. */
  clock: number;
  memory?: WorkplaceMemory | undefined;
  /** Share of the capacity that lies there at the start, where that is not left to chance. */
  shareAtStart?: number | undefined;
  /** Nobody takes parts there but to bring them to another location. */
  isStore?: boolean;
}

const hour = 3600;

/**
 * A storage location, the people who take parts from it, and its sensors: what happens there, in seconds of the plant,
 * follows from the seed and from the orders that arrive.
 */
export class Workplace {
  readonly location: PlannedLocation;
  readonly shelf: Shelf;
  readonly sensors: readonly StockSensor[];
  readonly #people: Random;
  readonly #takenPieces: number;
  readonly #secondsBetweenTakes: number;
  #nextTakeAt: number;

  constructor({ seed, location, devices, clock, memory, shareAtStart, isStore }: WorkplaceOptions) {
    this.location = location;
    const dice = random(`${seed}/${location.id}`);
    this.#people = dice.fork(`people ${clock}`);
    const life = lifeOf(seed, location.id, shareAtStart);
    this.shelf = new Shelf(location.geometry, 0, { scales: devices.length });
    const { capacity } = this.shelf;
    const isFull = location.geometry.kind === "button" && shareAtStart === undefined;
    this.shelf.put(memory?.pieces ?? (isFull ? capacity : Math.round(capacity * life.shareAtStart)));
    this.shelf.hasPressed = memory?.hasPressed ?? false;
    this.sensors = devices.map((device, index) => {
      const batteryPercent = memory?.sensors[device.id]?.batteryPercent ?? life.batteryPercent;
      const name = index === 0 ? `sensor ${clock}` : `sensor ${index} ${clock}`;
      return new StockSensor({
        device,
        index,
        shelf: this.shelf,
        dice: dice.fork(name),
        clock,
        batteryPercent,
        intervalSeconds: memory?.sensors[device.id]?.intervalSeconds,
      });
    });
    this.#takenPieces = Math.max(1, Math.round(capacity * life.shareTaken));
    this.#secondsBetweenTakes = isStore
      ? Number.POSITIVE_INFINITY
      : (life.hoursToEmpty * hour * this.#takenPieces) / capacity;
    this.#nextTakeAt = clock + this.#untilNextTake();
  }

  /** People take what they take until `clock` (plant seconds). */
  advance(clock: number): void {
    while (this.#nextTakeAt <= clock) {
      this.take(this.#people.integer(1, this.#takenPieces * 2 - 1), this.#nextTakeAt);
      this.#nextTakeAt += this.#untilNextTake();
    }
  }

  take(pieces: number, clock: number): void {
    this.#change(() => this.shelf.take(pieces), clock);
    // Whoever takes the last part presses, once.
    const isButton = this.location.geometry.kind === "button";
    if (isButton && this.shelf.pieces === 0 && !this.shelf.hasPressed) this.sensors[0]?.now(clock);
  }

  /** Parts arrive and are put in. */
  refill(pieces: number, clock: number): void {
    this.#change(() => this.shelf.put(pieces), clock);
  }

  memory(): WorkplaceMemory {
    return {
      pieces: this.shelf.pieces,
      hasPressed: this.shelf.hasPressed,
      sensors: Object.fromEntries(this.sensors.map((sensor) => [sensor.device.id, sensor.memory()])),
    };
  }

  /** Each sensor that sees something else than before tells of it soon. */
  #change(act: () => void, clock: number): void {
    const before = this.sensors.map(({ index }) => JSON.stringify(this.shelf.truth(index)));
    act();
    for (const [index, sensor] of this.sensors.entries())
      if (before[index] !== JSON.stringify(this.shelf.truth(sensor.index))) sensor.soon(clock);
  }

  #untilNextTake(): number {
    return -Math.log(1 - this.#people.next()) * this.#secondsBetweenTakes;
  }
}
