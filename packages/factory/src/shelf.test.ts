import { decode } from "@refill/sensors";
import { expect, test } from "vitest";
import { heavyNoise, type Noise, usualNoise } from "./noise.ts";
import { encodePayload } from "./payload.ts";
import { planDemonstration } from "./plan.ts";
import { type Random, random } from "./random.ts";
import { type Measured, Shelf, type ShelfGeometry } from "./shelf.ts";
import { StockSensor } from "./stock-sensor.ts";

const lane: ShelfGeometry = {
  kind: "containers",
  emptyDistanceMm: 2000,
  containerDepthMm: 300,
  capacityContainers: 6,
  piecesPerContainer: 10,
};
const scales: ShelfGeometry = { kind: "weight", tareGrams: 3000, pieceGrams: 40, capacityPieces: 200 };
const twoBins: ShelfGeometry = { kind: "presence", positions: 2, piecesPerPosition: 50 };
const silent: Noise = {
  ...usualNoise,
  deviationMm: 0,
  deviationShare: 0,
  faults: 0,
  outliers: 0,
};

/** One message every 20 minutes. */
function messages(shelf: Shelf, dice: Random, count: number, sensor = 0): (Measured | undefined)[] {
  return Array.from({ length: count }, (_, index) => shelf.measure(dice, { sensor, at: index * 1200 }));
}

test("two bins and many: as many are there as the pieces need", () => {
  const shelf = new Shelf(twoBins, 100, { noise: silent });
  const present = () => Array.from({ length: shelf.sensors }, (_, sensor) => shelf.truth(sensor).present);
  expect(present()).toEqual([true, true]);
  shelf.take(49);
  expect(present()).toEqual([true, true]);
  shelf.take(1);
  expect(present()).toEqual([true, false]);
  shelf.take(50);
  expect(present()).toEqual([false, false]);
  const many = new Shelf({ kind: "presence", positions: 5, piecesPerPosition: 10, presentBelowMm: 400 }, 25);
  const near = Array.from({ length: 5 }, (_, sensor) => many.truth(sensor).distanceMm! < 400);
  expect(near).toEqual([true, true, true, false, false]);
});

test("the scales of a shelf weigh all of it together", () => {
  const shelf = new Shelf(scales, 131, { noise: silent, scales: 3 });
  const grams = () => [0, 1, 2].reduce((sum, sensor) => sum + shelf.truth(sensor).weightGrams!, 0);
  expect(grams()).toBeCloseTo(3000 + 131 * 40, 6);
  shelf.take(500);
  expect(grams()).toBeCloseTo(3000, 6);
  shelf.put(500);
  expect([shelf.pieces, grams()]).toEqual([200, 3000 + 200 * 40]);
});

test("a button is pressed once, by whoever finds it empty", () => {
  const shelf = new Shelf({ kind: "button", capacityPieces: 20 }, 20);
  expect(shelf.press()).toBe(false);
  shelf.take(20);
  expect([shelf.press(), shelf.press()]).toEqual([true, false]);
  shelf.put(20);
  shelf.take(20);
  expect(shelf.press()).toBe(true);
});

test("without noise, what is decoded from a payload is the truth", () => {
  const dice = random("truth");
  for (let pieces = 0; pieces <= 60; pieces += 7) {
    for (const [geometry, profile] of [
      [lane, "milesight-em310-udl"],
      [lane, "cayenne-lpp"],
      [scales, "cayenne-lpp"],
      [twoBins, "cayenne-lpp"],
      [twoBins, "milesight-em300-mcs"],
    ] as const) {
      const shelf = new Shelf(geometry, pieces, { noise: silent });
      const { fPort, payload } = encodePayload(profile, { batteryPercent: 70, ...shelf.measure(dice) });
      expect(decode(profile, fPort, payload)).toMatchObject({ measurement: shelf.truth() });
    }
  }
});

test("what nothing came back for is a fault, or missing, and never a number", () => {
  const always = { ...silent, faults: 1 };
  const sent = (geometry: ShelfGeometry, profile: Parameters<typeof encodePayload>[0]) => {
    const measured = new Shelf(geometry, 50, { noise: always }).measure(random("fault"));
    const { fPort, payload } = encodePayload(profile, { batteryPercent: 70, ...measured });
    const decoded = decode(profile, fPort, payload);
    if ("refused" in decoded) throw new Error(decoded.refused);
    return decoded.measurement;
  };
  for (const profile of ["milesight-em310-udl", "dragino-llds12", "cayenne-lpp"] as const) {
    expect(sent(lane, profile).distanceMm).toBeUndefined();
    expect(sent(lane, profile).distanceFault).toBeDefined();
  }
  expect(sent(scales, "cayenne-lpp")).toEqual({ weightFault: "out-of-range", temperatureC: 20 });
  expect(sent(twoBins, "cayenne-lpp")).toEqual({ temperatureC: 20 });
  expect(sent(twoBins, "milesight-em300-mcs")).toEqual({ batteryPercent: 70, temperatureC: 20 });
});

test("heavy noise has the shares that it says", () => {
  for (const geometry of [lane, scales, twoBins]) {
    const seen = messages(new Shelf(geometry, 30, { noise: heavyNoise }), random(geometry.kind), 40_000);
    const share = (isOne: (message: Measured | undefined) => boolean) =>
      seen.filter(isOne).length / seen.length;
    expect(share((message) => message === undefined)).toBeCloseTo(0.05, 2);
    expect(share((message) => message?.disturbance === "outlier")).toBeCloseTo(0.05 * 0.95, 2);
    expect(share((message) => message?.disturbance === "fault")).toBeCloseTo(0.01, 2);
    const occluded = share((message) => message?.disturbance === "occlusion");
    expect(occluded).toBeGreaterThan(0.01);
    expect(occluded).toBeLessThan(0.03);
  }
});

test("an occlusion lasts for some messages and shows more than there is, never less", () => {
  const noise = { ...silent, occlusions: heavyNoise.occlusions };
  for (const geometry of [lane, scales, twoBins]) {
    const shelf = new Shelf(geometry, 30, { noise });
    const sensor = shelf.sensors - 1;
    const lengths: number[] = [];
    let length = 0;
    for (const message of messages(shelf, random("occlusion"), 20_000, sensor)) {
      if (message!.disturbance === "occlusion") {
        length++;
        if (message!.distanceMm !== undefined)
          expect(message!.distanceMm).toBeLessThan(shelf.truth().distanceMm!);
        else if (message!.weightGrams !== undefined)
          expect(message!.weightGrams).toBeGreaterThan(shelf.truth().weightGrams!);
        else expect(message!.present).toBe(true);
      } else {
        if (length > 0) lengths.push(length);
        length = 0;
      }
    }
    expect(lengths.length).toBeGreaterThan(40);
    expect(Math.min(...lengths)).toBe(2);
    expect(Math.max(...lengths)).toBeGreaterThan(5);
  }
});

test("drift is slow: with the day's temperature and over weeks, the same for whoever asks again", () => {
  const noise = { ...silent, drift: heavyNoise.drift };
  const seen = messages(new Shelf(lane, 30, { noise }), random("drift"), 40 * 72);
  const off = seen.map((message) => message!.distanceMm! - 1100);
  expect(Math.max(...off)).toBeGreaterThan(9);
  expect(Math.max(...off.map(Math.abs))).toBeLessThan(12 + 0.4 * 8 + 0.1);
  for (let index = 1; index < off.length; index++)
    expect(Math.abs(off[index]! - off[index - 1]!)).toBeLessThan(0.5);
  const warmth = seen.slice(0, 72).map((message) => message!.temperatureC);
  expect([Math.min(...warmth), Math.max(...warmth)]).toEqual([12, 28]);
  expect(messages(new Shelf(lane, 30, { noise }), random("drift"), 40 * 72)).toEqual(seen);
});

test("a sensor whose frame is lost sends nothing, not a distance of 0", () => {
  const shelf = new Shelf(lane, 30, { noise: { ...silent, lostFrames: 1 } });
  const { devices } = planDemonstration({ seed: "lost", locations: 1 }).plan;
  const sensor = new StockSensor({
    device: devices[0]!,
    index: 0,
    shelf,
    dice: random("lost"),
    clock: 0,
    batteryPercent: 90,
  });
  expect([sensor.report(0), sensor.report(3600)]).toEqual([undefined, undefined]);
});
