import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Order } from "../api/client.ts";
import { locationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { OrderState } from "../parts/order-state.tsx";
import { Time } from "../parts/small.tsx";
import { OrderSource } from "../parts/source.tsx";
import { isOpen, pieces } from "../words.ts";

/** Orders as rows, or as cards on a phone. */
export function OrderTable({ orders }: { orders: readonly Order[] }) {
  const { part } = useCatalogue();
  const locations = useQuery(locationsQuery);
  const locationNames = new Map(locations.data?.map(({ id, name }) => [id, name]));
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t("Order")}</th>
          <th>{t("Part")}</th>
          <th>{t("Location")}</th>
          <th className="number">{t("Quantity")}</th>
          <th>{t("From")}</th>
          <th>{t("Ordered")}</th>
          <th>{t("Promised")}</th>
          <th>{t("Due")}</th>
          <th>{t("State")}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => {
          const own = part.get(order.partId);
          return (
            <tr key={order.id}>
              <td>
                <Link to="/orders/$id" params={{ id: order.id }}>
                  <strong>{order.number}</strong>
                </Link>
              </td>
              <td className="wide">{own?.name}</td>
              <td data-label="Location">
                <Link to="/locations/$id" params={{ id: order.locationId }}>
                  {locationNames.get(order.locationId) ?? t("removed")}
                </Link>
              </td>
              <td className="number" data-label="Quantity">
                {pieces(order.quantity, own?.unit)}
              </td>
              <td data-label="From">
                <OrderSource order={order} />
              </td>
              <td data-label="Ordered">
                <Time iso={order.createdAt} />
              </td>
              <td data-label="Promised">{order.confirmedDate ?? "–"}</td>
              <td data-label="Due">{isOpen(order) && order.dueAt ? <Time iso={order.dueAt} /> : "–"}</td>
              <td className="wide">
                <OrderState order={order} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
