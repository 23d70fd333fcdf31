import { setTimeout as sleep } from "node:timers/promises";
import { dayOf, HOUR_MS } from "@refill/replenishment";
import type { Logger } from "pino";
import { Counter, Gauge, type Registry } from "prom-client";
import type { AccountStore } from "../accounts/account-store.ts";
import { makeOverviewDays } from "../overview/make-days.ts";
import { Refusal } from "../refusal.ts";
import { countWaiting, nextAccount, noteVisit } from "./progress.ts";
import { removeOldMeasurements } from "./retention.ts";
import { sumDays, type Work } from "./sum-days.ts";

/** "Hist": of the Postgres advisory lock (manual, 13.3.5) that lets one process of a region do this. */
export const lockKey = 0x48697374;
/** A day is summed when it is over for so long: messages may come late. */
const graceMs = 2 * HOUR_MS;
/** After so long in one account, the next one has its turn. */
const visitMs = 60_000;
const roundMs = 10 * 60_000;
const defaultEveryMs = 5 * 60_000;

export interface UpkeepRound {
  accounts: number;
  daysSummed: number;
  readingsRemoved: number;
}

/**
 * Sums the days of a region's accounts that are over, for each location and for the overview, and removes raw measurements that are too old: account by account,
 * the one that waits longest first, until none is due, `roundMs` are over or `isStopping`. Undefined: another process does.
 */
export async function upkeepRegion(
  { store, log }: { store: AccountStore; log: Logger },
  region: string,
  {
    now = Date.now(),
    isStopping = () => false,
    onVisit,
    onWaiting,
  }: {
    now?: number;
    isStopping?: () => boolean;
    onVisit?: (work: Work) => void;
    onWaiting?: (accounts: number) => void;
  } = {},
): Promise<UpkeepRound | undefined> {
  const database = store.regions.of(region);
  const until = dayOf(now - graceMs);
  const endsAt = performance.now() + roundMs;
  const total: UpkeepRound = { accounts: 0, daysSummed: 0, readingsRemoved: 0 };
  const failed: string[] = [];
  // The lock is given back with its transaction, also when this process dies.
  return database.inDirectory(async (lock) => {
    const { rows } = await lock.query<{ taken: boolean }>("select pg_try_advisory_xact_lock($1) as taken", [
      lockKey,
    ]);
    if (!rows[0]!.taken) return undefined;
    let waiting = await countWaiting(lock, until);
    onWaiting?.(waiting);
    while (!isStopping() && performance.now() < endsAt) {
      // On the lock's own connection: when that is gone, the lock is, too.
      const next = await nextAccount(lock, until, failed);
      if (!next) break;
      const { work, isDone } = await visit(next);
      total.accounts += 1;
      total.daysSummed += work.daysSummed;
      total.readingsRemoved += work.readingsRemoved;
      onVisit?.(work);
      if (isDone) onWaiting?.(--waiting);
    }
    return total;
  });

  async function visit({ accountId, progress }: NonNullable<Awaited<ReturnType<typeof nextAccount>>>) {
    const visitEndsAt = Math.min(performance.now() + visitMs, endsAt);
    let batchBegan = performance.now();
    const work: Work = {
      store,
      accountId,
      until,
      isOver: () => isStopping() || performance.now() > visitEndsAt,
      async rest() {
        // As long as the batch took: messages and requests have at least half of the time.
        await sleep(Math.min(performance.now() - batchBegan, 1_000));
        batchBegan = performance.now();
      },
      daysSummed: 0,
      readingsRemoved: 0,
    };
    let isDone = false;
    try {
      store.regions.remember(accountId, region);
      isDone =
        (await sumDays(work, progress)) &&
        (await makeOverviewDays(work)) &&
        (await removeOldMeasurements(work, progress, dayOf(now)));
    } catch (error) {
      // Closed meanwhile, or its records do not open: the others go on.
      failed.push(accountId);
      const isGone = error instanceof Refusal && error.status === 404;
      if (!isGone)
        log.error(
          { accountId, reason: (error as Error).message },
          "an account's measurements could not be summed; tried again with the next round",
        );
    }
    await database.inDirectory((tx) => noteVisit(tx, accountId, progress, isDone ? until : null));
    return { work, isDone };
  }
}

/** Does it from now on, in each region, in whichever process is first. */
export function startHistoryUpkeep(options: {
  store: AccountStore;
  log: Logger;
  registry: Registry;
  everyMs?: number;
}): {
  stop(): Promise<void>;
} {
  const { store, log, registry, everyMs = defaultEveryMs } = options;
  const summed = new Counter({
    name: "refill_measurement_days_summed_total",
    help: "Days of locations whose hours were summed",
    registers: [registry],
  });
  const removed = new Counter({
    name: "refill_measurements_removed_total",
    help: "Raw measurements that were removed because they were older than their account keeps them",
    registers: [registry],
  });
  const waiting = new Gauge({
    name: "refill_accounts_to_sum",
    help: "Accounts whose measurements of past days are still to be summed",
    labelNames: ["region"],
    registers: [registry],
  });
  const stopping = new AbortController();
  const loops = store.regions.names.map(async (region) => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        const round = await upkeepRegion({ store, log }, region, {
          isStopping: () => stopping.signal.aborted,
          onVisit(work) {
            summed.inc(work.daysSummed);
            removed.inc(work.readingsRemoved);
          },
          onWaiting: (accounts) => waiting.set({ region }, accounts),
        });
        // Another process does it, and tells.
        if (!round) waiting.remove({ region });
      } catch (error) {
        log.warn(
          { region, reason: (error as Error).message },
          "measurements could not be summed; tried again",
        );
      }
    }
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}
