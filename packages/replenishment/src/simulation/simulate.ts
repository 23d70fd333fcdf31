/**
 * Replays demand by day against a policy, with the same decision that the product makes. No clock, and the same input always
 * gives the same run.
 *
 * Every day at noon: what arrived since yesterday's noon is on the shelf, the day's demand leaves at once, what arrives at
 * noon is put away, then is decided whether to order. So an order that is placed on day t with a lead time of L whole days
 * meets the demand of the days t + 1 … t + L, and one with lead time 0 is there before the next day's demand. The stock is
 * averaged over time, from noon to noon.
 */
import {
  decide,
  dueTime,
  isUsable,
  nextOrderingTime,
  orderUpToOf,
  type Policy,
  type Weekday,
} from "../ordering/index.ts";
import { openCourse } from "./course.ts";
import { demandToReplay } from "./demand-to-replay.ts";
import { leadTimesOf } from "./lead-times.ts";
import type { SimulatedPolicy, Simulation, SimulationInput } from "./simulation.ts";

interface OpenOrder {
  quantity: number;
  isUrgent: boolean;
  /** ms; from here on it is with the supplier and can't grow any more. Infinity: it can never be placed. */
  placedAt: number;
  dueAt: number;
}

const DAY_MS = 86_400_000;
const NOON_MS = DAY_MS / 2;
const A_MONDAY = 4;

/**
 * Throws RangeError for a policy that can't be decided on, figures that are no pieces, or a negative lead time: what is
 * replayed was checked before.
 */
export function simulate(input: SimulationInput, { policy, safetyStock }: SimulatedPolicy): Simulation {
  const { supply, capacity, calendar = null, costs, minimumHoursBetweenOrders = 0 } = input;
  const { firstDay = A_MONDAY, warmUpDays = 0, ordersMayOverlap = false } = input;
  check(input, policy, safetyStock);
  const { demand, missing } = demandToReplay(input.demand);
  const leadTimeOn = leadTimesOf(input.leadTime, input.seed ?? 1);
  const isLost = input.unmet === "lost";
  const course = openCourse(demand.length - warmUpDays, firstDay + warmUpDays);

  let onHand = Math.min(capacity, Math.max(0, input.startStock ?? orderUpToOf(policy)));
  let backorders = 0;
  let onOrder = 0;
  let open: OpenOrder[] = [];
  let lastOrderedAt: number | null = null;
  let isCycleServed = true;

  const sum = { demand: 0, unmet: 0, missing: 0, stockOutDays: 0, maximum: 0, pieceMs: 0, backorderMs: 0 };
  const made = { orders: 0, urgent: 0, quantity: 0, cycles: 0, served: 0 };

  for (let day = 0; day < demand.length; day += 1) {
    const noon = (firstDay + day) * DAY_MS + NOON_MS;
    const counts = day >= warmUpDays;
    const wanted = demand[day]!;
    const served = Math.min(wanted, onHand);
    const unmet = wanted - served;
    onHand -= served;
    if (!isLost) backorders += unmet;
    if (unmet > 0) isCycleServed = false;
    if (counts) {
      sum.demand += wanted;
      sum.unmet += unmet;
      if (missing[day]) sum.missing += 1;
      if (unmet > 0 || backorders > 0) sum.stockOutDays += 1;
    }

    let received = open.length > 0 ? receive(noon, counts) : 0;
    const ordered = order(day, noon, counts);
    if (open.length > 0) received += receive(noon, counts);
    const stockAtNoon = onHand;
    if (counts) sum.maximum = Math.max(sum.maximum, onHand);

    // Until the next noon, whatever arrives in between.
    let since = noon;
    const tomorrow = noon + DAY_MS;
    while (open.length > 0) {
      const next = open.reduce((soonest, { dueAt }) => Math.min(soonest, dueAt), Number.POSITIVE_INFINITY);
      if (next >= tomorrow) break;
      hold(since, next, counts);
      since = next;
      received += receive(next, counts);
      if (counts) sum.maximum = Math.max(sum.maximum, onHand);
    }
    hold(since, tomorrow, counts);
    if (counts)
      course.add({
        onHand: stockAtNoon,
        position: onHand + onOrder - backorders,
        demand: wanted,
        unmet,
        ordered,
        received,
      });
  }
  return result();

  function hold(from: number, to: number, counts: boolean): void {
    if (!counts) return;
    sum.pieceMs += onHand * (to - from);
    sum.backorderMs += backorders * (to - from);
  }

  /** Everything that is due until then. */
  function receive(until: number, counts: boolean): number {
    let received = 0;
    let due = 0;
    for (const { dueAt, quantity } of open) {
      if (dueAt > until) continue;
      received += quantity;
      due += 1;
    }
    if (due === 0) return 0;
    open = due === open.length ? [] : open.filter(({ dueAt }) => dueAt > until);
    onOrder -= received;
    const waitedFor = Math.min(backorders, received);
    backorders -= waitedFor;
    onHand += received - waitedFor;
    if (counts) {
      made.cycles += 1;
      if (isCycleServed) made.served += 1;
    }
    isCycleServed = backorders === 0;
    return received;
  }

  function order(day: number, noon: number, counts: boolean): number {
    const last = ordersMayOverlap ? undefined : open[0];
    const decision = decide({
      at: noon,
      onHand,
      onOrder,
      reserved: backorders,
      policy,
      safetyStock,
      supply,
      capacity,
      openOrder: last
        ? { quantity: last.quantity, canGrow: last.placedAt > noon, isUrgent: last.isUrgent }
        : null,
      lastOrderedAt,
      minimumHoursBetweenOrders,
      // Nobody presses again while something is under way.
      signal: open.length === 0 && onHand - backorders <= safetyStock,
      isReview: policy.kind !== "periodic" || policy.days.includes(weekdayOf(firstDay + day)),
      block: null,
    });
    if ("none" in decision) return 0;
    if ("grow" in decision) {
      const more = decision.grow.quantity - last!.quantity;
      last!.quantity = decision.grow.quantity;
      last!.isUrgent = decision.grow.isUrgent;
      onOrder += more;
      if (counts) made.quantity += more;
      return more;
    }
    const { quantity, isUrgent } = decision.order;
    const placedAt =
      calendar === null ? noon : (nextOrderingTime(calendar, noon) ?? Number.POSITIVE_INFINITY);
    open.push({ quantity, isUrgent, placedAt, dueAt: dueAt(placedAt, leadTimeOn(day)) });
    onOrder += quantity;
    lastOrderedAt = noon;
    if (counts) {
      made.orders += 1;
      made.quantity += quantity;
      if (isUrgent) made.urgent += 1;
    }
    return quantity;
  }

  function dueAt(placedAt: number, leadTimeDays: number): number {
    if (calendar === null || placedAt === Number.POSITIVE_INFINITY)
      return placedAt + Math.round(leadTimeDays * DAY_MS);
    return dueTime(calendar, placedAt, leadTimeDays);
  }

  function result(): Simulation {
    const days = Math.max(0, demand.length - warmUpDays);
    const years = days / 365;
    const averageStock = days > 0 ? sum.pieceMs / (days * DAY_MS) : 0;
    const waitedDays = sum.backorderMs / DAY_MS;
    const orders = made.orders * costs.orderCost;
    const holding = averageStock * (costs.unitPrice ?? 0) * costs.holdingRate * years;
    const shortage = isLost ? sum.unmet * (costs.lostSaleCost ?? 0) : waitedDays * (costs.backorderCost ?? 0);
    const total = orders + holding + shortage;
    return {
      days,
      missingDays: sum.missing,
      demand: sum.demand,
      fillRate: sum.demand > 0 ? 1 - sum.unmet / sum.demand : 1,
      cycleService: made.cycles > 0 ? made.served / made.cycles : null,
      stockOutDays: sum.stockOutDays,
      unmet: sum.unmet,
      averageStock,
      maximumStock: sum.maximum,
      stockValue: costs.unitPrice === null ? null : averageStock * costs.unitPrice,
      averageBackorders: days > 0 ? waitedDays / days : 0,
      orders: made.orders,
      urgentOrders: made.urgent,
      orderedQuantity: made.quantity,
      cost: { orders, holding, shortage, total, perYear: days > 0 ? total / years : 0 },
      course: course.points(),
    };
  }
}

function check({ capacity, leadTime }: SimulationInput, policy: Policy, safetyStock: number): void {
  if (!isUsable(policy)) throw new RangeError("the policy can't be decided on");
  for (const [name, value] of [
    ["capacity", capacity],
    ["safety stock", safetyStock],
  ] as const)
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be pieces from 0`);
  if (!(leadTime.meanDays >= 0)) throw new RangeError("the lead time must be 0 days or more");
}

/** `day`: since 1 January 1970, a Thursday. */
function weekdayOf(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
