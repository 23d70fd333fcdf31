import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Device } from "../api/client.ts";
import { devicesQuery, locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { signal } from "../parts/device-facts.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { deviceWords, lifeClass, percent, pieces, profileWords } from "../words.ts";
import { AddDevices } from "./add-devices.tsx";

type Row = Device & { locationName: string | null };

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    name: t("Device"),
    value: ({ name }) => name,
    isWide: true,
    width: "minmax(200px, 3fr)",
    cell: ({ id, name, profile, devEui }) => (
      <>
        <Link to="/devices/$id" params={{ id }}>
          <strong>{name}</strong>
        </Link>
        <span className="second-line">
          {profileWords[profile]} · <code>{devEui}</code>
        </span>
      </>
    ),
  },
  {
    key: "state",
    name: t("State"),
    value: ({ state }) => deviceWords[state],
    cell: ({ state }) => <span className={`state ${lifeClass[state]}`}>{deviceWords[state]}</span>,
  },
  {
    key: "location",
    name: t("Location"),
    value: ({ locationName }) => locationName,
    cell: ({ locationId, locationName }) =>
      locationId ? (
        <Link to="/locations/$id" params={{ id: locationId }}>
          {locationName}
        </Link>
      ) : (
        <span className="soft">{t("none")}</span>
      ),
  },
  {
    key: "seen",
    name: t("Last seen"),
    value: ({ lastSeenAt }) => lastSeenAt,
    cell: ({ lastSeenAt }) => <Time iso={lastSeenAt} />,
  },
  {
    key: "battery",
    name: t("Battery"),
    isNumber: true,
    value: ({ batteryPercent }) => batteryPercent,
    cell: ({ batteryPercent }) => percent(batteryPercent === null ? null : batteryPercent / 100),
  },
  { key: "signal", name: t("Signal"), value: ({ rssiDbm }) => rssiDbm, cell: signal },
  {
    key: "frames",
    name: t("Frames"),
    isNumber: true,
    isOptional: true,
    value: ({ frameCounter }) => frameCounter,
    cell: ({ frameCounter }) => pieces(frameCounter),
  },
  { key: "lost", name: t("Lost"), isNumber: true, value: ({ overwritten }) => overwritten },
];

const filters: readonly Filter<Row>[] = [
  {
    key: "state",
    name: t("State"),
    options: Object.entries(deviceWords).map(([value, label]) => ({ value, label })),
    of: ({ state }) => state,
  },
];

const searched = ({ name, devEui, locationName, profile }: Row) => [
  name,
  devEui,
  locationName,
  profileWords[profile],
];

export function DevicesPage() {
  const devices = useQuery(devicesQuery);
  const locations = useQuery(locationsQuery);
  const rows = useMemo(() => {
    const names = new Map(locations.data?.map(({ id, name }) => [id, name]));
    return (devices.data ?? []).map(
      (device): Row => ({ ...device, locationName: names.get(device.locationId ?? "") ?? null }),
    );
  }, [devices.data, locations.data]);
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  return (
    <>
      <PageHead title={t("Devices")} />
      <DataTable
        name="devices"
        label={t("Devices")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={searched}
        rowName={({ name }) => name}
        defaultSort="name"
        searchLabel={t("Name, DevEUI or location")}
        actions={<AddDevices />}
        empty={
          <Empty title={t("No devices yet")}>
            <p>
              {t(
                "Add the first one: DevEUI, JoinEUI and AppKey stand on its label, or in the file that the vendor sent along.",
              )}
            </p>
            <AddDevices />
          </Empty>
        }
      />
    </>
  );
}
