import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  startApplicationUnderTest,
  until,
} from "../packages/application/src/application-under-test.ts";
import { plant } from "../packages/application/src/notifications/plant-under-test.ts";
import { expectAccessible } from "./accessibility.ts";
import { builtPage } from "./built-page.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/** Who is told of what, as an admin sees it in a real browser; and what a colleague sees who was invited as user. */
const problems: string[] = [];
let app: ApplicationUnderTest;
let browser: Browser;
let own: Awaited<ReturnType<typeof plant>>;
let admin: Page;

beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: {
      webFolder: builtPage,
      notificationPlan: { gatherMs: 500, betweenMailsMs: 0, lookMs: 60_000 },
    },
  });
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  own = await plant(app, 5);
  // Whatever the time of day is when this runs.
  await own.admin.api("PATCH", "/notification-defaults", { quietHours: null });
  admin = await registered(`${app.pageUrl}/register#${await own.registrationToken()}`, {
    name: "Maria Berger",
    email: "maria.berger@plant.example",
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function registered(
  link: string,
  who: { name: string; email?: string },
  options: BrowserContextOptions = { viewport: { width: 1440, height: 900 } },
): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d|ERR_INCOMPLETE_CHUNKED/.test(message.text()))
      problems.push(message.text());
  });
  await registerByPasskey(page, link, who);
  return page;
}

const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });
const matrixRow = (page: Page, title: string) => page.getByRole("radiogroup", { name: title, exact: true });

test("what comes up is counted by the bell at once, is one group and one mail, and is read, found and muted", {
  timeout: 60_000,
}, async () => {
  await admin.goto(`${app.pageUrl}/`);
  await own.seeAll(80);
  await own.seeAll(0);
  // Without a reload, also on a page that stays open.
  await admin.getByRole("button", { name: "Notifications: 5 new" }).waitFor();
  await bell(admin).click();
  const panel = admin.getByRole("region", { name: "Newest notifications" });
  await panel
    .getByText(/^A-\d is empty/)
    .first()
    .waitFor();
  await panel.getByRole("link", { name: "and 2 more" }).waitFor();
  const [mail] = await until(async () => {
    const mails = await own.mails("maria.berger@plant.example");
    return mails.length > 0 ? mails : undefined;
  });
  expect(mail.subject).toBe("Refill: 5 locations are empty");

  await admin.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await bell(admin).press("Enter");
  await panel.getByRole("link", { name: "and 2 more" }).click();
  await admin.waitForURL(/\/notifications\?kind=location-empty/);
  await admin.getByRole("heading", { name: "Today" }).waitFor();
  expect(await admin.getByRole("listitem").filter({ hasText: "is empty" }).count()).toBe(5);
  await expectAccessible(admin);
  const row = admin.getByRole("listitem").filter({ hasText: "A-2 is empty" });
  await row.getByRole("button", { name: "Read or mute: A-2 is empty" }).click();
  await admin.getByRole("menuitem", { name: "For a week" }).click();
  await row.getByText("Muted until").waitFor();
  await admin.getByRole("button", { name: "Notifications: 4 new" }).waitFor();
  await admin.getByRole("link", { name: "A-1 is empty" }).click();
  await admin.waitForURL(/\/locations\//);
  await admin.getByRole("button", { name: "Notifications: 3 new" }).waitFor();
  await admin.goto(`${app.pageUrl}/settings/members`);
  await bell(admin).click();
  await panel
    .getByText(/^A-\d is empty/)
    .first()
    .waitFor();
  await expectAccessible(admin, "the bell's panel");
  await admin.getByRole("button", { name: "Mark all as read" }).click();
  await admin.getByRole("button", { name: "Notifications", exact: true }).waitFor();
  await own.seeAll(80);
  await admin.goto(`${app.pageUrl}/notifications?show=over`);
  await until(async () => (await admin.getByText("over", { exact: false }).count()) >= 5);
});

test("a person chooses the way for each kind, when it is quiet and when the digest comes; admins choose the defaults", {
  timeout: 60_000,
}, async () => {
  await admin.goto(`${app.pageUrl}/settings/notifications`);
  await admin.getByText("6 kinds of news are mailed to maria.berger@plant.example at once").waitFor();
  await matrixRow(admin, "A location is empty").getByText("Digest").click();
  await admin.getByText("5 kinds of news are mailed").waitFor();
  await admin.getByRole("button", { name: "Back to the default" }).waitFor();
  await admin.getByLabel("At", { exact: true }).fill("16:30");
  await admin.getByLabel("At", { exact: true }).blur();
  await admin.getByText(/next \w+day.*16:30/).waitFor();
  await admin.getByText("A-2", { exact: true }).waitFor();
  await expectAccessible(admin);
  await admin.reload();
  expect(await matrixRow(admin, "A location is empty").getByLabel("Digest").isChecked()).toBe(true);
  await admin.getByRole("button", { name: "Back to the default" }).click();
  await admin.getByText("6 kinds of news are mailed").waitFor();
  await admin.getByRole("button", { name: "Tell me of it again" }).click();
  await admin.getByRole("heading", { name: "Muted for now" }).waitFor({ state: "detached" });

  await admin.getByText("Defaults for everybody").click();
  await admin.getByRole("radiogroup", { name: "Role" }).getByText("Users").click();
  await admin.getByText("An operator asks for access").waitFor({ state: "detached" });
  await matrixRow(admin, "A location is empty").getByText("E-mail at once").click();
  await expectAccessible(admin);
  await until(async () => {
    const { kinds } = await own.admin.api("GET", "/notification-defaults");
    return kinds.some(
      ({ kind, user }: { kind: string; user: string }) => kind === "location-empty" && user === "mail",
    );
  });
});

test("a colleague who is invited as user reads everything, changes nothing, and gets what an admin grants", {
  timeout: 60_000,
}, async () => {
  await admin.goto(`${app.pageUrl}/settings/members`);
  await admin.getByRole("button", { name: "Invite" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("E-mail addresses").fill("ulla.user@plant.example");
  await dialog.getByRole("button", { name: "Invite" }).click();
  await admin.getByText("ulla.user@plant.example is invited").waitFor();
  const link = await until(async () => {
    const { items } = (await own.request("GET", "/mailbox")).body;
    const text = items.find(({ to }: { to: string }) => to === "ulla.user@plant.example")?.text ?? "";
    return /https?:\/\/\S+\/register#\S+/.exec(text)?.[0];
  });
  const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;
  const user = await registered(link, { name: "Ulla User" }, phone);

  await user.goto(`${app.pageUrl}/settings/members`);
  await user.getByText("Maria Berger").first().waitFor();
  expect(await user.getByRole("button", { name: /Invite|Role|Suspend|Remove/ }).count()).toBe(0);
  expect(await user.getByRole("link", { name: /Webhooks|Audit trail|Sign-in/ }).count()).toBe(0);
  await user.goto(`${app.pageUrl}/settings/webhooks`);
  await user.getByText("Only admins see this").waitFor();

  // Not told of what is none of their work, and of nothing that concerns admins only.
  await user.goto(`${app.pageUrl}/settings/notifications`);
  await user.getByText("A location is empty").waitFor();
  expect(await user.getByText("An operator asks for access").count()).toBe(0);
  expect(await user.getByText("Defaults for everybody").count()).toBe(0);
  expect(await matrixRow(user, "An order waits for approval").getByLabel("Not at all").isChecked()).toBe(
    true,
  );
  expect(await user.evaluate("document.documentElement.scrollWidth")).toBe(390);
  await expectAccessible(user, "a user's settings on a phone, dark");

  await own.request("PATCH", `/parts/${own.ids.part}`, { needsApproval: true });
  const { id: _id, ...location } = own.places[0]!.location;
  const unwatched = { ...location, name: "Z-1", deviceIds: [], policy: null };
  const locationId = (await own.request("POST", "/locations", unwatched)).body.id;
  const order = (await own.request("POST", "/orders", { locationId, quantity: 10 })).body;
  await user.goto(`${app.pageUrl}/orders/${order.id}`);
  await user.getByRole("heading", { name: new RegExp(`Order ${order.number}`) }).waitFor();
  expect(await user.getByRole("button", { name: "Approve" }).count()).toBe(0);
  const members = (await own.request("GET", "/members")).body.items;
  const { id } = members.find(({ name }: { name: string }) => name === "Ulla User");
  await own.request("PATCH", `/members/${id}`, { privileges: ["approve-orders"] });
  await user.reload();
  await user.getByRole("button", { name: "Approve" }).first().waitFor();
  // It is their work from now on, and so they are told as admins are.
  await user.goto(`${app.pageUrl}/settings/notifications`);
  await until(() => matrixRow(user, "An order waits for approval").getByLabel("E-mail at once").isChecked());
  expect(problems).toEqual([]);
});
