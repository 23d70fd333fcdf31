import { Link } from "@tanstack/react-router";
import { isoDayOf } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { orderWords, pieces } from "../words.ts";
import { dayWords } from "./days.ts";
import { FirstOf, OverviewCard } from "./overview-card.tsx";
import type { Attention, ComingDay } from "./queries.ts";

const mostDays = 4;
const mostOrders = 4;

/** What is on its way, by the day on which it is expected. */
export function Coming({ coming: { total, days }, now }: { coming: Attention["coming"]; now: number }) {
  return (
    <OverviewCard title={t("On its way")} count={total}>
      {days.length === 0 ? (
        <p className="soft overview-none">{t("No order is open.")}</p>
      ) : (
        <FirstOf items={gathered(days, isoDayOf(now))} most={mostDays}>
          {(shown) => shown.map((day) => <Day key={day.date} day={day} now={now} />)}
        </FirstOf>
      )}
    </OverviewCard>
  );
}

type Gathered = ComingDay & { isOverdue: boolean };

/** What should have come before today stands together, first. */
function gathered(days: readonly ComingDay[], today: string): Gathered[] {
  const overdue = days.filter(({ date }) => date < today);
  const rest = days.filter(({ date }) => date >= today).map((day) => ({ ...day, isOverdue: false }));
  const [first] = overdue;
  if (!first) return rest;
  const one: Gathered = {
    date: first.date,
    count: overdue.reduce((sum, { count }) => sum + count, 0),
    orders: overdue.flatMap(({ orders }) => orders),
    isOverdue: true,
  };
  return [one, ...rest];
}

function Day({ day: { date, count, orders, isOverdue }, now }: { day: Gathered; now: number }) {
  return (
    <div className="coming-day">
      <h3 className={isOverdue ? "coming-overdue" : ""}>
        {isOverdue ? t("Overdue") : dayWords(date, now)}
        <span className="soft"> {t("{count, plural, one {# order} other {# orders}}", { count })}</span>
      </h3>
      <FirstOf items={orders} most={mostOrders}>
        {(shown) => (
          <ul className="overview-list">
            {shown.map((order) => (
              <li key={order.id} className="overview-item">
                <span className="waiting-words">
                  <Link to="/orders/$id" params={{ id: order.id }}>
                    {t("{quantity} of {part}", {
                      quantity: pieces(order.pieces, order.unit ?? ""),
                      part: order.partName,
                    })}
                  </Link>
                  <span className="soft small-text">
                    {t("for {place} from {source}", {
                      place: order.locationName,
                      source: order.supplierName ?? order.sourceName ?? "–",
                    })}
                  </span>
                </span>
                <span className="tag nowrap">{orderWords[order.state]}</span>
              </li>
            ))}
          </ul>
        )}
      </FirstOf>
    </div>
  );
}
