import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { locationsQuery, ordersQuery, useCatalogue } from "../api/queries.ts";
import { OrderState } from "../parts/order-state.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { isOpen, pieces } from "../words.ts";

const mostRows = 200;

export function OrdersPage() {
  const orders = useQuery(ordersQuery);
  const locations = useQuery(locationsQuery);
  const { part, supplier } = useCatalogue();
  const [tab, setTab] = useState<string | null>("open");
  if (orders.isPending) return <Loading />;
  if (orders.error && !orders.data) return <Failed error={orders.error} onAgain={() => orders.refetch()} />;
  const open = orders.data.filter(isOpen);
  const shown =
    tab === "open" ? open : tab === "closed" ? orders.data.filter((each) => !isOpen(each)) : orders.data;
  const locationNames = new Map(locations.data?.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHead title="Orders" />
      <Tabs value={tab} onChange={setTab} mb="md">
        <Tabs.List>
          <Tabs.Tab value="open">Open ({open.length})</Tabs.Tab>
          <Tabs.Tab value="closed">Closed</Tabs.Tab>
          <Tabs.Tab value="all">All</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {shown.length === 0 ? (
        <Empty title={tab === "open" ? "Nothing is on order" : "No orders yet"}>
          Refill orders by itself when a location's inventory position is at or below its minimum.
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>Order</th>
                <th>Part</th>
                <th>Location</th>
                <th className="number">Quantity</th>
                <th>Supplier</th>
                <th>Ordered</th>
                <th>Promised</th>
                <th>State</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, mostRows).map((order) => {
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
                        {locationNames.get(order.locationId) ?? "removed"}
                      </Link>
                    </td>
                    <td className="number" data-label="Quantity">
                      {pieces(order.quantity, own?.unit)}
                    </td>
                    <td data-label="Supplier">{supplier.get(order.supplierId)?.name}</td>
                    <td data-label="Ordered">
                      <Time iso={order.createdAt} />
                    </td>
                    <td data-label="Promised">{order.confirmedDate ?? "–"}</td>
                    <td className="wide">
                      <OrderState order={order} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          {shown.length > mostRows && (
            <p className="soft" style={{ padding: "0 16px" }}>
              The newest {mostRows} of {shown.length}.
            </p>
          )}
        </div>
      )}
    </>
  );
}
