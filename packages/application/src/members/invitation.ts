import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { Language, RegistrationLink, Role } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound, Refusal } from "../refusal.ts";
import { mailQueue, type PersonMail } from "../sign-in/mails.ts";
import { memberByEmail, memberOf } from "./member.ts";
import type { Privilege } from "./policy.ts";

const dayMs = 24 * 60 * 60 * 1000;
const linkForMs = 7 * dayMs;
/** A link that its own member asked for. */
const recoveryForMs = 60 * 60 * 1000;
/** Used and expired invitations are shown for so long. */
const shownForMs = 30 * dayMs;
const mostOpen = 1_000;

export interface NewInvitation {
  role: Role;
  email: string | null;
  privileges?: readonly Privilege[];
  language?: Language;
  needsCode?: boolean;
}

/**
 * The token of a link: made from the account's key, its id and how often it was sent, so that whatever sends it makes the
 * same one, nothing is stored but its hash, and sending it again makes the one before worthless.
 */
export function tokenOfLink(
  { region, sealer }: Pick<WorkingSet, "region" | "sealer">,
  { id, sending }: Pick<RegistrationLink, "id" | "sending">,
): string {
  return newToken("registration", region, sealer.lookupHash("registration link", `${id}/${sending}`));
}

/** Invitations with the tokens of their links; mailed where `isMailed`. */
export async function invite(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  invitations: readonly NewInvitation[],
  { isMailed }: { isMailed: boolean },
): Promise<{ link: RegistrationLink; token: string }[]> {
  const set = await store.read(accountId);
  const { region } = set;
  const drafts = invitations.map(({ needsCode = false, ...each }) => {
    const id = randomUUID();
    const token = tokenOfLink(set, { id, sending: 1 });
    return { id, token, needsCode, ...each };
  });
  // No expiry in the directory, so that an expired link can be told from one that never was.
  for (const { token } of drafts)
    await credentials.add("registration", region, hashOf(token), accountId, null);
  const { links, forgotten } = await store.change(accountId, actor, (change) => {
    const forgotten = forgetOld(change);
    const links = drafts.map((draft) => {
      const link = putLink(change, draft);
      if (isMailed) mailLink(change, link);
      return link;
    });
    return { links, forgotten };
  });
  for (const each of forgotten) await credentials.remove(region, each.hash);
  return links.map((link, index) => ({ link, token: drafts[index]!.token }));
}

function putLink(
  change: AccountChange,
  {
    id,
    token,
    role,
    email,
    privileges = [],
    language = "en",
    needsCode,
  }: NewInvitation & {
    id: string;
    token: string;
    needsCode: boolean;
  },
): RegistrationLink {
  const { at } = change;
  const open = [...change.all("registrationLink")].filter((link) => isOpen(link, at));
  if (open.length >= mostOpen)
    throw new Refusal(409, "too-many-records", `At most ${mostOpen} invitations may be open.`);
  // One open invitation an address: the new one takes its place.
  for (const other of open)
    if (email !== null && other.email?.toLowerCase() === email.toLowerCase())
      change.remove("registrationLink", other.id);
  return change.put("registrationLink", {
    id,
    role,
    privileges: role === "admin" ? [] : privileges,
    email,
    sending: 1,
    language,
    needsCode,
    hash: hashOf(token),
    createdAt: at,
    expiresAt: at + (needsCode ? recoveryForMs : linkForMs),
    usedAt: null,
    mailedAt: null,
    mailProblem: null,
  });
}

function mailLink(change: AccountChange, { id, sending }: RegistrationLink): void {
  const mail: PersonMail = { accountId: change.base.accountId, what: "invitation", id, sending };
  change.enqueue(mailQueue, mail);
}

function forgetOld(change: AccountChange): RegistrationLink[] {
  const old = [...change.all("registrationLink")].filter(
    ({ usedAt, expiresAt }) => (usedAt ?? expiresAt) < change.at - shownForMs,
  );
  for (const { id } of old) change.remove("registrationLink", id);
  return old;
}

/** A new link instead of the one before, which opens nothing any more. */
export async function sendAgain(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
  { isMailed }: { isMailed: boolean },
): Promise<{ link: RegistrationLink; token: string }> {
  const set = await store.readNow(accountId);
  const present = set.get("registrationLink", id);
  if (!present) throw notFound("invitation");
  if (present.usedAt !== null) throw linkUsed();
  const sending = present.sending + 1;
  const token = tokenOfLink(set, { id, sending });
  await credentials.add("registration", set.region, hashOf(token), accountId, null);
  const link = await store.change(accountId, actor, (change) => {
    const current = change.get("registrationLink", id);
    if (!current) throw notFound("invitation");
    if (current.usedAt !== null || current.sending >= sending) throw linkUsed();
    const next = change.put("registrationLink", {
      ...current,
      sending,
      hash: hashOf(token),
      expiresAt: change.at + linkForMs,
      mailedAt: null,
      mailProblem: null,
    });
    if (isMailed && next.email !== null) mailLink(change, next);
    return next;
  });
  await credentials.remove(set.region, present.hash);
  return { link, token };
}

export async function withdraw(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<void> {
  const { region } = await store.read(accountId);
  const link = await store.change(accountId, actor, (change) => {
    const present = change.get("registrationLink", id);
    if (!present) throw notFound("invitation");
    change.remove("registrationLink", id);
    return present;
  });
  await credentials.remove(region, link.hash);
}

/** A link by which a member who lost the way in sets up a new one. */
export async function signInLink(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  memberId: string,
  options: { isMailed: boolean; needsCode?: boolean },
): Promise<{ link: RegistrationLink; token: string }> {
  const { email, role, privileges, language } = memberOf(await store.read(accountId), memberId);
  const { needsCode = false } = options;
  const [made] = await invite(
    store,
    credentials,
    accountId,
    actor,
    [{ email, role, privileges, language, needsCode }],
    options,
  );
  return made!;
}

/** The token of an admin's link for whoever has it: the first one of an account, made by an operator. */
export async function createRegistrationLink(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  role: Role,
  email: string | null = null,
): Promise<string> {
  const [made] = await invite(store, credentials, accountId, actor, [{ role, email }], { isMailed: false });
  return made!.token;
}

/** The link behind a token that can still be used; throws a 410 refusal otherwise. */
export async function findLink(
  store: AccountStore,
  credentials: Credentials,
  token: string,
): Promise<{ set: WorkingSet; link: RegistrationLink }> {
  const found = await credentials.find("registration", token);
  if (!found) throw linkUsed();
  const set = await store.readNow(found.accountId);
  const link = linkByHash(set, found.hash);
  if (set.state === "suspended")
    throw new Refusal(403, "account-suspended", "This account is suspended. Ask whoever runs Refill.");
  return { set, link };
}

/** Throws a 410 refusal when it was used, withdrawn or sent again, or has expired. */
export function linkByHash(account: Pick<WorkingSet, "all">, hash: string): RegistrationLink {
  for (const link of account.all("registrationLink"))
    if (link.hash === hash && isOpen(link, Date.now())) return link;
  throw linkUsed();
}

function isOpen({ usedAt, expiresAt }: RegistrationLink, at: number): boolean {
  return usedAt === null && expiresAt > at;
}

export function linkUsed(): Refusal {
  return new Refusal(
    410,
    "registration-link-used",
    "This registration link was used, replaced or withdrawn, or has expired. Ask an admin for a new one.",
  );
}

/** Whether the link is for a member who is there already. */
export function memberOfLink(account: Pick<WorkingSet, "all">, { email }: RegistrationLink) {
  return email === null ? undefined : memberByEmail(account, email);
}
