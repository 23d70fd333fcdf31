import { type AccountTransaction, appendService, serviceSealer } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import type { Principal } from "../api/authentication.ts";

/** What an operator did, as it stands in the service's trail. */
export interface Deed {
  /** e.g. `account.suspended`. */
  action: string;
  accountId: string | null;
  detail: Record<string, unknown>;
}

/** Appends it to the region's trail, in the transaction that does it: neither is there without the other. */
export async function recordDeed(
  tx: AccountTransaction,
  vault: KeyVault,
  { actor }: Principal,
  { action, accountId, detail }: Deed,
): Promise<void> {
  await appendService(tx, await serviceSealer(vault), {
    action,
    by: actor.name,
    operator: { id: actor.id, address: actor.address },
    accountId,
    detail,
  });
}
