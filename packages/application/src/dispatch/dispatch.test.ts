import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { isPublicAddress } from "./address-class.ts";
import { openMailer } from "./mail.ts";
import { type OrderFacts, writeEmail, writeOrderWebhook } from "./order-message.ts";
import { checkWebhookUrl, newWebhookSecret, sendWebhook, signWebhook } from "./webhook.ts";

const facts: OrderFacts = {
  orderId: "0b8c3ff1-6f4d-4f0b-9d5f-0e3a4c6f7a11",
  orderNumber: 42,
  customerName: "Müller & Söhne",
  siteName: "Hall 1",
  deliveryAddress: "",
  timeZone: "Europe/Berlin",
  dueAt: null,
  currency: "EUR",
  supplierName: "Bolt Brothers",
  createdAt: "2026-11-24T10:00:00.000Z",
  confirmUrl: "https://refill.example/supplier/confirm#rfc_token",
  lines: [
    {
      orderId: "5f9d5bb5-3c2c-4c1c-9c19-3f5d34a0a3c1",
      number: 42,
      locationName: "A-01-1",
      partNumber: "M6-20",
      partName: 'Screw <b>"M6"</b>',
      unit: "pcs",
      quantity: 60,
      unitPrice: null,
      isUrgent: false,
      deliveries: [],
    },
  ],
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function receiver(answer: (request: IncomingMessage, body: string) => number) {
  const requests: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      requests.push({ headers: request.headers, body });
      const status = answer(request, body);
      response
        .writeHead(status, status === 302 ? { location: "http://127.0.0.1:1/" } : {})
        .end("x".repeat(200_000));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`, requests };
}

const webhook = (url: string, secret = newWebhookSecret()) =>
  sendWebhook({ url, secret, id: facts.orderId, body: writeOrderWebhook(facts), mayReachPrivate: true });

async function mailServer(onRecipient?: (address: string) => Error | undefined) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(onRecipient?.(address)),
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
  const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "Refill <orders@refill.example>" });
  closing.push(
    () => mailer.close(),
    () => new Promise<void>((resolve) => server.close(resolve)),
  );
  return { mailer, mails };
}

test("an order arrives as an e-mail that a person can read, with the same Message-ID each time", async () => {
  const { mailer, mails } = await mailServer();
  const mail = { messageId: facts.orderId, to: "orders@bolts.example", ...writeEmail("order", facts) };
  await mailer.send(mail);
  await mailer.send(mail);
  const [first, second] = await Promise.all(mails.map((each) => PostalMime.parse(each)));
  expect(first!.to).toMatchObject([{ address: "orders@bolts.example" }]);
  expect(first!.subject).toBe("Order 42 from Müller & Söhne: 60 pcs M6-20");
  expect(first!.text).toContain("https://refill.example/supplier/confirm#rfc_token");
  expect(first!.text).toContain("60 pcs");
  expect(first!.html).toContain("&lt;b&gt;");
  expect(first!.messageId).toBe(second!.messageId);
});

test("a refused address is permanent, a mail server that is away is not", async () => {
  const { mailer } = await mailServer(() => Object.assign(new Error("no such user"), { responseCode: 550 }));
  const mail = { messageId: "1", to: "nobody@bolts.example", subject: "s", text: "t", html: "h" };
  await expect(mailer.send(mail)).rejects.toMatchObject({ isPermanent: true });
  const away = openMailer({ smtpUrl: "smtp://secret-user:secret-password@127.0.0.1:1", from: "a@b.example" });
  const failure = await away.send(mail).then(
    () => undefined,
    (error: Error & { isPermanent: boolean }) => error,
  );
  expect(failure).toMatchObject({ isPermanent: false });
  expect(failure!.message).not.toContain("secret");
  away.close();
});

test("no name of a part or customer can add a header or a line to the mail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (name) => {
      const { subject } = writeEmail("order", {
        ...facts,
        customerName: name,
        lines: [{ ...facts.lines[0]!, partNumber: `${name}\r\nBcc: a@b.example` }],
      });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(subject).not.toMatch(/[\u0000-\u001f\u007f]/);
    }),
  );
});

test("a webhook carries the order's id as its idempotency key and a signature that the receiver can check", async () => {
  const { url, requests } = await receiver(() => 204);
  const secret = newWebhookSecret();
  await webhook(url, secret);
  const { headers, body } = requests[0]!;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  expect(headers["webhook-id"]).toBe(facts.orderId);
  expect(headers["webhook-signature"]).toBe(
    `v1,${createHmac("sha256", key).update(signed).digest("base64")}`,
  );
  expect(JSON.parse(body)).toMatchObject({
    type: "order.placed",
    data: { lines: [{ quantity: 60, part: { number: "M6-20" } }], order: { number: 42 } },
  });
});

test("the signature is that of the published example", () => {
  // Standard Webhooks reference implementation, its own test vector.
  expect(
    signWebhook(
      "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      "msg_p5jXN8AQM9LWM0D4loKWxJek",
      1614265330,
      '{"test": 2432232314}',
    ),
  ).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test.each([
  [500, false],
  [503, false],
  [429, false],
  [400, true],
  [410, true],
  [302, true],
])("an answer of %i is permanent: %s", async (status, isPermanent) => {
  const { url } = await receiver(() => status);
  await expect(webhook(url)).rejects.toMatchObject({ isPermanent });
});

test("a receiver that is away is tried again later", async () => {
  await expect(webhook("http://127.0.0.1:1/")).rejects.toMatchObject({ isPermanent: false });
});

test("a webhook reaches the internet only: private, local and mapped addresses are refused", async () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  for (const url of [
    "http://supplier.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://localhost/",
    "https://user:password@supplier.example/",
    "ftp://supplier.example/",
    "nonsense",
    "https://2130706433/",
    "https://0x7f.1/",
  ])
    expect([url, checkWebhookUrl(url, false)]).toEqual([url, expect.any(String)]);
  expect(checkWebhookUrl("https://supplier.example/orders", false)).toBeUndefined();
  const { url, requests } = await receiver(() => 200);
  await expect(
    sendWebhook({ url, secret: newWebhookSecret(), id: "1", body: {}, mayReachPrivate: false }),
  ).rejects.toMatchObject({ isPermanent: true });
  await expect(
    sendWebhook({
      url: "https://localhost.localdomain:1/",
      secret: newWebhookSecret(),
      id: "1",
      body: {},
      mayReachPrivate: false,
    }),
  ).rejects.toThrow();
  expect(requests).toHaveLength(0);
});
