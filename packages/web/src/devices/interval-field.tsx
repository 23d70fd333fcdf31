import { NumberInput, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { t } from "../language/language.ts";
import { measure } from "../words.ts";

/** A length of time in minutes or hours; `range`: seconds that the device takes, null where devices differ. */
export function IntervalField({
  seconds,
  range,
  onChange,
  error,
}: {
  seconds: number;
  range: { minimum: number; maximum: number; step: number } | null;
  onChange(seconds: number): void;
  error?: React.ReactNode;
}) {
  const [unit, setUnit] = useState(seconds >= 7200 && seconds % 3600 === 0 ? 3600 : 60);
  return (
    <div className="interval-field">
      <NumberInput
        label={t("Sends every")}
        description={
          range &&
          t("From {least} to {most} minutes", {
            least: measure(range.minimum / 60, "", 0),
            most: measure(range.maximum / 60, "", 0),
          })
        }
        min={1}
        value={Math.round((seconds / unit) * 100) / 100}
        decimalScale={0}
        onChange={(value) => onChange(Math.max(1, Math.round(Number(value) * unit)))}
        error={error}
      />
      <SegmentedControl
        aria-label={t("Unit of time")}
        data={[
          { value: "60", label: t("minutes") },
          { value: "3600", label: t("hours") },
        ]}
        value={String(unit)}
        onChange={(value) => {
          const next = Number(value);
          onChange(Math.max(1, Math.round(seconds / unit)) * next);
          setUnit(next);
        }}
      />
    </div>
  );
}
