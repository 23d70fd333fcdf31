import fc from "fast-check";
import { expect, test } from "vitest";
import {
  encodeSetting,
  type ProfileName,
  profileNames,
  profiles,
  readFacts,
  type settingNames,
} from "./index.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const told = (name: ProfileName, setting: (typeof settingNames)[number], value?: number) => {
  const { fPort, bytes } = encodeSetting(name, setting, value);
  return `${fPort} ${Buffer.from(bytes).toString("hex")}`;
};

// Milesight EM300 user guide §5.3 and WS101 §5.3; Dragino "End Device AT Commands and Downlink Command" §4; MClimate docs
test.each([
  ["milesight-em310-udl", "reporting-interval", 1200, "85 ff03b004"],
  ["milesight-ws101", "reporting-interval", 64_800, "85 ff0320fd"],
  ["milesight-em300-mcs", "restart", undefined, "85 ff10ff"],
  ["milesight-em300-mcs", "request-status", undefined, "85 ff28ff"],
  ["dragino-llds12", "reporting-interval", 60, "2 0100003c"],
  ["dragino-llds12", "restart", undefined, "2 04ff"],
  ["mclimate-button", "reporting-interval", 600, "2 020a"],
  ["mclimate-button", "request-status", undefined, "2 04"],
] as const)("%s is told %s %s by %s", (name, setting, value, expected) => {
  expect(told(name, setting, value)).toBe(expected);
});

test("what a device does not take is refused", () => {
  expect(() => told("milesight-em310-udl", "reporting-interval", 59)).toThrow(RangeError);
  expect(() => told("milesight-em310-udl", "reporting-interval")).toThrow(/needs a value/);
  expect(() => told("milesight-em310-udl", "restart", 1)).toThrow(/no value/);
  expect(() => told("mclimate-button", "reporting-interval", 90)).toThrow(/multiple of 60/);
  expect(() => told("cayenne-lpp", "reporting-interval", 600)).toThrow(/Cayenne LPP/);
});

test.each([
  // WS101 user guide §5.1
  ["milesight-ws101", 85, "ff090100 ff0a0102 ff0f00", { hardwareVersion: "1.0", firmwareVersion: "1.2" }],
  [
    "milesight-ws101",
    85,
    "ff086127a2174132 ff090140 ff0a0114",
    { hardwareVersion: "1.4", firmwareVersion: "1.14" },
  ],
  [
    "milesight-em310-udl",
    85,
    "ff0bff ff0101 ff166329c42503920003 ff090310 ff0a0101 ff0f00",
    { hardwareVersion: "3.1", firmwareVersion: "1.1", hasRestarted: true },
  ],
  ["milesight-em310-udl", 85, "01755C 03824408 040001", {}],
  ["milesight-em310-udl", 2, "ff090310", {}],
  ["mclimate-button", 2, "04 12 10 01 AB 02 9B 03", { hardwareVersion: "1.2", firmwareVersion: "1.0" }],
  ["mclimate-button", 2, "12 0A 04 12 10 01 AB 02 9B 03", { hardwareVersion: "1.2", firmwareVersion: "1.0" }],
  ["mclimate-button", 2, "01 AB 02 9B 03", {}],
  ["cayenne-lpp", 1, "01 67 FF D7", {}],
] as const)("%s, port %d, says of itself in %s", (name, fPort, bytes, facts) => {
  expect(readFacts(name, fPort, hex(bytes))).toEqual(facts);
});

test("any bytes at all give facts or none, and every interval in range is taken", () => {
  fc.assert(
    fc.property(fc.constantFrom(...profileNames), fc.uint8Array({ maxLength: 60 }), (name, bytes) => {
      readFacts(name, profiles[name].fPort, bytes);
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...profileNames), fc.nat(), (name, any) => {
      for (const { name: setting, range } of profiles[name].settings) {
        const steps = range ? Math.floor((range.maximum - range.minimum) / range.step) + 1 : 1;
        const value = range ? range.minimum + (any % steps) * range.step : undefined;
        expect(encodeSetting(name, setting, value).bytes.length).toBeGreaterThan(0);
      }
    }),
  );
});
