import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, useEffect, useState } from "react";
import { sitesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Later } from "../layout/later.tsx";
import { Empty, Failed, Loading, PageHead, useNow } from "../parts/small.tsx";
import { byName } from "../words.ts";
import { Coming } from "./coming.tsx";
import { type Attention, attentionQuery, useRenewed } from "./queries.ts";
import { RunOuts } from "./run-outs.tsx";
import { urgentOf, WaitingList } from "./waiting.tsx";
import "./overview.css";

const Trends = lazy(async () => ({ default: (await import("./trends.tsx")).Trends }));

/** What a material manager should know in the morning, in five seconds. */
export function OverviewPage() {
  const { site } = useSearch({ from: "/inside/" });
  const attention = useQuery(attentionQuery(site));
  useRenewed("overview-attention", 3_000);
  const now = useNow();
  const isPainted = usePainted(attention.isSuccess);
  if (attention.isPending) return <Loading />;
  if (attention.error && !attention.data)
    return <Failed error={attention.error} onAgain={() => attention.refetch()} />;
  const { data } = attention;
  if (data.locations === 0 && site === undefined) return <FirstSteps />;
  return (
    <>
      <PageHead title={t("Overview")}>
        <SiteChoice site={site} />
      </PageHead>
      <Headline attention={data} />
      <div className="overview-columns">
        <RunOuts runOuts={data.runOuts} now={now} />
        <WaitingList waiting={data.waiting} now={now} />
        <Coming coming={data.coming} now={now} />
      </div>
      {isPainted && (
        <Later fallback={<div className="trends-place" />}>
          <Trends site={site} />
        </Later>
      )}
    </>
  );
}

/** True once what is above was drawn: the charts' code is not to hold it up. */
function usePainted(isReady: boolean): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => setPainted(true), 200);
    return () => clearTimeout(timer);
  }, [isReady]);
  return isPainted;
}

/** Everything in one sentence. */
function Headline({ attention: { runOuts, waiting, coming, locations } }: { attention: Attention }) {
  // An empty location whose refill is under way has been taken care of.
  const needs = urgentOf(waiting.counts) + runOuts.withoutOrder;
  return (
    <div className={`headline ${needs > 0 ? "headline-signal" : "headline-ok"}`}>
      <p className="headline-words" role="status">
        {needs > 0
          ? t(
              "{needs, plural, one {# thing needs you} other {# things need you}}; everything else is taken care of.",
              { needs },
            )
          : t("Nothing needs you: everything is taken care of.")}
      </p>
      <p className="soft headline-more">
        {t("{locations, plural, one {# location} other {# locations}} watched", { locations })} ·{" "}
        {t("{count, plural, =0 {no order} one {# order} other {# orders}} on the way", {
          count: coming.total,
        })}{" "}
        · <Link to="/floor">{t("See the shelves")}</Link>
      </p>
    </div>
  );
}

function SiteChoice({ site }: { site: string | undefined }) {
  const sites = useQuery(sitesQuery).data ?? [];
  const { days } = useSearch({ from: "/inside/" });
  const navigate = useNavigate({ from: "/" });
  if (sites.length < 2 && site === undefined) return null;
  return (
    <NativeSelect
      aria-label={t("Site")}
      className="site-choice"
      value={site ?? ""}
      onChange={({ currentTarget: { value } }) =>
        void navigate({
          search: { ...(days ? { days } : {}), ...(value ? { site: value } : {}) },
        })
      }
      data={[
        { value: "", label: t("All sites") },
        ...[...sites].sort(byName).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function FirstSteps() {
  return (
    <>
      <PageHead title={t("Overview")} />
      <Empty title={t("No storage locations yet")}>
        <p>
          {t("A storage location is where a part lies and a sensor watches it. In this order you get there:")}
        </p>
        <ol className="first-steps">
          <li>
            <Link to="/inventory/sites">{t("Sites")}</Link>
            <span className="soft">{t("where your shelves stand")}</span>
          </li>
          <li>
            <Link to="/inventory/suppliers">{t("Suppliers")}</Link>
            <span className="soft">{t("who delivers, and how orders reach them")}</span>
          </li>
          <li>
            <Link to="/inventory/parts">{t("Parts")}</Link>
            <span className="soft">{t("what is ordered, with pack size and price")}</span>
          </li>
          <li>
            <Link to="/devices">{t("Devices")}</Link>
            <span className="soft">{t("the sensors, by the data on their labels")}</span>
          </li>
          <li>
            <Link to="/inventory/locations">{t("Locations")}</Link>
            <span className="soft">{t("what lies where, and when it is reordered")}</span>
          </li>
        </ol>
      </Empty>
    </>
  );
}
