import type { FastifyReply, FastifyRequest } from "fastify";
import type { Session } from "../accounts/records.ts";
import type { RefusalReason } from "../audit/refused-attempts.ts";
import { may, type Permission } from "../members/policy.ts";
import { Refusal } from "../refusal.ts";
import { addressOf, placeOf } from "./address.ts";
import type { Api } from "./api.ts";
import { type Identity, identify, type Principal, tokenOf } from "./authentication.ts";
import { limitsOf } from "./limits.ts";
import type { ProblemCode } from "./problem-types.ts";
import { type Limit, type RateState, rateHeaders } from "./request-rates.ts";

/**
 * Whether a request goes on to its route: who asks is known, within the limits, of an account in service, and may do this.
 * Otherwise a refusal, that is counted, and, where the account is known, stands in its audit trail.
 */
export async function admit(request: FastifyRequest, reply: FastifyReply, api: Api): Promise<void> {
  const { access, metrics, log } = api;
  const address = addressOf(request.ip);
  const place = placeOf(address);
  const { config, url: route = "" } = request.routeOptions;
  const { permission, isDangerous } = config.rule!;

  if (permission === "public") {
    take([{ name: "address", key: place, perMinute: access.limits.publicPerAddress }]);
    return;
  }
  const token = tokenOf(request, api.isSecure);
  if (!token) throw refuse("no-credentials");
  const failures: Limit = { name: "failures", key: place, perMinute: access.limits.failuresPerAddress };
  // Whoever is known here is served behind a full address, too: a whole plant may be behind one. Any other token counts as
  // a failure until it is found, so that many at once do not all get to the directory.
  const isFamiliar = api.credentials.isFamiliar(token.kind, token.text);
  if (!isFamiliar) within(access.rates.take([failures]));
  const identity = await identify(token, address, { ...api, uses: access.uses });
  if (!("principal" in identity)) throw await refuseIdentity(identity);
  if (!isFamiliar) access.rates.takeBack(failures);
  const { principal, set } = identity;
  const limits = limitsOf(access.limits, set.quota);
  take([
    { name: "key", key: principal.session?.id ?? principal.apiKeyId!, perMinute: limits.key },
    { name: "account", key: principal.accountId, perMinute: limits.account },
  ]);
  if (set.state === "suspended" && permission !== "own") throw await refusePrincipal("suspended", principal);
  const isWriting = request.method !== "GET" && request.method !== "HEAD";
  if (isWriting && principal.session && request.headers["x-refill-request"] !== "1")
    throw refuse("header-missing");
  // Whoever is asked who it is may do this one thing, whatever it is.
  if (!may(principal, permission) && !isEndOfVisit(principal, request))
    throw await refusePrincipal(reasonOf(principal, permission), principal);
  if (isDangerous && principal.session && isConfirmationOld(principal.session))
    throw refuse("confirmation-needed");
  if (principal.apiKeyId) access.uses.note(principal.accountId, "apiKey", principal.apiKeyId, address);
  else access.uses.note(principal.accountId, "session", principal.session!.id, address);
  if (isWriting) await access.storage.refresh(set);
  access.openAnswers.watch(reply.raw, principal);
  request.principal = principal;

  function take(of: readonly Limit[]): void {
    const states = access.rates.take(of);
    reply.headers(rateHeaders(states));
    within(states);
  }

  function within(states: readonly RateState[]): void {
    const waitSeconds = Math.max(...states.map((state) => state.waitSeconds));
    if (waitSeconds === 0) return;
    reply.headers({ ...rateHeaders(states), "retry-after": String(waitSeconds) });
    throw refuse("too-many-requests", `${texts["too-many-requests"]} Try again in ${waitSeconds} s.`);
  }

  function refuse(reason: Reason, text = texts[reason]): Refusal {
    metrics.refusedRequests.inc({ reason });
    const { status, code } = answers[reason];
    return new Refusal(status, code, text);
  }

  async function refuseIdentity({ reason, known }: Exclude<Identity, { principal: Principal }>) {
    if (isFamiliar) access.rates.count(failures);
    if (token) api.credentials.forget(token.kind, token.text);
    // Its route's pattern only: a token never gets into the log.
    if (!known) log.warn({ address, route, kind: token?.kind }, "a token that nobody knows was refused");
    else if (reason !== "unknown-token")
      await access.refusedAttempts.note({ ...known, reason, method: request.method, route });
    return refuse(reason);
  }

  async function refusePrincipal(reason: RefusalReason, { accountId, actor, memberId, apiKeyId }: Principal) {
    const kind = apiKeyId ? ("api-key" as const) : memberId ? ("member" as const) : ("operator" as const);
    const target = { kind, id: memberId ?? apiKeyId ?? actor.id!, name: actor.name };
    await access.refusedAttempts.note({
      accountId,
      actor,
      target,
      reason,
      method: request.method,
      route,
    });
    return refuse(reason);
  }
}

/** A person who was asked within this time is not asked again. */
export const confirmedForMs = 10 * 60_000;

export function isConfirmationOld({ confirmedAt }: Session): boolean {
  return confirmedAt < Date.now() - confirmedForMs;
}

function isEndOfVisit({ kind }: Principal, { routeOptions }: FastifyRequest): boolean {
  return kind === "visitor" && routeOptions.url === "/api/v1/session/end";
}

function reasonOf({ kind, role }: Principal, permission: Permission): RefusalReason {
  if (kind === "visitor") return "visitor";
  if (permission === "provision" || kind === "provisioning-key") return "key-purpose";
  if (permission === "own" && kind === "api-key") return "session-needed";
  return role === "admin" ? "operators-only" : "role";
}

type Reason =
  | RefusalReason
  | "no-credentials"
  | "unknown-token"
  | "header-missing"
  | "confirmation-needed"
  | "too-many-requests";

const answers: Record<Reason, { status: number; code: ProblemCode }> = {
  "no-credentials": { status: 401, code: "unauthenticated" },
  "unknown-token": { status: 401, code: "unauthenticated" },
  expired: { status: 401, code: "api-key-expired" },
  revoked: { status: 401, code: "api-key-revoked" },
  "source-address": { status: 403, code: "source-address" },
  role: { status: 403, code: "role" },
  visitor: { status: 403, code: "visitor" },
  "key-purpose": { status: 403, code: "key-purpose" },
  "session-needed": { status: 403, code: "session-needed" },
  "operators-only": { status: 403, code: "operators-only" },
  "confirmation-needed": { status: 403, code: "confirmation-needed" },
  suspended: { status: 403, code: "account-suspended" },
  "header-missing": { status: 403, code: "header-missing" },
  "too-many-requests": { status: 429, code: "too-many-requests" },
};

const signIn = "Send an API key as 'Authorization: Bearer <key>', or sign in on the web page.";
const texts: Record<Reason, string> = {
  "no-credentials": signIn,
  "unknown-token": signIn,
  expired: "This API key has expired. Ask an admin for a new one.",
  revoked: "This API key was revoked. Ask an admin for a new one.",
  "source-address":
    "This API key is not taken from your address. Ask an admin to add it to the key's source addresses.",
  role: "Your role does not allow this. Ask an admin for the role admin, or for the privilege that this needs.",
  visitor: "Operators look into this account and change nothing.",
  "key-purpose":
    "This key is made for another purpose: keys of a directory service are for /scim/v2, and all others for /api/v1.",
  "session-needed": "This is for a person who is signed in; an API key can't do it.",
  "operators-only": "This is for the operators of the service.",
  "confirmation-needed": "Confirm that it is you, and send it again.",
  suspended: "This account is suspended. Ask whoever runs Refill.",
  "header-missing": "A request of the web page that writes needs X-Refill-Request: 1.",
  "too-many-requests": "These are too many requests in a minute.",
};
