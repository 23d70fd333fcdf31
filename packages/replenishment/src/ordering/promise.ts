/** What a supplier promises, or a buyer asks for: pieces and days. */
import { isDay } from "./day.ts";
import { type Delivery, dueQuantity, type LifecycleOrder, type OrderRefusal } from "./order-lifecycle.ts";

export type Promised = {
  confirmedQuantity: number;
  confirmedDate: string | null;
  deliveries: readonly Delivery[];
};

/** In one delivery; what is not given stays as it was. */
export function promiseOf(
  order: LifecycleOrder,
  { quantity, date }: { quantity?: number | undefined; date?: string | undefined },
): Promised | OrderRefusal {
  const confirmedQuantity = quantity ?? dueQuantity(order);
  if (!isCount(confirmedQuantity)) return "quantity";
  if (date !== undefined && !isDay(date)) return "date";
  const isUnchanged = quantity === undefined && date === undefined;
  return {
    confirmedQuantity,
    confirmedDate:
      date ?? order.confirmedDate ?? (isUnchanged ? (order.deliveries.at(-1)?.date ?? null) : null),
    deliveries: isUnchanged ? order.deliveries : [],
  };
}

/** By day; one delivery is none of several. */
export function promiseOfSeveral(deliveries: readonly Delivery[]): Promised | OrderRefusal {
  if (deliveries.length === 0 || !deliveries.every(({ quantity }) => isCount(quantity))) return "deliveries";
  if (!deliveries.every(({ date }) => isDay(date))) return "date";
  const byDay = [...deliveries].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const confirmedQuantity = byDay.reduce((sum, { quantity }) => sum + quantity, 0);
  if (!isCount(confirmedQuantity)) return "deliveries";
  return {
    confirmedQuantity,
    confirmedDate: byDay.at(-1)!.date,
    deliveries: byDay.length === 1 ? [] : byDay.map(({ quantity, date }) => ({ quantity, date })),
  };
}

/** Pieces, from 1. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
