import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterEach, expect, test } from "vitest";
import {
  connectToNetworkServer,
  NetworkServerAway,
  type NetworkServerConnection,
} from "./application-client.ts";
import { RequestRefused, type Subscriber, serveDelivery, type TlsMaterial } from "./delivery-server.ts";
import type { Request, UplinkMessage } from "./messages.ts";

const authority = makeAuthority();
const networkServerTls = authority.issue("network-server");
const applicationTls = authority.issue("application");

const open: Array<{ close(): Promise<void> }> = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

test("batches arrive in order, the next after the acknowledgement of the one before", async () => {
  const received: number[] = [];
  const { port, nextSubscriber } = await start();
  client(port, async (messages) => {
    received.push(...messages.map((each) => each.sequence));
  });
  const subscriber = await nextSubscriber();
  await subscriber.deliver([message(1), message(2)]);
  expect(received).toEqual([1, 2]);
  await subscriber.deliver([message(3)]);
  expect(received).toEqual([1, 2, 3]);
});

test("a batch whose commit fails is not acknowledged, and comes again on the next connection", async () => {
  const { port, nextSubscriber } = await start();
  let attempts = 0;
  client(port, async () => {
    if (++attempts === 1) throw new Error("the commit failed");
  });
  await expect((await nextSubscriber()).deliver([message(1)])).rejects.toThrow();
  await (await nextSubscriber()).deliver([message(1)]);
  expect(attempts).toBe(2);
});

test("requests are answered, and refusals keep their code", async () => {
  const { port, nextSubscriber } = await start(async (request) => {
    if (request.name === "gateway-status") return [];
    throw new RequestRefused("dev-eui-taken", "0102030405060708 is registered already");
  });
  const application = client(port);
  await nextSubscriber();
  expect(await application.request({ name: "gateway-status", accountId: randomUUID() })).toEqual([]);
  await expect(application.request({ name: "register-devices", devices: [] })).rejects.toMatchObject({
    code: "dev-eui-taken",
  });
});

test("without the network server a request says so at once, and the connection returns by itself", async () => {
  const first = await start();
  const application = client(first.port);
  await first.nextSubscriber();
  const { port } = first;
  await first.server.close();
  await expect.poll(() => application.isConnected()).toBe(false);
  await expect(application.request({ name: "gateway-status", accountId: randomUUID() })).rejects.toThrow(
    NetworkServerAway,
  );
  const second = await start(undefined, port);
  await second.nextSubscriber();
  expect(await application.request({ name: "gateway-status", accountId: randomUUID() })).toBeNull();
});

test("a newer application takes over; the older one gets nothing more", async () => {
  const { port, nextSubscriber } = await start();
  const received: string[] = [];
  const older = client(port, async () => void received.push("older"));
  const olderSubscriber = await nextSubscriber();
  const olderGone = expect.poll(() => olderSubscriber.closed).toBe(true);
  client(port, async () => void received.push("newer"));
  const newer = await nextSubscriber();
  await older.close();
  await olderGone;
  await newer.deliver([message(1)]);
  expect(received).toEqual(["newer"]);
});

test("a certificate of another authority, another program's, or none is turned away", async () => {
  const { port } = await start();
  const stranger = makeAuthority().issue("application");
  expect(await isServed(port, { ...stranger, ca: applicationTls.ca })).toBe(false);
  expect(await isServed(port, networkServerTls)).toBe(false);
  expect(await isServed(port, { ca: applicationTls.ca })).toBe(false);
  expect(await isServed(port, applicationTls)).toBe(true);
});

test.each([
  ["an endless message", frame("x", 0xffffffff)],
  ["text that is not JSON", frame("hello")],
  ["a message that the contract does not know", frame('{"type":"open-sesame"}')],
  [
    "a request with a wrong field",
    frame('{"type":"request","id":1,"request":{"name":"gateway-status","accountId":"../../etc"}}'),
  ],
])("%s ends the connection, and the server goes on", async (_what, bytes) => {
  const { port } = await start();
  const socket = connect({
    ...applicationTls,
    host: "127.0.0.1",
    port,
    servername: "network-server",
  });
  socket.on("error", () => {});
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.once("secureConnect", () => socket.write(bytes));
  await closed;
  expect(await isServed(port, applicationTls)).toBe(true);
});

function message(sequence: number): UplinkMessage {
  return {
    accountId: "00000000-0000-4000-8000-000000000001",
    deviceId: "00000000-0000-4000-8000-000000000002",
    sequence,
    receivedAt: 1_790_000_000_000,
    frameCounter: sequence,
    fPort: 85,
    payload: "A4IsAQ==",
    dataRate: "SF7BW125",
    spreadingFactor: 7,
    frequencyHz: 868_100_000,
    receptions: [{ gatewayEui: "0102030405060708", rssiDbm: -60, snrDb: 9 }],
    framesHeard: 1,
    framesLost: 0,
  };
}

async function start(onRequest: (request: Request) => Promise<unknown> = async () => null, port = 0) {
  const arrived: Subscriber[] = [];
  const wanted: Array<(subscriber: Subscriber) => void> = [];
  const server = serveDelivery({
    tls: networkServerTls,
    onRequest,
    onSubscriber: (subscriber) => {
      const next = wanted.shift();
      if (next) next(subscriber);
      else arrived.push(subscriber);
    },
  });
  open.push({ close: () => server.close().catch(() => {}) });
  const listening = await server.listen(port, "127.0.0.1");
  const nextSubscriber = () => {
    const present = arrived.shift();
    return present ? Promise.resolve(present) : new Promise<Subscriber>((resolve) => wanted.push(resolve));
  };
  return { server, port: listening, nextSubscriber };
}

function client(
  port: number,
  onDeliver: (messages: UplinkMessage[]) => Promise<void> = async () => {},
): NetworkServerConnection {
  const connection = connectToNetworkServer({
    tls: applicationTls,
    addresses: [{ host: "127.0.0.1", port }],
    onDeliver,
  });
  open.push(connection);
  return connection;
}

/** Whether a request over a connection with this material gets an answer. */
function isServed(port: number, tls: Partial<TlsMaterial>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ ...tls, host: "127.0.0.1", port, servername: "network-server" });
    socket.on("error", () => {});
    socket.once("close", () => resolve(false));
    socket.once("data", () => {
      resolve(true);
      socket.destroy();
    });
    const request = { name: "gateway-status", accountId: "00000000-0000-4000-8000-000000000001" };
    socket.once("secureConnect", () =>
      socket.write(frame(JSON.stringify({ type: "request", id: 1, request }))),
    );
  });
}

function frame(text: string, length = Buffer.byteLength(text)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return Buffer.concat([head, Buffer.from(text)]);
}

/** An authority of the test's own, by the openssl command. */
function makeAuthority() {
  const folder = mkdtempSync(join(tmpdir(), "refill-tls-"));
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-days",
    "2",
    "-subj",
    "/CN=test authority",
  );
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  return {
    issue(name: string): TlsMaterial {
      openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
      writeFileSync(join(folder, "extensions"), `subjectAltName=DNS:${name}`);
      const signing = [
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "2",
        "-extfile",
        "extensions",
      ];
      openssl("x509", "-req", "-in", `${name}.csr`, ...signing, "-out", `${name}.pem`);
      return { ca: read("ca.pem"), cert: read(`${name}.pem`), key: read(`${name}.key`) };
    },
  };
}
