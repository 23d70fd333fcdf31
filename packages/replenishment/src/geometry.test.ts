import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityOf, distanceAt, type Geometry, piecesAt, validateGeometry } from "./geometry.ts";

const lane = {
  kind: "containers",
  emptyDistanceMm: 2400,
  containerDepthMm: 300,
  capacityContainers: 7,
  piecesPerContainer: 20,
} as const;
const bin = { kind: "fill-height", emptyDistanceMm: 1000, fullDistanceMm: 200, capacityPieces: 800 } as const;

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
    ["an unknown kind", { kind: "scale" }, "kind"],
    ["nothing", null, "kind"],
  ];
  test.each(cases)("%s", (_, geometry, field) => {
    expect(validateGeometry(geometry as Geometry).map((problem) => problem.field)).toContain(field);
  });
  test("sound ones are not", () => {
    for (const geometry of [lane, bin, { kind: "button", capacityPieces: 1 } as const]) {
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
  const sound = fc
    .record({
      emptyDistanceMm: fc.integer({ min: 100, max: 12_000 }),
      containerDepthMm: fc.integer({ min: 10, max: 1000 }),
      capacityContainers: fc.integer({ min: 1, max: 40 }),
      piecesPerContainer: fc.integer({ min: 1, max: 500 }),
    })
    .map((record): Geometry => ({ kind: "containers", ...record }))
    .filter((geometry) => validateGeometry(geometry).length === 0);
  test("every count of containers is read back from its own distance, in any sound lane", () => {
    fc.assert(
      fc.property(sound, fc.nat(40), (geometry, any) => {
        if (geometry.kind !== "containers") return;
        const pieces = (any % (geometry.capacityContainers + 1)) * geometry.piecesPerContainer;
        expect(piecesAt(geometry, distanceAt(geometry, pieces))).toBe(pieces);
      }),
    );
  });
  test("a nearer surface never means fewer pieces", () => {
    const distance = fc.double({ min: 0, max: 13_000, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(sound, fc.constant<Geometry>(bin)), distance, distance, (geometry, a, b) => {
        const near = piecesAt(geometry, Math.min(a, b));
        const far = piecesAt(geometry, Math.max(a, b));
        if (near !== undefined && far !== undefined) expect(near).toBeGreaterThanOrEqual(far);
      }),
    );
  });
});
