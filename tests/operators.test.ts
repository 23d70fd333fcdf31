import { randomUUID } from "node:crypto";
import { provisionAccount } from "@refill/database";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../packages/application/src/accounts/actor.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { createRegistrationLink } from "../packages/application/src/members/invitation.ts";
import {
  gatewayUnderTest,
  networkStatusUnderTest,
} from "../packages/application/src/operation/network-status-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** An operator of the service is woken at night: sees what is wrong, finds the customer, acts, and it stands in the trail. */

let app: ApplicationUnderTest;
let plant: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { ids, body } = lane();
const jobs = [randomUUID(), randomUUID()];

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  plant = await app.createCustomer("plant-north");
  await app.createCustomer("plant-new");
  await app.request("POST", "/api/v1/import", { key: plant.adminKey, body });
  await app.member(plant.accountId, "admin", "Maria Berger");
  await app.deliver([reading(plant.accountId, ids.device, 1, 80, Date.now())]);
  const traffic = {
    accountId: plant.accountId,
    devices: 1,
    neverHeard: 0,
    lastUplinkAt: Date.now() - 60_000,
    messagesLastHour: 3,
    overwritten: 2,
    undelivered: 0,
    gateways: 1,
    gatewaysConnected: 0,
  };
  app.answers.set("network-status", () => networkStatusUnderTest([traffic], { minutes: minutes() }));
  app.answers.set("all-gateways", () => [gatewayUnderTest(plant.accountId, ids.gateway)]);
  for (const id of jobs)
    await app.owner.query(
      `insert into jobs.job (id, name, data, state, retry_limit, retry_count, completed_on, output)
       values ($1, 'dispatch-order', $2, 'failed', 3, 3, now(), $3)`,
      [
        id,
        { accountId: plant.accountId, purchaseOrderId: randomUUID() },
        { message: "connect ECONNREFUSED" },
      ],
    );
  const facts = { slug: "operators", name: "Operators", isService: true };
  const { accountId } = await provisionAccount(app.owner, app.vault, "EU", facts);
  const { store, credentials } = app.accounts;
  const token = await createRegistrationLink(store, credentials, accountId, systemActor, "admin");
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => problems.push(error.message));
  await registerByPasskey(page, `${app.pageUrl}/register#${token}`, {
    name: "Olga Ops",
    email: "olga@service.example",
  });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const go = (path: string) => page.goto(`${app.pageUrl}${path}`);
const dialog = () => page.getByRole("dialog");
const main = (name: string) =>
  page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name });

function minutes() {
  return Array.from({ length: 30 }, (_, index) => ({
    at: Date.now() - (30 - index) * 60_000,
    uplinks: 100 + index,
    joins: 1,
    refused: index % 3,
    delivered: 100,
    overwritten: 0,
    downlinks: 4,
    downlinksMissed: 0,
  }));
}

async function because(reason: string, action: string): Promise<void> {
  await dialog().getByLabel("Why?").fill(reason);
  await dialog().getByRole("button", { name: action, exact: true }).click();
  await dialog().waitFor({ state: "detached" });
}

test("from the alarm to the customer, to the job that failed, and to the trail that tells it", {
  timeout: 120_000,
}, async () => {
  await go("/");
  await page.getByRole("heading", { name: "Fleet" }).waitFor();
  await page.getByText("plant-north: Its gateway is away").waitFor();
  await page.getByText("call its admin").waitFor();
  await expectAccessible(page, "fleet");

  await page.getByRole("link", { name: "Open plant-north" }).first().click();
  await page.getByRole("heading", { name: "plant-north" }).waitFor();
  await page.getByRole("region", { name: "Gateways" }).getByText("a84041ffff1ee2b4").waitFor();
  await expectAccessible(page, "customer");
  // Nothing of its content.
  expect(await page.locator("main").innerText()).not.toMatch(/Customer plant-north|Hall 1|Maria|Hexagon/);

  await page.getByRole("link", { name: /\d+ waiting, 2 failed/ }).click();
  const row = page.getByRole("row").filter({ hasText: "connect ECONNREFUSED" });
  await row.first().waitFor();
  await expectAccessible(page, "jobs");
  await row
    .first()
    .getByRole("button", { name: /^Try now/ })
    .click();
  await because("The mail server runs again", "Try it now");
  await row.nth(1).waitFor({ state: "detached" });
  await row
    .first()
    .getByRole("button", { name: /^Give up/ })
    .click();
  await because("Ordered by telephone", "Give it up");
  await page.getByText("None has failed").waitFor();

  await main("Service trail").click();
  const entries = page.getByRole("row");
  await entries.filter({ hasText: "Job given up" }).filter({ hasText: "Ordered by telephone" }).waitFor();
  await expectAccessible(page, "trail");
  await page.getByLabel("Search the trail").fill("mail server");
  await entries.filter({ hasText: "Job given up" }).waitFor({ state: "detached" });
  // What is looked for can be sent to somebody else as an address.
  await page.reload();
  await entries.filter({ hasText: "Job tried again" }).getByText("The mail server runs again").waitFor();
  expect(problems).toEqual([]);
});

test("a customer is suspended and resumed, gets limits, new keys, and its first admin", {
  timeout: 120_000,
}, async () => {
  await go("/operate/customers");
  await page.getByRole("link", { name: "plant-north" }).click();
  await page.getByRole("button", { name: "Suspend" }).click();
  await expectAccessible(page, "suspend");
  await because("Invoice 4711 is open", "Suspend");
  await page.getByText("Suspended").first().waitFor();
  expect((await app.request("GET", "/api/v1/sites", { key: plant.adminKey })).status).toBe(403);
  await page.getByRole("button", { name: "Resume" }).click();
  await because("It is paid", "Resume");
  await page.getByRole("button", { name: "Suspend" }).waitFor();
  expect((await app.request("GET", "/api/v1/sites", { key: plant.adminKey })).status).toBe(200);

  await page.getByRole("button", { name: "Change the limits" }).click();
  await dialog().getByLabel("Devices").fill("500");
  await because("New contract", "Set the limits");
  await page.getByRole("region", { name: "Limits" }).getByText("of 500").waitFor();
  await page.getByRole("button", { name: "New customer key" }).click();
  await because("Yearly", "Make a new customer key");
  await page.getByRole("region", { name: "Keys" }).getByText("version 2").waitFor();
  await page
    .getByRole("region", { name: "What operators did" })
    .getByText("Devices: no limit → 500")
    .waitFor();

  await go("/operate/customers");
  await page.getByRole("link", { name: "plant-new" }).click();
  await page.getByRole("button", { name: "Link for its first admin" }).click();
  await dialog().getByLabel("Why?").fill("The contract is signed");
  await dialog().getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByRole("textbox", { name: "Registration link" }).inputValue();
  const context = await browser.newContext();
  const fresh = await context.newPage();
  await registerByPasskey(fresh, link, { name: "Frida", email: "frida@people.example" });
  await context.close();
  await page.reload();
  await page.getByRole("button", { name: "Suspend" }).waitFor();
  expect(await page.getByRole("button", { name: "Link for its first admin" }).count()).toBe(0);
  expect(problems).toEqual([]);
});

test("network and health are for everybody, in the dark and on a phone, and nothing scrolls sideways", {
  timeout: 120_000,
}, async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  for (const [path, heading] of [
    ["/operate/network", "Network"],
    ["/operate/health", "Health and versions"],
    ["/operate/customers", "Customers"],
  ] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await go(path);
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    await expectAccessible(page, `${path}, dark`);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, `${path}, phone`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  for (const path of ["/operate", "/operate/jobs", "/operate/trail"]) {
    await go(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  expect(problems).toEqual([]);
});

test("the front door says what Refill is, in English and German, and is for everybody", async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const stranger = await context.newPage();
  stranger.setDefaultTimeout(15_000);
  await stranger.goto(`${app.pageUrl}/sign-in`);
  await stranger.getByText("Shelves that order by themselves.").waitFor();
  await expectAccessible(stranger, "front door");
  await stranger.getByText("Deutsch").click();
  await stranger.getByRole("heading", { name: "Bei Refill anmelden" }).waitFor();
  await stranger.emulateMedia({ colorScheme: "dark" });
  await stranger.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(stranger, "front door, dark, phone");
  await stranger.goto(`${app.pageUrl}/register#nothing`);
  await stranger.getByRole("heading", { name: "Willkommen bei Refill" }).waitFor();
  await stranger.getByText("Dieser Registrierungslink wurde benutzt").waitFor();
  await context.close();
});
