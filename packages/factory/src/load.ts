import { type Heard, VirtualGateway } from "./gateway.ts";
import { encodePayload } from "./payload.ts";
import type { PlantPlan } from "./plan.ts";
import { random } from "./random.ts";
import { SensorRadio } from "./sensor.ts";

/**
 * The band at 2.4 GHz knows no duty cycle, and its frames are short: gateways may answer as often as a load test wants.
 */
const region = "ISM2400" as const;
const dataRate = 5;

/** Customers with many equal lanes of containers, for load and fault tests. */
export function planLoad(options: {
  seed: string;
  customers: number;
  sensorsPerCustomer: number;
  /** Of each customer; all of them hear all its sensors. Default 2. */
  gateways?: number;
  /** Devices that share one address. Default 1. */
  devicesPerAddress?: number;
}): PlantPlan[] {
  let addressed = 0;
  const nextAddress = () =>
    (0x0100_0000 + Math.floor(addressed++ / (options.devicesPerAddress ?? 1)) * 16)
      .toString(16)
      .padStart(8, "0");
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
      supplies: [{ supplierId: supplier.id, packSize: 10, minimumOrderQuantity: 10 }],
    };
    const plan: PlantPlan = {
      sites: [site],
      suppliers: [supplier],
      parts: [part],
      gateways: Array.from({ length: options.gateways ?? 2 }, (_, index) => ({
        id: dice.uuid(),
        gatewayEui: `a84041${dice.hex(5)}`,
        name: `Load gateway ${index}`,
        region,
      })),
      devices: [],
      locations: [],
    };
    for (let index = 0; index < options.sensorsPerCustomer; index++) {
      const device = {
        id: dice.uuid(),
        devEui: dice.hex(8),
        joinEui: "24e124c0002a0001",
        personalised: { devAddr: nextAddress(), nwkSKey: dice.hex(16), appSKey: dice.hex(16) },
        region,
        // What the network would ask of each device once, all of them would be asked at the same moment.
        radio: { adr: false, statusEveryHours: 0 },
        name: `Sensor ${index}`,
        profile: "milesight-em310-udl" as const,
      };
      plan.devices.push(device);
      plan.locations.push({
        id: dice.uuid(),
        siteId: site.id,
        name: `L-${index}`,
        partId: part.id,
        deviceIds: [device.id],
        geometry: {
          kind: "containers",
          emptyDistanceMm: 1200,
          containerDepthMm: 100,
          capacityContainers: 10,
          piecesPerContainer: 10,
        },
        policy: { kind: "min-max", minimum: 30, maximum: 90 },
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

/** Sensors, and the gateways that hear them. */
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
  hear(sensor: number, frame: Buffer): void;
  readonly gateways: readonly VirtualGateway[];
  readonly sensors: readonly { deviceId: string; locationId: string; radio: SensorRadio }[];
  /** Uplinks that each sensor sent. */
  readonly sent: readonly number[];
  stop(): void;
}

const tickMs = 10;
/** A prime: neighbours in time are not neighbours in one customer's plant. */
const stride = 7_919;

/** The sensors of the plans, which have had their sessions from the factory. */
export async function startLoad(options: {
  plans: readonly PlantPlan[];
  udp: { host: string; port: number };
}): Promise<Load> {
  const gatewaysOf = await Promise.all(
    options.plans.map((plan) =>
      Promise.all(
        plan.gateways.map(({ gatewayEui }) =>
          VirtualGateway.start(gatewayEui, options.udp, { isInstant: true }),
        ),
      ),
    ),
  );
  const gateways = gatewaysOf.flat();
  const sensors = options.plans.flatMap((plan, customer) =>
    plan.devices.map((device, index) => ({
      deviceId: device.id,
      locationId: plan.locations[index]!.id,
      radio: radioOf(device),
      gateways: gatewaysOf[customer]!,
    })),
  );
  const sent = sensors.map(() => 0);
  function hear(own: readonly VirtualGateway[], frame: Buffer, onDownlink?: (bytes: Buffer) => void): void {
    for (const [index, gateway] of own.entries()) {
      const packet: Heard = {
        bytes: frame,
        frequencyMhz: 2403,
        dataRate: "SF7BW812",
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
    hear: (sensor, bytes) => hear(sensors[sensor]!.gateways, bytes),
    send(sensor, pieces, { confirmed = false } = {}) {
      const { radio, gateways: own } = sensors[sensor]!;
      hear(own, frame(sensor, pieces, confirmed), (bytes) => radio.hear(bytes));
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
          const { radio, gateways: own } = sensors[sensor]!;
          const bytes = frame(sensor, piecesOf(sensor, Math.floor(offered / sensors.length)));
          hear(own, bytes, (downlink) => radio.hear(downlink));
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

function radioOf({ personalised, ...device }: PlantPlan["devices"][number]): SensorRadio {
  const { devAddr, ...keys } = personalised!;
  const radio = new SensorRadio({ ...device, regionName: region, session: { devAddr, keys } });
  radio.useDataRate(dataRate);
  return radio;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
