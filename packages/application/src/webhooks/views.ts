import type { Webhook } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type Attempt, bodyOf, type Delivery } from "./deliveries.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null | undefined) => (ms == null ? null : iso(ms));

/** The webhook as the REST API shows it, without its secrets. */
export function webhookView(set: WorkingSet, webhook: Webhook) {
  const { id, url, description, events, isEnabled, disabledReason, version, secrets } = webhook;
  const { createdAt, updatedAt } = webhook;
  const oldUntil = secrets[1]?.endsAt ?? null;
  return {
    id,
    url,
    description,
    events: [...events],
    enabled: isEnabled,
    disabledReason,
    failingSince: isoOrNull(set.get("webhookState", id)?.failingSince),
    version,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    oldSecretUntil: oldUntil !== null && oldUntil > Date.now() ? iso(oldUntil) : null,
  };
}

/** The same, once, with the secret. */
export function newWebhookView(set: WorkingSet, webhook: Webhook) {
  return { ...webhookView(set, webhook), secret: webhook.secrets[0]!.secret };
}

export function deliveryView({ id, event, state, createdAt, updatedAt, content }: Delivery) {
  const last = content.attempts.at(-1);
  return {
    id,
    eventId: event.id,
    eventType: event.type,
    state,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
    attemptCount: content.made,
    lastAttempt: last ? attemptView(last) : null,
    nextAttemptAt: state === "waiting" ? isoOrNull(content.nextAt) : null,
  };
}

export function deliveryDetailView(delivery: Delivery) {
  return {
    ...deliveryView(delivery),
    attempts: delivery.content.attempts.map(attemptView),
    payload: JSON.parse(bodyOf(delivery.event)) as object,
  };
}

function attemptView({ at, ...attempt }: Attempt) {
  return { ...attempt, at: iso(at) };
}
