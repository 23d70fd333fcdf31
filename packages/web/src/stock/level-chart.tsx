import { useCallback } from "react";
import uPlot from "uplot";
import type { Location, Order } from "../api/client.ts";
import type { LevelPoint } from "../api/level-points.ts";
import { t } from "../language/language.ts";
import { Chart, type Drawing, drawLevel, type Pen } from "../parts/chart.tsx";
import { timeLabels } from "../parts/time-labels.ts";
import { dateTime, pieces } from "../words.ts";
import { drawMarks, drawNow, drawSureness, drawUnknown } from "./chart-marks.ts";
import type { StockOutlook } from "./queries.ts";

const secondsOf = (iso: string) => Date.parse(iso) / 1000;
/** What has been takes at least so much of the chart, as a share of what is to come. */
const leastPast = 0.4;

/**
 * The level over time: how sure it is below it, orders and refills marked, reorder point and highest level as lines, and
 * what is to be expected as a line with its interval.
 */
export function LevelChart({
  points,
  ahead,
  location,
  orderUpTo,
  orders,
  hours,
  unit,
}: {
  points: readonly LevelPoint[];
  /** From now on; empty: nothing is expected, or nobody knows. */
  ahead: StockOutlook["items"];
  location: Location;
  /** Pieces that its policy orders up to; null: none. */
  orderUpTo: number | null;
  orders: readonly Order[];
  hours: number;
  unit: string;
}) {
  const { capacity, reorderPoint } = location;
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing => {
      const now = Date.now() / 1000;
      const first = points[0] ? secondsOf(points[0].at) : now;
      const horizon = ahead.length > 0 ? secondsOf(ahead.at(-1)!.at) : now;
      // A young location is not drawn as a sliver at the end of an empty month, nor before what is to come.
      const least = Math.max(600, (horizon - now) * leastPast);
      const from = Math.max(now - hours * 3600, Math.min(first, now - least));
      const data = joined(points, ahead, now);
      const highest = Math.max(capacity, orderUpTo ?? 0, ...ahead.map(({ high }) => high), 1);
      return {
        options: {
          cursor: { y: false, drag: { x: false, y: false } },
          scales: {
            x: { min: from, max: horizon },
            y: { range: [0, highest * 1.08] },
            share: { range: [0, 1] },
          },
          axes: [
            { ...axis, values: timeLabels },
            { ...axis, size: 56 },
          ],
          series: [
            { value: (_chart, at) => (at === null ? "–" : dateTime(new Date(at * 1000).toISOString())) },
            {
              label: t("On hand ({unit})", { unit }),
              stroke: colour("chart-1"),
              fill: `${colour("chart-1")}26`,
              width: 2,
              spanGaps: false,
              paths: uPlot.paths.stepped!({ align: 1 }),
              points: { show: false },
              value: (_chart, value) => pieces(value),
            },
            {
              label: t("How sure"),
              scale: "share",
              ...hidden,
              paths: () => null,
              value: (_chart, value) => (value == null ? "–" : `${Math.round(value * 100)} %`),
            },
            ...(ahead.length > 0 ? expectedSeries(colour("chart-3")) : []),
          ],
          bands: ahead.length > 0 ? [{ series: [5, 4], fill: `${colour("chart-3")}2b` }] : [],
          hooks: {
            drawClear: [(chart) => drawUnknown(chart, points, now, colour("unknown"))],
            draw: [
              (chart) => {
                if (reorderPoint !== null)
                  drawLevel(
                    chart,
                    reorderPoint,
                    colour("low"),
                    1,
                    t("reorder at {pieces}", { pieces: pieces(reorderPoint) }),
                  );
                if (orderUpTo !== null)
                  drawLevel(
                    chart,
                    orderUpTo,
                    colour("ink-soft"),
                    1,
                    t("up to {pieces}", { pieces: pieces(orderUpTo) }),
                  );
                if (ahead.length > 0) drawNow(chart, now, colour("ink-soft"));
                drawMarks(chart, { points, orders, order: colour("coming"), refill: colour("ok") });
                drawSureness(chart, points, now, colour("chart-1"));
              },
            ],
          },
        },
        data,
      };
    },
    [points, ahead, orders, hours, unit, reorderPoint, orderUpTo, capacity],
  );
  return <Chart height={320} plot={plot} label={inWords({ points, ahead, orders, location, unit })} />;
}

const hidden = { stroke: "transparent", width: 0, points: { show: false } };

/** The expected line, and below it the two ends of its interval, which the legend tells beside it. */
function expectedSeries(colour: string): uPlot.Series[] {
  const between = (chart: uPlot, index: number) =>
    `${pieces(chart.data[4]?.[index])}–${pieces(chart.data[5]?.[index])}`;
  return [
    {
      label: t("Expected"),
      stroke: colour,
      dash: [6, 4],
      width: 2,
      points: { show: false },
      value: (chart, value, _series, index) =>
        value == null || index == null ? "–" : `${pieces(value)} (${between(chart, index)})`,
    },
    { ...hidden, class: "not-in-legend" },
    { ...hidden, class: "not-in-legend" },
  ];
}

/** Both on one axis of time; undefined where one of them has no point, null where the level is not known. */
function joined(points: readonly LevelPoint[], ahead: StockOutlook["items"], now: number): uPlot.AlignedData {
  const last = points.at(-1);
  const past: uPlot.AlignedData = [
    [...points.map(({ at }) => secondsOf(at)), ...(last ? [now] : [])],
    [...points.map(({ onHand }) => onHand), ...(last ? [last.onHand] : [])],
    [...points.map(({ sureness }) => sureness), ...(last ? [last.sureness] : [])],
  ];
  if (ahead.length === 0) return past;
  const future: uPlot.AlignedData = [
    ahead.map(({ at }) => secondsOf(at)),
    ahead.map(({ expected }) => expected),
    ahead.map(({ low }) => low),
    ahead.map(({ high }) => high),
  ];
  return uPlot.join([past, future]);
}

function inWords({
  points,
  ahead,
  orders,
  location,
  unit,
}: {
  points: readonly LevelPoint[];
  ahead: StockOutlook["items"];
  orders: readonly Order[];
  location: Location;
  unit: string;
}): string {
  const { level, reorderPoint } = location;
  const refills = points.filter(({ receipts }) => receipts > 0).length;
  const last = ahead.at(-1);
  const parts = [
    t("Level over time: {count} measurements, now {level}", {
      count: points.length,
      level: level?.onHand == null ? t("unknown") : pieces(level.onHand, unit),
    }),
    reorderPoint === null ? "" : t("reorder at {pieces}", { pieces: pieces(reorderPoint) }),
    t("{refills, plural, =0 {no refill} one {# refill} other {# refills}}", { refills }),
    t("{orders, plural, =0 {no order} one {# order} other {# orders}}", { orders: orders.length }),
    last
      ? t("expected on {day}: {expected}, between {low} and {high}", {
          day: dateTime(last.at),
          expected: pieces(last.expected, unit),
          low: pieces(last.low),
          high: pieces(last.high),
        })
      : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}
