import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allUnitsQuantity, type DiscountCosts, incrementalQuantity } from "./quantity-discounts.ts";

const pricesOf = (froms: number[], prices: number[]) =>
  prices.map((price, index) => ({ price, fromQuantity: froms[index]! }));
const example: DiscountCosts = {
  demandRate: 1300,
  orderCost: 8,
  holdingRate: 0.3,
  prices: pricesOf([1, 400, 800], [0.75, 0.72, 0.68]),
};

describe("order quantities with price breaks", () => {
  it("for all units are those of Snyder, Shen (2019), example 3.6, and of stockpyl's documentation", () => {
    const best = allUnitsQuantity(example)!;
    expect(best.quantity).toBe(800);
    expect(best.cost).toBeCloseTo(978.6, 9);
    expect(best.priceBreak.fromQuantity).toBe(800);
    // stockpyl, economic_order_quantity_with_all_units_discounts.
    const other = allUnitsQuantity({
      demandRate: 1000,
      orderCost: 200,
      holdingRate: 0.2,
      prices: pricesOf([1, 200, 500], [500, 475, 450]),
    })!;
    expect(other.quantity).toBe(500);
    expect(other.cost).toBeCloseTo(472900, 6);
  });

  it("for the pieces beyond are those of Snyder, Shen (2019), example 3.7, and of stockpyl's documentation", () => {
    const best = incrementalQuantity(example)!;
    expect(best.quantity).toBeCloseTo(304.04678003, 7);
    expect(best.cost).toBeCloseTo(1043.41052551, 7);
    expect(best.priceBreak.fromQuantity).toBe(1);
    // stockpyl, economic_order_quantity_with_incremental_discounts.
    const other = incrementalQuantity({
      demandRate: 2400,
      orderCost: 150,
      holdingRate: 0.25,
      prices: pricesOf([1, 300, 600], [100, 90, 80]),
    })!;
    expect(other.quantity).toBeCloseTo(1481.8906842274164, 8);
    expect(other.cost).toBeCloseTo(222762.8136845483, 6);
    expect(other.priceBreak.fromQuantity).toBe(600);
  });

  it("are the cheapest of all whole quantities, whatever the prices", () => {
    fc.assert(
      fc.property(
        fc.record({
          demandRate: fc.integer({ min: 1, max: 5000 }),
          orderCost: fc.integer({ min: 1, max: 200 }),
          holdingRate: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
          prices: fc.uniqueArray(fc.integer({ min: 2, max: 900 }), { maxLength: 3 }).chain((froms) =>
            fc
              .array(fc.double({ min: 0.1, max: 50, noNaN: true }), {
                minLength: froms.length + 1,
                maxLength: froms.length + 1,
              })
              .map((prices) => pricesOf([1, ...froms.sort((a, b) => a - b)], prices)),
          ),
        }),
        (costs) => {
          for (const [best, paidFor] of [
            [allUnitsQuantity(costs)!, allUnitsPaid],
            [incrementalQuantity(costs)!, incrementalPaid],
          ] as const) {
            const most = Math.ceil(best.quantity) + 2000;
            for (let quantity = 1; quantity <= most; quantity += 7) {
              const paid = paidFor(costs, quantity);
              const orders = costs.demandRate / quantity;
              const cost = orders * (costs.orderCost + paid) + (costs.holdingRate * paid) / 2;
              expect(best.cost).toBeLessThanOrEqual(cost * (1 + 1e-9));
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("are none without demand, costs or a price", () => {
    for (const costs of [
      { ...example, demandRate: 0 },
      { ...example, orderCost: -1 },
      { ...example, holdingRate: Number.NaN },
      { ...example, prices: [] },
      { ...example, prices: pricesOf([1], [0]) },
    ]) {
      expect(allUnitsQuantity(costs)).toBeNull();
      expect(incrementalQuantity(costs)).toBeNull();
    }
  });
});

function allUnitsPaid({ prices }: DiscountCosts, quantity: number): number {
  return quantity * prices.findLast(({ fromQuantity }) => fromQuantity <= quantity)!.price;
}

function incrementalPaid({ prices }: DiscountCosts, quantity: number): number {
  return prices.reduce((sum, { price, fromQuantity }, index) => {
    const from = index === 0 ? 0 : fromQuantity;
    const next = prices[index + 1]?.fromQuantity ?? Number.POSITIVE_INFINITY;
    return sum + price * Math.max(0, Math.min(quantity, next) - from);
  }, 0);
}
