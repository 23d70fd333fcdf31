/**
 * Downlink commands of Milesight devices, on the port of their readings (85).
 * Sources: user guides EM300 series §5.3 and WS101 §5.3 (ff 03, reporting interval, 2 bytes little-endian, seconds;
 * example ff 03 b0 04: 1200 s), and the encoders in https://github.com/Milesight-IoT/SensorDecoders
 * (em-series/em400-tld/em400-tld-encoder.js, em-series/em300-cl/em300-cl-encoder.js): ff 10 ff restarts, ff 28 ff asks for
 * the state, intervals are from 60 to 64,800 s.
 */
import type { Setting } from "./setting.ts";

export const milesightInterval: Setting = {
  name: "reporting-interval",
  range: { minimum: 60, maximum: 64_800, step: 1 },
  bytes: (seconds) => Uint8Array.from([0xff, 0x03, seconds & 0xff, seconds >> 8]),
};
export const milesightStatus: Setting = {
  name: "request-status",
  range: null,
  bytes: () => Uint8Array.from([0xff, 0x28, 0xff]),
};
export const milesightRestart: Setting = {
  name: "restart",
  range: null,
  bytes: () => Uint8Array.from([0xff, 0x10, 0xff]),
};
