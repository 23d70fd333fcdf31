import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Supplier } from "../api/client.ts";
import { partsQuery, suppliersQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { ImportLink } from "../parts/import-link.tsx";
import { useMoney } from "../parts/money.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { pieces } from "../words.ts";
import { days, orderingTimes } from "./supplier-words.ts";

type Row = Supplier & { parts: number };

/** All suppliers: how they are sent orders, and when. */
export function SuppliersPage() {
  const suppliers = useQuery(suppliersQuery);
  const parts = useQuery(partsQuery).data;
  const manages = useMay("manage-inventory");
  const amount = useMoney();
  const rows = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { supplies } of parts ?? [])
      for (const { supplierId } of supplies) counts.set(supplierId, (counts.get(supplierId) ?? 0) + 1);
    return (suppliers.data ?? []).map(
      (supplier): Row => ({ ...supplier, parts: counts.get(supplier.id) ?? 0 }),
    );
  }, [suppliers.data, parts]);
  const columns = useMemo(() => columnsOf((value) => amount(value)), [amount]);
  if (suppliers.isPending) return <Loading />;
  if (suppliers.error && !suppliers.data)
    return <Failed error={suppliers.error} onAgain={() => suppliers.refetch()} />;
  const actions = (
    <>
      <ImportLink kind="suppliers" />
      {manages && (
        <ButtonLink to="/inventory/suppliers/$id" params={{ id: "new" }} leftSection={<IconPlus size={16} />}>
          {t("Add supplier")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t("Suppliers")} />
      <DataTable
        name="suppliers"
        label={t("Suppliers")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={({ name, dispatch }) => [name, addressOf(dispatch)]}
        rowName={({ name }) => name}
        defaultSort="name"
        searchLabel={t("Name or address")}
        actions={actions}
        empty={
          <Empty title={t("No suppliers yet")}>
            <p style={{ marginTop: 0 }}>
              {t("A supplier is sent the orders, by e-mail or to its own system, when it takes them.")}
            </p>
            <div className="empty-actions">{actions}</div>
          </Empty>
        }
      />
    </>
  );
}

const filters: readonly Filter<Row>[] = [
  {
    key: "way",
    name: t("Gets orders by"),
    options: [
      { value: "email", label: t("E-mail") },
      { value: "webhook", label: t("Webhook") },
    ],
    of: ({ dispatch }) => dispatch.kind,
  },
];

function addressOf(dispatch: Supplier["dispatch"]): string {
  return dispatch.kind === "email" ? dispatch.address : dispatch.url;
}

function columnsOf(amount: (value: number) => string): readonly Column<Row>[] {
  return [
    {
      key: "name",
      name: t("Supplier"),
      value: ({ name }) => name,
      isWide: true,
      width: "minmax(180px, 2.4fr)",
      cell: ({ id, name }) => (
        <Link to="/inventory/suppliers/$id" params={{ id }}>
          <strong>{name}</strong>
        </Link>
      ),
    },
    {
      key: "address",
      name: t("Gets orders by"),
      value: ({ dispatch }) => addressOf(dispatch),
      width: "minmax(180px, 2.4fr)",
    },
    {
      key: "lead",
      name: t("Lead time"),
      isNumber: true,
      value: ({ leadTimeDays }) => leadTimeDays,
      cell: ({ leadTimeDays }) => days(leadTimeDays),
    },
    {
      key: "times",
      name: t("Takes orders"),
      value: ({ calendar }) => orderingTimes(calendar),
      width: "minmax(180px, 2fr)",
    },
    {
      key: "minimum",
      name: t("Minimum order"),
      isNumber: true,
      value: ({ minimumOrderValue }) => minimumOrderValue,
      cell: ({ minimumOrderValue }) => (minimumOrderValue > 0 ? amount(minimumOrderValue) : "–"),
    },
    {
      key: "parts",
      name: t("Parts"),
      isNumber: true,
      value: ({ parts }) => parts,
      cell: ({ parts }) => pieces(parts),
    },
    {
      key: "language",
      name: t("Language"),
      isOptional: true,
      value: ({ language }) => (language === "de" ? "Deutsch" : "English"),
    },
  ];
}
