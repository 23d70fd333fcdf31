import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OperatedCustomer } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { pieces } from "../words.ts";
import { customersQuery } from "./queries.ts";
import { bytes } from "./sizes.ts";
import { customerStateWords, troubleWords } from "./trouble-words.ts";

type Row = OperatedCustomer & { id: string };
type Health = "alarm" | "notice" | "well" | "quiet";

const healthWords: Record<Health, string> = {
  alarm: t("Alarm"),
  notice: t("Look when there is time"),
  well: t("Well"),
  quiet: t("Suspended"),
};
const healthClass: Record<Health, string> = {
  alarm: "state-empty",
  notice: "state-low",
  well: "state-ok",
  quiet: "state-unknown",
};

function healthOf({ troubles, state }: OperatedCustomer): Health {
  if (troubles.some(({ severity }) => severity === "alarm")) return "alarm";
  if (troubles.length > 0) return "notice";
  return state === "active" ? "well" : "quiet";
}

const columns: readonly Column<Row>[] = [
  {
    key: "customer",
    name: t("Customer"),
    value: ({ slug }) => slug,
    isWide: true,
    width: "minmax(170px, 2fr)",
    cell: ({ id, slug, region, isDemonstration }) => (
      <>
        <Link to="/operate/customers/$id" params={{ id }}>
          <strong>{slug}</strong>
        </Link>
        <span className="second-line">
          {region}
          {isDemonstration && ` · ${t("demonstration")}`}
        </span>
      </>
    ),
  },
  {
    key: "health",
    name: t("How it does"),
    width: "minmax(190px, 2fr)",
    // Alarms first when sorted upwards.
    value: (row) => ["alarm", "notice", "well", "quiet"].indexOf(healthOf(row)),
    cell: (row) => {
      const health = healthOf(row);
      const [first] = row.troubles;
      return (
        <span className={`state ${healthClass[health]} wrapped`}>
          {first ? troubleWords(first).title : healthWords[health]}
          {row.troubles.length > 1 && ` +${row.troubles.length - 1}`}
        </span>
      );
    },
  },
  {
    key: "devices",
    name: t("Devices"),
    isNumber: true,
    value: ({ numbers }) => numbers?.devices ?? null,
    cell: ({ numbers }) => (
      <>
        {pieces(numbers?.devices)}
        <span className="second-line">{t("{count} silent", { count: pieces(numbers?.silentDevices) })}</span>
      </>
    ),
  },
  {
    key: "gateways",
    name: t("Gateways"),
    isNumber: true,
    value: ({ traffic }) => traffic?.gatewaysConnected ?? null,
    cell: ({ traffic }) =>
      traffic ? `${pieces(traffic.gatewaysConnected)} / ${pieces(traffic.gateways)}` : "–",
  },
  {
    key: "messages",
    name: t("Messages/h"),
    isNumber: true,
    value: ({ traffic }) => traffic?.messagesLastHour ?? null,
    cell: ({ traffic }) => pieces(traffic?.messagesLastHour),
  },
  {
    key: "orders",
    name: t("Orders open"),
    isNumber: true,
    value: ({ numbers }) => numbers?.openOrders ?? null,
    cell: ({ numbers }) => (
      <>
        {pieces(numbers?.openOrders)}
        {(numbers?.lateOrders ?? 0) > 0 && (
          <span className="second-line">{t("{count} late", { count: pieces(numbers?.lateOrders) })}</span>
        )}
      </>
    ),
  },
  {
    key: "jobs",
    name: t("Jobs failed"),
    isNumber: true,
    value: ({ numbers }) => numbers?.jobsFailed ?? null,
    cell: ({ numbers }) => pieces(numbers?.jobsFailed),
  },
  {
    key: "storage",
    name: t("Storage"),
    isNumber: true,
    value: ({ numbers }) => numbers?.storageBytes ?? null,
    cell: ({ numbers }) => bytes(numbers?.storageBytes ?? null),
  },
  {
    key: "waiting",
    name: t("Messages waiting"),
    isNumber: true,
    isOptional: true,
    value: ({ traffic }) => traffic?.undelivered ?? null,
    cell: ({ traffic }) => pieces(traffic?.undelivered),
  },
  {
    key: "overwritten",
    name: t("Overwritten"),
    isNumber: true,
    isOptional: true,
    value: ({ traffic }) => traffic?.overwritten ?? null,
    cell: ({ traffic }) => pieces(traffic?.overwritten),
  },
  {
    key: "batteries",
    name: t("Weak batteries"),
    isNumber: true,
    isOptional: true,
    value: ({ numbers }) => numbers?.weakBatteries ?? null,
    cell: ({ numbers }) => pieces(numbers?.weakBatteries),
  },
  {
    key: "export",
    name: t("Last export"),
    isOptional: true,
    value: ({ numbers }) => numbers?.lastExportAt ?? null,
    cell: ({ numbers }) => <Time iso={numbers?.lastExportAt ?? null} none={t("never")} />,
  },
  {
    key: "signIn",
    name: t("Refused sign-ins, 24 h"),
    isNumber: true,
    isOptional: true,
    value: ({ refusedSignIns }) => refusedSignIns,
    cell: ({ refusedSignIns }) => pieces(refusedSignIns),
  },
  {
    key: "memory",
    name: t("Memory"),
    isNumber: true,
    isOptional: true,
    value: ({ memoryBytes }) => memoryBytes,
    cell: ({ memoryBytes }) => bytes(memoryBytes),
  },
  {
    key: "since",
    name: t("Customer since"),
    isOptional: true,
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <Time iso={createdAt} />,
  },
];

const filters: readonly Filter<Row>[] = [
  {
    key: "health",
    name: t("How it does"),
    options: Object.entries(healthWords).map(([value, label]) => ({ value, label })),
    of: healthOf,
  },
  {
    key: "state",
    name: t("State"),
    options: Object.entries(customerStateWords).map(([value, label]) => ({ value, label })),
    of: ({ state }) => state,
  },
];
const searched = ({ slug, region, accountId }: Row) => [slug, region, accountId];

/** All customers, in numbers. */
export function CustomersPage() {
  const customers = useQuery(customersQuery);
  const rows = useMemo(
    () => (customers.data ?? []).map((customer): Row => ({ ...customer, id: customer.accountId })),
    [customers.data],
  );
  if (customers.isPending) return <Loading />;
  if (!customers.data) return <Failed error={customers.error!} onAgain={() => customers.refetch()} />;
  return (
    <>
      <PageHead title={t("Customers")}>
        <span className="soft">{t("You see nothing of their data, unless they let you in.")}</span>
      </PageHead>
      <DataTable
        name="operated-customers"
        label={t("Customers")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={searched}
        rowName={({ slug }) => slug}
        defaultSort="health"
        searchLabel={t("Name or region")}
        empty={
          <Empty title={t("No customers yet")}>
            {t("Make the first one on this machine: <code>npx refill account create --customer NAME</code>", {
              code: (inside) => <code>{inside}</code>,
            })}
          </Empty>
        }
      />
    </>
  );
}
