import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OperatedGateway, OperatedNetwork } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { measure, percent, pieces, protocolWords } from "../words.ts";
import { Figure, Figures } from "./figure.tsx";
import { Minutes } from "./minutes.tsx";
import { Processes } from "./processes.tsx";
import { gatewaysQuery, networkQuery } from "./queries.ts";
import { explainRefusal } from "./refusal-words.ts";
import { serviceTroubles } from "./service-troubles.ts";
import { duration } from "./sizes.ts";
import { TroubleCard } from "./trouble-card.tsx";

/** The regions' network servers, and all gateways. */
export function NetworkPage() {
  const network = useQuery(networkQuery);
  const now = useNow();
  if (network.isPending) return <Loading />;
  if (!network.data) return <Failed error={network.error!} onAgain={() => network.refetch()} />;
  const troubles = serviceTroubles({ network: network.data }, now);
  return (
    <>
      <PageHead title={t("Network")} />
      {troubles.length > 0 && (
        <ul className="troubles">
          {troubles.map(({ key, to: _to, ...trouble }) => (
            <TroubleCard key={key} {...trouble} />
          ))}
        </ul>
      )}
      {network.data.map((region) => (
        <Region key={region.region} network={region} />
      ))}
      <Gateways />
    </>
  );
}

type Status = NonNullable<OperatedNetwork["status"]>;

function Region({ network: { region, isConnected, status } }: { network: OperatedNetwork }) {
  return (
    <section aria-label={t("Region {region}", { region })} className="region">
      <div className="page-head">
        <h2 className="section-head">{t("Region {region}", { region })}</h2>
        <span className={`state ${isConnected && status ? "state-ok" : "state-empty"}`}>
          {isConnected && status ? t("Connected") : t("Does not answer")}
        </span>
        {status && (
          <span className="soft small-text">
            {t("owner of the devices since {time}", { time: <Time iso={status.ownerSince} /> })}
          </span>
        )}
      </div>
      {status && (
        <>
          <RegionFigures status={status} />
          <div className="two-cards">
            <div className="card card-section">
              <Minutes
                label={t("Uplinks a minute")}
                minutes={status.minutes}
                value={(index) => status.minutes[index]!.uplinks}
                unit=""
              />
            </div>
            <div className="card card-section">
              <Minutes
                label={t("Refused a minute")}
                minutes={status.minutes}
                value={(index) => status.minutes[index]!.refused}
                unit=""
                colour="chart-2"
              />
            </div>
          </div>
          <div className="two-cards">
            <Reasons
              title={t("Refused in the last three hours")}
              none={t("Nothing was refused.")}
              reasons={status.refused}
            />
            <Reasons
              title={t("Downlinks not sent in the last three hours")}
              none={t("All went out.")}
              reasons={status.downlinksMissed}
            />
          </div>
          <Processes processes={status.processes.map((each) => ({ ...each, region }))} />
        </>
      )}
    </section>
  );
}

function RegionFigures({ status }: { status: Status }) {
  const recent = status.minutes.slice(-5);
  const rate = (field: "uplinks" | "joins") =>
    recent.length === 0 ? null : recent.reduce((sum, minute) => sum + minute[field], 0) / recent.length;
  const uplinks = rate("uplinks");
  const joins = rate("joins");
  const overwritten = status.minutes.reduce((sum, minute) => sum + minute.overwritten, 0);
  return (
    <Figures>
      <Figure
        name={t("Uplinks a second")}
        value={uplinks === null ? "–" : measure(uplinks / 60, "", 2)}
        note={t("mean of five minutes")}
      />
      <Figure name={t("Joins a minute")} value={measure(joins, "", 1)} note={t("mean of five minutes")} />
      <Figure
        name={t("Delivery to the application")}
        value={status.delivery ? duration(status.delivery.p99Ms) : "–"}
        note={
          status.delivery
            ? t("99 of 100; half within {median}", { median: duration(status.delivery.medianMs) })
            : t("no message in ten minutes")
        }
      />
      <Figure
        name={t("Messages waiting")}
        value={pieces(status.undelivered)}
        isWrong={status.undelivered > 1000}
        note={t("{count} devices behind", { count: pieces(status.devicesBehind) })}
      />
      <Figure
        name={t("Overwritten")}
        value={pieces(overwritten)}
        isWrong={overwritten > 0}
        note={t("in three hours; {count} in all", { count: pieces(status.overwritten) })}
      />
      <Figure
        name={t("Gateways connected")}
        value={`${pieces(status.gatewaysConnected)} / ${pieces(status.gateways)}`}
        isWrong={status.gatewaysConnected < status.gateways}
        note={t("{count} unknown ones send", { count: pieces(status.unknownGateways) })}
      />
      <Figure
        name={t("Devices registered")}
        value={pieces(status.devices)}
        note={t("{count} frames wait for their commit", { count: pieces(status.waitingForCommit) })}
      />
      {status.unreadable > 0 && (
        <Figure
          name={t("Unreadable messages")}
          value={pieces(status.unreadable)}
          isWrong
          note={t("damaged, or their key is gone: the log names them")}
        />
      )}
    </Figures>
  );
}

function Reasons({ title, none, reasons }: { title: string; none: string; reasons: Status["refused"] }) {
  const most = reasons[0]?.count ?? 0;
  return (
    <section className="card card-section" aria-label={title}>
      <h3 className="section-head">{title}</h3>
      {reasons.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="reasons">
          {reasons.slice(0, 8).map(({ reason, count }) => (
            <li key={reason}>
              <span>
                <code>{reason}</code>
                <span className="soft small-text">{explainRefusal(reason)}</span>
              </span>
              <strong>{pieces(count)}</strong>
              <span className="reason-bar" aria-hidden="true">
                <span style={{ width: `${(100 * count) / most}%` }} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type Row = OperatedGateway & { id: string };
const connectedWords = { yes: t("Connected"), no: t("Away"), never: t("Never seen") };
const connectedOf = ({ isConnected, lastSeenAt }: OperatedGateway): keyof typeof connectedWords =>
  isConnected ? "yes" : lastSeenAt === null ? "never" : "no";
const connectedClass = { yes: "state-ok", no: "state-empty", never: "state-unknown" };

const columns: readonly Column<Row>[] = [
  {
    key: "eui",
    name: t("Gateway"),
    value: ({ gatewayEui }) => gatewayEui,
    isWide: true,
    width: "minmax(190px, 2fr)",
    cell: ({ gatewayEui, region, channelPlan }) => (
      <>
        <code>{gatewayEui}</code>
        <span className="second-line">
          {region} · {channelPlan}
        </span>
      </>
    ),
  },
  {
    key: "state",
    name: t("State"),
    value: (row) => connectedWords[connectedOf(row)],
    cell: (row) => (
      <span className={`state ${connectedClass[connectedOf(row)]}`}>{connectedWords[connectedOf(row)]}</span>
    ),
  },
  {
    key: "customer",
    name: t("Customer"),
    value: ({ customer }) => customer,
    cell: ({ customer, accountId }) =>
      customer ? (
        <Link to="/operate/customers/$id" params={{ id: accountId }}>
          {customer}
        </Link>
      ) : (
        "–"
      ),
  },
  {
    key: "seen",
    name: t("Last seen"),
    value: ({ lastSeenAt }) => lastSeenAt,
    cell: ({ lastSeenAt }) => <Time iso={lastSeenAt} none={t("never")} />,
  },
  {
    key: "protocol",
    name: t("Protocol"),
    value: ({ protocol }) => protocol,
    cell: ({ protocol }) => (protocol ? (protocolWords[protocol as "semtech-udp"] ?? protocol) : "–"),
  },
  {
    key: "uplinks",
    name: t("Uplinks"),
    isNumber: true,
    value: ({ uplinks }) => uplinks,
    cell: ({ uplinks }) => pieces(uplinks),
  },
  {
    key: "downlinks",
    name: t("Downlinks"),
    isNumber: true,
    value: ({ downlinks }) => downlinks,
    cell: ({ downlinks }) => pieces(downlinks),
  },
  {
    key: "air",
    name: t("Time on air used"),
    isNumber: true,
    width: "150px",
    value: ({ dutyCycleUsed }) => dutyCycleUsed,
    cell: ({ dutyCycleUsed }) => percent(dutyCycleUsed),
  },
  { key: "version", name: t("Version"), isOptional: true, value: ({ version }) => version },
];
const filters: readonly Filter<Row>[] = [
  {
    key: "state",
    name: t("State"),
    options: Object.entries(connectedWords).map(([value, label]) => ({ value, label })),
    of: connectedOf,
  },
];
const searched = ({ gatewayEui, customer, region, channelPlan }: Row) => [
  gatewayEui,
  customer,
  region,
  channelPlan,
];

function Gateways() {
  const gateways = useQuery(gatewaysQuery);
  const rows = useMemo(
    () => (gateways.data ?? []).map((gateway): Row => ({ ...gateway, id: gateway.gatewayEui })),
    [gateways.data],
  );
  if (gateways.isPending) return <Loading />;
  if (!gateways.data) return <Failed error={gateways.error!} onAgain={() => gateways.refetch()} />;
  return (
    <section className="below" aria-label={t("Gateways of all customers")}>
      <h2 className="section-head">{t("Gateways of all customers")}</h2>
      <DataTable
        name="operated-gateways"
        label={t("Gateways of all customers")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={searched}
        rowName={({ gatewayEui }) => gatewayEui}
        defaultSort="state"
        searchLabel={t("EUI, customer or region")}
        empty={
          <Empty title={t("No gateways")}>
            {t("Customers register theirs under Gateways; those that send unregistered are counted above.")}
          </Empty>
        }
      />
    </section>
  );
}
