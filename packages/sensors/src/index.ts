/** Payload bytes → measurement. Pure: no I/O, no clock. */
import { draginoLlds12 } from "./dragino-llds12.ts";
import type { Decoded, Encoded, Measurement } from "./measurement.ts";
import { milesightEm310Udl } from "./milesight-em310-udl.ts";
import { milesightWs101 } from "./milesight-ws101.ts";
import type { Profile, ProfileName } from "./profile.ts";

export type * from "./measurement.ts";
export type * from "./profile.ts";

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  "milesight-em310-udl": milesightEm310Udl,
  "dragino-llds12": draginoLlds12,
  "milesight-ws101": milesightWs101,
};

export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

/** What the payload says, or why it says nothing. Never throws, whatever the name, port and bytes are. */
export function decode(profileName: string, fPort: number, bytes: Uint8Array): Decoded {
  if (!isProfileName(profileName)) return { refused: "unknown-profile" };
  const profile = profiles[profileName];
  if (fPort !== profile.fPort) return { refused: "unknown-port" };
  return profile.decode(bytes);
}

/**
 * The payload that a device of this profile would send.
 * @throws RangeError when the device cannot express the measurement.
 */
export function encode(profileName: ProfileName, measurement: Measurement): Encoded {
  return profiles[profileName].encode(measurement);
}
