import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, unwrap } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
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
        <PageHead title={t("Purchase order")} />
        {purchaseOrder.error && "status" in purchaseOrder.error && purchaseOrder.error.status === 404 ? (
          <Empty title={t("There is no such purchase order")}>
            <Link to="/orders">{t("Back to the orders")}</Link>
          </Empty>
        ) : (
          <Failed error={purchaseOrder.error} onAgain={() => purchaseOrder.refetch()} />
        )}
      </>
    );
  const { number, supplierId, value, lines } = data;
  return (
    <>
      <PageHead title={t("Purchase order {number}", { number })}>
        <span className="soft">
          {t("{name} · {length} {value} · value {value2}", {
            name: supplier.get(supplierId)?.name ?? "supplier removed",
            length: lines.length,
            value: lines.length === 1 ? "line" : "lines",
            value2: amount(value),
          })}
        </span>
      </PageHead>
      <div className="card" style={{ overflow: "hidden" }}>
        <OrderTable orders={lines} />
      </div>
    </>
  );
}
