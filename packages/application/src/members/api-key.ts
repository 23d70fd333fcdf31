import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { ApiKey, Role } from "../accounts/records.ts";
import { notFound } from "../refusal.ts";

export interface NewApiKey {
  name: string;
  role: Role;
  /** ms; default: until it is revoked. */
  expiresAt?: number | null;
  /** Networks from which it is taken; default: from everywhere. */
  sourceAddresses?: readonly string[];
  isOperators?: boolean;
}

/** The key itself is returned this once and kept as a hash only. */
export async function createApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  { name, role, expiresAt = null, sourceAddresses = [], isOperators = false }: NewApiKey,
): Promise<{ apiKey: ApiKey; key: string }> {
  const { region } = await store.read(accountId);
  const key = newToken("api-key", region);
  const hash = hashOf(key);
  // The directory first: an entry there without its record in the account opens nothing.
  await credentials.add("api-key", region, hash, accountId, null);
  const apiKey = await store.change(accountId, actor, (change) =>
    change.put("apiKey", { id: randomUUID(), name, role, hash, expiresAt, sourceAddresses, isOperators }),
  );
  return { apiKey, key };
}

export async function removeApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<void> {
  const { region } = await store.read(accountId);
  const apiKey = await store.change(accountId, actor, (change) => {
    const present = change.get("apiKey", id);
    if (!present) throw notFound("API key");
    change.remove("apiKey", id);
    return present;
  });
  await credentials.remove(region, apiKey.hash);
}
