import { dueTime } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { leadTimeRules } from "../orders/supply.ts";

/** When an open order should come, ms. Of one that has not been placed: as if it were now, or when it will be. */
export function expectedAt(set: WorkingSet, order: Order): number {
  if (order.dueAt !== null) return order.dueAt;
  const { calendar, leadTimeDays } = leadTimeRules(set, order);
  return dueTime(calendar, order.placeAt ?? order.createdAt, leadTimeDays);
}
