import type { Point } from "../plan-geometry.ts";

/** What gestures move. */
interface Movable {
  zoomBy(factor: number, about: Point): void;
  panBy(x: number, y: number): void;
  hasMoved: boolean;
}
/** A press that moves less is a click, in pixels. */
const slack = 4;

/** Wheel, drag and pinch on the map. Gives what ends it. */
export function watchGestures(svg: SVGSVGElement, map: Movable): () => void {
  const fingers = new Map<number, Point>();
  const within = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = svg.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    // Lines and pages are a mouse's, pixels a touchpad's; a pinch there comes as a wheel with Ctrl.
    const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : 30);
    map.zoomBy(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), within(event));
  };
  const onDown = (event: PointerEvent) => {
    // What is marked so is dragged itself.
    if (event.button !== 0 || (event.target as Element).closest("[data-dragged]")) return;
    // A press that ended elsewhere is over.
    if (event.isPrimary) fingers.clear();
    if (fingers.size === 0) map.hasMoved = false;
    fingers.set(event.pointerId, within(event));
  };
  const onMove = (event: PointerEvent) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = within(event);
    const by = { x: now.x - before.x, y: now.y - before.y };
    if (!map.hasMoved && Math.hypot(by.x, by.y) < slack) return;
    if (!map.hasMoved) {
      map.hasMoved = true;
      svg.setPointerCapture(event.pointerId);
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (!other) return map.panBy(by.x, by.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    map.panBy(by.x / 2, by.y / 2);
    map.zoomBy(apart(now) / apart(before), middle);
  };
  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
  };
  svg.addEventListener("wheel", onWheel, { passive: false });
  svg.addEventListener("pointerdown", onDown);
  svg.addEventListener("pointermove", onMove);
  svg.addEventListener("pointerup", onUp);
  svg.addEventListener("pointercancel", onUp);
  return () => {
    svg.removeEventListener("wheel", onWheel);
    svg.removeEventListener("pointerdown", onDown);
    svg.removeEventListener("pointermove", onMove);
    svg.removeEventListener("pointerup", onUp);
    svg.removeEventListener("pointercancel", onUp);
  };
}
