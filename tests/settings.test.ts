import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inflateRawSync } from "node:zlib";
import { provisionAccount } from "@refill/database";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../packages/application/src/accounts/actor.ts";
import {
  type ApplicationUnderTest,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { createRegistrationLink } from "../packages/application/src/members/invitation.ts";
import { makeIdentityProvider } from "../packages/application/src/sign-in/saml/identity-provider-under-test.ts";
import { startIdentityProvider } from "../packages/identity-provider/src/index.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * The settings of the web page in a real browser, as an admin uses them, and as a user sees them.
 * Each test makes what it needs; all of them share one customer.
 */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let receiver: Server;
const received: { path: string; body: { type: string } }[] = [];
let browser: Browser;
let page: Page;
/** TXT records of the name service. */
const txt = new Map<string, string[]>();
const problems: string[] = [];

beforeAll(async () => {
  // A build of its own: the one in the package may be made anew by whoever starts Refill meanwhile.
  app = await startApplicationUnderTest({
    application: { webFolder: builtPage, lookUpTxt: async (name) => txt.get(name) ?? [] },
  });
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
  page = await registered(context, `${app.pageUrl}/register#${await customer.registrationToken()}`, {
    name: "Maria Berger",
    email: "maria.berger@demo.example",
  });
});

afterAll(async () => {
  await browser?.close();
  receiver?.close();
  await app?.stop();
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
  await registerByPasskey(own, link, who);
  return own;
}

const open = (path: string) => page.goto(`${app.pageUrl}/settings${path}`);
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
  await page.getByRole("heading", { name: "Members" }).waitFor();
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("heading", { name: "API keys" }).waitFor();
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

test("somebody is invited, joins as user with a privilege and sees no more than the API shows; the last admin stays", async () => {
  await open("/members");
  await page.getByRole("button", { name: "Role of Maria Berger" }).click();
  await dialog().getByText("User", { exact: true }).click();
  await dialog().getByRole("button", { name: "Make me a user" }).click();
  await dialog().getByText("This is the last admin").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Invite" }).click();
  await dialog().getByLabel("E-mail addresses").fill("ivo.lang@demo.example\neva@");
  await dialog().getByLabel("Place orders").check();
  await dialog().getByRole("button", { name: "Invite 2 people" }).click();
  await dialog().getByText("eva@ is no e-mail address").waitFor();
  await dialog().getByLabel("E-mail addresses").fill("ivo.lang@demo.example");
  await dialog().getByRole("button", { name: "Invite" }).click();
  const link = await shownOnce("Registration link");
  const context = await browser.newContext();
  // The session belongs to the link's host.
  const { origin } = new URL(link);
  const user = await registered(context, link, { name: "Ivo Lang" });
  await user.getByRole("link", { name: "Settings" }).first().click();
  await user.getByRole("heading", { name: "Members" }).waitFor();
  await user.getByText("Place orders").first().waitFor();
  expect(await user.getByRole("button", { name: /Invite|Role|Suspend|Remove/ }).count()).toBe(0);
  const sections = user.getByRole("navigation", { name: "Settings" }).getByRole("link");
  expect(await sections.allTextContents()).toEqual([
    "Members",
    "Notifications",
    "API keys",
    "Planning",
    "Units",
    "Import",
    "Storage account",
  ]);
  await user.goto(`${origin}/settings/audit-trail`);
  await user.getByText("Only admins see this").waitFor();

  await page.reload();
  await page.getByRole("button", { name: "Role of Ivo Lang" }).click();
  await dialog().getByText("Admin", { exact: true }).click();
  // The other browser asks only once the change is answered, or it would rightly be told "Only admins".
  const [changed] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "PATCH"),
    dialog().getByRole("button", { name: "Save" }).click(),
  ]);
  expect(changed.status()).toBe(200);
  await user.goto(`${origin}/settings/audit-trail`);
  await user.getByRole("button", { name: "Verify" }).waitFor();
  const own = row("ivo.lang@demo.example").first();
  await own.getByRole("button", { name: "Suspend" }).click();
  await dialog().getByRole("button", { name: "Suspend" }).click();
  await own.getByText("Suspended").waitFor();
  await user.reload();
  await user.getByRole("heading", { name: "Sign in to Refill" }).waitFor();
  await user.getByRole("button", { name: "Sign in with a passkey" }).click();
  await user.getByText("You can't sign in here now").waitFor();
  await own.getByRole("button", { name: "Let in again" }).click();
  await dialog().getByRole("button", { name: "Let in again" }).click();
  await own.getByRole("button", { name: "Suspend" }).waitFor();
  await user.getByRole("button", { name: "Sign in with a passkey" }).click();
  await user.getByRole("button", { name: "Verify" }).waitFor();
  await own.getByRole("button", { name: "Remove" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Role of Ivo Lang" }).waitFor({ state: "detached" });
  await user.reload();
  await user.getByRole("heading", { name: "Sign in to Refill" }).waitFor();
  await context.close();
});

test("an invitation is sent again with another link, and withdrawn", async () => {
  await open("/members");
  await page.getByRole("button", { name: "Invite" }).click();
  await dialog().getByLabel("E-mail addresses").fill("nobody@demo.example");
  await dialog().getByRole("button", { name: "Invite" }).click();
  const link = await shownOnce("Registration link");
  const invitation = page
    .getByRole("region", { name: "Invitations" })
    .getByRole("row")
    .filter({ hasText: "nobody@" });
  await invitation.getByRole("button", { name: "Send again" }).click();
  await dialog().getByRole("button", { name: "Send again" }).click();
  const next = await shownOnce("Registration link");
  const status = async (url: string) =>
    (await app.request("GET", `/api/v1/registration/${new URL(url).hash.slice(1)}`)).status;
  expect([await status(link), await status(next)]).toEqual([410, 200]);
  await invitation.getByRole("button", { name: "Withdraw" }).click();
  await dialog().getByRole("button", { name: "Withdraw" }).click();
  await invitation.getByRole("button", { name: "Withdraw" }).waitFor({ state: "detached" });
  expect(await status(next)).toBe(410);
});

test("a dangerous action asks for the passkey when that was too long ago, and then goes on by itself", async () => {
  await open("/api-keys");
  await app.accounts.store.readNow(customer.accountId);
  await app.accounts.store.change(customer.accountId, systemActor, (change) => {
    for (const session of [...change.all("session")]) change.put("session", { ...session, confirmedAt: 0 });
  });
  await until(async () => {
    const { confirmedUntil } = await page.evaluate(async () => (await fetch("/api/v1/session")).json());
    return Date.parse(confirmedUntil) < Date.now();
  });
  await page.getByRole("button", { name: "Create key" }).click();
  await dialog().getByLabel("Name").fill("Late key");
  await dialog().getByRole("button", { name: "Create" }).click();
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  expect(await shownOnce("API key")).toMatch(/^rfk_eu_/);
});

test("my profile: recovery codes are shown once, a second passkey is added and removed, other sessions are ended", async () => {
  await page.goto(`${app.pageUrl}/profile`);
  await page.getByText("You have none.").waitFor();
  await page.getByRole("button", { name: "Make ten" }).click();
  const codes = dialog().getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await codes.nth(9).waitFor();
  await page.keyboard.press("Escape");
  await dialog().getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 left").waitFor();
  await page.getByRole("button", { name: /^Rename / }).click();
  await dialog().getByLabel("Name").fill("Desk");
  await dialog().getByRole("button", { name: "Save" }).click();
  await page.getByText("Desk", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Remove" }).first().click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await dialog().getByText("This is your last passkey").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("row").filter({ hasText: "this one" }).getByText("Chrome on Linux").waitFor();
});

test("single sign-on is set up: added, told to the provider, tested, given rules, switched on; a colleague comes in by it", async () => {
  const client = { clientId: "refill", clientSecret: "a-secret", redirectUris: [] as string[] };
  const people = [
    {
      id: "maria",
      name: "Maria Berger",
      email: "maria.berger@demo.example",
      emailVerified: true,
      groups: ["Stores"],
    },
    { id: "eva", name: "Eva Kern", email: "eva.kern@demo.example", emailVerified: true, groups: ["Stores"] },
  ];
  const provider = await startIdentityProvider({
    port: 0,
    title: "Acme",
    people,
    // Registered there once its address is known.
    clients: (id) => (id === client.clientId && client.redirectUris.length > 0 ? client : undefined),
  });
  const context = await browser.newContext();
  try {
    await open("/sign-in");
    await page.getByText("Members can sign in with the account that they have at work").waitFor();
    await page.getByRole("button", { name: "Add connection" }).click();
    await dialog().getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: "Other OpenID provider" }).click();
    await dialog().getByLabel("Name").fill("Acme");
    await dialog().getByLabel("Issuer").fill("http://localhost:1");
    await dialog().getByLabel("Client ID").fill("refill");
    await dialog().getByLabel("Client secret").fill("a-secret");
    await dialog().getByRole("button", { name: "Add" }).click();
    await dialog().getByText("did not describe itself as an OpenID provider").waitFor();
    await dialog().getByLabel("Issuer").fill(provider.issuer);
    await dialog().getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name: "Acme" }).waitFor();
    client.redirectUris.push(await page.getByLabel("Redirect URI", { exact: true }).inputValue());

    const toggle = page.getByRole("switch", { name: "Members can sign in with it" });
    await toggle.click();
    await page.getByText("Test the connection first").waitFor();
    await page.getByRole("button", { name: "Test" }).click();
    await page.getByRole("button", { name: /Maria Berger/ }).click();
    await page.getByText("Succeeded").waitFor();
    await page.getByRole("switch", { name: "People whom a rule fits become members" }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByLabel("has the value").fill("Stores");
    await page.getByLabel("Place orders").check();
    await page.getByRole("region", { name: "Who comes in" }).getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").first().waitFor();
    await toggle.click();
    await page.getByText("On", { exact: true }).waitFor();
    expect(await toggle.isChecked()).toBe(true);

    const rules = page.getByRole("region", { name: "Who comes in" });
    expect(
      await page
        .getByText("How you signed in there")
        .or(page.getByText("does not say how you signed in"))
        .count(),
    ).toBe(1);
    await rules.getByRole("button", { name: "Add a rule" }).click();
    await rules.getByRole("button", { name: "Each rule needs" }).waitFor();
    await rules.getByLabel("has the value").nth(1).fill("Unsaved");
    await toggle.click();
    await page.locator(".page-head").getByText("Off", { exact: true }).waitFor();
    expect(await rules.getByLabel("has the value").nth(1).inputValue()).toBe("Unsaved");
    await toggle.click();
    await page.locator(".page-head").getByText("On", { exact: true }).waitFor();
    await rules.getByRole("button", { name: "Move rule 2 up" }).focus();
    await page.keyboard.press("Enter");
    expect(await rules.getByLabel("has the value").nth(0).inputValue()).toBe("Unsaved");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Move rule 1 down",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Move rule 2 up",
    );
    await page.keyboard.press("Enter");
    await rules.getByRole("button", { name: "Save", exact: true }).click();
    await rules.getByRole("button", { name: "Discard" }).waitFor({ state: "detached" });
    await page.reload();
    await rules.getByLabel("has the value").nth(1).waitFor();
    expect(await rules.getByLabel("has the value").nth(0).inputValue()).toBe("Unsaved");
    await rules.getByRole("button", { name: "Remove rule 1" }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Add a rule");
    await rules.getByRole("button", { name: "Save", exact: true }).click();
    await rules.getByRole("button", { name: "Discard" }).waitFor({ state: "detached" });
    const factors = page.getByRole("region", { name: "Second factor" });
    await factors.getByLabel("Also a second factor").fill("urn:acme:strong");
    await page.keyboard.press("Enter");
    await factors.getByRole("button", { name: "Save" }).click();
    await factors.getByRole("button", { name: "Save", disabled: true }).waitFor();
    await page.getByRole("button", { name: "Rename" }).click();
    await dialog().getByLabel("Name").fill("Acme 2");
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Acme 2", level: 1 }).waitFor();
    expect(await toggle.isChecked()).toBe(true);
    await page.getByRole("button", { name: "Rename" }).click();
    await dialog().getByLabel("Name").fill("Acme");
    await dialog().getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Acme", exact: true }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });

    const address = await page.getByLabel("Sign-in address for bookmarks", { exact: true }).inputValue();
    const eva = await context.newPage();
    await eva.goto(address);
    await eva.getByRole("button", { name: "Sign in with Acme" }).click();
    await eva.getByRole("button", { name: /Eva Kern/ }).click();
    await eva.getByRole("heading", { name: "Overview" }).waitFor();
    await eva.getByRole("button", { name: /^Eva Kern: profile/ }).click();
    await eva.getByRole("menuitem", { name: "My profile" }).click();
    await eva.getByText("Your company's single sign-on").waitFor();
    await open("/members");
    await row("eva.kern@demo.example").getByText("by single sign-on").waitFor();
  } finally {
    await context.close();
    await provider.stop();
  }
});

test("a SAML provider's page, on a site of its own, leads back and signs in", async () => {
  const idp = await makeIdentityProvider();
  const facts = {
    consumerUrl: "",
    audience: "",
    attributes: { groups: ["Stores"], displayName: ["Nina Saml"] },
  };
  const saml = createServer((request, response) => {
    const { searchParams } = new URL(request.url!, "http://localhost");
    const asked = searchParams.get("SAMLRequest");
    // A browser asks for an icon, too.
    if (asked === null) return void response.writeHead(404).end();
    const xml = inflateRawSync(Buffer.from(asked, "base64")).toString();
    const answer = idp.respond({
      ...facts,
      nameId: "nina@demo.example",
      requestId: / ID="([^"]+)"/.exec(xml)![1]!,
    });
    response.setHeader("content-type", "text/html");
    response.end(
      `<form method="post" action="${facts.consumerUrl}"><input type="hidden" name="SAMLResponse" value="${answer}"><input type="hidden" name="RelayState" value="${searchParams.get("RelayState")}"><button>Nina</button></form>`,
    );
  });
  await new Promise<void>((resolve) => saml.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext();
  try {
    await open("/sign-in");
    await page.getByRole("button", { name: "Add connection" }).click();
    await dialog().getByRole("combobox", { name: "Provider" }).click();
    await page.getByRole("option", { name: "AD FS or other SAML 2.0" }).click();
    await dialog().getByLabel("Name").fill("AD FS");
    const metadata = idp.metadata(`http://127.0.0.1:${(saml.address() as AddressInfo).port}/sso`);
    await page.locator('input[type="file"]').setInputFiles({
      name: "metadata.xml",
      mimeType: "application/xml",
      buffer: Buffer.from(metadata),
    });
    await dialog().getByText("Read. Check it below.").waitFor();
    expect(await dialog().getByLabel("Entity ID").inputValue()).toBe(idp.entityId);
    await dialog().getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name: "AD FS" }).waitFor();
    facts.consumerUrl = await page.getByLabel("Assertion consumer service", { exact: true }).inputValue();
    facts.audience = await page.getByLabel("Metadata, also the entity ID", { exact: true }).inputValue();
    await page.getByRole("button", { name: "Test" }).click();
    await page.getByRole("button", { name: "Nina" }).click();
    await page.getByText("Succeeded").waitFor();
    await page.getByRole("switch", { name: "People whom a rule fits become members" }).click();
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByLabel("has the value").fill("Stores");
    await page.getByRole("region", { name: "Who comes in" }).getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").first().waitFor();
    await page.getByRole("switch", { name: "Members can sign in with it" }).click();
    await page.getByText("On", { exact: true }).waitFor();
    const address = await page.getByLabel("Sign-in address for bookmarks", { exact: true }).inputValue();
    const nina = await context.newPage();
    await nina.goto(address);
    await nina.getByRole("button", { name: "Sign in with AD FS" }).click();
    await nina.getByRole("button", { name: "Nina" }).click();
    await nina.getByRole("heading", { name: "Overview" }).waitFor();
  } finally {
    await context.close();
    saml.close();
  }
});

test("a domain is proved before a provider can be required for it", async () => {
  await open("/sign-in");
  await page.getByRole("button", { name: "Add domain" }).click();
  await dialog().getByLabel("Domain").fill("demo.example");
  await dialog().getByRole("button", { name: "Add" }).click();
  const domains = page.getByRole("region", { name: "Domains" });
  const value = await domains.getByLabel("Value", { exact: true }).inputValue();
  await domains.getByRole("button", { name: "Verify now" }).click();
  await domains.getByText("There is no TXT record").waitFor();
  txt.set("_refill.demo.example", [value]);
  await domains.getByRole("button", { name: "Verify now" }).click();
  await domains.getByText("Its members sign in as they like.").waitFor();

  await domains.getByRole("combobox", { name: "Required for demo.example" }).click();
  await page.getByRole("option", { name: "Acme" }).click();
  await dialog().getByText("sign in in no other way").waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  expect(await domains.getByRole("combobox").inputValue()).toBe("None");
  await domains.getByRole("combobox").click();
  await page.getByRole("option", { name: "Acme" }).click();
  await dialog().getByRole("button", { name: "Require it" }).click();
  await domains.getByText("and in no other way.").waitFor();
  await dialog().waitFor({ state: "detached" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await domains.getByRole("combobox").click();
  await page.getByRole("option", { name: "AD FS" }).click();
  await dialog().getByRole("button", { name: "Require it" }).click();
  await domains.getByText("AD FS").first().waitFor();
  await dialog().waitFor({ state: "detached" });
  await domains.getByRole("combobox").click();
  await page.getByRole("option", { name: "None" }).click();
  await dialog().getByRole("button", { name: "Require it no more" }).click();
  await domains.getByText("Its members sign in as they like.").waitFor();
  await dialog().waitFor({ state: "detached" });
  await domains.getByRole("button", { name: "Remove" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await domains.getByText("Prove that your company's e-mail domain is yours").waitFor();
});

test("everybody can be asked for a second factor; sessions end when the account says so", async () => {
  await open("/sign-in");
  const security = page.getByRole("region", { name: "Security" });
  await security.getByRole("button", { name: "Require it of everybody" }).click();
  await dialog().getByRole("button", { name: "Require it" }).click();
  await security.getByText("Everybody needs one").waitFor();
  await security.getByRole("button", { name: "Require it no more" }).click();
  await dialog().getByRole("button", { name: "Require it no more" }).click();
  await security.getByRole("combobox", { name: "Every session ends after" }).click();
  await page.getByRole("option", { name: "24 hours" }).last().click();
  await until(async () => {
    const { body } = await app.request("GET", "/api/v1/account", { key: customer.adminKey });
    return body.sessionHours === 24;
  });

  await app.request("PATCH", "/api/v1/account", { key: customer.adminKey, body: { sessionIdleMinutes: 90 } });
  await page.reload();
  const idle = security.getByRole("combobox", { name: "A session that is not used ends after" });
  await idle.waitFor();
  expect(await idle.inputValue()).toBe("1 hour 30 minutes");
  await idle.click();
  await page.getByRole("option", { name: "1 hour", exact: true }).click();
  await dialog().getByText("were not used for 1 hour").waitFor();
  await dialog().getByRole("button", { name: "End them" }).click();
  await dialog().waitFor({ state: "detached" });
  expect(await idle.inputValue()).toBe("1 hour");
  await idle.click();
  await page.getByRole("option", { name: "12 hours" }).click();
  await until(async () => {
    const { body } = await app.request("GET", "/api/v1/account", { key: customer.adminKey });
    return body.sessionIdleMinutes === 720;
  });
});

test("an operator asks, is let in, looks, and is out again when the customer ends it", async () => {
  const facts = { slug: "operators", name: "Operators", isService: true };
  const { accountId } = await provisionAccount(app.owner, app.vault, "EU", facts);
  const { store, credentials } = app.accounts;
  const token = await createRegistrationLink(store, credentials, accountId, systemActor, "admin");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const operator = await registered(context, `${app.pageUrl}/register#${token}`, {
    name: "Olga Ops",
    email: "olga@service.example",
  });
  await operator.getByRole("link", { name: "Customers" }).first().click();
  await operator.getByRole("link", { name: "settings", exact: true }).click();
  const access = operator.getByRole("region", { name: "Access" });
  await access.getByText("The data are closed to you").waitFor();
  await access.getByRole("button", { name: "Ask for access" }).click();
  await operator.getByRole("dialog").getByLabel("Why?").fill("Ticket 17");
  await operator.getByRole("dialog").getByRole("button", { name: "Ask" }).click();
  await access.getByText("You have asked for access").waitFor();

  await open("/operator-access");
  await row("Ticket 17").getByRole("button", { name: "Grant" }).click();
  await dialog().getByRole("button", { name: "Let in" }).click();
  await row("Ticket 17").getByText("Open", { exact: true }).waitFor();
  await access.getByText("settings lets you look in").waitFor();
  await access.getByRole("button", { name: "Look in" }).click();
  await operator.getByText("You look into Customer settings as an operator").waitFor();
  await operator.getByRole("heading", { name: "Overview" }).waitFor();
  await row("Ticket 17").getByRole("button", { name: "End now" }).click();
  await dialog().getByRole("button", { name: "End it" }).click();
  await row("Ticket 17").getByText("Ended").waitFor();
  await operator.reload();
  await operator.getByRole("heading", { name: "Sign in to Refill" }).waitFor();
  await context.close();
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
  const paths = [
    "members",
    "sign-in",
    "api-keys",
    "webhooks",
    `webhooks/${webhooks[0].id}`,
    "operator-access",
    "audit-trail",
    "account",
  ];
  for (const path of paths) {
    await phone.goto(`${app.pageUrl}/settings/${path}`);
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
