import { arePositive } from "./positive.ts";

/** A part that is ordered together with others. Costs in the account's currency, of the same unit of time. */
export interface JointItem {
  /** Pieces in a unit of time. */
  demandRate: number;
  /** Of a piece that lies for a unit of time. */
  holdingCost: number;
  /** That the part is in the order. */
  itemCost: number;
}

export interface JointCycle {
  /** Time between two orders. */
  cycle: number;
  /** The part is in one of so many orders. */
  multiples: number[];
  /** Pieces, not rounded. */
  quantities: number[];
  /** In a unit of time. */
  cost: number;
}

const MOST_ROUNDS = 20;
/** Cycles from which better multiples are looked for. */
const STARTS = 24;

/**
 * How often to order, and which part in one of how many orders, where the parts share an order's cost. Not always the best,
 * but close to it. null: no part, or a figure that is not above 0 (an item cost may be 0).
 *
 * `sharedCost`: of an order, whatever is in it.
 *
 * Sources: first multiples by Silver (1976), Management Science 22, 1351–1361, also in Silver, Pyke, Peterson (1998),
 * Inventory Management and Production Planning and Scheduling, 3rd ed., chapter 11; then, as long as it gets cheaper, those
 * that are best for the cycle, Goyal (1974), Management Science 20, 1183–1185; the same from cycles between the shortest and
 * the longest that can be best, Kaspi and Rosenblatt (1991), International Journal of Production Research 29, 107–114.
 */
export function jointCycle(items: readonly JointItem[], sharedCost: number): JointCycle | null {
  const isUsable = items.every((item) => arePositive(holdingOf(item)) && item.itemCost >= 0);
  if (!isUsable || items.length === 0 || !(sharedCost >= 0)) return null;
  const share = (item: JointItem) => item.itemCost / holdingOf(item);
  const oftenest = items.reduce((first, item) => (share(item) < share(first) ? item : first));
  const base = (sharedCost + oftenest.itemCost) / holdingOf(oftenest);
  if (!arePositive(base)) return null;
  let best = improved(cycleWith((item) => Math.max(1, Math.round(Math.sqrt(share(item) / base)))));
  const stockOfAll = items.reduce((sum, item) => sum + holdingOf(item), 0);
  const costOfAll = items.reduce((sum, { itemCost }) => sum + itemCost, sharedCost);
  const longest = Math.sqrt((2 * costOfAll) / stockOfAll);
  const shortest = Math.min(longest, Math.sqrt((2 * (sharedCost + oftenest.itemCost)) / stockOfAll));
  for (let start = 0; start < STARTS; start += 1) {
    const from = shortest * (longest / shortest) ** (start / (STARTS - 1));
    const found = improved(cycleWith((item) => bestMultiple(item, from)));
    if (found.cost < best.cost * (1 - 1e-12)) best = found;
  }
  return best;

  function improved(first: JointCycle): JointCycle {
    let known = first;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = cycleWith((item) => bestMultiple(item, known.cycle));
      if (next.cost >= known.cost) break;
      known = next;
    }
    return known;
  }

  function cycleWith(multipleOf: (item: JointItem) => number): JointCycle {
    const multiples = items.map((item) => (item === oftenest ? 1 : multipleOf(item)));
    let orders = sharedCost;
    let stock = 0;
    for (const [index, item] of items.entries()) {
      orders += item.itemCost / multiples[index]!;
      stock += holdingOf(item) * multiples[index]!;
    }
    const cycle = Math.sqrt((2 * orders) / stock);
    const quantities = items.map(({ demandRate }, index) => demandRate * multiples[index]! * cycle);
    return { cycle, multiples, quantities, cost: Math.sqrt(2 * orders * stock) };
  }
}

/** The first m with m·(m + 1) ≥ 2·cost ÷ (holding · cycle²): one more would hold more than it saves. */
function bestMultiple(item: JointItem, cycle: number): number {
  const ratio = (2 * item.itemCost) / (holdingOf(item) * cycle * cycle);
  return Math.max(1, Math.ceil(Math.sqrt(ratio + 0.25) - 0.5));
}

/** Of the demand of a unit of time, held for a unit of time. */
function holdingOf({ demandRate, holdingCost }: JointItem): number {
  return demandRate * holdingCost;
}
