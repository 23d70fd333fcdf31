import { Select } from "@mantine/core";
import type { Policy } from "../api/client.ts";
import { t } from "../language/language.ts";
import { TimeField, WeekdayChoice } from "../parts/form/calendar-fields.tsx";
import { WhatHappens } from "../parts/form/form.tsx";
import { NumberField, withUnit } from "../parts/form/number-fields.tsx";
import { isComplete, policyAdvice, policyCounts, policyOfKind } from "../policy-kinds.ts";
import { policyNames, policySentence } from "../policy-words.ts";

/** When and how much is ordered: the kind of policy, its numbers, and what will happen by them. */
export function PolicyFields({
  value,
  onChange,
  unit,
  packSize,
  none,
  noneSentence,
  problem,
}: {
  value: Policy | null;
  onChange(policy: Policy | null): void;
  unit: string;
  packSize: number;
  /** What it means to have none here. */
  none: string;
  noneSentence: string;
  problem(name: string): string | undefined;
}) {
  return (
    <>
      <Select
        label={t("Policy")}
        data={[
          { value: "none", label: none },
          ...Object.entries(policyNames).map(([kind, label]) => ({ value: kind, label })),
        ]}
        value={value?.kind ?? "none"}
        allowDeselect={false}
        description={value ? policyAdvice[value.kind] : undefined}
        error={problem("policy.kind")}
        onChange={(kind) =>
          onChange(kind === "none" ? null : policyOfKind(kind as Policy["kind"], value, packSize))
        }
      />
      {value && <Numbers policy={value} unit={unit} onChange={onChange} problem={problem} />}
      <WhatHappens>
        {!value
          ? noneSentence
          : isComplete(value)
            ? policySentence(value, unit)
            : t("Enter the numbers to see what will happen.")}
      </WhatHappens>
    </>
  );
}

function Numbers({
  policy,
  unit,
  onChange,
  problem,
}: {
  policy: Policy;
  unit: string;
  onChange(policy: Policy): void;
  problem(name: string): string | undefined;
}) {
  const numbers = policy as unknown as Record<string, number>;
  return (
    <>
      <div className="form-row">
        {policyCounts[policy.kind].map(({ field, label, description, unit: own }) => (
          <NumberField
            key={field}
            label={withUnit(label, own ?? unit)}
            description={description}
            value={numbers[field] ?? Number.NaN}
            onChange={(count) => onChange({ ...policy, [field]: count } as Policy)}
            error={problem(`policy.${field}`)}
          />
        ))}
      </div>
      {policy.kind === "periodic" && (
        <div className="form-row">
          <WeekdayChoice
            label={t("Looked at on")}
            value={policy.days}
            onChange={(days) => onChange({ ...policy, days })}
            error={problem("policy.days")}
          />
          <TimeField
            label={t("At")}
            description={t("In the site's time zone")}
            value={policy.at}
            onChange={(at) => onChange({ ...policy, at: at ?? "" })}
            error={problem("policy.at")}
          />
        </div>
      )}
    </>
  );
}
