import { lifeOf, planDemonstration, plannedCapacity } from "@refill/factory";
import { classify } from "@refill/replenishment";
import { expect, test } from "vitest";
import { pastConsumption } from "./past-consumption.ts";

const seed = "past";
const { plan, sharesAtStart } = planDemonstration({ seed, locations: 120 });
const past = pastConsumption(plan, { seed, today: "2026-03-04", sharesAtStart });
const stores = new Set(plan.locations.map(({ source }) => source?.locationId));
const capacityOf = new Map(plan.locations.map(({ id, geometry }) => [id, plannedCapacity(geometry)]));

test("each location has half to a whole year of whole weeks, until yesterday, in whole pieces", () => {
  expect(past.map(({ locationId }) => locationId)).toEqual(plan.locations.map(({ id }) => id));
  for (const { days } of past) {
    expect(days.length % 7).toBe(0);
    expect(days.length).toBeGreaterThanOrEqual(26 * 7);
    expect(days.length).toBeLessThanOrEqual(52 * 7);
    expect(days.at(-1)!.date).toBe("2026-03-03");
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    for (const { quantity } of days) expect(Number.isInteger(quantity) && quantity >= 0).toBe(true);
  }
});

test("the same seed and day give the same past; another day moves it", () => {
  expect(pastConsumption(plan, { seed, today: "2026-03-04", sharesAtStart })).toEqual(past);
  const [first] = pastConsumption(plan, { seed, today: "2026-03-05", sharesAtStart });
  expect(first!.days.at(-1)!.date).toBe("2026-03-04");
});

test("a day is as much as two hours of the plant, and all kinds of demand are there, by week", () => {
  const classes = new Set<string>();
  let expected = 0;
  let used = 0;
  for (const { locationId, days } of past) {
    const quantities = days.map(({ quantity }) => quantity);
    const weeks = new Float64Array(days.length / 7);
    for (const [index, quantity] of quantities.entries()) weeks[Math.floor(index / 7)]! += quantity;
    classes.add(classify(weeks).class);
    const { hoursToEmpty, demand } = lifeOf(seed, locationId, sharesAtStart.get(locationId));
    if (stores.has(locationId)) continue;
    expect(Math.max(...quantities)).toBeLessThanOrEqual(capacityOf.get(locationId)!);
    if (demand === "intermittent" || demand === "lumpy") continue;
    const share = quantities.reduce((sum, each) => sum + each, 0) / days.length / capacityOf.get(locationId)!;
    used += share;
    expected += 2 / hoursToEmpty;
  }
  for (const each of ["smooth", "erratic", "intermittent", "lumpy"]) expect(classes).toContain(each);
  expect(used / expected).toBeGreaterThan(0.8);
  expect(used / expected).toBeLessThan(1.25);
});

test("working days use more than Sundays, and a store gave what its locations used", () => {
  let sundays = 0;
  let tuesdays = 0;
  for (const { locationId, days } of past) {
    if (stores.has(locationId)) continue;
    const capacity = capacityOf.get(locationId)!;
    for (const { date, quantity } of days) {
      const weekday = new Date(date).getUTCDay();
      if (weekday === 0) sundays += quantity / capacity;
      if (weekday === 2) tuesdays += quantity / capacity;
    }
  }
  expect(sundays).toBeLessThan(0.6 * tuesdays);
  const byId = new Map(past.map(({ locationId, days }) => [locationId, days]));
  const store = plan.locations.find(({ id }) => stores.has(id))!;
  const given = byId.get(store.id)!;
  const taken = plan.locations
    .filter(({ source }) => source?.locationId === store.id)
    .flatMap(({ id }) => byId.get(id)!.filter(({ date }) => date >= given[0]!.date));
  const sum = (days: readonly { quantity: number }[]) =>
    days.reduce((all, { quantity }) => all + quantity, 0);
  expect(sum(given)).toBeGreaterThan(0.8 * sum(taken));
  expect(sum(given)).toBeLessThanOrEqual(sum(taken));
});
