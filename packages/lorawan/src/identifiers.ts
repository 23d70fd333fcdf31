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

const byteNames = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** LoRaWAN 1.0.4 §3: octet order on air is little endian; text is written most significant byte first. */
export function readReversedHex(bytes: Uint8Array, offset: number, length: number): string {
  let text = "";
  for (let index = offset + length - 1; index >= offset; index--) text += byteNames[bytes[index]!];
  return text;
}

export function writeReversedHex(text: string, into: Uint8Array, offset: number): void {
  for (let index = text.length / 2 - 1; index >= 0; index--)
    into[offset++] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
}

function hex(text: string, bytes: number): string | undefined {
  return text.length === bytes * 2 && /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}
