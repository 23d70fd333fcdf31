/**
 * Milesight EM300-MCS, a magnetic contact with thermometer: the magnet sits on the bin, the contact at its place, so a
 * closed contact says that the bin stands there.
 * Layout: https://github.com/Milesight-IoT/SensorDecoders/tree/main/em-series/em300-mcs (port 85; battery 01 75,
 * temperature 03 67 little-endian 0.1 °C, humidity 04 68, magnet 06 00 with 0 closed and 1 open, history 20 ce).
 * What the device kept from earlier (20 ce) is no reading of now and is passed over. Range −30–70 °C.
 */
import { onlyFields, whole } from "./encodable.ts";
import type { Decoded, Encoded, Measurement } from "./measurement.ts";
import { BATTERY, readBattery, readChannels, readFacts } from "./milesight-channels.ts";
import { milesightInterval, milesightRestart, milesightStatus } from "./milesight-settings.ts";
import type { Profile } from "./profile.ts";

const TEMPERATURE = 0x0367;
const HUMIDITY = 0x0468;
const MAGNET = 0x0600;
const HISTORY = 0x20ce;
const lengths = { [BATTERY]: 1, [TEMPERATURE]: 2, [HUMIDITY]: 1, [MAGNET]: 1, [HISTORY]: 8 };
const rangeC = { minimum: -30, maximum: 70 };

function decode(bytes: Uint8Array): Decoded {
  const read = readChannels(bytes, lengths);
  if ("refused" in read) return read;
  const measurement: Measurement = {};
  for (const { key, value } of read.channels) {
    if (key === BATTERY) {
      const percent = readBattery(value);
      if (percent !== undefined) measurement.batteryPercent = percent;
    } else if (key === TEMPERATURE) {
      const celsius = (((value[0]! | (value[1]! << 8)) << 16) >> 16) / 10;
      if (celsius >= rangeC.minimum && celsius <= rangeC.maximum) measurement.temperatureC = celsius;
    } else if (key === MAGNET) {
      if (value[0]! > 1) return { refused: "invalid-value" };
      measurement.present = value[0] === 0;
    }
  }
  return Object.keys(measurement).length === 0 ? { refused: "not-a-reading" } : { measurement };
}

function encode(measurement: Measurement): Encoded {
  onlyFields("EM300-MCS", measurement, ["batteryPercent", "temperatureC", "present"]);
  const { batteryPercent, temperatureC, present } = measurement;
  const bytes: number[] = [];
  if (batteryPercent !== undefined) bytes.push(0x01, 0x75, whole("batteryPercent", batteryPercent, 100));
  if (temperatureC !== undefined) {
    const tenths = Math.round(temperatureC * 10);
    whole("temperatureC in tenths", tenths, rangeC.maximum * 10, rangeC.minimum * 10);
    bytes.push(0x03, 0x67, tenths & 0xff, (tenths >> 8) & 0xff);
  }
  if (present !== undefined) bytes.push(0x06, 0x00, present ? 0 : 1);
  return { fPort: 85, bytes: Uint8Array.from(bytes) };
}

export const milesightEm300Mcs: Profile = {
  name: "milesight-em300-mcs",
  manufacturer: "Milesight",
  model: "EM300-MCS",
  measures: ["presence"],
  fPort: 85,
  rangeMm: null,
  decode,
  encode,
  facts: (bytes) => readFacts(bytes, lengths),
  settings: [milesightInterval, milesightStatus, milesightRestart],
};
