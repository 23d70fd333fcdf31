import type { PgBoss } from "pg-boss";
import { answeringRegions } from "./answering-regions.ts";
import { reasonWithoutContent } from "./reason-words.ts";

export const jobStates = ["waiting", "retrying", "active", "failed"] as const;
export type JobState = (typeof jobStates)[number];

export interface QueueCounts {
  region: string;
  queue: string;
  /** Not yet due, or waiting for a free worker. */
  waiting: number;
  /** Failed before and tried again by itself. */
  retrying: number;
  active: number;
  /** For good, of the last days. */
  failed: number;
  /** ms since 1970: since when the oldest one that is due waits; null: none does. */
  oldestDueAt: number | null;
}

export interface ListedJob {
  region: string;
  queue: string;
  id: string;
  state: JobState;
  accountId: string | null;
  attempts: number;
  attemptsAllowed: number;
  createdAt: number;
  /** When it is taken up next; of a failed one, when it failed. */
  at: number;
  /** Of the latest failure; null: none. */
  reason: string | null;
}

/** The job queues as operators look into them: of a job its queue, customer, state and failures, nothing of what it is about. */
export interface JobBook {
  counts(): Promise<QueueCounts[]>;
  /** Of a region, by customer. */
  countsByAccount(region: string): Promise<Map<string, { waiting: number; failed: number }>>;
  /** Failed ones first, then those that wait, at most 500. */
  list(filter: {
    region?: string;
    queue?: string;
    state?: JobState;
    accountId?: string;
  }): Promise<ListedJob[]>;
  find(region: string, id: string): Promise<ListedJob | undefined>;
  /** Once more, at once. False: it is none that has failed. */
  retry(job: ListedJob): Promise<boolean>;
  /** Never again. False: it is done, failed or cancelled already. */
  cancel(job: ListedJob): Promise<boolean>;
}

interface Row {
  id: string;
  name: string;
  state: "created" | "retry" | "active" | "failed";
  account_id: string | null;
  retry_count: number;
  retry_limit: number;
  created_on: Date;
  start_after: Date;
  completed_on: Date | null;
  reason: string | null;
}

const mostListed = 500;
const stateOfRow = { created: "waiting", retry: "retrying", active: "active", failed: "failed" } as const;
const rowOfState = { waiting: "created", retrying: "retry", active: "active", failed: "failed" } as const;
// pg-boss' own queues begin with two underscores.
const columns = `id, name, state::text as state, data->>'accountId' as account_id, retry_count, retry_limit, created_on,
  start_after, completed_on, coalesce(output->>'message', output->'value'->>'message') as reason`;
const ours = "name not like '\\_\\_%' and state in ('created', 'retry', 'active', 'failed')";

export function openJobBook(byRegion: ReadonlyMap<string, PgBoss>): JobBook {
  async function ask<R>(region: string, text: string, values: unknown[] = []): Promise<R[]> {
    const boss = byRegion.get(region);
    if (!boss) return [];
    return (await boss.getDb().executeSql(text, values)).rows as R[];
  }

  return {
    async counts() {
      return answeringRegions(byRegion.keys(), async (region) => {
        const rows = await ask<{
          name: string;
          waiting: number;
          retrying: number;
          active: number;
          failed: number;
          oldest: Date | null;
        }>(
          region,
          `select q.name, count(*) filter (where state = 'created')::int as waiting,
             count(*) filter (where state = 'retry')::int as retrying,
             count(*) filter (where state = 'active')::int as active,
             count(*) filter (where state = 'failed')::int as failed,
             min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as oldest
           from jobs.queue q left join jobs.job j using (name)
           where q.name not like '\\_\\_%' group by q.name order by q.name`,
        );
        return rows.map(({ name: queue, oldest, ...counts }) => ({
          region,
          queue,
          ...counts,
          oldestDueAt: oldest?.getTime() ?? null,
        }));
      });
    },
    async countsByAccount(region) {
      const rows = await ask<{ account_id: string; waiting: number; failed: number }>(
        region,
        `select data->>'accountId' as account_id, count(*) filter (where state in ('created', 'retry'))::int as waiting,
           count(*) filter (where state = 'failed')::int as failed
         from jobs.job where ${ours} and data ? 'accountId' group by 1`,
      );
      return new Map(rows.map(({ account_id, ...counts }) => [account_id, counts]));
    },
    async list({ region, queue, state, accountId }) {
      const asked = region === undefined ? [...byRegion.keys()] : [region];
      const found = await answeringRegions(asked, async (each) => {
        const rows = await ask<Row>(
          each,
          `select ${columns} from jobs.job
           where ${ours} and ($1::text is null or name = $1) and ($2::text is null or state::text = $2)
             and ($3::text is null or data->>'accountId' = $3)
           order by state = 'failed' desc, state = 'retry' desc, state = 'active' desc, start_after limit ${mostListed}`,
          [queue ?? null, state === undefined ? null : rowOfState[state], accountId ?? null],
        );
        return rows.map((row) => view(each, row));
      });
      return found.slice(0, mostListed);
    },
    async find(region, id) {
      const [row] = await ask<Row>(region, `select ${columns} from jobs.job where ${ours} and id = $1`, [id]);
      return row && view(region, row);
    },
    async retry({ region, queue, id, state }) {
      if (state === "failed") return isDone(await byRegion.get(region)!.retry(queue, id));
      if (state !== "retrying") return false;
      // It waits for its next attempt anyway: that is now.
      const rows = await ask(
        region,
        "update jobs.job set start_after = now() where id = $1 and state = 'retry' returning id",
        [id],
      );
      return rows.length === 1;
    },
    async cancel({ region, queue, id, state }) {
      if (state === "failed") return isDone(await byRegion.get(region)!.deleteJob(queue, id));
      return isDone(await byRegion.get(region)!.cancel(queue, id));
    },
  };
}

/** What pg-boss answers is wider than its type. */
function isDone(answer: object): boolean {
  return (answer as { affected?: number }).affected === 1;
}

function view(region: string, row: Row): ListedJob {
  const at = row.state === "failed" ? (row.completed_on ?? row.created_on) : row.start_after;
  return {
    region,
    queue: row.name,
    id: row.id,
    state: stateOfRow[row.state],
    accountId: row.account_id,
    attempts: row.retry_count + (row.state === "created" ? 0 : 1),
    attemptsAllowed: row.retry_limit + 1,
    createdAt: row.created_on.getTime(),
    at: at.getTime(),
    reason: row.reason === null ? null : reasonWithoutContent(row.reason),
  };
}
