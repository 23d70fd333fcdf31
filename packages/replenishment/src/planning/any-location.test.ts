import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesOfValues } from "../demand/index.ts";
import {
  isUsable,
  orderUnit,
  orderUpToOf,
  type Policy,
  reorderPointOf,
  smallestOrder,
} from "../ordering/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { leastCapacity } from "./order-size.ts";
import { planLocation } from "./plan-location.ts";

const anyHistory = fc
  .array(fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.integer({ min: 0, max: 300 })), {
    maxLength: 110,
  })
  .map((values) => seriesOfValues(values, 7));
const anyPolicy: fc.Arbitrary<Policy | null> = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 300 }))
    .map(([minimum, more]): Policy => ({ kind: "min-max", minimum, maximum: minimum + more })),
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 300 }))
    .map(([reorderPoint, quantity]): Policy => ({ kind: "reorder-point", reorderPoint, quantity })),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }))
    .map(([cards, piecesPerCard]): Policy => ({ kind: "kanban", cards, piecesPerCard })),
  fc.integer({ min: 1, max: 300 }).map((piecesPerBin): Policy => ({ kind: "two-bin", piecesPerBin })),
  fc.integer({ min: 1, max: 300 }).map((quantity): Policy => ({ kind: "event", quantity })),
);
const anyLocation: fc.Arbitrary<LocationToPlan> = fc.record({
  id: fc.constant("any"),
  history: anyHistory,
  leadTime: fc.record({
    meanDays: fc.oneof(fc.constantFrom(0, -1, Number.NaN, 1e6), fc.double({ min: 0, max: 90, noNaN: true })),
    sdDays: fc.constantFrom(0, 1, 10, Number.NaN, -4),
  }),
  reviewDays: fc.constantFrom(0, 1, 7, Number.NaN, Number.POSITIVE_INFINITY),
  unitPrice: fc.constantFrom(null, 0, 0.01, 3, 5000, Number.NaN),
  holdingRate: fc.constantFrom(0, 0.2, 2, Number.NaN),
  orderCost: fc.constantFrom(0, 5, 500, Number.NaN, Number.POSITIVE_INFINITY),
  service: fc.record({
    measure: fc.constantFrom("fill-rate" as const, "cycle" as const),
    level: fc.constantFrom(0, 0.8, 0.98, 0.9999, 1),
  }),
  supply: fc.record({
    packSize: fc.integer({ min: 1, max: 50 }),
    minimumOrderQuantity: fc.nat(200),
    orderMultiple: fc.constantFrom(1, 4, 12),
  }),
  capacity: fc.constantFrom(1, 40, 500, 20_000, Number.POSITIVE_INFINITY),
  policy: anyPolicy,
  safetyStock: fc.nat(50),
  onHand: fc.constantFrom(null, 0, 30, 4000),
});

describe("the plan of any location", () => {
  it("has finite figures, orders what can be ordered and fits into the location", () => {
    fc.assert(
      fc.property(anyLocation, (given) => {
        const plan = planLocation(given);
        const isHopeless = plan.notes.includes("no-demand") || plan.notes.includes("supply-unusable");
        expect(plan.recommended === null).toBe(
          isHopeless || given.capacity < leastCapacity(given.policy, given.supply),
        );
        for (const outlook of [plan.present, plan.recommended]) {
          if (!outlook) continue;
          for (const figure of Object.values(outlook))
            if (typeof figure === "number") expect(Number.isFinite(figure) && figure >= 0).toBe(true);
          expect(outlook.fillRate).toBeLessThanOrEqual(1);
          expect(outlook.cycleService).toBeLessThanOrEqual(1);
        }
        if (!plan.recommended) return;
        const { policy } = plan.recommended;
        expect(isUsable(policy)).toBe(true);
        expect(plan.recommended.reachesService).toBe(!plan.notes.includes("capacity"));
        expect(orderUpToOf(policy)).toBeLessThanOrEqual(given.capacity);
        expect(reorderPointOf(policy)).toBeGreaterThanOrEqual(0);
        if (policy.kind === "min-max" || policy.kind === "reorder-point" || policy.kind === "event") {
          expect(plan.quantity! % orderUnit(given.supply)).toBe(0);
          expect(plan.quantity).toBeGreaterThanOrEqual(smallestOrder(given.supply));
        }
      }),
      { numRuns: 300 },
    );
  });
});
