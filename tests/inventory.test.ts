import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../packages/application/src/accounts/actor.ts";
import {
  type ApplicationUnderTest,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { createRegistrationLink } from "../packages/application/src/members/invitation.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * A person sets up a plant and runs it with the web page alone: from the first site to an order that was received.
 * The tests build on each other, as the person's day does.
 */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("inventory");
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await registered(await customer.registrationToken(), "Maria Berger");
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function registered(token: string, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const own = await context.newPage();
  own.setDefaultTimeout(15_000);
  own.on("pageerror", (error) => problems.push(error.message));
  const email = `${name.toLowerCase().replace(" ", ".")}@demo.example`;
  await registerByPasskey(own, `${app.pageUrl}/register#${token}`, { name, email });
  return own;
}

const dialog = () => page.getByRole("dialog");
const go = (path: string) => page.goto(`${app.pageUrl}${path}`);
const field = (label: string | RegExp) => page.getByRole("textbox", { name: label });
async function choose(
  label: string,
  option: string | RegExp,
  among: Page | ReturnType<Page["locator"]> = page,
) {
  await among.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option }).click();
}

test("an empty account leads to its first site, with areas and racks", async () => {
  await go("/");
  await page.getByText("No storage locations yet").waitFor();
  await page.getByRole("link", { name: "sites" }).click();
  await page.getByText("No sites yet").waitFor();
  await page.getByRole("button", { name: "Add site" }).click();
  await dialog().getByLabel("Name").fill("Plant 1");
  await dialog().getByRole("button", { name: "Add days" }).click();
  await dialog().getByLabel("From").fill("2030-12-24");
  await dialog().getByLabel("To", { exact: true }).fill("2030-12-20");
  await dialog().getByLabel("Reason").fill("Company holidays");
  await dialog().getByRole("button", { name: "Add site" }).click();
  await dialog().getByText("must not lie before its begin").waitFor();
  await dialog().getByLabel("To", { exact: true }).fill("2031-01-01");
  await dialog().getByRole("button", { name: "Add site" }).click();
  await page.getByText("Nothing is ordered from 24 Dec 2030 to 1 Jan 2031: Company holidays").waitFor();

  for (const [what, name] of [
    ["area", "Assembly"],
    ["rack", "A"],
    ["rack", "B"],
  ] as const) {
    await page.getByRole("button", { name: `Add ${what}` }).click();
    await dialog().getByLabel("Name").fill(name);
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("button", { name: `Change ${what} ${name}` }).waitFor();
  }
  await page.getByRole("button", { name: "Change rack B" }).click();
  await dialog().getByLabel("Name").fill("A");
  await dialog().getByRole("button", { name: "Save" }).click();
  await dialog().getByText("is taken: another rack of this area has it").waitFor();
  await dialog().getByLabel("Name").fill("C");
  await dialog().getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Change rack C" }).waitFor();
});

test("a supplier says in a sentence when orders go out; what is missing is told at its field", async () => {
  await page.getByRole("link", { name: "Suppliers" }).click();
  await page.getByText("No suppliers yet").waitFor();
  await page.getByRole("link", { name: "Add supplier" }).click();
  await page.getByRole("button", { name: "Add supplier" }).click();
  await page.getByText("is missing").first().waitFor();
  expect(await field("Name").evaluate((element) => element === document.activeElement)).toBe(true);
  await field("Name").fill("Keller Fasteners");
  await field("Lead time (days)").fill("2");
  await field("E-mail address for orders").fill("orders@keller.example");
  await page.getByLabel("Cut-off").fill("14:30");
  await page.getByLabel("Holidays").fill("2030-12-25");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("25 Dec 2030").waitFor();
  // Every day, so that the test's day is one of them.
  for (const day of ["Saturday", "Sunday"]) await page.getByRole("checkbox", { name: day }).press(" ");
  await page.getByLabel("Cut-off").fill("");
  await field("Minimum order value").fill("25");
  await page.getByText(/Orders go out every day \(.+\), but not on holidays/).waitFor();
  await page.getByText("Orders worth less than €25.00 together wait for more, two weeks at most.").waitFor();
  await field("Minimum order value").fill("0");
  await page.getByRole("button", { name: "Add supplier" }).click();
  await page.getByRole("row", { name: /Keller Fasteners/ }).waitFor();
});

test("a part has suppliers, packs, prices and a policy of its own", async () => {
  await page.getByRole("link", { name: "Parts" }).click();
  await page.getByRole("link", { name: "Add part" }).click();
  await field("Number").first().fill("10-1000");
  await field("Name").fill("Hexagon screw M6x20");
  await page.getByRole("button", { name: "Add a supplier" }).click();
  await choose("Supplier", "Keller Fasteners");
  await field("Pack (pcs)").fill("100");
  await page.getByRole("button", { name: "Add the price" }).click();
  await field("Price 1 a piece").fill("0.05");
  await page.getByRole("button", { name: "Lower price from a larger quantity" }).click();
  await field("Price 2 holds from (pcs)").fill("1000");
  await field("Price 2 a piece").fill("0.04");
  await choose("Policy", "Two bins");
  await field("Pieces a bin (pcs)").fill("300");
  await page.getByText(/Two bins of 300 pcs: when the first one is empty/).waitFor();
  await page.getByRole("button", { name: "Add part" }).click();
  await page.getByRole("row", { name: /10-1000.*Keller Fasteners.*100 pcs.*two bins of 300/ }).waitFor();
});

test("a location takes the part's policy or one of its own, checked where it is typed", async () => {
  await page.getByRole("link", { name: "Storage locations" }).click();
  await page.getByRole("link", { name: "Add location" }).click();
  await field("Name").fill("A-01");
  await choose("Part", /10-1000/);
  await choose("Area", "Assembly");
  await choose("Rack", "A");
  await field("Distance when empty (mm)").fill("400");
  await field("Distance when full (mm)").fill("100");
  await field("Pieces when full").fill("1000");
  await page.getByText("It holds 1,000 pcs at most.").waitFor();
  await page.getByText(/Two bins of 300 pcs/).waitFor();
  await choose("Policy", "Minimum and maximum");
  await field("Minimum (pcs)").fill("200");
  await field("Maximum (pcs)").fill("5000");
  await page.getByRole("button", { name: "Add location" }).click();
  await page.getByText("must not exceed the capacity of 1000 pieces").waitFor();
  await field("Maximum (pcs)").fill("900");
  await page
    .getByText("As soon as 200 pcs or fewer are there or on their way, Refill orders up to 900 pcs.")
    .waitFor();
  await page.getByRole("button", { name: "Add location" }).click();
  await page.getByRole("row", { name: /A-01.*200 to 900/ }).waitFor();

  // What was typed is not lost by a stray click.
  await page.getByRole("link", { name: "A-01" }).click();
  await field("Safety stock (pcs)").fill("20");
  const asked = page.waitForEvent("dialog");
  const click = page.getByRole("link", { name: "Parts" }).click();
  const question = await asked;
  expect(question.message()).toContain("not saved");
  await question.dismiss();
  await click;
  expect(await field("Safety stock (pcs)").inputValue()).toBe("20");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("row", { name: /A-01/ }).waitFor();
});

test("above the account's limit an order waits for approval; it is received in parts", async () => {
  await go("/settings/account");
  const orders = page.getByRole("region", { name: "Orders" });
  await orders.getByLabel("Approval above").fill("10");
  await orders.getByRole("button", { name: "Save" }).click();
  await page.getByText("Orders above €10.00 wait for approval").waitFor();

  await go("/floor");
  await page.getByRole("link", { name: /^A-01,/ }).click();
  await page.getByText("Plant 1 › Assembly › A").waitFor();
  await page.getByRole("button", { name: "Count" }).click();
  await dialog()
    .getByLabel(/Lies there now/)
    .fill("2000");
  await dialog().getByText("Only 1,000 pcs fit in").waitFor();
  await dialog()
    .getByLabel(/Lies there now/)
    .fill("100");
  await dialog().getByText("Damaged").click();
  await dialog().getByRole("button", { name: "Enter" }).click();
  await page.getByRole("region", { name: "Counts" }).getByText("Damaged").waitFor();

  // 800 are missing, at 0.05 a piece.
  await page.getByRole("region", { name: "Orders" }).getByText("Waits for approval").waitFor();
  await page.getByRole("link", { name: "Overview" }).first().click();
  const waiting = page.getByRole("region", { name: "Waits for you" });
  await waiting.getByText(/above/).first().waitFor();
  await go("/orders");
  await page
    .getByRole("link", { name: /^Order \d+|^\d+$/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Approve" }).click();
  await dialog()
    .getByText(/800 pcs, value €40.00/)
    .waitFor();
  await dialog()
    .getByRole("button", { name: /Approve order/ })
    .click();
  await page.getByText("Sent to the supplier").waitFor();

  await page.getByRole("button", { name: "Enter confirmation" }).click();
  await dialog().getByRole("button", { name: "Another delivery" }).click();
  for (const [index, date] of ["2030-05-06", "2030-05-13"].entries())
    await dialog().getByLabel("Delivery date").nth(index).fill(date);
  await dialog().getByRole("button", { name: "Confirm" }).click();
  await page.getByText("400 pcs, delivery on 13 May 2030").waitFor();

  await page.getByRole("button", { name: "Receive" }).click();
  await dialog()
    .getByLabel(/Received/)
    .fill("300");
  await dialog().getByText("500 pcs stay on order.").waitFor();
  await dialog().getByRole("button", { name: "Receive" }).click();
  await page.getByText("300 pcs booked.").waitFor();
  await page.getByRole("link", { name: /^\d+$/ }).click();
  await page.getByRole("heading", { name: /^Purchase order \d+/ }).waitFor();
  await page.getByText("€40.00").first().waitFor();
});

test("reserved pieces do not count as stock", async () => {
  await go("/inventory/reservations");
  await page.getByRole("button", { name: "Reserve" }).click();
  await choose("Location", /A-01/, dialog());
  await dialog().getByLabel("Quantity (pcs)").fill("50");
  await dialog().getByRole("textbox", { name: "For", exact: true }).fill("Job 4711");
  await dialog().getByRole("button", { name: "Reserve" }).click();
  await page.getByRole("row", { name: /A-01.*50 pcs.*Job 4711.*for good/ }).waitFor();
  await page
    .getByRole("row", { name: /Job 4711/ })
    .getByRole("link")
    .click();
  await page.getByText("Reserved", { exact: true }).first().waitFor();
});

test("a user without privileges reads everything and changes nothing", async () => {
  const { store, credentials } = app.accounts;
  const token = await createRegistrationLink(store, credentials, customer.accountId, systemActor, "user");
  const own = await registered(token, "Ivo Lang");
  await own.goto(`${app.pageUrl}/inventory/parts`);
  await own.getByRole("link", { name: "10-1000" }).click();
  await own.getByRole("heading", { name: /10-1000/ }).waitFor();
  expect(await own.getByRole("textbox", { name: "Name" }).isDisabled()).toBe(true);
  expect(await own.getByRole("button", { name: /Save|Remove$|Add part/ }).count()).toBe(0);
  await own.goto(`${app.pageUrl}/inventory/locations/new`);
  await own.getByText("You may not do this").waitFor();
  await own.goto(`${app.pageUrl}/floor`);
  await own.getByRole("link", { name: /^A-01,/ }).click();
  await own.getByRole("heading", { name: "A-01" }).waitFor();
  expect(await own.getByRole("button", { name: /Count|Order now|Reserve/ }).count()).toBe(0);
});

test("a phone shows each of these pages without scrolling sideways, and no page fails", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "locations",
    "locations/new",
    "parts",
    "parts/new",
    "suppliers",
    "suppliers/new",
    "sites",
  ]) {
    await go(`/inventory/${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect([path, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, 390]);
  }
  const bar = page.getByRole("navigation", { name: "Main, phone" });
  await bar.getByText("More").click();
  await bar.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "Members" }).waitFor();
  expect(await bar.getByRole("link", { name: "Settings" }).isVisible()).toBe(false);
  expect(problems).toEqual([]);
});
