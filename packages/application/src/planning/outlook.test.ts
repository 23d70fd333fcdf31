import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { writeHistory } from "./history-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

test("a planned location shows where its stock is going, with what is on order; others show nothing", async () => {
  const { accountId, adminKey: key } = await app.createCustomer("outlook");
  const { ids, body } = lane();
  const second = { ...body.locations[0]!, id: randomUUID(), name: "A-01-2", deviceIds: [] };
  await app.request("POST", "/api/v1/import", {
    key,
    body: { ...body, locations: [...body.locations, second] },
  });
  const outlook = async (id: string, query = "") =>
    (await app.request("GET", `/api/v1/locations/${id}/outlook${query}`, { key })).body;
  expect(await outlook(ids.location)).toMatchObject({ ratePerDay: null, incoming: [], items: [] });

  await writeHistory(
    app,
    accountId,
    ids.location,
    Array.from({ length: 60 }, (_, day) => 4 + (day % 3)),
  );
  await writeHistory(
    app,
    accountId,
    second.id,
    Array.from({ length: 60 }, () => 2),
  );
  const run = (await app.request("POST", "/api/v1/planning/runs", { key })).body;
  await until(
    async () => (await app.request("GET", `/api/v1/planning/runs/${run.id}`, { key })).body.state === "done",
  );
  await app.deliver([1, 2, 3].map((sequence) => reading(accountId, ids.device, sequence, 60)));
  const { items, ratePerDay } = await outlook(ids.location, "?days=10");
  expect(ratePerDay).toBeGreaterThan(3);
  expect(items).toHaveLength(11);
  expect(items[0]).toMatchObject({ low: 60, expected: 60, high: 60 });
  expect(items[10].expected).toBeLessThan(30);
  expect(items[5].low).toBeLessThan(items[5].high);

  await app.request("POST", "/api/v1/orders", { key, body: { locationId: ids.location, quantity: 40 } });
  const after = await outlook(ids.location, "?days=10");
  expect(after.incoming).toMatchObject([{ quantity: 40 }]);
  expect(after.items[10].expected).toBe(items[10].expected + 40);
  // Nobody counted there yet.
  expect((await outlook(second.id)).items).toEqual([]);
  expect((await app.request("GET", `/api/v1/locations/${randomUUID()}/outlook`, { key })).status).toBe(404);

  const demand = await app.request("GET", `/api/v1/parts/${ids.part}/demand?period=day`, { key });
  expect(demand.body).toMatchObject({ partId: ids.part, period: "day", locations: 2 });
  const known = demand.body.items.filter(({ isMissing }: { isMissing: boolean }) => !isMissing);
  expect(known.length).toBeGreaterThan(50);
  const one = await app.request("GET", `/api/v1/locations/${ids.location}/demand`, { key });
  const { date, quantity } = one.body.items.findLast(({ isMissing }: { isMissing: boolean }) => !isMissing);
  expect(known.find((item: { date: string }) => item.date === date).quantity).toBeCloseTo(quantity + 2, 1);
});
