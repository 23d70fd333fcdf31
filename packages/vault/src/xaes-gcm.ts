import { type Cipheriv, createCipheriv, createDecipheriv } from "node:crypto";

export const xaesNonceBytes = 24;
export const xaesTagBytes = 16;

/** XAES-256-GCM under one key: AES-256-GCM whose 192-bit nonces may be drawn at random without limit in practice. */
export interface XaesKey {
  /** Writes ciphertext and tag (16 bytes) into `into`, which is 16 bytes longer than `plain`. */
  seal(nonce: Uint8Array, plain: Uint8Array, additionalData: Uint8Array, into: Buffer): void;
  /** The plain text of ciphertext and tag. Throws when anything differs from what was sealed. */
  open(nonce: Uint8Array, sealed: Uint8Array, additionalData: Uint8Array): Buffer;
  /** Overwrites what was derived from the key and frees OpenSSL's copy of it; not usable from then on. */
  wipe(): void;
}

/**
 * XAES-256-GCM (https://c2sp.org/XAES-256-GCM). A key of its own for each message comes from the first 12 bytes of the
 * nonce by the KDF of NIST SP 800-108r1 §4.1 with CMAC-AES256; it seals by AES-256-GCM with the last 12 bytes.
 * Each CMAC is one block, so both halves of the derived key are one call of an AES-256-ECB cipher that is made once.
 * The key's bytes are copied by OpenSSL: the caller may overwrite them.
 */
export function xaesKey(key: Uint8Array): XaesKey {
  if (key.length !== 32) throw new RangeError("a key of XAES-256-GCM has 32 bytes");
  const block: Cipheriv = createCipheriv("aes-256-ecb", key, null);
  const mask = cmacSubkey(block);
  /** M1 and M2 of the specification, each already XORed with K1 where it does not depend on the nonce. */
  const messages = Buffer.alloc(32);
  let isWiped = false;

  return {
    seal(nonce, plain, additionalData, into) {
      const derived = derive(nonce);
      const cipher = createCipheriv("aes-256-gcm", derived, nonce.subarray(12));
      derived.fill(0);
      cipher.setAAD(additionalData);
      into.set(cipher.update(plain), 0);
      cipher.final();
      into.set(cipher.getAuthTag(), plain.length);
    },
    open(nonce, sealed, additionalData) {
      const derived = derive(nonce);
      const decipher = createDecipheriv("aes-256-gcm", derived, nonce.subarray(12), {
        authTagLength: xaesTagBytes,
      });
      derived.fill(0);
      const end = sealed.length - xaesTagBytes;
      decipher.setAAD(additionalData);
      decipher.setAuthTag(sealed.subarray(end));
      const plain = decipher.update(sealed.subarray(0, end));
      decipher.final();
      return plain;
    },
    wipe() {
      if (isWiped) return;
      isWiped = true;
      mask.fill(0);
      messages.fill(0);
      // Frees the cipher's context, which OpenSSL overwrites first; every later use throws.
      block.final();
    },
  };

  function derive(nonce: Uint8Array): Buffer {
    if (nonce.length !== xaesNonceBytes) throw new RangeError("a nonce of XAES-256-GCM has 24 bytes");
    for (let i = 0; i < 12; i++) {
      const masked = nonce[i]! ^ mask[i + 4]!;
      messages[i + 4] = masked;
      messages[i + 20] = masked;
    }
    messages[0] = mask[0]!;
    messages[1] = mask[1]! ^ 1;
    messages[2] = mask[2]! ^ 0x58;
    messages[3] = mask[3]!;
    messages[16] = mask[0]!;
    messages[17] = mask[1]! ^ 2;
    messages[18] = mask[2]! ^ 0x58;
    messages[19] = mask[3]!;
    return block.update(messages);
  }
}

/** K1 of NIST SP 800-38B §6.1: the encrypted zero block, doubled in GF(2^128). */
function cmacSubkey(block: Cipheriv): Buffer {
  const zero = block.update(Buffer.alloc(16));
  const doubled = Buffer.alloc(16);
  for (let i = 0; i < 16; i++) doubled[i] = (zero[i]! << 1) | ((zero[i + 1] ?? 0) >> 7);
  if (zero[0]! & 0x80) doubled[15]! ^= 0x87;
  zero.fill(0);
  return doubled;
}
