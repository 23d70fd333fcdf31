import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { useWholeMoney } from "../parts/money.ts";
import { Failed } from "../parts/small.tsx";
import { measure, percent, pieces } from "../words.ts";
import { historyQuery, type OverviewHistory, useRenewed } from "./queries.ts";
import { chartDays, usualDays } from "./search.ts";
import { TrendChart } from "./trend-chart.tsx";

const dayWords: Record<(typeof chartDays)[number], string> = {
  30: t("30 days"),
  90: t("90 days"),
  365: t("1 year"),
};

/** How stock and service went, and where they are now. */
export function Trends({ site }: { site: string | undefined }) {
  const { days = usualDays } = useSearch({ from: "/inside/" });
  const navigate = useNavigate({ from: "/" });
  const history = useQuery(historyQuery(site, days));
  useRenewed("overview-history", 10_000);
  return (
    <section aria-label={t("Over time")} className="trends">
      <div className="trends-head">
        <h2>{t("Over time")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t("Time that is shown")}
          data={chartDays.map((each) => ({ value: String(each), label: dayWords[each] }))}
          value={String(days)}
          onChange={(next) =>
            void navigate({
              search: (before) => ({ ...before, days: Number(next) }),
              resetScroll: false,
              replace: true,
            })
          }
        />
      </div>
      {history.error && !history.data ? (
        <Failed error={history.error} onAgain={() => history.refetch()} />
      ) : history.data ? (
        <Cards history={history.data} />
      ) : (
        <div className="trends-place" role="status" aria-label={t("Loading")} />
      )}
    </section>
  );
}

function Cards({ history: { items, total, present } }: { history: OverviewHistory }) {
  const money = useWholeMoney();
  const short = useWholeMoney(true);
  const today = new Date().toISOString().slice(0, 10);
  const dates = items.map(({ date }) => date);
  const lowest = Math.min(1, ...items.map(({ serviceLevel }) => serviceLevel ?? 1));
  return (
    <div className="trend-cards">
      <article className="card trend">
        <h3>{t("Value of stock")}</h3>
        <p className="trend-figure">{present.stockValue === null ? "–" : money(present.stockValue)}</p>
        <p className="soft small-text">{valueNote(present)}</p>
        <TrendChart
          dates={[...dates, today]}
          values={[...items.map(({ stockValue }) => stockValue), present.stockValue]}
          kind="line"
          colour="chart-1"
          label={t("Value of stock by day")}
          write={short}
        />
      </article>
      <article className="card trend">
        <h3>{t("Service level")}</h3>
        <p className="trend-figure">{percent(total.serviceLevel ?? present.inStock)}</p>
        <p className="soft small-text">
          {total.serviceLevel === null
            ? t("of the locations have stock now")
            : t("of the time something was there; now {share} of the locations have stock", {
                share: percent(present.inStock),
              })}
        </p>
        <TrendChart
          dates={dates}
          values={items.map(({ serviceLevel }) => serviceLevel)}
          kind="line"
          colour="chart-3"
          label={t("Share of the time with stock by day")}
          write={percent}
          range={[Math.max(0, lowest - 0.02), 1]}
        />
      </article>
      <article className="card trend">
        <h3>{t("Stock-outs")}</h3>
        <p className="trend-figure">{pieces(items.length > 0 ? total.stockOuts : present.empty)}</p>
        <p className="soft small-text">
          {items.length === 0
            ? t("{empty, plural, one {location is} other {locations are}} empty now", {
                empty: present.empty,
              })
            : t(
                "times a location was empty on a day, {hours} in all; now {empty, plural, one {# is} other {# are}} empty",
                {
                  hours: measure(total.emptyHours, t("hours"), 0),
                  empty: present.empty,
                },
              )}
        </p>
        <TrendChart
          dates={dates}
          values={items.map(({ stockOuts }) => stockOuts)}
          kind="bars"
          colour="chart-2"
          label={t("Locations that were empty, by day")}
          write={(value) => pieces(value)}
        />
      </article>
      <article className="card trend">
        <h3>{t("Orders")}</h3>
        <p className="trend-figure">{pieces(total.ordersPlaced + present.ordersPlaced)}</p>
        <p className="soft small-text">{arrivedWords({ total, present })}</p>
        <TrendChart
          dates={[...dates, today]}
          values={[...items, present].map(({ ordersPlaced }) => ordersPlaced)}
          kind="bars"
          colour="chart-4"
          label={t("Orders placed by day")}
          write={(value) => pieces(value)}
        />
      </article>
    </div>
  );
}

function valueNote({ withoutPrice, unknown }: OverviewHistory["present"]): React.ReactNode {
  if (withoutPrice > 0)
    return t(
      "{withoutPrice, plural, one {# location} other {# locations}} without a price not counted: <link>give prices</link>",
      { withoutPrice, link: (words) => <Link to="/inventory/parts">{words}</Link> },
    );
  if (unknown > 0)
    return t("{unknown, plural, one {# location} other {# locations}} with an unknown level not counted", {
      unknown,
    });
  return t("at the prices of the first suppliers");
}

function arrivedWords({ total, present }: Pick<OverviewHistory, "total" | "present">): string {
  const onTime = total.ordersOnTime + present.ordersOnTime;
  const late = total.ordersLate + present.ordersLate;
  if (onTime + late === 0) return t("placed; none has arrived yet");
  return t("placed; {share} of those that arrived were on time, {late} late", {
    share: percent(onTime / (onTime + late)),
    late: pieces(late),
  });
}
