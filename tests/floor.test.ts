import { type AddressInfo, createServer } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { Drawing } from "../packages/factory/src/drawing.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * A material manager draws the map of a hall, storekeepers find their way by it, and a screen on the wall shows it. The tests
 * build on each other: first nothing has a place.
 */

let app: ApplicationUnderTest;
let customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const { ids, body } = lane();
const area = crypto.randomUUID();
const racks = ["A", "B"].map((letter) => ({ id: crypto.randomUUID(), areaId: area, name: `Rack ${letter}` }));
/** Three in each rack, the first with the sensor. */
const locations = racks.flatMap((rack, index) =>
  [1, 2, 3].map((place) => ({
    ...body.locations[0]!,
    id: index + place === 1 ? ids.location : crypto.randomUUID(),
    name: `${"AB"[index]}-01-${place}`,
    deviceIds: index + place === 1 ? [ids.device] : [],
    areaId: area,
    rackId: rack.id,
  })),
);

beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: { webFolder: builtPage, http: { host: "127.0.0.1", port: await freePort() } },
  });
  customer = await app.createCustomer("floor");
  await ask("POST", "/import", {
    ...body,
    areas: [{ id: area, siteId: ids.site, name: "Store" }],
    racks,
    locations,
  });
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => problems.push(error.message));
  const link = `${app.pageUrl}/register#${await customer.registrationToken()}`;
  await registerByPasskey(page, link, { name: "Maria Berger", email: "maria.berger@demo.example" });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The same after a restart, so that the page finds its way back. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
const go = (path: string) => page.goto(`${app.pageUrl}${path}`);
async function ask(method: string, path: string, sent?: unknown) {
  const answer = await app.request(method, `/api/v1${path}`, {
    key: customer.adminKey,
    ...(sent === undefined ? {} : { body: sent }),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
const placeOf = async (index: number) => (await ask("GET", `/racks/${racks[index]!.id}`)).place;
const rack = (name: RegExp | string) => page.locator(".map").getByRole("button", { name });

test("a map is drawn: racks in rows at once, moved by key and pointer, saved, undone and saved again", async () => {
  await go("/floor");
  await page.getByText("This site has no map yet.").waitFor();
  // Without a map all racks are seen from the front.
  await page.getByRole("link", { name: /^A-01-1, Hexagon screw/ }).waitFor();
  await page.getByRole("link", { name: "Draw the map" }).click();
  await page.getByRole("button", { name: "Put all in rows" }).click();
  await page.getByRole("button", { name: "Save 3 changes" }).waitFor();

  const first = rack(/^Rack A/);
  await first.focus();
  await page.getByRole("textbox", { name: "From the left" }).waitFor();
  const left = async () => Number.parseFloat(await page.getByLabel("From the left").inputValue());
  const before = await left();
  await page.keyboard.press("ArrowRight");
  expect(await left()).toBe(before + 0.5);
  await page.keyboard.press("Control+z");
  expect(await left()).toBe(before);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("r");

  // The area by its name, ten metres to the right as the map is drawn; its racks go along.
  const name = await page.locator(".map-area text").boundingBox();
  const bar = await page.locator(".map-scale").boundingBox();
  const metre = bar!.width / Number.parseFloat(await page.locator(".map-scale").innerText());
  await page.mouse.move(name!.x + 4, name!.y + 4);
  await page.mouse.down();
  await page.mouse.move(name!.x + 4 + 5 * metre, name!.y + 4, { steps: 4 });
  await page.mouse.move(name!.x + 4 + 10 * metre, name!.y + 4, { steps: 4 });
  await page.mouse.up();
  await expectAccessible(page, "arranging");
  await page.getByRole("button", { name: "Save 3 changes" }).click();
  await page.getByText("3 places are saved.").waitFor();
  await page.waitForURL(/\/floor\/[^/]+$/);
  const saved = await placeOf(0);
  expect(saved).toMatchObject({ rotation: 90, width: 2.4, depth: 0.8 });
  const inArea = (await ask("GET", `/areas/${area}`)).place;
  expect(inArea.x).toBe(12);
  expect(saved.x).toBeGreaterThan(inArea.x);

  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("All is where it was before.").waitFor();
  expect(await placeOf(0)).toBeNull();
  await page.getByRole("link", { name: "Draw the map" }).click();
  await page.getByRole("button", { name: "Put all in rows" }).click();

  // Somebody else changes a rack meanwhile, which is seen here, and stays.
  await ask("PATCH", `/racks/${racks[1]!.id}`, { shelves: 2 });
  await page.waitForTimeout(600);
  await page.getByRole("button", { name: "Save 3 changes" }).click();
  await page.waitForURL(/\/floor\/[^/]+$/);
  expect(await ask("GET", `/racks/${racks[1]!.id}`)).toMatchObject({ shelves: 2, place: { rotation: 0 } });
});

test("a floor plan lies underneath: uploaded with its width, scaled, removed and brought back", async () => {
  await go(`/floor/${ids.site}/arrange`);
  const drawing = new Drawing(40, 20, 10);
  drawing.outline(0, 0, 40, 20, 0.5, 1);
  await page.locator("input[type=file]").setInputFiles({
    name: "hall.png",
    mimeType: "image/png",
    buffer: drawing.png(["ffffff", "333333"]),
  });
  const dialog = page.getByRole("dialog", { name: "Floor plan" });
  await dialog.getByLabel("How wide is all that the picture shows?").fill("60");
  await dialog.getByText("It is then 30 m high.").waitFor();
  await dialog.getByRole("button", { name: "Put it under the map" }).click();
  await page.getByText("The picture underneath is 60 m wide and 30 m high.").waitFor();
  await dialog.waitFor({ state: "hidden" });
  await expectAccessible(page, "floor plan");
  await page.getByRole("button", { name: "Scale" }).click();
  await dialog.getByLabel("How wide is all that the picture shows?").fill("50");
  await dialog.getByRole("button", { name: "Scale it" }).click();
  await page.getByText("The picture underneath is 50 m wide and 25 m high.").waitFor();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByText("The floor plan is removed.").waitFor();
  expect((await ask("GET", `/sites/${ids.site}`)).floorPlan).toBeNull();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByText("The picture underneath is 50 m wide and 25 m high.").waitFor();
  expect((await ask("GET", `/sites/${ids.site}`)).floorPlan.widthMetres).toBe(50);
  await page.locator("input[type=file]").setInputFiles({
    name: "hall.svg",
    mimeType: "image/svg+xml",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  });
  await page.getByText("This is no PNG, JPEG or WebP.").waitFor();
});

test("a storekeeper sees where something is empty, opens the rack, and finds a part, a place or a sensor", async () => {
  await go(`/floor/${ids.site}`);
  await rack("Rack A, Store: 3 unknown").waitFor();
  // Counted elsewhere, seen here without a reload.
  await ask("POST", `/locations/${locations[1]!.id}/stock-takes`, { counted: 0 });
  await ask("POST", `/locations/${locations[2]!.id}/stock-takes`, { counted: 80 });
  await rack(/^Rack A, Store: 1 empty, 1 unknown, 1 in stock/).waitFor();
  await expectAccessible(page, "map");

  // By keyboard: to the map, to its first rack, to the one beside it, and back.
  await rack(/^Rack A/).focus();
  await page.keyboard.press("ArrowRight");
  await until(() => rack(/^Rack B/).evaluate((element) => element === document.activeElement));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Rack A" });
  await panel.getByRole("link", { name: /^A-01-2, .*Empty/ }).waitFor();
  expect(new URL(page.url()).searchParams.get("rack")).toBe(racks[0]!.id);
  await panel.getByRole("button", { name: "Arrange places" }).click();
  await panel.getByLabel("Shelf of A-01-3").fill("2");
  await panel.getByRole("button", { name: "Save places" }).click();
  await panel
    .getByRole("listitem", { name: "Shelf 2 from below" })
    .getByRole("link", { name: /^A-01-3,/ })
    .waitFor();
  expect((await ask("GET", `/locations/${locations[2]!.id}`)).place).toEqual({ shelf: 2, slot: 3 });
  await page.getByRole("button", { name: "Signal" }).click();
  await rack(/^Rack B, Store: no sensor/).waitFor();
  await panel.getByRole("cell", { name: "not heard" }).waitFor();
  await expectAccessible(page, "signal");
  await page.goBack();
  await panel.waitFor({ state: "detached" });

  await page.getByRole("searchbox").fill("sensor 1");
  await page.getByText("1 place found").waitFor();
  expect(await page.locator(".map-rack.is-faded").count()).toBe(1);
  await page.getByRole("button", { name: "Show A-01-1 on the map" }).click();
  await panel.waitFor();
  await go(`/floor?q=B-01-3`);
  await page.getByText("1 place found").waitFor();
  await page.locator("label", { hasText: "All racks" }).click();
  await page.getByRole("heading", { name: "Rack B" }).waitFor();
  expect(await page.getByRole("heading", { name: "Rack A" }).count()).toBe(0);
  await page.getByRole("link", { name: /^B-01-3/ }).click();
  await page.waitForURL(`**/locations/${locations[5]!.id}`);
});

test("on a phone the way leads over areas and racks, and nothing scrolls sideways", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await go(`/floor/${ids.site}`);
  await page
    .getByRole("navigation", { name: "Areas and racks" })
    .getByRole("button", { name: /^Rack A/ })
    .click();
  await page
    .getByRole("region", { name: "Rack A" })
    .getByRole("link", { name: /^A-01-1/ })
    .waitFor();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);
  await expectAccessible(page, "rack on a phone");
  await go(`/floor/${ids.site}?view=racks`);
  await page.getByRole("link", { name: /^B-01-1/ }).waitFor();
  expect(await width()).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("the wall screen shows what is empty, goes on by itself or by key, and says when it is cut off", async () => {
  await go(`/floor/${ids.site}/wall`);
  await page.getByRole("heading", { name: "Hall 1", level: 1 }).waitFor();
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await page.locator(".wall-figures .state-empty dd").innerText()).toBe("1");
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "Go on" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "Empty" }).waitFor();
  await page.getByText("A-01-2").waitFor();
  await expectAccessible(page, "wall screen");
  await ask("POST", `/locations/${locations[1]!.id}/stock-takes`, { counted: 90 });
  await until(async () => (await page.locator(".wall-figures .state-empty dd").innerText()) === "0");
  await page.context().setOffline(true);
  await app.restart();
  await page.getByText(/You see what was known at/).waitFor();
  await page.context().setOffline(false);
  await page.getByText("Connected again: everything is up to date.").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForURL(`**/floor/${ids.site}`);
  expect(problems).toEqual([]);
});
