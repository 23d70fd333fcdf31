import { useMemo } from "react";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { useNow } from "../parts/small.tsx";
import type { Selection } from "../table/use-selection.ts";
import { GroupCard } from "./board-card.tsx";
import { boardOf, type ColumnKey, columns, totalOf } from "./board-groups.ts";
import type { OrderRow } from "./order-rows.ts";

const names: Record<ColumnKey, string> = {
  approve: t("Waits for approval"),
  wait: t("Waits to go out"),
  sent: t("Sent"),
  confirmed: t("Confirmed"),
  coming: t("On its way"),
  part: t("Partly received"),
  done: t("Received lately"),
};
const nothing: Record<ColumnKey, string> = {
  approve: t("Nobody has to decide anything."),
  wait: t("Nothing waits."),
  sent: t("Every supplier has answered."),
  confirmed: t("Nothing is promised."),
  coming: t("Nothing is on the road."),
  part: t("Nothing came in part."),
  done: t("Nothing came in seven days."),
};
/** So many are drawn of a column; more are found in the list. */
const mostCards = 60;

/** What has to happen next, from left to right. */
export function Board({ orders, selection }: { orders: readonly OrderRow[]; selection: Selection }) {
  const now = useNow();
  const minute = Math.floor(now / 60_000);
  const board = useMemo(() => boardOf(orders, minute * 60_000), [orders, minute]);
  const amount = useMoney();
  const toggle = (ids: readonly string[], isOn: boolean) => {
    for (const id of ids) if (selection.has(id) !== isOn) selection.toggle(id, false);
  };
  return (
    // It may have to be scrolled sideways, also by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section className="order-board" aria-label={t("Orders by what has to happen next")} tabIndex={0}>
      {columns.map((key) => {
        const groups = board[key];
        const all = groups.flatMap((group) => group.orders);
        const value = totalOf(all);
        return (
          <section
            key={key}
            className={`order-column is-${key} ${groups.length === 0 ? "is-empty" : ""}`}
            aria-labelledby={`column-${key}`}
          >
            <div className="order-column-head">
              <h2 id={`column-${key}`}>
                {names[key]} <span className="order-count">{all.length}</span>
              </h2>
              {all.length > 0 && value !== null && value > 0 && (
                <span className="soft number">{amount(value)}</span>
              )}
            </div>
            {groups.length === 0 && <p className="soft small-text order-column-none">{nothing[key]}</p>}
            {groups.slice(0, mostCards).map((group) => (
              <GroupCard key={group.key} group={group} selected={selection.has} onToggle={toggle} />
            ))}
            {groups.length > mostCards && (
              <p className="soft small-text">
                {t("{more} more: choose List to see all of them.", { more: groups.length - mostCards })}
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
}
