import fc from "fast-check";
import loraPacket from "lora-packet";
import { expect, test } from "vitest";
import { resolveCounter } from "./counter.ts";
import {
  type DataFrameContent,
  decryptPayload,
  importSessionKeys,
  verifyDownlink,
  verifyUplink,
  writeDataFrame,
} from "./data-frame.ts";
import { parseFrame, type UnverifiedDataFrame } from "./frame.ts";
import type { DevAddr, DevEui, JoinEui } from "./identifiers.ts";
import {
  deriveSessionKeys,
  readJoinAccept,
  verifyJoinRequest,
  writeJoinAccept,
  writeJoinRequest,
} from "./join.ts";
import { importKey } from "./key.ts";

const hexBytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString("hex"));
const keyHex = hexBytes(16);

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
  if (!("frame" in parsed) || parsed.kind === "join-request") throw new Error(JSON.stringify(parsed));
  return parsed.frame;
}

function verify(frame: UnverifiedDataFrame, nwkSKey: ReturnType<typeof importKey>, fCnt: number) {
  return frame.direction === "up"
    ? verifyUplink(frame as UnverifiedDataFrame<"up">, nwkSKey, fCnt)
    : verifyDownlink(frame as UnverifiedDataFrame<"down">, nwkSKey, fCnt);
}

test("any data frame survives writing, reading, verifying and decrypting", () => {
  fc.assert(
    fc.property(content, keyHex, keyHex, (written, nwkSKey, appSKey) => {
      const keys = importSessionKeys({ nwkSKey, appSKey });
      const verified = verify(read(writeDataFrame(written, keys)), keys.nwkSKey, written.fCnt);
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

test("any flipped bit of a data frame is rejected", () => {
  fc.assert(
    fc.property(content, keyHex, fc.nat(), (written, key, where) => {
      const keys = importSessionKeys({ nwkSKey: key, appSKey: key });
      const bytes = writeDataFrame(written, keys);
      const bit = where % (bytes.length * 8);
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const parsed = parseFrame(bytes);
      if ("rejected" in parsed || parsed.kind === "join-request" || parsed.kind === "join-accept") return;
      expect(verify(parsed.frame, keys.nwkSKey, written.fCnt)).toEqual({ rejected: "mic" });
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
  const verified = verify(frame, keys.nwkSKey, 2);
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
        const bytes = writeJoinAccept({ ...fields, ...(cfList ? { cfList } : {}) }, appKey);
        const heard = readJoinAccept(bytes, appKey);
        if ("rejected" in heard) throw new Error(heard.rejected);
        expect(heard).toMatchObject(fields);
        expect(heard.cfList && Buffer.from(heard.cfList)).toEqual(cfList && Buffer.from(cfList));
        const ours = deriveSessionKeys(appKey, { ...fields, devNonce });
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
        expect(ours.nwkSKey.bytes).toEqual(oracle.NwkSKey);
        expect(ours.appSKey.bytes).toEqual(oracle.AppSKey);
        bytes[5]! ^= 1;
        expect(readJoinAccept(bytes, appKey)).toEqual({ rejected: "mic" });
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
