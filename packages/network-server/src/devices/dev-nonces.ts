/**
 * DevNonces that a device of LoRaWAN 1.0.2 or 1.0.3 has used up, compactly: two bytes each while they are few, and a map
 * of 65,536 bits (8 KB) from 4,096 on.
 */
export class DevNonces {
  #bytes: Buffer;
  #count: number;

  /** Takes what {@link toBytes} gave. */
  constructor(bytes: Buffer = Buffer.alloc(0)) {
    this.#bytes = bytes;
    this.#count = bytes.length === mapBytes ? mostListed : bytes.length / 2;
  }

  has(nonce: number): boolean {
    if (this.#isMap) return (this.#bytes[nonce >> 3]! & (1 << (nonce & 7))) !== 0;
    for (let at = 0; at < this.#bytes.length; at += 2)
      if (this.#bytes.readUInt16LE(at) === nonce) return true;
    return false;
  }

  add(nonce: number): void {
    if (this.has(nonce)) return;
    this.#count += 1;
    if (!this.#isMap && this.#count >= mostListed) {
      const map = Buffer.alloc(mapBytes);
      for (let at = 0; at < this.#bytes.length; at += 2) setBit(map, this.#bytes.readUInt16LE(at));
      this.#bytes = map;
    }
    if (this.#isMap) {
      setBit(this.#bytes, nonce);
      return;
    }
    const longer = Buffer.alloc(this.#bytes.length + 2);
    this.#bytes.copy(longer);
    longer.writeUInt16LE(nonce, this.#bytes.length);
    this.#bytes = longer;
  }

  toBytes(): Buffer {
    return this.#bytes;
  }

  get #isMap(): boolean {
    return this.#bytes.length === mapBytes;
  }
}

const mapBytes = 8_192;
const mostListed = 4_096;

function setBit(map: Buffer, nonce: number): void {
  map[nonce >> 3]! |= 1 << (nonce & 7);
}
