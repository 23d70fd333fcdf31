/**
 * Semtech UDP packet forwarder protocol, versions 1 and 2.
 * Source: Lora-net/packet_forwarder and Lora-net/sx1302_hal, PROTOCOL.md (basic communication protocol between gateway and
 * server). Dialects: numbers for FSK rates, `rsig` of concentrators with several antennas, LR-FHSS rates, missing padding.
 */
import { type DataRate, dataRateName } from "@refill/lorawan";
import type { GatewayEui, HeardPacket } from "./gateway.ts";

const kinds = { pushData: 0, pushAck: 1, pullData: 2, pullResp: 3, pullAck: 4, txAck: 5 } as const;

export type PacketRefusal = "packet-malformed" | "packet-crc" | "packet-modulation";
/** What a gateway tells of itself from time to time. */
export interface GatewayFacts {
  version: string | undefined;
  location: { latitude: number; longitude: number; altitudeMetres: number } | undefined;
}
export type Datagram =
  | {
      kind: "push-data";
      token: number;
      gatewayEui: GatewayEui;
      packets: HeardPacket[];
      refusals: PacketRefusal[];
      /** Some packet came with a GPS time: the gateway can send by it, too. */
      knowsGpsTime: boolean;
      status: GatewayFacts | undefined;
    }
  | { kind: "pull-data"; token: number; gatewayEui: GatewayEui }
  | { kind: "tx-ack"; token: number; gatewayEui: GatewayEui; error: string | undefined }
  | { rejected: "datagram-short" | "datagram-version" | "datagram-kind" | "datagram-json" };

/** More packets than a concentrator's receive buffer holds are not a forwarder's. */
const mostPackets = 64;

/** Reads any datagram; never throws. */
export function readDatagram(datagram: Buffer): Datagram {
  if (datagram.length < 12) return { rejected: "datagram-short" };
  if (datagram[0] !== 2 && datagram[0] !== 1) return { rejected: "datagram-version" };
  const token = datagram.readUInt16BE(1);
  const gatewayEui = datagram.toString("hex", 4, 12);
  switch (datagram[3]) {
    case kinds.pushData:
      return readPushData(token, gatewayEui, datagram.subarray(12));
    case kinds.pullData:
      return { kind: "pull-data", token, gatewayEui };
    case kinds.txAck:
      return readTxAck(token, gatewayEui, datagram.subarray(12));
    default:
      return { rejected: "datagram-kind" };
  }
}

function readPushData(token: number, gatewayEui: GatewayEui, text: Buffer): Datagram {
  const body = parseObject(text);
  if (!body) return { rejected: "datagram-json" };
  const packets: HeardPacket[] = [];
  const refusals: PacketRefusal[] = [];
  let knowsGpsTime = false;
  const heard = Array.isArray(body.rxpk) ? body.rxpk.slice(0, mostPackets) : [];
  for (const each of heard) {
    const packet = readPacket(each);
    if (typeof packet === "string") refusals.push(packet);
    else packets.push(packet);
    if (isObject(each) && isNumber(each.tmms)) knowsGpsTime = true;
  }
  const status = isObject(body.stat) ? readStatus(body.stat) : undefined;
  return { kind: "push-data", token, gatewayEui, packets, refusals, knowsGpsTime, status };
}

function readPacket(packet: unknown): HeardPacket | PacketRefusal {
  if (!isObject(packet)) return "packet-malformed";
  // 1: CRC OK, -1: CRC failed, 0: sent without CRC, as no uplink of LoRaWAN is.
  if (packet.stat !== undefined && packet.stat !== 1) return "packet-crc";
  const dataRate = readDataRate(packet);
  if (!dataRate) return "packet-modulation";
  const { tmst, freq, data } = packet;
  const signal = readSignal(packet, dataRate.modulation === "FSK");
  if (!signal || !isNumber(tmst) || !isNumber(freq) || typeof data !== "string" || data.length > 344)
    return "packet-malformed";
  return {
    // Node reads base64 with and without its padding, as forwarders send either.
    bytes: Buffer.from(data, "base64"),
    frequencyHz: Math.round(freq * 1_000_000),
    dataRate,
    ...signal,
    context: { kind: "udp", timestampMicros: tmst >>> 0 },
  };
}

const loraRates = new Map<string, DataRate>();
for (let spreadingFactor = 5; spreadingFactor <= 12; spreadingFactor++)
  for (const bandwidth of [125, 250, 500, 812]) {
    const rate = { modulation: "LORA", spreadingFactor, bandwidthHz: bandwidth * 1000 } as const;
    loraRates.set(dataRateName(rate), rate);
  }

/** The data rate of `modu`, `datr` and `codr`; undefined for none that LoRaWAN uses. */
function readDataRate({ modu, datr, codr }: Record<string, unknown>): DataRate | undefined {
  if (modu === "LORA") return typeof datr === "string" ? loraRates.get(datr) : undefined;
  if (modu === "FSK") return datr === 50_000 ? { modulation: "FSK", bitsPerSecond: 50_000 } : undefined;
  if (modu === "LR-FHSS" && typeof datr === "string") {
    const width = /^M0CW(137|336|1523)$/.exec(datr)?.[1];
    const codingRate = codr === "1/3" ? "1/3" : "2/3";
    return width ? { modulation: "LR_FHSS", codingRate, widthHz: Number(width) * 1000 } : undefined;
  }
  return undefined;
}

/** Of several antennas the best. */
function readSignal(
  packet: Record<string, unknown>,
  isFsk: boolean,
): { rssiDbm: number; snrDb: number } | undefined {
  const candidates = Array.isArray(packet.rsig) ? packet.rsig.slice(0, 8).filter(isObject) : [packet];
  let best: { rssiDbm: number; snrDb: number } | undefined;
  for (const each of candidates) {
    const rssiDbm = each.rssic ?? each.rssi ?? each.rssis;
    const snrDb = each.lsnr ?? (isFsk ? 0 : undefined);
    if (!isNumber(rssiDbm) || !isNumber(snrDb)) continue;
    if (!best || snrDb > best.snrDb) best = { rssiDbm, snrDb };
  }
  return best;
}

function readStatus(stat: Record<string, unknown>): GatewayFacts {
  const { lati, long, alti, pfrm, desc } = stat;
  // Forwarders without a position send zeroes.
  const isPlace =
    isNumber(lati) && isNumber(long) && Math.abs(lati) <= 90 && Math.abs(long) <= 180 && (lati || long);
  const words = [pfrm, desc].filter((each) => typeof each === "string" && each.trim() !== "");
  return {
    version: words.length > 0 ? (words as string[]).join(", ").slice(0, 100) : undefined,
    location: isPlace
      ? { latitude: lati, longitude: long, altitudeMetres: isNumber(alti) ? alti : 0 }
      : undefined,
  };
}

function readTxAck(token: number, gatewayEui: GatewayEui, text: Buffer): Datagram {
  // An empty body, or error NONE, means that the packet was taken; `warn` means taken with less power.
  const body = text.length === 0 ? {} : parseObject(text);
  if (!body) return { rejected: "datagram-json" };
  const error = isObject(body.txpk_ack) ? body.txpk_ack.error : undefined;
  return {
    kind: "tx-ack",
    token,
    gatewayEui,
    error: typeof error === "string" && error !== "NONE" && error !== "" ? error.slice(0, 40) : undefined,
  };
}

export function writePushAck(token: number): Buffer {
  return Buffer.from([2, token >> 8, token & 0xff, kinds.pushAck]);
}

export function writePullAck(token: number): Buffer {
  return Buffer.from([2, token >> 8, token & 0xff, kinds.pullAck]);
}

/** When the concentrator shall send: at a value of its counter, at once, or at a GPS time (ms). */
export type SendTime =
  | { kind: "counter"; timestampMicros: number }
  | { kind: "now" }
  | { kind: "gps"; gpsSeconds: number };

export function writePullResp(
  token: number,
  packet: {
    bytes: Buffer;
    time: SendTime;
    frequencyHz: number;
    dataRate: DataRate;
    powerDbm: number;
    codingRate: string;
  },
): Buffer {
  const { time, dataRate } = packet;
  const txpk = {
    imme: time.kind === "now",
    ...(time.kind === "counter" ? { tmst: time.timestampMicros >>> 0 } : {}),
    ...(time.kind === "gps" ? { tmms: Math.round(time.gpsSeconds * 1000) } : {}),
    freq: packet.frequencyHz / 1_000_000,
    rfch: 0,
    powe: packet.powerDbm,
    ...(dataRate.modulation === "FSK"
      ? { modu: "FSK", datr: dataRate.bitsPerSecond, fdev: 25_000 }
      : // Downlinks are sent with inverted polarity and without CRC (LoRaWAN 1.0.4 §4).
        { modu: "LORA", datr: dataRateName(dataRate), codr: packet.codingRate, ipol: true }),
    ncrc: dataRate.modulation !== "FSK",
    size: packet.bytes.length,
    data: packet.bytes.toString("base64"),
  };
  return Buffer.concat([
    Buffer.from([2, token >> 8, token & 0xff, kinds.pullResp]),
    Buffer.from(JSON.stringify({ txpk })),
  ]);
}

function parseObject(text: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
