import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  reading,
  startApplicationUnderTest,
} from "../packages/application/src/application-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * A new customer sets up the first storage location from nothing, until it orders by itself; then a storekeeper works with
 * it on a phone. The tests build on each other.
 */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const device = crypto.randomUUID();
const devEui = "24e124713d000001";
/** Of the device's messages. */
let sequence = 0;

beforeAll(async () => {
  app = await startApplicationUnderTest({ application: { webFolder: builtPage } });
  customer = await app.createCustomer("stock");
  await ask("POST", "/import", {
    devices: [
      {
        id: device,
        devEui,
        joinEui: "24e124c0002a0001",
        appKey: "5572404c696e6b4c6f52613230313823",
        name: "Sensor 1",
        profile: "milesight-em310-udl",
      },
    ],
  });
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
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

const go = (path: string, own = page) => own.goto(`${app.pageUrl}${path}`);
async function ask(method: string, path: string, sent?: unknown) {
  const answer = await app.request(method, `/api/v1${path}`, {
    key: customer.adminKey,
    ...(sent === undefined ? {} : { body: sent }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
/** The sensor sends what it sees of so many pieces in a lane of ten containers of ten, from `from` (ms) on. */
async function send(pieces: number, times: number, from = Date.now()) {
  const messages = Array.from({ length: times }, () => {
    sequence += 1;
    return reading(customer.accountId, device, sequence, pieces, from + sequence);
  });
  await app.deliver(messages);
}
const step = (name: string) => page.getByRole("region", { name });

test("a first storage location is set up from nothing, and orders by itself", async () => {
  await go("/locations/new");
  const part = step("Part");
  await part.waitFor();
  await expectAccessible(page, "set-up");
  await part.getByRole("textbox", { name: "Number" }).fill("M6-20");
  await part.getByRole("textbox", { name: "Name" }).fill("Hexagon screw M6x20");
  await part.getByRole("button", { name: "Save and go on" }).click();

  const supplier = step("Supplier");
  await supplier.getByLabel("Name of the supplier").fill("Bolt Brothers");
  await supplier.getByLabel("E-mail address for orders").fill("no address");
  await supplier.getByLabel("Pack (pcs)").fill("10");
  await supplier.getByText("If 15 pcs are needed, 20 pcs are ordered.").waitFor();
  await supplier.getByRole("button", { name: "Save and go on" }).click();
  await supplier.locator('[aria-invalid="true"]').waitFor();
  await supplier.getByLabel("E-mail address for orders").fill("orders@bolts.example");
  await supplier.getByRole("button", { name: "Save and go on" }).click();

  const place = step("Place");
  await place.getByLabel("Site").fill("Plant 1");
  await place.getByLabel("Area").fill("Assembly");
  await place.getByLabel("Rack").fill("A");
  await place.getByLabel("Name of the storage location").fill("A-01-1");
  await place.getByText("Plant 1, Assembly and A will be made.").waitFor();
  await place.getByRole("button", { name: "Save and go on" }).click();

  // Somebody leaves, and goes on where it was.
  await step("Sensor").waitFor();
  await go("/");
  await go("/locations/new");
  const sensor = step("Sensor");
  await sensor.getByRole("checkbox", { name: "Sensor 1" }).click();
  await expectAccessible(page, "set-up, sensor");
  await sensor.getByRole("button", { name: "Next" }).click();

  const geometry = step("How it is measured");
  await geometry.getByRole("combobox", { name: "What is measured" }).click();
  await page.getByRole("option", { name: "Lane or stack of equal containers" }).click();
  await geometry.getByLabel("Distance when empty (mm)").fill("1150");
  await geometry.getByLabel("Depth of a container (mm)").fill("95");
  await geometry.getByLabel("Containers", { exact: true }).fill("10");
  await geometry.getByLabel("Pieces in a container").fill("10");
  await geometry.getByRole("img", { name: "100 pcs fit in" }).waitFor();
  await geometry.getByRole("button", { name: "Make A-01-1" }).click();

  const calibration = step("Calibration");
  await calibration.getByText("Waiting for the sensor's first message.").waitFor();
  for (const pieces of [0, 10, 100]) {
    await calibration.getByRole("button", { name: "It is so: measure" }).click();
    await calibration.getByText("Waiting for the sensor: three readings are needed.").waitFor();
    // What came before the amount was there does not count; the server tells its time by the second.
    const { id } = (await ask("GET", "/locations")).items[0];
    const kept = await page.evaluate((key) => localStorage.getItem(key), `calibration ${id}`);
    const since = Date.parse(JSON.parse(kept!).step.since);
    await send(pieces, 4, since);
    await calibration.getByText(/4 readings agree/).waitFor();
    await calibration.getByRole("button", { name: "Use these readings" }).click();
    await page.waitForTimeout(Math.max(0, since + 1_100 - Date.now()));
  }
  await calibration.getByText(/A good fit: all amounts fit to/).waitFor();
  await calibration.getByRole("button", { name: "Use this calibration" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Use it" }).click();

  const policy = step("When it orders");
  await send(40, 4, Date.now() + 2_000);
  await policy.getByLabel("About how many are used a day? (pcs)").fill("10");
  await policy.getByText(/about 30 pcs are used; .* it orders at 45 pcs, up to/).waitFor();
  await policy.getByRole("button", { name: "Use these numbers" }).click();
  await policy.getByText(/40 pcs are there: it orders at once/).waitFor();
  await expectAccessible(page, "set-up, policy");
  await policy.getByRole("button", { name: "Switch it on" }).click();

  const done = step("Label");
  await done.getByText("A-01-1 is set up").waitFor();
  await done.getByText(/Its first order: order 1, /).waitFor();
  await done.getByRole("button", { name: "Label" }).click();
  const dialog = page.getByRole("dialog", { name: "Print a label" });
  await dialog.getByLabel("First free label").fill("5");
  await dialog.getByRole("img", { name: "The sheet: labels 5 to 5 of 21 are printed" }).waitFor();
  await expectAccessible(page, "labels");
  const pdf = page.waitForResponse((response) => response.url().endsWith("/api/v1/labels"));
  await dialog.getByRole("button", { name: "Open as PDF" }).click();
  expect((await pdf).headers()["content-type"]).toBe("application/pdf");
  const [location] = (await ask("GET", "/locations")).items;
  expect(location).toMatchObject({ name: "A-01-1", policy: { kind: "min-max", minimum: 45 } });
  expect(location.geometry.emptyDistanceMm).toBeCloseTo(1200, -1);
  await done.getByRole("link", { name: "To the location" }).click();
  await page.getByRole("heading", { name: "A-01-1" }).waitFor();
  await go("/locations/new");
  await step("Part").waitFor();
});

test("a storekeeper finds it by its label, counts with a thumb and takes it back", async () => {
  const [location] = (await ask("GET", "/locations")).items;
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    permissions: ["camera"],
  });
  const phone = await context.newPage();
  phone.setDefaultTimeout(15_000);
  phone.on("pageerror", (error) => problems.push(error.message));
  await go(`/l/${location.id}`, phone);
  await phone.getByRole("heading", { name: "A-01-1" }).waitFor();
  await phone
    .getByRole("region", { name: "Why it orders when it does" })
    .getByText(/inventory|position of/)
    .waitFor();
  await phone.getByRole("button", { name: "Count" }).click();
  const dialog = phone.getByRole("dialog");
  await dialog.getByRole("button", { name: "3", exact: true }).click();
  await dialog.getByRole("button", { name: "7", exact: true }).click();
  await dialog.getByText("3 pcs fewer than the level says (40).").waitFor();
  await expectAccessible(phone, "count");
  await dialog.getByRole("button", { name: "Enter 37 pcs" }).click();
  await phone.getByText("A-01-1 has 37 pcs now.").waitFor();
  await phone.getByRole("region", { name: "Level", exact: true }).getByText("37", { exact: true }).waitFor();
  await phone.getByRole("button", { name: "Undo" }).click();
  await phone.getByRole("region", { name: "Level", exact: true }).getByText("40", { exact: true }).waitFor();

  // One pixel: https://www.w3.org/TR/png/
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await phone
    .getByRole("region", { name: "Photos" })
    .locator("input[type=file]")
    .setInputFiles({ name: "shelf.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await phone.getByRole("button", { name: "Photo 1 of A-01-1, large" }).click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await phone
    .getByRole("dialog", { name: "Remove this photo?" })
    .getByRole("button", { name: "Remove" })
    .click();
  await phone.getByText("The photo is removed.").waitFor();
  await expectAccessible(phone, "location on a phone");
  expect(await phone.evaluate("document.documentElement.scrollWidth")).toBe(390);

  await go("/scan", phone);
  await phone.getByLabel("What the camera sees").waitFor();
  await expectAccessible(phone, "scan");
  await phone.getByLabel("Or type it").fill(`https://elsewhere.example/l/${location.id}`);
  await phone.getByRole("button", { name: "Open it" }).click();
  await phone.waitForURL(`${app.pageUrl}/locations/${location.id}`);
  await go("/scan", phone);
  await phone.getByLabel("Or type it").fill("nothing");
  await phone.getByRole("button", { name: "Open it" }).click();
  await phone.getByText("Nothing here is called “nothing”.").waitFor();
  await phone.getByLabel("Or type it").fill("a-01-1");
  await phone.getByRole("button", { name: "Open it" }).click();
  await phone.getByRole("heading", { name: "A-01-1" }).waitFor();
  await context.close();
});

test("who may not use the camera is told how to, and a part shows all of its stock", async () => {
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
  });
  await context.addInitScript(() => {
    // Chosen in this browser, so it counts more than the profile.
    localStorage.setItem("refill.person", JSON.stringify({ language: "de" }));
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  const own = await context.newPage();
  own.on("pageerror", (error) => problems.push(error.message));
  await go("/scan", own);
  await own.getByText(/durfte die Kamera nicht verwenden/).waitFor();
  const [location] = (await ask("GET", "/locations")).items;
  await go(`/parts/${location.partId}`, own);
  await own.getByRole("heading", { name: "Hexagon screw M6x20" }).waitFor();
  await own.getByRole("region", { name: "Wo es liegt" }).getByRole("link", { name: "A-01-1" }).waitFor();
  await own.getByRole("region", { name: "Lieferanten" }).getByText("Bolt Brothers").waitFor();
  await expectAccessible(own, "part");
  await go(`/locations/${location.id}`, own);
  await own.getByRole("heading", { name: "Warum und wann bestellt wird" }).waitFor();
  await expectAccessible(own, "location");
  await context.close();
  expect(problems).toEqual([]);
});
