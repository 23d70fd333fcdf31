import fc from "fast-check";
import { expect, test } from "vitest";
import { gpsSeconds, hoppingFrequency, nextPingSlot, pingOffset, unixMs } from "./class-b.ts";

test("GPS time is ahead of UTC by 18 leap seconds", () => {
  // 2018-01-01T00:00:00Z is GPS week 1982, day 1 (1,198,800,018 s): the US Naval Observatory's table of leap seconds.
  expect(gpsSeconds(Date.UTC(2018, 0, 1))).toBe(1_198_800_018);
  expect(unixMs(gpsSeconds(1_700_000_000_000))).toBe(1_700_000_000_000);
});

test("a device's next ping slot lies within its period, and slots of a period are equally far apart", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.nat(0xffffffff),
      (periodicity, after, address) => {
        const devAddr = address.toString(16).padStart(8, "0");
        const slot = nextPingSlot(after, devAddr, periodicity);
        expect(slot).toBeGreaterThan(after);
        // Never farther than one period, the reserved time and the guard around the beacon.
        expect(slot - after).toBeLessThan(2 ** periodicity * 0.96 + 128 + 3);
        const beacon = Math.floor(slot / 128) * 128;
        const offset = pingOffset(beacon, devAddr, 2 ** (5 + periodicity));
        const slots = (slot - beacon - 2.12) / 0.03;
        expect(
          Math.abs(
            (slots - offset) / 2 ** (5 + periodicity) - Math.round((slots - offset) / 2 ** (5 + periodicity)),
          ),
        ).toBeLessThan(0.01);
        // Slots end before the guard time of the next beacon.
        expect(slot - beacon).toBeLessThan(125);
      },
    ),
  );
});

test("where a region hops, device and beacon period choose the frequency", () => {
  expect(hoppingFrequency([1, 2, 3], 0)).toBe(1);
  expect(hoppingFrequency([1, 2, 3], 128)).toBe(2);
  expect(hoppingFrequency([1, 2, 3], 128, "00000001")).toBe(3);
});
