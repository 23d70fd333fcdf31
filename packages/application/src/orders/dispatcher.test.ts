import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function ordered(app: ApplicationUnderTest, dispatch: object) {
  const customer = await app.createCustomer("acme");
  const { ids, body } = lane({ dispatch });
  const made = await app.request("POST", "/api/v1/import", { key: customer.adminKey, body });
  expect(made.status).toBe(201);
  await app.deliver(
    [80, 80, 20, 20].map((pieces, index) => reading(customer.accountId, ids.device, index + 1, pieces)),
  );
  const get = async () =>
    (await app.request("GET", "/api/v1/orders", { key: customer.adminKey })).body.items[0];
  return { customer, get };
}

test("a webhook that is away is tried again, over a restart too, with the same id; what went wrong is shown", async () => {
  const ids: string[] = [];
  let status = 503;
  const server = createServer((request, response) => {
    ids.push(String(request.headers["webhook-id"]));
    request.resume();
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const app = await startApplicationUnderTest();
  closing.push(() => app.stop());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
  const { get } = await ordered(app, { kind: "webhook", url });
  const failed = await until(async () => {
    const order = await get();
    return order.dispatchProblem && order;
  });
  expect(failed).toMatchObject({ state: "placed", dispatchProblem: expect.stringContaining("answered 503") });
  expect(failed.events.at(-1).cause).toContain("not sent");
  await app.restart();
  status = 200;
  const sent = await until(async () => {
    const order = await get();
    return order.state === "dispatched" && order;
  });
  expect(sent).toMatchObject({ dispatchProblem: null });
  expect(new Set(ids)).toEqual(new Set([sent.purchaseOrder.id]));
  expect(ids.length).toBeGreaterThanOrEqual(2);
});

test("a supplier that refuses for good is not asked again until somebody sends the order again", async () => {
  let requests = 0;
  let status = 410;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const app = await startApplicationUnderTest();
  closing.push(() => app.stop());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
  const { get, customer } = await ordered(app, { kind: "webhook", url });
  const { id } = await until(async () => {
    const order = await get();
    return order.dispatchProblem && order;
  });
  status = 200;
  const again = await app.request("POST", `/api/v1/orders/${id}/dispatch`, { key: customer.adminKey });
  expect(again.status).toBe(200);
  await until(async () => (await get()).state === "dispatched");
  expect(requests).toBe(2);
});

test("what went wrong with a reminder is shown until the reminder arrives", async () => {
  let status = 200;
  const types: string[] = [];
  const server = createServer(async (request, response) => {
    const { type } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { type: string };
    if (status === 200) types.push(type);
    response.writeHead(status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const app = await startApplicationUnderTest();
  closing.push(() => app.stop());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
  const { get, customer } = await ordered(app, { kind: "webhook", url });
  const key = customer.adminKey;
  const { id, supplierId } = await until(async () => {
    const order = await get();
    return order.state === "dispatched" && order;
  });
  status = 503;
  await app.request("PATCH", `/api/v1/suppliers/${supplierId}`, { key, body: { chaseAfterDays: 1 } });
  const promise = { date: "2020-01-31" };
  const confirmed = await app.request("POST", `/api/v1/orders/${id}/confirm`, { key, body: promise });
  expect(confirmed.status).toBe(200);
  const failed = await until(async () => {
    const order = await get();
    return order.dispatchProblem && order;
  });
  expect(failed).toMatchObject({ isLate: true, chasedAt: expect.any(String) });
  status = 200;
  await until(async () => types.length === 2);
  expect(types).toEqual(["order.placed", "order.late"]);
  await until(async () => (await get()).dispatchProblem === null);
});

test("outside the demonstration an order goes by the mail server, and there is no mailbox and no private webhook", async () => {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        mails.push(text);
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  closing.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const app = await startApplicationUnderTest({
    isDemonstration: false,
    publicUrl: "https://refill.example",
    smtp: { url: `smtp://127.0.0.1:${port}`, from: "Refill <orders@refill.example>" },
  });
  closing.push(() => app.stop());
  const { get, customer } = await ordered(app, { kind: "email", address: "orders@bolts.example" });
  await until(async () => (await get()).state === "dispatched");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain("To: orders@bolts.example");
  // The link leads to the public address, and cookies travel by HTTPS only.
  expect(mails[0]!.replaceAll("=\r\n", "")).toContain("https://refill.example/supplier/confirm#rfc_");
  const begun = await app.request("POST", "/api/v1/sign-in/passkey-options");
  expect(begun.headers.get("set-cookie")).toMatch(/^__Host-refill-flow=.*; Secure$/);
  const key = customer.adminKey;
  expect((await app.request("GET", "/api/v1/mailbox", { key })).status).toBe(404);
  const hook = { name: "Hooks", leadTimeDays: 1, dispatch: { kind: "webhook", url: "http://127.0.0.1:9/" } };
  const refused = await app.request("POST", "/api/v1/suppliers", { key, body: hook });
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, "dispatch.url"]);
});
