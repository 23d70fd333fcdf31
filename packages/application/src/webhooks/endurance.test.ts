import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { lane, reading, startApplicationUnderTest, until } from "../application-under-test.ts";
import { startReceiver } from "./receiver-under-test.ts";
import type { DeliveryPlan } from "./retry-plan.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(webhookPlan: Partial<DeliveryPlan>, ...answer: Parameters<typeof startReceiver>) {
  const receiver = await startReceiver(...answer);
  closing.push(receiver.close);
  const app = await startApplicationUnderTest({
    webhookPlan: { lookMs: 300, ...webhookPlan },
    application: { holdMs: 1_000 },
  });
  closing.push(() => app.stop());
  const customer = await app.createCustomer("acme");
  const request = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: customer.adminKey, body });
  const made = await request("POST", "/webhooks", { url: receiver.url, events: ["site.created"] });
  return { app, customer, receiver, request, webhook: made.body as { id: string } };
}
const names = (receiver: { received: { data: { name: string } }[] }) =>
  new Set(receiver.received.map(({ data }) => data.name));

test("a webhook of which every attempt fails for long is switched off with the reason", async () => {
  const { request, webhook } = await start(
    { retryAfterMs: Array(50).fill(200), disableAfterMs: 800 },
    () => 500,
  );
  await request("POST", "/sites", { name: "Hall 1" });
  const off = await until(async () => {
    const { body } = await request("GET", `/webhooks/${webhook.id}`);
    return !body.enabled && body;
  });
  expect(off.disabledReason).toMatch(/every attempt failed since .*; the last one: .* answered 500/);
  // What still waited is not sent, but stays in the log, from where it can be sent again.
  await until(async () => {
    const { items } = (await request("GET", `/webhooks/${webhook.id}/deliveries`)).body;
    return items[0].state === "failed";
  });
});

test("one success between failures keeps a webhook on", async () => {
  let count = 0;
  const { request, webhook } = await start({ retryAfterMs: [400], disableAfterMs: 700 }, () =>
    ++count % 2 === 0 ? 200 : 500,
  );
  for (let n = 0; n < 3; n++) {
    await request("POST", "/sites", { name: `Hall ${n}` });
    await until(() => count === 2 * (n + 1));
    await until(async () => {
      const { body } = await request("GET", `/webhooks/${webhook.id}`);
      return body.failingSince === null;
    });
  }
  expect((await request("GET", `/webhooks/${webhook.id}`)).body.enabled).toBe(true);
});

test("events and deliveries are removed after their time, also when the webhook is gone", async () => {
  const { request, webhook, app, customer } = await start({ keptMs: 1 });
  const count = async () => {
    const { rows } = await app.accounts.store.query(customer.accountId, (tx) =>
      tx.query<{ n: number }>(
        "select (select count(*) from webhook_event)::int + (select count(*) from webhook_delivery)::int as n",
      ),
    );
    return rows[0]!.n;
  };
  await request("POST", "/sites", { name: "Hall 1" });
  await request("DELETE", `/webhooks/${webhook.id}`);
  await until(async () => (await count()) === 0);
});

test("a Postgres that is killed in the middle loses no event, and the application goes on", async () => {
  const { request, app, receiver } = await start({ retryAfterMs: [100, 100] });
  for (let n = 0; n < 12; n++) {
    await request("POST", "/sites", { name: `Hall ${n}` });
    if (n === 5) process.kill(app.postgres.pid()!, "SIGKILL");
  }
  // Who was refused with 503 meanwhile tries again.
  await until(async () => (await request("POST", "/sites", { name: "Last" })).status === 201);
  const { items } = (await request("GET", "/sites")).body;
  await until(() => names(receiver).size === new Set(items.map(({ name }: { name: string }) => name)).size);
  expect(names(receiver)).toEqual(new Set(items.map(({ name }: { name: string }) => name)));
});

test("while the key vault is away, events wait and live readers stay; afterwards both go on", async () => {
  let status = 500;
  const { request, app, customer, receiver } = await start(
    { retryAfterMs: Array(50).fill(300) },
    () => status,
  );
  const stream = await fetch(`${app.baseUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${customer.adminKey}` },
  });
  let text = "";
  const decoder = new TextDecoder();
  const reading = (async () => {
    for await (const chunk of stream.body!) text += decoder.decode(chunk, { stream: true });
  })();
  await until(() => text.includes("event: ready"));
  await request("POST", "/sites", { name: "Hall 1" });
  await until(() => receiver.received.length > 0);
  const [here, elsewhere] = [join(app.folder, "keys"), join(app.folder, "keys-elsewhere")];
  renameSync(here, elsewhere);
  await app.vault.check().catch(() => {});
  // Longer than opened accounts are held.
  await until(async () => (await request("GET", "/sites")).status === 503);
  const before = receiver.received.length;
  renameSync(elsewhere, here);
  await app.vault.check().catch(() => {});
  status = 200;
  const told = text.length;
  await until(() => receiver.received.length > before);
  await until(async () => (await request("POST", "/sites", { name: "Hall 2" })).status === 201);
  await until(() => names(receiver).has("Hall 2"));
  await until(() => /event: (site|refresh)/.test(text.slice(told)));
  await app.stop();
  closing.pop();
  await reading;
});

test("a restart in the middle of many deliveries loses none", async () => {
  const { request, app, receiver } = await start({}, ({ data }, response) => {
    setTimeout(() => response.writeHead(204).end(), data.name.length);
    return undefined;
  });
  const sites = Array.from({ length: 300 }, (_, n) => ({ id: crypto.randomUUID(), name: `Hall ${n}` }));
  await request("POST", "/import", { sites });
  await until(() => receiver.received.length > 20);
  await app.restart();
  await until(() => names(receiver).size === 300);
});

test("telemetry of an account with a webhook that wants none of it leaves no event", async () => {
  const { app, customer, request } = await start({});
  const { ids, body } = lane();
  await request("POST", "/import", body);
  await app.deliver([1, 2, 3].map((n) => reading(customer.accountId, ids.device, n, 80)));
  const { rows } = await app.accounts.store.query(customer.accountId, (tx) =>
    tx.query<{ n: number }>("select count(*)::int as n from webhook_event"),
  );
  expect(rows[0]!.n).toBe(1);
});
