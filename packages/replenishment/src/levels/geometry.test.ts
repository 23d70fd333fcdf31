import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { piecesAt, valueAt } from "./conversion.ts";
import {
  type ContainersGeometry,
  capacityOf,
  type FillHeightGeometry,
  type Geometry,
  resolutionOf,
} from "./geometry.ts";
import { validateGeometry } from "./geometry-problems.ts";

const lane = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
} as const;
const bin = { kind: "fill-height", emptyDistanceMm: 1000, fullDistanceMm: 200, capacityPieces: 800 } as const;

const scale = { kind: "weight", tareGrams: 1500, pieceGrams: 20, capacityPieces: 300 } as const;
const bins = { kind: "presence", positions: 2, piecesPerPosition: 50 } as const;
const point = (height: number, content: number) => ({ height, content });
const tapered = { ...bin, curve: [point(0, 0), point(0.5, 0.25), point(1, 1)] };

describe("an absurd geometry is refused with the field named", () => {
  const cases: [string, unknown, string][] = [
    ["more containers than the lane is long", { ...lane, capacityContainers: 9 }, "capacityContainers"],
    ["containers without depth", { ...lane, containerDepthMm: 0 }, "containerDepthMm"],
    ["an empty distance of NaN", { ...lane, emptyDistanceMm: Number.NaN }, "emptyDistanceMm"],
    ["a sensor that sees a kilometre", { ...lane, emptyDistanceMm: 1_000_000 }, "emptyDistanceMm"],
    ["half a container", { ...lane, capacityContainers: 1.5 }, "capacityContainers"],
    ["no pieces in a container", { ...lane, piecesPerContainer: 0 }, "piecesPerContainer"],
    ["pieces beyond counting", { ...lane, piecesPerContainer: 9_000_000 }, "piecesPerContainer"],
    ["a full bin farther than the empty one", { ...bin, fullDistanceMm: 1200 }, "fullDistanceMm"],
    ["a bin without height", { ...bin, fullDistanceMm: 1000 }, "fullDistanceMm"],
    ["a negative distance", { ...bin, fullDistanceMm: -1 }, "fullDistanceMm"],
    ["a button for nothing", { kind: "button", capacityPieces: 0 }, "capacityPieces"],
    ["text for a number", { ...bin, capacityPieces: "800" }, "capacityPieces"],
    ["a curve that does not end full", { ...bin, curve: [point(0, 0), point(1, 0.9)] }, "curve"],
    [
      "a curve that falls",
      { ...bin, curve: [point(0, 0), point(0.5, 0.8), point(1, 1), point(1, 0.9)] },
      "curve",
    ],
    ["a curve of one point", { ...bin, curve: [point(0, 0)] }, "curve"],
    ["a curve of text", { ...bin, curve: "straight" }, "curve"],
    ["a curve with holes", { ...bin, curve: [point(0, 0), null, point(1, 1)] }, "curve"],
    ["pieces without weight", { ...scale, pieceGrams: 0 }, "pieceGrams"],
    ["a negative tare", { ...scale, tareGrams: -1 }, "tareGrams"],
    ["a hundred tonnes", { ...scale, pieceGrams: 1_000_000, capacityPieces: 100 }, "capacityPieces"],
    ["no positions", { ...bins, positions: 0 }, "positions"],
    ["positions beyond what a location has", { ...bins, positions: 17 }, "positions"],
    ["a limit of 0 mm", { ...bins, presentBelowMm: 0 }, "presentBelowMm"],
    ["an unknown kind", { kind: "scale" }, "kind"],
    ["nothing", null, "kind"],
  ];
  test.each(cases)("%s", (_, geometry, field) => {
    expect(validateGeometry(geometry as Geometry).map((problem) => problem.field)).toContain(field);
  });
  test("sound ones are not", () => {
    for (const geometry of [
      lane,
      bin,
      tapered,
      scale,
      bins,
      { kind: "button", capacityPieces: 1 } as const,
    ]) {
      expect(validateGeometry(geometry)).toEqual([]);
    }
  });
  test("anything at all is answered, never thrown at", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(Array.isArray(validateGeometry(anything as Geometry))).toBe(true);
      }),
    );
  });
});

describe("a distance is a count", () => {
  test("an empty lane has nothing, a full one its capacity", () => {
    expect(piecesAt(lane, 2400)).toBe(0);
    expect(piecesAt(lane, 300)).toBe(140);
    expect(piecesAt(bin, 1000)).toBe(0);
    expect(piecesAt(bin, 200)).toBe(capacityOf(bin));
  });
  test("half the height of a tapered bin is a quarter of its content, and back", () => {
    expect(piecesAt(tapered, 600)).toBe(200);
    expect(valueAt(tapered, 200)).toBe(600);
    for (const pieces of [0, 1, 77, 200, 555, 800])
      expect(piecesAt(tapered, valueAt(tapered, pieces))).toBe(pieces);
  });
  test("a weight is pieces above the tare; a lifted carrier and an overload are nothing", () => {
    expect(piecesAt(scale, 1500)).toBe(0);
    expect(piecesAt(scale, 1511)).toBe(1);
    expect(piecesAt(scale, 1500 + 6000)).toBe(300);
    expect(piecesAt(scale, 0)).toBeUndefined();
    expect(piecesAt(scale, 9000)).toBeUndefined();
  });
  test("what can be told apart: a container, a position, the tolerance of a height or weight", () => {
    expect(resolutionOf(lane)).toBe(20);
    expect(resolutionOf(bins)).toBe(50);
    expect(resolutionOf(bin)).toBe(24);
    expect(resolutionOf(tapered)).toBe(36);
    expect(resolutionOf(scale)).toBe(3);
  });
  const sound = fc
    .record({
      emptyDistanceMm: fc.integer({ min: 100, max: 12_000 }),
      containerDepthMm: fc.integer({ min: 10, max: 1000 }),
      capacityContainers: fc.integer({ min: 1, max: 40 }),
      piecesPerContainer: fc.integer({ min: 1, max: 500 }),
    })
    .map((record): ContainersGeometry => ({ kind: "containers", ...record }))
    .filter((geometry) => validateGeometry(geometry).length === 0);
  test("every count of containers is read back from its own distance, in any sound lane", () => {
    fc.assert(
      fc.property(sound, fc.nat(40), (geometry, any) => {
        const pieces = (any % (geometry.capacityContainers + 1)) * geometry.piecesPerContainer;
        expect(piecesAt(geometry, valueAt(geometry, pieces))).toBe(pieces);
      }),
    );
  });
  test("a nearer surface never means fewer pieces", () => {
    const distance = fc.double({ min: 0, max: 13_000, noNaN: true });
    fc.assert(
      fc.property(
        fc.oneof(sound, fc.constant<FillHeightGeometry>(bin)),
        distance,
        distance,
        (geometry, a, b) => {
          const near = piecesAt(geometry, Math.min(a, b));
          const far = piecesAt(geometry, Math.max(a, b));
          if (near !== undefined && far !== undefined) expect(near).toBeGreaterThanOrEqual(far);
        },
      ),
    );
  });
});
