import { type DemandSeries, type LeadTimeSpread, seriesOfValues } from "../demand/index.ts";
import type { Policy, PriceBreak, Supply } from "../ordering/index.ts";

/** How much of the demand is to be served: of the pieces (`fill-rate`), or of the order cycles (`cycle`). */
export interface Service {
  measure: "fill-rate" | "cycle";
  /** 0.5…0.9999; held within. */
  level: number;
}

export interface LocationToPlan {
  id: string;
  history: DemandSeries;
  /** From the order to the shelf. Negative or unknown counts as 0, more than two years as two years. */
  leadTime: LeadTimeSpread;
  /** Days between two decisions, ≥ 0; a periodic policy has its own. */
  reviewDays: number;
  /** In the account's currency; null: not known, then no order quantity can be economical. */
  unitPrice: number | null;
  /** By quantity of an order, rising; they count before `unitPrice`. */
  prices?: readonly PriceBreak[];
  /** Cost of holding stock for a year, as a share of its value, ≥ 0. */
  holdingRate: number;
  /** Cost of an order, in the account's currency, ≥ 0. */
  orderCost: number;
  service: Service;
  supply: Supply;
  /** Most pieces that the location holds, ≥ 1. */
  capacity: number;
  /** null: none yet; min/max is recommended. */
  policy: Policy | null;
  safetyStock: number;
  /** Pieces on hand now, for the run-out: what is on its way does not count. null or left out: not known. */
  onHand?: number | null;
  /** Pieces of a container, for the number of kanban cards; left out: the policy's, or the supply's pack. */
  piecesPerContainer?: number;
}

/** What is out of the ordinary and made the plan different. */
export type PlanNote =
  | "no-demand"
  | "too-short"
  /** The wanted service can't be reached in this location. */
  | "capacity"
  /** The smallest possible order is more than would be economical. */
  | "minimum-order"
  | "price-unknown"
  | "lead-time-unusable"
  | "supply-unusable"
  | "policy-unusable";

/** More than any shelf holds. */
const MOST_CAPACITY = 1e9;

/**
 * The same with figures that can be calculated with: a history without negative or infinite values (they are missing), costs
 * and days that are no number from 0 count as 0, a capacity in whole pieces up to a billion.
 */
export function soundLocation(location: LocationToPlan): LocationToPlan {
  const { history, capacity } = location;
  return {
    ...location,
    history: history.values.some((value) => value < 0 || value === Number.POSITIVE_INFINITY)
      ? seriesOfValues(history.values, history.periodDays, history.firstDay)
      : history,
    reviewDays: amount(location.reviewDays),
    holdingRate: amount(location.holdingRate),
    orderCost: amount(location.orderCost),
    safetyStock: amount(location.safetyStock),
    capacity: capacity > 0 ? Math.floor(Math.min(capacity, MOST_CAPACITY)) : 0,
    onHand: location.onHand === undefined || location.onHand === null ? null : onHand(location.onHand),
  };
}

function amount(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : 0;
}

function onHand(pieces: number): number | null {
  return Number.isFinite(pieces) ? pieces : null;
}
