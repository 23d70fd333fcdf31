import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, type Measurement, type ProfileName, profiles } from "./index.ts";

const distanceSensors: ProfileName[] = ["milesight-em310-udl", "dragino-llds12", "cayenne-lpp"];

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
  test("every weight, presence and temperature", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -0x7fffff, max: 0x7ffffe }),
        fc.boolean(),
        fc.integer({ min: -300, max: 700 }),
        (weightGrams, present, tenths) => {
          const temperatureC = tenths / 10;
          const all = { weightGrams, present, temperatureC };
          expect(roundTrip("cayenne-lpp", all)).toEqual({ measurement: all });
          const seen = { batteryPercent: 80, present, temperatureC };
          expect(roundTrip("milesight-em300-mcs", seen)).toEqual({ measurement: seen });
        },
      ),
    );
    for (const button of ["short", "double", "triple"] as const) {
      const pressed = { batteryVolts: 3.2, temperatureC: 21.5, button };
      expect(roundTrip("mclimate-button", pressed)).toEqual({ measurement: pressed });
    }
    for (const distanceFault of ["sentinel", "out-of-range"] as const)
      expect(roundTrip("cayenne-lpp", { distanceFault })).toEqual({ measurement: { distanceFault } });
    const measurement = { weightFault: "out-of-range" as const };
    expect(roundTrip("cayenne-lpp", measurement)).toEqual({ measurement });
  });
  test("what a device cannot say is a RangeError", () => {
    expect(() => encode("milesight-em310-udl", { distanceMm: 70_000 })).toThrow(RangeError);
    expect(() => encode("milesight-em310-udl", { button: "short" })).toThrow(RangeError);
    expect(() => encode("milesight-ws101", { distanceMm: 100 })).toThrow(RangeError);
    expect(() => encode("dragino-llds12", { button: "short" })).toThrow(RangeError);
    expect(() => encode("dragino-llds12", { temperatureC: 200 })).toThrow(RangeError);
    expect(() => encode("milesight-ws101", { batteryPercent: 101 })).toThrow(RangeError);
    expect(() => encode("milesight-ws101", { button: "triple" })).toThrow(RangeError);
    expect(() => encode("milesight-em310-udl", { weightGrams: 100 })).toThrow(RangeError);
    expect(() => encode("milesight-em300-mcs", { temperatureC: 71 })).toThrow(RangeError);
    expect(() => encode("mclimate-button", { button: "long" })).toThrow(RangeError);
    expect(() => encode("mclimate-button", { temperatureC: -1 })).toThrow(RangeError);
    expect(() => encode("cayenne-lpp", { button: "short" })).toThrow(RangeError);
    expect(() => encode("cayenne-lpp", { weightGrams: 8_388_607 })).toThrow(RangeError);
    expect(() => encode("cayenne-lpp", { distanceMm: 0 })).toThrow(RangeError);
  });
});
