import { useCallback } from "react";
import uPlot from "uplot";
import { t } from "../language/language.ts";
import { Chart, type Drawing, drawLevel, type Pen } from "../parts/chart.tsx";
import { day } from "../words.ts";
import { dateLabels } from "./date-labels.ts";
import type { Demand } from "./queries.ts";
import { figure } from "./words.ts";

/** What was used by day or week, as bars; periods of which too little is known are hatched, since nobody knows that it was 0. */
export function DemandBars({
  items,
  period,
  rate,
  unit,
}: {
  items: Demand["items"];
  period: Demand["period"];
  /** Expected pieces a period, as a line; null: none. */
  rate: number | null;
  unit: string;
}) {
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing => {
      const seconds = (period === "week" ? 7 : 1) * 86_400;
      const times = items.map(({ date }) => Date.parse(date) / 1000);
      const highest = Math.max(1, rate ?? 0, ...items.map(({ quantity }) => quantity ?? 0));
      return {
        options: {
          tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
          cursor: { y: false, drag: { x: false, y: false } },
          scales: {
            x: {
              min: (times[0] ?? 0) - seconds / 2,
              max: (times.at(-1) ?? 0) + seconds / 2,
            },
            y: { range: [0, highest * 1.08] },
          },
          axes: [
            { ...axis, values: dateLabels },
            { ...axis, size: 50 },
          ],
          series: [
            {
              value: (_chart, at) =>
                at === null ? "–" : dateWords(period, new Date(at * 1000).toISOString().slice(0, 10)),
            },
            {
              label: t("Used ({unit})", { unit }),
              stroke: colour("ok"),
              fill: colour("ok"),
              width: 0,
              points: { show: false },
              paths: uPlot.paths.bars!({ size: [0.75, 40] }),
              value: (_chart, value, _series, index) =>
                index != null && items[index]?.isMissing ? t("not known") : figure(value),
            },
          ],
          hooks: {
            drawClear: [(chart) => hatch(chart, times, items, seconds, colour("unknown"))],
            draw: [(chart) => rate !== null && drawLevel(chart, rate, colour("coming"), 1.5)],
          },
        },
        data: [times, items.map(({ quantity }) => quantity)],
      };
    },
    [items, period, rate, unit],
  );
  return <Chart height={220} plot={plot} label={inWords({ items, period, rate, unit })} />;
}

/** For who does not see the bars. */
function inWords({ items, period, rate, unit }: Parameters<typeof DemandBars>[0]): string {
  const values = {
    count: items.length,
    date: day(items[0]?.date ?? ""),
    missing: items.filter(({ isMissing }) => isMissing).length,
  };
  const words =
    period === "week"
      ? t(
          "Used by week: {count, plural, one {# week} other {# weeks}} from {date}, {missing} of them not known",
          values,
        )
      : t(
          "Used by day: {count, plural, one {# day} other {# days}} from {date}, {missing} of them not known",
          values,
        );
  return rate === null ? words : t("{words}, {rate} expected", { words, rate: figure(rate, unit) });
}

function dateWords(period: Demand["period"], date: string): string {
  return period === "week" ? t("Week from {date}", { date: day(date) }) : day(date);
}

function hatch(
  chart: uPlot,
  times: readonly number[],
  items: Demand["items"],
  seconds: number,
  colour: string,
): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = devicePixelRatio;
  for (const [index, { isMissing }] of items.entries()) {
    const at = times[index];
    if (!isMissing || at === undefined) continue;
    const left = Math.max(bbox.left, chart.valToPos(at - seconds / 2, "x", true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(at + seconds / 2, "x", true));
    if (right <= left) continue;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, bbox.top, right - left, bbox.height);
    ctx.clip();
    ctx.beginPath();
    // Through the whole plot, so that the lines of neighbours meet.
    const step = 7 * devicePixelRatio;
    const first = Math.floor((left - bbox.height) / step) * step;
    for (let x = first; x < right; x += step) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
    ctx.stroke();
    ctx.restore();
  }
  ctx.restore();
}
