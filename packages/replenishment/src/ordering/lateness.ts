/** Late orders: when one is due, and when to ask for it again. */
import { dueTime, type SupplyCalendar } from "./calendar.ts";
import { dayAt, endOfDay } from "./day.ts";
import { arrivedQuantity, isOpen, type LifecycleOrder } from "./order-lifecycle.ts";

/**
 * ms since 1970 after which the order, or its next delivery, is late: the end of the promised day, else its lead time
 * after it was placed, of a lead time of 0 the end of that day. null: it has not been placed, or is closed.
 */
export function dueAtOf(
  order: LifecycleOrder,
  { calendar, leadTimeDays }: { calendar: SupplyCalendar; leadTimeDays: number },
): number | null {
  if (!isOpen(order.state) || order.placedAt === null) return null;
  const day = promisedDay(order);
  if (day !== null) return endOfDay(calendar.timeZone, day);
  // A supplier that hands over the same day has that day: it is not late, and asked again, while the order goes out.
  if (leadTimeDays === 0) return endOfDay(calendar.timeZone, dayAt(calendar.timeZone, order.placedAt));
  return dueTime(calendar, order.placedAt, leadTimeDays);
}

/** Of several deliveries that of the first one that has not come wholly. */
function promisedDay(order: LifecycleOrder): string | null {
  const arrived = arrivedQuantity(order);
  let until = 0;
  for (const { quantity, date } of order.deliveries) {
    until += quantity;
    if (arrived < until) return date;
  }
  return order.confirmedDate;
}

/** `at`, `dueAt`: ms since 1970. */
export function isLate(dueAt: number | null, at: number): boolean {
  return dueAt !== null && at > dueAt;
}

/** When to ask the supplier for a late order, ms since 1970: once it is late, then every `everyDays`. null: never. */
export function chaseAtOf({
  dueAt,
  chasedAt,
  everyDays,
}: {
  dueAt: number | null;
  /** When it was asked for last; asking for an earlier promise does not count for a later one. */
  chasedAt: number | null;
  everyDays: number | null;
}): number | null {
  if (dueAt === null || everyDays === null) return null;
  return chasedAt === null || chasedAt <= dueAt ? dueAt + 1 : chasedAt + Math.max(1, everyDays) * 86_400_000;
}
