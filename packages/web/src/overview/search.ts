/** What is in the address of the overview; whatever else stands there is left out. */
export interface OverviewSearch {
  /** Id; all sites without it. */
  site?: string;
  /** That the charts show; 90 without it. */
  days?: number;
}

export const chartDays = [30, 90, 365] as const;
export const usualDays = 90;

export function overviewSearchOf({ site, days }: Record<string, unknown>): OverviewSearch {
  const known = chartDays.find((each) => each === days);
  return {
    ...(typeof site === "string" && /^[0-9a-f-]{36}$/.test(site) ? { site } : {}),
    ...(known && known !== usualDays ? { days: known } : {}),
  };
}
