import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useCurrency, useMoney } from "../parts/money.ts";
import { Time } from "../parts/small.tsx";
import { OrderSource } from "../parts/source.tsx";
import { pieces } from "../words.ts";
import type { OrderGroup } from "./board-groups.ts";
import { useMayOrder } from "./may-order.ts";
import { approvalWords, waitWords } from "./order-words.ts";

const mostLines = 4;

/** What goes to a supplier at once: whom, what, when and what it is worth. */
export function GroupCard({
  group,
  selected,
  onToggle,
  hasSource = true,
}: {
  group: OrderGroup;
  selected: (id: string) => boolean;
  onToggle(ids: readonly string[], isOn: boolean): void;
  /** Whether it says from whom it comes. */
  hasSource?: boolean;
}) {
  const { part } = useCatalogue();
  const amount = useMoney();
  const currency = useCurrency();
  const mayDecide = useMayOrder();
  const { orders, purchaseOrder } = group;
  const ids = orders.map(({ id }) => id);
  const shownLines = group.together === null ? orders.slice(0, mostLines) : orders;
  const isOn = ids.every(selected);
  const [first] = orders;
  const isOne = orders.length === 1;
  const problem = orders.find(({ dispatchProblem }) => dispatchProblem)?.dispatchProblem;
  const note = first!.state === "proposed" ? approvalWords(first!, currency) : waitWords(first!, currency);
  const title = isOne
    ? t("Order {number}", { number: first!.number })
    : purchaseOrder
      ? t("Purchase order {number}", { number: purchaseOrder.number })
      : group.together === "merged"
        ? t("{count} orders, merged", { count: orders.length })
        : t("{count} orders that go together", { count: orders.length });
  return (
    <article
      className={`order-card ${group.isLate ? "is-late" : ""} ${isOn ? "is-selected" : ""}`}
      aria-label={title}
    >
      <header>
        {mayDecide && first!.state !== "received" && (
          <Checkbox
            size="md"
            aria-label={t("Select {what}", { what: title })}
            checked={isOn}
            indeterminate={!isOn && ids.some(selected)}
            onChange={(event) => onToggle(ids, event.currentTarget.checked)}
          />
        )}
        {purchaseOrder && !isOne ? (
          <Link to="/purchase-orders/$id" params={{ id: purchaseOrder.id }}>
            <strong>{title}</strong>
          </Link>
        ) : isOne ? (
          <Link to="/orders/$id" params={{ id: first!.id }}>
            <strong>{title}</strong>
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        {group.isLate && <span className="tag tag-late">{t("late")}</span>}
        {group.isUrgent && <span className="tag tag-urgent">{t("urgent")}</span>}
      </header>
      {hasSource && (
        <div className="soft small-text">
          <OrderSource order={group} />
        </div>
      )}
      <ul className="order-card-lines">
        {shownLines.map((order) => {
          const own = part.get(order.partId);
          return (
            <li key={order.id}>
              {mayDecide && group.together !== null && (
                <Checkbox
                  size="md"
                  aria-label={t("Select {what}", { what: t("Order {number}", { number: order.number }) })}
                  checked={selected(order.id)}
                  onChange={(event) => onToggle([order.id], event.currentTarget.checked)}
                />
              )}
              <span className="order-card-part">
                {isOne ? (
                  own?.name
                ) : (
                  <Link to="/orders/$id" params={{ id: order.id }} className="plain-link">
                    {own?.name}
                  </Link>
                )}
              </span>
              <span className="number">{pieces(order.quantity, own?.unit)}</span>
            </li>
          );
        })}
        {orders.length > shownLines.length && (
          <li className="soft">{t("and {more} more", { more: orders.length - shownLines.length })}</li>
        )}
      </ul>
      {problem ? (
        <div className="order-card-note problem">{t("Not sent: {problem}", { problem })}</div>
      ) : (
        note && <div className="order-card-note">{note}</div>
      )}
      <footer>
        <Due group={group} />
        {group.supplierId !== null && <span className="number">{amount(group.value)}</span>}
      </footer>
    </article>
  );
}

function Due({ group: { orders, dueAt, isLate } }: { group: OrderGroup }) {
  const [first] = orders;
  if (first!.state === "received")
    return (
      <span className="soft">
        {t("received {time}", { time: <Time iso={first!.receivedAt ?? first!.updatedAt} /> })}
      </span>
    );
  if (dueAt)
    return <span className={isLate ? "problem" : ""}>{t("due {time}", { time: <Time iso={dueAt} /> })}</span>;
  if (first!.placeAt)
    return <span className="soft">{t("goes out {time}", { time: <Time iso={first!.placeAt} /> })}</span>;
  return <span className="soft">{t("ordered {time}", { time: <Time iso={first!.createdAt} /> })}</span>;
}
