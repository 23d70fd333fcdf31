import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";

/**
 * The settings of the web page in a real browser, as an admin uses them, and as a user sees them.
 * Each test makes what it needs; all of them share one customer.
 */
const pageFolder = mkdtempSync(join(tmpdir(), "refill-page-"));
const webRoot = join(import.meta.dirname, "..", "packages", "web");

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let receiver: Server;
const received: { path: string; body: { type: string } }[] = [];
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  // A build of its own: the one in the package may be made anew by whoever starts Refill meanwhile.
  await build({ root: webRoot, logLevel: "error", build: { outDir: pageFolder, emptyOutDir: true } });
  app = await startApplicationUnderTest({ application: { webFolder: pageFolder } });
  customer = await app.createCustomer("settings");
  receiver = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      received.push({ path: request.url!, body: JSON.parse(text) });
      response.statusCode = request.url === "/broken" ? 500 : 200;
      response.end(request.url === "/broken" ? "out of paper" : "thank you");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await registered(context, `${app.baseUrl}/register#${await customer.registrationToken()}`, {
    name: "Maria Berger",
    email: "maria.berger@demo.example",
  });
});

afterAll(async () => {
  await browser?.close();
  receiver?.close();
  await app?.stop();
  rmSync(pageFolder, { recursive: true, force: true });
});

async function registered(context: BrowserContext, link: string, who: { name: string; email?: string }) {
  const own = await context.newPage();
  own.setDefaultTimeout(15_000);
  own.on("pageerror", (error) => problems.push(error.message));
  own.on("console", (message) => {
    // What the API refuses, and a stream that it ends, a browser calls an error.
    if (message.type() === "error" && !/status of 4\d\d|ERR_INCOMPLETE_CHUNKED/.test(message.text()))
      problems.push(message.text());
  });
  await own.goto(link);
  await own.getByLabel("Your name").fill(who.name);
  if (who.email) await own.getByLabel("E-mail address").fill(who.email);
  await own.getByRole("button", { name: "Register and open Refill" }).click();
  await own.getByRole("heading", { name: "Overview" }).waitFor();
  return own;
}

const open = (path: string) => page.goto(`${app.baseUrl}/settings${path}`);
const dialog = () => page.getByRole("dialog");
const row = (text: string) => page.getByRole("row").filter({ hasText: text });
const receiverUrl = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
const statusOf = async (key: string) => (await app.request("GET", "/api/v1/parts", { key })).status;

/** Reads what is shown this once, and closes its dialog by its own button. */
async function shownOnce(label: string): Promise<string> {
  const field = page.getByRole("textbox", { name: label, exact: true });
  await field.waitFor();
  await page.keyboard.press("Escape");
  const value = await field.inputValue();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await field.waitFor({ state: "detached" });
  return value;
}

test("an API key is made, shown once, works, is changed and revoked, and is refused then", async () => {
  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.getByRole("heading", { name: "API keys" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/settings/api-keys");
  await page.getByRole("button", { name: "Create key" }).click();
  await dialog().getByLabel("Name").fill("ERP");
  await dialog().getByLabel("Taken from").fill("127.0.0.0/33");
  await dialog().getByLabel("Taken from").press("Enter");
  await dialog().getByRole("button", { name: "Create" }).click();
  await dialog().getByText("127.0.0.0/33 must be an IPv4 or IPv6 address").waitFor();
  await dialog().getByLabel("Taken from").press("Backspace");
  // Without Enter it counts, too.
  await dialog().getByLabel("Taken from").fill("127.0.0.0/8");
  await dialog().getByRole("button", { name: "Create" }).click();
  const key = await shownOnce("API key");
  expect(key).toMatch(/^rfk_eu_/);
  expect(await statusOf(key)).toBe(200);

  await page.reload();
  await row("ERP").getByText("from 127.0.0.1").waitFor();
  await row("ERP").getByText("in 90 days").waitFor();
  expect(await page.content()).not.toContain(key);
  await row("ERP").getByRole("button", { name: "Change" }).click();
  await dialog().getByLabel("Name").fill("ERP, hall 1");
  await dialog().getByRole("button", { name: "Save" }).click();
  await row("ERP, hall 1").waitFor();
  await row("ERP, hall 1").getByRole("button", { name: "Revoke" }).click();
  expect(await statusOf(key)).toBe(200);
  await dialog().getByRole("button", { name: "Revoke" }).click();
  const revoked = page.getByRole("region", { name: "Revoked keys" });
  await revoked.getByText("ERP, hall 1").waitFor();
  expect(await statusOf(key)).toBe(401);
});

test("a webhook is made and tested, and its deliveries are shown and sent again", async () => {
  await open("/webhooks");
  await page.getByText("No webhooks yet").waitFor();
  await page.getByRole("button", { name: "Create webhook" }).click();
  await dialog().getByLabel("Address").fill("ftp://erp.example");
  await dialog().getByRole("button", { name: "Create" }).click();
  await dialog().getByText("must start with https://").waitFor();
  await dialog().getByLabel("Address").fill(receiverUrl("/orders"));
  await dialog().getByLabel("Description").fill("ERP");
  await dialog().getByText("Only some").click();
  await dialog().getByRole("checkbox", { name: "site.created" }).check();
  await dialog().getByRole("checkbox", { name: "All events of part" }).check();
  await dialog().getByRole("button", { name: "Create" }).click();
  expect(await shownOnce("Secret")).toMatch(/^whsec_/);

  await page.getByRole("heading", { name: "ERP" }).waitFor();
  await page.getByText("part.created, part.changed, part.removed").waitFor();
  await page.getByRole("button", { name: "Test" }).click();
  await dialog().getByText("Delivered: it answered 200").waitFor();
  await dialog().getByText("thank you").waitFor();
  await page.keyboard.press("Escape");

  await app.request("POST", "/api/v1/sites", { key: customer.adminKey, body: { name: "Hall 7" } });
  await row("site.created").getByText("Delivered").waitFor();
  const sent = () => received.filter(({ body }) => body.type === "site.created").length;
  expect(sent()).toBe(1);
  await row("site.created").getByRole("button").click();
  await dialog().getByText('"name": "Hall 7"').waitFor();
  await dialog().getByRole("button", { name: "Send again now" }).click();
  await until(() => sent() === 2);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Send again …" }).click();
  await dialog().getByLabel("Only those that failed").uncheck();
  await dialog().getByRole("button", { name: "Send again" }).click();
  await dialog().getByText("1 event is sent again.").waitFor();
  await page.keyboard.press("Escape");
  await until(() => sent() === 3);
});

test("a receiver's refusal is shown as it is; a webhook is switched off, its secret rotated, and removed", async () => {
  const { body: webhook } = await app.request("POST", "/api/v1/webhooks", {
    key: customer.adminKey,
    body: { url: receiverUrl("/broken"), description: "Printer", events: ["supplier.created"] },
  });
  await open(`/webhooks/${webhook.id}`);
  await page.getByRole("button", { name: "Test" }).click();
  await dialog().getByText("answered 500").waitFor();
  await dialog().getByText("out of paper").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await dialog().getByRole("button", { name: "Make a new secret" }).click();
  expect(await shownOnce("Secret")).not.toBe(webhook.secret);
  await page.getByText("The one before signs as well until").waitFor();
  await page.getByRole("switch", { name: "Events are sent" }).click();
  await page.getByText("Off", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Remove this webhook" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await page.getByRole("heading", { name: "Webhooks" }).waitFor();
  await row("Printer").waitFor({ state: "detached" });
});

test("somebody is invited, joins as user and sees no more than the API shows; the last admin stays", async () => {
  await open("/members");
  await page.getByRole("button", { name: "Make me a user" }).click();
  await dialog().getByRole("button", { name: "Make me a user" }).click();
  await dialog().getByText("This is the last admin").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Invite" }).click();
  await dialog().getByLabel("E-mail address").fill("ivo.lang@");
  await dialog().getByRole("button", { name: "Make the link" }).click();
  await dialog()
    .getByText(/must be|must match/)
    .waitFor();
  await dialog().getByLabel("E-mail address").fill("ivo.lang@demo.example");
  await dialog().getByRole("button", { name: "Make the link" }).click();
  const link = await shownOnce("Registration link");
  const context = await browser.newContext();
  // The session belongs to the link's host.
  const { origin } = new URL(link);
  const user = await registered(context, link, { name: "Ivo Lang" });
  await user.getByRole("link", { name: "Settings" }).first().click();
  await user.getByRole("heading", { name: "API keys" }).waitFor();
  await user.getByRole("cell", { name: /^admin created/ }).waitFor();
  expect(await user.getByRole("button", { name: /Create|Change|Revoke/ }).count()).toBe(0);
  const sections = user.getByRole("navigation", { name: "Settings" }).getByRole("link");
  expect(await sections.allTextContents()).toEqual(["API keys", "Members", "Storage account"]);
  await user.goto(`${origin}/settings/audit-trail`);
  await user.getByText("Only admins see this").waitFor();

  await page.reload();
  // The other browser asks only once the change is answered, or it would rightly be told "Only admins".
  const [changed] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "PATCH"),
    page.getByLabel("Role of Ivo Lang").selectOption("admin"),
  ]);
  expect(changed.status()).toBe(200);
  await user.goto(`${origin}/settings/audit-trail`);
  await user.getByRole("button", { name: "Verify" }).waitFor();
  await row("Ivo Lang").first().getByRole("button", { name: "Remove" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await page.getByLabel("Role of Ivo Lang").waitFor({ state: "detached" });
  await user.reload();
  await user.getByText("This browser has no session.").waitFor();
  await context.close();
});

test("an invitation is withdrawn", async () => {
  await open("/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await dialog().getByRole("button", { name: "Make the link" }).click();
  const link = await shownOnce("Registration link");
  const invitations = page.getByRole("region", { name: "Invitations" });
  await invitations.getByRole("button", { name: "Withdraw" }).click();
  await dialog().getByRole("button", { name: "Withdraw" }).click();
  await invitations.getByRole("button", { name: "Withdraw" }).waitFor({ state: "detached" });
  const token = new URL(link).hash.slice(1);
  expect((await app.request("GET", `/api/v1/registration/${token}`)).status).toBe(410);
});

test("the audit trail shows what was just done, finds it, is exported and verified", async () => {
  const part = await app.request("POST", "/api/v1/suppliers", {
    key: customer.adminKey,
    body: { name: "Bolt Brothers", leadTimeDays: 3, dispatch: { kind: "email", address: "o@bolts.example" } },
  });
  await app.request("PATCH", `/api/v1/suppliers/${part.body.id}`, {
    key: customer.adminKey,
    body: { leadTimeDays: 5 },
  });
  await open("/audit-trail");
  const changed = row("Supplier changed");
  await changed.getByText("leadTimeDays 3 → 5").waitFor();
  await changed.getByText("API key from 127.0.0.1").waitFor();
  await page.getByLabel("Search the audit trail").fill("bolt brothers");
  await page.getByText("2 entries: all that match").waitFor();
  // What is shown can be sent to somebody else as an address.
  await page.reload();
  await page.getByText("2 entries: all that match").waitFor();
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-trail-.*\.csv$/);
  expect(await textOf(await download.createReadStream())).toContain("supplier.changed");
  await page.getByRole("button", { name: "Verify" }).click();
  await dialog().getByText("each is there, unchanged and in order").waitFor();
});

test("the audit trail is read on, page by page", async () => {
  const items = Array.from({ length: 60 }, (_, n) => ({ create: { name: `Store ${n}` } }));
  await app.request("POST", "/api/v1/sites/bulk", { key: customer.adminKey, body: { items } });
  await open("/audit-trail?action=site&q=store");
  await page.getByText("50 entries so far").waitFor();
  await page.getByRole("button", { name: "Load more" }).click();
  await page.getByText("60 entries: all that match").waitFor();
});

test("the storage account shows its use, gets a new data key, keeps measurements for so long, and is exported", async () => {
  await open("/account");
  await page.getByRole("region", { name: "Usage" }).getByText("Devices").waitFor();
  const encryption = page.getByRole("region", { name: "Encryption" });
  await encryption.getByText("Data key 1 seals every record").waitFor();
  await encryption.getByRole("button", { name: "New data key" }).click();
  await dialog().getByRole("button", { name: "Make a new data key" }).click();
  await encryption.getByText("Data key 2 seals every record").waitFor();

  const days = page.getByRole("region", { name: "Raw measurements" });
  await days.getByLabel("Days").fill("9999");
  await days.getByRole("button", { name: "Save" }).click();
  await days.getByText("must be <= 3650").waitFor();
  await days.getByLabel("Days").fill("90");
  await days.getByRole("button", { name: "Save" }).click();
  await days.getByText("kept for 400 days").waitFor();
  await dialog().getByRole("button", { name: "Remove older ones" }).click();
  await days.getByText("kept for 90 days").waitFor();

  const exports = page.getByRole("region", { name: "Exports" });
  await exports.getByRole("button", { name: "New export" }).click();
  await dialog().getByText("CSV", { exact: true }).click();
  await dialog().getByRole("combobox", { name: "Table" }).or(dialog().getByLabel("Table")).first().click();
  await page.getByRole("option", { name: "Members" }).click();
  await dialog().getByRole("button", { name: "Make it" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    exports.getByRole("link", { name: "Download" }).click(),
  ]);
  expect(await textOf(await download.createReadStream())).toContain("maria.berger@demo.example");
});

test("a phone shows the settings without scrolling sideways", async () => {
  const { items: webhooks } = (await app.request("GET", "/api/v1/webhooks", { key: customer.adminKey })).body;
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    storageState: await page.context().storageState(),
  });
  const phone = await context.newPage();
  const paths = ["api-keys", "webhooks", `webhooks/${webhooks[0].id}`, "members", "audit-trail", "account"];
  for (const path of paths) {
    await phone.goto(`${app.baseUrl}/settings/${path}`);
    await phone.getByRole("heading", { level: 1 }).waitFor();
    await phone.locator("main .card").first().waitFor();
    const width = await phone.evaluate("document.documentElement.scrollWidth");
    expect([path, width]).toEqual([path, 390]);
  }
  await context.close();
});

test("nothing of it is an error in the browser's console", () => {
  expect(problems).toEqual([]);
});

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
