import type { FastifyRequest } from "fastify";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Credentials } from "../accounts/credentials.ts";
import type { Role } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
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

/** `__Host-` needs HTTPS; over plain HTTP on loopback browsers refuse it. */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-refill" : "refill_session";
}

/** Throws a 401 refusal for nobody, 403 for a user's write or a page's write without its header. */
export async function authenticate(
  request: FastifyRequest,
  { store, credentials, isSecure }: { store: AccountStore; credentials: Credentials; isSecure: boolean },
): Promise<Principal> {
  const principal = await identify(request, store, credentials, isSecure);
  if (!principal)
    throw new Refusal(
      401,
      "unauthenticated",
      "Send an API key as 'Authorization: Bearer <key>', or open the web page through a registration link.",
    );
  if (request.method === "GET" || request.method === "HEAD") return principal;
  if (principal.session && request.headers["x-refill-request"] !== "1")
    throw new Refusal(
      403,
      "header-missing",
      "A request of the web page that writes needs X-Refill-Request: 1.",
    );
  if (principal.role !== "admin" && request.routeOptions.url !== "/api/v1/session/end")
    throw new Refusal(403, "role", "This needs the role admin; yours is user, which reads.");
  return principal;
}

async function identify(
  request: FastifyRequest,
  store: AccountStore,
  credentials: Credentials,
  isSecure: boolean,
): Promise<Principal | undefined> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const key = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
    return key ? byApiKey(key, store, credentials, request.ip) : undefined;
  }
  const cookies = parseCookies(request.headers.cookie ?? "");
  const token = cookies.get(sessionCookieName(isSecure));
  return token ? bySession(token, store, credentials, request.ip) : undefined;
}

async function byApiKey(
  key: string,
  store: AccountStore,
  credentials: Credentials,
  address: string,
): Promise<Principal | undefined> {
  const found = await credentials.find("api-key", key);
  if (!found) return undefined;
  const has = (set: WorkingSet) => set.get("apiKey", set.apiKeyByHash.get(found.hash) ?? "");
  const apiKey = has(await store.read(found.accountId)) ?? has(await store.readNow(found.accountId));
  if (!apiKey || (apiKey.expiresAt !== null && apiKey.expiresAt <= Date.now())) return undefined;
  const { accountId } = found;
  const { id, name, role } = apiKey;
  const actor: Actor = apiKey.isOperators
    ? { kind: "operator", id: null, name, address }
    : { kind: "api-key", id, name, address };
  return { accountId, role, name: `API key ${name}`, memberId: null, apiKeyId: id, session: null, actor };
}

async function bySession(
  token: string,
  store: AccountStore,
  credentials: Credentials,
  address: string,
): Promise<Principal | undefined> {
  const found = await credentials.find("session", token);
  if (!found) return undefined;
  const set = await store.read(found.accountId);
  const session = set.get("session", set.sessionByHash.get(found.hash) ?? "");
  const member = session && set.get("member", session.memberId);
  if (!member || session.expiresAt <= Date.now()) return undefined;
  const { accountId } = found;
  const { id, name, role } = member;
  const actor: Actor = { kind: "member", id, name, address };
  return { accountId, role, name, memberId: id, apiKeyId: null, session: found.hash, actor };
}

function parseCookies(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}
