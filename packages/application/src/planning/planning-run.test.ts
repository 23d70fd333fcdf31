import { randomUUID } from "node:crypto";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JobWriter } from "../accounts/account-store.ts";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { openJobQueues } from "../job-queue.ts";
import { writeHistory } from "./history-under-test.ts";
import { type PlanJob, planAccount, planQueue, planQueueOptions } from "./plan-account.ts";
import { enterRun, newRun } from "./runs.ts";
import { enqueueNightly } from "./schedule.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const silent = pino({ level: "silent" });
/** Eleven pieces a day on average, in weeks of 35 to 105. */
const steady = (days: number) =>
  Array.from({ length: days }, (_, day) => 5 + ((day * 7) % 3) + ((Math.floor(day / 7) * 5) % 11));

async function customer(slug: string, locations = 1) {
  const own = await app.createCustomer(slug);
  const { ids, body } = lane();
  const all = Array.from({ length: locations }, (_, index) => ({
    ...body.locations[0]!,
    id: index === 0 ? ids.location : randomUUID(),
    name: `A-${String(index).padStart(2, "0")}`,
    deviceIds: [],
  }));
  const parts = body.parts.map((part) => ({
    ...part,
    supplies: part.supplies.map((supply) => ({ ...supply, prices: [{ fromQuantity: 1, price: 2 }] })),
  }));
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: { ...body, parts, locations: all },
  });
  expect(made.body).toMatchObject({ created: expect.anything() });
  const ask = async (method: string, path: string, sent?: unknown, key = own.adminKey) =>
    app.request(method, `/api/v1${path}`, { key, ...(sent === undefined ? {} : { body: sent }) });
  return {
    ...own,
    ids,
    ask,
    locationIds: all.map(({ id }) => id),
    async get(path: string) {
      const { status, body: answer } = await ask("GET", path);
      expect(status, JSON.stringify(answer)).toBe(200);
      return answer;
    },
    async plan() {
      const { status, body: run } = await ask("POST", "/planning/runs");
      expect(status).toBe(201);
      return until(async () => {
        const { body: now } = await ask("GET", `/planning/runs/${run.id}`);
        return now.state === "done" && now;
      });
    },
  };
}

test("a location is planned from what was used of it; what is proposed is applied as if a person had entered it", async () => {
  const own = await customer("plan-one");
  const { location } = own.ids;
  const use: (number | null)[] = steady(300);
  use.fill(null, 100, 120);
  await writeHistory(app, own.accountId, location, use);

  const demand = await own.get(`/locations/${location}/demand`);
  expect(demand.items).toHaveLength(300);
  // The level of the last known day holds for some hours of the first unknown one, which are too few.
  expect(
    demand.items.flatMap(({ isMissing }: { isMissing: boolean }, day: number) => (isMissing ? [day] : [])),
  ).toEqual(Array.from({ length: 20 }, (_, index) => 100 + index));
  expect(demand.items[0]).toMatchObject({ quantity: 5, knownShare: 1, isMissing: false });
  const weeks = await own.get(`/locations/${location}/demand?period=week`);
  expect(weeks.items.length).toBe(42);
  expect(weeks.items.filter(({ isMissing }: { isMissing: boolean }) => isMissing)).not.toHaveLength(0);

  const run = await own.plan();
  expect(run).toMatchObject({
    by: "API key admin",
    locations: { total: 1, planned: 1 },
    proposals: { created: 1, kept: 0, withdrawn: 0, applied: 0 },
    problem: null,
  });
  const { items } = await own.get("/planning/locations");
  expect(items[0]).toMatchObject({
    locationId: location,
    forecast: { class: "smooth", valueClass: "A", variationClass: "X", movement: "moving", runOut: null },
  });
  expect(items[0].forecast.ratePerDay).toBeCloseTo(11, 0);
  const { plan } = await own.get(`/planning/locations/${location}`);
  expect(plan).toMatchObject({
    leadTimeDemand: { days: 3 },
    service: { measure: "fill-rate", level: 0.98 },
    present: { policy: { kind: "min-max", minimum: 30, maximum: 90 } },
    recommended: { reachesService: true },
  });
  expect(plan.buffer.yellow).toBeCloseTo(33, 0);
  const matrix = await own.get("/planning/matrix");
  expect(matrix.cells).toMatchObject([{ value: "A", variation: "X", locations: 1 }]);
  expect(matrix.cells[0].valuePerYear).toBeCloseTo(plan.forecast.valuePerYear, 6);

  const [proposal] = (await own.get("/planning/proposals?state=open")).items;
  expect(proposal).toMatchObject({
    id: items[0].proposalId,
    locationId: location,
    before: { policy: { kind: "min-max", minimum: 30, maximum: 90 }, safetyStock: 0 },
    needsPerson: "Changes are not applied automatically.",
  });
  expect(
    (await own.ask("POST", `/planning/proposals/${proposal.id}/apply`, undefined, own.userKey)).status,
  ).toBe(403);
  // Again: nothing changes.
  expect((await own.plan()).proposals).toEqual({ created: 0, kept: 1, withdrawn: 0, applied: 0 });

  const applied = await own.ask("POST", `/planning/proposals/${proposal.id}/apply`);
  expect(applied.body).toMatchObject({ state: "applied", decidedBy: "API key admin", isAutomatic: false });
  expect(await own.get(`/locations/${location}`)).toMatchObject({
    policy: proposal.after.policy,
    safetyStock: proposal.after.safetyStock,
    version: 2,
  });
  const trail = (await own.get("/audit-entries?limit=2")).items;
  expect(trail.map(({ action }: { action: string }) => action).sort()).toEqual([
    "location.changed",
    "proposal.applied",
  ]);
  expect(await own.ask("POST", `/planning/proposals/${proposal.id}/apply`)).toMatchObject({
    status: 409,
    body: { type: "urn:refill:problem:proposal-decided" },
  });
  // What was applied is good enough.
  expect((await own.plan()).proposals).toEqual({ created: 0, kept: 0, withdrawn: 0, applied: 0 });
});

test("a proposal for parameters that were changed since is refused, and withdrawn by the next run", async () => {
  const own = await customer("plan-outdated");
  const { location } = own.ids;
  await writeHistory(app, own.accountId, location, steady(200));
  await own.plan();
  const [proposal] = (await own.get("/planning/proposals")).items;
  await own.ask("PATCH", `/locations/${location}`, { policy: { kind: "min-max", minimum: 31, maximum: 90 } });
  expect(await own.ask("POST", `/planning/proposals/${proposal.id}/apply`)).toMatchObject({
    status: 409,
    body: {
      type: "urn:refill:problem:proposal-outdated",
      detail: expect.stringContaining("were changed since"),
    },
  });
  expect((await own.plan()).proposals).toMatchObject({ created: 1, withdrawn: 1 });
  const open = (await own.get("/planning/proposals?state=open")).items;
  expect(open).toMatchObject([{ before: { policy: { minimum: 31 } } }]);
  expect(
    await own.ask("POST", `/planning/proposals/${open[0].id}/dismiss`, { reason: "moves soon" }),
  ).toMatchObject({
    body: { state: "dismissed", note: "moves soon" },
  });
  expect((await own.plan()).proposals).toMatchObject({ created: 0 });
  // With the location its proposals and its plan are gone.
  expect((await own.ask("DELETE", `/locations/${location}`)).status).toBe(204);
  expect((await own.get("/planning/proposals")).items).toEqual([]);
});

test("within the customer's limits planning applies what it proposes, and many proposals are applied at once", async () => {
  const own = await customer("plan-automatic", 3);
  for (const id of own.locationIds) await writeHistory(app, own.accountId, id, steady(200));
  await own.plan();
  const open = (await own.get("/planning/proposals?state=open")).items;
  expect(open).toHaveLength(3);
  const unknown = randomUUID();
  const apply = (...ids: string[]) => own.ask("POST", "/planning/proposals/apply", { ids });
  expect(await apply(open[0].id, unknown)).toMatchObject({
    status: 422,
    body: { errors: [{ field: "ids[1]", message: "there is no such proposal" }] },
  });
  expect((await apply(open[0].id)).body).toEqual({ applied: [open[0].id], refused: [] });
  expect((await apply(open[0].id)).body).toMatchObject({
    applied: [],
    refused: [{ id: open[0].id, code: "proposal-decided" }],
  });

  // The other two are withdrawn by a change of each, and proposed anew.
  const set = await own.ask("PATCH", "/account", {
    planning: { automatic: { mostChange: 2, mostValue: 100_000 } },
  });
  expect(set.body.planning).toEqual({
    serviceLevel: 0.98,
    serviceMeasure: "fill-rate",
    holdingRate: 0.25,
    orderCost: 25,
    automatic: { mostChange: 2, mostValue: 100_000 },
  });
  for (const { locationId } of open.slice(1))
    await own.ask("PATCH", `/locations/${locationId}`, {
      policy: { kind: "min-max", minimum: 29, maximum: 90 },
    });
  expect((await own.plan()).proposals).toMatchObject({ created: 2, withdrawn: 2, applied: 2 });
  const [applied] = (await own.get("/planning/proposals?state=applied&sort=-createdAt")).items;
  expect(applied).toMatchObject({ isAutomatic: true, decidedBy: "Planning", needsPerson: null });
  expect((await own.get(`/locations/${applied.locationId}`)).policy).toEqual(applied.after.policy);
  const [entry] = (await own.get("/audit-entries?action=location.changed&limit=1")).items;
  expect(entry.actor).toMatchObject({ kind: "system", name: "Planning" });
});

test("a run that is interrupted goes on where it was, and is done once", async () => {
  const own = await customer("plan-interrupted", 50);
  const { store } = app.accounts;
  const job = { accountId: own.accountId, runId: randomUUID() };
  let batches = 0;
  await expect(planAccount(job, { store, log: silent, isStopping: () => ++batches > 1 })).rejects.toThrow(
    /stopped/,
  );
  expect(await own.get(`/planning/runs/${job.runId}`)).toMatchObject({
    state: "running",
    locations: { total: 50, planned: 20 },
  });
  // Who asks meanwhile gets this one.
  expect((await own.ask("POST", "/planning/runs")).body.id).toBe(job.runId);
  await planAccount(job, { store, log: silent });
  const done = await own.get(`/planning/runs/${job.runId}`);
  expect(done).toMatchObject({ state: "done", locations: { total: 50, planned: 50 } });
  await planAccount(job, { store, log: silent });
  expect(await own.get(`/planning/runs/${job.runId}`)).toEqual(done);
});

test("locations of every kind are planned, and say what is out of the ordinary", async () => {
  const own = await customer("plan-kinds", 6);
  const policies = [
    { kind: "reorder-point", reorderPoint: 20, quantity: 40 },
    { kind: "periodic", reorderPoint: 40, maximum: 90, days: [1, 4], at: "08:00" },
    { kind: "kanban", cards: 4, piecesPerCard: 20 },
    { kind: "two-bin", piecesPerBin: 40 },
    { kind: "event", quantity: 40 },
    null,
  ];
  const rare = Array.from({ length: 400 }, (_, day) => (day % 37 === 0 ? 1 + (day % 50) : 0));
  for (const [index, id] of own.locationIds.entries()) {
    expect((await own.ask("PATCH", `/locations/${id}`, { policy: policies[index] })).status).toBe(200);
    if (index < 5) await writeHistory(app, own.accountId, id, index % 2 ? rare : steady(250));
  }
  await own.plan();
  const { items } = await own.get("/planning/locations");
  expect(items).toHaveLength(6);
  const plans = await Promise.all(own.locationIds.map((id) => own.get(`/planning/locations/${id}`)));
  for (const [index, { plan }] of plans.slice(0, 5).entries()) {
    expect(plan.present.policy).toEqual(policies[index]);
    expect(plan.recommended.policy.kind).toBe(policies[index]!.kind);
    expect(plan.kanban.cards).toBeGreaterThanOrEqual(1);
  }
  expect(["intermittent", "lumpy"]).toContain(plans[1].plan.class);
  expect(plans[5]).toMatchObject({
    policy: null,
    plan: {
      forecast: { method: null },
      present: null,
      recommended: null,
      notes: expect.arrayContaining(["no-demand"]),
    },
  });
});

test("a run that nobody took up again holds up no other", async () => {
  const own = await customer("plan-lost");
  const { store } = app.accounts;
  const { sealer } = await store.read(own.accountId);
  const lost = newRun(randomUUID(), null, Date.now() - 2 * 3_600_000);
  await store.query(own.accountId, (tx) => enterRun(tx, sealer, lost));
  expect((await own.plan()).id).not.toBe(lost.id);
  expect(await own.get(`/planning/runs/${lost.id}`)).toMatchObject({
    state: "failed",
    problem: expect.stringContaining("interrupted"),
  });
});

test("every account has its turn once a night, spread over it", async () => {
  const customers = [await customer("plan-night-one"), await customer("plan-night-two")];
  const { store } = app.accounts;
  const jobs: string[] = [];
  const queues = await openJobQueues({
    databases: [app.postgres],
    vault: app.vault,
    log: silent,
    queues: { [planQueue]: planQueueOptions },
  });
  const writeJobs: JobWriter = async (region, tx, own) => {
    jobs.push(...own.map(({ data }) => (data as PlanJob).accountId));
    await queues.writeJobs(region, tx, own);
  };
  const noon = Date.UTC(2031, 0, 1, 12);
  const hour = 3_600_000;
  // What was missed is made up for, once.
  await enqueueNightly({ store, writeJobs }, "EU", noon);
  expect(await enqueueNightly({ store, writeJobs }, "EU", noon + 14 * hour)).toBe(0);
  for (const { accountId, get } of customers) {
    expect(jobs.filter((id) => id === accountId)).toHaveLength(1);
    const run = await until(async () => {
      const [last] = (await get("/planning/runs")).items;
      return last?.state === "done" && last;
    });
    expect(run).toMatchObject({ by: null, locations: { total: 1, planned: 1 } });
  }
  await enqueueNightly({ store, writeJobs }, "EU", noon + 18 * hour);
  for (const { accountId } of customers) expect(jobs.filter((id) => id === accountId)).toHaveLength(2);
  await queues.stop();
});

test("another policy is replayed over what was used", async () => {
  const own = await customer("plan-simulation");
  const { location } = own.ids;
  await writeHistory(app, own.accountId, location, steady(200));
  const policy = { kind: "min-max", minimum: 60, maximum: 100 };
  const simulated = await own.ask("POST", "/planning/simulations", {
    locationId: location,
    policy,
    safetyStock: 10,
    days: 100,
  });
  expect(simulated).toMatchObject({
    status: 200,
    body: {
      days: 100,
      missingDays: 0,
      present: { policy: { kind: "min-max", minimum: 30, maximum: 90 }, safetyStock: 0 },
      proposed: { policy, safetyStock: 10 },
    },
  });
  const { present, proposed, difference, demand } = simulated.body;
  expect(demand).toBe(
    steady(200)
      .slice(100)
      .reduce((sum, pieces) => sum + pieces, 0),
  );
  expect(proposed.fillRate).toBeGreaterThan(present.fillRate);
  expect(difference.averageStock).toBeCloseTo(proposed.averageStock - present.averageStock, 6);
  expect(proposed.course).toHaveLength(100);
  // It changed nothing.
  expect(await own.get(`/locations/${location}`)).toMatchObject({ version: 1 });
  const bad = { locationId: location, policy: { ...policy, minimum: 100 }, safetyStock: 0 };
  expect(await own.ask("POST", "/planning/simulations", bad)).toMatchObject({
    status: 422,
    body: { errors: [{ field: expect.stringMatching(/^policy\./) }] },
  });
});
