import { randomUUID } from "node:crypto";
import { accountRole } from "@refill/database";
import { DAY_MS, dayOf } from "@refill/replenishment";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { writeHistory } from "./history-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const today = dayOf(Date.now()) / DAY_MS;
/** `ago`: days before today. */
const date = (ago: number) => new Date((today - ago) * DAY_MS).toISOString().slice(0, 10);
/** `use[i]` pieces on each of the days until yesterday. */
const daysOf = (use: readonly number[], until = 1) =>
  use.map((quantity, index) => ({ date: date(until + use.length - 1 - index), quantity }));
/** Eleven pieces a day on average, in weeks of 35 to 105. */
const steady = (days: number) =>
  Array.from({ length: days }, (_, day) => 5 + ((day * 7) % 3) + ((Math.floor(day / 7) * 5) % 11));

async function customer(slug: string, locations = 1) {
  const own = await app.createCustomer(slug);
  const { ids, body } = lane();
  const all = Array.from({ length: locations }, (_, index) => ({
    ...body.locations[0]!,
    id: index === 0 ? ids.location : randomUUID(),
    name: `A-${String(index).padStart(2, "0")}`,
    deviceIds: [],
  }));
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: { ...body, locations: all },
  });
  expect(made.status).toBe(201);
  const ask = (method: string, path: string, sent?: unknown, key = own.adminKey) =>
    app.request(method, `/api/v1${path}`, { key, ...(sent === undefined ? {} : { body: sent }) });
  return {
    ...own,
    ask,
    location: ids.location,
    locationIds: all.map(({ id }) => id),
    bring: (items: unknown, more: object = {}) => ask("POST", "/planning/consumption", { items, ...more }),
    async demand(id: string, period = "day") {
      const { status, body: answer } = await ask("GET", `/locations/${id}/demand?period=${period}`);
      expect(status, JSON.stringify(answer)).toBe(200);
      return answer.items as {
        date: string;
        quantity: number | null;
        isMissing: boolean;
        isImported: boolean;
      }[];
    },
  };
}

test("a location without any sensor is planned from what the customer brought", async () => {
  const own = await customer("brought");
  const use = steady(300);
  const { status, body } = await own.bring([{ locationId: own.location, days: daysOf(use) }]);
  expect(status, JSON.stringify(body)).toBe(200);
  const quantity = use.reduce((sum, pieces) => sum + pieces, 0);
  expect(body.items).toEqual([
    { locationId: own.location, from: date(300), to: date(1), days: 300, quantity },
  ]);
  const demand = await own.demand(own.location);
  expect(demand.map((day) => day.quantity)).toEqual(use);
  expect(demand[0]).toEqual({
    date: date(300),
    quantity: use[0],
    knownShare: 1,
    isMissing: false,
    isImported: true,
  });
  expect((await own.demand(own.location, "week")).every(({ isImported }) => isImported)).toBe(true);

  const { body: run } = await own.ask("POST", "/planning/runs");
  await until(async () => (await own.ask("GET", `/planning/runs/${run.id}`)).body.state === "done");
  const { plan } = (await own.ask("GET", `/planning/locations/${own.location}`)).body;
  expect(plan.recommended).not.toBeNull();
  expect(plan.forecast.ratePerDay).toBeGreaterThan(8);
  const replay = {
    locationId: own.location,
    policy: { kind: "min-max", minimum: 40, maximum: 90 },
    safetyStock: 0,
  };
  expect((await own.ask("POST", "/planning/simulations", replay)).body).toMatchObject({
    days: 300,
    missingDays: 0,
  });
  const { items } = (await own.ask("GET", "/audit-entries?action=consumption.imported")).body;
  expect(items).toMatchObject([{ target: { kind: "location", id: own.location }, detail: { days: 300 } }]);
});

test("what the sensors knew counts, also an empty shelf; the rest is as the customer said", async () => {
  const own = await customer("both");
  const seen: (number | null)[] = new Array(30).fill(4);
  seen.fill(null, 10, 15);
  // The shelf is empty from the twelfth hour of the day on.
  await writeHistory(app, own.accountId, own.location, seen);
  await own.bring([{ locationId: own.location, days: daysOf(new Array(50).fill(9)) }]);
  const demand = await own.demand(own.location);
  expect(demand).toHaveLength(50);
  const isImported = (index: number) => index < 20 || (index >= 30 && index < 35);
  expect(demand.map((day) => day.isImported)).toEqual(demand.map((_, index) => isImported(index)));
  expect(demand.map((day) => day.quantity)).toEqual(demand.map((_, index) => (isImported(index) ? 9 : 4)));
});

test("days in between are zero use, or not known; what is sent again takes the place of what was sent before", async () => {
  const own = await customer("gaps");
  const days = [
    { date: date(1), quantity: 3 },
    { date: date(5), quantity: 7 },
  ];
  const quantities = async () => (await own.demand(own.location)).map(({ quantity }) => quantity);
  await own.bring([{ locationId: own.location, days }]);
  expect(await quantities()).toEqual([7, 0, 0, 0, 3]);
  const again = await own.bring([{ locationId: own.location, days }], { gaps: "unknown" });
  expect(again.body.items).toMatchObject([{ days: 2, quantity: 10 }]);
  expect(await quantities()).toEqual([7, null, null, null, 3]);
  await own.bring([{ locationId: own.location, days: [{ date: date(4), quantity: 1 }] }]);
  expect(await quantities()).toEqual([1, null, null, null].slice(0, 4));
  // Today is not over: it counts from tomorrow on.
  await own.bring([{ locationId: own.location, days: [{ date: date(0), quantity: 1 }] }]);
  expect(await quantities()).toEqual([]);
});

test("what is wrong is said by field, and then nothing is taken", async () => {
  const own = await customer("wrong", 2);
  const [first, second] = own.locationIds;
  const good = { locationId: first, days: daysOf([1, 2, 3]) };
  const refused = async (items: unknown, more?: object) => {
    const { status, body } = await own.bring(items, more);
    expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
    return body.errors as { field: string; message: string }[];
  };
  expect(
    await refused([
      good,
      {
        locationId: second,
        days: [
          { date: date(2), quantity: 1 },
          { date: date(-1), quantity: 1 },
          { date: date(2), quantity: 1 },
        ],
      },
      { locationId: first, days: daysOf([1]) },
      { locationId: randomUUID(), days: daysOf([1]) },
    ]),
  ).toEqual([
    { field: "items[3].locationId", message: "there is no such storage location" },
    { field: "items[1].days[1].date", message: `lies in the future: the last day can be ${date(0)} (UTC)` },
    { field: "items[1].days[2].date", message: `${date(2)} is named twice: send the sum of the day` },
    { field: "items[2].locationId", message: "is named twice: send all of its days together" },
  ]);
  for (const [quantity, on] of [
    [-1, date(1)],
    [1.5, date(1)],
    ["1", date(1)],
    [null, date(1)],
  ])
    expect(await refused([good, { locationId: second, days: [{ date: on, quantity }] }])).toMatchObject([
      { field: "items[1].days[0].quantity" },
    ]);
  for (const on of ["2026-02-30", "2026-2-3", "03.02.2026", "2026-01-01T00:00:00Z"])
    expect(await refused([good, { locationId: second, days: [{ date: on, quantity: 1 }] }])).toMatchObject([
      { field: "items[1].days[0].date" },
    ]);
  const apart = [
    { date: date(1), quantity: 1 },
    { date: date(1_101), quantity: 1 },
  ];
  expect(await refused([{ locationId: first, days: apart }])).toMatchObject([{ field: "items[0].days" }]);
  expect(await refused([{ locationId: first, days: [] }])).toMatchObject([{ field: "items[0].days" }]);
  expect(await refused([])).toMatchObject([{ field: "items" }]);
  expect(await refused([good], { gaps: "none" })).toMatchObject([{ field: "gaps" }]);
  for (const id of own.locationIds) expect(await own.demand(id)).toEqual([]);
  const { body: asUser } = await own.ask("POST", "/planning/consumption", { items: [good] }, own.userKey);
  expect(asUser.status).toBe(403);
});

test("it is forgotten on demand, and with its location", async () => {
  const own = await customer("forgotten", 2);
  const [first, second] = own.locationIds as [string, string];
  await own.bring(own.locationIds.map((locationId) => ({ locationId, days: daysOf([1, 2, 3]) })));
  const kept = async () =>
    (
      await app.owner.query(`select location_id from ${accountRole(own.accountId)}.consumption_history`)
    ).rows.map(({ location_id }) => location_id);
  expect((await kept()).sort()).toEqual([first, second].sort());
  expect((await own.ask("DELETE", `/planning/consumption/${first}`)).status).toBe(204);
  expect(await own.demand(first)).toEqual([]);
  expect((await own.ask("DELETE", `/planning/consumption/${first}`)).status).toBe(404);
  expect((await own.ask("DELETE", `/planning/consumption/${randomUUID()}`)).status).toBe(404);
  expect((await own.ask("DELETE", `/locations/${second}`)).status).toBe(204);
  expect(await kept()).toEqual([]);
});

test("200 locations with 1,100 days each are taken in one call", async () => {
  const own = await customer("many", 200);
  const days = daysOf(Array.from({ length: 1_100 }, (_, day) => day % 50));
  const { status, body } = await own.bring(own.locationIds.map((locationId) => ({ locationId, days })));
  expect(status, JSON.stringify(body).slice(0, 500)).toBe(200);
  expect(body.items).toHaveLength(200);
  expect(await own.demand(own.locationIds[199]!)).toHaveLength(728);
});
