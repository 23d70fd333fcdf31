import { DAY_MS, dayOf, HOUR_MS, type LevelReading, summariseDay } from "@refill/replenishment";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { sealDay } from "../measurements/day-row.ts";
import { upkeepRegion } from "../measurements/upkeep.ts";
import { writeHistory } from "../planning/history-under-test.ts";
import { planAccount } from "../planning/plan-account.ts";
import { openSiteDays } from "./site-day.ts";

const log = pino({ level: process.env.REFILL_TEST_LOG ?? "silent" });
const today = dayOf(Date.now());
const isoDate = (at: number) => new Date(at).toISOString().slice(0, 10);

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let plants = 0;
/** A lane of screws at 0.10 each, from 100 pieces on 0.08; others beside it lie at a second site. */
async function plant(others = 0) {
  const own = await app.createCustomer(`overview-${++plants}`);
  const { ids, body } = lane();
  const prices = [
    { fromQuantity: 1, price: 0.1 },
    { fromQuantity: 100, price: 0.08 },
  ];
  const south = crypto.randomUUID();
  const more = Array.from({ length: others }, (_, n) => ({
    device: crypto.randomUUID(),
    location: crypto.randomUUID(),
    devEui: `24e124eeff${String(plants).padStart(2, "0")}${String(n).padStart(4, "0")}`,
  }));
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: {
      ...body,
      sites: [...body.sites, { id: south, name: "Hall 2" }],
      parts: [{ ...body.parts[0], supplies: [{ ...body.parts[0]!.supplies[0], prices }] }],
      devices: [
        ...body.devices,
        ...more.map(({ device: id, devEui }, n) => ({
          ...body.devices[0],
          id,
          devEui,
          name: `Sensor B${n}`,
        })),
      ],
      locations: [
        ...body.locations,
        ...more.map(({ device, location: id }, n) => ({
          ...body.locations[0],
          id,
          siteId: south,
          name: `B-0${n}`,
          deviceIds: [device],
        })),
      ],
    },
  });
  expect(made).toMatchObject({ status: 201 });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request("GET", `/api/v1${path}`, { key: own.userKey, headers })).body;
  const post = (path: string, content: object = {}) =>
    app.request("POST", `/api/v1${path}`, { key: own.adminKey, body: content });
  const sequences = new Map<string, number>();
  /** Twice, so that it is believed. */
  async function see(device: string, pieces: number, at = Date.now() - 5_000) {
    const n = sequences.get(device) ?? 0;
    sequences.set(device, n + 2);
    await app.deliver(
      [1, 2].map((each) => reading(own.accountId, device, n + each, pieces, at + each * 1000)),
    );
  }
  return { ...own, ids, more, south, get, post, see };
}

/** Summed days of a location until yesterday: its level by hour, the same on each. */
async function writeDays(accountId: string, locationId: string, days: readonly number[][]): Promise<void> {
  const { store } = app.accounts;
  const { sealer } = await store.read(accountId);
  for (const [index, hours] of days.entries()) {
    const day = today - (days.length - index) * DAY_MS;
    const readings = hours.map(
      (onHand, hour): LevelReading => ({
        at: day + hour * HOUR_MS,
        sequence: hour,
        onHand,
        consumption: 0,
        receipts: 0,
      }),
    );
    const sealed = sealDay(sealer, locationId, summariseDay(day, readings, 3 * HOUR_MS));
    await store.query(accountId, (tx) =>
      tx.query("insert into measurement_day (location_id, at, sealed) values ($1, $2, $3)", [
        locationId,
        new Date(day).toISOString(),
        sealed,
      ]),
    );
  }
}

const upkeep = (now = today + 3 * HOUR_MS) => upkeepRegion({ store: app.accounts.store, log }, "EU", { now });
const hoursOf = (before: number, after: number, change = 12) =>
  Array.from({ length: 24 }, (_, hour) => (hour < change ? before : after));

test("days tell the value of stock, how long locations were empty, and what became of orders", async () => {
  const { accountId, ids, more, south, get, see, post } = await plant(1);
  await writeDays(accountId, ids.location, [hoursOf(100, 50), hoursOf(50, 0, 18)]);
  await writeDays(accountId, more[0]!.location, [hoursOf(20, 20)]);
  await see(ids.device, 20);
  await see(more[0]!.device, 40);
  const open = (await get("/orders")).items[0];
  await post(`/orders/${open.id}/receive`, { quantity: open.quantity });
  await upkeep();
  const history = await get("/overview/history?days=30");
  expect(history.items).toMatchObject([
    // 60 pieces are ordered at once: 0.10 each; on average 75 lay there.
    {
      date: isoDate(today - 2 * DAY_MS),
      stockValue: 7.5,
      known: 1,
      unknown: 0,
      stockOuts: 0,
      serviceLevel: 1,
    },
    {
      date: isoDate(today - DAY_MS),
      stockValue: 5.75,
      known: 2,
      withoutPrice: 0,
      stockOuts: 1,
      emptyHours: 6,
      serviceLevel: 42 / 48,
    },
  ]);
  expect(history.total).toMatchObject({ stockOuts: 1, emptyHours: 6 });
  expect(history.total.serviceLevel).toBeCloseTo(66 / 72, 4);
  expect(history.present).toMatchObject({
    stockValue: 6,
    known: 2,
    unknown: 0,
    empty: 0,
    inStock: 1,
    ordersPlaced: 1,
    ordersOnTime: 1,
    ordersLate: 0,
  });
  const ofSouth = await get(`/overview/history?siteId=${south}`);
  expect(ofSouth.items).toMatchObject([{ stockValue: 2, known: 1, stockOuts: 0 }]);
  expect(ofSouth.present).toMatchObject({ stockValue: 4, known: 1, ordersPlaced: 0 });
});

test("orders of a day are counted once it is over", async () => {
  const { accountId, ids, get, see, post } = await plant();
  await see(ids.device, 20);
  const [open] = (await get("/orders")).items;
  await post(`/orders/${open.id}/receive`, { quantity: open.quantity });
  await upkeep(today + DAY_MS + 3 * HOUR_MS);
  const { store } = app.accounts;
  const { sealer } = await store.read(accountId);
  const { rows } = await store.query(accountId, (tx) =>
    tx.query<{ at: Date; sealed: Buffer }>("select at, sealed from overview_day"),
  );
  expect(rows.map(({ at }) => at.getTime())).toEqual([today]);
  const day = openSiteDays(sealer, today, rows[0]!.sealed).get(ids.site);
  expect(day).toMatchObject({ known: 1, value: 2, placed: 1, onTime: 1, late: 0 });
  expect(() => openSiteDays(sealer, today - DAY_MS, rows[0]!.sealed)).toThrow();
});

test("messages that come late change the day that they are of", async () => {
  const { ids, more, get, see } = await plant(1);
  const yesterday = today - DAY_MS + 10 * HOUR_MS;
  await see(ids.device, 80, yesterday);
  await upkeep();
  const day = async () => (await get("/overview/history")).items;
  expect(await day()).toMatchObject([{ date: isoDate(yesterday), known: 1, stockValue: 8 }]);
  await see(more[0]!.device, 40, yesterday);
  // Until it is made again, it stands as it was.
  expect(await day()).toMatchObject([{ known: 1 }]);
  await upkeep(today + DAY_MS + 3 * HOUR_MS);
  expect(await day()).toMatchObject([{ date: isoDate(yesterday), known: 2, stockValue: 12 }]);
});

test("who is or will be empty before the refill comes is told first, and what is well is not", async () => {
  const { accountId, ids, more, get, see, south } = await plant(3);
  const [soon, well, idle] = more as [(typeof more)[0], (typeof more)[0], (typeof more)[0]];
  for (const { location } of [soon, well]) await writeHistory(app, accountId, location, Array(60).fill(20));
  await see(ids.device, 0);
  await see(soon.device, 40);
  await see(well.device, 100);
  await see(idle.device, 90);
  const { runOuts, locations, coming } = await get("/overview/attention");
  expect(locations).toBe(4);
  // Empty now, and ordered; two days left of 20 a day, where the supplier takes three.
  expect(runOuts).toMatchObject({
    total: 2,
    withoutOrder: 1,
    items: [
      { locationName: "A-01-1", onHand: 0, emptyAt: null, partName: "Hexagon screw M6x20" },
      { locationName: "B-00", onHand: 40, order: null },
    ],
  });
  expect(runOuts.items[0].order).toMatchObject({ isLate: false });
  expect(runOuts.items[0].daysShort).toBeGreaterThan(2.5);
  expect(runOuts.items[1].usePerDay).toBeCloseTo(20, 0);
  expect(Date.parse(runOuts.items[1].emptyAt) - Date.now()).toBeLessThan(2.2 * DAY_MS);
  expect(coming).toMatchObject({ total: 1, days: [{ count: 1, orders: [{ locationName: "A-01-1" }] }] });
  const elsewhere = await get(`/overview/attention?siteId=${south}`);
  expect(elsewhere.runOuts.items.map((each: { locationName: string }) => each.locationName)).toEqual([
    "B-00",
  ]);
  expect(elsewhere.coming.total).toBe(0);
});

test("what waits for a person is counted by kind, and each item says what it is about", async () => {
  const { ids, more, get, post, see, adminKey } = await plant(2);
  const patch = await app.request("PATCH", `/api/v1/suppliers/${ids.supplier}`, {
    key: adminKey,
    body: { approvalAbove: 1 },
  });
  expect(patch.status).toBe(200);
  await see(ids.device, 10);
  await see(more[0]!.device, 80, Date.now() - 5 * HOUR_MS);
  const { waiting } = await get("/overview/attention");
  const counts = Object.fromEntries(
    waiting.counts.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
  );
  expect(counts).toMatchObject({ approval: 1, "silent-device": 1, "unknown-level": 1, proposal: 0 });
  expect(waiting.items).toMatchObject([
    { kind: "approval", locationName: "A-01-1", quantity: 80, value: 8, supplierName: "Bolt Brothers" },
    { kind: "unknown-level", id: more[1]!.location, reason: "never-measured" },
    { kind: "silent-device", name: "Sensor B0", locationName: "B-00" },
  ]);
  await post(`/orders/${waiting.items[0].id}/approve`);
  const after = await get("/overview/attention");
  expect(after.waiting.items.map(({ kind }: { kind: string }) => kind)).not.toContain("approval");
});

test("slow movers: what lies there unused, the most value first, also as CSV", async () => {
  const { accountId, ids, more, get, see, south } = await plant(2);
  const [dead, moving] = more as [(typeof more)[0], (typeof more)[0]];
  const unused = [...Array(60).fill(5), ...Array(120).fill(0)];
  await writeHistory(app, accountId, ids.location, unused);
  await writeHistory(app, accountId, dead.location, Array(200).fill(0));
  await writeHistory(app, accountId, moving.location, Array(200).fill(3));
  await see(ids.device, 50);
  await see(dead.device, 90);
  await see(moving.device, 90);
  expect((await get("/planning/slow-movers")).items).toEqual([]);
  const { store } = app.accounts;
  await planAccount({ accountId, runId: crypto.randomUUID() }, { store, log });
  // What was read is kept for two seconds.
  await until(async () => (await get("/planning/slow-movers?days=90")).items.length > 0);
  const page = await get("/planning/slow-movers?days=90");
  expect(page.items).toMatchObject([
    { locationName: "B-00", onHand: 90, unitPrice: 0.1, value: 9, isUseKnown: false, monthsOfCover: null },
    { locationName: "A-01-1", onHand: 50, value: 5, isUseKnown: true },
  ]);
  expect(page.items[1].daysWithoutUse).toBeGreaterThanOrEqual(119);
  expect(page.total).toEqual({ locations: 2, value: 14, withoutPrice: 0 });
  expect((await get(`/planning/slow-movers?days=150&siteId=${south}`)).items).toHaveLength(1);
  const first = await get("/planning/slow-movers?limit=1");
  const second = await get(`/planning/slow-movers?limit=1&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ locationName: "A-01-1" }], nextCursor: null });
  const csv = await get("/planning/slow-movers", { accept: "text/csv" });
  expect(csv.split("\r\n")).toHaveLength(4);
});
