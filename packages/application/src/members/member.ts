import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Credentials } from "../accounts/credentials.ts";
import type { Member, Session } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound, Refusal } from "../refusal.ts";
import { privilegeNames } from "./policy.ts";

const mostMembers = 5_000;

export type NewMember = Pick<Member, "name" | "email" | "origin"> & Partial<Omit<Member, "id">>;

export function addMember(change: AccountChange, facts: NewMember, id: string = randomUUID()): Member {
  if (change.count("member") >= mostMembers)
    throw new Refusal(409, "too-many-records", `An account has at most ${mostMembers} members.`);
  if (memberByEmail(change, facts.email))
    throw new Refusal(409, "email-taken", `email: ${facts.email} is a member already.`, [
      { field: "email", message: "is a member already" },
    ]);
  return change.put("member", {
    role: "user",
    privileges: [],
    state: "active",
    emailConfirmedAt: null,
    language: "en",
    timeZone: null,
    mailsSignIns: true,
    userName: null,
    externalId: null,
    ...facts,
    id,
  });
}

export function memberByEmail(account: Pick<WorkingSet, "all">, email: string): Member | undefined {
  const wanted = email.toLowerCase();
  for (const member of account.all("member")) if (member.email.toLowerCase() === wanted) return member;
  return undefined;
}

export type MemberFacts = Partial<
  Pick<
    Member,
    | "name"
    | "role"
    | "privileges"
    | "state"
    | "language"
    | "timeZone"
    | "mailsSignIns"
    | "email"
    | "userName"
    | "externalId"
  >
>;

/** Changes a member within a change; gives the sessions that ended by it. The last admin stays one. */
export function putMember(
  change: AccountChange,
  present: Member,
  facts: MemberFacts,
): { member: Member; ended: Session[] } {
  const wanted = { ...present, ...facts };
  if (wanted.role === "user" || wanted.state === "suspended") keepAnAdmin(change, present);
  // In one order, so that a change is one only where something changed; an admin has all anyway.
  const privileges =
    wanted.role === "admin" ? [] : privilegeNames.filter((name) => wanted.privileges.includes(name));
  const member = change.put("member", { ...wanted, privileges });
  return { member, ended: member.state === "suspended" ? endSessionsOf(change, member.id) : [] };
}

export async function changeMember(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
  facts: MemberFacts,
  /** Throws when it is not as whoever asks has read it. */
  expect: (present: Member) => void = () => {},
): Promise<Member> {
  const { region } = await store.read(accountId);
  const { member, ended } = await store.change(accountId, actor, (change) => {
    const present = memberOf(change, id);
    expect(present);
    return putMember(change, present, facts);
  });
  for (const { hash } of ended) await credentials.remove(region, hash);
  return member;
}

/** Takes a member out within a change, with all that is theirs; gives the sessions that ended by it. */
export function dropMember(change: AccountChange, present: Member): Session[] {
  keepAnAdmin(change, present);
  const ended = endSessionsOf(change, present.id);
  for (const kind of ["passkey", "identity", "knownDevice"] as const)
    for (const record of [...change.all(kind)])
      if (record.memberId === present.id) change.remove(kind, record.id);
  for (const group of [...change.all("group")])
    if (group.memberIds.includes(present.id))
      change.put("group", { ...group, memberIds: group.memberIds.filter((id) => id !== present.id) });
  change.remove("member", present.id);
  return ended;
}

/** Removes a member; what it has open ends at once. */
export async function removeMember(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<void> {
  const { region } = await store.read(accountId);
  const ended = await store.change(accountId, actor, (change) => dropMember(change, memberOf(change, id)));
  for (const { hash } of ended) await credentials.remove(region, hash);
}

export function endSessionsOf(change: AccountChange, memberId: string, except?: string): Session[] {
  const ended = [...change.all("session")].filter(
    (session) => session.memberId === memberId && session.id !== except,
  );
  for (const session of ended) change.remove("session", session.id);
  return ended;
}

export function memberOf(account: { get: AccountChange["get"] }, id: string): Member {
  const member = account.get("member", id);
  if (!member) throw notFound("member");
  return member;
}

/** The member as the REST API shows it. */
export function memberView(member: Member) {
  const { id, name, email, role, privileges, state, origin, language, timeZone, version, createdAt } = member;
  return {
    id,
    name,
    email,
    isEmailConfirmed: member.emailConfirmedAt !== null,
    role,
    privileges: [...privileges],
    state,
    origin,
    language,
    timeZone,
    version,
    createdAt: new Date(createdAt).toISOString(),
  };
}

function keepAnAdmin(change: AccountChange, { id, role, state }: Member): void {
  if (role !== "admin" || state !== "active") return;
  for (const member of change.all("member"))
    if (member.role === "admin" && member.state === "active" && member.id !== id) return;
  throw new Refusal(
    409,
    "last-admin",
    "This is the last admin: make another member admin first, or nobody could configure anything.",
  );
}
