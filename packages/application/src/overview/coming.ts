import { dayAt, onOrder } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { expectedAt } from "../orders/supply.ts";

export interface ComingDay {
  /** ISO 8601, in the site's time zone. */
  date: string;
  orders: { order: Order; pieces: number; expectedAt: number }[];
}

/** What is on its way, or will be once it is placed, by the day on which it is expected; what nobody approved yet is not. */
export function findComing(set: WorkingSet, siteId: string | undefined): ComingDay[] {
  const days = new Map<string, ComingDay>();
  for (const id of set.openOrderByLocation.values()) {
    const order = set.get("order", id);
    const location = order && set.get("location", order.locationId);
    if (!location || order.state === "proposed") continue;
    if (siteId !== undefined && location.siteId !== siteId) continue;
    const pieces = onOrder(order);
    if (pieces === 0) continue;
    const at = expectedAt(set, order);
    const date = dayAt(set.get("site", location.siteId)?.timeZone ?? "UTC", at);
    const day = days.get(date) ?? { date, orders: [] };
    days.set(date, day);
    day.orders.push({ order, pieces, expectedAt: at });
  }
  for (const { orders } of days.values())
    orders.sort((a, b) => a.expectedAt - b.expectedAt || a.order.number - b.order.number);
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
