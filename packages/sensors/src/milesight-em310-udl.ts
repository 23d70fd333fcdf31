/**
 * Milesight EM310-UDL, ultrasonic distance sensor with a tilt switch.
 * Layout: https://github.com/Milesight-IoT/SensorDecoders/tree/main/em-series/em310-udl (port 85; battery 01 75,
 * distance 03 82 little-endian mm, position 04 00). Range 30–4,500 mm. The device sends 0 when nothing is in range;
 * its siblings (EM500-UDL and EM400 user guides) name ffff "collection failed", fffd "out of range" and 65000
 * "no measurement", which are refused as levels here too.
 */
import { onlyFields, whole } from "./encodable.ts";
import type { Decoded, Encoded, Measurement } from "./measurement.ts";
import { BATTERY, readBattery, readChannels, readFacts } from "./milesight-channels.ts";
import { milesightInterval, milesightRestart, milesightStatus } from "./milesight-settings.ts";
import type { Profile } from "./profile.ts";

const DISTANCE = 0x0382;
const POSITION = 0x0400;
const lengths = { [BATTERY]: 1, [DISTANCE]: 2, [POSITION]: 1 };
const sentinels = new Set([0, 65000, 0xfffd, 0xffff]);
const rangeMm = { minimum: 30, maximum: 4500 };

function decode(bytes: Uint8Array): Decoded {
  const read = readChannels(bytes, lengths);
  if ("refused" in read) return read;
  if (read.channels.length === 0) return { refused: "not-a-reading" };
  const measurement: Measurement = {};
  for (const { key, value } of read.channels) {
    if (key === BATTERY) {
      const percent = readBattery(value);
      if (percent !== undefined) measurement.batteryPercent = percent;
    } else if (key === POSITION) {
      if (value[0]! > 1) return { refused: "invalid-value" };
      measurement.tilted = value[0] === 1;
    } else {
      delete measurement.distanceMm;
      delete measurement.distanceFault;
      const distance = value[0]! + value[1]! * 256;
      if (sentinels.has(distance)) measurement.distanceFault = "sentinel";
      else if (distance < rangeMm.minimum || distance > rangeMm.maximum) {
        measurement.distanceFault = "out-of-range";
      } else measurement.distanceMm = distance;
    }
  }
  return { measurement };
}

function encode(measurement: Measurement): Encoded {
  onlyFields("EM310-UDL", measurement, ["batteryPercent", "distanceMm", "distanceFault", "tilted"]);
  const bytes: number[] = [];
  if (measurement.batteryPercent !== undefined) {
    bytes.push(0x01, 0x75, whole("batteryPercent", measurement.batteryPercent, 100));
  }
  const fault = measurement.distanceFault;
  const distance =
    fault === "out-of-range" ? rangeMm.maximum + 1 : fault !== undefined ? 0 : measurement.distanceMm;
  if (distance !== undefined) {
    whole("distanceMm", distance, rangeMm.maximum + 1);
    bytes.push(0x03, 0x82, distance & 0xff, distance >> 8);
  }
  if (measurement.tilted !== undefined) bytes.push(0x04, 0x00, measurement.tilted ? 1 : 0);
  return { fPort: 85, bytes: Uint8Array.from(bytes) };
}

export const milesightEm310Udl: Profile = {
  name: "milesight-em310-udl",
  manufacturer: "Milesight",
  model: "EM310-UDL",
  measures: ["distance"],
  fPort: 85,
  rangeMm,
  decode,
  encode,
  facts: (bytes) => readFacts(bytes, lengths),
  settings: [milesightInterval, milesightStatus, milesightRestart],
};
