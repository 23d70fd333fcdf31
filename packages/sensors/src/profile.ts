import type { Decoded, Encoded, Measurement } from "./measurement.ts";

export type ProfileName = "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";

/** One supported device type. */
export type Profile = {
  name: ProfileName;
  manufacturer: string;
  model: string;
  measures: "distance" | "button";
  /** The application port that carries readings. */
  fPort: number;
  /** What the device can measure, both ends included; null for a button. */
  rangeMm: { minimum: number; maximum: number } | null;
  /** Never throws, whatever the bytes are. */
  decode(bytes: Uint8Array): Decoded;
  /**
   * The payload that this device would send for the measurement.
   * @throws RangeError when the device cannot express it (a button press from a distance sensor, 70 m, …).
   */
  encode(measurement: Measurement): Encoded;
};
