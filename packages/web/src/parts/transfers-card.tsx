import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location } from "../api/client.ts";
import { locationsQuery, ordersQuery } from "../api/queries.ts";
import { isOpen, pieces } from "../words.ts";
import { OrderState } from "./order-state.tsx";

/** What is to be brought from a location to others that are refilled from it. */
export function TransfersCard({ location, unit }: { location: Location; unit: string }) {
  const orders = useQuery(ordersQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  const own = orders.filter((order) => order.sourceLocationId === location.id && isOpen(order));
  const refilled = locations.filter(
    ({ source }) => source.kind === "location" && source.locationId === location.id,
  );
  if (own.length === 0 && refilled.length === 0) return null;
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label="To be brought from here">
      <div className="card-head">
        <strong>To be brought from here</strong>
        <span className="soft">
          refills {refilled.length === 1 ? refilled[0]!.name : `${refilled.length} locations`}
        </span>
      </div>
      {own.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px 6px", marginTop: 0 }}>
          Nothing at present.
        </p>
      ) : (
        <table className="table">
          <tbody>
            {own.map((order) => (
              <tr key={order.id}>
                <td>
                  <Link to="/orders/$id" params={{ id: order.id }}>
                    <strong>{order.number}</strong>
                  </Link>
                </td>
                <td className="number">{pieces(order.quantity, unit)}</td>
                <td>
                  to {locations.find(({ id }) => id === order.locationId)?.name ?? "a removed location"}
                </td>
                <td>
                  <OrderState order={order} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
