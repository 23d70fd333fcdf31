import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

/** What is used, and the kind of the record that says when. */
const useOf = { apiKey: "apiKeyUse", session: "sessionUse" } as const;
type Used = keyof typeof useOf;
interface Use {
  id: string;
  lastUsedAt: number;
  address: string;
}

/**
 * When and from where each API key and session was used last. Kept in memory, and written for all of an account at once, at
 * most every minute, so that a use costs no transaction. What a crash loses is a minute of this.
 */
export interface Uses {
  note(accountId: string, kind: Used, id: string, address: string): void;
  latest(set: WorkingSet, kind: Used, id: string): Use | undefined;
  flush(): Promise<void>;
}

export function openUses({ store, log }: { store: AccountStore; log: Logger }): Uses {
  const unwritten = new Map<string, Map<string, Use & { kind: Used }>>();

  return {
    note(accountId, kind, id, address) {
      let uses = unwritten.get(accountId);
      if (!uses) {
        uses = new Map();
        unwritten.set(accountId, uses);
      }
      uses.set(id, { kind, id, lastUsedAt: Date.now(), address });
    },
    latest(set, kind, id) {
      const written = set.get(useOf[kind], id);
      const own = unwritten.get(set.accountId)?.get(id);
      return own && isLater(own, written) ? own : written;
    },
    async flush() {
      for (const [accountId, uses] of [...unwritten]) {
        unwritten.delete(accountId);
        try {
          await store.change(accountId, systemActor, (change) => {
            for (const { kind, ...use } of uses.values())
              if (change.get(kind, use.id) && isLater(use, change.get(useOf[kind], use.id)))
                change.put(useOf[kind], use);
          });
        } catch (error) {
          log.warn(
            { accountId, reason: (error as Error).message },
            "when API keys and sessions were used last was not written",
          );
        }
      }
    },
  };
}

/** Another process may have seen it later. */
function isLater(use: Use, known: Use | undefined): boolean {
  return known === undefined || use.lastUsedAt > known.lastUsedAt;
}
