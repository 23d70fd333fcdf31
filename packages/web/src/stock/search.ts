import { type ChartRange, isChartRange } from "./chart-ranges.ts";
import { isStep, type StepName } from "./setup/step-names.ts";

/** What stands in the addresses of these pages. */

export function locationSearchOf(search: Record<string, unknown>): { range?: ChartRange } {
  return isChartRange(search.range) ? { range: search.range } : {};
}

export function setupSearchOf(search: Record<string, unknown>): {
  step?: StepName;
  /** Ids of what is chosen from the start. */
  part?: string;
  rack?: string;
} {
  return {
    ...(isStep(search.step) ? { step: search.step } : {}),
    ...(typeof search.part === "string" ? { part: search.part } : {}),
    ...(typeof search.rack === "string" ? { rack: search.rack } : {}),
  };
}
