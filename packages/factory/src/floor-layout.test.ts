import { expect, test } from "vitest";
import { type AreaToLayOut, layOut, type RackPlace, type Side } from "./floor-layout.ts";

const area = (id: string, racks: number, side: Side): AreaToLayOut => ({
  id,
  rackIds: Array.from({ length: racks }, (_, index) => `${id}-${index}`),
  side,
  free: 5,
});

/** The space that a rack takes as it is turned. */
function spaceOf({ x, y, width, depth, rotation }: RackPlace) {
  const isTurned = rotation % 180 === 90;
  return { x, y, width: isTurned ? depth : width, height: isTurned ? width : depth };
}

test.each([1, 2, 5, 40, 140])("areas of %i racks lie beside each other, and their racks in them", (racks) => {
  const hall = [
    [area("left", racks, "left"), area("top", racks, "top"), area("right", racks, "right")],
    [area("bottom", racks, "bottom")],
  ];
  const floor = layOut([hall]);
  const [{ width, height }] = floor.halls as [{ width: number; height: number }];
  type Box = { x: number; y: number; width: number; height: number };
  const isIn = (inner: Box, outer: Box) =>
    inner.x >= outer.x - 1e-6 &&
    inner.y >= outer.y - 1e-6 &&
    inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
    inner.y + inner.height <= outer.y + outer.height + 1e-6;
  const isApart = (a: Box, b: Box) =>
    a.x + a.width <= b.x + 1e-6 ||
    b.x + b.width <= a.x + 1e-6 ||
    a.y + a.height <= b.y + 1e-6 ||
    b.y + b.height <= a.y + 1e-6;
  for (const { id, rackIds } of hall.flat()) {
    const place = floor.areas.get(id)!;
    expect(isIn(place, { x: 0, y: 0, width, height })).toBe(true);
    const spaces = rackIds.map((rack) => spaceOf(floor.racks.get(rack)!));
    for (const [index, space] of spaces.entries()) {
      expect(isIn(space, place)).toBe(true);
      for (const other of spaces.slice(index + 1)) expect(isApart(space, other)).toBe(true);
    }
  }
  const areas = [...floor.areas.values()];
  for (const [index, place] of areas.entries())
    for (const other of areas.slice(index + 1)) expect(isApart(place, other)).toBe(true);
});

test("racks look to the aisle in front of them", () => {
  const floor = layOut([[[area("wall", 8, "top")]]]);
  // Four in a row: the first row along the wall, the second behind an aisle with its front to that.
  expect(floor.racks.get("wall-0")!.rotation).toBe(0);
  expect(floor.racks.get("wall-7")!.rotation).toBe(180);
});
