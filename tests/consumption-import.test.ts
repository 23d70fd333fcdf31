import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { CommandRefused } from "../packages/refill/src/command-refused.ts";
import { importConsumption } from "../packages/refill/src/consumption-file.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

const now = Date.now();
const date = (ago: number) => new Date(now - ago * 86_400_000).toISOString().slice(0, 10);

async function plant(slug: string, names: readonly string[]) {
  const own = await app.createCustomer(slug);
  const { ids: first, body } = lane();
  const second = { ...body.sites[0]!, id: randomUUID(), name: "Second plant" };
  // The same name may come once more on another site.
  const locations = names.map((name, index) => ({
    ...body.locations[0]!,
    id: randomUUID(),
    siteId: names.indexOf(name) < index ? second.id : first.site,
    name,
    deviceIds: [],
  }));
  const made = await app.request("POST", "/api/v1/import", {
    key: own.adminKey,
    body: { ...body, sites: [...body.sites, second], locations },
  });
  expect(made.status).toBe(201);
  let calls = 0;
  const call = async <T>(method: string, path: string, sent?: object): Promise<T> => {
    if (method !== "GET") calls += 1;
    const answer = await app.request(method, `/api/v1${path}`, {
      key: own.adminKey,
      ...(sent ? { body: sent } : {}),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as T;
  };
  return {
    ids: locations.map(({ id }) => id),
    calls: () => calls,
    bring: (text: string, gaps: "zero" | "unknown" = "zero") =>
      importConsumption(call, { name: "erp.csv", text }, { gaps, now }),
    async used(id: string) {
      const { items } = await call<{ items: { quantity: number | null }[] }>(
        "GET",
        `/locations/${id}/demand`,
      );
      return items.map(({ quantity }) => quantity);
    },
  };
}

test("an ERP system's bookings by name or id of the location", async () => {
  const { ids, bring, used } = await plant("erp", ["A-01", "A-02"]);
  const text = [
    "Lagerplatz;Datum;Menge",
    `a-01;${date(4)};5`,
    `a-01;${date(4)};2`,
    `a-01;${date(1)};1`,
    `${ids[1]};${date(2)};9`,
  ].join("\n");
  expect(await bring(text)).toMatchObject([
    { locationId: ids[0], from: date(4), to: date(1), days: 4, quantity: 8 },
    { locationId: ids[1], days: 1, quantity: 9 },
  ]);
  expect(await used(ids[0]!)).toEqual([7, 0, 0, 1]);
  await bring(text, "unknown");
  expect(await used(ids[0]!)).toEqual([7, null, null, 1]);
});

test("more locations than fit into a call", async () => {
  const names = Array.from({ length: 201 }, (_, index) => `B-${index}`);
  const { bring, calls } = await plant("erp-many", names);
  const taken = await bring(names.map((name) => `${name},${date(1)},3`).join("\n"));
  expect([taken.length, calls()]).toEqual([201, 2]);
});

test("what is wrong is told by line, and nothing is brought", async () => {
  const { ids, bring, calls } = await plant("erp-wrong", ["A-01", "twice", "twice"]);
  const text = [
    "location,date,quantity",
    `A-01,${date(1)},1`,
    `nowhere,${date(1)},1`,
    `twice,${date(1)},1`,
    `A-01,${date(-2)},1`,
    `${ids[0]},${date(1)},1`,
    `A-01,${date(1_200)},1`,
  ].join("\n");
  const refusal = await bring(text).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(CommandRefused);
  const lines = (refusal as Error).message.split("\n");
  expect(lines[0]).toBe("erp.csv can't be used:");
  expect(lines.slice(1)).toEqual([
    expect.stringContaining(
      `line 2: "A-01" has days from ${date(1_200)} to ${date(-2)}: leave out those before`,
    ),
    '  line 3: there is no storage location "nowhere": write its name or id',
    expect.stringContaining('line 4: there are several locations "twice": write its id, e.g. '),
    `  line 5: ${date(-2)} lies in the future`,
    `  line 6: "${ids[0]}" is the location of line 2: call it the same`,
  ]);
  expect((await bring("A-01,soon,1").catch((error: Error) => error.message)) as string).toContain("line 1: ");
  expect(calls()).toBe(0);
});
