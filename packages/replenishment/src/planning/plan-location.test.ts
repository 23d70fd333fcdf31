import { describe, expect, it } from "vitest";
import { seededRandom, seriesOfValues } from "../demand/index.ts";
import { isUsable, type Policy } from "../ordering/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { planLocation } from "./plan-location.ts";

function weekly(draw: (random: () => number) => number, weeks = 104, seed = 2) {
  const random = seededRandom(seed);
  return seriesOfValues(
    Array.from({ length: weeks }, () => draw(random)),
    7,
  );
}

const STEADY = weekly((random) => Math.round(60 + 20 * random()));
const NOTHING = weekly(() => 0);

function location(more: Partial<LocationToPlan> = {}): LocationToPlan {
  return {
    id: "bolts",
    history: STEADY,
    leadTime: { meanDays: 7, sdDays: 1 },
    reviewDays: 1,
    unitPrice: 1,
    holdingRate: 0.2,
    orderCost: 5,
    service: { measure: "fill-rate", level: 0.98 },
    supply: { packSize: 10, minimumOrderQuantity: 0, orderMultiple: 1 },
    capacity: 5000,
    policy: { kind: "min-max", minimum: 20, maximum: 60 },
    safetyStock: 10,
    onHand: 80,
    ...more,
  };
}

describe("the plan of a location", () => {
  it("says what is used, what the lead time takes, and what to hold and order", () => {
    const plan = planLocation(location());
    expect(plan.class).toBe("smooth");
    expect(plan.forecast.ratePerDay).toBeCloseTo(10, 0);
    expect(plan.forecast.perYear).toBeCloseTo(365 * plan.forecast.ratePerDay, 6);
    expect(plan.forecast.valuePerYear).toBeCloseTo(plan.forecast.perYear, 6);
    expect(plan.leadTimeDemand.days).toBe(7);
    expect(plan.leadTimeDemand.mean).toBeCloseTo(70, -1);
    expect(plan.recommended!.reachesService).toBe(true);
    expect(plan.recommended!.fillRate).toBeGreaterThanOrEqual(0.98);
    expect(plan.recommended!.policy).toMatchObject({
      kind: "min-max",
      minimum: plan.reorderPoint,
      maximum: plan.orderUpTo,
    });
    // √(2 · 5 · 3650 / 0.2) = 427 pieces are economical.
    expect(plan.quantity).toBeGreaterThan(290);
    expect(plan.quantity).toBeLessThan(870);
    expect(plan.quantity! % 10).toBe(0);
    expect(plan.notes).toEqual([]);
    // 80 pieces at 10 a day.
    expect(plan.runOut!.expectedDays).toBeGreaterThanOrEqual(7);
    expect(plan.runOut!.expectedDays).toBeLessThanOrEqual(9);
    expect(plan.runOut!.earliestDays).toBeLessThanOrEqual(plan.runOut!.expectedDays!);
    expect(plan.forecast.daysSinceUse).toBe(0);
    expect(plan.kanban!.piecesPerCard).toBe(10);
    expect((plan.kanban!.cards - 1) * 10).toBeGreaterThan(70);
    expect(plan.buffer!.yellow).toBeCloseTo(7 * plan.forecast.ratePerDay, 6);
    expect(plan.buffer!.topOfGreen).toBeCloseTo(
      plan.buffer!.red + plan.buffer!.yellow + plan.buffer!.green,
      6,
    );
  });

  it("orders as much as fits in above the reorder point where more would be economical", () => {
    // 427 pieces are economical, 200 fit in: the fewest orders with the wanted service fill the location.
    const plan = planLocation(location({ capacity: 200 }));
    expect(plan.recommended!.reachesService).toBe(true);
    expect(plan.orderUpTo).toBeGreaterThan(190);
    expect(plan.orderUpTo).toBeLessThanOrEqual(200);
    const smaller = planLocation(location({ capacity: 170 }));
    expect(smaller.recommended!.ordersPerYear).toBeGreaterThan(plan.recommended!.ordersPerYear);
  });

  it("orders for a month where there is neither a policy nor a price", () => {
    const plan = planLocation(location({ policy: null, unitPrice: null }));
    expect(plan.quantity).toBeGreaterThanOrEqual(290);
    expect(plan.quantity).toBeLessThanOrEqual(320);
  });

  it("sees that the present policy is too low", () => {
    const { present, recommended } = planLocation(location());
    expect(present!.policy).toEqual({ kind: "min-max", minimum: 20, maximum: 60 });
    expect(present!.fillRate).toBeLessThan(0.9);
    expect(present!.reachesService).toBe(false);
    expect(present!.stockOutsPerYear).toBeGreaterThan(recommended!.stockOutsPerYear);
    expect(present!.ordersPerYear).toBeGreaterThan(recommended!.ordersPerYear);
    expect(present!.stockValue).toBeCloseTo(present!.averageStock, 9);
  });

  it("costs what orders, holding and the parts cost", () => {
    const { recommended, forecast } = planLocation(location({ unitPrice: 3 }));
    const { costPerYear, ordersPerYear, averageStock } = recommended!;
    expect(costPerYear).toBeCloseTo(5 * ordersPerYear + 0.2 * 3 * averageStock + 3 * forecast.perYear, 6);
  });

  const kinds: Policy[] = [
    { kind: "min-max", minimum: 20, maximum: 60 },
    { kind: "reorder-point", reorderPoint: 20, quantity: 40 },
    { kind: "periodic", reorderPoint: 20, maximum: 60, days: [1, 4], at: "07:00" },
    { kind: "kanban", cards: 3, piecesPerCard: 20 },
    { kind: "two-bin", piecesPerBin: 30 },
    { kind: "event", quantity: 40 },
  ];

  it.each(kinds)("keeps the kind of policy: $kind", (policy) => {
    const { present, recommended } = planLocation(location({ policy }));
    expect(present!.policy).toEqual(policy);
    expect(recommended!.policy.kind).toBe(policy.kind);
    expect(isUsable(recommended!.policy)).toBe(true);
    expect(recommended!.reachesService).toBe(true);
    if (policy.kind === "periodic") expect(recommended!.policy).toMatchObject({ days: [1, 4], at: "07:00" });
    if (policy.kind === "kanban") expect(recommended!.policy).toMatchObject({ piecesPerCard: 20 });
  });

  it("needs more stock when looked at on Mondays only than on every day", () => {
    const days = (list: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[]) =>
      planLocation(
        location({ policy: { kind: "periodic", reorderPoint: 20, maximum: 60, days: list, at: "07:00" } }),
      ).reorderPoint!;
    expect(days([1])).toBeGreaterThan(days([1, 2, 3, 4, 5, 6, 7]) + 15);
  });

  it("orders to a price break that pays", () => {
    const prices = [
      { fromQuantity: 1, price: 1 },
      { fromQuantity: 1000, price: 0.7 },
    ];
    expect(planLocation(location({ prices })).quantity).toBe(1000);
    // One that hardly lowers the price does not.
    expect(
      planLocation(location({ prices: [prices[0]!, { fromQuantity: 3000, price: 0.999 }] })).quantity,
    ).toBeLessThan(1000);
  });

  it("says what holds it back", () => {
    const small = planLocation(location({ capacity: 60 }));
    expect(small.notes).toContain("capacity");
    expect(small.recommended!.reachesService).toBe(false);
    expect(small.orderUpTo).toBeLessThanOrEqual(60);
    const minimum = location({ supply: { packSize: 1, minimumOrderQuantity: 2000, orderMultiple: 1 } });
    expect(planLocation(minimum).notes).toContain("minimum-order");
    expect(planLocation(minimum).quantity).toBe(2000);
    expect(planLocation(location({ unitPrice: null })).notes).toEqual(["price-unknown"]);
    expect(planLocation(location({ history: weekly(() => 10, 5) })).notes).toEqual(["too-short"]);
  });

  it("keeps the quantity where nobody knows what is economical", () => {
    const plan = planLocation(location({ unitPrice: null }));
    expect(plan.quantity).toBe(40);
    expect(plan.recommended).toMatchObject({ stockValue: null, costPerYear: null, reachesService: true });
  });

  it("recommends nothing where a container does not fit", () => {
    const supply = { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 };
    for (const policy of [
      { kind: "kanban", cards: 1, piecesPerCard: 50 } as const,
      { kind: "two-bin", piecesPerBin: 1 } as const,
    ]) {
      const plan = planLocation(location({ supply, policy, capacity: policy.kind === "kanban" ? 49 : 1 }));
      expect(plan.notes).toEqual(["capacity"]);
      expect(plan.recommended).toBeNull();
    }
  });

  it("stays with the wanted service when orders must be larger, at no higher reorder point", () => {
    const plans = [1, 100, 400, 1600].map((minimumOrderQuantity) =>
      planLocation(location({ supply: { packSize: 10, minimumOrderQuantity, orderMultiple: 1 } })),
    );
    plans.forEach((plan, index) => {
      expect(plan.recommended!.fillRate).toBeGreaterThanOrEqual(0.98 - 1e-9);
      if (index > 0) expect(plan.reorderPoint).toBeLessThanOrEqual(plans[index - 1]!.reorderPoint! + 1);
    });
  });

  it("serves no less and holds no less where more service is wanted", () => {
    const plans = [0.8, 0.9, 0.95, 0.98, 0.99, 0.999].map((level) =>
      planLocation(location({ unitPrice: null, service: { measure: "fill-rate", level } })),
    );
    for (const [index, plan] of plans.slice(1).entries()) {
      expect(plan.reorderPoint).toBeGreaterThanOrEqual(plans[index]!.reorderPoint!);
      expect(plan.recommended!.fillRate).toBeGreaterThanOrEqual(plans[index]!.recommended!.fillRate);
      expect(plan.recommended!.averageStock).toBeGreaterThanOrEqual(plans[index]!.recommended!.averageStock);
    }
  });

  it("recommends nothing where nothing is used", () => {
    for (const history of [
      NOTHING,
      seriesOfValues([], 7),
      seriesOfValues(new Array(104).fill(Number.NaN), 7),
    ]) {
      const plan = planLocation(location({ history }));
      expect(plan.notes).toContain("no-demand");
      expect(plan).toMatchObject({ recommended: null, present: null, reorderPoint: null, runOut: null });
      expect(plan.forecast).toMatchObject({ method: null, ratePerDay: 0, daysSinceUse: null });
    }
  });

  it("plans a location with a lead time of zero", () => {
    const plan = planLocation(location({ leadTime: { meanDays: 0, sdDays: 0 } }));
    expect(plan.notes).toEqual([]);
    expect(plan.leadTimeDemand).toMatchObject({ days: 0, family: "certain", mean: 0 });
    expect(plan.recommended!.reachesService).toBe(true);
    expect(plan.runOut!.expectedDays).toBeGreaterThanOrEqual(7);
  });

  it("plans with measured lead times rather than with the agreed one", () => {
    const samples = [13, 14, 15, 14];
    const plan = planLocation(location({ leadTime: { meanDays: Number.NaN, sdDays: 0, samples } }));
    expect(plan.leadTimeDemand.days).toBe(14);
    expect(plan.notes).toEqual([]);
  });

  it("plans a demand that never changes, and its run-out", () => {
    const plan = planLocation(
      location({
        history: weekly(() => 7),
        leadTime: { meanDays: 7, sdDays: 0 },
        service: { measure: "cycle", level: 0.95 },
      }),
    );
    expect(plan.leadTimeDemand).toMatchObject({ mean: 7, standardDeviation: 0, family: "certain" });
    expect(plan.runOut).toEqual({ earliestDays: 80, expectedDays: 80, latestDays: 80 });
    expect(plan.reorderPoint).toBeGreaterThanOrEqual(6);
    expect(plan.reorderPoint).toBeLessThanOrEqual(9);
  });

  it("takes what can't be as it says", () => {
    const weird = { packSize: 0, minimumOrderQuantity: -1, orderMultiple: 0.5 };
    expect(planLocation(location({ supply: weird }))).toMatchObject({
      notes: ["supply-unusable"],
      recommended: null,
    });
    expect(planLocation(location({ capacity: Number.NaN })).notes).toEqual(["supply-unusable"]);
    expect(planLocation(location({ capacity: 5 })).notes).toEqual(["supply-unusable"]);
    const unusable = planLocation(location({ policy: { kind: "min-max", minimum: 50, maximum: 10 } }));
    expect(unusable.notes).toEqual(["policy-unusable"]);
    expect(unusable.present).toBeNull();
    expect(unusable.recommended!.policy.kind).toBe("min-max");
    const negative = { ...STEADY, values: Float32Array.from(STEADY.values) };
    negative.values[50] = -1000;
    negative.values[51] = Number.POSITIVE_INFINITY;
    expect(planLocation(location({ history: negative })).forecast.ratePerDay).toBeCloseTo(10, 0);
    for (const meanDays of [-1, Number.NaN, 1e9])
      expect(planLocation(location({ leadTime: { meanDays, sdDays: 0 } })).notes).toContain(
        "lead-time-unusable",
      );
    const noCosts = planLocation(
      location({ orderCost: Number.NaN, holdingRate: -1, reviewDays: Number.NaN }),
    );
    expect(noCosts.recommended!.costPerYear).toBeCloseTo(noCosts.forecast.perYear, 6);
    expect(planLocation(location({ service: { measure: "cycle", level: Number.NaN } })).service.level).toBe(
      0.95,
    );
    expect(planLocation(location({ service: { measure: "cycle", level: 7 } })).service.level).toBe(0.9999);
    expect(planLocation(location({ onHand: Number.NaN })).runOut).toBeNull();
    expect(planLocation(location({ onHand: 0 })).runOut!.expectedDays).toBe(0);
  });

  it("is the same for the same location, and can be stored as JSON", () => {
    const plan = planLocation(location());
    expect(planLocation(location())).toEqual(plan);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
