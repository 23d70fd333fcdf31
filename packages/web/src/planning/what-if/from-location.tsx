import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Location } from "../../api/client.ts";
import { accountQuery, locationsQuery, useCatalogue } from "../../api/queries.ts";
import { useEngine } from "../../engine.ts";
import { t } from "../../language/language.ts";
import { Empty, Failed, Loading } from "../../parts/small.tsx";
import { termsOf } from "../../parts/source.tsx";
import { policyAt } from "../../policy-words.ts";
import { day, inOrder } from "../../words.ts";
import { knownFrom, leastDays } from "../no-history.tsx";
import { demandQuery, locationPlanQuery } from "../queries.ts";
import { useKnownLeadTime } from "./lead-time.ts";
import type { DemandToReplay, Scenario } from "./scenario.ts";
import { ScenarioForm } from "./scenario-form.tsx";

const dayMs = 86_400_000;
const spans = [
  { value: "91", label: t("the last 13 weeks") },
  { value: "182", label: t("the last half year") },
  { value: "365", label: t("the last year") },
  { value: "728", label: t("the last two years") },
];

/** The demand of a location, and what holds there today. */
export function FromLocation({ id, onChoose }: { id: string | null; onChoose(id: string): void }) {
  const locations = useQuery(locationsQuery);
  const { part } = useCatalogue();
  const [span, setSpan] = useState("365");
  const location = locations.data?.find((each) => each.id === id);
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  return (
    <>
      <div className="card card-section form-row what-if-source">
        <Select
          label={t("Location")}
          placeholder={t("Choose one")}
          searchable
          limit={100}
          nothingFoundMessage={t("Nothing matches")}
          data={(locations.data ?? [])
            .map((each) => ({
              value: each.id,
              label: `${each.name} · ${part.get(each.partId)?.name ?? ""}`,
            }))
            .sort((a, b) => inOrder(a.label, b.label))}
          value={id}
          allowDeselect={false}
          onChange={(next) => next && onChoose(next)}
        />
        <Select
          label={t("What was used in")}
          data={spans}
          value={span}
          allowDeselect={false}
          onChange={(next) => next && setSpan(next)}
        />
      </div>
      {locations.isPending ? (
        <Loading />
      ) : location ? (
        <Loaded key={location.id} location={location} days={Number(span)} />
      ) : (
        <Empty title={id ? t("There is no such location") : t("Choose a location")}>
          {id
            ? t("Choose another one, or take a file of demand: date and quantity, a line a day.")
            : t("Or take a file of demand: date and quantity, a line a day.")}
        </Empty>
      )}
    </>
  );
}

/** The form begins when everything is known that it is filled with. */
function Loaded({ location, days }: { location: Location; days: number }) {
  const demand = useQuery(demandQuery(location.id, "day"));
  const plan = useQuery(locationPlanQuery(location.id));
  const account = useQuery(accountQuery);
  const engine = useEngine();
  const { part, supplier, site } = useCatalogue();
  const own = part.get(location.partId);
  const leadTime = useKnownLeadTime(location, own, engine.data);
  const items = demand.data;
  const replayed: DemandToReplay = useMemo(() => {
    const last = (items ?? []).slice(-days);
    return {
      firstDay: last[0] ? Date.parse(last[0].date) / dayMs : 0,
      values: Float64Array.from(last, ({ quantity }) => quantity ?? Number.NaN),
    };
  }, [items, days]);
  const failed = [demand, plan, account, engine].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (!items || !plan.data || !account.data || !engine.data || !own || !leadTime) return <Loading />;
  if (!items.some(({ isMissing }) => !isMissing))
    return (
      <Empty title={t("Nothing is known yet of what is used here")}>
        {location.deviceIds.length > 0
          ? t("After {leastDays} whole days there is something to replay: from {date} on.", {
              leastDays,
              date: day(knownFrom(Date.now(), leastDays)),
            })
          : t("No sensor watches this location, so nothing comes in by itself.")}{" "}
        {t("<link>To the location</link>, which also takes a history from elsewhere", {
          link: (inside) => (
            <Link to="/locations/$id" params={{ id: location.id }}>
              {inside}
            </Link>
          ),
        })}
      </Empty>
    );
  const terms = termsOf(location, own);
  const calendar = terms?.supplierId ? supplier.get(terms.supplierId)?.calendar : undefined;
  const blackouts = site.get(location.siteId)?.blackouts ?? [];
  const policy = policyAt(location, own);
  const present = { policy, safetyStock: location.safetyStock };
  const { recommended } = plan.data.plan ?? {};
  const { planning } = account.data;
  const initial: Scenario = {
    conditions: {
      leadTimeDays: leadTime.meanDays,
      leadTimeDeviation: leadTime.sdDays,
      packSize: terms?.packSize ?? 1,
      minimumOrderQuantity: terms?.minimumOrderQuantity ?? 0,
      orderMultiple: terms?.orderMultiple ?? 1,
      capacity: location.capacity,
      unitPrice: own.supplies[0]?.prices[0]?.price ?? null,
      holdingPercent: planning.holdingRate * 100,
      orderCost: planning.orderCost,
      unmet: "backordered",
      usesCalendar: calendar !== undefined,
    },
    present,
    proposed: recommended ? { policy: recommended.policy, safetyStock: recommended.safetyStock } : present,
  };
  return (
    <ScenarioForm
      engine={engine.data}
      initial={initial}
      demand={replayed}
      calendar={calendar ? ({ ...calendar, blackouts } as never) : null}
      unit={own.unit}
      service={{ measure: planning.serviceMeasure, level: planning.serviceLevel }}
      leadTimeNote={leadTime.note}
      location={location}
    />
  );
}
