import type uPlot from "uplot";
import type { Order } from "../api/client.ts";
import type { LevelPoint } from "../api/level-points.ts";
import { pieces } from "../words.ts";

/** What is drawn on the chart of a level beside its lines. Times in seconds. */

const secondsOf = (iso: string) => Date.parse(iso) / 1000;

/** Where the level is not known the ground is hatched: an empty line would look like nothing. */
export function drawUnknown(chart: uPlot, points: readonly LevelPoint[], now: number, colour: string): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.35;
  ctx.lineWidth = devicePixelRatio;
  for (const [index, { at, onHand }] of points.entries()) {
    if (onHand !== null) continue;
    const next = points[index + 1];
    const left = Math.max(bbox.left, chart.valToPos(secondsOf(at), "x", true));
    const right = Math.min(
      bbox.left + bbox.width,
      chart.valToPos(next ? secondsOf(next.at) : now, "x", true),
    );
    if (right <= left) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, right - left, bbox.height);
    ctx.clip();
    ctx.beginPath();
    const step = 8 * devicePixelRatio;
    for (let x = Math.floor((left - bbox.height) / step) * step; x < right; x += step) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
    ctx.stroke();
    ctx.restore();
  }
  ctx.restore();
}

/** A strip along the axis: the surer, the stronger. */
export function drawSureness(chart: uPlot, points: readonly LevelPoint[], now: number, colour: string): void {
  const { ctx, bbox } = chart;
  const height = 5 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = colour;
  for (const [index, { at, sureness }] of points.entries()) {
    if (sureness === null || sureness <= 0) continue;
    const next = points[index + 1];
    const left = Math.max(bbox.left, chart.valToPos(secondsOf(at), "x", true));
    const right = Math.min(
      bbox.left + bbox.width,
      chart.valToPos(next ? secondsOf(next.at) : now, "x", true),
    );
    if (right <= left) continue;
    // From a quarter on: below, nobody would see a difference.
    ctx.globalAlpha = 0.08 + 0.92 * sureness ** 2;
    ctx.fillRect(left, bbox.top + bbox.height - height, right - left, height);
  }
  ctx.restore();
}

export function drawNow(chart: uPlot, now: number, colour: string): void {
  const { ctx, bbox } = chart;
  const x = chart.valToPos(now, "x", true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

/** So near, only the first of two marks is written. */
const leastGap = 46;
/** A sensor that wavers sees small refills that nobody made. */
const leastShare = 0.03;

/** Orders as diamonds at the top, refills as triangles at their level, both with what they are. */
export function drawMarks(
  chart: uPlot,
  {
    points,
    orders,
    order,
    refill,
  }: { points: readonly LevelPoint[]; orders: readonly Order[]; order: string; refill: string },
): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const isInside = (x: number) => x >= bbox.left && x <= bbox.left + bbox.width;
  const highest = chart.scales.y?.max ?? 0;
  ctx.save();
  ctx.font = `${11 * ratio}px system-ui`;
  let last = Number.NEGATIVE_INFINITY;
  for (const { createdAt, number } of [...orders].reverse()) {
    const x = chart.valToPos(secondsOf(createdAt), "x", true);
    if (!isInside(x)) continue;
    ctx.strokeStyle = order;
    ctx.fillStyle = order;
    ctx.globalAlpha = 0.5;
    ctx.lineWidth = ratio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top + 12 * ratio);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    diamond(ctx, x, bbox.top + 8 * ratio, 5 * ratio);
    if (x - last > leastGap * ratio) {
      const isLeft = x > bbox.left + bbox.width * 0.85;
      ctx.textAlign = isLeft ? "right" : "left";
      ctx.fillText(String(number), x + (isLeft ? -8 : 8) * ratio, bbox.top + 12 * ratio);
      last = x;
    }
  }
  last = Number.NEGATIVE_INFINITY;
  ctx.fillStyle = refill;
  for (const { at, onHand, receipts } of points) {
    if (onHand === null || receipts < highest * leastShare) continue;
    const x = chart.valToPos(secondsOf(at), "x", true);
    if (!isInside(x)) continue;
    const y = Math.max(bbox.top + 24 * ratio, chart.valToPos(onHand, "y", true) - 4 * ratio);
    triangle(ctx, x, y, 6 * ratio);
    if (x - last > leastGap * ratio) {
      ctx.textAlign = x > bbox.left + bbox.width * 0.9 ? "right" : "center";
      ctx.fillText(`+${pieces(receipts)}`, x, y - 11 * ratio);
      last = x;
    }
  }
  ctx.restore();
}

function diamond(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.beginPath();
  ctx.moveTo(x, y - size);
  ctx.lineTo(x + size, y);
  ctx.lineTo(x, y + size);
  ctx.lineTo(x - size, y);
  ctx.closePath();
  ctx.fill();
}

function triangle(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.beginPath();
  ctx.moveTo(x, y - size);
  ctx.lineTo(x + size, y + size * 0.7);
  ctx.lineTo(x - size, y + size * 0.7);
  ctx.closePath();
  ctx.fill();
}
