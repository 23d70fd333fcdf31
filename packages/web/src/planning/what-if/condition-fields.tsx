import { SegmentedControl, Switch } from "@mantine/core";
import { t } from "../../language/language.ts";
import { NumberField, OptionalNumberField } from "../../parts/form/number-fields.tsx";
import { useCurrency } from "../../parts/money.ts";
import type { Conditions } from "./scenario.ts";

/** What holds for both policies: how long orders take, in which quantities, and what things cost. */
export function ConditionFields({
  value,
  onChange,
  hasCalendar,
  unit,
  leadTimeNote,
  problem,
}: {
  value: Conditions;
  onChange(change: Partial<Conditions>): void;
  hasCalendar: boolean;
  unit: string;
  leadTimeNote: string | undefined;
  problem(field: keyof Conditions): string | undefined;
}) {
  const currency = useCurrency() ?? t("money");
  const number = (field: NumberNames, label: string, description: string, decimals = 0) => (
    <NumberField
      label={label}
      description={description}
      decimals={decimals}
      value={value[field]}
      onChange={(next) => onChange({ [field]: next })}
      error={problem(field)}
    />
  );
  return (
    <section className="card card-section form" aria-label={t("Conditions")}>
      <h2 className="section-head">{t("Conditions")}</h2>
      <div className="form-row">
        {number("leadTimeDays", t("Lead time (days)"), leadTimeNote ?? t("From the order to the shelf"), 2)}
        {number(
          "leadTimeDeviation",
          t("Give or take (days)"),
          t("Standard deviation; 0: always the same"),
          2,
        )}
        {number("capacity", t("Fits in ({unit})", { unit }), t("At most"))}
      </div>
      <div className="form-row">
        {number("packSize", t("Pack ({unit})", { unit }), t("Pieces in one"))}
        {number("minimumOrderQuantity", t("Minimum order ({unit})", { unit }), t("0: none"))}
        {number("orderMultiple", t("Order multiple ({unit})", { unit }), t("1: none"))}
      </div>
      <div className="form-row">
        <OptionalNumberField
          label={t("Price ({currency} a piece)", { currency })}
          description={t("Empty: stock has no value")}
          decimals={6}
          value={value.unitPrice}
          onChange={(unitPrice) => onChange({ unitPrice })}
          error={problem("unitPrice")}
        />
        {number("holdingPercent", t("Holding stock (% a year)"), t("Of its value"), 2)}
        {number("orderCost", t("An order ({currency})", { currency }), t("Whatever its quantity"), 2)}
      </div>
      <div className="file-line">
        <span className="soft" id="unmet">
          {t("What is not there:")}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="unmet"
          data={[
            { value: "backordered", label: t("is waited for") },
            { value: "lost", label: t("is taken elsewhere") },
          ]}
          value={value.unmet}
          onChange={(unmet) => onChange({ unmet: unmet as Conditions["unmet"] })}
        />
        {hasCalendar && (
          <Switch
            label={t("Order only when the supplier takes orders")}
            disabled={!knowsCalendars}
            description={knowsCalendars ? undefined : t("This browser is too old for calendars: update it.")}
            checked={value.usesCalendar && knowsCalendars}
            onChange={(event) => onChange({ usesCalendar: event.currentTarget.checked })}
          />
        )}
      </div>
    </section>
  );
}

type NumberNames = Exclude<keyof Conditions, "unitPrice" | "unmet" | "usesCalendar">;

/** Time zones and clock changes are calculated with the language's own calendar. */
export const knowsCalendars = "Temporal" in globalThis;
