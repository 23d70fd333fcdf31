import { describe, expect, it } from "vitest";
import { gammaDemand, normalDemand, poissonDemand } from "../demand/index.ts";
import {
  bestReorderPoint,
  normalCostOf,
  reorderByBackorders,
  reorderByLoss,
  reorderByMissingPieces,
  reorderBySafetyStock,
} from "./approximate-r-q.ts";
import { costOfReorderPolicy, exactReorderPolicy, type WatchedStock } from "./exact-r-q.ts";

function watched(
  [holdingCost, backorderCost, orderCost]: [number, number, number],
  [demandRate, deviation, leadTime]: [number, number, number],
): WatchedStock {
  const overLeadTime = normalDemand(demandRate * leadTime, deviation ** 2 * leadTime);
  return { holdingCost, backorderCost, orderCost, demandRate, overLeadTime };
}

// Snyder, Shen (2019), chapter 5: example 5.1 and problem 5.3.
const example = watched([0.225, 7.5, 8], [1300, 150, 1 / 12]);
const problem = watched([1.5 / 7, 40, 85], [192, 17.4, 3]);

describe("approximate (r, Q) policies", () => {
  it("by the economic order quantity with backorders: Snyder, Shen (2019), example 5.4, problem 5.3(b)", () => {
    const best = reorderByBackorders(example)!;
    expect(best.reorderPoint).toBeCloseTo(128.637814424271, 6);
    expect(best.quantity).toBeCloseTo(308.5737801203754, 8);
    const other = reorderByBackorders(problem)!;
    expect(other.reorderPoint).toBeCloseTo(609.0252058220594, 6);
    expect(other.quantity).toBeCloseTo(391.3259510944808, 8);
  });

  it("by the economic order quantity and safety stock: example 5.5, problem 5.3(c)", () => {
    const best = reorderBySafetyStock(example)!;
    expect(best.reorderPoint).toBeCloseTo(190.3369965715624, 7);
    expect(best.quantity).toBeCloseTo(304.0467800264368, 8);
    const other = reorderBySafetyStock(problem)!;
    expect(other.reorderPoint).toBeCloseTo(652.9638947041127, 6);
    expect(other.quantity).toBeCloseTo(390.281949364815, 8);
  });

  it("by the loss function: example 5.6, problem 5.3(d)", () => {
    const best = reorderByLoss(example)!;
    expect(best.reorderPoint).toBeCloseTo(126.8670642878315, 4);
    expect(best.quantity).toBeCloseTo(328.4491413581765, 4);
    const other = reorderByLoss(problem)!;
    expect(other.reorderPoint).toBeCloseTo(608.5445118000358, 3);
    expect(other.quantity).toBeCloseTo(403.8060023373138, 3);
  });

  it("by the expected inventory level, a cost for each missing piece: example 5.2, problem 5.3(a)", () => {
    const best = reorderByMissingPieces(example)!;
    expect(best.reorderPoint).toBeCloseTo(213.9704421358024, 4);
    expect(best.quantity).toBeCloseTo(318.5901810768729, 4);
    const other = reorderByMissingPieces(problem)!;
    expect(other.reorderPoint).toBeCloseTo(644.8385303830128, 4);
    expect(other.quantity).toBeCloseTo(400.7559793125993, 4);
  });

  it("know the best reorder point of a quantity: example 5.2, problem 5.3", () => {
    expect(bestReorderPoint(example, 318)).toBeCloseTo(127.7880348669655, 5);
    expect(bestReorderPoint(example, 150)).toBeCloseTo(147.1949581740714, 5);
    expect(bestReorderPoint(example, 750)).toBeCloseTo(99.85377339616528, 5);
    expect(bestReorderPoint(problem, 318)).toBeCloseTo(612.1331312304716, 5);
  });

  it("know what a policy costs: example 5.1, problem 5.1", () => {
    expect(normalCostOf(example, { reorderPoint: 126.8, quantity: 328.5 })).toBeCloseTo(78.07116250928294, 8);
    expect(normalCostOf(example, { reorderPoint: 100, quantity: 250 })).toBeCloseTo(87.346478028174985, 8);
    const short = watched([3.1, 45, 50], [800, 40, 4 / 365]);
    const cost = normalCostOf(short, { reorderPoint: -1.9859, quantity: 166.95 });
    expect(cost).toBeCloseTo(484.2110418415538, 7);
  });

  it("are within an eighth of the exact lowest cost with backorders (Zheng 1992)", () => {
    for (const overLeadTime of [poissonDemand(3), poissonDemand(80), gammaDemand(40, 1600)]) {
      for (const orderCost of [5, 50, 500]) {
        const demandRate = overLeadTime.mean / 2;
        const stock = { holdingCost: 3, backorderCost: 40, orderCost, demandRate, overLeadTime };
        const { quantity, reorderPoint } = reorderByBackorders(stock)!;
        const rough = costOfReorderPolicy(stock, Math.round(reorderPoint), Math.round(quantity));
        expect(rough).toBeLessThanOrEqual(exactReorderPolicy(stock)!.cost * 1.125);
      }
    }
  });

  it("are none where a figure is not above 0", () => {
    for (const approximate of [
      reorderByBackorders,
      reorderBySafetyStock,
      reorderByLoss,
      reorderByMissingPieces,
    ])
      for (const field of ["holdingCost", "backorderCost", "orderCost", "demandRate"] as const)
        for (const value of [0, -1, Number.NaN])
          expect(approximate({ ...example, [field]: value })).toBeNull();
    // A piece that is missing costs less than it would to hold stock for it.
    expect(reorderByMissingPieces({ ...example, backorderCost: 1e-6 })).toBeNull();
  });
});
