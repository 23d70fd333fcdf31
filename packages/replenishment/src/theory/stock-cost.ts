import type { Demand } from "../demand/index.ts";

export interface StockCosts {
  /** Of a piece that lies for a unit of time, in the account's currency. */
  holdingCost: number;
  /** Of a piece that is waited for, for a unit of time. */
  backorderCost: number;
}

/** Expected cost of a unit of time that begins (a lead time ago) with this inventory position, in pieces. */
export function stockCost(
  { holdingCost, backorderCost }: StockCosts,
  demand: Demand,
): (position: number) => number {
  return (position) =>
    holdingCost * (position - demand.mean) + (holdingCost + backorderCost) * demand.loss(position);
}

/** Of a function of whole numbers that falls and then rises: the first with the lowest value, searched from `start`. */
export function lowest(cost: (step: number) => number, start: number): number {
  let step = start;
  let value = cost(step);
  for (let next = cost(step + 1); next < value; next = cost(step + 1)) {
    step += 1;
    value = next;
  }
  for (let next = cost(step - 1); next <= value; next = cost(step - 1)) {
    step -= 1;
    value = next;
  }
  return step;
}

/** Keeps the values of a function of whole numbers. */
export function kept(of: (step: number) => number, start: number): (step: number) => number {
  const above: number[] = [];
  const below: number[] = [];
  return (step) => {
    if (step >= start) {
      while (above.length <= step - start) above.push(of(start + above.length));
      return above[step - start]!;
    }
    while (below.length < start - step) below.push(of(start - 1 - below.length));
    return below[start - step - 1]!;
  };
}
