import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, type Order, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { ordersQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
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
        <PageHead title={t("Order")} />
        <Empty title={t("There is no such order")}>
          <Link to="/orders">{t("Back to the orders")}</Link>
        </Empty>
      </>
    );
  return <Loading />;
}

function Details({ order }: { order: Order }) {
  const own = useCatalogue().part.get(order.partId);
  return (
    <>
      <PageHead title={t("Order {number}", { number: order.number })}>
        <div style={{ width: 220 }}>
          <OrderState order={order} />
        </div>
        <OrderActions order={order} unit={own?.unit ?? ""} />
      </PageHead>
      <Notices order={order} />
      <div className="columns">
        <section className="card" style={{ padding: 20 }} aria-label={t("Timeline")}>
          <Timeline order={order} />
        </section>
        <section className="card" style={{ padding: 20 }} aria-label={t("Facts")}>
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
      <Alert color="orange" title={t("This order waits for approval")} mb="md">
        {sentence(order.approvalReason)}
      </Alert>
    );
  if (order.state === "approved")
    return (
      <Alert color="spruce" title={t("This order is approved and waits to be placed")} mb="md">
        {order.waitsFor && <>{sentence(order.waitsFor)} </>}
        {order.placeAt && <>{t("To be placed {time}.", { time: <Time iso={order.placeAt} /> })}</>}
      </Alert>
    );
  if (order.isLate)
    return (
      <Alert color="orange" title={t("This order is late")} mb="md">
        {t("It was due {time}.", { time: <Time iso={order.dueAt} /> })}{" "}
        {order.chasedAt
          ? t("The supplier was asked for it {time}.", { time: <Time iso={order.chasedAt} /> })
          : order.supplierId === null
            ? t("Somebody has to bring it.")
            : t("Ask the supplier when it comes, and enter what it says with Confirm.")}
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
    <Alert color="orange" title={t("This order has not reached the supplier")} mb="md">
      <p style={{ marginTop: 0 }}>
        {t("{dispatchProblem}. Refill tries again by itself for two days.", {
          dispatchProblem: order.dispatchProblem,
        })}
      </p>
      {canSend && (
        <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t("Send again now")}
        </Button>
      )}
      {again.error && <p role="alert">{again.error.message}</p>}
    </Alert>
  );
}
