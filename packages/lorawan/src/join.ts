import { timingSafeEqual } from "node:crypto";
import { frameTypes, type UnverifiedJoinRequest, type UnverifiedRejoinRequest } from "./frame.ts";
import { type DevAddr, type DevEui, type JoinEui, readReversedHex, writeReversedHex } from "./identifiers.ts";
import { decryptBlocks, importKey, type Key } from "./key.ts";
import { importSessionKeys, type SessionKeys } from "./session-keys.ts";

export type VerifiedJoinRequest = Omit<UnverifiedJoinRequest, "state"> & { readonly state: "verified" };

/** Root keys of a device: in LoRaWAN 1.0.x one AppKey that is both. */
export interface RootKeys {
  /** Network root key (1.1), or the AppKey of a 1.0.x device. */
  readonly nwkKey: Key;
  readonly appKey: Key;
}

/** What a join accept answers (LoRaWAN 1.1 §6.2.3, table 18: JoinReqType): a join request, or a rejoin request by its type. */
export type JoinCause = { kind: "join" } | { kind: "rejoin"; type: 0 | 1 | 2 };

/** LoRaWAN 1.0.4 §6.2.3, 1.1 §6.2.3. */
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
  /** OptNeg: the session is one of LoRaWAN 1.1. */
  isVersion11?: boolean;
  /** 16 bytes: additional channels or masks, and the list's type. */
  cfList?: Uint8Array;
}

/** What ties an accept of LoRaWAN 1.1 to its request. */
export interface JoinContext {
  readonly joinEui: JoinEui;
  readonly devEui: DevEui;
  /** DevNonce, or RJcount of a rejoin request. */
  readonly devNonce: number;
  readonly cause: JoinCause;
}

/** Checks the MIC of a join request (§6.2.2) against the device's network root key. */
export function verifyJoinRequest(
  frame: UnverifiedJoinRequest,
  nwkKey: Key,
): VerifiedJoinRequest | { rejected: "mic" } {
  if (!hasCode(frame.bytes, nwkKey)) return { rejected: "mic" };
  return { ...frame, state: "verified" };
}

/** LoRaWAN 1.1 §6.2.4.1: types 0 and 2 by the session's SNwkSIntKey, type 1 by the device's JSIntKey. */
export function isRejoinRequestOf(
  frame: UnverifiedRejoinRequest,
  keys: { sNwkSIntKey: Key | undefined; nwkKey: Key },
): boolean {
  if (frame.type === 1) return hasCode(frame.bytes, joinServerKeys(keys.nwkKey, frame.devEui).integrity);
  return keys.sNwkSIntKey !== undefined && hasCode(frame.bytes, keys.sNwkSIntKey);
}

function hasCode(bytes: Buffer, key: Key): boolean {
  const end = bytes.length - 4;
  return timingSafeEqual(key.cmac(bytes.subarray(0, end)).subarray(0, 4), bytes.subarray(end));
}

export function writeJoinRequest(
  content: { joinEui: JoinEui; devEui: DevEui; devNonce: number },
  nwkKey: Key,
): Buffer {
  const frame = Buffer.alloc(23);
  frame[0] = frameTypes.joinRequest << 5;
  writeReversedHex(content.joinEui, frame, 1);
  writeReversedHex(content.devEui, frame, 9);
  frame.writeUInt16LE(content.devNonce, 17);
  nwkKey.cmac(frame.subarray(0, 19)).copy(frame, 19, 0, 4);
  return frame;
}

/** The device's side. `key`: SNwkSIntKey for types 0 and 2, NwkKey for type 1. */
export function writeRejoinRequest(
  content: { devEui: DevEui; count: number } & (
    | { type: 0 | 2; netId: number }
    | { type: 1; joinEui: JoinEui }
  ),
  key: Key,
): Buffer {
  const frame = Buffer.alloc(content.type === 1 ? 24 : 19);
  frame[0] = frameTypes.rejoinRequest << 5;
  frame[1] = content.type;
  if (content.type === 1) writeReversedHex(content.joinEui, frame, 2);
  else frame.writeUIntLE(content.netId, 2, 3);
  writeReversedHex(content.devEui, frame, frame.length - 14);
  frame.writeUInt16LE(content.count, frame.length - 6);
  const end = frame.length - 4;
  const own = content.type === 1 ? joinServerKeys(key, content.devEui).integrity : key;
  own.cmac(frame.subarray(0, end)).copy(frame, end, 0, 4);
  return frame;
}

/** LoRaWAN 1.1 §6.1.1.4: the join server's keys for what it answers to this device. */
export function joinServerKeys(nwkKey: Key, devEui: DevEui): { integrity: Key; encryption: Key } {
  const block = (first: number) => {
    const bytes = Buffer.alloc(16);
    bytes[0] = first;
    writeReversedHex(devEui, bytes, 1);
    return nwkKey.encryptBlocks(bytes);
  };
  return { integrity: importKey(block(0x06)), encryption: importKey(block(0x05)) };
}

/**
 * The whole PHYPayload, encrypted. §6.2.3: the network uses AES *decryption* so that a device needs encryption only.
 * With OptNeg the MIC is JSIntKey's and covers the request; a rejoin is answered under JSEncKey.
 */
export function writeJoinAccept(accept: JoinAccept, keys: RootKeys, context: JoinContext): Buffer {
  const cfList = Buffer.from(accept.cfList ?? []);
  if (cfList.length !== 0 && cfList.length !== 16) throw new RangeError("a CFList has 16 bytes");
  const frame = Buffer.alloc(17 + cfList.length);
  frame[0] = frameTypes.joinAccept << 5;
  frame.writeUIntLE(accept.joinNonce, 1, 3);
  frame.writeUIntLE(accept.netId, 4, 3);
  writeReversedHex(accept.devAddr, frame, 7);
  frame[11] =
    (accept.isVersion11 ? 0x80 : 0) | ((accept.rx1DataRateOffset & 0x07) << 4) | (accept.rx2DataRate & 0x0f);
  frame[12] = accept.rxDelaySeconds & 0x0f;
  cfList.copy(frame, 13);
  const end = frame.length - 4;
  acceptCode(frame.subarray(0, end), keys.nwkKey, accept.isVersion11 ?? false, context).copy(
    frame,
    end,
    0,
    4,
  );
  decryptBlocks(acceptKey(keys.nwkKey, context), frame.subarray(1)).copy(frame, 1);
  return frame;
}

/** The device's side: decrypts and checks a join accept. */
export function readJoinAccept(
  bytes: Uint8Array,
  nwkKey: Key,
  context: JoinContext,
): (JoinAccept & { isVersion11: boolean }) | { rejected: "too-short" | "type" | "mic" } {
  const frame = Buffer.from(bytes);
  if (frame.length !== 17 && frame.length !== 33) return { rejected: "too-short" };
  if (frame[0] !== frameTypes.joinAccept << 5) return { rejected: "type" };
  acceptKey(nwkKey, context).encryptBlocks(frame.subarray(1)).copy(frame, 1);
  const end = frame.length - 4;
  const isVersion11 = (frame[11]! & 0x80) !== 0;
  const code = acceptCode(frame.subarray(0, end), nwkKey, isVersion11, context);
  if (!timingSafeEqual(code.subarray(0, 4), frame.subarray(end))) return { rejected: "mic" };
  return {
    joinNonce: frame.readUIntLE(1, 3),
    netId: frame.readUIntLE(4, 3),
    devAddr: readReversedHex(frame, 7, 4) as DevAddr,
    rx1DataRateOffset: (frame[11]! >> 4) & 0x07,
    rx2DataRate: frame[11]! & 0x0f,
    rxDelaySeconds: frame[12]! & 0x0f || 1,
    isVersion11,
    ...(frame.length === 33 ? { cfList: frame.subarray(13, 29) } : {}),
  };
}

function acceptKey(nwkKey: Key, { cause, devEui }: JoinContext): Key {
  return cause.kind === "join" ? nwkKey : joinServerKeys(nwkKey, devEui).encryption;
}

function acceptCode(message: Buffer, nwkKey: Key, isVersion11: boolean, context: JoinContext): Buffer {
  if (!isVersion11) return nwkKey.cmac(message);
  const request = Buffer.alloc(11);
  request[0] = context.cause.kind === "join" ? 0xff : context.cause.type;
  writeReversedHex(context.joinEui, request, 1);
  request.writeUInt16LE(context.devNonce, 9);
  return joinServerKeys(nwkKey, context.devEui).integrity.cmac(Buffer.concat([request, message]));
}

/**
 * Session keys of a join. 1.0.x (§6.2.3): AES under AppKey of 0x01 or 0x02, JoinNonce, NetID, DevNonce.
 * 1.1 (§6.2.3): of 0x01 to 0x04, JoinNonce, JoinEUI, DevNonce; AppSKey under AppKey, the others under NwkKey.
 */
export function deriveSessionKeys(
  keys: RootKeys,
  join: { joinNonce: number; netId: number; devNonce: number; joinEui: JoinEui; isVersion11: boolean },
): SessionKeys {
  const derive = (key: Key, first: number) => {
    const block = Buffer.alloc(16);
    block[0] = first;
    block.writeUIntLE(join.joinNonce, 1, 3);
    if (join.isVersion11) writeReversedHex(join.joinEui, block, 4);
    else block.writeUIntLE(join.netId, 4, 3);
    block.writeUInt16LE(join.devNonce, join.isVersion11 ? 12 : 7);
    return key.encryptBlocks(block);
  };
  if (!join.isVersion11)
    return importSessionKeys({ nwkSKey: derive(keys.nwkKey, 1), appSKey: derive(keys.nwkKey, 2) });
  return importSessionKeys({
    fNwkSIntKey: derive(keys.nwkKey, 1),
    sNwkSIntKey: derive(keys.nwkKey, 3),
    nwkSEncKey: derive(keys.nwkKey, 4),
    appSKey: derive(keys.appKey, 2),
  });
}
