import { jobsConfig, type RegionDatabase } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import { type JobInsert, PgBoss, type Queue } from "pg-boss";
import type { Logger } from "pino";
import type { Job } from "./accounts/account-change.ts";
import type { JobWriter } from "./accounts/account-store.ts";
import { type JobBook, openJobBook } from "./operation/job-book.ts";

/** The queues of each region lie in its Postgres, so jobs survive every restart and are written with what they are for. */
export interface JobQueues {
  readonly byRegion: ReadonlyMap<string, PgBoss>;
  writeJobs: JobWriter;
  /** What lies in them, for operators. */
  book: JobBook;
  stop(): Promise<void>;
}

function insertOf({ data, options: { startAfter, group, singletonKey } = {} }: Job): JobInsert {
  return {
    data,
    ...(startAfter === undefined ? {} : { startAfter: new Date(startAfter) }),
    ...(group === undefined ? {} : { group: { id: group } }),
    ...(singletonKey === undefined ? {} : { singletonKey }),
  };
}

export async function openJobQueues(options: {
  databases: readonly RegionDatabase[];
  vault: KeyVault;
  log: Logger;
  queues: Readonly<Record<string, Omit<Queue, "name">>>;
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
      const { policy: _fixed, ...changeable } = settings;
      await boss.updateQueue(queue, changeable);
    }
    byRegion.set(database.region, boss);
  }
  return {
    byRegion,
    async writeJobs(region, transaction, jobs) {
      const boss = byRegion.get(region);
      if (!boss) throw new RangeError(`there is no job queue for ${region}`);
      const db = { executeSql: (text: string, values?: unknown[]) => transaction.query(text, values) };
      for (const [queue, own] of Map.groupBy(jobs, (job) => job.queue))
        await boss.insert(queue, own.map(insertOf), { db });
    },
    book: openJobBook(byRegion),
    async stop() {
      await Promise.all([...byRegion.values()].map((boss) => boss.stop({ graceful: true, timeout: 10_000 })));
    },
  };
}
