import { jobsConfig, type RegionDatabase } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import { PgBoss, type QueueOptions } from "pg-boss";
import type { Logger } from "pino";
import type { JobWriter } from "./accounts/account-store.ts";

/** The queues of each region lie in its Postgres, so jobs survive every restart and are written with what they are for. */
export interface JobQueues {
  readonly byRegion: ReadonlyMap<string, PgBoss>;
  writeJobs: JobWriter;
  stop(): Promise<void>;
}

export async function openJobQueues(options: {
  databases: readonly RegionDatabase[];
  vault: KeyVault;
  log: Logger;
  queues: Readonly<Record<string, QueueOptions>>;
}): Promise<JobQueues> {
  const { databases, vault, log } = options;
  const byRegion = new Map<string, PgBoss>();
  for (const database of databases) {
    const boss = new PgBoss({
      ...(jobsConfig(database, vault) as object),
      schema: "jobs",
      createSchema: false,
      max: 3,
      schedule: false,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
    });
    boss.on("error", (error) =>
      log.error({ region: database.region, reason: error.message }, "the job queue failed; it goes on"),
    );
    await boss.start();
    for (const [queue, settings] of Object.entries(options.queues)) {
      await boss.createQueue(queue, settings);
      await boss.updateQueue(queue, settings);
    }
    byRegion.set(database.region, boss);
  }
  return {
    byRegion,
    async writeJobs(region, transaction, jobs) {
      const boss = byRegion.get(region);
      if (!boss) throw new RangeError(`there is no job queue for ${region}`);
      const db = { executeSql: (text: string, values?: unknown[]) => transaction.query(text, values) };
      for (const { queue, data } of jobs) await boss.send(queue, data, { db });
    },
    async stop() {
      await Promise.all([...byRegion.values()].map((boss) => boss.stop({ graceful: true, timeout: 10_000 })));
    },
  };
}
