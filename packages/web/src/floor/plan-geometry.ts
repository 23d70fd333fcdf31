import type { Area, Gateway, Rack } from "../api/client.ts";

/** On a site's plan, in metres from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}
export interface Box extends Point {
  width: number;
  height: number;
}
export type AreaPlace = NonNullable<Area["place"]>;
export type RackPlace = NonNullable<Rack["place"]>;
export type GatewayPlace = NonNullable<Gateway["place"]>;

/** The space that a rack takes as it is turned. */
export function spaceOf({ x, y, width, depth, rotation }: RackPlace): Box {
  return rotation % 180 === 0 ? { x, y, width, height: depth } : { x, y, width: depth, height: width };
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The smallest box around all of them; undefined when there are none. */
export function boundsOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** On the grid, and on the plan; both in metres. */
export function snapped(metres: number, step: number): number {
  const steps = Math.max(0, Math.round(metres / step));
  return Math.round(steps * step * 1000) / 1000;
}

export function isInside({ x, y }: Point, box: Box): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** Of several, the nearest in a direction (x and y −1, 0 or 1): mostly ahead, and little aside. */
export function nearestToward<T>(
  from: Point,
  toward: Point,
  candidates: readonly { value: T; at: Point }[],
): T | undefined {
  let best: { value: T; cost: number } | undefined;
  for (const { value, at } of candidates) {
    const ahead = (at.x - from.x) * toward.x + (at.y - from.y) * toward.y;
    const aside = Math.abs((at.x - from.x) * toward.y) + Math.abs((at.y - from.y) * toward.x);
    if (ahead <= 0.01) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { value, cost };
  }
  return best?.value;
}
