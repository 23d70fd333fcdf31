/** The link layer alone: parse, check the MIC and decrypt a data frame with cached keys, on one core. */
import { createCipheriv } from "node:crypto";
import {
  type DevAddr,
  decryptPayload,
  importSessionKeys,
  parseFrame,
  verifyUplink,
  writeDataFrame,
} from "@refill/lorawan";
import loraPacket from "lora-packet";

const appSKey = "ec925802ae430ca77fd3dd73cb2cc588";
const nwkSKey = "44024241ed4ce9a68c6a8bc055233fd3";
const payload = Buffer.from("0175640367f5000482d20a", "hex");
const frames = 10_000;
const rounds = 5;

export function measureLinkLayer() {
  const keys = importSessionKeys({ appSKey, nwkSKey });
  const written = Array.from({ length: frames }, (_, fCnt) =>
    writeDataFrame(
      { direction: "up", confirmed: false, devAddr: "49be7df1" as DevAddr, fCnt, fPort: 85, payload },
      keys,
    ),
  );
  const ours = (bytes: Buffer, fCnt: number) => {
    const parsed = parseFrame(bytes);
    if ("rejected" in parsed || parsed.kind !== "data-up") throw new Error("not read");
    const verified = verifyUplink(parsed.frame, keys, fCnt);
    if ("rejected" in verified) throw new Error("not verified");
    return decryptPayload(verified, keys);
  };
  const [app, network] = [Buffer.from(appSKey, "hex"), Buffer.from(nwkSKey, "hex")];
  const theirs = (bytes: Buffer) => {
    const packet = loraPacket.fromWire(bytes);
    if (!loraPacket.verifyMIC(packet, network)) throw new Error("not verified");
    return loraPacket.decrypt(packet, app, network)!;
  };
  const plain = (bytes: Buffer, fCnt: number) => plainCrypto(bytes, fCnt, app, network);
  for (const [fCnt, bytes] of written.slice(0, 100).entries())
    for (const read of [ours, theirs, plain])
      if (!read(bytes, fCnt).equals(payload)) throw new Error("a payload is another one");
  // One after the other in each round, so that all meet the same machine.
  const results = { refill: [] as number[], loraPacket: [] as number[], nodeCrypto: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    results.refill.push(rate(written, ours, 20));
    results.nodeCrypto.push(rate(written, plain, 4));
    results.loraPacket.push(rate(written, theirs, 1));
  }
  return {
    framesPerSecond: median(results.refill),
    nodeCryptoPerSecond: median(results.nodeCrypto),
    loraPacketPerSecond: median(results.loraPacket),
  };
}

function rate(
  written: readonly Buffer[],
  read: (bytes: Buffer, fCnt: number) => Buffer,
  times: number,
): number {
  const startedAt = performance.now();
  for (let time = 0; time < times; time++)
    for (let fCnt = 0; fCnt < written.length; fCnt++) read(written[fCnt]!, fCnt);
  return Math.round((written.length * times) / ((performance.now() - startedAt) / 1000));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}

/**
 * What anybody would write with node:crypto, a cipher object a call: CMAC (RFC 4493) over B0 and the frame, and the key stream
 * of LoRaWAN 1.0 §4.3.3. The subkeys are at hand.
 */
const subkeys = new Map<Buffer, [Buffer, Buffer]>();
function plainCrypto(bytes: Buffer, fCnt: number, app: Buffer, network: Buffer): Buffer {
  const body = bytes.subarray(0, -4);
  const block = Buffer.alloc(16);
  block[0] = 0x49;
  bytes.copy(block, 6, 1, 5);
  block.writeUInt32LE(fCnt, 10);
  block[15] = body.length;
  const message = Buffer.concat([block, body]);
  let keys = subkeys.get(network);
  if (!keys) {
    const zero = createCipheriv("aes-128-ecb", network, null).update(Buffer.alloc(16));
    const first = doubled(zero);
    keys = [first, doubled(first)];
    subkeys.set(network, keys);
  }
  const count = Math.ceil(message.length / 16);
  const padded = Buffer.alloc(count * 16);
  message.copy(padded);
  const isWhole = message.length % 16 === 0;
  if (!isWhole) padded[message.length] = 0x80;
  const subkey = keys[isWhole ? 0 : 1];
  for (let index = 0; index < 16; index++) padded[padded.length - 16 + index]! ^= subkey[index]!;
  const chain = createCipheriv("aes-128-cbc", network, Buffer.alloc(16)).setAutoPadding(false).update(padded);
  if (!chain.subarray(-16, -12).equals(bytes.subarray(-4))) throw new Error("not verified");
  const options = bytes[5]! & 0x0f;
  const encrypted = body.subarray(9 + options);
  const stream = Buffer.alloc(Math.ceil(encrypted.length / 16) * 16);
  for (let at = 0; at < stream.length; at += 16) {
    stream[at] = 1;
    bytes.copy(stream, at + 6, 1, 5);
    stream.writeUInt32LE(fCnt, at + 10);
    stream[at + 15] = at / 16 + 1;
  }
  const key = createCipheriv("aes-128-ecb", app, null).setAutoPadding(false).update(stream);
  return Buffer.from(encrypted.map((byte, index) => byte ^ key[index]!));
}

function doubled(block: Buffer): Buffer {
  const result = Buffer.alloc(16);
  for (let index = 0; index < 16; index++)
    result[index] = ((block[index]! << 1) | ((block[index + 1] ?? 0) >> 7)) & 0xff;
  if (block[0]! & 0x80) result[15]! ^= 0x87;
  return result;
}
