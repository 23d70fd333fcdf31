import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { dateFormat, isoDayOf } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { Empty, useNow } from "../parts/small.tsx";
import { day as dayWords, pieces } from "../words.ts";
import { useAsked } from "./asked.ts";
import type { OrderRow } from "./order-rows.ts";
import { addDays, type Coming, comingOf, mondayOf, weekNumber } from "./week.ts";

const weekdays = dateFormat({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** What comes when, a week at a time, and before it what should have come. */
export function Calendar({ rows }: { rows: readonly OrderRow[] }) {
  const now = useNow();
  const today = isoDayOf(now);
  const navigate = useNavigate();
  const asked = useAsked("week");
  const monday = mondayOf(
    typeof asked === "string" && /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked))
      ? asked
      : today,
  );
  const coming = comingOf(rows, isoDayOf);
  const overdue = coming.filter(({ order }) => order.isLate);
  const thisMonday = mondayOf(today);
  const go = (week: string) =>
    void navigate({
      to: ".",
      replace: true,
      search: ((before: Record<string, unknown>) => {
        const { week: _week, ...others } = before;
        return week === thisMonday ? others : { ...others, week };
      }) as never,
    });
  const later = coming.filter(({ day }) => day >= addDays(monday, 7));
  const byName = new Map(rows.map((row) => [row.id, row]));
  return (
    <>
      <div className="week-head">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("The week before")}
          onClick={() => go(addDays(monday, -7))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <h2 aria-live="polite">
          {t("Week {week}, {from} to {to}", {
            week: weekNumber(monday),
            from: dayWords(monday),
            to: dayWords(addDays(monday, 6)),
          })}
        </h2>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("The week after")}
          onClick={() => go(addDays(monday, 7))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        {monday !== thisMonday && (
          <Button variant="subtle" onClick={() => go(thisMonday)}>
            {t("This week")}
          </Button>
        )}
      </div>
      {overdue.length > 0 && (
        <section className="week-late" aria-labelledby="week-late">
          <h3 id="week-late">
            {t("Should have come already")} <span className="order-count">{overdue.length}</span>
          </h3>
          <Deliveries coming={overdue} rows={byName} hasDay />
        </section>
      )}
      <div className="week">
        {Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => {
          const own = coming.filter((each) => each.day === day && !each.order.isLate);
          const isRest = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
          return (
            <section
              key={day}
              className={`week-day ${day === today ? "is-today" : ""} ${isRest ? "is-rest" : ""}`}
              aria-labelledby={`day-${day}`}
            >
              <h3 id={`day-${day}`}>
                {weekdays(new Date(`${day}T00:00:00Z`))}
                {day === today && <span className="tag">{t("today")}</span>}
              </h3>
              {own.length === 0 ? (
                <p className="soft small-text">{t("nothing")}</p>
              ) : (
                <Deliveries coming={own} rows={byName} />
              )}
            </section>
          );
        })}
      </div>
      {coming.length === 0 && (
        <Empty title={t("Nothing is to come")}>
          {t("An order stands here as soon as its supplier promised a day, or its lead time tells one.")}
        </Empty>
      )}
      {later.length > 0 && (
        <p className="soft">
          {t("{count, plural, one {# delivery comes later.} other {# deliveries come later.}}", {
            count: later.length,
          })}
        </p>
      )}
    </>
  );
}

function Deliveries({
  coming,
  rows,
  hasDay = false,
}: {
  coming: readonly Coming[];
  rows: ReadonlyMap<string, OrderRow>;
  hasDay?: boolean;
}) {
  return (
    <ul className="deliveries">
      {coming.map(({ order, quantity, day, isPromised }) => {
        const row = rows.get(order.id);
        return (
          <li key={`${order.id} ${day}`} className={isPromised ? "is-promised" : ""}>
            <Link to="/orders/$id" params={{ id: order.id }}>
              <strong>{pieces(quantity, row?.unit)}</strong> {row?.partName}
            </Link>
            <div className="soft small-text">
              {row?.sourceName} · {row?.locationName}
            </div>
            <div className="small-text">
              {hasDay && <span className="problem">{dayWords(day)} · </span>}
              {isPromised ? t("promised") : t("expected")}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
