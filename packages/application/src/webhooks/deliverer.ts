import type { AccountTransaction } from "@refill/database";
import type { Logger } from "pino";
import type { AccountStore, JobWriter } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Webhook } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { DeliveryFailed } from "../dispatch/delivery-failure.ts";
import { postWebhook, problemOf } from "../dispatch/webhook.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { Refusal } from "../refusal.ts";
import {
  type Attempt,
  bodyOf,
  type DeliveryJob,
  deliveryQueue,
  lockDelivery,
  readDelivery,
  withAttempt,
  writeDeliveries,
} from "./deliveries.ts";
import { type DeliveryPlan, nextAttempt } from "./retry-plan.ts";

export interface DelivererOptions {
  store: AccountStore;
  writeJobs: JobWriter;
  metrics: Metrics;
  log: Logger;
  plan: DeliveryPlan;
  isDemonstration: boolean;
}

/** A suspended customer's events wait; so long until the next look, ms. */
const suspendedMs = 15 * 60_000;
const gone = 410;

/**
 * Makes one attempt of one delivery, keeps what came of it, and leaves the job of the next one. Rejects when it could not
 * be kept; then the job comes again, and the receiver may see the event twice.
 */
export function deliverer(
  options: DelivererOptions,
): (job: DeliveryJob, signal: AbortSignal) => Promise<void> {
  const { store, plan, metrics, log } = options;

  return async (job, signal) => {
    const { accountId, deliveryId } = job;
    const set = await find(accountId);
    if (!set) return;
    const delivery = await store.query(accountId, (tx) => readDelivery(tx, set, deliveryId));
    if (delivery?.state !== "waiting" || delivery.content.made !== job.attempt) return;
    const webhook = set.get("webhook", delivery.webhookId);
    if (!webhook) return;
    if (set.state !== "active") return postpone(set, webhook, job);
    const at = Date.now();
    if (!webhook.isEnabled) {
      const error = "not sent: the webhook is switched off";
      return keep(job, webhook, { at, status: null, error, durationMs: 0 }, null);
    }
    const { retryAfterMs, ...outcome } = await attempt(set, webhook, delivery.event, signal);
    const attempted: Attempt = { at, ...outcome, durationMs: Date.now() - at };
    metrics.webhookAttempts.inc({ outcome: attempted.error === null ? "delivered" : "failed" });
    const isOver = attempted.error === null || attempted.status === gone;
    const failed = delivery.content.made + 1 - delivery.content.planFrom;
    const nextAt = isOver ? null : nextAttempt(plan, { failed, now: Date.now(), retryAfterMs });
    await keep(job, webhook, attempted, nextAt);
    await noteCondition(set, webhook, attempted);
  };

  /** Undefined when the customer is gone. */
  async function find(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await store.read(accountId);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async function attempt(
    set: WorkingSet,
    webhook: Webhook,
    event: Parameters<typeof bodyOf>[0],
    signal: AbortSignal,
  ): Promise<{ status: number | null; error: string | null; retryAfterMs: number | null }> {
    try {
      const { status, retryAfterMs } = await postWebhook({
        url: webhook.url,
        secrets: secretsInUse(webhook, Date.now()),
        id: event.id,
        body: bodyOf(event),
        mayReachPrivate: options.isDemonstration && set.isDemonstration,
        withinMs: plan.withinMs,
        signal,
      });
      return { status, error: problemOf(webhook.url, status) ?? null, retryAfterMs };
    } catch (error) {
      // The application is being stopped: this attempt says nothing of the receiver.
      if (!(error instanceof DeliveryFailed) || signal.aborted) throw error;
      return { status: null, error: error.message, retryAfterMs: null };
    }
  }

  /** What came of an attempt, and the next one's job, in one transaction. */
  async function keep(job: DeliveryJob, webhook: Webhook, attempted: Attempt, nextAt: number | null) {
    // Read again: the account's keys may have changed while the receiver thought.
    const set = await find(job.accountId);
    if (!set) return;
    const state = attempted.error === null ? "delivered" : nextAt === null ? "failed" : "waiting";
    await store.query(set.accountId, async (tx) => {
      const now = await lockDelivery(tx, set, job.deliveryId);
      if (now?.state !== "waiting" || now.content.made !== job.attempt) return;
      const content = withAttempt(now.content, attempted, nextAt);
      await writeDeliveries(tx, set, [{ id: job.deliveryId, state, content }]);
      if (nextAt !== null) await leave(tx, set, webhook, { ...job, attempt: content.made }, nextAt);
    });
    if (state === "failed")
      log.info(
        { accountId: set.accountId, webhookId: webhook.id, deliveryId: job.deliveryId },
        "an event could not be delivered to a webhook",
      );
  }

  async function leave(
    tx: AccountTransaction,
    set: WorkingSet,
    webhook: Webhook,
    data: DeliveryJob,
    startAfter: number,
  ): Promise<void> {
    await tx.switchToJobs();
    await options.writeJobs(set.region, tx, [
      { queue: deliveryQueue, data, options: { group: webhook.id, startAfter } },
    ]);
  }

  function postpone(set: WorkingSet, webhook: Webhook, job: DeliveryJob): Promise<void> {
    return store.query(set.accountId, (tx) => leave(tx, set, webhook, job, Date.now() + suspendedMs));
  }

  /** Whether the webhook works: written when that changes only, not with each attempt. */
  async function noteCondition(
    { accountId }: WorkingSet,
    { id }: Webhook,
    attempted: Attempt,
  ): Promise<void> {
    const set = await find(accountId);
    const failingSince = set?.get("webhookState", id)?.failingSince ?? null;
    const isGone = attempted.status === gone;
    const isLong = (since: number | null) => since !== null && attempted.at - since >= plan.disableAfterMs;
    const isKnown =
      attempted.error === null
        ? failingSince === null
        : failingSince !== null && !isGone && !isLong(failingSince);
    if (isKnown) return;
    await store.change(accountId, systemActor, (change) => {
      const webhook = change.get("webhook", id);
      if (!webhook?.isEnabled) return;
      const since = change.get("webhookState", id)?.failingSince ?? null;
      if (attempted.error === null) {
        if (since !== null) change.put("webhookState", { id, failingSince: null });
        return;
      }
      if (since === null) change.put("webhookState", { id, failingSince: attempted.at });
      const reason = isGone
        ? "the receiver answered 410 Gone"
        : isLong(since)
          ? `every attempt failed since ${new Date(since!).toISOString()}; the last one: ${attempted.error}`
          : undefined;
      if (reason === undefined) return;
      change.put("webhook", { ...webhook, isEnabled: false, disabledReason: reason });
      log.warn({ accountId, webhookId: id, reason }, "a webhook was switched off");
    });
  }
}

/** The newest first; those whose time has passed sign no longer. */
export function secretsInUse({ secrets }: Webhook, now: number): string[] {
  return secrets.filter(({ endsAt }) => endsAt === null || endsAt > now).map(({ secret }) => secret);
}
