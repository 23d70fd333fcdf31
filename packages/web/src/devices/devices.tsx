import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { devicesQuery, gatewaysQuery, locationsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { DataTable } from "../table/data-table.tsx";
import { AddDevices } from "./add-devices.tsx";
import { columns, filtersFor, type Row, searched } from "./list-columns.tsx";
import { WithSelected } from "./with-selected.tsx";
import "./devices.css";

export function DevicesPage() {
  const devices = useQuery(devicesQuery);
  const locations = useQuery(locationsQuery);
  const gateways = useQuery({ ...gatewaysQuery, refetchInterval: false }).data;
  const manages = useMay("manage-devices");
  const code = useLocation({
    select: ({ search }) => {
      const { code: scanned } = search as { code?: unknown };
      return typeof scanned === "string" ? scanned : undefined;
    },
  });
  const rows = useMemo(() => {
    const names = new Map(locations.data?.map(({ id, name }) => [id, name]));
    return (devices.data ?? []).map(
      (device): Row => ({ ...device, locationName: names.get(device.locationId ?? "") ?? null }),
    );
  }, [devices.data, locations.data]);
  const filters = useMemo(
    () => filtersFor(new Map(gateways?.map(({ gatewayEui, name }) => [gatewayEui, name]))),
    [gateways],
  );
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
        actions={<AddDevices code={code} />}
        onSelected={(ids, clear) => (
          <WithSelected
            devices={rows.filter(({ id }) => ids.includes(id))}
            manages={manages}
            onDone={clear}
          />
        )}
        empty={
          <Empty title={t("No devices yet")}>
            <p>
              {t(
                "Add the first one: DevEUI, JoinEUI and AppKey stand on its label, or in the file that the vendor sent along.",
              )}
            </p>
            <AddDevices code={code} />
          </Empty>
        }
      />
    </>
  );
}
