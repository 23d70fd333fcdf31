import { orderUpToOf, priceAt, reorderPointOf } from "@refill/replenishment";
import type { StorageLocation } from "../accounts/records.ts";
import { type Account, policyOf } from "../inventory/stock.ts";

/**
 * What a piece at the location is worth, in the account's currency: the price of the part's first supplier at the quantity
 * that the location usually orders. Null: it has no price.
 */
export function unitPriceOf(account: Pick<Account, "get">, location: StorageLocation): number | null {
  const supply = account.get("part", location.partId)?.supplies[0];
  if (!supply) return null;
  const policy = policyOf(account, location);
  const usual = policy ? orderUpToOf(policy) - reorderPointOf(policy) : 0;
  return priceAt(supply.prices, Math.max(1, supply.minimumOrderQuantity, usual));
}
