import { useQuery } from "@tanstack/react-query";
import type { Account } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { measure } from "../words.ts";

/** What the API tells in millimetres, grams and °C, in the units that the account reads in. */
export type Dimension = "length" | "weight" | "pieceWeight" | "temperature";

interface Unit {
  sign: string;
  /** Digits after the point that are shown, and that can be typed. */
  digits: number;
  typedDigits: number;
  /** From what the API tells, and back. */
  shown(metric: number): number;
  metric(shown: number): number;
}
const times = (factor: number, sign: string, digits: number, typedDigits: number): Unit => ({
  sign,
  digits,
  typedDigits,
  shown: (metric) => rounded(metric / factor, typedDigits),
  // The API takes any fraction: so much is finer than any scale or sensor.
  metric: (shown) => rounded(shown * factor, 6),
});
const units = {
  mm: times(1, "mm", 0, 1),
  in: times(25.4, "in", 2, 3),
  g: times(1, "g", 1, 6),
  lb: times(453.59237, "lb", 2, 4),
  oz: times(28.349523125, "oz", 2, 6),
  C: times(1, "°C", 1, 1),
  F: {
    sign: "°F",
    digits: 0,
    typedDigits: 1,
    shown: (celsius) => rounded(celsius * 1.8 + 32, 1),
    metric: (fahrenheit) => rounded((fahrenheit - 32) / 1.8, 6),
  },
} as const satisfies Record<string, Unit>;

const metric: Account["units"] = { length: "mm", weight: "g", temperature: "C" };

/** The unit of a dimension by the account's settings. */
export function unitOf(dimension: Dimension, settings: Account["units"] = metric): Unit {
  if (dimension === "length") return units[settings.length];
  if (dimension === "temperature") return units[settings.temperature];
  if (settings.weight === "g") return units.g;
  // A screw weighs thousandths of a pound.
  return dimension === "pieceWeight" ? units.oz : units.lb;
}

/** The account's units; metric ones until they are known. */
export function useUnits(): (dimension: Dimension) => Unit {
  const settings = useQuery({
    ...accountQuery,
    refetchInterval: false,
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.units;
  return (dimension) => unitOf(dimension, settings);
}

/** How a measured value is read, e.g. "31.5 in" for 800 mm. */
export function useMeasured(): (value: number | null | undefined, dimension: Dimension) => string {
  const unit = useUnits();
  return (value, dimension) => {
    const { sign, digits, shown } = unit(dimension);
    return measure(value == null ? value : shown(value), sign, digits);
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
