import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Failed } from "../parts/small.tsx";
import { DemandBars } from "../planning/demand-bars.tsx";
import { type PartDemand, partDemandQuery } from "./queries.ts";

/** Bars that are shown: about a quarter by day, two years by week. */
const shown = { day: 92, week: 104 };

/** What was used of a part, of all its locations together. */
export function PartUse({ part }: { part: Part }) {
  const [period, setPeriod] = useState<PartDemand["period"]>("week");
  const demand = useQuery({ ...partDemandQuery(part.id, period), placeholderData: (before) => before });
  const items = demand.data?.items.slice(-shown[period]) ?? [];
  return (
    <section className="card card-section" aria-label={t("Used")} style={{ minWidth: 0 }}>
      <div className="plan-card-head">
        <h2 className="section-head">{t("Used")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("Bars for")}
          data={[
            { value: "day", label: t("Days") },
            { value: "week", label: t("Weeks") },
          ]}
          value={period}
          onChange={(next) => setPeriod(next as PartDemand["period"])}
        />
      </div>
      {demand.error && !demand.data ? (
        <Failed error={demand.error} onAgain={() => demand.refetch()} />
      ) : items.length > 0 ? (
        <DemandBars items={items} period={period} rate={null} unit={part.unit} />
      ) : (
        <p className="soft">
          {demand.isPending
            ? t("Loading …")
            : t("Nothing is known yet of what is used: a whole day with a sensor that is heard comes first.")}
        </p>
      )}
    </section>
  );
}
