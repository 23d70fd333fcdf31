import { useNavigate } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { useWholeMoney } from "../parts/money.ts";
import { pieces } from "../words.ts";
import type { PlanningMatrix } from "./queries.ts";
import { type LocationSearch, valueClasses, variationClasses } from "./search.ts";

const valueWords = {
  A: t("80% of the value used"),
  B: t("the next 15%"),
  C: t("the last 5%"),
};
const variationWords = { X: t("even use"), Y: t("varies"), Z: t("varies much") };

/** How many locations there are of each class and what they are worth; a click shows those of a class. */
export function Matrix({ cells, chosen }: { cells: PlanningMatrix["cells"]; chosen: LocationSearch }) {
  const money = useWholeMoney(true);
  const navigate = useNavigate();
  const most = Math.max(1, ...cells.map(({ locations }) => locations));
  return (
    <section className="card card-section" aria-label={t("ABC and XYZ classes")}>
      <strong>{t("ABC and XYZ")}</strong>
      <div className="soft small-text">
        {t(
          "By the value of what is used in a year, and by how evenly it is used. Click to see the locations.",
        )}
      </div>
      <table className="matrix">
        <thead>
          <tr>
            <td />
            {variationClasses.map((variation) => (
              <th key={variation} scope="col">
                {variation} <span className="soft">{variationWords[variation]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {valueClasses.map((value) => (
            <tr key={value}>
              <th scope="row">
                {value} <span className="soft">{valueWords[value]}</span>
              </th>
              {variationClasses.map((variation) => {
                const cell = cells.find((each) => each.value === value && each.variation === variation);
                const isChosen = chosen.value === value && chosen.variation === variation;
                const count = cell?.locations ?? 0;
                return (
                  <td key={variation}>
                    <button
                      type="button"
                      className="matrix-cell"
                      aria-pressed={isChosen}
                      style={{ "--share": count / most } as React.CSSProperties}
                      onClick={() =>
                        void navigate({
                          to: "/planning/locations",
                          search: isChosen ? {} : { value, variation },
                        })
                      }
                    >
                      <span className="visually-hidden">
                        {t("{value}{variation}: {count} locations", { value, variation, count })}
                      </span>
                      <strong aria-hidden>{pieces(count)}</strong>
                      <span className="soft small-text" title={t("Used in a year")}>
                        {cell ? t("{valuePerYear} used", { valuePerYear: money(cell.valuePerYear) }) : ""}
                      </span>
                      <span className="soft small-text" title={t("Average stock with the present policies")}>
                        {cell ? t("{stockValue} stock", { stockValue: money(cell.stockValue) }) : ""}
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
