import { accountRole } from "@refill/database";
import { encode, profiles } from "@refill/sensors";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import { settingsOf } from "../accounts/settings.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";
import { lockKey, upkeepRegion } from "./upkeep.ts";

const hour = 3_600_000;
const day = 24 * hour;
const log = pino({ level: process.env.REFILL_TEST_LOG ?? "silent" });
const today = Date.now() - (Date.now() % day);

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let plants = 0;
async function plant() {
  const own = await app.createCustomer(`history-${++plants}`);
  const { ids, body } = lane();
  const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
  expect(made.status).toBe(201);
  const ask = (path: string) => app.request("GET", `/api/v1${path}`, { key: own.adminKey });
  const get = async (path: string) => (await ask(path)).body;
  let sequence = 0;
  /** Pieces by time; each reading goes on its own, as they come. */
  const see = (levels: [at: number, pieces: number][]) =>
    app.deliver(levels.map(([at, pieces]) => reading(own.accountId, ids.device, ++sequence, pieces, at)));
  const history = async (query: string) =>
    (await get(`/locations/${ids.location}/measurements?${query}`)).items;
  const table = (name: string) => `${accountRole(own.accountId)}.${name}`;
  const count = async (name: string) =>
    (await app.owner.query<{ n: number }>(`select count(*)::int as n from ${table(name)}`)).rows[0]!.n;
  return { ...own, ids, body, ask, get, see, history, table, count };
}

/** At three in the night, unless told otherwise: yesterday is over. */
const upkeep = (now = today + 3 * hour) => upkeepRegion({ store: app.accounts.store, log }, "EU", { now });
const iso = (at: number) => new Date(at).toISOString();

test("raw measurements come by time and by page, and those of a time have its begin but not its end", async () => {
  const { see, get, ids, history } = await plant();
  const start = today - 2 * day;
  await see([0, 1, 2, 3, 4].map((n) => [start + n * hour, 80]));
  const first = await get(`/locations/${ids.location}/measurements?limit=3`);
  expect(first.items.map((item: { at: string }) => item.at)).toEqual(
    [0, 1, 2].map((n) => iso(start + n * hour)),
  );
  const second = await get(`/locations/${ids.location}/measurements?limit=3&cursor=${first.nextCursor}`);
  expect(second).toMatchObject({ items: [{ at: iso(start + 3 * hour) }, {}], nextCursor: null });
  expect(await history(`from=${iso(start + hour)}&to=${iso(start + 2 * hour)}`)).toEqual([
    {
      at: iso(start + hour),
      onHand: 80,
      confidence: 1,
      distanceMm: 400,
      fault: null,
      weightGrams: null,
      present: null,
      button: null,
      temperatureC: null,
      batteryPercent: 97,
      rssiDbm: -71,
      snrDb: 9.5,
      consumption: 0,
      receipts: 0,
      deviceId: ids.device,
      sequence: 2,
    },
  ]);
  const byDevice = await get(`/devices/${ids.device}/measurements?limit=4`);
  expect(byDevice.items).toHaveLength(4);
  const rest = await get(`/devices/${ids.device}/measurements?cursor=${byDevice.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ sequence: 5 }], nextCursor: null });
});

test("a request that makes no sense is refused, with the field that is wrong", async () => {
  const { ask, ids } = await plant();
  const of = (query: string) => ask(`/locations/${ids.location}/measurements?${query}`);
  expect(await of(`from=${iso(today)}&to=${iso(today - day)}`)).toMatchObject({
    status: 422,
    body: { errors: [{ field: "from" }] },
  });
  expect((await of("cursor=nonsense")).body.errors).toMatchObject([{ field: "cursor" }]);
  expect((await of("resolution=week")).status).toBe(400);
  expect((await of("limit=5001")).status).toBe(400);
  expect((await of("from=yesterday")).status).toBe(400);
});

test("hours and days say what left and came, and outages are missing", async () => {
  const { see, history } = await plant();
  const start = today - 3 * day;
  await see([
    [start + 10 * hour, 90],
    [start + 10 * hour + 60_000, 90],
    [start + 10.5 * hour, 60],
    [start + 10.75 * hour, 60],
    // Silent for more than three hours.
    [start + 16 * hour, 60],
    [start + 17 * hour, 100],
    [start + 17.5 * hour, 100],
  ]);
  const hours = await history(`resolution=hour&from=${iso(start)}&to=${iso(start + day)}`);
  expect(hours.map((item: { at: string }) => Date.parse(item.at) - start)).toEqual(
    [10, 11, 12, 13, 16, 17, 18, 19, 20].map((n) => n * hour),
  );
  expect(hours[0]).toMatchObject({ min: 60, max: 90, first: 90, last: 60, count: 4, consumption: 30 });
  expect(hours[0].coverage).toBeCloseTo(59 / 60, 3);
  expect(hours[3]).toMatchObject({ count: 0, mean: 60, coverage: 0.75 });
  expect(hours[5]).toMatchObject({ receipts: 40, first: 60, last: 100, mean: 80 });
  const days = await history(`resolution=day&from=${iso(start)}`);
  expect(days).toMatchObject([
    { at: iso(start), consumption: 30, receipts: 40, count: 7, min: 60, max: 100 },
  ]);
  expect(days[0].coverage).toBeCloseTo((3 + 0.75 - 1 / 60 + 1 + 3.5) / 24, 2);
});

test("sums are made in the background, say the same as before, and a late message is in them at once", async () => {
  const { see, history, count, get, ids, accountId } = await plant();
  const start = today - 3 * day;
  const morning = (n: number): [number, number] => [start + n * day + 8 * hour, 90 - n * 10];
  await see([0, 1, 2].flatMap((n) => [morning(n), [morning(n)[0] + 60_000, morning(n)[1]]]));
  await see([[start + 2 * day + 23.5 * hour, 70]]);
  const before = await history("resolution=hour");
  expect(await count("measurement_day")).toBe(0);
  const round = await upkeep(today + 3 * hour);
  expect(round!.daysSummed).toBeGreaterThanOrEqual(3);
  expect(await count("measurement_day")).toBe(3);
  expect(await count("measurement_late")).toBe(0);
  expect(await history("resolution=hour")).toEqual(before);
  // The level of 23:30 holds beyond midnight.
  const midnight = await history(`resolution=hour&from=${iso(today)}&to=${iso(today + hour)}`);
  if (Date.now() - today > hour) expect(midnight).toMatchObject([{ first: 70, count: 0, coverage: 1 }]);
  // A message that waited in the network server for two days: it is counted, and newer levels stand.
  await app.deliver([reading(accountId, ids.device, 50, 40, start + day + 20 * hour)]);
  await app.deliver([reading(accountId, ids.device, 51, 40, start + day + 20.5 * hour)]);
  expect(await count("measurement_day")).toBe(2);
  const late = await history("resolution=day");
  expect(late[1]).toMatchObject({ at: iso(start + day), count: 4, min: 70, consumption: 10 });
  await upkeep(today + day + 3 * hour);
  expect(await count("measurement_day")).toBe(3);
  expect((await history("resolution=day")).slice(0, 3)).toEqual(late.slice(0, 3));
  const page = await get(`/locations/${ids.location}/measurements?resolution=day&limit=2`);
  const next = await get(
    `/locations/${ids.location}/measurements?resolution=day&limit=2&cursor=${page.nextCursor}`,
  );
  expect([...page.items, ...next.items]).toEqual((await history("resolution=day")).slice(0, 4));
});

test("a day's sums that were put in another day's place are found out", async () => {
  const { see, ask, ids, table } = await plant();
  const start = today - 3 * day;
  await see(
    [0, 1].flatMap((n) =>
      [start + n * day, start + n * day + hour].map((at) => [at, 50] as [number, number]),
    ),
  );
  await upkeep();
  await app.owner.query(
    `update ${table("measurement_day")} a set sealed = b.sealed from ${table("measurement_day")} b where a.at <> b.at`,
  );
  expect((await ask(`/locations/${ids.location}/measurements?resolution=hour`)).status).toBe(500);
});

test("raw measurements are kept as long as the account wants them, and their hours for good", async () => {
  const { see, history, count, accountId, ids } = await plant();
  const start = today - 20 * day;
  await see(
    [0, 5, 18].flatMap((n) => [0, 1].map((h) => [start + n * day + h * hour, 90 - n] as [number, number])),
  );
  const before = await history("resolution=hour");
  await upkeep();
  expect(await count("measurement")).toBe(6);
  await app.accounts.store.change(accountId, systemActor, (change) =>
    change.put("setting", { ...settingsOf(change.base), rawMeasurementDays: 7 }),
  );
  await upkeep(today + 27 * hour);
  expect(await count("measurement")).toBe(2);
  expect(await history("resolution=hour")).toEqual(before);
  // A message of a day whose messages are gone does not take the day's sums away.
  await app.deliver([reading(accountId, ids.device, 60, 40, start + 5 * hour)]);
  expect(await history("resolution=hour")).toEqual(before);
  await upkeep(today + 51 * hour);
  expect(await count("measurement")).toBe(2);
  expect(await history("resolution=hour")).toEqual(before);
});

test("without a setting, raw measurements stay for 400 days", async () => {
  const { see, count } = await plant();
  await see([today - 402 * day, today - 401 * day, today - 399 * day].map((at) => [at, 50]));
  await upkeep();
  expect(await count("measurement")).toBe(1);
  expect(await count("measurement_day")).toBe(3);
});

test("one process of a region sums at a time, and the next goes on where it ended", async () => {
  const { see, count } = await plant();
  await see([today - 2 * day, today - day].map((at) => [at, 50]));
  const other = await app.owner.connect();
  try {
    await other.query(`begin; select pg_advisory_xact_lock(${lockKey})`);
    expect(await upkeep()).toBeUndefined();
    expect(await count("measurement_day")).toBe(0);
  } finally {
    await other.query("rollback");
    other.release();
  }
  let asked = 0;
  // Stopped within the account, as by a restart.
  await upkeepRegion({ store: app.accounts.store, log }, "EU", {
    now: today + 3 * hour,
    isStopping: () => asked++ > 1,
  });
  expect(await count("measurement_day")).toBe(1);
  await upkeep();
  expect(await count("measurement_day")).toBe(2);
});

test("a removed location takes its history with it", async () => {
  const { see, count, ids, adminKey } = await plant();
  await see([today - 2 * day, today - 2 * day + hour].map((at) => [at, 80]));
  await upkeep();
  await see([[today - 3 * day, 80]]);
  const gone = await app.request("DELETE", `/api/v1/locations/${ids.location}`, { key: adminKey });
  expect(gone.status).toBe(204);
  for (const table of ["measurement", "measurement_day", "measurement_late"])
    expect([table, await count(table)]).toEqual([table, 0]);
});

test("where a button watches, what was received by hand is in the history with the next message", async () => {
  const { get, ids, accountId, adminKey, body, history } = await plant();
  expect(profiles["milesight-ws101"].measures).toEqual(["button"]);
  const button = crypto.randomUUID();
  const request = (method: string, path: string, content: unknown) =>
    app.request(method, `/api/v1${path}`, { key: adminKey, body: content });
  const made = await request("POST", "/import", {
    devices: [{ ...body.devices[0], id: button, devEui: "24e124ffff000001", profile: "milesight-ws101" }],
  });
  expect(made.status).toBe(201);
  const moved = await request("PATCH", `/locations/${ids.location}`, {
    deviceIds: [button],
    geometry: { kind: "button", capacityPieces: 90 },
  });
  expect(moved.status).toBe(200);
  const press = (sequence: number, at: number) => ({
    ...reading(accountId, button, sequence, 0, at),
    fPort: 85,
    payload: Buffer.from("ff2e01", "hex").toString("base64"),
  });
  await app.deliver([press(1, today - 2 * day)]);
  const [order] = (await get("/orders")).items;
  await request("POST", `/orders/${order.id}/receive`, { quantity: 90 });
  await app.deliver([press(2, today - day)]);
  expect((await history("resolution=day")).slice(0, 2)).toMatchObject([
    { consumption: 0, receipts: 0, last: 0 },
    { consumption: 90, receipts: 90, last: 0 },
  ]);
});

test("what a device of a generic format tells beside the distance is in the history", async () => {
  const { get, ids, accountId, adminKey, body } = await plant();
  const generic = crypto.randomUUID();
  const request = (method: string, path: string, content: unknown) =>
    app.request(method, `/api/v1${path}`, { key: adminKey, body: content });
  const made = await request("POST", "/import", {
    devices: [{ ...body.devices[0], id: generic, devEui: "24e124ffff000002", profile: "cayenne-lpp" }],
  });
  expect(made.status).toBe(201);
  const moved = await request("PATCH", `/locations/${ids.location}`, { deviceIds: [generic] });
  expect(moved.status).toBe(200);
  const { fPort, bytes } = encode("cayenne-lpp", {
    distanceMm: 400,
    weightGrams: 12_345,
    present: true,
    temperatureC: -4.5,
  });
  const message = { ...reading(accountId, generic, 1, 0, today - day), fPort };
  await app.deliver([{ ...message, payload: Buffer.from(bytes).toString("base64") }]);
  expect((await get(`/locations/${ids.location}/measurements`)).items).toMatchObject([
    { distanceMm: 400, weightGrams: 12_345, present: true, temperatureC: -4.5, button: null, fault: null },
  ]);
});

test("the distance of an ultrasonic sensor that leaves it to others is corrected by the temperature", async () => {
  const { get, ids, accountId, adminKey, body } = await plant();
  const generic = crypto.randomUUID();
  const request = (method: string, path: string, content: unknown) =>
    app.request(method, `/api/v1${path}`, { key: adminKey, body: content });
  await request("POST", "/import", {
    devices: [{ ...body.devices[0], id: generic, devEui: "24e124ffff000004", profile: "cayenne-lpp" }],
  });
  const geometry = { ...body.locations[0]!.geometry, correctsByTemperature: true };
  await request("PATCH", `/locations/${ids.location}`, { deviceIds: [generic], geometry });
  // At −20 °C sound takes as long for 706 mm as it takes for 760 mm at 20 °C.
  const { fPort, bytes } = encode("cayenne-lpp", { distanceMm: 760, temperatureC: -20 });
  const payload = Buffer.from(bytes).toString("base64");
  await app.deliver(
    [1, 2].map((n) => ({ ...reading(accountId, generic, n, 0, Date.now() - 10_000 + n), fPort, payload })),
  );
  expect((await get(`/locations/${ids.location}`)).level.onHand).toBe(50);
});

test("a device that cannot tell what the geometry is reckoned from is refused", async () => {
  const { ids, adminKey, body } = await plant();
  const contact = crypto.randomUUID();
  const request = (method: string, path: string, content: unknown) =>
    app.request(method, `/api/v1${path}`, { key: adminKey, body: content });
  await request("POST", "/import", {
    devices: [
      { ...body.devices[0], id: contact, devEui: "24e124ffff000003", profile: "milesight-em300-mcs" },
    ],
  });
  expect(await request("PATCH", `/locations/${ids.location}`, { deviceIds: [contact] })).toMatchObject({
    status: 422,
    body: { errors: [{ field: "geometry.kind", message: expect.stringContaining("measures presence") }] },
  });
  const change = await request("PATCH", `/devices/${ids.device}`, { profile: "mclimate-button" });
  expect(change).toMatchObject({ status: 422, body: { errors: [{ field: "profile" }] } });
  expect((await request("PATCH", `/devices/${ids.device}`, { profile: "cayenne-lpp" })).status).toBe(200);
});
