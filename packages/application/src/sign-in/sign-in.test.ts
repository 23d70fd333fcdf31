import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AccountChange } from "../accounts/account-change.ts";
import { systemActor } from "../accounts/actor.ts";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";
import { AuthenticatorUnderTest } from "./authenticator-under-test.ts";
import type { BrowserUnderTest } from "./browser-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, ...(body === undefined ? {} : { body }) });
  const set = () => app.accounts.store.readNow(own.accountId);
  return { ...own, call, set, member: (name: string) => app.member(own.accountId, "user", name) };
}

const codeOf = (secret: string, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

/** A code that was not used yet: those of the step before and after this one are taken, too. */
const nextCode = (secret: string) => codeOf(secret, Date.now() + 30_000);

async function setUpAuthenticator(browser: BrowserUnderTest): Promise<string> {
  const { secret, uri } = (await browser.api("POST", "/profile/authenticator/secret")).body;
  expect(uri).toMatch(/^otpauth:\/\/totp\/Refill:/);
  expect((await browser.api("POST", "/profile/authenticator", { code: "000000" })).status).toBe(422);
  expect((await browser.api("POST", "/profile/authenticator", { code: codeOf(secret) })).status).toBe(204);
  return secret;
}

const session = (browser: BrowserUnderTest) => browser.api("GET", "/session");
/** What only time would bring about. */
async function alter(accountId: string, work: (change: AccountChange) => void) {
  await app.accounts.store.readNow(accountId);
  await app.accounts.store.change(accountId, systemActor, work);
}

/** The session was begun long ago: nobody was asked lately. */
const forgetConfirmation = (accountId: string, memberId: string) =>
  alter(accountId, (change) => {
    for (const each of [...change.all("session")])
      if (each.memberId === memberId) change.put("session", { ...each, confirmedAt: 0 });
  });

test("a member signs in by passkey in another browser, without naming itself, and out again", async () => {
  const { member } = await customer("passkey");
  const ivo = await member("Ivo");
  const other = app.browser();
  expect((await session(other)).status).toBe(401);
  other.authenticator = ivo.browser.authenticator;
  expect((await other.signIn()).body).toEqual({ state: "signed-in", returnTo: "/" });
  expect((await session(other)).body).toMatchObject({ member: { id: ivo.id, name: "Ivo" }, kind: "member" });
  expect((await other.api("POST", "/session/end")).body).toEqual({ url: null });
  expect((await session(other)).status).toBe(401);
  expect((await session(ivo.browser)).status).toBe(200);
});

test("a passkey's answer counts once, in the browser that asked for it, for this page and its own member only", async () => {
  const { member } = await customer("passkey-attacks");
  const ivo = await member("Ivo");
  const eve = await member("Eve");
  const thief = app.browser();
  const options = await ivo.browser.api("POST", "/sign-in/passkey-options");
  const answer = ivo.browser.authenticator.get(options.body);
  const outcome = async (browser: BrowserUnderTest, passkey: unknown) =>
    (await browser.api("POST", "/sign-in/passkey", { passkey })).status;
  expect(await outcome(thief, answer)).toBe(410);
  await thief.api("POST", "/sign-in/passkey-options");
  expect(await outcome(thief, answer)).toBe(401);
  const flow = [...ivo.browser.cookies].find(([name]) => name.includes("flow"))!;
  expect(await outcome(ivo.browser, answer)).toBe(200);
  expect(await outcome(ivo.browser, answer)).toBe(410);
  // The cookie of the sign-in that was finished, put back.
  const replaying = app.browser();
  replaying.cookies.set(...flow);
  expect(await outcome(replaying, answer)).toBeGreaterThanOrEqual(401);
  const next = (await eve.browser.api("POST", "/sign-in/passkey-options")).body;
  const own = eve.browser.authenticator.get(next);
  const claimed = { ...own, response: { ...own.response, userHandle: answer.response.userHandle } };
  expect(await outcome(eve.browser, claimed)).toBe(401);
  for (const userHandle of ["", "AAAA", Buffer.from("EU 0 0").toString("base64url"), undefined])
    expect(await outcome(eve.browser, { ...own, response: { ...own.response, userHandle } })).toBe(401);
  const phishing = new AuthenticatorUnderTest(() => "https://refill.evil.example");
  const registered = phishing.create((await eve.browser.api("POST", "/profile/passkey-options")).body);
  expect(
    (await eve.browser.api("POST", "/profile/passkeys", { name: "x", passkey: registered })).status,
  ).toBe(401);
  const careless = new AuthenticatorUnderTest(() => app.pageUrl, { userVerified: false });
  const unasked = careless.create((await eve.browser.api("POST", "/profile/passkey-options")).body);
  expect((await eve.browser.api("POST", "/profile/passkeys", { name: "x", passkey: unasked })).status).toBe(
    401,
  );
});

test("a passkey whose counter goes back is a copy, and refused", async () => {
  const { member, accountId } = await customer("copy");
  const ivo = await member("Ivo");
  await ivo.browser.signIn();
  await alter(accountId, (change) => {
    for (const passkey of [...change.all("passkey")]) change.put("passkey", { ...passkey, counter: 900 });
  });
  expect((await ivo.browser.signIn()).status).toBe(401);
});

test("passkeys are added, named and removed; the last way in stays", async () => {
  const { member } = await customer("passkeys");
  const { browser } = await member("Ivo");
  const phone = new AuthenticatorUnderTest(() => app.pageUrl);
  const made = phone.create((await browser.api("POST", "/profile/passkey-options")).body);
  const { body } = await browser.api("POST", "/profile/passkeys", { name: "Phone", passkey: made });
  expect((await browser.api("PATCH", `/profile/passkeys/${body.id}`, { name: "My phone" })).body.name).toBe(
    "My phone",
  );
  const listed = (await browser.api("GET", "/profile/passkeys")).body.items;
  expect(listed.map(({ name }: { name: string }) => name).sort()).toEqual(["My phone", "Passkey"]);
  expect(JSON.stringify(listed)).not.toMatch(/publicKey|credentialId/);
  const laptop = listed.find(({ name }: { name: string }) => name === "Passkey");
  expect((await browser.api("DELETE", `/profile/passkeys/${laptop.id}`)).status).toBe(204);
  expect((await browser.signIn()).status).toBe(401);
  const last = await browser.api("DELETE", `/profile/passkeys/${body.id}`);
  expect(last.body.type).toBe("urn:refill:problem:last-way-in");
  const stranger = await member("Eve");
  expect((await stranger.browser.api("DELETE", `/profile/passkeys/${body.id}`)).status).toBe(404);
});

test("dangerous actions ask anew after ten minutes: by passkey, code or recovery code; an API key is not asked", async () => {
  const { accountId, call } = await customer("confirmation");
  const maria = await app.member(accountId, "admin", "Maria");
  const { browser } = maria;
  const secret = await setUpAuthenticator(browser);
  const { codes } = (await browser.api("POST", "/profile/recovery-codes")).body;
  const makeKey = async () => (await browser.api("POST", "/api-keys", { name: "ERP", role: "user" })).status;
  expect(await makeKey()).toBe(201);
  const confirm = (body: object) => browser.api("POST", "/session/confirmation", body);
  for (const way of [
    () => browser.confirm(),
    () => confirm({ code: nextCode(secret) }),
    () => confirm({ recoveryCode: codes[0].toUpperCase().replaceAll("-", " ") }),
  ]) {
    await forgetConfirmation(accountId, maria.id);
    await until(async () => (await makeKey()) === 403);
    const refused = await browser.api("POST", "/exports", { format: "ndjson", resources: ["parts"] });
    expect(refused.body.type).toBe("urn:refill:problem:confirmation-needed");
    expect((await browser.api("GET", "/sites")).status).toBe(200);
    expect((await way()).status).toBe(204);
    expect(await makeKey()).toBe(201);
  }
  await forgetConfirmation(accountId, maria.id);
  expect((await confirm({ code: nextCode(secret) })).status).toBe(422);
  expect((await confirm({ recoveryCode: codes[0] })).status).toBe(422);
  expect((await confirm({ code: "123456", recoveryCode: codes[1] })).status).toBe(400);
  expect((await call("POST", "/api-keys", { name: "by key", role: "user" })).status).toBe(201);
});

test("wrong codes make whoever tries wait, are audited and told to the member, and lock nobody out elsewhere", async () => {
  const { accountId, call } = await customer("guessing");
  const maria = await app.member(accountId, "admin", "Maria");
  const secret = await setUpAuthenticator(maria.browser);
  const thief = app.browser();
  thief.cookies.set("refill_session", maria.browser.sessionCookie.split("=")[1]!);
  const guess = async (browser: BrowserUnderTest, code: string) =>
    browser.call("POST", "/api/v1/session/confirmation", {
      body: { code },
      // A request that is repeated by its key counts nevertheless.
      headers: { "idempotency-key": crypto.randomUUID() },
    });
  const statuses: number[] = [];
  for (let n = 0; n < 7; n++) statuses.push((await guess(thief, `00000${n}`)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  const paused = await guess(thief, nextCode(secret));
  expect([paused.status, Number(paused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await guess(maria.browser, nextCode(secret))).status).toBe(204);
  const entries = (await call("GET", "/audit-entries?action=second-factor.refused")).body.items;
  expect(entries).toHaveLength(5);
  await until(async () =>
    (await call("GET", "/mailbox")).body.items.some(({ subject }: { subject: string }) =>
      subject.includes("several wrong codes"),
    ),
  );
});

test("own sessions are listed with device and place; one or all others are ended at once", async () => {
  const { member, accountId } = await customer("sessions");
  const ivo = await member("Ivo");
  const phone = app.browser(
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
  );
  const tablet = app.browser();
  for (const browser of [phone, tablet]) {
    browser.authenticator = ivo.browser.authenticator;
    await browser.signIn();
  }
  const list = async () => (await ivo.browser.api("GET", "/sessions")).body.items;
  const sessions = await list();
  expect(sessions).toHaveLength(3);
  expect(sessions).toContainEqual(
    expect.objectContaining({ device: "Safari on iOS", address: "127.0.0.1", way: "passkey", isThis: false }),
  );
  expect(sessions.filter(({ isThis }: { isThis: boolean }) => isThis)).toHaveLength(1);
  expect(JSON.stringify(sessions)).not.toMatch(/rfs_|hash/);
  const onPhone = sessions.find(({ device }: { device: string }) => device === "Safari on iOS");
  expect((await ivo.browser.api("DELETE", `/sessions/${onPhone.id}`)).status).toBe(204);
  expect((await session(phone)).status).toBe(401);
  expect((await session(tablet)).status).toBe(200);
  const eve = await app.member(accountId, "admin", "Eve");
  expect((await eve.browser.api("DELETE", `/sessions/${sessions[0].id}`)).status).toBe(404);
  expect((await ivo.browser.api("POST", "/sessions/end-others")).status).toBe(204);
  expect((await session(tablet)).status).toBe(401);
  expect(await list()).toHaveLength(1);
});

test("a session that is not used ends, and every session ends after its time", async () => {
  const { member, call, accountId, set } = await customer("limits");
  const ivo = await member("Ivo");
  expect((await call("PATCH", "/account", { sessionIdleMinutes: 1 })).status).toBe(400);
  expect((await call("PATCH", "/account", { sessionIdleMinutes: 5, sessionHours: 1 })).body).toMatchObject({
    sessionIdleMinutes: 5,
    sessionHours: 1,
  });
  const [own] = [...(await set()).all("session")];
  await app.restart();
  await alter(accountId, (change) => {
    change.put("session", { ...own!, createdAt: Date.now() - 6 * 60_000 });
    change.put("sessionUse", { id: own!.id, lastUsedAt: Date.now() - 6 * 60_000, address: "127.0.0.1" });
  });
  await until(async () => (await session(ivo.browser)).status === 401);
  await ivo.browser.signIn();
  const until1h = (await ivo.browser.api("GET", "/sessions")).body.items.find(
    ({ isThis }: { isThis: boolean }) => isThis,
  ).expiresAt;
  expect(Date.parse(until1h) - Date.now()).toBeLessThanOrEqual(3_600_000);
});

test("signing in makes a new session: one that was put into the browser before is worth nothing", async () => {
  const { member } = await customer("fixation");
  const ivo = await member("Ivo");
  const eve = await member("Eve");
  const victim = app.browser();
  victim.authenticator = ivo.browser.authenticator;
  victim.cookies.set("refill_session", eve.browser.sessionCookie.split("=")[1]!);
  await victim.signIn();
  expect((await session(victim)).body.member.id).toBe(ivo.id);
  expect((await session(eve.browser)).body.member.id).toBe(eve.id);
  const lines = (await victim.signIn()).headers.getSetCookie();
  const own = lines.find((line) => line.startsWith("refill_session="))!;
  expect(own).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Expires=/);
});

test("a sign-in from a new browser is told to the member, one from a known browser is not", async () => {
  const { member, call } = await customer("unusual");
  const ivo = await member("Ivo");
  const subjects = async () =>
    (await call("GET", "/mailbox")).body.items.map(
      ({ subject, to }: { subject: string; to: string }) => `${to} ${subject}`,
    );
  await ivo.browser.signIn();
  const other = app.browser();
  other.authenticator = ivo.browser.authenticator;
  await other.signIn();
  const told = `${ivo.email} Refill: sign-in from a new device`;
  await until(async () => (await subjects()).includes(told));
  await other.signIn();
  expect(
    (await ivo.browser.api("PATCH", "/profile", { mailsSignIns: false, language: "de" })).body,
  ).toMatchObject({
    mailsSignIns: false,
    language: "de",
  });
  const third = app.browser();
  third.authenticator = ivo.browser.authenticator;
  await third.signIn();
  await member("later");
  expect((await subjects()).filter((each: string) => each === told)).toHaveLength(1);
});

test("how the page looks for a person is kept with them, and is nobody else's", async () => {
  const { member } = await customer("preferences");
  const [ivo, eva] = [await member("Ivo"), await member("Eva")];
  await ivo.browser.signIn();
  await eva.browser.signIn();
  const put = (name: string, value: unknown) =>
    ivo.browser.api("PUT", `/profile/preferences/${name}`, { value });
  await put("devices-table", { columns: ["name"] });
  expect((await put("density", "dense")).body.values).toEqual({
    "devices-table": { columns: ["name"] },
    density: "dense",
  });
  expect((await put("density", null)).body.values).toEqual({ "devices-table": { columns: ["name"] } });
  expect((await eva.browser.api("GET", "/profile/preferences")).body.values).toEqual({});
  expect((await put("long", "x".repeat(16_001))).body.detail).toContain("at most 16000 characters");
  expect((await put("__proto__", 1)).status).toBe(400);
  const wrong = await ivo.browser.api("PATCH", "/profile", { timeZone: "Europe/Nowhere" });
  expect(wrong.body.errors).toEqual([
    { field: "timeZone", message: "must be a time zone, e.g. Europe/Berlin" },
  ]);
  const right = await ivo.browser.api("PATCH", "/profile", { timeZone: "Europe/Vienna" });
  expect(right.body.timeZone).toBe("Europe/Vienna");
});

test("an authenticator app, once set up, is changed and removed by its owner; a code works once", async () => {
  const { member } = await customer("authenticator");
  const { browser } = await member("Ivo");
  const secret = await setUpAuthenticator(browser);
  expect((await browser.api("GET", "/profile")).body).toMatchObject({ hasAuthenticator: true });
  const code = nextCode(secret);
  expect((await browser.api("POST", "/session/confirmation", { code })).status).toBe(204);
  expect((await browser.api("POST", "/session/confirmation", { code })).status).toBe(422);
  expect((await browser.api("DELETE", "/profile/authenticator")).status).toBe(204);
  expect((await browser.api("DELETE", "/profile/authenticator")).status).toBe(404);
});

test("recovery codes are shown once, kept as hashes, used once each, and replaced as a whole", async () => {
  const { member, set } = await customer("recovery-codes");
  const ivo = await member("Ivo");
  const make = async () => (await ivo.browser.api("POST", "/profile/recovery-codes")).body.codes as string[];
  const codes = await make();
  expect(new Set(codes).size).toBe(10);
  const use = async (recoveryCode: string) =>
    (await ivo.browser.api("POST", "/session/confirmation", { recoveryCode })).status;
  expect([await use(codes[0]!), await use(codes[0]!), await use(codes[1]!)]).toEqual([204, 422, 204]);
  expect((await ivo.browser.api("GET", "/profile")).body.recoveryCodesLeft).toBe(8);
  expect(JSON.stringify([...(await set()).all("recoveryCodes")])).not.toContain(codes[2]);
  const second = await make();
  expect([await use(codes[2]!), await use(second[0]!)]).toEqual([422, 204]);
});

test("an API key can't do what is a person's own, and a session without the page's header writes nothing", async () => {
  const { member, call, accountId } = await customer("kinds");
  for (const [method, path] of [
    ["GET", "/profile"],
    ["GET", "/sessions"],
    ["POST", "/profile/recovery-codes"],
    ["POST", "/session/confirmation/passkey-options"],
  ] as const)
    expect((await call(method, path)).body.type).toBe("urn:refill:problem:session-needed");
  const ivo = await member("Ivo");
  const { status } = await app.request("POST", "/api/v1/session/end", {
    headers: { cookie: ivo.browser.sessionCookie },
  });
  expect(status).toBe(403);
  const { body } = await call("POST", "/api-keys", { name: "Entra", role: "admin", purpose: "provisioning" });
  expect(body.key).toMatch(/^rfp_eu_/);
  const asScim = await app.request("GET", "/api/v1/sites", { key: body.key });
  expect(asScim.body.type).toBe("urn:refill:problem:key-purpose");
  expect(accountId).toBeTruthy();
});
