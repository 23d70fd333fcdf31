import type { Decoded, DeviceFacts, Encoded, Measurement, Quantity } from "./measurement.ts";
import type { Setting } from "./setting.ts";

export const profileNames = [
  "milesight-em310-udl",
  "dragino-llds12",
  "milesight-em300-mcs",
  "milesight-ws101",
  "mclimate-button",
  "cayenne-lpp",
] as const;
export type ProfileName = (typeof profileNames)[number];

/** One supported device type. */
export type Profile = {
  name: ProfileName;
  manufacturer: string;
  model: string;
  /** What of the stock such a device can tell; a format that many devices speak has several. */
  measures: readonly Quantity[];
  /** The application port that carries readings. */
  fPort: number;
  /** Readings come on whatever port the maker of the device chose; `fPort` is the usual one. */
  takesAnyPort?: true;
  /** The distances that the device can measure, both ends included; null when it measures none. */
  rangeMm: { minimum: number; maximum: number } | null;
  /** Never throws, whatever the bytes are. */
  decode(bytes: Uint8Array): Decoded;
  /**
   * The payload that this device would send for the measurement.
   * @throws RangeError when the device cannot express it (a button press from a distance sensor, 70 m, …).
   */
  encode(measurement: Measurement): Encoded;
  /** What the device says of itself; empty where it says nothing. Never throws. */
  facts?(bytes: Uint8Array): DeviceFacts;
  /** What it can be told. */
  settings: readonly Setting[];
};
