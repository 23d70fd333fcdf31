import type { Webhook, WebhookDelivery } from "../api/client.ts";
import { t } from "../language/language.ts";

/** How a webhook is, and why. */
export function webhookState(webhook: Webhook): { words: string; className: string; why: string | null } {
  const { enabled, disabledReason, failingSince } = webhook;
  if (!enabled && disabledReason)
    return { words: t("Switched off by Refill"), className: "state-empty", why: disabledReason };
  if (!enabled) return { words: t("Off"), className: "state-unknown", why: null };
  return failingSince
    ? { words: t("Failing"), className: "state-low", why: null }
    : { words: t("On"), className: "state-ok", why: null };
}

export const deliveryWords: Record<WebhookDelivery["state"], string> = {
  waiting: t("Waits"),
  delivered: t("Delivered"),
  failed: t("Failed"),
};
export const deliveryClass: Record<WebhookDelivery["state"], string> = {
  waiting: "state-coming",
  delivered: "state-ok",
  failed: "state-empty",
};

/** What a person calls it: its description, or where it goes. */
export function webhookName({ url, description }: Webhook): string {
  return description || (URL.canParse(url) ? new URL(url).host : url);
}

export function wantedEvents({ events }: Webhook): string {
  if (events.length === 0) return t("all events");
  return events.length <= 2 ? events.join(", ") : t("{count} types of events", { count: events.length });
}
