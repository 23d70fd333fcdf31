import { t } from "../language/language.ts";
import { day } from "../words.ts";
import type { PlanDetails } from "./queries.ts";
import { figure, percent } from "./words.ts";

/** Why this reorder point: the demand that must be covered, and what is kept for safety. */
export function Why({ plan, unit }: { plan: PlanDetails; unit: string }) {
  const { reorderPoint, safetyStock, leadTimeDemand, service, recommended } = plan;
  if (reorderPoint === null || !recommended) return null;
  const wanted =
    service.measure === "cycle"
      ? `${percent(service.level)} of the order cycles go without a stock-out`
      : `${percent(service.level)} of the pieces come from the shelf`;
  const { days, mean, standardDeviation } = leadTimeDemand;
  return (
    <section aria-label={t("Why this reorder point")}>
      <h3 className="plan-head">
        {t("Why reorder at {reorderPoint}", { reorderPoint: figure(reorderPoint, unit) })}
      </h3>
      <p className="plan-text">
        {t(
          "Until an order is here, {days} {value}, and {mean} are used in it on average, give or take {standardDeviation}.{safetyStock}",
          {
            days: figure(days),
            value: days === 1 ? "day passes" : "days pass",
            mean: figure(mean, unit),
            standardDeviation: figure(standardDeviation),
            safetyStock:
              safetyStock !== null && safetyStock > 0 && ` The safety stock is ${figure(safetyStock, unit)}.`,
          },
        )}
        {reorderPoint < mean &&
          t(
            " It is less than that, since {averageOrder} come at once: what is short now and then before an order arrives is little beside it.",
            { averageOrder: figure(recommended.averageOrder, unit) },
          )}{" "}
        {t("So {value}", {
          value: recommended.reachesService
            ? `${wanted}.`
            : `as much is served as this location can: ${percent(recommended.fillRate)} of the pieces; wanted is that ${wanted}.`,
        })}
      </p>
    </section>
  );
}

/** When the stock will be gone, in words. */
export function runOutWords(runOut: PlanDetails["runOut"]): string {
  if (!runOut) return "not known";
  if (!runOut.expected) return "not within two years";
  const latest = runOut.latest ? day(runOut.latest) : "later than two years";
  return `${day(runOut.expected)} (${runOut.earliest ? day(runOut.earliest) : "–"} to ${latest})`;
}
