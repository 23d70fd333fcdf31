import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountStore, JobWriter } from "../accounts/account-store.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { deliverer } from "./deliverer.ts";
import { deliveryQueue } from "./deliveries.ts";
import { deliveryQueueOptions, startDeliveryWorker } from "./delivery-worker.ts";
import { addWebhookEvents } from "./events-of-change.ts";
import type { DeliveryPlan } from "./retry-plan.ts";
import { startWatch, watchQueue, watchQueueOptions } from "./watch.ts";

export const webhookQueues = { [deliveryQueue]: deliveryQueueOptions, [watchQueue]: watchQueueOptions };

/** From here on changes are told to webhooks, and what waits is delivered. */
export async function startWebhooks(options: {
  /** One for each region. */
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  writeJobs: JobWriter;
  metrics: Metrics;
  log: Logger;
  plan: DeliveryPlan;
  isDemonstration: boolean;
}): Promise<{ stop(): Promise<void> }> {
  const { bosses, store, log, plan } = options;
  store.beforeCommit(addWebhookEvents);
  const deliver = deliverer(options);
  const workers = new Map(
    [...bosses].map(([region, boss]) => [region, startDeliveryWorker(boss, deliver, log)]),
  );
  const stopListening = store.onCommitted(({ region }, change) => {
    if (change.webhookEvents.length > 0) workers.get(region)?.wake();
  });
  await startWatch({ bosses, store, plan, log });
  return {
    async stop() {
      stopListening();
      await Promise.all([...workers.values()].map((worker) => worker.stop()));
    },
  };
}
