import type { Job, PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { type DeliveryJob, deliveryQueue } from "./deliveries.ts";

/** Attempts at once, in each process and region. */
const mostAtOnce = 64;
/** Of one webhook, in all processes together: one slow receiver leaves room for the others. */
const mostPerWebhook = 4;
const fetchedAtOnce = 16;
const pollMs = 500;
const stopWithinMs = 3_000;

/**
 * A job comes again when its process died (after `expireInSeconds`) or when its outcome could not be kept; the pauses
 * between attempts are jobs of their own. A waiting job outlives the longest pause, and a long time without the application.
 */
export const deliveryQueueOptions = {
  retryLimit: 1000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  // An attempt takes at most 15 s; what is unsettled after this belongs to a process that died.
  expireInSeconds: 30,
  retentionSeconds: 60 * 24 * 60 * 60,
  deleteAfterSeconds: 3600,
};

export interface DeliveryWorker {
  /** There may be something to do: not only after the next pause. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Takes the jobs of one region. pg-boss' own workers each wait for one receiver, so as many would be needed as attempts
 * run at once, and each asks the database; this is one that asks.
 */
export function startDeliveryWorker(
  boss: PgBoss,
  deliver: (job: DeliveryJob, signal: AbortSignal) => Promise<void>,
  log: Logger,
): DeliveryWorker {
  const running = new Set<Promise<void>>();
  const abort = new AbortController();
  let isStopping = false;
  let isWoken = false;
  let wakeUp: (() => void) | undefined;
  const loop = run();

  async function run(): Promise<void> {
    while (!isStopping) {
      isWoken = false;
      const free = mostAtOnce - running.size;
      const jobs = free > 0 ? await fetch(Math.min(free, fetchedAtOnce)) : [];
      for (const job of jobs) {
        const work: Promise<void> = settle(job).finally(() => {
          running.delete(work);
          wake();
        });
        running.add(work);
      }
      if (jobs.length === 0 && !isWoken && !isStopping) await pause();
    }
  }

  async function fetch(batchSize: number): Promise<Job<DeliveryJob>[]> {
    try {
      return await boss.fetch<DeliveryJob>(deliveryQueue, { batchSize, groupConcurrency: mostPerWebhook });
    } catch (error) {
      if (!isStopping)
        log.warn({ reason: (error as Error).message }, "no look for webhooks' jobs; it goes on");
      await pause();
      return [];
    }
  }

  async function settle({ id, data }: Job<DeliveryJob>): Promise<void> {
    let isDone = true;
    try {
      await deliver(data, abort.signal);
    } catch (error) {
      isDone = false;
      if (!abort.signal.aborted)
        log.warn(
          { accountId: data.accountId, deliveryId: data.deliveryId, reason: (error as Error).message },
          "a webhook's job failed; it comes again",
        );
    }
    // While the database is away the outcome waits; later than its expiry the job comes again by itself.
    const until = performance.now() + deliveryQueueOptions.expireInSeconds * 1000;
    for (;;) {
      try {
        if (isDone) await boss.complete(deliveryQueue, id);
        else await boss.fail(deliveryQueue, id);
        return;
      } catch {
        if (isStopping || performance.now() > until) return;
        await new Promise((resolve) => setTimeout(resolve, pollMs));
      }
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function wake(): void {
    isWoken = true;
    wakeUp?.();
  }

  return {
    wake,
    async stop() {
      isStopping = true;
      wake();
      await loop;
      const timer = setTimeout(() => abort.abort(), stopWithinMs);
      await Promise.all(running);
      clearTimeout(timer);
    },
  };
}
