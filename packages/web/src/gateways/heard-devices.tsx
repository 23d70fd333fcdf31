import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Gateway } from "../api/client.ts";
import { gatewaysQuery, locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Time } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { measure } from "../words.ts";
import { heardQuery } from "./queries.ts";

type Heard = Awaited<ReturnType<NonNullable<ReturnType<typeof heardQuery>["queryFn"]>>>[number];
type Row = Heard & { id: string; locationName: string | null; otherName: string | null };

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    name: t("Device"),
    isWide: true,
    width: "minmax(160px, 2fr)",
    value: ({ name }) => name,
    cell: ({ deviceId, name, locationName }) => (
      <>
        <Link to="/devices/$id" params={{ id: deviceId }}>
          <strong>{name}</strong>
        </Link>
        <span className="second-line">{locationName ?? t("no location")}</span>
      </>
    ),
  },
  {
    key: "signal",
    name: t("Signal"),
    isNumber: true,
    width: "104px",
    value: ({ rssiDbm }) => rssiDbm,
    cell: ({ rssiDbm, snrDb }) => (
      <>
        <span>{measure(rssiDbm, "dBm", 0)}</span>
        <span className="second-line">{measure(snrDb, "dB")}</span>
      </>
    ),
  },
  {
    key: "other",
    name: t("Next best gateway"),
    width: "minmax(150px, 1.4fr)",
    value: ({ otherName }) => otherName,
    cell: ({ other, otherName, isBest }) =>
      other ? (
        <>
          <span>{otherName}</span>
          <span className="second-line">
            {measure(other.rssiDbm, "dBm", 0)}
            {!isBest && `, ${t("hears it better")}`}
          </span>
        </>
      ) : (
        <span className="state state-low">{t("hangs on this one")}</span>
      ),
  },
  {
    key: "seen",
    name: t("Heard"),
    width: "minmax(104px, 1fr)",
    value: ({ lastHeardAt }) => lastHeardAt,
    cell: ({ lastHeardAt }) => <Time iso={lastHeardAt} none="–" />,
  },
];
const filters: readonly Filter<Row>[] = [
  {
    key: "coverage",
    name: t("Coverage"),
    options: [
      { value: "only", label: t("Hangs on this one") },
      { value: "best", label: t("Best here") },
      { value: "other", label: t("Better elsewhere") },
    ],
    of: ({ other, isBest }) => (other === null ? "only" : isBest ? "best" : "other"),
  },
];

/** What it covers: those first that no other gateway hears. */
export function HeardDevices({ gateway }: { gateway: Gateway }) {
  const heard = useQuery(heardQuery(gateway.id));
  const locations = useQuery(locationsQuery).data;
  const gateways = useQuery(gatewaysQuery).data;
  const rows = useMemo(() => {
    const places = new Map(locations?.map(({ id, name }) => [id, name]));
    const names = new Map(gateways?.map(({ gatewayEui, name }) => [gatewayEui, name]));
    return (heard.data ?? []).map(
      (each): Row => ({
        ...each,
        id: each.deviceId,
        locationName: places.get(each.locationId ?? "") ?? null,
        otherName: each.other ? (names.get(each.other.gatewayEui) ?? each.other.gatewayEui) : null,
      }),
    );
  }, [heard.data, locations, gateways]);
  if (heard.error && !heard.data) return <Failed error={heard.error} onAgain={() => heard.refetch()} />;
  return (
    <section aria-label={t("Devices that it hears")}>
      <DataTable
        name="heard-devices"
        label={t("Devices that it hears")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={({ name, locationName }) => [name, locationName]}
        rowName={({ name }) => name}
        defaultSort="other"
        searchLabel={t("Device or location")}
        empty={
          <Empty
            title={heard.isPending ? t("Loading …") : t("It has heard none of your devices within a week.")}
          />
        }
      />
    </section>
  );
}
