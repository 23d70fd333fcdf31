import { encodePayload } from "./payload.ts";
import type { PlantPlan } from "./plan.ts";
import { type Random, random } from "./random.ts";
import { Shelf } from "./shelf.ts";

type PlannedLocation = PlantPlan["locations"][number];
type PlannedDevice = PlantPlan["devices"][number];

export interface WorkplaceMemory {
  pieces: number;
  batteryPercent: number;
  hasPressed: boolean;
}

/** An uplink that a sensor wants to send. */
export interface Report {
  fPort: number;
  payload: Buffer;
  confirmed: boolean;
}

const hour = 3600;
const reportEverySeconds = 20 * 60;
const reportAfterChangeSeconds = 2 * 60;
/** Buttons tell that they live; WS101 does so every 18 hours. */
const buttonReportSeconds = 18 * hour;
/** Few, since the plant runs fast and the duty cycle of its gateways does not: an answer takes air time. */
const confirmedEvery = 120;

/**
 * A storage location, the people who take parts from it, and its sensor: what happens there, in seconds of the plant,
 * follows from the seed and from the orders that arrive.
 */
export class Workplace {
  readonly location: PlannedLocation;
  readonly device: PlannedDevice;
  readonly shelf: Shelf;
  readonly #people: Random;
  readonly #sensor: Random;
  readonly #takenPieces: number;
  readonly #secondsBetweenTakes: number;
  #nextTakeAt: number;
  #nextReportAt: number;
  /** Since the last change of the stock. */
  #reports = 0;
  #uplinks = 0;
  #batteryPercent: number;
  #hasPressed: boolean;

  constructor(
    seed: string,
    location: PlannedLocation,
    device: PlannedDevice,
    clock: number,
    memory?: WorkplaceMemory,
  ) {
    this.location = location;
    this.device = device;
    const dice = random(`${seed}/${location.id}`);
    this.#people = dice.fork(`people ${clock}`);
    this.#sensor = dice.fork(`sensor ${clock}`);
    // A few shelves are low and some are about to be; the others have from half to all.
    const share = dice.chance(0.04) ? 0.2 : dice.chance(0.08) ? 0.36 : 0.5 + 0.5 * dice.next();
    this.shelf = new Shelf(location.geometry, 0);
    const whole = Math.round(this.shelf.capacity * share);
    this.shelf.put(memory?.pieces ?? (location.geometry.kind === "button" ? this.shelf.capacity : whole));
    this.#batteryPercent = memory?.batteryPercent ?? 60 + 40 * dice.next();
    this.#hasPressed = memory?.hasPressed ?? false;
    const hoursToEmpty = dice.integer(40, 120);
    this.#takenPieces = Math.max(1, Math.round(this.shelf.capacity / 40));
    this.#secondsBetweenTakes = (hoursToEmpty * hour * this.#takenPieces) / this.shelf.capacity;
    this.#nextTakeAt = clock + this.#untilNextTake();
    this.#nextReportAt = clock;
  }

  /** Lives until `clock` (plant seconds); gives the reports that became due, at most one a call. */
  advance(clock: number): Report | undefined {
    while (this.#nextTakeAt <= clock) {
      this.#take(this.#nextTakeAt);
      this.#nextTakeAt += this.#untilNextTake();
    }
    if (this.#nextReportAt > clock) return undefined;
    return this.#report(clock);
  }

  /** Parts arrive and are put in. */
  refill(pieces: number, clock: number): void {
    this.shelf.put(pieces);
    this.#hasPressed = false;
    this.#soon(clock);
  }

  memory(): WorkplaceMemory {
    return {
      pieces: this.shelf.pieces,
      batteryPercent: this.#batteryPercent,
      hasPressed: this.#hasPressed,
    };
  }

  #take(clock: number): void {
    const before = this.shelf.distanceMm();
    this.shelf.take(this.#people.integer(1, this.#takenPieces * 2 - 1));
    if (this.location.geometry.kind === "button") {
      // Whoever takes the last part presses, once.
      if (this.shelf.pieces === 0 && !this.#hasPressed) this.#nextReportAt = clock;
    } else if (before !== this.shelf.distanceMm()) this.#soon(clock);
  }

  #report(clock: number): Report {
    const isButton = this.location.geometry.kind === "button";
    const isPressed = isButton && this.shelf.pieces === 0 && !this.#hasPressed;
    if (isPressed) this.#hasPressed = true;
    this.#reports += 1;
    this.#uplinks += 1;
    this.#batteryPercent = Math.max(1, this.#batteryPercent - 0.002);
    const interval = isButton ? buttonReportSeconds : reportEverySeconds;
    // The first reading after switching on is repeated at once, as installers do it.
    this.#nextReportAt =
      clock +
      (this.#reports <= 2 && !isButton
        ? reportAfterChangeSeconds
        : interval * (0.9 + 0.2 * this.#sensor.next()));
    const { fPort, payload } = encodePayload(this.device.profile, {
      batteryPercent: this.#batteryPercent,
      isPressed,
      ...this.shelf.measure(this.#sensor),
    });
    return { fPort, payload, confirmed: isPressed || this.#uplinks % confirmedEvery === 0 };
  }

  /** A change is reported soon and, because one reading is not believed, once more. */
  #soon(clock: number): void {
    this.#reports = Math.min(this.#reports, 1);
    this.#nextReportAt = Math.min(this.#nextReportAt, clock + reportAfterChangeSeconds * this.#sensor.next());
  }

  #untilNextTake(): number {
    return -Math.log(1 - this.#people.next()) * this.#secondsBetweenTakes;
  }
}
