import { timingSafeEqual } from "node:crypto";
import { type Direction, frameTypes, type UnverifiedDataFrame } from "./frame.ts";
import { type DevAddr, writeReversedHex } from "./identifiers.ts";
import { importKey, type Key } from "./key.ts";

/** A data frame whose MIC was checked against a session's key, with the whole counter that the MIC covers. */
export type VerifiedDataFrame<D extends Direction = Direction> = Omit<UnverifiedDataFrame<D>, "state"> & {
  readonly state: "verified";
  readonly fCnt: number;
};
export type VerifiedUplink = VerifiedDataFrame<"up">;
export type VerifiedDownlink = VerifiedDataFrame<"down">;

/** The keys of a LoRaWAN 1.0.x session. */
export interface SessionKeys {
  readonly nwkSKey: Key;
  readonly appSKey: Key;
}

export function importSessionKeys(keys: {
  nwkSKey: Uint8Array | string;
  appSKey: Uint8Array | string;
}): SessionKeys {
  return { nwkSKey: importKey(keys.nwkSKey), appSKey: importKey(keys.appSKey) };
}

/** Checks the MIC (LoRaWAN 1.0.4 §4.4) for the whole 32-bit counter. */
export function verifyDataFrame<D extends Direction>(
  frame: UnverifiedDataFrame<D>,
  nwkSKey: Key,
  fCnt: number,
): VerifiedDataFrame<D> | { rejected: "mic" } {
  const end = frame.bytes.length - 4;
  const expected = messageIntegrityCode(
    nwkSKey,
    frame.direction,
    frame.devAddr,
    fCnt,
    frame.bytes.subarray(0, end),
  );
  if ((fCnt & 0xffff) !== frame.fCnt16 || !timingSafeEqual(expected, frame.bytes.subarray(end)))
    return { rejected: "mic" };
  return { ...frame, state: "verified", fCnt };
}

export const verifyUplink = verifyDataFrame<"up">;
export const verifyDownlink = verifyDataFrame<"down">;

/** FRMPayload in clear: of port 0 under NwkSKey (MAC commands), of every other port under AppSKey (§4.3.3). */
export function decryptPayload(frame: VerifiedDataFrame, keys: SessionKeys): Buffer {
  const key = frame.fPort === 0 ? keys.nwkSKey : keys.appSKey;
  return cryptPayload(key, frame.direction, frame.devAddr, frame.fCnt, frame.encryptedPayload);
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
  /** At most 15 bytes of MAC commands. */
  fOpts?: Uint8Array;
  /** 0–255; must be given when there is a payload. */
  fPort?: number;
  payload?: Uint8Array;
}

/** Throws RangeError for content that no frame can hold: too long, MAC commands in two places, payload without port. */
export function writeDataFrame(content: DataFrameContent, keys: SessionKeys): Buffer {
  const { direction, devAddr, fCnt, fPort } = content;
  const fOpts = Buffer.from(content.fOpts ?? []);
  const payload = Buffer.from(content.payload ?? []);
  if (fOpts.length > 15) throw new RangeError("FOpts holds at most 15 bytes");
  if (fPort === undefined && payload.length > 0) throw new RangeError("a payload needs a port");
  if (fPort === 0 && fOpts.length > 0)
    throw new RangeError("MAC commands stand in FOpts or on port 0, not in both");
  const length = 8 + fOpts.length + (fPort === undefined ? 0 : 1 + payload.length) + 4;
  if (length > 255) throw new RangeError("a frame has at most 255 bytes");
  const frame = Buffer.alloc(length);
  const type =
    direction === "up"
      ? content.confirmed
        ? frameTypes.confirmedUp
        : frameTypes.unconfirmedUp
      : content.confirmed
        ? frameTypes.confirmedDown
        : frameTypes.unconfirmedDown;
  frame[0] = type << 5;
  writeReversedHex(devAddr, frame, 1);
  const requestOrPending = direction === "up" ? (content.adrAckReq ? 0x40 : 0) : content.fPending ? 0x10 : 0;
  frame[5] = (content.adr ? 0x80 : 0) | requestOrPending | (content.ack ? 0x20 : 0) | fOpts.length;
  frame.writeUInt16LE(fCnt & 0xffff, 6);
  fOpts.copy(frame, 8);
  if (fPort !== undefined) {
    frame[8 + fOpts.length] = fPort;
    const key = fPort === 0 ? keys.nwkSKey : keys.appSKey;
    cryptPayload(key, direction, devAddr, fCnt, payload).copy(frame, 9 + fOpts.length);
  }
  messageIntegrityCode(keys.nwkSKey, direction, devAddr, fCnt, frame.subarray(0, length - 4)).copy(
    frame,
    length - 4,
  );
  return frame;
}

/** §4.4: the first four bytes of the CMAC over block B0 and the message. */
function messageIntegrityCode(
  key: Key,
  direction: Direction,
  devAddr: DevAddr,
  fCnt: number,
  message: Buffer,
): Buffer {
  const input = Buffer.allocUnsafe(16 + message.length);
  writeBlock(input, 0, 0x49, direction, devAddr, fCnt, message.length);
  message.copy(input, 16);
  return key.cmac(input).subarray(0, 4);
}

/** §4.3.3.1: the payload is xored with AES of the blocks A1, A2, …; the same does both ways. */
function cryptPayload(
  key: Key,
  direction: Direction,
  devAddr: DevAddr,
  fCnt: number,
  payload: Buffer,
): Buffer {
  if (payload.length === 0) return Buffer.alloc(0);
  const count = Math.ceil(payload.length / 16);
  const blocks = Buffer.allocUnsafe(count * 16);
  for (let index = 0; index < count; index++)
    writeBlock(blocks, index * 16, 0x01, direction, devAddr, fCnt, index + 1);
  const stream = key.encryptBlocks(blocks);
  const result = Buffer.allocUnsafe(payload.length);
  for (let index = 0; index < payload.length; index++) result[index] = payload[index]! ^ stream[index]!;
  return result;
}

function writeBlock(
  into: Buffer,
  at: number,
  first: number,
  direction: Direction,
  devAddr: DevAddr,
  fCnt: number,
  last: number,
) {
  into.fill(0, at, at + 16);
  into[at] = first;
  into[at + 5] = direction === "up" ? 0 : 1;
  writeReversedHex(devAddr, into, at + 6);
  into.writeUInt32LE(fCnt, at + 10);
  into[at + 15] = last;
}
