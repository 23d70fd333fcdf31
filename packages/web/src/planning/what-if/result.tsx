import type { Comparison, Simulation } from "@refill/replenishment";
import { t } from "../../language/language.ts";
import { useWholeMoney } from "../../parts/money.ts";
import { Empty } from "../../parts/small.tsx";
import { pieces } from "../../words.ts";
import { figure, percent, points, signed } from "../words.ts";
import { CourseChart } from "./course-chart.tsx";
import type { Replay } from "./scenario.ts";

/** Both policies side by side, and what happened over time. */
export function Result({ result, unit, isWaiting }: { result: Replay; unit: string; isWaiting: boolean }) {
  const { present, proposed, difference } = result;
  const any = proposed ?? present;
  if (!any)
    return (
      <Empty title={t("Nothing is replayed yet")}>
        {t("Enter what is marked above, and choose a policy: the result is shown at once.")}
      </Empty>
    );
  if (any.days === 0)
    return <Empty title={t("There is no demand to replay")}>{t("Choose a longer time.")}</Empty>;
  return (
    <section
      className="card card-section form"
      aria-label={t("Result")}
      aria-busy={isWaiting}
      style={isWaiting ? { opacity: 0.6 } : undefined}
    >
      <h2 className="section-head">{t("What would have been")}</h2>
      {difference && present && proposed && (
        <p className="what-happens" role="status">
          <Sentence difference={difference} proposed={proposed} unit={unit} />
        </p>
      )}
      <CourseChart present={present} proposed={proposed} unit={unit} />
      <Figures present={present} proposed={proposed} unit={unit} />
      <p className="soft small-text" style={{ margin: 0 }}>
        {t("{days, plural, one {# day} other {# days}}, {demand} used.", {
          days: any.days,
          demand: pieces(any.demand, unit),
        })}{" "}
        {any.missingDays > 0 &&
          t(
            "{missingDays} of the days are not known: for each stands the same weekday of the nearest known week.",
            { missingDays: pieces(any.missingDays) },
          )}{" "}
        {any.stockValue === null && t("Without a price, holding stock costs nothing here.")}{" "}
        {t("Each policy begins with as much as it orders up to.")}
      </p>
    </section>
  );
}

function Sentence({
  difference,
  proposed,
  unit,
}: {
  difference: Comparison["difference"];
  proposed: Simulation;
  unit: string;
}) {
  const money = useWholeMoney();
  const share = difference.averageStockShare;
  const size = percent(Math.abs(share ?? 0));
  const stock =
    share === null || Math.abs(share) < 0.005
      ? t("as much stock")
      : share < 0
        ? t("{size} less stock", { size })
        : t("{size} more stock", { size });
  const cost = difference.costPerYear;
  const amount = money(Math.abs(cost));
  const saved =
    Math.abs(cost) < 0.5
      ? t("It would cost as much.")
      : cost < 0
        ? t("It would save {amount} a year.", { amount })
        : t("It would cost {amount} more a year.", { amount });
  return (
    <>
      {t("The proposed policy holds {stock} ({averageStock} on average), with {outs} and {orders}.", {
        stock,
        averageStock: figure(proposed.averageStock, unit),
        outs: moreOuts(difference.stockOutDays),
        orders: moreOrders(difference.orders),
      })}{" "}
      {saved}
    </>
  );
}

function moreOuts(difference: number): string {
  const count = Math.abs(difference);
  if (count === 0) return t("as many stock-out days");
  return difference < 0
    ? t("{count, plural, one {# stock-out day} other {# stock-out days}} fewer", { count })
    : t("{count, plural, one {# stock-out day} other {# stock-out days}} more", { count });
}

function moreOrders(difference: number): string {
  const count = Math.abs(difference);
  if (count === 0) return t("as many orders");
  return difference < 0
    ? t("{count, plural, one {# order} other {# orders}} fewer", { count })
    : t("{count, plural, one {# order} other {# orders}} more", { count });
}

interface Row {
  name: string;
  value(simulation: Simulation): number | null;
  write(value: number): string;
  /** How a difference is written; left out: as the value. */
  writeDifference?(value: number): string;
  /** Which is better; left out: neither. */
  better?: "more" | "less";
}

function Figures({
  present,
  proposed,
  unit,
}: {
  present: Simulation | null;
  proposed: Simulation | null;
  unit: string;
}) {
  const money = useWholeMoney();
  const rows: Row[] = [
    {
      name: t("Pieces from the shelf"),
      value: ({ fillRate }) => fillRate,
      write: percent,
      writeDifference: points,
      better: "more",
    },
    {
      name: t("Cycles without a stock-out"),
      value: ({ cycleService }) => cycleService,
      write: percent,
      writeDifference: points,
      better: "more",
    },
    { name: t("Stock-out days"), value: ({ stockOutDays }) => stockOutDays, write: pieces, better: "less" },
    {
      name: t("Not there when wanted"),
      value: ({ unmet }) => unmet,
      write: (value) => pieces(value, unit),
      better: "less",
    },
    {
      name: t("Average stock"),
      value: ({ averageStock }) => averageStock,
      write: (value) => figure(value, unit),
      better: "less",
    },
    { name: t("Its value"), value: ({ stockValue }) => stockValue, write: money, better: "less" },
    {
      name: t("Highest stock"),
      value: ({ maximumStock }) => maximumStock,
      write: (value) => pieces(value, unit),
    },
    { name: t("Orders"), value: ({ orders }) => orders, write: pieces, better: "less" },
    { name: t("of them urgent"), value: ({ urgentOrders }) => urgentOrders, write: pieces, better: "less" },
    { name: t("Cost of orders"), value: ({ cost }) => cost.orders, write: money, better: "less" },
    {
      name: t("Cost of holding stock"),
      value: ({ cost, stockValue }) => (stockValue === null ? null : cost.holding),
      write: money,
      better: "less",
    },
    { name: t("Cost a year"), value: ({ cost }) => cost.perYear, write: money, better: "less" },
  ];
  return (
    <table className="outlook comparison">
      <thead>
        <tr>
          <td />
          {present && <th scope="col">{t("Today")}</th>}
          {proposed && <th scope="col">{t("Proposed")}</th>}
          {present && proposed && <th scope="col">{t("Difference")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, write, writeDifference = write, better }) => {
          const [before, after] = [present && value(present), proposed && value(proposed)];
          const difference = before === null || after === null ? null : after - before;
          const shown = difference === null ? "–" : signed(difference, writeDifference);
          const gain = difference === null || !better ? 0 : better === "more" ? difference : -difference;
          const isSame = shown.startsWith("±") || gain === 0;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {present && <td>{before === null ? t("not known") : write(before)}</td>}
              {proposed && <td>{after === null ? t("not known") : write(after)}</td>}
              {present && proposed && (
                <td className={isSame ? "" : gain > 0 ? "better" : "worse"}>{shown}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
