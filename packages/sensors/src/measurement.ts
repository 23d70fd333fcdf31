/**
 * What one uplink of a sensor says. Every field is absent when the payload did not carry it.
 * A distance is either trusted (`distanceMm`) or named as a fault (`distanceFault`), never both; a weight alike.
 */
export type Measurement = {
  /** Sensor face to the nearest surface, in millimetres, inside the profile's range. */
  distanceMm?: number;
  /**
   * Why there is no distance: `sentinel` the device sent an error code, `out-of-range` a number that the device
   * cannot measure, `no-echo` too little (or too much) signal came back for the number to mean anything.
   */
  distanceFault?: Fault;
  /** What lies on the scale, carrier included, in whole grams; a zero that has moved may make it negative. */
  weightGrams?: number;
  /** Why there is no weight: `out-of-range` the scale is at the end of what it can tell. */
  weightFault?: Fault;
  /** Whether something stands where the sensor looks. */
  present?: boolean;
  button?: ButtonPress;
  /** Whole percent, 0–100. */
  batteryPercent?: number;
  /** Volts, resolution 1 mV. */
  batteryVolts?: number;
  /** Degrees Celsius. */
  temperatureC?: number;
  /** The device is not mounted as it was calibrated, so its distance is not one to the stock. */
  tilted?: boolean;
};

/** What a device says of itself, beside its readings. */
export type DeviceFacts = {
  /** e.g. `1.4`. */
  hardwareVersion?: string;
  firmwareVersion?: string;
  /** It has started anew, since it was switched on or told to. */
  hasRestarted?: boolean;
};

export type Fault = "sentinel" | "out-of-range" | "no-echo";
export type ButtonPress = "short" | "long" | "double" | "triple";

/** What a device can tell of the stock. */
export type Quantity = "distance" | "weight" | "presence" | "button";

/** Why a payload gives no measurement. */
export type Refusal =
  | "unknown-profile"
  | "unknown-port"
  | "empty"
  | "wrong-length"
  | "truncated"
  | "unknown-channel"
  | "invalid-value"
  | "not-a-reading";

export type Decoded = { measurement: Measurement } | { refused: Refusal };
export type Encoded = { fPort: number; bytes: Uint8Array };
