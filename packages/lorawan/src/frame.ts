import { type DevAddr, type DevEui, type JoinEui, readReversedHex } from "./identifiers.ts";

/** LoRaWAN 1.0.4 §4.2.1, table 1: the upper three bits of the first octet. */
export const frameTypes = {
  joinRequest: 0,
  joinAccept: 1,
  unconfirmedUp: 2,
  unconfirmedDown: 3,
  confirmedUp: 4,
  confirmedDown: 5,
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
  readonly fCnt16: number;
  readonly fOpts: Buffer;
  /** Undefined: the frame has no payload. 0: the payload is MAC commands. */
  readonly fPort: number | undefined;
  readonly encryptedPayload: Buffer;
  readonly bytes: Buffer;
}

export type ParsedFrame =
  | { kind: "join-request"; frame: UnverifiedJoinRequest }
  | { kind: "join-accept"; bytes: Buffer }
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

/** §4.3: DevAddr (4), FCtrl (1), FCnt (2), FOpts (0–15), then FPort (1) and payload unless there is none. */
function parseData(frame: Buffer, direction: Direction, confirmed: boolean): ParsedFrame {
  const control = frame[5]!;
  const optionsEnd = 8 + (control & 0x0f);
  const payloadEnd = frame.length - 4;
  if (optionsEnd > payloadEnd) return { rejected: "fopts" };
  const fPort = optionsEnd < payloadEnd ? frame[optionsEnd]! : undefined;
  // §4.3.1.6: MAC commands stand in FOpts or in a payload on port 0, never in both.
  if (fPort === 0 && optionsEnd > 8) return { rejected: "fopts" };
  const common = {
    state: "unverified" as const,
    confirmed,
    devAddr: readReversedHex(frame, 1, 4) as DevAddr,
    adr: (control & 0x80) !== 0,
    ack: (control & 0x20) !== 0,
    fCnt16: frame.readUInt16LE(6),
    fOpts: frame.subarray(8, optionsEnd),
    fPort,
    encryptedPayload: frame.subarray(Math.min(optionsEnd + 1, payloadEnd), payloadEnd),
    bytes: frame,
  };
  return direction === "up"
    ? { kind: "data-up", frame: { ...common, direction, adrAckReq: (control & 0x40) !== 0, fPending: false } }
    : {
        kind: "data-down",
        frame: { ...common, direction, adrAckReq: false, fPending: (control & 0x10) !== 0 },
      };
}
