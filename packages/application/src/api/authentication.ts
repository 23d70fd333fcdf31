import type { FastifyRequest } from "fastify";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { CredentialKind, Credentials } from "../accounts/credentials.ts";
import type { ApiKey, Session } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { RefusalReason, RefusedAttempt } from "../audit/refused-attempts.ts";
import type { Asker } from "../members/policy.ts";
import { isAllowedSource } from "../members/source-addresses.ts";
import type { Uses } from "../members/uses.ts";
import { Refusal } from "../refusal.ts";
import { cookieName, readCookies } from "./cookies.ts";

/** Who asks, and for which account. */
export interface Principal extends Asker {
  accountId: string;
  /** As a person reads it in an order's history. */
  name: string;
  actor: Actor;
  /** Null for API keys and visits of operators. */
  memberId: string | null;
  apiKeyId: string | null;
  /** Null for an API key. */
  session: Session | null;
}

/** Who asks, or why nobody who may; `known`: whom that token belongs to. */
export type Identity =
  | { principal: Principal; set: WorkingSet }
  | {
      reason: "unknown-token" | RefusalReason;
      known?: Pick<RefusedAttempt, "accountId" | "actor" | "target">;
    };

export interface Token {
  kind: Extract<CredentialKind, "api-key" | "provisioning" | "session">;
  text: string;
}

/** The API key of the header, otherwise the session of the cookie, an operator's visit first; undefined when there is none. */
export function tokenOf(request: FastifyRequest, isSecure: boolean): Token | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const text = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    if (text === undefined) return undefined;
    return { kind: text.startsWith("rfp_") ? "provisioning" : "api-key", text };
  }
  const cookies = readCookies(request);
  const text = cookies.get(cookieName("visit", isSecure)) ?? cookies.get(cookieName("session", isSecure));
  return text ? { kind: "session", text } : undefined;
}

/**
 * Whom a token belongs to. The directory, whose answers are remembered for some seconds, only says which account to ask; what
 * counts is the account's working set: as of now in this process, and at most two seconds behind another one.
 */
export async function identify(
  token: Token,
  address: string,
  { store, credentials, uses }: { store: AccountStore; credentials: Credentials; uses: Uses },
): Promise<Identity> {
  const found = await credentials.find(token.kind, token.text);
  if (!found) return { reason: "unknown-token" };
  const { accountId, hash } = found;
  const look = token.kind === "session" ? bySession : byApiKey;
  try {
    // A key or session that another process made a moment ago is in the database only.
    return (
      look(await store.read(accountId), hash, address, uses) ??
      look(await store.readNow(accountId), hash, address, uses) ?? { reason: "unknown-token" }
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
  const { id, name, role, purpose } = apiKey;
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
      privileges: [],
      kind: purpose === "provisioning" ? "provisioning-key" : "api-key",
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

function bySession(set: WorkingSet, hash: string, address: string, uses: Uses): Identity | undefined {
  const session = set.get("session", set.sessionByHash.get(hash) ?? "");
  if (!session || isOver(set, session, uses)) return undefined;
  const { accountId } = set;
  if (session.visit) return byVisit(set, session, session.visit, address);
  const member = set.get("member", session.memberId ?? "");
  if (member?.state !== "active") return undefined;
  const { id, name, role, privileges } = member;
  const actor: Actor = { kind: "member", id, name, address };
  const kind = set.isService ? "operator" : "member";
  return {
    set,
    principal: { accountId, role, privileges, kind, name, memberId: id, apiKeyId: null, session, actor },
  };
}

/** Only while the customer lets operators in. */
function byVisit(
  set: WorkingSet,
  session: Session,
  { accessId, operatorId, operatorName }: NonNullable<Session["visit"]>,
  address: string,
): Identity | undefined {
  const access = set.get("operatorAccess", accessId);
  if (access?.state !== "granted" || access.until === null || access.until <= Date.now()) return undefined;
  const actor: Actor = { kind: "operator", id: operatorId, name: operatorName, address };
  return {
    set,
    principal: {
      accountId: set.accountId,
      role: "user",
      privileges: [],
      kind: "visitor",
      name: operatorName,
      memberId: null,
      apiKeyId: null,
      session,
      actor,
    },
  };
}

/** Its time is over, or it was not used for too long. */
export function isOver(set: WorkingSet, { id, createdAt, expiresAt }: Session, uses: Uses): boolean {
  const now = Date.now();
  if (expiresAt <= now) return true;
  const lastUsedAt = uses.latest(set, "session", id)?.lastUsedAt ?? createdAt;
  return lastUsedAt < now - settingsOf(set).sessionIdleMinutes * 60_000;
}

/** Whether one who was admitted before still would be: for answers that go on, such as live events. */
export function isStillAdmitted(
  set: WorkingSet,
  { apiKeyId, session, actor }: Principal,
  uses: Uses,
): boolean {
  if (set.state === "suspended") return false;
  if (apiKeyId !== null) {
    const apiKey = set.get("apiKey", apiKeyId);
    return apiKey !== undefined && whyNot(apiKey, actor.address ?? "unknown") === undefined;
  }
  return session !== null && bySession(set, session.hash, "unknown", uses) !== undefined;
}
