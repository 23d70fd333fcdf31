import { Link } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { Empty, Time } from "../parts/small.tsx";
import type { Selection } from "../table/use-selection.ts";
import { inOrder, isOpen } from "../words.ts";
import { GroupCard } from "./board-card.tsx";
import { groupsOf, totalOf } from "./board-groups.ts";
import type { OrderRow } from "./order-rows.ts";

/** What is open at each supplier, and in each store that transfers come from. */
export function BySupplier({ rows, selection }: { rows: readonly OrderRow[]; selection: Selection }) {
  const amount = useMoney();
  const open = rows.filter(isOpen);
  const sources = [...Map.groupBy(open, (order) => order.supplierId ?? `${order.sourceLocationId}`)]
    .map(([key, orders]) => ({ key, name: orders[0]!.sourceName, orders, supplierId: orders[0]!.supplierId }))
    .sort((a, b) => inOrder(a.name, b.name));
  if (sources.length === 0) return <Empty title={t("Nothing is on order")} />;
  const toggle = (ids: readonly string[], isOn: boolean) => {
    for (const id of ids) if (selection.has(id) !== isOn) selection.toggle(id, false);
  };
  return sources.map(({ key, name, orders, supplierId }) => {
    const late = orders.filter(({ isLate }) => isLate).length;
    const waiting = orders.filter(({ state }) => state === "dispatched").length;
    const dues = orders.flatMap(({ dueAt }) => dueAt ?? []).sort();
    return (
      <section key={key} className="supplier-orders" aria-labelledby={`from-${key}`}>
        <div className="supplier-orders-head">
          <h2 id={`from-${key}`}>
            {supplierId === null ? (
              t("Transfers from {name}", { name })
            ) : (
              <Link to="/inventory/suppliers/$id" params={{ id: supplierId }}>
                {name}
              </Link>
            )}
          </h2>
          <span className="soft">
            {t("{count, plural, one {# open order} other {# open orders}}", { count: orders.length })}
            {supplierId !== null && ` · ${amount(totalOf(orders))}`}
            {waiting > 0 && ` · ${t("{waiting} not answered", { waiting })}`}
          </span>
          {late > 0 && <span className="tag tag-late">{t("{late} late", { late })}</span>}
          {dues[0] && <span className="soft">{t("next due {time}", { time: <Time iso={dues[0]} /> })}</span>}
        </div>
        <div className="supplier-orders-cards">
          {groupsOf(orders).map((group) => (
            <GroupCard
              key={group.key}
              group={group}
              selected={selection.has}
              onToggle={toggle}
              hasSource={false}
            />
          ))}
        </div>
      </section>
    );
  });
}
