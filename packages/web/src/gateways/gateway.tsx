import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
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

const tabs = ["overview", "coverage", "air", "settings"] as const;

function Details({ gateway }: { gateway: Gateway }) {
  const manages = useMay("manage-devices");
  const navigate = useNavigate();
  const asked = useLocation({
    select: ({ search }) => String((search as Record<string, unknown>).tab ?? ""),
  });
  const tab = tabs.find((each) => each === asked) ?? "overview";
  const state = gatewayState(gateway, useNow());
  return (
    <>
      <PageHead title={gateway.name}>
        <span className={`state ${state.className}`}>{state.words}</span>
        <span className="soft">
          {t("last seen")} <Time iso={gateway.lastSeenAt} none={t("never")} />
        </span>
        <div className="page-head-actions">
          {gateway.place ? (
            <Link to="/floor/$siteId" params={{ siteId: gateway.place.siteId }}>
              {t("On the site's map")}
            </Link>
          ) : (
            <Link to="/floor">{t("Put it on a site's map")}</Link>
          )}
        </div>
      </PageHead>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: ".",
            replace: true,
            resetScroll: false,
            search: (next === "overview" ? {} : { tab: next }) as never,
          })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="overview">{t("Overview")}</Tabs.Tab>
          <Tabs.Tab value="coverage">{t("Devices that it hears")}</Tabs.Tab>
          <Tabs.Tab value="air">{t("On the air")}</Tabs.Tab>
          {manages && <Tabs.Tab value="settings">{t("Settings")}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className="columns">
            <HoursCard gateway={gateway} />
            <div className="stack">
              <AboutCard gateway={gateway} />
              <DutyCycle gateway={gateway} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="coverage">
          <HeardDevices gateway={gateway} />
        </Tabs.Panel>
        <Tabs.Panel value="air">
          <Frames of="gateway" id={gateway.id} />
        </Tabs.Panel>
        {manages && (
          <Tabs.Panel value="settings">
            <div className="settings-cards">
              <GatewayUpkeep gateway={gateway} />
              <StationCard gateway={gateway} />
            </div>
          </Tabs.Panel>
        )}
      </Tabs>
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
