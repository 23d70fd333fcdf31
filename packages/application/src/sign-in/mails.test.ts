import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";

/** What people get by e-mail, from a real mail server, outside of the demonstration. */
let app: ApplicationUnderTest;
let server: SMTPServer;
const mails: { to: string; subject: string; text: string; html: string; messageId: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", async () => {
        const {
          subject = "",
          text = "",
          html = "",
          messageId = "",
        } = await PostalMime.parse(Buffer.concat(chunks));
        mails.push({ to: session.envelope.rcptTo[0]!.address, subject, text, html, messageId });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  app = await startApplicationUnderTest({
    isDemonstration: false,
    smtp: { url: `smtp://127.0.0.1:${port}`, from: "Refill <refill@service.example>" },
  });
});
afterAll(async () => {
  await app.stop();
  await new Promise<void>((resolve) => server.close(resolve));
});

const mailTo = (address: string, words: string) =>
  until(() => mails.find(({ to, subject }) => to === address && subject.includes(words)));
const tokenIn = (text: string) => /register#(\S+)/.exec(text)![1]!;

/** A customer whose first admin registered by a mailed link. */
async function plant(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const join = async (email: string, more: object = {}) => {
    const made = await call("POST", "/invitations", { emails: [email], role: "user", ...more });
    expect(made.status).toBe(201);
    const mail = await mailTo(email, "Refill");
    const browser = app.browser();
    const registered = await browser.register(tokenIn(mail.text), "Ivo", email);
    expect(registered.status).toBe(201);
    return { browser, mail, member: registered.body };
  };
  return { ...own, call, join };
}

test("an invitation arrives in the person's language, and whoever comes by it has the address", async () => {
  const { call, join } = await plant("mailed");
  const { mail, member } = await join("ivo@acme.example", { language: "de" });
  expect(mail).toMatchObject({
    subject: "Einladung zu Refill von Customer mailed",
    html: expect.stringContaining('<a href="http://localhost:'),
    messageId: expect.stringMatching(/^<invitation-.*@refill>$/),
  });
  expect(member).toMatchObject({ isEmailConfirmed: true, language: "de" });
  const [invitation] = (await call("GET", "/invitations")).body.items;
  expect(invitation).toMatchObject({ state: "used", mailedAt: expect.any(String), mailProblem: null });
});

test("who has a link that was not mailed proves the address by a code", async () => {
  const { registrationToken } = await plant("code");
  const token = await registrationToken();
  expect((await app.request("GET", `/api/v1/registration/${token}`)).body.needsAddressCode).toBe(true);
  const browser = app.browser();
  const email = "ada@acme.example";
  expect((await browser.register(token, "Ada", email)).body.errors[0].field).toBe("addressCode");
  expect((await browser.api("POST", `/registration/${token}/code`, { email })).status).toBe(204);
  const [, code] = /Ihr Code|your code is (\d{4} \d{4})/.exec((await mailTo(email, "code")).subject)!;
  const outcome = async (own: typeof browser, addressCode: string, address = email) =>
    (await own.register(token, "Ada", address, { addressCode })).status;
  expect(await outcome(browser, "00000000")).toBe(422);
  // In another browser, and for another address, it proves nothing.
  expect(await outcome(app.browser(), code!)).toBe(422);
  expect(await outcome(browser, code!, "eve@acme.example")).toBe(422);
  const made = await browser.register(token, "Ada", email, { addressCode: code });
  expect([made.status, made.body.isEmailConfirmed]).toEqual([201, true]);
});

test("a code of an address can't be guessed", async () => {
  const { registrationToken } = await plant("guess");
  const token = await registrationToken();
  const browser = app.browser();
  const email = "bob@acme.example";
  await browser.api("POST", `/registration/${token}/code`, { email });
  const { subject } = await mailTo(email, "code");
  for (let n = 0; n < 10; n++) await browser.register(token, "Bob", email, { addressCode: String(n) });
  const [, code] = /is (\d{4} \d{4})/.exec(subject)!;
  expect((await browser.register(token, "Bob", email, { addressCode: code })).status).toBe(422);
});

test("who lost the passkey has a link mailed, which needs a recovery code as well; others learn nothing", async () => {
  const { call, join } = await plant("lost");
  const email = "uma@acme.example";
  const { browser, member } = await join(email);
  const ask = async (address: string) =>
    (await app.browser().api("POST", "/sign-in/recovery", { email: address })).status;
  // Without a second factor there is no way but an admin.
  expect(await ask(email)).toBe(202);
  const { codes } = (await browser.api("POST", "/profile/recovery-codes")).body;
  expect([await ask(email), await ask("nobody@acme.example")]).toEqual([202, 202]);
  const mail = await mailTo(email, "new way to sign in");
  const token = tokenIn(mail.text);
  expect((await app.request("GET", `/api/v1/registration/${token}`)).body).toMatchObject({
    needsCode: true,
    memberName: "Ivo",
  });
  const fresh = app.browser();
  expect((await fresh.register(token, "Ivo", email)).status).toBe(422);
  expect((await fresh.register(token, "Ivo", email, { recoveryCode: "aaaa-bbbb-cccc" })).status).toBe(422);
  const entered = await fresh.register(token, "Ivo", email, { recoveryCode: codes[3] });
  expect(entered.body).toMatchObject({ id: member.id });
  expect((await fresh.api("GET", "/profile")).body).toMatchObject({ passkeys: 2, recoveryCodesLeft: 9 });
  expect((await call("GET", "/invitations")).body.items).toHaveLength(1);
  expect(mails.filter(({ to }) => to === "nobody@acme.example")).toEqual([]);
  expect(mails.filter(({ to, subject }) => to === email && subject.includes("new way")).length).toBe(1);
});

test("a sign-in from a new device is told with device, place and time", async () => {
  const { join } = await plant("device");
  const email = "eva@acme.example";
  const { browser } = await join(email);
  const other = app.browser(
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
  );
  other.authenticator = browser.authenticator;
  await other.signIn();
  const { text } = await mailTo(email, "new device");
  expect(text).toMatch(/Safari on iOS, from 127\.0\.0\.1, .* UTC/);
  expect(text).toContain("/profile");
});
