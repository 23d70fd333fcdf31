/**
 * Milesight WS101, a button.
 * Layout: https://github.com/Milesight-IoT/SensorDecoders/tree/main/WS_Series/WS101 (port 85; battery 01 75,
 * press ff 2e with 1 short, 2 long, 3 double).
 */
import { onlyFields, whole } from "./encodable.ts";
import type { ButtonPress, Decoded, Encoded, Measurement } from "./measurement.ts";
import { BATTERY, readBattery, readChannels, readFacts } from "./milesight-channels.ts";
import { milesightInterval } from "./milesight-settings.ts";
import type { Profile } from "./profile.ts";

const PRESS = 0xff2e;
const lengths = { [BATTERY]: 1, [PRESS]: 1 };
const presses: readonly (ButtonPress | undefined)[] = [undefined, "short", "long", "double"];

function decode(bytes: Uint8Array): Decoded {
  const read = readChannels(bytes, lengths);
  if ("refused" in read) return read;
  if (read.channels.length === 0) return { refused: "not-a-reading" };
  const measurement: Measurement = {};
  for (const { key, value } of read.channels) {
    if (key === BATTERY) {
      const percent = readBattery(value);
      if (percent !== undefined) measurement.batteryPercent = percent;
    } else {
      const press = presses[value[0]!];
      if (press === undefined) return { refused: "invalid-value" };
      measurement.button = press;
    }
  }
  return { measurement };
}

function encode(measurement: Measurement): Encoded {
  onlyFields("WS101", measurement, ["batteryPercent", "button"]);
  const bytes: number[] = [];
  if (measurement.batteryPercent !== undefined) {
    bytes.push(0x01, 0x75, whole("batteryPercent", measurement.batteryPercent, 100));
  }
  const press = presses.indexOf(measurement.button);
  if (press < 0) throw new RangeError(`a WS101 knows no ${measurement.button} press`);
  if (press > 0) bytes.push(0xff, 0x2e, press);
  return { fPort: 85, bytes: Uint8Array.from(bytes) };
}

export const milesightWs101: Profile = {
  name: "milesight-ws101",
  manufacturer: "Milesight",
  model: "WS101",
  measures: ["button"],
  fPort: 85,
  rangeMm: null,
  decode,
  encode,
  facts: (bytes) => readFacts(bytes, lengths),
  settings: [milesightInterval],
};
