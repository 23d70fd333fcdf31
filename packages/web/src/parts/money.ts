import { useQuery } from "@tanstack/react-query";
import { accountQuery } from "../api/queries.ts";
import { locale, t } from "../language/language.ts";

type Write = (amount: number | null) => string;

/** The account's, ISO 4217; undefined: not known yet. */
export function useCurrency(): string | undefined {
  // It hardly ever changes.
  return useQuery({ ...accountQuery, refetchInterval: false, staleTime: Number.POSITIVE_INFINITY }).data
    ?.currency;
}

/** How amounts are written, in the account's currency; null: not known. */
export function useMoney(): Write {
  const currency = useCurrency();
  return (amount) => (amount === null ? t("not known") : money(amount, currency));
}

/** How expected amounts are written: nobody knows them to the cent. `isShort`: "€27.4K". */
export function useWholeMoney(isShort = false): Write {
  const currency = useCurrency();
  return (amount) => (amount === null ? t("not known") : wholeMoney(amount, currency, isShort));
}

/** `currency`: ISO 4217. Prices of small parts have more than two digits. */
export function money(amount: number, currency: string | undefined): string {
  return written(amount, currency, { minimumFractionDigits: 2, maximumFractionDigits: 6 });
}

/** `currency`: ISO 4217. */
export function wholeMoney(amount: number, currency: string | undefined, isShort = false): string {
  return written(
    amount,
    currency,
    isShort ? { notation: "compact", maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
  );
}

function written(amount: number, currency: string | undefined, digits: Intl.NumberFormatOptions): string {
  if (!currency) return amount.toLocaleString(locale, digits);
  try {
    return amount.toLocaleString(locale, { ...digits, style: "currency", currency });
  } catch {
    return `${amount.toLocaleString(locale, digits)} ${currency}`;
  }
}
