import fc from "fast-check";
import loraPacket from "lora-packet";
import { expect, test } from "vitest";
import { resolveCounter } from "./counter.ts";
import {
  type DataFrameContent,
  decryptFOpts,
  decryptPayload,
  type IntegrityContext,
  verifyDownlink,
  verifyUplink,
  writeDataFrame,
} from "./data-frame.ts";
import { parseFrame, type UnverifiedDataFrame } from "./frame.ts";
import type { DevAddr, DevEui, JoinEui } from "./identifiers.ts";
import {
  deriveSessionKeys,
  isRejoinRequestOf,
  type JoinCause,
  type JoinContext,
  readJoinAccept,
  verifyJoinRequest,
  writeJoinAccept,
  writeJoinRequest,
  writeRejoinRequest,
} from "./join.ts";
import { importKey } from "./key.ts";
import { importSessionKeys, type SessionKeys } from "./session-keys.ts";

const hexBytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString("hex"));
const keyHex = hexBytes(16);
const joinEui = "70b3d57ed0000001" as JoinEui;
const devEui = "24e124fffe000001" as DevEui;

const content: fc.Arbitrary<DataFrameContent> = fc
  .record({
    direction: fc.constantFrom("up" as const, "down" as const),
    confirmed: fc.boolean(),
    devAddr: hexBytes(4).map((text) => text as DevAddr),
    fCnt: fc.integer({ min: 0, max: 0xffffffff }),
    adr: fc.boolean(),
    adrAckReq: fc.boolean(),
    ack: fc.boolean(),
    fPending: fc.boolean(),
    fOpts: fc.uint8Array({ maxLength: 15 }),
    fPort: fc.option(fc.integer({ min: 0, max: 255 }), { nil: undefined }),
    payload: fc.uint8Array({ maxLength: 220 }),
  })
  .map(({ fPort, payload, fOpts, ...rest }) => ({
    ...rest,
    fOpts: fPort === 0 ? new Uint8Array() : fOpts,
    ...(fPort === undefined ? {} : { fPort, payload }),
  }));

function read(bytes: Buffer): UnverifiedDataFrame {
  const parsed = parseFrame(bytes);
  if ("rejected" in parsed || (parsed.kind !== "data-up" && parsed.kind !== "data-down"))
    throw new Error(JSON.stringify(parsed));
  return parsed.frame;
}

function verify(frame: UnverifiedDataFrame, keys: SessionKeys, fCnt: number, context: IntegrityContext = {}) {
  return frame.direction === "up"
    ? verifyUplink(frame as UnverifiedDataFrame<"up">, keys, fCnt, context)
    : verifyDownlink(frame as UnverifiedDataFrame<"down">, keys, fCnt, context);
}

test("any data frame survives writing, reading, verifying and decrypting", () => {
  fc.assert(
    fc.property(content, keyHex, keyHex, (written, nwkSKey, appSKey) => {
      const keys = importSessionKeys({ nwkSKey, appSKey });
      const verified = verify(read(writeDataFrame(written, keys)), keys, written.fCnt);
      if ("rejected" in verified) throw new Error(verified.rejected);
      expect(verified).toMatchObject({
        direction: written.direction,
        confirmed: written.confirmed,
        devAddr: written.devAddr,
        fCnt: written.fCnt,
        adr: written.adr,
        ack: written.ack,
        adrAckReq: written.direction === "up" && written.adrAckReq,
        fPending: written.direction === "down" && written.fPending,
        fPort: written.fPort,
      });
      expect(Buffer.from(verified.fOpts)).toEqual(Buffer.from(written.fOpts!));
      expect(decryptPayload(verified, keys)).toEqual(Buffer.from(written.payload ?? []));
    }),
  );
});

test("a frame of LoRaWAN 1.1 passes with its counter, rate, channel and acknowledged counter, and with no other", () => {
  fc.assert(
    fc.property(
      content,
      fc.array(keyHex, { minLength: 4, maxLength: 4 }),
      fc.record({
        confirmedCounter: fc.integer({ min: 0, max: 0xffff }),
        dataRate: fc.integer({ min: 0, max: 15 }),
        channel: fc.integer({ min: 0, max: 71 }),
      }),
      (written, [a, b, c, d], context) => {
        const keys = importSessionKeys({ fNwkSIntKey: a!, sNwkSIntKey: b!, nwkSEncKey: c!, appSKey: d! });
        const bytes = writeDataFrame(written, keys, context);
        const verified = verify(read(bytes), keys, written.fCnt, context);
        if ("rejected" in verified) throw new Error(verified.rejected);
        expect(decryptPayload(verified, keys)).toEqual(Buffer.from(written.payload ?? []));
        expect(Buffer.from(decryptFOpts(verified, keys))).toEqual(Buffer.from(written.fOpts!));
        const other = { ...context, confirmedCounter: context.confirmedCounter ^ 1 };
        // Chance lets one of 65,536 (uplink) pass; the seeds here never met it twice in a row.
        const isFound = "state" in verify(read(bytes), keys, written.fCnt, other);
        if (written.ack && isFound)
          expect(
            "state" in
              verify(read(bytes), keys, written.fCnt, {
                ...other,
                confirmedCounter: 77 ^ other.confirmedCounter,
              }),
          ).toBe(false);
        if (!written.ack) expect(isFound).toBe(true);
      },
    ),
  );
});

test("frames and sessions of LoRaWAN 1.1 are lora-packet's, byte for byte", () => {
  fc.assert(
    fc.property(content, fc.array(keyHex, { minLength: 4, maxLength: 4 }), (written, [a, b, c, d]) => {
      const key = (text: string | undefined) => Buffer.from(text!, "hex");
      const keys = importSessionKeys({ fNwkSIntKey: a!, sNwkSIntKey: b!, nwkSEncKey: c!, appSKey: d! });
      const bytes = writeDataFrame({ ...written, ack: false }, keys, { dataRate: 3, channel: 5 });
      const high = Buffer.alloc(2);
      high.writeUInt16LE(written.fCnt >>> 16);
      const confirmedAndRate = Buffer.from([0, 0, 3, 5]);
      const oracle = loraPacket.fromWire(bytes);
      // Its names for them are those of 1.0: FNwkSIntKey first, then SNwkSIntKey.
      const code =
        written.direction === "up"
          ? loraPacket.verifyMIC(oracle, key(a), key(b), high, confirmedAndRate)
          : loraPacket.verifyMIC(oracle, key(a), key(b), high, Buffer.alloc(2));
      expect(code).toBe(true);
    }),
  );
});

test("any flipped bit of a data frame is rejected", () => {
  fc.assert(
    fc.property(content, keyHex, fc.nat(), (written, key, where) => {
      const keys = importSessionKeys({ nwkSKey: key, appSKey: key });
      const bytes = writeDataFrame(written, keys);
      const bit = where % (bytes.length * 8);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const parsed = parseFrame(bytes);
      if ("rejected" in parsed || (parsed.kind !== "data-up" && parsed.kind !== "data-down")) return;
      expect(verify(parsed.frame, keys, written.fCnt)).toEqual({ rejected: "mic" });
    }),
  );
});

test("any bytes are read or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const parsed = parseFrame(bytes);
      expect("rejected" in parsed || "kind" in parsed).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("our data frames are lora-packet's, byte for byte", () => {
  fc.assert(
    fc.property(content, keyHex, keyHex, (written, nwkSKey, appSKey) => {
      const keys = importSessionKeys({ nwkSKey, appSKey });
      const bytes = writeDataFrame(written, keys);
      const oracle = loraPacket.fromWire(bytes);
      const high = Buffer.alloc(2);
      high.writeUInt16LE(written.fCnt >>> 16);
      expect(loraPacket.verifyMIC(oracle, Buffer.from(nwkSKey, "hex"), undefined, high)).toBe(true);
      expect(oracle.DevAddr?.toString("hex")).toBe(written.devAddr);
      expect(oracle.getFCnt()).toBe(written.fCnt & 0xffff);
      if (written.payload?.length) {
        const clear = loraPacket.decrypt(
          oracle,
          Buffer.from(appSKey, "hex"),
          Buffer.from(nwkSKey, "hex"),
          high,
        );
        expect(clear).toEqual(Buffer.from(written.payload));
      }
    }),
  );
});

test("lora-packet's published example frame verifies and decrypts to its text", () => {
  // https://github.com/anthonykirby/lora-packet, README: "Decoding a packet".
  const keys = importSessionKeys({
    nwkSKey: "44024241ed4ce9a68c6a8bc055233fd3",
    appSKey: "ec925802ae430ca77fd3dd73cb2cc588",
  });
  const frame = read(Buffer.from("40f17dbe4900020001954378762b11ff0d", "hex"));
  expect(frame).toMatchObject({ devAddr: "49be7df1", fCnt16: 2, fPort: 1, confirmed: false });
  const verified = verify(frame, keys, 2);
  if ("rejected" in verified) throw new Error("mic");
  expect(decryptPayload(verified, keys).toString()).toBe("test");
});

test("any join request survives writing and reading, agrees with lora-packet, and no flipped bit passes", () => {
  fc.assert(
    fc.property(
      hexBytes(8),
      hexBytes(8),
      fc.integer({ min: 0, max: 0xffff }),
      keyHex,
      fc.nat(23 * 8 - 1),
      (joinEui, devEui, devNonce, key, bit) => {
        const appKey = importKey(key);
        const bytes = writeJoinRequest(
          { joinEui: joinEui as JoinEui, devEui: devEui as DevEui, devNonce },
          appKey,
        );
        const parsed = parseFrame(bytes);
        if (!("kind" in parsed) || parsed.kind !== "join-request") throw new Error("not read");
        expect(verifyJoinRequest(parsed.frame, appKey)).toMatchObject({
          state: "verified",
          joinEui,
          devEui,
          devNonce,
        });
        expect(loraPacket.verifyMIC(loraPacket.fromWire(bytes), undefined, appKey.bytes)).toBe(true);
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        const again = parseFrame(changed);
        if ("kind" in again && again.kind === "join-request")
          expect(verifyJoinRequest(again.frame, appKey)).toEqual({ rejected: "mic" });
      },
    ),
  );
});

test("device and network derive the same session from any join accept", () => {
  fc.assert(
    fc.property(
      fc.record({
        joinNonce: fc.integer({ min: 0, max: 0xffffff }),
        netId: fc.integer({ min: 0, max: 0xffffff }),
        devAddr: hexBytes(4).map((text) => text as DevAddr),
        rx1DataRateOffset: fc.integer({ min: 0, max: 7 }),
        rx2DataRate: fc.integer({ min: 0, max: 15 }),
        rxDelaySeconds: fc.integer({ min: 1, max: 15 }),
      }),
      fc.option(fc.uint8Array({ minLength: 16, maxLength: 16 }), { nil: undefined }),
      keyHex,
      fc.integer({ min: 0, max: 0xffff }),
      (fields, cfList, key, devNonce) => {
        const appKey = importKey(key);
        const rootKeys = { nwkKey: appKey, appKey };
        const context: JoinContext = { joinEui, devEui, devNonce, cause: { kind: "join" } };
        const bytes = writeJoinAccept({ ...fields, ...(cfList ? { cfList } : {}) }, rootKeys, context);
        const heard = readJoinAccept(bytes, appKey, context);
        if ("rejected" in heard) throw new Error(heard.rejected);
        expect(heard).toMatchObject(fields);
        expect(heard.cfList && Buffer.from(heard.cfList)).toEqual(cfList && Buffer.from(cfList));
        const ours = deriveSessionKeys(rootKeys, { ...fields, devNonce, joinEui, isVersion11: false });
        const little = (value: number, length: number) => {
          const buffer = Buffer.alloc(length);
          buffer.writeUIntBE(value, 0, length);
          return buffer;
        };
        const oracle = loraPacket.generateSessionKeys10(
          appKey.bytes,
          little(fields.netId, 3),
          little(fields.joinNonce, 3),
          little(devNonce, 2),
        );
        expect(ours.fNwkSIntKey.bytes).toEqual(oracle.NwkSKey);
        expect(ours.appSKey.bytes).toEqual(oracle.AppSKey);
        bytes[5]! ^= 1;
        expect(readJoinAccept(bytes, appKey, context)).toEqual({ rejected: "mic" });
      },
    ),
  );
});

test("a sensor's counter goes on over 65,535, and the same counter again is a repeat", () => {
  expect(resolveCounter(undefined, 0)).toEqual({ kind: "new", fCnt: 0 });
  expect(resolveCounter(0xffff, 0)).toEqual({ kind: "new", fCnt: 0x10000 });
  expect(resolveCounter(0x1_0005, 5)).toEqual({ kind: "repeat", fCnt: 0x1_0005 });
  expect(resolveCounter(100, 99, 16_384)).toEqual({ rejected: "counter-old" });
  expect(resolveCounter(0xffff_fffe, 5)).toEqual({ rejected: "counter-old" });
});

test("any counter within the gap is found again from its low 16 bits", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff_0000 }),
      fc.integer({ min: 1, max: 0xffff }),
      (last, step) => {
        expect(resolveCounter(last, (last + step) & 0xffff)).toEqual({ kind: "new", fCnt: last + step });
      },
    ),
  );
});

test("device and network of LoRaWAN 1.1 agree on an accept of any cause, and on keys that lora-packet derives too", () => {
  const cause = fc.constantFrom<JoinCause>(
    { kind: "join" },
    { kind: "rejoin", type: 0 },
    { kind: "rejoin", type: 1 },
    { kind: "rejoin", type: 2 },
  );
  fc.assert(
    fc.property(keyHex, keyHex, fc.integer({ min: 0, max: 0xffff }), cause, (nwk, app, devNonce, why) => {
      const keys = { nwkKey: importKey(nwk), appKey: importKey(app) };
      const context: JoinContext = { joinEui, devEui, devNonce, cause: why };
      const accept = {
        joinNonce: 0x123456,
        netId: 0,
        devAddr: "01020304" as DevAddr,
        rx1DataRateOffset: 1,
        rx2DataRate: 3,
        rxDelaySeconds: 5,
        isVersion11: true,
      };
      const bytes = writeJoinAccept(accept, keys, context);
      expect(readJoinAccept(bytes, keys.nwkKey, context)).toEqual(accept);
      // An answer to another request, or to one of another kind, is none to this one.
      expect(readJoinAccept(bytes, keys.nwkKey, { ...context, devNonce: devNonce ^ 1 })).toEqual({
        rejected: "mic",
      });
      const otherCause: JoinCause = why.kind === "join" ? { kind: "rejoin", type: 0 } : { kind: "join" };
      expect(readJoinAccept(bytes, keys.nwkKey, { ...context, cause: otherCause })).toEqual({
        rejected: "mic",
      });
      const session = deriveSessionKeys(keys, { ...accept, devNonce, joinEui });
      const bigEndian = (value: number, length: number) => {
        const buffer = Buffer.alloc(length);
        buffer.writeUIntBE(value, 0, length);
        return buffer;
      };
      const oracle = loraPacket.generateSessionKeys11(
        keys.appKey.bytes,
        keys.nwkKey.bytes,
        Buffer.from(joinEui, "hex"),
        bigEndian(accept.joinNonce, 3),
        bigEndian(devNonce, 2),
      );
      expect(session.appSKey.bytes).toEqual(oracle.AppSKey);
      expect(session.fNwkSIntKey.bytes).toEqual(oracle.FNwkSIntKey);
      expect(session.sNwkSIntKey.bytes).toEqual(oracle.SNwkSIntKey);
      expect(session.nwkSEncKey.bytes).toEqual(oracle.NwkSEncKey);
    }),
  );
});

test.each([0, 1, 2] as const)("a rejoin request of type %i is read, and no flipped bit passes", (type) => {
  const nwkKey = importKey("00112233445566778899aabbccddeeff");
  const sNwkSIntKey = importKey("ffeeddccbbaa99887766554433221100");
  const bytes = writeRejoinRequest(
    type === 1 ? { type, joinEui, devEui, count: 515 } : { type, netId: 0x13, devEui, count: 515 },
    type === 1 ? nwkKey : sNwkSIntKey,
  );
  const parsed = parseFrame(bytes);
  if ("rejected" in parsed || parsed.kind !== "rejoin-request") throw new Error("not read");
  expect(parsed.frame).toMatchObject({
    type,
    devEui,
    count: 515,
    ...(type === 1 ? { joinEui } : { netId: 0x13 }),
  });
  expect(isRejoinRequestOf(parsed.frame, { sNwkSIntKey, nwkKey })).toBe(true);
  expect(isRejoinRequestOf(parsed.frame, { sNwkSIntKey: nwkKey, nwkKey: sNwkSIntKey })).toBe(false);
  for (let bit = 16; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    const again = parseFrame(changed);
    if ("kind" in again && again.kind === "rejoin-request")
      expect(isRejoinRequestOf(again.frame, { sNwkSIntKey, nwkKey })).toBe(false);
  }
});
