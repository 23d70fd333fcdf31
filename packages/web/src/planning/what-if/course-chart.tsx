import type { CoursePoint, Simulation } from "@refill/replenishment";
import { useCallback } from "react";
import uPlot from "uplot";
import { t } from "../../language/language.ts";
import { Chart, type Drawing, type Pen } from "../../parts/chart.tsx";
import { day, pieces } from "../../words.ts";
import { dateLabels } from "../date-labels.ts";

/** Below the stock, as shares of the highest stock: what happened with each policy. */
const rows = { present: -0.14, proposed: -0.28 };

/** The stock of both policies over time; below it their orders and receipts, and stock-outs as red marks. */
export function CourseChart({
  present,
  proposed,
  unit,
}: {
  present: Simulation | null;
  proposed: Simulation | null;
  unit: string;
}) {
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing | null => {
      const course = (proposed ?? present)?.course;
      if (!course) return null;
      const highest = Math.max(
        1,
        ...[present, proposed].map((simulation) =>
          Math.max(0, ...(simulation?.course ?? []).map((point) => point.highest)),
        ),
      );
      const line = (label: string, stroke: string): uPlot.Series => ({
        label,
        stroke,
        width: 1.6,
        paths: uPlot.paths.stepped!({ align: 1 }),
        points: { show: false },
        value: (_chart, value) => (value === null ? "–" : String(value)),
      });
      const stocks = [
        { simulation: present, label: t("Today ({unit})", { unit }), colour: colour("low") },
        { simulation: proposed, label: t("Proposed ({unit})", { unit }), colour: colour("coming") },
      ].filter(({ simulation }) => simulation !== null);
      return {
        options: {
          tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
          cursor: { y: false, drag: { x: true, y: false } },
          scales: { y: { range: [-0.34 * highest, highest * 1.05] } },
          axes: [
            { ...axis, values: dateLabels },
            {
              ...axis,
              size: 56,
              // Below zero are the marks.
              splits: (_chart, _index, _min, max, step) =>
                Array.from({ length: Math.floor(max / step) + 1 }, (_, count) => count * step),
            },
          ],
          series: [
            {
              value: (_chart, at) =>
                at === null ? "–" : day(new Date(at * 1000).toISOString().slice(0, 10)),
            },
            ...stocks.map(({ label, colour: stroke }) => line(label, stroke)),
          ],
          hooks: {
            draw: [
              (chart) => {
                if (present)
                  drawEvents(chart, present.course, rows.present * highest, colour("low"), colour("empty"));
                if (proposed)
                  drawEvents(
                    chart,
                    proposed.course,
                    rows.proposed * highest,
                    colour("coming"),
                    colour("empty"),
                  );
              },
            ],
          },
        },
        data: [
          course.map((point) => point.day * 86_400),
          ...stocks.map(({ simulation }) => simulation!.course.map(({ lowest }) => lowest)),
        ],
      };
    },
    [present, proposed, unit],
  );
  return (
    <div>
      <Chart height={340} plot={plot} label={courseWords(present, proposed)} />
      <div className="legend" style={{ margin: "6px 0 0" }}>
        {present && <span>{t("{i} today", { i: <i className="mark-today" /> })}</span>}
        {proposed && <span>{t("{i} proposed", { i: <i className="mark-proposed" /> })}</span>}
        <span>{t("▲ ordered")}</span>
        <span>{t("▼ received")}</span>
        <span>{t("{i} something was not there", { i: <i className="zone-red" /> })}</span>
        <span>{t("Drag to zoom in, double-click to see all.")}</span>
      </div>
    </div>
  );
}

function courseWords(present: Simulation | null, proposed: Simulation | null): string {
  const words = (name: string, simulation: Simulation | null) =>
    simulation
      ? [
          t("{name}: {averageStock} on average, {stockOutDays} stock-out days", {
            name,
            averageStock: pieces(Math.round(simulation.averageStock)),
            stockOutDays: simulation.stockOutDays,
          }),
        ]
      : [];
  const both = [...words(t("Today"), present), ...words(t("Proposed"), proposed)].join(". ");
  return t("Stock over time. {both}", { both });
}

function drawEvents(
  chart: uPlot,
  course: readonly CoursePoint[],
  level: number,
  colour: string,
  alarm: string,
): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(level, "y", true);
  const size = 4 * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const { day: first, days, ordered, received, unmet } of course) {
    if (ordered === 0 && received === 0 && unmet === 0) continue;
    const x = chart.valToPos(first * 86_400, "x", true);
    if (unmet > 0) {
      const width = Math.max(2 * devicePixelRatio, chart.valToPos((first + days) * 86_400, "x", true) - x);
      ctx.fillStyle = alarm;
      ctx.fillRect(x, y - 2.5 * size, width, 5 * size);
    }
    ctx.fillStyle = colour;
    if (ordered > 0) triangle(ctx, x, y + size * 0.4, size, 1);
    if (received > 0) triangle(ctx, x, y - size * 0.4, size, -1);
  }
  ctx.restore();
}

/** `up`: 1 points upwards and hangs below `y`, −1 the other way round. */
function triangle(ctx: CanvasRenderingContext2D, x: number, y: number, size: number, up: 1 | -1): void {
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - size, y + up * size * 1.6);
  ctx.lineTo(x + size, y + up * size * 1.6);
  ctx.fill();
}
