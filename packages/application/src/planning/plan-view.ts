import { DAY_MS, dayOf, type Plan } from "@refill/replenishment";
import type { Forecast } from "./forecast.ts";

/** What a list shows of a location's plan. */
export function forecastSummary({ plannedAt, content: { plan, rank } }: Forecast) {
  return {
    plannedAt: new Date(plannedAt).toISOString(),
    class: plan.class,
    method: plan.forecast.method,
    ratePerDay: plan.forecast.ratePerDay,
    error: plan.forecast.error,
    ...classesOf(rank),
    safetyStock: plan.safetyStock,
    reorderPoint: plan.reorderPoint,
    orderUpTo: plan.orderUpTo,
    quantity: plan.quantity,
    runOut: runOutDates(plan.runOut, plannedAt),
  };
}

/** All of it. */
export function planDetails({ plannedAt, content: { plan, rank } }: Forecast) {
  return {
    ...plan,
    plannedAt: new Date(plannedAt).toISOString(),
    runOut: runOutDates(plan.runOut, plannedAt),
    ...classesOf(rank),
    shareOfValue: rank?.shareOfValue ?? null,
  };
}

function classesOf(rank: Forecast["content"]["rank"]) {
  return {
    valueClass: rank?.value ?? null,
    variationClass: rank?.variation ?? null,
    movement: rank?.movement ?? null,
  };
}

function runOutDates(runOut: Plan["runOut"], plannedAt: number) {
  const dateIn = (days: number | null) =>
    days === null ? null : new Date(dayOf(plannedAt) + days * DAY_MS).toISOString().slice(0, 10);
  return (
    runOut && {
      earliest: dateIn(runOut.earliestDays),
      expected: dateIn(runOut.expectedDays),
      latest: dateIn(runOut.latestDays),
    }
  );
}
