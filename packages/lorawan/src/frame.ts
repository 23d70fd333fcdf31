import { type DevAddr, type DevEui, type JoinEui, readReversedHex } from "./identifiers.ts";

/** LoRaWAN 1.0.4 §4.2.1, table 1: the upper three bits of the first octet. */
export const frameTypes = {
  joinRequest: 0,
  joinAccept: 1,
  unconfirmedUp: 2,
  unconfirmedDown: 3,
  confirmedUp: 4,
  confirmedDown: 5,
  rejoinRequest: 6,
} as const;

export type Direction = "up" | "down";
export type FrameRefusal = "too-short" | "too-long" | "version" | "type" | "fopts";

/** A join request as it came from the radio: anybody may have sent it. */
export interface UnverifiedJoinRequest {
  readonly state: "unverified";
  readonly joinEui: JoinEui;
  readonly devEui: DevEui;
  readonly devNonce: number;
  readonly bytes: Buffer;
}

/** A rejoin request (LoRaWAN 1.1 §6.2.4) as it came from the radio. Type 1 names the JoinEUI, types 0 and 2 the NetID. */
export type UnverifiedRejoinRequest = {
  readonly state: "unverified";
  readonly devEui: DevEui;
  /** RJcount0 or RJcount1. */
  readonly count: number;
  readonly bytes: Buffer;
} & ({ readonly type: 0 | 2; readonly netId: number } | { readonly type: 1; readonly joinEui: JoinEui });

/** A data frame as it came from the radio: anybody may have sent it, and its counter is the low half only. */
export interface UnverifiedDataFrame<D extends Direction = Direction> {
  readonly state: "unverified";
  readonly direction: D;
  readonly confirmed: boolean;
  readonly devAddr: DevAddr;
  readonly adr: boolean;
  /** Uplinks only. */
  readonly adrAckReq: boolean;
  readonly ack: boolean;
  /** Downlinks only. */
  readonly fPending: boolean;
  /** Uplinks only: the device follows the beacon (§13.1). */
  readonly isClassB: boolean;
  readonly fCnt16: number;
  /** As on air: encrypted in LoRaWAN 1.1. */
  readonly fOpts: Buffer;
  /** Undefined: the frame has no payload. 0: the payload is MAC commands. */
  readonly fPort: number | undefined;
  readonly encryptedPayload: Buffer;
  readonly bytes: Buffer;
}

export type ParsedFrame =
  | { kind: "join-request"; frame: UnverifiedJoinRequest }
  | { kind: "join-accept"; bytes: Buffer }
  | { kind: "rejoin-request"; frame: UnverifiedRejoinRequest }
  | { kind: "data-up"; frame: UnverifiedDataFrame<"up"> }
  | { kind: "data-down"; frame: UnverifiedDataFrame<"down"> }
  | { rejected: FrameRefusal };

/** SX1301 and its kin give at most 255 bytes a packet. */
const longestFrame = 255;

/** Reads a PHYPayload (LoRaWAN 1.0.4 §4). Never throws; keeps a view of `bytes`, which must not be changed later. */
export function parseFrame(bytes: Uint8Array): ParsedFrame {
  const frame = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (frame.length < 12) return { rejected: "too-short" };
  if (frame.length > longestFrame) return { rejected: "too-long" };
  const header = frame[0]!;
  // §4.2: bits 4..2 are reserved, bits 1..0 the major version, of which only 0 (LoRaWAN R1) exists.
  if ((header & 0x1f) !== 0) return { rejected: "version" };
  switch (header >> 5) {
    case frameTypes.joinRequest:
      return parseJoinRequest(frame);
    case frameTypes.joinAccept:
      if (frame.length === 17 || frame.length === 33) return { kind: "join-accept", bytes: frame };
      return { rejected: frame.length < 17 ? "too-short" : "too-long" };
    case frameTypes.unconfirmedUp:
      return parseData(frame, "up", false);
    case frameTypes.confirmedUp:
      return parseData(frame, "up", true);
    case frameTypes.unconfirmedDown:
      return parseData(frame, "down", false);
    case frameTypes.confirmedDown:
      return parseData(frame, "down", true);
    case frameTypes.rejoinRequest:
      return parseRejoinRequest(frame);
    default:
      return { rejected: "type" };
  }
}

/** §6.2.2: JoinEUI (8), DevEUI (8), DevNonce (2), between MHDR (1) and MIC (4). */
function parseJoinRequest(frame: Buffer): ParsedFrame {
  if (frame.length !== 23) return { rejected: frame.length < 23 ? "too-short" : "too-long" };
  return {
    kind: "join-request",
    frame: {
      state: "unverified",
      joinEui: readReversedHex(frame, 1, 8) as JoinEui,
      devEui: readReversedHex(frame, 9, 8) as DevEui,
      devNonce: frame.readUInt16LE(17),
      bytes: frame,
    },
  };
}

/** LoRaWAN 1.1 §6.2.4.1: type (1), NetID (3) or JoinEUI (8), DevEUI (8), RJcount (2). */
function parseRejoinRequest(frame: Buffer): ParsedFrame {
  const type = frame[1]!;
  if (type > 2) return { rejected: "type" };
  const length = type === 1 ? 24 : 19;
  if (frame.length !== length) return { rejected: frame.length < length ? "too-short" : "too-long" };
  const common = {
    state: "unverified" as const,
    devEui: readReversedHex(frame, length - 14, 8) as DevEui,
    count: frame.readUInt16LE(length - 6),
    bytes: frame,
  };
  return {
    kind: "rejoin-request",
    frame:
      type === 1
        ? { ...common, type, joinEui: readReversedHex(frame, 2, 8) as JoinEui }
        : { ...common, type: type as 0 | 2, netId: frame.readUIntLE(2, 3) },
  };
}

/** §4.3: DevAddr (4), FCtrl (1), FCnt (2), FOpts (0–15), then FPort (1) and payload unless there is none. */
function parseData(frame: Buffer, direction: Direction, confirmed: boolean): ParsedFrame {
  const control = frame[5]!;
  const optionsEnd = 8 + (control & 0x0f);
  const payloadEnd = frame.length - 4;
  if (optionsEnd > payloadEnd) return { rejected: "fopts" };
  const fPort = optionsEnd < payloadEnd ? frame[optionsEnd]! : undefined;
  // §4.3.1.6: MAC commands stand in FOpts or in a payload on port 0, never in both.
  if (fPort === 0 && optionsEnd > 8) return { rejected: "fopts" };
  const isUp = direction === "up";
  return {
    kind: isUp ? "data-up" : "data-down",
    frame: {
      state: "unverified",
      direction,
      confirmed,
      devAddr: readReversedHex(frame, 1, 4) as DevAddr,
      adr: (control & 0x80) !== 0,
      adrAckReq: isUp && (control & 0x40) !== 0,
      ack: (control & 0x20) !== 0,
      fPending: !isUp && (control & 0x10) !== 0,
      isClassB: isUp && (control & 0x10) !== 0,
      fCnt16: frame[6]! | (frame[7]! << 8),
      fOpts: optionsEnd === 8 ? nothing : frame.subarray(8, optionsEnd),
      fPort,
      encryptedPayload:
        fPort === undefined || optionsEnd + 1 === payloadEnd
          ? nothing
          : frame.subarray(optionsEnd + 1, payloadEnd),
      bytes: frame,
    },
  } as ParsedFrame;
}

const nothing = Buffer.alloc(0);
