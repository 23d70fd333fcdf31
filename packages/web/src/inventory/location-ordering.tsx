import type { Location } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormSection } from "../parts/form/form.tsx";
import { NumberField, withUnit } from "../parts/form/number-fields.tsx";
import type { FormState } from "../parts/form/use-form.ts";
import { termsOf } from "../parts/source.tsx";
import { policySentence } from "../policy-words.ts";
import type { LocationValues } from "./location.tsx";
import { PolicyFields } from "./policy-fields.tsx";
import { SourceFields } from "./source-fields.tsx";

/** When it is refilled, and from where. */
export function LocationOrdering({
  form,
  location,
}: {
  form: FormState<LocationValues>;
  location: Location | undefined;
}) {
  const { values, set, problem } = form;
  const part = useCatalogue().part.get(values.partId);
  const unit = part?.unit ?? "";
  const packSize = termsOf(values, part)?.packSize ?? 1;
  return (
    <>
      <FormSection title={t("When it is refilled")}>
        <PolicyFields
          value={values.policy}
          onChange={(policy) => set({ policy })}
          unit={unit}
          packSize={packSize}
          none={part?.policy ? t("The part's policy") : t("None")}
          noneSentence={
            part?.policy
              ? policySentence(part.policy, unit)
              : "The part has no policy either: Refill only watches, and people order by hand."
          }
          problem={problem}
        />
        <div className="form-row">
          <NumberField
            label={withUnit("Safety stock", unit)}
            description={t("Below it an order is urgent; 0: none")}
            value={values.safetyStock}
            onChange={(safetyStock) => set({ safetyStock })}
            error={problem("safetyStock")}
          />
          <NumberField
            decimals={2}
            label={t("Hours between orders")}
            description={t("So long it does not order again; 0: at once")}
            value={values.minimumHoursBetweenOrders}
            onChange={(minimumHoursBetweenOrders) => set({ minimumHoursBetweenOrders })}
            error={problem("minimumHoursBetweenOrders")}
          />
        </div>
      </FormSection>
      <FormSection title={t("From where it is refilled")}>
        <SourceFields
          value={values.source}
          onChange={(source) => set({ source })}
          part={part}
          locationId={location?.id}
          problem={problem}
        />
      </FormSection>
    </>
  );
}
