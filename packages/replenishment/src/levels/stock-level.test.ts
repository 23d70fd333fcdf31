import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FAULTS_UNTIL_UNKNOWN } from "./combine.ts";
import { valueAt } from "./conversion.ts";
import type { Geometry } from "./geometry.ts";
import { initialLevel } from "./level-state.ts";
import { observe, type Reading, restock } from "./stock-level.ts";

const lane = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
} as const;
const bin = { kind: "fill-height", emptyDistanceMm: 1000, fullDistanceMm: 200, capacityPieces: 800 } as const;
const sensor = "device-1";
const sensors = [sensor];
const button = { kind: "button", capacityPieces: 50 } as const;

/** Feeds distances, one a minute; a text is a fault. Returns all observations. */
function watch(geometry: Geometry, distances: (number | string)[], state = initialLevel()) {
  const start = (state.lastAt ?? 0) + 60_000;
  return distances.map((each, index) => {
    const at = start + index * 60_000;
    const reading: Reading =
      typeof each === "number" ? { at, sensor, distanceMm: each } : { at, sensor, fault: each };
    const observation = observe(state, geometry, sensors, reading);
    state = observation.state;
    return observation;
  });
}
const pieces = (n: number) => valueAt(lane, n * 20);
const after = (geometry: Geometry, distances: (number | string)[]) => watch(geometry, distances).at(-1)!;

describe("a level is believed when two readings agree", () => {
  test("the first reading alone is no level; the second confirms it", () => {
    const [first, second] = watch(lane, [pieces(5), pieces(5) + 20]);
    expect(first!.level).toBeNull();
    expect(second!.level).toEqual({ onHand: 100, confidence: 1 });
    expect(second!.change).toBeUndefined();
  });
  test("when the first readings disagree, the middle one of five counts", () => {
    const all = watch(lane, [pieces(5), pieces(3), pieces(1), pieces(7), pieces(2)]);
    expect(all.map((each) => each.level?.onHand)).toEqual([undefined, undefined, undefined, undefined, 60]);
  });
  test("a container taken out is a withdrawal once two readings show it", () => {
    const all = watch(lane, [pieces(5), pieces(5), pieces(4), pieces(4)]);
    expect(all[2]!.level).toEqual({ onHand: 100, confidence: 0.5 });
    expect(all[2]!.change).toBeUndefined();
    expect(all[3]!.level).toEqual({ onHand: 80, confidence: 1 });
    expect(all[3]!.change).toEqual({ kind: "withdrawal", pieces: 20 });
  });
  test("a refilled lane is a refill once two readings show it", () => {
    expect(after(lane, [pieces(1), pieces(1), pieces(7), pieces(7)]).change).toEqual({
      kind: "refill",
      pieces: 120,
    });
  });
  test("steady consumption that never shows one level twice is followed, one reading late", () => {
    const all = watch(lane, [pieces(7), pieces(7), pieces(6), pieces(5), pieces(4), pieces(3), pieces(2)]);
    expect(all.map((each) => each.level?.onHand)).toEqual([undefined, 140, 140, 120, 100, 80, 60]);
  });
});

describe("hands and echoes change nothing", () => {
  test("any single wrong distance between right ones leaves the level and reports no change", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.double({ min: 0, max: 12_000, noNaN: true }),
        (n, wrong) => {
          const all = watch(lane, [pieces(n), pieces(n), wrong, pieces(n), wrong, pieces(n)]);
          for (const each of all.slice(1)) {
            expect(each.level?.onHand).toBe(n * 20);
            expect(each.change).toBeUndefined();
          }
          expect(all.at(-1)!.level!.confidence).toBe(1);
        },
      ),
    );
  });
  test("a hand nearer and then an echo farther do not confirm each other", () => {
    const all = watch(lane, [pieces(4), pieces(4), pieces(7), pieces(0), pieces(4)]);
    expect(all.every((each) => each.change === undefined)).toBe(true);
    expect(all.at(-1)!.level).toEqual({ onHand: 80, confidence: 1 });
  });
  test("noise of a tenth of a container never changes a count", () => {
    const noise = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), noise, (n, noises) => {
        const all = watch(
          lane,
          noises.map((each) => pieces(n) + each),
        );
        for (const each of all.slice(1)) expect(each.level?.onHand).toBe(n * 20);
      }),
    );
  });
  test("a container that stands half out of its place does not flip the count to and fro", () => {
    const all = watch(lane, [pieces(4), pieces(4), ...Array(20).fill(pieces(3.45)), pieces(3.55)]);
    expect(all.slice(1).every((each) => each.level?.onHand === 80)).toBe(true);
  });
  test("one message delivered twice does not confirm itself", () => {
    const known = after(lane, [pieces(5), pieces(5)]).state;
    const once = observe(known, lane, sensors, { sensor, at: 900_000, distanceMm: pieces(1) });
    const twice = observe(once.state, lane, sensors, { sensor, at: 900_000, distanceMm: pieces(1) });
    expect(twice.level?.onHand).toBe(100);
    expect(twice.state).toEqual(once.state);
  });
});

describe("faults are not levels", () => {
  test("a fault keeps the level with less confidence, too many make it unknown, a right reading restores it", () => {
    const all = watch(lane, [pieces(5), pieces(5), "no-echo", "sentinel", "no-echo", pieces(5)]);
    expect(all.map((each) => each.level?.confidence)).toEqual([undefined, 1, 1 / 2, 1 / 3, undefined, 1]);
    expect(all.every((each) => each.change === undefined)).toBe(true);
    expect(FAULTS_UNTIL_UNKNOWN).toBe(3);
  });
  test("a distance behind the empty lane or before the full one is a fault, not empty or full", () => {
    for (const impossible of [2400 + 160, 20]) {
      const all = watch(lane, [pieces(3), pieces(3), impossible, impossible, impossible]);
      expect(all.every((each) => each.change === undefined)).toBe(true);
      expect(all.at(-1)!.level).toBeNull();
    }
  });
  test("a tilted sensor's distance does not count", () => {
    const known = after(lane, [pieces(5), pieces(5)]).state;
    const tilted = { distanceMm: pieces(0), tilted: true };
    const first = observe(known, lane, sensors, { sensor, at: 900_000, ...tilted });
    const second = observe(first.state, lane, sensors, { sensor, at: 960_000, ...tilted });
    expect(second.level?.onHand).toBe(100);
  });
  test("an uplink with nothing but the battery changes nothing", () => {
    const known = after(lane, [pieces(5), pieces(5)]).state;
    expect(observe(known, lane, sensors, { sensor, at: 900_000 }).level).toEqual({
      onHand: 100,
      confidence: 1,
    });
  });
});

describe("fill height", () => {
  test("half the height is half the pieces", () => {
    expect(after(bin, [600, 600]).level?.onHand).toBe(400);
  });
  test("an emptied bin reads 0 even when the last pieces were thinner than the noise", () => {
    expect(after(bin, [992, 992, 1000, 1001]).level?.onHand).toBe(0);
  });
  test("slow consumption is followed although no two readings differ by much", () => {
    const slowly = Array.from({ length: 161 }, (_, step) => 200 + step * 5);
    const all = watch(bin, slowly);
    const moved = all.reduce((sum, each) => sum + (each.change?.pieces ?? 0), 0);
    expect(all.at(-1)!.level!.onHand).toBeLessThan(40);
    expect(moved).toBeGreaterThan(760);
  });
});

describe("button", () => {
  test("a press reports the location empty at once", () => {
    const pressed = observe(initialLevel(), button, sensors, { sensor, at: 1, button: "short" });
    expect(pressed.level).toEqual({ onHand: 0, confidence: 1 });
  });
  test("a second press of an empty location is no change", () => {
    const first = observe(initialLevel(), button, sensors, { sensor, at: 1, button: "short" });
    expect(observe(first.state, button, sensors, { sensor, at: 2, button: "double" }).change).toBeUndefined();
  });
  test("received parts fill it, up to its capacity, and the next press empties it", () => {
    const empty = observe(initialLevel(), button, sensors, { sensor, at: 1, button: "long" }).state;
    const filled = restock(empty, button, 60, 2);
    expect(filled.level?.onHand).toBe(50);
    expect(filled.change).toEqual({ kind: "refill", pieces: 50 });
    expect(observe(filled.state, button, sensors, { sensor, at: 2, button: "short" }).change).toEqual({
      kind: "withdrawal",
      pieces: 50,
    });
  });
  test("where a sensor sees the stock, a receipt by hand does not change what it sees", () => {
    const known = after(lane, [pieces(5), pieces(5)]).state;
    expect(restock(known, lane, 20, 2).level?.onHand).toBe(100);
  });
});
