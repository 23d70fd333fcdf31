import type { DemonstrationPlan } from "@refill/factory";
import type { Call } from "./call-api.ts";
import { pastConsumption } from "./past-consumption.ts";

/** A year of so many locations is some 1 MB. */
const locationsAtOnce = 50;

/**
 * Tells the application what the locations used before the demonstration began, and lets it plan with that. `isNew`: by the
 * id of a location; nothing is told of the others, unless nothing was ever planned. Gives whether it asked for a plan.
 */
export async function bringPast(
  call: Call,
  { plan, sharesAtStart }: Pick<DemonstrationPlan, "plan" | "sharesAtStart">,
  { seed, isNew }: { seed: string; isNew(locationId: string): boolean },
): Promise<boolean> {
  const runs = await call<{ items: unknown[] }>("GET", "/planning/runs?limit=1");
  const isFirst = runs.items.length === 0;
  const today = new Date().toISOString().slice(0, 10);
  const items = pastConsumption(plan, { seed, today, sharesAtStart }).filter(
    ({ locationId }) => isFirst || isNew(locationId),
  );
  if (items.length === 0) return false;
  for (let from = 0; from < items.length; from += locationsAtOnce)
    await call("POST", "/planning/consumption", { items: items.slice(from, from + locationsAtOnce) });
  await call("POST", "/planning/runs", {});
  return true;
}
