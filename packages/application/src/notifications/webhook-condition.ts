import type { Webhook, WebhookState } from "../accounts/records.ts";

/** A receiver that restarts is no news: told after so long without one success, ms. */
export const failingAfterMs = 30 * 60_000;

/** Whether people should look after a webhook: Refill switched it off, or every attempt has failed for a while. */
export function isFailing(webhook: Webhook, state: WebhookState | undefined, now: number): boolean {
  if (!webhook.isEnabled) return webhook.disabledReason !== null;
  const since = state?.failingSince ?? null;
  return since !== null && now - since >= failingAfterMs;
}
