import { Drawing } from "./drawing.ts";
import type { AreaPlace, Side } from "./floor-layout.ts";

/** What stands in front of an area's racks. */
export type Furniture = "line" | "machines" | "tables";
export interface AreaToDraw {
  place: AreaPlace;
  side: Side;
  free: number;
  furniture: Furniture;
}

const pixelsPerMetre = 24;
const wall = 0.35;
const white = 0;
const faint = 1;
const soft = 2;
const middle = 3;
const dark = 4;
const way = 5;
/** RGB of the colours above. */
const palette = ["ffffff", "eef1f4", "d5dbe1", "9aa5b1", "4a5663", "f8f2df"];

/** A hall's floor plan as a draughtsman has it: walls, gates, columns, ways, and what stands in front of the racks. A PNG. */
export function drawFloorPlan(hall: { width: number; height: number }, areas: readonly AreaToDraw[]): Buffer {
  const drawing = new Drawing(hall.width, hall.height, pixelsPerMetre);
  drawWays(drawing, hall, areas);
  for (const area of areas) drawFurniture(drawing, area);
  drawColumns(drawing, hall);
  drawWalls(drawing, hall);
  return drawing.png(palette);
}

/** All that is no area is a way. */
function drawWays(
  drawing: Drawing,
  { width, height }: { width: number; height: number },
  areas: readonly AreaToDraw[],
) {
  drawing.fill(0, 0, width, height, way);
  for (const { place } of areas) {
    drawing.fill(place.x - 0.3, place.y - 0.3, place.width + 0.6, place.height + 0.6, white);
    drawing.outline(place.x - 0.3, place.y - 0.3, place.width + 0.6, place.height + 0.6, 0.08, soft);
  }
}

function drawColumns(drawing: Drawing, { width, height }: { width: number; height: number }): void {
  const across = Math.max(2, Math.round(width / 9));
  const down = Math.max(2, Math.round(height / 9));
  for (let column = 0; column <= across; column++)
    for (let row = 0; row <= down; row++) {
      const x = (column * width) / across;
      const y = (row * height) / down;
      // Only those that stand along the walls: racks and machines keep their place.
      if (column % across !== 0 && row % down !== 0) continue;
      drawing.fill(x - 0.4, y - 0.4, 0.8, 0.8, dark);
    }
}

function drawWalls(drawing: Drawing, { width, height }: { width: number; height: number }): void {
  drawing.outline(0, 0, width, height, wall, dark);
  const gate = 4;
  // Two gates for lorries below, a door for people at each side.
  for (const share of [0.28, 0.72]) {
    const x = width * share - gate / 2;
    drawing.fill(x, height - wall, gate, wall, white);
    drawing.hatch(x, height - wall, gate, wall, 0.5, middle);
  }
  for (const x of [0, width - wall]) {
    const y = height * 0.62;
    drawing.fill(x, y, wall, 1.2, white);
    drawing.arc(x === 0 ? wall : width - wall, y, 1.2, x === 0 ? 0 : Math.PI / 2, middle);
  }
  // Windows along the upper wall.
  for (let x = 1.5; x + 2.5 < width; x += 3.5) drawing.fill(x, wall / 3, 2.5, wall / 3, white);
}

function drawFurniture(drawing: Drawing, { place, side, free, furniture }: AreaToDraw): void {
  const zone = freeZone(place, side, free);
  const isUpright = zone.height > zone.width;
  const length = isUpright ? zone.height : zone.width;
  const breadth = isUpright ? zone.width : zone.height;
  const put = (
    along: number,
    across: number,
    long: number,
    broad: number,
    draw: (x: number, y: number, w: number, h: number) => void,
  ) =>
    isUpright
      ? draw(zone.x + across, zone.y + along, broad, long)
      : draw(zone.x + along, zone.y + across, long, broad);
  if (furniture === "line") {
    const middleOfZone = breadth / 2;
    put(0.5, middleOfZone - 0.5, length - 1, 1, (x, y, w, h) => {
      drawing.fill(x, y, w, h, faint);
      drawing.hatch(x, y, w, h, 0.4, soft);
      drawing.outline(x, y, w, h, 0.08, middle);
    });
    for (let along = 1; along + 1.4 < length; along += 2.4)
      for (const across of [middleOfZone - 2, middleOfZone + 1])
        put(along, across, 1.4, 1, (x, y, w, h) => drawing.box(x, y, w, h, 0.06, faint, middle));
    return;
  }
  const [long, broad, gap] = furniture === "machines" ? [2.8, 1.8, 1.6] : [2, 1, 0.9];
  const count = Math.floor((length + gap) / (long + gap));
  const first = (length - count * (long + gap) + gap) / 2;
  for (let index = 0, along = first; index < count; index++, along += long + gap)
    put(along, Math.max(0.2, (breadth - broad) / 2), long, broad, (x, y, w, h) => {
      drawing.box(x, y, w, h, 0.08, faint, middle);
      if (furniture === "machines")
        drawing.box(x + w * 0.2, y + h * 0.25, w * 0.35, h * 0.5, 0.06, soft, middle);
    });
}

/** The part of an area in front of its racks. */
function freeZone({ x, y, width, height }: AreaPlace, side: Side, free: number): AreaPlace {
  const deep = free - 1;
  switch (side) {
    case "left":
      return { x: x + width - deep - 0.5, y: y + 2, width: deep, height: height - 3 };
    case "right":
      return { x: x + 0.5, y: y + 2, width: deep, height: height - 3 };
    case "top":
      return { x: x + 1, y: y + height - deep - 0.5, width: width - 2, height: deep };
    case "bottom":
      return { x: x + 1, y: y + 1.6, width: width - 2, height: deep };
  }
}
