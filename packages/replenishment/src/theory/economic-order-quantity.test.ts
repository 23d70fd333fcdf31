import { describe, expect, it } from "vitest";
import {
  costOfOrderQuantity,
  economicOrderQuantity,
  economicOrderQuantityWithBackorders,
} from "./economic-order-quantity.ts";

describe("the economic order quantity", () => {
  it("is that of Snyder, Shen (2019), example 3.1 and problem 3.1", () => {
    const example = { demandRate: 1300, orderCost: 8, holdingCost: 0.225 };
    const best = economicOrderQuantity(example)!;
    expect(best.quantity).toBeCloseTo(304.0467800264368, 9);
    expect(best.cost).toBeCloseTo(68.41052550594829, 9);
    expect(costOfOrderQuantity(example, best.quantity)).toBeCloseTo(best.cost, 9);
    const problem = economicOrderQuantity({ demandRate: 500 * 365, orderCost: 2250, holdingCost: 275 })!;
    expect(problem.quantity).toBeCloseTo(1728.109844993551, 8);
    expect(problem.cost).toBeCloseTo(475230.2073732266, 5);
  });

  it("grows with backorders as in Snyder, Shen (2019), example 3.8 and problem 3.2(b)", () => {
    const example = economicOrderQuantityWithBackorders({
      demandRate: 1300,
      orderCost: 8,
      holdingCost: 0.225,
      backorderCost: 5,
    })!;
    expect(example.quantity).toBeCloseTo(310.8125551589646, 9);
    expect(example.waiting).toBeCloseTo(0.043062200956938, 12);
    expect(example.cost).toBeCloseTo(66.921363550973254, 9);
    const problem = economicOrderQuantityWithBackorders({
      demandRate: 40 * 52,
      orderCost: 40,
      holdingCost: 165 * 0.17 + 12,
      backorderCost: 60,
    })!;
    expect(problem.quantity).toBeCloseTo(83.235448128898042, 9);
    expect(problem.waiting).toBeCloseTo(0.400299850074962, 12);
    expect(problem.cost).toBeCloseTo(1999.148244415212, 8);
  });

  it("is none where a figure is not above 0", () => {
    const usable = { demandRate: 1300, orderCost: 8, holdingCost: 0.225, backorderCost: 5 };
    for (const field of ["demandRate", "orderCost", "holdingCost"] as const) {
      for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
        expect(economicOrderQuantity({ ...usable, [field]: value })).toBeNull();
        expect(economicOrderQuantityWithBackorders({ ...usable, [field]: value })).toBeNull();
      }
    }
    expect(economicOrderQuantityWithBackorders({ ...usable, backorderCost: 0 })).toBeNull();
  });
});
