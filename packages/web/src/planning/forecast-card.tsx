import { t } from "../language/language.ts";
import "./planning.css";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Location, Part } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { Facts } from "../parts/facts.tsx";
import { Failed, Time } from "../parts/small.tsx";
import { day, pieces } from "../words.ts";
import { BringHistory } from "./bring-history.tsx";
import { BufferView } from "./buffer-view.tsx";
import { DemandBars } from "./demand-bars.tsx";
import { knownFrom, leastDays } from "./no-history.tsx";
import { OutlookTable } from "./outlook-table.tsx";
import { ProposalView } from "./proposal.tsx";
import { DecideProposals } from "./proposal-decision.tsx";
import {
  type Demand,
  demandQuery,
  type LocationPlanDetails,
  locationPlanQuery,
  type PlanDetails,
  proposalQuery,
} from "./queries.ts";
import { runOutWords, Why } from "./why.tsx";
import { classAdvice, classWords, familyWords, figure, methodWords, noteWords } from "./words.ts";

/** What was used of a location, what is expected, and what planning makes of it. */
export function ForecastCard({ location, part }: { location: Location; part: Part | undefined }) {
  const plan = useQuery(locationPlanQuery(location.id));
  const unit = part?.unit ?? "";
  return (
    <section className="card card-section plan-card" aria-label={t("Forecast and plan")}>
      <div className="plan-card-head">
        <strong>{t("Forecast and plan")}</strong>
        {plan.data?.plan && (
          <span className="soft small-text">
            {t("planned {time}", { time: <Time iso={plan.data.plan.plannedAt} /> })}
          </span>
        )}
        <ButtonLink size="xs" variant="default" to="/planning/what-if" search={{ location: location.id }}>
          {t("What if …")}
        </ButtonLink>
      </div>
      {plan.error && !plan.data ? (
        <Failed error={plan.error} onAgain={() => plan.refetch()} />
      ) : (
        plan.data && (
          <>
            {plan.data.proposalId && (
              <OpenProposal id={plan.data.proposalId} location={location} part={part} />
            )}
            <Use location={location} plan={plan.data.plan} unit={unit} />
            {plan.data.plan ? (
              <Planned data={plan.data} plan={plan.data.plan} location={location} unit={unit} />
            ) : (
              <p className="soft">
                {t(
                  "It is planned next night; who manages the inventory can plan it now on the page Planning.",
                )}
              </p>
            )}
          </>
        )
      )}
    </section>
  );
}

function OpenProposal({ id, location, part }: { id: string; location: Location; part: Part | undefined }) {
  const proposal = useQuery(proposalQuery(id)).data;
  const decides = useMay("manage-inventory");
  if (proposal?.state !== "open") return null;
  return (
    <div className="sub-card">
      <ProposalView proposal={proposal} location={location} part={part} isAtLocation>
        {decides && <DecideProposals size="xs" proposals={[proposal]} />}
      </ProposalView>
    </div>
  );
}

const periods = [
  { value: "day", label: t("Days") },
  { value: "week", label: t("Weeks") },
];

function Use({ location, plan, unit }: { location: Location; plan: PlanDetails | null; unit: string }) {
  const [chosen, setPeriod] = useState<Demand["period"] | null>(null);
  // As planning looks at it.
  const period = chosen ?? (plan?.forecast.periodDays === 7 ? "week" : "day");
  const demand = useQuery({ ...demandQuery(location.id, period), placeholderData: (before) => before });
  const items = demand.data ?? [];
  const known = items.filter(({ isMissing }) => !isMissing).length;
  const rate = plan?.forecast.method ? plan.forecast.ratePerDay * (period === "week" ? 7 : 1) : null;
  return (
    <div>
      <div className="plan-card-head">
        <h3 className="plan-head">{t("Used")}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t("Bars for")}
          data={periods}
          value={period}
          onChange={(next) => setPeriod(next as Demand["period"])}
        />
      </div>
      {demand.error ? (
        <Failed error={demand.error} onAgain={() => demand.refetch()} />
      ) : demand.isPending ? (
        <p className="soft">{t("Loading …")}</p>
      ) : items.length > 0 ? (
        <>
          <DemandBars items={items} period={period} rate={rate} unit={unit} />
          <div className="legend">
            <span>{t("{i} used", { i: <i className="mark-used" /> })}</span>
            <span>
              {t("{i} not known: the sensor was silent, or the location empty", {
                i: <i className="mark-missing" />,
              })}
            </span>
            {rate !== null && (
              <span>
                {t("{i} expected: {rate} a {period, select, week {week} other {day}}", {
                  i: <i className="mark-rate" />,
                  rate: figure(rate, unit),
                  period,
                })}
              </span>
            )}
          </div>
        </>
      ) : null}
      {period === "day" && !demand.isPending && known < leastDays && (
        <TooShort known={known} location={location} />
      )}
    </div>
  );
}

function TooShort({ known, location }: { known: number; location: Location }) {
  return (
    <div className="soft">
      <p style={{ marginTop: 0 }}>
        {known === 0
          ? t("No whole day of use is known yet; {leastDays} are needed for a forecast:", { leastDays })
          : t(
              "{known, plural, one {# whole day is} other {# whole days are}} known yet; {leastDays} are needed for a forecast:",
              { known, leastDays },
            )}{" "}
        {location.deviceIds.length > 0
          ? t("on {date} at the earliest.", { date: day(knownFrom(Date.now(), leastDays - known)) })
          : t("no sensor watches this location, so nothing comes in by itself.")}
      </p>
      <BringHistory location={location} />
    </div>
  );
}

function Planned({
  data: { inventoryPosition, onHand },
  plan,
  location,
  unit,
}: {
  data: LocationPlanDetails;
  plan: PlanDetails;
  location: Location;
  unit: string;
}) {
  const { forecast, leadTimeDemand, kanban, valueClass, variationClass } = plan;
  return (
    <>
      <Facts
        facts={[
          [
            t("Demand"),
            <span key="class" title={classAdvice[plan.class]}>
              {valueClass
                ? t("{words}, class {name}", {
                    words: classWords[plan.class],
                    name: `${valueClass}${variationClass ?? ""}`,
                  })
                : classWords[plan.class]}
            </span>,
          ],
          [
            t("Forecast"),
            forecast.method
              ? t("{rate} a day, by {method}", {
                  rate: figure(forecast.ratePerDay, unit),
                  method: methodWords(forecast.method),
                })
              : t("nothing is expected"),
          ],
          [t("Runs out"), onHand === null ? t("the level is not known") : runOutWords(plan.runOut)],
          [
            t("Used in the lead time"),
            t("{mean} ± {deviation} in {days} days, {family}", {
              mean: figure(leadTimeDemand.mean, unit),
              deviation: figure(leadTimeDemand.standardDeviation),
              days: figure(leadTimeDemand.days),
              family: familyWords[leadTimeDemand.family],
            }),
          ],
          ...(kanban
            ? ([
                [
                  t("As kanban"),
                  t("{cards} cards of {pieces}", {
                    cards: pieces(kanban.cards),
                    pieces: pieces(kanban.piecesPerCard, unit),
                  }),
                ],
              ] as [string, string][])
            : []),
        ]}
      />
      <Why plan={plan} unit={unit} />
      {plan.notes.length > 0 && (
        <ul className="plain-list soft">
          {plan.notes.map((note) => (
            <li key={note}>{noteWords(note)}</li>
          ))}
        </ul>
      )}
      {plan.recommended && <OutlookTable present={plan.present} recommended={plan.recommended} unit={unit} />}
      {plan.buffer && (
        <BufferView
          buffer={plan.buffer}
          position={location.inventoryPosition ?? inventoryPosition}
          onHand={location.level?.onHand ?? onHand}
          unit={unit}
        />
      )}
    </>
  );
}
