export interface LotPlan {
  /** Pieces to be ordered for the begin of each period. */
  quantities: number[];
  /** Of orders and of what lies at the end of each period. */
  cost: number;
}

/** A figure for all periods, or one for each. */
type ByPeriod = number | readonly number[];

/**
 * When to order how much for a known demand by period, at the lowest cost (Wagner, Whitin). An order always covers whole
 * periods; demand is met in its period.
 *
 * `demands`: pieces by period, ≥ 0; `orderCost`: of an order in this period, ≥ 0; `holdingCost`: of a piece that lies at
 * the end of this period, ≥ 0. What is below 0 or no number counts as 0.
 *
 * Source: Wagner, Whitin (1958), Management Science 5, 89–96; Snyder, Shen (2019), Fundamentals of Supply Chain Theory,
 * 2nd ed., section 3.7.
 */
export function lotPlan(
  demands: readonly number[],
  { orderCost, holdingCost }: { orderCost: ByPeriod; holdingCost: ByPeriod },
): LotPlan {
  const count = demands.length;
  const demandOf = (period: number) => atLeastZero(demands[period]!);
  /** Lowest cost from the begin of this period to the end, and the period before which the next order is. */
  const costs = new Float64Array(count + 1);
  const nexts = new Int32Array(count + 1);
  for (let period = count - 1; period >= 0; period -= 1) {
    if (demandOf(period) === 0) {
      // Nothing is needed, so that nothing must be ordered; for what comes later, it may be.
      costs[period] = costs[period + 1]!;
      nexts[period] = period + 1;
    } else costs[period] = Number.POSITIVE_INFINITY;
    let cost = of(orderCost, period);
    let heldFor = 0;
    for (let next = period + 1; next <= count; next += 1) {
      const last = next - 1;
      if (last > period) {
        heldFor += of(holdingCost, last - 1);
        cost += heldFor * demandOf(last);
      }
      if (cost + costs[next]! < costs[period]!) {
        costs[period] = cost + costs[next]!;
        nexts[period] = next;
      }
      // It only gets dearer with what is held longer.
      if (cost > costs[period]!) break;
    }
  }
  const quantities = new Array<number>(count).fill(0);
  for (let period = 0; period < count; period = nexts[period]!)
    for (let each = period; each < nexts[period]!; each += 1) quantities[period]! += demandOf(each);
  return { quantities, cost: costs[0]! };
}

function of(figure: ByPeriod, period: number): number {
  return atLeastZero(typeof figure === "number" ? figure : (figure[period] ?? 0));
}

function atLeastZero(value: number): number {
  return value > 0 ? value : 0;
}
