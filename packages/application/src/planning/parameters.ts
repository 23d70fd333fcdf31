import type { Parameters, StorageLocation } from "../accounts/records.ts";
import { type Account, policyOf } from "../inventory/stock.ts";

/** What planning may change of a location; null: it has no policy. */
export function parametersOf(account: Pick<Account, "get">, location: StorageLocation): Parameters | null {
  const policy = policyOf(account, location);
  return policy && { policy, safetyStock: location.safetyStock };
}
