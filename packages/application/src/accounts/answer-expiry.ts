import type { Regions } from "@refill/database";
import type { Logger } from "pino";
import { removeExpiredAnswers } from "./kept-answers.ts";

const everyMs = 60 * 60_000;

/** Removes the answers to POSTs with an Idempotency-Key that are older than a day, in the background. */
export function startAnswerExpiry(regions: Regions, log: Logger): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => removeExpired(regions, log));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/** One account after the other, so that customers' own work is not held up. */
export async function removeExpired(regions: Regions, log: Logger): Promise<void> {
  for (const region of regions.names) {
    try {
      const { rows } = await regions
        .of(region)
        .inDirectory((tx) => tx.query<{ id: string }>("select id from customer where state <> 'closed'"));
      for (const { id } of rows) await regions.of(region).inAccount(id, removeExpiredAnswers);
    } catch (error) {
      log.warn({ region, reason: (error as Error).message }, "old answers were not removed; tried again");
    }
  }
}
