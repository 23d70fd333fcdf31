import type { Demand } from "../demand/index.ts";
import type { Need, OrderSize } from "./order-cycle.ts";

/** Mean and variance, in pieces. */
export interface Moments {
  mean: number;
  variance: number;
}

/** Where the position is around the reorder point when an order goes out. */
export interface OrderMoment {
  /** How far it is below the reorder point before the order … */
  below: Moments;
  /** … and above it afterwards, on average. */
  lift: number;
  /** Of `below`, what comes from an order before that was still under way, on average. */
  delay: number;
}

const LEAST_REVIEW_DAYS = 1 / 24;
const LEAST_DELAY_CHANCE = 0.002;
/** A quantity's cells: at least two of them in a deviation of the demand, as long as there are not too many. */
const LEAST_CELLS = 12;
const MOST_CELLS = 48;

/**
 * An order goes out below the reorder point for two reasons. A withdrawal, or the demand between two looks, takes several
 * pieces (undershoot). And at most one order of a location is under way, so that the next one waits until that arrives
 * (delay): small orders are late again and again, with the demand of a lead time.
 */
export function orderMoment(need: Need, size: OrderSize, reorderPoint: number): OrderMoment {
  const undershoot = undershootOf(need);
  const lift = liftOf(size, undershoot.mean, reorderPoint);
  const waited = demandUntilNext(need, size.kind);
  if (1 - waited.cdf(lift) < LEAST_DELAY_CHANCE) return { below: undershoot, lift, delay: 0 };
  if (size.kind === "up-to") return { lift, ...belowAfter(waited, lift, undershoot) };
  return repeated(waited, quantityOf(size), undershoot, size.capacity - reorderPoint);
}

/**
 * Demand from an order until the next one can go out: what arrives is seen at the next look. Where a multiple hardly lasts so
 * long, a little more use than was forecast makes every order late, so the rate is taken at its upper side.
 */
function demandUntilNext(need: Need, kind: OrderSize["kind"]): Demand {
  const { overLeadTime, reviewDays, ratePerDay, rateDeviation, variancePerDay } = need;
  const { demand, days } = overLeadTime;
  const more = kind === "multiple" ? rateDeviation * (days + reviewDays) : 0;
  if (reviewDays <= 0 && more <= 0) return demand;
  return overLeadTime.ofMoments(
    demand.mean + ratePerDay * reviewDays + more,
    demand.variance + variancePerDay * reviewDays,
  );
}

/**
 * Demand in whole pieces: E[X(X − 1)] / 2E[X] and E[X(X − 1)(2X − 1)] / 6E[X] for the demand X between two looks, whose third
 * moment is that of a negative binomial distribution (or of a Poisson one); with `sizeVariation`, of rare demands whose sizes
 * are gamma distributed.
 *
 * Sources: the residual of a renewal process; Tijms, Groenevelt (1984), European Journal of Operational Research 17, 175–190.
 */
export function undershootOf({ ratePerDay, variancePerDay, reviewDays, sizeVariation }: Need): Moments {
  const days = Math.max(reviewDays, LEAST_REVIEW_DAYS);
  const m = ratePerDay * days;
  if (!(m > 0)) return { mean: 0, variance: 0 };
  const v = Math.max(0, variancePerDay * days);
  const third =
    v <= m
      ? v
      : sizeVariation === undefined
        ? v * ((2 * v) / m - 1)
        : ((v * v) / m) * ((1 + 2 * sizeVariation) / (1 + sizeVariation));
  const m2 = v + m * m;
  const m3 = third + 3 * m * v + m ** 3;
  const mean = Math.max(0, (m2 - m) / (2 * m));
  const square = Math.max(0, (2 * m3 - 3 * m2 + m) / (6 * m));
  return { mean, variance: Math.max(0, square - mean * mean) };
}

function quantityOf({ step, unit, minimum }: OrderSize): number {
  return Math.ceil(Math.max(step, minimum, 1) / unit) * unit;
}

/** By how much an order lifts the position above the reorder point, where nothing delays it. */
function liftOf(size: OrderSize, undershoot: number, reorderPoint: number): number {
  const { kind, step, unit, minimum, capacity } = size;
  const room = Math.max(1, capacity - reorderPoint);
  if (kind === "multiple") {
    const quantity = quantityOf(size);
    return Math.min(room, undershoot < quantity / 2 ? quantity - undershoot : quantity / 2);
  }
  // Rounding up to whole packs adds half a pack on average, but where every order is the same.
  const rounded = undershoot > 0 ? step + (unit - 1) / 2 : Math.ceil(step / unit) * unit;
  const smallest = Math.max(unit, Math.ceil(minimum / unit) * unit);
  return Math.max(1, Math.min(room, Math.max(rounded, smallest - undershoot)));
}

/** After an order that lifted the position by `lift`: the demand until it arrives may be more than that. */
function belowAfter(waited: Demand, lift: number, undershoot: Moments): { below: Moments; delay: number } {
  const late = excessOver(waited, lift);
  const inTime = 1 - late.chance;
  const mean = inTime * undershoot.mean + late.mean;
  const square = inTime * (undershoot.variance + undershoot.mean ** 2) + late.square;
  return { below: { mean, variance: Math.max(0, square - mean * mean) }, delay: late.mean };
}

/**
 * Multiples of a quantity that are late again and again: each order's place above the reorder point depends on the one
 * before. Its stationary distribution, in cells of the quantity.
 */
function repeated(waited: Demand, quantity: number, undershoot: Moments, room: number): OrderMoment {
  const shares = placesOf(waited, quantity, undershoot.mean % quantity);
  const width = quantity / shares.length;
  let lift = 0;
  let mean = 0;
  let square = 0;
  let delay = 0;
  for (const [cell, share] of shares.entries()) {
    if (share < 1e-4) continue;
    const held = Math.min(room, (cell + 0.5) * width);
    const after = belowAfter(waited, held, undershoot);
    lift += share * held;
    mean += share * after.below.mean;
    square += share * (after.below.variance + after.below.mean ** 2);
    delay += share * after.delay;
  }
  return { below: { mean, variance: Math.max(0, square - mean * mean) }, lift: Math.max(1, lift), delay };
}

/** How often the position is in each cell above the reorder point when an order has gone out. */
function placesOf(waited: Demand, quantity: number, undershoot: number): Float64Array {
  const deviation = Math.sqrt(waited.variance);
  // Where the demand varies by more than the quantity, every place is as likely.
  if (deviation > quantity) return new Float64Array(LEAST_CELLS).fill(1 / LEAST_CELLS);
  const cells = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, Math.ceil((2 * quantity) / deviation)));
  const width = quantity / cells;
  // What is ordered in time lifts to the quantity less the undershoot, between the middles of two cells.
  const inTime = Math.max(0, Math.min(cells - 1, (cells * (quantity - undershoot)) / quantity - 0.5));
  const upper = Math.ceil(inTime);
  const upperShare = inTime - Math.floor(inTime);
  const steps = new Float64Array(cells * cells);
  const from = Math.max(0, Math.floor((waited.mean - 6 * deviation) / width));
  const to = Math.ceil((waited.mean + 6 * deviation) / width);
  let before = 0;
  for (let k = from; k <= to; k += 1) {
    const reached = k === to ? 1 : waited.cdf((k + 0.5) * width);
    const chance = reached - before;
    before = reached;
    for (let cell = 0; cell < cells; cell += 1) {
      const left = cell - k;
      if (left >= 0) {
        steps[cell * cells + upper]! += chance * upperShare;
        steps[cell * cells + Math.floor(inTime)]! += chance * (1 - upperShare);
      } else steps[cell * cells + (((left % cells) + cells) % cells)]! += chance;
    }
  }
  return stationary(steps, cells);
}

/**
 * Source: Grassmann, Taksar, Heyman (1985), "Regenerative analysis and steady state distributions for Markov chains", Operations
 * Research 33, 1107–1116. `steps[from · count + to]`: chances; they are changed.
 */
function stationary(steps: Float64Array, count: number): Float64Array {
  // So that every place can be reached from every other one.
  for (let index = 0; index < steps.length; index += 1) steps[index]! += 1e-12;
  for (let last = count - 1; last > 0; last -= 1) {
    let sum = 0;
    for (let to = 0; to < last; to += 1) sum += steps[last * count + to]!;
    for (let from = 0; from < last; from += 1) {
      const share = steps[from * count + last]! / sum;
      steps[from * count + last] = share;
      for (let to = 0; to < last; to += 1) steps[from * count + to]! += share * steps[last * count + to]!;
    }
  }
  const shares = new Float64Array(count);
  shares[0] = 1;
  let total = 1;
  for (let cell = 1; cell < count; cell += 1) {
    let share = 0;
    for (let from = 0; from < cell; from += 1) share += shares[from]! * steps[from * count + cell]!;
    shares[cell] = share;
    total += share;
  }
  for (let cell = 0; cell < count; cell += 1) shares[cell]! /= total;
  return shares;
}

/** Of the demand beyond `limit`: how likely, and E[X − limit] and E[(X − limit)²] of it. */
function excessOver(demand: Demand, limit: number): { chance: number; mean: number; square: number } {
  const mean = demand.loss(limit);
  // E[((X − limit)⁺)²] = 2 ∫ loss from limit on, by Simpson's rule on 8 stretches.
  const end = Math.max(demand.mean + 6 * Math.sqrt(demand.variance), limit + 1);
  const width = (end - limit) / 8;
  let integral = 0;
  for (let index = 0; index <= 8; index += 1) {
    const weight = index === 0 || index === 8 ? 1 : index % 2 === 1 ? 4 : 2;
    integral += weight * demand.loss(limit + index * width);
  }
  return { chance: 1 - demand.cdf(limit), mean, square: (2 * integral * width) / 3 };
}
