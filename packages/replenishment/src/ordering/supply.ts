/** In which quantities a part can be ordered. */
import type { Problem } from "./policy.ts";

export type Supply = {
  /** Pieces in a pack, from 1. */
  packSize: number;
  /** Pieces; 0 or 1: none. Less is not sold, whatever the pack. */
  minimumOrderQuantity: number;
  /** Pieces, from 1: the quantity is a multiple of it and of the pack (e.g. a layer of a pallet). 1: none. */
  orderMultiple: number;
};

/** Pieces: an order's quantity is a multiple of this, the least common multiple of pack and order multiple. */
export function orderUnit({ packSize, orderMultiple }: Supply): number {
  if (orderMultiple === 1 || packSize === orderMultiple) return packSize;
  let [a, b] = [packSize, orderMultiple];
  while (b !== 0) [a, b] = [b, a % b];
  return (packSize / a) * orderMultiple;
}

/** Pieces: the smallest order that is possible, from the minimum on. */
export function smallestOrder(supply: Supply): number {
  const unit = orderUnit(supply);
  return Math.max(1, Math.ceil(supply.minimumOrderQuantity / unit)) * unit;
}

/** Whether quantities can be rounded with it. */
export function isSupplyUsable({ packSize, minimumOrderQuantity, orderMultiple }: Supply): boolean {
  return isCount(packSize, 1) && isCount(orderMultiple, 1) && isCount(minimumOrderQuantity, 0);
}

/** What is wrong with a supply at a location that holds `capacity` pieces; empty when something can be ordered. */
export function validateSupply(supply: Supply, capacity: number): Problem[] {
  const problems: Problem[] = [];
  for (const [field, from] of [
    ["packSize", 1],
    ["minimumOrderQuantity", 0],
    ["orderMultiple", 1],
  ] as const) {
    if (!isCount(supply[field], from))
      problems.push({ field, message: `must be a whole number of pieces from ${from}` });
  }
  if (problems.length > 0) return problems;
  const smallest = smallestOrder(supply);
  if (smallest > capacity) {
    const field = orderUnit(supply) > capacity ? "packSize" : "minimumOrderQuantity";
    problems.push({
      field,
      message: `the smallest possible order is ${smallest} pieces, more than the capacity of ${capacity}`,
    });
  }
  return problems;
}

function isCount(value: number, from: number): boolean {
  return Number.isSafeInteger(value) && value >= from;
}
