import { parse } from "csv-parse/sync";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import { settingsOf } from "../accounts/settings.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";
import { upkeepRegion } from "../measurements/upkeep.ts";
import { type ExportResource, exportResources } from "./resources.ts";
import { inSnapshot } from "./snapshot.ts";
import { filledBy } from "./stream.ts";
import { writeExport } from "./write-export.ts";

const quiet = pino({ level: "silent" });
const day = 86_400_000;
const today = Date.now() - (Date.now() % day);
const iso = (at: number) => new Date(at).toISOString();

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

let plants = 0;
async function plant() {
  const own = await app.createCustomer(`export-${++plants}`);
  const { ids, body } = lane({ dispatch: { kind: "webhook", url: "http://127.0.0.1:9/orders" } });
  const request = (method: string, path: string, content?: unknown) =>
    app.request(method, `/api/v1${path}`, {
      key: own.adminKey,
      ...(content === undefined ? {} : { body: content }),
    });
  expect((await request("POST", "/import", body)).status).toBe(201);
  const levels = [80, 80, 20, 20];
  await app.deliver(
    levels.map((pieces, n) => reading(own.accountId, ids.device, n + 1, pieces, today - (4 - n) * day)),
  );
  const ask = async (resources: ExportResource[], more: object = {}) =>
    (await request("POST", "/exports", { format: "ndjson", resources, ...more })).body;
  const fetchIt = (id: string) => request("GET", `/exports/${id}/content`);
  return { ...own, ids, request, ask, fetchIt };
}

interface Line {
  resource: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into objects of every shape
  data: any;
}
const linesOf = (text: string): Line[] => {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
};

test("an export has all that the account holds, one object a line, and says at its end that it is whole", async () => {
  const { ids, ask, fetchIt, accountId, adminKey } = await plant();
  await upkeepRegion({ store: app.accounts.store, log: quiet }, "EU", { now: today + 3 * 3_600_000 });
  await app.accounts.store.change(accountId, systemActor, (change) =>
    change.put("setting", { ...settingsOf(change.base), rawMeasurementDays: 90 }),
  );
  const made = await ask(exportResources);
  expect(made).toMatchObject({ format: "ndjson", from: null, fetchedAt: null });
  expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(day);
  const answer = await fetchIt(made.id);
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
  const lines = linesOf(answer.body);
  const of = (resource: ExportResource) =>
    lines.filter((line) => line.resource === resource).map(({ data }) => data);
  const end = lines.at(-1) as unknown as { resource: string; counts: Record<string, number> };
  expect(end.resource).toBe("end");
  for (const resource of exportResources) expect(end.counts[resource]).toBe(of(resource).length);
  expect(end.counts).toMatchObject({
    locations: 1,
    measurements: 4,
    "measurement-days": 4,
    orders: 1,
    "api-keys": 2,
  });
  expect(of("parts")).toMatchObject([{ id: ids.part, number: "M6-20", version: 1 }]);
  expect(of("locations")).toMatchObject([
    { deviceIds: [ids.device], policy: { kind: "min-max", minimum: 30, maximum: 90 } },
  ]);
  const [order] = of("orders");
  expect(order).toMatchObject({ quantity: 70, locationId: ids.location });
  expect(order.events.slice(0, 2)).toMatchObject([{ state: "proposed" }, { state: "approved" }]);
  expect(of("stock")).toMatchObject([{ locationId: ids.location, partNumber: "M6-20", onOrder: 70 }]);
  const measured = of("measurements").sort((a, b) => a.sequence - b.sequence);
  expect(measured[3]).toEqual({
    locationId: ids.location,
    at: iso(today - day),
    onHand: 20,
    confidence: 1,
    distanceMm: 1000,
    fault: null,
    weightGrams: null,
    present: null,
    button: null,
    temperatureC: null,
    batteryPercent: 97,
    rssiDbm: -71,
    snrDb: 9.5,
    consumption: 60,
    receipts: 0,
    deviceId: ids.device,
    sequence: 4,
  });
  expect(of("measurement-days").find(({ at }) => at === iso(today - day))).toMatchObject({
    locationId: ids.location,
    consumption: 60,
    hours: [{ at: iso(today - day), consumption: 60 }, {}, {}],
  });
  expect(of("settings")).toMatchObject([{ rawMeasurementDays: 90 }]);
  expect(of("audit-entries").map(({ action }) => action)).toContain("part.created");
  // What opens anything stays here.
  for (const secret of ["whsec_", 'hash":"rfk', adminKey, "5572404c696e6b4c6f52613230313823"])
    expect(answer.body).not.toContain(secret);
  for (const key of of("api-keys")) expect(Object.keys(key)).not.toContain("hash");
});

test("from and to choose the time of measurements", async () => {
  const { ask, fetchIt } = await plant();
  const made = await ask(["measurements"], { from: iso(today - 3 * day), to: iso(today - day) });
  const lines = linesOf((await fetchIt(made.id)).body);
  expect(
    lines
      .slice(0, -1)
      .map(({ data }) => data.sequence)
      .sort(),
  ).toEqual([2, 3]);
});

test("CSV holds one resource, and nothing that a spreadsheet would run", async () => {
  const { ask, request, fetchIt } = await plant();
  expect((await ask(["parts", "sites"], { format: "csv" })).errors).toMatchObject([{ field: "resources" }]);
  await request("POST", "/sites", { name: "=1+1" });
  const made = await ask(["sites"], { format: "csv" });
  const answer = await fetchIt(made.id);
  expect(answer.headers.get("content-disposition")).toContain("refill-export.csv");
  const rows = parse(answer.body, { columns: true, bom: true }) as { name: string }[];
  expect(rows.map(({ name }) => name).sort()).toEqual(["'=1+1", "Hall 1"]);
  const locations = await ask(["locations"], { format: "csv" });
  expect(parse((await fetchIt(locations.id)).body, { columns: true, bom: true })).toMatchObject([
    { policy: expect.stringContaining("min-max"), geometry: expect.stringContaining("containers") },
  ]);
});

test("exports are for admins of the account, and each is in the audit trail, when it is made and when it is fetched", async () => {
  const { ask, fetchIt, userKey, accountId } = await plant();
  const other = await plant();
  const made = await ask(["sites", "parts"]);
  for (const path of ["", `/${made.id}`, `/${made.id}/content`]) {
    const refused = await app.request("GET", `/api/v1/exports${path}`, { key: userKey });
    expect([path, refused.status]).toEqual([path, 403]);
  }
  expect((await other.request("GET", `/exports/${made.id}`)).status).toBe(404);
  expect((await other.fetchIt(made.id)).status).toBe(404);
  expect((await fetchIt(made.id)).status).toBe(200);
  const trail = linesOf((await fetchIt((await ask(["audit-entries"])).id)).body).slice(0, -1);
  const own = trail.map(({ data }) => data).filter(({ target }) => target?.id === made.id);
  expect(own).toMatchObject([
    { action: "export.created", actor: { kind: "api-key", name: "admin" } },
    {
      action: "export.fetched",
      actor: { kind: "api-key", name: "admin" },
      detail: { resources: ["sites", "parts"] },
    },
  ]);
  const seen = await app.accounts.store.readNow(accountId);
  expect(seen.get("dataExport", made.id)!.fetchedAt).not.toBeNull();
});

test("an export is gone after a day", async () => {
  const { ask, fetchIt, request, accountId } = await plant();
  const made = await ask(["sites"]);
  await app.accounts.store.readNow(accountId);
  await app.accounts.store.change(accountId, systemActor, (change) =>
    change.put("dataExport", { ...change.get("dataExport", made.id)!, expiresAt: Date.now() - 1 }),
  );
  // Another process' change is seen after two seconds at most.
  await until(async () => (await request("GET", `/exports/${made.id}`)).status === 404);
  expect((await fetchIt(made.id)).status).toBe(404);
  const next = await ask(["parts"]);
  expect((await request("GET", "/exports")).body.items).toMatchObject([{ id: next.id }]);
  expect((await app.accounts.store.readNow(accountId)).get("dataExport", made.id)).toBeUndefined();
});

test("an export shows one moment, whatever is changed while it is read", async () => {
  const { accountId, request } = await plant();
  let text = "";
  let isChanged = false;
  const counts = await inSnapshot(app.accounts.store, accountId, (source) =>
    writeExport(
      { read: (resource, range) => changing(source.read(resource, range)) },
      ["sites", "parts", "locations"],
      { format: "ndjson", from: null, to: null },
      {
        async write(more) {
          text += more;
        },
      },
    ),
  );
  async function* changing(batches: AsyncIterable<readonly object[]>) {
    for await (const batch of batches) {
      yield batch;
      if (isChanged) continue;
      isChanged = true;
      const [part] = (await request("GET", "/parts")).body.items;
      await request("POST", "/parts", { ...partInput(part), number: "LATER" });
    }
  }
  expect(counts).toEqual({ sites: 1, parts: 1, locations: 1 });
  expect(text).not.toContain("LATER");
  expect((await request("GET", "/parts")).body.items).toHaveLength(2);
});

function partInput({ name, unit, supplies }: Record<string, unknown>) {
  return { name, unit, supplies };
}

test("a reader that takes nothing is cut off, and one that goes away ends the work", async () => {
  const endless = async (sink: { write(text: string): Promise<void> }) => {
    for (;;) await sink.write("x".repeat(64 * 1024));
  };
  const stalled = filledBy(endless, 50);
  await expect(stalled.done).rejects.toThrow();
  expect(stalled.stream.destroyed).toBe(true);
  const left = filledBy(endless, 60_000);
  setTimeout(() => left.stream.destroy(), 20);
  await expect(left.done).rejects.toThrow();
});
