import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { economicOrderQuantity } from "./economic-order-quantity.ts";
import { type JointItem, jointCycle } from "./joint-replenishment.ts";

const itemsOf = (itemCosts: number[], holdingCosts: number[], demandRates: number[]): JointItem[] =>
  itemCosts.map((itemCost, index) => ({
    itemCost,
    holdingCost: holdingCosts[index]!,
    demandRate: demandRates[index]!,
  }));

describe("parts that are ordered together", () => {
  it("cycle as in stockpyl's documentation (Silver's heuristic)", () => {
    const joint = jointCycle(itemsOf([120, 840, 300], [160, 20, 50], [1, 1, 1]), 600)!;
    expect(joint.cycle).toBeCloseTo(3.103164454170876, 10);
    expect(joint.multiples).toEqual([1, 3, 1]);
    expect(joint.cost).toBeCloseTo(837.8544026261366, 8);
    expect(joint.quantities[1]).toBeCloseTo(9.309493362512628, 10);
  });

  it("cycle as in Silver (1976) and in Silver, Pyke, Peterson (1998), p. 428", () => {
    const silver = itemsOf(
      [1.87, 5.27, 7.94, 8.19, 8.87],
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [1736, 656, 558, 170, 142],
    );
    const first = jointCycle(silver, 10)!;
    // The paper's heuristic finds 1, 1, 1, 3, 3 for 218.686; with the third part in every second order it is cheaper.
    expect(first.multiples).toEqual([1, 1, 2, 3, 3]);
    expect(first.cost).toBeLessThan(218.68632025498687);
    expect(first.cost).toBeGreaterThan(218.68632025498687 * 0.99);
    const book = itemsOf([15, 15, 15, 15], [0.24, 0.24, 0.24, 0.24], [86_000, 12_500, 1400, 3000]);
    const second = jointCycle(book, 40)!;
    expect(second.multiples).toEqual([1, 1, 4, 3]);
    expect(second.cycle).toBeCloseTo(0.07617340262784976, 10);
    expect(second.cost).toBeCloseTo(2067.650840930354, 7);
  });

  it("cycle as in the further examples of stockpyl", () => {
    const paper = itemsOf([36_000, 46_000, 34_000, 38_000], [1000, 900, 1200, 1000], [1780, 445, 920, 175]);
    expect(jointCycle(paper, 20_000)!.multiples).toEqual([1, 2, 1, 3]);
    expect(jointCycle(paper, 20_000)!.cost).toBeCloseTo(1_028_646.3597045067, 4);
    const building = itemsOf([4000, 1000, 2000], [300, 200, 200], [52 * 175, 52 * 1600, 52 * 400]);
    expect(jointCycle(building, 1500)!.multiples).toEqual([3, 1, 2]);
    expect(jointCycle(building, 1500)!.cost).toBeCloseTo(566_083.0327787611, 4);
    const books = itemsOf(
      [60, 100, 180, 115, 135],
      [19, 14, 17, 14, 12].map((price) => 0.28 * price),
      [6200, 1300, 400, 4400, 1800],
    );
    expect(jointCycle(books, 180)!.multiples).toEqual([1, 2, 4, 1, 2]);
    expect(jointCycle(books, 180)!.cost).toBeCloseTo(9107.181781429423, 6);
  });

  // Multiples of one cycle that are powers of two cost at most 6 % more than each part's best cycle (Roundy 1985); what they
  // share comes off that.
  it("cost hardly more than if each were ordered by itself, and mostly less", () => {
    const item = fc.record({
      demandRate: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
      holdingCost: fc.double({ min: 0.01, max: 50, noNaN: true }),
      itemCost: fc.double({ min: 0, max: 200, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (items, sharedCost) => {
          const joint = jointCycle(items, sharedCost)!;
          let alone = 0;
          for (const { demandRate, holdingCost, itemCost } of items)
            alone += economicOrderQuantity({
              demandRate,
              holdingCost,
              orderCost: sharedCost + itemCost,
            })!.cost;
          expect(joint.cost).toBeLessThanOrEqual(alone * 1.0607);
          expect(joint.multiples).toContain(1);
        },
      ),
    );
  });

  it("need parts that are used and cost something", () => {
    const usable = { demandRate: 5, holdingCost: 1, itemCost: 2 };
    expect(jointCycle([], 10)).toBeNull();
    expect(jointCycle([usable], Number.NaN)).toBeNull();
    expect(jointCycle([{ ...usable, itemCost: 0 }], 0)).toBeNull();
    expect(jointCycle([usable, { ...usable, demandRate: 0 }], 10)).toBeNull();
    expect(jointCycle([usable, { ...usable, holdingCost: -1 }], 10)).toBeNull();
    expect(jointCycle([usable, { ...usable, itemCost: -1 }], 10)).toBeNull();
  });
});
