import { Link } from "@tanstack/react-router";
import type { Part } from "../api/client.ts";
import { useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { pieces } from "../words.ts";

/** Who supplies a part, by priority, in what quantities and at what prices. */
export function PartSupplies({ part }: { part: Part }) {
  const { supplier } = useCatalogue();
  const money = useMoney();
  const manages = useMay("manage-inventory");
  return (
    <section className="card card-section" aria-label={t("Suppliers")}>
      <h2 className="section-head">{t("Suppliers")}</h2>
      {part.supplies.length === 0 && (
        <p className="problem">
          {t("Nobody supplies it, so nothing of it can be ordered.")}{" "}
          {manages && (
            <Link to="/inventory/parts/$id" params={{ id: part.id }}>
              {t("Add a supplier")}
            </Link>
          )}
        </p>
      )}
      <ol className="supplies">
        {part.supplies.map((supply, index) => {
          const own = supplier.get(supply.supplierId);
          const days = supply.leadTimeDays ?? own?.leadTimeDays ?? 0;
          return (
            <li key={supply.supplierId}>
              <div>
                <Link to="/inventory/suppliers/$id" params={{ id: supply.supplierId }}>
                  <strong>{own?.name ?? t("removed")}</strong>
                </Link>{" "}
                <span className="soft small-text">
                  {index === 0 ? t("is ordered from") : t("alternative {number}", { number: index })}
                </span>
              </div>
              <div className="soft small-text">
                {[
                  supply.partNumber ? t("its number {number}", { number: supply.partNumber }) : "",
                  t("{days, plural, one {# day} other {# days}} to deliver", { days }),
                  supply.packSize > 1
                    ? t("packs of {pieces}", { pieces: pieces(supply.packSize, part.unit) })
                    : "",
                  supply.minimumOrderQuantity > 0
                    ? t("at least {pieces}", { pieces: pieces(supply.minimumOrderQuantity, part.unit) })
                    : "",
                ]
                  .filter((words) => words !== "")
                  .join(" · ")}
              </div>
              {supply.prices.length > 0 && (
                <table className="price-table">
                  <caption className="visually-hidden">
                    {t("Prices of {name}", { name: own?.name ?? "" })}
                  </caption>
                  <tbody>
                    {supply.prices.map(({ fromQuantity, price }) => (
                      <tr key={fromQuantity}>
                        <th scope="row">{t("from {pieces}", { pieces: pieces(fromQuantity, part.unit) })}</th>
                        <td>{money(price)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
