import { encodePayload } from "./payload.ts";
import type { PlantPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Shelf } from "./shelf.ts";

type PlannedDevice = PlantPlan["devices"][number];

export interface StockMemory {
  batteryPercent: number;
}

/** An uplink that a sensor wants to send. */
export interface Report {
  fPort: number;
  payload: Buffer;
  confirmed: boolean;
}

const reportEverySeconds = 20 * 60;
const reportAfterChangeSeconds = 2 * 60;
/** Buttons tell that they live; WS101 does so every 18 hours. */
const buttonReportSeconds = 18 * 3600;
/** Few, since the plant runs fast and the duty cycle of its gateways does not: an answer takes air time. */
const confirmedEvery = 120;

/** One sensor of a storage location: when it measures, and what it sends. Times are seconds of the plant. */
export class StockSensor {
  readonly device: PlannedDevice;
  /** Which of the location's sensors, from 0. */
  readonly index: number;
  readonly #shelf: Shelf;
  readonly #dice: Random;
  #nextReportAt: number;
  /** Since the last change of the stock. */
  #reports = 0;
  #uplinks = 0;
  #batteryPercent: number;

  constructor(options: {
    device: PlannedDevice;
    index: number;
    shelf: Shelf;
    dice: Random;
    clock: number;
    batteryPercent: number;
  }) {
    this.device = options.device;
    this.index = options.index;
    this.#shelf = options.shelf;
    this.#dice = options.dice;
    this.#nextReportAt = options.clock;
    this.#batteryPercent = options.batteryPercent;
  }

  /** The report that is due by `clock`. */
  report(clock: number): Report | undefined {
    if (this.#nextReportAt > clock) return undefined;
    const isButton = this.#shelf.geometry.kind === "button";
    const isPressed = this.#shelf.press();
    this.#reports += 1;
    this.#uplinks += 1;
    this.#batteryPercent = Math.max(1, this.#batteryPercent - 0.002);
    const interval = isButton ? buttonReportSeconds : reportEverySeconds;
    // The first reading after switching on is repeated at once, as installers do it.
    this.#nextReportAt =
      clock +
      (this.#reports <= 2 && !isButton
        ? reportAfterChangeSeconds
        : interval * (0.9 + 0.2 * this.#dice.next()));
    const measured = this.#shelf.measure(this.#dice, { sensor: this.index, at: clock });
    // The frame was lost on its way.
    if (measured === undefined) return undefined;
    const { fPort, payload } = encodePayload(this.device.profile, {
      batteryPercent: this.#batteryPercent,
      isPressed,
      ...measured,
    });
    return { fPort, payload, confirmed: isPressed || this.#uplinks % confirmedEvery === 0 };
  }

  /** A change is reported soon and, because one reading is not believed, once more. */
  soon(clock: number): void {
    this.#reports = Math.min(this.#reports, 1);
    this.#nextReportAt = Math.min(this.#nextReportAt, clock + reportAfterChangeSeconds * this.#dice.next());
  }

  now(clock: number): void {
    this.#nextReportAt = clock;
  }

  memory(): StockMemory {
    return { batteryPercent: this.#batteryPercent };
  }
}
