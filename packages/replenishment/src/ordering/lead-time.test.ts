import { describe, expect, test } from "vitest";
import { leadTimeOf } from "./lead-time.ts";
import { type LifecycleOrder, proposedOrder } from "./order-lifecycle.ts";

const day = 86_400_000;
const placedAt = Date.parse("2027-03-26T09:00:00Z");
const order = (changes: Partial<LifecycleOrder>): LifecycleOrder => ({ ...proposedOrder(100), ...changes });

describe("lead times of orders that arrived", () => {
  const arrived = (days: number, changes: Partial<LifecycleOrder> = {}) =>
    order({
      state: "received",
      placedAt,
      confirmedAt: placedAt + day,
      receivedAt: placedAt + days * day,
      ...changes,
    });
  test("from placement and from confirmation", () => {
    expect(leadTimeOf([arrived(3), arrived(5), arrived(7)])).toEqual({
      fromPlacement: { samples: 3, mean: 5, standardDeviation: 2, median: 5, outliers: 0 },
      fromConfirmation: { samples: 3, mean: 4, standardDeviation: 2, median: 4, outliers: 0 },
    });
  });
  test("of one order there is no deviation, of none no lead time", () => {
    expect(leadTimeOf([arrived(3)]).fromPlacement).toMatchObject({ mean: 3, standardDeviation: null });
    expect(leadTimeOf([])).toEqual({ fromPlacement: null, fromConfirmation: null });
    expect(leadTimeOf([arrived(3, { confirmedAt: null })]).fromConfirmation).toBeNull();
  });
  test("open and cancelled orders, and those that arrived before they were placed, tell nothing", () => {
    const orders = [
      arrived(3, { state: "cancelled" }),
      arrived(3, { state: "partly-received" }),
      arrived(-2),
    ];
    expect(leadTimeOf(orders).fromPlacement).toBeNull();
  });
  test("one that was closed months late does not count, ordinary variation does", () => {
    const orders = [4, 5, 6, 5, 8, 90].map((days) => arrived(days));
    expect(leadTimeOf(orders).fromPlacement).toMatchObject({ samples: 5, mean: 5.6, outliers: 1 });
    expect(leadTimeOf([5, 5, 5, 5, 5, 60].map((days) => arrived(days))).fromPlacement).toMatchObject({
      mean: 5,
      outliers: 1,
    });
    expect(leadTimeOf([5, 5, 5, 5, 6].map((days) => arrived(days))).fromPlacement?.outliers).toBe(0);
  });
  test("the latest 50 count", () => {
    const old = Array.from({ length: 60 }, () => arrived(20));
    const recent = Array.from({ length: 50 }, () =>
      arrived(0, { placedAt: placedAt + 100 * day, receivedAt: placedAt + 102 * day }),
    );
    expect(leadTimeOf([...old, ...recent]).fromPlacement).toMatchObject({ samples: 50, mean: 2 });
  });
  test("of a supplier that hands over at once they are 0, which is a lead time too", () => {
    expect(leadTimeOf([arrived(0, { confirmedAt: null })]).fromPlacement).toMatchObject({
      samples: 1,
      mean: 0,
    });
  });
  test("with few orders nothing is out of proportion", () => {
    expect(leadTimeOf([3, 4, 5, 90].map((days) => arrived(days))).fromPlacement).toMatchObject({
      samples: 4,
      median: 4.5,
      outliers: 0,
    });
  });
  test("the given orders stay as they were, in whatever order they come", () => {
    const orders = [arrived(9), arrived(2)];
    const before = structuredClone(orders);
    expect(leadTimeOf(orders).fromPlacement).toMatchObject({ mean: 5.5 });
    expect(orders).toEqual(before);
  });
});
