import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** A material manager brings a plant's data in from spreadsheets. The tests build on each other. */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("imports");
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
  expect(problems).toEqual([]);
});

async function choose(kind: string, file: { name: string; text: string }) {
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) });
  await page.getByRole("heading", { level: 1, name: file.name }).waitFor();
}
const button = (name: string | RegExp) => page.getByRole("button", { name });
const done = () => page.getByText("The import is done.").first().waitFor();

/** Every 100th has a weight that is none, every 250th a supplier that nobody knows. */
const wrong = (index: number) => index % 100 === 99 || index % 250 === 249;
const parts = Array.from({ length: 5_000 }, (_, index) =>
  [
    `P-${String(index).padStart(4, "0")}`,
    `Part ${index}`,
    index % 100 === 99 ? "heavy" : `${index % 50},5`,
    index % 250 === 249 ? "Nobody Ltd" : "Keller Fasteners",
    "1: 0,06 | 1.000: 0,045",
  ].join(";"),
);

test("suppliers are pasted from a spreadsheet", async () => {
  await page.goto(`${app.pageUrl}/inventory/suppliers`);
  await page.getByText("No suppliers yet").waitFor();
  await page.getByRole("link", { name: "Import" }).first().click();
  await page.getByRole("radio", { name: /^Suppliers/, checked: true }).waitFor();
  await expectAccessible(page);
  await button("Paste cells").click();
  await page
    .getByLabel("Cells of a spreadsheet")
    .fill("Supplier\tE-mail\tLead time\nKeller Fasteners\torders@keller.example\t5\n");
  await button("Look at it").click();
  await page.getByText("1 record will be made.").waitFor();
  await button("Import 1 line").click();
  await page.getByText("1 record was made, 0 were changed.").waitFor();
});

test("5,000 parts with errors among them: the good ones are imported, the others come back as a file", async () => {
  await page.goto(`${app.pageUrl}/settings/imports`);
  const bad = parts.filter((_, index) => wrong(index)).length;
  const good = parts.length - bad;
  const count = (number: number) => number.toLocaleString("en");
  // The first column has a name that says nothing.
  await choose("Parts", {
    name: "parts.csv",
    text: ["Code;Bezeichnung;Gewicht (g);Lieferant;Preis", ...parts].join("\n"),
  });
  await page.getByText("Which column holds Part number?").waitFor();
  await page.getByText(/^No line can be imported as it is/).waitFor();
  await page.getByRole("combobox", { name: "Column Code holds" }).click();
  await page.getByRole("option", { name: "Part number", exact: true }).click();
  await page.getByText("All 5 columns were understood.").waitFor();
  await page
    .getByText(`${count(good)} records will be made, ${bad} lines in error will be left out.`)
    .waitFor();
  await button(/In error/).click();
  await expect.poll(() => page.url()).toContain("outcome=error");
  const first = page.getByRole("row", { name: /P-0099/ });
  await first.getByText("is no number: write it like 1234,5").waitFor();
  await expectAccessible(page);
  await button(`Import the ${count(good)} good lines`).click();
  await done();
  await page.getByText(`${count(good)} records were made, 0 were changed.`).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Lines in error as a file" }).click(),
  ]);
  const file = await readFile((await download.path())!, "utf8");
  expect(file.trim().split("\r\n")).toHaveLength(bad + 1);
  // Corrected in the spreadsheet, and brought again.
  await page.goto(`${app.pageUrl}/settings/imports`);
  await choose("Parts", {
    name: "corrected.csv",
    text: file
      .replace("Code;", "Teilenummer;")
      .replaceAll(";heavy;", ";7,5;")
      .replaceAll("Nobody Ltd", "Keller Fasteners"),
  });
  await page.getByText(`${bad} records will be made.`).waitFor();
  await button(`Import ${bad} lines`).click();
  await done();
});

test("the list of 5,000 parts is filtered, and a whole price list is changed and taken back", async () => {
  await page.getByRole("link", { name: "See them: Parts" }).click();
  await page.getByRole("heading", { level: 1, name: "Parts" }).waitFor();
  await page.getByText("5,000", { exact: true }).waitFor();
  await page.getByRole("searchbox").fill("P-4999");
  await page.getByText("1 of 5,000").waitFor();
  await page
    .getByRole("row", { name: /P-4999/ })
    .getByText("€0.06")
    .waitFor();
  await expectAccessible(page);

  await page.goto(`${app.pageUrl}/settings/imports`);
  await choose("Parts", {
    name: "prices.csv",
    text: `Part number,Price\n${parts.map((line) => `${line.slice(0, 6)},0.08`).join("\n")}\n`,
  });
  await page.getByText("5,000 will be changed.").waitFor();
  await page.getByText("1: 0.06 | 1000: 0.045").first().waitFor();
  await page.getByRole("switch", { name: "All or nothing" }).press(" ");
  await button("Import 5,000 lines").click();
  await done();
  await button("Undo this import").click();
  await page.getByRole("dialog").getByRole("button", { name: "Take it back" }).click();
  await page.getByText("The import was taken back: its records are as they were before.").waitFor();
  const { body } = await app.request("GET", "/api/v1/parts?q=P-4999", { key: customer.adminKey });
  expect(body.items[0].supplies[0].prices[0]).toEqual({ fromQuantity: 1, price: 0.06 });
});

test("a supplier's e-mail is worded anew, its holidays come by law", async () => {
  await page.goto(`${app.pageUrl}/inventory/suppliers`);
  await page.getByRole("link", { name: "Keller Fasteners" }).click();
  await page.getByLabel("Preview of the e-mail").getByText("Dear Keller Fasteners").waitFor();
  await page.getByText("Deutsch", { exact: true }).click();
  await page.getByLabel("Preview of the e-mail").getByText("Guten Tag Keller Fasteners").waitFor();
  await page.getByRole("switch", { name: "In words of your own" }).press(" ");
  await page.getByLabel("Subject").fill("Bestellung {number} bis {due}");
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("Hallo {supplier},\n\n{lines}\n\n{where}");
  await page.getByText(/there is no \{where\}/).waitFor();
  await text.fill("Hallo {supplier},\n\n{lines}\n\nBestätigen: {link}");
  await page.getByLabel("Preview of the e-mail").getByText("Hallo Keller Fasteners").waitFor();
  await button("Add public holidays").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Country" }).click();
  await page.getByRole("option", { name: "Germany" }).click();
  await dialog.getByRole("combobox", { name: "State" }).click();
  await page.getByRole("option", { name: "Bayern" }).click();
  await dialog.getByText("Epiphany").first().waitFor();
  await dialog.getByRole("button", { name: "Add 24 days" }).click();
  await page.getByRole("img", { name: /: 12 days off/ }).waitFor();
  await expectAccessible(page);
  await button("Save").click();
  await page.getByText("Keller Fasteners is saved.").waitFor();
  const { body } = await app.request("GET", "/api/v1/suppliers", { key: customer.adminKey });
  expect(body.items[0]).toMatchObject({
    language: "de",
    orderMessage: { subject: "Bestellung {number} bis {due}" },
  });
  expect(body.items[0].calendar.holidays).toHaveLength(24);
});

test("a company in inches reads and types inches; the API stays in millimetres", async () => {
  await page.goto(`${app.pageUrl}/settings/units`);
  await page.getByText("Inches", { exact: true }).click();
  await page.getByText(/empty at 31.5 in/).waitFor();
  await page.getByRole("textbox", { name: "Address" }).fill("Acme\nGate 3");
  await expectAccessible(page);
  await button("Save").click();
  await page.getByText("Saved.").waitFor();
  await page.goto(`${app.pageUrl}/inventory/locations/new`);
  await page.getByLabel("Distance when empty (in)").fill("31.5");
  const { body } = await app.request("GET", "/api/v1/account", { key: customer.adminKey });
  expect(body).toMatchObject({ units: { length: "in", weight: "g" }, address: "Acme\nGate 3" });
});
