import { randomUUID } from "node:crypto";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { labelTemplates } from "./label-templates.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

async function fetchPdf(method: string, path: string, key: string, body?: object) {
  const response = await fetch(`${app.baseUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get("content-type"), bytes, ...pagesOf(bytes) };
}

/** What can be seen of a PDF without drawing it: sizes of its pages in mm, and how many texts and rectangles they have. */
function pagesOf(bytes: Buffer) {
  const text = bytes.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const sizes = boxes.map(([, width, height]) =>
    [width, height].map((points) => Math.round((Number(points) * 254) / 72) / 10),
  );
  let texts = 0;
  let rectangles = 0;
  for (const { index } of text.matchAll(/>>\nstream\n/g)) {
    const begin = index + ">>\nstream\n".length;
    const content = bytes.subarray(begin, text.indexOf("\nendstream", begin));
    try {
      const drawn = inflateSync(content).toString("latin1");
      if (!drawn.includes(" cm\n")) continue;
      texts += drawn.match(/^BT$/gm)?.length ?? 0;
      rectangles += drawn.match(/ re$/gm)?.length ?? 0;
    } catch {
      // Fonts and other things.
    }
  }
  return { sizes, texts, rectangles };
}

test("labels of locations, devices and racks are drawn on the sheet or roll that was chosen", async () => {
  const { adminKey: key, userKey } = await app.createCustomer("labels");
  const { ids, body } = lane({ name: "A-01-1 Ω “größer”" });
  expect((await app.request("POST", "/api/v1/import", { key, body })).status).toBe(201);
  const area = await app.request("POST", "/api/v1/areas", {
    key,
    body: { siteId: ids.site, name: "Press shop" },
  });
  const rack = await app.request("POST", "/api/v1/racks", {
    key,
    body: { areaId: area.body.id, name: "R7" },
  });
  const listed = await app.request("GET", "/api/v1/label-templates", { key: userKey });
  expect(listed.body.items).toHaveLength(labelTemplates.length);
  for (const { name, pageWidthMm, pageHeightMm } of labelTemplates) {
    const one = await fetchPdf("POST", "/labels", userKey, {
      template: name,
      locationIds: [ids.location],
      deviceIds: [ids.device],
      rackIds: [rack.body.id],
      language: "de",
    });
    expect([one.status, one.type], name).toEqual([200, "application/pdf"]);
    const isRoll = name.startsWith("roll");
    expect(one.sizes, name).toHaveLength(isRoll ? 3 : 1);
    expect(one.sizes[0]![0], name).toBeCloseTo(pageWidthMm, 0);
    expect(one.sizes[0]![1], name).toBeCloseTo(pageHeightMm, 0);
    expect(one.texts, name).toBeGreaterThanOrEqual(6);
    expect(one.rectangles, name).toBeGreaterThan(600);
  }
  // Two labels, the first on the last place of a sheet: the second is on the next one.
  const begun = { template: "avery-l7160", startAt: 21 };
  const over = await fetchPdf("POST", "/labels", key, {
    ...begun,
    locationIds: [ids.location],
    deviceIds: [ids.device],
  });
  expect(over.sizes).toHaveLength(2);
  const many = Array.from({ length: 300 }, () => ids.location);
  const hundreds = await fetchPdf("POST", "/labels", key, { template: "avery-l4736", locationIds: many });
  expect(hundreds.sizes).toHaveLength(Math.ceil(300 / 48));
});

test("labels of nothing, of too many, of unknown records and beyond the sheet are refused", async () => {
  const { adminKey: key } = await app.createCustomer("no-labels");
  const { ids, body } = lane();
  await app.request("POST", "/api/v1/import", { key, body });
  const refused = async (input: object) => {
    const { status, body } = await app.request("POST", "/api/v1/labels", { key, body: input });
    return [status, body.errors?.[0]?.field];
  };
  expect(await refused({ template: "avery-l7160" })).toEqual([422, "locationIds"]);
  expect(await refused({ template: "avery-l7160", locationIds: [ids.location], startAt: 22 })).toEqual([
    422,
    "startAt",
  ]);
  expect(await refused({ template: "avery-l7160", locationIds: [ids.location, randomUUID()] })).toEqual([
    422,
    "locationIds[1]",
  ]);
  const many = Array.from({ length: 1500 }, () => ids.location);
  expect(await refused({ template: "avery-l7160", locationIds: many, deviceIds: many })).toEqual([
    422,
    "locationIds",
  ]);
  expect((await refused({ template: "round", locationIds: [ids.location] }))[0]).toBe(400);
});

test("a purchase order is printed in two languages, on as many pages as its lines need", async () => {
  const { accountId, adminKey: key } = await app.createCustomer("printed-orders");
  const { ids, body } = lane();
  const locations = Array.from({ length: 40 }, (_, index) => ({
    ...body.locations[0]!,
    id: randomUUID(),
    name: `A-${index}`,
    deviceIds: index === 0 ? [ids.device] : [],
  }));
  const suppliers = [{ ...body.suppliers[0]!, collectionMinutes: 60 }];
  expect(
    (await app.request("POST", "/api/v1/import", { key, body: { ...body, suppliers, locations } })).status,
  ).toBe(201);
  await app.deliver([1, 2, 3].map((sequence) => reading(accountId, ids.device, sequence, 20)));
  for (const { id } of locations.slice(1))
    await app.request("POST", "/api/v1/orders", { key, body: { locationId: id, quantity: 40 } });
  // Nothing waits any more: all that was collected goes out at once.
  const patched = { ...suppliers[0]!, collectionMinutes: 0 } as Record<string, unknown>;
  delete patched.id;
  await app.request("PATCH", `/api/v1/suppliers/${ids.supplier}`, { key, body: patched });
  const order = await until(async () => {
    const { body } = await app.request("GET", "/api/v1/orders?limit=100", { key });
    return body.items.find(({ purchaseOrder }: { purchaseOrder: object | null }) => purchaseOrder);
  });
  const path = `/purchase-orders/${order.purchaseOrder.id}`;
  const { lines } = (await app.request("GET", `/api/v1${path}`, { key })).body;
  const english = await fetchPdf("GET", `${path}/document`, key);
  const german = await fetchPdf("GET", `${path}/document?language=de`, key);
  expect([english.status, english.type, german.status]).toEqual([200, "application/pdf", 200]);
  expect(lines.length).toBeGreaterThan(30);
  expect(english.sizes.length).toBe(3);
  expect(english.sizes[0]).toEqual([210, 297]);
  expect(english.texts).toBeGreaterThan(lines.length * 6);
  expect(german.bytes.equals(english.bytes)).toBe(false);
  expect((await fetchPdf("GET", `${path}/document?language=fr`, key)).status).toBe(400);
  expect((await fetchPdf("GET", `/purchase-orders/${randomUUID()}/document`, key)).status).toBe(404);
});
