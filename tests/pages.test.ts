import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./accessibility.ts";
import { until } from "./deployment-under-test.ts";
import { prepareRefill, type Started } from "./refill-under-test.ts";

/**
 * Every page of the product with the virtual plant running: for everybody, in both languages, at a desk and on a phone, light
 * and dark; and what the page does when its connection breaks.
 */
const prepared = prepareRefill();
let refill: Started;
let browser: Browser;
const problems: string[] = [];

beforeAll(async () => {
  refill = await prepared.start();
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
});

afterAll(async () => {
  await browser?.close();
  await prepared.stop(refill);
  prepared.remove();
});

const looks = {
  "at a desk, light, in English": {
    size: { width: 1440, height: 900 },
    colorScheme: "light",
    locale: "en-GB",
  },
  "on a phone, dark, in German": { size: { width: 390, height: 844 }, colorScheme: "dark", locale: "de-DE" },
} as const;

async function signedIn({ size, colorScheme, locale }: (typeof looks)[keyof typeof looks]) {
  const context = await browser.newContext({ viewport: size, colorScheme, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 401/.test(message.text()))
      problems.push(`${page.url()}: ${message.text()}`);
  });
  await page.goto(refill.baseUrl);
  // Chosen in this browser, so it counts more than the profile.
  const language = locale.slice(0, 2);
  await page.evaluate(
    (value) => localStorage.setItem("refill.person", JSON.stringify({ language: value })),
    language,
  );
  await page.goto(refill.baseUrl);
  const maria = page.getByRole("button", { name: /Maria Berger/ });
  await maria.waitFor();
  await expectAccessible(page, "sign-in");
  await maria.click();
  await page.locator(".shell").waitFor();
  expect(await page.evaluate("document.documentElement.lang")).toBe(language);
  return { context, page };
}

test.each(Object.keys(looks) as (keyof typeof looks)[])(
  "every page %s: for everybody, without scrolling sideways",
  { timeout: 240_000 },
  async (name) => {
    const look = looks[name];
    const { context, page } = await signedIn(look);
    const unfit: string[] = [];
    for (const path of await pathsOf(page)) {
      await page.goto(`${refill.baseUrl}${path}`);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.locator(".mantine-Skeleton-root").first().waitFor({ state: "detached" });
      await expectAccessible(page, `${path} ${name}`);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (width > look.size.width) unfit.push(`${path}: ${width} px`);
    }
    await context.close();
    expect(unfit).toEqual([]);
    expect(problems).toEqual([]);
  },
);

/** Every page that the main navigation and its sections lead to, and one of each kind of record. */
async function pathsOf(page: Page): Promise<string[]> {
  const first = async (list: string) => {
    const answer = await page.request.get(`${refill.baseUrl}/api/v1/${list}`);
    const { items } = (await answer.json()) as { items: { id: string; purchaseOrder?: { id: string } }[] };
    return items[0]!;
  };
  const order = await until(async () => {
    const answer = await page.request.get(`${refill.baseUrl}/api/v1/orders?limit=200`);
    const { items } = (await answer.json()) as {
      items: { id: string; purchaseOrder: { id: string } | null }[];
    };
    return items.find(({ purchaseOrder }) => purchaseOrder);
  });
  const location = (await first("locations")).id;
  return [
    ...pages,
    `/locations/${location}`,
    `/locations/${location}/calibration`,
    `/orders/${order.id}`,
    `/purchase-orders/${order.purchaseOrder!.id}`,
    `/devices/${(await first("devices")).id}`,
    `/gateways/${(await first("gateways")).id}`,
    `/inventory/locations/${location}`,
    `/inventory/parts/${(await first("parts")).id}`,
    `/parts/${(await first("parts")).id}`,
    `/inventory/suppliers/${(await first("suppliers")).id}`,
  ];
}
const pages = [
  "/",
  "/floor",
  "/orders",
  "/receive",
  "/scan",
  "/planning/proposals",
  "/planning/locations",
  "/planning/slow-movers",
  "/planning/what-if",
  "/locations/new",
  "/inventory/locations",
  "/inventory/parts",
  "/inventory/suppliers",
  "/inventory/sites",
  "/inventory/reservations",
  "/devices",
  "/gateways",
  "/mailbox",
  "/notifications",
  "/settings/members",
  "/settings/notifications",
  "/settings/sign-in",
  "/settings/api-keys",
  "/settings/webhooks",
  "/settings/operator-access",
  "/settings/audit-trail",
  "/settings/planning",
  "/settings/imports",
  "/settings/units",
  "/settings/account",
  "/profile",
  "/no-such-page",
];

test("everything is found by its name, by keyboard alone", async () => {
  const { context, page } = await signedIn(looks["at a desk, light, in English"]);
  await page.keyboard.press("Control+k");
  const search = page.getByRole("textbox", { name: "Search or jump to …" });
  await search.fill("A-01-2");
  await page
    .getByRole("button", { name: /A-01-2/ })
    .first()
    .waitFor();
  await expectAccessible(page, "search");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /A-01-2/ }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.getByRole("heading", { level: 1, name: "Devices" }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await page.keyboard.press("Escape");
  await context.close();
});

test("a person's language is kept with them", async () => {
  const { context, page } = await signedIn(looks["at a desk, light, in English"]);
  await page.getByRole("button", { name: /^Maria Berger: profile/ }).click();
  await page.getByText("Deutsch").click();
  await page.getByRole("link", { name: "Bestellungen" }).first().waitFor();
  const profile = await page.request.get(`${refill.baseUrl}/api/v1/profile`);
  expect((await profile.json()).language).toBe("de");
  // Another browser of theirs, in which nobody chose.
  const other = await browser.newContext({ locale: "en-GB" });
  const elsewhere = await other.newPage();
  await elsewhere.goto(refill.baseUrl);
  await elsewhere.getByRole("button", { name: /Maria Berger/ }).click();
  await elsewhere.getByRole("link", { name: "Bestellungen" }).first().waitFor();
  await page.getByRole("button", { name: /^Maria Berger: Profil/ }).click();
  await page.getByText("English").click();
  await page.getByRole("link", { name: "Orders" }).first().waitFor();
  await Promise.all([context.close(), other.close()]);
});

test("a lost connection is said, nothing is sent meanwhile, and all goes on by itself", {
  timeout: 120_000,
}, async () => {
  const { context, page } = await signedIn(looks["at a desk, light, in English"]);
  // The page is there without a connection once it was kept.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const before = await lastMeasurement(page);
  await context.setOffline(true);
  await page.getByText(/You see what was known at/).waitFor();
  await page.getByRole("link", { name: "Settings" }).first().waitFor();
  await page.reload();
  await page.getByText("Refill does not answer. Check the connection and try again.").waitFor();
  await context.setOffline(false);
  await page.locator(".shell").waitFor();
  await until(async () => (await lastMeasurement(page)) !== before);
  await context.close();
});

test("a page that is open while Refill is updated gets the new version by itself", async () => {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(refill.baseUrl);
  await page.getByRole("button", { name: /Maria Berger/ }).click();
  await page.locator(".shell").waitFor();
  // The file that this page knows is gone, until it is loaded anew.
  let isGone = true;
  page.on("load", () => {
    isGone = false;
  });
  await page.route(/\/assets\/gateways-[^/]+\.js$/, (route) =>
    isGone ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  await page.getByRole("link", { name: "Gateways" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Gateways" }).waitFor();
  expect(isGone).toBe(false);
  await context.close();
});

async function lastMeasurement(page: Page): Promise<string> {
  const answer = await page.request.get(`${refill.baseUrl}/api/v1/locations?limit=1000`);
  const { items } = (await answer.json()) as { items: { level: { measuredAt: string } | null }[] };
  const times = items.flatMap(({ level }) => level?.measuredAt ?? []);
  return times.sort().at(-1) ?? "";
}
