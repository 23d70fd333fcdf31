import { describe, expect, test } from "vitest";
import { orderValue, priceAt, validatePrices } from "./price.ts";

// Prices of the all-units discount in L. V. Snyder, Z.-J. M. Shen, Fundamentals of Supply Chain Theory, example 3.8.
const prices = [
  { fromQuantity: 1, price: 0.75 },
  { fromQuantity: 400, price: 0.72 },
  { fromQuantity: 800, price: 0.68 },
];

describe("price breaks", () => {
  test.each([
    [1, 0.75],
    [399, 0.75],
    [400, 0.72],
    [800, 0.68],
    [5_000, 0.68],
  ])("%d pieces cost %d each", (quantity, price) => {
    expect(priceAt(prices, quantity)).toBe(price);
    expect(priceAt([...prices].reverse(), quantity)).toBe(price);
  });
  test("the whole order has the price of its quantity", () => {
    expect(orderValue(prices, 800)).toBe(544);
    expect(orderValue([{ fromQuantity: 1, price: 1.15 }], 100)).toBe(115);
  });
  test("without prices the value is not known", () => {
    expect(priceAt([], 10)).toBeNull();
    expect(orderValue([], 10)).toBeNull();
  });
  test.each([
    [[{ fromQuantity: 2, price: 1 }], "prices[0].fromQuantity"],
    [[{ fromQuantity: 1, price: -1 }], "prices[0].price"],
    [[{ fromQuantity: 1, price: Number.NaN }], "prices[0].price"],
    [[prices[0]!, { fromQuantity: 1, price: 0.7 }], "prices[1].fromQuantity"],
    [[{ fromQuantity: 1.5, price: 1 }], "prices[0].fromQuantity"],
  ])("%j is refused", (wrong, field) => {
    expect(validatePrices(wrong).map((problem) => problem.field)).toEqual([field]);
  });
  test("sound ones are not, nor none", () => {
    expect(validatePrices(prices)).toEqual([]);
    expect(validatePrices([])).toEqual([]);
  });
});
