import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { writeHistory } from "../packages/application/src/planning/history-under-test.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * A material manager plans, tries and calibrates with the web page. The tests build on each other: first nothing is known,
 * then a history is there.
 */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { ids, body } = lane();
const locations = [1, 2, 3].map((place) => ({
  ...body.locations[0]!,
  id: place === 1 ? ids.location : crypto.randomUUID(),
  name: `A-0${place}`,
  deviceIds: place === 1 ? [ids.device] : [],
}));

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("planning");
  const parts = body.parts.map((part) => ({
    ...part,
    supplies: part.supplies.map((supply) => ({ ...supply, prices: [{ fromQuantity: 1, price: 40 }] })),
  }));
  await ask("POST", "/import", { ...body, parts, locations });
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
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

test("without a history the pages say from when on there will be one, and where to go meanwhile", async () => {
  await go("/planning");
  await page.getByText("Nothing is planned yet").waitFor();
  await page.getByText("There is no history yet").waitFor();
  await page.getByText(/there will be forecasts from \d+ \w+ \d+ and proposals from/).waitFor();
  await go(`/planning/what-if?location=${ids.location}`);
  await page.getByText("Nothing is known yet of what is used here").waitFor();
});

test("a location takes the history that another system has of it", async () => {
  await go(`/locations/${locations[1]!.id}`);
  const card = page.getByRole("region", { name: "Forecast and plan" });
  await card.getByText(/No whole day of use is known yet; 8 are needed for a forecast/).waitFor();
  await card.getByRole("button", { name: "Bring its history …" }).click();
  const dialog = page.getByRole("dialog");
  const today = Date.now();
  const days = Array.from({ length: 20 }, (_, ago) =>
    new Date(today - (ago + 1) * 86_400_000).toISOString().slice(0, 10),
  );
  await dialog.getByLabel("Demand by day").fill(`date,quantity\n${days[0]},many`);
  await dialog.getByText('Line 2: "many" is no quantity').waitFor();
  expect(await dialog.getByRole("button", { name: "Bring it" }).isDisabled()).toBe(true);
  await dialog
    .getByLabel("Demand by day")
    .fill(["date,quantity", ...days.map((day) => `${day},6`)].join("\n"));
  await dialog.getByRole("button", { name: "Bring it" }).click();
  await page.getByText("Its history is here.").waitFor();
  await card.getByRole("img", { name: /Used by day: 20 days/ }).waitFor();
});

test("planning is run, and what it proposes is applied or dismissed", async () => {
  // Six pieces a day, where up to 90 lie; the sensor was silent for some days.
  const use: (number | null)[] = Array.from({ length: 200 }, (_, day) => 4 + ((day * 7) % 5));
  use.fill(null, 150, 160);
  for (const { id } of locations) await writeHistory(app, customer.accountId, id, use);
  await go("/planning");
  await page.getByRole("button", { name: "Plan now" }).click();
  await page.getByText("3 locations, 3 new proposals.").waitFor();
  const proposals = page.getByRole("list", { name: "Open proposals" }).getByRole("listitem");
  await proposals.nth(2).waitFor();
  expect(await proposals.first().innerText()).toMatch(/30 to 90 .*safety stock/);

  const third = proposals.filter({ hasText: "A-03" });
  await third.getByRole("button", { name: "Dismiss …" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("The line is moved in spring");
  await page.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
  await third.waitFor({ state: "detached" });
  await page.getByLabel("Select all 2").check();
  await page.getByRole("button", { name: "Apply 2" }).click();
  await page.getByText("2 proposals are applied.").waitFor();
  await page.getByText("Nothing is proposed").waitFor();
  await page.getByText("Dismissed", { exact: true }).click();
  await page.getByText("The line is moved in spring").waitFor();
  const { policy } = await ask("GET", `/locations/${ids.location}`);
  expect(policy).not.toEqual(locations[0]!.policy);
});

test("a page that stays open shows what a run brought that nobody saw go on", async () => {
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const own = await context.newPage();
  await own.clock.install();
  await own.goto(`${app.pageUrl}/planning/locations`);
  await own.getByText("3 locations, 3 new proposals.").waitFor();
  const renewed = own.waitForRequest((request) => request.url().includes("/api/v1/planning/locations"), {
    timeout: 15_000,
  });
  const run = await ask("POST", "/planning/runs");
  await until(async () => (await ask("GET", `/planning/runs/${run.id}`)).state === "done");
  await own.clock.fastForward(61_000);
  await renewed;
  await context.close();
});

test("forecasts are found by class and by run-out, and a location explains its own", async () => {
  await go("/planning/locations");
  const cell = page.getByRole("button", { name: "AX: 3 locations" });
  await cell.click();
  await page.getByRole("button", { name: "Only AX · show all" }).waitFor();
  expect(await page.getByRole("row").filter({ hasText: "A-0" }).count()).toBe(3);
  await page.getByRole("button", { name: /^BZ/ }).click();
  await page.getByText("Nothing matches").waitFor();
  await go(`/locations/${ids.location}`);
  const card = page.getByRole("region", { name: "Forecast and plan" });
  await card.getByRole("heading", { name: /Why reorder at/ }).waitFor();
  await card.getByText("Days", { exact: true }).click();
  await card.getByRole("img", { name: /200 days from .*, 10 of them not known, 6 pcs expected/ }).waitFor();
  expect(await card.getByRole("region", { name: "Expected figures" }).innerText()).toMatch(
    /Now\s+Recommended/,
  );
});

test("what if: another policy over the same history, and a file of demand that stays in the browser", async () => {
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await go(`/planning/what-if?location=${ids.location}`);
  const main = page.getByRole("navigation", { name: "Main", exact: true });
  expect(await main.getByRole("link", { name: "Planning" }).getAttribute("aria-current")).toBe("page");
  const proposed = page.getByRole("region", { name: "Proposed: policy" });
  await proposed.getByLabel("Minimum").fill("60");
  await proposed.getByLabel("Maximum").fill("100");
  const result = page.getByRole("region", { name: "Result" });
  await result.getByText(/The proposed policy holds .* more stock/).waitFor();
  await result.getByText("200 days, ", { exact: false }).waitFor();
  await proposed.getByLabel("Maximum").fill("50");
  await proposed.getByText("must be below maximum").waitFor();

  await page.getByText("A file", { exact: true }).click();
  const file = page.getByLabel("Demand by day");
  await file.fill("date,quantity\n2026-01-05,12\n2026-13-05,1\n2026-01-07,-4");
  await page.getByText('Line 3: "2026-13-05" is no date').waitFor();
  await page.getByText('Line 4: "-4" is below 0').waitFor();
  const days = Array.from({ length: 150 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString());
  await file.fill(
    ["date,quantity", ...days.map((day, index) => `${day.slice(0, 10)},${index % 9}`)].join("\n"),
  );
  await page.getByText("150 days from 1 Jan 2026 to 30 May 2026").waitFor();
  await page.getByLabel("Lead time (days)").fill("5");
  await page.getByLabel("Fits in (pieces)").fill("200");
  await page.getByLabel("Price").fill("3");
  await proposed.getByRole("button", { name: "Recommend" }).click();
  await result.getByRole("row", { name: /Pieces from the shelf/ }).waitFor();
  expect(sent).toEqual([]);
});

test("a location is calibrated step by step, and what does not agree is dropped", async () => {
  let sequence = 0;
  const tell = async (distances: number[]) => {
    // Only what is received after the step began counts.
    const { step } = await page.evaluate(
      (key) => JSON.parse(localStorage.getItem(key)!),
      `calibration ${ids.location}`,
    );
    await until(() => Date.now() > Date.parse(step.since));
    // As a lane has it that is 1,200 mm deep.
    const pieces = distances.map((distance) => (1200 - distance) / 10);
    await app.deliver(
      pieces.map((count) => reading(customer.accountId, ids.device, ++sequence, count, Date.now())),
    );
  };
  // Begun while the location was set up with scales: grams are no distances, so it begins anew.
  await page.evaluate(
    ([key, begun]) => localStorage.setItem(key!, begun!),
    [
      `calibration ${ids.location}`,
      JSON.stringify({
        kind: "weight",
        points: [{ pieces: 0, readings: [{ at: new Date().toISOString(), value: 500 }] }],
        deviceId: null,
        step: null,
      }),
    ],
  );
  await go(`/locations/${ids.location}`);
  await page.getByRole("link", { name: "Calibrate" }).click();
  for (const { title, distances } of [
    { title: "1. Empty", distances: [1190, 1190, 1190] },
    { title: "2. One container", distances: [1080, 1080, 900, 1080] },
    { title: "3. Full", distances: [90, 90, 90] },
  ]) {
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("button", { name: "It is so: measure" }).click();
    await page.getByText("Waiting for the sensor").waitFor();
    await tell(distances);
    await page.getByText("3 readings agree: that is enough.").waitFor();
    await page.getByRole("button", { name: "Use these readings" }).click();
  }
  await page.getByText("1,080 mm from 3 readings, 1 dropped").waitFor();
  await page.getByText(/A good fit: all amounts fit to/).waitFor();
  await page.getByRole("button", { name: "Use this calibration" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Use it" }).click();
  await page.getByText("A-01 is calibrated.").waitFor();
  const { geometry } = await ask("GET", `/locations/${ids.location}`);
  expect(geometry).toMatchObject({ emptyDistanceMm: 1190, containerDepthMm: 110 });
});

test("planning's settings say what will happen, and tell at the field what can't be", async () => {
  await go("/settings/planning");
  const level = page.getByLabel("Wanted service (%)");
  await level.fill("20");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("[aria-invalid=true]").waitFor();
  await level.fill("95");
  await page.getByText("Of 1,000 pieces that are wanted, 50 may have to be waited for.").waitFor();
  await page.getByRole("switch", { name: "Apply small changes automatically" }).check({ force: true });
  await page.getByText(/may move reorder point and highest level by up to 100 pieces/).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved. The next planning goes by it.").waitFor();
  expect((await ask("GET", "/account")).planning).toMatchObject({
    serviceLevel: 0.95,
    automatic: { mostChange: 0.2, mostValue: 100 },
  });
  expect(problems).toEqual([]);
});
