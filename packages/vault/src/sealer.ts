import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from "node:crypto";

/** Seals an account's records; every table and row has its own additional data, so that none can be moved. */
export interface Sealer {
  /** JSON of the object, sealed for this table and row. */
  seal(table: string, rowId: string, object: unknown): Buffer;
  /** Throws {@link SealBroken} when the bytes were changed or sealed for another account, table or row. */
  open(table: string, rowId: string, sealed: Uint8Array): unknown;
  /** 32 bytes for looking up equal texts without storing them: HMAC-SHA-256 under a key of its own. */
  lookupHash(purpose: string, text: string): Buffer;
}

export class SealBroken extends Error {}

const formatVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Layout of a sealed record: version (1 byte), nonce (12), ciphertext, tag (16).
 * AES-256-GCM with random 96-bit nonces (NIST SP 800-38D §8.2.2); additional data `account|table|row`.
 */
export function sealer(dataKey: Buffer, accountId: string): Sealer {
  if (dataKey.length !== 32) throw new RangeError("a data key has 32 bytes");
  const hashKey = Buffer.from(hkdfSync("sha256", dataKey, Buffer.alloc(0), "refill lookup hash", 32));
  return {
    seal(table, rowId, object) {
      const plain = Buffer.from(JSON.stringify(object), "utf8");
      const sealed = Buffer.allocUnsafe(1 + nonceBytes + plain.length + tagBytes);
      sealed[0] = formatVersion;
      const nonce = randomNonce(sealed.subarray(1, 1 + nonceBytes));
      const cipher = createCipheriv("aes-256-gcm", dataKey, nonce);
      cipher.setAAD(additionalData(accountId, table, rowId));
      const body = cipher.update(plain);
      cipher.final();
      body.copy(sealed, 1 + nonceBytes);
      cipher.getAuthTag().copy(sealed, sealed.length - tagBytes);
      return sealed;
    },
    open(table, rowId, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < 1 + nonceBytes + tagBytes || bytes[0] !== formatVersion)
        throw new SealBroken(`a record of ${table} is damaged`);
      const decipher = createDecipheriv("aes-256-gcm", dataKey, bytes.subarray(1, 1 + nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(additionalData(accountId, table, rowId));
      decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      try {
        const plain = decipher.update(bytes.subarray(1 + nonceBytes, bytes.length - tagBytes));
        decipher.final();
        return JSON.parse(plain.toString("utf8"));
      } catch {
        throw new SealBroken(
          `a record of ${table} does not open: it was changed, or sealed for another account, table or row`,
        );
      }
    },
    lookupHash(purpose, text) {
      return createHmac("sha256", hashKey).update(`${purpose}\0${text}`).digest();
    },
  };
}

function additionalData(accountId: string, table: string, rowId: string): Buffer {
  return Buffer.from(`${accountId}|${table}|${rowId}`, "utf8");
}

/** Random bytes are drawn in blocks of 4 KiB: one call of the system's generator for 341 nonces. */
const pool = Buffer.alloc(4092);
let used = pool.length;
function randomNonce(into: Buffer): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(into, 0, used, used + nonceBytes);
  used += nonceBytes;
  return into;
}
