import "../planning/planning.css";
import "./stock.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Part } from "../api/client.ts";
import { locationsQuery, ordersQuery, partsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { OrderRows } from "../parts/order-rows.tsx";
import { PartPicture } from "../parts/part-picture.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { policyNames, policySentence } from "../policy-words.ts";
import { byName, day } from "../words.ts";
import { PrintLabels } from "./labels/print-labels.tsx";
import { PartFigures } from "./part-figures.tsx";
import { PartLocations } from "./part-locations.tsx";
import { PartSupplies } from "./part-supplies.tsx";
import { PartUse } from "./part-use.tsx";

/** Everything about a part, for reading: where it lies and how much, who supplies it, what is used and on its way. */
export function PartReadPage() {
  const { id } = useParams({ from: "/inside/parts/$id" });
  const parts = useQuery(partsQuery);
  const part = parts.data?.find((each) => each.id === id);
  if (parts.isPending) return <Loading />;
  if (parts.error && !parts.data) return <Failed error={parts.error} onAgain={() => parts.refetch()} />;
  if (!part)
    return (
      <>
        <PageHead title={t("Part")} />
        <Empty title={t("There is no such part")}>
          {t("It may have been removed. <link>To all parts</link>", {
            link: (words) => <Link to="/inventory/parts">{words}</Link>,
          })}
        </Empty>
      </>
    );
  return <Details key={part.id} part={part} />;
}

function Details({ part }: { part: Part }) {
  const manages = useMay("manage-inventory");
  const locations = useQuery(locationsQuery);
  const own = (locations.data ?? []).filter(({ partId }) => partId === part.id).sort(byName);
  return (
    <>
      <PageHead title={part.name}>
        <span className="soft part-number">{part.number}</span>
        <span className="page-actions">
          <PrintLabels locations={own} />
          {manages && (
            <ButtonLink to="/inventory/parts/$id" params={{ id: part.id }}>
              {t("Edit")}
            </ButtonLink>
          )}
        </span>
      </PageHead>
      <Notices part={part} />
      <PartFigures part={part} locations={own} />
      <div className="columns">
        <div className="stack stack-wide">
          <PartLocations part={part} locations={own} manages={manages} />
          <PartUse part={part} />
          <Orders part={part} />
        </div>
        <div className="stack stack-wide">
          {part.pictureAt && (
            <section className="card card-section" aria-label={t("Picture")}>
              <PartPicture part={part} size={220} />
            </section>
          )}
          <PartSupplies part={part} />
          {part.policy && (
            <section className="card card-section" aria-label={t("Policy of the part")}>
              <h2 className="section-head">{policyNames[part.policy.kind]}</h2>
              <p>{policySentence(part.policy, part.unit)}</p>
              <p className="soft small-text">
                {t("Holds at each of its locations that has no policy of its own.")}
              </p>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** What keeps it from being ordered, before anything else. */
function Notices({ part }: { part: Part }) {
  const today = new Date().toISOString().slice(0, 10);
  const notices = [
    part.isBlocked ? t("The part is blocked: nothing of it is ordered.") : "",
    part.phaseOut && part.phaseOut <= today
      ? t("Nothing is ordered since {day}: the part is phased out.", { day: day(part.phaseOut) })
      : "",
    part.phaseIn && part.phaseIn > today
      ? t("Nothing is ordered before {day}: the part is phased in then.", { day: day(part.phaseIn) })
      : "",
  ].filter((notice) => notice !== "");
  return notices.map((notice) => (
    <p key={notice} className="problem">
      {notice}
    </p>
  ));
}

const ordersShown = 15;

function Orders({ part }: { part: Part }) {
  const locations = useQuery(locationsQuery).data ?? [];
  const orders = (useQuery(ordersQuery).data ?? [])
    .filter(({ partId }) => partId === part.id)
    .slice(0, ordersShown);
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Orders")}>
      <div className="card-head">
        <h2 className="section-head">{t("Orders")}</h2>
        {orders.length === ordersShown && (
          <span className="soft">{t("the latest {count}", { count: ordersShown })}</span>
        )}
      </div>
      {orders.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px" }}>
          {t("None yet.")}
        </p>
      ) : (
        <OrderRows
          orders={orders}
          unit={part.unit}
          about={({ locationId }) => (
            <Link to="/locations/$id" params={{ id: locationId }}>
              {locations.find(({ id }) => id === locationId)?.name ?? t("removed")}
            </Link>
          )}
        />
      )}
    </section>
  );
}
