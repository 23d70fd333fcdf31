import type { NumberInputProps } from "@mantine/core";
import { type Dimension, useUnits } from "../units.ts";
import { NumberField, OptionalNumberField, withUnit } from "./number-fields.tsx";

type Given = Omit<NumberInputProps, "value" | "onChange" | "label"> & { label: string; dimension: Dimension };

/** A length or weight, typed in the account's unit and kept in metric; NaN: nothing is typed. */
export function MeasureField({
  label,
  dimension,
  value,
  onChange,
  ...given
}: Given & { value: number; onChange(value: number): void }) {
  const unit = useUnits()(dimension);
  return (
    <NumberField
      {...given}
      label={withUnit(label, unit.sign)}
      decimals={unit.typedDigits}
      value={Number.isNaN(value) ? value : unit.shown(value)}
      onChange={(typed) => onChange(Number.isNaN(typed) ? typed : unit.metric(typed))}
    />
  );
}

/** The same where it may be left out; null: it is. */
export function OptionalMeasureField({
  label,
  dimension,
  value,
  onChange,
  ...given
}: Given & { value: number | null; onChange(value: number | null): void }) {
  const unit = useUnits()(dimension);
  return (
    <OptionalNumberField
      {...given}
      label={withUnit(label, unit.sign)}
      decimals={unit.typedDigits}
      value={value === null ? null : unit.shown(value)}
      onChange={(typed) => onChange(typed === null ? null : unit.metric(typed))}
    />
  );
}
