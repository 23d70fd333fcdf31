/**
 * What history costs: 10,000 locations with 72 readings a day are summed, drawn and exported by the real application on a
 * real Postgres. Run by `node packages/application/bench/history.ts [--locations n] [--measurements n]`; never fails on a time.
 */
import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { DAY_MS, dayOf, HOUR_MS } from "@refill/replenishment";
import type { AccountChange } from "../src/accounts/account-change.ts";
import { systemActor } from "../src/accounts/actor.ts";
import { lane, reading, startApplicationUnderTest, until } from "../src/application-under-test.ts";

const { values } = parseArgs({
  options: {
    locations: { type: "string", default: "10000" },
    measurements: { type: "string", default: "1000000" },
  },
});
const locationCount = Number(values.locations);
const measurementCount = Number(values.measurements);
const perDay = 72;
const chartDays = 90;
/** Yesterday is over by two hours. */
const today = dayOf(Date.now() - 2 * HOUR_MS);
const say = (text: string) => console.log(text);

const app = await startApplicationUnderTest({ application: { historyEveryMs: 500 } });
const { accountId, adminKey } = await app.createCustomer("history");
const { store } = app.accounts;
const { ids, body } = lane();
await app.request("POST", "/api/v1/import", { key: adminKey, body });
await store.readNow(accountId);
const places = await store.change(accountId, systemActor, makePlaces);

say(`${locationCount} locations, ${perDay} readings a day`);
const yesterday = today - DAY_MS;
let rows = 0;
for (let n = 0; n < perDay; n++) await insert(yesterday + (n * DAY_MS) / perDay, n, places);
say(`${rows} readings of yesterday written`);

await whileProbing("summing yesterday", async () => {
  const started = performance.now();
  await summed();
  const seconds = (performance.now() - started) / 1000;
  say(`summed in ${seconds.toFixed(1)} s: ${Math.round(rows / seconds)} readings/s`);
});

const [drawn] = places as [Place];
for (let n = 2; n <= chartDays; n++)
  for (let k = 0; k < perDay; k++)
    await insert(today - n * DAY_MS + (k * DAY_MS) / perDay, n * perDay + k, [drawn]);
await summed();
const from = new Date(today - chartDays * DAY_MS).toISOString();
const chart = `/api/v1/locations/${drawn.locationId}/measurements?resolution=hour&limit=5000&from=${from}`;
const first = await app.request("GET", chart, { key: adminKey });
say(`chart of ${chartDays} days by hour: ${first.body.items.length} items, ${await timed(chart)}`);
say(`the same by day: ${await timed(chart.replace("=hour", "=day"))}`);
for (const path of [
  "/api/v1/stock?limit=100",
  "/api/v1/stock/locations?limit=100",
  "/api/v1/stock/locations?limit=1000",
])
  say(`${path}: ${await timed(path)}`);
for (const limit of [100, 1000]) {
  const started = performance.now();
  await app.request("GET", `/api/v1/planning/locations?limit=${limit}`, { key: adminKey });
  say(`planning, ${limit} locations, not kept yet: ${(performance.now() - started).toFixed(0)} ms`);
}

for (let n = perDay; rows < measurementCount; n++)
  await insert(today - 100 * DAY_MS + n * 60_000, 100_000 + n, places);
const made = await app.request("POST", "/api/v1/exports", {
  key: adminKey,
  body: { format: "ndjson", resources: ["sites", "parts", "devices", "locations", "stock", "measurements"] },
});
await whileProbing("exporting", async () => {
  const started = performance.now();
  const response = await fetch(`${app.baseUrl}/api/v1/exports/${made.body.id}/content`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  let bytes = 0;
  let end = "";
  for await (const chunk of response.body!) {
    bytes += chunk.length;
    end = Buffer.from(chunk).toString("utf8").slice(-300);
  }
  const seconds = (performance.now() - started) / 1000;
  say(`exported ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s; ${end.trim().split("\n").at(-1)}`);
});
await app.stop();

/** Until the application has gone through the account from its first day on. */
async function summed(): Promise<void> {
  await app.owner.query("delete from directory.history");
  await until(async () => {
    const { rows } = await app.owner.query(
      "select 1 from directory.history where account_id = $1 and finished_for is not null",
      [accountId],
    );
    return rows.length > 0;
  });
}

interface Place {
  deviceId: string;
  locationId: string;
}

function makePlaces(change: AccountChange): Place[] {
  const device = change.get("device", ids.device)!;
  const location = change.get("location", ids.location)!;
  return Array.from({ length: locationCount }, (_, n) => {
    const deviceId = randomUUID();
    const locationId = randomUUID();
    change.put("device", { ...device, id: deviceId, devEui: n.toString(16).padStart(16, "0") });
    change.put("location", { ...location, id: locationId, name: `L-${n}`, deviceIds: [deviceId] });
    return { deviceId, locationId };
  });
}

async function insert(at: number, sequence: number, where: readonly Place[]): Promise<void> {
  const { sealer } = await store.read(accountId);
  const onHand = 90 - (sequence % 80);
  await store.query(accountId, (tx) =>
    tx.query(
      `insert into measurement (device_id, sequence, location_id, at, sealed)
       select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::bytea[])`,
      [
        where.map(({ deviceId }) => deviceId),
        where.map(() => sequence),
        where.map(({ locationId }) => locationId),
        where.map(() => new Date(at).toISOString()),
        where.map(({ deviceId }) =>
          sealer.seal("measurement", `${deviceId}/${sequence}`, {
            v: 1,
            onHand,
            distanceMm: 1200 - onHand * 10,
            fault: null,
            consumption: 1,
          }),
        ),
      ],
    ),
  );
  rows += where.length;
}

async function timed(path: string): Promise<string> {
  const times: number[] = [];
  for (let n = 0; n < 100; n++) {
    const started = performance.now();
    await app.request("GET", path, { key: adminKey });
    times.push(performance.now() - started);
  }
  return `median ${quantile(times, 0.5)} ms, 99 % ${quantile(times, 0.99)} ms`;
}

function quantile(times: number[], share: number): string {
  return times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!.toFixed(1);
}

/** What a reader beside it notices, asking from another thread; and messages, 20 a second. */
async function whileProbing(name: string, work: () => Promise<void>): Promise<void> {
  const probe = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     const times = []; let isOver = false;
     parentPort.on("message", () => { isOver = true; });
     (async () => {
       while (!isOver) {
         const started = performance.now();
         const answer = await fetch(workerData.url, { headers: { authorization: "Bearer " + workerData.key } });
         await answer.text();
         times.push(performance.now() - started);
         await new Promise((resolve) => setTimeout(resolve, 10));
       }
       parentPort.postMessage(times); parentPort.close();
     })();`,
    {
      eval: true,
      workerData: { url: `${app.baseUrl}/api/v1/locations/${places[0]!.locationId}`, key: adminKey },
    },
  );
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  let isOver = false;
  const messages: number[] = [];
  let sequence = Math.round(performance.now()) + 1_000_000;
  const traffic = (async () => {
    while (!isOver) {
      const started = performance.now();
      await app.deliver([reading(accountId, places[1]!.deviceId, ++sequence, 50, Date.now())]);
      messages.push(performance.now() - started);
      await sleep(50);
    }
  })();
  await work();
  isOver = true;
  await traffic;
  delay.disable();
  probe.postMessage("over");
  const times = await new Promise<number[]>((resolve) => probe.once("message", resolve));
  say(
    `while ${name}: requests median ${quantile(times, 0.5)} ms, 99 % ${quantile(times, 0.99)} ms (${times.length}); ` +
      `messages median ${quantile(messages, 0.5)} ms, 99 % ${quantile(messages, 0.99)} ms (${messages.length}); ` +
      `event loop 99 % ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms; ` +
      `memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}
