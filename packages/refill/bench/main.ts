/**
 * npm run bench: real frames over UDP into network server, application and Postgres, all on this machine.
 * Open loop: uplinks leave at their times whatever the programs do. Measures, and never fails on a time.
 */
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importsOf, type Load, planLoad, startLoad } from "@refill/factory";
import { type Deployment, startDeployment } from "../src/deployment.ts";
import { openLog } from "../src/log.ts";
import { measureApi } from "./api.ts";
import { measureEstimator } from "./estimator.ts";
import { measureLinkLayer } from "./link-layer.ts";
import { measureFuzz, measureMillion, measureNetwork, type NetworkCase } from "./network.ts";
import { measurePage } from "./page.ts";
import { family, familyCpuSeconds, peakMegabytes, sharedMegabytes } from "./process-cost.ts";
import { measureSealing } from "./sealing.ts";
import { measureSignIn } from "./sign-in.ts";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rate: { type: "string" },
    seconds: { type: "string" },
    case: { type: "string", default: "all" },
    devices: { type: "string", default: "1000000" },
    count: { type: "string", default: "10000000" },
    accounts: { type: "string", default: "1000" },
    locations: { type: "string", default: "10000" },
    readings: { type: "string", default: "6" },
    memory: { type: "string", default: "512" },
    messages: { type: "string", default: "6000000" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log(`npm run bench -- [--rate uplinks/s] [--seconds n] [--case NAME] [--json]
  one      1 customer with 20,000 sensors, everything from datagram to stock (2,000 uplinks/s for 60 s)
  many     500 customers with 40 sensors each, the same
  link     the link layer alone, beside lora-packet and plain node:crypto
  network  the network server alone: 10,000 uplinks/s by 1 gateway, 5,000 by 3, 50 devices on each address,
           and half the load with confirmed uplinks and joins (20 s each, or --seconds)
  million  1,000,000 registered sensors (or --devices)
  fuzz     10,000,000 mutated frames and datagrams (or --count)
  api      the REST API: a customer with 10,000 locations and 90 days of measurements (--readings a day; default 6)
           among 1,000 customers (--accounts), with --memory MB for opened accounts
  history  summing the days of 10,000 locations, charts, and an export of a million measurements
  sign-in  signing in with an OpenID provider beside it (20 s), and what a session costs a request
  page     the web page in real Chromium: first load, ways between pages, a list of 10,000 devices (--locations), live levels
  estimator the level against the virtual plant's truth under heavy noise: 6,000,000 messages (or --messages)
  decide   whether a new level orders
  theory   functions of inventory theory
  planning 100,000 part-locations with 104 weeks of history each (or so many as named behind it)
  outcome  stock, service and cost of planned policies beside the usual rule and the exact optimum
  sealing  sealing and opening records, beside node:crypto alone
  Default: one, many, link and network.`);
  process.exit(0);
}
const cases = {
  one: { customers: 1, sensorsPerCustomer: 20_000 },
  many: { customers: 500, sensorsPerCustomer: 40 },
};
const rate = Number(options.rate ?? 2_000);
const seconds = Number(options.seconds ?? 60);
const say = (text: string) => console.error(text);

say(
  `${cpus().length} processors (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`,
);
if (is("link")) show("link layer", measureLinkLayer());
if (is("network")) {
  const common = { devices: 20_000, seconds: Number(options.seconds ?? 20) };
  const one = { ...common, gateways: 1, devicesPerAddress: 1, ratePerSecond: 10_000 };
  const cases: NetworkCase[] = [
    { ...one, name: "1 gateway, 10,000/s" },
    { ...one, name: "3 gateways, 5,000/s", gateways: 3, ratePerSecond: 5_000 },
    { ...one, name: "1 gateway, 10,000/s, 50 devices on each address", devicesPerAddress: 50 },
    {
      ...one,
      name: "1 gateway, 5,000/s, with confirmed uplinks and joins",
      ratePerSecond: 5_000,
      confirmedShare: 0.004,
      joinsPerSecond: 5,
    },
  ];
  for (const each of cases) {
    say(`network server alone: ${each.name} …`);
    show(each.name, await measureNetwork(each));
  }
}
if (options.case === "million") show("many sensors", await measureMillion(Number(options.devices)));
if (options.case === "fuzz") show("mutated frames", await measureFuzz(Number(options.count)));
if (options.case === "sealing") show("sealing", measureSealing());
if (options.case === "estimator") show("level estimator", measureEstimator(Number(options.messages)));
if (options.case === "sign-in")
  show("sign-in", await measureSignIn({ seconds: Number(options.seconds ?? 20) }));
if (["decide", "theory", "planning", "outcome"].includes(options.case)) {
  // They take their own arguments.
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...positionals);
  await import(`../../replenishment/bench/${options.case}.ts`);
}
if (options.case === "page")
  show(
    "web page",
    await measurePage({
      locations: Number(options.locations),
      seconds: Number(options.seconds ?? 20),
      levelsPerSecond: Number(options.rate ?? 50),
    }),
  );
if (options.case === "history") await import("../../application/bench/history.ts");
if (options.case === "api")
  show(
    "REST API",
    await measureApi({
      accounts: Number(options.accounts),
      locations: Number(options.locations),
      days: 90,
      readingsPerDay: Number(options.readings),
      seconds: Number(options.seconds ?? 10),
      accountMemoryMb: Number(options.memory),
    }),
  );
const results = [];
for (const [name, size] of Object.entries(cases)) if (is(name)) results.push(await measure(name, size));
if (options.json) console.log(JSON.stringify(results, null, 2));
else print(results);
process.exit(0);

function is(name: string): boolean {
  return options.case === "all" || options.case === name;
}

function show(what: string, result: object): void {
  console.log(`\n${what}\n${JSON.stringify(result, null, 2)}`);
}

async function measure(name: string, size: { customers: number; sensorsPerCustomer: number }) {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  const logPath = join(folder, "refill.log");
  const { chmodSync } = await import("node:fs");
  chmodSync(folder, 0o755);
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
  try {
    return await run(name, size, deployment);
  } finally {
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(
  name: string,
  size: { customers: number; sensorsPerCustomer: number },
  deployment: Deployment,
) {
  say(`\n${size.customers} customers with ${size.sensorsPerCustomer} sensors each`);
  const plans = planLoad({ seed: "bench", ...size });
  const startedAt = performance.now();
  for (const [index, plan] of plans.entries()) {
    const accountId = await deployment.controlPlane.createCustomer({
      slug: `bench-${index}`,
      name: `Bench ${index}`,
      region: "EU",
      demonstration: true,
    });
    const key = await deployment.controlPlane.createApiKey(accountId, { name: "bench", role: "admin" });
    for (const part of importsOf(plan)) await post(deployment, key, part);
  }
  say(`registered in ${secondsSince(startedAt)} s`);
  const load = await startLoad({ plans, udp: { host: "127.0.0.1", port: deployment.udpPort } });
  try {
    return await offer(name, deployment, load);
  } finally {
    load.stop();
  }
}

async function offer(name: string, deployment: Deployment, load: Load) {
  const pids = {
    "network server": deployment.networkServers[0]!.pid()!,
    application: deployment.application.pid()!,
    Postgres: deployment.postgres!.pid()!,
  };
  const cpu = () =>
    Object.fromEntries(Object.entries(pids).map(([who, pid]) => [who, familyCpuSeconds(pid)]));
  const before = cpu();
  const generatorBefore = process.cpuUsage();
  say(`offering ${rate} uplinks/s for ${seconds} s, each heard by two gateways …`);
  const startedAt = performance.now();
  const offered = await load.run({
    ratePerSecond: rate,
    seconds,
    // Stock moves every second message and stays above the minimum, so that no order is made.
    piecesOf: (sensor, n) => 50 + 10 * ((sensor + (n >> 1)) % 5),
  });
  const atEnd = await committed(deployment);
  let last = atEnd;
  let quietSince = performance.now();
  // What is on its way arrives; three quiet seconds mean that nothing more comes.
  while (last < offered.offered && performance.now() - quietSince < 3_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = await committed(deployment);
    if (now > last) quietSince = performance.now();
    last = now;
  }
  const allSeconds = (performance.now() - startedAt) / 1000;
  const after = cpu();
  const generator = process.cpuUsage(generatorBefore);
  const thousands = last / 1000;
  const quantiles = await uplinkToStock(deployment);
  return {
    case: name,
    offeredPerSecond: round(offered.offered / offered.seconds),
    committedPerSecond: round(last / allSeconds),
    uplinks: offered.offered,
    lost: offered.offered - last,
    lateShareOfGenerator: round(offered.lateShare, 4),
    uplinkToStockMs: quantiles,
    behindAtEnd: offered.offered - atEnd,
    cpuSecondsPer1000Uplinks: Object.fromEntries([
      ...Object.entries(after).map(([who, used]) => [who, round((used - before[who]!) / thousands, 3)]),
      ["load generator", round((generator.user + generator.system) / 1e6 / thousands, 3)],
    ]),
    memoryMegabytes: {
      "network server": peakMegabytes(pids["network server"]),
      application: peakMegabytes(pids.application),
      Postgres: sharedMegabytes(family(pids.Postgres)),
    },
    refused: await refused(deployment),
  };
}

async function post(deployment: Deployment, key: string, body: object): Promise<void> {
  const response = await fetch(`${deployment.baseUrl}/api/v1/import`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the import was refused: ${await response.text()}`);
}

async function metricsOf(url: string): Promise<string> {
  return (await fetch(`${url}/metrics`)).text();
}

async function committed(deployment: Deployment): Promise<number> {
  const text = await metricsOf(deployment.baseUrl);
  return Number(/^refill_messages_total\{outcome="stored"\} (\S+)/m.exec(text)?.[1] ?? 0);
}

async function uplinkToStock(deployment: Deployment) {
  const text = await metricsOf(deployment.baseUrl);
  const quantile = (name: string) =>
    round(
      1000 *
        Number(
          new RegExp(`^refill_uplink_to_stock_seconds\\{quantile="${name}"\\} (\\S+)`, "m").exec(text)?.[1],
        ),
    );
  return { p50: quantile("0.5"), p90: quantile("0.9"), p99: quantile("0.99") };
}

async function refused(deployment: Deployment): Promise<Record<string, number>> {
  const text = await metricsOf(`http://127.0.0.1:${deployment.networkServers[0]!.ready.httpPort}`);
  return Object.fromEntries(
    [...text.matchAll(/^refill_frames_refused_total\{reason="([^"]+)"\} (\S+)/gm)].map((match) => [
      match[1]!,
      Number(match[2]),
    ]),
  );
}

function print(all: Awaited<ReturnType<typeof offer>>[]): void {
  for (const result of all) {
    const { uplinkToStockMs: ms, cpuSecondsPer1000Uplinks: cpu, memoryMegabytes: memory } = result;
    const list = (record: Record<string, number>) =>
      Object.entries(record)
        .map(([who, value]) => `${who} ${value}`)
        .join(", ");
    console.log(`
${result.case === "one" ? "1 customer with 20,000 sensors" : "500 customers with 40 sensors each"}
  offered                      ${result.offeredPerSecond} uplinks/s (${result.uplinks})
  committed                    ${result.committedPerSecond} uplinks/s, lost ${result.lost}, still on their way at the end ${result.behindAtEnd}
  datagram to committed stock  p50 ${ms.p50} ms, p90 ${ms.p90} ms, p99 ${ms.p99} ms (200 ms of it wait for further copies)
  CPU seconds per 1,000        ${list(cpu)}
  memory, MB                   ${list(memory)}
  refused                      ${list(result.refused) || "nothing"}
  generator late               ${round(result.lateShareOfGenerator * 100, 2)} % of uplinks by more than 50 ms`);
  }
}

function secondsSince(startedAt: number): number {
  return round((performance.now() - startedAt) / 1000, 1);
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
