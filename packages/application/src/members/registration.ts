import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { Member, RegistrationLink, Role } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";
import { invite } from "./invitation.ts";

const sessionForMs = 7 * 24 * 60 * 60 * 1000;

/** The token of an invitation for whoever has its link. */
export async function createRegistrationLink(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  role: Role,
): Promise<string> {
  return (await invite(store, credentials, accountId, actor, { role, email: null })).token;
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
  if (set.state === "suspended")
    throw new Refusal(403, "account-suspended", "This account is suspended. Ask whoever runs Refill.");
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
  const email = person.email.toLowerCase();
  if (link.email !== null && link.email.toLowerCase() !== email)
    throw new Refusal(
      409,
      "invitation-for-another",
      "email: this invitation is for another address. Register with the one that it was made for.",
      [{ field: "email", message: "is not the address that this invitation was made for" }],
    );
  const { region } = await store.read(accountId);
  const sessionToken = newToken("session", region);
  const now = Date.now();
  const expiresAt = now + sessionForMs;
  await credentials.add("session", region, hashOf(sessionToken), accountId, expiresAt);
  const memberId =
    [...(await store.read(accountId)).all("member")].find((each) => each.email.toLowerCase() === email)?.id ??
    randomUUID();
  const actor: Actor = { kind: "member", id: memberId, name: person.name, address };
  const member = await store.change(accountId, actor, (change) => {
    const current = change.get("registrationLink", link.id);
    if (!isUsable(current)) throw refusal();
    const known = [...change.all("member")].find((each) => each.email.toLowerCase() === email);
    if (known) mayBe(known, link);
    const own = change.put("member", {
      ...(known ?? { id: memberId, email: person.email }),
      name: person.name,
      // A link for another browser takes nothing away.
      role: known?.role === "admin" ? "admin" : link.role,
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

/** By a link that is not theirs, only who could become admin anyway signs in as a member that is there already. */
function mayBe({ email }: Member, link: RegistrationLink): void {
  if (link.email !== null || link.role === "admin") return;
  throw new Refusal(
    409,
    "email-taken",
    `email: ${email} is a member already. Ask an admin for an invitation for this address.`,
    [{ field: "email", message: "is a member already" }],
  );
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
