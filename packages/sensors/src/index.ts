/** Payload bytes → measurement. Pure: no I/O, no clock. */
import { cayenneLpp } from "./cayenne-lpp.ts";
import { draginoLlds12 } from "./dragino-llds12.ts";
import { mclimateButton } from "./mclimate-button.ts";
import type { Decoded, DeviceFacts, Encoded, Measurement } from "./measurement.ts";
import { milesightEm300Mcs } from "./milesight-em300-mcs.ts";
import { milesightEm310Udl } from "./milesight-em310-udl.ts";
import { milesightWs101 } from "./milesight-ws101.ts";
import type { Profile, ProfileName } from "./profile.ts";
import { encodeSettingOf, type SettingName } from "./setting.ts";

export type * from "./measurement.ts";
export * from "./profile.ts";
export { type Setting, type SettingName, settingNames } from "./setting.ts";

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  "milesight-em310-udl": milesightEm310Udl,
  "dragino-llds12": draginoLlds12,
  "milesight-em300-mcs": milesightEm300Mcs,
  "milesight-ws101": milesightWs101,
  "mclimate-button": mclimateButton,
  "cayenne-lpp": cayenneLpp,
};

export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

/** What the payload says, or why it says nothing. Never throws, whatever the name, port and bytes are. */
export function decode(profileName: string, fPort: number, bytes: Uint8Array): Decoded {
  if (!isProfileName(profileName)) return { refused: "unknown-profile" };
  const profile = profiles[profileName];
  if (fPort !== profile.fPort && !profile.takesAnyPort) return { refused: "unknown-port" };
  return profile.decode(bytes);
}

/**
 * The payload that a device of this profile would send.
 * @throws RangeError when the device cannot express the measurement.
 */
export function encode(profileName: ProfileName, measurement: Measurement): Encoded {
  return profiles[profileName].encode(measurement);
}

/** What the device says of itself in this payload, if anything. Never throws. */
export function readFacts(profileName: ProfileName, fPort: number, bytes: Uint8Array): DeviceFacts {
  const profile = profiles[profileName];
  if (!profile.facts || (fPort !== profile.fPort && !profile.takesAnyPort)) return {};
  return profile.facts(bytes);
}

/**
 * The downlink that tells a device of this profile a setting; `value` in seconds where it has one.
 * @throws RangeError when the profile does not know the setting, or the device does not take the value.
 */
export function encodeSetting(profileName: ProfileName, name: SettingName, value?: number): Encoded {
  const profile = profiles[profileName];
  const setting = profile.settings.find((each) => each.name === name);
  if (!setting) throw new RangeError(`${profile.model} can't be told ${name}`);
  return encodeSettingOf(profile.fPort, setting, value);
}
