import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty } from "../parts/small.tsx";
import { day } from "../words.ts";
import { locationPlansQuery } from "./queries.ts";

/** Whole days that must be known before demand is judged, and before a change is proposed. */
export const leastDays = 8;
export const leastDaysToPropose = 12;
const dayMs = 24 * 3_600_000;

/** The day (UTC) on which so many whole days will be known, when from `since` (ms) on everything is seen. */
export function knownFrom(since: number, days: number): string {
  const firstWhole = Math.ceil(since / dayMs) * dayMs;
  return new Date(firstWhole + days * dayMs).toISOString().slice(0, 10);
}

/** Where too little is known of all locations: says from when on there will be forecasts. Else nothing. */
export function NoHistory() {
  const plans = useQuery(locationPlansQuery).data;
  const locations = useQuery(locationsQuery).data;
  if (!plans || !locations) return null;
  if (locations.length === 0)
    return (
      <Empty title={t("There is no storage location yet")}>
        {t("<link>Add the first one</link>: what is used of it is forecast after {leastDays} days.", {
          link: (inside) => (
            <Link to="/inventory/locations/$id" params={{ id: "new" }}>
              {inside}
            </Link>
          ),
          leastDays,
        })}
      </Empty>
    );
  const isKnown = plans.some(({ forecast }) => forecast && forecast.class !== "too-short");
  if (isKnown) return null;
  const since = Math.min(...locations.map(({ createdAt }) => Date.parse(createdAt)));
  const [forecasts, proposals] = [knownFrom(since, leastDays), knownFrom(since, leastDaysToPropose)];
  const isPast = Date.parse(proposals) < Date.now();
  return (
    <Empty title={t("There is no history yet")}>
      {t(
        "Planning learns from what is used. It needs {leastDays} days of known levels for a forecast and {leastDaysToPropose} for proposals.",
        { leastDays, leastDaysToPropose },
      )}{" "}
      {isPast
        ? t("Sensors that are silent do not count: check the devices.")
        : t("With working sensors there will be forecasts from {forecasts} and proposals from {proposals}.", {
            forecasts: day(forecasts),
            proposals: day(proposals),
          })}{" "}
      {t(
        "A location's page takes what your ERP system knows of its past; and <link>What if</link> shows with a file of your demand what would have been.",
        { link: (inside) => <Link to="/planning/what-if">{inside}</Link> },
      )}
    </Empty>
  );
}
