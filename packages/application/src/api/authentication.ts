import type { FastifyRequest } from "fastify";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { CredentialKind, Credentials } from "../accounts/credentials.ts";
import type { ApiKey, Role } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { RefusalReason, RefusedAttempt } from "../audit/refused-attempts.ts";
import { isAllowedSource } from "../members/source-addresses.ts";
import { Refusal } from "../refusal.ts";

/** Who asks, and for which account. */
export interface Principal {
  accountId: string;
  role: Role;
  /** As a person reads it in an order's history. */
  name: string;
  actor: Actor;
  memberId: string | null;
  apiKeyId: string | null;
  /** The session's hash; null for an API key. */
  session: string | null;
}

/** Who asks, or why nobody who may; `known`: whom that token belongs to. */
export type Identity =
  | { principal: Principal; set: WorkingSet }
  | {
      reason: "unknown-token" | RefusalReason;
      known?: Pick<RefusedAttempt, "accountId" | "actor" | "target">;
    };

/** `__Host-` needs HTTPS; over plain HTTP on loopback browsers refuse it. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-refill" : "refill_session";
}

export interface Token {
  kind: Extract<CredentialKind, "api-key" | "session">;
  text: string;
}

/** The API key of the header, otherwise the session of the cookie; undefined when there is neither. */
export function tokenOf({ headers }: FastifyRequest, isSecure: boolean): Token | undefined {
  if (headers.authorization !== undefined) {
    const text = /^Bearer (\S{1,200})$/i.exec(headers.authorization)?.[1];
    return text === undefined ? undefined : { kind: "api-key", text };
  }
  const text = parseCookies(headers.cookie ?? "").get(sessionCookieName(isSecure));
  return text ? { kind: "session", text } : undefined;
}

/**
 * Whom a token belongs to. The directory, whose answers are remembered for some seconds, only says which account to ask; what
 * counts is the account's working set: as of now in this process, and at most two seconds behind another one.
 */
export async function identify(
  token: Token,
  address: string,
  { store, credentials }: { store: AccountStore; credentials: Credentials },
): Promise<Identity> {
  const found = await credentials.find(token.kind, token.text);
  if (!found) return { reason: "unknown-token" };
  const { accountId, hash } = found;
  const look = token.kind === "api-key" ? byApiKey : bySession;
  try {
    // A key or session that another process made a moment ago is in the database only.
    return (
      look(await store.read(accountId), hash, address) ??
      look(await store.readNow(accountId), hash, address) ?? { reason: "unknown-token" }
    );
  } catch (error) {
    // The account is being closed, and its keys with it.
    if (error instanceof Refusal && error.status === 404) return { reason: "unknown-token" };
    throw error;
  }
}

function byApiKey(set: WorkingSet, hash: string, address: string): Identity | undefined {
  const apiKey = set.get("apiKey", set.apiKeyByHash.get(hash) ?? "");
  if (!apiKey) return undefined;
  const { accountId } = set;
  const { id, name, role } = apiKey;
  const actor: Actor = apiKey.isOperators
    ? { kind: "operator", id: null, name, address }
    : { kind: "api-key", id, name, address };
  const reason = whyNot(apiKey, address);
  if (reason) return { reason, known: { accountId, actor, target: { kind: "api-key", id, name } } };
  return {
    set,
    principal: {
      accountId,
      role,
      name: `API key ${name}`,
      memberId: null,
      apiKeyId: id,
      session: null,
      actor,
    },
  };
}

function whyNot(
  { revokedAt, expiresAt, sourceAddresses }: ApiKey,
  address: string,
): RefusalReason | undefined {
  if (revokedAt !== null) return "revoked";
  if (expiresAt !== null && expiresAt <= Date.now()) return "expired";
  return isAllowedSource(sourceAddresses, address) ? undefined : "source-address";
}

function bySession(set: WorkingSet, hash: string, address: string): Identity | undefined {
  const session = set.get("session", set.sessionByHash.get(hash) ?? "");
  const member = session && set.get("member", session.memberId);
  if (!member || session.expiresAt <= Date.now()) return undefined;
  const { id, name, role } = member;
  const actor: Actor = { kind: "member", id, name, address };
  const { accountId } = set;
  return {
    set,
    principal: { accountId, role, name, memberId: id, apiKeyId: null, session: hash, actor },
  };
}

/** Whether one who was admitted before still would be: for answers that go on, such as live events. */
export function isStillAdmitted(set: WorkingSet, { apiKeyId, session, actor }: Principal): boolean {
  if (set.state === "suspended") return false;
  if (apiKeyId !== null) {
    const apiKey = set.get("apiKey", apiKeyId);
    return apiKey !== undefined && whyNot(apiKey, actor.address ?? "unknown") === undefined;
  }
  return session !== null && bySession(set, session, "unknown") !== undefined;
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}
