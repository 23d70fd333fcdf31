declare const kind: unique symbol;
/** 16 hexadecimal digits, lower case, most significant byte first, as printed on the device. */
export type DevEui = string & { readonly [kind]: "DevEui" };
export type JoinEui = string & { readonly [kind]: "JoinEui" };
/** 8 hexadecimal digits, most significant byte first. */
export type DevAddr = string & { readonly [kind]: "DevAddr" };

/** Undefined unless the text is 16 hexadecimal digits; either case is taken. */
export function parseDevEui(text: string): DevEui | undefined {
  return hex(text, 8) as DevEui | undefined;
}

export function parseJoinEui(text: string): JoinEui | undefined {
  return hex(text, 8) as JoinEui | undefined;
}

export function parseDevAddr(text: string): DevAddr | undefined {
  return hex(text, 4) as DevAddr | undefined;
}

/** LoRaWAN 1.0.4 §3: octet order on air is little endian; text is written most significant byte first. */
export function readReversedHex(bytes: Buffer, offset: number, length: number): string {
  return Buffer.from(bytes.subarray(offset, offset + length))
    .reverse()
    .toString("hex");
}

export function writeReversedHex(text: string, into: Buffer, offset: number): void {
  Buffer.from(text, "hex").reverse().copy(into, offset);
}

function hex(text: string, bytes: number): string | undefined {
  return text.length === bytes * 2 && /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}
