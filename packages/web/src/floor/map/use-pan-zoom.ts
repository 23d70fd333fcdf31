import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Box, Point } from "../plan-geometry.ts";

/** Which part of the plan is seen: pixels a metre, and where its upper left corner lies, in pixels of the window. */
export interface View {
  scale: number;
  x: number;
  y: number;
}
export interface PanZoom {
  /** Undefined until the window's size is known. */
  view: View | undefined;
  zoomBy(factor: number, about?: Point): void;
  panBy(x: number, y: number): void;
  /** All of the plan. */
  fit(): void;
  /** Brings a part of the plan into the middle, near enough to read. */
  show(box: Box): void;
  /** Where on the plan a pointer is, in metres. */
  toPlan(event: { clientX: number; clientY: number }): Point;
  /** Whether the last press was a drag: then it is no click. */
  wasDragged(): boolean;
}

const most = 240;
const least = 1.5;
/** A press that moves less is a click, in pixels. */
const slack = 4;
const glideMs = 260;

/** Pan and zoom of a map by wheel, drag, pinch and buttons. `whole`: all of the plan, in metres. */
export function usePanZoom(element: RefObject<SVGSVGElement | null>, whole: Box): PanZoom {
  const [view, setView] = useState<View>();
  const wholeNow = useRef(whole);
  wholeNow.current = whole;
  const isTouched = useRef(false);
  const hasMoved = useRef(false);
  const glide = useRef(0);

  const glideTo = useCallback((to: View) => {
    cancelAnimationFrame(glide.current);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return setView(to);
    const begun = performance.now();
    let from: View | undefined;
    const step = (now: number) => {
      const share = Math.min(1, (now - begun) / glideMs);
      const eased = 1 - (1 - share) ** 3;
      setView((view) => {
        from ??= view ?? to;
        const between = (a: number, b: number) => a + (b - a) * eased;
        return { scale: between(from.scale, to.scale), x: between(from.x, to.x), y: between(from.y, to.y) };
      });
      if (share < 1) glide.current = requestAnimationFrame(step);
    };
    glide.current = requestAnimationFrame(step);
  }, []);

  const showing = useCallback(
    (box: Box, mostScale: number): View | undefined => {
      const size = element.current?.getBoundingClientRect();
      if (!size || size.width === 0) return undefined;
      const margin = 24;
      const scale = clamp(
        Math.min((size.width - 2 * margin) / box.width, (size.height - 2 * margin) / box.height, mostScale),
      );
      return {
        scale,
        x: size.width / 2 - (box.x + box.width / 2) * scale,
        y: size.height / 2 - (box.y + box.height / 2) * scale,
      };
    },
    [element],
  );

  const zoomBy = useCallback(
    (factor: number, about?: Point) => {
      isTouched.current = true;
      cancelAnimationFrame(glide.current);
      const size = element.current?.getBoundingClientRect();
      const at = about ?? { x: (size?.width ?? 0) / 2, y: (size?.height ?? 0) / 2 };
      setView((view) => view && zoomed(view, factor, at));
    },
    [element],
  );
  const panBy = useCallback((x: number, y: number) => {
    isTouched.current = true;
    cancelAnimationFrame(glide.current);
    setView((view) => view && { ...view, x: view.x + x, y: view.y + y });
  }, []);

  // The window's size is known when it is drawn, and changes with the page's; until somebody moves the map, all of it is seen.
  useEffect(() => {
    const svg = element.current;
    if (!svg) return undefined;
    const observer = new ResizeObserver(() => {
      if (!isTouched.current) setView(showing(wholeNow.current, most));
    });
    observer.observe(svg);
    return () => observer.disconnect();
  }, [element, showing]);
  const { x, y, width, height } = whole;
  useEffect(() => {
    if (!isTouched.current) setView(showing({ x, y, width, height }, most));
  }, [x, y, width, height, showing]);
  useGestures(element, { zoomBy, panBy, hasMoved });

  return {
    view,
    zoomBy,
    panBy,
    fit: () => {
      isTouched.current = false;
      const to = showing(wholeNow.current, most);
      if (to) glideTo(to);
    },
    show: (box) => {
      isTouched.current = true;
      const to = showing(box, 55);
      if (to) glideTo(to);
    },
    toPlan: ({ clientX, clientY }) => {
      const size = element.current?.getBoundingClientRect();
      const { scale, x: left, y: top } = view ?? { scale: 1, x: 0, y: 0 };
      return {
        x: (clientX - (size?.left ?? 0) - left) / scale,
        y: (clientY - (size?.top ?? 0) - top) / scale,
      };
    },
    wasDragged: () => hasMoved.current,
  };
}

function clamp(scale: number): number {
  return Math.min(most, Math.max(least, scale));
}

function zoomed(view: View, factor: number, at: Point): View {
  const scale = clamp(view.scale * factor);
  const by = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** Wheel, drag and pinch. */
function useGestures(
  element: RefObject<SVGSVGElement | null>,
  { zoomBy, panBy, hasMoved }: Pick<PanZoom, "zoomBy" | "panBy"> & { hasMoved: RefObject<boolean> },
): void {
  useEffect(() => {
    const svg = element.current;
    if (!svg) return undefined;
    const fingers = new Map<number, Point>();
    const within = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const { left, top } = svg.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      // Lines and pages are a mouse's, pixels a touchpad's; a pinch there comes as a wheel with Ctrl.
      const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : 30);
      zoomBy(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.0016)), within(event));
    };
    const onDown = (event: PointerEvent) => {
      // What is marked so is dragged itself.
      if (event.button !== 0 || (event.target as Element).closest("[data-dragged]")) return;
      // A press that ended elsewhere is over.
      if (event.isPrimary) fingers.clear();
      if (fingers.size === 0) hasMoved.current = false;
      fingers.set(event.pointerId, within(event));
    };
    const onMove = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const now = within(event);
      const [by, other] = [
        { x: now.x - before.x, y: now.y - before.y },
        [...fingers].find(([id]) => id !== event.pointerId)?.[1],
      ];
      if (!hasMoved.current && Math.hypot(by.x, by.y) < slack) return;
      if (!hasMoved.current) {
        hasMoved.current = true;
        svg.setPointerCapture(event.pointerId);
      }
      fingers.set(event.pointerId, now);
      if (!other) return panBy(by.x, by.y);
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      panBy(by.x / 2, by.y / 2);
      zoomBy(apart(now) / apart(before), middle);
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
  }, [element, zoomBy, panBy, hasMoved]);
}
