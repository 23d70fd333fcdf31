import { randomBytes, randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountChange } from "../../accounts/account-change.ts";
import { systemActor } from "../../accounts/actor.ts";
import type { Connection, Member, SamlConnection } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api } from "../../api/api.ts";
import { linkByHash, memberOfLink } from "../../members/invitation.ts";
import { addMember, memberByEmail, putMember } from "../../members/member.ts";
import { useLink } from "../../members/registration.ts";
import { Refusal } from "../../refusal.ts";
import { admitMember } from "../begin-session.ts";
import type { Flow, Purpose } from "../flow.ts";
import { authnRequestUrl, readResponse, type SamlProvider, type SamlServiceProvider } from "../saml/index.ts";
import { addressesOf, connectionToken } from "./connection.ts";
import { authorizationUrl, type Reach, readCallback, wordsOf } from "./oidc.ts";
import { isEmail, isStrong, type ProviderPerson, roleByRules } from "./person.ts";
import { mayReachPrivate } from "./provider-fetch.ts";

export type SignOnFlow = Extract<Flow, { kind: "sign-on" }>;

export function reachOf(api: Api, set: WorkingSet): Reach {
  return {
    mayReachPrivate: mayReachPrivate(api, set),
    mayBePlain: api.isDemonstration && set.isDemonstration,
  };
}

/** Where the browser goes to sign in with the connection's provider; what is begun lies in its flow cookie. */
export async function signOnUrl(
  api: Api,
  reply: FastifyReply,
  set: WorkingSet,
  { id, settings }: Connection,
  options: { purpose: Purpose; returnTo: string; hint?: string | undefined },
): Promise<string> {
  const { purpose, returnTo, hint } = options;
  const token = connectionToken(set, id);
  const addresses = addressesOf(api.baseUrl(), token);
  const random = () => randomBytes(32).toString("base64url");
  const forcesSignIn = purpose.kind === "confirmation";
  const state = settings.kind === "saml" ? `_${randomBytes(20).toString("hex")}` : random();
  const [nonce, verifier] = [random(), random()];
  const url =
    settings.kind === "saml"
      ? await authnRequestUrl(ownSide(api, token, settings), providerSide(settings), {
          requestId: state,
          relayState: nonce,
          forcesSignIn,
        })
      : await authorizationUrl(settings, reachOf(api, set), {
          redirectUri: addresses.oidcCallback,
          state,
          nonce,
          verifier,
          hint,
          forcesSignIn,
        });
  api.flows.begin(reply, {
    kind: "sign-on",
    accountId: set.accountId,
    connectionId: id,
    state,
    nonce,
    verifier,
    purpose,
    returnTo,
  });
  return url;
}

export function ownSide(
  api: Pick<Api, "baseUrl">,
  token: string,
  settings: SamlConnection,
): SamlServiceProvider {
  const { samlEntityId, samlConsumer, samlSignOut } = addressesOf(api.baseUrl(), token);
  return {
    entityId: samlEntityId,
    consumerUrl: samlConsumer,
    signOutUrl: samlSignOut,
    privateKey: settings.ownPrivateKey,
    certificate: settings.ownCertificate,
  };
}

export function providerSide({
  entityId,
  signInUrl,
  signOutUrl,
  certificates,
}: SamlConnection): SamlProvider {
  return { entityId, signInUrl, signOutUrl, certificates };
}

/** Whom an OpenID provider sent back. */
export async function personOfCallback(
  api: Api,
  set: WorkingSet,
  connection: Connection,
  flow: SignOnFlow,
  query: string,
): Promise<ProviderPerson> {
  if (connection.settings.kind !== "oidc") throw new Error("the connection is none of OpenID Connect");
  const { oidcCallback } = addressesOf(api.baseUrl(), connectionToken(set, connection.id));
  return readCallback(connection.settings, reachOf(api, set), {
    url: new URL(`${oidcCallback}${query}`),
    state: flow.state,
    nonce: flow.nonce,
    verifier: flow.verifier,
    contexts: connection.secondFactorContexts,
  });
}

/** Whom a SAML provider sent back; its assertion counts once. */
export async function personOfResponse(
  api: Api,
  set: WorkingSet,
  connection: Connection,
  flow: SignOnFlow,
  fields: { SAMLResponse: string; RelayState: string | undefined },
): Promise<ProviderPerson> {
  const { settings, secondFactorContexts } = connection;
  if (settings.kind !== "saml") throw new Error("the connection is none of SAML");
  if (fields.RelayState !== flow.nonce) throw new Error("the RelayState is another one than was sent");
  const person = await readResponse(
    ownSide(api, connectionToken(set, connection.id), settings),
    providerSide(settings),
    {
      samlResponse: fields.SAMLResponse,
      requestId: flow.state,
      now: Date.now(),
      requiresSignedResponse: settings.requiresSignedResponse,
    },
  );
  const assertion = `saml ${connection.id} ${person.assertionId}`;
  if (!(await api.flows.useOnce(set.region, assertion, person.expiresAt + 120_000)))
    throw new Error("the assertion was used before");
  const methods = person.attributes["http://schemas.microsoft.com/claims/authnmethodsreferences"] ?? [];
  return {
    subject: person.nameId,
    email: isEmail(person.email) ? person.email : null,
    // The customer's own provider vouches for what it signs.
    isEmailVerified: true,
    name: person.name?.trim() ? person.name.slice(0, 200) : null,
    attributes: person.attributes,
    hasSecondFactor: isStrong(methods, [person.authnContext, ...methods], secondFactorContexts),
    authenticatedAt: person.authenticatedAt,
    provider: {
      subject: person.nameId,
      sessionId: person.sessionIndex,
      idToken: null,
      nameIdFormat: person.nameIdFormat,
    },
  };
}

/** What a sign-in by a provider is for is done; gives where the browser goes. */
export async function finishSignOn(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  found: { set: WorkingSet; connection: Connection; flow: SignOnFlow; person: ProviderPerson },
): Promise<string> {
  const { purpose, returnTo } = found.flow;
  switch (purpose.kind) {
    case "test":
      return noteTest(api, found.set, found.connection, purpose.memberId, null, found.person);
    case "confirmation":
      return confirm(api, reply, found, purpose);
    case "registration":
      return enter(api, request, reply, found, returnTo, purpose.linkHash);
    case "sign-in":
      return enter(api, request, reply, found, returnTo, undefined);
  }
}

/** Keeps for the admin what came of a test. */
export async function noteTest(
  api: Api,
  set: WorkingSet,
  connection: Connection,
  memberId: string,
  problem: string | null,
  person: ProviderPerson | undefined,
): Promise<string> {
  const member = set.get("member", memberId);
  const actor = member
    ? { kind: "member" as const, id: memberId, name: member.name, address: null }
    : systemActor;
  await api.store.change(set.accountId, actor, (change) => {
    const current = change.get("connection", connection.id);
    // Its settings were changed meanwhile: then this says nothing of them.
    if (!current || current.version !== connection.version) return;
    const { email = null, name = null, attributes = {} } = person ?? {};
    const missing = problem === null && email === null ? "the provider did not tell an e-mail address" : null;
    change.put("connection", {
      ...current,
      test: {
        at: change.at,
        problem: problem ?? missing,
        seen: { email, name, attributes: shown(attributes) },
      },
    });
    change.note({
      action: "connection.tested",
      target: { kind: "connection", id: current.id, name: current.name },
      detail: { problem: problem ?? missing },
    });
  });
  return `/settings/sign-in/${connection.id}`;
}

/** As much as an admin reads. */
function shown(attributes: ProviderPerson["attributes"]): Record<string, string[]> {
  const some = Object.entries(attributes).slice(0, 100);
  return Object.fromEntries(
    some.map(([name, values]) => [name.slice(0, 200), values.slice(0, 50).map((each) => each.slice(0, 200))]),
  );
}

async function confirm(
  api: Api,
  reply: FastifyReply,
  {
    set,
    connection,
    flow,
    person,
  }: { set: WorkingSet; connection: Connection; flow: SignOnFlow; person: ProviderPerson },
  { memberId, sessionId }: { memberId: string; sessionId: string },
): Promise<string> {
  const identity = identityOf(set, connection, person);
  if (identity?.memberId !== memberId) throw new Error("somebody else signed in to confirm");
  // A provider that just says who was there before has asked nobody.
  if (person.authenticatedAt === null || person.authenticatedAt < flow.startedAt - 60_000)
    throw new Error("the provider did not ask the person anew");
  const member = set.get("member", memberId);
  const actor = { kind: "member" as const, id: memberId, name: member?.name ?? "", address: null };
  await api.store.change(set.accountId, actor, (change) => {
    const session = change.get("session", sessionId);
    if (session?.memberId === memberId) change.put("session", { ...session, confirmedAt: change.at });
    change.note({
      action: "session.confirmed",
      target: { kind: "session", id: sessionId, name: member?.name ?? "" },
    });
  });
  api.flows.drop(reply);
  return flow.returnTo;
}

function identityOf(account: Pick<WorkingSet, "all">, { id }: Connection, { subject }: ProviderPerson) {
  for (const identity of account.all("identity"))
    if (identity.connectionId === id && identity.subject === subject) return identity;
  return undefined;
}

/** The member whom the provider knows, whose address it vouches for, who is invited, or whom a rule lets in. */
async function enter(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  { set, connection, person }: { set: WorkingSet; connection: Connection; person: ProviderPerson },
  returnTo: string,
  linkHash: string | undefined,
): Promise<string> {
  const memberId = memberIdFor(set, connection, person, linkHash);
  const { state } = await admitMember(api, request, reply, {
    accountId: set.accountId,
    memberId,
    evidence: {
      way: "connection",
      connectionId: connection.id,
      hasSecondFactor: person.hasSecondFactor,
      provider: person.provider,
    },
    returnTo,
    work: (change) => settle(change, connection, person, memberId, linkHash),
  });
  return state === "signed-in" ? returnTo : "/sign-in";
}

function memberIdFor(
  set: WorkingSet,
  connection: Connection,
  person: ProviderPerson,
  linkHash: string | undefined,
): string {
  const identity = identityOf(set, connection, person);
  if (linkHash !== undefined) {
    const link = linkByHash(set, linkHash);
    const email = link.email ?? person.email;
    if (
      link.needsCode ||
      !email ||
      !person.isEmailVerified ||
      person.email?.toLowerCase() !== email.toLowerCase()
    )
      throw new Refusal(
        403,
        "invitation-for-another",
        "Your provider knows you by another address than the invited one. Ask for an invitation to that address.",
      );
    const known = link.email === null ? memberByEmail(set, email) : memberOfLink(set, link);
    if ((identity && identity.memberId !== known?.id) || (link.email === null && known))
      throw new Refusal(409, "email-taken", "You are a member already: sign in without the link.");
    return known?.id ?? randomUUID();
  }
  if (identity) return identity.memberId;
  const known = person.email && person.isEmailVerified ? memberByEmail(set, person.email) : undefined;
  if (known) return known.id;
  const isLetIn = connection.admitsByRules && roleByRules(connection.rules, person.attributes) !== undefined;
  if (!isLetIn || !person.email || !person.isEmailVerified)
    throw new Refusal(
      403,
      "not-invited",
      "Your provider knows you, but nobody has invited you to Refill. Ask an admin of your account.",
    );
  return randomUUID();
}

/** Member and identity as they are after this sign-in. */
function settle(
  change: AccountChange,
  connection: Connection,
  person: ProviderPerson,
  memberId: string,
  linkHash: string | undefined,
): void {
  const name = person.name ?? person.email ?? "New member";
  const byRules = connection.admitsByRules ? roleByRules(connection.rules, person.attributes) : undefined;
  if (linkHash !== undefined)
    useLink(
      change,
      linkHash,
      memberId,
      { name, email: person.email! },
      { isConfirmed: person.isEmailVerified },
    );
  else if (!change.get("member", memberId))
    addMember(
      change,
      {
        name,
        email: person.email!,
        origin: "sign-on",
        emailConfirmedAt: change.at,
        role: byRules?.role ?? "user",
        privileges: byRules?.role === "user" ? byRules.privileges : [],
      },
      memberId,
    );
  if (!identityOf(change, connection, person))
    change.put("identity", {
      id: randomUUID(),
      memberId,
      connectionId: connection.id,
      subject: person.subject,
      createdAt: change.at,
    });
  const member = change.get("member", memberId);
  if (member?.origin === "sign-on" && byRules) followRules(change, member, byRules);
}

/** Who came by a rule has the role that the rules give now; the last admin stays one. */
function followRules(
  change: AccountChange,
  member: Member,
  facts: Pick<Member, "role" | "privileges">,
): void {
  try {
    putMember(change, member, facts);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "last-admin")) throw error;
  }
}

export function problemOf(error: unknown): { code: string; words: string } {
  if (error instanceof Refusal) return { code: error.code, words: error.message };
  return { code: "sign-in-refused", words: wordsOf(error) };
}
