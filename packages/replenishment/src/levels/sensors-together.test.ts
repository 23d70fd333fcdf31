import { describe, expect, test } from "vitest";
import type { Geometry } from "./geometry.ts";
import { initialLevel, type LevelState } from "./level-state.ts";
import { observe, type Reading, unknownReason } from "./stock-level.ts";

/** Several scales, positions, and two sensors of the same stock. */

const scales: Geometry = { kind: "weight", tareGrams: 3000, pieceGrams: 20, capacityPieces: 300 };
const twoBins: Geometry = { kind: "presence", positions: 2, piecesPerPosition: 50 };
const lane: Geometry = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
};
const sensors = ["left", "right"];

/** A location that readings come to, a minute after another. */
function location(geometry: Geometry, ids = sensors) {
  let state: LevelState = initialLevel();
  let at = 0;
  return {
    tell(sensor: string, reading: Omit<Reading, "at" | "sensor">, minutes = 1) {
      at += minutes * 60_000;
      const seen = observe(state, geometry, ids, { at, sensor, ...reading });
      state = seen.state;
      return seen;
    },
    reason: () => unknownReason(state),
  };
}

describe("scales", () => {
  test("their weights are added up, and the level is known when all have been heard", () => {
    const place = location(scales);
    place.tell("left", { weightGrams: 2500 });
    expect(place.tell("left", { weightGrams: 2501 }).level).toBeNull();
    expect(place.reason()).toBe("never-measured");
    place.tell("right", { weightGrams: 3500 });
    expect(place.tell("right", { weightGrams: 3499 }).level).toEqual({ onHand: 150, confidence: 1 });
    place.tell("right", { weightGrams: 2700 });
    expect(place.tell("right", { weightGrams: 2701 }).change).toEqual({ kind: "withdrawal", pieces: 40 });
  });
  test("one that fails makes the level unknown, and tells why", () => {
    const place = location(scales);
    for (const sensor of sensors)
      for (const grams of [2500, 2501]) place.tell(sensor, { weightGrams: grams });
    for (let count = 0; count < 3; count++) place.tell("left", { fault: "out-of-range" });
    expect(place.reason()).toBe("faults");
    place.tell("left", { weightGrams: 2500 });
    expect(place.reason()).toBeNull();
  });
  test("what each can show, but together cannot be, is a contradiction", () => {
    const place = location(scales);
    for (const sensor of sensors)
      for (const grams of [2500, 2501]) place.tell(sensor, { weightGrams: grams });
    for (const sensor of sensors)
      for (let count = 0; count < 12; count++) place.tell(sensor, { weightGrams: 8500 + (count % 2) });
    expect(place.reason()).toBe("contradiction");
  });
  test("a carrier that is lifted off once changes nothing", () => {
    const place = location({ ...scales, tareGrams: 1500 }, ["one"]);
    for (const grams of [4500, 4503, 0, 4499]) place.tell("one", { weightGrams: grams });
    expect(place.tell("one", { weightGrams: 4500 }).level).toEqual({ onHand: 150, confidence: 1 });
  });
  test("a zero that creeps is learned while it is empty, and is no receipt", () => {
    const place = location({ ...scales, tareGrams: 1500 }, ["one"]);
    let receipts = 0;
    for (let count = 0; count < 600; count++) {
      const { change } = place.tell("one", { weightGrams: 1500 + count / 20 + (count % 3) });
      receipts += change?.pieces ?? 0;
    }
    expect(receipts).toBe(0);
  });
});

describe("positions", () => {
  test("each taken one has its pieces; a bin that is taken out is consumption, one that is put back a receipt", () => {
    const place = location(twoBins);
    for (const sensor of sensors)
      for (let count = 0; count < 2; count++) place.tell(sensor, { present: true });
    expect(place.tell("left", { present: true }).level).toEqual({ onHand: 100, confidence: 1 });
    expect(place.tell("right", { present: false }).level).toEqual({ onHand: 100, confidence: 0.5 });
    expect(place.tell("right", { present: false }).change).toEqual({ kind: "withdrawal", pieces: 50 });
    place.tell("right", { present: true });
    expect(place.tell("right", { present: true }).change).toEqual({ kind: "refill", pieces: 50 });
  });
  test("a contact that bounces often is asked more often", () => {
    const place = location(twoBins);
    for (const sensor of sensors)
      for (let count = 0; count < 2; count++) place.tell(sensor, { present: true });
    for (let count = 0; count < 200; count++) place.tell("right", { present: count % 12 !== 0 });
    const seen = [1, 2, 3, 4].map(() => place.tell("right", { present: false }).level?.onHand);
    expect(seen).toEqual([100, 100, 100, 50]);
  });
  test("watched by distance: nearer than the limit is taken, and what lies at the limit leaves it as it is", () => {
    const place = location({ ...twoBins, presentBelowMm: 400 });
    for (const sensor of sensors) for (const distanceMm of [200, 210]) place.tell(sensor, { distanceMm });
    expect(place.tell("left", { distanceMm: 415 }).level).toEqual({ onHand: 100, confidence: 1 });
    place.tell("left", { distanceMm: 800 });
    expect(place.tell("left", { distanceMm: 810 }).level?.onHand).toBe(50);
  });
});

describe("two sensors of the same stock", () => {
  const at = (containers: number) => ({ distanceMm: 2400 - containers * 300 });
  function known(containers: number) {
    const place = location(lane);
    for (const sensor of sensors) for (let count = 0; count < 2; count++) place.tell(sensor, at(containers));
    return place;
  }
  test("what both have seen once is confirmed", () => {
    const place = known(5);
    expect(place.tell("left", at(4)).change).toBeUndefined();
    expect(place.tell("right", at(4)).change).toEqual({ kind: "withdrawal", pieces: 20 });
  });
  test("when they disagree, the lower one counts, and after a while it is told", () => {
    const place = known(5);
    const levels = Array.from({ length: 12 }, (_, count) =>
      count % 2 === 0 ? place.tell("left", at(5)).level : place.tell("right", at(3)).level,
    );
    expect(levels.at(-1)).toMatchObject({ onHand: 60, problem: "contradiction" });
    expect(levels.at(-1)!.confidence).toBeLessThanOrEqual(0.5);
    expect(levels.slice(0, 6).some((level) => level?.problem)).toBe(false);
    for (let count = 0; count < 2; count++) place.tell("left", at(3));
    expect(place.tell("right", at(3)).level).toEqual({ onHand: 60, confidence: 1 });
  });
  test("one that fails leaves the other's view; one that has been silent for hours too", () => {
    const place = known(5);
    for (let count = 0; count < 3; count++) place.tell("left", { fault: "no-echo" });
    for (let count = 0; count < 2; count++) place.tell("right", at(2));
    expect(place.tell("right", at(2)).level).toEqual({ onHand: 40, confidence: 1 });
    const silent = known(2);
    silent.tell("right", at(6), 8 * 60);
    silent.tell("right", at(6));
    expect(silent.tell("right", at(6)).level).toEqual({ onHand: 120, confidence: 1 });
  });
});
