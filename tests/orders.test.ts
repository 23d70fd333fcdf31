import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** A buyer's and a storekeeper's day with orders, in the browser. The tests build on each other. */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { body } = lane();

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("orders");
  const parts = body.parts.map((part) => ({
    ...part,
    supplies: part.supplies.map((supply) => ({ ...supply, prices: [{ fromQuantity: 1, price: 2 }] })),
  }));
  const suppliers = body.suppliers.map((each) => ({ ...each, collectionMinutes: 240, approvalAbove: 150 }));
  const locations = ["A-01", "A-02", "A-03"].map((name) => ({
    ...body.locations[0]!,
    id: crypto.randomUUID(),
    name,
    deviceIds: [],
    policy: null,
  }));
  await ask("POST", "/import", { ...body, suppliers, parts, locations, devices: [] });
  for (const [index, quantity] of [20, 30, 90].entries())
    await ask("POST", "/orders", { locationId: locations[index]!.id, quantity });
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
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
const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
async function ask(method: string, path: string, sent?: unknown) {
  const answer = await app.request(method, `/api/v1${path}`, {
    key: customer.adminKey,
    ...(sent === undefined ? {} : { body: sent }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
const orderState = async (number: number) =>
  (await ask("GET", "/orders")).items.find((order: { number: number }) => order.number === number)?.state;

test("orders are merged on the board by the keyboard, and go out together once the last one is approved", async () => {
  await go("/orders");
  await column("Waits for approval").getByText("Its value of €180.00 is above €150.00.").waitFor();
  await column("Waits to go out").getByRole("article", { name: "2 orders that go together" }).waitFor();
  await expectAccessible(page, "board");
  for (const number of [1, 3]) {
    await page.getByRole("checkbox", { name: `Select Order ${number}` }).focus();
    await page.keyboard.press("Space");
  }
  const selected = page.getByRole("toolbar", { name: "With what is selected" });
  await selected.getByText("2 selected").waitFor();
  await selected.getByRole("button", { name: "Merge…" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/worth €220.00/).waitFor();
  await dialog.getByText(/Order 3 still needs approval/).waitFor();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await column("Waits to go out")
    .getByText(/waits for the approval of 1 order/)
    .waitFor();
  expect(await orderState(1)).toBe("approved");

  await column("Waits for approval").getByRole("link", { name: "Order 3" }).click();
  await page.getByText("Merged with others").waitFor();
  await page.getByRole("button", { name: "Approve" }).click();
  await dialog.getByRole("button", { name: "Approve order 3" }).click();
  await page.getByText("Sent to the supplier").waitFor();
  await page.getByText("In one purchase order with order 1.").waitFor();
  await expectAccessible(page, "order");
  expect(await until(async () => (await orderState(1)) === "dispatched")).toBe(true);
  // The third one waits on, as it did.
  expect(await orderState(2)).toBe("approved");
  const { items: mails } = await ask("GET", "/mailbox");
  expect(mails).toHaveLength(1);
  expect(mails[0].subject).toContain("2 lines");
});

test("an order goes alone, is asked for in two deliveries, and is cancelled with a reason that can be taken back", async () => {
  await go("/orders?view=list&q=A-02");
  await page.getByRole("link", { name: "2", exact: true }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Split" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("First (pcs)").fill("10");
  await dialog.getByLabel("First by").fill("2030-05-06");
  await dialog.getByLabel("The rest by").fill("2030-05-20");
  await dialog.getByRole("button", { name: "Ask for two deliveries" }).click();
  await page.getByText(/10 pcs on 6 May 2030 and 20 pcs on 20 May 2030/).waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Cancel order" }).click();
  await dialog.getByLabel("Ordered twice").check();
  await dialog.getByRole("button", { name: "Cancel order 2" }).click();
  await page.getByRole("button", { name: "Undo cancellation" }).click();
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByText("Goes alone").waitFor();
  await page.getByText("Sent to the supplier").waitFor();
});

test("a supplier confirms on a phone in German", async () => {
  const { items: mails } = await ask("GET", "/mailbox");
  const two = mails.find(({ subject }: { subject: string }) => subject.includes("2 lines"));
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "de-DE" });
  const supplier = await context.newPage();
  await supplier.goto(/http\S+\/supplier\/confirm#\S+/.exec(two.text)![0]);
  await supplier.getByRole("heading", { name: /^Bestellung 1/ }).waitFor();
  await supplier.getByLabel("Alles an einem Tag").fill("2030-05-06");
  await expectAccessible(supplier, "supplier");
  await supplier.getByRole("button", { name: "Bestellung bestätigen" }).click();
  await supplier.getByText(/Bestätigt: 20 pcs, Lieferung am 06.05.2030/).waitFor();
  expect(await supplier.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  await context.close();
  await go("/orders?view=calendar&week=2030-05-06");
  await page.getByRole("region", { name: /6 May/ }).getByText("20 pcs").waitFor();
  await expectAccessible(page, "calendar");
});

test("a storekeeper finds goods by the number on the paper, books them, and takes a mistake back", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go("/receive");
  await page.getByRole("searchbox").fill("1");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "2 orders found" }).waitFor();
  await expectAccessible(page, "receive");
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  const first = page.getByRole("article").filter({ hasText: "A-01" });
  await first.getByRole("button", { name: "Receive all 20" }).click();
  await first.getByText("Received. Put it into A-01.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await first.getByRole("button", { name: "Another quantity" }).click();
  await first.getByLabel(/Pieces that came/).fill("5");
  await first.getByRole("button", { name: "Receive" }).click();
  await first.getByText("15 pcs").waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  await first.getByRole("link", { name: "Order 1" }).click();
  await page.getByText("Undo receipt").first().waitFor();
  await page
    .getByRole("region", { name: "What and where" })
    .getByRole("link", { name: "1", exact: true })
    .click();
  await page.getByRole("heading", { name: "Purchase order 1" }).waitFor();
  await page.getByRole("button", { name: "Receive" }).click();
  await page.getByRole("button", { name: "Receive 2 lines of purchase order 1" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await expectAccessible(page, "purchase order");
  expect(await until(async () => (await orderState(3)) === "received")).toBe(true);
  expect(problems).toEqual([]);
});
