import { type Heard, VirtualGateway } from "./gateway.ts";
import { encodePayload } from "./payload.ts";
import type { PlantPlan } from "./plan.ts";
import { random } from "./random.ts";
import { SensorRadio } from "./sensor.ts";

/** Customers with many equal lanes of containers, for load and fault tests. */
export function planLoad(options: {
  seed: string;
  customers: number;
  sensorsPerCustomer: number;
}): PlantPlan[] {
  return Array.from({ length: options.customers }, (_, customer) => {
    const dice = random(`${options.seed}/${customer}`);
    const supplier = {
      id: dice.uuid(),
      name: "Load supplier",
      leadTimeDays: 1,
      dispatch: { kind: "email" as const, address: "orders@load.example" },
    };
    const site = { id: dice.uuid(), name: "Load hall" };
    const part = {
      id: dice.uuid(),
      number: "LOAD-1",
      name: "Load part",
      unit: "pcs",
      supplierId: supplier.id,
      packSize: 10,
      minimumOrderQuantity: 10,
    };
    const plan: PlantPlan = {
      sites: [site],
      suppliers: [supplier],
      parts: [part],
      // The same two antennas hear everybody; they are the first customer's.
      gateways:
        customer === 0
          ? [0, 1].map((index) => ({
              id: dice.uuid(),
              gatewayEui: `a84041${dice.hex(5)}`,
              name: `Load gateway ${index}`,
            }))
          : [],
      devices: [],
      locations: [],
    };
    for (let index = 0; index < options.sensorsPerCustomer; index++) {
      const device = {
        id: dice.uuid(),
        devEui: dice.hex(8),
        joinEui: "24e124c0002a0001",
        appKey: dice.hex(16),
        name: `Sensor ${index}`,
        profile: "milesight-em310-udl" as const,
      };
      plan.devices.push(device);
      plan.locations.push({
        id: dice.uuid(),
        siteId: site.id,
        name: `L-${index}`,
        partId: part.id,
        deviceId: device.id,
        geometry: {
          kind: "containers",
          emptyDistanceMm: 1200,
          containerDepthMm: 100,
          capacityContainers: 10,
          piecesPerContainer: 10,
        },
        policy: { minimum: 30, maximum: 90 },
      });
    }
    return plan;
  });
}

/** Splits a plan into imports that the API takes at once (5,000 records of a kind). */
export function importsOf(plan: PlantPlan, most = 2_500): Partial<PlantPlan>[] {
  const { devices, locations, ...rest } = plan;
  const imports: Partial<PlantPlan>[] = [];
  for (let from = 0; from < Math.max(1, devices.length); from += most) {
    imports.push({
      ...(from === 0 ? rest : {}),
      devices: devices.slice(from, from + most),
      locations: locations.slice(from, from + most),
    });
  }
  return imports;
}

export interface LoadResult {
  offered: number;
  seconds: number;
  /** Share of uplinks that left more than 50 ms after their time: what the generator itself could not keep up with. */
  lateShare: number;
}

/** Sensors that have joined, and the two gateways that hear them. */
export interface Load {
  /**
   * Open loop: `ratePerSecond` uplinks a second go out at their times, whatever the server does. `piecesOf` gives the
   * stock that a sensor's `n`-th uplink (from 0) tells of.
   */
  run(options: {
    ratePerSecond: number;
    seconds: number;
    piecesOf(sensor: number, n: number): number;
  }): Promise<LoadResult>;
  /** One uplink of this sensor with this stock. */
  send(sensor: number, pieces: number, options?: { confirmed?: boolean }): void;
  /** The frame without sending it. */
  frame(sensor: number, pieces: number): Buffer;
  hear(frame: Buffer): void;
  readonly gateways: readonly VirtualGateway[];
  readonly sensors: readonly { deviceId: string; locationId: string; radio: SensorRadio }[];
  /** Uplinks that each sensor sent. */
  readonly sent: readonly number[];
  stop(): void;
}

const joinsPerSecond = 1_000;
const tickMs = 10;
/** A prime: neighbours in time are not neighbours in one customer's plant. */
const stride = 7_919;

/** All sensors of the plans join over the air, as fast as the server can take it. */
export async function startLoad(options: {
  plans: readonly PlantPlan[];
  udp: { host: string; port: number };
  onJoined?(joined: number): void;
}): Promise<Load> {
  const gateways = await Promise.all(
    options.plans
      .flatMap((plan) => plan.gateways)
      .map(({ gatewayEui }) => VirtualGateway.start(gatewayEui, options.udp, { isInstant: true })),
  );
  const sensors = options.plans.flatMap((plan) =>
    plan.devices.map((device, index) => ({
      deviceId: device.id,
      locationId: plan.locations[index]!.id,
      radio: new SensorRadio(device),
    })),
  );
  const sent = sensors.map(() => 0);
  await join();

  async function join(): Promise<void> {
    let waiting = sensors.map((sensor) => sensor.radio);
    for (let round = 0; waiting.length > 0 && round < 20; round++) {
      for (let from = 0; from < waiting.length; from += joinsPerSecond / 20) {
        for (const radio of waiting.slice(from, from + joinsPerSecond / 20))
          hear(radio.joinRequest(), (bytes) => radio.hear(bytes));
        await pause(50);
      }
      const until = Date.now() + 5_000;
      while (Date.now() < until && waiting.some(({ isJoined }) => !isJoined)) await pause(50);
      waiting = waiting.filter(({ isJoined }) => !isJoined);
      options.onJoined?.(sensors.length - waiting.length);
    }
    if (waiting.length > 0) throw new Error(`${waiting.length} of ${sensors.length} sensors could not join`);
  }

  function hear(frame: Buffer, onDownlink?: (bytes: Buffer) => void): void {
    for (const [index, gateway] of gateways.entries()) {
      const packet: Heard = {
        bytes: frame,
        frequencyMhz: 868.3,
        dataRate: "SF7BW125",
        rssiDbm: -60 - index * 20,
        snrDb: 9 - index * 3,
        onDownlink: index === 0 ? onDownlink : undefined,
      };
      gateway.hear([packet]);
    }
  }

  function frame(sensor: number, pieces: number, confirmed = false): Buffer {
    const { fPort, payload } = encodePayload("milesight-em310-udl", {
      batteryPercent: 90,
      distanceMm: 1200 - pieces * 10,
    });
    sent[sensor]! += 1;
    return sensors[sensor]!.radio.uplink(fPort, payload, confirmed);
  }

  return {
    gateways,
    sensors,
    sent,
    frame,
    hear: (bytes) => hear(bytes),
    send(sensor, pieces, { confirmed = false } = {}) {
      const { radio } = sensors[sensor]!;
      hear(frame(sensor, pieces, confirmed), confirmed ? (bytes) => radio.hear(bytes) : undefined);
    },
    async run({ ratePerSecond, seconds, piecesOf }) {
      const total = Math.round(ratePerSecond * seconds);
      const startedAt = performance.now();
      let offered = 0;
      let late = 0;
      while (offered < total) {
        const elapsedMs = performance.now() - startedAt;
        const due = Math.min(total, Math.floor((elapsedMs / 1000) * ratePerSecond));
        for (; offered < due; offered++) {
          if (elapsedMs - (offered / ratePerSecond) * 1000 > 50) late += 1;
          const sensor = (offered * stride) % sensors.length;
          hear(frame(sensor, piecesOf(sensor, Math.floor(offered / sensors.length))));
        }
        await pause(tickMs);
      }
      return {
        offered,
        seconds: (performance.now() - startedAt) / 1000,
        lateShare: late / Math.max(1, offered),
      };
    },
    stop() {
      for (const gateway of gateways) gateway.close();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
