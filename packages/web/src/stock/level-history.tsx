import { SegmentedControl } from "@mantine/core";
import { orderUpToOf } from "@refill/replenishment/policy";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Location, Part } from "../api/client.ts";
import { levelsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Failed } from "../parts/small.tsx";
import { policyAt } from "../policy-words.ts";
import { type ChartRange, chartRanges } from "./chart-ranges.ts";
import { LevelChart } from "./level-chart.tsx";
import { useOrdersOf } from "./orders-of.ts";
import { outlookQuery } from "./queries.ts";

const rangeNames: Record<ChartRange, string> = {
  hour: t("Hour"),
  day: t("Day"),
  week: t("Week"),
  month: t("Month"),
};

/** The level over time with orders and refills, and where it is going. */
export function LevelHistory({
  location,
  part,
  range,
  onRange,
}: {
  location: Location;
  part: Part | undefined;
  range: ChartRange;
  onRange(range: ChartRange): void;
}) {
  const { hours, daysAhead } = chartRanges[range];
  const levels = useQuery({ ...levelsQuery(location.id, hours), placeholderData: keepPreviousData });
  const outlook = useQuery({ ...outlookQuery(location), enabled: daysAhead > 0 });
  const orders = useOrdersOf(location.id);
  const policy = policyAt(location, part);
  const ahead = daysAhead > 0 ? (outlook.data?.items ?? []).slice(0, daysAhead + 1) : [];
  return (
    <section className="card card-section" style={{ minWidth: 0 }} aria-label={t("Level over time")}>
      <div className="plan-card-head">
        <h2 className="section-head">{t("Level over time")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("Range")}
          data={Object.entries(rangeNames).map(([value, label]) => ({ value, label }))}
          value={range}
          onChange={(next) => onRange(next as ChartRange)}
        />
      </div>
      {levels.error && !levels.data ? (
        <Failed error={levels.error} onAgain={() => levels.refetch()} />
      ) : levels.data && (levels.data.length > 0 || ahead.length > 0) ? (
        <>
          <LevelChart
            points={levels.data}
            ahead={ahead}
            location={location}
            orderUpTo={policy && policy.kind !== "event" ? orderUpToOf(policy) : null}
            orders={orders}
            hours={hours}
            unit={part?.unit ?? ""}
          />
          <Legend hasForecast={ahead.length > 0} isHourly={hours > 168} />
        </>
      ) : (
        <p className="soft">
          {levels.isPending
            ? t("Loading …")
            : t(
                "No sensor told a level in this time. Choose a longer one, or see whether its sensor is heard.",
              )}
        </p>
      )}
    </section>
  );
}

function Legend({ hasForecast, isHourly }: { hasForecast: boolean; isHourly: boolean }) {
  return (
    <div className="legend level-legend">
      <span>
        <i className="mark-level" /> {t("on hand")}
      </span>
      <span>
        <i className="mark-unknown" /> {t("not known")}
      </span>
      <span>
        <b className="mark-order" aria-hidden>
          ◆
        </b>{" "}
        {t("ordered")}
      </span>
      <span>
        <b className="mark-refill" aria-hidden>
          ▲
        </b>{" "}
        {t("refilled")}
      </span>
      {hasForecast && (
        <span>
          <i className="mark-forecast" /> {t("expected, with 8 of 10 chances within the band")}
        </span>
      )}
      <span>
        <i className="mark-sure" />{" "}
        {isHourly ? t("below: share of the time in which it was known") : t("below: how sure the level is")}
      </span>
    </div>
  );
}
