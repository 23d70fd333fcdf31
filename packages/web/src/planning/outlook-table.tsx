import { t } from "../language/language.ts";
import { useWholeMoney } from "../parts/money.ts";
import { policyShort } from "../policy-words.ts";
import { pieces } from "../words.ts";
import type { Outlook } from "./queries.ts";
import { figure, percent } from "./words.ts";

/** What is to be expected of the present policy and of the recommended one, side by side. */
export function OutlookTable({
  present,
  recommended,
  unit,
}: {
  present: Outlook | null;
  recommended: Outlook;
  unit: string;
}) {
  const whole = useWholeMoney();
  const rows: [string, (outlook: Outlook) => string][] = [
    [t("Policy"), ({ policy }) => policyShort(policy)],
    [t("Safety stock"), ({ safetyStock }) => pieces(safetyStock, unit)],
    [t("Pieces from the shelf"), ({ fillRate }) => percent(fillRate)],
    [t("Cycles without a stock-out"), ({ cycleService }) => percent(cycleService)],
    [t("Stock-outs a year"), ({ stockOutsPerYear }) => figure(stockOutsPerYear)],
    [t("Average stock"), ({ averageStock }) => figure(averageStock, unit)],
    [t("Its value"), ({ stockValue }) => whole(stockValue)],
    [
      t("Orders a year"),
      ({ ordersPerYear, averageOrder }) =>
        t("{orders} of {quantity}", { orders: figure(ordersPerYear), quantity: figure(averageOrder) }),
    ],
    [t("Cost a year, parts included"), ({ costPerYear }) => whole(costPerYear)],
  ];
  return (
    <section aria-label={t("Expected figures")}>
      <h3 className="plan-head">{t("What is to be expected")}</h3>
      <table className="outlook">
        <thead>
          <tr>
            <td />
            {present && <th scope="col">{t("Now")}</th>}
            <th scope="col">{t("Recommended")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {present && <td>{value(present)}</td>}
              <td>{value(recommended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {present && !present.reachesService && recommended.reachesService && (
        <p className="problem">{t("The present policy does not reach the wanted service.")}</p>
      )}
    </section>
  );
}
