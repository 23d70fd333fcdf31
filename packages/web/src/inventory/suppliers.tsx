import { Link } from "@tanstack/react-router";
import { suppliersQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { ListPage } from "./list-page.tsx";
import { days, orderingTimes } from "./supplier-words.ts";

export function SuppliersPage() {
  const amount = useMoney();
  return (
    <ListPage
      title={t("Suppliers")}
      query={suppliersQuery}
      add={{ to: "/inventory/suppliers/$id", label: t("Add supplier") }}
      columns={["Supplier", "Gets orders by", "Lead time", "Takes orders", "Minimum order"]}
      searched={({ name, dispatch }) => [name, dispatch.kind === "email" ? dispatch.address : dispatch.url]}
      empty={{
        title: t("No suppliers yet"),
        text: t("A supplier is sent the orders, by e-mail or to its own system, when it takes them."),
      }}
      row={({ id, name, dispatch, leadTimeDays, calendar, minimumOrderValue }) => (
        <>
          <td className="wide">
            <Link to="/inventory/suppliers/$id" params={{ id }}>
              <strong>{name}</strong>
            </Link>
          </td>
          <td data-label="Gets orders by" className="wide breakable">
            {dispatch.kind === "email" ? dispatch.address : dispatch.url}
          </td>
          <td data-label="Lead time">{days(leadTimeDays)}</td>
          <td data-label="Takes orders">{orderingTimes(calendar)}</td>
          <td data-label="Minimum order">{minimumOrderValue > 0 ? amount(minimumOrderValue) : "–"}</td>
        </>
      )}
    />
  );
}
