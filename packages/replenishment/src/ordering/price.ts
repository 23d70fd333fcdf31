/** Prices of a part at a supplier, by quantity (all units: the whole order has the price of its quantity). */
import type { Problem } from "./policy.ts";

/** `fromQuantity`: pieces, the first from 1. `price`: a piece, in the account's currency. */
export type PriceBreak = { fromQuantity: number; price: number };

/** Price of a piece when `quantity` are ordered; null: not known. */
export function priceAt(prices: readonly PriceBreak[], quantity: number): number | null {
  let best: PriceBreak | null = null;
  for (const each of prices)
    if (each.fromQuantity <= quantity && (best === null || each.fromQuantity > best.fromQuantity))
      best = each;
  return best?.price ?? null;
}

/** Value of the order in the account's currency; null: the price is not known. */
export function orderValue(prices: readonly PriceBreak[], quantity: number): number | null {
  const price = priceAt(prices, quantity);
  // To a millionth: 100 × 1.15 is 115 and not 114.99999999999999.
  return price === null ? null : Math.round(price * quantity * 1e6) / 1e6;
}

/** What is wrong with the prices; empty when they can be used. None at all: not known, which is allowed. */
export function validatePrices(prices: readonly PriceBreak[]): Problem[] {
  const problems: Problem[] = [];
  prices.forEach(({ fromQuantity, price }, index) => {
    const before = prices[index - 1];
    const field = `prices[${index}]`;
    if (!(Number.isFinite(price) && price >= 0))
      problems.push({ field: `${field}.price`, message: "must be an amount from 0" });
    if (!Number.isSafeInteger(fromQuantity) || fromQuantity < 1)
      problems.push({ field: `${field}.fromQuantity`, message: "must be a whole number of pieces from 1" });
    else if (before === undefined && fromQuantity !== 1)
      problems.push({ field: `${field}.fromQuantity`, message: "the first price must be from 1 piece" });
    else if (before !== undefined && fromQuantity <= before.fromQuantity)
      problems.push({
        field: `${field}.fromQuantity`,
        message: "must be more than that of the price before",
      });
  });
  return problems;
}
