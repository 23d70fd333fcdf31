import { randomUUID } from "node:crypto";
import type { AccountStore } from "../accounts/account-store.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { ApiKey, Role } from "../accounts/records.ts";
import { notFound } from "../refusal.ts";

/** The key itself is returned this once and kept as a hash only. */
export async function createApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  facts: { name: string; role: Role },
): Promise<{ apiKey: ApiKey; key: string }> {
  const key = newToken("rfk");
  const apiKey: ApiKey = { id: randomUUID(), ...facts, createdAt: Date.now(), hash: hashOf(key) };
  // The directory first: an entry there without its record in the account opens nothing.
  await credentials.add("api-key", apiKey.hash, accountId, null);
  await store.change(accountId, (change) => change.put("apiKey", apiKey));
  return { apiKey, key };
}

export async function removeApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  id: string,
): Promise<void> {
  const apiKey = await store.change(accountId, (change) => {
    const present = change.get("apiKey", id);
    if (!present) throw notFound("API key");
    change.remove("apiKey", id);
    return present;
  });
  await credentials.remove(apiKey.hash);
}
