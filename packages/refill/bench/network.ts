/**
 * The network server alone: frame in to message stored durably and delivered. Frames are written before the clock starts;
 * generator, Postgres, network server and the application's side share this machine.
 */
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { random, SensorRadio } from "@refill/factory";
import type { DeviceRegistration, GatewayRegistration } from "@refill/protocol";
import { type NetworkRig, startNetworkRig } from "./network-rig.ts";
import { familyCpuSeconds, peakMegabytes } from "./process-cost.ts";

const accountId = "11111111-1111-4111-8111-111111111111";
const regionName = "ISM2400" as const;
/** Packets that one poll of a concentrator brings. */
const packetsPerDatagram = 8;
const tickMs = 5;
const warmUpPerSecond = 3_000;
const radio = { adr: false, statusEveryHours: 0 };

export interface NetworkCase {
  name: string;
  devices: number;
  gateways: number;
  devicesPerAddress: number;
  ratePerSecond: number;
  seconds: number;
  /** Of all uplinks, and beside them so many joins a second. */
  confirmedShare?: number;
  joinsPerSecond?: number;
}

/** A device that has its session from the factory. */
export function personalisedDevice(dice: ReturnType<typeof random>, devAddr: string): DeviceRegistration {
  return {
    accountId,
    deviceId: dice.uuid(),
    devEui: dice.hex(8),
    joinEui: "24e124c0002a0001",
    regionName,
    macVersion: "1.0.3",
    activation: { kind: "abp", devAddr, keys: { nwkSKey: dice.hex(16), appSKey: dice.hex(16) } },
    deviceClass: "A",
    allowsCounterReset: false,
    radio,
  };
}

export function addressOf(index: number, devicesPerAddress: number): string {
  return (0x0100_0000 + Math.floor(index / devicesPerAddress) * 16).toString(16).padStart(8, "0");
}

export function radioOf(device: DeviceRegistration): SensorRadio {
  const { activation } = device;
  const sensor = new SensorRadio({
    devEui: device.devEui,
    joinEui: device.joinEui,
    regionName,
    ...(activation.kind === "abp"
      ? { session: { devAddr: activation.devAddr, keys: activation.keys } }
      : { appKey: activation.appKey }),
  });
  sensor.useDataRate(5);
  return sensor;
}

export async function measureNetwork(setup: NetworkCase) {
  const latencies: number[] = [];
  let delivered = 0;
  const rig = await startNetworkRig((messages) => {
    const now = Date.now();
    delivered += messages.length;
    for (const { receivedAt } of messages) latencies.push(now - receivedAt);
  });
  const dice = random(setup.name);
  const devices = Array.from({ length: setup.devices }, (_, index) =>
    personalisedDevice(dice, addressOf(index, setup.devicesPerAddress)),
  );
  const total = setup.ratePerSecond * setup.seconds;
  const joins = Array.from({ length: Math.round((setup.joinsPerSecond ?? 0) * setup.seconds) }, () => {
    const device = personalisedDevice(dice, "00000000");
    return { ...device, activation: { kind: "otaa" as const, appKey: dice.hex(16) } };
  });
  const gateways = Array.from(
    { length: setup.gateways },
    (): GatewayRegistration => ({
      accountId,
      gatewayId: dice.uuid(),
      gatewayEui: dice.hex(8),
      regionName,
    }),
  );
  await rig.register([...devices, ...joins], gateways);
  const sensors = devices.map(radioOf);
  const warm = writeFrames(
    { ...setup, ratePerSecond: warmUpPerSecond, confirmedShare: 0 },
    sensors,
    [],
    setup.devices,
  );
  const frames = writeFrames(setup, sensors, joins, total);
  const forwarders = await Promise.all(
    gateways.map(({ gatewayEui }) => Forwarder.start(gatewayEui, rig.udpPort)),
  );
  try {
    // Each device once: what is opened and compiled at first use is not what a day costs.
    await offer(warm, forwarders, Number.POSITIVE_INFINITY);
    while (delivered < warm.length) await new Promise((resolve) => setTimeout(resolve, 50));
    delivered = 0;
    latencies.length = 0;
    const pids = { "network server": rig.servers[0]!.pid()!, Postgres: rig.postgres.pid()! };
    const cpu = () => Object.entries(pids).map(([who, pid]) => [who, familyCpuSeconds(pid)] as const);
    const before = cpu();
    const own = process.cpuUsage();
    const startedAt = performance.now();
    const lateShare = await offer(frames, forwarders, setup.seconds);
    const offeredSeconds = (performance.now() - startedAt) / 1000;
    const expected = total;
    for (let quiet = 0; delivered < expected && quiet < 60; quiet++) {
      const last = delivered;
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (delivered !== last) quiet = 0;
    }
    const allSeconds = (performance.now() - startedAt) / 1000;
    // Answers to the last joins have five seconds.
    if (joins.length > 0) await new Promise((resolve) => setTimeout(resolve, 3_000));
    const used = process.cpuUsage(own);
    const after = cpu();
    const thousands = delivered / 1000;
    latencies.sort((a, b) => a - b);
    const quantile = (share: number) =>
      Math.round(latencies[Math.floor(latencies.length * share)] ?? Number.NaN);
    return {
      case: setup.name,
      offeredPerSecond: Math.round(total / offeredSeconds),
      deliveredPerSecond: Math.round(delivered / allSeconds),
      lost: expected - delivered,
      milliseconds: { p50: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99) },
      cpuSecondsPer1000Uplinks: Object.fromEntries([
        ...after.map(([who, seconds], index) => [who, round((seconds - before[index]![1]) / thousands)]),
        ["generator and application's side", round((used.user + used.system) / 1e6 / thousands)],
      ]),
      generatorLateShare: round(lateShare),
      networkServerMegabytes: peakMegabytes(pids["network server"]),
      answers: forwarders.reduce((sum, { answers }) => sum + answers, 0),
      answersLate: forwarders.reduce((sum, { late }) => sum + late, 0),
      answersMissed: await rig.metrics("refill_downlinks_missed_total"),
      refused: await rig.metrics("refill_frames_refused_total"),
    };
  } finally {
    for (const forwarder of forwarders) forwarder.close();
    await rig.stop();
  }
}

interface Frame {
  at: number;
  bytes: Buffer;
}

function writeFrames(
  setup: NetworkCase,
  sensors: readonly SensorRadio[],
  joins: readonly DeviceRegistration[],
  total: number,
): Frame[] {
  const confirmedEvery = setup.confirmedShare ? Math.round(1 / setup.confirmedShare) : 0;
  const payload = Buffer.from("0175640367f5000482d20a", "hex");
  const frames = Array.from({ length: total }, (_, index): Frame => {
    // A prime: neighbours in time are not neighbours in memory.
    const sensor = sensors[(index * 7_919) % sensors.length]!;
    const confirmed = confirmedEvery > 0 && index % confirmedEvery === 0;
    return { at: index / setup.ratePerSecond, bytes: sensor.uplink(85, payload, confirmed) };
  });
  for (const [index, device] of joins.entries())
    frames.push({ at: index / (setup.joinsPerSecond ?? 1), bytes: radioOf(device).joinRequest() });
  return frames.sort((a, b) => a.at - b.at);
}

/** Open loop: datagrams leave at their times whatever the server does. Share of ticks that were more than 50 ms late. */
async function offer(
  frames: readonly Frame[],
  forwarders: readonly Forwarder[],
  seconds: number,
): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  let late = 0;
  let ticks = 0;
  while (next < frames.length) {
    const elapsed = (performance.now() - startedAt) / 1000;
    ticks += 1;
    if (elapsed - frames[next]!.at > 0.05) late += 1;
    while (next < frames.length && frames[next]!.at <= elapsed) {
      const packets = frames.slice(next, next + packetsPerDatagram);
      // What one poll brings goes out together; the last ones of a tick may be fewer.
      const due = packets.filter(({ at }) => at <= elapsed || elapsed > seconds);
      for (const forwarder of forwarders) forwarder.hear(due.map(({ bytes }) => bytes));
      next += due.length;
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  return late / Math.max(1, ticks);
}

/** A packet forwarder that takes every downlink, and counts those that came too late for their window. */
export class Forwarder {
  readonly #socket: Socket;
  readonly #head: Buffer;
  readonly #port: number;
  #tmst = 0;
  /** Datagrams that the server has taken. */
  acknowledged = 0;
  answers = 0;
  late = 0;
  readonly #pulling: NodeJS.Timeout;

  private constructor(eui: string, socket: Socket, port: number) {
    this.#socket = socket;
    this.#port = port;
    this.#head = Buffer.concat([Buffer.from([2, 0, 1, 0]), Buffer.from(eui, "hex")]);
    socket.on("message", (bytes) => {
      if (bytes[3] === 1) this.acknowledged += 1;
      if (bytes[3] !== 3) return;
      const { txpk } = JSON.parse(bytes.toString("utf8", 4)) as { txpk: { tmst: number } };
      this.answers += 1;
      // Forwarders want a packet some 30 ms before it is sent.
      if (txpk.tmst - micros() < 30_000) this.late += 1;
      const ack = Buffer.concat([this.#head, Buffer.from('{"txpk_ack":{"error":"NONE"}}')]);
      ack[1] = bytes[1]!;
      ack[2] = bytes[2]!;
      ack[3] = 5;
      socket.send(ack, port, "127.0.0.1");
    });
    this.#pulling = setInterval(() => this.#pull(), 5_000);
  }

  static async start(eui: string, port: number): Promise<Forwarder> {
    const socket = createSocket({ type: "udp4", recvBufferSize: 4 * 1024 * 1024 });
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    const forwarder = new Forwarder(eui, socket, port);
    forwarder.#pull();
    return forwarder;
  }

  hear(frames: readonly Buffer[]): void {
    const rxpk = frames.map((bytes) => {
      this.#tmst = Math.max(this.#tmst + 1, micros());
      return `{"tmst":${this.#tmst},"chan":0,"rfch":0,"freq":2403,"stat":1,"modu":"LORA","datr":"SF7BW812","codr":"4/8LI","lsnr":7.2,"rssi":-71,"size":${bytes.length},"data":"${bytes.toString("base64")}"}`;
    });
    this.send(Buffer.concat([this.#head, Buffer.from(`{"rxpk":[${rxpk.join()}]}`)]));
  }

  send(bytes: Buffer): void {
    this.#socket.send(bytes, this.#port, "127.0.0.1");
  }

  #pull(): void {
    const pull = Buffer.from(this.#head);
    pull[3] = 2;
    this.send(pull);
  }

  close(): void {
    clearInterval(this.#pulling);
    this.#socket.close();
  }
}

function micros(): number {
  return Math.floor(performance.now() * 1000);
}

const warmUplinks = 30_000;
const measuredUplinks = 120_000;

/** A million registered sensors: start, memory, and what an uplink costs beside what it costs with a thousand. */
export async function measureMillion(count: number) {
  const dice = random("million");
  const sample = Array.from({ length: 1_000 }, (_, index) => personalisedDevice(dice, addressOf(index, 1)));
  const gateway: GatewayRegistration = {
    accountId,
    gatewayId: dice.uuid(),
    gatewayEui: dice.hex(8),
    regionName,
  };
  let delivered = 0;
  const rig = await startNetworkRig((messages) => {
    delivered += messages.length;
  });
  try {
    await rig.register(sample, [gateway]);
    const sensors = sample.map(radioOf);
    const cost = async (uplinks: number) => {
      const forwarder = await Forwarder.start(gateway.gatewayEui, rig.udpPort);
      const before = familyCpuSeconds(rig.servers[0]!.pid()!);
      const wanted = delivered + uplinks;
      for (let sent = 0; sent < uplinks; sent += packetsPerDatagram) {
        forwarder.hear(
          Array.from({ length: packetsPerDatagram }, (_, index) =>
            sensors[(sent + index) % sensors.length]!.uplink(85, Buffer.from("017564", "hex")),
          ),
        );
        if (sent % 80 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      while (delivered < wanted) await new Promise((resolve) => setTimeout(resolve, 20));
      forwarder.close();
      return round(((familyCpuSeconds(rig.servers[0]!.pid()!) - before) / uplinks) * 1000);
    };
    await cost(warmUplinks);
    const withThousand = await cost(measuredUplinks);
    for (let from = sample.length; from < count; from += 20_000) {
      const more = Array.from({ length: Math.min(20_000, count - from) }, (_, index) =>
        personalisedDevice(dice, addressOf(from + index, 1)),
      );
      await rig.register(more, []);
    }
    await rig.tidyUp();
    const startSeconds = await rig.restart();
    const startMegabytes = peakMegabytes(rig.servers[0]!.pid()!);
    await cost(warmUplinks);
    const withAll = await cost(measuredUplinks);
    return {
      devices: count,
      startSeconds: round(startSeconds),
      megabytes: startMegabytes,
      cpuSecondsPer1000Uplinks: { "with 1,000 sensors": withThousand, [`with ${count}`]: withAll },
      ratio: round(withAll / withThousand),
    };
  } finally {
    await rig.stop();
  }
}

/** Mutated, forged and replayed frames and datagrams, as many as wanted: nothing is accepted, memory stays flat. */
export async function measureFuzz(count: number) {
  const dice = random("fuzz");
  const devices = Array.from({ length: 100 }, (_, index) => personalisedDevice(dice, addressOf(index, 1)));
  const gateway: GatewayRegistration = {
    accountId,
    gatewayId: dice.uuid(),
    gatewayEui: dice.hex(8),
    regionName,
  };
  const rig: NetworkRig = await startNetworkRig(() => {});
  const forwarder = await Forwarder.start(gateway.gatewayEui, rig.udpPort);
  try {
    await rig.register(devices, [gateway]);
    const genuine = devices.map((device) => radioOf(device).uplink(85, Buffer.from("017564", "hex")));
    forwarder.hear(genuine.slice(0, 50));
    forwarder.hear(genuine.slice(50));
    while ((await rig.metric("refill_messages_stored_total")) < genuine.length)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const head = Buffer.concat([Buffer.from([2, 0, 1, 0]), Buffer.from(gateway.gatewayEui, "hex")]);
    const mutate = (source: Buffer) => {
      const bytes = Buffer.from(source);
      bytes[dice.integer(0, bytes.length - 1)]! ^= dice.integer(1, 255);
      return dice.chance(0.1) ? bytes.subarray(0, dice.integer(0, bytes.length)) : bytes;
    };
    const taken = async () =>
      Object.values(await rig.metrics("refill_frames_refused_total")).reduce((a, b) => a + b, 0);
    const memory: number[] = [];
    const startedAt = performance.now();
    let sent = 0;
    for (let handled = 0; handled < count; handled = forwarder.acknowledged * packetsPerDatagram) {
      // As many as the kernel's buffer holds; then the server has to have read them.
      const before = forwarder.acknowledged;
      let heard = 0;
      for (let batch = 0; batch < 100; batch++) {
        const frames = Array.from({ length: packetsPerDatagram }, () =>
          dice.chance(0.2) ? dice.pick(genuine) : mutate(dice.pick(genuine)),
        );
        if (dice.chance(0.9)) {
          forwarder.hear(frames);
          heard += 1;
        } else
          forwarder.send(
            mutate(
              Buffer.concat([head, Buffer.from(`{"rxpk":[{"data":"${frames[0]!.toString("base64")}"}]}`)]),
            ),
          );
        sent += packetsPerDatagram;
      }
      for (let waits = 0; waits < 100 && forwarder.acknowledged - before < heard; waits++)
        await new Promise((resolve) => setTimeout(resolve, 1));
      if (memory.length < (handled / count) * 20) memory.push(residentMegabytes(rig.servers[0]!.pid()!));
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return {
      sent,
      handled: forwarder.acknowledged * packetsPerDatagram,
      perSecond: Math.round(sent / ((performance.now() - startedAt) / 1000)),
      refused: await rig.metrics("refill_frames_refused_total"),
      refusedInAll: await taken(),
      late: await rig.metrics("refill_copies_total"),
      wronglyStored: (await rig.metric("refill_messages_stored_total")) - genuine.length,
      megabytesOverTime: memory,
    };
  } finally {
    forwarder.close();
    await rig.stop();
  }
}

function residentMegabytes(pid: number): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round(Number(match?.[1] ?? 0) / 1024);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
