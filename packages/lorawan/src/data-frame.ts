import { type Direction, frameTypes, type UnverifiedDataFrame } from "./frame.ts";
import { type DevAddr, writeReversedHex } from "./identifiers.ts";
import type { Key } from "./key.ts";
import type { SessionKeys } from "./session-keys.ts";

/** A data frame whose MIC was checked against a session's keys, with the whole counter that the MIC covers. */
export type VerifiedDataFrame<D extends Direction = Direction> = Omit<UnverifiedDataFrame<D>, "state"> & {
  readonly state: "verified";
  readonly fCnt: number;
};
export type VerifiedUplink = VerifiedDataFrame<"up">;
export type VerifiedDownlink = VerifiedDataFrame<"down">;

/** What the MIC of LoRaWAN 1.1 covers beside the frame (§4.4). */
export interface IntegrityContext {
  /** With ACK set: low 16 bits of the counter of the confirmed frame that is acknowledged. */
  readonly confirmedCounter?: number;
  /** Uplinks: data rate index and channel index that the frame was sent with. */
  readonly dataRate?: number;
  readonly channel?: number;
}

/** Checks the MIC (LoRaWAN 1.0.4 §4.4, 1.1 §4.4) of an uplink for the whole 32-bit counter. */
export function verifyUplink(
  frame: UnverifiedDataFrame<"up">,
  keys: SessionKeys,
  fCnt: number,
  context: IntegrityContext = {},
): VerifiedUplink | { rejected: "mic" } {
  if ((fCnt & 0xffff) !== frame.fCnt16 || !isUplinkCode(frame.bytes, keys, fCnt, frame.ack, context))
    return { rejected: "mic" };
  return { ...frame, state: "verified", fCnt };
}

export function verifyDownlink(
  frame: UnverifiedDataFrame<"down">,
  keys: SessionKeys,
  fCnt: number,
  context: IntegrityContext = {},
): VerifiedDownlink | { rejected: "mic" } {
  const { bytes } = frame;
  const end = bytes.length - 4;
  const code = downlinkCode(bytes, end, keys, fCnt, frame.ack, context);
  if ((fCnt & 0xffff) !== frame.fCnt16 || !isSame(bytes, end, code, 0, 4)) return { rejected: "mic" };
  return { ...frame, state: "verified", fCnt };
}

/** FRMPayload in clear: of port 0 under NwkSEncKey (MAC commands), of every other port under AppSKey (§4.3.3). */
export function decryptPayload(frame: VerifiedDataFrame, keys: SessionKeys): Buffer {
  const key = frame.fPort === 0 ? keys.nwkSEncKey : keys.appSKey;
  return cryptPayload(key, frame.direction, frame.bytes, frame.fCnt, frame.encryptedPayload);
}

/** FOpts in clear: LoRaWAN 1.1 encrypts them (§4.3.1.6), 1.0 does not. */
export function decryptFOpts(frame: VerifiedDataFrame, keys: SessionKeys): Buffer {
  if (!keys.isVersion11 || frame.fOpts.length === 0) return frame.fOpts;
  return cryptFOpts(keys.nwkSEncKey, frame.direction, frame.bytes, frame.fCnt, frame.fPort, frame.fOpts);
}

export interface DataFrameContent {
  direction: Direction;
  confirmed: boolean;
  devAddr: DevAddr;
  /** 32 bits; the low 16 go on air. */
  fCnt: number;
  adr?: boolean;
  adrAckReq?: boolean;
  ack?: boolean;
  fPending?: boolean;
  /** Uplinks: the device follows the beacon. */
  isClassB?: boolean;
  /** At most 15 bytes of MAC commands, in clear. */
  fOpts?: Uint8Array;
  /** 0–255; must be given when there is a payload. */
  fPort?: number;
  payload?: Uint8Array;
}

/** Throws RangeError for content that no frame can hold: too long, MAC commands in two places, payload without port. */
export function writeDataFrame(
  content: DataFrameContent,
  keys: SessionKeys,
  context: IntegrityContext = {},
): Buffer {
  const { direction, fCnt, fPort } = content;
  const fOpts = Buffer.from(content.fOpts ?? []);
  const payload = Buffer.from(content.payload ?? []);
  if (fOpts.length > 15) throw new RangeError("FOpts holds at most 15 bytes");
  if (fPort === undefined && payload.length > 0) throw new RangeError("a payload needs a port");
  if (fPort === 0 && fOpts.length > 0)
    throw new RangeError("MAC commands stand in FOpts or on port 0, not in both");
  const end = 8 + fOpts.length + (fPort === undefined ? 0 : 1 + payload.length);
  if (end + 4 > 255) throw new RangeError("a frame has at most 255 bytes");
  const frame = Buffer.alloc(end + 4);
  const isUp = direction === "up";
  frame[0] =
    (content.confirmed
      ? isUp
        ? frameTypes.confirmedUp
        : frameTypes.confirmedDown
      : isUp
        ? frameTypes.unconfirmedUp
        : frameTypes.unconfirmedDown) << 5;
  writeReversedHex(content.devAddr, frame, 1);
  frame[5] =
    (content.adr ? 0x80 : 0) |
    (isUp && content.adrAckReq ? 0x40 : 0) |
    (content.ack ? 0x20 : 0) |
    ((isUp ? content.isClassB : content.fPending) ? 0x10 : 0) |
    fOpts.length;
  frame.writeUInt16LE(fCnt & 0xffff, 6);
  (keys.isVersion11 && fOpts.length > 0
    ? cryptFOpts(keys.nwkSEncKey, direction, frame, fCnt, fPort, fOpts)
    : fOpts
  ).copy(frame, 8);
  if (fPort !== undefined) {
    frame[8 + fOpts.length] = fPort;
    const key = fPort === 0 ? keys.nwkSEncKey : keys.appSKey;
    cryptPayload(key, direction, frame, fCnt, payload).copy(frame, 9 + fOpts.length);
  }
  const ack = content.ack ?? false;
  if (isUp) writeUplinkCode(frame, end, keys, fCnt, ack, context);
  else downlinkCode(frame, end, keys, fCnt, ack, context).copy(frame, end, 0, 4);
  return frame;
}

/** Block and message, as CMAC wants them; no frame is longer than 255 bytes. */
const scratch = Buffer.alloc(16 + 256 + 16);

/** §4.4: the first four bytes of the CMAC over block B0 (or B1) and the message without its MIC. */
function integrityCode(
  key: Key,
  frame: Buffer,
  end: number,
  isUp: boolean,
  fCnt: number,
  confirmedCounter: number,
  rateAndChannel: number,
): Buffer {
  scratch[0] = 0x49;
  scratch[1] = confirmedCounter & 0xff;
  scratch[2] = (confirmedCounter >> 8) & 0xff;
  scratch[3] = rateAndChannel & 0xff;
  scratch[4] = rateAndChannel >> 8;
  writeBlockEnd(scratch, 0, isUp, frame, fCnt, end);
  for (let index = 0; index < end; index++) scratch[16 + index] = frame[index]!;
  return key.cmacInPlace(scratch, 16 + end);
}

function isUplinkCode(
  frame: Buffer,
  keys: SessionKeys,
  fCnt: number,
  ack: boolean,
  context: IntegrityContext,
): boolean {
  const end = frame.length - 4;
  const forwarding = integrityCode(keys.fNwkSIntKey, frame, end, true, fCnt, 0, 0);
  if (!keys.isVersion11) return isSame(frame, end, forwarding, 0, 4);
  // LoRaWAN 1.1 §4.4.2: two bytes of the serving network's code, then two of the forwarding network's.
  return (
    isSame(frame, end + 2, forwarding, 0, 2) &&
    isSame(frame, end, servingCode(frame, end, keys, fCnt, ack, context), 0, 2)
  );
}

function writeUplinkCode(
  frame: Buffer,
  end: number,
  keys: SessionKeys,
  fCnt: number,
  ack: boolean,
  context: IntegrityContext,
): void {
  const forwarding = integrityCode(keys.fNwkSIntKey, frame, end, true, fCnt, 0, 0);
  if (!keys.isVersion11) {
    forwarding.copy(frame, end, 0, 4);
    return;
  }
  forwarding.copy(frame, end + 2, 0, 2);
  servingCode(frame, end, keys, fCnt, ack, context).copy(frame, end, 0, 2);
}

/** Block B1: ConfFCnt, TxDr, TxCh. */
function servingCode(
  frame: Buffer,
  end: number,
  keys: SessionKeys,
  fCnt: number,
  ack: boolean,
  { confirmedCounter = 0, dataRate = 0, channel = 0 }: IntegrityContext,
): Buffer {
  return integrityCode(
    keys.sNwkSIntKey,
    frame,
    end,
    true,
    fCnt,
    ack ? confirmedCounter : 0,
    dataRate | (channel << 8),
  );
}

function downlinkCode(
  frame: Buffer,
  end: number,
  keys: SessionKeys,
  fCnt: number,
  ack: boolean,
  { confirmedCounter = 0 }: IntegrityContext,
): Buffer {
  const confirmed = keys.isVersion11 && ack ? confirmedCounter : 0;
  return integrityCode(keys.sNwkSIntKey, frame, end, false, fCnt, confirmed, 0);
}

/** Compares without an early end, so that the time tells nothing of how much fits. */
function isSame(a: Buffer, at: number, b: Buffer, from: number, length: number): boolean {
  let difference = 0;
  for (let index = 0; index < length; index++) difference |= a[at + index]! ^ b[from + index]!;
  return difference === 0;
}

/** §4.3.3.1: the payload is xored with AES of the blocks A1, A2, …; the same does both ways. */
function cryptPayload(key: Key, direction: Direction, frame: Buffer, fCnt: number, payload: Buffer): Buffer {
  if (payload.length === 0) return payload;
  const count = (payload.length + 15) >> 4;
  for (let index = 0; index < count; index++) {
    const at = index * 16;
    scratch[at] = 0x01;
    scratch[at + 1] = scratch[at + 2] = scratch[at + 3] = scratch[at + 4] = 0;
    writeBlockEnd(scratch, at, direction === "up", frame, fCnt, index + 1);
  }
  // What was encrypted is a buffer of its own, so it can hold the result.
  const stream = key.encryptBlocks(scratch.subarray(0, count * 16));
  for (let index = 0; index < payload.length; index++) stream[index]! ^= payload[index]!;
  return stream.subarray(0, payload.length);
}

/**
 * LoRaWAN 1.1 §4.3.1.6 with its errata ("FOpts encryption, usage of FCntDwn"): one block, whose fifth byte tells which
 * counter is in use: 2 for AFCntDown (a downlink with an application port), else 1.
 */
function cryptFOpts(
  key: Key,
  direction: Direction,
  frame: Buffer,
  fCnt: number,
  fPort: number | undefined,
  fOpts: Buffer,
): Buffer {
  const isApplicationCounter = direction === "down" && fPort !== undefined && fPort > 0;
  scratch[0] = 0x01;
  scratch[1] = scratch[2] = scratch[3] = 0;
  scratch[4] = isApplicationCounter ? 2 : 1;
  writeBlockEnd(scratch, 0, direction === "up", frame, fCnt, 1);
  const stream = key.encryptBlocks(scratch.subarray(0, 16));
  for (let index = 0; index < fOpts.length; index++) stream[index]! ^= fOpts[index]!;
  return stream.subarray(0, fOpts.length);
}

/** Direction, DevAddr (as on air), counter, 0, last: the same in the blocks A, B0 and B1. */
function writeBlockEnd(
  into: Buffer,
  at: number,
  isUp: boolean,
  frame: Buffer,
  fCnt: number,
  last: number,
): void {
  into[at + 5] = isUp ? 0 : 1;
  into[at + 6] = frame[1]!;
  into[at + 7] = frame[2]!;
  into[at + 8] = frame[3]!;
  into[at + 9] = frame[4]!;
  into[at + 10] = fCnt & 0xff;
  into[at + 11] = (fCnt >>> 8) & 0xff;
  into[at + 12] = (fCnt >>> 16) & 0xff;
  into[at + 13] = fCnt >>> 24;
  into[at + 14] = 0;
  into[at + 15] = last;
}
