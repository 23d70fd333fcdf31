import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { Refusal } from "../refusal.ts";
import { nextSilence, noteSilence } from "../telemetry/silence.ts";
import { hasEvents, removeEvents } from "./deliveries.ts";
import { silenceTypes } from "./event-types.ts";
import { wants } from "./events-of-change.ts";
import type { DeliveryPlan } from "./retry-plan.ts";

/** One waiting job for each account with webhooks: looks for what time alone brings about, and leaves its next look. */
export const watchQueue = "watch-webhooks";
export const watchQueueOptions = {
  policy: "short" as const,
  retryLimit: 1_000_000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 300,
  retentionSeconds: 10 * 365 * 24 * 60 * 60,
  deleteAfterSeconds: 3600,
};
/** One look a second, and without pauses while more wait than that: thousands of accounts have their turn in an hour. */
const workerOptions = { pollingIntervalSeconds: 1, batchSize: 1, burstWhenReadyExceeds: 5 };
interface WatchJob {
  accountId: string;
}

const soonestMs = 10_000;
const eventsAtOnce = 1_000;

/** Leaves the account's look with this change. */
export function beginWatch(change: AccountChange): void {
  const { accountId } = change.base;
  const job: WatchJob = { accountId };
  change.enqueue(watchQueue, job, { singletonKey: accountId });
}

export async function startWatch(options: {
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  plan: DeliveryPlan;
  log: Logger;
}): Promise<void> {
  const { store, plan, log } = options;
  for (const boss of options.bosses.values())
    await boss.work<WatchJob>(watchQueue, workerOptions, async ([job]) => {
      if (job) await look(boss, job.data.accountId);
    });

  async function look(boss: PgBoss, accountId: string): Promise<void> {
    let set: WorkingSet;
    try {
      set = await store.read(accountId);
    } catch (error) {
      // The customer is gone, and its watch with it.
      if (error instanceof Refusal && error.status === 404) return;
      throw error;
    }
    if (listensForSilence(set)) await noteSilence(store, accountId);
    const removed = await removeOld(accountId);
    if (removed > 0) log.info({ accountId, events: removed }, "old events of webhooks were removed");
    const hasWebhooks = set.records.webhook.size > 0;
    if (!hasWebhooks && !(await store.query(accountId, hasEvents))) return;
    const job: WatchJob = { accountId };
    const startAfter = new Date(nextLook(await store.read(accountId), Date.now(), plan.lookMs));
    await boss.send(watchQueue, job, { singletonKey: accountId, startAfter });
  }

  async function removeOld(accountId: string): Promise<number> {
    const before = Date.now() - plan.keptMs;
    for (let removed = 0; ; ) {
      const some = await store.query(accountId, (tx) => removeEvents(tx, before, eventsAtOnce));
      removed += some;
      if (some < eventsAtOnce) return removed;
    }
  }
}

function listensForSilence(set: WorkingSet): boolean {
  for (const webhook of set.all("webhook"))
    if (webhook.isEnabled && silenceTypes.some((type) => wants(webhook, type))) return true;
  return false;
}

/** When the first device that is heard now would be silent, or after the longest pause. */
function nextLook(set: WorkingSet, now: number, lookMs: number): number {
  const next = listensForSilence(set) ? Math.min(now + lookMs, nextSilence(set)) : now + lookMs;
  return Math.max(next, now + Math.min(soonestMs, lookMs));
}
