import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { RegistrationLink, Role } from "../accounts/records.ts";
import { notFound } from "../refusal.ts";

const dayMs = 24 * 60 * 60 * 1000;
const linkForMs = 7 * dayMs;
/** Used and expired invitations are shown for so long. */
const shownForMs = 30 * dayMs;

/** An invitation; the token of its link is returned this once and kept as a hash only. */
export async function invite(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  { role, email }: { role: Role; email: string | null },
): Promise<{ link: RegistrationLink; token: string }> {
  const { region } = await store.read(accountId);
  const token = newToken("registration", region);
  const hash = hashOf(token);
  // No expiry in the directory, so that an expired link can be told from one that never was.
  await credentials.add("registration", region, hash, accountId, null);
  const { link, forgotten } = await store.change(accountId, actor, (change) => {
    const { at } = change;
    const forgotten = [...change.all("registrationLink")].filter(
      ({ usedAt, expiresAt }) => (usedAt ?? expiresAt) < at - shownForMs,
    );
    for (const { id } of forgotten) change.remove("registrationLink", id);
    const link = {
      id: randomUUID(),
      role,
      email,
      hash,
      createdAt: at,
      expiresAt: at + linkForMs,
      usedAt: null,
    };
    return { link: change.put("registrationLink", link), forgotten };
  });
  for (const each of forgotten) await credentials.remove(region, each.hash);
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
