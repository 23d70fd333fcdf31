import type { Order } from "../api/client.ts";

/** A delivery of an order that is to come on a day: what was promised, else when its lead time is over. */
export interface Coming {
  order: Order;
  /** Pieces of it. */
  quantity: number;
  /** ISO 8601. */
  day: string;
  isPromised: boolean;
}

/** What is still to come, each delivery on its day. `dayOf`: the person's day of a time. */
export function comingOf(orders: readonly Order[], dayOf: (iso: string) => string): Coming[] {
  return orders.flatMap((order): Coming[] => {
    if (["received", "cancelled", "rejected"].includes(order.state)) return [];
    const arrived = Math.max(order.receivedQuantity ?? 0, order.piecesSeen);
    const due = order.confirmedQuantity ?? order.quantity;
    if (order.deliveries.length > 0) {
      let before = 0;
      return order.deliveries.flatMap(({ quantity, date }) => {
        const missing = Math.min(quantity, Math.max(0, before + quantity - arrived));
        before += quantity;
        return missing > 0
          ? [{ order, quantity: missing, day: date, isPromised: order.confirmedAt !== null }]
          : [];
      });
    }
    const quantity = Math.max(0, due - arrived);
    if (order.confirmedDate) return [{ order, quantity, day: order.confirmedDate, isPromised: true }];
    return order.dueAt ? [{ order, quantity, day: dayOf(order.dueAt), isPromised: false }] : [];
  });
}

/** The Monday of the day's week; both ISO 8601. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return addDays(day, -((date.getUTCDay() + 6) % 7));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** ISO 8601's number of the week that begins on this Monday. */
export function weekNumber(monday: string): number {
  const thursday = new Date(`${addDays(monday, 3)}T00:00:00Z`);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
}
