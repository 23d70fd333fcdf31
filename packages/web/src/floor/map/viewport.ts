import type { Box, Point } from "../plan-geometry.ts";
import { watchGestures } from "./gestures.ts";

/** Which part of the plan is seen: pixels a metre, and where its upper left corner lies, in pixels of the window. */
interface View {
  scale: number;
  x: number;
  y: number;
}

const most = 240;
const least = 1.5;
const margin = 24;
const glideMs = 260;
/** So near a part of the plan is shown at most, in pixels a metre: names can be read, and what is around it is seen. */
const nearEnough = 55;
/** After the last movement the map is drawn sharply again. */
const restMs = 160;
/** Below so many pixels a metre, names of racks can't be read and are left out. */
const namesFrom = 11;

/**
 * A window onto the plan. It moves what is drawn by one transform of its own, without React: thousands of shapes stay as they
 * are while a hand drags them.
 */
export class Viewport {
  #svg: SVGSVGElement | undefined;
  #ground: SVGGElement | undefined;
  #whole: Box = { x: 0, y: 0, width: 40, height: 25 };
  #view: View | undefined;
  /** Somebody has moved it: it does not follow the window's size any more. */
  #isTouched = false;
  #glide = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();
  /** Whether the last press became a drag: then it is no click. */
  hasMoved = false;

  /** `ground` is moved within `svg`. Gives what takes it back. */
  attach(svg: SVGSVGElement, ground: SVGGElement): () => void {
    this.#svg = svg;
    this.#ground = ground;
    this.#put(this.#view ?? this.#showing(this.#whole, most));
    const observer = new ResizeObserver(() => {
      if (!this.#isTouched) this.#put(this.#showing(this.#whole, most));
    });
    observer.observe(svg);
    const unwatch = watchGestures(svg, this);
    return () => {
      observer.disconnect();
      unwatch();
      cancelAnimationFrame(this.#glide);
      clearTimeout(this.#rest);
    };
  }

  get element(): SVGSVGElement | undefined {
    return this.#svg;
  }

  /** All of the plan, in metres. */
  set whole(whole: Box) {
    this.#whole = whole;
    if (!this.#isTouched) this.#put(this.#showing(whole, most));
  }

  /** Pixels a metre; undefined until the window's size is known. */
  readonly scale = (): number | undefined => this.#view?.scale;
  /** Told when the scale has changed. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  zoomBy(factor: number, about?: Point): void {
    const view = this.#touch();
    const size = this.#svg?.getBoundingClientRect();
    if (!view || !size) return;
    const at = about ?? { x: size.width / 2, y: size.height / 2 };
    const scale = clamp(view.scale * factor);
    const by = scale / view.scale;
    this.#put({ scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by });
  }

  panBy(x: number, y: number): void {
    const view = this.#touch();
    if (view) this.#put({ ...view, x: view.x + x, y: view.y + y });
  }

  fit(): void {
    this.#isTouched = false;
    this.#glideTo(this.#showing(this.#whole, most));
  }

  /** Brings a part of the plan into the middle, near enough to read. */
  show(box: Box): void {
    this.#isTouched = true;
    this.#glideTo(this.#showing(box, nearEnough));
  }

  /** Where on the plan a pointer is, in metres. */
  toPlan({ clientX, clientY }: { clientX: number; clientY: number }): Point {
    const size = this.#svg?.getBoundingClientRect();
    const { scale, x, y } = this.#view ?? { scale: 1, x: 0, y: 0 };
    return { x: (clientX - (size?.left ?? 0) - x) / scale, y: (clientY - (size?.top ?? 0) - y) / scale };
  }

  /** Of what is seen, in metres. */
  middle(): Point {
    const size = this.#svg?.getBoundingClientRect();
    if (!size) return { x: 0, y: 0 };
    return this.toPlan({ clientX: size.left + size.width / 2, clientY: size.top + size.height / 2 });
  }

  #touch(): View | undefined {
    this.#isTouched = true;
    cancelAnimationFrame(this.#glide);
    return this.#view;
  }

  #showing(box: Box, mostScale: number): View | undefined {
    const size = this.#svg?.getBoundingClientRect();
    if (!size || size.width === 0) return undefined;
    const across = (size.width - 2 * margin) / box.width;
    const down = (size.height - 2 * margin) / box.height;
    const scale = clamp(Math.min(across, down, mostScale));
    return {
      scale,
      x: size.width / 2 - (box.x + box.width / 2) * scale,
      y: size.height / 2 - (box.y + box.height / 2) * scale,
    };
  }

  #put(view: View | undefined): void {
    if (!view || !this.#ground) return;
    const isOtherScale = view.scale !== this.#view?.scale;
    this.#view = view;
    const { style } = this.#ground;
    style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    // While it moves, the browser moves a picture of it; at rest it draws anew, sharply and with marks of the right size.
    this.#ground.classList.add("is-moving");
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#ground?.classList.remove("is-moving");
      this.#size();
    }, restMs);
    if (!isOtherScale) return;
    this.#ground.classList.toggle("is-far", view.scale < namesFrom);
    for (const listener of this.#listeners) listener();
  }

  /** Names and pins are as large on the screen at any scale; only they are told it, not thousands of racks. */
  #size(): void {
    for (const marks of this.#ground?.querySelectorAll<SVGGElement>(".map-sized") ?? [])
      marks.style.setProperty("--s", String(this.#view?.scale ?? 1));
  }

  #glideTo(to: View | undefined): void {
    cancelAnimationFrame(this.#glide);
    const from = this.#view;
    if (!to || !from || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#put(to);
      return;
    }
    const begun = performance.now();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, now - begun) / glideMs);
      const eased = 1 - (1 - share) ** 3;
      const between = (a: number, b: number) => a + (b - a) * eased;
      this.#put({
        scale: between(from.scale, to.scale),
        x: between(from.x, to.x),
        y: between(from.y, to.y),
      });
      if (share < 1) this.#glide = requestAnimationFrame(step);
    };
    this.#glide = requestAnimationFrame(step);
  }
}

function clamp(scale: number): number {
  return Math.min(most, Math.max(least, scale));
}
