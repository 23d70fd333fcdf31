import type { OperatedJob } from "../api/client.ts";
import { t } from "../language/language.ts";

export const jobStateWords: Record<OperatedJob["state"], string> = {
  failed: t("Failed"),
  retrying: t("Tried again"),
  active: t("Running"),
  waiting: t("Waiting"),
};
export const jobStateClass: Record<OperatedJob["state"], string> = {
  failed: "state-empty",
  retrying: "state-low",
  active: "state-coming",
  waiting: "state-unknown",
};

const queues: Record<string, string> = {
  "dispatch-order": t("Send purchase orders to suppliers"),
  "order-time": t("Look at orders when their time has come"),
  "seal-anew": t("Seal records by a new data key"),
  "person-mail": t("Mail people: invitations, codes, notices"),
  "plan-account": t("Plan a customer's locations"),
  "deliver-webhook": t("Deliver events to webhooks"),
  "watch-webhooks": t("Watch silence and old events for webhooks"),
};
/** What a queue's jobs do. */
export function queueWords(queue: string): string {
  return queues[queue] ?? queue;
}

export const scheduleWords: Record<string, { name: string; what: string }> = {
  "nightly-planning": {
    name: t("Nightly planning"),
    what: t("Each active customer once a night, from 2:30 UTC on, spread over three hours"),
  },
  "history-upkeep": {
    name: t("History upkeep"),
    what: t("Past days are summed and old measurements removed, two hours after midnight UTC"),
  },
};
