import { describe, expect, it } from "vitest";
import { classify } from "./demand-class.ts";

/** A series with a demand of the next size every `interval` periods. */
function every(interval: number, sizes: readonly number[]): number[] {
  return sizes.flatMap((size) => [...new Array(interval - 1).fill(0), size]);
}

const STEADY = [10, 12, 9, 11, 10, 8, 12, 11, 10, 9];
const WILD = [1, 40, 2, 1, 60, 3, 1, 2, 50, 1];

describe("classes of demand", () => {
  it("are those of Syntetos, Boylan, Croston (2005): limits 1.32 and 0.49", () => {
    expect(classify(every(1, STEADY)).class).toBe("smooth");
    expect(classify(every(1, WILD)).class).toBe("erratic");
    expect(classify(every(2, STEADY)).class).toBe("intermittent");
    expect(classify(every(2, WILD)).class).toBe("lumpy");
  });

  it("know interval and size variation", () => {
    // Sizes 2 and 6: mean 4, variance 4, so CV² = 1/4; demand in every third period.
    const { interval, sizeVariation, mean, demands } = classify(every(3, [2, 6, 2, 6]));
    expect({ interval, sizeVariation, mean, demands }).toEqual({
      interval: 3,
      sizeVariation: 0.25,
      mean: 4 / 3,
      demands: 4,
    });
  });

  it("change at an interval of 1.32", () => {
    // 33 periods with 25 demands: 1.32; 26 demands: 1.27.
    const at = (demands: number) =>
      classify(Array.from({ length: 33 }, (_, index) => (index < demands ? 5 : 0))).class;
    expect(at(25)).toBe("intermittent");
    expect(at(26)).toBe("smooth");
  });

  it("don't count what is missing: an outage is no interval", () => {
    const demand = every(1, STEADY);
    const withOutage = demand.flatMap((value) => [value, Number.NaN, Number.NaN]);
    expect(classify(withOutage)).toEqual(classify(demand));
    expect(classify(demand.flatMap((value) => [value, 0, 0])).class).toBe("intermittent");
  });

  it("tell no use from too little known", () => {
    expect(classify(new Array(8).fill(0))).toMatchObject({
      class: "none",
      interval: null,
      sizeVariation: null,
    });
    expect(classify(new Array(7).fill(0)).class).toBe("too-short");
    expect(classify([5, 5, 5, 5, 5, 5, 5, ...new Array(50).fill(Number.NaN)]).class).toBe("too-short");
    expect(classify([])).toMatchObject({ class: "too-short", mean: 0, variance: 0, knownPeriods: 0 });
  });
});
