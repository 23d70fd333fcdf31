import { describe, expect, test } from "vitest";
import type { SupplyCalendar } from "./calendar.ts";
import { gather, gatherMerged, type Need, placementTime } from "./collection.ts";

const calendar: SupplyCalendar = {
  timeZone: "Europe/Berlin",
  orderingDays: [1, 2, 3, 4, 5],
  cutOff: "11:30",
  holidays: [],
  blackouts: [{ from: "2027-08-02", to: "2027-08-15", reason: "plant holidays" }],
};
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).epochMilliseconds;
const day = 86_400_000;

describe("an approved order goes out", () => {
  const placed = (approved: string, isUrgent = false, collectionMinutes = 60) =>
    placementTime({ calendar, approvedAt: at(approved), isUrgent, collectionMinutes });
  test("after the collection window", () => {
    expect(placed("2027-05-03T08:00")).toBe(at("2027-05-03T09:00"));
    expect(placed("2027-05-03T08:00", false, 0)).toBe(at("2027-05-03T08:00"));
  });
  test("in time for the cut-off", () => {
    expect(placed("2027-05-03T11:00")).toBe(at("2027-05-03T11:25:59.999"));
    expect(placed("2027-05-03T11:28")).toBe(at("2027-05-03T11:28"));
  });
  test("after the cut-off on the next ordering day", () => {
    expect(placed("2027-05-07T12:00")).toBe(at("2027-05-10T01:00"));
  });
  test("at once when it is urgent, on any day and time but in a blackout", () => {
    expect(placed("2027-05-03T08:00", true)).toBe(at("2027-05-03T08:00"));
    expect(placed("2027-05-08T22:00", true)).toBe(at("2027-05-08T22:00"));
    expect(placed("2027-08-10T08:00", true)).toBe(at("2027-08-16T00:00"));
  });
  test("never without an ordering day", () => {
    const never = { ...calendar, orderingDays: [] };
    expect(
      placementTime({ calendar: never, approvedAt: 0, isUrgent: false, collectionMinutes: 0 }),
    ).toBeNull();
  });
});

describe("one order of several needs", () => {
  const now = at("2027-05-03T09:00");
  const need = (changes: Partial<Need> = {}): Need => ({
    approvedAt: now - 3_600_000,
    placeAt: now,
    isUrgent: false,
    value: 40,
    ...changes,
  });
  const rules = { calendar, minimumOrderValue: 0, at: now, maximumWaitDays: 3 };
  const later = need({ placeAt: now + 1_800_000 });
  test("all go with the first that is due", () => {
    expect(gather([later, need()], rules)).toEqual({ place: [later, need()], wait: null });
  });
  test("before, they wait for it", () => {
    expect(gather([later], rules)).toMatchObject({
      place: [],
      wait: { needs: [later], until: later.placeAt },
    });
    expect(gather([], rules)).toEqual({ place: [], wait: null });
  });
  test("they wait for the minimum order value, the oldest no longer than it may", () => {
    const short = gather([need(), later], { ...rules, minimumOrderValue: 100 });
    expect(short).toMatchObject({ place: [], wait: { until: now - 3_600_000 + 3 * day } });
    expect(short.wait?.reason).toBe(
      "80.00 together, below the supplier's minimum order value of 100.00: waits for more, at most 3 days",
    );
    expect(gather([need(), later, need()], { ...rules, minimumOrderValue: 100 }).place).toHaveLength(3);
    const waited = need({ approvedAt: now - 3 * day });
    expect(gather([waited, later], { ...rules, minimumOrderValue: 100 }).place).toHaveLength(2);
  });
  test("a value that is not known holds nothing back", () => {
    expect(gather([need({ value: null }), later], { ...rules, minimumOrderValue: 100 }).place).toHaveLength(
      2,
    );
  });
  test("sums are exact: 0.7 + 0.1 reach 0.8", () => {
    const cents = [need({ value: 0.7 }), need({ value: 0.1 })];
    expect(gather(cents, { ...rules, minimumOrderValue: 0.8 }).place).toHaveLength(2);
  });
  test("an urgent one takes all along, whatever their value", () => {
    const urgent = need({ isUrgent: true });
    expect(gather([later, urgent], { ...rules, minimumOrderValue: 1_000 }).place).toEqual([later, urgent]);
  });
  test("what came due while nothing ran goes at the next ordering time", () => {
    const evening = at("2027-05-03T20:00");
    expect(gather([need()], { ...rules, at: evening })).toMatchObject({
      place: [],
      wait: { until: at("2027-05-04T00:00") },
    });
    expect(gather([need({ isUrgent: true })], { ...rules, at: evening }).place).toHaveLength(1);
    expect(gather([need({ isUrgent: true })], { ...rules, at: at("2027-08-03T20:00") }).place).toEqual([]);
  });
  test("needs that can never be placed say what to do", () => {
    const stuck = gather([need({ placeAt: null })], rules);
    expect(stuck).toMatchObject({ place: [], wait: { until: null } });
    expect(stuck.wait?.reason).toContain("ordering days and holidays");
  });
});

describe("needs that a person merged", () => {
  const now = at("2027-05-08T22:00");
  const need = (isUrgent = false): Need => ({ approvedAt: now, placeAt: null, isUrgent, value: 1 });
  const rules = { calendar, goesAt: 0, unapproved: 0, at: now };
  test("go together at once, whatever day it is and whatever they are worth", () => {
    expect(gatherMerged([need(), need()], rules).place).toHaveLength(2);
    expect(gatherMerged([], rules)).toEqual({ place: [], wait: null });
  });
  test("or at the time that was chosen, but not in a blackout", () => {
    expect(gatherMerged([need()], { ...rules, goesAt: now + day })).toMatchObject({
      place: [],
      wait: { cause: { code: "chosen-time" }, until: now + day },
    });
    expect(gatherMerged([need()], { ...rules, goesAt: at("2027-08-10T08:00") })).toMatchObject({
      wait: { cause: { code: "blackout", lastDay: "2027-08-15" }, until: at("2027-08-16T00:00") },
    });
  });
  test("wait for each other's approval, but an urgent one does not", () => {
    const waiting = gatherMerged([need(), need()], { ...rules, unapproved: 1 });
    expect(waiting.wait?.reason).toBe("waits for the approval of 1 other that it goes with");
    expect(
      gatherMerged([need(true), need()], { ...rules, unapproved: 1, goesAt: now + day }).place,
    ).toHaveLength(2);
  });
});
