import { describe, expect, it } from "vitest";
import { seededRandom, seriesOfValues } from "../demand/index.ts";
import type { Policy } from "../ordering/index.ts";
import { poissonDraw } from "../simulation/draw.ts";
import { simulate } from "../simulation/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { planLocation } from "./plan-location.ts";

type Draw = (random: () => number) => number;

const poisson =
  (mean: number): Draw =>
  (random) =>
    poissonDraw(mean, random);

const DEMANDS: Record<string, Draw> = {
  "steady, 20 a day": poisson(20),
  "single pieces, 0.7 a day": poisson(0.7),
  "lots of 1 to 15 on every fourth day": (random) => (random() < 0.25 ? 1 + Math.floor(15 * random()) : 0),
  "rare, 8 every other week": (random) => (random() < 0.07 ? 8 : 0),
  "exponential, 30 a day": (random) => Math.round(-30 * Math.log(1 - random())),
};

const KINDS: Record<string, Policy> = {
  "min-max": { kind: "min-max", minimum: 1, maximum: 2 },
  "reorder-point": { kind: "reorder-point", reorderPoint: 1, quantity: 10 },
  periodic: { kind: "periodic", reorderPoint: 1, maximum: 2, days: [1, 4], at: "17:00" },
  kanban: { kind: "kanban", cards: 2, piecesPerCard: 12 },
  "two-bin": { kind: "two-bin", piecesPerBin: 10 },
};

function location(draw: Draw, seed: number, more: Partial<LocationToPlan>): LocationToPlan {
  const random = seededRandom(seed);
  const weekly = Array.from({ length: 104 }, () => {
    let sum = 0;
    for (let day = 0; day < 7; day += 1) sum += draw(random);
    return sum;
  });
  return {
    id: `location-${seed}`,
    history: seriesOfValues(weekly, 7),
    leadTime: { meanDays: 10, sdDays: 0 },
    reviewDays: 1,
    unitPrice: 2,
    holdingRate: 0.2,
    orderCost: 8,
    service: { measure: "fill-rate", level: 0.97 },
    supply: { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 },
    capacity: 100_000,
    policy: null,
    safetyStock: 0,
    ...more,
  };
}

/** So many are judged. */
const DAYS = 6000;

/** Average over plans from different histories of the same demand. */
function reached(draw: Draw, more: Partial<LocationToPlan>, histories = 8) {
  const sum = { fillRate: 0, cycleService: 0, averageStock: 0, expectedStock: 0, expectedFill: 0 };
  for (let seed = 1; seed <= histories; seed += 1) {
    const given = location(draw, seed, more);
    const { recommended } = planLocation(given);
    const random = seededRandom(1000 + seed);
    const { leadTime, supply, capacity, unitPrice, holdingRate, orderCost } = given;
    const seen = simulate(
      {
        demand: Float64Array.from({ length: DAYS }, () => draw(random)),
        leadTime,
        supply,
        capacity,
        costs: { unitPrice, holdingRate, orderCost },
        unmet: "backordered",
        seed,
      },
      { policy: recommended!.policy, safetyStock: 0 },
    );
    sum.fillRate += seen.fillRate / histories;
    sum.cycleService += seen.cycleService! / histories;
    sum.averageStock += seen.averageStock / histories;
    sum.expectedStock += recommended!.averageStock / histories;
    sum.expectedFill += recommended!.fillRate / histories;
  }
  return sum;
}

describe.each(Object.entries(DEMANDS))("with demand that is %s", (_, draw) => {
  it.each(Object.entries(KINDS))("the recommended %s serves as many pieces as wanted", (_kind, policy) => {
    const { fillRate, averageStock, expectedStock } = reached(draw, { policy });
    expect(fillRate).toBeGreaterThan(0.96);
    // What is promised of the stock is about what comes of it.
    expect(expectedStock / averageStock).toBeGreaterThan(0.75);
    expect(expectedStock / averageStock).toBeLessThan(1.35);
  });

  it("serves as many order cycles as wanted", () => {
    const { cycleService } = reached(draw, {
      policy: KINDS["min-max"]!,
      service: { measure: "cycle", level: 0.95 },
    });
    expect(cycleService).toBeGreaterThan(0.925);
  });

  it("does so with packs, a minimum and lead times that vary", () => {
    const { fillRate } = reached(draw, {
      policy: KINDS["min-max"]!,
      supply: { packSize: 6, minimumOrderQuantity: 24, orderMultiple: 4 },
      leadTime: { meanDays: 10, sdDays: 5, samples: [5, 7, 10, 13, 20] },
    });
    expect(fillRate).toBeGreaterThan(0.96);
  });
});
