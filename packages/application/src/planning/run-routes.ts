import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { Page, pageOf, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { notFound } from "../refusal.ts";
import { type PlanJob, planQueue } from "./plan-account.ts";
import { enterRun, newRun, readLastRun, readRun, readRuns, runView } from "./runs.ts";
import { PlanningMatrix, PlanningRun } from "./schema.ts";

/** Planning on demand, and what came of it. */
export function planningRunRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["planning"];
  app.post(
    "/planning/runs",
    {
      // The run is entered before the change that puts it into the queue.
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Plan all storage locations now; where a run waits or goes on already, gives that one",
        response: { 201: PlanningRun, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, name } = request.principal;
      const { sealer } = await store.read(accountId);
      const own = newRun(randomUUID(), name, Date.now());
      const run = await store.query(accountId, (tx) => enterRun(tx, sealer, own));
      if (run.id === own.id)
        await store.change(accountId, actor, (change) => {
          const data: PlanJob = { accountId, runId: run.id };
          change.enqueue(planQueue, data);
          change.note({ action: "planning.asked-for", detail: { run: run.id } });
        });
      return reply.code(201).send(runView(run, Date.now()));
    },
  );

  app.get(
    "/planning/runs",
    {
      schema: {
        tags,
        summary: "Runs of planning, the newest first",
        querystring: Type.Object(pageQuery, closed),
        response: { 200: Page(PlanningRun), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { sealer } = await store.read(accountId);
      const runs = await store.query(accountId, (tx) => readRuns(tx, sealer));
      const { items, nextCursor } = pageOf(runs, request.query, ({ id }) => id);
      return { items: items.map((run) => runView(run, Date.now())), nextCursor };
    },
  );

  app.get(
    "/planning/runs/:id",
    {
      schema: {
        tags,
        summary: "Read how far a run of planning is",
        params: IdParameter,
        response: { 200: PlanningRun, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { sealer } = await store.read(accountId);
      const run = await store.query(accountId, (tx) => readRun(tx, sealer, request.params.id));
      if (!run) throw notFound("run of planning");
      return runView(run, Date.now());
    },
  );

  app.get(
    "/planning/matrix",
    {
      schema: {
        tags,
        summary: "How many storage locations there are of each ABC and XYZ class, and their value",
        response: { 200: PlanningMatrix, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { sealer } = await store.read(accountId);
      const run = await store.query(accountId, (tx) => readLastRun(tx, sealer));
      const finishedAt = run?.content.finishedAt ?? null;
      return {
        plannedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
        cells: [...(run?.content.matrix ?? [])],
      };
    },
  );
}
