import { orderUnit, type Policy, smallestOrder } from "../ordering/index.ts";
import { economicOrderQuantity } from "../theory/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { type Expected, type Need, type OrderCycle, orderCycle } from "./order-cycle.ts";
import { orderable, orderSizeOf, unitPriceFor } from "./order-size.ts";

/** A policy and what is to be expected of it. */
export interface Choice {
  policy: Policy;
  /** Pieces; an `event` location's: where it should be pressed. */
  reorderPoint: number;
  safetyStock: number;
  expected: Expected;
  /** In a year, in the account's currency: orders, holding and the parts themselves; null: the price is not known. */
  costPerYear: number | null;
  reachesService: boolean;
}

const DAYS_PER_YEAR = 365;
/** Of the economic order quantity. Larger orders need less safety stock, so the best one is often above it. */
const SHARES = [1, 0.7, 1.4, 0.5, 2];
/** What is ordered where the cost can't be told. */
const DAYS_WITHOUT_COST = 30;
/** Nobody buys for more than a year, whatever an order costs. */
const MOST_DAYS_OF_ORDER = 365;
/** In which a quantity is found that fits in above its reorder point. */
const MOST_ROUNDS = 6;

/** What is recommended where there is no policy yet is of this kind; its figures mean nothing. */
export const NO_POLICY: Policy = { kind: "min-max", minimum: 0, maximum: 1 };

/**
 * The policy of this kind with the lowest cost a year that gives the wanted service within the capacity; where none does,
 * the one with the best service. Quantities are such as can be ordered. `kind`'s own figures that planning does not change
 * (pieces of a card, days of a review) are kept.
 *
 * `need`: of a demand above 0.
 */
export function recommend(location: LocationToPlan, need: Need, kind: Policy): Choice {
  if (kind.kind === "kanban") return byCards(location, need, kind.piecesPerCard);
  if (kind.kind === "two-bin") return byBins(location, need);
  let best: Choice | null = null;
  const quantities = quantitiesFor(location, need, kind);
  const most = quantityThatFits(location, need, kind, quantities[0]!);
  if (most !== null) quantities.push(most);
  for (const quantity of quantities) {
    const choice = byQuantity(location, need, kind, quantity);
    if (best === null || isBetter(choice, best)) best = choice;
  }
  if (best?.reachesService) return best;
  // In a shelf that is too small, the smallest order leaves most room for the reorder point.
  const smallest = byQuantity(location, need, kind, smallestOrder(location.supply));
  return best === null || isBetter(smallest, best) ? smallest : best;
}

/** What is to be expected of a policy as it is. `reorderPoint`: the policy's; of an `event` location, where it is pressed. */
export function assess(location: LocationToPlan, need: Need, policy: Policy, reorderPoint: number): Choice {
  const cycle = orderCycle(need, orderSizeOf(policy, location.supply, location.capacity), reorderPoint);
  return choiceOf(location, need, policy, cycle, reorderPoint);
}

/**
 * The order quantity with the lowest cost of orders and stock, not rounded; null where it can't be told. Whether a price
 * break above it pays is not asked here, as `allUnitsQuantity` does: that depends on what fits, and on the safety stock that
 * goes with it, so breaks are quantities to be tried.
 */
export function economicQuantity(location: LocationToPlan, ratePerDay: number): number | null {
  const { orderCost, holdingRate, unitPrice, prices } = location;
  let quantity: number | null = null;
  // With price breaks, the holding cost depends on the quantity: two rounds settle it.
  for (let round = 0; round < 3; round += 1) {
    const price = unitPriceFor(quantity ?? 1, unitPrice, prices);
    if (price === null) return quantity;
    const demandRate = ratePerDay * DAYS_PER_YEAR;
    const best = economicOrderQuantity({ demandRate, orderCost, holdingCost: price * holdingRate });
    if (best === null) return quantity;
    quantity = best.quantity;
  }
  return quantity;
}

function quantitiesFor(location: LocationToPlan, need: Need, kind: Policy): number[] {
  const { supply, capacity, prices, orderCost } = location;
  const most = Math.max(smallestOrder(supply), Math.min(need.ratePerDay * MOST_DAYS_OF_ORDER, capacity));
  const economic = economicQuantity(location, need.ratePerDay);
  const wanted: number[] = [];
  if (economic !== null) {
    for (const share of SHARES) wanted.push(share * economic);
    // While an order is under way no other one goes out: it may pay to order at least what its lead time takes.
    wanted.push(need.overLeadTime.demand.mean);
    for (const { fromQuantity } of prices ?? []) if (fromQuantity > economic) wanted.push(fromQuantity);
  } else if (orderCost === 0) wanted.push(Math.max(1, need.reviewDays) * need.ratePerDay);
  else wanted.push((kind === NO_POLICY ? null : kept(kind)) ?? need.ratePerDay * DAYS_WITHOUT_COST);
  const unit = orderUnit(supply);
  const highest = Math.max(smallestOrder(supply), Math.floor(capacity / unit) * unit);
  return [...new Set(wanted.map((pieces) => Math.min(highest, orderable(Math.min(pieces, most), supply))))];
}

/**
 * Where the wanted quantity leaves no room for its reorder point: the largest one that does, since what is economical lies
 * above it. Null: the wanted one fits, or none does.
 */
function quantityThatFits(location: LocationToPlan, need: Need, kind: Policy, wanted: number): number | null {
  const { supply, capacity } = location;
  const unit = orderUnit(supply);
  let quantity = wanted;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const cycle = orderCycle(need, orderSizeOf(policyOf(kind, 0, quantity), supply, capacity));
    const room = capacity - leastPoint(location, cycle, 1);
    if (quantity <= room) return round === 0 ? null : quantity;
    // A smaller order needs a higher reorder point, so it may take some rounds.
    quantity = Math.floor(room / unit) * unit;
    if (quantity < smallestOrder(supply)) return null;
  }
  return null;
}

function kept(policy: Policy): number | null {
  switch (policy.kind) {
    case "min-max":
      return policy.maximum - policy.minimum;
    case "periodic":
      return policy.maximum - policy.reorderPoint;
    case "reorder-point":
    case "event":
      return policy.quantity;
    default:
      return null;
  }
}

function byQuantity(location: LocationToPlan, need: Need, kind: Policy, quantity: number): Choice {
  const { supply, capacity } = location;
  const size = orderSizeOf(policyOf(kind, 0, quantity), supply, capacity);
  const cycle = orderCycle(need, size);
  const highest = Math.max(0, capacity - quantity);
  const reorderPoint = Math.min(highest, leastPoint(location, cycle, 1));
  const policy = policyOf(kind, reorderPoint, Math.min(quantity, Math.max(1, capacity - reorderPoint)));
  return choiceOf(location, need, policy, cycle, reorderPoint);
}

function policyOf(kind: Policy, reorderPoint: number, quantity: number): Policy {
  switch (kind.kind) {
    case "reorder-point":
      return { kind: "reorder-point", reorderPoint, quantity };
    case "periodic":
      return { ...kind, reorderPoint, maximum: reorderPoint + quantity };
    case "event":
      return { kind: "event", quantity };
    default:
      return { kind: "min-max", minimum: reorderPoint, maximum: reorderPoint + quantity };
  }
}

/** The number of containers, each with as many pieces as now. */
function byCards(location: LocationToPlan, need: Need, piecesPerCard: number): Choice {
  const { supply, capacity } = location;
  const pieces = Math.max(1, Math.floor(piecesPerCard));
  const most = Math.max(1, Math.floor(capacity / pieces));
  const size = orderSizeOf({ kind: "kanban", cards: 1, piecesPerCard: pieces }, supply, capacity);
  const cycle = orderCycle(need, size);
  const cards = Math.min(most, Math.ceil(leastPoint(location, cycle, pieces) / pieces) + 1);
  const policy: Policy = { kind: "kanban", cards, piecesPerCard: pieces };
  return choiceOf(location, need, policy, cycle, (cards - 1) * pieces);
}

/** The smallest bin, in orderable quantities, of which one lasts until the other one is full again. */
function byBins(location: LocationToPlan, need: Need): Choice {
  const { supply, capacity } = location;
  const smallest = smallestOrder(supply);
  const unit = orderSizeOf({ kind: "two-bin", piecesPerBin: 1 }, supply, capacity).unit;
  const mostSteps = Math.max(0, Math.floor((capacity / 2 - smallest) / unit));
  const cycleOf = (bin: number) =>
    orderCycle(need, orderSizeOf({ kind: "two-bin", piecesPerBin: bin }, supply, capacity), bin);
  let low = -1;
  let high = mostSteps;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const bin = smallest + middle * unit;
    if (serves(location, cycleOf(bin), bin)) high = middle;
    else low = middle;
  }
  const piecesPerBin = Math.max(1, Math.min(smallest + high * unit, Math.floor(capacity / 2)));
  return choiceOf(location, need, { kind: "two-bin", piecesPerBin }, cycleOf(piecesPerBin), piecesPerBin);
}

/** The lowest reorder point with the wanted service, a multiple of `step`. */
function leastPoint(location: LocationToPlan, cycle: OrderCycle, step: number): number {
  const { mean, variance } = cycle.toCover;
  let low = -1;
  let high = Math.max(1, Math.ceil((mean + 3 * Math.sqrt(variance)) / step));
  while (!serves(location, cycle, high * step) && high * step < 1e9) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (serves(location, cycle, middle * step)) high = middle;
    else low = middle;
  }
  return high * step;
}

function serves({ service }: LocationToPlan, cycle: OrderCycle, reorderPoint: number): boolean {
  const reached =
    service.measure === "cycle" ? cycle.cycleService(reorderPoint) : cycle.fillRate(reorderPoint);
  return reached >= levelOf(service.level) - 1e-9;
}

/** 50 to 99.99 %; what is no number counts as 95 %. */
export function levelOf(level: number): number {
  return Number.isNaN(level) ? 0.95 : Math.min(Math.max(level, 0.5), 0.9999);
}

function choiceOf(
  location: LocationToPlan,
  need: Need,
  policy: Policy,
  cycle: OrderCycle,
  reorderPoint: number,
): Choice {
  const expected = cycle.expected(reorderPoint);
  const price = unitPriceFor(Math.round(expected.averageOrder), location.unitPrice, location.prices);
  const costPerYear =
    price === null
      ? null
      : expected.ordersPerYear * Math.max(0, location.orderCost) +
        expected.averageStock * price * Math.max(0, location.holdingRate) +
        need.ratePerDay * DAYS_PER_YEAR * price;
  const safetyStock = Math.min(reorderPoint, Math.max(0, Math.round(reorderPoint - cycle.toCover.mean)));
  const reachesService = serves(location, cycle, reorderPoint);
  return { policy, reorderPoint, safetyStock, expected, costPerYear, reachesService };
}

function isBetter(a: Choice, b: Choice): boolean {
  if (a.reachesService !== b.reachesService) return a.reachesService;
  if (!a.reachesService) return a.expected.fillRate > b.expected.fillRate + 1e-9;
  if (a.costPerYear === null || b.costPerYear === null) return false;
  return a.costPerYear < b.costPerYear * (1 - 1e-6);
}
