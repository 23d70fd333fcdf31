import { type Cipheriv, createCipheriv, createDecipheriv } from "node:crypto";

/**
 * An AES-128 key, with the cipher objects and CMAC subkeys that make repeated use cheap:
 * making a cipher costs some microseconds, running one less than one.
 */
export interface Key {
  readonly bytes: Buffer;
  /** AES-128 of whole blocks, each by itself. */
  encryptBlocks(blocks: Uint8Array): Buffer;
  /** AES-CMAC (RFC 4493), 16 bytes. */
  cmac(message: Uint8Array): Buffer;
  /** The same of the first `length` bytes of a buffer that is destroyed by it and has room for the last block's padding. */
  cmacInPlace(buffer: Buffer, length: number): Buffer;
}

/** Takes 16 bytes or 32 hexadecimal digits; throws RangeError for anything else. */
export function importKey(key: Uint8Array | string): Key {
  const bytes = typeof key === "string" ? Buffer.from(key, "hex") : Buffer.from(key);
  if (bytes.length !== 16) throw new RangeError("an AES-128 key has 16 bytes");
  let blocksCipher: Cipheriv | undefined;
  let chain: { cipher: Cipheriv; last: Buffer; whole: Buffer; padded: Buffer } | undefined;

  function encryptBlocks(blocks: Uint8Array): Buffer {
    // ECB without padding gives each whole block out at once, so one cipher object serves for good.
    blocksCipher ??= createCipheriv("aes-128-ecb", bytes, null).setAutoPadding(false);
    return blocksCipher.update(blocks);
  }

  function startChain() {
    const cipher = createCipheriv("aes-128-cbc", bytes, Buffer.alloc(16)).setAutoPadding(false);
    // RFC 4493 §2.3: the subkeys follow from the encrypted zero block.
    const last = cipher.update(Buffer.alloc(16));
    const whole = double(last);
    return { cipher, last, whole, padded: double(whole) };
  }

  function cmacInPlace(buffer: Buffer, length: number): Buffer {
    chain ??= startChain();
    const count = length === 0 ? 1 : (length + 15) >> 4;
    const end = count * 16;
    const isWhole = length === end;
    if (!isWhole) {
      buffer[length] = 0x80;
      for (let index = length + 1; index < end; index++) buffer[index] = 0;
    }
    const subkey = isWhole ? chain.whole : chain.padded;
    for (let index = 0, at = end - 16; index < 16; index++, at++) buffer[at]! ^= subkey[index]!;
    // CBC goes on from the last block of the call before; xored into the first block, that cancels out and the chain
    // begins at zero. So one cipher object, in one call, makes every CMAC of this key.
    const { last } = chain;
    for (let index = 0; index < 16; index++) buffer[index]! ^= last[index]!;
    const encrypted = chain.cipher.update(buffer.subarray(0, end));
    chain.last = encrypted.subarray(end - 16);
    return chain.last;
  }

  return {
    bytes,
    encryptBlocks,
    cmac(message) {
      const buffer = Buffer.alloc(Math.max(16, (message.length + 15) & ~15));
      buffer.set(message);
      return cmacInPlace(buffer, message.length);
    },
    cmacInPlace,
  };
}

/** AES-128 decryption of whole blocks; only a device does this, to read its join accept (LoRaWAN 1.0.4 §6.2.3). */
export function decryptBlocks(key: Key, blocks: Uint8Array): Buffer {
  return createDecipheriv("aes-128-ecb", key.bytes, null).setAutoPadding(false).update(blocks);
}

/** RFC 4493 §2.3. */
function double(block: Buffer): Buffer {
  const doubled = Buffer.alloc(16);
  for (let index = 0; index < 16; index++) {
    doubled[index] = ((block[index]! << 1) | ((block[index + 1] ?? 0) >> 7)) & 0xff;
  }
  if (block[0]! & 0x80) doubled[15]! ^= 0x87;
  return doubled;
}
