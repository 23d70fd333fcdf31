import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import { type Credentials, hashOf, newToken } from "../accounts/credentials.ts";
import type { ApiKey, Role } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { checkSourceAddresses } from "./source-addresses.ts";

export interface ApiKeyFacts {
  name: string;
  role: Role;
  /** ms; null: until it is revoked. */
  expiresAt: number | null;
  /** Networks from which it is taken; empty: from everywhere. */
  sourceAddresses: readonly string[];
}
export type NewApiKey = Pick<ApiKeyFacts, "name" | "role"> &
  Partial<ApiKeyFacts> & { isOperators?: boolean; purpose?: ApiKey["purpose"] };

/** So long an attempt to use a revoked key is recognised as one; after that nobody knows the key. */
const revokedKnownForMs = 30 * 24 * 60 * 60 * 1000;
const mostRevokedKnown = 200;

/** The key itself is returned this once and kept as a hash only. */
export async function createApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  { name, role, expiresAt = null, sourceAddresses = [], isOperators = false, purpose = "api" }: NewApiKey,
): Promise<{ apiKey: ApiKey; key: string }> {
  check({ expiresAt, sourceAddresses });
  const { region } = await store.read(accountId);
  const kind = purpose === "api" ? "api-key" : "provisioning";
  const key = newToken(kind, region);
  const hash = hashOf(key);
  // The directory first: an entry there without its record in the account opens nothing.
  await credentials.add(kind, region, hash, accountId, null);
  const apiKey = await store.change(accountId, actor, (change) =>
    change.put("apiKey", {
      id: randomUUID(),
      name,
      role,
      hash,
      purpose,
      expiresAt,
      sourceAddresses,
      isOperators,
      revokedAt: null,
    }),
  );
  return { apiKey, key };
}

export async function changeApiKey(
  store: AccountStore,
  accountId: string,
  actor: Actor,
  id: string,
  facts: Partial<ApiKeyFacts>,
  /** Throws when it is not as whoever asks has read it. */
  expect: (present: ApiKey) => void = () => {},
): Promise<ApiKey> {
  check(facts);
  return store.change(accountId, actor, (change) => {
    const present = presentKey(change, id);
    expect(present);
    if (present.isOperators)
      throw new Refusal(
        409,
        "operators-key",
        "This key belongs to a command of whoever runs Refill: it can be revoked, not changed.",
      );
    return change.put("apiKey", { ...present, ...facts });
  });
}

/** Revokes the key: in this process at once, in others with their next look at the account, within two seconds. */
export async function removeApiKey(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
): Promise<void> {
  const { region } = await store.read(accountId);
  const { revoked, forgotten } = await store.change(accountId, actor, (change) => {
    const revoked = change.put("apiKey", { ...presentKey(change, id), revokedAt: change.at });
    return { revoked, forgotten: forgetRevoked(change) };
  });
  await credentials.retire(region, revoked.hash, Date.now() + revokedKnownForMs);
  for (const { hash } of forgotten) await credentials.remove(region, hash);
}

/** Those that can be used, or could be before they expired. */
export function presentKeys(set: WorkingSet): ApiKey[] {
  return [...set.all("apiKey")].filter(({ revokedAt }) => revokedAt === null);
}

export function presentKey(account: { get: AccountChange["get"] }, id: string): ApiKey {
  const apiKey = account.get("apiKey", id);
  if (!apiKey || apiKey.revokedAt !== null) throw notFound("API key");
  return apiKey;
}

function forgetRevoked(change: AccountChange): ApiKey[] {
  const newestFirst = [...change.all("apiKey")]
    .filter(({ revokedAt }) => revokedAt !== null)
    .sort((a, b) => b.revokedAt! - a.revokedAt!);
  const old = newestFirst.filter(
    ({ revokedAt }, index) => index >= mostRevokedKnown || revokedAt! < change.at - revokedKnownForMs,
  );
  for (const { id } of old) change.remove("apiKey", id);
  return old;
}

function check({ expiresAt, sourceAddresses }: Partial<ApiKeyFacts>): void {
  if (expiresAt != null && expiresAt <= Date.now())
    refuseFields([{ field: "expiresAt", message: "must be in the future" }]);
  if (sourceAddresses) checkSourceAddresses(sourceAddresses);
}
