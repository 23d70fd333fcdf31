/** Hours that a level's chart looks back, and days that it looks ahead. */
export const chartRanges = {
  hour: { hours: 1, daysAhead: 0 },
  day: { hours: 24, daysAhead: 1 },
  week: { hours: 168, daysAhead: 7 },
  month: { hours: 720, daysAhead: 30 },
} as const;
export type ChartRange = keyof typeof chartRanges;

export function isChartRange(range: unknown): range is ChartRange {
  return typeof range === "string" && range in chartRanges;
}
