import { Button, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { ordersQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { isOpen, pieces } from "../words.ts";
import type { OrderRow } from "./order-rows.ts";
import { tell } from "./told.tsx";

/** One order to be received: all of it by one press, or another quantity. */
export function ReceiveCard({ order, isOpened }: { order: OrderRow; isOpened: boolean }) {
  const may = useMay("acknowledge-orders");
  const queries = useQueryClient();
  const rest = Math.max(0, (order.confirmedQuantity ?? order.quantity) - (order.receivedQuantity ?? 0));
  const [isOther, setOther] = useState(false);
  const [quantity, setQuantity] = useState<number | string>(rest);
  const params = { params: { path: { id: order.id } } };
  const change = useOrderChange(() => setOther(false));
  const receive = useMutation({
    mutationFn: (count: number | undefined) =>
      unwrap(
        client.POST("/api/v1/orders/{id}/receive", {
          ...params,
          body: count === undefined ? {} : { quantity: count },
        }),
      ),
    onSuccess: (next, count) => {
      change(next);
      tell(t("{count} received.", { count: pieces(count ?? rest, order.unit) }), async () => {
        await unwrap(client.POST("/api/v1/orders/{id}/receive/undo", params));
        await queries.invalidateQueries({ queryKey: ordersQuery.queryKey });
      });
    },
  });
  const isDone = !isOpen(order);
  return (
    <article className={`receive-card ${order.isLate ? "is-late" : ""}`}>
      <div className="receive-what">
        <strong className="receive-count">{pieces(rest, order.unit)}</strong>
        <span>
          {order.partName} <span className="soft">{order.partNumber}</span>
        </span>
        <span className="receive-where">{t("to {location}", { location: order.locationName })}</span>
        <span className="soft small-text">
          <Link to="/orders/$id" params={{ id: order.id }}>
            {t("Order {number}", { number: order.number })}
          </Link>{" "}
          · {order.sourceName}
          {order.dueAt && !isDone && (
            <span className={order.isLate ? "problem" : ""}>
              {" "}
              · {t("due {time}", { time: <Time iso={order.dueAt} /> })}
            </span>
          )}
        </span>
      </div>
      {isDone ? (
        <p role="status" className="receive-done">
          {t("Received. Put it into {location}.", { location: order.locationName })}
        </p>
      ) : (
        may && (
          <>
            {isOther || (isOpened && rest === 0) ? (
              <form
                className="receive-other"
                onSubmit={(event) => {
                  event.preventDefault();
                  receive.mutate(Number(quantity));
                }}
              >
                <NumberInput
                  size="lg"
                  label={t("Pieces that came ({unit})", { unit: order.unit })}
                  min={1}
                  allowDecimal={false}
                  value={quantity}
                  onChange={setQuantity}
                  data-autofocus
                />
                <Button
                  type="submit"
                  size="lg"
                  loading={receive.isPending}
                  disabled={!(Number(quantity) > 0)}
                >
                  {t("Receive")}
                </Button>
              </form>
            ) : (
              <div className="receive-buttons">
                <Button size="lg" loading={receive.isPending} onClick={() => receive.mutate(undefined)}>
                  {t("Receive all {count}", { count: pieces(rest) })}
                </Button>
                <Button size="lg" variant="default" onClick={() => setOther(true)}>
                  {t("Another quantity")}
                </Button>
              </div>
            )}
            {receive.error && (
              <p role="alert" className="problem">
                {receive.error.message}
              </p>
            )}
          </>
        )
      )}
    </article>
  );
}
