import { describe, expect, test } from "vitest";
import type { SupplyCalendar } from "./calendar.ts";
import { chaseAtOf, dueAtOf, isLate } from "./lateness.ts";
import { type LifecycleOrder, proposedOrder } from "./order-lifecycle.ts";

const calendar: SupplyCalendar = {
  timeZone: "Europe/Berlin",
  orderingDays: [1, 2, 3, 4, 5],
  cutOff: null,
  holidays: [],
  blackouts: [],
};
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).epochMilliseconds;
const day = 86_400_000;
const order = (changes: Partial<LifecycleOrder>): LifecycleOrder => ({ ...proposedOrder(100), ...changes });
const placedAt = at("2027-03-26T10:00");

describe("an order is late", () => {
  const due = (changes: Partial<LifecycleOrder>) =>
    dueAtOf(order({ state: "dispatched", placedAt, ...changes }), { calendar, leadTimeDays: 5 });
  test("after its lead time while nobody promised a day", () => {
    expect(due({})).toBe(placedAt + 5 * day);
    expect(isLate(due({}), placedAt + 5 * day)).toBe(false);
    expect(isLate(due({}), placedAt + 5 * day + 1)).toBe(true);
  });
  test("after the end of the promised day, which has 23 hours when clocks change", () => {
    expect(due({ confirmedDate: "2027-03-28" })).toBe(at("2027-03-29T00:00"));
  });
  test("at the end of the day with a lead time of zero, not the moment it was placed", () => {
    const placed = order({ state: "placed", placedAt: at("2027-03-28T01:30") });
    const sameDay = (zone: string) =>
      dueAtOf(placed, { calendar: { ...calendar, timeZone: zone }, leadTimeDays: 0 });
    expect(sameDay("Europe/Berlin")).toBe(at("2027-03-29T00:00"));
    expect(sameDay("America/New_York")).toBe(Date.parse("2027-03-28T04:00:00Z"));
  });
  test("after the first delivery that has not come", () => {
    const deliveries = [
      { quantity: 60, date: "2027-04-01" },
      { quantity: 40, date: "2027-04-09" },
    ];
    const split = { deliveries, confirmedQuantity: 100, confirmedDate: "2027-04-09" };
    expect(due(split)).toBe(at("2027-04-02T00:00"));
    expect(due({ ...split, piecesSeen: 60, state: "partly-received" })).toBe(at("2027-04-10T00:00"));
  });
  test("neither before it was placed nor once it is closed", () => {
    expect(due({ state: "proposed", placedAt: null })).toBeNull();
    expect(due({ state: "received" })).toBeNull();
    expect(isLate(null, 1e15)).toBe(false);
  });
  test("and is asked for once it is, then every few days", () => {
    expect(chaseAtOf({ dueAt: 1_000, chasedAt: null, everyDays: 2 })).toBe(1_001);
    expect(chaseAtOf({ dueAt: 1_000, chasedAt: 5_000, everyDays: 2 })).toBe(5_000 + 2 * day);
    expect(chaseAtOf({ dueAt: 9_000, chasedAt: 5_000, everyDays: 2 })).toBe(9_001);
    expect(chaseAtOf({ dueAt: 9_000, chasedAt: 5_000, everyDays: null })).toBeNull();
    expect(chaseAtOf({ dueAt: null, chasedAt: null, everyDays: 2 })).toBeNull();
  });
});
