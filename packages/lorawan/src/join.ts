import { timingSafeEqual } from "node:crypto";
import { importSessionKeys, type SessionKeys } from "./data-frame.ts";
import { frameTypes, type UnverifiedJoinRequest } from "./frame.ts";
import { type DevAddr, type DevEui, type JoinEui, readReversedHex, writeReversedHex } from "./identifiers.ts";
import { decryptBlocks, type Key } from "./key.ts";

export type VerifiedJoinRequest = Omit<UnverifiedJoinRequest, "state"> & { readonly state: "verified" };

/** LoRaWAN 1.0.4 §6.2.3. */
export interface JoinAccept {
  /** 24 bits, never the same twice for a device. */
  joinNonce: number;
  /** 24 bits. */
  netId: number;
  devAddr: DevAddr;
  /** 0–7. */
  rx1DataRateOffset: number;
  /** 0–15. */
  rx2DataRate: number;
  /** Seconds from the end of an uplink to RX1: 1–15 (on air, 0 means 1 as well). */
  rxDelaySeconds: number;
  /** 16 bytes: list type and additional channels. */
  cfList?: Uint8Array;
}

/** Checks the MIC of a join request (§6.2.2) against the device's root key. */
export function verifyJoinRequest(
  frame: UnverifiedJoinRequest,
  appKey: Key,
): VerifiedJoinRequest | { rejected: "mic" } {
  const expected = appKey.cmac(frame.bytes.subarray(0, 19)).subarray(0, 4);
  if (!timingSafeEqual(expected, frame.bytes.subarray(19))) return { rejected: "mic" };
  return { ...frame, state: "verified" };
}

export function writeJoinRequest(
  content: { joinEui: JoinEui; devEui: DevEui; devNonce: number },
  appKey: Key,
): Buffer {
  const frame = Buffer.alloc(23);
  frame[0] = frameTypes.joinRequest << 5;
  writeReversedHex(content.joinEui, frame, 1);
  writeReversedHex(content.devEui, frame, 9);
  frame.writeUInt16LE(content.devNonce, 17);
  appKey.cmac(frame.subarray(0, 19)).copy(frame, 19, 0, 4);
  return frame;
}

/**
 * The whole PHYPayload, encrypted. §6.2.3: the network uses AES *decryption* so that a device needs encryption only.
 */
export function writeJoinAccept(accept: JoinAccept, appKey: Key): Buffer {
  const cfList = Buffer.from(accept.cfList ?? []);
  if (cfList.length !== 0 && cfList.length !== 16) throw new RangeError("a CFList has 16 bytes");
  const frame = Buffer.alloc(17 + cfList.length);
  frame[0] = frameTypes.joinAccept << 5;
  frame.writeUIntLE(accept.joinNonce, 1, 3);
  frame.writeUIntLE(accept.netId, 4, 3);
  writeReversedHex(accept.devAddr, frame, 7);
  frame[11] = ((accept.rx1DataRateOffset & 0x07) << 4) | (accept.rx2DataRate & 0x0f);
  frame[12] = accept.rxDelaySeconds & 0x0f;
  cfList.copy(frame, 13);
  const end = frame.length - 4;
  appKey.cmac(frame.subarray(0, end)).copy(frame, end, 0, 4);
  decryptBlocks(appKey, frame.subarray(1)).copy(frame, 1);
  return frame;
}

/** The device's side: decrypts and checks a join accept. */
export function readJoinAccept(
  bytes: Uint8Array,
  appKey: Key,
): JoinAccept | { rejected: "too-short" | "type" | "mic" } {
  const frame = Buffer.from(bytes);
  if (frame.length !== 17 && frame.length !== 33) return { rejected: "too-short" };
  if (frame[0] !== frameTypes.joinAccept << 5) return { rejected: "type" };
  appKey.encryptBlocks(frame.subarray(1)).copy(frame, 1);
  const end = frame.length - 4;
  if (!timingSafeEqual(appKey.cmac(frame.subarray(0, end)).subarray(0, 4), frame.subarray(end)))
    return { rejected: "mic" };
  return {
    joinNonce: frame.readUIntLE(1, 3),
    netId: frame.readUIntLE(4, 3),
    devAddr: readReversedHex(frame, 7, 4) as DevAddr,
    rx1DataRateOffset: (frame[11]! >> 4) & 0x07,
    rx2DataRate: frame[11]! & 0x0f,
    rxDelaySeconds: frame[12]! & 0x0f || 1,
    ...(frame.length === 33 ? { cfList: frame.subarray(13, 29) } : {}),
  };
}

/** §6.2.3: NwkSKey and AppSKey are AES of 0x01 or 0x02, JoinNonce, NetID, DevNonce. */
export function deriveSessionKeys(
  appKey: Key,
  join: { joinNonce: number; netId: number; devNonce: number },
): SessionKeys {
  const blocks = Buffer.alloc(32);
  for (const [index, first] of [0x01, 0x02].entries()) {
    const at = index * 16;
    blocks[at] = first;
    blocks.writeUIntLE(join.joinNonce, at + 1, 3);
    blocks.writeUIntLE(join.netId, at + 4, 3);
    blocks.writeUInt16LE(join.devNonce, at + 7);
  }
  const keys = appKey.encryptBlocks(blocks);
  return importSessionKeys({ nwkSKey: keys.subarray(0, 16), appSKey: keys.subarray(16) });
}
