import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, type Measurement, type ProfileName, profiles } from "./index.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(" ", ""), "hex"));
const distanceSensors: ProfileName[] = ["milesight-em310-udl", "dragino-llds12"];

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
    fc
      .array(
        fc.oneof(
          fc.constantFrom("0175", "0382", "0400", "ff2e", "ff0b", "ffff", "ff16").map(hex),
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

describe("what a device can say survives encode → decode", () => {
  const roundTrip = (name: ProfileName, measurement: Measurement) => {
    const { fPort, bytes } = encode(name, measurement);
    return decode(name, fPort, bytes);
  };
  test("every distance in range", () => {
    fc.assert(
      fc.property(fc.constantFrom(...distanceSensors), fc.nat(), (name, any) => {
        const { minimum, maximum } = profiles[name].rangeMm!;
        const distanceMm = minimum + (any % (maximum - minimum + 1));
        expect(roundTrip(name, { distanceMm })).toMatchObject({ measurement: { distanceMm } });
      }),
    );
  });
  test("battery, tilt, press, temperature and faults", () => {
    for (const button of ["short", "long", "double"] as const) {
      expect(roundTrip("milesight-ws101", { batteryPercent: 55, button })).toEqual({
        measurement: { batteryPercent: 55, button },
      });
    }
    expect(
      roundTrip("milesight-em310-udl", { batteryPercent: 0, distanceFault: "sentinel", tilted: false }),
    ).toEqual({ measurement: { batteryPercent: 0, distanceFault: "sentinel", tilted: false } });
    for (const distanceFault of ["sentinel", "no-echo", "out-of-range"] as const) {
      const measurement = { batteryVolts: 3.1, temperatureC: -7.5, distanceFault };
      expect(roundTrip("dragino-llds12", measurement)).toEqual({ measurement });
    }
  });
  test("what a device cannot say is a RangeError", () => {
    expect(() => encode("milesight-em310-udl", { distanceMm: 70_000 })).toThrow(RangeError);
    expect(() => encode("milesight-em310-udl", { button: "short" })).toThrow(RangeError);
    expect(() => encode("milesight-ws101", { distanceMm: 100 })).toThrow(RangeError);
    expect(() => encode("dragino-llds12", { button: "short" })).toThrow(RangeError);
    expect(() => encode("dragino-llds12", { temperatureC: 200 })).toThrow(RangeError);
    expect(() => encode("milesight-ws101", { batteryPercent: 101 })).toThrow(RangeError);
  });
});
