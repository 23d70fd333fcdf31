/** The web page in real Chromium: first load, ways between pages, a long list, and live levels. */
import { chmodSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importsOf, type PlantPlan, planLoad, startLoad } from "@refill/factory";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { registerByPasskey } from "../../../tests/virtual-authenticator.ts";
import { type Deployment, startDeployment } from "../src/deployment.ts";
import { openLog } from "../src/log.ts";
import { buildWebWhenStale } from "../src/web-build.ts";

const say = (text: string) => console.error(text);
/** Of the first load: its pages are opened so often, and the median counts. */
const rounds = 5;
const slowDown = 4;

export interface PageCase {
  /** Each with a device of its own. */
  locations: number;
  /** Of live levels. */
  seconds: number;
  levelsPerSecond: number;
}

export async function measurePage(options: PageCase): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  await buildWebWhenStale();
  const deployment = await startDeployment({
    dataFolder: join(folder, "data"),
    keysFolder: join(folder, "keys"),
    httpPort: 0,
    smtpUrl: undefined,
    demonstration: true,
    log: openLog(logPath),
    logFile: openSync(logPath, "a"),
    environment: { REFILL_UDP_HOST: "127.0.0.1" },
  });
  const browser = await chromium.launch({
    executablePath: process.env.REFILL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    return await measure(deployment, browser, options);
  } finally {
    await browser.close();
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(deployment: Deployment, browser: Browser, options: PageCase): Promise<object> {
  const usual = await customer(deployment, browser, "usual", 150);
  const firstLoad = await measureFirstLoad(browser, deployment.baseUrl, usual.context);
  const ways = await measureWays(usual.page, deployment.baseUrl);
  await usual.context.close();
  say(`making a customer with ${options.locations} devices …`);
  const large = await customer(deployment, browser, "large", options.locations);
  const list = await measureScrolling(large.page, deployment.baseUrl);
  const live = await measureLive(large, deployment, options);
  return { "first load of the overview": firstLoad, "from page to page": ways, "a long list": list, live };
}

interface BenchCustomer {
  plan: PlantPlan;
  context: BrowserContext;
  page: Page;
}

async function customer(
  deployment: Deployment,
  browser: Browser,
  slug: string,
  sensorsPerCustomer: number,
): Promise<BenchCustomer> {
  const { controlPlane, baseUrl } = deployment;
  const [plan] = planLoad({ seed: slug, customers: 1, sensorsPerCustomer });
  const accountId = await controlPlane.createCustomer({
    slug,
    name: slug,
    region: controlPlane.regions[0]!,
    demonstration: true,
    quota: { requestsPerMinute: 100_000_000 },
  });
  const key = await controlPlane.createApiKey(accountId, { name: "bench", role: "admin" });
  for (const body of importsOf(plan!)) {
    const response = await fetch(`${baseUrl}/api/v1/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the import was refused: ${await response.text()}`);
  }
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const token = await controlPlane.createRegistrationLink(accountId, `${slug}@bench.example`);
  await registerByPasskey(page, token.startsWith("http") ? token : `${baseUrl}/register#${token}`, {
    name: "Bench",
  });
  return { plan: plan!, context, page };
}

/** A browser that has nothing of the page yet, on a processor that is four times slower. */
async function measureFirstLoad(
  browser: Browser,
  baseUrl: string,
  signedIn: BrowserContext,
): Promise<object> {
  say("first load …");
  const storageState = await signedIn.storageState();
  const loads = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const scriptBytes = await countScripts(session);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
    await page.addInitScript(observe);
    await page.goto(baseUrl);
    await page.getByRole("heading", { level: 1 }).waitFor();
    // What is loaded after the first paint belongs to it, too.
    await page.waitForTimeout(4_000);
    loads.push({ scriptBytes: scriptBytes(), ...(await page.evaluate(readObserved)) });
    await context.close();
  }
  return {
    "JavaScript, compressed (kB)": kilobytes(median(loads.map(({ scriptBytes }) => scriptBytes))),
    "largest contentful paint, 4× slower (ms)": Math.round(median(loads.map(({ paintMs }) => paintMs))),
    "total blocking time, 4× slower (ms)": Math.round(median(loads.map(({ blockingMs }) => blockingMs))),
  };
}

async function countScripts(session: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  return () => bytes;
}

/** From the press of a link to the other page's heading on the screen, with its code there. */
async function measureWays(page: Page, baseUrl: string): Promise<object> {
  say("from page to page …");
  const links = ["Orders", "Devices", "Planning", "Inventory", "Overview"];
  await page.goto(baseUrl);
  const times: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round += 1)
    for (const name of links) {
      const link = page.getByRole("navigation", { name: "Main", exact: true }).getByRole("link", { name });
      await link.hover();
      await page.waitForTimeout(400);
      const ms = await link.evaluate((element) => {
        const main = document.querySelector("main")!;
        const before = main.innerHTML;
        const begun = performance.now();
        (element as HTMLElement).click();
        return new Promise<number>((resolve) => {
          const look = () => {
            if (main.innerHTML === before || !main.querySelector("h1")) return requestAnimationFrame(look);
            // Painted with the next frame.
            return requestAnimationFrame(() => resolve(performance.now() - begun));
          };
          requestAnimationFrame(look);
        });
      });
      // The first round brings code and lists.
      if (round > 0) times[name] = [...(times[name] ?? []), ms];
    }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [`${name} (ms)`, Math.round(median(all))]),
  );
}

async function measureScrolling(page: Page, baseUrl: string): Promise<object> {
  say("scrolling …");
  await page.goto(`${baseUrl}/devices`);
  await page.locator(".data-box").waitFor();
  await page.waitForTimeout(2_000);
  const frames = await page.evaluate(async () => {
    const box = document.querySelector(".data-box")!;
    const all: number[] = [];
    let last = performance.now();
    const end = last + 6_000;
    return new Promise<number[]>((resolve) => {
      const step = (now: number) => {
        all.push(now - last);
        last = now;
        box.scrollTop += 130;
        if (now > end) resolve(all.slice(1));
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
  });
  return {
    frames: frames.length,
    "median frame (ms)": Number(median(frames).toFixed(1)),
    "longest frame (ms)": Number(Math.max(...frames).toFixed(1)),
    "frames above 50 ms": frames.filter((ms) => ms > 50).length,
  };
}

/** How much of the time the page's main thread works while levels come in. */
async function measureLive(
  { plan, page }: BenchCustomer,
  deployment: Deployment,
  { seconds, levelsPerSecond }: PageCase,
): Promise<object> {
  say(`live: ${levelsPerSecond} levels/s for ${seconds} s …`);
  await page.goto(deployment.baseUrl);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const load = await startLoad({ plans: [plan], udp: { host: "127.0.0.1", port: deployment.udpPort } });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const busy = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")!.value;
    };
    const offer = (forSeconds: number) =>
      load.run({
        ratePerSecond: levelsPerSecond,
        seconds: forSeconds,
        piecesOf: (sensor, n) => 50 + 10 * ((sensor + n) % 5),
      });
    await offer(3);
    const before = await busy();
    const begun = performance.now();
    await offer(seconds);
    const share = (await busy()) - before;
    const took = (performance.now() - begun) / 1000;
    return {
      locations: plan.locations.length,
      "main thread busy (%)": Number(((share / took) * 100).toFixed(1)),
    };
  } finally {
    load.stop();
  }
}

interface Observed {
  paintMs: number;
  blockingMs: number;
}
declare global {
  interface Window {
    observed: Observed;
  }
}

/** Runs in the page: https://web.dev/articles/lcp and https://web.dev/articles/tbt (what a task takes beyond 50 ms). */
function observe(): void {
  window.observed = { paintMs: 0, blockingMs: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.observed.paintMs = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.observed.blockingMs += Math.max(0, duration - 50);
  }).observe({ type: "longtask", buffered: true });
}

function readObserved(): Observed {
  return window.observed;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function kilobytes(bytes: number): number {
  return Number((bytes / 1000).toFixed(1));
}
