import { useCallback, useRef } from "react";
import uPlot from "uplot";
import { dateFormat } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { Chart, type Drawing, type Pen } from "../parts/chart.tsx";
import { day } from "../words.ts";

const height = 150;
const shortDays = dateFormat({ day: "numeric", month: "short", timeZone: "UTC" });
const secondsOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000;
const daySeconds = 86_400;

/** A figure by day, days that nothing is known of left out; what a point says is read below the pointer. */
export function TrendChart({
  dates,
  values,
  kind,
  colour: role,
  label,
  write,
  range,
}: {
  dates: readonly string[];
  values: readonly (number | null)[];
  kind: "line" | "bars";
  /** Its role, e.g. `chart-1`. */
  colour: string;
  label: string;
  write(value: number): string;
  /** Of the values; default: from 0 to the highest. */
  range?: readonly [number, number];
}) {
  const known = values.filter((value) => value !== null);
  const key = JSON.stringify([dates, values, range]);
  const readout = useRef<HTMLParagraphElement>(null);
  const latest = useRef({ dates, values, write });
  latest.current = { dates, values, write };
  const plot = useCallback(
    ({ colour, axis }: Pen): Drawing => {
      const [days, numbers, bounds] = JSON.parse(key) as [
        string[],
        (number | null)[],
        [number, number] | null,
      ];
      const data = everyDay(days, numbers);
      const highest = Math.max(0, ...numbers.map((value) => value ?? 0));
      const stroke = colour(role);
      return {
        options: {
          tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
          legend: { show: false },
          padding: [8, 8, 0, 0],
          cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
          scales: {
            x: { range: (_chart, min, max) => [min - daySeconds / 2, max + daySeconds / 2] },
            y: { range: bounds ?? [0, highest > 0 ? highest * 1.1 : 1] },
          },
          axes: [
            {
              ...axis,
              grid: { show: false },
              size: 30,
              space: 70,
              incrs: [1, 2, 7, 14, 30, 61, 91].map((each) => each * daySeconds),
              values: (_chart, splits) => splits.map((at) => shortDays(new Date(at * 1000))),
            },
            {
              ...axis,
              size: (_chart, texts) => 24 + 7 * Math.max(3, ...(texts ?? []).map(({ length }) => length)),
              space: 34,
              values: (_chart, splits) =>
                splits.map((value) =>
                  kind === "bars" && !Number.isInteger(value) ? "" : latest.current.write(value),
                ),
            },
          ],
          series: [
            {},
            kind === "bars"
              ? {
                  stroke,
                  fill: stroke,
                  width: 0,
                  paths: uPlot.paths.bars!({ size: [0.7, 24, 2] }),
                  points: { show: false },
                }
              : {
                  stroke,
                  width: 2,
                  fill: `${stroke}22`,
                  points: { show: data[0].length < 15, size: 6, fill: stroke },
                },
          ],
          hooks: {
            setCursor: [
              (chart) => {
                if (readout.current) readout.current.textContent = wordsAt(chart, latest.current.write);
              },
            ],
          },
        },
        data,
      };
    },
    [key, kind, role],
  );
  // One day is no course.
  if (known.length < 2)
    return (
      <p className="soft trend-none">
        {t("The course begins tomorrow: days are summed in the night after them.")}
      </p>
    );
  return (
    <>
      <Chart label={inWords(label, dates, values, write)} height={height} plot={plot} />
      <p ref={readout} className="soft small-text trend-readout" aria-hidden="true" />
    </>
  );
}

/** Days without a value are null, so that the line breaks. */
function everyDay(
  dates: readonly string[],
  values: readonly (number | null)[],
): [number[], (number | null)[]] {
  const known = new Map(dates.map((date, index) => [secondsOf(date), values[index] ?? null]));
  const [first, last] = [secondsOf(dates[0]!), secondsOf(dates.at(-1)!)];
  const days = Array.from(
    { length: Math.round((last - first) / daySeconds) + 1 },
    (_, n) => first + n * daySeconds,
  );
  return [days, days.map((at) => known.get(at) ?? null)];
}

function wordsAt({ cursor: { idx }, data }: uPlot, write: (value: number) => string): string {
  const at = idx == null ? undefined : data[0][idx];
  const value = idx == null ? undefined : data[1]?.[idx];
  if (at == null || value == null) return "";
  return `${day(new Date(at * 1000).toISOString().slice(0, 10))}: ${write(value)}`;
}

/** For who does not see the chart. */
function inWords(
  label: string,
  dates: readonly string[],
  values: readonly (number | null)[],
  write: (value: number) => string,
): string {
  const known = values.filter((value) => value !== null);
  return t("{label}, {first} to {last}: lowest {lowest}, highest {highest}, last {latest}", {
    label,
    first: day(dates[0]!),
    last: day(dates.at(-1)!),
    lowest: write(Math.min(...known)),
    highest: write(Math.max(...known)),
    latest: write(known.at(-1)!),
  });
}
