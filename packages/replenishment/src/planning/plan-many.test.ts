import { describe, expect, it } from "vitest";
import { seededRandom, seriesOfValues } from "../demand/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { planLocation } from "./plan-location.ts";
import { planMany } from "./plan-many.ts";

function location(index: number): LocationToPlan {
  const random = seededRandom(index);
  return {
    id: `location-${index}`,
    // Lots of pallets: its demand over the lead time is drawn.
    history: seriesOfValues(
      Array.from({ length: 104 }, () => (random() < 0.4 ? 480 : 0)),
      7,
    ),
    leadTime: { meanDays: 5 + (index % 5), sdDays: 2 },
    reviewDays: 1,
    unitPrice: 1,
    holdingRate: 0.2,
    orderCost: 5,
    service: { measure: "fill-rate", level: 0.95 },
    supply: { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 },
    capacity: 9000,
    policy: { kind: "min-max", minimum: 100, maximum: 900 },
    safetyStock: 0,
  };
}

describe("many plans", () => {
  const locations = Array.from({ length: 25 }, (_, index) => location(index));

  it("come in chunks, in order, each location once", () => {
    const chunks = [...planMany(locations, 10)];
    expect(chunks.map((plans) => plans.length)).toEqual([10, 10, 5]);
    expect(chunks.flat().map(({ id }) => id)).toEqual(locations.map(({ id }) => id));
  });

  it("say at the end how many there were", () => {
    const run = planMany(locations.slice(0, 3), 2);
    expect([run.next().done, run.next().done]).toEqual([false, false]);
    expect(run.next()).toEqual({ done: true, value: 3 });
    expect(planMany([]).next()).toEqual({ done: true, value: 0 });
  });

  it("don't depend on the other locations nor on their order", () => {
    const forwards = new Map([...planMany(locations, 7)].flat().map((plan) => [plan.id, plan]));
    const backwards = [...planMany([...locations].reverse(), 4)].flat();
    for (const plan of backwards) expect(plan).toEqual(forwards.get(plan.id));
    expect(backwards.some(({ leadTimeDemand }) => leadTimeDemand.family === "empirical")).toBe(true);
  });

  it("read a location only when it is its turn, so that one chunk is in memory", () => {
    let read = 0;
    function* endless(): Generator<LocationToPlan> {
      for (;;) {
        read += 1;
        yield location(read);
      }
    }
    const run = planMany(endless(), 5);
    expect(read).toBe(0);
    run.next();
    expect(read).toBe(5);
    run.next();
    expect(read).toBe(10);
    run.return(0);
    expect(read).toBe(10);
  });

  it("give a chunk of one at least", () => {
    for (const chunk of [0, -3, Number.NaN]) expect(planMany(locations, chunk).next().value).toHaveLength(1);
  });

  it("go on after a location that makes no sense", () => {
    const senseless = {
      ...location(1),
      id: "senseless",
      capacity: Number.NaN,
      history: seriesOfValues([Number.NaN], 7),
    };
    const plans = [...planMany([location(0), senseless, location(2)], 10)].flat();
    expect(plans.map(({ recommended }) => recommended !== null)).toEqual([true, false, true]);
    expect(planLocation(senseless).notes.length).toBeGreaterThan(0);
  });
});
