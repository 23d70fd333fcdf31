import { type Cipheriv, createCipheriv, createDecipheriv } from "node:crypto";

/**
 * An AES-128 key, with the cipher object and CMAC subkeys that make repeated use cheap:
 * making a cipher costs some microseconds, running one a fraction of that.
 */
export interface Key {
  readonly bytes: Buffer;
  /** AES-128 of whole blocks, each by itself. */
  encryptBlocks(blocks: Buffer): Buffer;
  /** AES-CMAC (RFC 4493), 16 bytes. */
  cmac(message: Buffer): Buffer;
}

/** Takes 16 bytes or 32 hexadecimal digits; throws RangeError for anything else. */
export function importKey(key: Uint8Array | string): Key {
  const bytes = typeof key === "string" ? Buffer.from(key, "hex") : Buffer.from(key);
  if (bytes.length !== 16) throw new RangeError("an AES-128 key has 16 bytes");
  let cipher: Cipheriv | undefined;
  let subkeys: { whole: Buffer; padded: Buffer } | undefined;

  function encryptBlocks(blocks: Buffer): Buffer {
    // ECB without padding gives each whole block out at once, so one cipher object serves for good.
    cipher ??= createCipheriv("aes-128-ecb", bytes, null).setAutoPadding(false);
    return cipher.update(blocks);
  }

  return {
    bytes,
    encryptBlocks,
    cmac(message) {
      subkeys ??= makeSubkeys(encryptBlocks);
      const count = Math.max(1, Math.ceil(message.length / 16));
      const isWhole = message.length === count * 16;
      const last = Buffer.alloc(16);
      message.copy(last, 0, (count - 1) * 16);
      if (!isWhole) last[message.length - (count - 1) * 16] = 0x80;
      xorInto(last, isWhole ? subkeys.whole : subkeys.padded, 0);
      let state: Buffer = Buffer.alloc(16);
      for (let block = 0; block < count - 1; block++) {
        xorInto(state, message, block * 16);
        state = encryptBlocks(state);
      }
      xorInto(state, last, 0);
      return encryptBlocks(state);
    },
  };
}

/** AES-128 decryption of whole blocks; only a device does this, to read its join accept (LoRaWAN 1.0.4 §6.2.3). */
export function decryptBlocks(key: Key, blocks: Buffer): Buffer {
  return createDecipheriv("aes-128-ecb", key.bytes, null).setAutoPadding(false).update(blocks);
}

/** RFC 4493 §2.3. */
function makeSubkeys(encryptBlocks: (blocks: Buffer) => Buffer): { whole: Buffer; padded: Buffer } {
  const whole = double(encryptBlocks(Buffer.alloc(16)));
  return { whole, padded: double(whole) };
}

function double(block: Buffer): Buffer {
  const doubled = Buffer.alloc(16);
  for (let index = 0; index < 16; index++) {
    doubled[index] = ((block[index]! << 1) | ((block[index + 1] ?? 0) >> 7)) & 0xff;
  }
  if (block[0]! & 0x80) doubled[15]! ^= 0x87;
  return doubled;
}

function xorInto(target: Buffer, source: Buffer, offset: number): void {
  for (let index = 0; index < 16; index++) target[index]! ^= source[offset + index]!;
}
