import { useQuery } from "@tanstack/react-query";
import { accountQuery } from "../api/queries.ts";

/** How amounts are written, in the account's currency; null: not known. */
export function useMoney(): (amount: number | null) => string {
  // It hardly ever changes.
  const currency = useQuery({ ...accountQuery, refetchInterval: false, staleTime: Number.POSITIVE_INFINITY })
    .data?.currency;
  return (amount) => (amount === null ? "not known" : money(amount, currency));
}

/** `currency`: ISO 4217. Prices of small parts have more than two digits. */
export function money(amount: number, currency: string | undefined): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 6 };
  if (!currency) return amount.toLocaleString("en", digits);
  try {
    return amount.toLocaleString("en", { ...digits, style: "currency", currency });
  } catch {
    return `${amount.toLocaleString("en", digits)} ${currency}`;
  }
}
