import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { OrderState } from "../parts/order-state.tsx";
import { Empty, Time } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { isOpen, orderWords, pieces } from "../words.ts";
import { useMayOrder } from "./may-order.ts";
import { type OrderRow, searchedOf } from "./order-rows.ts";

/** All orders as a table. */
export function OrderList({
  rows,
  onSelected,
}: {
  rows: readonly OrderRow[];
  onSelected(ids: readonly string[], clear: () => void): React.ReactNode;
}) {
  const amount = useMoney();
  const { supplier, site } = useCatalogue();
  const mayDecide = useMayOrder();
  const columns = useMemo(() => columnsOf(amount), [amount]);
  const filters = useMemo((): readonly Filter<OrderRow>[] => {
    const options = (records: ReadonlyMap<string, { id: string; name: string }>) =>
      [...records.values()].map(({ id, name }) => ({ value: id, label: name }));
    return [
      {
        key: "state",
        name: t("State"),
        options: [
          { value: "open", label: t("Open") },
          ...Object.entries(orderWords).map(([value, label]) => ({ value, label })),
        ],
        of: (order) => (isOpen(order) ? [order.state, "open"] : order.state),
      },
      {
        key: "supplier",
        name: t("Supplier"),
        options: options(supplier),
        of: ({ supplierId }) => supplierId,
      },
      { key: "site", name: t("Site"), options: options(site), of: ({ siteId }) => siteId },
      {
        key: "late",
        name: t("Late"),
        options: [
          { value: "yes", label: t("Late") },
          { value: "no", label: t("Not late") },
        ],
        of: ({ isLate }) => (isLate ? "yes" : "no"),
      },
    ];
  }, [supplier, site]);
  return (
    <DataTable
      name="orders"
      label={t("Orders")}
      rows={rows}
      columns={columns}
      filters={filters}
      searched={searchedOf}
      rowName={({ number }) => t("Order {number}", { number })}
      defaultSort="-number"
      searchLabel={t("Number, part, location, supplier")}
      {...(mayDecide ? { onSelected } : {})}
      empty={<Empty title={t("No orders yet")} />}
    />
  );
}

function columnsOf(amount: (value: number | null) => string): readonly Column<OrderRow>[] {
  return [
    {
      key: "number",
      name: t("Order"),
      value: ({ number }) => number,
      width: "100px",
      cell: ({ id, number }) => (
        <Link to="/orders/$id" params={{ id }}>
          <strong>{number}</strong>
        </Link>
      ),
    },
    {
      key: "part",
      name: t("Part"),
      value: ({ partName }) => partName,
      isWide: true,
      width: "minmax(180px, 2.4fr)",
      cell: ({ partName, partNumber }) => (
        <>
          {partName}
          <span className="second-line">{partNumber}</span>
        </>
      ),
    },
    {
      key: "location",
      name: t("Location"),
      value: ({ locationName }) => locationName,
      cell: ({ locationId, locationName }) => (
        <Link to="/locations/$id" params={{ id: locationId }}>
          {locationName}
        </Link>
      ),
    },
    { key: "site", name: t("Site"), isOptional: true, value: ({ siteName }) => siteName },
    {
      key: "quantity",
      name: t("Quantity"),
      isNumber: true,
      value: ({ quantity }) => quantity,
      cell: ({ quantity, unit }) => pieces(quantity, unit),
    },
    {
      key: "value",
      name: t("Value"),
      isNumber: true,
      value: ({ value }) => value,
      cell: ({ value, supplierId }) => (supplierId === null ? "–" : amount(value)),
    },
    {
      key: "source",
      name: t("From"),
      value: ({ sourceName }) => sourceName,
      width: "minmax(150px, 1.6fr)",
    },
    {
      key: "purchase",
      name: t("Purchase order"),
      isOptional: true,
      isNumber: true,
      value: ({ purchaseOrder }) => purchaseOrder?.number ?? null,
      cell: ({ purchaseOrder }) =>
        purchaseOrder ? (
          <Link to="/purchase-orders/$id" params={{ id: purchaseOrder.id }}>
            {purchaseOrder.number}
          </Link>
        ) : (
          "–"
        ),
    },
    {
      key: "ordered",
      name: t("Ordered"),
      isOptional: true,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <Time iso={createdAt} />,
    },
    {
      key: "due",
      name: t("Due"),
      value: (order) => (isOpen(order) ? order.dueAt : null),
      cell: (order) =>
        isOpen(order) && order.dueAt ? (
          <span className={order.isLate ? "problem" : ""}>
            <Time iso={order.dueAt} />
          </span>
        ) : (
          "–"
        ),
    },
    {
      key: "state",
      name: t("State"),
      value: ({ state }) => orderWords[state],
      isWide: true,
      width: "minmax(170px, 1.4fr)",
      cell: (order) => <OrderState order={order} />,
    },
  ];
}
