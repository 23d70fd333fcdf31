import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Order } from "../api/client.ts";
import { pieces } from "../words.ts";
import { OrderState } from "./order-state.tsx";

/** Orders of one part on the page of a location, short: `about` says of each what is not plain from the page. */
export function OrderRows({
  orders,
  unit,
  about,
}: {
  orders: readonly Order[];
  unit: string;
  about(order: Order): ReactNode;
}) {
  return (
    <table className="table">
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <td>
              <Link to="/orders/$id" params={{ id: order.id }}>
                <strong>{order.number}</strong>
              </Link>
            </td>
            <td className="number">{pieces(order.quantity, unit)}</td>
            <td>{about(order)}</td>
            <td>
              <OrderState order={order} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
