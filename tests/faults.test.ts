import { openOwner } from "@refill/database";
import { importsOf, type Load, planLoad, random, startLoad } from "@refill/factory";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDeploymentUnderTest, until } from "./deployment-under-test.ts";

/** Deterministic choices of what is killed and when; set REFILL_TEST_SEED to try others. */
const seed = process.env.REFILL_TEST_SEED ?? "faults";
const dice = random(seed);
const kills = 20;
/** So many that each sends every four seconds: a ring lasts for most of a minute, longer than any restart takes. */
const sensorsPerCustomer = 100;
const plans = planLoad({ seed, customers: 3, sensorsPerCustomer });

let refill: Awaited<ReturnType<typeof startDeploymentUnderTest>>;
let owner: Awaited<ReturnType<typeof openOwner>>;
let customers: Awaited<ReturnType<typeof refill.createCustomer>>[];
let load: Load;

beforeAll(async () => {
  refill = await startDeploymentUnderTest();
  owner = openOwner(refill.deployment.regions[0]!.database, refill.deployment.vault);
  customers = [];
  for (const [index, plan] of plans.entries()) {
    const customer = await refill.createCustomer(`faults-${index}`);
    customers.push(customer);
    for (const part of importsOf(plan)) await refill.call(customer.key, "POST", "/import", part);
  }
  load = await startLoad({ plans, udp: { host: "127.0.0.1", port: refill.deployment.udpPort } });
});
afterAll(async () => {
  load?.stop();
  await owner?.end();
  await refill?.stop();
});

interface DeviceRow {
  device_id: string;
  account_id: string;
  stored: number;
  delivered: number;
}

async function devices(): Promise<DeviceRow[]> {
  const { rows } = await owner.query(
    "select device_id, account_id, (next_sequence - 1)::int as stored, delivered_sequence::int as delivered from network.device join network.counter using (device_id) order by device_id",
  );
  return rows;
}

/** Nothing is collected, queued or on its way any more. */
async function allDelivered(): Promise<boolean> {
  const before = await devices();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = await devices();
  return after.every((row, index) => row.delivered === row.stored && row.stored === before[index]!.stored);
}
const schemaOf = (accountId: string) => `account_${accountId.replaceAll("-", "")}`;

interface Order {
  id: string;
  locationId: string;
  state: string;
  quantity: number;
  purchaseOrder: { id: string };
}
interface Location {
  id: string;
  deviceIds: string[];
  level: { onHand: number } | null;
}

test(`after ${kills} times kill -9 under load, every stored message has reached its stock level, and no order is missing or twice`, {
  timeout: 240_000,
}, async () => {
  const { networkServers, application, postgres } = refill.deployment;
  const victims = [
    ["network server", () => networkServers[0]!.pid()],
    ["application", () => application.pid()],
    ["postgres", () => postgres!.pid()],
  ] as const;
  // Full shelves at first; one after the other falls below its minimum while programs die, and stays there.
  const total = load.sensors.length;
  const pieces = load.sensors.map(() => 80);
  let isRunning = true;
  const sending = (async () => {
    for (let n = 0; isRunning; n++) {
      load.send(n % total, pieces[n % total]!, { confirmed: n % 7 === 0 });
      await new Promise((resolve) => setTimeout(resolve, 12));
    }
  })();
  await until(async () => {
    const all = await Promise.all(
      customers.map(({ key }) => refill.call<{ items: Location[] }>(key, "GET", "/locations?limit=1000")),
    );
    return all.flatMap(({ items }) => items).every(({ level }) => level?.onHand === 80);
  });
  for (let kill = 0; kill < kills; kill++) {
    for (let index = kill; index < total; index += kills) pieces[index] = 20;
    await new Promise((resolve) => setTimeout(resolve, 300 + dice.integer(0, 1200)));
    const [, pidOf] = dice.pick(victims);
    const pid = await until(pidOf, 20);
    process.kill(pid, "SIGKILL");
  }
  // All programs come back by themselves, and each shelf is seen low by two readings that agree.
  await until(async () => {
    const all = await Promise.all(
      customers.map(({ key }) => refill.call<{ items: Location[] }>(key, "GET", "/locations?limit=1000")),
    );
    return all.flatMap(({ items }) => items).every(({ level }) => level?.onHand === 20);
  });
  isRunning = false;
  await sending;
  await until(allDelivered);

  for (const { device_id, account_id, stored } of await devices()) {
    const { rows } = await owner.query(
      `select count(*)::int as n, max(sequence)::int as last from ${schemaOf(account_id)}.measurement where device_id = $1`,
      [device_id],
    );
    expect([device_id, rows[0].last, rows[0].n]).toEqual([device_id, stored, stored]);
    const state = await owner.query(
      `select last_sequence::int as last from ${schemaOf(account_id)}.device_state where device_id = $1`,
      [device_id],
    );
    expect(state.rows[0].last).toBe(stored);
  }
  for (const { key } of customers) {
    const orders = await until(async () => {
      const { items } = await refill.call<{ items: Order[] }>(key, "GET", "/orders?limit=1000");
      return items.every(({ state }) => state === "dispatched") && items;
    });
    expect(new Set(orders.map(({ locationId }) => locationId)).size).toBe(sensorsPerCustomer);
    expect(orders).toHaveLength(sensorsPerCustomer);
    expect(orders.every(({ quantity }) => quantity === 70)).toBe(true);
    const { items: mails } = await refill.call<{ items: { id: string }[] }>(key, "GET", "/mailbox");
    expect(mails.map(({ id }) => id).sort()).toEqual(
      orders.map(({ purchaseOrder }) => purchaseOrder.id).sort(),
    );
  }
});

test("the application away while each sensor sends 14 messages: nothing is lost, and their order is kept", {
  timeout: 120_000,
}, async () => {
  const before = await devices();
  const { application } = refill.deployment;
  // Held, it neither takes a message nor is it started again.
  const pid = await until(() => application.pid());
  process.kill(pid, "SIGSTOP");
  try {
    for (let round = 0; round < 14; round++) {
      for (let sensor = 0; sensor < load.sensors.length; sensor++) load.send(sensor, 20 + (round % 2) * 10);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    await until(async () => {
      const now = new Map((await devices()).map((row) => [row.device_id, row.stored]));
      return before.every((row) => now.get(row.device_id) === row.stored + 14);
    });
  } finally {
    process.kill(pid, "SIGCONT");
  }
  await until(allDelivered);
  for (const { device_id, account_id, stored } of await devices()) {
    const { rows } = await owner.query(
      `select sequence::int as sequence, at from ${schemaOf(account_id)}.measurement where device_id = $1 order by sequence desc limit 14`,
      [device_id],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 14 }, (_, index) => stored - index),
    );
    const times = rows.map(({ at }) => (at as Date).getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  }
});

test("a device's page tells of lost messages only where the ring overwrote some", async () => {
  for (const { key } of customers) {
    const { items } = await refill.call<{ items: { overwritten: number }[] }>(
      key,
      "GET",
      "/devices?limit=1000",
    );
    expect(items.map(({ overwritten }) => overwritten)).toEqual(items.map(() => 0));
  }
});

test("the programs' logs say what happened and hold no key, token or content", async () => {
  const log = refill.log();
  expect(log).toContain("a program ended; it is started again");
  for (const secret of [
    customers[0]!.key,
    plans[0]!.devices[0]!.personalised!.appSKey,
    "orders@load.example",
    "Load part",
  ])
    expect(log).not.toContain(secret);
});
