/**
 * Dragino LLDS12, LiDAR distance sensor.
 * Layout: LLDS12 User Manual §2.3 (http://wiki.dragino.com/xwiki/bin/view/Main/User%20Manual%20for%20LoRaWAN%20End%20Nodes/LLDS12-LoRaWAN%20LiDAR%20ToF%20Distance%20Sensor%20User%20Manual/)
 * and the codec that Dragino published in https://github.com/TheThingsNetwork/lorawan-devices
 * (vendor/dragino/llds12.js). Port 2, 11 bytes, big-endian: battery (14 bits, mV), DS18B20 temperature (0.1 °C, 0 when
 * no probe is plugged in), distance (0.1 cm), signal strength, interrupt flag, LiDAR temperature (°C), message type.
 * A distance is credible only with a signal strength above 100 and other than 65535 (§2.3.4). Range 0.1–12 m.
 */
import { onlyFields, whole } from "./encodable.ts";
import type { Decoded, Encoded, Measurement } from "./measurement.ts";
import type { Profile } from "./profile.ts";
import type { Setting } from "./setting.ts";

const LENGTH = 11;
const NORMAL_UPLINK = 1;
const CONFIGURATION_REPLY = 2;
const rangeMm = { minimum: 100, maximum: 12_000 };

function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: "empty" };
  if (bytes.length !== LENGTH) return { refused: "wrong-length" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, LENGTH);
  const messageType = view.getUint8(10);
  if (messageType === CONFIGURATION_REPLY) return { refused: "not-a-reading" };
  if (messageType !== NORMAL_UPLINK) return { refused: "invalid-value" };
  const measurement: Measurement = {};
  const millivolts = view.getUint16(0) & 0x3fff;
  if (millivolts > 0) measurement.batteryVolts = millivolts / 1000;
  const probe = view.getInt16(2) / 10;
  measurement.temperatureC = probe !== 0 && probe >= -55 && probe <= 125 ? probe : view.getInt8(9);
  const distance = view.getUint16(4);
  const strength = view.getUint16(6);
  if (distance === 0 || distance === 0xffff) measurement.distanceFault = "sentinel";
  else if (strength <= 100 || strength === 0xffff) measurement.distanceFault = "no-echo";
  else if (distance < rangeMm.minimum || distance > rangeMm.maximum) {
    measurement.distanceFault = "out-of-range";
  } else measurement.distanceMm = distance;
  return { measurement };
}

function encode(measurement: Measurement): Encoded {
  onlyFields("LLDS12", measurement, ["batteryVolts", "temperatureC", "distanceMm", "distanceFault"]);
  const fault = measurement.distanceFault;
  const distance =
    fault === "sentinel"
      ? 0xffff
      : fault === "out-of-range"
        ? rangeMm.maximum + 1
        : (measurement.distanceMm ?? (fault === undefined ? 0 : rangeMm.maximum));
  whole("distanceMm", distance, 0xffff);
  const millivolts = Math.round((measurement.batteryVolts ?? 3.6) * 1000);
  const temperature = measurement.temperatureC ?? 20;
  if (!(temperature >= -55 && temperature <= 125))
    throw new RangeError("temperatureC must be from -55 to 125");
  const view = new DataView(new ArrayBuffer(LENGTH));
  view.setUint16(0, whole("batteryVolts in mV", millivolts, 0x3fff));
  view.setInt16(2, Math.round(temperature * 10));
  view.setUint16(4, distance);
  view.setUint16(6, fault === "no-echo" ? 20 : 1000);
  view.setInt8(9, Math.round(temperature));
  view.setUint8(10, NORMAL_UPLINK);
  return { fPort: 2, bytes: new Uint8Array(view.buffer) };
}

/** "End Device AT Commands and Downlink Command" (wiki.dragino.com) §4.1: 01 and three bytes, seconds: 01 00 00 3C is 60 s. */
const interval: Setting = {
  name: "reporting-interval",
  range: { minimum: 60, maximum: 86_400, step: 1 },
  bytes: (seconds) => Uint8Array.from([0x01, seconds >> 16, (seconds >> 8) & 0xff, seconds & 0xff]),
};
/** The same, §4.2: 04 FF. */
const restart: Setting = { name: "restart", range: null, bytes: () => Uint8Array.from([0x04, 0xff]) };

export const draginoLlds12: Profile = {
  name: "dragino-llds12",
  manufacturer: "Dragino",
  model: "LLDS12",
  measures: ["distance"],
  fPort: 2,
  rangeMm,
  decode,
  encode,
  settings: [interval, restart],
};
