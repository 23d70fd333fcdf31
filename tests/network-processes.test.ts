import { random, SensorRadio, VirtualGateway } from "@refill/factory";
import { parseFrame } from "@refill/lorawan";
import type { UplinkMessage } from "@refill/protocol";
import { expect, test } from "vitest";
import { startNetworkRig } from "../packages/refill/bench/network-rig.ts";
import { until } from "./deployment-under-test.ts";

/** Deterministic choices of what is killed and when; set REFILL_TEST_SEED to try others. */
const seed = process.env.REFILL_TEST_SEED ?? "network processes";
const accountId = "11111111-1111-4111-8111-111111111111";
const gatewayCount = 12;
const sensorCount = 60;
/** Longer than the answer to an uplink takes: 0.2 s for further copies, and the commit. */
const answerWithinMs = 700;

/** One sensor: sends confirmed uplinks, each until it is acknowledged, and joins anew when nobody answers its request. */
class Device {
  readonly deviceId: string;
  readonly radio: SensorRadio;
  readonly registration;
  readonly #dice: ReturnType<typeof random>;
  readonly #gateways: readonly VirtualGateway[];
  /** Payloads that the network has acknowledged. */
  readonly acknowledged: number[] = [];
  /** Every downlink data frame in the air: counter → the frames that had it. */
  readonly downlinks = new Map<string, Set<string>>();

  constructor(dice: ReturnType<typeof random>, gateways: readonly VirtualGateway[]) {
    this.#dice = dice;
    this.#gateways = gateways;
    this.deviceId = dice.uuid();
    const identity = {
      devEui: dice.hex(8),
      joinEui: "24e124c0002a0001",
      macVersion: "1.0.4" as const,
      regionName: "EU868" as const,
    };
    const appKey = dice.hex(16);
    this.radio = new SensorRadio({ ...identity, appKey });
    // At the highest rate, so that the gateways' duty cycle lasts for all the answers.
    this.radio.useDataRate(5);
    this.registration = {
      ...identity,
      accountId,
      deviceId: this.deviceId,
      activation: { kind: "otaa" as const, appKey },
      deviceClass: "A" as const,
      allowsCounterReset: false,
      radio: {},
    };
  }

  async join(): Promise<void> {
    while (!this.radio.isJoined) {
      await this.#pause();
      await this.#sendOnce(this.radio.joinRequest());
    }
  }

  /** The number, as its payload; resolves when it was acknowledged. */
  async tell(number: number): Promise<void> {
    const payload = Buffer.alloc(4);
    payload.writeUInt32BE(number);
    const frame = this.radio.uplink(2, payload, true);
    do await this.#pause();
    while (!(await this.#sendOnce(frame)));
    this.acknowledged.push(number);
  }

  /** As devices do, so that they don't all send at once. */
  #pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.#dice.integer(0, 1500)));
  }

  /** Whether it was answered: joined or acknowledged. */
  #sendOnce(bytes: Buffer): Promise<boolean> {
    const { frequencyMhz, dataRate } = this.radio.sending;
    return new Promise((resolve) => {
      let isListening = true;
      const timer = setTimeout(() => {
        isListening = false;
        resolve(false);
      }, answerWithinMs);
      const onDownlink = (downlink: Buffer) => {
        this.#note(downlink);
        // A device doesn't hear what comes after its windows. Here it would take the late answer to an earlier join
        // request for that to its latest, whose DevNonce makes other session keys.
        if (!isListening) return;
        const meaning = this.radio.hear(downlink);
        if (meaning !== "joined" && meaning !== "acknowledged") return;
        clearTimeout(timer);
        resolve(true);
      };
      for (const [index, gateway] of this.#gateways.entries())
        gateway.hear([{ bytes, frequencyMhz, dataRate, rssiDbm: -80 - index, snrDb: 8 - index, onDownlink }]);
    });
  }

  #note(downlink: Buffer): void {
    const parsed = parseFrame(downlink);
    if ("rejected" in parsed || parsed.kind !== "data-down") return;
    const key = `${parsed.frame.devAddr} ${parsed.frame.fCnt16}`;
    const frames = this.downlinks.get(key) ?? new Set();
    this.downlinks.set(key, frames.add(downlink.toString("hex")));
  }
}

test.each([
  { processes: 1, kills: 5, name: "the only network server" },
  { processes: 3, kills: 8, name: "any of three network servers" },
])(
  "$kills times kill -9 of $name under load: what was acknowledged is delivered, no downlink counter is used twice",
  {
    timeout: 180_000,
  },
  async ({ processes, kills }) => {
    const dice = random(`${seed} ${processes}`);
    const received: UplinkMessage[] = [];
    const rig = await startNetworkRig((messages) => void received.push(...messages), processes);
    const gateways: VirtualGateway[] = [];
    try {
      for (let n = 0; n < gatewayCount; n++)
        gateways.push(
          await VirtualGateway.start(
            dice.hex(8),
            { host: "127.0.0.1", port: rig.udpPort },
            { isInstant: true },
          ),
        );
      const devices = Array.from(
        { length: sensorCount },
        (_, index) =>
          new Device(
            dice,
            [0, 1, 2].map((next) => gateways[(index + next) % gatewayCount]!),
          ),
      );
      await rig.register(
        devices.map(({ registration }) => registration),
        gateways.map(({ gatewayEui }) => ({
          accountId,
          gatewayId: dice.uuid(),
          gatewayEui,
          regionName: "EU868" as const,
        })),
      );
      let isRunning = true;
      const sending = devices.map(async (device) => {
        await device.join();
        for (let number = 1; isRunning; number++) await device.tell(number);
      });
      for (let kill = 0; kill < kills; kill++) {
        await until(async () => (await rig.metric("refill_owner")) === 1);
        await new Promise((resolve) => setTimeout(resolve, dice.integer(0, 2000)));
        process.kill(await until(dice.pick(rig.servers).pid, 20), "SIGKILL");
      }
      await until(() => devices.every(({ acknowledged }) => acknowledged.length > 3));
      isRunning = false;
      await Promise.all(sending);
      const told = () =>
        devices.every(({ deviceId, acknowledged }) =>
          acknowledged.every((number) => numbersOf(received, deviceId).has(number)),
        );
      await until(told);

      for (const device of devices) {
        // In order, and each message once, though one may have been delivered again.
        const bySequence = new Map(
          received
            .filter(({ deviceId }) => deviceId === device.deviceId)
            .map((message) => [message.sequence, message]),
        );
        const sequences = [...bySequence.keys()].sort((a, b) => a - b);
        expect(sequences).toEqual(sequences.map((_, index) => index + 1));
        const numbers = sequences.map((sequence) => numberOf(bySequence.get(sequence)!));
        expect(numbers).toEqual(device.acknowledged);
        for (const [counter, frames] of device.downlinks)
          expect([counter, frames.size]).toEqual([counter, 1]);
      }
      await until(async () => (await rig.metric("refill_owner")) === 1);
    } finally {
      for (const gateway of gateways) gateway.close();
      await rig.stop();
    }
  },
);

function numberOf({ payload }: UplinkMessage): number {
  return Buffer.from(payload, "base64").readUInt32BE();
}

function numbersOf(messages: readonly UplinkMessage[], deviceId: string): Set<number> {
  return new Set(messages.filter((message) => message.deviceId === deviceId).map(numberOf));
}
