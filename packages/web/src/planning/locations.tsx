import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { day, inOrder, pieces } from "../words.ts";
import { Matrix } from "./matrix.tsx";
import { NoHistory } from "./no-history.tsx";
import { type LocationPlan, locationPlansQuery, matrixQuery } from "./queries.ts";
import { RunStatus } from "./run-status.tsx";
import { classAdvice, classWords, figure, methodWords, movementWords } from "./words.ts";

const mostRows = 300;

/** When each location's stock will be gone, the soonest first, and how it is forecast. */
export function LocationPlansPage() {
  const chosen = useSearch({ from: "/inside/planning/locations" });
  const plans = useQuery(locationPlansQuery);
  const matrix = useQuery(matrixQuery);
  const navigate = useNavigate();
  const { part } = useCatalogue();
  const [text, setText] = useState("");
  if (plans.isPending) return <Loading />;
  if (plans.error && !plans.data) return <Failed error={plans.error} onAgain={() => plans.refetch()} />;
  const search = text.trim().toLowerCase();
  const shown = plans.data
    .filter(({ locationName, partId, forecast }) => {
      const own = part.get(partId);
      return (
        (!chosen.value ||
          (forecast?.valueClass === chosen.value && forecast.variationClass === chosen.variation)) &&
        [locationName, own?.name, own?.number].some((word) => word?.toLowerCase().includes(search))
      );
    })
    .sort(soonestFirst);
  return (
    <>
      <PageHead title={t("Forecasts")}>
        <span className="soft">
          {t("{length} of {length2} locations", {
            length: pieces(shown.length),
            length2: pieces(plans.data.length),
          })}
        </span>
        {chosen.value && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void navigate({ to: "/planning/locations", search: {} })}
          >
            {t("Only {value}{variation} · show all", { value: chosen.value, variation: chosen.variation })}
          </Button>
        )}
        <TextInput
          aria-label={t("Search locations")}
          placeholder={t("Search")}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ marginLeft: "auto", minWidth: 200 }}
        />
      </PageHead>
      <div className="stack">
        <RunStatus />
        <NoHistory />
        {matrix.data && matrix.data.cells.length > 0 && <Matrix cells={matrix.data.cells} chosen={chosen} />}
        {shown.length > 0 ? (
          <Rows plans={shown} />
        ) : (
          plans.data.length > 0 && (
            <Empty title={t("Nothing matches")}>{t("Change the search, or show all classes.")}</Empty>
          )
        )}
      </div>
    </>
  );
}

/** What is gone first is first; of what nothing is known comes last. */
function soonestFirst(a: LocationPlan, b: LocationPlan): number {
  const [one, other] = [runOutOf(a), runOutOf(b)];
  if (one !== other) return one === null ? 1 : other === null ? -1 : one < other ? -1 : 1;
  return inOrder(a.locationName, b.locationName);
}

/** By the forecast; before there is one, by what was used in the last weeks. */
function runOutOf({ forecast, runOutDate }: LocationPlan): string | null {
  return forecast?.runOut ? forecast.runOut.expected : runOutDate;
}

function Rows({ plans }: { plans: readonly LocationPlan[] }) {
  const { part } = useCatalogue();
  return (
    <div className="card" style={{ overflow: "hidden" }}>
      <table className="table">
        <thead>
          <tr>
            <th>{t("Location")}</th>
            <th>{t("Runs out")}</th>
            <th className="number">{t("On hand")}</th>
            <th className="number">{t("Used a day")}</th>
            <th>{t("Demand")}</th>
            <th>{t("Class")}</th>
            <th className="number">{t("Reorder at, recommended")}</th>
            <th>{t("Next refill")}</th>
          </tr>
        </thead>
        <tbody>
          {plans.slice(0, mostRows).map((plan) => (
            <Row key={plan.locationId} plan={plan} unit={part.get(plan.partId)?.unit ?? ""} />
          ))}
        </tbody>
      </table>
      {plans.length > mostRows && (
        <p className="soft" style={{ padding: "4px 16px" }}>
          {t("and {length} more: search to see them", { length: pieces(plans.length - mostRows) })}
        </p>
      )}
    </div>
  );
}

function Row({ plan, unit }: { plan: LocationPlan; unit: string }) {
  const { part } = useCatalogue();
  const { forecast } = plan;
  return (
    <tr>
      <td className="wide">
        <Link to="/locations/$id" params={{ id: plan.locationId }}>
          <strong>{plan.locationName}</strong>
        </Link>{" "}
        {plan.proposalId && (
          <Link to="/planning/proposals" className="tag plain-link">
            {t("proposal")}
          </Link>
        )}
        <div className="soft small-text">{part.get(plan.partId)?.name}</div>
      </td>
      <td data-label={t("Runs out")}>
        <RunOut plan={plan} />
      </td>
      <td className="number" data-label={t("On hand")}>
        {pieces(plan.onHand, unit)}
      </td>
      <td className="number" data-label={t("Used a day")}>
        {figure(forecast && forecast.class !== "too-short" ? forecast.ratePerDay : plan.consumptionPerDay)}
      </td>
      <td data-label={t("Demand")}>
        {forecast ? (
          <span title={classAdvice[forecast.class]}>
            {classWords[forecast.class]}
            {forecast.method && <div className="soft small-text">{methodWords(forecast.method)}</div>}
          </span>
        ) : (
          <span className="soft">{t("not planned yet")}</span>
        )}
      </td>
      <td data-label={t("Class")}>
        {forecast?.valueClass ? `${forecast.valueClass}${forecast.variationClass ?? ""}` : "–"}
        {forecast?.movement && forecast.movement !== "moving" && (
          <div className="soft small-text">{movementWords[forecast.movement]}</div>
        )}
      </td>
      <td className="number" data-label={t("Reorder at, recommended")}>
        {forecast?.reorderPoint == null ? "–" : pieces(forecast.reorderPoint)}
      </td>
      <td data-label={t("Next refill")}>{plan.nextRefillDate ? day(plan.nextRefillDate) : "–"}</td>
    </tr>
  );
}

function RunOut({ plan }: { plan: LocationPlan }) {
  const runOut = plan.forecast?.runOut;
  if (!runOut)
    return plan.runOutDate ? (
      <span title={t("By what was used in the last four weeks")}>{day(plan.runOutDate)}</span>
    ) : (
      <span className="soft">–</span>
    );
  if (!runOut.expected) return <span className="soft">{t("not within two years")}</span>;
  return (
    <>
      {day(runOut.expected)}
      <div className="soft small-text" title={t("With 80 % between these days, if nothing comes")}>
        {runOut.earliest && day(runOut.earliest)} –{" "}
        {runOut.latest ? day(runOut.latest) : t("later than two years")}
      </div>
    </>
  );
}
