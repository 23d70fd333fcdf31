import { DAY_MS, HOUR_MS, type LevelReading, summariseDay } from "@refill/replenishment";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";
import { upkeepRegion } from "../measurements/upkeep.ts";
import { perDay } from "./consumption.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const isoDate = (at: number) => new Date(at).toISOString().slice(0, 10);

test("a location that loses ten pieces a day says when it will be empty and when it is refilled", async () => {
  const own = await app.createCustomer("planning");
  const { ids, body } = lane();
  const unwatched = { ...body.locations[0]!, id: crypto.randomUUID(), name: "Z-09", deviceIds: [] };
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: { ...body, locations: [...body.locations, unwatched] },
  });
  expect(made.status).toBe(201);
  const now = Date.now();
  let sequence = 0;
  const see = (at: number, pieces: number) =>
    app.deliver([reading(own.accountId, ids.device, ++sequence, pieces, Math.round(at))]);
  // Six days: each day ten pieces, which the second reading confirms; today they are 30.
  for (let day = 6; day >= 0; day--)
    for (const hours of [2, 1]) await see(now - day * DAY_MS - hours * HOUR_MS, 30 + day * 10);
  await upkeepRegion({ store: app.accounts.store, log: pino({ level: "silent" }) }, "EU");
  const get = async (path: string) => (await app.request("GET", `/api/v1${path}`, { key: own.userKey })).body;
  const { items, nextCursor } = await get("/planning/locations");
  expect(nextCursor).toBeNull();
  const [order] = (await get("/orders")).items;
  expect(items).toMatchObject([
    {
      locationId: ids.location,
      policy: { kind: "min-max", minimum: 30, maximum: 90 },
      onHand: 30,
      inventoryPosition: 90,
      openOrderId: order.id,
      nextRefillDate: isoDate(Date.parse(order.createdAt) + 3 * DAY_MS),
    },
    {
      locationName: "Z-09",
      onHand: null,
      consumptionPerDay: null,
      daysOfStock: null,
      runOutDate: null,
      nextRefillDate: null,
    },
  ]);
  // 60 pieces from the first known reading, 6 days and 1 hour ago, until now.
  expect(items[0].consumptionPerDay).toBeCloseTo(60 / (6 + 1 / 24), 1);
  expect(items[0].daysOfStock).toBeCloseTo((30 / 60) * (6 + 1 / 24), 1);
  expect(items[0].runOutDate).toBe(isoDate(now + items[0].daysOfStock * DAY_MS));
  const page = await get("/planning/locations?limit=1");
  const next = await get(`/planning/locations?limit=1&cursor=${page.nextCursor}`);
  expect(next).toMatchObject({ items: [{ locationName: "Z-09" }], nextCursor: null });
});

const from = Date.UTC(2026, 5, 1);
const now = from + 28 * DAY_MS + 12 * HOUR_MS;
const dayWith = (day: number, ...readings: Omit<LevelReading, "sequence" | "receipts">[]) =>
  summariseDay(
    from + day * DAY_MS,
    readings.map((each, sequence) => ({ ...each, sequence, receipts: 0 })),
    3 * HOUR_MS,
  );

test("what left during an outage is seen after it, and makes no more a day than it was", () => {
  const days = [
    dayWith(10, { at: from + 10 * DAY_MS, onHand: 100, consumption: 0 }),
    dayWith(20, { at: from + 20 * DAY_MS, onHand: 50, consumption: 50 }),
  ];
  expect(perDay(days, { from, now, holdMs: 3 * HOUR_MS })).toBe(5);
});

test("a bin that was emptied twice in the window and was known before counts over the whole window", () => {
  const holdMs = 37 * HOUR_MS;
  const days = [
    dayWith(1, { at: from + DAY_MS, onHand: 0, consumption: 50 }),
    dayWith(28, { at: now - HOUR_MS, onHand: 0, consumption: 50 }),
  ];
  expect(perDay(days, { from, now, holdMs })).toBeCloseTo(100 / 28.5, 6);
});

test("less than a day of readings tells no consumption", () => {
  const days = [dayWith(28, { at: now - 20 * HOUR_MS + 12 * HOUR_MS, onHand: 5, consumption: 2 })];
  expect(perDay(days, { from, now, holdMs: 3 * HOUR_MS })).toBeNull();
  expect(perDay([], { from, now, holdMs: 3 * HOUR_MS })).toBeNull();
});
