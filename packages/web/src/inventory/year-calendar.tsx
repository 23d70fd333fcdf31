import { ActionIcon } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { dateFormat } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { day } from "../words.ts";

const dayMs = 86_400_000;
const monthNames = dateFormat({ month: "short", timeZone: "UTC" });

/** A year drawn day by day: on which a supplier takes orders, on which not, and its holidays. */
export function YearCalendar({
  orderingDays,
  holidays,
}: {
  /** 1 = Monday. */
  orderingDays: readonly number[];
  holidays: readonly string[];
}) {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const today = new Date().toISOString().slice(0, 10);
  const off = new Set(holidays);
  const own = holidays.filter((date) => date.startsWith(`${year}-`));
  return (
    <div className="year-calendar">
      <div className="year-calendar-head">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("The year before")}
          onClick={() => setYear(year - 1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <strong>{year}</strong>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("The next year")}
          onClick={() => setYear(year + 1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <span className="year-calendar-key">
          <span className="year-day year-day-on" /> {t("takes orders")}
          <span className="year-day" /> {t("takes none")}
          <span className="year-day year-day-off">×</span> {t("holiday")}
        </span>
      </div>
      <div
        className="year-months"
        role="img"
        aria-label={t(
          "The year {year}: {count, plural, =0 {no day off} one {# day off} other {# days off}}",
          {
            year: String(year),
            count: own.length,
          },
        )}
      >
        {Array.from({ length: 12 }, (_, month) => (
          <div key={monthNames(Date.UTC(year, month, 1))} className="year-month">
            <div className="year-month-name">{monthNames(Date.UTC(year, month, 1))}</div>
            <div className="year-days">
              {daysOfMonth(year, month).map(({ date, weekday, column }) => (
                <span
                  key={date}
                  title={off.has(date) ? `${day(date)}: ${t("holiday")}` : day(date)}
                  className={[
                    "year-day",
                    off.has(date) ? "year-day-off" : orderingDays.includes(weekday) ? "year-day-on" : "",
                    date === today ? "year-day-today" : "",
                  ].join(" ")}
                  style={column === undefined ? undefined : { gridColumnStart: column }}
                >
                  {off.has(date) ? "×" : ""}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

/** `column`: of the first one, Monday being 1. */
function daysOfMonth(year: number, month: number) {
  const first = Date.UTC(year, month, 1);
  const count = (Date.UTC(year, month + 1, 1) - first) / dayMs;
  return Array.from({ length: count }, (_, index) => {
    const moment = new Date(first + index * dayMs);
    const weekday = moment.getUTCDay() || 7;
    return {
      date: moment.toISOString().slice(0, 10),
      weekday,
      ...(index === 0 ? { column: weekday } : {}),
    };
  }) as { date: string; weekday: number; column?: number }[];
}
