import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { ApiKeyUse } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

/**
 * When and from where each API key was used last. Kept in memory, and written for all of an account's keys at once, at
 * most every minute, so that a use costs no transaction. What a crash loses is a minute of this.
 */
export interface KeyUses {
  note(accountId: string, apiKeyId: string, address: string): void;
  latest(set: WorkingSet, apiKeyId: string): ApiKeyUse | undefined;
  flush(): Promise<void>;
}

export function openKeyUses({ store, log }: { store: AccountStore; log: Logger }): KeyUses {
  const unwritten = new Map<string, Map<string, ApiKeyUse>>();

  return {
    note(accountId, id, address) {
      let uses = unwritten.get(accountId);
      if (!uses) {
        uses = new Map();
        unwritten.set(accountId, uses);
      }
      uses.set(id, { id, lastUsedAt: Date.now(), address });
    },
    latest(set, id) {
      const written = set.get("apiKeyUse", id);
      const own = unwritten.get(set.accountId)?.get(id);
      return own && isLater(own, written) ? own : written;
    },
    async flush() {
      for (const [accountId, uses] of [...unwritten]) {
        unwritten.delete(accountId);
        try {
          await store.change(accountId, systemActor, (change) => {
            for (const use of uses.values())
              if (change.get("apiKey", use.id) && isLater(use, change.get("apiKeyUse", use.id)))
                change.put("apiKeyUse", use);
          });
        } catch (error) {
          log.warn(
            { accountId, reason: (error as Error).message },
            "when API keys were used last was not written",
          );
        }
      }
    },
  };
}

/** Another process may have seen it later. */
function isLater(use: ApiKeyUse, known: ApiKeyUse | undefined): boolean {
  return known === undefined || use.lastUsedAt > known.lastUsedAt;
}
