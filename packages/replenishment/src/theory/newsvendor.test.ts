import { describe, expect, it } from "vitest";
import { certainDemand, empiricalDemand, normalDemand, poissonDemand } from "../demand/index.ts";
import { newsvendor, newsvendorCost } from "./newsvendor.ts";

describe("the newsvendor", () => {
  it("meets normal demand as in Snyder, Shen (2019), examples 4.3 and 4.4, problem 4.1", () => {
    const example = { overageCost: 0.18, underageCost: 0.7, demand: normalDemand(50, 64) };
    const best = newsvendor(example)!;
    expect(best.quantity).toBeCloseTo(56.603955927433887, 8);
    expect(best.cost).toBeCloseTo(1.997605193176645, 9);
    expect(newsvendorCost(example, 40)).toBeCloseTo(7.356131552870388, 9);
    // Lead time 4 and one period.
    const longer = newsvendor({ ...example, demand: normalDemand(250, 5 * 64) })!;
    expect(longer.quantity).toBeCloseTo(264.7668943741548, 7);
    expect(longer.cost).toBeCloseTo(4.466781004149578, 9);
    const problem = newsvendor({ overageCost: 43, underageCost: 79, demand: normalDemand(900, 3600) })!;
    expect(problem.quantity).toBeCloseTo(922.7214038234755, 7);
    expect(problem.cost).toBeCloseTo(2718.196781782411, 6);
  });

  it("meets Poisson demand as in Snyder, Shen (2019), example 4.7 and problem 4.8(a)", () => {
    const example = { overageCost: 1, underageCost: 4, demand: poissonDemand(6) };
    expect(newsvendor(example)!.quantity).toBe(8);
    expect(newsvendor(example)!.cost).toBeCloseTo(3.570106945770946, 9);
    expect(newsvendorCost(example, 5)).toBeCloseTo(6.590296024616344, 9);
    const problem = newsvendor({ overageCost: 200, underageCost: 270, demand: poissonDemand(18) })!;
    expect(problem.quantity).toBe(19);
    expect(problem.cost).toBeCloseTo(786.0884409351115, 7);
  });

  it("meets any discrete demand as in Snyder, Shen (2019), problem 4.7(b)", () => {
    const twentieths = [5, 1, 2, 4, 3, 2, 2, 1].flatMap((times, index) =>
      new Array<number>(times).fill(index + 1),
    );
    const problem = { overageCost: 500_000, underageCost: 1_000_000, demand: empiricalDemand(twentieths) };
    expect(newsvendor(problem)!.quantity).toBe(5);
    expect(newsvendor(problem)!.cost).toBeCloseTo(1_225_000, 5);
    expect(newsvendorCost(problem, 3)).toBeCloseTo(1_725_000, 5);
  });

  it("needs costs above 0", () => {
    expect(newsvendor({ overageCost: 0, underageCost: 1, demand: certainDemand(3) })).toBeNull();
    expect(newsvendor({ overageCost: 1, underageCost: -1, demand: certainDemand(3) })).toBeNull();
    expect(newsvendor({ overageCost: 1, underageCost: 1, demand: certainDemand(3) })).toEqual({
      quantity: 3,
      cost: 0,
    });
  });
});
