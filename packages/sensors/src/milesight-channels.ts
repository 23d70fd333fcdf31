/**
 * The payload structure of Milesight devices: a row of (channel, type, value), each type with a fixed length.
 * Source: https://github.com/Milesight-IoT/SensorDecoders (README of each product, "Payload Definition").
 */
import type { DeviceFacts, Refusal } from "./measurement.ts";

export const BATTERY = 0x0175;

const HARDWARE = 0xff09;
const FIRMWARE = 0xff0a;
const POWER_ON = 0xff0b;
const RESET = 0xfffe;

/** Device facts that a Milesight device sends after it joined; lengths of their values in bytes. */
const attributes: Record<number, number> = {
  65281: 1, // ff 01 protocol version
  65288: 6, // ff 08 serial number of older devices
  [HARDWARE]: 2,
  [FIRMWARE]: 2,
  [POWER_ON]: 1,
  65295: 1, // ff 0f LoRaWAN class
  65302: 8, // ff 16 serial number
  [RESET]: 1,
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

/**
 * Versions and restarts that the payload tells of: hardware 0140 is 1.4, its second byte's upper half being the minor
 * version; firmware 0114 is 1.14 in the digits of the bytes (user guide WS101 §5.1).
 */
export function readFacts(bytes: Uint8Array, lengths: Readonly<Record<number, number>>): DeviceFacts {
  const facts: DeviceFacts = {};
  const told = { [HARDWARE]: 2, [FIRMWARE]: 2, [POWER_ON]: 1, [RESET]: 1 };
  const read = readChannels(bytes, { ...lengths, ...told });
  if ("refused" in read) return facts;
  for (const { key, value } of read.channels) {
    const [major = 0, minor = 0] = value;
    if (key === HARDWARE) facts.hardwareVersion = `${major}.${minor >> 4}`;
    else if (key === FIRMWARE) facts.firmwareVersion = `${major.toString(16)}.${minor.toString(16)}`;
    else if (key === POWER_ON || key === RESET) facts.hasRestarted = true;
  }
  return facts;
}
