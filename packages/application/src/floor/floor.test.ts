import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, lane, startApplicationUnderTest } from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

/** A PNG's signature and header; nothing behind it is looked at. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function plant(slug: string) {
  const { adminKey: key } = await app.createCustomer(slug);
  const { ids, body } = lane();
  const area = crypto.randomUUID();
  const rack = crypto.randomUUID();
  const { locations, ...rest } = body as { locations: object[] };
  const made = await app.request("POST", "/api/v1/import", {
    key,
    body: {
      ...rest,
      areas: [{ id: area, siteId: ids.site, name: "Store", place: { x: 1, y: 2, width: 20, height: 10 } }],
      racks: [{ id: rack, areaId: area, name: "A" }],
      locations: locations.map((each) => ({ ...each, areaId: area, rackId: rack })),
    },
  });
  expect(made.status).toBe(201);
  const call = async (method: string, path: string, body?: object, headers?: Record<string, string>) =>
    app.request(method, `/api/v1${path}`, {
      key,
      ...(body ? { body } : {}),
      ...(headers ? { headers } : {}),
    });
  return { key, ids: { ...ids, area, rack }, call };
}

const place = { x: 3, y: 4, width: 2.4, depth: 0.8, rotation: 90 };

test("places: given, read, moved with their record, exported; what can't be is refused", async () => {
  const { ids, call } = await plant("places");
  expect((await call("GET", `/areas/${ids.area}`)).body.place).toEqual({ x: 1, y: 2, width: 20, height: 10 });
  const rack = await call("PATCH", `/racks/${ids.rack}`, { place, shelves: 3 });
  expect(rack.body).toMatchObject({ place, shelves: 3 });
  const askew = await call("PATCH", `/racks/${ids.rack}`, { place: { ...place, rotation: 45 } });
  expect([askew.status, askew.body.errors[0].field]).toEqual([400, "place.rotation"]);
  const located = await call("PATCH", `/locations/${ids.location}`, { place: { shelf: 2, slot: 1 } });
  expect(located.body.place).toEqual({ shelf: 2, slot: 1 });

  // Out of its rack it has no place in it; one in a rack that is none is refused.
  const out = await call("PATCH", `/locations/${ids.location}`, { rackId: null });
  expect(out.body).toMatchObject({ rackId: null, place: null });
  const floating = await call("PATCH", `/locations/${ids.location}`, { place: { shelf: 1, slot: 1 } });
  expect([floating.status, floating.body.errors[0].field]).toEqual([422, "place"]);

  // In another site the area's place meant another plan.
  const other = await call("POST", "/sites", { name: "Hall 2" });
  await call("PATCH", `/locations/${ids.location}`, { areaId: null });
  const moved = await call("PATCH", `/areas/${ids.area}`, { siteId: other.body.id });
  expect(moved.body.place).toBeNull();

  const gateway = await call("POST", "/gateways", {
    name: "Roof",
    gatewayEui: "a84041ffff000001",
    place: { siteId: other.body.id, x: 5, y: 5 },
  });
  expect(gateway.body.place).toEqual({ siteId: other.body.id, x: 5, y: 5 });
  const nowhere = await call("PATCH", `/gateways/${gateway.body.id}`, {
    place: { siteId: crypto.randomUUID(), x: 5, y: 5 },
  });
  expect([nowhere.status, nowhere.body.errors[0].field]).toEqual([422, "place.siteId"]);
  expect((await call("GET", `/gateways/${gateway.body.id}`)).body.place.x).toBe(5);
});

test("a layout is put as a whole, taken back by the former one, and refused as a whole", async () => {
  const { ids, call } = await plant("layouts");
  const before = await call("GET", `/racks/${ids.rack}`);
  const layout = {
    areas: [{ id: ids.area, place: { x: 0, y: 0, width: 30, height: 12 } }],
    racks: [{ id: ids.rack, version: before.body.version, place, shelves: 4 }],
    locations: [{ id: ids.location, place: { shelf: 1, slot: 3 } }],
  };
  const path = `/sites/${ids.site}/layout`;
  const put = await call("PUT", path, layout);
  expect(put.status).toBe(200);
  expect(put.body).toEqual({
    areas: [{ id: ids.area, version: 2, place: layout.areas[0]!.place }],
    racks: [{ id: ids.rack, version: 2, place, shelves: 4 }],
    locations: [{ id: ids.location, version: 2, place: { shelf: 1, slot: 3 }, rackId: ids.rack }],
    gateways: [],
  });
  // The same again changes nothing, so no version goes up.
  const again = await call("PUT", path, { areas: layout.areas });
  expect(again.body.areas[0].version).toBe(2);

  // Somebody else was faster with one of two: neither is done.
  const late = await call("PUT", path, {
    areas: [{ id: ids.area, version: 2, place: null }],
    racks: [{ id: ids.rack, version: 1, place: null }],
  });
  expect([late.status, late.body.version]).toEqual([412, 2]);
  expect((await call("GET", `/areas/${ids.area}`)).body.place).not.toBeNull();

  const strange = await call("PUT", path, {
    areas: [{ id: crypto.randomUUID(), place: null }],
    racks: [
      { id: ids.rack, place: null },
      { id: ids.rack, place },
    ],
  });
  expect(strange.status).toBe(422);
  expect(strange.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    "areas[0].id",
    "racks[1].id",
  ]);

  const undone = await call("PUT", path, {
    racks: [{ id: ids.rack, place: before.body.place, shelves: before.body.shelves }],
    locations: [{ id: ids.location, rackId: null, place: null }],
  });
  expect(undone.body.racks[0]).toMatchObject({ place: null, shelves: null, version: 3 });
  expect((await call("GET", `/locations/${ids.location}`)).body).toMatchObject({
    rackId: null,
    areaId: ids.area,
  });
  const back = await call("PUT", path, {
    locations: [{ id: ids.location, rackId: ids.rack, place: { shelf: 1, slot: 1 } }],
  });
  expect(back.body.locations[0].rackId).toBe(ids.rack);
  const entries = await call("GET", "/audit-entries?limit=3");
  expect(entries.body.items.map(({ action }: { action: string }) => action)).toContain("location.changed");
  expect((await call("PUT", `/sites/${crypto.randomUUID()}/layout`, {})).status).toBe(404);
});

test("a floor plan: uploaded, scaled, shown, taken away; it survives a change of the site", async () => {
  const { key, ids, call } = await plant("floor-plans");
  const path = `/sites/${ids.site}/floor-plan`;
  const fetched = (headers: Record<string, string> = {}) =>
    fetch(`${app.baseUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}`, ...headers } });
  expect((await fetched()).status).toBe(404);
  expect((await call("PUT", path, { widthMetres: 40 })).status).toBe(404);

  const large = Buffer.concat([png(800, 600), Buffer.alloc(3_900_000, 7)]);
  const given = await call("PUT", path, { data: large.toString("base64"), widthMetres: 40 });
  expect(given.body.floorPlan).toMatchObject({ widthMetres: 40, heightMetres: 30 });
  const shown = await fetched();
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await shown.arrayBuffer()).equals(large)).toBe(true);
  expect((await fetched({ "if-none-match": shown.headers.get("etag")! })).status).toBe(304);

  const scaled = await call("PUT", path, { widthMetres: 60 });
  expect(scaled.body.floorPlan).toMatchObject({ at: given.body.floorPlan.at, heightMetres: 45 });
  const renamed = await call("PATCH", `/sites/${ids.site}`, { name: "Hall 1" });
  expect(renamed.body.floorPlan.widthMetres).toBe(60);

  for (const [bytes, message] of [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), /no PNG, JPEG or WebP/],
    [png(20_000, 20_000), /more than 40 million/],
    [png(20_000, 10), /a hundred times/],
  ] as const) {
    const refused = await call("PUT", path, { data: bytes.toString("base64"), widthMetres: 10 });
    expect([refused.status, refused.body.errors[0]]).toEqual([
      422,
      { field: "data", message: expect.stringMatching(message) },
    ]);
  }
  const huge = Buffer.concat([png(800, 600), Buffer.alloc(4_400_000)]);
  expect(
    (await call("PUT", path, { data: huge.toString("base64"), widthMetres: 1 })).status,
  ).toBeGreaterThanOrEqual(400);
  expect((await call("GET", `/sites/${ids.site}`)).body.floorPlan.widthMetres).toBe(60);

  expect((await call("DELETE", path)).status).toBe(204);
  expect((await fetched()).status).toBe(404);
  expect((await call("DELETE", path)).status).toBe(404);
  // A site goes with its picture.
  await call("PUT", path, { data: png(10, 10).toString("base64"), widthMetres: 5 });
  await call("DELETE", `/locations/${ids.location}`);
  await call("DELETE", `/racks/${ids.rack}`);
  await call("DELETE", `/areas/${ids.area}`);
  expect((await call("DELETE", `/sites/${ids.site}`)).status).toBe(204);
});

test("a user without the privilege may look and not arrange", async () => {
  const { ids, key } = await plant("looking");
  const made = await app.request("POST", "/api/v1/api-keys", { key, body: { name: "eyes", role: "user" } });
  const eyes = made.body.key;
  const body = { racks: [{ id: ids.rack, place }] };
  expect((await app.request("PUT", `/api/v1/sites/${ids.site}/layout`, { key: eyes, body })).status).toBe(
    403,
  );
  const plan = { data: png(10, 10).toString("base64"), widthMetres: 5 };
  const path = `/api/v1/sites/${ids.site}/floor-plan`;
  expect((await app.request("PUT", path, { key: eyes, body: plan })).status).toBe(403);
  expect((await app.request("GET", path, { key: eyes })).status).toBe(404);
});
