import type uPlot from "uplot";

/** Days (UTC) below a chart; of long times months. */
export function dateLabels(_chart: uPlot, splits: number[]): string[] {
  const isYears = (splits.at(-1) ?? 0) - (splits[0] ?? 0) > 300 * 86_400;
  return splits.map((at) =>
    new Date(at * 1000).toLocaleDateString("en-GB", {
      timeZone: "UTC",
      month: "short",
      ...(isYears ? { year: "2-digit" } : { day: "numeric" }),
    }),
  );
}
