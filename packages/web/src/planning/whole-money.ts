import { useQuery } from "@tanstack/react-query";
import { accountQuery } from "../api/queries.ts";

/** How expected amounts are written: nobody knows them to the cent. `isShort`: "€27.4K". */
export function useWholeMoney(isShort = false): (amount: number | null) => string {
  // It hardly ever changes.
  const currency = useQuery({ ...accountQuery, refetchInterval: false, staleTime: Number.POSITIVE_INFINITY })
    .data?.currency;
  return (amount) => (amount === null ? "not known" : wholeMoney(amount, currency, isShort));
}

/** `currency`: ISO 4217. */
export function wholeMoney(amount: number, currency: string | undefined, isShort = false): string {
  const digits: Intl.NumberFormatOptions = isShort
    ? { notation: "compact", maximumSignificantDigits: 3 }
    : { maximumFractionDigits: 0 };
  if (!currency) return amount.toLocaleString("en", digits);
  try {
    return amount.toLocaleString("en", { ...digits, style: "currency", currency });
  } catch {
    return `${amount.toLocaleString("en", digits)} ${currency}`;
  }
}
