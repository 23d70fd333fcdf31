import { NumberInput, type NumberInputProps } from "@mantine/core";
import { language } from "../../language/language.ts";
import { useCurrency } from "../money.ts";

type Given = Omit<NumberInputProps, "value" | "onChange">;

const plain = {
  allowNegative: false,
  clampBehavior: "none",
  thousandSeparator: language === "de" ? "." : ",",
  decimalSeparator: language === "de" ? "," : ".",
  inputMode: "decimal",
} as const;

/** A number that is needed; NaN: nothing is typed. Whole, unless `decimals` are allowed. */
export function NumberField({
  value,
  onChange,
  decimals = 0,
  ...given
}: Given & { value: number; onChange(value: number): void; decimals?: number }) {
  return (
    <NumberInput
      {...plain}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      value={Number.isNaN(value) ? "" : value}
      onChange={(typed) => onChange(typed === "" ? Number.NaN : Number(typed))}
      {...given}
    />
  );
}

/** A number that may be left out; null: it is. */
export function OptionalNumberField({
  value,
  onChange,
  decimals = 0,
  ...given
}: Given & { value: number | null; onChange(value: number | null): void; decimals?: number }) {
  return (
    <NumberInput
      {...plain}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      value={value ?? ""}
      onChange={(typed) => onChange(typed === "" ? null : Number(typed))}
      {...given}
    />
  );
}

/** ` EUR`, beside amounts that are typed. */
export function useCurrencySuffix(): string {
  const currency = useCurrency();
  return currency ? ` ${currency}` : "";
}

/** "Pack (pcs)"; without a unit only the label. */
export function withUnit(label: string, unit: string): string {
  return unit ? `${label} (${unit})` : label;
}
