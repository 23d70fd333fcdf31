import { useCallback } from "react";
import uPlot from "uplot";
import type { Location, Order } from "../api/client.ts";
import { Chart, type Drawing, drawLevel, type Pen } from "../parts/chart.tsx";
import { dateTime } from "../words.ts";

/** The level over time, with reorder point and highest level as lines and orders as marks. */
export function LevelChart({
  points,
  location,
  orderUpTo,
  orders,
  hours,
  unit,
}: {
  points: { at: string; onHand: number | null }[];
  location: Location;
  /** Pieces that its policy orders up to; null: none. */
  orderUpTo: number | null;
  orders: Order[];
  hours: number;
  unit: string;
}) {
  const { capacity, reorderPoint } = location;
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing => {
      const now = Date.now() / 1000;
      const first = points[0] ? Date.parse(points[0].at) / 1000 : now;
      // A young location is not drawn as a sliver at the end of an empty month.
      const from = Math.max(now - hours * 3600, Math.min(first, now - 600));
      const data: uPlot.AlignedData = [
        [...points.map(({ at }) => Date.parse(at) / 1000), now],
        [...points.map(({ onHand }) => onHand), points.at(-1)?.onHand ?? null],
      ];
      return {
        options: {
          cursor: { y: false },
          scales: {
            x: { min: from, max: now },
            y: { range: [0, Math.max(capacity, 1) * 1.05] },
          },
          axes: [
            { ...axis, values: timeLabels },
            { ...axis, size: 56 },
          ],
          series: [
            { value: (_chart, at) => (at === null ? "–" : dateTime(new Date(at * 1000).toISOString())) },
            {
              label: `On hand (${unit})`,
              stroke: colour("ok"),
              fill: `${colour("ok")}2e`,
              width: 2,
              spanGaps: false,
              paths: uPlot.paths.stepped!({ align: 1 }),
              points: { show: false },
            },
          ],
          hooks: {
            draw: [
              (chart) => {
                if (reorderPoint !== null)
                  drawLevel(chart, reorderPoint, colour("low"), 1, `reorder at ${reorderPoint}`);
                if (orderUpTo !== null)
                  drawLevel(chart, orderUpTo, colour("ink-soft"), 1, `up to ${orderUpTo}`);
                for (const order of orders) drawMark(chart, order, colour("coming"));
              },
            ],
          },
        },
        data,
      };
    },
    [points, orders, hours, unit, reorderPoint, orderUpTo, capacity],
  );
  return (
    <Chart
      height={300}
      plot={plot}
      label={`Level over time: ${points.length} measurements, now ${location.level?.onHand ?? "unknown"} ${unit}, reordered at ${reorderPoint ?? "no level"}, up to ${orderUpTo ?? "no level"}`}
    />
  );
}

function timeLabels(_chart: uPlot, splits: number[]): string[] {
  const isDays = (splits[1] ?? 0) - (splits[0] ?? 0) >= 86_400;
  return splits.map((at) => {
    const time = new Date(at * 1000);
    const isMidnight = time.getHours() === 0 && time.getMinutes() === 0;
    return isDays || isMidnight
      ? time.toLocaleDateString("en-GB", { day: "numeric", month: "short" })
      : time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  });
}

function drawMark(chart: uPlot, order: Order, colour: string): void {
  const { ctx, bbox } = chart;
  const x = chart.valToPos(Date.parse(order.createdAt) / 1000, "x", true);
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${11 * devicePixelRatio}px system-ui`;
  ctx.textAlign = x > bbox.left + bbox.width * 0.8 ? "right" : "left";
  const side = ctx.textAlign === "right" ? -1 : 1;
  ctx.fillText(
    `order ${order.number}`,
    x + side * 4 * devicePixelRatio,
    bbox.top + bbox.height - 8 * devicePixelRatio,
  );
  ctx.restore();
}
