import type uPlot from "uplot";
import { locale } from "../language/language.ts";

/** Days where the axis has days, times of day elsewhere; midnight is its day. */
export function timeLabels(_chart: uPlot, splits: number[]): string[] {
  const isDays = (splits[1] ?? 0) - (splits[0] ?? 0) >= 86_400;
  return splits.map((at) => {
    const time = new Date(at * 1000);
    const isMidnight = time.getHours() === 0 && time.getMinutes() === 0;
    return isDays || isMidnight
      ? time.toLocaleDateString(locale, { day: "numeric", month: "short" })
      : time.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
  });
}
