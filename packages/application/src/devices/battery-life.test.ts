import { describe, expect, test } from "vitest";
import type { DeviceHistory } from "../accounts/records.ts";
import { historyWith } from "../telemetry/device-history.ts";
import { batteryLife } from "./battery-life.ts";

const perDay = 72;

/** So many days of a device that sends `perDay` frames a day, the battery as `percentOn` says. */
function lived(days: number, percentOn: (day: number) => number): DeviceHistory {
  let history: DeviceHistory | undefined;
  for (let day = 0; day < days; day++) {
    const today = { day, heard: 70, lost: 2, batterySum: percentOn(day) * 10, batteryReadings: 10 };
    history = historyWith(history, "d", today);
  }
  return history!;
}

describe("days that are left", () => {
  test("a steady decline goes on", () => {
    const history = lived(100, (day) => Math.round(100 - day / 5));
    expect(batteryLife(history, 80, perDay).days).toBeGreaterThan(380);
    expect(batteryLife(history, 80, perDay).days).toBeLessThan(420);
  });
  test("whole percents and a temperature that moves the voltage do not matter much", () => {
    const history = lived(400, (day) =>
      Math.round(100 - day / 20 + 1.5 * Math.sin(day) + (day % 31 === 0 ? -6 : 0)),
    );
    const { days } = batteryLife(history, 80, perDay);
    expect(days).toBeGreaterThan(1300);
    expect(days).toBeLessThan(1900);
  });
  test("sending half as often makes it last twice as long", () => {
    const history = lived(100, (day) => 100 - day / 5);
    expect(batteryLife(history, 80, perDay / 2).days).toBeCloseTo(800, -1);
  });
  test("a new battery begins anew", () => {
    const history = lived(130, (day) => (day < 100 ? 60 - day / 2 : 100 - (day - 100) / 5));
    expect(batteryLife(history, 94, perDay).days).toBeCloseTo(470, -1);
    expect(history.battery.points[0]).toEqual([100, 100, 101 * perDay]);
  });
});

describe("not known is said, with its reason", () => {
  test.each([
    ["no battery reading", undefined, null, perDay, "no-reading"],
    ["the first days", lived(10, (day) => 100 - day), 90, perDay, "too-early"],
    ["no day is over", undefined, 90, null, "too-early"],
    ["it did not fall", lived(60, () => 99), 99, perDay, "no-decline"],
    ["it rose", lived(60, (day) => 80 + day / 10), 86, perDay, "no-decline"],
  ] as const)("%s", (_, history, percent, framesPerDay, unknown) => {
    expect(batteryLife(history, percent, framesPerDay)).toEqual({ days: null, unknown });
  });
});

test("however long a device lives, its history stays small and covers all of its battery's life", () => {
  const history = lived(4000, (day) => 100 - day / 50);
  expect(history.battery.points.length).toBeLessThanOrEqual(48);
  expect(history.battery.points[0]![0]).toBe(0);
  expect(history.battery.points.at(-1)![0]).toBeGreaterThan(3800);
  expect(history.days).toHaveLength(7);
  expect(JSON.stringify(history).length).toBeLessThan(1600);
});
