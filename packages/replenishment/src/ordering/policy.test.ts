import { describe, expect, test } from "vitest";
import { orderUpToOf, type Policy, reorderPointOf, validatePolicy } from "./policy.ts";
import { validateSupply } from "./supply.ts";

const review = { days: [1, 4] as const, at: "07:00" };

describe("what a policy aims at", () => {
  test.each<[Policy, number, number]>([
    [{ kind: "min-max", minimum: 40, maximum: 140 }, 40, 140],
    [{ kind: "reorder-point", reorderPoint: 40, quantity: 60 }, 40, 100],
    [{ kind: "periodic", reorderPoint: 40, maximum: 140, ...review }, 40, 140],
    [{ kind: "kanban", cards: 3, piecesPerCard: 20 }, 40, 60],
    [{ kind: "two-bin", piecesPerBin: 50 }, 50, 100],
    [{ kind: "event", quantity: 50 }, 0, 50],
  ])("%j", (policy, low, high) => {
    expect(reorderPointOf(policy)).toBe(low);
    expect(orderUpToOf(policy)).toBe(high);
    expect(validatePolicy(policy, high)).toEqual([]);
    expect(validatePolicy(policy, high - 1)).toHaveLength(1);
  });
});

describe("a policy is refused with the field named", () => {
  test.each<[Policy, string]>([
    [{ kind: "min-max", minimum: -1, maximum: 10 }, "minimum"],
    [{ kind: "min-max", minimum: 1.5, maximum: 10 }, "minimum"],
    [{ kind: "min-max", minimum: 10, maximum: 10 }, "minimum"],
    [{ kind: "min-max", minimum: 1, maximum: 101 }, "maximum"],
    [{ kind: "min-max", minimum: 0, maximum: 0 }, "maximum"],
    [{ kind: "reorder-point", reorderPoint: -1, quantity: 5 }, "reorderPoint"],
    [{ kind: "reorder-point", reorderPoint: 5, quantity: 0 }, "quantity"],
    [{ kind: "reorder-point", reorderPoint: 60, quantity: 41 }, "quantity"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 5, ...review }, "reorderPoint"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 9, days: [], at: "07:00" }, "days"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 9, days: [1, 1], at: "07:00" }, "days"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 9, days: [8 as 7], at: "07:00" }, "days"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 9, days: [1], at: "24:00" }, "at"],
    [{ kind: "periodic", reorderPoint: 5, maximum: 9, days: [1], at: "7:00" }, "at"],
    [{ kind: "kanban", cards: 0, piecesPerCard: 5 }, "cards"],
    [{ kind: "kanban", cards: 5, piecesPerCard: 0 }, "piecesPerCard"],
    [{ kind: "kanban", cards: 5, piecesPerCard: 21 }, "cards"],
    [{ kind: "two-bin", piecesPerBin: 51 }, "piecesPerBin"],
    [{ kind: "event", quantity: Number.NaN }, "quantity"],
  ])("%j", (policy, field) => {
    expect(validatePolicy(policy, 100).map((problem) => problem.field)).toEqual([field]);
  });
  test.each<[number, number]>([
    [-1, 1],
    [1.5, 1],
    [41, 1],
    [40, 0],
    [0, 0],
  ])("a safety stock of %d at a minimum of 40", (safetyStock, problems) => {
    expect(validatePolicy({ kind: "min-max", minimum: 40, maximum: 60 }, 60, safetyStock)).toHaveLength(
      problems,
    );
  });
});

describe("a supply is refused with the field named", () => {
  test.each([
    [{ packSize: 0, minimumOrderQuantity: 0, orderMultiple: 1 }, "packSize"],
    [{ packSize: 1, minimumOrderQuantity: -1, orderMultiple: 1 }, "minimumOrderQuantity"],
    [{ packSize: 1, minimumOrderQuantity: 0, orderMultiple: 0.5 }, "orderMultiple"],
    [{ packSize: 101, minimumOrderQuantity: 0, orderMultiple: 1 }, "packSize"],
    [{ packSize: 30, minimumOrderQuantity: 91, orderMultiple: 1 }, "minimumOrderQuantity"],
  ])("%j", (supply, field) => {
    expect(validateSupply(supply, 100).map((problem) => problem.field)).toEqual([field]);
  });
  test("a sound one is not", () => {
    expect(validateSupply({ packSize: 30, minimumOrderQuantity: 90, orderMultiple: 15 }, 100)).toEqual([]);
  });
});
