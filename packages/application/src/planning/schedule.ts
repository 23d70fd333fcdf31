import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DAY_MS, HOUR_MS } from "@refill/replenishment";
import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { Counter, type Registry } from "prom-client";
import type { AccountStore, JobWriter } from "../accounts/account-store.ts";
import { type PlanJob, planAccount, planQueue } from "./plan-account.ts";

/** UTC. By then the day before is summed; see measurements/upkeep.ts. */
export const nightBeginsMs = 2.5 * HOUR_MS;
/** Accounts are spread over so many minutes. */
const nightMinutes = 180;
const accountsAtOnce = 500;
const defaultEveryMs = 5 * 60_000;

/**
 * Puts the region's accounts whose time of this night has come into the queue, each once a night, whichever process is
 * first. An account whose time passed while nothing ran has its turn at once. Gives how many.
 */
export async function enqueueNightly(
  { store, writeJobs }: { store: AccountStore; writeJobs: JobWriter },
  region: string,
  now = Date.now(),
): Promise<number> {
  const sinceBegin = now - nightBeginsMs;
  const night = new Date(sinceBegin).toISOString().slice(0, 10);
  const minutes = Math.floor((sinceBegin % DAY_MS) / 60_000);
  return store.regions.of(region).inDirectory(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `insert into planning (account_id, night)
       select id, $1::date from customer c
       where state = 'active' and ('x' || left(md5(id::text), 7))::bit(28)::integer % $3 <= $2
         and not exists (select 1 from planning p where p.account_id = c.id and p.night >= $1::date)
       order by id limit $4
       on conflict (account_id) do update set night = excluded.night where planning.night < excluded.night
       returning account_id as id`,
      [night, minutes, nightMinutes, accountsAtOnce],
    );
    const jobs = rows.map(({ id: accountId }) => {
      const data: PlanJob = { accountId, runId: randomUUID() };
      return { queue: planQueue, data };
    });
    if (jobs.length === 0) return 0;
    await tx.switchToJobs();
    await writeJobs(region, tx, jobs);
    return jobs.length;
  });
}

/** Does the jobs from now on, one at a time for each region, and makes those of each night. */
export async function startPlanning(options: {
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  writeJobs: JobWriter;
  log: Logger;
  registry: Registry;
  everyMs?: number;
}): Promise<{ stop(): Promise<void> }> {
  const { bosses, store, log, registry, everyMs = defaultEveryMs } = options;
  const planned = new Counter({
    name: "refill_locations_planned_total",
    help: "Locations whose policy was planned",
    registers: [registry],
  });
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  for (const [region, boss] of bosses)
    await boss.work<PlanJob>(planQueue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
      if (!job) return;
      store.regions.remember(job.data.accountId, region);
      await planAccount(job.data, { store, log, isStopping, onPlanned: (count) => planned.inc(count) });
    });
  const loops = [...bosses.keys()].map(async (region) => {
    while (!isStopping()) {
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      if (isStopping()) return;
      try {
        while ((await enqueueNightly(options, region)) === accountsAtOnce && !isStopping());
      } catch (error) {
        log.warn(
          { region, reason: (error as Error).message },
          "the night's planning could not be put into the queue; tried again",
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
