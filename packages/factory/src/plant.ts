import type { Heard } from "./gateway.ts";
import type { PlantPlan } from "./plan.ts";
import { type Random, random } from "./random.ts";
import { type RadioMemory, SensorRadio } from "./sensor.ts";
import type { Report, StockSensor } from "./stock-sensor.ts";
import { Workplace, type WorkplaceMemory } from "./workplace.ts";

/** What a plant must remember to go on after a restart. Holds keys: keep it sealed. */
export interface PlantMemory {
  clock: number;
  workplaces: Record<string, WorkplaceMemory>;
  /** By device. */
  radios: Record<string, RadioMemory>;
}

export interface PlantStatistics {
  uplinks: number;
  joined: number;
  acknowledged: number;
  lostOnAir: number;
}

export interface Plant {
  /** Seconds of the plant. */
  clock(): number;
  /** Parts arrive at their location, and people put them in. */
  orderArrives(locationId: string, pieces: number): void;
  /** What lies at a location. */
  piecesAt(locationId: string): number;
  /** People take parts from a location to bring them to another one. */
  piecesLeave(locationId: string, pieces: number): void;
  memory(): PlantMemory;
  statistics(): PlantStatistics;
  stop(): void;
}

const stepSeconds = 10;
const tickMs = 100;
const joinSpreadMs = 6_000;
const joinAgainMs = 9_000;
const answerWithinMs = 3_000;
const mostRetransmissions = 3;
const unansweredUntilRejoin = 6;
const lostOnAir = 0.03;

/** A sensor on the air: joins, sends, repeats what is not acknowledged. Its windows are real time, whatever the plant's speed. */
class SensorOnAir {
  readonly sensor: StockSensor;
  readonly radio: SensorRadio;
  readonly #air: Air;
  readonly #dice: Random;
  readonly #signals: readonly { rssiDbm: number; snrDb: number }[];
  #joinAt: number;
  #waiting: { frame: Buffer; attempts: number; at: number } | undefined;
  #unanswered = 0;
  /** Seconds of the plant, as of the last step. */
  #clock = 0;

  constructor(sensor: StockSensor, radio: SensorRadio, air: Air, dice: Random, startAt: number) {
    this.sensor = sensor;
    this.radio = radio;
    this.#air = air;
    this.#dice = dice;
    this.#joinAt = startAt + dice.next() * joinSpreadMs;
    const near = dice.integer(0, air.gateways.length - 1);
    this.#signals = air.gateways.map((_, index) => {
      const rssiDbm = index === near ? dice.integer(-88, -55) : dice.integer(-117, -89);
      return { rssiDbm, snrDb: Math.max(-12, Math.min(10, 10 + (rssiDbm + 95) / 3)) };
    });
    const best = Math.max(...this.#signals.map(({ rssiDbm }) => rssiDbm));
    // As a device is set up at its place; later the network adapts it.
    if (!radio.isJoined) radio.useDataRate(best > -75 ? 5 : best > -82 ? 4 : 3);
  }

  /** `now`: ms of the clock. */
  advance(now: number, clock: number): void {
    if (!this.radio.isJoined) {
      if (now < this.#joinAt) return;
      this.#joinAt = now + joinAgainMs + this.#dice.next() * joinAgainMs;
      this.#send(this.radio.joinRequest());
      return;
    }
    this.#clock = clock;
    const report = this.sensor.report(clock);
    if (report) this.#report(report, now);
    else this.#repeat(now);
  }

  #report({ fPort, payload, confirmed }: Report, now: number): void {
    this.#air.statistics.uplinks += 1;
    const frame = this.radio.uplink(fPort, payload, confirmed);
    this.#waiting = confirmed ? { frame, attempts: 1, at: now + answerWithinMs } : undefined;
    this.#send(frame);
  }

  #repeat(now: number): void {
    const waiting = this.#waiting;
    if (!waiting || now < waiting.at) return;
    if (waiting.attempts <= mostRetransmissions) {
      waiting.attempts += 1;
      waiting.at = now + answerWithinMs;
      this.#send(waiting.frame);
      return;
    }
    this.#waiting = undefined;
    this.#unanswered += 1;
    if (this.#unanswered < unansweredUntilRejoin) return;
    // Nobody has answered for long: the network may have forgotten this session.
    this.#unanswered = 0;
    this.#send(this.radio.joinRequest());
  }

  #send(frame: Buffer): void {
    const { frequencyMhz, dataRate } = this.radio.sending;
    for (const [index, gateway] of this.#air.gateways.entries()) {
      if (this.#dice.chance(lostOnAir)) {
        this.#air.statistics.lostOnAir += 1;
        continue;
      }
      const { rssiDbm, snrDb } = this.#signals[index]!;
      const packet: Heard = {
        bytes: frame,
        frequencyMhz,
        dataRate,
        rssiDbm: rssiDbm + this.#dice.integer(-3, 3),
        snrDb: Math.round((snrDb + this.#dice.normal(0, 0.7)) * 10) / 10,
        onDownlink: (bytes) => this.#hear(bytes),
      };
      gateway.hear([packet]);
    }
    if (this.#dice.chance(0.01)) this.#air.gateways[0]!.hearBroken?.(frame.subarray(0, 9));
  }

  /** What a downlink says beside its MAC commands. A device that starts anew asks to join, and sends on until it has. */
  #obey(): void {
    const downlink = this.radio.lastDownlink;
    if (!downlink || downlink.payload.length === 0) return;
    if (this.sensor.obey(downlink.payload, this.#clock)) this.#send(this.radio.joinRequest());
  }

  #hear(bytes: Buffer): void {
    if (this.#dice.chance(lostOnAir)) return;
    const meaning = this.radio.hear(bytes);
    if (meaning === "joined") {
      this.#air.statistics.joined += 1;
      this.sensor.introduce();
    }
    if (meaning === "acknowledged" || meaning === "downlink") this.#obey();
    if (meaning !== "acknowledged") return;
    this.#air.statistics.acknowledged += 1;
    this.#waiting = undefined;
    this.#unanswered = 0;
  }
}

/** One of the plant's gateways, in whatever protocol it speaks. */
export interface PlantGateway {
  hear(packets: readonly Heard[]): void;
  /** What it heard with errors; not every protocol tells of it. */
  hearBroken?(bytes: Buffer): void;
  close(): void;
}

interface Air {
  gateways: readonly PlantGateway[];
  statistics: PlantStatistics;
}

/**
 * Runs a plant, heard by these gateways, which it closes at its end. `speed`: seconds of the plant for each second of the
 * clock. What happens in the plant goes by steps of ten plant seconds, so it follows from the seed, not from the machine's
 * pace.
 */
export function runPlant(options: {
  plan: PlantPlan;
  seed: string;
  gateways: readonly PlantGateway[];
  speed: number;
  memory?: PlantMemory | undefined;
  /** By location: the share of its capacity that lies there at the start, where that is not left to chance. */
  sharesAtStart?: ReadonlyMap<string, number>;
}): Plant {
  const { plan, seed, memory, speed, sharesAtStart } = options;
  const statistics: PlantStatistics = { uplinks: 0, joined: 0, acknowledged: 0, lostOnAir: 0 };
  const { gateways } = options;
  const air: Air = { gateways, statistics };
  const startedAt = performance.now();
  const startClock = memory?.clock ?? 0;
  let clock = startClock;
  const devices = new Map(plan.devices.map((device) => [device.id, device]));
  const stores = new Set(plan.locations.map(({ source }) => source?.locationId));
  const workplaces = new Map(
    plan.locations.map((location) => [
      location.id,
      new Workplace({
        seed,
        location,
        devices: location.deviceIds.map((id) => devices.get(id)!),
        clock,
        memory: memory?.workplaces[location.id],
        shareAtStart: sharesAtStart?.get(location.id),
        isStore: stores.has(location.id),
      }),
    ]),
  );
  const sensors = [...workplaces.values()].flatMap((workplace) =>
    workplace.sensors.map((sensor) => {
      const { device } = sensor;
      const dice = random(`${seed}/${device.devEui}/${startClock}`);
      return new SensorOnAir(
        sensor,
        new SensorRadio(device, memory?.radios[device.id]),
        air,
        dice,
        startedAt,
      );
    }),
  );
  const advance = (now: number) => {
    for (const workplace of workplaces.values()) workplace.advance(clock);
    for (const sensor of sensors) sensor.advance(now, clock);
  };
  const timer = setInterval(() => {
    const now = performance.now();
    const target = startClock + ((now - startedAt) / 1000) * speed;
    // After a pause of the machine, the plant does not rush: it goes on from here.
    if (target - clock > stepSeconds * 60)
      clock += Math.floor((target - clock) / stepSeconds - 1) * stepSeconds;
    advance(now);
    while (clock + stepSeconds <= target) {
      clock += stepSeconds;
      advance(now);
    }
  }, tickMs);

  return {
    clock: () => clock,
    orderArrives: (locationId, pieces) => workplaces.get(locationId)?.refill(pieces, clock),
    piecesAt: (locationId) => workplaces.get(locationId)?.shelf.pieces ?? 0,
    piecesLeave: (locationId, pieces) => workplaces.get(locationId)?.take(pieces, clock),
    memory: () => ({
      clock,
      workplaces: Object.fromEntries([...workplaces].map(([id, workplace]) => [id, workplace.memory()])),
      radios: Object.fromEntries(sensors.map(({ sensor, radio }) => [sensor.device.id, radio.memory()])),
    }),
    statistics: () => ({ ...statistics }),
    stop() {
      clearInterval(timer);
      for (const gateway of gateways) gateway.close();
    },
  };
}
