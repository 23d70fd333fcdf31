import { DAY_MS, dayOf, HOUR_MS } from "@refill/replenishment";
import pino from "pino";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { upkeepRegion } from "../packages/application/src/measurements/upkeep.ts";
import { writeHistory } from "../packages/application/src/planning/history-under-test.ts";
import { planAccount } from "../packages/application/src/planning/plan-account.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** A material manager's morning: what needs them, what is on its way, how stock went, and what lies there unused. */
const log = pino({ level: "silent" });

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { ids, body } = lane();
const other = crypto.randomUUID();
const devices = [1, 2, 3].map((n) => ({
  ...body.devices[0]!,
  id: n === 1 ? ids.device : crypto.randomUUID(),
  devEui: `24e124dddd00000${n}`,
  name: `Sensor ${n}`,
}));
const locations = devices.map(({ id }, index) => ({
  ...body.locations[0]!,
  id: index === 0 ? ids.location : crypto.randomUUID(),
  siteId: index === 2 ? other : ids.site,
  name: `A-0${index + 1}`,
  deviceIds: [id],
}));
let sequence = 0;

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("overview-page");
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => problems.push(error.message));
  const link = `${app.pageUrl}/register#${await customer.registrationToken()}`;
  await registerByPasskey(page, link, { name: "Maria Berger", email: "maria.berger@demo.example" });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const go = (path: string) => page.goto(`${app.pageUrl}${path}`);
async function ask(method: string, path: string, sent?: unknown) {
  const answer = await app.request(method, `/api/v1${path}`, {
    key: customer.adminKey,
    ...(sent === undefined ? {} : { body: sent }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
/** Twice, so that it is believed. */
async function see(index: number, pieces: number) {
  const { accountId } = customer;
  const at = Date.now() - 5_000;
  const twice = [1, 2].map((n) => reading(accountId, devices[index]!.id, ++sequence, pieces, at + n * 1000));
  await app.deliver(twice);
}

test("with nothing yet, it says where to begin", async () => {
  await go("/");
  await page.getByText("No storage locations yet").waitFor();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Suppliers" }).click();
  await page.getByRole("heading", { name: "Suppliers" }).waitFor();
});

test("it says in one sentence what needs somebody; an order is approved there, and news come by themselves", {
  timeout: 150_000,
}, async () => {
  const parts = body.parts.map((part) => ({
    ...part,
    supplies: part.supplies.map((supply) => ({ ...supply, prices: [{ fromQuantity: 1, price: 4 }] })),
  }));
  const suppliers = body.suppliers.map((each) => ({ ...each, approvalAbove: 100 }));
  const sites = [...body.sites, { id: other, name: "Hall 2" }];
  await ask("POST", "/import", { ...body, sites, suppliers, parts, devices, locations });
  // Five pieces a day, but for the last one, which nobody has used for months.
  const { accountId } = customer;
  for (const { id } of locations.slice(0, 2)) await writeHistory(app, accountId, id, Array(40).fill(5), 5);
  await writeHistory(app, accountId, locations[2]!.id, Array(100).fill(0));
  await see(0, 10);
  await see(1, 90);
  await see(2, 70);
  const { store } = app.accounts;
  await planAccount({ accountId, runId: crypto.randomUUID() }, { store, log });
  await upkeepRegion({ store, log }, "EU", { now: dayOf(Date.now()) + DAY_MS - HOUR_MS });
  await go("/");
  await page.getByText("1 thing needs you; everything else is taken care of.").waitFor();
  const empty = page.getByRole("region", { name: "Empty or will be" });
  await empty.getByText(/Waits for approval; approved now, it comes/).waitFor();
  expect(await empty.getByRole("listitem").count()).toBe(1);
  const waits = page.getByRole("region", { name: "Waits for you" });
  await waits.getByText("80 pcs of Hexagon screw M6x20 for A-01").waitFor();
  await waits.getByText("€320.00 · Bolt Brothers").waitFor();
  await waits.getByRole("button", { name: /^Approve order/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("value €320.00").waitFor();
  await dialog.getByRole("button", { name: "Approve" }).click();
  await page.getByText("Nothing needs you: everything is taken care of.").waitFor();
  const coming = page.getByRole("region", { name: "On its way" });
  await coming.getByText("80 pcs of Hexagon screw M6x20").waitFor();
  // Somebody empties the second one meanwhile.
  await see(1, 0);
  await empty.getByRole("link", { name: "A-02" }).waitFor();
  await page.getByText("1 thing needs you; everything else is taken care of.").waitFor();
});

test("below, it shows how stock and service went, for a site and a time of one's choice", async () => {
  await page.setViewportSize({ width: 1440, height: 1400 });
  const trends = page.getByRole("region", { name: "Over time" });
  await trends.getByRole("img", { name: /Value of stock by day, .* lowest €4\d\d/ }).waitFor();
  // Two of three locations were empty on every afternoon of forty days.
  await trends
    .getByRole("img", { name: /Locations that were empty, by day, .*: lowest 0, highest 2/ })
    .waitFor();
  await expectAccessible(page);
  await trends.getByText("1 year", { exact: true }).click();
  await trends.getByText(/times a location was empty on a day/).waitFor();
  await page.getByLabel("Site").selectOption({ label: "Hall 2" });
  await page.waitForURL((url) => url.search.includes("days=365") && url.search.includes(other));
  await trends
    .getByRole("img", { name: /Locations that were empty, by day, .*: lowest 0, highest 0/ })
    .waitFor();
  await page.reload();
  await page.getByText("Nothing needs you: everything is taken care of.").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await trends.getByRole("img", { name: /Value of stock/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("slow movers are listed by the value that they bind, and kept as a file", async () => {
  await go("/planning/slow-movers");
  await page.getByText("€280").first().waitFor();
  await page.getByText("lies in 1 location of which nothing has been used for 90 days.").waitFor();
  const rows = page.getByRole("table", { name: "Slow movers" }).getByRole("row");
  expect(await rows.filter({ hasText: "A-03" }).innerText()).toMatch(/at least \d+ days/);
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^slow-movers.*\.csv$/);
  await page.getByText("365 days", { exact: true }).click();
  await page.getByText("Everything is used").waitFor();
});

test("nothing went wrong on the way", () => {
  expect(problems).toEqual([]);
});
