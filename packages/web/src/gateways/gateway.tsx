import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Gateway } from "../api/client.ts";
import { gatewaysQuery, useMay } from "../api/queries.ts";
import { Frames } from "../devices/frames.tsx";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { gatewayState, measure, pieces, protocolWords } from "../words.ts";
import { DutyCycle } from "./duty-cycle.tsx";
import { GatewayUpkeep, StationCard } from "./gateway-upkeep.tsx";
import { HeardDevices } from "./heard-devices.tsx";
import { HoursCard } from "./hours-card.tsx";
import "../devices/devices.css";
import "./gateways.css";

export function GatewayPage() {
  const { id } = useParams({ from: "/inside/gateways/$id" });
  const gateways = useQuery(gatewaysQuery);
  const gateway = gateways.data?.find((each) => each.id === id);
  if (gateways.isPending) return <Loading />;
  if (gateways.error && !gateways.data)
    return <Failed error={gateways.error} onAgain={() => gateways.refetch()} />;
  if (!gateway)
    return (
      <>
        <PageHead title={t("Gateway")} />
        <Empty title={t("There is no such gateway")}>
          {t("It may have been removed.")} <Link to="/gateways">{t("Back to the gateways")}</Link>
        </Empty>
      </>
    );
  return <Details gateway={gateway} key={id} />;
}

function Details({ gateway }: { gateway: Gateway }) {
  const manages = useMay("manage-devices");
  const state = gatewayState(gateway, useNow());
  return (
    <>
      <PageHead title={gateway.name}>
        <span className={`state ${state.className}`}>{state.words}</span>
        <span className="soft">
          {t("last seen")} <Time iso={gateway.lastSeenAt} none={t("never")} />
        </span>
        <div className="page-head-actions">
          <Link to="/floor">{t("On the site's map")}</Link>
        </div>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <HoursCard gateway={gateway} />
          <HeardDevices gateway={gateway} />
          <Frames of="gateway" id={gateway.id} />
        </div>
        <div className="stack">
          <AboutCard gateway={gateway} />
          <DutyCycle gateway={gateway} />
          {manages && <StationCard gateway={gateway} />}
          {manages && <GatewayUpkeep gateway={gateway} />}
        </div>
      </div>
    </>
  );
}

function AboutCard({ gateway }: { gateway: Gateway }) {
  const { location } = gateway;
  const facts: [string, React.ReactNode][] = [
    ["EUI", <code key="eui">{gateway.gatewayEui}</code>],
    [t("Channel plan"), gateway.region],
    [t("Connected by"), gateway.protocol ? protocolWords[gateway.protocol] : "–"],
    [t("Says of itself"), gateway.softwareVersion ?? "–"],
    [t("Packets heard"), pieces(gateway.uplinks)],
    [t("Downlinks"), pieces(gateway.downlinks)],
    [
      t("Position"),
      location
        ? `${measure(location.latitude, "°", 4)}, ${measure(location.longitude, "°", 4)}, ${measure(location.altitudeMetres, "m", 0)}`
        : t("it has not told"),
    ],
  ];
  return (
    <section className="card device-card" aria-labelledby="about-head">
      <h2 id="about-head">{t("About it")}</h2>
      <Facts facts={facts} />
    </section>
  );
}
