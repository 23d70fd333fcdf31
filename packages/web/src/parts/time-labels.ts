import type uPlot from "uplot";
import { dateFormat } from "../language/formats.ts";
import { clock } from "../words.ts";

const dates = dateFormat({ day: "numeric", month: "short" });

/** Times below a chart: days where a day or more lies between them, times of day else; midnight is its day. */
export function timeLabels(_chart: uPlot, splits: number[]): string[] {
  const isDays = (splits[1] ?? 0) - (splits[0] ?? 0) >= 86_400;
  return splits.map((at) => {
    const time = new Date(at * 1000);
    const isMidnight = time.getHours() === 0 && time.getMinutes() === 0;
    return isDays || isMidnight ? dates(time) : clock(time.toISOString());
  });
}
