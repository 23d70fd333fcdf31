import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { type LocationToPlan, type Plan, planMany } from "@refill/replenishment";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { Refusal } from "../refusal.ts";
import { locationsAtOnce, readDemand } from "./demand-history.ts";
import { type Forecast, writeForecasts } from "./forecast.ts";
import { type LeadTimes, readLeadTimes } from "./lead-times.ts";
import { locationToPlan } from "./location-input.ts";
import { planningActor, settleProposals } from "./proposals.ts";
import { rankForecasts } from "./ranking.ts";
import { enterRun, newRun, type ProposalCounts, type Run, writeRun } from "./runs.ts";

/** Jobs that plan an account's locations; their data is {@link PlanJob}. */
export const planQueue = "plan-account";
export interface PlanJob {
  accountId: string;
  runId: string;
}
/** A job whose process died is noticed after ten to fifteen seconds; it goes on where the run says. */
export const planQueueOptions = {
  retryLimit: 30,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 6 * 60 * 60,
};

/** Does a {@link PlanJob}. Throws when it is to be taken up again: also when `isStopping` says so. */
export async function planAccount(
  { accountId, runId }: PlanJob,
  {
    store,
    log,
    isStopping = () => false,
    onPlanned,
  }: {
    store: AccountStore;
    log: Logger;
    isStopping?: () => boolean;
    /** Told after each batch. */
    onPlanned?: (locations: number) => void;
  },
): Promise<void> {
  try {
    const set = await store.readNow(accountId);
    if (set.state !== "active") return;
    const run = await store.query(accountId, (tx) =>
      enterRun(tx, set.sealer, newRun(runId, null, Date.now())),
    );
    // Another one runs, or this one is done.
    if (run.id !== runId || run.state === "done" || run.state === "failed") return;
    const done = await goOn(set, run);
    const seconds = (done.content.finishedAt! - done.content.startedAt!) / 1000;
    log.info({ accountId, locations: done.content.planned, seconds }, "an account's locations are planned");
  } catch (error) {
    // The customer is gone.
    if (!(error instanceof Refusal && error.status === 404)) throw error;
  }

  async function goOn(set: WorkingSet, begun: Run): Promise<Run> {
    const ids = [...set.all("location")].map(({ id }) => id).sort();
    let run = await note(begun, {
      state: "running",
      startedAt: begun.content.startedAt ?? Date.now(),
      total: ids.length,
    });
    const leadTimes = await readLeadTimes(store, set);
    const left = ids.filter((id) => run.plannedUntil === null || id > run.plannedUntil);
    for (let index = 0; index < left.length; index += locationsAtOnce) {
      if (isStopping()) throw new Error("the program is being stopped; planning goes on after its start");
      const batchBegan = performance.now();
      run = await planBatch(run, left.slice(index, index + locationsAtOnce), leadTimes);
      // As long as the batch took: messages and requests have at least half of the time.
      await sleep(Math.min(performance.now() - batchBegan, 1_000));
    }
    const matrix = await rankForecasts(store, accountId);
    return note(run, { state: "done", finishedAt: Date.now(), matrix });
  }

  async function planBatch(run: Run, ids: readonly string[], leadTimes: LeadTimes): Promise<Run> {
    const set = await store.read(accountId);
    const locations = ids.flatMap((id) => set.get("location", id) ?? []);
    const now = Date.now();
    const demand = await readDemand(store, set, locations, now);
    const { planning: settings } = settingsOf(set);
    const inputs = locations.map((location) =>
      locationToPlan(set, location, { settings, demand: demand.get(location.id) ?? [], leadTimes, now }),
    );
    const plans = await planInTurns(inputs);
    // Before the forecasts: when this process dies in between, the same plans are made again and find them as they are.
    const counts = await store.change(accountId, planningActor, (change) => settleProposals(change, plans));
    const forecasts = plans.map(
      ({ id: locationId, ...plan }): Forecast => ({
        locationId,
        plannedAt: now,
        content: { plan, rank: null },
      }),
    );
    const { sealer } = await store.read(accountId);
    const next: Run = {
      ...run,
      plannedUntil: ids.at(-1)!,
      content: {
        ...run.content,
        touchedAt: Date.now(),
        planned: run.content.planned + plans.length,
        proposals: sumOf(run.content.proposals, counts),
      },
    };
    await store.query(accountId, async (tx) => {
      await writeForecasts(tx, sealer, forecasts);
      await writeRun(tx, sealer, next);
    });
    onPlanned?.(plans.length);
    return next;
  }

  async function note(
    run: Run,
    { state, ...content }: { state: Run["state"] } & Partial<Run["content"]>,
  ): Promise<Run> {
    const next: Run = { ...run, state, content: { ...run.content, ...content, touchedAt: Date.now() } };
    const { sealer } = await store.read(accountId);
    await store.query(accountId, (tx) => writeRun(tx, sealer, next));
    return next;
  }
}

/** One location takes some milliseconds: others have their turn after each. */
async function planInTurns(inputs: readonly LocationToPlan[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const chunk of planMany(inputs, 1)) {
    plans.push(...chunk);
    await setImmediate();
  }
  return plans;
}

function sumOf(a: ProposalCounts, b: ProposalCounts): ProposalCounts {
  return {
    created: a.created + b.created,
    kept: a.kept + b.kept,
    withdrawn: a.withdrawn + b.withdrawn,
    applied: a.applied + b.applied,
  };
}
