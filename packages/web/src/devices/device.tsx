import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import type { Device } from "../api/client.ts";
import { devicesQuery, locationsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { deviceWords, lifeClass } from "../words.ts";
import { GatewaysCard, RadioCard, SensorCard } from "./device-cards.tsx";
import { ChartsCard } from "./device-charts.tsx";
import { Figures } from "./device-figures.tsx";
import { Downlinks } from "./downlinks.tsx";
import { Frames } from "./frames.tsx";
import { InPlaceOf } from "./in-place-of.tsx";
import { Messages } from "./messages.tsx";
import { PutToLocation } from "./put-to-location.tsx";
import { ReplaceButton } from "./replace.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { Upkeep } from "./upkeep.tsx";
import { WaitForDevice } from "./wait-for-device.tsx";
import "./devices.css";

export function DevicePage() {
  const { id } = useParams({ from: "/inside/devices/$id" });
  const devices = useQuery(devicesQuery);
  const device = devices.data?.find((each) => each.id === id);
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  if (!device)
    return (
      <>
        <PageHead title={t("Device")} />
        <Empty title={t("There is no such device")}>
          {t("It may have been removed.")} <Link to="/devices">{t("Back to the devices")}</Link>
        </Empty>
      </>
    );
  return <Details device={device} key={id} />;
}

const tabs = ["overview", "air", "settings"] as const;

function Details({ device }: { device: Device }) {
  const manages = useMay("manage-devices");
  const isAdmin = useMay("admin");
  const navigate = useNavigate();
  const asked = useLocation({
    select: ({ search }) => String((search as Record<string, unknown>).tab ?? ""),
  });
  const tab = tabs.find((each) => each === asked) ?? "overview";
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find(({ id }) => id === device.locationId);
  const { state } = device;
  return (
    <>
      <PageHead title={device.name}>
        <span className={`state ${lifeClass[state]}`}>{deviceWords[state]}</span>
        {location ? (
          <Link to="/locations/$id" params={{ id: location.id }}>
            {location.name}
          </Link>
        ) : (
          <span className="soft">{t("watches no location")}</span>
        )}
        {manages && (
          <div className="page-head-actions">
            <ReplaceButton device={device} location={location} />
          </div>
        )}
      </PageHead>
      <InPlaceOf device={device} manages={manages} />
      {state === "never-seen" && <WaitForDevice device={device} />}
      {manages && state !== "retired" && !device.locationId && <PutToLocation device={device} />}
      {state !== "never-seen" && <Figures device={device} />}
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
          <Tabs.Tab value="air">{t("On the air")}</Tabs.Tab>
          <Tabs.Tab value="settings">{t("Settings")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className="columns">
            <ChartsCard device={device} location={location} />
            <div className="stack">
              <SensorCard device={device} />
              <GatewaysCard device={device} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="air">
          <div className="columns">
            <div className="stack">
              <Frames of="device" id={device.id} />
              {isAdmin && <Messages id={device.id} />}
            </div>
            <RadioCard device={device} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <div className="columns">
            <div className="stack">
              <SettingsCard device={device} manages={manages} />
              <Downlinks device={device} />
            </div>
            {manages && <Upkeep device={device} location={location} />}
          </div>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
