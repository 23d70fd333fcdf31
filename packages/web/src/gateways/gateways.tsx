import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Gateway } from "../api/client.ts";
import { gatewaysQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { gatewayState, percent, pieces, protocolWords } from "../words.ts";
import { AddGateway } from "./add-gateway.tsx";
import { coverageQuery } from "./queries.ts";
import { UnknownGateways } from "./unknown-gateways.tsx";
import "./gateways.css";

type Row = Gateway & {
  words: string;
  className: string;
  devices: number | null;
  only: number | null;
  airTime: number;
};

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    name: t("Gateway"),
    value: ({ name }) => name,
    isWide: true,
    width: "minmax(210px, 2.4fr)",
    cell: ({ id, name, gatewayEui, region }) => (
      <>
        <Link to="/gateways/$id" params={{ id }}>
          <strong>{name}</strong>
        </Link>
        <span className="second-line">
          <code>{gatewayEui}</code> · {region}
        </span>
      </>
    ),
  },
  {
    key: "state",
    name: t("State"),
    value: ({ words }) => words,
    cell: ({ words, className }) => <span className={`state ${className}`}>{words}</span>,
  },
  {
    key: "seen",
    name: t("Last seen"),
    value: ({ lastSeenAt }) => lastSeenAt,
    cell: ({ lastSeenAt }) => <Time iso={lastSeenAt} none={t("never")} />,
  },
  {
    key: "devices",
    name: t("Hears"),
    isNumber: true,
    value: ({ devices }) => devices,
    cell: ({ devices }) => pieces(devices),
  },
  {
    key: "only",
    name: t("Alone"),
    isNumber: true,
    value: ({ only }) => only,
    cell: ({ only }) => pieces(only),
  },
  {
    key: "air",
    name: t("Time on air"),
    isNumber: true,
    width: "120px",
    value: ({ airTime }) => airTime,
    cell: ({ airTime }) => percent(airTime),
  },
  {
    key: "uplinks",
    name: t("Packets heard"),
    isNumber: true,
    width: "140px",
    value: ({ uplinks }) => uplinks,
    cell: ({ uplinks }) => pieces(uplinks),
  },
  {
    key: "downlinks",
    name: t("Downlinks"),
    isNumber: true,
    isOptional: true,
    value: ({ downlinks }) => downlinks,
    cell: ({ downlinks }) => pieces(downlinks),
  },
  {
    key: "protocol",
    name: t("Connected by"),
    value: ({ protocol }) => (protocol ? protocolWords[protocol] : null),
  },
  {
    key: "software",
    name: t("Software"),
    isOptional: true,
    value: ({ softwareVersion }) => softwareVersion,
  },
];

const searched = ({ name, gatewayEui }: Row) => [name, gatewayEui];

export function GatewaysPage() {
  const gateways = useQuery(gatewaysQuery);
  const coverage = useQuery(coverageQuery).data;
  const now = useNow();
  const rows = useMemo(() => {
    const counts = new Map(coverage?.gateways.map((each) => [each.gatewayId, each]));
    return (gateways.data ?? []).map((gateway): Row => {
      const own = counts.get(gateway.id);
      const shares = gateway.dutyCycle.map(({ used, dutyCycle }) => used / dutyCycle);
      return {
        ...gateway,
        ...gatewayState(gateway, now),
        devices: own?.devices ?? null,
        only: own?.only ?? null,
        airTime: Math.max(0, ...shares),
      };
    });
  }, [gateways.data, coverage, now]);
  const filters = useMemo(
    (): Filter<Row>[] => [
      {
        key: "state",
        name: t("State"),
        options: [...new Set(rows.map(({ words }) => words))].map((value) => ({ value, label: value })),
        of: ({ words }) => words,
      },
    ],
    [rows],
  );
  if (gateways.isPending) return <Loading />;
  if (gateways.error && !gateways.data)
    return <Failed error={gateways.error} onAgain={() => gateways.refetch()} />;
  return (
    <>
      <PageHead title={t("Gateways")} />
      {coverage && rows.length > 0 && (
        <p className="coverage-line">
          {coverage.onOneGateway > 0 ? (
            <Link to="/devices" search={{ gateway: "one" } as never}>
              {t("{count, plural, one {One device is} other {# devices are}} heard by one gateway only", {
                count: coverage.onOneGateway,
              })}
            </Link>
          ) : (
            t("Every device that is heard is heard by two gateways or more")
          )}
          {coverage.unheard > 0 && (
            <>
              {", "}
              <Link to="/devices" search={{ signal: "none" } as never}>
                {t("{count, plural, one {one was} other {# were}} not heard within a week", {
                  count: coverage.unheard,
                })}
              </Link>
            </>
          )}
          .
        </p>
      )}
      <DataTable
        name="gateways"
        label={t("Gateways")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={searched}
        rowName={({ name }) => name}
        defaultSort="name"
        searchLabel={t("Name or EUI")}
        actions={<AddGateway />}
        empty={
          <Empty title={t("No gateways yet")}>
            <p>
              {t(
                "Point a gateway to this machine: by Semtech's UDP packet forwarder, LoRa Basics Station or ChirpStack's gateway bridge. It appears here as soon as it sends, or add it by its EUI.",
              )}
            </p>
            <AddGateway />
          </Empty>
        }
      />
      <UnknownGateways />
    </>
  );
}
