import type uPlot from "uplot";
import { dateFormat } from "../language/formats.ts";

const months = dateFormat({ timeZone: "UTC", month: "short", year: "2-digit" });
const days = dateFormat({ timeZone: "UTC", month: "short", day: "numeric" });

/** Days (UTC) below a chart; of long times months. */
export function dateLabels(_chart: uPlot, splits: number[]): string[] {
  const isYears = (splits.at(-1) ?? 0) - (splits[0] ?? 0) > 300 * 86_400;
  return splits.map((at) => (isYears ? months : days)(at * 1000));
}
