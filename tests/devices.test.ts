import type { DownlinkStatus, UplinkMessage } from "@refill/protocol";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NetworkServerUnderTest } from "../packages/application/src/api/network-server-under-test.ts";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** Who looks after sensors and gateways does a day's work with the page. The tests build on each other. */
const roof = "a840410000000001";
const key = "00112233445566778899aabbccddeeff";
const hourMs = 3_600_000;

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { ids, body } = lane();
/** Of a device's messages, by its id. */
const sequences = new Map<string, number>();

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  new NetworkServerUnderTest(app);
  customer = await app.createCustomer("devices");
  const gateways = body.gateways.map((gateway) => ({ ...gateway, gatewayEui: roof }));
  const spare = { ...body.locations[0]!, id: crypto.randomUUID(), name: "A-01-2", deviceIds: [] };
  await ask("POST", "/import", { ...body, gateways, locations: [...body.locations, spare] });
  // It fell silent hours ago.
  for (const minutes of [0, 20, 40]) await say(ids.device, 40, Date.now() - 6 * hourMs + minutes * 60_000);
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
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });
async function ask(method: string, path: string, sent?: unknown) {
  const answer = await app.request(method, `/api/v1${path}`, {
    key: customer.adminKey,
    ...(sent === undefined ? {} : { body: sent }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
/** The device's next message, heard on the roof. */
async function say(id: string, pieces: number, at = Date.now(), change: Partial<UplinkMessage> = {}) {
  const sequence = (sequences.get(id) ?? 0) + 1;
  sequences.set(id, sequence);
  const receptions = [{ gatewayEui: roof, rssiDbm: -71, snrDb: 9.5 }];
  await app.deliver([{ ...reading(customer.accountId, id, sequence, pieces, at), receptions, ...change }]);
}
const idOf = async (devEui: string): Promise<string> =>
  (await ask("GET", `/devices?devEui=${devEui}`)).items[0].id;

test("a broken sensor is found and replaced in two steps, and its location is known again", async () => {
  await go("/devices?state=silent");
  const row = page.getByRole("row").filter({ hasText: "Sensor 1" });
  await row.getByText("Silent").waitFor();
  await expectAccessible(page);
  await row.getByRole("link", { name: "Sensor 1" }).click();
  await heading("Over time").waitFor();
  await expectAccessible(page);

  await button("Replace …").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/takes over the name, A-01-1/).waitFor();
  await dialog.getByLabel("DevEUI").fill("A84041-FFFE-10-00-01");
  await dialog.getByLabel(/^AppKey/).fill("too short");
  await dialog.getByRole("button", { name: "Replace it" }).click();
  await dialog.getByText("must be 32 hexadecimal digits").waitFor();
  await dialog.getByLabel(/^AppKey/).fill(key);
  await dialog.getByRole("button", { name: "Replace it" }).click();
  await dialog.getByText("Waits for its first message.").waitFor();
  await expectAccessible(page, "the second step");

  const made = await idOf("a84041fffe100001");
  await say(made, 30);
  await dialog.getByRole("heading", { name: "It is heard" }).waitFor();
  await say(made, 30);
  await say(made, 30);
  await dialog.getByText("A-01-1 is known again: 30.").waitFor();
  await dialog.getByRole("button", { name: "Done", exact: true }).click();
  await page.getByText("It took the place of").waitFor();
  expect(new URL(page.url()).pathname).toBe(`/devices/${made}`);
  expect(await ask("GET", `/locations/${ids.location}`)).toMatchObject({
    deviceIds: [made],
    level: { onHand: 30 },
  });
  // The one before is kept, and says who has its place.
  await page.getByRole("link", { name: /^Sensor 1 \(until/ }).click();
  await page.getByText("has taken its place").waitFor();
  ids.device = made as typeof ids.device;
});

test("a wrong replacement is taken back while nothing was heard of it", async () => {
  await go(`/devices/${ids.device}`);
  await button("Replace …").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("DevEUI").fill("a84041fffe100002");
  await dialog.getByLabel(/^AppKey/).fill(key);
  await dialog.getByRole("button", { name: "Replace it" }).click();
  await dialog.getByRole("button", { name: "Take it back" }).click();
  await page.getByText("Sensor 1 is back in its place.").waitFor();
  expect((await ask("GET", `/locations/${ids.location}`)).deviceIds).toEqual([ids.device]);
  expect((await ask("GET", "/devices?devEui=a84041fffe100002")).items).toEqual([]);
});

test("a setting is told by radio and followed until the sensor has acknowledged it", async () => {
  await go(`/devices/${ids.device}?tab=settings`);
  await page.getByLabel("Sends every").fill("30");
  const send = page.locator(".setting-row").filter({ hasText: "Reporting interval" });
  await send.getByRole("button", { name: "Send", exact: true }).click();
  await send.getByText("Waits for its next message").waitFor();
  await expectAccessible(page);
  const sent = app.requests.findLast(({ name }) => name === "enqueue-downlink");
  expect(sent).toMatchObject({ fPort: 85, payload: Buffer.from("ff030807", "hex").toString("base64") });
  const { downlinkId } = sent as { downlinkId: string };
  const done: DownlinkStatus = {
    downlinkId,
    fPort: 85,
    payload: "/wMIBw==",
    confirmed: true,
    state: "acknowledged",
    createdAt: Date.now(),
    changedAt: Date.now(),
    expiresAt: null,
  };
  app.answers.set("downlinks", () => [done]);
  await send.getByText("Acknowledged").waitFor();
});

test("what a message says is shown in words", async () => {
  app.answers.set("device-messages", () => [
    { ...reading(customer.accountId, ids.device, 7, 30), fPort: 85 },
    {
      ...reading(customer.accountId, ids.device, 8, 30),
      payload: Buffer.from("ff0bffff090310ff0a0101", "hex").toString("base64"),
    },
  ]);
  await go(`/devices/${ids.device}?tab=air`);
  await button("Decrypt and show").click();
  await page.getByText("900 mm and battery 97%").waitFor();
  await page.getByText("hardware 3.1, firmware 1.1 and started anew").waitFor();
  await expectAccessible(page);
});

test("devices come from a file that is shown first, and one by its label, watched until it is heard", async () => {
  await go("/devices");
  await button("Add devices").click();
  await page.getByRole("tab", { name: "CSV file" }).click();
  const file = (rows: string[]) => ({
    name: "sensors.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["DevEUI,JoinEUI,AppKey,Name", ...rows].join("\n")),
  });
  const good = `A84041FFFE200001,24E124C0002A0001,${key},Lane 1`;
  const input = page.locator("input[type=file]:visible, input[type=file]").last();
  await input.setInputFiles(file([good, `A84041,24E124C0002A0001,${key},Lane 2`]));
  await page.getByText("One line of 2 can't be taken").waitFor();
  await page.getByText("devEui: must be 16 hexadecimal digits").waitFor();
  await expectAccessible(page, "the file's lines");
  await input.setInputFiles(file([good, `A84041FFFE200002,24E124C0002A0001,${key},Lane 2`]));
  await page.getByRole("button", { name: "Register all 2" }).click();
  await page.getByText("2 devices are registered.").waitFor();

  await button("Add devices").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("DevEUI").fill("A84041FFFE200003");
  await dialog.getByRole("textbox", { name: "JoinEUI (AppEUI)" }).fill("24E124C0002A0001");
  await dialog.getByLabel(/^AppKey/).fill(key);
  await dialog.getByLabel("Name").fill("Lane 3");
  await dialog.getByRole("button", { name: /^Add it/ }).click();
  await heading("Not heard yet").waitFor();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Location" }).click();
  await page.getByRole("option", { name: "A-01-2" }).click();
  await button("Put it there").click();
  await page.getByText("Lane 3 watches A-01-2 now.").waitFor();
  await say(await idOf("a84041fffe200003"), 50);
  await page.getByText("every").or(page.getByText("within 7 days")).first().waitFor();
});

test("many are selected for a setting and for labels; filters stand in the address", async () => {
  await go("/devices?place=no");
  await page.getByRole("row").filter({ hasText: "Lane 1" }).waitFor();
  expect(await page.getByRole("row").filter({ hasText: "Lane 3" }).count()).toBe(0);
  await page.getByRole("checkbox", { name: "Select Lane 1" }).check();
  await page.getByRole("checkbox", { name: "Select Lane 2" }).check();
  await button("Tell them a setting").click();
  await page.getByRole("menuitem", { name: "Ask for its state" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("2 downlinks wait for the next messages.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Done", exact: true }).click();
  await page.getByRole("checkbox", { name: "Select Lane 1" }).check();
  await button("Label").click();
  await page.getByRole("dialog", { name: "Print a label" }).waitFor();
  await expectAccessible(page);
});

test("a gateway shows what it hears and who hangs on it, hour by hour, also in German and on a phone", async () => {
  const now = Date.now();
  app.answers.set("gateway-history", () => [
    { at: now - (now % hourMs), uplinks: 72, refused: 3, downlinks: 5, dutyCycleUse: 0.12 },
  ]);
  await go("/gateways");
  await page.getByText("2 devices are heard by one gateway only").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Roof" }).click();
  await page.getByText("72 in all").waitFor();
  await expectAccessible(page);
  await page.getByRole("tab", { name: "Devices that it hears" }).click();
  await page.getByText("hangs on this one").first().waitFor();
  await expectAccessible(page);

  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    storageState: await page.context().storageState(),
  });
  const small = await phone.newPage();
  await small.goto(`${app.pageUrl}/devices`);
  await small.evaluate(() => localStorage.setItem("refill.person", JSON.stringify({ language: "de" })));
  for (const [path, words] of [
    ["/devices", "Geräte"],
    [`/devices/${ids.device}`, "Verlauf"],
    [`/devices/${ids.device}?tab=settings`, "Sendeintervall"],
    [`/gateways/${ids.gateway}`, "Stunde für Stunde"],
  ] as const) {
    await small.goto(`${app.pageUrl}${path}`);
    await small.getByRole("heading", { name: words }).first().waitFor();
    await expectAccessible(small);
    const width = await small.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
  await phone.close();
  await until(() => problems.length >= 0);
  expect(problems).toEqual([]);
});
