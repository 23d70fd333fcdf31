import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import uPlot from "uplot";
import type { Device, Location, Measurement } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Chart, type Drawing, type Pen } from "../parts/chart.tsx";
import { Failed } from "../parts/small.tsx";
import { timeLabels } from "../parts/time-labels.ts";
import { dateTime, measure, percent } from "../words.ts";
import { readingsQuery } from "./queries.ts";

const periods = [
  { value: "24", label: t("1 day") },
  { value: "168", label: t("7 days") },
  { value: "720", label: t("30 days") },
];

interface Line {
  name: string;
  unit: string;
  colour: string;
  /** Digits after the point. */
  digits: number;
  of(reading: Measurement): number | null;
}
const lines: readonly (readonly Line[])[] = [
  [
    { name: t("Distance"), unit: "mm", colour: "chart-1", digits: 0, of: ({ distanceMm }) => distanceMm },
    { name: t("Weight"), unit: "g", colour: "chart-1", digits: 0, of: ({ weightGrams }) => weightGrams },
    {
      name: t("Something stands there"),
      unit: "",
      colour: "chart-1",
      digits: 0,
      of: ({ present }) => (present === null ? null : Number(present)),
    },
  ],
  [
    {
      name: t("Battery"),
      unit: "%",
      colour: "chart-2",
      digits: 0,
      of: ({ batteryPercent }) => batteryPercent,
    },
  ],
  [{ name: t("Signal"), unit: "dBm", colour: "chart-3", digits: 0, of: ({ rssiDbm }) => rssiDbm }],
  [{ name: t("Signal to noise"), unit: "dB", colour: "chart-4", digits: 1, of: ({ snrDb }) => snrDb }],
  [
    {
      name: t("Temperature"),
      unit: "°C",
      colour: "chart-5",
      digits: 1,
      of: ({ temperatureC }) => temperatureC,
    },
  ],
];

/** What it measured, and how it was doing, one below the other over the same time. */
export function ChartsCard({ device, location }: { device: Device; location: Location | undefined }) {
  const [hours, setHours] = useState("168");
  const readings = useQuery(readingsQuery(device.id, Number(hours)));
  const items = readings.data ?? [];
  const shown = lines.flatMap((group) => {
    const line = group.find(({ of }) => items.some((each) => of(each) !== null));
    return line ? [line] : [];
  });
  return (
    <section className="card device-card" aria-labelledby="charts-head">
      <div className="device-card-head">
        <h2 id="charts-head">{t("Over time")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("Period")}
          data={periods}
          value={hours}
          onChange={setHours}
        />
      </div>
      {readings.error && !readings.data ? (
        <Failed error={readings.error} onAgain={() => readings.refetch()} />
      ) : readings.isPending ? (
        <p className="soft">{t("Loading …")}</p>
      ) : shown.length === 0 ? (
        <p className="soft">
          {location
            ? t("Nothing was measured in this time.")
            : t("Readings are kept from when it watches a location.")}
        </p>
      ) : (
        shown.map((line) => <LineChart key={line.name} line={line} readings={items} hours={Number(hours)} />)
      )}
    </section>
  );
}

function LineChart({
  line,
  readings,
  hours,
}: {
  line: Line;
  readings: readonly Measurement[];
  hours: number;
}) {
  const known = readings.filter((each) => line.of(each) !== null);
  const last = known.at(-1);
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing => {
      const now = Date.now() / 1000;
      const first = readings[0] ? Date.parse(readings[0].at) / 1000 : now;
      const own = readings.filter((each) => line.of(each) !== null);
      return {
        options: {
          cursor: { y: false, sync: { key: "device" } },
          legend: { show: false },
          scales: {
            x: { min: Math.max(now - hours * 3600, Math.min(first, now - 600)), max: now },
            y: { range: line.unit === "%" ? [0, 105] : (_chart, low, high) => spread(low, high) },
          },
          axes: [
            { ...axis, size: 30, values: timeLabels },
            {
              ...axis,
              size: 56,
              values: (_chart, values) => values.map((each) => measure(each, "", line.digits)),
            },
          ],
          series: [
            { value: (_chart, at) => (at === null ? "–" : dateTime(new Date(at * 1000).toISOString())) },
            {
              label: line.name,
              stroke: colour(line.colour),
              width: 1.7,
              points: { show: own.length < 40, size: 5 },
              ...(line.unit === "" || line.unit === "mm"
                ? { paths: uPlot.paths.stepped!({ align: 1 }) }
                : {}),
            },
          ],
        },
        data: [own.map(({ at }) => Date.parse(at) / 1000), own.map(line.of)],
      };
    },
    [line, readings, hours],
  );
  const values = known.map(line.of) as number[];
  const written = (value: number | null) =>
    line.unit === "%" && value !== null ? percent(value / 100) : measure(value, line.unit, line.digits);
  return (
    <div className="device-chart">
      <h3>
        {line.name}
        <span>{last && line.unit !== "" ? written(line.of(last)) : ""}</span>
      </h3>
      <Chart
        height={128}
        plot={plot}
        label={t("{what}: {count} readings from {low} to {high}", {
          what: line.name,
          count: values.length,
          low: written(Math.min(...values)),
          high: written(Math.max(...values)),
        })}
      />
    </div>
  );
}

/** Some room above and below; a line that is flat is in the middle. */
function spread(low: number, high: number): [number, number] {
  const room = Math.max((high - low) * 0.12, Math.abs(high) * 0.01, 0.5);
  return [low - room, high + room];
}
