import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, unwrap } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { useMoney } from "../parts/money.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { OrderTable } from "./order-table.tsx";

/** What went to a supplier at once. */
export function PurchaseOrderPage() {
  const { id } = useParams({ from: "/inside/purchase-orders/$id" });
  const { supplier } = useCatalogue();
  const amount = useMoney();
  const purchaseOrder = useQuery({
    queryKey: ["order", id, "lines"],
    queryFn: () => unwrap(client.GET("/api/v1/purchase-orders/{id}", { params: { path: { id } } })),
    refetchInterval: 10_000,
  });
  if (purchaseOrder.isPending) return <Loading />;
  const { data } = purchaseOrder;
  if (!data)
    return (
      <>
        <PageHead title="Purchase order" />
        {purchaseOrder.error && "status" in purchaseOrder.error && purchaseOrder.error.status === 404 ? (
          <Empty title="There is no such purchase order">
            <Link to="/orders">Back to the orders</Link>
          </Empty>
        ) : (
          <Failed error={purchaseOrder.error} onAgain={() => purchaseOrder.refetch()} />
        )}
      </>
    );
  const { number, supplierId, value, lines } = data;
  return (
    <>
      <PageHead title={`Purchase order ${number}`}>
        <span className="soft">
          {supplier.get(supplierId)?.name ?? "supplier removed"} · {lines.length}{" "}
          {lines.length === 1 ? "line" : "lines"} · value {amount(value)}
        </span>
      </PageHead>
      <div className="card" style={{ overflow: "hidden" }}>
        <OrderTable orders={lines} />
      </div>
    </>
  );
}
