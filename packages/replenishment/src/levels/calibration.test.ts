import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CalibrationDraft, calibrate } from "./calibration.ts";
import type { CalibrationPoint } from "./calibration-readings.ts";
import { piecesAt } from "./conversion.ts";

const lane: CalibrationDraft = { kind: "containers", capacityContainers: 7, piecesPerContainer: 20 };
const bin: CalibrationDraft = { kind: "fill-height", capacityPieces: 800 };
const scale: CalibrationDraft = { kind: "weight", capacityPieces: 300 };

/** Five readings around a value, with what else is given among them. */
const around = (pieces: number, value: number, ...wrong: number[]): CalibrationPoint => ({
  pieces,
  readings: [value - 3, value + 2, value, ...wrong, value - 1, value + 2],
});
function done(draft: CalibrationDraft, points: CalibrationPoint[]) {
  const result = calibrate(draft, points);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result;
}
function refused(draft: CalibrationDraft, points: CalibrationPoint[]) {
  const result = calibrate(draft, points);
  return "problems" in result ? result.problems : [];
}

describe("a geometry from what a person counted", () => {
  test("a lane from empty, one container and full", () => {
    const { geometry, fit } = done(lane, [around(0, 2400), around(20, 2100), around(140, 300)]);
    expect(geometry).toEqual({ ...lane, emptyDistanceMm: 2400, containerDepthMm: 300 });
    expect(fit.verdict).toBe("good");
    expect(fit.points.map((point) => point.used)).toEqual([5, 5, 5]);
  });
  test("an arm in the way, and an echo, are dropped from the readings", () => {
    const { geometry, fit } = done(lane, [around(0, 2400, 3100), around(20, 2100, 300), around(140, 300)]);
    expect(geometry).toMatchObject({ emptyDistanceMm: 2400, containerDepthMm: 300 });
    expect(fit.points.map((point) => point.dropped)).toEqual([1, 1, 0]);
  });
  test("a straight bin needs no curve", () => {
    const { geometry, fit } = done(bin, [around(0, 1000), around(400, 602), around(800, 200)]);
    expect(geometry).toEqual({ ...bin, emptyDistanceMm: 1001, fullDistanceMm: 201 });
    expect(fit.verdict).toBe("good");
  });
  test("a tapered bin gets its curve, and each counted amount is found again", () => {
    const points = [around(0, 1000), around(100, 800), around(300, 550), around(550, 360), around(800, 200)];
    const { geometry, fit } = done(bin, points);
    expect(geometry).toMatchObject({ emptyDistanceMm: 1000, fullDistanceMm: 200 });
    if (geometry.kind !== "fill-height") throw new Error(geometry.kind);
    expect(geometry.curve).toHaveLength(5);
    for (const { pieces, readings } of points)
      expect(Math.abs(piecesAt(geometry, readings[2]!)! - pieces)).toBeLessThanOrEqual(1);
    expect(fit.verdict).toBe("good");
  });
  test("a scale: the tare and the weight of a piece", () => {
    const { geometry } = done(scale, [around(0, 1500), around(50, 2500), around(300, 7500)]);
    expect(geometry).toEqual({ ...scale, tareGrams: 1500, pieceGrams: 20 });
  });
  test("positions that are watched by distance: half-way between free and taken", () => {
    const draft: CalibrationDraft = { kind: "presence", positions: 2, piecesPerPosition: 50 };
    const { geometry, fit } = done(draft, [around(0, 900), around(50, 300)]);
    expect(geometry).toEqual({ ...draft, presentBelowMm: 600 });
    expect(fit.verdict).toBe("good");
    expect(done(draft, [around(0, 340), around(50, 300)]).fit.verdict).toBe("poor");
  });
});

describe("how good the fit is, in words and numbers", () => {
  test("two amounts fit any line", () => {
    const { fit } = done(bin, [around(0, 1000), around(800, 200)]);
    expect(fit).toMatchObject({ verdict: "usable", reason: expect.stringContaining("a third") });
  });
  test("a miscounted container is named with its residual", () => {
    const { fit } = done(lane, [around(0, 2400), around(60, 1200), around(100, 900), around(140, 300)]);
    expect(fit.verdict).toBe("poor");
    expect(fit.reason).toMatch(/at 60 pieces it shows 1200 mm where 1\d\d\d mm fit/);
    const worst = fit.points.find((point) => point.pieces === 60)!;
    expect(worst.residual).toBeLessThan(-100);
    expect(worst.residualPieces).toBeGreaterThan(7);
  });
  test("a sensor that scatters is told of", () => {
    const readings = [560, 640, 600, 570, 630];
    const { fit } = done(bin, [around(0, 1000), { pieces: 400, readings }, around(800, 200)]);
    expect(fit).toMatchObject({ verdict: "poor", reason: expect.stringContaining("scatter") });
  });
});

describe("what cannot be is refused by name", () => {
  const cases: [string, CalibrationDraft, CalibrationPoint[], string, RegExp][] = [
    ["no points", bin, [], "points", /two different amounts/],
    ["the same amount twice", bin, [around(0, 1000), around(0, 1001)], "points", /two different amounts/],
    [
      "too few readings",
      bin,
      [{ pieces: 0, readings: [1000, 1001] }, around(800, 200)],
      "points[0]",
      /at least 3/,
    ],
    ["more than fits", bin, [around(0, 1000), around(900, 200)], "points[1]", /from 0 to 800/],
    ["half a container", lane, [around(0, 2400), around(30, 2000)], "points[1]", /full containers/],
    [
      "readings that tell nothing",
      bin,
      [around(0, 1000), { pieces: 800, readings: [200, Number.NaN, Number.NaN, Number.NaN] }],
      "points[1]",
      /fewer than half/,
    ],
    [
      "more is farther",
      bin,
      [around(0, 300), around(800, 1000)],
      "points",
      /800 pieces \(1000 mm\) are no nearer/,
    ],
    ["more is lighter", scale, [around(0, 3000), around(300, 1500)], "points", /no heavier/],
    [
      "a lane longer than the sensor sees",
      lane,
      [around(0, 2400), around(20, 1900)],
      "capacityContainers",
      /do not fit/,
    ],
  ];
  test.each(cases)("%s", (_, draft, points, field, message) => {
    expect(refused(draft, points)).toContainEqual({ field, message: expect.stringMatching(message) });
  });
});

test("whatever is measured, the answer is a geometry that can be used, or a named problem", () => {
  const point = fc.record({
    pieces: fc.integer({ min: -5, max: 900 }),
    readings: fc.array(fc.double({ min: -100, max: 60_000 }), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(lane, bin, scale), fc.array(point, { maxLength: 6 }), (draft, points) => {
      const result = calibrate(draft, points);
      if ("problems" in result) expect(result.problems.length).toBeGreaterThan(0);
      else expect(result.fit.points.length).toBeGreaterThan(1);
    }),
  );
});

test("a true line is found through any noise of a few millimetres", () => {
  const noise = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1500, max: 4000 }),
      fc.integer({ min: 100, max: 200 }),
      noise,
      (at, depth, by) => {
        const readings = (n: number, from: number) =>
          by.slice(from, from + 5).map((each) => at - n * depth + each);
        const { geometry } = done(lane, [
          { pieces: 0, readings: readings(0, 0) },
          { pieces: 80, readings: readings(4, 5) },
          { pieces: 140, readings: readings(7, 10) },
        ]);
        if (geometry.kind !== "containers") throw new Error(geometry.kind);
        expect(Math.abs(geometry.containerDepthMm - depth)).toBeLessThanOrEqual(2);
        for (let n = 0; n <= 7; n++) expect(piecesAt(geometry, at - n * depth)).toBe(n * 20);
      },
    ),
  );
});
