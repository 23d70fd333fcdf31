import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { Member, RegistrationLink, Role } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";

const linkForMs = 7 * 24 * 60 * 60 * 1000;
const sessionForMs = 7 * 24 * 60 * 60 * 1000;

/** A one-time link for a member to register by; the token is returned this once. */
export async function createRegistrationLink(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  role: Role,
): Promise<string> {
  const { region } = await store.read(accountId);
  const token = newToken("registration", region);
  const now = Date.now();
  const link: RegistrationLink = {
    id: randomUUID(),
    role,
    hash: hashOf(token),
    createdAt: now,
    expiresAt: now + linkForMs,
    usedAt: null,
  };
  // No expiry in the directory, so that an expired link can be told from one that never was.
  await credentials.add("registration", region, link.hash, accountId, null);
  await store.change(accountId, actor, (change) => change.put("registrationLink", link));
  return token;
}

function refusal(): Refusal {
  return new Refusal(
    410,
    "registration-link-used",
    "This registration link was used or has expired. Ask an admin for a new one, or run: npx refill registration-link create",
  );
}

/** The link behind a token that can still be used; throws a 410 refusal otherwise. */
export async function findRegistration(
  store: AccountStore,
  credentials: Credentials,
  token: string,
): Promise<{ accountId: string; customerName: string; link: RegistrationLink }> {
  const found = await credentials.find("registration", token);
  if (!found) throw refusal();
  const set = await store.readNow(found.accountId);
  const link = [...set.all("registrationLink")].find(({ hash }) => hash === found.hash);
  if (!isUsable(link)) throw refusal();
  return { accountId: found.accountId, customerName: set.customerName, link };
}

function isUsable(link: RegistrationLink | undefined): link is RegistrationLink {
  return link !== undefined && link.usedAt === null && link.expiresAt > Date.now();
}

/** Uses the link up: makes (or finds, by e-mail address) the member, and begins a session. */
export async function register(
  store: AccountStore,
  credentials: Credentials,
  token: string,
  person: { name: string; email: string },
  address: string | null,
): Promise<{ member: Member; sessionToken: string; expiresAt: number }> {
  const { accountId, link } = await findRegistration(store, credentials, token);
  const { region } = await store.read(accountId);
  const sessionToken = newToken("session", region);
  const now = Date.now();
  const expiresAt = now + sessionForMs;
  await credentials.add("session", region, hashOf(sessionToken), accountId, expiresAt);
  const email = person.email.toLowerCase();
  const memberId =
    [...(await store.read(accountId)).all("member")].find((each) => each.email.toLowerCase() === email)?.id ??
    randomUUID();
  const actor: Actor = { kind: "member", id: memberId, name: person.name, address };
  const member = await store.change(accountId, actor, (change) => {
    const current = change.get("registrationLink", link.id);
    if (!isUsable(current)) throw refusal();
    const known = [...change.all("member")].find((each) => each.email.toLowerCase() === email);
    const own = change.put("member", {
      ...(known ?? { id: memberId, email: person.email }),
      name: person.name,
      role: link.role,
    });
    change.put("registrationLink", { ...current, usedAt: now });
    for (const session of change.all("session"))
      if (session.expiresAt <= now) change.remove("session", session.id);
    change.put("session", {
      id: randomUUID(),
      memberId: own.id,
      hash: hashOf(sessionToken),
      createdAt: now,
      expiresAt,
    });
    return own;
  });
  return { member, sessionToken, expiresAt };
}

export async function endSession(
  store: AccountStore,
  credentials: Credentials,
  { accountId, actor }: { accountId: string; actor: Actor },
  hash: string,
): Promise<void> {
  await credentials.remove((await store.read(accountId)).region, hash);
  await store.change(accountId, actor, (change) => {
    for (const session of [...change.all("session")])
      if (session.hash === hash) change.remove("session", session.id);
  });
}
