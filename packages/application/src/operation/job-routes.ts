import { DAY_MS } from "@refill/replenishment";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { Id, Text } from "../api/schemas.ts";
import { countWaiting } from "../measurements/progress.ts";
import { nightBeginsMs } from "../planning/schedule.ts";
import { notFound, Refusal } from "../refusal.ts";
import { answeringRegions } from "./answering-regions.ts";
import { readCustomers, time } from "./customers.ts";
import type { ListedJob } from "./job-book.ts";
import * as schemas from "./schema.ts";
import { recordDeed } from "./service-record.ts";

/** History is summed up to the day that is over by two hours; see measurements/upkeep.ts. */
const historyGraceMs = 2 * 60 * 60 * 1000;

/** Operators: what waits, runs and failed in the job queues, and what happens by the clock. */
export function jobRoutes(app: ApiServer, { regions, jobs, vault }: Api): void {
  const tags = ["operation"];
  const params = Type.Object({ region: Text(20), id: Id });

  app.get(
    "/operation/jobs",
    {
      schema: {
        tags,
        summary: "Operators: queues, schedules, and jobs: failed ones first, at most 500",
        querystring: Type.Object(schemas.jobQuery, { additionalProperties: false }),
        response: { 200: schemas.OperatedJobs, ...refusals },
      },
    },
    async (request) => {
      const [queues, items, customers, schedules] = await Promise.all([
        jobs.counts(),
        jobs.list(request.query),
        answeringRegions(regions.names, (region) => readCustomers(regions, region)),
        Promise.all(regions.names.map(schedulesOf)),
      ]);
      const slugs = new Map(customers.map(({ id, slug }) => [id, slug]));
      return {
        queues: queues.map((queue) => ({ ...queue, oldestDueAt: time(queue.oldestDueAt) })),
        schedules: schedules.flat(),
        items: items.map((job) => ({
          ...job,
          customer: (job.accountId !== null && slugs.get(job.accountId)) || null,
          createdAt: time(job.createdAt)!,
          at: time(job.at)!,
        })),
      };
    },
  );

  app.post(
    "/operation/jobs/:region/:id/retry",
    {
      schema: {
        tags,
        summary: "Operators: try a failed job once more, now",
        params,
        body: schemas.OperatorReason,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request.params);
      if (!(await jobs.retry(job))) throw overtaken();
      await record(request, job, "job.retried");
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/operation/jobs/:region/:id/cancel",
    {
      schema: {
        tags,
        summary: "Operators: give a job up; what it was to do is not done",
        params,
        body: schemas.OperatorReason,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const job = await jobOf(request.params);
      if (!(await jobs.cancel(job))) throw overtaken();
      await record(request, job, "job.cancelled");
      return reply.code(204).send(null);
    },
  );

  async function jobOf({ region, id }: { region: string; id: string }): Promise<ListedJob> {
    const job = await jobs.find(region, id);
    if (!job) throw notFound("job: it may be done meanwhile");
    return job;
  }

  async function record(
    { principal, body }: { principal: Parameters<typeof recordDeed>[2]; body: { reason: string } },
    { region, queue, id, accountId, reason }: ListedJob,
    action: string,
  ): Promise<void> {
    const detail = { job: id, queue, failedWith: reason, reason: body.reason };
    await regions
      .of(region)
      .inDirectory((tx) => recordDeed(tx, vault, principal, { action, accountId, detail }));
  }

  async function schedulesOf(region: string) {
    const now = Date.now();
    const day = Math.floor((now - historyGraceMs) / DAY_MS) * DAY_MS;
    return regions
      .of(region)
      .inDirectory(async (tx) => {
        const night = new Date(now - nightBeginsMs).toISOString().slice(0, 10);
        const { rows } = await tx.query<{
          accounts: number;
          planned: number;
          last_night: string | null;
          visited_at: Date | null;
        }>(
          `select (select count(*)::int from customer where state = 'active') as accounts,
             (select count(*)::int from planning p join customer c on c.id = p.account_id and c.state = 'active'
                where p.night >= $1::date) as planned,
             (select max(night)::text from planning) as last_night,
             (select max(visited_at) from history) as visited_at`,
          [night],
        );
        const { accounts, planned, last_night, visited_at } = rows[0]!;
        const waiting = await countWaiting(tx, day);
        const begins = (date: string) => new Date(Date.parse(date) + nightBeginsMs).toISOString();
        const tomorrow = new Date(Date.parse(night) + DAY_MS).toISOString().slice(0, 10);
        return [
          {
            region,
            name: "nightly-planning" as const,
            lastAt: last_night === null ? null : begins(last_night),
            nextAt: begins(tomorrow),
            done: planned,
            open: Math.max(0, accounts - planned),
          },
          {
            region,
            name: "history-upkeep" as const,
            lastAt: visited_at?.toISOString() ?? null,
            nextAt: new Date(day + DAY_MS + historyGraceMs).toISOString(),
            done: Math.max(0, accounts - waiting),
            open: waiting,
          },
        ];
      })
      .catch(() => []);
  }
}

function overtaken(): Refusal {
  return new Refusal(
    409,
    "job-overtaken",
    "This job is running or done meanwhile: nothing was changed. Look at it again.",
  );
}
