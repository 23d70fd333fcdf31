import {
  orderUnit,
  orderUpToOf,
  type Policy,
  type PriceBreak,
  priceAt,
  reorderPointOf,
  type Supply,
  smallestOrder,
} from "../ordering/index.ts";
import type { OrderSize } from "./order-cycle.ts";

/** The next quantity at or above `pieces` that can be ordered. */
export function orderable(pieces: number, supply: Supply): number {
  const unit = orderUnit(supply);
  return Math.max(smallestOrder(supply), Math.ceil(pieces / unit - 1e-9) * unit);
}

/** The least that a location must hold for a policy of this kind, whatever is planned: its containers and a smallest order. */
export function leastCapacity(policy: Policy | null, supply: Supply): number {
  const least = smallestOrder(supply);
  if (policy?.kind === "two-bin") return Math.max(2, least);
  return policy?.kind === "kanban" ? Math.max(policy.piecesPerCard, least) : least;
}

/** How a policy orders at a location. */
export function orderSizeOf(policy: Policy, supply: Supply, capacity: number): OrderSize {
  const limits = { unit: orderUnit(supply), minimum: supply.minimumOrderQuantity, capacity };
  switch (policy.kind) {
    case "min-max":
    case "periodic":
      return { kind: "up-to", step: orderUpToOf(policy) - reorderPointOf(policy), ...limits };
    case "reorder-point":
    case "event":
      return { kind: "multiple", step: policy.quantity, ...limits };
    case "kanban":
      return { kind: "multiple", step: policy.piecesPerCard, ...limits };
    case "two-bin":
      return { kind: "multiple", step: policy.piecesPerBin, ...limits };
  }
}

/**
 * Price a piece when `quantity` is ordered; null: not known. `prices` count before `unitPrice`; what is no price from 0 is
 * passed over.
 */
export function unitPriceFor(
  quantity: number,
  unitPrice: number | null,
  prices: readonly PriceBreak[] = [],
): number | null {
  const known = prices.filter(({ price }) => price >= 0);
  return (
    priceAt(known, quantity) ??
    (unitPrice !== null && unitPrice >= 0 && Number.isFinite(unitPrice) ? unitPrice : null)
  );
}
