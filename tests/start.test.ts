import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openOwner } from "@refill/database";
import { openLocalVault } from "@refill/vault";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "./deployment-under-test.ts";
import { prepareRefill, type Started } from "./refill-under-test.ts";
import { registerByPasskey } from "./virtual-authenticator.ts";

/**
 * The product as a newcomer uses it: `npm start`, the registration link in a real browser, the command line, Ctrl-C.
 * One Refill for the file; each test says what it needs and waits for it.
 */
const prepared = prepareRefill();
const { folder, environment, run, start, command } = prepared;
const _root = join(import.meta.dirname, "..");

let refill: Started;
let browser: Browser;
let page: Page;
const problems: string[] = [];

async function api<T>(key: string, path: string): Promise<T> {
  const response = await fetch(`${refill.baseUrl}/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

let adminKey: string;

beforeAll(async () => {
  refill = await start();
  browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  adminKey = (await command("api-key", "create", "--customer", "demo", "--role", "admin")).output.trim();
});

afterAll(async () => {
  await browser?.close();
  await prepared.stop(refill);
  prepared.remove();
});

test("npm start prints address, registration link and the way to real hardware", () => {
  const output = refill.output();
  expect(output).toMatch(/First admin\s+http:\/\/localhost:\d+\/register#rfr_/);
  expect(output).toContain("Real hardware");
  expect(output).toContain("npx refill doctor");
});

test("within a minute an order has been created and dispatched, and is visible through the API", async () => {
  const order = await until(async () => {
    const { items } = await api<{ items: { state: string; events: { state: string }[] }[] }>(
      adminKey,
      "/orders?limit=1000",
    );
    return items.find(({ events }) => events.some(({ state }) => state === "dispatched"));
  });
  expect(order.events.slice(0, 4).map(({ state }) => state)).toEqual([
    "proposed",
    "approved",
    "placed",
    "dispatched",
  ]);
});

test("the registration link leads the first admin to a live overview, once", {
  timeout: 120_000,
}, async () => {
  const link = /First admin\s+(\S+)/.exec(refill.output())![1]!;
  await registerByPasskey(page, link, { name: "Maria Berger", email: "maria.berger@demo.example" });
  expect(page.url()).not.toContain("rfr_");
  await page.getByRole("link", { name: "Overview" }).first().click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByText("120 locations watched").waitFor();
  // Levels come in by themselves, without a reload.
  await page.getByRole("link", { name: "See the shelves" }).click();
  await page.getByRole("heading", { name: "Shop floor" }).waitFor();
  await page.locator("label", { hasText: "All racks" }).click();
  await page.locator("a.bin:not(.state-unknown)").first().waitFor();

  const second = await browser.newPage();
  await second.goto(link);
  await second.getByText(/was used, replaced or withdrawn/).waitFor();
  await second.close();
});

test("an order is followed in the browser: list, timeline, e-mail in the mailbox, supplier's confirmation", async () => {
  // Of the plant's many kinds of orders, one by minimum and maximum that went out at once.
  const sent = await until(async () => {
    const { items } = await api<{
      items: { number: number; events: { state: string; cause: string }[] }[];
    }>(adminKey, "/orders?limit=1000");
    return items.find(
      ({ events }) =>
        events[0]!.cause.includes("at or below minimum") &&
        events.some(({ state }) => state === "dispatched"),
    );
  });
  await page.getByRole("link", { name: "Orders" }).first().click();
  await page.getByRole("heading", { name: "Orders" }).waitFor();
  await page.getByText("List", { exact: true }).click();
  await page.getByRole("searchbox").fill(String(sent.number));
  await page
    .getByRole("link", { name: String(sent.number), exact: true })
    .first()
    .click();
  await page
    .getByText(/Inventory position .*, reorder point .* ordered, up to/)
    .first()
    .waitFor();
  await page.getByText(/By e-mail to/).waitFor();
  await page.getByRole("link", { name: "Mailbox" }).first().click();
  const mail = page.locator("main details").first();
  await mail.locator("summary").click();
  const link = await mail.getByRole("link").getAttribute("href");
  const supplier = await browser.newPage();
  await supplier.goto(link!);
  await supplier.getByRole("heading", { name: /^Order \d+/ }).waitFor();
  await supplier.getByLabel("Delivery date").first().fill("2030-05-06");
  await supplier.getByRole("button", { name: /Confirm order|Change confirmation/ }).click();
  await supplier
    .getByText(/Confirmed: .* 6 May 2030/)
    .first()
    .waitFor();
  await supplier.close();
  // The open page of the customer learns of it by itself.
  await page.goto(`${refill.baseUrl}/orders?view=calendar&week=2030-05-06`);
  await page.getByText("promised").first().waitFor();
});

test("an order by hand and its cancellation ask before they act and show what happened", async () => {
  await page.getByRole("link", { name: "Overview" }).first().click();
  // A bin of its own, so that the plant's people do not order at the same moment.
  const { items } = await api<{
    items: {
      id: string;
      name: string;
      onOrder: number;
      capacity: number;
      geometry: { kind: string };
      level: { onHand: number } | null;
      partId: string;
    }[];
  }>(adminKey, "/locations?limit=1000");
  const parts = await api<{ items: { id: string; needsApproval: boolean }[] }>(adminKey, "/parts?limit=1000");
  const asked = new Set(parts.items.filter(({ needsApproval }) => needsApproval).map(({ id }) => id));
  const full = items.find(
    ({ onOrder, level, capacity, geometry, partId }) =>
      geometry.kind !== "button" &&
      !asked.has(partId) &&
      onOrder === 0 &&
      (level?.onHand ?? 0) > capacity * 0.8,
  )!;
  await page.goto(`${refill.baseUrl}/locations/${full.id}`);
  await page.getByRole("heading", { name: full.name }).waitFor();
  await page.getByRole("img", { name: /Level over time/ }).waitFor();
  await page.getByRole("button", { name: "Order now" }).click();
  await page.getByRole("button", { name: "Order", exact: true }).click();
  const orders = page.getByRole("region", { name: "Orders" });
  await orders.getByRole("link").first().click();
  await page.getByText("Ordered by hand").waitFor();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Cancel order" }).click();
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("button", { name: /Cancel order \d+/ }).isDisabled()).toBe(true);
  await dialog.getByLabel("Not needed any more").check();
  await dialog.getByLabel("Note").fill("only a test");
  await dialog.getByRole("button", { name: /Cancel order \d+/ }).click();
  await page.getByText("Not needed any more. “only a test”").waitFor();
});

test("planning has planned every location from its past, with proposals; one order waits for approval", async () => {
  const run = await until(async () => {
    const { items } = await api<{ items: { state: string; locations: object; problem: null }[] }>(
      adminKey,
      "/planning/runs?limit=1",
    );
    return items[0]?.state === "done" && items[0];
  });
  expect(run).toMatchObject({ locations: { total: 120, planned: 120 }, problem: null });
  const { items } = await api<{ items: { forecast: { class: string } | null }[] }>(
    adminKey,
    "/planning/locations?limit=1000",
  );
  const classes = new Set(items.map(({ forecast }) => forecast?.class));
  for (const each of ["smooth", "erratic", "intermittent", "lumpy"]) expect(classes).toContain(each);
  const proposals = await api<{ items: object[] }>(adminKey, "/planning/proposals?limit=1000");
  expect(proposals.items.length).toBeGreaterThan(10);
  const waiting = await until(async () => {
    const orders = await api<{ items: { state: string; waitsFor: string }[] }>(
      adminKey,
      "/orders?limit=1000",
    );
    return orders.items.find(({ state }) => state === "proposed");
  });
  expect(waiting.waitsFor).toContain("approval");
});

test("the device list shows battery and signal, searches and sorts; gateways are connected", async () => {
  await page.getByRole("link", { name: "Devices" }).first().click();
  await page.getByText("123", { exact: true }).waitFor();
  await page.getByRole("searchbox").fill("Button");
  await page.getByText("6 of 123").waitFor();
  await page.getByRole("button", { name: /^Battery/ }).click();
  expect(await page.getByRole("columnheader", { name: /Battery/ }).getAttribute("aria-sort")).toBe(
    "ascending",
  );
  await page
    .getByText(/[-−]\d+ dBm/)
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Gateways" }).first().click();
  await until(async () => (await page.getByText("Connected", { exact: true }).count()) === 2);
});

test("an admin adds a device, sees why a file is refused, and looks at a device's frames and messages", {
  timeout: 150_000,
}, async () => {
  await page.getByRole("link", { name: "Devices" }).first().click();
  await page.getByRole("button", { name: "Add devices" }).click();
  const dialog = page.getByRole("dialog", { name: "Add devices" });
  await dialog.getByLabel("Name").fill("New sensor");
  await dialog.getByLabel("DevEUI").fill("a84041fffe000099");
  await dialog.getByLabel("JoinEUI (AppEUI)").fill("24e124");
  await dialog.getByRole("textbox", { name: "AppKey" }).fill("00112233445566778899aabbccddeeff");
  await dialog.getByRole("button", { name: /^Add it/ }).click();
  await dialog.getByText("must be 16 hexadecimal digits").waitFor();
  await dialog.getByLabel("JoinEUI (AppEUI)").fill("24e124c0002a0001");
  await dialog.getByRole("button", { name: /^Add it/ }).click();
  await page.getByRole("heading", { name: "New sensor" }).waitFor();
  await page.getByRole("link", { name: "Devices" }).first().click();
  await page.getByRole("button", { name: "Add devices" }).click();
  await dialog.getByRole("tab", { name: "CSV file" }).click();
  await dialog.locator('input[type="file"][accept*="csv"]').setInputFiles({
    name: "devices.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("DevEUI,JoinEUI,AppKey\nA84041,24e124c0002a0001,00112233445566778899aabbccddeeff\n"),
  });
  await dialog.getByText("devEui: must be 16 hexadecimal digits").waitFor();
  expect(await dialog.getByRole("button", { name: "Register all" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").fill("Sensor A-01-1");
  await page.getByRole("link", { name: "Sensor A-01-1" }).click();
  await page.getByRole("heading", { name: "Sensor A-01-1" }).waitFor();
  await page.getByRole("tab", { name: "On the air" }).click();
  await page
    .getByText(/SF\d+BW125/)
    .first()
    .waitFor();
  await page.getByRole("button", { name: "Decrypt and show" }).click();
  await page
    .getByRole("region", { name: "Stored messages" })
    .getByRole("columnheader", { name: "What it says" })
    // A sensor's first message may take a minute.
    .waitFor({ timeout: 90_000 });
  await page.getByRole("tab", { name: "Settings" }).click();
  const downlinks = page.getByRole("region", { name: "Downlinks" });
  await downlinks.getByLabel("Payload").fill("zz");
  await downlinks.getByRole("button", { name: "Send", exact: true }).click();
  await page
    .getByRole("alert")
    .or(page.getByText(/pattern|hexadecimal/))
    .first()
    .waitFor();
  await downlinks.getByLabel("Payload").fill("ff0384");
  await downlinks.getByRole("button", { name: "Send", exact: true }).click();
  await downlinks.getByText("ff0384").first().waitFor();
});

test("the command line shows what goes over the air, and what is stored of a device", async () => {
  const { items: devices } = await api<{ items: { devEui: string; lastSeenAt: string | null }[] }>(
    adminKey,
    "/devices?limit=1000",
  );
  const { devEui } = devices.find(({ lastSeenAt }) => lastSeenAt !== null)!;
  const { items: gateways } = await api<{ items: { gatewayEui: string; protocol: string }[] }>(
    adminKey,
    "/gateways",
  );
  // The virtual plant has both kinds.
  expect(gateways.map(({ protocol }) => protocol).sort()).toEqual(["basics-station", "semtech-udp"]);
  const ofDevice = await command("device", "frames", "--customer", "demo", "--dev-eui", devEui.toUpperCase());
  expect(ofDevice).toMatchObject({
    code: 0,
    output: expect.stringMatching(/↑ {2}data .*SF\d+BW125.*port \d+/),
  });
  for (const { gatewayEui } of gateways)
    expect((await command("gateway", "frames", "--customer", "demo", "--eui", gatewayEui)).output).toMatch(
      /↑ {2}data/,
    );
  const messages = await command("device", "messages", "--customer", "demo", "--dev-eui", devEui, "--json");
  expect(JSON.parse(messages.output).length).toBeGreaterThan(0);
  expect(await command("device", "messages", "--customer", "demo", "--dev-eui", "00".repeat(8))).toEqual({
    code: 1,
    output: expect.stringContaining("This customer has no device 0000000000000000."),
  });
});

test("operators and first admins are invited by commands, for one address where that is said", async () => {
  const operator = await command("operator", "invite", "--json");
  expect([operator.code, JSON.parse(operator.output).registrationLink]).toEqual([
    0,
    expect.stringMatching(/\/register#rfr_eu_/),
  ]);
  const made = await command(
    "account",
    "create",
    "--customer",
    "acme",
    "--admin-email",
    "ada@acme.example",
    "--json",
  );
  const { registrationLink } = JSON.parse(made.output);
  const { body } = await fetch(
    `${refill.baseUrl}/api/v1/registration/${registrationLink.split("#")[1]}`,
  ).then(async (response) => ({ body: await response.json() }));
  expect(body).toMatchObject({ customerName: "acme", role: "admin", email: "ada@acme.example" });
  const listed = await command("account", "list");
  expect(listed.output).toContain("acme");
  expect(listed.output).not.toContain("operators");
});

test("a newcomer looks around with one click, as admin or user, and out again", async () => {
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(`${refill.baseUrl}/devices`);
  await stranger.getByRole("heading", { name: "Sign in to Refill" }).waitFor();
  await stranger.getByRole("button", { name: "Ivo Lang, user" }).click();
  // Back where they wanted to go.
  await stranger.getByRole("heading", { name: "Devices" }).waitFor();
  await stranger.getByRole("link", { name: "Settings" }).first().click();
  await stranger.getByRole("heading", { name: "Members" }).waitFor();
  expect(await stranger.getByRole("button", { name: "Invite" }).count()).toBe(0);
  await stranger.getByRole("button", { name: /^Ivo Lang: profile/ }).click();
  await stranger.getByRole("menuitem", { name: "Sign out" }).click();
  await stranger.getByRole("heading", { name: "Sign in to Refill" }).waitFor();
  await stranger.getByRole("button", { name: "Maria Berger, admin" }).click();
  await stranger.getByRole("heading", { name: "Overview" }).waitFor();
  await stranger.getByRole("link", { name: "Settings" }).first().click();
  await stranger.getByRole("button", { name: "Invite" }).waitFor();
  await context.close();
});

test("the web page runs under a strict content security policy, without errors in the console", async () => {
  const response = await fetch(refill.baseUrl, { headers: { accept: "text/html" } });
  expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
  // What the API refuses, a browser calls an error.
  expect(problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
});

test("doctor finds everything well and says where things lie", async () => {
  const { code, output } = await command("doctor", "--json");
  const report = JSON.parse(output);
  expect([code, report.ok]).toEqual([0, true]);
  expect(report.findings.map(({ what }: { what: string }) => what)).toEqual([
    "Refill",
    "Data",
    "Keys",
    "Network server",
    "Application",
    "Key vault",
    "Postgres EU",
  ]);
  expect((await command("doctor")).output).toContain(environment.REFILL_KEYS);
});

test("a second start on the same folder ends with a clear error, and the first goes on", async () => {
  const second = run(["scripts/start.mjs"]);
  const [code] = await once(second.process, "close");
  expect(code).toBe(1);
  expect(second.output()).toMatch(/Refill is running on .* already/);
  expect((await fetch(`${refill.baseUrl}/health`)).status).toBe(200);
});

test("a wrong setting ends the start with one line that names it", async () => {
  const wrong = run(["scripts/start.mjs"], { REFILL_HTTP_PORT: "eighty" });
  const [code] = await once(wrong.process, "close");
  expect(code).toBe(1);
  expect(wrong.output().trim()).toBe(
    'refill: REFILL_HTTP_PORT must be a whole number from 0 to 65535, not "eighty".',
  );
  const taken = run(["scripts/start.mjs"], {
    REFILL_HTTP_PORT: new URL(refill.baseUrl).port,
    REFILL_DATA: join(folder, "other", "data"),
    REFILL_KEYS: join(folder, "other", "keys"),
  });
  const [takenCode] = await once(taken.process, "close");
  expect(takenCode).toBe(1);
  expect(taken.output()).toMatch(/port \d+ is taken: set REFILL_HTTP_PORT to another one/);
});

test("commands for unknown customers and roles say what there is", async () => {
  expect(await command("api-key", "create", "--customer", "nobody", "--role", "admin")).toEqual({
    code: 1,
    output: expect.stringMatching(/There is no customer "nobody". There is: (.+, )?demo\b/),
  });
  expect((await command("api-key", "create", "--customer", "demo", "--role", "king")).output).toContain(
    "--role takes admin or user",
  );
  expect((await command("--help")).output).toContain("api-key");
});

test("a dump of the database holds no part name, address or key in clear text", async () => {
  const vault = await openLocalVault(environment.REFILL_KEYS);
  const { regions } = JSON.parse(readFileSync(join(environment.REFILL_DATA, "refill.lock"), "utf8"));
  const owner = openOwner(regions[0], vault);
  const { rows: tables } = await owner.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'jobs')",
  );
  let dumped = 0;
  for (const { name } of tables) {
    const { rows } = await owner.query(`select t::text as row from ${name} t`);
    for (const { row } of rows) {
      dumped += 1;
      expectNoContent(Buffer.from(row));
    }
  }
  await owner.query("set role refill_jobs");
  const jobs = await owner.query("select data::text from jobs.job").catch(() => ({ rows: [] }));
  for (const { data } of jobs.rows) expectNoContent(Buffer.from(data));
  await owner.end();
  expect(dumped).toBeGreaterThan(500);
});

/** Names and addresses of the demonstration as they would stand anywhere: as text, hexadecimal or base64. */
function expectNoContent(bytes: Buffer): void {
  for (const content of [
    "Hexagon screw",
    "Ball bearing",
    "keller-fasteners",
    "maria.berger",
    "Berger",
    "Demonstration plant",
    '"onHand"',
    '"distanceMm"',
    "Roof, hall 1",
  ]) {
    expect([content, bytes.includes(content)]).toEqual([content, false]);
    expect([content, bytes.includes(Buffer.from(content).toString("hex"))]).toEqual([content, false]);
  }
}

/** API keys, passwords and private keys, as they would stand in clear. */
async function secretsInUse(): Promise<string[]> {
  const vault = await openLocalVault(environment.REFILL_KEYS);
  const passwords = await Promise.all(
    ["refill_owner", "refill_application", "refill_network", "postgres"].map(
      async (login) => JSON.parse((await vault.getSecret(`postgres/eu/${login}`))!).password as string,
    ),
  );
  const privateKey = (await vault.getSecret("tls/application-key"))!.split("\n")[1]!;
  const plantKey = (await vault.getSecret("demonstration/api-key"))!;
  return [adminKey, plantKey, privateKey, ...passwords];
}

test("Ctrl-C stops everything; a new start goes on with the same data; the stopped folder holds no content in clear text", async () => {
  const before = await api<{ items: { number: number }[] }>(adminKey, "/orders?limit=1000");
  refill.process.kill("SIGINT");
  const [code] = await once(refill.process, "close");
  expect(code).toBe(0);
  expect(refill.output()).toContain("Stopped.");
  const left = readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
    } catch {
      return false;
    }
  });
  expect(left).toEqual([]);

  const secrets = await secretsInUse();
  let searched = 0;
  for (const where of [environment.REFILL_DATA, environment.REFILL_KEYS])
    for (const entry of readdirSync(where, { recursive: true, withFileTypes: true })) {
      // The vault's folder is told without its root key, which opens it.
      if (!entry.isFile() || entry.name === "root.key") continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      searched += bytes.length;
      expectNoContent(bytes);
      for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
    }
  expect(searched).toBeGreaterThan(5_000_000);

  refill = await start();
  expect(refill.output()).not.toContain("/register#");
  const after = await api<{ items: { number: number }[] }>(adminKey, "/orders?limit=1000");
  expect(after.items.map(({ number }) => number)).toEqual(
    expect.arrayContaining(before.items.map(({ number }) => number)),
  );
  await until(async () => {
    const { items } = await api<{ items: { lastSeenAt: string }[] }>(adminKey, "/devices?limit=1000");
    return items.some(({ lastSeenAt }) => Date.now() - Date.parse(lastSeenAt) < 5_000);
  });
});

test("when what started everything is killed, its programs end by themselves, and the next start goes on", async () => {
  const programs = () =>
    readdirSync("/proc").filter((pid) => {
      try {
        return (
          /^\d+$/.test(pid) &&
          readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder) &&
          /src\/(main|factory-process)\.ts\0$/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8"))
        );
      } catch {
        return false;
      }
    });
  expect(programs().length).toBeGreaterThanOrEqual(3);
  const { pid } = JSON.parse(readFileSync(join(environment.REFILL_DATA, "refill.lock"), "utf8"));
  process.kill(pid, "SIGKILL");
  await once(refill.process, "close");
  await until(() => programs().length === 0);
  refill = await start();
  expect((await api<{ items: unknown[] }>(adminKey, "/orders?limit=1000")).items.length).toBeGreaterThan(0);
});
