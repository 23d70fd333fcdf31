import type { UplinkMessage } from "@refill/protocol";
import { SealBroken } from "@refill/vault";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { Refusal } from "../refusal.ts";
import { ingest } from "./ingest.ts";

/** Accounts whose transactions run at once; more would only wait for Postgres' cores. */
const atOnce = 4;

/**
 * Takes a batch of the network server: one transaction for each account in it. Resolves when all effects are
 * committed; rejects when any failed, so that the whole batch comes again and what was taken counts as duplicate.
 */
export async function takeBatch(
  messages: readonly UplinkMessage[],
  { region, store, metrics, log }: { region: string; store: AccountStore; metrics: Metrics; log: Logger },
): Promise<void> {
  const byAccount = Map.groupBy(messages, (message) => message.accountId);
  const waiting = byAccount.entries();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, byAccount.size) }, async () => {
      for (const [accountId, own] of waiting) await takeAccount(accountId, own);
    }),
  );

  async function takeAccount(accountId: string, own: UplinkMessage[]): Promise<void> {
    // This region's network server serves this region's accounts: others are not asked for.
    store.regions.remember(accountId, region);
    const outcomes = await changeAccount(accountId, own);
    const now = Date.now();
    for (const [index, outcome] of outcomes.entries()) {
      metrics.messages.inc({ outcome });
      if (outcome === "stored") metrics.uplinkToStock.observe((now - own[index]!.receivedAt) / 1000);
    }
  }

  async function changeAccount(accountId: string, own: UplinkMessage[]): Promise<string[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await store.change(accountId, systemActor, (change) =>
          own.map((message) => ingest(change, message)),
        );
      } catch (error) {
        // The customer is gone: nobody's messages, so nothing to keep them for.
        if (error instanceof Refusal && error.status === 404) {
          log.warn(
            { accountId, messages: own.length },
            "messages of a customer that does not exist any more",
          );
          return own.map(() => "customer-unknown");
        }
        if (!isContentAtFault(error)) throw error;
        // Once more, with everything read anew; then one customer's broken account must not hold up all others.
        if (attempt === 1) continue;
        log.error(
          { accountId, messages: own.length, reason: (error as Error).message },
          "an account can't take its messages: they are left out; restore it from a backup",
        );
        return own.map(() => "account-broken");
      }
    }
  }
}

/** No repetition would help: a record does not open, or Postgres refuses the content (classes 22 and 23). */
function isContentAtFault(error: unknown): boolean {
  return (
    error instanceof SealBroken ||
    error instanceof RangeError ||
    error instanceof TypeError ||
    /^2[23]/.test((error as { code?: string }).code ?? "")
  );
}
