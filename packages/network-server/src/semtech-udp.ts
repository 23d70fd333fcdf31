/**
 * Semtech UDP packet forwarder protocol, version 2.
 * Source: Lora-net/packet_forwarder, PROTOCOL.TXT (basic communication protocol between gateway and server).
 */
/** EUI of a gateway, 16 hexadecimal digits. */
export type GatewayEui = string;

const kinds = { pushData: 0, pushAck: 1, pullData: 2, pullResp: 3, pullAck: 4, txAck: 5 } as const;

/** One packet as a gateway heard it. */
export interface HeardPacket {
  bytes: Buffer;
  /** The concentrator's microsecond counter at the end of the packet, 32 bits. */
  timestampMicros: number;
  frequencyHz: number;
  /** e.g. `SF7BW125`. */
  dataRate: string;
  rssiDbm: number;
  snrDb: number;
}

export type PacketRefusal = "packet-malformed" | "packet-crc" | "packet-modulation";
export type Datagram =
  | {
      kind: "push-data";
      token: number;
      gatewayEui: GatewayEui;
      packets: HeardPacket[];
      refusals: PacketRefusal[];
      hasStatus: boolean;
    }
  | { kind: "pull-data"; token: number; gatewayEui: GatewayEui }
  | { kind: "tx-ack"; token: number; gatewayEui: GatewayEui; error: string | undefined }
  | { rejected: "datagram-short" | "datagram-version" | "datagram-kind" | "datagram-json" };

/** More packets than a concentrator's receive buffer holds are not a forwarder's. */
const mostPackets = 64;

/** Reads any datagram; never throws. */
export function readDatagram(datagram: Buffer): Datagram {
  if (datagram.length < 12) return { rejected: "datagram-short" };
  if (datagram[0] !== 2) return { rejected: "datagram-version" };
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
  const heard = Array.isArray(body.rxpk) ? body.rxpk.slice(0, mostPackets) : [];
  for (const each of heard) {
    const packet = readPacket(each);
    if (typeof packet === "string") refusals.push(packet);
    else packets.push(packet);
  }
  return { kind: "push-data", token, gatewayEui, packets, refusals, hasStatus: isObject(body.stat) };
}

function readPacket(packet: unknown): HeardPacket | PacketRefusal {
  if (!isObject(packet)) return "packet-malformed";
  // 1: CRC OK, -1: CRC failed, 0: sent without CRC, as no uplink of LoRaWAN is.
  if (packet.stat !== undefined && packet.stat !== 1) return "packet-crc";
  const { tmst, freq, datr, data, lsnr } = packet;
  // FSK gives its data rate as a number.
  if (packet.modu !== "LORA" || typeof datr !== "string") return "packet-modulation";
  const rssi = packet.rssi ?? packet.rssis;
  const numbers = [tmst, freq, rssi, lsnr].every(
    (value) => typeof value === "number" && Number.isFinite(value),
  );
  if (!numbers || typeof data !== "string" || data.length > 344 || datr.length > 16)
    return "packet-malformed";
  return {
    // Node reads base64 with and without its padding, as forwarders send either.
    bytes: Buffer.from(data, "base64"),
    timestampMicros: (tmst as number) >>> 0,
    frequencyHz: Math.round((freq as number) * 1_000_000),
    dataRate: datr,
    rssiDbm: rssi as number,
    snrDb: lsnr as number,
  };
}

function readTxAck(token: number, gatewayEui: GatewayEui, text: Buffer): Datagram {
  // An empty body, or error NONE, means that the packet was taken.
  const body = text.length === 0 ? {} : parseObject(text);
  if (!body) return { rejected: "datagram-json" };
  const error = isObject(body.txpk_ack) ? body.txpk_ack.error : undefined;
  return {
    kind: "tx-ack",
    token,
    gatewayEui,
    error: typeof error === "string" && error !== "NONE" ? error.slice(0, 40) : undefined,
  };
}

export function writePushAck(token: number): Buffer {
  return Buffer.from([2, token >> 8, token & 0xff, kinds.pushAck]);
}

export function writePullAck(token: number): Buffer {
  return Buffer.from([2, token >> 8, token & 0xff, kinds.pullAck]);
}

/** A packet to send at `timestampMicros` of the gateway's counter. */
export interface PacketToSend {
  bytes: Buffer;
  timestampMicros: number;
  frequencyHz: number;
  dataRate: string;
  powerDbm: number;
}

export function writePullResp(token: number, packet: PacketToSend): Buffer {
  const txpk = {
    imme: false,
    tmst: packet.timestampMicros >>> 0,
    freq: packet.frequencyHz / 1_000_000,
    rfch: 0,
    powe: packet.powerDbm,
    modu: "LORA",
    datr: packet.dataRate,
    codr: "4/5",
    // Downlinks are sent with inverted polarity and without CRC (LoRaWAN 1.0.4 §4).
    ipol: true,
    ncrc: true,
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
