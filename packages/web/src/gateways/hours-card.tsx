import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import uPlot from "uplot";
import type { Gateway } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Chart, type Drawing, drawLevel, type Pen } from "../parts/chart.tsx";
import { Failed } from "../parts/small.tsx";
import { timeLabels } from "../parts/time-labels.ts";
import { measure, percent, pieces } from "../words.ts";
import { hoursQuery } from "./queries.ts";

type Hour = Awaited<ReturnType<NonNullable<ReturnType<typeof hoursQuery>["queryFn"]>>>[number];

const hourMs = 3_600_000;
const periods = [
  { value: "1", label: t("1 day") },
  { value: "7", label: t("7 days") },
  { value: "30", label: t("30 days") },
];
interface Bars {
  key: "uplinks" | "refused" | "downlinks" | "dutyCycleUse";
  name: string;
  colour: string;
}
const charts: readonly Bars[] = [
  { key: "uplinks", name: t("Packets heard, an hour"), colour: "chart-1" },
  { key: "refused", name: t("Refused of them: strangers, or damaged"), colour: "chart-2" },
  { key: "downlinks", name: t("Downlinks, an hour"), colour: "chart-3" },
  { key: "dutyCycleUse", name: t("Used of the allowed time on air"), colour: "chart-4" },
];

/** How it did, hour by hour. */
export function HoursCard({ gateway }: { gateway: Gateway }) {
  const [days, setDays] = useState("7");
  const query = useQuery(hoursQuery(gateway.id, Number(days)));
  const hours = query.data ?? [];
  return (
    <section className="card device-card" aria-labelledby="hours-head">
      <div className="device-card-head">
        <h2 id="hours-head">{t("Hour by hour")}</h2>
        <SegmentedControl size="xs" aria-label={t("Period")} data={periods} value={days} onChange={setDays} />
      </div>
      {query.error && !query.data ? (
        <Failed error={query.error} onAgain={() => query.refetch()} />
      ) : query.isPending ? (
        <p className="soft">{t("Loading …")}</p>
      ) : hours.length === 0 ? (
        <p className="soft">{t("It has brought nothing in this time.")}</p>
      ) : (
        charts.map((bars) => <HourBars key={bars.key} bars={bars} hours={hours} days={Number(days)} />)
      )}
    </section>
  );
}

function HourBars({ bars, hours, days }: { bars: Bars; hours: readonly Hour[]; days: number }) {
  const { key, name, colour } = bars;
  const isShare = key === "dutyCycleUse";
  const plot = useCallback(
    (pen: Pen): Drawing => {
      const now = Math.floor(Date.now() / hourMs) * hourMs;
      const first = Math.max(now - days * 24 * hourMs, Date.parse(hours[0]!.at) - 6 * hourMs);
      const byHour = new Map(hours.map((hour) => [Date.parse(hour.at), hour[key]]));
      const times: number[] = [];
      for (let at = Math.ceil(first / hourMs) * hourMs; at <= now; at += hourMs) times.push(at);
      const written = (value: number) => (isShare ? percent(value) : measure(value, "", 0));
      return {
        options: {
          legend: { show: false },
          cursor: { y: false, sync: { key: "gateway" } },
          scales: {
            x: { range: () => [times[0]! / 1000 - 1800, now / 1000 + 5400] },
            y: {
              range: (_chart, _low, high) => [
                0,
                isShare ? Math.max(high * 1.1, 0.2) : Math.max(high * 1.1, 5),
              ],
            },
          },
          axes: [
            { ...pen.axis, size: 30, values: timeLabels },
            { ...pen.axis, size: 56, values: (_chart, values) => values.map(written) },
          ],
          series: [
            {},
            {
              label: name,
              fill: pen.colour(colour),
              stroke: pen.colour(colour),
              width: 0,
              paths: uPlot.paths.bars!({ size: [0.75, 24], align: 1 }),
              points: { show: false },
            },
          ],
          hooks: isShare
            ? { draw: [(chart) => drawLevel(chart, 1, pen.colour("empty"), 1, t("the limit"))] }
            : {},
        },
        data: [times.map((at) => at / 1000), times.map((at) => byHour.get(at) ?? 0)],
      };
    },
    [hours, days, key, name, colour, isShare],
  );
  const values = hours.map((hour) => hour[key]);
  const total = values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(...values);
  const summary = isShare
    ? t("at most {share}", { share: percent(most) })
    : t("{total} in all", { total: pieces(total) });
  return (
    <div className="device-chart">
      <h3>
        {name}
        <span>{summary}</span>
      </h3>
      <Chart height={isShare ? 104 : 116} plot={plot} label={`${name}: ${summary}`} />
    </div>
  );
}
