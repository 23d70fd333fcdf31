import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore, JobWriter } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Webhook } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { DeliveryFailed } from "../dispatch/delivery-failure.ts";
import { checkWebhookUrl, newWebhookSecret, postWebhook, problemOf } from "../dispatch/webhook.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { secretsInUse } from "./deliverer.ts";
import { bodyOf, type DeliveryJob, deliveryQueue } from "./deliveries.ts";
import { testEventType } from "./event-types.ts";
import { selectForReplay, writeReplay } from "./replay.ts";
import type { DeliveryPlan } from "./retry-plan.ts";
import type { ReplayInput, WebhookInput } from "./schema.ts";
import { beginWatch } from "./watch.ts";

export const mostWebhooks = 20;
/** More than these that still sign would be no rotation. */
const mostSecrets = 5;

/** `mayReachPrivate`: webhooks to this machine or a private network are allowed (the demonstration). */
export function putWebhook(
  change: AccountChange,
  id: string,
  input: WebhookInput,
  mayReachPrivate: boolean,
): Webhook {
  const problem = checkWebhookUrl(input.url, mayReachPrivate);
  if (problem) refuseFields([{ field: "url", message: problem }]);
  const known = change.get("webhook", id);
  if (!known && [...change.all("webhook")].length >= mostWebhooks)
    throw new Refusal(409, "too-many-webhooks", `An account has at most ${mostWebhooks} webhooks.`);
  const isEnabled = input.enabled ?? true;
  // Whoever switches it on again begins anew; what failed before does not count any more.
  if (known && !known.isEnabled && isEnabled) change.put("webhookState", { id, failingSince: null });
  beginWatch(change);
  return change.put("webhook", {
    id,
    url: input.url,
    description: input.description ?? "",
    events: input.events ?? [],
    isEnabled,
    disabledReason: isEnabled ? null : (known?.disabledReason ?? null),
    secrets: known?.secrets ?? [{ secret: newWebhookSecret(), endsAt: null }],
  });
}

/** The new secret signs from now on, and those before it for a while. */
export function rotateSecret(change: AccountChange, id: string, { oldSecretMs }: DeliveryPlan): Webhook {
  const webhook = change.get("webhook", id);
  if (!webhook) throw notFound("webhook");
  const until = change.at + oldSecretMs;
  const old = webhook.secrets
    .filter(({ endsAt }) => endsAt === null || endsAt > change.at)
    .map(({ secret, endsAt }) => ({ secret, endsAt: endsAt ?? until }));
  const secrets = [{ secret: newWebhookSecret(), endsAt: null }, ...old].slice(0, mostSecrets);
  return change.put("webhook", { ...webhook, secrets });
}

/** Sends an event of no importance at once, and gives what the receiver says. It is not in the log of deliveries. */
export async function testWebhook(
  webhook: Webhook,
  { withinMs }: DeliveryPlan,
  mayReachPrivate: boolean,
): Promise<{
  delivered: boolean;
  status: number | null;
  error: string | null;
  durationMs: number;
  answer: string | null;
}> {
  const at = Date.now();
  const [id, data] = [randomUUID(), { webhookId: webhook.id, message: "Refill reaches this address." }];
  try {
    const { status, text } = await postWebhook({
      url: webhook.url,
      secrets: secretsInUse(webhook, at),
      id,
      body: bodyOf({ id, type: testEventType, at, data }),
      mayReachPrivate,
      withinMs,
    });
    const error = problemOf(webhook.url, status) ?? null;
    return { delivered: error === null, status, error, durationMs: Date.now() - at, answer: text };
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return {
      delivered: false,
      status: null,
      error: error.message,
      durationMs: Date.now() - at,
      answer: null,
    };
  }
}

interface Replaying {
  store: AccountStore;
  writeJobs: JobWriter;
  set: WorkingSet;
  webhook: Webhook;
  actor: Actor;
}

/** Sends one event again, or at once when it waits for its next attempt. Throws a 404 refusal. */
export async function replayOne(to: Replaying, deliveryId: string): Promise<void> {
  const { replayed } = await replay(to, { deliveryId });
  if (replayed === 0) throw notFound("delivery");
}

/** Sends the events of a time again, oldest first, as many as one call takes. */
export async function replay(
  { store, writeJobs, set, webhook, actor }: Replaying,
  which: ReplayInput | { deliveryId: string },
): Promise<{ replayed: number; continueAt: number | null }> {
  if (!webhook.isEnabled)
    throw new Refusal(409, "webhook-off", "The webhook is switched off: switch it on first (enabled: true).");
  await store.change(set.accountId, actor, (change) =>
    change.note({
      action: "webhook.replayed",
      target: { kind: "webhook", id: webhook.id, name: webhook.url },
      detail: { ...which },
    }),
  );
  return store.query(set.accountId, async (tx) => {
    const { deliveries, continueAt } = await selectForReplay(tx, set, webhook, which);
    await writeReplay(tx, set, webhook, deliveries);
    await tx.switchToJobs();
    await writeJobs(
      set.region,
      tx,
      deliveries.map(({ id, content }) => {
        const data: DeliveryJob = { accountId: set.accountId, deliveryId: id, attempt: content.made };
        return { queue: deliveryQueue, data, options: { group: webhook.id } };
      }),
    );
    return { replayed: deliveries.length, continueAt };
  });
}
