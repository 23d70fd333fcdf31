/**
 * The payload structure of Milesight devices: a row of (channel, type, value), each type with a fixed length.
 * Source: https://github.com/Milesight-IoT/SensorDecoders (README of each product, "Payload Definition").
 */
import type { Refusal } from "./measurement.ts";

export const BATTERY = 0x0175;

/** Device facts that a Milesight device sends after it joined; lengths of their values in bytes. */
const attributes: Record<number, number> = {
  65281: 1, // ff 01 protocol version
  65289: 2, // ff 09 hardware version
  65290: 2, // ff 0a firmware version
  65291: 1, // ff 0b device status (power on)
  65295: 1, // ff 0f LoRaWAN class
  65302: 8, // ff 16 serial number
  65534: 1, // ff fe reset event
  65535: 2, // ff ff TSL version
};

export type Channel = { key: number; value: Uint8Array };

/**
 * Splits a payload into the channels named in `lengths` (key = channel × 256 + type, value = bytes); device facts are
 * skipped. One unknown channel refuses the whole payload, since nothing after it has a known beginning.
 */
export function readChannels(
  bytes: Uint8Array,
  lengths: Readonly<Record<number, number>>,
): { channels: Channel[] } | { refused: Refusal } {
  if (bytes.length === 0) return { refused: "empty" };
  const channels: Channel[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return { refused: "truncated" };
    const key = bytes[at]! * 256 + bytes[at + 1]!;
    const own = lengths[key];
    const length = own ?? attributes[key];
    if (length === undefined) return { refused: "unknown-channel" };
    const end = at + 2 + length;
    if (end > bytes.length) return { refused: "truncated" };
    if (own !== undefined) channels.push({ key, value: bytes.subarray(at + 2, end) });
    at = end;
  }
  return { channels };
}

/** Battery level in percent; 255 is what a device without a battery reading sends (ff = unknown). */
export function readBattery(value: Uint8Array): number | undefined {
  const percent = value[0]!;
  return percent <= 100 ? percent : undefined;
}
