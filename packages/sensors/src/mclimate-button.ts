/**
 * MClimate Multipurpose Button, with thermometer.
 * Layout (port 2): https://github.com/MClimate/docs/tree/main/devices/mclimate-multipurpose-button-lorawan ("Keep-alive", tables 3
 * and 4): 5 bytes, the command 01, battery (× 8 + 1600 mV), thermometer status (bit 2: broken) with the temperature
 * (10 bits, 0.1 °C), presses (1 single, 2 double, 3 triple; 0 in a message that only tells that the button lives).
 * Answers to commands stand before the same 5 bytes, so only the last five count.
 */
import { onlyFields, whole } from "./encodable.ts";
import type { ButtonPress, Decoded, DeviceFacts, Encoded, Measurement } from "./measurement.ts";
import type { Profile } from "./profile.ts";
import type { Setting } from "./setting.ts";

const KEEP_ALIVE = 0x01;
const LENGTH = 5;
const THERMOMETER_BROKEN = 0x04;
const presses: readonly (ButtonPress | undefined)[] = [undefined, "short", "double", "triple"];

function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length < LENGTH) return { refused: "truncated" };
  const last = bytes.subarray(-LENGTH) as unknown as [number, number, number, number, number];
  const [command, battery, status, low, count] = last;
  if (command !== KEEP_ALIVE) return { refused: "not-a-reading" };
  if (count >= presses.length) return { refused: "invalid-value" };
  const measurement: Measurement = { batteryVolts: (battery * 8 + 1600) / 1000 };
  if ((status & THERMOMETER_BROKEN) === 0) measurement.temperatureC = ((status & 0x03) * 256 + low) / 10;
  const press = presses[count];
  if (press !== undefined) measurement.button = press;
  return { measurement };
}

function encode(measurement: Measurement): Encoded {
  onlyFields("MClimate Multipurpose Button", measurement, ["batteryVolts", "temperatureC", "button"]);
  const { batteryVolts = 3, temperatureC, button } = measurement;
  const count = presses.indexOf(button);
  if (count < 0) throw new RangeError(`a Multipurpose Button knows no ${button} press`);
  const battery = whole("batteryVolts in steps of 8 mV", Math.round((batteryVolts * 1000 - 1600) / 8), 255);
  const tenths = whole("temperatureC in tenths", Math.round((temperatureC ?? 0) * 10), 0x3ff);
  const status = temperatureC === undefined ? THERMOMETER_BROKEN : tenths >> 8;
  return { fPort: 2, bytes: Uint8Array.from([KEEP_ALIVE, battery, status, tenths & 0xff, count]) };
}

const VERSIONS = 0x04;
/** Bytes after the command in answers that may stand before the keep-alive (uplink decoder in MClimate/docs). */
const answers: Readonly<Record<number, number>> = { [VERSIONS]: 2, 18: 1, 20: 1, 25: 1, 27: 1, 29: 2, 31: 1 };

/** "Read device hardware and software version": 04 12 10 is hardware 1.2, software 1.0, four bits each. */
function facts(bytes: Uint8Array): DeviceFacts {
  const before = bytes.length - LENGTH;
  for (let at = 0; at < before; ) {
    const command = bytes[at]!;
    const length = answers[command];
    if (length === undefined || at + 1 + length > before) return {};
    if (command === VERSIONS) {
      const version = (byte: number) => `${byte >> 4}.${byte & 0x0f}`;
      return { hardwareVersion: version(bytes[at + 1]!), firmwareVersion: version(bytes[at + 2]!) };
    }
    at += 1 + length;
  }
  return {};
}

/** Commands cheat sheet (MClimate/docs): 02 sets the keep-alive period, one byte, minutes. */
const interval: Setting = {
  name: "reporting-interval",
  range: { minimum: 60, maximum: 255 * 60, step: 60 },
  bytes: (seconds) => Uint8Array.from([0x02, seconds / 60]),
};
/** The same: 04 reads the versions. */
const versions: Setting = { name: "request-status", range: null, bytes: () => Uint8Array.from([VERSIONS]) };

export const mclimateButton: Profile = {
  name: "mclimate-button",
  manufacturer: "MClimate",
  model: "Multipurpose Button",
  measures: ["button"],
  fPort: 2,
  rangeMm: null,
  decode,
  encode,
  facts,
  settings: [interval, versions],
};
