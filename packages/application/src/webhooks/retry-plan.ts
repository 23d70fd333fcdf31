const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** When and how long webhooks are tried; tests hurry. */
export interface DeliveryPlan {
  /** Pauses after the first attempt, the second, …, ms; after the last one a delivery has failed. */
  retryAfterMs: readonly number[];
  /** An attempt takes at most so long, ms. */
  withinMs: number;
  /** A webhook of which every attempt failed for so long is switched off, ms. */
  disableAfterMs: number;
  /** A secret that was replaced signs for so long beside the new one, ms. */
  oldSecretMs: number;
  /** Events and deliveries are kept for so long, ms. */
  keptMs: number;
  /** Looks for silent devices are at most so far apart, ms. */
  lookMs: number;
}

/** Source of the pauses: Standard Webhooks specification 1.0.0, deliverability and reliability. */
export const standardPlan: DeliveryPlan = {
  retryAfterMs: [
    5 * second,
    5 * minute,
    30 * minute,
    2 * hour,
    5 * hour,
    10 * hour,
    14 * hour,
    20 * hour,
    24 * hour,
  ],
  withinMs: 15 * second,
  disableAfterMs: 5 * 24 * hour,
  oldSecretMs: 24 * hour,
  keptMs: 30 * 24 * hour,
  lookMs: hour,
};

const longestWaitMs = 24 * hour;
const jitter = 0.1;

/**
 * When the next attempt is due after `failed` failed ones of the plan, ms; null when there is none. Later where the
 * receiver asks for it, by at most a day. `random` from 0 to 1 keeps many that failed together from coming back together.
 */
export function nextAttempt(
  plan: Pick<DeliveryPlan, "retryAfterMs">,
  { failed, now, retryAfterMs }: { failed: number; now: number; retryAfterMs: number | null },
  random: number = Math.random(),
): number | null {
  const pause = plan.retryAfterMs[failed - 1];
  if (pause === undefined) return null;
  const asked = Math.min(retryAfterMs ?? 0, longestWaitMs);
  return Math.round(now + Math.max(pause * (1 + jitter * random), asked));
}
