import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Consumption, rank } from "./abc-xyz.ts";

function part(id: string, valuePerYear: number, more: Partial<Consumption> = {}): Consumption {
  return { id, valuePerYear, variation: 0.2, daysSinceUse: 1, ...more };
}

describe("ranks of parts", () => {
  it("are A up to 80 % of the value, B up to 95 %, C for the rest, in the order given", () => {
    const ranks = rank([part("d", 50), part("a", 700), part("c", 150), part("b", 100)]);
    expect(ranks.map(({ id, value }) => id + value)).toEqual(["dC", "aA", "cA", "bB"]);
    expect(ranks.map(({ shareOfValue }) => shareOfValue)).toEqual([0.05, 0.7, 0.15, 0.1]);
  });

  it("count the part that reaches the limit to the better class", () => {
    expect(rank([part("only", 3)])[0]!.value).toBe("A");
    expect(rank([part("a", 80), part("b", 15), part("c", 5)]).map(({ value }) => value)).toEqual([
      "A",
      "B",
      "C",
    ]);
  });

  it("are X, Y, Z by variation", () => {
    const variations = [0.5, 0.51, 1, 1.01, null, Number.NaN];
    const ranks = rank(variations.map((variation, index) => part(`${index}`, 1, { variation })));
    expect(ranks.map(({ variation }) => variation)).toEqual(["X", "Y", "Y", "Z", "Z", "Z"]);
  });

  it("know slow and non-movers", () => {
    const days = [0, 89, 90, 364, 365, null];
    const ranks = rank(days.map((daysSinceUse, index) => part(`${index}`, 1, { daysSinceUse })));
    expect(ranks.map(({ movement }) => movement)).toEqual([
      "moving",
      "moving",
      "slow",
      "slow",
      "non-mover",
      "non-mover",
    ]);
  });

  it("are C without value or with one that can't be", () => {
    const values = [0, -5, Number.NaN, Number.POSITIVE_INFINITY];
    expect(rank(values.map((value, index) => part(`${index}`, value))).map(({ value }) => value)).toEqual([
      "C",
      "C",
      "C",
      "C",
    ]);
    expect(rank([])).toEqual([]);
  });

  it("don't depend on the order, and more value never ranks lower", () => {
    const order = "ABC";
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (values) => {
        const parts = values.map((value, index) => part(`part-${index}`, value));
        const byId = new Map(rank(parts).map((ranked) => [ranked.id, ranked.value]));
        for (const { id, value } of rank([...parts].reverse())) expect(byId.get(id)).toBe(value);
        const byValue = [...parts].sort((a, b) => b.valuePerYear - a.valuePerYear);
        byValue.slice(1).forEach(({ id, valuePerYear }, index) => {
          const richer = byValue[index]!;
          if (richer.valuePerYear > valuePerYear)
            expect(order.indexOf(byId.get(richer.id)!)).toBeLessThanOrEqual(order.indexOf(byId.get(id)!));
        });
      }),
    );
  });
});
