import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, type Order, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { ordersQuery, useCatalogue, useMay } from "../api/queries.ts";
import { OrderState, Timeline } from "../parts/order-state.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { OrderActions } from "./order-actions.tsx";
import { OrderFacts } from "./order-facts.tsx";

export function OrderPage() {
  const { id } = useParams({ from: "/inside/orders/$id" });
  const orders = useQuery(ordersQuery);
  const inList = orders.data?.find((order) => order.id === id);
  // Old closed orders are not in the list.
  const single = useQuery({
    queryKey: ["order", id],
    queryFn: () => unwrap(client.GET("/api/v1/orders/{id}", { params: { path: { id } } })),
    enabled: orders.isSuccess && !inList,
  });
  const order = inList ?? single.data;
  if (order) return <Details order={order} />;
  if (orders.error) return <Failed error={orders.error} onAgain={() => orders.refetch()} />;
  if (single.error)
    return (
      <>
        <PageHead title="Order" />
        <Empty title="There is no such order">
          <Link to="/orders">Back to the orders</Link>
        </Empty>
      </>
    );
  return <Loading />;
}

function Details({ order }: { order: Order }) {
  const own = useCatalogue().part.get(order.partId);
  return (
    <>
      <PageHead title={`Order ${order.number}`}>
        <div style={{ width: 220 }}>
          <OrderState order={order} />
        </div>
        <OrderActions order={order} unit={own?.unit ?? ""} />
      </PageHead>
      <Notices order={order} />
      <div className="columns">
        <section className="card" style={{ padding: 20 }} aria-label="Timeline">
          <Timeline order={order} />
        </section>
        <section className="card" style={{ padding: 20 }} aria-label="Facts">
          <OrderFacts order={order} part={own} />
        </section>
      </div>
    </>
  );
}

/** What keeps the order, and what a person can do about it. */
function Notices({ order }: { order: Order }) {
  if (order.dispatchProblem && order.state === "placed") return <NotSent order={order} />;
  if (order.state === "proposed")
    return (
      <Alert color="orange" title="This order waits for approval" mb="md">
        {sentence(order.approvalReason)}
      </Alert>
    );
  if (order.state === "approved")
    return (
      <Alert color="spruce" title="This order is approved and waits to be placed" mb="md">
        {order.waitsFor && <>{sentence(order.waitsFor)} </>}
        {order.placeAt && (
          <>
            To be placed <Time iso={order.placeAt} />.
          </>
        )}
      </Alert>
    );
  if (order.isLate)
    return (
      <Alert color="orange" title="This order is late" mb="md">
        It was due <Time iso={order.dueAt} />.{" "}
        {order.chasedAt ? (
          <>
            The supplier was asked for it <Time iso={order.chasedAt} />.
          </>
        ) : order.supplierId === null ? (
          "Somebody has to bring it."
        ) : (
          "Ask the supplier when it comes, and enter what it says with Confirm."
        )}
      </Alert>
    );
  return null;
}

function sentence(words: string | null): string {
  return words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}${words.endsWith(".") ? "" : "."}` : "";
}

function NotSent({ order }: { order: Order }) {
  const canSend = useMay("place-orders");
  const again = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/orders/{id}/dispatch", { params: { path: { id: order.id } } })),
    onSuccess: useOrderChange(() => {}),
  });
  return (
    <Alert color="orange" title="This order has not reached the supplier" mb="md">
      <p style={{ marginTop: 0 }}>{order.dispatchProblem}. Refill tries again by itself for two days.</p>
      {canSend && (
        <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          Send again now
        </Button>
      )}
      {again.error && <p role="alert">{again.error.message}</p>}
    </Alert>
  );
}
