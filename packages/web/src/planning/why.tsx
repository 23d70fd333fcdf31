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
      ? t("{share} of the order cycles go without a stock-out", { share: percent(service.level) })
      : t("{share} of the pieces come from the shelf", { share: percent(service.level) });
  const { days, mean, standardDeviation } = leadTimeDemand;
  return (
    <section aria-label={t("Why this reorder point")}>
      <h3 className="plan-head">
        {t("Why reorder at {reorderPoint}", { reorderPoint: figure(reorderPoint, unit) })}
      </h3>
      <p className="plan-text">
        {t(
          "Until an order is here, {count, plural, one {{days} day passes} other {{days} days pass}}, and {mean} are used in it on average, give or take {standardDeviation}.",
          {
            count: days,
            days: figure(days),
            mean: figure(mean, unit),
            standardDeviation: figure(standardDeviation),
          },
        )}{" "}
        {safetyStock !== null &&
          safetyStock > 0 &&
          t("The safety stock is {safetyStock}.", { safetyStock: figure(safetyStock, unit) })}{" "}
        {reorderPoint < mean &&
          t(
            "It is less than that, since {averageOrder} come at once: what is short now and then before an order arrives is little beside it.",
            { averageOrder: figure(recommended.averageOrder, unit) },
          )}{" "}
        {recommended.reachesService
          ? t("So {wanted}.", { wanted })
          : t("So as much is served as this location can: {share} of the pieces; wanted is that {wanted}.", {
              share: percent(recommended.fillRate),
              wanted,
            })}
      </p>
    </section>
  );
}

/** When the stock will be gone, in words. */
export function runOutWords(runOut: PlanDetails["runOut"]): string {
  if (!runOut) return t("not known");
  if (!runOut.expected) return t("not within two years");
  const latest = runOut.latest ? day(runOut.latest) : t("later than two years");
  return t("{expected} ({earliest} to {latest})", {
    expected: day(runOut.expected),
    earliest: runOut.earliest ? day(runOut.earliest) : "–",
    latest,
  });
}
