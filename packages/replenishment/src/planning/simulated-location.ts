/** For tests: a location day by day, as it goes with a policy when demand is drawn. */
import { orderUnit, type Policy, reorderPointOf, type Supply } from "../ordering/index.ts";
import { orderSizeOf } from "./order-size.ts";

export interface SimulatedService {
  /** Share of the pieces served from the shelf at once. */
  fillRate: number;
  /** Share of the order cycles in which nothing was missing. */
  cycleService: number;
  averageStock: number;
  ordersPerYear: number;
}

/**
 * What arrives comes in the morning, the stock is looked at in the evening, what is missing is served later. At most one order
 * is under way.
 *
 * `demand`, `leadTime`: drawn for each day, for each order (days). `isLookedAt`: whether the stock is looked at on a day.
 */
export function simulate(
  policy: Policy,
  supply: Supply,
  capacity: number,
  days: number,
  demand: () => number,
  leadTime: () => number,
  isLookedAt: (day: number) => boolean = () => true,
): SimulatedService {
  const reorderPoint = reorderPointOf(policy);
  const { kind, step, unit, minimum } = orderSizeOf(policy, supply, capacity);
  const smallest = Math.max(orderUnit(supply), minimum);
  let stock = reorderPoint + step;
  let open: { quantity: number; day: number } | null = null;
  const total = { wanted: 0, missing: 0, stock: 0, orders: 0, arrivals: 0, lateCycles: 0 };
  let wasShort = false;
  for (let day = 0; day < days; day += 1) {
    if (open && open.day <= day) {
      if (wasShort) total.lateCycles += 1;
      total.arrivals += 1;
      wasShort = false;
      stock += open.quantity;
      open = null;
    }
    const wanted = demand();
    const missing = Math.min(wanted, Math.max(0, wanted - Math.max(0, stock)));
    if (missing > 0) wasShort = true;
    total.wanted += wanted;
    total.missing += missing;
    total.stock += (Math.max(0, stock) + Math.max(0, stock - wanted)) / 2;
    stock -= wanted;
    if (open || stock > reorderPoint || !isLookedAt(day)) continue;
    const quantity: number =
      kind === "up-to"
        ? Math.ceil(Math.max(smallest, reorderPoint + step - stock) / unit) * unit
        : Math.ceil(Math.max(step, minimum) / unit) *
          unit *
          Math.ceil((reorderPoint + 1 - stock) / (Math.ceil(Math.max(step, minimum) / unit) * unit));
    open = { quantity, day: day + 1 + leadTime() };
    total.orders += 1;
  }
  return {
    fillRate: 1 - total.missing / total.wanted,
    cycleService: 1 - total.lateCycles / Math.max(1, total.arrivals),
    averageStock: total.stock / days,
    ordersPerYear: (total.orders / days) * 365,
  };
}
