import type { AuditNote } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Principal } from "../api/authentication.ts";

/** Does something at the network server, and then notes it in the audit trail, which no record of the account shows. */
export async function noted<T>(
  store: AccountStore,
  { accountId, actor }: Principal,
  note: AuditNote,
  act: () => Promise<T>,
): Promise<T> {
  const result = await act();
  await store.change(accountId, actor, (change) => change.note(note));
  return result;
}

/** A device or gateway as the target of a note. */
export async function targetOf(
  store: AccountStore,
  accountId: string,
  kind: "device" | "gateway",
  id: string,
): Promise<NonNullable<AuditNote["target"]>> {
  const set = await store.read(accountId);
  return { kind, id, name: set.get(kind, id)?.name ?? id };
}
