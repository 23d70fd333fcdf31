import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let shops = 0;
/** Two sites; screws lie in three locations, two of them watched and filled to 80 and 20; nuts in one. */
async function shop() {
  const own = await app.createCustomer(`stock-${++shops}`);
  const { ids, body } = lane();
  const more = { site: crypto.randomUUID(), nuts: crypto.randomUUID(), device: crypto.randomUUID() };
  const [site, part, device, location] = [
    body.sites[0]!,
    body.parts[0]!,
    body.devices[0]!,
    body.locations[0]!,
  ];
  const at = (name: string, over: object) => ({
    ...location,
    id: crypto.randomUUID(),
    name,
    deviceIds: [],
    ...over,
  });
  const locations = [
    location,
    at("A-01-2", { deviceIds: [more.device] }),
    at("B-01-1", { siteId: more.site }),
    at("B-01-2", { siteId: more.site, partId: more.nuts }),
  ];
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: {
      ...body,
      sites: [site, { id: more.site, name: "Werk Süd" }],
      parts: [part, { ...part, id: more.nuts, number: "=M6-NUT", name: "Nut M6" }],
      devices: [device, { ...device, id: more.device, devEui: `24e124ffff00000${shops}`, name: "Sensor 2" }],
      locations,
    },
  });
  expect(made.body).toMatchObject({ created: { locations: 4 } });
  for (const [id, pieces] of [
    [ids.device, 80],
    [more.device, 20],
  ] as const)
    await app.deliver([1, 2].map((n) => reading(own.accountId, id, n, pieces)));
  const get = (path: string, accept?: string) =>
    app.request("GET", `/api/v1${path}`, {
      key: own.userKey,
      ...(accept ? { headers: { accept } } : {}),
    });
  return { ...own, ids, more, get };
}

test("stock by part adds up its locations, and says of how many nothing is known", async () => {
  const { get, ids, more } = await shop();
  const { body } = await get("/stock");
  expect(body).toEqual({
    items: [
      {
        partId: more.nuts,
        partNumber: "=M6-NUT",
        partName: "Nut M6",
        unit: "pcs",
        onHand: null,
        onOrder: 0,
        reserved: 0,
        inventoryPosition: null,
        locations: 1,
        low: 0,
        empty: 0,
        unknown: 1,
      },
      {
        partId: ids.part,
        partNumber: "M6-20",
        partName: "Hexagon screw M6x20",
        unit: "pcs",
        onHand: 100,
        // 20 is below the minimum of 30: ordered up to 90.
        onOrder: 70,
        reserved: 0,
        inventoryPosition: 170,
        locations: 3,
        low: 1,
        empty: 0,
        unknown: 1,
      },
    ],
    nextCursor: null,
  });
});

test("stock is found by site, part and words, and read in pages", async () => {
  const { get, ids, more } = await shop();
  const names = async (query: string) =>
    (await get(`/stock/locations?${query}`)).body.items.map(
      (item: { locationName: string }) => item.locationName,
    );
  expect(await names(`siteId=${more.site}`)).toEqual(["B-01-1", "B-01-2"]);
  expect(await names(`partId=${ids.part}`)).toEqual(["A-01-1", "A-01-2", "B-01-1"]);
  expect(await names("q=NUT")).toEqual(["B-01-2"]);
  expect(await names("q=a-01")).toEqual(["A-01-1", "A-01-2"]);
  expect((await get(`/stock?siteId=${more.site}&partId=${ids.part}`)).body.items).toMatchObject([
    { locations: 1, unknown: 1, onHand: null },
  ]);
  const first = (await get("/stock/locations?limit=3")).body;
  const second = (await get(`/stock/locations?limit=3&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ locationName }) => locationName)).toEqual([
    "A-01-1",
    "A-01-2",
    "B-01-1",
    "B-01-2",
  ]);
  expect(second.nextCursor).toBeNull();
  expect((await get("/stock?cursor=x")).status).toBe(422);
  expect((await get("/stock?colour=red")).status).toBe(400);
});

test("a spreadsheet gets all of it as CSV, and runs nothing of it", async () => {
  const { get } = await shop();
  const answer = await get("/stock/locations?limit=1", "text/csv");
  expect(answer.headers.get("content-type")).toContain("text/csv");
  expect(answer.headers.get("content-disposition")).toContain("stock-by-location.csv");
  const rows = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatchObject({ locationName: "A-01-1", onHand: "80", state: "ok" });
  expect(rows[3]).toMatchObject({ partNumber: "'=M6-NUT", siteName: "Werk Süd", onHand: "" });
  expect((await get("/stock", "application/json, text/csv;q=0.5")).body.items).toHaveLength(2);
  expect((await get("/stock", "text/csv")).body).toContain("'=M6-NUT,Nut M6,pcs,,0,0,,1,0,0,1\r\n");
});
