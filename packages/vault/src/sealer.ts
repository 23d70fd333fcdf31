import { createHmac, hkdfSync, randomFillSync } from "node:crypto";
import { type XaesKey, xaesKey, xaesNonceBytes, xaesTagBytes } from "./xaes-gcm.ts";

/** Seals records; every table, row and column has its own additional data, so that none can be moved. */
export interface Sealer {
  /** Of the data key that seals now. */
  readonly generation: number;
  /** JSON of the object, sealed for this table, row and column. */
  seal(table: string, rowId: string, object: unknown, column?: string): Buffer;
  /** Throws {@link SealBroken} when the bytes were changed, or sealed for another place or by a key that is not there. */
  open(table: string, rowId: string, sealed: Uint8Array, column?: string): unknown;
  /** 32 bytes for looking up equal texts without storing them: HMAC-SHA-256 under the look-up key. */
  lookupHash(purpose: string, text: string): Buffer;
  /** Overwrites all keys, also those that were given; everything throws {@link SealerWiped} from then on. */
  wipe(): void;
}

export interface KeyRing {
  /** What the records belong to: the account's id, or a program's name. */
  scope: string;
  /** Seals; all of `keys` open. 1 to 65535. */
  generation: number;
  keys: ReadonlyMap<number, Buffer>;
  lookupKey: Buffer;
}

export class SealBroken extends Error {}
export class SealerWiped extends Error {}

const formatVersion = 1;
const headerBytes = 3;
const shortest = headerBytes + xaesNonceBytes + xaesTagBytes;

/**
 * Layout of a sealed record: format version (1 byte), generation (2, big endian), nonce (24), ciphertext, tag (16).
 * XAES-256-GCM with random nonces: 2^80 records under one key before two nonces meet with a probability of 2^-32
 * (https://c2sp.org/XAES-256-GCM), so no number of records makes a new key necessary.
 * Additional data: `scope|table|row|column|generation`. Only the row may contain "|", so it reads in one way only.
 */
export function ringSealer(ring: KeyRing): Sealer {
  const { scope, generation } = ring;
  if (scope.includes("|")) throw new RangeError("a scope has no |");
  if (!ring.keys.has(generation)) throw new RangeError(`the ring has no key of generation ${generation}`);
  const given = [...ring.keys.values(), ring.lookupKey];
  const keys = new Map<number, XaesKey>();
  for (const [each, key] of ring.keys) {
    if (!Number.isInteger(each) || each < 1 || each > 0xffff)
      throw new RangeError("generations go from 1 to 65535");
    keys.set(each, xaesKey(usable(key)));
  }
  // In memory of its own: a small buffer from the pool would keep a slab of some 64 kB as long as it lives.
  const lookupKey = Buffer.alloc(32);
  usable(ring.lookupKey).copy(lookupKey);
  let isWiped = false;

  return {
    generation,
    seal(table, rowId, object, column = "sealed") {
      if (isWiped) throw wiped();
      const plain = Buffer.from(JSON.stringify(object), "utf8");
      const sealed = Buffer.allocUnsafe(shortest + plain.length);
      sealed[0] = formatVersion;
      sealed.writeUInt16BE(generation, 1);
      const nonce = randomNonce(sealed.subarray(headerBytes, headerBytes + xaesNonceBytes));
      keys
        .get(generation)!
        .seal(
          nonce,
          plain,
          additionalData(scope, table, rowId, column, generation),
          sealed.subarray(headerBytes + xaesNonceBytes),
        );
      return sealed;
    },
    open(table, rowId, sealed, column = "sealed") {
      if (isWiped) throw wiped();
      const by = generationOf(sealed);
      const key = keys.get(by);
      if (!key) throw new SealBroken(`a record of ${table} was sealed by data key ${by}, which is not there`);
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      try {
        const plain = key.open(
          bytes.subarray(headerBytes, headerBytes + xaesNonceBytes),
          bytes.subarray(headerBytes + xaesNonceBytes),
          additionalData(scope, table, rowId, column, by),
        );
        return JSON.parse(plain.toString("utf8"));
      } catch {
        throw new SealBroken(
          `a record of ${table} does not open: it was changed, or sealed for another account, table, row or column`,
        );
      }
    },
    lookupHash(purpose, text) {
      if (isWiped) throw wiped();
      return createHmac("sha256", lookupKey).update(`${purpose}\0${text}`).digest();
    },
    wipe() {
      if (isWiped) return;
      isWiped = true;
      for (const key of keys.values()) key.wipe();
      lookupKey.fill(0);
      for (const key of given) key.fill(0);
    },
  };
}

/** One key, as generation 1; the look-up key is derived from it (HKDF-SHA-256). */
export function sealer(key: Buffer, scope: string): Sealer {
  if (key.length !== 32) throw new RangeError("a data key has 32 bytes");
  const lookupKey = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), "refill lookup hash", 32));
  return ringSealer({ scope, generation: 1, keys: new Map([[1, key]]), lookupKey });
}

/** The generation of the data key that sealed a record. Throws {@link SealBroken} when it is no sealed record. */
export function generationOf(sealed: Uint8Array): number {
  if (sealed.length < shortest || sealed[0] !== formatVersion)
    throw new SealBroken("a sealed record is damaged, or of another format");
  return (sealed[1]! << 8) | sealed[2]!;
}

/** Only zeros: a key that was wiped before. To seal with it would be to publish. */
function usable(key: Buffer): Buffer {
  if (key.length !== 32) throw new RangeError("a data key has 32 bytes");
  if (key.every((byte) => byte === 0)) throw new RangeError("this data key was wiped");
  return key;
}

function wiped(): SealerWiped {
  return new SealerWiped("these keys were wiped from memory");
}

function additionalData(
  scope: string,
  table: string,
  rowId: string,
  column: string,
  generation: number,
): Buffer {
  if (table.includes("|") || column.includes("|")) throw new RangeError("tables and columns have no |");
  return Buffer.from(`${scope}|${table}|${rowId}|${column}|${generation}`, "utf8");
}

/** Random bytes are drawn in blocks of 4 KiB: one call of the system's generator for 170 nonces. */
const pool = Buffer.alloc(170 * xaesNonceBytes);
let used = pool.length;
function randomNonce(into: Buffer): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(into, 0, used, used + xaesNonceBytes);
  used += xaesNonceBytes;
  return into;
}
