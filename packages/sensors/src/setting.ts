import { whole } from "./encodable.ts";
import type { Encoded } from "./measurement.ts";

export const settingNames = ["reporting-interval", "request-status", "restart"] as const;
/**
 * What can be told to a device by downlink. `reporting-interval`: how often it sends, in seconds. `request-status`: it
 * answers with its versions or its state. `restart`: it starts anew and joins again.
 */
export type SettingName = (typeof settingNames)[number];

/** One thing that a device of a profile can be told. */
export interface Setting {
  name: SettingName;
  /** Of a value in seconds; null: there is no value, it is done once. */
  range: { minimum: number; maximum: number; step: number } | null;
  /** The bytes that say so; `seconds` is within the range. */
  bytes(seconds: number): Uint8Array;
}

/**
 * The downlink for a setting; `value` in seconds where the setting has a range.
 * @throws RangeError for a value that the device does not take, or one where none is wanted.
 */
export function encodeSettingOf(fPort: number, setting: Setting, value: number | undefined): Encoded {
  const { name, range } = setting;
  if (!range) {
    if (value !== undefined) throw new RangeError(`${name} takes no value`);
    return { fPort, bytes: setting.bytes(0) };
  }
  if (value === undefined) throw new RangeError(`${name} needs a value`);
  whole(name, value, range.maximum, range.minimum);
  if (value % range.step !== 0) throw new RangeError(`${name} must be a multiple of ${range.step}`);
  return { fPort, bytes: setting.bytes(value) };
}
