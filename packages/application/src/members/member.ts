import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Credentials } from "../accounts/credentials.ts";
import type { Member } from "../accounts/records.ts";
import { notFound, Refusal } from "../refusal.ts";

export async function changeMember(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
  facts: Partial<Pick<Member, "name" | "role">>,
  /** Throws when it is not as whoever asks has read it. */
  expect: (present: Member) => void = () => {},
): Promise<Member> {
  return store.change(accountId, actor, (change) => {
    const present = memberOf(change, id);
    expect(present);
    if (facts.role === "user") keepAnAdmin(change, present);
    return change.put("member", { ...present, ...facts });
  });
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
  const ended = await store.change(accountId, actor, (change) => {
    const present = memberOf(change, id);
    keepAnAdmin(change, present);
    const sessions = [...change.all("session")].filter(({ memberId }) => memberId === id);
    for (const session of sessions) change.remove("session", session.id);
    change.remove("member", id);
    return sessions;
  });
  for (const { hash } of ended) await credentials.remove(region, hash);
}

export function memberOf(account: { get: AccountChange["get"] }, id: string): Member {
  const member = account.get("member", id);
  if (!member) throw notFound("member");
  return member;
}

/** The member as the REST API shows it. */
export function memberView({ id, name, email, role, version, createdAt }: Member) {
  return { id, name, email, role, version, createdAt: new Date(createdAt).toISOString() };
}

function keepAnAdmin(change: AccountChange, { id, role }: Member): void {
  if (role !== "admin") return;
  const others = [...change.all("member")].some((member) => member.role === "admin" && member.id !== id);
  if (others) return;
  throw new Refusal(
    409,
    "last-admin",
    "This is the last admin: make another member admin first, or nobody could configure anything.",
  );
}
