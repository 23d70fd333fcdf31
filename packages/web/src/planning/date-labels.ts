import type uPlot from "uplot";
import { locale } from "../language/language.ts";

/** Days (UTC) below a chart; of long times months. */
export function dateLabels(_chart: uPlot, splits: number[]): string[] {
  const isYears = (splits.at(-1) ?? 0) - (splits[0] ?? 0) > 300 * 86_400;
  return splits.map((at) =>
    new Date(at * 1000).toLocaleDateString(locale, {
      timeZone: "UTC",
      month: "short",
      ...(isYears ? { year: "2-digit" } : { day: "numeric" }),
    }),
  );
}
