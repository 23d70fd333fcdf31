/** The REST API with a large customer among many: lists, charts, search, first requests, memory. */
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AccountStore, sealDay } from "@refill/application";
import { importsOf, type PlantPlan, planLoad, random } from "@refill/factory";
import { dayOf, type LevelReading, summariseDay } from "@refill/replenishment";
import { type Deployment, startDeployment } from "../src/deployment.ts";
import { openLog } from "../src/log.ts";
import { loadHttp } from "./http-load.ts";
import { cpuSeconds } from "./process-cost.ts";

export interface ApiCase {
  accounts: number;
  locations: number;
  days: number;
  /** Raw measurements of each location a day. */
  readingsPerDay: number;
  seconds: number;
  accountMemoryMb: number;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const smallPlant = 40;
const say = (text: string) => console.error(text);

export async function measureApi(options: ApiCase): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  const deployment = await startDeployment({
    dataFolder: join(folder, "data"),
    keysFolder: join(folder, "keys"),
    httpPort: 0,
    smtpUrl: undefined,
    demonstration: false,
    accountMemoryMb: options.accountMemoryMb,
    log: openLog(logPath),
    logFile: openSync(logPath, "a"),
    environment: { REFILL_UDP_HOST: "127.0.0.1" },
  });
  try {
    return await measure(deployment, options);
  } finally {
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(deployment: Deployment, options: ApiCase): Promise<object> {
  const { locations, seconds } = options;
  const [plan] = planLoad({ seed: "api", customers: 1, sensorsPerCustomer: locations });
  const large = await makeCustomer(deployment, "large", plan!);
  const others = await makeOthers(deployment, options.accounts - 1);
  await fill(deployment.controlPlane.store, large.accountId, plan!, options);

  const dice = random("requests");
  const port = Number(deployment.application.ready.httpPort);
  const cursors = await cursorsOf(port, large.key);
  const from = new Date(Date.now() - 90 * dayMs).toISOString();
  const cases = {
    "list of locations, pages of 100": () => `/api/v1/locations?limit=100${dice.pick(cursors)}`,
    "a location's 90-day chart, by hour": () =>
      `/api/v1/locations/${dice.pick(plan!.locations).id}/measurements?resolution=hour&limit=1000&from=${from}`,
    "a location's 90-day chart, by day": () =>
      `/api/v1/locations/${dice.pick(plan!.locations).id}/measurements?resolution=day&limit=1000&from=${from}`,
    "search by name": () => `/api/v1/locations?limit=20&q=L-${dice.integer(0, locations - 1)}`,
  };
  const results: Record<string, unknown> = {};
  for (const [name, pathOf] of Object.entries(cases)) {
    say(`${name} …`);
    const common = { port, key: large.key, pathOf, seconds };
    // The first second is for the compiler.
    await loadHttp({ ...common, seconds: 1 });
    const before = cpuSeconds(deployment.application.pid()!);
    const fastest = await loadHttp(common);
    const used = cpuSeconds(deployment.application.pid()!) - before;
    const steady = await loadHttp({ ...common, ratePerSecond: name.startsWith("list") ? 1_000 : 200 });
    results[name] = {
      "as fast as answered": fastest,
      steady,
      applicationCpuMsARequest: Number(((used * 1000) / (fastest.answeredPerSecond * seconds)).toFixed(3)),
    };
  }
  results["first request to a cold account"] = await coldRequests(deployment, port, large, others);
  results.memory = await memoryOf(deployment, port, others);
  return results;
}

interface BenchCustomer {
  accountId: string;
  key: string;
}

async function makeCustomer(deployment: Deployment, slug: string, plan: PlantPlan): Promise<BenchCustomer> {
  const { controlPlane } = deployment;
  const accountId = await controlPlane.createCustomer({
    slug,
    name: slug,
    region: controlPlane.regions[0]!,
    demonstration: false,
    quota: { requestsPerMinute: 100_000_000 },
  });
  const key = await controlPlane.createApiKey(accountId, { name: "bench", role: "admin" });
  for (const body of importsOf(plan)) {
    const response = await fetch(`${deployment.baseUrl}/api/v1/import`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the import was refused: ${await response.text()}`);
  }
  return { accountId, key };
}

async function makeOthers(deployment: Deployment, count: number): Promise<BenchCustomer[]> {
  say(`making ${count} other customers with ${smallPlant} locations each …`);
  const plans = planLoad({ seed: "others", customers: count, sensorsPerCustomer: smallPlant });
  const made: BenchCustomer[] = [];
  const waiting = plans.entries();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const [index, plan] of waiting) made.push(await makeCustomer(deployment, `other-${index}`, plan));
    }),
  );
  return made;
}

/** Measurements of the last days, as ingest would have written them, and the sums of the days that are over. */
async function fill(
  store: AccountStore,
  accountId: string,
  plan: PlantPlan,
  { days, readingsPerDay }: ApiCase,
): Promise<void> {
  const total = plan.locations.length * days * readingsPerDay;
  say(`writing ${total} measurements …`);
  const { sealer } = await store.readNow(accountId);
  const begin = Date.now() - days * dayMs;
  const dice = random("measurements");
  let columns: unknown[][] = [[], [], [], [], []];
  let sums: unknown[][] = [[], [], []];
  const write = async () => {
    const [batch, days] = [columns, sums];
    columns = [[], [], [], [], []];
    sums = [[], [], []];
    await store.query(accountId, async (tx) => {
      await tx.query(
        `insert into measurement (device_id, sequence, location_id, at, sealed)
         select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::bytea[])`,
        batch,
      );
      await tx.query(
        "insert into measurement_day (location_id, at, sealed) select * from unnest($1::uuid[], $2::timestamptz[], $3::bytea[])",
        days,
      );
    });
  };
  for (const { id, deviceIds } of plan.locations) {
    const [deviceId] = deviceIds;
    let onHand = 100;
    const byDay = new Map<number, LevelReading[]>();
    for (let n = 0; n < days * readingsPerDay; n++) {
      onHand = onHand <= 10 ? 100 : onHand - dice.integer(0, 2) * 2;
      const time = begin + Math.round((n / readingsPerDay) * dayMs);
      const at = new Date(time).toISOString();
      const readings = byDay.get(dayOf(time)) ?? [];
      byDay.set(dayOf(time), readings);
      readings.push({ at: time, sequence: n + 1, onHand, consumption: 0, receipts: 0 });
      const content = { v: 1, onHand, distanceMm: 1200 - onHand * 10, fault: null };
      const row = [deviceId, n + 1, id, at, sealer.seal("measurement", `${deviceId}/${n + 1}`, content)];
      for (const [index, value] of row.entries()) columns[index]!.push(value);
    }
    for (const [day, readings] of byDay) {
      if (day + dayMs > Date.now() - 3 * hourMs) continue;
      const summary = summariseDay(day, readings, 3 * hourMs);
      for (const [index, value] of [id, new Date(day).toISOString(), sealDay(sealer, id, summary)].entries())
        sums[index]!.push(value);
    }
    if (columns[0]!.length >= 20_000) await write();
  }
  if (columns[0]!.length > 0) await write();
}

async function cursorsOf(port: number, key: string): Promise<string[]> {
  const cursors = [""];
  for (let cursor = ""; ; ) {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/locations?limit=100${cursor}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { nextCursor } = (await response.json()) as { nextCursor: string | null };
    if (nextCursor === null) return cursors;
    cursor = `&cursor=${nextCursor}`;
    cursors.push(cursor);
  }
}

/** After a restart of the application nothing is in memory. */
async function coldRequests(
  deployment: Deployment,
  port: number,
  large: BenchCustomer,
  others: readonly BenchCustomer[],
): Promise<object> {
  process.kill(deployment.application.pid()!, "SIGKILL");
  const health = () => fetch(`http://127.0.0.1:${port}/health`).then((answer) => answer.ok);
  while (!(await health().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100));
  const first = async ({ key }: BenchCustomer) => {
    const startedAt = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/locations?limit=100`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await response.arrayBuffer();
    return performance.now() - startedAt;
  };
  const small: number[] = [];
  for (const other of others.slice(0, 200)) small.push(await first(other));
  small.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(small[Math.floor((small.length - 1) * share)] ?? 0);
  return {
    [`${smallPlant} locations, p50 ms`]: quantile(0.5),
    [`${smallPlant} locations, p99 ms`]: quantile(0.99),
    "the large customer, ms": Math.round(await first(large)),
  };
}

async function memoryOf(
  deployment: Deployment,
  port: number,
  others: readonly BenchCustomer[],
): Promise<object> {
  const residentMb = () => {
    const status = readFileSync(`/proc/${deployment.application.pid()}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  };
  const before = residentMb();
  const afterEachRound: number[] = [];
  // More than once, so that what is thrown away and not collected yet shows.
  for (let round = 0; round < 3; round++) {
    for (const { key } of others)
      await (
        await fetch(`http://127.0.0.1:${port}/api/v1/locations?limit=100`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).arrayBuffer();
    afterEachRound.push(residentMb());
  }
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const metric = (name: string) => Number(new RegExp(`^${name} (\\S+)`, "m").exec(text)?.[1] ?? 0);
  return {
    accountsHeld: metric("refill_accounts_held"),
    accountsHeldMb: Math.round(metric("refill_accounts_held_bytes") / 2 ** 20),
    applicationMbBefore: before,
    applicationMbAfterEachRound: afterEachRound,
  };
}
