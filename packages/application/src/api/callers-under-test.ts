import { randomBytes } from "node:crypto";
import { systemActor } from "../accounts/actor.ts";
import { hashOf } from "../accounts/credentials.ts";
import type { Role } from "../accounts/records.ts";
import { type ApplicationUnderTest, until } from "../application-under-test.ts";
import { createApiKey } from "../members/api-key.ts";
import { createRegistrationLink } from "../members/invitation.ts";

type Customer = Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
type Callers = Map<string, Record<string, string>>;

/** What Refill's page sends along to write, and another site's page can't. */
export const fromPage = { "x-refill-request": "1" };

/** For tests: headers of callers that must get nothing of this account, by what they are. */
export async function strangersOf(app: ApplicationUnderTest, customer: Customer): Promise<Callers> {
  const { store, credentials } = app.accounts;
  const { accountId, adminKey } = customer;
  const key = adminKey;
  const made = await app.request("POST", "/api/v1/api-keys", { key, body: { name: "used", role: "admin" } });
  const revoked = made.body.key;
  await app.request("GET", "/api/v1/session", { key: revoked });
  await app.request("DELETE", `/api/v1/api-keys/${made.body.id}`, { key });
  const ended = await openSession(app, accountId, "admin");
  await app.request("POST", "/api/v1/session/end", { headers: { cookie: ended, ...fromPage } });
  const expiredKey = await createApiKey(store, credentials, accountId, systemActor, {
    name: "expired",
    role: "admin",
  });
  const expired = await openSession(app, accountId, "admin");
  await store.change(accountId, systemActor, (change) => {
    const session = [...change.all("session")].find(({ hash }) => hash === hashOf(expired.split("=")[1]!))!;
    change.put("session", { ...session, expiresAt: Date.now() - 1 });
    change.put("apiKey", { ...expiredKey.apiKey, expiresAt: Date.now() - 1 });
  });
  // The application may be two seconds behind what other processes change.
  for (const headers of [{ cookie: expired }, { authorization: `Bearer ${expiredKey.key}` }])
    await until(async () => (await app.request("GET", "/api/v1/session", { headers })).status === 401);
  const current = await openSession(app, accountId, "admin");
  const cookieName = current.split("=")[0]!;
  const invalid = {
    "a revoked key": revoked,
    "an expired key": expiredKey.key,
    "a key that nobody was given": `${adminKey.slice(0, -43)}${randomBytes(32).toString("base64url")}`,
    "a key's beginning": adminKey.slice(0, -1),
    "a key and one letter more": `${adminKey}A`,
    "a key in other letters": adminKey.toUpperCase(),
    "a key's hash": hashOf(adminKey),
    "a key's prefix": "rfk_",
    "a session's token as a key": current.split("=")[1]!,
    "a registration's token as a key": await createRegistrationLink(
      store,
      credentials,
      accountId,
      systemActor,
      "admin",
    ),
    "a key of 10,000 letters": `rfk_${"A".repeat(10_000)}`,
    "a key with odd letters": "rfk_\\u0000'\"%00;--",
  };
  return new Map<string, Record<string, string>>([
    ["no key", {}],
    ...Object.entries(invalid).map(([what, key]) => [what, { authorization: `Bearer ${key}` }] as const),
    ["no scheme", { authorization: adminKey }],
    ["another scheme", { authorization: `Basic ${Buffer.from(`${adminKey}:`).toString("base64")}` }],
    ["an empty scheme", { authorization: "Bearer" }],
    ["a key as a session", { cookie: `${cookieName}=${adminKey}`, ...fromPage }],
    ["a session that was ended", { cookie: ended, ...fromPage }],
    ["an expired session", { cookie: expired, ...fromPage }],
    ["a session beside a wrong key", { cookie: current, ...fromPage, authorization: "Bearer rfk_wrong" }],
  ]);
}

/** Headers of callers that may only read in this account. */
export async function usersOf(app: ApplicationUnderTest, customer: Customer): Promise<Callers> {
  const { accountId, userKey } = customer;
  return new Map<string, Record<string, string>>([
    ["a user's key", { authorization: `Bearer ${userKey}` }],
    ["a user's session", { cookie: await openSession(app, accountId, "user"), ...fromPage }],
  ]);
}

/** Registers a member; gives the session's cookie. */
export async function openSession(app: ApplicationUnderTest, accountId: string, role: Role): Promise<string> {
  return (await app.member(accountId, role)).browser.sessionCookie;
}
