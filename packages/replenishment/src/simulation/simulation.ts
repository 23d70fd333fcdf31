/** What a replay is given, and what comes of it. */
import type { LeadTimeSpread } from "../demand/index.ts";
import type { Policy, Supply, SupplyCalendar } from "../ordering/index.ts";
import type { CoursePoint } from "./course.ts";

export interface SimulationInput {
  /** Pieces a day, oldest first, whole and from 0. NaN: missing, see {@link demandToReplay}. */
  demand: ArrayLike<number>;
  /** Of `demand`'s first day, days since 1 January 1970; left out: 4, a Monday (5 January 1970). */
  firstDay?: number;
  /** Pieces on the shelf at the begin; null or left out: as many as the policy orders up to. */
  startStock?: number | null;
  /** From the order to the shelf: with samples one of them, else gamma distributed; the same for all orders of a day. */
  leadTime: LeadTimeSpread;
  supply: Supply;
  /** Most pieces that the location holds. */
  capacity: number;
  /** When orders can be placed; an order that waits for it may grow. Left out: always. */
  calendar?: SupplyCalendar | null;
  costs: Costs;
  /** What is not there is waited for, or gone. */
  unmet: "backordered" | "lost";
  /** Days at the begin that are replayed, but not counted; 0 when left out. */
  warmUpDays?: number;
  /** Hours; 0 when left out. */
  minimumHoursBetweenOrders?: number;
  /** As inventory theory has it: a location may order again while an order is under way. The product does not. */
  ordersMayOverlap?: boolean;
  /** Of the lead times; 1 when left out. */
  seed?: number;
}

/** In the account's currency, from 0. */
export interface Costs {
  /** Of a piece; null: not known, then stock costs nothing here. */
  unitPrice: number | null;
  /** Of holding stock for a year, as a share of its value. */
  holdingRate: number;
  /** Of an order. */
  orderCost: number;
  /** Of a piece that is waited for, for a day; 0 when left out. */
  backorderCost?: number;
  /** Of a piece of lost demand; 0 when left out. */
  lostSaleCost?: number;
}

export interface SimulatedPolicy {
  policy: Policy;
  /** Pieces. With an `event` policy, somebody presses the button when no more than this is left and nothing is under way. */
  safetyStock: number;
}

/** Of the days that count. Pieces and the account's currency. */
export interface Simulation {
  days: number;
  /** Days whose demand was not known. */
  missingDays: number;
  demand: number;
  /** Share of the demand that was served from the shelf at once, 0…1; 1 without demand. */
  fillRate: number;
  /** Share of the times between two receipts in which everything was served at once, 0…1; null: nothing was received. */
  cycleService: number | null;
  /** Days on which something was asked for that was not there, or was still waited for. */
  stockOutDays: number;
  /** Pieces that were not there when they were asked for. */
  unmet: number;
  /** Over time. */
  averageStock: number;
  maximumStock: number;
  /** Of the average stock; null: the price is not known. */
  stockValue: number | null;
  /** Pieces that are waited for, over time. */
  averageBackorders: number;
  orders: number;
  urgentOrders: number;
  orderedQuantity: number;
  cost: { orders: number; holding: number; shortage: number; total: number; perYear: number };
  /** At most 1,000 points. */
  course: CoursePoint[];
}
