import { describe, expect, test } from "vitest";
import type { Geometry } from "./geometry.ts";
import { initialLevel, type LevelState } from "./level-state.ts";
import { correct, levelOf, observe, type Reading, restock, unknownReason } from "./stock-level.ts";
import { compensated } from "./temperature.ts";

/** Sensors that are stuck, weak, that drift or that feel the cold. */

const bin: Geometry = {
  kind: "fill-height",
  emptyDistanceMm: 1000,
  fullDistanceMm: 200,
  capacityPieces: 800,
};
const lane: Geometry = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
};
const hour = 3_600_000;

function location(geometry: Geometry) {
  let state: LevelState = initialLevel();
  let at = 0;
  return {
    tell(reading: Omit<Reading, "at" | "sensor">) {
      at += hour / 3;
      const seen = observe(state, geometry, ["one"], { at, sensor: "one", ...reading });
      state = seen.state;
      return seen;
    },
    see(...distances: number[]) {
      return distances.map((distanceMm) => this.tell({ distanceMm })).at(-1)!;
    },
    receive(pieces: number) {
      state = restock(state, geometry, pieces, at).state;
    },
    count(pieces: number) {
      state = correct(state, geometry, pieces, at);
    },
    reason: () => unknownReason(state),
    level: () => levelOf(state),
    state: () => state,
  };
}
/** Some millimetres to and fro, without chance. */
const jitter = (count: number) => Math.round(3 * Math.sin(count * 2.4) + 2 * Math.sin(count * 1.1));
const noisy = (count: number, mm: number) => Array.from({ length: count }, (_, index) => mm + jitter(index));

describe("a sensor that is stuck", () => {
  test("one that showed noise, and repeats itself to the millimetre ever after, is not believed", () => {
    const place = location(bin);
    place.see(...noisy(120, 600));
    expect(Math.abs(place.level()!.onHand - 400)).toBeLessThan(5);
    place.see(...Array(200).fill(600));
    expect(place.reason()).toBe("stuck");
    expect(place.level()).toBeNull();
    place.see(601, 599, 600);
    expect(place.reason()).toBeNull();
    expect(Math.abs(place.level()!.onHand - 400)).toBeLessThan(5);
  });
  test("one that never shows noise may stand still for as long as the stock does", () => {
    const place = location(bin);
    place.see(...Array(3000).fill(600));
    expect(place.level()).toEqual({ onHand: 400, confidence: 1 });
  });
  test("goods were booked in, and for three days the sensor has seen neither them nor anything else", () => {
    const place = location(bin);
    place.see(...noisy(20, 800));
    place.receive(300);
    place.see(...noisy(3 * 70, 800));
    expect(place.reason()).toBeNull();
    place.see(...noisy(10, 800));
    expect(place.reason()).toBe("stuck");
    place.count(200);
    expect(place.level()).toEqual({ onHand: 200, confidence: 1 });
  });
  test("booked in after the sensor has seen them, they are waited for no more", () => {
    const place = location(bin);
    place.see(...noisy(20, 800), ...noisy(20, 500));
    place.receive(300);
    place.see(...noisy(300, 500));
    expect(place.reason()).toBeNull();
  });
  test("what is consumed meanwhile shows that the sensor lives", () => {
    const place = location(bin);
    place.see(...noisy(20, 800));
    place.receive(300);
    place.see(...noisy(20, 850), ...noisy(300, 850));
    expect(place.reason()).toBeNull();
  });
});

describe("a weak battery", () => {
  const erratic = (place: ReturnType<typeof location>) => {
    for (let count = 0; count < 60; count++)
      place.see(600 + jitter(count), count % 3 === 0 ? 600 : 700 + 50 * (count % 5));
  };
  test("with erratic values makes the level unknown", () => {
    const place = location(bin);
    place.see(600, 601);
    place.tell({ batteryLow: true, distanceMm: 600 });
    expect(place.level()?.onHand).toBe(400);
    erratic(place);
    expect(place.reason()).toBe("battery");
    place.tell({ batteryLow: false, distanceMm: 600 });
    expect(place.reason()).toBeNull();
  });
  test("erratic values of a sensor with a good battery are only believed less", () => {
    const place = location(bin);
    place.see(600, 601);
    erratic(place);
    expect(place.reason()).toBeNull();
  });
});

describe("what stands before the sensor for a while", () => {
  test("is no refill where that has happened before, and gone it is no consumption", () => {
    const place = location(bin);
    place.see(...noisy(40, 800));
    const occlude = () => {
      let receipts = 0;
      for (const distanceMm of [...noisy(5, 330), ...noisy(10, 800)])
        receipts += place.see(distanceMm).change?.kind === "refill" ? 1 : 0;
      return receipts;
    };
    expect(occlude()).toBe(1);
    place.see(...noisy(30, 800));
    expect([occlude(), occlude(), occlude()]).toEqual([0, 0, 0]);
    expect(Math.abs(place.level()!.onHand - 200)).toBeLessThan(5);
  });
  test("a refill is seen although something stands there at times", () => {
    const place = location(bin);
    place.see(...noisy(40, 800), ...noisy(5, 330), ...noisy(60, 800));
    expect(place.see(...noisy(12, 210)).level?.onHand).toBeGreaterThan(780);
  });
});

describe("a zero that drifts", () => {
  test("is followed by the containers' grid, and is neither consumption nor receipt", () => {
    const place = location(lane);
    for (let step = 0; step <= 1200; step++) {
      const { change } = place.see(2400 - 4 * 300 + step / 10 + jitter(step));
      expect(change).toBeUndefined();
    }
    // 120 mm off, it still counts containers.
    expect(place.see(2400 - 3 * 300 + 120, 2400 - 3 * 300 + 121).level?.onHand).toBe(60);
  });
  test("what rises without a step in a bin is no receipt, up to the tolerance", () => {
    const place = location(bin);
    let receipts = 0;
    for (let step = 0; step <= 600; step++)
      receipts += place.see(600 - step / 30 + jitter(step)).change?.kind === "refill" ? 1 : 0;
    expect(receipts).toBe(0);
  });
});

describe("temperature", () => {
  test("sound is slower in the cold: a metre is reported 36 mm too long at 0 °C", () => {
    expect(compensated(1036, 0)).toBeCloseTo(1000, 0);
    expect(compensated(1000, 20)).toBe(1000);
    expect(compensated(1000, undefined)).toBe(1000);
    expect(compensated(1000, 999)).toBe(1000);
  });
  test("an ultrasonic sensor without compensation counts the same in a winter's night as in summer", () => {
    const place = location(bin);
    for (let step = 0; step < 200; step++) {
      const temperatureC = 10 + 20 * Math.sin(step / 15);
      const { change } = place.tell({
        distanceMm: 600 * Math.sqrt(293.15 / (273.15 + temperatureC)),
        temperatureC,
      });
      expect(change).toBeUndefined();
    }
    expect(place.level()?.onHand).toBe(400);
  });
});
