/**
 * Flows as tables: what a device sends (by an independent state machine of its own), and what comes back: in which window, on
 * which frequency and data rate, what it makes of it, and what of it is stored.
 */
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import {
  deriveMulticastKeys,
  importKey,
  type MacVersion,
  macVersions,
  type RegionName,
  regionNames,
  type UplinkCommand,
} from "@refill/lorawan";
import type { DeviceRegistration, DownlinkStatus } from "@refill/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  accountId,
  type DeviceUnderTest,
  type NetworkUnderTest,
  startNetworkUnderTest,
  until,
} from "./network-under-test.ts";

let net: NetworkUnderTest;
beforeAll(async () => {
  net = await startNetworkUnderTest("flows");
});
afterAll(() => net?.stop());

/** A downlink as the forwarder was told to send it. */
interface Txpk {
  imme?: boolean;
  tmst?: number;
  tmms?: number;
  freq: number;
  datr: string | number;
  data: string;
}

/** A packet forwarder in the test's hand: it sends nothing by itself, and answers downlinks as the test says. */
class Forwarder {
  readonly eui: string;
  readonly #socket: Socket;
  readonly sent: { txpk: Txpk; after: number | undefined; at: number }[] = [];
  /** Errors of the next TX_ACKs; then NONE. */
  errors: string[] = [];
  knowsTime = false;
  #tmst = 1_000_000;

  private constructor(eui: string, socket: Socket) {
    this.eui = eui;
    this.#socket = socket;
    socket.on("message", (bytes) => {
      if (bytes[3] !== 3) return;
      const { txpk } = JSON.parse(bytes.toString("utf8", 4)) as { txpk: Txpk };
      const after = txpk.tmst === undefined ? undefined : (txpk.tmst - this.#tmst) / 1e6;
      this.sent.push({ txpk, after, at: performance.now() });
      this.#say(
        5,
        JSON.stringify({ txpk_ack: { error: this.errors.shift() ?? "NONE" } }),
        bytes.subarray(1, 3),
      );
    });
  }

  static async start(eui: string): Promise<Forwarder> {
    const socket = createSocket("udp4");
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    const forwarder = new Forwarder(eui, socket);
    forwarder.#say(2, "");
    await once(socket, "message");
    return forwarder;
  }

  hear(
    bytes: Buffer,
    sending: { frequencyMhz: number; dataRate: string },
    signal: { snr?: number } = {},
  ): void {
    this.#tmst += 10_000_000;
    const rxpk = {
      tmst: this.#tmst,
      ...(this.knowsTime ? { tmms: 1_400_000_000_000 } : {}),
      freq: sending.frequencyMhz,
      stat: 1,
      modu: "LORA",
      datr: sending.dataRate,
      codr: "4/5",
      lsnr: signal.snr ?? 9,
      rssi: -60,
      size: bytes.length,
      data: bytes.toString("base64"),
    };
    this.#say(0, JSON.stringify({ rxpk: [rxpk] }));
  }

  #say(kind: number, body: string, token: Buffer = Buffer.from([0, 1])): void {
    this.#socket.send(
      Buffer.concat([
        Buffer.from([2]),
        token,
        Buffer.from([kind]),
        Buffer.from(this.eui, "hex"),
        Buffer.from(body),
      ]),
      net.server.udpPort,
      "127.0.0.1",
    );
  }

  close(): void {
    this.#socket.close();
  }
}

interface ExpectedDown {
  /** Seconds after the uplink. */
  after?: number;
  now?: true;
  atGpsTime?: true;
  mhz?: number;
  rate?: string;
  by?: number;
  means?: "joined" | "acknowledged" | "downlink";
  /** Names of MAC commands, in order. */
  commands?: string[];
  fPort?: number | undefined;
  payload?: string;
  pending?: boolean;
  confirmed?: boolean;
}
interface Step {
  /** In words, for the failure. */
  does: "joins" | "sends" | "sends again" | "asks to rejoin" | "is sent to" | "is left alone";
  rejoin?: 0 | 1 | 2;
  /** Default: port 85 with one byte. Null: an empty frame. */
  payload?: string | null;
  confirmed?: boolean;
  asks?: UplinkCommand[];
  isClassB?: boolean;
  times?: number;
  snr?: number;
  dataRate?: number;
  /** TX_ACK errors of the first and second gateway. */
  errors?: string[][];
  queue?: { payload: string; confirmed?: boolean; expiresInMs?: number };
  waitMs?: number;
  /** Every downlink of the step, in order; an empty list: nothing is sent. */
  downs?: ExpectedDown[];
  /** Stored messages after the step. */
  messages?: number;
  facts?: object;
  /** States of the device's downlinks, oldest first. */
  queueStates?: DownlinkStatus["state"][];
  joinedAs?: "same" | "new";
}
interface Flow {
  name: string;
  device?: Partial<DeviceRegistration>;
  gateways?: number;
  knowsTime?: true;
  steps: Step[];
}

/** Without what the network asks by itself, unless a flow is about it. */
const quiet = { adr: false, statusEveryHours: 0 };
/** Joined devices are given windows that a busy machine meets, too. */
const patient = { rxDelaySeconds: 5 };
const dataRateOf: Partial<Record<RegionName, number>> = { US915: 3 };

function personalised(macVersion: MacVersion, devAddr: string): Partial<DeviceRegistration> {
  const key = (digit: string) => digit.repeat(32);
  return {
    macVersion,
    activation: {
      kind: "abp",
      devAddr,
      keys:
        macVersion === "1.1"
          ? { fNwkSIntKey: key("1"), sNwkSIntKey: key("2"), nwkSEncKey: key("3"), appSKey: key("4") }
          : { nwkSKey: key("5"), appSKey: key("6") },
    },
  };
}

async function run(flow: Flow): Promise<void> {
  const device = await net.device({
    ...flow.device,
    radio: { ...(flow.device?.activation ? {} : patient), ...(flow.device?.radio ?? quiet) },
  });
  const { sensor } = device;
  sensor.useDataRate(dataRateOf[device.regionName] ?? 5);
  const forwarders: Forwarder[] = [];
  for (let index = 0; index < (flow.gateways ?? 1); index++) {
    const gateway = await net.gateway(device.regionName);
    const forwarder = await Forwarder.start(gateway.gatewayEui);
    forwarder.knowsTime = flow.knowsTime ?? false;
    forwarders.push(forwarder);
  }
  try {
    let last: Buffer = Buffer.alloc(0);
    for (const [index, step] of flow.steps.entries()) {
      const at = `step ${index + 1}: ${step.does}`;
      for (const [which, forwarder] of forwarders.entries()) {
        forwarder.sent.length = 0;
        forwarder.errors = [...(step.errors?.[which] ?? [])];
      }
      last = await play(device, forwarders, step, last);
      if (step.downs) await expectDowns(device, forwarders, step.downs, at);
      if (step.waitMs) await new Promise((resolve) => setTimeout(resolve, step.waitMs));
      if (step.messages !== undefined) {
        await until(() => net.of(device).length >= step.messages!);
        expect([at, net.of(device).length]).toEqual([at, step.messages]);
      }
      if (step.facts) expect([at, await net.facts(device)]).toMatchObject([at, step.facts]);
      if (step.queueStates) {
        const wanted = step.queueStates.join();
        await until(async () => (await queueStates(device)).join() === wanted);
      }
    }
  } finally {
    for (const forwarder of forwarders) forwarder.close();
  }
}

async function queueStates({ deviceId }: DeviceUnderTest): Promise<string[]> {
  const found = (await net.request({ name: "downlinks", accountId, deviceId })) as DownlinkStatus[];
  return found.map(({ state }) => state).reverse();
}

/** The frame that was sent last. */
async function play(
  device: DeviceUnderTest,
  forwarders: Forwarder[],
  step: Step,
  before: Buffer,
): Promise<Buffer> {
  const { sensor } = device;
  if (step.queue)
    await net.request({
      name: "enqueue-downlink",
      accountId,
      deviceId: device.deviceId,
      downlinkId: net.dice.uuid(),
      fPort: 10,
      payload: Buffer.from(step.queue.payload, "hex").toString("base64"),
      confirmed: step.queue.confirmed ?? false,
      expiresAt: step.queue.expiresInMs ? Date.now() + step.queue.expiresInMs : null,
    });
  if (step.dataRate !== undefined) sensor.useDataRate(step.dataRate);
  if (step.isClassB !== undefined) sensor.isClassB = step.isClassB;
  let frame = before;
  const hear = () => {
    for (const forwarder of forwarders)
      forwarder.hear(frame, sensor.sending, step.snr === undefined ? {} : { snr: step.snr });
  };
  switch (step.does) {
    case "joins":
      frame = sensor.joinRequest();
      break;
    case "asks to rejoin":
      frame = sensor.rejoinRequest(step.rejoin!);
      break;
    case "sends":
      for (let count = 1; count < (step.times ?? 1); count++) {
        frame = sensor.uplink(85, Buffer.from("01", "hex"));
        hear();
      }
      for (const command of step.asks ?? []) sensor.ask(command);
      frame =
        step.payload === null
          ? sensor.uplink(undefined, Buffer.alloc(0), step.confirmed)
          : sensor.uplink(85, Buffer.from(step.payload ?? "01", "hex"), step.confirmed);
      break;
    case "sends again":
      break;
    default:
      return before;
  }
  hear();
  return frame;
}

async function expectDowns(
  device: DeviceUnderTest,
  forwarders: Forwarder[],
  expected: ExpectedDown[],
  at: string,
): Promise<void> {
  const all = () =>
    forwarders.flatMap(({ sent }, by) => sent.map((each) => ({ ...each, by }))).sort((a, b) => a.at - b.at);
  if (expected.length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([at, all().length]).toEqual([at, 0]);
    return;
  }
  await until(() => all().length >= expected.length);
  const sent = all();
  for (const [index, want] of expected.entries()) {
    const { txpk, after, by } = sent[index]!;
    const meaning = want.means ? device.sensor.hear(Buffer.from(txpk.data, "base64")) : undefined;
    const heard = device.sensor.lastDownlink;
    const found: ExpectedDown = {
      ...("after" in want ? { after: after! } : {}),
      ...("now" in want ? { now: txpk.imme as true } : {}),
      ...("atGpsTime" in want ? { atGpsTime: (txpk.tmms !== undefined) as true } : {}),
      ...("mhz" in want ? { mhz: txpk.freq } : {}),
      ...("rate" in want ? { rate: String(txpk.datr) } : {}),
      ...("by" in want ? { by } : {}),
      ...("means" in want ? { means: meaning! } : {}),
      ...("commands" in want ? { commands: heard!.commands.map(({ name }) => name) } : {}),
      ...("fPort" in want ? { fPort: heard!.fPort } : {}),
      ...("payload" in want ? { payload: heard!.payload.toString("hex") } : {}),
      ...("pending" in want ? { pending: heard!.fPending } : {}),
      ...("confirmed" in want ? { confirmed: heard!.confirmed } : {}),
    };
    expect([at, found]).toEqual([at, want]);
  }
}

const joins: Step = { does: "joins", downs: [{ after: 5, means: "joined" }] };
const acknowledged: Step = {
  does: "sends",
  confirmed: true,
  downs: [{ after: 5, means: "acknowledged" }],
};

/** RX1's data rate after the fastest uplink, and RX2 (RP002-1.0.4); CN470's RX2 depends on the channel of the join. */
const windowsOf: Record<RegionName, { rx1: string; rx2: string; rx2Mhz?: number }> = {
  EU868: { rx1: "SF7BW125", rx2: "SF12BW125", rx2Mhz: 869.525 },
  US915: { rx1: "SF7BW500", rx2: "SF12BW500", rx2Mhz: 923.3 },
  AU915: { rx1: "SF7BW500", rx2: "SF12BW500", rx2Mhz: 923.3 },
  AS923: { rx1: "SF7BW125", rx2: "SF10BW125", rx2Mhz: 923.2 },
  "AS923-2": { rx1: "SF7BW125", rx2: "SF10BW125", rx2Mhz: 921.4 },
  "AS923-3": { rx1: "SF7BW125", rx2: "SF10BW125", rx2Mhz: 916.6 },
  "AS923-4": { rx1: "SF7BW125", rx2: "SF10BW125", rx2Mhz: 917.3 },
  IN865: { rx1: "SF7BW125", rx2: "SF10BW125", rx2Mhz: 866.55 },
  KR920: { rx1: "SF7BW125", rx2: "SF12BW125", rx2Mhz: 921.9 },
  "CN470-20A": { rx1: "SF7BW125", rx2: "SF11BW125" },
  "CN470-20B": { rx1: "SF7BW125", rx2: "SF11BW125" },
  "CN470-26A": { rx1: "SF7BW125", rx2: "SF11BW125" },
  "CN470-26B": { rx1: "SF7BW125", rx2: "SF11BW125" },
  RU864: { rx1: "SF7BW125", rx2: "SF12BW125", rx2Mhz: 869.1 },
  ISM2400: { rx1: "SF7BW812", rx2: "SF12BW812", rx2Mhz: 2423 },
};

const joining: Flow[] = regionNames.flatMap((regionName) =>
  macVersions.map((macVersion): Flow => {
    const { rx1, rx2, rx2Mhz } = windowsOf[regionName];
    return {
      name: `LoRaWAN ${macVersion} in ${regionName}: joins, is acknowledged in RX1, and in RX2 when RX1 is refused`,
      device: { regionName, macVersion },
      steps: [
        joins,
        {
          does: "sends",
          confirmed: true,
          messages: 1,
          downs: [{ after: 5, rate: rx1, means: "acknowledged" }],
        },
        {
          does: "sends",
          confirmed: true,
          errors: [["TOO_LATE"]],
          messages: 2,
          downs: [
            { after: 5, rate: rx1 },
            { after: 6, rate: rx2, ...(rx2Mhz ? { mhz: rx2Mhz } : {}), means: "acknowledged" },
          ],
        },
      ],
    };
  }),
);

const classA: Flow[] = [
  {
    name: "an unconfirmed uplink of a device that wants nothing is not answered",
    steps: [joins, { does: "sends", messages: 1, downs: [] }],
  },
  {
    name: "what one gateway refuses is sent by the next in the same window, the better signal first",
    gateways: 2,
    steps: [
      joins,
      {
        does: "sends",
        confirmed: true,
        errors: [["COLLISION_PACKET"], ["COLLISION_PACKET"]],
        downs: [{ after: 5 }, { after: 5 }, { after: 6 }],
      },
    ],
  },
  {
    name: "a join accept that nobody can send leaves the device without a session; it joins later",
    steps: [
      { does: "joins", errors: [["TX_FREQ", "TX_POWER"]], downs: [{ after: 5 }, { after: 6 }] },
      joins,
      acknowledged,
    ],
  },
  {
    name: "queued downlinks go out one with each uplink, with the pending bit while there are more",
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "aa" } },
      { does: "is left alone", queue: { payload: "bb" }, queueStates: ["queued", "queued"] },
      { does: "sends", downs: [{ after: 5, means: "downlink", fPort: 10, payload: "aa", pending: true }] },
      {
        does: "sends",
        downs: [{ after: 5, means: "downlink", payload: "bb", pending: false }],
        queueStates: ["sent", "sent"],
      },
      { does: "sends", downs: [] },
    ],
  },
  {
    name: "a downlink that expires is not sent",
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "aa", expiresInMs: 50 }, waitMs: 100 },
      { does: "sends", downs: [], queueStates: ["expired"] },
    ],
  },
  {
    name: "a confirmed downlink is acknowledged by the next uplink",
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "aa", confirmed: true } },
      { does: "sends", downs: [{ means: "downlink", confirmed: true }], queueStates: ["awaiting"] },
      { does: "sends", downs: [], queueStates: ["acknowledged"] },
    ],
  },
  {
    name: "LoRaWAN 1.1: a confirmed downlink's acknowledgement is bound to its counter",
    device: { macVersion: "1.1" },
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "aa", confirmed: true } },
      {
        does: "sends",
        downs: [{ means: "downlink", confirmed: true, commands: ["RekeyConf"] }],
        queueStates: ["awaiting"],
      },
      { does: "sends", messages: 2, downs: [], queueStates: ["acknowledged"] },
    ],
  },
  {
    name: "a confirmed downlink that is never acknowledged is sent four times and counts as failed",
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "aa", confirmed: true } },
      { does: "sends", downs: [{ after: 5, confirmed: undefined as never }].map(() => ({ after: 5 })) },
      { does: "sends", downs: [{ after: 5 }] },
      { does: "sends", downs: [{ after: 5 }] },
      { does: "sends", downs: [{ after: 5 }] },
      { does: "sends", downs: [], queueStates: ["failed"] },
    ],
  },
  {
    name: "a payload too long for RX1 goes out in RX2; one too long for both is given up",
    device: { regionName: "US915" },
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "ab".repeat(60) } },
      // RX1 after SF7 takes 242 bytes: fits. RX2 at SF12BW500 takes 53.
      { does: "sends", downs: [{ after: 5, rate: "SF7BW500", means: "downlink" }] },
    ],
  },
  {
    name: "a payload too long for every window is given up",
    steps: [
      joins,
      { does: "is left alone", queue: { payload: "ab".repeat(100) } },
      { does: "sends", dataRate: 0, downs: [], queueStates: ["too-long"] },
    ],
  },
  {
    name: "a frame that the device repeats after its windows is answered again and stored once",
    steps: [
      joins,
      { ...acknowledged, messages: 1, waitMs: 1_600 },
      { does: "sends again", downs: [{ after: 5, means: "acknowledged" }], messages: 1 },
    ],
  },
];

const macCommands: Flow[] = [
  {
    name: "link check: margin above what the data rate needs, and how many gateways heard it",
    gateways: 2,
    steps: [
      joins,
      {
        does: "sends",
        asks: [{ name: "LinkCheckReq" }],
        snr: 2.5,
        downs: [{ means: "downlink", commands: ["LinkCheckAns"] }],
      },
    ],
  },
  {
    name: "device time",
    steps: [
      joins,
      {
        does: "sends",
        payload: null,
        asks: [{ name: "DeviceTimeReq" }],
        downs: [{ means: "downlink", commands: ["DeviceTimeAns"], fPort: undefined }],
        messages: 0,
      },
    ],
  },
  {
    name: "LoRaWAN 1.1: link check in encrypted FOpts, after the session was confirmed",
    device: { macVersion: "1.1" },
    steps: [
      joins,
      { does: "sends", downs: [{ means: "downlink", commands: ["RekeyConf"] }] },
      {
        does: "sends",
        asks: [{ name: "LinkCheckReq" }],
        downs: [{ means: "downlink", commands: ["LinkCheckAns"] }],
      },
    ],
  },
  {
    name: "device status: battery and margin are in the device's details",
    device: { radio: { ...quiet, statusEveryHours: 24 } },
    steps: [
      joins,
      { does: "sends", downs: [{ means: "downlink", commands: ["DevStatusReq"] }] },
      {
        does: "sends",
        downs: [],
        messages: 2,
        facts: { status: { batteryPercent: expect.any(Number), isExternallyPowered: false, marginDb: 10 } },
      },
      { does: "sends", downs: [] },
    ],
  },
  {
    name: "another RX1 delay is told to a personalised device, and used once it has answered",
    device: {
      ...personalised("1.0.3", "01f00010"),
      radio: { ...quiet, rxDelaySeconds: 3 },
      regionName: "KR920",
    },
    steps: [
      {
        does: "sends",
        downs: [{ after: 1, means: "downlink", commands: ["RxTimingSetupReq", "NewChannelReq"] }],
      },
      {
        does: "sends",
        downs: [{ after: 3, means: "downlink", commands: ["NewChannelReq"] }],
        facts: { radio: { rxDelaySeconds: 3 } },
      },
    ],
  },
  {
    name: "the join accept gives RX1 delay and data rate offset",
    device: { radio: { ...quiet, rxDelaySeconds: 5, rx1DataRateOffset: 2 } },
    steps: [
      joins,
      { does: "sends", confirmed: true, downs: [{ after: 5, rate: "SF9BW125", means: "acknowledged" }] },
    ],
  },
  {
    name: "a personalised device learns the region's further channels, one at a time",
    device: personalised("1.0.4", "01f00020"),
    steps: [
      ...[1, 2, 3, 4, 5].map(
        (): Step => ({ does: "sends", downs: [{ means: "downlink", commands: ["NewChannelReq"] }] }),
      ),
      {
        does: "sends",
        downs: [],
        facts: { radio: { channelsMhz: [868.1, 868.3, 868.5, 867.1, 867.3, 867.5, 867.7, 867.9] } },
      },
    ],
  },
  ...[0, 2].map(
    (dataRate): Flow => ({
      name: `AS923: a device that joins at DR${dataRate}, where the dwell time leaves no room for the list of channels, learns them afterwards`,
      device: { regionName: "AS923" },
      steps: [
        { does: "joins", dataRate, downs: [{ after: 5, means: "joined", rate: "SF10BW125" }] },
        ...[1, 2, 3, 4, 5].map(
          (): Step => ({
            does: "sends",
            dataRate: 5,
            downs: [{ means: "downlink", commands: ["NewChannelReq"] }],
          }),
        ),
        { does: "sends", dataRate: 5, downs: [] },
      ],
    }),
  ),
  {
    name: "LoRaWAN 1.1 personalised: a reset is confirmed",
    device: { ...personalised("1.1", "01f00030"), regionName: "RU864" },
    steps: [
      {
        does: "sends",
        asks: [{ name: "ResetInd", minor: 1 }],
        downs: [{ means: "downlink", commands: ["ResetConf", "NewChannelReq"] }],
      },
    ],
  },
  {
    name: "LoRaWAN 1.1: a device says that it listens all the time",
    device: { macVersion: "1.1", deviceClass: "C" },
    steps: [
      joins,
      {
        does: "sends",
        asks: [{ name: "DeviceModeInd", mode: "C" }],
        downs: [{ means: "downlink", commands: ["RekeyConf", "DeviceModeConf"] }],
        facts: { radio: { mode: "C" } },
      },
      {
        does: "is sent to",
        queue: { payload: "cc" },
        downs: [{ now: true, means: "downlink", payload: "cc" }],
      },
    ],
  },
];

const dataRateControl: Flow[] = [
  {
    name: "after twenty good frames at SF12 the device is given SF7, and less power with what is left",
    device: { radio: { statusEveryHours: 0 } },
    steps: [
      joins,
      {
        does: "sends",
        dataRate: 0,
        times: 20,
        snr: 8,
        downs: [{ means: "downlink", commands: ["LinkAdrReq"] }],
        messages: 20,
      },
      { does: "sends", messages: 21, downs: [], facts: { radio: { dataRate: "SF7BW125", eirpDbm: 14 } } },
    ],
  },
  {
    name: "limits of the profile and its margin are kept",
    device: { radio: { statusEveryHours: 0, maximumDataRate: 3, adrMarginDb: 5 } },
    steps: [
      joins,
      {
        does: "sends",
        dataRate: 0,
        times: 20,
        snr: -6,
        downs: [{ means: "downlink", commands: ["LinkAdrReq"] }],
        messages: 20,
      },
      { does: "sends", messages: 21, facts: { radio: { dataRate: "SF9BW125", eirpDbm: 16 } } },
    ],
  },
  {
    name: "in US915 the device is told the gateways' block of eight channels",
    device: { regionName: "US915", macVersion: "1.0.2", radio: { statusEveryHours: 0, channelBlock: 1 } },
    steps: [
      joins,
      { does: "sends", downs: [{ means: "downlink", commands: ["LinkAdrReq", "LinkAdrReq"] }] },
      {
        does: "sends",
        messages: 2,
        facts: { radio: { channelsMhz: [903.9, 904.1, 904.3, 904.5, 904.7, 904.9, 905.1, 905.3, 904.6] } },
      },
    ],
  },
];

const classesBC: Flow[] = [
  {
    name: "class C: sent to at once at RX2, once it was heard",
    device: { deviceClass: "C" },
    steps: [
      joins,
      { does: "sends", downs: [], messages: 1 },
      {
        does: "is sent to",
        queue: { payload: "0c" },
        downs: [{ now: true, mhz: 869.525, rate: "SF12BW125", means: "downlink", payload: "0c" }],
        queueStates: ["sent"],
      },
    ],
  },
  {
    name: "class B: sent to in a ping slot by GPS time while it follows the beacon, and in its windows when it does not",
    device: { deviceClass: "B" },
    knowsTime: true,
    steps: [
      joins,
      {
        does: "sends",
        asks: [{ name: "PingSlotInfoReq", periodicity: 0 }],
        downs: [{ means: "downlink", commands: ["PingSlotInfoAns"] }],
      },
      { does: "sends", isClassB: true, downs: [], messages: 2 },
      {
        does: "is sent to",
        queue: { payload: "0b" },
        downs: [{ atGpsTime: true, mhz: 869.525, rate: "SF9BW125", means: "downlink", payload: "0b" }],
      },
      { does: "sends", isClassB: false, downs: [], messages: 3 },
      { does: "is sent to", queue: { payload: "0a" }, downs: [] },
      { does: "sends", downs: [{ after: 5, means: "downlink", payload: "0a" }] },
    ],
  },
  {
    name: "class B: gateways that don't know the time are no way; the windows are",
    device: { deviceClass: "B" },
    steps: [
      joins,
      { does: "sends", isClassB: true, messages: 1 },
      { does: "is sent to", queue: { payload: "0b" }, downs: [] },
      { does: "sends", isClassB: true, downs: [{ after: 5, means: "downlink", payload: "0b" }] },
    ],
  },
];

const rejoining: Flow[] = ([0, 1, 2] as const).map((type) => ({
  name: `rejoin request ${type}: a new session, and the old one until it is used`,
  device: { macVersion: "1.1" as const },
  steps: [
    joins,
    { does: "sends", confirmed: true, downs: [{ means: "acknowledged", commands: ["RekeyConf"] }] },
    { does: "sends", confirmed: true, messages: 2, downs: [{ means: "acknowledged" }] },
    { does: "asks to rejoin", rejoin: type, downs: [{ after: 5, means: "joined" }] },
    {
      does: "sends",
      confirmed: true,
      messages: 3,
      downs: [{ after: 5, means: "acknowledged", commands: ["RekeyConf"] }],
      facts: { frameCounterUp: 0 },
    },
    { does: "asks to rejoin", rejoin: type, downs: [{ after: 5 }] },
    // The accept was not heard: the session goes on.
    { does: "sends", confirmed: true, messages: 4, downs: [{ means: "acknowledged" }] },
  ],
}));

for (const [what, flows] of Object.entries({
  joining,
  classA,
  macCommands,
  dataRateControl,
  classesBC,
  rejoining,
}))
  describe.concurrent(what, () => {
    for (const flow of flows) test(flow.name, () => run(flow));
  });

/** DevNonces in the order that they come, and whether each is accepted. */
const nonces: { version: MacVersion; order: [number, boolean][] }[] = [
  {
    version: "1.0.2",
    order: [
      [5, true],
      [3, true],
      [5, false],
      [3, false],
      [65_535, true],
      [0, true],
    ],
  },
  {
    version: "1.0.3",
    order: [
      [5, true],
      [3, true],
      [5, false],
      [6, true],
    ],
  },
  {
    version: "1.0.4",
    order: [
      [5, true],
      [3, false],
      [5, false],
      [6, true],
      [65_535, true],
      [0, false],
    ],
  },
  {
    version: "1.1",
    order: [
      [5, true],
      [3, false],
      [5, false],
      [6, true],
    ],
  },
];
for (const { version, order } of nonces)
  test(`DevNonces of LoRaWAN ${version}: ${order.map(([nonce, isGood]) => `${nonce} ${isGood ? "yes" : "no"}`).join(", ")}`, async () => {
    const device = await net.device({ macVersion: version, radio: quiet });
    const { activation } = device;
    if (activation.kind !== "otaa") throw new Error("joins");
    const gateway = await net.gateway();
    const forwarder = await Forwarder.start(gateway.gatewayEui);
    const { writeJoinRequest } = await import("@refill/lorawan");
    let accepted = 0;
    for (const [devNonce, isGood] of order) {
      const request = writeJoinRequest(
        { joinEui: device.joinEui as never, devEui: device.devEui as never, devNonce },
        importKey(activation.nwkKey ?? activation.appKey),
      );
      const before = await net.refused("dev-nonce-used");
      forwarder.hear(request, { frequencyMhz: 868.1, dataRate: "SF7BW125" });
      await until(async () =>
        isGood
          ? (await net.metric('refill_joins_total{cause="join"}')) > 0 &&
            (await net.frames({ deviceId: device.deviceId })).filter(({ kind }) => kind === "join-accept")
              .length > accepted
          : (await net.refused("dev-nonce-used")) > before,
      );
      if (isGood) accepted += 1;
    }
    forwarder.close();
  });

for (const groupClass of ["B", "C"] as const)
  test(`a multicast frame of class ${groupClass} reaches every device of the group by one transmission of each gateway that is needed`, async () => {
    const gateway = await net.gateway();
    const forwarder = await Forwarder.start(gateway.gatewayEui);
    forwarder.knowsTime = true;
    const mcAddr = groupClass === "B" ? "01ff0b00" : "01ff0c00";
    const mcKey = "00112233445566778899aabbccddeeff";
    const keys = deriveMulticastKeys(importKey(mcKey), mcAddr as never);
    const devices: DeviceUnderTest[] = [];
    for (let index = 0; index < 3; index++) {
      const device = await net.device({
        ...personalised("1.0.3", `01f1${groupClass === "B" ? "0b" : "0c"}${index}0`),
        radio: quiet,
        deviceClass: groupClass,
        regionName: "EU868",
      });
      device.sensor.useDataRate(5);
      device.sensor.joinGroup(mcAddr, keys);
      const frame = device.sensor.uplink(85, Buffer.from("01", "hex"));
      forwarder.hear(frame, device.sensor.sending);
      devices.push(device);
      await until(() => net.of(device).length === 1);
    }
    const groupId = net.dice.uuid();
    const group = {
      accountId,
      groupId,
      regionName: "EU868" as const,
      mcAddr,
      mcKey,
      groupClass,
      dataRate: 3,
      frequencyHz: 869_525_000,
      periodicity: 0,
      deviceIds: devices.map(({ deviceId }) => deviceId),
    };
    await net.request({ name: "put-multicast-group", group });
    // The second is wanted while the first is on the air: the gateway sends it after that.
    for (const frameCounter of [0, 1]) {
      forwarder.sent.length = 0;
      const sent = await net.request({
        name: "multicast",
        accountId,
        groupId,
        fPort: 20,
        payload: Buffer.from("feed", "hex").toString("base64"),
      });
      expect(sent).toMatchObject({ gateways: 1, frameCounter });
      const { txpk } = await until(() => forwarder.sent[0]);
      expect(txpk).toMatchObject({ freq: 869.525, datr: "SF9BW125", imme: groupClass === "C" });
      expect(txpk.tmms !== undefined).toBe(groupClass === "B");
      for (const { sensor } of devices) {
        expect(sensor.hear(Buffer.from(txpk.data, "base64"))).toBe("downlink");
        expect(sensor.lastDownlink).toMatchObject({
          isMulticast: true,
          fPort: 20,
          payload: Buffer.from("feed", "hex"),
        });
        expect(sensor.hear(Buffer.from(txpk.data, "base64"))).toBeUndefined();
      }
    }
    await net.restart();
    expect(await net.request({ name: "multicast-groups", accountId })).toContainEqual(
      expect.objectContaining({ groupId, frameCounterDown: 2 }),
    );
    await net.request({ name: "remove-multicast-group", accountId, groupId });
    forwarder.close();
  });
