import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, type ProfileName, profiles } from "./index.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));

describe("published example payloads", () => {
  // https://github.com/Milesight-IoT/SensorDecoders/tree/main/em-series/em310-udl, README "Example"; the same one in
  // https://github.com/TheThingsNetwork/lorawan-devices, vendor/milesight-iot/em310-udl-codec.yaml
  test("Milesight EM310-UDL: battery 92 %, 2116 mm, tilted", () => {
    expect(decode("milesight-em310-udl", 85, hex("01755C 03824408 040001"))).toEqual({
      measurement: { batteryPercent: 92, distanceMm: 2116, tilted: true },
    });
  });
  // https://github.com/TheThingsNetwork/lorawan-devices, vendor/dragino/llds12-codec.yaml
  test("Dragino LLDS12: 3.42 V, 284 cm, signal 433, LiDAR at 30 °C", () => {
    expect(decode("dragino-llds12", 2, hex("0D5C 0000 0B18 01B1 00 1E 01"))).toEqual({
      measurement: { batteryVolts: 3.42, temperatureC: 30, distanceMm: 2840 },
    });
  });
  // LLDS12 User Manual §2.3.1–2.3.3: 0x0B45 = 2885 mV, 0x0105 = 26.1 °C, 0xFF3F = -19.3 °C, 0x0BEA = 305 cm
  test.each([
    ["0105", 26.1],
    ["FF3F", -19.3],
  ])("Dragino LLDS12 manual: probe %s is %d °C, 0B45 is 2.885 V, 0BEA is 305 cm", (probe, temperatureC) => {
    expect(decode("dragino-llds12", 2, hex(`0B45 ${probe} 0BEA 0200 00 19 01`))).toEqual({
      measurement: { batteryVolts: 2.885, temperatureC, distanceMm: 3050 },
    });
  });
  // https://github.com/Milesight-IoT/SensorDecoders/tree/main/WS_Series/WS101, README "Example"
  test("Milesight WS101: battery 16 %, short press", () => {
    expect(decode("milesight-ws101", 85, hex("01 75 10 FF 2E 01"))).toEqual({
      measurement: { batteryPercent: 16, button: "short" },
    });
  });
  // https://github.com/Milesight-IoT/SensorDecoders/tree/main/em-series/em300-mcs, README "Example"
  test("Milesight EM300-MCS: battery 92 %, 30.8 °C, the magnet is gone", () => {
    expect(decode("milesight-em300-mcs", 85, hex("01755C 03673401 046865 060001"))).toEqual({
      measurement: { batteryPercent: 92, temperatureC: 30.8, present: false },
    });
    expect(decode("milesight-em300-mcs", 85, hex("20CE9E74466310015D01"))).toEqual({
      refused: "not-a-reading",
    });
    expect(decode("milesight-em300-mcs", 85, hex("0367F6FF 060000"))).toEqual({
      measurement: { temperatureC: -1, present: true },
    });
  });
  // MClimate, "Keep-alive command explanation", table 4: 2968 mV, 66.7 °C, three presses
  test("MClimate Multipurpose Button: 2.968 V, 66.7 °C, three presses; also behind an answer to a command", () => {
    const measurement = { batteryVolts: 2.968, temperatureC: 66.7, button: "triple" };
    expect(decode("mclimate-button", 2, hex("01 AB 02 9B 03"))).toEqual({ measurement });
    expect(decode("mclimate-button", 2, hex("12 0A 01 AB 02 9B 03"))).toEqual({ measurement });
    expect(decode("mclimate-button", 2, hex("01 AB 04 00 00"))).toEqual({
      measurement: { batteryVolts: 2.968 },
    });
  });
  // myDevices, Cayenne LPP README, "Examples"; distance and load as the libraries named in cayenne-lpp.ts write them
  test.each([
    ["03 67 01 10  05 67 00 FF", { temperatureC: 27.2 }],
    ["01 67 FF D7  06 71 04 D2 FB 2E 00 00", { temperatureC: -4.1 }],
    ["01 82 00 00 04 D2", { distanceMm: 1234 }],
    ["01 7A 00 30 39", { weightGrams: 12_345 }],
    ["01 7A FF FF FB", { weightGrams: -5 }],
    ["01 7A 00 03 E8  02 7A 00 07 D0  01 7A 00 00 64", { weightGrams: 2_100 }],
    ["02 66 01", { present: true }],
    ["02 66 00  01 00 01", { present: false }],
    ["03 00 01  02 00 00", { present: false }],
    ["01 82 00 00 03 E8  01 67 00 C8  04 02 01 2C", { distanceMm: 1000, temperatureC: 20 }],
  ])("Cayenne LPP %s", (bytes, measurement) => {
    expect(decode("cayenne-lpp", 1, hex(bytes))).toEqual({ measurement });
    expect(decode("cayenne-lpp", 99, hex(bytes))).toEqual({ measurement });
  });
  test.each([
    ["02", "long"],
    ["03", "double"],
  ])("Milesight WS101: press %s is %s", (code, button) => {
    expect(decode("milesight-ws101", 85, hex(`FF2E${code}`))).toEqual({ measurement: { button } });
  });
});

describe("error codes are not levels", () => {
  test.each([
    ["0000", "sentinel"],
    ["ffff", "sentinel"],
    ["fdff", "sentinel"],
    ["e8fd", "sentinel"],
    ["1d00", "out-of-range"],
    ["9511", "out-of-range"],
  ])("EM310-UDL distance bytes %s: %s", (bytes, distanceFault) => {
    expect(decode("milesight-em310-udl", 85, hex(`0382${bytes}`))).toEqual({
      measurement: { distanceFault },
    });
  });
  test.each([
    ["FFFF 0200", "sentinel"],
    ["0000 0200", "sentinel"],
    ["0BEA 0064", "no-echo"],
    ["0BEA FFFF", "no-echo"],
    ["0063 0200", "out-of-range"],
    ["2EE1 0200", "out-of-range"],
  ])("LLDS12 distance and signal strength %s: %s", (bytes, distanceFault) => {
    expect(decode("dragino-llds12", 2, hex(`0B45 0000 ${bytes} 00 19 01`))).toEqual({
      measurement: { batteryVolts: 2.885, temperatureC: 25, distanceFault },
    });
  });
  test.each([
    ["01 82 00 00 00 00", { distanceFault: "sentinel" }],
    ["01 82 FF FF FF FF", { distanceFault: "sentinel" }],
    ["01 82 00 00 C3 51", { distanceFault: "out-of-range" }],
    ["01 7A 7F FF FF", { weightFault: "out-of-range" }],
    ["01 7A 80 00 00  02 7A 00 00 10", { weightFault: "out-of-range" }],
    ["01 66 01  01 67 7F FF", { present: true }],
  ])("Cayenne LPP %s", (bytes, measurement) => {
    expect(decode("cayenne-lpp", 1, hex(bytes))).toEqual({ measurement });
  });
  test("a temperature that the contact cannot have is left out", () => {
    expect(decode("milesight-em300-mcs", 85, hex("0367FF7F 060000"))).toEqual({
      measurement: { present: true },
    });
  });
  test("a battery level that is none is left out", () => {
    expect(decode("milesight-em310-udl", 85, hex("0175ff 0382e803"))).toEqual({
      measurement: { distanceMm: 1000 },
    });
  });
});

describe("what is no reading is refused by name", () => {
  test.each([
    ["milesight-em310-udl", 85, "", "empty"],
    ["milesight-em310-udl", 85, "0382e8", "truncated"],
    ["milesight-em310-udl", 85, "03", "truncated"],
    ["milesight-em310-udl", 85, "0982e803", "unknown-channel"],
    ["milesight-em310-udl", 85, "040002", "invalid-value"],
    ["milesight-em310-udl", 2, "0382e803", "unknown-port"],
    // what a Milesight device sends when it has joined (EM400-MUD user guide §6.1, example 1)
    [
      "milesight-em310-udl",
      85,
      "ff0bff ff0101 ff166329c42503920003 ff090100 ff0a0101 ff0f00",
      "not-a-reading",
    ],
    ["milesight-ws101", 85, "ff2e00", "invalid-value"],
    ["dragino-llds12", 2, "0b45", "wrong-length"],
    ["dragino-llds12", 2, "0b450000 0bea0200 001902", "not-a-reading"],
    ["dragino-llds12", 5, "0b450000 0bea0200 001901", "unknown-port"],
    ["milesight-em300-mcs", 85, "060002", "invalid-value"],
    ["milesight-em300-mcs", 85, "0600", "truncated"],
    ["milesight-em300-mcs", 85, "0382e803", "unknown-channel"],
    ["milesight-em300-mcs", 85, "046865", "not-a-reading"],
    ["mclimate-button", 2, "", "empty"],
    ["mclimate-button", 2, "01ab029b", "truncated"],
    ["mclimate-button", 2, "01ab029b04", "invalid-value"],
    ["mclimate-button", 2, "12ab029b03", "not-a-reading"],
    ["mclimate-button", 3, "01ab029b03", "unknown-port"],
    ["cayenne-lpp", 1, "", "empty"],
    ["cayenne-lpp", 1, "01", "truncated"],
    ["cayenne-lpp", 1, "01820000", "truncated"],
    ["cayenne-lpp", 1, "016602", "invalid-value"],
    ["cayenne-lpp", 1, "010005", "invalid-value"],
    ["cayenne-lpp", 1, "01a0ff", "unknown-channel"],
    ["cayenne-lpp", 1, "01020064", "not-a-reading"],
    ["toString", 85, "0382e803", "unknown-profile"],
  ])("%s, port %d, bytes %s: %s", (name, fPort, bytes, refused) => {
    expect(decode(name, fPort, hex(bytes))).toEqual({ refused });
  });
});

describe("any bytes at all", () => {
  const names = Object.keys(profiles) as ProfileName[];
  const anyPayload = fc.oneof(
    fc.uint8Array({ maxLength: 255 }),
    fc.uint8Array({ minLength: 11, maxLength: 11 }),
    fc.uint8Array({ minLength: 4, maxLength: 4 }).map((rest) => Uint8Array.from([1, ...rest])),
    fc
      .array(
        fc.oneof(
          fc
            .constantFrom(
              "0175",
              "0382",
              "0400",
              "ff2e",
              "ff0b",
              "ffff",
              "ff16",
              "0367",
              "0600",
              "20ce",
              "017a",
              "0166",
              "0100",
            )
            .map(hex),
          fc.uint8Array({ maxLength: 3 }),
        ),
        { maxLength: 12 },
      )
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part]))),
  );
  test("give a measurement inside the device's limits or a named refusal, never an exception", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), anyPayload, (name, bytes) => {
        const decoded = decode(name, profiles[name].fPort, bytes);
        if ("refused" in decoded) {
          expect(decoded.refused).toMatch(/^[a-z-]+$/);
          return;
        }
        const { distanceMm, distanceFault, batteryPercent, batteryVolts, temperatureC } = decoded.measurement;
        const { weightGrams, weightFault, present, button } = decoded.measurement;
        const { measures } = profiles[name];
        if (weightGrams !== undefined) {
          expect(weightFault).toBeUndefined();
          expect(Number.isInteger(weightGrams)).toBe(true);
          expect(Math.abs(weightGrams)).toBeLessThanOrEqual(0x800000 * 64);
        }
        if (weightGrams !== undefined || weightFault !== undefined) expect(measures).toContain("weight");
        if (distanceMm !== undefined || distanceFault !== undefined) expect(measures).toContain("distance");
        if (present !== undefined) expect(measures).toContain("presence");
        if (button !== undefined) expect(measures).toContain("button");
        const range = profiles[name].rangeMm;
        if (distanceMm !== undefined) {
          expect(distanceFault).toBeUndefined();
          expect(distanceMm).toBeGreaterThanOrEqual(range!.minimum);
          expect(distanceMm).toBeLessThanOrEqual(range!.maximum);
        }
        if (batteryPercent !== undefined) expect(batteryPercent).toBeLessThanOrEqual(100);
        if (batteryVolts !== undefined) expect(batteryVolts).toBeLessThan(16.384);
        if (temperatureC !== undefined) expect(Math.abs(temperatureC)).toBeLessThanOrEqual(128);
      }),
      { numRuns: 3000 },
    );
  });
  test("on any port and for any profile name do no harm", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), anyPayload, (name, fPort, bytes) => {
        expect(decode(name, fPort, bytes)).toBeTypeOf("object");
      }),
    );
  });
  test("a payload decodes alike inside a larger buffer", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), anyPayload, fc.nat(9), (name, bytes, offset) => {
        const larger = new Uint8Array(bytes.length + offset + 4).fill(0xa5);
        larger.set(bytes, offset);
        const view = larger.subarray(offset, offset + bytes.length);
        expect(decode(name, profiles[name].fPort, view)).toEqual(decode(name, profiles[name].fPort, bytes));
      }),
    );
  });
});
