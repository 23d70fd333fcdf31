import { describe, expect, it } from "vitest";
import { bufferView, netFlow, qualifiedDemand, usualFactors } from "./ddmrp.ts";

// A worked example: 45 a day, 12 days, lead time factor 0.35, variability 0.5, at least 200 an order.
const profile = {
  averageDailyUse: 45,
  leadTimeDays: 12,
  leadTimeFactor: 0.35,
  variabilityFactor: 0.5,
  minimumOrderQuantity: 200,
  orderCycleDays: 0,
};

describe("a DDMRP buffer", () => {
  it("has its zones: red 283.5, yellow 540, green 200", () => {
    // Formulas: Ptak, Smith (2019), Demand Driven Material Requirements Planning, 3rd ed., chapters 7 and 8.
    const view = bufferView(profile);
    expect(view.redBase).toBeCloseTo(189, 9);
    expect(view.redSafety).toBeCloseTo(94.5, 9);
    expect(view.red).toBeCloseTo(283.5, 9);
    expect(view.yellow).toBeCloseTo(540, 9);
    expect(view.green).toBeCloseTo(200, 9);
    expect(view.topOfRed).toBeCloseTo(283.5, 9);
    expect(view.topOfYellow).toBeCloseTo(823.5, 9);
    expect(view.topOfGreen).toBeCloseTo(1023.5, 9);
  });

  it("has the largest of three greens", () => {
    expect(bufferView({ ...profile, minimumOrderQuantity: 0 }).green).toBeCloseTo(189, 9);
    expect(bufferView({ ...profile, orderCycleDays: 7 }).green).toBeCloseTo(315, 9);
  });

  it("takes factors by lead time and variation", () => {
    expect(usualFactors(5, 0.2)).toEqual({ leadTimeFactor: 0.7, variabilityFactor: 0.3 });
    expect(usualFactors(20, 0.8)).toEqual({ leadTimeFactor: 0.5, variabilityFactor: 0.5 });
    expect(usualFactors(60, 2)).toEqual({ leadTimeFactor: 0.3, variabilityFactor: 0.8 });
    expect(usualFactors(60, null).variabilityFactor).toBe(0.8);
  });
});

describe("the net flow", () => {
  const view = bufferView(profile);

  it("orders up to the top of green from yellow on down", () => {
    expect(netFlow(view, { onHand: 380, onOrder: 500, qualifiedDemand: 210 })).toEqual({
      position: 670,
      zone: "yellow",
      share: 670 / 1023.5,
      order: 354,
    });
    expect(netFlow(view, { onHand: 380, onOrder: 0, qualifiedDemand: 210 })).toMatchObject({
      zone: "red",
      order: 854,
    });
  });

  it("orders nothing in green and above", () => {
    expect(netFlow(view, { onHand: 900, onOrder: 0, qualifiedDemand: 0 })).toMatchObject({
      zone: "green",
      order: 0,
    });
    expect(netFlow(view, { onHand: 900, onOrder: 500, qualifiedDemand: 0 })).toMatchObject({
      zone: "above",
      order: 0,
    });
  });

  it("of an empty buffer orders what is missing", () => {
    const empty = bufferView({ ...profile, averageDailyUse: 0, minimumOrderQuantity: 0 });
    expect(netFlow(empty, { onHand: 0, onOrder: 0, qualifiedDemand: 3 })).toEqual({
      position: -3,
      zone: "red",
      share: null,
      order: 3,
    });
  });

  it("counts what is due, and later spikes only", () => {
    expect(qualifiedDemand(60, [40, 150, 141, 142, 0], 141.75)).toBe(60 + 150 + 142);
    expect(qualifiedDemand(60, [], 100)).toBe(60);
    expect(qualifiedDemand(0, [0, 0], 0)).toBe(0);
  });
});
