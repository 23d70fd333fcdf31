import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDemand } from "@refill/replenishment";
import { afterAll, expect, test } from "vitest";
import {
  lane,
  reading,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { partOfLocation } from "../packages/refill/src/what-if/part-to-replay.ts";

/** `refill simulate` as people start it. */
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "refill-simulate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function simulate(...args: string[]) {
  const child = spawn(process.execPath, ["packages/refill/bin/refill.mjs", "simulate", ...args], {
    cwd: root,
    env: { ...process.env, REFILL_API_KEY: "" },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return { code, output, errors };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const first = Date.UTC(2026, 0, 5);
const isoDay = (day: number) => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
const { demand } = generateDemand({ class: "smooth", seed: 5, days: 364, periodDays: 7, size: 40 });
const csv = file(
  "demand.csv",
  [
    "Datum;Menge",
    ...[...demand].flatMap((pieces, day) => (pieces > 0 ? [`${isoDay(day)};${pieces}`] : [])),
  ].join("\n"),
);

test("the help says how to call it", async () => {
  const { code, output } = await simulate("--help");
  expect(code).toBe(0);
  for (const part of [
    "--present <policy>",
    "--svg <file>",
    "--location <id>",
    "min-max:MINIMUM/MAXIMUM",
    "Examples:",
  ])
    expect(output).toContain(part);
});

test("a file against two given policies: figures, both plots, and a plot in a file", async () => {
  const svg = join(folder, "plot.svg");
  const { code, output } = await simulate(
    csv,
    ...["--present", "min-max:100/250", "--proposed", "reorder-point:60/80", "--lead-time", "5"],
    ...["--price", "2.50", "--svg", svg],
  );
  expect(code).toBe(0);
  expect(output).toContain("362 days replayed, 2026-01-05 to 2027-01-01");
  expect(output).toMatch(/today:\s+minimum 100 and maximum 250/);
  expect(output).toMatch(/Fill rate\s+100\.00 %\s+\d+\.\d\d %/);
  expect(output).toMatch(/Average stock\s+[\d.]+\s+[\d.]+\s+−[\d.]+ \(−\d+ %\)/);
  expect(output).toMatch(/today: stock over time.*\n\s*\d+ \|/);
  expect(output).toMatch(/proposed: stock over time/);
  const plot = readFileSync(svg, "utf8");
  expect(plot).toMatch(/^<svg [^>]*viewBox="0 0 960 512"/);
  expect(plot.match(/<polygon /g)).toHaveLength(2);
});

test("without a proposed policy one is planned on the first half, and both are judged on the other", async () => {
  const args = [csv, "--present", "min-max:100/250", "--lead-time", "5", "--price", "2.5", "--json"];
  const { code, output } = await simulate(...args, "--service", "95");
  expect(code).toBe(0);
  const result = JSON.parse(output);
  expect(result).toMatchObject({
    from: "2026-07-05",
    to: "2027-01-01",
    plannedOnDays: 181,
    present: { policy: { kind: "min-max", minimum: 100, maximum: 250 }, days: 181, fillRate: 1 },
    proposed: { policy: { kind: "min-max" }, days: 181 },
  });
  expect(result.present.demand).toBe(result.proposed.demand);
  expect(result.difference.averageStock).toBeCloseTo(
    result.proposed.averageStock - result.present.averageStock,
    9,
  );
  const all = JSON.parse((await simulate(...args, "--plan-days", "0")).output);
  expect(all).toMatchObject({ from: "2026-01-05", plannedOnDays: 362, present: { days: 362 } });
});

test("a bad file is refused by line", async () => {
  const bad = file("bad.csv", "date,quantity\n2026-01-05,4\n2026-13-05,4\n2026-01-06,four\n");
  const present = ["--present", "min-max:10/20"];
  expect(await simulate(bad, ...present, "--lead-time", "5")).toEqual({
    code: 1,
    output: "",
    errors: [
      `refill: ${bad} can't be used:`,
      '  line 3: "2026-13-05" is no date: write it as 2027-03-31 or 31.03.2027',
      '  line 4: "four" is no quantity: write whole pieces such as 12',
      "",
    ].join("\n"),
  });
});

test("a storage location's history is replayed with its own policy and supply", {
  timeout: 120_000,
}, async () => {
  const app = await startApplicationUnderTest();
  try {
    const own = await app.createCustomer("simulate");
    const { ids, body } = lane();
    const made = await app.request("POST", "/api/v1/import", { key: own.adminKey, body });
    expect(made.status).toBe(201);
    const key = ["--url", app.baseUrl, "--api-key", own.userKey];
    const unknown = await simulate("--location", ids.location, ...key);
    expect(unknown.errors).toContain("no whole day's consumption is known");
    // Ten pieces a day, seen every other hour, for nine whole days; the lane is filled up again in between.
    const today = Date.now() - (Date.now() % 86_400_000);
    const messages = Array.from({ length: 9 * 12 }, (_, index) => {
      const day = Math.floor(index / 12);
      return reading(
        own.accountId,
        ids.device,
        index + 1,
        100 - 10 * (day % 5),
        today + (index - 108) * 7_200_000,
      );
    });
    for (const message of messages) await app.deliver([message]);
    const { code, output, errors } = await simulate("--location", ids.location, ...key, "--json");
    expect([code, errors]).toEqual([0, ""]);
    const result = JSON.parse(output);
    expect(result).toMatchObject({
      present: { policy: { kind: "min-max", minimum: 30, maximum: 90 }, missingDays: 0 },
      proposed: { policy: { kind: "min-max" } },
    });
    expect(result.present.demand).toBe(70);
    expect(result.to).toBe(new Date(today - 86_400_000).toISOString().slice(0, 10));
    // Before the sensor: as the ERP system had it. What the account wants is planned for.
    const isoDate = (ago: number) => new Date(today - ago * 86_400_000).toISOString().slice(0, 10);
    const brought = Array.from({ length: 200 }, (_, day) => ({
      date: isoDate(210 - day),
      quantity: 5 + (day % 3),
    }));
    const asAdmin = (method: string, path: string, sent: object) =>
      app.request(method, `/api/v1${path}`, { key: own.adminKey, body: sent });
    const items = [{ locationId: ids.location, days: brought }];
    expect((await asAdmin("POST", "/planning/consumption", { items })).status).toBe(200);
    const replay = async (...more: string[]) =>
      JSON.parse(
        (await simulate("--location", ids.location, ...key, "--json", "--price", "3", ...more)).output,
      );
    const place = { url: app.baseUrl, apiKey: own.userKey, locationId: ids.location };
    const { demand: known, firstDay } = await partOfLocation(place, 150, Date.now());
    expect([firstDay, known.length]).toEqual([today / 86_400_000 - 150, 150]);
    expect(Array.from(known).slice(0, 3)).toEqual(brought.slice(60, 63).map(({ quantity }) => quantity));
    const planning = { serviceLevel: 0.9, serviceMeasure: "cycle", holdingRate: 0.5, orderCost: 1 };
    const { body: account } = await app.request("GET", "/api/v1/account", { key: own.adminKey });
    const changed = await asAdmin("PATCH", "/account", { planning: { ...account.planning, ...planning } });
    expect(changed.status).toBe(200);
    const asWanted = await replay();
    const options = ["--service", "90", "--measure", "cycle", "--holding-rate", "50", "--order-cost", "1"];
    expect(asWanted).toEqual(await replay(...options));
    expect(asWanted).toMatchObject({ plannedOnDays: 105, to: result.to });
    const wrongKey = await simulate("--location", ids.location, "--url", app.baseUrl, "--api-key", "rfk_x");
    expect(wrongKey.errors).toContain("The API key is not valid");
    const noLocation = await simulate("--location", ids.site, ...key);
    expect(noLocation.errors).toMatch(/no such storage location/i);
    const noRefill = await simulate(
      "--location",
      ids.site,
      "--url",
      `${app.baseUrl}/elsewhere`,
      "--api-key",
      "k",
    );
    expect(noRefill.code).toBe(1);
  } finally {
    await app.stop();
  }
});
