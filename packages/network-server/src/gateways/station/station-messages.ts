/**
 * Messages of LoRa Basics Station, LNS protocol version 2: what a station says, checked against schemas, and what it is told.
 * Source: lorabasics/basicstation, doc "The LNS Protocol", and src/s2e.c for what fields a station reads.
 */
import type { DataRate, Region } from "@refill/lorawan";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import type { GatewayEui, HeardPacket } from "../gateway.ts";

/** The longest message that a station sends: a frame of 255 bytes in hexadecimal digits with its radio data is below 2 KB. */
export const longestStationMessage = 16 * 1024;

/** Times of a station's clock have 56 bits, more than a number of JavaScript holds: kept as the digits that came. */
const Clock = Type.String({ pattern: "^-?[0-9]{1,19}$" });
const Int32 = Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 32 - 1 });
const HexText = Type.String({ pattern: "^([0-9a-fA-F]{2})*$", maxLength: 510 });
const Eui = Type.Union([Type.String({ maxLength: 40 }), Type.Integer()]);
const radio = {
  DR: Type.Integer({ minimum: 0, maximum: 15 }),
  Freq: Type.Integer({ minimum: 100_000_000, maximum: 3_000_000_000 }),
  upinfo: Type.Object({
    rctx: Type.Optional(Type.Integer()),
    xtime: Clock,
    gpstime: Type.Optional(Type.Number()),
    rssi: Type.Number({ minimum: -300, maximum: 100 }),
    snr: Type.Number({ minimum: -100, maximum: 100 }),
  }),
};

const Version = Type.Object({
  msgtype: Type.Literal("version"),
  station: Type.Optional(Type.String({ maxLength: 200 })),
  firmware: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
  package: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
  model: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
  protocol: Type.Optional(Type.Integer()),
  features: Type.Optional(
    Type.Union([Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 40 }))]),
  ),
});
const JoinRequest = Type.Object({
  msgtype: Type.Literal("jreq"),
  MHdr: Type.Integer({ minimum: 0, maximum: 255 }),
  JoinEui: Eui,
  DevEui: Eui,
  DevNonce: Type.Integer({ minimum: 0, maximum: 65_535 }),
  MIC: Int32,
  ...radio,
});
const DataFrame = Type.Object({
  msgtype: Type.Literal("updf"),
  MHdr: Type.Integer({ minimum: 0, maximum: 255 }),
  DevAddr: Int32,
  FCtrl: Type.Integer({ minimum: 0, maximum: 255 }),
  FCnt: Type.Integer({ minimum: 0, maximum: 65_535 }),
  FOpts: HexText,
  FPort: Type.Integer({ minimum: -1, maximum: 255 }),
  FRMPayload: HexText,
  MIC: Int32,
  ...radio,
});
const Proprietary = Type.Object({ msgtype: Type.Literal("propdf"), FRMPayload: HexText, ...radio });
const Sent = Type.Object({
  msgtype: Type.Literal("dntxed"),
  diid: Type.Integer({ minimum: 0 }),
});
const TimeSync = Type.Object({ msgtype: Type.Literal("timesync"), txtime: Clock });
const schemas = {
  version: Compile(Version),
  jreq: Compile(JoinRequest),
  updf: Compile(DataFrame),
  propdf: Compile(Proprietary),
  dntxed: Compile(Sent),
  timesync: Compile(TimeSync),
};

export type StationMessage =
  | Static<typeof Version>
  | Static<typeof JoinRequest>
  | Static<typeof DataFrame>
  | Static<typeof Proprietary>
  | Static<typeof Sent>
  | Static<typeof TimeSync>;
export type StationRefusal = {
  rejected: "station-json" | "station-message-type" | "station-message";
};

/** Reads any text; never throws. */
export function readStationMessage(text: string): StationMessage | StationRefusal {
  const message = parseStationJson(text);
  if (message === undefined) return { rejected: "station-json" };
  const schema = schemas[message.msgtype as keyof typeof schemas];
  if (!schema || !Object.hasOwn(schemas, message.msgtype as string))
    return { rejected: "station-message-type" };
  return schema.Check(message) ? (message as StationMessage) : { rejected: "station-message" };
}

/** A JSON object with its clock values as text; undefined for anything else. */
export function parseStationJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text, keepClock as (key: string, value: unknown) => unknown);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function keepClock(key: string, value: unknown, context: { source?: string }): unknown {
  return (key === "xtime" || key === "txtime") && typeof value === "number" ? context.source : value;
}

/** The frame as it was on the air, with its radio data; undefined for a data rate or EUI that can't be. */
export function packetOf(
  message: Extract<StationMessage, { msgtype: "jreq" | "updf" | "propdf" }>,
  region: Region,
): HeardPacket | undefined {
  const dataRate = region.dataRates[message.DR];
  const bytes = bytesOf(message);
  if (!dataRate || !bytes) return undefined;
  const { rctx, xtime, rssi, snr } = message.upinfo;
  return {
    bytes,
    frequencyHz: message.Freq,
    dataRate,
    rssiDbm: rssi,
    snrDb: snr,
    context: { kind: "station", xtime, rctx: rctx ?? 0 },
  };
}

function bytesOf(
  message: Extract<StationMessage, { msgtype: "jreq" | "updf" | "propdf" }>,
): Buffer | undefined {
  if (message.msgtype === "propdf") return Buffer.from(message.FRMPayload, "hex");
  const mic = Buffer.alloc(4);
  mic.writeInt32LE(message.MIC | 0);
  if (message.msgtype === "jreq") {
    const joinEui = parseEui(message.JoinEui);
    const devEui = parseEui(message.DevEui);
    if (!joinEui || !devEui) return undefined;
    return Buffer.concat([
      Buffer.from([message.MHdr]),
      Buffer.from(joinEui, "hex").reverse(),
      Buffer.from(devEui, "hex").reverse(),
      Buffer.from([message.DevNonce & 0xff, message.DevNonce >> 8]),
      mic,
    ]);
  }
  const header = Buffer.alloc(8);
  header[0] = message.MHdr;
  header.writeInt32LE(message.DevAddr | 0, 1);
  header[5] = message.FCtrl;
  header.writeUInt16LE(message.FCnt, 6);
  return Buffer.concat([
    header,
    Buffer.from(message.FOpts, "hex"),
    message.FPort < 0 ? Buffer.alloc(0) : Buffer.from([message.FPort]),
    Buffer.from(message.FRMPayload, "hex"),
    mic,
  ]);
}

/** `58-A0-CB-FF-FE-80-00-19`, `58a0:cbff:fe80:19` (ID6, with `::` for zeroes) or a number; undefined for anything else. */
export function parseEui(value: unknown): GatewayEui | undefined {
  if (typeof value === "number")
    return Number.isSafeInteger(value) && value >= 0 ? value.toString(16).padStart(16, "0") : undefined;
  if (typeof value !== "string") return undefined;
  if (/^([0-9a-fA-F]{2}[-:]){7}[0-9a-fA-F]{2}$/.test(value) || /^[0-9a-fA-F]{16}$/.test(value))
    return value.replace(/[-:]/g, "").toLowerCase();
  const text = value.replace(/^.*\//, "");
  if (!/^[0-9a-fA-F:]{2,19}$/.test(text)) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const groups = (half: string | undefined) => (half ? half.split(":") : []);
  const [left, right] = [groups(halves[0]), groups(halves[1])];
  const missing = 4 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  return all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
    ? all
        .map((group) => group.padStart(4, "0"))
        .join("")
        .toLowerCase()
    : undefined;
}

/** `b827:ebff:fee1:e39a`. */
export function writeId6(eui: GatewayEui): string {
  return eui.replace(/(.{4})(?=.)/g, "$1:");
}

export function writeEui(eui: string): string {
  return eui.toUpperCase().replace(/(..)(?=.)/g, "$1-");
}

/** Digits that are written as a number, whatever their size. */
export function rawNumber(digits: string): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
}

/** Data rates as a station wants them: spreading factor (0: FSK, −1: none), bandwidth in kHz, whether for downlinks only. */
export function writeDataRate(rate: DataRate | undefined, isDownlinkOnly: boolean): [number, number, number] {
  if (rate?.modulation === "LORA")
    return [rate.spreadingFactor, rate.bandwidthHz / 1000, isDownlinkOnly ? 1 : 0];
  return rate?.modulation === "FSK" ? [0, 0, isDownlinkOnly ? 1 : 0] : [-1, 0, 0];
}
