import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { KeyVault } from "@refill/vault";

/** Opens and seals the stored messages of the ring: AES-128-GCM, bound to sensor and sequence number. */
export interface MessageSeal {
  /** Generation of the key that seals now. */
  readonly generation: number;
  seal(deviceId: string, sequence: number, content: unknown): Buffer;
  /** Throws when the bytes were changed, belong to another message, or their key was destroyed. */
  open(deviceId: string, sequence: number, sealed: Buffer): unknown;
}

/** Layout: generation of the key (2 bytes), nonce (12, random), ciphertext of JSON, tag (16). */
const headerBytes = 14;

export function generationOf(sealed: Buffer): number {
  return sealed.readUInt16BE(0);
}

export function messageSeal(keys: ReadonlyMap<number, Buffer>, generation: number): MessageSeal {
  const additionalData = (deviceId: string, sequence: number) =>
    Buffer.from(`message|${deviceId}|${sequence}`);
  const keyOf = (of: number) => {
    const key = keys.get(of);
    if (!key) throw new Error(`the key vault has no message key of generation ${of}`);
    return key;
  };
  return {
    generation,
    seal(deviceId, sequence, content) {
      const header = Buffer.allocUnsafe(headerBytes);
      header.writeUInt16BE(generation);
      nextNonce().copy(header, 2);
      const cipher = createCipheriv("aes-128-gcm", keyOf(generation), header.subarray(2));
      cipher.setAAD(additionalData(deviceId, sequence));
      const body = cipher.update(JSON.stringify(content), "utf8");
      return Buffer.concat([header, body, cipher.final(), cipher.getAuthTag()]);
    },
    open(deviceId, sequence, sealed) {
      const decipher = createDecipheriv(
        "aes-128-gcm",
        keyOf(generationOf(sealed)),
        sealed.subarray(2, headerBytes),
        { authTagLength: 16 },
      );
      decipher.setAAD(additionalData(deviceId, sequence));
      decipher.setAuthTag(sealed.subarray(-16));
      const body = decipher.update(sealed.subarray(headerBytes, -16), undefined, "utf8");
      return JSON.parse(body + decipher.final("utf8"));
    },
  };
}

/** Random bytes for many nonces at once: each call of the generator costs as much as sealing a message. */
const pool = { bytes: Buffer.alloc(0), at: 0 };
function nextNonce(): Buffer {
  if (pool.at + 12 > pool.bytes.length) {
    pool.bytes = randomBytes(12 * 256);
    pool.at = 0;
  }
  const nonce = pool.bytes.subarray(pool.at, pool.at + 12);
  pool.at += 12;
  return nonce;
}

const readWithinMs = 30_000;
const generationName = "network/message-key-generation";
const keyName = (generation: number) => `network/message-key-${generation}`;

/** The keys of the stored messages: one generation seals, earlier ones open what is not sealed anew yet. */
export class MessageKeys implements MessageSeal {
  readonly #vault: KeyVault;
  readonly #keys = new Map<number, Buffer>();
  #seal: MessageSeal;

  private constructor(vault: KeyVault) {
    this.#vault = vault;
    this.#seal = messageSeal(this.#keys, 0);
  }

  static async open(vault: KeyVault): Promise<MessageKeys> {
    const keys = new MessageKeys(vault);
    await keys.refresh();
    return keys;
  }

  /** Reads what another process may have changed. */
  async refresh(): Promise<void> {
    const text = await this.#vault.getSecret(generationName);
    const generation = text === undefined ? 1 : Number(text);
    this.#keys.set(generation, await this.#vault.getOrCreateKey(keyName(generation), 16));
    if (text === undefined) await this.#vault.setSecret(generationName, "1");
    for (let earlier = generation - 1; earlier > 0; earlier--) {
      const key = await this.#vault.getKey(keyName(earlier));
      if (!key) break;
      this.#keys.set(earlier, key);
    }
    this.#seal = messageSeal(this.#keys, generation);
  }

  /** A new key seals from now on; {@link destroyBefore} ends the old one when nothing is sealed by it any more. */
  async next(): Promise<number> {
    const generation = this.#seal.generation + 1;
    await this.#vault.getOrCreateKey(keyName(generation), 16);
    await this.#vault.setSecret(generationName, String(generation));
    await this.refresh();
    return generation;
  }

  /** A rotation was begun and not finished. */
  get hasEarlier(): boolean {
    return this.#keys.size > 1;
  }

  /** The oldest first, so that those that are left are in a row. */
  async destroyBefore(generation: number): Promise<void> {
    const old = [...this.#keys.keys()].filter((each) => each < generation).sort((a, b) => a - b);
    for (const each of old) await this.#vault.destroyKey(keyName(each));
    // What was read from the table before it was sealed anew may still be opened.
    setTimeout(() => {
      for (const each of old) this.#keys.delete(each);
    }, readWithinMs).unref();
  }

  get generation(): number {
    return this.#seal.generation;
  }

  seal(deviceId: string, sequence: number, content: unknown): Buffer {
    return this.#seal.seal(deviceId, sequence, content);
  }

  open(deviceId: string, sequence: number, sealed: Buffer): unknown {
    return this.#seal.open(deviceId, sequence, sealed);
  }
}
