import { introduction, readCommand } from "./device-commands.ts";
import { encodePayload } from "./payload.ts";
import type { PlantPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Shelf } from "./shelf.ts";

type PlannedDevice = PlantPlan["devices"][number];

export interface StockMemory {
  batteryPercent: number;
  /** As it was told; absent: as it came from the factory. */
  intervalSeconds?: number;
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
  #intervalSeconds: number | undefined;
  #introduces = false;

  constructor(options: {
    device: PlannedDevice;
    index: number;
    shelf: Shelf;
    dice: Random;
    clock: number;
    batteryPercent: number;
    intervalSeconds?: number | undefined;
  }) {
    this.device = options.device;
    this.index = options.index;
    this.#shelf = options.shelf;
    this.#dice = options.dice;
    this.#nextReportAt = options.clock;
    this.#batteryPercent = options.batteryPercent;
    this.#intervalSeconds = options.intervalSeconds;
  }

  /** The report that is due by `clock`. */
  report(clock: number): Report | undefined {
    if (this.#nextReportAt > clock) return undefined;
    const isButton = this.#shelf.geometry.kind === "button";
    const isPressed = this.#shelf.press();
    this.#reports += 1;
    this.#uplinks += 1;
    this.#batteryPercent = Math.max(1, this.#batteryPercent - 0.002);
    const interval = this.#intervalSeconds ?? (isButton ? buttonReportSeconds : reportEverySeconds);
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
    const words = this.#introduces && introduction(this.device.profile, this.device.devEui, payload);
    this.#introduces = false;
    if (words) {
      // The reading itself follows at once.
      this.#nextReportAt = clock;
      return { fPort, payload: words, confirmed: false };
    }
    return { fPort, payload, confirmed: isPressed || this.#uplinks % confirmedEvery === 0 };
  }

  /** A change is reported soon and, because one reading is not believed, once more. */
  soon(clock: number): void {
    this.#reports = Math.min(this.#reports, 1);
    this.#nextReportAt = Math.min(this.#nextReportAt, clock + reportAfterChangeSeconds * this.#dice.next());
  }

  /** It has joined: its next message says what it is. */
  introduce(): void {
    this.#introduces = true;
  }

  /** Does what a downlink says; true: it starts anew, and joins again. */
  obey(payload: Buffer, clock: number): boolean {
    const command = readCommand(this.device.profile, payload);
    if (command?.kind === "interval") {
      this.#intervalSeconds = Math.max(60, command.seconds);
      this.#nextReportAt = Math.min(this.#nextReportAt, clock + this.#intervalSeconds);
    }
    if (command?.kind === "introduce") {
      this.#introduces = true;
      this.#nextReportAt = clock;
    }
    return command?.kind === "restart";
  }

  now(clock: number): void {
    this.#nextReportAt = clock;
  }

  memory(): StockMemory {
    return {
      batteryPercent: this.#batteryPercent,
      ...(this.#intervalSeconds === undefined ? {} : { intervalSeconds: this.#intervalSeconds }),
    };
  }
}
