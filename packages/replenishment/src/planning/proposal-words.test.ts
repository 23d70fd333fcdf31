import { describe, expect, it } from "vitest";
import type { Outlook } from "./plan-location.ts";
import { effectInWords, policyInWords } from "./proposal-words.ts";

const OUTLOOK: Outlook = {
  policy: { kind: "kanban", cards: 3, piecesPerCard: 20 },
  safetyStock: 5,
  averageStock: 41.6,
  stockValue: 83.2,
  fillRate: 0.9996,
  cycleService: 0.97,
  stockOutsPerYear: 0.314,
  ordersPerYear: 9.96,
  averageOrder: 20,
  costPerYear: 100,
  reachesService: true,
};

describe("words", () => {
  it("name a policy by its figures", () => {
    expect(policyInWords({ kind: "min-max", minimum: 5, maximum: 20 })).toBe("minimum 5 and maximum 20");
    expect(policyInWords({ kind: "reorder-point", reorderPoint: 5, quantity: 20 })).toBe(
      "reorder point 5 and quantity 20",
    );
    expect(policyInWords({ kind: "periodic", reorderPoint: 5, maximum: 9, days: [1], at: "07:00" })).toBe(
      "reorder point 5 and maximum 9",
    );
    expect(policyInWords({ kind: "kanban", cards: 1, piecesPerCard: 8 })).toBe("1 card of 8 pieces");
    expect(policyInWords({ kind: "kanban", cards: 2, piecesPerCard: 1 })).toBe("2 cards of 1 piece");
    expect(policyInWords({ kind: "two-bin", piecesPerBin: 8 })).toBe("two bins of 8 pieces");
    expect(policyInWords({ kind: "event", quantity: 1 })).toBe("1 piece an order");
  });

  it("round as a person would, and never round almost all up to all", () => {
    const after = {
      ...OUTLOOK,
      averageStock: 4.26,
      stockValue: 8.52,
      fillRate: 0.98,
      stockOutsPerYear: 0,
      ordersPerYear: 4.26,
    };
    expect(effectInWords(OUTLOOK, after, "EUR")).toBe(
      "With 3 cards of 20 pieces: average stock 42 → 4.3 pieces (−75 EUR), fill rate 99.96 % → 98 %, " +
        "stock-outs a year 0.31 → 0, orders a year 10 → 4.3.",
    );
    expect(effectInWords(OUTLOOK, { ...OUTLOOK, stockValue: null }, "EUR")).toContain(
      "42 → 42 pieces, fill rate",
    );
    expect(effectInWords(OUTLOOK, { ...OUTLOOK, stockValue: 83.4 }, "EUR")).toContain("(±0 EUR)");
    expect(effectInWords({ ...OUTLOOK, fillRate: 0.999998 }, OUTLOOK, "EUR")).toContain("more than 99.99 %");
    expect(effectInWords({ ...OUTLOOK, fillRate: 1 }, OUTLOOK, "EUR")).toContain("fill rate 100 %");
  });
});
