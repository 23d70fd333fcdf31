import { describe, expect, test } from "vitest";
import type { Geometry } from "./geometry.ts";
import { initialLevel, type LevelState } from "./level-state.ts";
import { correct, levelOf, observe } from "./stock-level.ts";

/** Counts by people: they hold until the sensors see a change, then move with it. */

const lane: Geometry = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
};
const bin: Geometry = {
  kind: "fill-height",
  emptyDistanceMm: 1000,
  fullDistanceMm: 200,
  capacityPieces: 800,
};

function location(geometry: Geometry) {
  let state: LevelState = initialLevel();
  let at = 0;
  const see = (distanceMm: number) => {
    at += 60_000;
    const seen = observe(state, geometry, ["one"], { at, sensor: "one", distanceMm });
    state = seen.state;
    return seen;
  };
  return {
    see,
    /** Twice, as a change is confirmed. */
    show: (value: number) => {
      see(value);
      return see(value);
    },
    count: (pieces: number) => {
      at += 1000;
      state = correct(state, geometry, pieces, at);
    },
    onHand: () => levelOf(state)?.onHand,
  };
}
const containers = (n: number) => 2400 - n * 300;

describe("a lane", () => {
  test("an opened container: the count holds, and when the container is gone, whole ones are left", () => {
    const place = location(lane);
    place.show(containers(5));
    place.count(87);
    expect(place.show(containers(5)).level?.onHand).toBe(87);
    expect(place.show(containers(4)).change).toEqual({ kind: "withdrawal", pieces: 7 });
    expect(place.onHand()).toBe(80);
  });
  test("a container put in comes on top of what was counted", () => {
    const place = location(lane);
    place.show(containers(4));
    place.count(67);
    place.see(containers(4));
    expect(place.show(containers(6)).change).toEqual({ kind: "refill", pieces: 40 });
    expect(place.onHand()).toBe(107);
  });
  test("empty boxes that stand in the lane stay uncounted, until it is seen empty", () => {
    const place = location(lane);
    place.show(containers(6));
    place.count(60);
    place.see(containers(6));
    expect(place.show(containers(4)).level?.onHand).toBe(20);
    expect(place.show(containers(0)).level?.onHand).toBe(0);
    expect(place.show(containers(3)).level?.onHand).toBe(60);
  });
  test("what the sensor had not confirmed yet, and people counted already, is not consumed twice", () => {
    const place = location(lane);
    place.show(containers(5));
    place.see(containers(4));
    place.count(80);
    expect(place.show(containers(4)).change).toBeUndefined();
    expect(place.onHand()).toBe(80);
    expect(place.show(containers(3)).level?.onHand).toBe(60);
  });
});

describe("a bin", () => {
  test("what the height got wrong stays in proportion: neither a receipt nor more than there is", () => {
    const place = location(bin);
    place.show(600);
    place.count(300);
    expect(place.see(600).level?.onHand).toBe(300);
    expect(place.show(700).change).toEqual({ kind: "withdrawal", pieces: 75 });
    expect(place.onHand()).toBe(225);
    expect(place.show(1000).level?.onHand).toBe(0);
    expect(place.show(600).level?.onHand).toBe(400);
  });
});

describe("without a level", () => {
  test("a count alone is a level; the first one the sensor confirms changes nothing, later ones move it", () => {
    const place = location(bin);
    place.count(350);
    expect(place.onHand()).toBe(350);
    expect(place.show(600).change).toBeUndefined();
    expect(place.onHand()).toBe(350);
    place.see(600);
    expect(place.show(700).change?.kind).toBe("withdrawal");
  });
  test("messages from before the count, that come late, are not consumed twice", () => {
    const place = location(lane);
    place.show(containers(5));
    place.count(40);
    expect(place.show(containers(2)).change).toBeUndefined();
    expect(place.onHand()).toBe(40);
  });
});
