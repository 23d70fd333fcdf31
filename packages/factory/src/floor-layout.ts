/**
 * Where the halls' areas stand and their racks in them, in metres from the upper left corner of each hall. Racks stand in
 * rows from one side of their area on: the first along it, the others in pairs, back to back, with aisles between.
 */
export function layOut(halls: readonly HallToLayOut[]): Floor {
  const floor: Floor = { areas: new Map(), racks: new Map(), halls: [] };
  for (const hall of halls) floor.halls.push(layOutHall(hall, floor));
  return floor;
}

export type Side = "left" | "right" | "top" | "bottom";
export interface AreaPlace {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface RackPlace {
  x: number;
  y: number;
  width: number;
  depth: number;
  rotation: 0 | 90 | 180 | 270;
}
export interface AreaToLayOut {
  id: string;
  /** Of its racks, in the order of their rows. */
  rackIds: readonly string[];
  /** Along which its first row of racks stands. */
  side: Side;
  /** Metres that work, machines and people need in front of the racks. */
  free: number;
}
/** Bands from top to bottom, in each areas from left to right. */
export type HallToLayOut = readonly (readonly AreaToLayOut[])[];
export interface Floor {
  areas: Map<string, AreaPlace>;
  racks: Map<string, RackPlace>;
  /** In the order of the halls. */
  halls: { width: number; height: number }[];
}

const rackWidth = 3.2;
const rackDepth = 1;
const aisle = 2.6;
/** Between areas, and along the walls. */
const way = 2;
/** In an area, around its racks; at the top its name stands. */
const edge = 1;
const nameHeight = 1.6;

function layOutHall(bands: HallToLayOut, floor: Floor): { width: number; height: number } {
  const sizes = bands.map((areas) => areas.map(sizeOf));
  const widthOf = (band: readonly { width: number }[]) =>
    band.reduce((sum, { width }) => sum + width, 0) + way * (band.length - 1);
  const widest = Math.max(...sizes.map(widthOf));
  let y = way;
  for (const [index, areas] of bands.entries()) {
    const band = sizes[index]!;
    const height = Math.max(...band.map((size) => size.height));
    const stretch = (widest - widthOf(band)) / band.length;
    let x = way;
    for (const [position, area] of areas.entries()) {
      const place = { x, y, width: rounded(band[position]!.width + stretch), height };
      floor.areas.set(area.id, place);
      standRacks(area, place, floor.racks);
      x = rounded(x + place.width + way);
    }
    y = rounded(y + height + way);
  }
  return { width: rounded(widest + 2 * way), height: y };
}

/** Rows of racks, and racks in each. */
function rowsOf({ rackIds }: AreaToLayOut): { rows: number; inRow: number } {
  const inRow = Math.max(3, Math.ceil(Math.sqrt(rackIds.length * 1.2)));
  return { rows: Math.max(1, Math.ceil(rackIds.length / inRow)), inRow };
}

/** Of the row's front edge from the side along which the first one stands: 0, then after an aisle two back to back. */
function offsetOfRow(row: number): number {
  const pairs = Math.ceil(row / 2);
  return row * rackDepth + pairs * aisle;
}

function sizeOf(area: AreaToLayOut): { width: number; height: number } {
  const { rows, inRow } = rowsOf(area);
  const along = inRow * rackWidth + 2 * edge;
  const across = offsetOfRow(rows - 1) + rackDepth + area.free + 2 * edge;
  return isUpright(area.side)
    ? { width: rounded(across), height: rounded(along + nameHeight) }
    : { width: rounded(along), height: rounded(across + nameHeight) };
}

function isUpright(side: Side): boolean {
  return side === "left" || side === "right";
}

/** Where the front of a rack looks that stands at the side; the second of a pair looks the other way. */
const looks = { top: 0, right: 90, bottom: 180, left: 270 } as const;

function standRacks(area: AreaToLayOut, place: AreaPlace, racks: Map<string, RackPlace>): void {
  const { inRow } = rowsOf(area);
  for (const [index, id] of area.rackIds.entries()) {
    const row = Math.floor(index / inRow);
    const along = edge + (index % inRow) * rackWidth;
    const across = edge + offsetOfRow(row);
    const isBack = row % 2 === 1;
    const rotation = ((looks[area.side] + (isBack ? 180 : 0)) % 360) as RackPlace["rotation"];
    const { x, y } = cornerAt(area.side, place, along, across);
    racks.set(id, { x: rounded(x), y: rounded(y), width: rackWidth, depth: rackDepth, rotation });
  }
}

/** Upper left corner of a rack so far along its side, and so far from it. */
function cornerAt(
  side: Side,
  { x, y, width, height }: AreaPlace,
  along: number,
  across: number,
): { x: number; y: number } {
  switch (side) {
    case "top":
      return { x: x + along, y: y + nameHeight + across - edge };
    case "bottom":
      return { x: x + along, y: y + height - across - rackDepth };
    case "left":
      return { x: x + across, y: y + nameHeight + along };
    case "right":
      return { x: x + width - across - rackDepth, y: y + nameHeight + along };
  }
}

function rounded(metres: number): number {
  return Math.round(metres * 100) / 100;
}
