import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Kind } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Network } from "../network.ts";
import { Refusal } from "../refusal.ts";
import { nextSilence, noteSilence } from "../telemetry/silence.ts";
import { forgetOld, hasOld, lasts, raise, resolve } from "./episodes.ts";
import { settleWebhook } from "./from-changes.ts";
import { lookForRunOuts } from "./run-out.ts";
import type { NotificationPlan } from "./tell.ts";
import { failingAfterMs, isFailing } from "./webhook-condition.ts";

/** One waiting job for each account with something to watch: looks for what time alone brings about. */
export const notificationWatchQueue = "watch-notifications";
export const notificationWatchQueueOptions = {
  policy: "short" as const,
  retryLimit: 1_000_000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 300,
  retentionSeconds: 10 * 365 * 24 * 60 * 60,
  deleteAfterSeconds: 3600,
};
const workerOptions = { pollingIntervalSeconds: 1, batchSize: 1, burstWhenReadyExceeds: 5 };
interface WatchJob {
  accountId: string;
}

/** Gateways tell that they live several times a minute. */
const gatewayAwayMs = 15 * 60_000;
/** With gateways it is looked so often. An account whose devices are all silent is not in memory, and is left there. */
const gatewayLookMs = 5 * 60_000;
const activeMs = 24 * 60 * 60_000;
const soonestMs = 10_000;
const forgottenAtOnce = 1_000;

/** A change of these may bring something that has to be looked after. */
const watched: readonly Kind[] = ["device", "gateway", "location", "webhook", "webhookState", "notification"];

/** Leaves the account's look with this change; where one waits already, nothing happens. */
export function beginNotificationWatch(change: AccountChange): void {
  if (watched.every((kind) => change.overlay[kind].size === 0)) return;
  const { accountId } = change.base;
  const job: WatchJob = { accountId };
  change.enqueue(notificationWatchQueue, job, { singletonKey: accountId });
}

export async function startNotificationWatch(options: {
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  network: Pick<Network, "gatewayStatus">;
  plan: NotificationPlan;
  log: Logger;
}): Promise<void> {
  const { store, network, plan, log } = options;
  /** When run-outs were looked for last, by account: what is asked for more often than that is something else. */
  const runOutsAt = new Map<string, number>();
  for (const boss of options.bosses.values())
    await boss.work<WatchJob>(notificationWatchQueue, workerOptions, async ([job]) => {
      if (job) await look(boss, job.data.accountId);
    });

  async function look(boss: PgBoss, accountId: string): Promise<void> {
    let set: WorkingSet;
    try {
      set = await store.read(accountId);
    } catch (error) {
      // The customer is gone, and its watch with it.
      runOutsAt.delete(accountId);
      if (error instanceof Refusal && error.status === 404) return;
      throw error;
    }
    const now = Date.now();
    await noteSilence(store, accountId);
    if (set.records.gateway.size > 0) await lookAtGateways(set, now);
    if (set.records.webhook.size > 0) await lookAtWebhooks(set, now);
    // A minute early: it is about every look of an account that nothing else asks about.
    if (now - (runOutsAt.get(accountId) ?? 0) >= plan.lookMs - 60_000) {
      runOutsAt.set(accountId, now);
      await lookForRunOuts(store, accountId);
    }
    if (hasOld(set, now))
      await store.change(accountId, systemActor, (change) => void forgetOld(change, forgottenAtOnce));
    const next = nextLook(await store.read(accountId), Date.now(), plan.lookMs);
    if (next === undefined) return;
    const job: WatchJob = { accountId };
    await boss.send(notificationWatchQueue, job, { singletonKey: accountId, startAfter: new Date(next) });
  }

  async function lookAtGateways(set: WorkingSet, now: number): Promise<void> {
    const statuses = await network.gatewayStatus(set.accountId).catch((error) => {
      // It is away itself, and says nothing about gateways.
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (!statuses) return;
    const seen = [...set.all("gateway")].flatMap((gateway) => {
      const at = statuses.get(gateway.id)?.lastSeenAt ?? null;
      return at === null ? [] : { gateway, at, isAway: now - at > gatewayAwayMs };
    });
    const isTold = (id: string) => isOpen(set, "gateway-away", id);
    const changed = seen.filter(({ gateway, isAway }) => isAway !== isTold(gateway.id));
    if (changed.length === 0) return;
    await store.change(set.accountId, systemActor, (change) => {
      for (const { gateway, at, isAway } of changed) {
        const { id, name } = gateway;
        if (!isAway || !change.get("gateway", id)) resolve(change, "gateway-away", id);
        else
          raise(change, {
            kind: "gateway-away",
            subject: { kind: "gateway", id, name },
            siteId: null,
            facts: { lastSeenAt: at },
          });
      }
    });
    log.debug({ accountId: set.accountId, gateways: changed.length }, "gateways went away or came back");
  }

  /** One begins to fail with a change; that it has done so for long comes by time. */
  async function lookAtWebhooks(set: WorkingSet, now: number): Promise<void> {
    const due = [...set.all("webhook")].filter(
      (webhook) =>
        isFailing(webhook, set.get("webhookState", webhook.id), now) &&
        !isOpen(set, "webhook-fails", webhook.id),
    );
    if (due.length === 0) return;
    await store.change(set.accountId, systemActor, (change) => {
      for (const { id } of due) if (!lasts(change, "webhook-fails", id)) settleWebhook(change, id);
    });
  }
}

function isOpen(set: WorkingSet, kind: "gateway-away" | "webhook-fails", subjectId: string): boolean {
  for (const notification of set.all("notification"))
    if (
      notification.kind === kind &&
      notification.subject.id === subjectId &&
      notification.resolvedAt === null
    )
      return true;
  return false;
}

/** Undefined: there is nothing that time could bring about. */
function nextLook(set: WorkingSet, now: number, lookMs: number): number | undefined {
  const { device, gateway, location, webhook, notification } = set.records;
  if (device.size + gateway.size + location.size + webhook.size + notification.size === 0) return undefined;
  let next = Math.min(now + lookMs, nextSilence(set));
  for (const { failingSince } of set.all("webhookState"))
    if (failingSince !== null && failingSince + failingAfterMs > now)
      next = Math.min(next, failingSince + failingAfterMs);
  if (gateway.size > 0 && isActive(set, now)) next = Math.min(next, now + gatewayLookMs);
  return Math.max(next, now + Math.min(soonestMs, lookMs));
}

function isActive(set: WorkingSet, now: number): boolean {
  for (const { lastSeenAt } of set.all("deviceState")) if (now - lastSeenAt < activeMs) return true;
  return false;
}
