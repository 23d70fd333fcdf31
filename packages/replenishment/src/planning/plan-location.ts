import {
  chooseForecast,
  type DemandClass,
  type DemandFamily,
  type DemandSeries,
  type Forecast,
  type ForecastMethod,
  isLeadTimeUsable,
  leadTimeDays,
  leadTimeDemand,
  type RunOut,
  runOut,
  seededRandom,
  weeksOf,
} from "../demand/index.ts";
import {
  isSupplyUsable,
  isUsable,
  orderUpToOf,
  type Policy,
  reorderPointOf,
  smallestOrder,
  type Weekday,
} from "../ordering/index.ts";
import { type BufferView, bufferView, usualFactors } from "../theory/index.ts";
import { type LocationToPlan, type PlanNote, type Service, soundLocation } from "./location-to-plan.ts";
import type { Expected, Need } from "./order-cycle.ts";
import { leastCapacity, unitPriceFor } from "./order-size.ts";
import { assess, type Choice, economicQuantity, levelOf, NO_POLICY, recommend } from "./recommend.ts";

/** A policy with its figures. Plain data, as the rest of the plan. */
export interface Outlook extends Expected {
  policy: Policy;
  /** Pieces. */
  safetyStock: number;
  /** Of the average stock, in the account's currency; null: the price is not known. */
  stockValue: number | null;
  /** Orders, holding and parts of a year; null: the price is not known. */
  costPerYear: number | null;
  /** Whether the wanted service is reached. */
  reachesService: boolean;
}

export interface Plan {
  id: string;
  class: DemandClass;
  /** Average interval between demands in periods, and CV² of their sizes; null without demand. */
  interval: number | null;
  sizeVariation: number | null;
  forecast: {
    /** null: nothing is expected. */
    method: ForecastMethod | null;
    parameters: Readonly<Record<string, number>>;
    /** Days of a period of the forecast. */
    periodDays: 1 | 7;
    /** Pieces. */
    ratePerDay: number;
    perYear: number;
    /** In the account's currency; null: the price is not known. */
    valuePerYear: number | null;
    /** Scaled, see `Forecast.error`; null: not tested. */
    error: number | null;
    /** Standard deviation ÷ mean of the demand by period, for XYZ; null without demand. */
    variation: number | null;
    knownPeriods: number;
    /** From the last use to the end of the history; null: never. */
    daysSinceUse: number | null;
  };
  /** Days as planned with; pieces. */
  leadTimeDemand: { days: number; family: DemandFamily; mean: number; standardDeviation: number };
  service: Service;
  /** Pieces, of the recommended policy; null where none is recommended. */
  safetyStock: number | null;
  reorderPoint: number | null;
  orderUpTo: number | null;
  /** As it will be ordered. */
  quantity: number | null;
  /** If it were a kanban loop. */
  kanban: { cards: number; piecesPerCard: number } | null;
  buffer: BufferView | null;
  /** null: the level is not known or nothing is used. */
  runOut: RunOut | null;
  /** null: there is no usable policy, or nothing is used. */
  present: Outlook | null;
  /** Of the same kind as the present one; null: nothing is used, nothing can be ordered, or its containers don't fit. */
  recommended: Outlook | null;
  notes: PlanNote[];
}

const DAYS_PER_YEAR = 365;
const WEEKS_FOR_WEEKS = 26;

/**
 * From what is known about a location to its plan. The same input always gives the same plan: what is drawn is drawn from
 * `random`, or from a generator that begins anew for every location.
 */
export function planLocation(given: LocationToPlan, random: () => number = seededRandom(1)): Plan {
  const notes: PlanNote[] = [];
  const location = soundLocation(given);
  const leadTime = location.leadTime;
  const leadDays = leadTimeDays(leadTime);
  if (!isLeadTimeUsable(leadTime)) notes.push("lead-time-unusable");
  const series =
    location.history.periodDays === 1 && location.history.values.length >= WEEKS_FOR_WEEKS * 7
      ? weeksOf(location.history)
      : location.history;
  const reviewDays = reviewDaysOf(location);
  const forecast = chooseForecast(series, leadDays + reviewDays);
  const overLeadTime = leadTimeDemand(forecast, series, leadTime, random);
  const { classification, ratePerDay } = forecast;
  const { mean, variance } = classification;
  const variation = mean > 0 ? Math.sqrt(variance) / mean : null;
  const price = unitPriceFor(1, location.unitPrice, location.prices);
  const plan: Plan = {
    id: location.id,
    class: classification.class,
    interval: classification.interval,
    sizeVariation: classification.sizeVariation,
    forecast: {
      method: forecast.method,
      parameters: forecast.parameters,
      periodDays: forecast.periodDays,
      ratePerDay,
      perYear: ratePerDay * DAYS_PER_YEAR,
      valuePerYear: price === null ? null : ratePerDay * DAYS_PER_YEAR * price,
      error: forecast.error,
      variation,
      knownPeriods: classification.knownPeriods,
      daysSinceUse: daysSinceUse(location.history),
    },
    leadTimeDemand: {
      days: leadDays,
      family: overLeadTime.family,
      mean: overLeadTime.demand.mean,
      standardDeviation: Math.sqrt(overLeadTime.demand.variance),
    },
    service: { measure: location.service.measure, level: levelOf(location.service.level) },
    safetyStock: null,
    reorderPoint: null,
    orderUpTo: null,
    quantity: null,
    kanban: null,
    buffer: null,
    runOut: null,
    present: null,
    recommended: null,
    notes,
  };
  if (price === null) notes.push("price-unknown");
  if (classification.class === "too-short") notes.push("too-short");
  // A forecast that has faded away to less than a piece in ten years is none.
  if (!(ratePerDay * DAYS_PER_YEAR > 0.1)) {
    notes.push("no-demand");
    return plan;
  }
  const isSupplied = isSupplyUsable(location.supply) && location.capacity >= smallestOrder(location.supply);
  if (!isSupplied) {
    notes.push("supply-unusable");
    return plan;
  }
  if (location.capacity < leastCapacity(location.policy, location.supply)) {
    notes.push("capacity");
    return plan;
  }
  const need: Need = {
    overLeadTime,
    ratePerDay,
    rateDeviation: forecast.rateDeviation,
    // A forecast that fell or an error that grew since does not make single demands larger.
    variancePerDay: Math.min(
      forecast.errorVariance / forecast.periodDays,
      mean > 0 ? (ratePerDay * variance) / mean : 0,
    ),
    reviewDays,
    // Of lumpy demand a sample tells too little of the sizes: the largest may not have come yet.
    ...(classification.class === "intermittent" ? { sizeVariation: classification.sizeVariation! } : {}),
  };
  if (location.policy && !isUsable(location.policy)) notes.push("policy-unusable");
  const present = location.policy && isUsable(location.policy) ? location.policy : null;
  const choice = recommend(location, need, present ?? NO_POLICY);
  const eventPoint = choice.reorderPoint;
  if (!choice.reachesService) notes.push("capacity");
  const economic = economicQuantity(location, ratePerDay);
  if (economic !== null && smallestOrder(location.supply) > 2 * economic) notes.push("minimum-order");
  plan.recommended = outlookOf(location, choice);
  plan.safetyStock = choice.safetyStock;
  plan.reorderPoint = choice.reorderPoint;
  plan.orderUpTo =
    choice.policy.kind === "event" ? eventPoint + choice.policy.quantity : orderUpToOf(choice.policy);
  plan.quantity = plan.orderUpTo - plan.reorderPoint;
  if (present) {
    const point = present.kind === "event" ? eventPoint : reorderPointOf(present);
    plan.present = outlookOf(location, {
      ...assess(location, need, present, point),
      safetyStock: location.safetyStock,
    });
  }
  plan.kanban = cardsOf(location, need, choice);
  plan.buffer = bufferView({
    averageDailyUse: ratePerDay,
    leadTimeDays: leadDays,
    ...usualFactors(leadDays, variation),
    minimumOrderQuantity: smallestOrder(location.supply),
    orderCycleDays: reviewDays,
  });
  plan.runOut = runOutOf(location, forecast, overLeadTime.ofMoments);
  return plan;
}

function outlookOf(location: LocationToPlan, choice: Choice): Outlook {
  const { expected, policy, safetyStock, costPerYear, reachesService } = choice;
  const price = unitPriceFor(Math.round(expected.averageOrder), location.unitPrice, location.prices);
  return {
    ...expected,
    policy,
    safetyStock,
    stockValue: price === null ? null : price * expected.averageStock,
    costPerYear,
    reachesService,
  };
}

/** Days between looks: of a periodic policy, as a moment at random sees them (longer gaps are met more often). */
function reviewDaysOf({ policy, reviewDays }: LocationToPlan): number {
  const own = reviewDays > 0 ? Math.min(reviewDays, 365) : 0;
  if (policy?.kind !== "periodic") return own;
  const days = [...new Set<Weekday>(policy.days)].sort((a, b) => a - b);
  if (days.length === 0) return Math.max(own, 7);
  const gaps = days.map((day, index) => (days[index + 1] ?? days[0]! + 7) - day);
  return gaps.reduce((sum, gap) => sum + gap * gap, 0) / 7;
}

function daysSinceUse({ values, periodDays }: DemandSeries): number | null {
  for (let index = values.length - 1; index >= 0; index -= 1)
    if (values[index]! > 0) return (values.length - 1 - index) * periodDays;
  return null;
}

function cardsOf(location: LocationToPlan, need: Need, choice: Choice): Plan["kanban"] {
  if (choice.policy.kind === "kanban")
    return { cards: choice.policy.cards, piecesPerCard: choice.policy.piecesPerCard };
  const wished = location.piecesPerContainer ?? smallestOrder(location.supply);
  const piecesPerCard = wished >= 1 && Number.isFinite(wished) ? Math.floor(wished) : 1;
  const { policy } = recommend(location, need, { kind: "kanban", cards: 1, piecesPerCard });
  return policy.kind === "kanban" ? { cards: policy.cards, piecesPerCard } : null;
}

function runOutOf(
  { onHand }: LocationToPlan,
  forecast: Forecast,
  ofMoments: (mean: number, variance: number) => ReturnType<typeof leadTimeDemand>["demand"],
): RunOut | null {
  if (onHand === undefined || onHand === null || !Number.isFinite(onHand)) return null;
  return runOut(onHand, (days) => ofMoments(forecast.ahead(days), forecast.varianceAhead(days)));
}
