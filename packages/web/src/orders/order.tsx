import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, type Order, unwrap } from "../api/client.ts";
import { ordersQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useCurrency } from "../parts/money.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { OrderSource } from "../parts/source.tsx";
import { orderWords, pieces } from "../words.ts";
import { OrderActions } from "./order-actions.tsx";
import { OrderFacts } from "./order-facts.tsx";
import { approvalWords, waitWords } from "./order-words.ts";
import { Progress } from "./progress.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { Story } from "./story.tsx";
import "./orders.css";

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
        {order.isLate && <span className="tag tag-late">{t("late")}</span>}
        {order.isUrgent && <span className="tag tag-urgent">{t("urgent")}</span>}
        <OrderActions order={order} unit={own?.unit ?? ""} />
      </PageHead>
      <p className="order-lead">
        <strong>{pieces(order.quantity, own?.unit)}</strong> {own?.name ?? t("a part that was removed")}{" "}
        <span className="soft">
          · <OrderSource order={order} />
        </span>
      </p>
      <section className="card card-section" aria-label={t("State")}>
        <Progress order={order} />
      </section>
      <Notice order={order} />
      <div className="columns order-columns">
        <section className="card card-section" aria-labelledby="story">
          <h2 id="story" className="order-card-title">
            {t("What happened")}
          </h2>
          <RemarkForm order={order} />
          <Story order={order} unit={own?.unit ?? ""} />
        </section>
        <section className="card card-section" aria-labelledby="facts">
          <h2 id="facts" className="order-card-title">
            {t("What and where")}
          </h2>
          <OrderFacts order={order} part={own} />
        </section>
      </div>
    </>
  );
}

/** What keeps the order, or what comes next, and what a person can do about it. */
function Notice({ order }: { order: Order }) {
  const currency = useCurrency();
  const { state } = order;
  if (order.dispatchProblem && state === "placed")
    return (
      <Warning title={t("This order has not reached the supplier")}>
        {t("{problem}. Refill tries again by itself for two days.", { problem: order.dispatchProblem })}
      </Warning>
    );
  if (state === "proposed")
    return <Warning title={t("This order waits for approval")}>{approvalWords(order, currency)}</Warning>;
  if (state === "approved")
    return (
      <Said title={t("Approved; it has not gone out yet")} look="is-coming">
        {waitWords(order, currency)}{" "}
        {order.placeAt &&
          order.wait?.code !== "chosen-time" &&
          t("To be placed {time}.", { time: <Time iso={order.placeAt} /> })}
      </Said>
    );
  if (order.isLate)
    return (
      <Warning title={t("This order is late")}>
        {t("It was due {time}.", { time: <Time iso={order.dueAt} /> })}{" "}
        {order.chasedAt
          ? t("The supplier was asked for it {time}.", { time: <Time iso={order.chasedAt} /> })
          : order.supplierId === null
            ? t("Somebody has to bring it.")
            : t("Ask the supplier when it comes, and enter the answer.")}
        {order.dispatchProblem &&
          ` ${t("The reminder was not sent: {problem}.", { problem: order.dispatchProblem })}`}
      </Warning>
    );
  if (state === "cancelled" || state === "rejected")
    return (
      <Said title={orderWords[state]} look="is-off">
        {t("The location orders again when its stock changes.")}
      </Said>
    );
  return null;
}

function Warning({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Said title={title} look="is-warning">
      {children}
    </Said>
  );
}

function Said({ title, look, children }: { title: string; look: string; children: React.ReactNode }) {
  return (
    <section className={`order-notice ${look}`} aria-label={title}>
      <strong>{title}</strong>
      <div>{children}</div>
    </section>
  );
}
