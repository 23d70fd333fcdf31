import { expect, it } from "vitest";
import { kanbanCards } from "./kanban-cards.ts";

const loop = { demandRate: 480, leadTime: 1.5, safetyShare: 0.15, piecesPerCard: 40 };

it("counts the cards of a loop: 480 a day, 1.5 days, 15 %, 40 in a container are 21", () => {
  // 480 · 1.5 · 1.15 ÷ 40 = 20.7; Monden (2012), Toyota Production System, 4th ed.
  expect(kanbanCards(loop)).toBe(21);
});

it("never needs a card for the last digit of a product", () => {
  expect(kanbanCards({ demandRate: 3, leadTime: 1.1, safetyShare: 0, piecesPerCard: 3.3 })).toBe(1);
  expect(kanbanCards({ demandRate: 200, leadTime: 1, safetyShare: 0.1, piecesPerCard: 22 })).toBe(10);
});

it("has one card at least, and none that can't be counted", () => {
  expect(kanbanCards({ ...loop, demandRate: 0 })).toBe(1);
  expect(kanbanCards({ ...loop, leadTime: 0 })).toBe(1);
  expect(kanbanCards({ ...loop, piecesPerCard: 0 })).toBeNull();
  for (const field of ["demandRate", "leadTime", "safetyShare", "piecesPerCard"] as const)
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(kanbanCards({ ...loop, [field]: value })).toBeNull();
});
